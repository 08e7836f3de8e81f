#include "claim/measures/spent.h"

#include "claim/tense.h"

namespace figmine::measures {
namespace {

constexpr std::size_t kReach = 4;  // chunks from the verb to the figure: "spent more than"

}  // namespace

bool Spent::on_doing(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const bool length = draft.fact.quantity.kind == "duration" && draft.text("role").empty() &&
                      !c[figures_.chunk_of(draft)].hyphened;
  const std::uint32_t doing = length ? doing_behind(draft) : 0;
  if (doing == 0) return false;
  const std::size_t chunk = c.at(doing);
  const bool verb = c.is(chunk, Part::kVerb) && c[chunk].range.begin == doing;
  const bool of = look_.small_word_is(doing - 1, "preposition.part");
  if (of && look_.word_is(draft.mention->range.begin - 1, "within.word")) return false;  // "within a day of"
  if (!verb && (of || !c.is(chunk, Part::kPhrase))) return false;  // "two decades of operating history"
  if (!of && !is_spent(draft)) return false;
  setter_.set(draft, {doing, end_of(c, doing)}, "measure/spent");
  return true;
}

// "a fair 20 days following the closing": from what on; "after 30 years in Oslo": where.
bool Spent::apart_from(Draft& draft) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t relation = draft.mention->range.end;
  const bool where = look_.small_word_is(relation, "preposition.stay");
  if (draft.fact.quantity.kind != "duration" || (!where && !look_.small_word_is(relation, "time.relation")))
    return false;
  std::size_t phrase = c.after(c.at(relation));
  while (c.is(phrase, Part::kPreposition) || c.is(phrase, Part::kOther))
    phrase = c.after(phrase);  // "prior to"
  if (!c.is(phrase, Part::kPhrase)) return false;
  std::uint32_t end = c.chain_beginning(phrase).end;
  if (end - relation > kLongest) end = c[phrase].range.end;
  const std::size_t verb = c.at(end);  // "after the bank cut its fee"
  if (c.is(verb, Part::kVerb)) end = end_of(c, c[verb].range.begin);
  if (end - relation > kLongest || look_.word_is(end, "possessive.bare"))
    return false;  // "the firms' closing"
  setter_.set(draft, {relation, end}, "measure/apart");
  return true;
}

// The gerund behind the figure, behind "of", or behind a time as "yesterday"; 0 where none stands there.
std::uint32_t Spent::doing_behind(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  std::uint32_t token = draft.mention->range.end;
  if (look_.small_word_is(token, "preposition.part")) ++token;
  const std::size_t time = c.at(token);
  if (c.is(time, Part::kTime)) token = c[time].range.end;
  return token < figures_.analysis(draft).range.end && may_be_gerund(look_, token) ? token : 0;
}

// "spent nearly", "Mia's", "her", "with over": what stands before a length of time that goes into something.
bool Spent::is_spent(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  const std::uint32_t before = draft.mention->range.begin - 1;
  if (look_.word_is(before, "possessive") || look_.word_is(before, "pos.first.PRPS")) return true;
  if (figures_.is_with(c, c.before(figure))) return true;  // "With 15 years working in finance"
  const std::size_t verb = c.verb_before(figure);
  if (verb == Clauses::kNoChunk || figure - verb > kReach) return false;
  const std::uint32_t word = c[verb].range.end - 1;
  return look_.word_is(word, "spend.verb") || (look_.word_is(word, "have.verb") && c.after(verb) == figure);
}

// Where the gerund's objects end, as long as they are not too many.
std::uint32_t Spent::end_of(const Clauses& c, std::uint32_t doing) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  const std::size_t chunk = c.at(doing);
  std::uint32_t end = c[chunk].range.end;
  for (std::size_t i = chunk + 1; i < c.chunks().size() && c[i].range.end - doing <= kLongest; ++i) {
    const bool named = c.is(i, Part::kPhrase) || look_.word_is(c[i].range.begin, "pronoun.object");
    const bool that = c.is(i, Part::kRelative) && i == chunk + 1;  // "establishing that record"
    if (named) end = c[i].range.end;
    if (!named && !that && !c.is(i, Part::kPreposition) && !c.is(i, Part::kAdverb) && !c.is(i, Part::kOther))
      break;
  }
  return end;
}

}  // namespace figmine::measures
