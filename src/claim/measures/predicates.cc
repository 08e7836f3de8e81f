#include "claim/measures/predicates.h"

#include "claim/tense.h"

namespace figmine::measures {

void Predicates::set(Draft& draft, std::size_t verb) const {
  verb = told_verb(draft, verb);
  const std::uint32_t behind = figures_.clauses(draft)[verb].range.end;
  const Draft* before = figures_.before(figures_.index_of(draft));
  const bool so = look_.small_word_is(behind, "predicate.so") && before != nullptr &&
                  before->came_by("measure/predicate");
  const bool same = so || (look_.small_word_is(behind, "pos.first.DT") &&
                           look_.small_word_is(behind + 1, "predicate.same"));
  if (same && setter_.inherit(draft, answer_before(draft), "measure/predicate")) return;
  setter_.set(draft, predicate(draft, verb), "measure/predicate");
}

// "Some 40% of adults asked in May said so", "homes built before 1950 lack heating": the clause's own verb
// behind a participle that tells which ones; else the verb itself.
std::size_t Predicates::told_verb(const Draft& draft, std::size_t verb) const {
  constexpr std::size_t kReach = 8;  // chunks
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const TokenRange words = c[verb].range;
  const bool participle = words.end == words.begin + 1 && may_be_participle(look_, words.begin);
  const bool told = c.is(verb + 1, Part::kPreposition) || c.is(verb + 1, Part::kTime) ||
                    c.is(verb + 1, Part::kAdverb) || c.is(verb + 1, Part::kVerb);
  if (!participle || !told) return verb;
  for (std::size_t i = verb + 1; i < c.chunks().size() && i - verb <= kReach; ++i) {
    if (c.is(i, Part::kVerb)) {  // not "reported being worried"
      const bool own = !c.is(i - 1, Part::kPronoun) && !c.is(i - 1, Part::kPreposition) &&
                       !look_.form(c[i].range.begin).folded.ends_with("ing");
      return own && tells_of_participle(look_, a, c, i) ? i : verb;
    }
    const bool within = c.is(i, Part::kPhrase) || c.is(i, Part::kPreposition) || c.is(i, Part::kTime) ||
                        c.is(i, Part::kAdverb) || c.is(i, Part::kFigure);
    if (!within) return verb;
  }
  return verb;
}

void Predicates::set_rest(Draft& draft, TokenRange begin) const {
  const TokenRange told{begin.begin, end_of(draft, begin)};
  setter_.set(draft, without_time(figures_.clauses(draft), told), "measure/predicate");
}

TokenRange Predicates::without_auxiliaries(TokenRange range) const {
  const auto negated = [this](std::uint32_t token) {  // "aren't making" is one word with its auxiliary
    return look_.word_is(token, "pos.first.NEG") && look_.input().text.tokens[token].glued;
  };
  const auto carries = [this](std::uint32_t token) {
    return look_.word_is(token, "pos.first.AUX") || look_.word_is(token, "pos.first.MD") ||
           look_.small_word_is(token, "adverb.adding");  // "are also women"
  };
  while (range.begin + 1 < range.end && carries(range.begin) && !is_main_have(range.begin) &&
         !negated(range.begin + 1))
    ++range.begin;
  return range;
}

// "have no savings", unlike "have saved", "have to save", "have not saved"
bool Predicates::is_main_have(std::uint32_t token) const {
  if (!look_.word_is(token, "have.finite") || look_.form(token + 1).folded.ends_with("ed")) return false;
  for (const std::string_view type :
       {"pos.VN", "pos.VD", "pos.first.AUX", "pos.first.TO", "pos.first.R", "pos.first.NEG"}) {
    if (look_.word_is(token + 1, type)) return false;
  }
  return true;
}

// "disagreed and 18% had no opinion", "ran late and that fares would rise": a figure that a verb follows and
// what else was said begin another clause; so does "undecided and a margin of error of 3 points".
bool Predicates::begins_clause(const Clauses& c, std::size_t conjunction) const {
  if (c.is(conjunction + 1, Part::kPronoun) || c.is(conjunction + 1, Part::kRelative)) return true;
  std::size_t phrase = conjunction + 1;
  if (c.is(phrase, Part::kPhrase) && look_.word_is(c[phrase].range.begin, "article.one")) {
    while (c.is(phrase + 1, Part::kPreposition) && c.is(phrase + 2, Part::kPhrase)) phrase += 2;
    if (c.is(phrase + 1, Part::kPreposition) && c.is(c.after(phrase + 1), Part::kFigure)) return true;
  }
  const std::size_t figure = c.after(conjunction);
  return c.is(figure, Part::kFigure) && c.is(c.after_attachments(figure), Part::kVerb);
}

// The last answer told before, a few figures back at most; nullptr when there is none.
const Draft* Predicates::answer_before(const Draft& draft) const {
  constexpr std::size_t kReach = 6;
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    if (figures_[i].fact.claim && figures_[i].came_by("measure/predicate")) return &figures_[i];
  }
  return nullptr;
}

