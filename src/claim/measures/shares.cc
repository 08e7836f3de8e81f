#include "claim/measures/shares.h"

#include "claim/tense.h"

namespace figmine::measures {

void Shares::note_whole(std::size_t index) const {
  Draft& draft = figures_[index];
  const Draft* whole = figures_.before(index);
  if (draft.has("share_of_previous") && whole != nullptr && whole->fact.measure) {
    const bool people =
        whole->came_by("measure/predicate") && whole->fact.share_of;  // "40% of riders own one"
    draft.fact.share_of =
        people ? *whole->fact.share_of : Phrase{whole->fact.measure->text, whole->fact.measure->span};
  }
  const std::string& kind = draft.fact.quantity.kind;
  if (draft.has("shareverb") && draft.has("share_of") && (kind == "percent" || kind == "fraction"))
    note_share(draft);  // "Vans account for 15% of sales"
  if (const TokenRange all = look_.without_article(figures_.analysis(draft), draft.range("part_of"));
      !all.empty() && (tells_share(draft.fact.quantity) || kind == "money" || kind == "count"))
    draft.fact.share_of = look_.phrase_of(all);  // not "the project is comprised of 900 acres"
}

void Shares::note_percentage(std::size_t index) const {
  Draft& draft = figures_[index];
  if (draft.fact.quantity.kind != "percent" || draft.text("role") == "by") return;
  const Draft* before = figures_.before(index);
  const bool same = before != nullptr && before->fact.measure && draft.fact.measure &&
                    before->fact.measure->span == draft.fact.measure->span &&
                    before->fact.quantity.kind == "percent";
  const bool base = same && before->came_by("share/as-part-of");
  if (draft.fact.share_of && !base) return;
  if (base || (same && draft.measure.empty())) {
    draft.fact.share_of = before->fact.share_of;
    const bool other = before->has("share_of") && !before->came_by("measure/predicate");
    if (draft.fact.share_of && (other || base || before->came_by("share/of-percentage")))
      draft.fact.rules.emplace_back("share/of-percentage");
    return;
  }
  const TokenRange words = draft.measure;
  const bool part = words.end - words.begin > 2 && look_.word_is(words.begin, "share.head") &&
                    look_.small_word_is(words.begin + 1, "preposition.part");
  const Analysis& a = figures_.analysis(draft);
  const Annotation* whole = part ? look_.beginning_at(a, words.begin + 2, "np") : nullptr;
  if (whole == nullptr || whole->range.end > words.end) return;
  // Not "who have a loan", which is what is told.
  draft.fact.share_of = look_.phrase_of(look_.without_article(a, whole->range));
  if (look_.ending_at(a, whole->range.end, "people") == nullptr)  // "its share of all trade" is its own
    draft.fact.rules.emplace_back("share/of-percentage");
}

// "a supply of 9 billion tokens, with 65% allocated for presale, 25% for listings": of what was told to be
// there.
void Shares::note_supply(std::size_t index) const {
  Draft& draft = figures_[index];
  const bool given = draft.came_by("measure/allotted") || tells_allotting(draft);
  if (!given || draft.fact.share_of || draft.fact.quantity.kind != "percent") return;
  constexpr std::size_t kReach = 12;  // figures
  for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence + 1 >= draft.sentence;) {
    const Draft& supply = figures_[i];
    if (!supply.fact.claim || !supply.fact.measure) continue;
    if (supply.fact.share_of && !supply.came_by("share/of-supply")) return;
    const bool whole = supply.fact.quantity.kind == "count" && !supply.measure.empty() &&
                       look_.word_is(supply.measure.end - 1, "allotted.whole");
    if (whole) draft.fact.share_of = Phrase{supply.fact.measure->text, supply.fact.measure->span};
    if (!whole && supply.came_by("share/of-supply")) draft.fact.share_of = supply.fact.share_of;
    if (draft.fact.share_of) draft.fact.rules.emplace_back("share/of-supply");
    return;
  }
}

TokenRange Shares::note_share(Draft& draft) const {
  const TokenRange whole = look_.without_article(figures_.analysis(draft), draft.range("share_of"));
  draft.fact.share_of = look_.phrase_of(whole);
  return whole;
}

bool Shares::tells_holders(const Draft& draft) const {
  const TokenRange holders = draft.range("measure");
  return !holders.empty() && draft.text("attach") == "of" && look_.word_is(holders.end - 1, "people");
}

bool Shares::is_labelled_answer(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const TokenRange whole = draft.range("share_of");
  if (!draft.came_by("measure/colon") || !c.is(c.before(figures_.chunk_of(draft)), Part::kColon))
    return false;
  const std::size_t verb = verb_of_share(draft, whole);
  const bool people = look_.word_is(whole.end - 1, "people") || look_.word_is(whole.end - 1, "agent");
  return c.is(verb, Part::kVerb) && (people || is_finite(look_, figures_.analysis(draft), c, c[verb].range));
}

