#include "claim/measures/relations.h"

#include <algorithm>

namespace figmine::measures {
bool Relations::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const std::string& kind = draft.fact.quantity.kind;
  if (const TokenRange in = draft.range("measure_in_np");  // "is equal to 11 m³ of landfill space"
      (kind == "money" || kind == "measure") && draft.has("shareverb") && !in.empty() &&
      setter_.take(draft, phrases_.chain_of(draft, in), ""))
    return true;
  if (is_described_part(draft) &&
      setter_.take(draft, phrases_.chain_of(draft, draft.range("measure_after")), ""))
    return true;
  if (words_after_.describes_noun(draft)) return true;
  if (sums_up(index) && setter_.inherit(draft, figures_.before(index), "measure/same-clause")) return true;
  if (const TokenRange own = draft.range("measure");
      !own.empty() && from_own(draft, list_items_.label_alone(draft, own)))
    return true;
  if (moves_by_itself(index)) {
    setter_.set_name(draft);
    return true;
  }
  const std::string role = draft.text("role");
  // "had grown to 556 MW across 17 sites, compared with 339 MW"
  const bool compared = role == "from" && draft.has("compared");
  const Draft* earlier = compared ? figures_.alike_before(index) : figures_.before(index);
  if (earlier != nullptr && tells_share(draft.fact.quantity) && (role == "by" || role == "from"))
    earlier = &figures_.object_before(figures_.answered_around(*earlier));
  if ((role == "by" || role == "from") && draft.text("measure_in") != "after" && earlier != nullptr &&
      !has_own_phrase(draft) && !nouns_.compares(draft) &&
      (figures_.same_clause(*earlier, draft) || answered_before(*earlier, draft) ||
       is_compared_in_bracket(draft)) &&
      setter_.inherit(draft, earlier, "measure/same-clause"))
    return true;
  if (moves_from_other(draft, earlier)) return true;
  // "cut spoilage rates from 7.4% with wooden crates to 2.9%"
  if (role == "to" && earlier != nullptr && earlier->text("role") == "from" &&
      figures_.same_clause(*earlier, draft) && setter_.inherit(draft, earlier, "measure/same-clause"))
    return true;
  if (earlier != nullptr && reaches_by(*earlier, draft) &&
      setter_.inherit(draft, earlier, "measure/same-clause"))
    return true;
  return draft.text("measure_in") == "after" && find_change_noun(index);
}

// "with orders up 94% to $448 million": the movement and the level that it leads to are of one thing.
bool Relations::reaches_by(const Draft& movement, const Draft& level) const {
  constexpr std::uint32_t kReach = 4;  // tokens: "to", "about"
  const std::uint32_t end = movement.mention->range.end;
  const std::uint32_t begin = level.mention->range.begin;
  const bool near = movement.sentence == level.sentence && begin > end && begin - end <= kReach;
  return near && movement.text("role") == "by" && level.came_by("change/updown-to") &&
         !level.has("measure") && look_.small_word_is(end, "pos.first.TO");
}

// "The gap represents a $4 million market opportunity": an amount of the noun that it describes, no part of
// what represents it.
bool Relations::is_described_part(const Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const TokenRange after = draft.range("measure_after");
  return draft.fact.quantity.kind == "money" && draft.has("shareverb") &&
         begin > figures_.analysis(draft).range.begin && look_.word_is(begin - 1, "indefinite") &&
         !after.empty() && after.begin == draft.mention->range.end;
}

// "Halden rose 2%, Orvane 1%": names that share their verb move each for itself.
bool Relations::moves_by_itself(std::size_t index) const {
  const Draft& draft = figures_[index];
  const Draft* earlier = figures_.before(index);
  const bool gapped = earlier != nullptr && draft.came_by("change/gapped-percent") &&
                      draft.subject.overlaps(draft.range("measure")) && !earlier->measure.empty();
  if (!gapped) return false;
  const auto is_named = [&](TokenRange words) {
    return look_.form(words.begin).is(Shape::kCap) && look_.form(words.end - 1).is(Shape::kCap) &&
           !look_.word_is(words.end - 1, "measure.noun");
  };
  const bool common = earlier->measure.end == earlier->measure.begin + 1 &&
                      look_.word_is(earlier->measure.begin, "pos.first.N") &&
                      !earlier->came_by("measure/name");
  return is_named(draft.subject) && is_named(earlier->measure) && !common;
}

