#include "claim/measures/counts.h"

namespace figmine::measures {

void Counts::find(Draft& draft) const {
  const std::string head = draft.fact.quantity.unit ? draft.fact.quantity.unit->name : "";
  const bool scored = draft.mention->unit && draft.mention->unit->kind == "count";  // "scored 28 points"
  const bool which = attributes_begin(draft, draft.mention->noun) != draft.mention->noun.begin;
  const bool generic =
      !scored && !which && look_.input().program.lookup("generic_count", fold(head)) != kNone;
  // "Vessel productivity averaged 31.6 moves per crane hour"
  const std::uint32_t end = draft.mention->range.end;
  const bool rate = end < figures_.analysis(draft).range.end &&
                    look_.small_word_is(end, "preposition.rate") && verbs_.levels(draft);
  TokenRange noun = draft.mention->noun;
  const bool object = draft.text("object") == "yes" && draft.has("measure") && !draft.text("role").empty();
  if (object && is_collection(draft, draft.range("measure")))  // "grew its team from 115 to 200 people"
    return setter_.set(draft, look_.without_article(figures_.analysis(draft), draft.range("measure")), "");
  if ((is_labelled(draft) || is_raised(draft)) && named_elsewhere(draft)) return;
  if (const TokenRange done = draft.range("done_after");
      generic && !done.empty() && draft.text("role").empty())
    return setter_.set(draft, {noun.begin, done.end}, "measure/counted-noun");  // "passed 5,000 units sold"
  if (look_.token_text(noun.begin - 1) == "-" && describes_somebody(draft, noun)) return;
  if (is_amount_of_coins(draft) && named_elsewhere(draft)) return;
  const bool elsewhere = generic || rate || draft.has("limited") || is_of_harm(draft) || moves(draft) ||
                         counts_by_subject(draft);
  const bool apart = opens_clause(look_, figures_.clauses(draft), figures_.chunk_of(draft));
  if (elsewhere && !apart && named_elsewhere(draft)) return;
  const Draft* moved = figures_.before(figures_.index_of(draft));  // "rose 2% to 4 million units"
  if (generic && draft.text("role") == "to" && moved != nullptr && moved->text("role") == "by" &&
      figures_.same_clause(*moved, draft) && setter_.inherit(draft, moved, "measure/same-clause"))
    return;
  // "a 44-bed neonatal unit", "a nine-story tower": the phrase that the hyphened noun describes.
  if (look_.token_text(noun.begin - 1) == "-") noun = described(draft, noun);
  // "17 branches of the bank": the phrase that says which ones belongs to the measure.
  const Clauses& c = figures_.clauses(draft);
  const std::size_t next = c.at(noun.end);
  if (const TokenRange what = lasted(draft, noun); !what.empty())
    return setter_.set(draft, what, "measure/more");
  if (c.is(next, Part::kPreposition) && look_.small_word_is(noun.end, "preposition.part") &&
      c.is(next + 1, Part::kPhrase))
    noun.end = c[next + 1].range.end;
  else
    noun.end = joined_end(draft, noun);
  noun.begin = attributes_begin(draft, noun);
  if (draft.subject.empty()) draft.subject = place_before(draft);
  setter_.set(draft, noun, "measure/counted-noun");
}

// "- Germany: 201,500 visitors": the place that labels the figure; empty where none does.
TokenRange Counts::place_before(const Draft& draft) const {
  const TokenRange label = draft.range("measure");
  if (!draft.came_by("measure/colon") || label.empty() || draft.fact.section != "list") return {};
  const Annotation* place = look_.beginning_at(figures_.analysis(draft), label.begin, "place");
  return place != nullptr && place->range.end >= label.end ? label : TokenRange{};
}

// "26 | two-bedroom units": a figure that describes the counted noun tells which ones are counted.
std::uint32_t Counts::attributes_begin(const Draft& draft, TokenRange noun) const {
  const std::uint32_t behind = draft.mention->range.end;
  const std::size_t index = figures_.index_of(draft) + 1;
  if (index == figures_.drafts().size() || noun.begin <= behind) return noun.begin;
  const Draft& next = figures_[index];
  const bool attribute = next.sentence == draft.sentence && next.mention->range.begin == behind &&
                         next.mention->range.end <= noun.begin &&
                         next.fact.quantity.text.find('-') != std::string::npos;
  return attribute ? behind : noun.begin;
}

// "seven consecutive quarters of increasing activity": what went on for so many of them.
TokenRange Counts::lasted(const Draft& draft, TokenRange noun) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.at(noun.end);
  if (look_.ending_at(figures_.analysis(draft), noun.end, "grain") == nullptr ||
      !is_preposition(look_, c, link, "preposition.part"))
    return {};
  const std::size_t phrase = c.is(link + 1, Part::kVerb) && c[link + 1].gerund ? link + 2 : link + 1;
  if (!c.is(phrase, Part::kPhrase)) return {};
  return {look_.without_article(figures_.analysis(draft), c[link + 1].range).begin, c[phrase].range.end};
}

