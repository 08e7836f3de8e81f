// The spreadsheet, by libxlsxwriter in its mode of constant memory: rows go to a temporary file at once.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/whole_file.h"
#include "export/document_table.h"
#include "export/module.h"

namespace figmine {
namespace {

constexpr std::size_t kCellUnits = 32767;  // UTF-16 units that a cell of Excel holds
// Decimal digits that survive a double, and that Excel keeps.
constexpr std::size_t kExactDigits = 15;
constexpr std::size_t kLongestNumber = 300;

struct WorkbookFree {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, WorkbookFree>;

// Whether a plain decimal literal is the same number as a double.
bool is_exact(std::string_view literal) {
  if (literal.size() > kLongestNumber) return false;
  std::string digits;
  for (const char c : literal) {
    if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
  }
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits.size() <= kExactDigits;
}

// Whether the text begins with what a spreadsheet would read as a character: "_x0041_" as "A" (ECMA-376-1,
// 22.9.2.19, ST_Xstring).
bool is_escape(std::string_view text) {
  const auto is_hex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

// What XML can hold, and no more than a cell takes: control characters become spaces.
std::string cell_text(std::string_view text) {
  std::string out;
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const std::string_view character = text.substr(i, size);
    i += size;
    units += size == 4 ? 2 : 1;
    if (units > kCellUnits) break;
    const bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    const bool noncharacter = character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
    if (is_escape(text.substr(i - size))) out += "_x005F";  // an underscore of its own
    out += control || noncharacter ? std::string_view(" ") : character;
  }
  return out;
}

// One table, over as many sheets as its rows need.
class Table {
 public:
  struct Head {
    std::string_view name;
    int width;
  };

  Table(lxw_workbook* workbook, lxw_format* bold, std::string name, std::vector<Head> columns,
        std::uint32_t sheet_rows)
      : workbook_(workbook),
        bold_(bold),
        name_(std::move(name)),
        columns_(std::move(columns)),
        sheet_rows_(sheet_rows) {
    open_sheet();
  }

  void next_row() {
    if (error_ != LXW_NO_ERROR) return;
    if (row_ + 1 == sheet_rows_) {
      close();
      open_sheet();
    }
    ++row_;
    column_ = 0;
  }

  // The next cell of the row. Text is written as text, whatever it begins with.
  void cell(const std::string& text, CellType type) {
    const lxw_col_t column = column_++;
    if (text.empty() || error_ != LXW_NO_ERROR) return;
    if (type == CellType::kFlag) {
      note(worksheet_write_boolean(sheet_, row_, column, 1, nullptr));
    } else if (type == CellType::kNumber && is_exact(text)) {
      note(worksheet_write_number(sheet_, row_, column, std::strtod(text.c_str(), nullptr), nullptr));
    } else {
      note(worksheet_write_string(sheet_, row_, column, cell_text(text).c_str(), nullptr));
    }
  }

  // Ends the sheet that is being written.
  void close() {
    if (error_ != LXW_NO_ERROR) return;
    note(worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_.size() - 1)));
    // The library does not look whether its rows reached the disk.
    if (std::fflush(sheet_->optimize_tmpfile) != 0 || std::ferror(sheet_->optimize_tmpfile) != 0)
      note(LXW_ERROR_CREATING_TMPFILE);
  }

  [[nodiscard]] lxw_error error() const { return error_; }

 private:
  void open_sheet() {
    ++sheets_;
    const std::string name = sheets_ == 1 ? name_ : fmt::format("{} {}", name_, sheets_);
    sheet_ = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet_ == nullptr) return note(LXW_ERROR_CREATING_TMPFILE);
    row_ = 0;
    lxw_col_t column = 0;
    for (const Head& head : columns_) {
      note(worksheet_set_column(sheet_, column, column, head.width, nullptr));
      note(worksheet_write_string(sheet_, 0, column, std::string(head.name).c_str(), bold_));
      ++column;
    }
    worksheet_freeze_panes(sheet_, 1, 0);
  }