bool Shares::tells_state(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t left = c.before(figures_.chunk_of(draft));  // "is currently 43% leased"
  const Draft* earlier = figures_.before(index);
  const bool listed = (c.is(left, Part::kConjunction) || c.is(left, Part::kComma)) && earlier != nullptr &&
                      earlier->came_by("measure/state") && figures_.chunk_of(*earlier) + 2 == left;
  const bool told = c.is(left, Part::kVerb) && look_.word_is(c[left].range.end - 1, "copula");
  const std::uint32_t token = draft.mention->range.end;
  if ((!told && !listed) || !draft.text("role").empty() || !is_state(draft, token)) return false;
  const Annotation* state = look_.beginning_at(figures_.analysis(draft), token, "jj");  // "employee-owned"
  const std::uint32_t last = state == nullptr ? token : state->range.end - 1;
  setter_.set(draft, {token, state_end(c, last)}, "measure/state");
  return true;
}

// "28% owned by Acme", "60% leased to tenants": with whom the participle names.
std::uint32_t Shares::state_end(const Clauses& c, std::uint32_t state) const {
  const std::size_t link = c.at(state + 1);
  const bool named = c.is(link, Part::kPreposition) && look_.small_word_is(state + 1, "preposition.doer") &&
                     c.is(c.after(link), Part::kPhrase);
  return named ? c[c.after(link)].range.end : state + 1;
}

bool Shares::is_allotted(std::size_t index) const {
  Draft& draft = figures_[index];
  const TokenRange purpose = look_.without_article(figures_.analysis(draft), draft.range("allotted"));
  const Draft* earlier = figures_.alike_before(index);
  const bool goes_on =
      earlier != nullptr && (earlier->came_by("measure/allotted") || tells_allotting(*earlier));
  const bool item = draft.came_by("share/allotted-item") && draft.fact.section == "list";
  if (purpose.empty() || (!draft.has("allots") && !goes_on && !item)) return false;
  if (draft.has("share_of")) {
    note_share(draft);
  } else if (goes_on) {
    draft.fact.share_of = earlier->fact.share_of;
    if (earlier->came_by("share/of-supply")) draft.fact.rules.emplace_back("share/of-supply");
    if (earlier->has("share_of")) draft.fields.emplace("share_of", earlier->range("share_of"));
  }
  setter_.set(draft, purpose, "measure/allotted");
  return true;
}

// "65% are allocated for a presale", before "25% for prizes"; "of which 5% go to staff"
bool Shares::tells_allotting(const Draft& draft) const {
  const bool does = draft.came_by("measure/predicate") || draft.came_by("share/of-which-do");
  return does && !draft.measure.empty() &&
         (look_.word_is(draft.measure.begin, "allot.verb") ||
          look_.word_is(draft.measure.begin, "allotted.verb"));
}

bool Shares::answers(Draft& draft) const {
  if (leaves_out_verb(draft) || answers_by_noun(draft) || tells_likelihood(draft)) return true;
  const bool opens = opens_clause(draft);
  if (!opens && !is_told_in_brackets(draft)) return false;
  const std::size_t verb = opens ? verb_after(draft) : verb_behind_brackets(draft);
  if (verb == Clauses::kNoChunk) return false;
  if (look_.word_is(figures_.clauses(draft)[verb].range.begin, "comparing.word")) return false;
  predicates_.set(draft, verb);
  if (!opens) note_answerers(draft);
  if (draft.fact.change && draft.fact.change->role != "to") draft.fact.change.reset();
  return true;
}

// "Walkers are most likely (47%) to take the bus", "more likely (38%) than cyclists (29%) to take it": what
// so many do.
bool Shares::tells_likelihood(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t open = c.before(figures_.chunk_of(draft));
  const std::size_t close = c.after(figures_.chunk_of(draft));
  if (!c.is(open, Part::kOpen) || !c.is(close, Part::kClose)) return false;
  if (!look_.word_is(c[open].range.begin - 1, "likely.adjective")) return false;
  std::size_t to = c.after(close);
  if (is_preposition(look_, c, to, "comparator.of_change"))
    to = behind_bracket(c, c.after_attachments(c.after(to)));
  const bool leads = to != Clauses::kNoChunk && look_.word_is(c[to].range.begin, "pos.first.TO");
  if (!leads || !c.is(c.after(to), Part::kVerb)) return false;
  predicates_.set(draft, c.after(to));
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  const std::size_t who = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(who, Part::kPhrase)) return true;
  draft.subject = look_.without_article(figures_.analysis(draft), c[who].range);
  draft.fact.share_of = look_.phrase_of(draft.subject);
  draft.fact.rules.emplace_back("share/likely-to");
  return true;
}

// "65% report back pain": a verb of answers that is a noun elsewhere.
bool Shares::answers_by_noun(Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.end;
  if (!draft.text("role").empty() || !opens_clause(draft)) return false;
  const Annotation* how = look_.beginning_at(figures_.analysis(draft), begin, "rb");  // "actively plan"
  const std::uint32_t verb = how == nullptr ? begin : how->range.end;
  if (!is_answer(draft, begin) && !answers_in_list(draft, verb)) return false;
  predicates_.set_rest(draft, {begin, verb + 1});
  return true;
}

