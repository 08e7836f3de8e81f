#include "claim/assembling/non_claims.h"

#include <algorithm>

#include "base/ascii.h"

namespace figmine::assembling {

void NonClaims::mark() const {
  for (std::size_t index = 0; index < figures_.drafts().size(); ++index) {
    Fact& fact = figures_[index].fact;
    if (fact.claim || fact.non_claim_class != "partitive_one" || !counts_item(index)) continue;
    fact.claim = true;
    fact.non_claim_class.clear();
  }
  const std::set<std::string, std::less<>> names = numbered_names();
  for (Draft& draft : figures_.drafts()) {
    Fact& fact = draft.fact;
    if (!fact.claim) continue;
    if (!names.empty() && fact.quantity.kind == "count" && names.contains(numbered(draft)))
      reject(draft, "name");
    const Quantity& quantity = fact.quantity;
    if (quantity.kind == "number" && !draft.has("role") && !draft.has("measure") && !draft.has("per") &&
        !draft.has("paired") && !supported_number(draft))
      reject(draft, "other");
    if (quantity.kind == "duration" && is_time_frame(draft)) reject(draft, "date_part");
  }
}

// The names that begin with a number, by their first two words: "500 Corlan" of "500 Corlan is a bank".
std::set<std::string, std::less<>> NonClaims::numbered_names() const {
  std::set<std::string, std::less<>> names;
  for (const Draft& draft : figures_.drafts()) {
    if (draft.fact.claim || draft.fact.non_claim_class != "name") continue;
    if (std::string name = numbered(draft); !name.empty()) names.insert(std::move(name));
  }
  return names;
}

// The figure's number with the capitalised word behind it; empty where there is none.
std::string NonClaims::numbered(const Draft& draft) const {
  const std::uint32_t number = draft.mention->range.begin;
  const bool named = look_.form(number).is(Shape::kDigit) && look_.form(number + 1).is(Shape::kCap) &&
                     number + 1 < figures_.analysis(draft).range.end;
  return named ? look_.text_of({number, number + 2}) : std::string();
}

// "- Two baths a month - One vitamin spray - 10% off": in a list of what is counted, "one" counts, too.
bool NonClaims::counts_item(std::size_t index) const {
  constexpr std::size_t kReach = 6;      // figures
  constexpr std::size_t kSentences = 2;  // items
  const Draft& draft = figures_[index];
  if (!begins_item(draft) || look_.holds(figures_.analysis(draft), "vg")) return false;
  const std::size_t end = std::min(index + kReach + 1, figures_.drafts().size());
  for (std::size_t i = index - std::min(index, kReach); i < end; ++i) {
    const Draft& other = figures_[i];
    const std::size_t apart =
        std::max(other.sentence, draft.sentence) - std::min(other.sentence, draft.sentence);
    const std::string& kind = other.fact.quantity.kind;
    if (apart > 0 && apart <= kSentences && other.fact.claim && (kind == "count" || kind == "percent") &&
        begins_item(other))
      return true;
  }
  return false;
}

// "- Two baths a month", "- Any two doses"
bool NonClaims::begins_item(const Draft& draft) const {
  return draft.fact.section == "list" &&
         draft.mention->range.begin <= figures_.analysis(draft).range.begin + 1;
}

// A bare number is a claim where it is large or stands as a level: "permits ran at 1,215,000", "index at
// 105.3".
bool NonClaims::supported_number(const Draft& draft) const {
  const Quantity& quantity = draft.fact.quantity;
  if (quantity.op != "=" || draft.has("op") || draft.has("approx") || is_scaled(draft)) return true;
  if (tells_some_of(draft)) return true;
  const bool grouped =
      quantity.text.find(',') != std::string::npos || quantity.text.find('.') != std::string::npos;
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t at = figures_.before_adverbs(a, draft.mention->range.begin);
  const bool after_verb = at > a.range.begin && (look_.covering(a, at - 1, "vg") != nullptr ||
                                                 look_.covering(a, at - 1, "level.verb") != nullptr ||
                                                 look_.small_word_is(at - 1, "act.verb"));
  if (grouped && quantity.text.find_first_not_of("0123456789.,") == std::string::npos)
    return after_verb || quantity.text.find(',') != std::string::npos || at > a.range.begin;
  return after_verb && !draft.mention->words;
}

bool NonClaims::tells_some_of(const Draft& draft) const {
  const std::size_t index = figures_.index_of(draft);
  return index > 0 && figures_.counts_some_of(draft, figures_[index - 1]);
}

// "transactions peaked at 6.9 million"
bool NonClaims::is_scaled(const Draft& draft) const {
  constexpr std::size_t kMillion = 7;  // digits
  const Quantity& quantity = draft.fact.quantity;
  constexpr std::size_t kScale = 7;  // letters of "million": no "m", which may be metres
  const bool letters =
      static_cast<std::size_t>(std::count_if(quantity.text.begin(), quantity.text.end(), is_lower)) + 1 >=
      kScale;
  const bool apart =
      !look_.input().text.tokens[draft.mention->range.begin].glued && is_digit(quantity.text.front());
  return letters && apart && quantity.value &&
         std::min(quantity.value->find('.'), quantity.value->size()) >= kMillion;
}

// "for the last 12 months", "within a year": a frame, unlike "within two years", which is told.
bool NonClaims::is_time_frame(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t at = draft.mention->range.begin;
  if (at == a.range.begin) return false;
  const bool record = tells_record(a, at);
  const bool of_one =
      draft.fact.quantity.value == "1" && look_.ending_at(a, at, "frame_word.of_one") != nullptr;
  const bool term = (look_.word_is(at - 1, "possessive") || look_.word_is(at - 1, "pos.first.PRPS")) &&
                    draft.fact.quantity.text.find('-') != std::string::npos &&
                    look_.word_is(draft.mention->range.end, "security.term");  // "Orvane's 10-year bond"
  if (of_one || record || term) return true;
  return !is_rule_of_length(draft) && look_.ending_at(a, at, "frame_word") != nullptr;
}

// "its highest in two months", "the lowest level in nearly three years", "its worst day in two months"
bool NonClaims::tells_record(const Analysis& a, std::uint32_t at) const {
  constexpr std::uint32_t kBounds = 2;
  constexpr std::uint32_t kNouns = 2;
  for (std::uint32_t n = 0; n < kBounds && at > a.range.begin; ++n) {
    if (look_.ending_at(a, at, "bound.before") == nullptr) break;
    --at;
  }
  if (at < a.range.begin + 2 || !look_.small_word_is(at - 1, "preposition.record")) return false;
  for (std::uint32_t token = at - 1, n = 0; token > a.range.begin && n <= kNouns; ++n) {
    --token;
    if (look_.word_is(token, "superlative")) return true;
    if (!look_.word_is(token, "record.noun")) return false;
  }
  return false;
}

// "the 45-day rule": what is so long; not "the 45-day study period".
bool NonClaims::is_rule_of_length(const Draft& draft) const {
  constexpr std::uint32_t kReach = 3;  // tokens
  const TokenRange range = draft.mention->range;
  const std::uint32_t limit = figures_.analysis(draft).range.end;
  if (draft.fact.quantity.text.find('-') == std::string::npos || range.end == limit) return false;
  if (!look_.word_is(range.begin - 1, "frame_article")) return false;
  for (std::uint32_t token = range.end; token < std::min(range.end + kReach, limit); ++token) {
    if (look_.word_is(token, "frame_noun")) return false;
  }
  return true;
}

}  // namespace figmine::assembling