// "100 mayors, community leaders and sponsors", "40 countries and regions": where the last of those counted
// together ends; the noun's own end where it is alone.
std::uint32_t Counts::joined_end(const Draft& draft, TokenRange noun) const {
  constexpr std::size_t kMost = 4;  // phrases
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  const bool several = look_.covering(figures_.analysis(draft), noun.end - 1, "nns") != nullptr;
  if (!several || c[figure].range.end != noun.end || look_.token_text(noun.begin - 1) == "-") return noun.end;
  bool listed = false;  // "200 tests, reports, and charts"
  for (std::uint32_t token = noun.begin; token < noun.end; ++token)
    listed = listed || look_.token_text(token) == ",";
  std::size_t link = figure + 1;
  for (std::size_t steps = 0; steps < kMost; ++steps) {
    const bool comma = c.is(link, Part::kComma);
    const bool last = c.is(link, Part::kConjunction) || (comma && c.is(link + 1, Part::kConjunction));
    const std::size_t phrase = comma && last ? link + 2 : link + 1;
    if ((!comma && !last) || (comma && last && steps == 0 && !listed) || !is_bare_plural(draft, phrase))
      return noun.end;
    if (last) return goes_on_apart(draft, phrase) ? noun.end : c[phrase].range.end;
    link = phrase + 1;
  }
  return noun.end;
}

// "to 50 mills and targets 20 million", "40 stores and plans to open": what stands behind the phrase shows
// that it is a verb or has words of its own.
bool Counts::goes_on_apart(const Draft& draft, std::size_t phrase) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t next = c.after(phrase);
  const std::uint32_t behind = c[phrase].range.end;
  const bool acts = c.is(next, Part::kVerb) && c.verb_before(figures_.chunk_of(draft)) != Clauses::kNoChunk;
  const bool figure =
      c.is(next, Part::kFigure) || (c.is(next, Part::kPreposition) && c.is(c.after(next), Part::kFigure));
  return acts || figure || look_.small_word_is(behind, "preposition.part") ||
         look_.small_word_is(behind, "pos.first.TO");
}

// "regions", "community leaders", "skilled repair shops": a plural without an article; not "strong controls",
// which nobody counts.
bool Counts::is_bare_plural(const Draft& draft, std::size_t phrase) const {
  constexpr std::uint32_t kMost = 4;  // words
  const Clauses& c = figures_.clauses(draft);
  if (!c.is(phrase, Part::kPhrase) || c[phrase].range.end - c[phrase].range.begin > kMost) return false;
  const TokenRange words = c[phrase].range;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (look_.word_is(token, "counted.apart") || look_.word_is(token, "emphasis")) return false;
  }
  return look_.form(words.begin).is(Shape::kLower) && !look_.word_is(words.begin, "pos.first.DT") &&
         !look_.word_is(words.begin, "pos.first.PRPS") &&
         look_.covering(figures_.analysis(draft), words.end - 1, "nns") != nullptr;
}