// "* 27% invest in tools * 14% train managers": a verb that is a noun elsewhere, in a list whose other items
// tell what so many do.
bool Shares::answers_in_list(const Draft& draft, std::uint32_t verb) const {
  constexpr std::size_t kReach = 6;  // figures
  const std::uint32_t next = verb + 1;
  const bool told = is_item(draft) && look_.small_word_is(verb, "pos.V") &&
                    next < figures_.analysis(draft).range.end && look_.form(next).is(Shape::kWordlike) &&
                    !look_.word_is(next, "preposition.part") && !look_.word_is(next, "pos.first.CC") &&
                    verb_after(draft) == Clauses::kNoChunk;
  if (!told) return false;
  const std::size_t index = figures_.index_of(draft);
  const std::size_t end = std::min(figures_.drafts().size(), index + kReach + 1);
  for (std::size_t i = index - std::min(index, kReach); i < end; ++i) {
    const Draft& other = figures_[i];
    const bool near = other.sentence + kReach >= draft.sentence && other.sentence <= draft.sentence + kReach;
    if (i != index && near && is_item(other) && answers_by_verb(other)) return true;
  }
  return false;
}

// A percentage that a list's item begins with.
bool Shares::is_item(const Draft& draft) const {
  return draft.fact.claim && draft.fact.section == "list" && draft.fact.quantity.kind == "percent" &&
         figures_.clauses(draft).before(figures_.chunk_of(draft)) == Clauses::kNoChunk;
}

// "27% invest in tools", "41% actively listen"; not "10% rose".
bool Shares::answers_by_verb(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = verb_after(draft);
  return verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "pos.V");
}

// Whether the token is such a verb, and something follows that it can be about.
bool Shares::is_answer(const Draft& draft, std::uint32_t verb) const {
  const std::uint32_t next = verb + 1;
  const bool reports = look_.word_is(verb, "reporting.verb") &&  // "report they have tried it"
                       (look_.word_is(next, "pronoun") || look_.word_is(next, "relative"));
  return !reports && next < figures_.analysis(draft).range.end && look_.word_is(verb, "answer.verb") &&
         look_.form(next).is(Shape::kWordlike) && !look_.word_is(next, "pos.first.AUX") &&
         !look_.word_is(next, "pos.first.MD") && !look_.word_is(next, "pos.first.CC") &&
         !look_.word_is(next, "preposition.part");
}

// "85% of nurses need more training": the lexicon's noun that is the verb of those before it.
bool Shares::answers_within(Draft& draft) const {
  const TokenRange whole = draft.range("share_of");
  for (std::uint32_t verb = whole.begin + 1; verb < whole.end; ++verb) {
    const bool told = is_answer(draft, verb) &&
                      (look_.word_is(verb - 1, "people") || look_.word_is(verb - 1, "agent")) &&
                      look_.covering(figures_.analysis(draft), verb - 1, "nns") != nullptr;
    if (!told) continue;
    draft.fields.insert_or_assign("share_of", TokenRange{whole.begin, verb});
    note_share(draft);
    predicates_.set_rest(draft, {verb, verb + 1});
    return true;
  }
  return false;
}

// "33% of Danes feeling the pinch", "with 71% of those in the first group taking their pills": a participle
// that the lexicon has as a noun, at the end of the phrase before what it is done to.
bool Shares::answers_by_participle(Draft& draft) const {
  constexpr std::size_t kReach = 4;  // chunks
  const Clauses& c = figures_.clauses(draft);
  const TokenRange whole = draft.range("share_of");
  const std::size_t first = c.at(whole.begin);
  for (std::size_t i = first; i < c.chunks().size() && i - first <= kReach; ++i) {
    if (c.is(i, Part::kPreposition)) continue;
    if (!c.is(i, Part::kPhrase)) break;
    const std::uint32_t verb = c[i].range.end - 1;
    const bool done = verb > c[i].range.begin && look_.form(verb).folded.ends_with("ing") &&
                      (look_.word_is(verb - 1, "people") || look_.word_is(verb - 1, "group.noun")) &&
                      c.is(i + 1, Part::kPhrase) &&
                      look_.word_is(c[i + 1].range.begin, "determiner.definite");
    if (!done) continue;
    draft.fields.insert_or_assign("share_of", TokenRange{whole.begin, std::min(whole.end, verb)});
    const TokenRange group = note_share(draft);
    wholes_.widen_to(draft, group, verb);
    predicates_.set_rest(draft, {verb, verb + 1});
    return true;
  }
  return false;
}

// "Millennials (38%) say so": who stands before the bracket is whom the share is of.
void Shares::note_answerers(Draft& draft) const {
  const TokenRange told = draft.range("bracket_np");
  if (told.empty() || look_.ending_at(figures_.analysis(draft), told.end, "people") == nullptr) return;
  const TokenRange people = look_.without_article(figures_.analysis(draft), told);
  if (look_.word_is(people.begin, "quantifier")) return;  // "most users (72%)"
  draft.subject = people;
  draft.fact.share_of = look_.phrase_of(people);
}