  void note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  lxw_workbook* workbook_;
  lxw_format* bold_;
  std::string name_;
  std::vector<Head> columns_;
  std::uint32_t sheet_rows_;
  lxw_worksheet* sheet_ = nullptr;
  int sheets_ = 0;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
  lxw_error error_ = LXW_NO_ERROR;
};

std::vector<Table::Head> fact_heads() {
  std::vector<Table::Head> heads;
  each_fact_column([&](const FactColumn& column) { heads.push_back({column.name, column.width}); });
  return heads;
}

std::vector<Table::Head> document_heads() {
  std::vector<Table::Head> heads;
  for (const DocumentColumn& column : document_table()) heads.push_back({column.name, column.width});
  return heads;
}

lxw_format* bold_of(lxw_workbook* workbook) {
  lxw_format* format = workbook_add_format(workbook);
  format_set_bold(format);
  return format;
}

class XlsxExporter : public Exporter {
 public:
  XlsxExporter(WholeFile file, Workbook workbook, std::filesystem::path target, std::uint32_t sheet_rows)
      : file_(std::move(file)),
        workbook_(std::move(workbook)),
        target_(std::move(target)),
        bold_(bold_of(workbook_.get())),
        facts_(workbook_.get(), bold_, "Facts", fact_heads(), sheet_rows),
        documents_(workbook_.get(), bold_, "Documents", document_heads(), sheet_rows) {
    // A fixed date: the same records give the same bytes.
    lxw_doc_properties properties = {};
    constexpr std::time_t kDay1980 = 315532800;
    properties.created = kDay1980;
    workbook_set_properties(workbook_.get(), &properties);
  }

  Diagnostics add(const Record& record) override {
    const FactRows rows(record.result);
    for (const std::size_t index : record.wanted) {
      const FactRow row = rows.row(record.result.facts[index]);
      facts_.next_row();
      each_fact_column([&](const FactColumn& column) { facts_.cell(column.cell(row), column.type); });
    }
    documents_.next_row();
    for (const DocumentColumn& column : document_table()) documents_.cell(column.cell(record), column.type);
    return problem();
  }

  Diagnostics finish() override {
    facts_.close();
    documents_.close();
    if (Diagnostics problems = problem(); !problems.empty()) return problems;
    errno = 0;
    const lxw_error error = workbook_close(workbook_.release());
    if (error != LXW_NO_ERROR) return failure(error);
    return file_.commit();
  }

 private:
  [[nodiscard]] Diagnostics problem() const {
    if (facts_.error() != LXW_NO_ERROR) return failure(facts_.error());
    if (documents_.error() != LXW_NO_ERROR) return failure(documents_.error());
    return {};
  }

  [[nodiscard]] Diagnostics failure(lxw_error error) const {
    if (errno != 0) return {file_error(target_, "write", errno)};
    Diagnostic problem = figmine::error(fmt::format("can't write: {}", lxw_strerror(error)));
    problem.file = target_.string();
    return {problem};
  }

  WholeFile file_;
  Workbook workbook_;
  std::filesystem::path target_;
  lxw_format* bold_;
  Table facts_;
  Table documents_;
};

}  // namespace

MadeExporter make_xlsx_exporter(const std::filesystem::path& target, std::uint32_t sheet_rows) {
  Result<WholeFile> file = WholeFile::create(target);
  if (!file) return file.errors();
  // The rows wait beside the target: what fits there at last fits there at first.
  std::string folder = target.parent_path().empty() ? "." : target.parent_path().string();
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();
  Workbook workbook(workbook_new_opt(file.value().temporary().c_str(), &options));
  if (!workbook) return file_error(target, "write", ENOMEM);
  return std::unique_ptr<Exporter>(
      std::make_unique<XlsxExporter>(std::move(file).value(), std::move(workbook), target, sheet_rows));
}

}  // namespace figmine