// "two-time ski champion Mia Tarn": what somebody named is so often.
bool Counts::describes_somebody(Draft& draft, TokenRange hyphened) const {
  TokenRange words = described(draft, hyphened);
  if (words == hyphened || !draft.text("role").empty()) return false;
  const std::uint32_t end = words.end;
  while (words.end > words.begin + 1 && look_.form(words.end - 1).is(Shape::kCap)) --words.end;
  if (words.end == end || !look_.form(words.end - 1).is(Shape::kLower)) return false;
  draft.subject = {words.end, end};
  setter_.set(draft, words, "measure/described");
  return true;
}

// "the deaths of 19 hikers": what befell those counted.
bool Counts::is_of_harm(const Draft& draft) const {
  return draft.text("attach") == "of" && draft.has("measure") &&
         look_.word_is(draft.range("measure").end - 1, "harm.noun");
}

// "a prize pool of 9,000,000 $VEX", "The supply amounted to 5 billion tokens": coins are an amount of what
// else is named, as money is; not "a share of the 9,000 coins", "the purchase of 40 coins".
bool Counts::is_amount_of_coins(const Draft& draft) const {
  const TokenRange noun = draft.mention->noun;
  const bool coins = look_.token_text(noun.begin) == "$" || look_.word_is(noun.end - 1, "coin.plural");
  if (!coins) return false;
  if (!draft.has("measure")) return verbs_.levels(draft);
  const std::uint32_t head = draft.range("measure").end - 1;
  return draft.text("attach") == "of" && !look_.word_is(draft.mention->range.begin - 1, "article.definite") &&
         !look_.word_is(head, "volume.event") && !look_.word_is(head, "counting.noun");
}

// "Supply: 440,000,000 tokens", "a float of 1.4 million shares"
bool Counts::is_labelled(const Draft& draft) const {
  if (!draft.has("measure")) return false;
  const std::uint32_t head = draft.range("measure").end - 1;
  return (draft.came_by("measure/colon") && look_.word_is(head, "measure.noun")) ||
         (draft.text("attach") == "of" && look_.word_is(head, "volume.noun"));
}

// "grew its fleet to 120 vehicles", "doubled its rental fleet to 900 kayaks": what somebody raised is
// counted; but what is only spread further is not: "expanded its network to 20 cities".
bool Counts::is_raised(const Draft& draft) const {
  return draft.text("object") == "yes" && draft.text("role") == "to" && draft.has("measure") &&
         !look_.word_is(draft.range("measure").end - 1, "spread.noun");
}

// "its team", "the crew": those counted are its members.
bool Counts::is_collection(const Draft& draft, TokenRange words) const {
  const TokenRange bare = look_.without_article(figures_.analysis(draft), words);
  return !bare.empty() && bare.begin > words.begin && look_.small_word_is(bare.end - 1, "collection.noun") &&
         !look_.word_is(bare.end - 1, "spread.noun");
}

// What stands behind a hyphened noun in its phrase or begins one there; the noun itself where nothing does.
TokenRange Counts::described(const Draft& draft, TokenRange hyphened) const {
  const Analysis& a = figures_.analysis(draft);
  const Annotation* phrase = look_.beginning_at(a, hyphened.end, "np");
  if (phrase == nullptr && hyphened.end < a.range.end) phrase = look_.covering(a, hyphened.end, "np");
  return phrase == nullptr ? hyphened : TokenRange{hyphened.end, phrase->range.end};
}

