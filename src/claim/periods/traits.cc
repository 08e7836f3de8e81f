#include "claim/periods/traits.h"

namespace figmine::periods {
namespace {

bool is_delta_or_old(const Draft& draft) {
  return draft.text("role") == "by" || draft.text("role") == "from";
}

}  // namespace

bool Traits::measures(const Draft& draft, Wanted type) const {
  if (!draft.fact.measure) return false;
  return look_.holds_word(look_.tokens_in(draft.fact.measure->span), type);
}

bool Traits::has_vague_time(const Draft& draft) const {
  constexpr std::uint32_t kReach = 4;  // tokens
  const Analysis& a = figures_.analysis(draft);
  if (!look_.holds(a, "time.vague")) return false;
  for (std::uint32_t token = draft.mention->range.end;
       token < a.range.end && token - draft.mention->range.end < kReach; ++token) {
    if (look_.token_text(token) == "," || look_.beginning_at(a, token, "q") != nullptr) return false;
    if (look_.beginning_at(a, token, "time.vague") != nullptr) return true;
  }
  return false;
}

bool Traits::is_person_age(const Draft& draft) const {
  const TokenRange range = draft.mention->range;
  const Analysis& a = figures_.analysis(draft);
  if (draft.fact.quantity.kind != "age" || range.begin == a.range.begin || range.end == a.range.end)
    return false;
  return look_.token_text(range.begin - 1) == "," && look_.form(range.end).is(Shape::kPunct);
}

bool Traits::tells_now(const Draft& draft, const Governor& governor) const {
  if (draft.fact.change) return false;
  if (governor.tense == Tense::kUntold || governor.tense == Tense::kPast) return false;
  if (look_.covering(figures_.analysis(draft), governor.verb.end - 1, "change.verb") != nullptr) return false;
  return !is_demonstrative(figures_.clauses(draft), governor.verb);
}

// Whether a token of which the test holds stands before the figure, with no mark and no figure between but
// one that is joined to it: "trading between $5 and $6".
template <class Test>
bool Traits::leads_level(const Draft& draft, Test test) const {
  constexpr std::uint32_t kReach = 12;  // tokens
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t figure = draft.mention->range.begin;
  for (std::uint32_t token = figure; token-- > a.range.begin && figure - token <= kReach;) {
    const Annotation* other = look_.ending_at(a, token + 1, "q");
    const bool joined =
        other != nullptr && token + 2 == figure && look_.small_word_is(token + 1, "clause.joint");
    if (look_.form(token).is(Shape::kPunct) || (other != nullptr && !joined)) return false;
    if (joined) token = other->range.begin;
    if (test(token)) return true;
  }
  return false;
}

bool Traits::is_of_now(const Draft& draft, std::uint32_t from) const {
  if (is_ahead(draft) || is_delta_or_old(draft)) return false;
  return leads_level(
      draft, [&](std::uint32_t token) { return token >= from && look_.word_is(token, "present.adverb"); });
}

bool Traits::is_price_of_now(const Draft& draft) const {
  if (is_ahead(draft) || is_delta_or_old(draft) || draft.fact.quantity.kind != "money") return false;
  const Governor& governor = figures_.governor(draft);
  const std::uint32_t figure = draft.mention->range.begin;
  return leads_level(draft, [&](std::uint32_t token) {
    if (look_.word_is(token, "present.adjective"))
      return look_.holds_word({token + 1, figure}, "coin.measure") ||
             look_.holds_word({token + 1, figure}, "level.noun");
    const bool over = governor.tense == Tense::kPast ||  // "has been trading", not "has dropped, trading at"
                      (look_.word_is(governor.verb.begin, "verb.have") && token >= governor.verb.begin &&
                       token <= governor.verb.end);
    return !over && look_.word_is(token, "present.trade") && look_.word_is(token + 1, "preposition");
  });
}

// Whether "this" or "that" is the verb's subject.
bool Traits::is_demonstrative(const Clauses& clauses, TokenRange verb) const {
  const std::size_t subject = clauses.subject_of(clauses.at(verb.begin));
  if (subject != Clauses::kNoChunk) return look_.word_is(clauses[subject].range.begin, "demonstrative");
  const std::size_t before = clauses.before(clauses.at(verb.begin));
  return before != Clauses::kNoChunk && look_.word_is(clauses[before].range.begin, "demonstrative");
}

bool Traits::is_attribute(const Draft& draft) const {
  const Quantity& quantity = draft.fact.quantity;
  if (draft.fact.change || !quantity.unit || quantity.kind == "money") return false;
  const std::uint32_t after = draft.mention->range.end;
  if (quantity.kind == "percent")  // "an 80%-owned mine"
    return look_.token_text(after) == "-" && after + 1 < figures_.input().text.tokens.size() &&
           figures_.input().text.tokens[after + 1].glued;
  const std::size_t unit = quantity.text.rfind(quantity.unit->text);
  return !quantity.unit->text.empty() && unit != std::string::npos && unit > 0 &&
         quantity.text[unit - 1] == '-';
}

bool Traits::is_traded(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& clauses = figures_.clauses(draft);
  std::size_t verb = clauses.at(figures_.governor(draft).verb.begin);
  if (verb == Clauses::kNoChunk) return false;
  const std::size_t auxiliary = clauses.verb_before(verb);  // "was little changed at"
  if (auxiliary != Clauses::kNoChunk && verb - auxiliary <= 2) verb = auxiliary;
  for (std::uint32_t token = clauses[verb].range.begin; token-- > a.range.begin;) {
    const std::size_t chunk = clauses.at(token);
    if (clauses.is(chunk, Part::kStop) || clauses.is(chunk, Part::kVerb)) return false;
    if (clauses.is(chunk, Part::kFigure)) continue;
    const bool head = !clauses.is(chunk, Part::kPhrase) || clauses[chunk].range.end == token + 1;
    if (head && look_.word_is(token, "market.noun")) return true;
  }
  return false;
}

bool Traits::is_revised(const Draft& draft) const {
  constexpr std::uint32_t kReach = 16;
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t begin = draft.mention->range.begin;
  for (std::uint32_t token = begin; token-- > a.range.begin && begin - token <= kReach;) {
    const bool moved = look_.word_is(token, "revising.verb") && leads_movement(a, token + 1);
    if (moved || look_.word_is(token, "revised.noun")) return true;
    if (look_.token_text(token) == ";") break;
  }
  return false;
}

// "up to", "to", "from": behind "adjusted" in "adjusted earnings" stands no movement.
bool Traits::leads_movement(const Analysis& a, std::uint32_t token) const {
  return look_.beginning_at(a, token, "change.updown") != nullptr || look_.word_is(token, "pos.first.TO") ||
         look_.word_is(token, "preposition.source");
}

}  // namespace figmine::periods
