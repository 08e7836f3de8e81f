#include "review/gold.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>

#include "base/sha256.h"
#include "base/whole_file.h"
#include "batch/store.h"
#include "corpus/gold.h"
#include "output/read_json.h"
#include "review/apply.h"
#include "review/index.h"
#include "review/ledger.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
namespace json = rapidjson;

// One flat object; what is empty is left out.
class FlatObject {
 public:
  FlatObject() : writer_(buffer_) { writer_.StartObject(); }
  void text(const char* key, std::string_view value) {
    if (value.empty()) return;
    writer_.Key(key);
    string(value);
  }
  void number(const char* key, const std::optional<std::string>& literal) {
    if (!literal) return;
    writer_.Key(key);
    writer_.RawValue(literal->data(), literal->size(), json::kNumberType);
  }
  void flag(const char* key, bool value) {
    if (!value) return;
    writer_.Key(key);
    writer_.Bool(true);
  }
  // An object of texts, null where one is empty.
  void texts(const char* key, std::initializer_list<std::pair<const char*, std::string_view>> members) {
    writer_.Key(key);
    writer_.StartObject();
    for (const auto& [name, value] : members) {
      writer_.Key(name);
      value.empty() ? static_cast<void>(writer_.Null()) : string(value);
    }
    writer_.EndObject();
  }
  void unsure(const char* field) {
    writer_.Key("unsure");
    writer_.StartArray();
    writer_.String(field);
    writer_.EndArray();
  }
  [[nodiscard]] std::string done() {
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void string(std::string_view value) {
    writer_.String(value.data(), static_cast<json::SizeType>(value.size()));
  }
  json::StringBuffer buffer_;
  json::Writer<json::StringBuffer> writer_;
};

// Gold names units by signs of its own where the kind says what they are.
std::string unit_of(const Quantity& quantity) {
  if (quantity.kind == "percent") return "%";
  if (quantity.kind == "percentage_points") return "pp";
  if (quantity.kind == "basis_points") return "bp";
  if (!quantity.unit) return {};
  const Unit& unit = *quantity.unit;
  if (quantity.kind == "money" && !unit.code.empty()) return unit.code;
  for (const std::string* text : {&unit.name, &unit.text, &unit.code}) {
    if (!text->empty()) return *text;
  }
  return {};
}

void put_quantity(FlatObject& to, const Quantity& quantity) {
  to.text("kind", quantity.kind);
  to.text("op", quantity.op);
  to.flag("approx", quantity.approx);
  to.number("value", quantity.value);
  to.number("low", quantity.low);
  to.number("high", quantity.high);
  to.text("unit", unit_of(quantity));
  if (quantity.unit) to.text("per", quantity.unit->per);
}

void put_claim(FlatObject& to, const Fact& fact) {
  if (fact.measure) to.text("measure", fact.measure->text);
  if (fact.subject) to.text("subject", fact.subject->name.empty() ? fact.subject->text : fact.subject->name);
  if (fact.share_of) to.text("share_of", fact.share_of->text);
  if (const auto& change = fact.change)
    to.texts("change", {{"direction", change->direction}, {"role", change->role}, {"basis", change->basis}});
  if (const auto& period = fact.period) {
    const bool dated = !period->start.empty() || !period->end.empty();
    if (dated) to.texts("period", {{"start", period->start}, {"end", period->end}});
    // Gold has no words for a period without dates.
    if (!dated) to.unsure("period");
  }
  to.text("status", fact.status);
  to.flag("negated", fact.negated);
  if (fact.attribution) to.text("speaker", fact.attribution->speaker);
}

std::string fact_json(const Fact& fact, const Quotation& where) {
  FlatObject to;
  to.text("quote", where.quote);
  to.text("near", where.near);
  put_quantity(to, fact.quantity);
  put_claim(to, fact);
  return to.done();
}

std::string head_json(const DocumentResult& article, const std::string& id) {
  FlatObject to;
  to.text("doc", id);
  to.text("published", article.document.published.value_or(""));
  std::string head = to.done();
  head.pop_back();
  return head + ", \"facts\": [";
}

Diagnostic about(const fs::path& file, std::string message, std::string hint) {
  Diagnostic problem = error(std::move(message), std::move(hint));
  problem.file = file.string();
  return problem;
}

// Where every article of the index stands, by name.
std::map<std::string, Unfinished> progress_of(const FactIndex& index) {
  std::map<std::string, Unfinished> out;
  for (const std::uint32_t at : index.find({}, {})) {
    const FactRow& row = index.rows()[at];
    const std::string& name = index.text(row, RowColumn::kArticle);
    Unfinished& article = out[name];
    article.article = name;
    article.facts += 1;
    article.open += row.state == ReviewState::kOpen ? 1U : 0U;
    article.conflicts += row.state == ReviewState::kConflict ? 1U : 0U;
    article.changed += row.changed ? 1U : 0U;
  }
  return out;
}

// Article name -> id, unique in the store.
std::map<std::string, std::string> ids_of(const fs::path& out, Diagnostics& problems) {
  std::map<std::string, std::string> ids;
  std::map<std::string, int> uses;
  problems = read_catalogue(out, [&](const Entry& entry) {
    if (entry.status == Entry::Status::kDone) ++uses[ids[entry.name] = gold_id(entry.name)];
    return true;
  });
  constexpr std::size_t kDigits = 8;
  for (auto& [name, id] : ids) {
    if (uses[id] > 1) id += "-" + sha256_hex({name}).substr(0, kDigits);
  }
  return ids;
}

// The gold of one store into one folder.
class GoldWriter {
 public:
  GoldWriter(fs::path out, fs::path set, bool force, const Ledger& ledger, GoldRun& run)
      : out_(std::move(out)), set_(std::move(set)), force_(force), ledger_(ledger), run_(run) {}