// The subject of the verb of movement, where it names a measure.
bool Relations::mover_moves(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  if (verb == Clauses::kNoChunk) return false;
  const std::size_t subject = verbs_.measured_subject(c, c.subject_of(verb));
  return c.is(subject, Part::kPhrase) && !verbs_.acts(draft, verb, subject) &&
         setter_.take(draft, verbs_.subject_chain(draft, verb, subject), "measure/subject-of-verb");
}

// "The fare will rise from the winter fare of $1.70 to $5": what moves, not what only the old level is.
bool Relations::moves_from_other(Draft& draft, const Draft* old_level) const {
  const bool from_of = draft.text("role") == "to" && old_level != nullptr &&
                       old_level->text("role") == "from" && old_level->text("attach") == "of" &&
                       figures_.same_clause(*old_level, draft);
  if (!from_of) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  if (!c.is(subject, Part::kPhrase)) return false;
  const std::size_t first = c.at(c.chain_ending(subject).begin);
  return look_.word_is(c[first].range.end - 1, "measure.noun") && mover_moves(draft);
}

// "stood at $12 million, up from $5 million, a growth of 140%": of what was told.
bool Relations::sums_up(std::size_t index) const {
  const Draft& draft = figures_[index];
  const Draft* earlier = figures_.before(index);
  const TokenRange own = draft.range("measure");
  const bool growth = !own.empty() && draft.text("attach") == "of" && draft.came_by("change/noun-of") &&
                      look_.word_is(own.end - 1, "growth.noun");
  if (!growth || earlier == nullptr || !figures_.same_clause(*earlier, draft)) return false;
  if (earlier->text("role") == "to" || earlier->text("role") == "from") return true;
  for (std::uint32_t token = own.begin; token + 1 < own.end; ++token)
    if (!look_.word_is(token, "pos.first.J") && !look_.word_is(token, "rate.adjective"))
      return false;  // "with job growth of 9%"
  const Clauses& c = figures_.clauses(draft);
  std::size_t with = c.before(c.at(own.begin));  // "Sales were $5 million, with growth of 9%"
  constexpr int kBasis = 5;                      // chunks: "year-on-year"
  for (int i = 0;
       i < kBasis && draft.came_by("basis/before") && with != Clauses::kNoChunk && !figures_.is_with(c, with);
       ++i)
    with = c.before(with);
  return figures_.is_with(c, with) && c.is(c.before(with), Part::kComma) &&
         earlier->came_by("measure/subject-of-verb") && draft.fact.quantity.kind == "percent";
}

// The phrase that a relation named, as far as it goes; else as it stands, where its noun is what somebody
// has.
bool Relations::from_own(Draft& draft, TokenRange own) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (c.is(c.at(own.begin), Part::kFigure)) {
    setter_.set(draft, own, "");  // "25 scholarships of $10,000 each"
    return true;
  }
  const bool of = draft.text("attach") == "of";
  if (is_whole_label(draft, own)) {
    setter_.set(draft, look_.without_article(a, own), "");
    return true;
  }
  if ((of && sets_moved_or_gauge(draft, own)) || sets_reach(draft, own)) return true;
  const TokenRange whole = draft.has("shareverb") ? phrases_.part_of(draft, own)
                           : of && !look_.title_case(a)
                               ? phrases_.with_holdings(draft, phrases_.with_head(draft, own))
                               : own;
  if (setter_.take(draft, phrases_.widen(a, whole, draft), "")) return true;
  if (draft.came_by("measure/noun-in-after") && setter_.take_capitals(draft, own)) {
    if (draft.subject == own) draft.subject = {};
    return true;
  }
  const bool part = draft.has("shareverb") && draft.fact.share_of;  // "Texas contributed 22% of sales"
  if (part && setter_.take(draft, draft.range("share_of"), "measure/complement")) return true;
  if (of && (sets_growth(draft, own) || sets_sum_of(draft, own))) return true;
  if (has_or_sets(draft, own)) {
    const TokenRange chain = phrases_.object_chain(c, c.at(own.end - 1), figures_.chunk_of(draft));
    setter_.set(draft, look_.without_article(a, {own.begin, std::max(own.end, chain.end)}),
                "measure/of-holder");
    return true;
  }
  return from_chain(draft, own);
}

// "a range of 258 miles", "an extended range of 30 to 60 miles": how far something goes.
bool Relations::sets_reach(Draft& draft, TokenRange own) const {
  const bool sort = own.end - own.begin > 1 && look_.word_is(own.end - 2, "reach.sort");
  const bool reach = draft.fact.quantity.kind == "measure" && look_.word_is(own.end - 1, "reach.noun") &&
                     (sort || draft.fact.quantity.op != "..");
  if (reach) setter_.set(draft, look_.without_article(figures_.analysis(draft), own), "measure/reach");
  return reach;
}