bool Counts::named_elsewhere(Draft& draft) const {
  if (draft.has("measure") &&
      setter_.take(draft, phrases_.widen(figures_.analysis(draft), draft.range("measure"), draft), ""))
    return true;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.before(figures_.chunk_of(draft));
  const bool beside = c.is(link, Part::kPreposition) &&  // "The toll rose to 112, with 36 people missing"
                      look_.small_word_is(c[link].range.begin, "preposition.bearing");
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  if (verb == Clauses::kNoChunk) return false;
  const std::size_t expected = look_.word_is(c[verb].range.end - 1, "copula")
                                   ? verbs_.subject_of_infinitive(draft, verb)
                                   : Clauses::kNoChunk;
  const bool measured =
      expected != Clauses::kNoChunk && !beside &&
      (!look_.is_name(c[expected].range) || look_.word_is(c[expected].range.end - 1, "measure.noun"));
  if (measured) return setter_.take(draft, c.chain_ending(expected), "measure/subject-of-infinitive");
  const std::size_t subject = verbs_.measured_subject(c, c.subject_of(verb));
  return !beside && c.is(subject, Part::kPhrase) && !verbs_.acts(draft, verb, subject) &&
         !counts_others(draft, verb) &&
         setter_.take(draft, verbs_.subject_chain(draft, verb, subject), "measure/subject-of-verb",
                      verbs_.movement_of(draft, c, verb));
}

bool Counts::shares_noun(const Draft& draft) const {
  // "seven stores: four in Florida"
  const bool by_place = look_.small_word_is(draft.mention->range.end, "preposition.place");
  return draft.came_by("unit/shared") && draft.text("role").empty() && !draft.has("measure") &&
         !draft.has("measure_after") && (!draft.has("measure_in_np") || by_place) && !verbs_.levels(draft) &&
         !look_.small_word_is(draft.mention->range.end, "preposition.part");
}

// "Departures totalled 21,090 passengers", "The number of arrivals was …", "The average stay was 3.2 nights":
// the subject names a count itself.
bool Counts::counts_by_subject(const Draft& draft) const {
  const bool flat = draft.came_by("change/flat-at");  // "The death rate held steady at 3 cases per 1,000"
  if (!verbs_.levels(draft) && !flat) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase)) return false;
  const TokenRange chain = verbs_.subject_chain(draft, verb, subject);
  const std::uint32_t head = c[c.at(chain.begin)].range.end - 1;
  return look_.word_is(head, "count_head") || look_.word_is(head, "counting.noun") ||
         look_.word_is(head, "sizing.noun") || (draft.has("per") && look_.word_is(head, "percent_head"));
}

// "The fertility rate fell to 1.38 children per woman", but not "the company cut 300 jobs".
bool Counts::moves(const Draft& draft) const {
  if (draft.came_by("change/adding")) return false;  // "add 14 stations"
  if (draft.text("role").empty() || draft.text("measure_in") == "after") return false;
  if (draft.text("object") == "yes" && draft.text("role") == "to")
    return false;  // "expanding its reach to 12 partners": is_raised()
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  if (verb == Clauses::kNoChunk) return false;
  const Annotation* change = look_.covering(figures_.analysis(draft), c[verb].range.end - 1, "change.verb");
  if (look_.word_is(c[verb].range.end - 1, "object.change")) return false;  // "lost 23 seats"
  if (c.is(c.after(verb), Part::kPronoun)) return false;  // "widening it from four lanes to six"
  if (change == nullptr || look_.input().program.row_attribute(change->row, "transitive") == "yes")
    return false;
  const std::size_t subject = c.subject_of(verb);
  return c.is(subject, Part::kPhrase) && !look_.word_is(c[subject].range.end - 1, "agent");
}

// "The plant employs 4,500 people", "Police said 14 people were killed": no level of the subject's.
bool Counts::counts_others(const Draft& draft, std::size_t verb) const {
  if (draft.fact.quantity.kind != "count") return false;
  const std::uint32_t last = figures_.clauses(draft)[verb].range.end - 1;
  if (look_.word_is(last, "staff.verb") || look_.word_is(last, "holding.verb")) return true;
  for (const std::string_view type : {"change.verb", "level.verb", "level.word", "copula", "exceed.verb",
                                      "reach.verb", "revising.verb", "need.verb", "move.verb"}) {
    if (look_.word_is(last, type)) return false;
  }
  return true;
}

}  // namespace figmine::measures