// From the verb to the end of its clause, without auxiliaries that only carry tense and without the verb of
// answering.
TokenRange Predicates::predicate(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  TokenRange range = c[verb].range;
  const bool reports = look_.word_is(range.end - 1, "reporting.verb") ||
                       look_.word_is(range.end - 1, "reporting.gerund");  // "with 57% saying that"
  if (reports && range.end + 1 < figures_.analysis(draft).range.end) {
    const std::size_t next = c.after(verb);
    const bool felt = c.is(next, Part::kVerb) && c[next].range.end == c[next].range.begin + 1 &&
                      look_.small_word_is(range.end - 1, "feel.verb") &&
                      may_be_participle(look_, c[next].range.begin);  // "feel stressed about money"
    if (c.is(next, Part::kVerb) && !felt) range = c[next].range;
    if (c.is(next, Part::kRelative)) range = {c[next].range.end, c[next].range.end};
    const bool own = c.is(next, Part::kPronoun) && c.is(c.after(next), Part::kVerb);
    if (own) range = c[c.after(next)].range;  // "said they would buy"
  }
  return without_auxiliaries(without_time(c, {range.begin, end_of(draft, range)}));
}

// "expressed positive feedback in May", "prefer tea this year": when is no part of what was done.
TokenRange Predicates::without_time(const Clauses& c, TokenRange range) const {
  const std::size_t last = c.at(range.end - 1);
  if (!c.is(last, Part::kTime) || c[last].range.end != range.end || last == 0) return range;
  const bool led = is_preposition(look_, c, last - 1, "preposition.when");
  const bool told = c.is(last - 1, Part::kPreposition) || look_.word_is(c[last].range.begin - 1, "copula");
  if (!led && told) return range;  // "compared to a year ago", "than it was a year ago"
  std::uint32_t end = c[last].range.begin;
  while (end > range.begin + 1 && leads_on(end - 1)) --end;
  return end > range.begin + 1 ? TokenRange{range.begin, end} : range;
}

// Where what the verb group begins ends: with its clause; a long one where a second verb is joined to it, or
// with a chunk.
std::uint32_t Predicates::end_of(const Draft& draft, TokenRange range) const {
  constexpr std::uint32_t kLongest = 16;
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t begin = range.begin;
  std::uint32_t joined = 0;  // the last "and" before another verb
  while (range.end < a.range.end && range.end - begin < kLongest && !ends_before(draft, range)) {
    const std::size_t chunk = c.at(range.end);
    if (c.is(chunk, Part::kConjunction) && c.is(c.after(chunk), Part::kVerb)) joined = range.end;
    ++range.end;
  }
  if (range.end - begin < kLongest || range.end == a.range.end || ends_before(draft, range)) {
    while (range.end > begin + 1 && leads_to_noun(range.end - 1)) --range.end;  // "a price cut of | 5%"
    return range.end;
  }
  if (joined != 0) return joined;  // "had a 30% reduction in nitrate and also kept an oxygen level above …"
  const std::uint32_t border = c[c.at(range.end)].range.begin;  // "than it felt | 3 winters ago"
  if (border > begin + 1) range.end = border;
  while (range.end > begin + 1 && (leads_on(range.end - 1) || leads_to_noun(range.end - 1)))
    --range.end;  // "soured in the"
  return range.end;
}

// "had muscle, limb, or joint pain": whether the comma stands between what is listed from `begin` on.
bool Predicates::is_within_list(const Clauses& c, std::size_t comma, std::uint32_t begin) const {
  if (!c.is(comma - 1, Part::kPhrase)) return false;
  std::size_t first = comma - 1;
  while (first >= 2 && c.is(first - 1, Part::kComma) && c.is(first - 2, Part::kPhrase) &&
         c[first - 2].range.begin >= begin)
    first -= 2;
  return c.list_end(first) > comma;
}

