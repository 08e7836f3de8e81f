#include "claim/measures/words_after.h"

namespace figmine::measures {

bool WordsAfter::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const Analysis& a = figures_.analysis(draft);
  const bool plain = draft.text("role").empty() || draft.text("role") == "none";
  if (from_label(draft) || names_length(draft)) return true;
  if (plain && multiplies_movement(draft)) return true;
  if (sizes_movement(draft)) return true;
  if (plain && described_.completes_copula(draft)) return true;
  if (amounts_in_.reaches_in(draft)) return true;
  if (verbs_.levels(draft) && counts_.named_elsewhere(draft)) return true;
  if (plain && levels_.holds_level(draft)) return true;
  if (plain && levels_.marks_level(draft)) return true;
  if (plain && amounts_in_.is_worth_of(draft)) return true;
  if (const TokenRange after = draft.range("measure_after");
      !after.empty() && (plain || nouns_.compares(draft) || nouns_.is_described_level(draft)) &&
      (described_.is_acronym(draft, after) || !nouns_.is_stop_head(a, after)) &&
      !nouns_.is_denominator(draft, after) &&
      (attachments_.take_with_attachments(draft, after) || setter_.take_weak(draft, after) ||
       described_.describes_named(draft, after) || described_.describes_held(draft, after)))
    return true;
  if (nouns_.is_described_old_level(draft) &&
      attachments_.take_with_attachments(draft, draft.range("measure_after")))
    return true;
  if (const TokenRange done = draft.range("done_after");
      plain && (draft.fact.quantity.kind == "money" || draft.fact.quantity.kind == "measure") &&
      !done.empty()) {
    setter_.set(draft, done, "");
    return true;
  }
  if (const TokenRange bracket = draft.range("bracket_np"); !bracket.empty()) {
    if (plain && amounts_in_.counts_in(draft)) return true;
    if (from_bracket(index, bracket)) return true;
  }
  return amounts_in_.find(draft) || described_.describes_common(draft);
}

// "traders looking for the next 50x gains": a multiple of what nobody names is of the movement; not of
// "Revenue saw a 3x rise".
bool WordsAfter::multiplies_movement(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const bool movement =
      draft.fact.quantity.kind == "multiple" && !after.empty() &&
      (look_.word_is(after.end - 1, "change.noun") || look_.word_is(after.end - 1, "growth.noun"));
  if (!movement) return false;
  const Clauses& c = figures_.clauses(draft);
  std::size_t left = c.before(figures_.chunk_of(draft));
  while (c.is(left, Part::kOther)) left = c.before(left);
  if (c.is(left, Part::kComma) && figures_.before(figures_.index_of(draft)) != nullptr)
    return false;  // "blocked 2,000 calls, a sixfold rise"
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  const std::size_t first =
      c.is(subject, Part::kPhrase) ? c.at(c.chain_ending(subject).begin) : Clauses::kNoChunk;
  if (c.is(first, Part::kPhrase) && look_.word_is(c[first].range.end - 1, "measure.noun")) return false;
  setter_.set(draft, {after.end - 1, after.end}, "measure/moved");
  return true;
}

// "a 300,000-square-foot expansion": how large what was added is.
bool WordsAfter::sizes_movement(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const bool sized = draft.fact.quantity.kind == "measure" && !after.empty() &&
                     draft.fact.quantity.text.find('-') != std::string::npos &&
                     after.begin == draft.mention->range.end && look_.word_is(after.end - 1, "change.noun");
  if (sized) setter_.set(draft, after, "measure/moved");
  return sized;
}

// "DAX -0.4% FTSE -1.1%", "marking 28 years as a guide": words that are the measure as they stand.
bool WordsAfter::from_label(Draft& draft) const {
  TokenRange label = draft.range("label");
  if (label.empty() && draft.fact.quantity.kind == "duration") label = draft.range("years_as");
  if (label.empty()) return false;
  setter_.set(draft, look_.without_article(figures_.analysis(draft), label), "");
  return true;
}

// "over a 90-day period", "In this 60-minute session": what the length of time is of, though its noun
// elsewhere names no measure.
bool WordsAfter::names_length(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const bool length = draft.fact.quantity.kind == "duration" && !after.empty() &&
                      after.begin == draft.mention->range.end && look_.word_is(after.end - 1, "length.noun");
  if (!length) return false;
  setter_.set(draft, after, "measure/described");
  return true;
}

