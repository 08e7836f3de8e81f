#include "claim/measures/described.h"

namespace figmine::measures {

// "the $230m Halden North project", "a 6 MW Ridge Road wood-chip heating plant": what sort of thing the
// name is of.
bool Described::describes_named(Draft& draft, TokenRange after) const {
  const std::uint32_t head = after.end - 1;
  const bool several = after.end - after.begin > 1;
  if ((several && is_titled_thing(draft, after)) || is_acronym(draft, after) || is_reach(draft, after)) {
    draft.subject = {};
    if (nouns_.compares(draft)) ++after.begin;  // "43% more SMS"
    setter_.set(draft, after, "measure/described");
    return true;
  }
  if (const TokenRange titled = titled_sum(draft, after); !titled.empty()) {
    draft.subject = {};
    setter_.set(draft, titled, "measure/titled");
    return true;
  }
  const bool sort = several && look_.form(head).is(Shape::kLower) && look_.word_is(head, "measure.segment");
  if (!sort) return false;
  std::uint32_t begin = head;
  while (begin > after.begin &&
         (look_.form(begin - 1).is(Shape::kLower) || look_.token_text(begin - 1) == "-"))
    --begin;
  setter_.set(draft, {begin, after.end}, "measure/described");
  return true;
}

// "the 2% threshold range", "rates it Buy with a $9 target": nouns of which each names no measure by itself
// do where the figure tells how large it is, unless they are what something moves to: "rates in the 2-3%
// range".
bool Described::describes_held(Draft& draft, TokenRange after) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const std::uint32_t head = after.end - 1;
  const bool held = after.begin == draft.mention->range.end && look_.word_is(head, "measure.held") &&
                    draft.fact.quantity.op != "..";
  if (!held) return false;
  const bool several = after.end - after.begin > 1 && look_.word_is(head - 1, "measure.generic");
  const bool beside = begin > figures_.analysis(draft).range.begin + 1 &&
                      look_.word_is(begin - 1, "article") &&
                      look_.small_word_is(begin - 2, "preposition.bearing");
  if (!several && !beside) return false;
  setter_.set(draft, after, "measure/described");
  return true;
}

// "Their prize was a 7-year contract": what somebody or something is, and how large that is.
bool Described::completes_copula(Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const std::uint32_t end = draft.mention->range.end;
  const TokenRange after = draft.range("measure_after");
  const Analysis& a = figures_.analysis(draft);
  const bool told = begin > a.range.begin + 1 && look_.word_is(begin - 2, "copula") && after.begin == end &&
                    !after.empty() &&
                    (look_.word_is(begin - 1, "article") || look_.word_is(begin - 1, "given.determiner"));
  if (!told || nouns_.is_denominator(draft, after) || look_.ending_at(a, after.end, "grain") != nullptr)
    return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_of(c.at(begin - 2));
  if (!c.is(subject, Part::kPhrase) || look_.token_text(after.end) == ",") return false;
  const std::size_t first = c.at(c.chain_ending(subject).begin);
  if (look_.is_name(c[first].range)) return false;  // "Halden is a $5 billion market"
  if (!attachments_.take_with_attachments(draft, after)) setter_.set(draft, after, "measure/described");
  return true;
}

// "a $107 million mixed-income community", "its 275-mile gravel trail": a common noun that names no measure
// by itself does where an article stands before the figure, as it tells how large that is.
bool Described::describes_common(Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const TokenRange after = draft.range("measure_after");
  const std::string& kind = draft.fact.quantity.kind;
  const Analysis& a = figures_.analysis(draft);
  const bool sized = kind == "money" || kind == "measure" || kind == "percent" || kind == "multiple";
  const bool plain = draft.text("role").empty() || draft.text("role") == "none";
  if (!sized || !plain || after.empty() || after.begin != draft.mention->range.end || begin <= a.range.begin)
    return false;
  const bool determined = look_.word_is(begin - 1, "article") || look_.word_is(begin - 1, "pos.first.PRPS");
  const std::uint32_t head = after.end - 1;
  const bool told_elsewhere = look_.word_is(head, "level.mark") || look_.word_is(head, "valuation.range") ||
                              look_.word_is(head, "anaphor.noun");
  const bool cut = after.end < a.range.end &&
                   (look_.form(after.end).is(Shape::kCap) || look_.token_text(after.end) == "-");
  if (!determined || told_elsewhere || cut || !look_.form(head).is(Shape::kLower) ||
      nouns_.is_denominator(draft, after) || nouns_.is_stop_head(a, after))
    return false;
  setter_.set(draft, after, "measure/described");
  return true;
}

