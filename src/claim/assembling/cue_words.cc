#include "claim/assembling/cue_words.h"

namespace figmine::assembling {

// "will open 12 shops"; not "two projects:", "freight-forecasting startup", "his 42nd goal".
bool CueWords::tells(const Draft& draft, const Clauses& c, std::size_t chunk, const Annotation& cue) const {
  if (is_scored(figures_.analysis(draft), cue) || is_cause(c, cue)) return false;
  if (is_imperative(figures_.analysis(draft), cue)) return false;
  const bool verb = c.is(chunk, Part::kVerb);
  // "freight-forecasting startup": a gerund tells only as a verb
  if (!verb && look_.form(cue.range.end - 1).folded.ends_with("ing")) return false;
  if (!verb && is_in_name(figures_.analysis(draft), cue)) return false;
  return (verb && !is_listing_noun(c, chunk, cue)) || tells_as_noun(draft, cue, c[chunk]);
}

// "a gift to Reading Forward"; not "the Halden Plan"
bool CueWords::is_in_name(const Analysis& a, const Annotation& cue) const {
  const std::uint32_t begin = cue.range.begin;
  return begin > a.range.begin && look_.form(begin).is(Shape::kCap) &&
         look_.form(begin - 1).is(Shape::kCap) && !look_.word_is(begin, "pos.first.N") &&
         !look_.title_case(a);
}

const Annotation* CueWords::first_in(const Analysis& a, TokenRange verb, std::string_view status) const {
  for (std::uint32_t token = verb.begin; token < verb.end; ++token) {
    const Annotation* cue = look_.beginning_at(a, token, "status");
    if (cue != nullptr && (status.empty() || input_.program.row_attribute(cue->row, "status") == status))
      return cue;
  }
  return nullptr;
}

// Whether a cue in a chunk that is no verb tells something. Nouns in -s seldom stand before their noun: in
// "Acme projects sales" it is a verb after all.
bool CueWords::tells_as_noun(const Draft& draft, const Annotation& cue, const Chunk& chunk) const {
  const Analysis& a = figures_.analysis(draft);
  const std::string_view as = input_.program.row_attribute(cue.row, "as");
  const bool before_noun = cue.range.end < chunk.range.end;
  return as.empty() || (before_noun && look_.form(cue.range.end - 1).folded.ends_with('s')) ||
         (as == "verb or purpose" && look_.beginning_at(a, cue.range.end, "purpose") != nullptr &&
          !(look_.word_is(chunk.range.begin, "demonstrative") &&  // "This plan of $900 offers $12"
            look_.small_word_is(cue.range.end, "preposition.part")) &&
          !is_cost_behind(draft, cue.range.end));
}

// "the family plan for as low as $30 a month", "the Halden plan for 36 months": what it costs and how long it
// runs is no purpose; the token is the preposition.
bool CueWords::is_cost_behind(const Draft& draft, std::uint32_t link) const {
  constexpr std::uint32_t kReach = 5;  // tokens: "for as low as $30"
  const std::uint32_t figure = draft.mention->range.begin;
  const Quantity& quantity = draft.fact.quantity;
  const bool near = look_.small_word_is(link, "preposition.aim") && link < figure && figure <= link + kReach;
  const bool price = quantity.kind == "money" && (draft.has("per") || quantity.op == ">=");
  return near && (price || (quantity.kind == "duration" && figure == link + 1));
}

// "Two new projects: Vexa Park, with two halls": what a colon or a comma follows is no verb of projecting.
bool CueWords::is_listing_noun(const Clauses& c, std::size_t chunk, const Annotation& cue) const {
  if (!input_.program.row_attribute(cue.row, "as").starts_with("verb") || cue.range.end != c[chunk].range.end)
    return false;
  const std::size_t next = chunk + 1;
  return c.is(next, Part::kColon) || c.is(next, Part::kComma) || c.is(next, Part::kStop);
}

// "is due to inflation": a cause, unlike "is due to open".
bool CueWords::is_cause(const Clauses& c, const Annotation& cue) const {
  std::uint32_t end = cue.range.end;
  if (look_.word_is(end - 1, "pos.first.TO")) --end;
  if (!look_.word_is(end - 1, "cause.lead") || !look_.word_is(end, "pos.first.TO")) return false;
  return !c.is(c.at(end + 1), Part::kVerb);
}

// "Plan A: Commit $1,500 for 15 days": what readers are told to do.
bool CueWords::is_imperative(const Analysis& a, const Annotation& cue) const {
  const std::uint32_t word = cue.range.begin;
  const bool opens = word == a.range.begin || look_.token_text(word - 1) == ":";
  return opens && look_.form(word).is(Shape::kCap) && look_.word_is(word, "imperative.cue");
}

// "his 42nd goal of the season": what is numbered is no aim.
bool CueWords::is_scored(const Analysis& a, const Annotation& cue) const {
  return look_.word_is(cue.range.begin, "contest.noun") &&
         (look_.ending_at(a, cue.range.begin, "ord") != nullptr ||
          look_.ending_at(a, cue.range.begin, "num") != nullptr);
}

// "The plan is to hire 40", "the target could rise to": a noun that tells what is expected. A noun that tells
// so only as a verb leaves it to the cue behind it: "The project aims to raise $2m".
const Annotation* CueWords::noun_of(const Analysis& a, const Annotation& cue) const {
  const Annotation* noun = look_.ending_at(a, cue.range.begin, "status");
  if (noun == nullptr) return nullptr;
  return input_.program.row_attribute(noun->row, "as") == "verb" ? nullptr : noun;
}

bool CueWords::has_scope(const Annotation& cue, std::string_view scope) const {
  return input_.program.row_attribute(cue.row, "scope") == scope;
}

// The row of a word that expects.
std::uint32_t CueWords::forecast_row() const { return input_.program.lookup("status", "expects"); }

std::uint32_t CueWords::target_row() const { return input_.program.lookup("status", "aims"); }

}  // namespace figmine::assembling