bool WordsAfter::describes_noun(Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const TokenRange after = draft.range("measure_after");
  const TokenRange head = draft.range("measure");
  const bool article = begin > 0 && (look_.word_is(begin - 1, "article") ||
                                     look_.word_is(begin - 1, "pos.first.PRPS"));  // "sale of its 90% stake"
  const bool done = draft.fact.quantity.kind == "measure" && !head.empty() &&
                    look_.word_is(head.end - 1, "handling.noun");  // "Sale of 2-Acre Site"
  const bool event = done || (!head.empty() && look_.word_is(head.end - 1, "event.noun"));
  if (!head.empty() && amounts_in_.is_amount_of(draft)) return true;
  const bool hyphened =
      figures_.clauses(draft)[figures_.chunk_of(draft)].hyphened;  // "price of 12-ounce bags"
  return (article || event || hyphened) && draft.text("attach") == "of" && draft.text("role").empty() &&
         !after.empty() && !nouns_.is_stop_head(figures_.analysis(draft), after) &&
         (attachments_.take_with_attachments(draft, after) ||
          (done && described_.describes_named(draft, after)));
}

// "the share of loans (4%)": all that stands before the bracket; "findings related to the low success rate
// (18%)": what is measured right before it.
TokenRange WordsAfter::told_by_bracket(const Draft& draft, TokenRange bracket) const {
  const Clauses& c = figures_.clauses(draft);
  const TokenRange chain = c.chain_ending(c.at(bracket.end - 1));
  const std::size_t first = c.at(chain.begin);
  const bool measured = look_.word_is(bracket.end - 1, "measure.noun") && c.is(first, Part::kPhrase) &&
                        !look_.word_is(c[first].range.end - 1, "measure.noun") &&
                        !look_.small_word_is(c[first].range.end, "preposition.part");
  return measured ? bracket : chain;
}

// "Tarn Valley (€31.6 million)": a name in a list is the subject, and the measure goes on.
bool WordsAfter::from_bracket(std::size_t index, TokenRange bracket) const {
  Draft& draft = figures_[index];
  // "Gen X (39%) do so more often than boomers (14%)"
  const Draft* earlier = figures_.alike_before(index);
  const bool answered = earlier != nullptr && earlier->fact.share_of && earlier->has("bracket_np") &&
                        (earlier->came_by("measure/predicate") || earlier->came_by("measure/list"));
  if (answered && look_.ending_at(figures_.analysis(draft), bracket.end, "people") != nullptr) {
    shares_.note_answerers(draft);
    return setter_.inherit(draft, earlier, "measure/list");
  }
  const bool compared = draft.text("role") == "from" && draft.has("compared");  // "(vs. 83% without)"
  if (compared && setter_.inherit(draft, figures_.before(index), "measure/same-sentence")) return true;
  const bool item = is_item(draft, bracket);
  if (item) draft.subject = bracket;
  if (!item && setter_.take(draft, told_by_bracket(draft, bracket), "measure/bracket")) return true;
  if (look_.word_is(bracket.end - 1, "growth.noun")) {  // "the highest growth (+11.8%)"
    setter_.set(draft, {bracket.end - 1, bracket.end}, "measure/growth");
    return true;
  }
  if (!draft.subject.empty()) draft.subject = bracket;
  const Draft* told = figures_.before(index);
  if (!setter_.inherit(draft, told, "measure/list")) return item;
  if (draft.fact.quantity.kind == "percent" && told->fact.quantity.kind == "percent" && told->fact.share_of)
    draft.fact.share_of = told->fact.share_of;  // "22% of orders, followed by Orvane (18%)"
  return true;
}

// "- Orvik (4.3%): a maker of pumps": the one word that a list's item begins with and that no lexicon has.
bool WordsAfter::is_item(const Draft& draft, TokenRange bracket) const {
  const std::uint32_t before = bracket.begin;
  const bool opens =
      draft.fact.section == "list" && bracket.end == bracket.begin + 1 &&
      (before == figures_.analysis(draft).range.begin || !look_.form(before - 1).is(Shape::kWordlike));
  return opens && look_.form(before).is(Shape::kCap) && !figures_.namer().is_common(before);
}

}  // namespace figmine::measures