// "sees job growth of 8%"
bool Relations::sets_growth(Draft& draft, TokenRange own) const {
  const bool growth = look_.word_is(own.end - 1, "growth.noun");
  if (growth) setter_.set(draft, look_.without_article(figures_.analysis(draft), own), "measure/growth");
  return growth;
}

// "a rate rise of 50 basis points": the rate; "an upside of 30%", "a gauge of 54".
bool Relations::sets_moved_or_gauge(Draft& draft, TokenRange own) const {
  const Analysis& a = figures_.analysis(draft);
  const bool rate = own.end - own.begin > 1 && look_.word_is(own.end - 1, "change.noun") &&
                    look_.word_is(own.end - 2, "percent_head") && look_.word_is(own.end - 2, "measure.weak");
  const bool moved = rate || look_.word_is(own.end - 1, "movement.own");
  if (!moved && !is_gauge(draft, own)) return false;
  if (rate) --own.end;
  setter_.set(draft, look_.without_article(a, own), moved ? "measure/moved" : "measure/gauge");
  return true;
}

// "gifts to schools of €3m"
bool Relations::from_chain(Draft& draft, TokenRange own) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t chunk = c.at(own.end - 1);
  if (!c.is(chunk, Part::kPhrase)) return false;
  const bool given = chunk > 1 && c.is(chunk - 1, Part::kPreposition) && c.is(chunk - 2, Part::kPhrase) &&
                     figures_.namer().is_giver(c[chunk - 1].range.begin, c[chunk - 2].range);
  if (given) draft.subject = {};  // "grants from the Halden Foundation of $5 million": not who gives them
  return setter_.take(draft, c.chain_ending(chunk), "");
}

// "met its projection of $250,000 in fresh funding": what the figure behind a noun that only says how it is
// meant is in.
bool Relations::sets_sum_of(Draft& draft, TokenRange own) const {
  const TokenRange in = draft.range("measure_in_np");
  const bool told = draft.fact.quantity.kind == "money" && !in.empty() &&
                    look_.word_is(own.end - 1, "measure.held") &&
                    look_.small_word_is(draft.mention->range.end, "preposition.record") &&
                    look_.word_is(in.end - 1, "measure.noun");
  return told && setter_.take(draft, in, "");
}

// "Charging time: 45 minutes", "Investment amount: $500": right before the colon even a noun that elsewhere
// names no measure belongs to it.
bool Relations::is_whole_label(const Draft& draft, TokenRange own) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t colon = c.before(figures_.chunk_of(draft));
  const bool label = draft.came_by("measure/colon") && c.is(colon, Part::kColon) &&
                     c[colon].range.begin == own.end && look_.token_text(own.end) == ":";
  return label && own.end > own.begin + 1 && look_.word_is(own.end - 1, "label.noun");
}

// "the Snow Depth Index (SDI) of 71": an index by its name, which its reading is of.
bool Relations::is_gauge(const Draft& draft, TokenRange own) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool reading = kind == "number" || kind == "index" || kind == "score";
  return reading && look_.word_is(own.end - 1, "index.noun") && look_.is_name(own);
}

// "The car has a range of 310 miles", "the bank cut its forecast to 2%": a noun that elsewhere only says
// what sort of figure follows is what somebody has or sets.
bool Relations::has_or_sets(const Draft& draft, TokenRange own) const {
  if (draft.has("compared") && figures_.before(figures_.index_of(draft)) != nullptr)
    return false;                                                // "with our forecast of $5m"
  const bool weak = look_.word_is(own.end - 1, "measure.weak");  // "raised its key rate to 4%"
  if (!weak && !look_.word_is(own.end - 1, "measure.held")) return false;
  for (std::uint32_t token = own.begin; token < own.end; ++token) {
    if (look_.word_is(token, "teller")) return false;  // "the analysts' estimate"
  }
  if (look_.is_owned(figures_.analysis(draft), own.begin)) return true;
  if (weak && draft.text("object") == "yes") return true;  // "lowered the rate to 4%"
  const Clauses& c = figures_.clauses(draft);
  const std::size_t before = c.before(c.at(own.begin));
  const std::uint32_t last = before == Clauses::kNoChunk ? 0 : c[before].range.end - 1;
  const bool has = c.is(before, Part::kVerb) &&
                   (look_.word_is(last, "have.verb") || look_.word_is(last, "view.verb") ||
                    look_.word_is(last, "say.verb"));  // "Economists had forecast a rate of 4%"
  const bool joined = c.is(before, Part::kConjunction) && look_.word_is(own.begin, "indefinite") &&
                      !draft.has("measure_after");
  return has || joined || is_preposition(look_, c, before, "preposition.bearing");
}

