#include "review/review.h"

#include <algorithm>
#include <fstream>

#include "batch/store.h"
#include "output/read_json.h"
#include "review/apply.h"
#include "review/fields.h"
#include "review/json_text.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

Outcome refused(Refusal refusal) { return {std::move(refusal), {}, {}}; }

// The article as a line of JSON Lines, so that extraction sees the text that the record's spans are in.
std::string line_of(const DocumentResult& document) {
  JsonText line;
  line.object([&] {
    line.key("text").text(document.text);
    line.key("language").text(document.document.language);
    if (document.document.title) line.key("title").text(*document.document.title);
    if (document.document.published) line.key("published").text(*document.document.published);
  });
  return line.str();
}

ExtractOptions every_figure() {
  ExtractOptions options;
  options.input = Input::kJsonLine;
  options.all = true;
  return options;
}

// The fact whose figure shares the most characters with `span`.
std::optional<Fact> overlapping(const std::vector<Fact>& facts, Span span) {
  std::optional<Fact> best;
  std::uint32_t most = 0;
  for (const Fact& fact : facts) {
    const Span own = fact.quantity.span;
    const Span shared{std::max(own.begin, span.begin), std::min(own.end, span.end)};
    if (shared.size() <= most) continue;
    most = shared.size();
    best = fact;
  }
  return best;
}

// Checks the changes on `fact`, which is a copy.
std::optional<Refusal> fill_changes(const Wish& wish, Fact& fact, Decision& decision) {
  for (const auto& [name, after] : wish.changes) {
    const std::string before = field_of(fact, name);
    if (std::string problem = set_field(fact, name, after); !problem.empty())
      return Refusal{Refusal::Why::kWrong, name + " " + problem, {}};
    if (before != after) decision.changes[name] = {before, after};
  }
  return std::nullopt;
}

std::optional<Refusal> fill_added(const Wish& wish, DocumentResult& document, Decision& decision) {
  if (!wish.span) return Refusal{Refusal::Why::kWrong, "an added fact needs the span of its figure", {}};
  decision.changes["begin"].after = std::to_string(wish.span->begin);
  decision.changes["end"].after = std::to_string(wish.span->end);
  std::optional<Fact> fact = added_fact(document, decision);
  if (!fact) return Refusal{Refusal::Why::kWrong, "the span is none of the text", {}};
  decision.fact = fact->id;
  if (fact_with(document, fact->id) != nullptr)
    return Refusal{Refusal::Why::kClash, "the program found this figure", "edit its fact"};
  return fill_changes(wish, *fact, decision);
}

}  // namespace

Fact* fact_with(DocumentResult& document, const std::string& id) {
  const auto it = std::find_if(document.facts.begin(), document.facts.end(),
                               [&](const Fact& fact) { return fact.id == id; });
  return it == document.facts.end() ? nullptr : &*it;
}

Review::Review(fs::path out, const Engine& engine, DecisionLog log, Ledger ledger, FactIndex index)
    : out_(std::move(out)),
      log_(std::move(log)),
      ledger_(std::move(ledger)),
      index_(std::move(index)),
      engine_(engine),
      extractor_(engine_) {}

Result<std::unique_ptr<Review>> Review::open(const fs::path& out, const Engine& engine,
                                             const std::string& reviewer) {
  // First the store: a folder that is none is not given a log.
  if (Diagnostics problems = read_catalogue(out, [](const Entry&) { return false; }); !problems.empty())
    return problems;
  Result<DecisionLog> log = DecisionLog::open(out, reviewer);
  if (!log) return log.errors();
  Result<Ledger> ledger = read_ledger(out);
  if (!ledger) return ledger.errors();
  Result<FactIndex> index = FactIndex::read(out, ledger.value());
  if (!index) return index.errors();
  return std::unique_ptr<Review>(
      new Review(out, engine, std::move(log).value(), std::move(ledger).value(), std::move(index).value()));
}

// ----------------------------------------------------------------------------------------------------
// reading

Result<std::string> Review::record(const std::string& article) const {
  const Result<fs::path> path = record_path(out_, article);
  if (!path) return path.errors();
  return read_whole(path.value());
}