void Shares::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const TokenRange whole = note_share(draft);
  if (is_compared(index)) return wholes_.widen_attached(draft, whole);
  if (is_how_often(draft, whole)) return;
  if (shares_own(index)) return setter_.set(draft, whole, "measure/whole");
  if (set_off_.by_commas(draft, whole) || set_off_.by_with(draft, whole)) return;
  if (const std::size_t told = verb_of_share(draft, whole); told != Clauses::kNoChunk) {
    wholes_.widen(draft, whole, predicates_.told_verb(draft, told));
    return predicates_.set(draft, told);
  }
  wholes_.widen_attached(draft, whole);
  const std::size_t left = c.before(figures_.chunk_of(draft));
  const bool opens = left == Clauses::kNoChunk && c.verb_before(c.at(whole.begin)) == Clauses::kNoChunk;
  const bool object = c.is(left, Part::kVerb) || c.is(left, Part::kPreposition) || opens;
  if (object && draft.fact.quantity.kind == "count")  // "completed 24 of 31 passes"
    return setter_.set(draft, without_number(draft, whole), "measure/whole");
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  if (tells_of_whole(draft, left, verb)) {
    const bool allots = left == verb && c.is(verb, Part::kVerb) &&  // "has allocated 18% of the supply"
                        look_.word_is(c[verb].range.end - 1, "allot.verb");
    const TokenRange told = allots ? TokenRange{c[verb].range.end - 1, c[verb].range.end} : whole;
    return setter_.set(draft, told, allots ? "measure/verb" : "measure/whole");
  }
  if (const std::size_t told = told_complement(c, verb);
      told != Clauses::kNoChunk && setter_.take(draft, c.chain_ending(told), "measure/described"))
    return;
  const std::size_t subject = c.subject_of(verb);
  if (c.is(subject, Part::kPhrase) && setter_.take(draft, c.chain_ending(subject), "measure/subject-of-verb"))
    return;
  if (setter_.inherit(draft, figures_.before(index), "measure/same-sentence")) return;
  setter_.set(draft, whole, "measure/whole");
}

// "beat the older test 90% of the time": what is done so often.
bool Shares::is_how_often(Draft& draft, TokenRange whole) const {
  constexpr std::uint32_t kLongest = 8;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  const bool often = whole.end == whole.begin + 1 && look_.word_is(whole.begin, "occasion.noun") &&
                     look_.word_is(whole.begin - 1, "article.definite") && verb != Clauses::kNoChunk;
  if (!often) return false;
  const std::size_t last = c.before(figures_.chunk_of(draft));
  if (c.is(last, Part::kOpen))  // "9% took it (over half of the time)"
    return setter_.inherit(draft, figures_.before(figures_.index_of(draft)), "measure/same-sentence");
  const TokenRange done{c[verb].range.end - 1, c[last].range.end};
  const bool told = !look_.word_is(done.begin, "copula") && done.end - done.begin <= kLongest &&
                    (c.is(last, Part::kPhrase) || last == verb);
  if (told) setter_.set(draft, done, "measure/predicate");
  return told;
}

// "Its first aim is the school market, representing 28% of orders": what the participle is told of, where the
// clause says what its subject is; kNoChunk elsewhere.
std::size_t Shares::told_complement(const Clauses& c, std::size_t verb) const {
  if (verb == Clauses::kNoChunk || verb < 3 || !c[verb].gerund || !c.is(verb - 1, Part::kComma) ||
      !c.is(verb - 2, Part::kPhrase))
    return Clauses::kNoChunk;
  const std::size_t is = c.before(c.at(c.chain_ending(verb - 2).begin));
  const bool copula = c.is(is, Part::kVerb) && look_.word_is(c[is].range.end - 1, "copula");
  return copula ? verb - 2 : Clauses::kNoChunk;
}

// Whether nothing is told of the share but what it is of. `left` is the chunk before the figure, `verb` the
// one that leads to it.
bool Shares::tells_of_whole(const Draft& draft, std::size_t left, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const bool object = c.is(left, Part::kVerb);
  const bool particle = left != Clauses::kNoChunk && look_.word_is(c[left].range.begin, "pos.PART") &&
                        c.is(left - 1, Part::kVerb);
  // "kept 82% of their capacity", "laid off 15% of its staff"
  const bool own = look_.word_is(draft.range("share_of").begin, "pos.first.PRPS") && (object || particle);
  const bool apart = is_preposition(look_, c, left, "preposition.bearing");  // ", with 65% of users"
  if (own || apart || verb == Clauses::kNoChunk) return own || apart;
  const std::uint32_t last = c[verb].range.end - 1;
  // "killed 99.9% of bacteria", "The state owns 52% of the carrier"
  const bool done =
      object && left == verb && (look_.word_is(last, "affect.verb") || look_.word_is(last, "own.verb"));
  const std::size_t subject = c.subject_of(verb);
  return done || (subject != Clauses::kNoChunk && verbs_.acts(draft, verb, subject));
}