// "90% LTC": letters that stand for a measure, and for nobody.
bool Described::is_acronym(const Draft& draft, TokenRange after) const {
  const bool more = after.end == after.begin + 2 && nouns_.compares(draft);  // "43% more SMS"
  const std::uint32_t word = more ? after.begin + 1 : after.begin;
  const bool letters = after.end == word + 1 && after.begin == draft.mention->range.end &&
                       look_.form(word).is(Shape::kUpper) && !look_.form(word).is(Shape::kSingle);
  const Entity* entity = figures_.entities().find(look_.text_of(after));
  return letters && draft.fact.quantity.kind == "percent" &&
         (entity == nullptr || entity->mentions.size() < 2);
}

// "up to 70 miles range"
bool Described::is_reach(const Draft& draft, TokenRange after) const {
  return draft.fact.quantity.kind == "measure" && after.begin == draft.mention->range.end &&
         look_.word_is(after.end - 1, "reach.noun");
}

// "a 6 MW Ridge Road Solar Project", "the standard 1-Year Free Warranty": a thing of that size, in capitals,
// and nobody who could have it.
bool Described::is_titled_thing(const Draft& draft, TokenRange after) const {
  const std::string& kind = draft.fact.quantity.kind;
  const std::uint32_t head = after.end - 1;
  const std::uint32_t begin = draft.mention->range.begin;
  const bool hyphened = kind == "measure" && draft.fact.quantity.text.find('-') != std::string::npos;
  if (hyphened && after.begin == draft.mention->range.end && begin > figures_.analysis(draft).range.begin &&
      look_.word_is(begin - 1, "indefinite"))
    return true;  // "into a 2,000-square-foot Arts Space"
  const bool sized = (kind == "measure" || kind == "duration") && draft.fact.quantity.op == "=";
  return sized && after.begin == draft.mention->range.end && look_.form(head).is(Shape::kCap) &&
         !is_holder(after) && figures_.namer().is_common(head);
}

// "closes its $5 Million Seed Round Led by Corlan", "a $10,000 Autumn Photo Prize": what is worth or costs so
// much, in capitals though it is nobody; empty where the words may be a name, as of those who paid it.
TokenRange Described::titled_sum(const Draft& draft, TokenRange after) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool sum = kind == "money" || kind == "percent";
  if (!sum || after.begin != draft.mention->range.end || !look_.is_name(after)) return {};
  const bool model = look_.form(after.end).is(Shape::kDigit) && look_.input().text.tokens[after.end].glued;
  const std::uint32_t behind = after.end;
  while (after.end > after.begin + 1 && is_participle(after.end - 1)) --after.end;
  const Analysis& a = figures_.analysis(draft);
  if (model || is_holder(after) || look_.covering(a, after.end - 1, "demonym") != nullptr) return {};
  const std::uint32_t before = draft.mention->range.begin - 1;
  const bool determined = before < draft.mention->range.begin &&
                          (look_.word_is(before, "article") || look_.word_is(before, "pos.first.PRPS"));
  const bool acts = figures_.clauses(draft).is(figures_.clauses(draft).at(behind), Part::kVerb);
  const bool event = !determined && look_.word_is(after.end - 1, "titled.noun");  // "Ahead of $5m Merger"
  if (acts && !event && !look_.title_case(a)) return {};  // "the $5 million Halden Trust has spent"
  return is_titled_noun(after, determined) ? after : TokenRange{};
}

// "Seed Round", "its $500 Owl Bonanza"; not "Analysts Fors and Mei", "Mark" of a level, "the $900 Orvane".
bool Described::is_titled_noun(TokenRange words, bool determined) const {
  const std::uint32_t head = words.end - 1;
  const bool other = look_.word_is(words.begin, "agent") || look_.word_is(head, "level.mark") ||
                     look_.word_is(head, "surname") || is_participle(head) ||
                     !look_.form(head).is(Shape::kWordlike) || look_.form(head).is(Shape::kUpper);
  bool common = look_.word_is(head, "titled.noun") || (determined && words.end - words.begin > 1);
  for (std::uint32_t token = words.begin; token < words.end; ++token)
    common = common || figures_.namer().is_common(token);
  return !other && common && !look_.word_is(words.begin, "article");
}

// "Led" of "Seed Round Led by Corlan".
bool Described::is_participle(std::uint32_t token) const {
  return look_.word_is(token, "pos.first.VN") || look_.word_is(token, "pos.first.VD");
}

bool Described::is_holder(TokenRange words) const {
  const Entity* entity = figures_.entities().find(look_.text_of(words));
  return entity != nullptr &&
         (entity->type == "organization" || entity->type == "person" || entity->type == "place");
}

}  // namespace figmine::measures