  // Errors: the disk's.
  Diagnostics add(const std::string& name, const std::string& id) {
    const fs::path text = set_ / (id + ".txt"), gold = set_ / (id + ".gold.json");
    for (const fs::path& path : {text, gold}) {
      std::error_code code;
      if (force_ || !fs::exists(path, code)) continue;
      run_.problems.push_back(
          about(path, "exists and is left as it is", "add --force to write it anew from the review"));
      return {};
    }
    const Result<DocumentResult> record = accepted(name);
    if (!record) return pass_over(record.errors(), name);
    const Result<std::string> json = gold_json(record.value(), id);
    if (!json) return pass_over(json.errors(), name);
    if (Diagnostics problems = write_whole(text, record.value().text); !problems.empty()) return problems;
    if (Diagnostics problems = write_whole(gold, json.value()); !problems.empty()) return problems;
    const std::vector<Fact>& facts = record.value().facts;
    const auto claims =
        std::count_if(facts.begin(), facts.end(), [](const Fact& fact) { return fact.claim; });
    run_.written.push_back({name, id, static_cast<std::size_t>(claims)});
    return {};
  }

 private:
  Result<DocumentResult> accepted(const std::string& name) const {
    const Result<fs::path> path = record_path(out_, name);
    if (!path) return path.errors();
    const Result<std::string> bytes = read_whole(path.value());
    if (!bytes) return bytes.errors();
    Result<DocumentResult> record = from_json(bytes.value());
    if (record.ok()) apply_verdicts(record.value(), name, ledger_, true);
    return record;
  }

  Diagnostics pass_over(Diagnostics problems, const std::string& name) {
    for (Diagnostic& problem : problems) {
      if (problem.file.empty()) problem.file = name;
      run_.problems.push_back(std::move(problem));
    }
    return {};
  }

  fs::path out_, set_;
  bool force_;
  const Ledger& ledger_;
  GoldRun& run_;
};

}  // namespace

Result<std::string> gold_json(const DocumentResult& accepted, const std::string& id) {
  const Squeezed text = squeezed(accepted.text);
  std::string facts;
  for (const Fact& fact : accepted.facts) {
    if (!fact.claim) continue;
    const std::optional<Quotation> where = quotation(text, fact.quantity.span);
    if (!where)
      return error("'" + fact.quantity.text + "' can't be told from the same words elsewhere",
                   "the article repeats itself: write its gold by hand");
    facts += (facts.empty() ? "\n" : ",\n") + fact_json(fact, *where);
  }
  return head_json(accepted, id) + facts + "\n]}\n";
}

std::string gold_id(std::string_view article) {
  constexpr std::string_view kEndings[] = {".txt", ".html", ".htm", ".md", ".json", ".xml", ".eml", ".pdf"};
  for (const std::string_view ending : kEndings) {
    if (article.size() > ending.size() && article.ends_with(ending)) {
      article.remove_suffix(ending.size());
      break;
    }
  }
  std::string out;
  for (const char c : article) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '.' || c == '-';
    if (!kept && out.ends_with('-')) continue;
    out += kept ? c : '-';
  }
  out.erase(0, std::min(out.find_first_not_of(".-"), out.size()));
  constexpr std::size_t kLongest = 120;
  if (out.size() > kLongest) out.resize(kLongest);
  return out.empty() ? "article" : out;
}

Result<GoldRun> write_gold(const fs::path& out, const fs::path& set, bool force) {
  const Result<Ledger> ledger = read_ledger(out);
  if (!ledger) return ledger.errors();
  const Result<FactIndex> index = FactIndex::read(out, ledger.value());
  if (!index) return index.errors();
  Diagnostics problems;
  const std::map<std::string, std::string> ids = ids_of(out, problems);
  if (!problems.empty()) return problems;
  std::error_code code;
  fs::create_directories(set, code);
  if (code) return file_error(set, "make the folder", code.value());
  GoldRun run;
  GoldWriter writer(out, set, force, ledger.value(), run);
  std::map<std::string, Unfinished> progress = progress_of(index.value());
  for (const auto& [name, id] : ids) {
    Unfinished& article = progress[name];
    if (article.facts == article.open) {
      ++run.untouched;
    } else if (article.open + article.conflicts + article.changed > 0) {
      run.unfinished.push_back(std::move(article));
    } else if (problems = writer.add(name, id); !problems.empty()) {
      return problems;
    }
  }
  return run;
}

}  // namespace figmine