// "57% described themselves as walkers and 43% as cyclists": the verb is told once.
bool Shares::leaves_out_verb(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = c.before(figures_.chunk_of(draft));
  while (c.is(left, Part::kOther)) left = c.before(left);  // "and the remaining"
  const bool joined = c.is(left, Part::kConjunction) || c.is(left, Part::kComma) || c.is(left, Part::kStop);
  const std::uint32_t link = draft.mention->range.end;
  const Draft* earlier = figures_.alike_before(figures_.index_of(draft));
  if (!joined || earlier == nullptr || !earlier->came_by("measure/predicate") ||
      !look_.small_word_is(link, "preposition"))
    return false;
  const std::optional<std::uint32_t> due = tells_when(draft, link) ? when_due(*earlier) : std::nullopt;
  if (!due && !goes_on_alike(*earlier, link)) return false;
  draft.fact.share_of = earlier->fact.share_of;
  if (earlier->has("share_of")) draft.fields.emplace("share_of", earlier->range("share_of"));
  if (due) {
    setter_.set(draft, {earlier->measure.begin, *due}, "measure/predicate");
    return true;
  }
  const std::uint32_t begin = look_.word_is(link, "joint.as") ? link + 1 : link;  // "as cyclists"
  predicates_.set_rest(draft, {begin, begin + 1});
  return true;
}

// "described themselves as walkers", before "as cyclists": the same preposition leads on.
bool Shares::goes_on_alike(const Draft& earlier, std::uint32_t link) const {
  const std::uint32_t first = earlier.measure.begin;  // itself without its verb, or behind its "as"
  bool same =
      look_.small_word_is(first, "preposition") || look_.token_text(first - 1) == look_.token_text(link);
  for (std::uint32_t token = first; token < earlier.measure.end; ++token)
    same = same || look_.token_text(token) == look_.token_text(link);
  return same;
}

// "repaid | at the end of six months", "sold | in May": where the measure, or what stands right behind it,
// says when it is done.
std::optional<std::uint32_t> Shares::when_due(const Draft& draft) const {
  for (std::uint32_t token = draft.measure.begin + 1; token <= draft.measure.end; ++token) {
    if (tells_when(draft, token)) return token;
  }
  return std::nullopt;
}

// "at signing", "after three months", "on the delivery date": whether a stage or a time begins at the token.
bool Shares::tells_when(const Draft& draft, std::uint32_t token) const {
  const Clauses& c = figures_.clauses(draft);
  if (token >= figures_.analysis(draft).range.end || !look_.small_word_is(token, "preposition.stage"))
    return false;
  const std::size_t when = c.after(c.at(token));
  if (c.is(when, Part::kTime)) return true;
  if (c.is(when, Part::kFigure)) {
    const Draft* figure = figures_.next_from(draft, c[when].range.begin);
    return figure != nullptr && figures_.chunk_of(*figure) == when &&
           figure->fact.quantity.kind == "duration";
  }
  return c.is(when, Part::kPhrase) && (look_.word_is(c[when].range.end - 1, "stage.noun") ||
                                       look_.word_is(c[when].range.begin, "stage.noun"));
}

// "38% of commuters had a delay, compared with 59% of tourists": the same is told of both.
bool Shares::is_compared(std::size_t index) const {
  Draft& draft = figures_[index];
  const Draft* earlier = figures_.alike_before(index);
  const bool compared = draft.has("compared") || goes_on_comparing(draft, earlier);
  if (!compared || earlier == nullptr || earlier->came_by("measure/whole") ||
      earlier->fact.quantity.kind != draft.fact.quantity.kind)
    return false;
  const bool told = earlier->came_by("measure/predicate");
  if (draft.has("share_of") && draft.has("compared")) draft.subject = draft.range("share_of");  // own people
  return setter_.inherit(draft, earlier, told ? "measure/predicate" : "measure/same-sentence");
}

// "compared to 68% of cyclists and 66% of walkers": the second of those compared.
bool Shares::goes_on_comparing(const Draft& draft, const Draft* earlier) const {
  if (earlier == nullptr || earlier->sentence != draft.sentence || !earlier->has("compared")) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.before(figures_.chunk_of(draft));
  const TokenRange whole = earlier->range("share_of");
  return c.is(link, Part::kConjunction) && !whole.empty() && c.before(link) == c.at(whole.end - 1);
}

// "passes" of "31 passes".
TokenRange Shares::without_number(const Draft& draft, TokenRange whole) const {
  const Annotation* number = look_.beginning_at(figures_.analysis(draft), whole.begin, "amt");
  const bool counted = number != nullptr && number->range.end < whole.end;
  return counted ? TokenRange{number->range.end, whole.end} : whole;
}

// "but 41% owned a car", unlike "28% owned by Acme"
bool Shares::is_active_owning(std::uint32_t token) const {
  return look_.word_is(token, "own.verb") && !look_.small_word_is(token + 1, "preposition.doer");
}