// "premiums rose 11%, with average prices up 4%", "and lending income up 5%", "and energy costs 2% lower":
// the words before the direction name a measure of their own.
bool Relations::has_own_phrase(const Draft& draft) const {
  if (nouns_.is_described_old_level(draft) || amounts_in_.adds_own(draft)) return true;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  const bool apart = figure > 1 && c.is(figure - 1, Part::kPhrase) && c.is(figure - 2, Part::kConjunction);
  if (apart && look_.word_is(draft.mention->range.end, "change.adjective")) return true;
  std::size_t at = figure > 0 ? figure - 1 : Clauses::kNoChunk;
  while (at != Clauses::kNoChunk && at > 0 && c[at].part == Part::kAdverb) --at;
  if (at == Clauses::kNoChunk || at < 2 || !look_.word_is(c[at].range.end - 1, "change.updown")) return false;
  const bool joined = c.is(at - 2, Part::kConjunction) || c.is(at - 2, Part::kComma);
  const bool borne = is_preposition(look_, c, at - 2, "preposition.bearing");
  return c.is(at - 1, Part::kPhrase) && (joined || borne);
}

// "paid on time by 90% of those who were screened (vs. 83% without)"
bool Relations::is_compared_in_bracket(const Draft& draft) const {
  constexpr std::uint32_t kReach = 3;  // tokens: "compared to", "vs."
  const std::uint32_t begin = draft.mention->range.begin;
  const std::uint32_t first = figures_.analysis(draft).range.begin;
  if (draft.text("role") != "from" || !draft.has("compared")) return false;
  for (std::uint32_t token = begin; token > first && begin - token <= kReach;) {
    const std::string_view mark = look_.token_text(--token);
    if (mark == "(" || mark == ")") return mark == "(";
  }
  return false;
}

// "60% of respondents plan to spend more, up from 48%", "half the growers said they would plant less, up from
// 36%": the old share is of the same answer.
bool Relations::answered_before(const Draft& earlier, const Draft& draft) {
  return draft.text("role") == "from" && earlier.came_by("measure/predicate") &&
         (draft.fact.quantity.kind == earlier.fact.quantity.kind ||
          (tells_share(draft.fact.quantity) && tells_share(earlier.fact.quantity)));
}

// "a 15% increase in sales" and "its 6% revenue growth"; else what the sentence is about.
bool Relations::find_change_noun(std::size_t index) const {
  Draft& draft = figures_[index];
  const Draft* earlier = figures_.before(index);
  if (earlier != nullptr && tells_share(draft.fact.quantity)) earlier = &figures_.object_before(*earlier);
  const TokenRange after = draft.range("measure_after");
  if (!after.empty() && look_.word_is(after.end - 1, "movement.own")) {  // "implies 130% upside"
    setter_.set(draft, {after.end - 1, after.end}, "measure/moved");
    return true;
  }
  if (!after.empty() && setter_.take(draft, after, "")) return true;
  if (words_after_.multiplies_movement(draft)) return true;
  if (earlier != nullptr && figures_.same_clause(*earlier, draft) &&
      setter_.inherit(draft, earlier, "measure/same-clause"))
    return true;
  if (owner_grows(draft) || mover_moves(draft)) return true;
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = c.before(figures_.chunk_of(draft));
  while (c.is(left, Part::kOther)) left = c.before(left);  // "were repaired, a 7% increase"
  if (c.is(left, Part::kComma) && setter_.inherit(draft, earlier, "measure/same-sentence")) return true;
  return tells_growth(draft) ||
         setter_.inherit(draft, figures_.told_before(index), "measure/sentence-before");
}

// "This award reflects Vexa's 98% growth": the owner has grown, not what reflects it.
bool Relations::owner_grows(Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return figure > figures_.analysis(draft).range.begin && look_.word_is(figure - 1, "possessive") &&
         tells_growth(draft);
}

// "The unit posted 20% growth": where nothing is named that grew.
bool Relations::tells_growth(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  if (after.empty() || !look_.word_is(after.end - 1, "growth.noun")) return false;
  setter_.set(draft, {after.end - 1, after.end}, "measure/growth");
  return true;
}

}  // namespace figmine::measures