// Whether the token behind the range begins something else.
bool Predicates::ends_before(const Draft& draft, TokenRange range) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t token = range.end;
  const std::size_t chunk = c.at(token);
  switch (c[chunk].part) {
    case Part::kComma:
      return !is_within_list(c, chunk, range.begin);
    case Part::kStop:
    case Part::kColon:
    case Part::kOpen:
    case Part::kClose:  // "(… 39% were women)"
      return true;
    case Part::kSubordinator:  // unlike "have a map for how to spend it", "worry when paying a bill"
      if (!look_.word_is(token - 1, "preposition") && !(c.is(chunk + 1, Part::kVerb) && c[chunk + 1].gerund))
        return true;
      break;
    case Part::kConjunction:
      if (begins_clause(c, chunk) || begins_share(draft, chunk, range)) return true;
      break;
    case Part::kPreposition:  // "have a leaking roof with 15% having mould", "owning a car to 45%"
      if ((look_.small_word_is(token, "preposition.bearing") || look_.word_is(token, "pos.first.TO")) &&
          begins_share(draft, chunk, range))
        return true;
      break;
    default:
      break;
  }
  const bool dash = look_.token_text(token) == "-" && !look_.input().text.tokens[token].glued;
  if (dash || look_.token_text(token) == "*" || look_.word_is(token, "clause_break") ||
      look_.word_is(token, "clause.source") || begins_comparison(draft, token))
    return true;
  if (look_.token_text(token) == "\"" && opens_quote({a.range.begin, token})) return !opens_quote(range);
  if (look_.token_text(token) == "”") return !opens_quote(range);
  // "paid by mobile, up from 40%"
  return look_.word_is(token, "change.updown") && token + 1 < a.range.end &&
         look_.small_word_is(token + 1, "preposition.source");
}

// "and a staggering 15%", "and the remaining 20%"
bool Predicates::leads_to_share(std::uint32_t token) const {
  return look_.word_is(token, "pos.first.DT") || look_.word_is(token, "pos.first.J") ||
         look_.word_is(token, "emphasis");
}

// "reported higher ferry fares and 44% higher bridge tolls": a second share of the whole.
bool Predicates::begins_share(const Draft& draft, std::size_t conjunction, TokenRange range) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t figure = c.after(conjunction);
  while (c.is(figure, Part::kOther) && leads_to_share(c[figure].range.begin)) figure = c.after(figure);
  if (!c.is(figure, Part::kFigure)) return false;
  const Draft* next = figures_.next_from(draft, range.end);
  if (next == nullptr || figure != figures_.chunk_of(*next)) return false;
  return next->fact.quantity.kind == draft.fact.quantity.kind ||
         (tells_share(next->fact.quantity) && tells_share(draft.fact.quantity));
}

// "had a hopeful view compared with 35% of the others", unlike "more than they did compared with last year"
bool Predicates::begins_comparison(const Draft& draft, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 6;  // tokens
  if (!look_.word_is(token, "comparing.word")) return false;
  for (std::size_t i = figures_.index_of(draft) + 1; i < figures_.drafts().size(); ++i) {
    const Draft& later = figures_[i];
    if (later.sentence != draft.sentence || later.mention->range.begin > token + kReach) return false;
    if (later.mention->range.begin > token && later.has("compared")) return true;
  }
  return false;
}

// "call it “greatly” improved": the quotation was opened within.
bool Predicates::opens_quote(TokenRange range) const {
  bool open = false;
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    const std::string_view text = look_.token_text(token);
    if (text == "\"") open = !open;
    if (text == "“" || text == "”") open = text == "“";
  }
  return open;
}

// Words that nothing ends with: unlike "opt in".
bool Predicates::leads_to_noun(std::uint32_t token) const {
  return look_.word_is(token, "article") || look_.small_word_is(token, "joint.and") ||
         look_.small_word_is(token, "preposition.part") || look_.small_word_is(token, "adverb.along");
}

// What stands before something it belongs to: articles, prepositions, "and", a hyphen.
bool Predicates::leads_on(std::uint32_t token) const {
  return look_.token_text(token) == "-" || look_.word_is(token, "pos.first.DT") ||
         look_.word_is(token, "pos.first.PRPS") || look_.word_is(token, "preposition") ||
         look_.word_is(token, "pos.first.TO") || look_.word_is(token, "pos.first.CC");
}

}  // namespace figmine::measures