// An adjective or participle that no noun follows.
bool Shares::is_state(const Draft& draft, std::uint32_t token) const {
  const Analysis& a = figures_.analysis(draft);
  if (token >= a.range.end || look_.word_is(token, "compare.word") ||
      look_.word_is(token, "change.adjective") || is_active_owning(token) ||
      look_.word_is(token, "change.updown") || look_.covering(a, token, "time") != nullptr ||
      look_.covering(a, token, "basis") != nullptr)
    return false;
  const bool describes = look_.covering(a, token, "jj") != nullptr ||
                         look_.covering(a, token, "vbn") != nullptr ||
                         (look_.covering(a, token, "vb") != nullptr &&
                          look_.form(token).folded.ends_with("ed"));  // "35% contained"
  const Clauses& c = figures_.clauses(draft);
  const Annotation* compound = look_.beginning_at(a, token, "jj");
  if (compound != nullptr) token = compound->range.end - 1;
  const std::size_t next = c.at(token + 1);
  const bool ends = next == Clauses::kNoChunk || c.is(next, Part::kConjunction) || c.is(next, Part::kComma) ||
                    c.is(next, Part::kTime) || c.is(next, Part::kStop) || c.is(next, Part::kPreposition) ||
                    c.is(next, Part::kOpen);
  return describes && ends && (next == Clauses::kNoChunk || c[next].range.begin == token + 1);
}

// "Most users (72%) pay monthly", "The majority (56%) are confident", "Millennials (38%) say so"
bool Shares::is_told_in_brackets(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t open = c.before(figures_.chunk_of(draft));
  if (!c.is(open, Part::kOpen) || !c.is(c.before(open), Part::kPhrase)) return false;
  const TokenRange told = c[c.before(open)].range;
  if (look_.word_is(told.end - 1, "quantifier.number") && counts_some(c, c.before(open))) return true;
  return look_.ending_at(figures_.analysis(draft), told.end, "people") != nullptr ||
         look_.holds_word(told, "quantifier");
}

// "a similar number", "a nearly equal share"
bool Shares::counts_some(const Clauses& c, std::size_t phrase) const {
  if (look_.word_is(c[phrase].range.begin, "indefinite")) return true;
  const std::size_t left = c.before(phrase);
  return left != Clauses::kNoChunk && look_.word_is(c[left].range.begin, "indefinite");
}

// The verb behind the figure's bracket, and behind the others of its row: "walkers (37%) and cyclists (44%)
// plan".
std::size_t Shares::verb_behind_brackets(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t at = c.after(figures_.chunk_of(draft));
  if (!c.is(at, Part::kClose)) return Clauses::kNoChunk;
  const std::size_t of = c.after(at);  // "A majority (94%) of firms have"
  if (is_preposition(look_, c, of, "preposition.part") && c.is(of + 1, Part::kPhrase))
    return c.is(c.after(of + 1), Part::kVerb) ? c.after(of + 1) : Clauses::kNoChunk;
  for (at = c.after(at); c.is(at, Part::kConjunction) || c.is(at, Part::kComma);) {
    std::size_t next = c.after(at);
    if (c.is(next, Part::kConjunction)) next = c.after(next);
    const std::size_t open = c.is(next, Part::kPhrase) ? c.after(next) : Clauses::kNoChunk;
    const std::size_t figure = c.is(open, Part::kOpen) ? c.after(open) : Clauses::kNoChunk;
    if (!c.is(figure, Part::kFigure) || !c.is(c.after(figure), Part::kClose)) break;
    at = c.after(c.after(figure));
  }
  return c.is(at, Part::kVerb) ? at : Clauses::kNoChunk;
}

bool Shares::opens_clause(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = before_majority(c, c.before(figures_.chunk_of(draft)));
  const std::size_t beside = left;
  while (c.is(left, Part::kOther) && (verbs_.describes_figure(draft, c[left].range.begin) ||
                                      look_.small_word_is(c[left].range.begin, "part.left")))
    left = c.before(left);  // "the other 70% will be paid"
  const bool described = left != beside;
  if (described && c.is(left, Part::kOther) && look_.word_is(c[left].range.begin, "article"))
    left = c.before(left);
  if (left == Clauses::kNoChunk || c.is(left, Part::kColon) || c.is(left, Part::kSubordinator)) return true;
  // "The survey found 45% want to move": what another verb tells begins with the share.
  const std::size_t told = c.after(figures_.chunk_of(draft));
  if (c.is(left, Part::kVerb) && (c[left].says || look_.word_is(c[left].range.end - 1, "reporting.verb") ||
                                  look_.word_is(c[left].range.end - 1, "find.verb") ||
                                  look_.word_is(c[left].range.end - 1, "listing.verb")))
    return draft.text("role").empty() && c.is(told, Part::kVerb) &&
           is_finite(look_, figures_.analysis(draft), c, c[told].range);
  // "2,912 adults (39% were women)"
  if (c.is(left, Part::kOpen)) return c.is(c.after(figures_.chunk_of(draft)), Part::kVerb);
  const std::string word = fold(look_.text_of(c[left].range));
  return look_.input().program.lookup("clause_opener", word) != kNone;
}

// "A majority of 61 percent said": what stands before the words that only say how the share compares; the
// chunk itself where none do.
std::size_t Shares::before_majority(const Clauses& c, std::size_t preposition) const {
  const std::size_t part = c.before(preposition);
  const bool most = c.is(preposition, Part::kPreposition) && part != Clauses::kNoChunk &&
                    look_.small_word_is(c[preposition].range.begin, "preposition.part") &&
                    look_.word_is(c[part].range.end - 1, "quantifier");
  if (!most) return preposition;
  const std::size_t article = c.before(part);
  return c.is(article, Part::kOther) && look_.word_is(c[article].range.begin, "article") ? c.before(article)
                                                                                         : article;
}