Result<DocumentResult> Review::document(const std::string& article) const {
  const Result<std::string> bytes = record(article);
  if (!bytes) return bytes.errors();
  return from_json(bytes.value());
}

Result<std::string> Review::explain(const std::string& article, const std::string& fact) {
  const Result<DocumentResult> read = document(article);
  if (!read) return read.errors();
  const std::scoped_lock lock(extractor_mutex_);
  return extractor_.explain(line_of(read.value()), every_figure(), fact);
}

std::vector<Fact> Review::extracted(const std::string& line) {
  const std::scoped_lock lock(extractor_mutex_);
  Result<DocumentResult> result = extractor_.extract(line, every_figure());
  return result.ok() ? std::move(result.value().facts) : std::vector<Fact>();
}

std::optional<Fact> Review::figure_at(const DocumentResult& document, Span span) {
  return overlapping(extracted(line_of(document)), span);
}

std::optional<Fact> Review::figure_of(const std::string& typed) {
  JsonText line;
  line.object([&] {
    line.key("text").text(typed + ".");
    line.key("language").text("en");
  });
  return overlapping(extracted(line.str()), {0, UINT32_MAX});
}

// ---------------------------------------------------------------------------------------------------
// deciding

// What the reviewer saw, so that a later change of the fact is known.
void Review::see(Decision& decision, const FactRow& row) const {
  decision.fact_sha256 = row.seen;
  for (const std::uint32_t rule : row.rules) decision.rules.push_back(index_.rule(rule));
}

std::optional<Refusal> Review::fill(const Wish& wish, DocumentResult& document, Decision& decision) {
  if (wish.action == Action::kAdd) return fill_added(wish, document, decision);
  if (Fact* fact = fact_with(document, wish.fact)) return fill_changes(wish, *fact, decision);
  const std::scoped_lock lock(mutex_);
  if (index_.row_of({wish.article, wish.fact}) != nullptr) return fill_of_added(wish, decision);
  return Refusal{Refusal::Why::kUnknown, "the article has no fact " + wish.fact, "reload the page"};
}

// Who accepts what another added adds it too: both then say the same.
std::optional<Refusal> Review::fill_of_added(const Wish& wish, Decision& decision) const {
  if (wish.action == Action::kReject) return std::nullopt;
  if (wish.action == Action::kEdit)
    return Refusal{Refusal::Why::kWrong, "an added fact can't be edited",
                   "undo the adding, then add it again"};
  const auto verdict = ledger_.verdicts().find({wish.article, wish.fact});
  if (verdict != ledger_.verdicts().end()) {
    for (const auto& [reviewer, made] : verdict->second.by_reviewer) {
      if (made.action != Action::kAdd) continue;
      decision.action = Action::kAdd;
      decision.changes = made.changes;
      return std::nullopt;
    }
  }
  return Refusal{Refusal::Why::kClash, "nobody adds this fact any more", "undo, or add it again"};
}

Outcome Review::decide(const Wish& wish) {
  Decision decision;
  decision.article = wish.article;
  decision.fact = wish.fact;
  decision.action = wish.action;
  decision.reason = wish.reason;
  Result<DocumentResult> read = document(wish.article);
  if (!read)
    return refused({Refusal::Why::kUnknown, read.errors().front().message, read.errors().front().hint});
  if (std::optional<Refusal> refusal = fill(wish, read.value(), decision))
    return refused(std::move(*refusal));
  const std::scoped_lock lock(mutex_);
  if (const FactRow* row = index_.row_of({decision.article, decision.fact})) see(decision, *row);
  return save({std::move(decision)});
}

Outcome Review::decide_all(const RowFilter& filter, Action action, const std::string& reason) {
  const std::scoped_lock lock(mutex_);
  const std::string group = group_name("all");
  std::vector<Decision> decisions;
  for (const std::uint32_t at : index_.find(filter, {})) {
    const FactRow& row = index_.rows()[at];
    if (row.state != ReviewState::kOpen) continue;
    Decision decision;
    decision.article = index_.text(row, RowColumn::kArticle);
    decision.fact = row.id;
    decision.action = action;
    decision.reason = reason;
    decision.group = group;
    see(decision, row);
    decisions.push_back(std::move(decision));
  }
  return decisions.empty() ? Outcome{} : save(std::move(decisions));
}

