#include "review/apply.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/fact_id.h"
#include "output/offsets.h"
#include "review/fields.h"

namespace figmine {
namespace {

std::optional<std::uint32_t> offset_of(const Decision& decision, const char* field) {
  const auto change = decision.changes.find(field);
  if (change == decision.changes.end()) return std::nullopt;
  const std::string& text = change->second.after;
  std::uint32_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The sentence of another fact there, else the line.
void place(Fact& fact, const DocumentResult& document) {
  const Span span = fact.quantity.span;
  for (const Fact& other : document.facts) {
    if (other.sentence.begin <= span.begin && span.end <= other.sentence.end) {
      fact.sentence = other.sentence;
      fact.section = other.section;
      return;
    }
  }
  const std::size_t before = span.begin == 0 ? std::string::npos : document.text.rfind('\n', span.begin - 1);
  const std::size_t after = std::min(document.text.find('\n', span.end), document.text.size());
  fact.sentence = {before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1),
                   static_cast<std::uint32_t>(after)};
  fact.section = "body";
}

// Facts that are gone are linked to no more.
void drop_dead_links(DocumentResult& document) {
  std::set<std::string> ids;
  for (const Fact& fact : document.facts) ids.insert(fact.id);
  for (Fact& fact : document.facts)
    std::erase_if(fact.links, [&](const Link& link) { return !ids.contains(link.fact); });
}

bool in_text_order(const Fact& a, const Fact& b) { return a.quantity.span.begin < b.quantity.span.begin; }

}  // namespace

std::optional<Fact> added_fact(const DocumentResult& document, const Decision& decision) {
  const ByteOffsets bytes(document.text, OffsetUnit::kCodePoints);
  const std::optional<std::uint32_t> begin = offset_of(decision, "begin");
  const std::optional<std::uint32_t> end = offset_of(decision, "end");
  const std::optional<std::uint32_t> first = begin ? bytes.at(*begin) : std::nullopt;
  const std::optional<std::uint32_t> last = end ? bytes.at(*end) : std::nullopt;
  if (!first || !last || *first >= *last) return std::nullopt;
  Fact fact;
  fact.quantity.span = {*first, *last};
  fact.quantity.text = std::string(slice(document.text, fact.quantity.span));
  fact.quantity.kind = "number";
  fact.id = fact_id(document.document.sha256, fact.quantity.span);
  fact.score = 1;
  fact.rules = {"review/added"};
  place(fact, document);
  apply_changes(fact, decision);
  return fact;
}

void apply_verdicts(DocumentResult& document, const std::string& article, const Ledger& ledger,
                    bool only_accepted) {
  std::vector<Fact> kept;
  for (Fact& fact : document.facts) {
    const auto verdict = ledger.verdicts().find({article, fact.id});
    const ReviewState state =
        verdict == ledger.verdicts().end() ? ReviewState::kOpen : verdict->second.state();
    const bool undecided = state == ReviewState::kOpen || state == ReviewState::kConflict;
    if (state == ReviewState::kRejected || (only_accepted && undecided)) continue;
    if (state == ReviewState::kEdited) apply_changes(fact, *verdict->second.latest());
    kept.push_back(std::move(fact));
  }
  document.facts = std::move(kept);
  for (auto at = ledger.verdicts().lower_bound({article, ""});
       at != ledger.verdicts().end() && at->first.article == article; ++at) {
    if (at->second.state() != ReviewState::kAdded) continue;
    if (std::optional<Fact> fact = added_fact(document, *at->second.latest()))
      document.facts.push_back(std::move(*fact));
  }
  std::stable_sort(document.facts.begin(), document.facts.end(), in_text_order);
  drop_dead_links(document);
}

}  // namespace figmine