// The verb group right after the figure, or after a bracket that follows it.
std::size_t Shares::verb_after(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = behind_bracket(c, c.after(figures_.chunk_of(draft)));
  const bool awaited = draft.fact.section == "list" && c.is(at, Part::kPreposition) &&
                       look_.word_is(c[at].range.begin, "pos.first.TO") && c.is(at + 1, Part::kVerb);
  if (awaited) return at + 1;  // "* 5% to be released at launch"
  return c.is(at, Part::kVerb) ? at : Clauses::kNoChunk;
}

// The chunk after the bracket that the chunk opens; the chunk itself where it opens none.
std::size_t Shares::behind_bracket(const Clauses& c, std::size_t at) {
  if (!c.is(at, Part::kOpen)) return at;
  while (at < c.chunks().size() && c[at].part != Part::kClose) ++at;
  return at < c.chunks().size() ? c.after(at) : Clauses::kNoChunk;
}

// "shed 420 posts, or roughly 7% of its staff"
bool Shares::shares_own(std::size_t index) const {
  const Draft* counted = figures_.before(index);
  return figures_[index].came_by("link/or") && counted != nullptr && counted->fact.quantity.kind == "count" &&
         look_.word_is(figures_[index].range("share_of").begin, "pos.first.PRPS");
}

// The verb that tells what the part of the whole does; kNoChunk where none does.
std::size_t Shares::verb_of_share(const Draft& draft, TokenRange whole) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t left = c.before(figures_.chunk_of(draft));
  const bool governed =
      !figures_.is_with(c, left) && (c.is(left, Part::kVerb) || c.is(left, Part::kPreposition));
  const std::size_t end = c.at(whole.end - 1);
  const std::size_t behind = behind_bracket(c, c.after_attachments(end));
  const std::size_t next = governed ? c.after(end) : behind;
  std::size_t verb = c.is(next, Part::kVerb) ? next : Clauses::kNoChunk;
  // "drivers who use 45% of their quota are ahead": the drivers are
  const bool within = c.is(left, Part::kVerb) && c.is(c.before(left), Part::kRelative) && !c[left].says;
  if (within && next == verb) return Clauses::kNoChunk;
  // "an investor holding 2% of the coins could earn", "Owning 2% of them can pay": what the clause tells of
  // it
  const bool object = c.is(left, Part::kVerb) && c[left].gerund && next == verb && verb != Clauses::kNoChunk;
  if (object && look_.word_is(c[verb].range.begin, "pos.first.MD")) return Clauses::kNoChunk;
  const bool moved = c.is(left, Part::kVerb) && c.is(next, Part::kPreposition) &&
                     look_.word_is(c[next].range.begin, "pos.first.TO") && c.is(next + 1, Part::kVerb) &&
                     look_.word_is(whole.end - 1, "people");
  if (moved) return next + 1;                // "led 6% of patients to quit the trial"
  const bool near = behind == c.after(end);  // not "90% of the salt from springs that averaged 140 ppm"
  // "Remission was seen in 60% of patients who took it": the clause tells which, not what they do.
  const bool contained = governed && c.is(left, Part::kPreposition);
  const bool related = !contained && c.is(behind, Part::kRelative) &&
                       (near ? look_.word_is(c[behind].range.begin, "relative")
                             : look_.word_is(c[behind].range.begin, "relative.person"));
  if (related && c.is(c.after(behind), Part::kVerb)) verb = c.after(behind);
  if (verb != Clauses::kNoChunk) {  // "patients receiving it had a stroke", "people who smoke die"
    const bool does = figures_.is_with(c, left) && verb == next &&
                      c[verb].gerund &&  // "with 9% saying tea helps"
                      look_.word_is(c[verb].range.end - 1, "reporting.gerund");
    const bool describes = !does && (verb != next || tells_which(draft, verb) || is_described(draft, verb));
    // "slipped to 41 percent of Swedes polled in March": which ones, no more
    if (governed && verb == next && may_be_participle(look_, c[verb].range.end - 1) &&
        c.is(left, Part::kPreposition) && !draft.text("role").empty())
      return Clauses::kNoChunk;
    const std::size_t main = governed || !describes ? Clauses::kNoChunk : verb_behind_relative(draft, verb);
    return main == Clauses::kNoChunk ? verb : main;
  }
  if (governed) return Clauses::kNoChunk;
  return sets_off(c, behind) ? verb_behind_insertion(draft, behind) : verb_behind_row(draft, whole, behind);
}