// Of decisions that are undone at once: unique, since the log's next number is.
std::string Review::group_name(std::string_view what) const {
  return log_.reviewer() + "-" + std::string(what) + "-" + std::to_string(log_.next());
}

// The same decision of another fact; nothing where its article can't be read or its fields can't be so.
std::optional<Decision> Review::repeated(const Decision& own, const FactRow& row,
                                         const std::string& group) const {
  Decision decision;
  decision.article = index_.text(row, RowColumn::kArticle);
  decision.fact = row.id;
  decision.action = own.action;
  decision.reason = own.reason;
  decision.group = group;
  see(decision, row);
  if (own.action != Action::kEdit) return decision;
  Result<DocumentResult> read = document(decision.article);
  Fact* fact = read.ok() ? fact_with(read.value(), row.id) : nullptr;
  if (fact == nullptr) return std::nullopt;
  Wish wish;
  for (const auto& [field, change] : own.changes) wish.changes[field] = change.after;
  if (fill_changes(wish, *fact, decision)) return std::nullopt;
  return decision;
}

Outcome Review::decide_repeats(const FactKey& like) {
  const std::scoped_lock lock(mutex_);
  const auto verdict = ledger_.verdicts().find(like);
  const std::map<std::string, Decision> none;
  const std::map<std::string, Decision>& made =
      verdict == ledger_.verdicts().end() ? none : verdict->second.by_reviewer;
  const auto own = made.find(log_.reviewer());
  if (own == made.end() || own->second.action == Action::kAdd)
    return refused({Refusal::Why::kClash, "you did not decide this fact", "decide it, then its repeats"});
  const std::string group = group_name("repeats");
  std::vector<Decision> decisions;
  for (const std::uint32_t at : index_.repeats_of(like)) {
    if (std::optional<Decision> decision = repeated(own->second, index_.rows()[at], group))
      decisions.push_back(std::move(*decision));
  }
  return decisions.empty() ? Outcome{} : save(std::move(decisions));
}

Outcome Review::step_back(Action action) {
  const std::scoped_lock lock(mutex_);
  const bool undo = action == Action::kUndo;
  Decision decision;
  decision.action = action;
  decision.of = undo ? ledger_.last_of(log_.reviewer()) : ledger_.last_undone_of(log_.reviewer());
  if (decision.of.empty())
    return refused({Refusal::Why::kClash, undo ? "nothing to undo" : "nothing to redo", {}});
  return save({std::move(decision)});
}

// Written and synced before it counts, and before it is answered.
Outcome Review::save(std::vector<Decision> decisions) {
  if (const Diagnostics problems = log_.add(decisions); !problems.empty())
    return refused({Refusal::Why::kNotSaved, problems.front().message, problems.front().hint});
  for (const Decision& decision : decisions) ledger_.apply(decision);
  Outcome out;
  out.saved = decisions.back().id;
  for (const Decision& decision : decisions) {
    if (decision.of.empty()) {
      out.facts.push_back({decision.article, decision.fact});
    } else {
      out.facts = ledger_.facts_of(decision.of);
    }
  }
  for (const FactKey& key : out.facts) index_.refresh(key, ledger_);
  return out;
}

std::optional<Refusal> Review::note_counter_example(const std::string& article, const std::string& id) {
  Result<DocumentResult> read = document(article);
  if (!read) return Refusal{Refusal::Why::kUnknown, read.errors().front().message, {}};
  const Fact* fact = fact_with(read.value(), id);
  if (fact == nullptr) return Refusal{Refusal::Why::kUnknown, "the article has no such fact", {}};
  JsonText line;
  line.object([&] {
    line.key("rules").array(fact->rules, [&](const std::string& rule) { line.text(rule); });
    line.key("no").text(slice(read.value().text, fact->sentence));
    line.key("quantity").text(fact->quantity.text);
    line.key("article").text(article);
  });
  const fs::path path = out_ / "review" / "counter-examples.txt";
  const std::scoped_lock lock(mutex_);
  std::ofstream file(path, std::ios::app | std::ios::binary);
  file << line.str() << '\n' << std::flush;
  if (!file) return Refusal{Refusal::Why::kNotSaved, "can't write " + path.string(), {}};
  return std::nullopt;
}

}  // namespace figmine
