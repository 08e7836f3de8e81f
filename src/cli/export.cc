// figmine export: the facts of a store, or of what extract wrote, for other programs.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/whole_file.h"
#include "cli/common.h"
#include "cli/filter_flags.h"
#include "cli/interrupt.h"
#include "export/exporter.h"
#include "review/apply.h"

namespace figmine::cli {
namespace {

struct ExportFlags {
  std::string input;
  std::string format;
  std::string out;
  RecordOptions records;
  std::string only;
  bool no_byte_order_mark = false;
  bool quiet = false;

  [[nodiscard]] bool text() const { return format == "csv" || format == "jsonl"; }
  [[nodiscard]] bool to_stdout() const { return out.empty() || out == "-"; }
};

// Where text goes: standard output, or a file that appears when it is whole.
class TextTarget {
 public:
  [[nodiscard]] Diagnostics open(const std::string& path) {
    Result<WholeFile> file = WholeFile::create(path);
    if (!file) return file.errors();
    file_ = std::move(file).value();
    return {};
  }
  void write(std::string_view text) {
    if (file_) {
      file_->write(text);
    } else if (!reader_gone_) {
      reader_gone_ = !write_out(text);
    }
  }
  [[nodiscard]] bool reader_gone() const { return reader_gone_; }
  [[nodiscard]] Diagnostics commit() { return file_ ? file_->commit() : Diagnostics{}; }

 private:
  std::optional<WholeFile> file_;
  bool reader_gone_ = false;
};

MadeExporter make_exporter(const ExportFlags& flags, TextTarget& target) {
  if (flags.format == "xlsx") return xlsx_exporter(flags.out);
  if (flags.format == "sqlite") return sqlite_exporter(flags.out);
  if (!flags.to_stdout()) {
    if (Diagnostics problems = target.open(flags.out); !problems.empty()) return problems;
  }
  Write write = [&target](std::string_view text) { target.write(text); };
  if (flags.format == "csv") return csv_exporter(std::move(write), !flags.no_byte_order_mark);
  return jsonl_exporter(std::move(write));
}

// The run, and what it came across.
class Export {
 public:
  Export(const ExportFlags& flags, Exporter& exporter, TextTarget& target)
      : flags_(flags), exporter_(exporter), target_(target), stop_(stop_on_signals()) {}

  int run() {
    const Diagnostics unreadable = each_record(
        flags_.input, flags_.records, [this](Record&& record) { return add(record); },
        [this](const Diagnostics& problems) {
          report(problems);
          ++failures_;
        });
    if (stop_) return signal_exit_code();
    if (!unreadable.empty()) {
      report(unreadable);
      return kWrongUse;
    }
    if (target_.reader_gone()) return kDone;
    if (problems_.empty()) problems_ = exporter_.finish();
    if (problems_.empty()) problems_ = target_.commit();
    if (!problems_.empty()) {
      report(problems_);
      return kSomeFailed;
    }
    tell();
    return failures_ > 0 ? kSomeFailed : kDone;
  }

 private:
  bool add(const Record& record) {
    if (stop_) return false;
    ++documents_;
    facts_ += record.wanted.size();
    if (record.result.text.empty() && !record.result.facts.empty()) ++without_text_;
    problems_ = exporter_.add(record);
    return problems_.empty() && !target_.reader_gone();
  }

  void tell() const {
    if (without_text_ > 0) {
      Diagnostic problem =
          error(std::to_string(without_text_) + " of the records hold no text: their sentences are empty",
                "write them with figmine extract --with-text, or with figmine batch");
      problem.severity = Severity::kWarning;
      problem.file = flags_.input;
      report(problem);
    }
    if (flags_.quiet || flags_.to_stdout()) return;
    std::fprintf(stderr, "wrote %s (facts: %zu, documents: %zu)\n", flags_.out.c_str(), facts_, documents_);
  }

  const ExportFlags& flags_;
  Exporter& exporter_;
  TextTarget& target_;
  const std::atomic<bool>& stop_;
  Diagnostics problems_;  // of the output
  std::size_t documents_ = 0;
  std::size_t facts_ = 0;
  std::size_t without_text_ = 0;
  int failures_ = 0;
};

// Has the records exported as their reviewers left them.
Diagnostics accept_only(ExportFlags& flags) {
  Result<Ledger> read = read_ledger(flags.input);
  if (!read) return read.errors();
  flags.records.revise = [ledger = std::move(read).value()](const std::string& name, DocumentResult& record) {
    apply_verdicts(record, name, ledger, true);
  };
  return {};
}

int run_export(ExportFlags& flags) {
  if (!flags.only.empty()) {
    if (const Diagnostics problems = accept_only(flags); !problems.empty()) {
      report(problems);
      return kWrongUse;
    }
  }
  if (!flags.text() && flags.to_stdout()) {
    report(error("--to " + flags.format + " needs a file to write", "add -o FILE." + flags.format));
    return kWrongUse;
  }
  TextTarget target;
  const MadeExporter exporter = make_exporter(flags, target);
  if (!exporter) {
    report(exporter.errors());
    return kWrongUse;
  }
  return Export(flags, *exporter.value(), target).run();
}

}  // namespace

void add_export(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("export", "Facts as CSV, JSON Lines, spreadsheet or database");
  auto flags = std::make_shared<ExportFlags>();
  command
      ->add_option("input", flags->input,
                   "A folder of figmine batch, a file of figmine extract (json, jsonl), or - for such on "
                   "standard input")
      ->required();
  command->add_option("--to", flags->format, "csv, jsonl (a fact a line), xlsx or sqlite")
      ->required()
      ->check(CLI::IsMember({"csv", "jsonl", "xlsx", "sqlite"}));
  command->add_option("-o,--out", flags->out,
                      "The file to write; for csv and jsonl standard output without it");
  add_filter_flags(*command, flags->records.filter);
  command
      ->add_option("--only", flags->only,
                   "accepted: only facts that figmine review accepted, edited (as edited) or added")
      ->check(CLI::IsMember({"accepted"}));
  command->add_flag("--unique", flags->records.unique, "Without the articles that repeat another");
  command->add_flag("--no-bom", flags->no_byte_order_mark,
                    "CSV without the byte order mark by which spreadsheets know UTF-8");
  command->add_flag("--quiet", flags->quiet, "No messages but errors and warnings");
  command->footer(
      "A file appears when it is whole. docs/sqlite.md tells of the database.\n"
      "Examples:\n  figmine export facts/ --to xlsx -o facts.xlsx --unique\n"
      "  figmine export facts/ --to csv --kind money --period 2025-Q3 > money.csv\n"
      "  figmine export facts/ --to sqlite -o facts.db --min-score 0.6\n"
      "  figmine export facts/ --to csv --only accepted > reviewed.csv\n"
      "  figmine extract --with-text release.txt | figmine export - --to csv");
  command->callback([flags, &run] { run = [flags] { return run_export(*flags); }; });
}

}  // namespace figmine::cli