// "6 in 10 of those in the first and half of those in the second and third groups say": the finite verb
// behind the groups that the chunk goes on with.
std::size_t Shares::verb_behind_row(const Draft& draft, TokenRange whole, std::size_t chunk) const {
  constexpr std::size_t kReach = 24;  // chunks
  const Clauses& c = figures_.clauses(draft);
  if (!wholes_.is_group(draft, whole)) return Clauses::kNoChunk;
  for (std::size_t i = chunk; i < c.chunks().size() && i - chunk <= kReach; ++i) {
    if (c.is(i, Part::kVerb)) return ends_phrase(c, i - 1) && !tells_which(draft, i) ? i : Clauses::kNoChunk;
    const bool within =
        (c.is(i, Part::kPhrase) && !look_.small_word_is(c[i].range.begin, "relative.owner")) ||
        c.is(i, Part::kPreposition) || c.is(i, Part::kAdverb) || c.is(i, Part::kFigure) ||
        c.is(i, Part::kConjunction) || c.is(i, Part::kTime) ||
        (c.is(i, Part::kPronoun) && look_.small_word_is(c[i].range.begin, "determiner.people")) ||
        is_loose_word(c, i);
    if (!within) break;
  }
  return Clauses::kNoChunk;
}

// "patients receiving it", "orders placed by then"; not "shoppers trust", which is a noun elsewhere.
bool Shares::tells_which(const Draft& draft, std::size_t verb) const {
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t last = c[verb].range.end - 1;
  return !is_finite(look_, figures_.analysis(draft), c, c[verb].range) &&
         (c[verb].gerund || may_be_participle(look_, last) || !look_.word_is(last, "pos.V"));
}

// "people questioned said": a participle that the finite verb follows.
bool Shares::is_described(const Draft& draft, std::size_t participle) const {
  const Clauses& c = figures_.clauses(draft);
  const Analysis& a = figures_.analysis(draft);
  return look_.covering(a, c[participle].range.begin, "vbn") != nullptr &&
         c.is(participle + 1, Part::kVerb) && tells_of_participle(look_, a, c, participle + 1);
}

// "guests who leave a bag outside of a locker pay": the finite verb after that of the relative clause.
std::size_t Shares::verb_behind_relative(const Draft& draft, std::size_t relative) const {
  const Clauses& c = figures_.clauses(draft);
  for (std::size_t i = relative + 1; i < c.chunks().size(); ++i) {
    const Part part = c[i].part;
    const bool finite = part == Part::kVerb &&
                        (is_finite(look_, figures_.analysis(draft), c, c[i].range) || is_base_form(c, i));
    if (finite && (ends_phrase(c, i - 1) || i == relative + 1 || is_loose_word(c, i - 1))) return i;
    const bool within = part == Part::kPhrase || (part == Part::kVerb && !finite) ||
                        (part == Part::kFigure && !ends_phrase(c, i - 1) && !c.is(i - 1, Part::kOther)) ||
                        part == Part::kPreposition || part == Part::kAdverb || part == Part::kTime ||
                        is_loose_word(c, i);
    if (!within) break;
  }
  return Clauses::kNoChunk;
}

// "who rent their home | own a car", "in Oslo | need a car": a verb that is a noun or an adjective elsewhere,
// behind a phrase and before what it has as its object.
bool Shares::is_base_form(const Clauses& c, std::size_t verb) const {
  const std::uint32_t word = c[verb].range.begin;
  return c[verb].range.end == word + 1 && is_base_form_only(look_, word) && ends_phrase(c, verb - 1) &&
         (c.is(c.after(verb), Part::kPhrase) || c.is(verb + 1, Part::kOther));
}

// "signed up", "most days stressful": a word that is in no phrase.
bool Shares::is_loose_word(const Clauses& c, std::size_t chunk) const {
  return c.is(chunk, Part::kOther) && look_.form(c[chunk].range.begin).is(Shape::kWordlike);
}

bool Shares::ends_phrase(const Clauses& c, std::size_t chunk) {
  return c.is(chunk, Part::kPhrase) || c.is(chunk, Part::kTime);
}

// "participants with asthma, including those on drugs, were able", "adults - 122 million people - are": the
// verb after what two commas or dashes set off.
std::size_t Shares::verb_behind_insertion(const Draft& draft, std::size_t opener) const {
  constexpr std::size_t kLongest = 14;  // chunks
  const Clauses& c = figures_.clauses(draft);
  const std::string_view mark = look_.token_text(c[opener].range.begin);
  for (std::size_t i = opener + 1; i < c.chunks().size() && i - opener <= kLongest; ++i) {
    const bool closes = look_.token_text(c[i].range.begin) == mark;
    if (!closes && (c.is(i, Part::kStop) || c.is(i, Part::kColon) || c.is(i, Part::kConjunction))) break;
    if (!closes) continue;
    const std::size_t verb = c.after(i);
    const bool told = c.is(verb, Part::kVerb) && is_finite(look_, figures_.analysis(draft), c, c[verb].range);
    return told ? verb : Clauses::kNoChunk;
  }
  return Clauses::kNoChunk;
}

// A comma or a dash.
bool Shares::sets_off(const Clauses& c, std::size_t chunk) const {
  if (c.is(chunk, Part::kComma)) return true;
  if (chunk >= c.chunks().size()) return false;
  const std::string_view mark = look_.token_text(c[chunk].range.begin);
  return mark == "-" || mark == "–" || mark == "—";
}

}  // namespace figmine::measures
