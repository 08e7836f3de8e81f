#include "claim/measures/words_after.h"

namespace figmine::measures {

bool WordsAfter::find(std::size_t index) const {
  Draft& draft = figures_[index];
  const Analysis& a = figures_.analysis(draft);
  const bool plain = draft.text("role").empty() || draft.text("role") == "none";
  if (from_label(draft) || names_length(draft)) return true;
  if (plain && multiplies_movement(draft)) return true;
  if (sizes_movement(draft)) return true;
  if (plain && completes_copula(draft)) return true;
  if (reaches_in(draft)) return true;
  if (verbs_.levels(draft) && counts_.named_elsewhere(draft)) return true;
  if (plain && holds_level(draft)) return true;
  if (plain && marks_level(draft)) return true;
  if (plain && is_worth_of(draft)) return true;
  if (const TokenRange after = draft.range("measure_after");
      !after.empty() && (plain || compares(draft) || is_described_level(draft)) &&
      (is_acronym(draft, after) || !is_stop_head(a, after)) && !is_denominator(draft, after) &&
      (take_with_attachments(draft, after) || setter_.take_weak(draft, after) ||
       describes_named(draft, after) || describes_held(draft, after)))
    return true;
  if (is_described_old_level(draft) && take_with_attachments(draft, draft.range("measure_after")))
    return true;
  if (const TokenRange done = draft.range("done_after");
      plain && (draft.fact.quantity.kind == "money" || draft.fact.quantity.kind == "measure") &&
      !done.empty()) {
    setter_.set(draft, done, "");
    return true;
  }
  if (const TokenRange bracket = draft.range("bracket_np"); !bracket.empty()) {
    if (plain && counts_in(draft)) return true;
    if (from_bracket(index, bracket)) return true;
  }
  const bool share = tells_share(draft.fact.quantity);
  const TokenRange in = draft.range("measure_in_np");
  const bool time = !in.empty() && look_.ending_at(a, in.end, "grain") != nullptr;  // "in the initial years"
  if (in.empty() || time || (!plain && draft.text("role") != "to" && !is_object_of_adding(draft, in)) ||
      share)
    return false;
  if (verbs_.tells_for_whom(draft, in)) return false;
  if (puts_in(draft, in)) return true;
  const bool doubled = draft.fact.quantity.kind == "multiple";
  if (is_where(draft, in) || (doubled && is_stop_head(a, in))) return false;  // "have doubled in a decade"
  const TokenRange holder = draft.subject;
  if (take_sum(draft, in) || setter_.take(draft, phrases_.chain_of(draft, in), "")) return true;
  if (is_given_for(draft, in)) draft.subject = holder;
  return false;
}

// "a plan ($180 in savings)": what the bracket itself says the amount is in.
bool WordsAfter::counts_in(Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  return draft.fact.quantity.kind == "money" && !in.empty() &&
         look_.small_word_is(in.begin - 1, "preposition.record") && setter_.take(draft, in, "");
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

// "The fund reached $1 billion in assets": what stands behind "in", where the subject has it.
bool WordsAfter::reaches_in(Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  const std::string role = draft.text("role");
  const bool named = draft.fact.quantity.kind == "money" && !in.empty() && (role.empty() || role == "to") &&
                     in.begin == draft.mention->range.end + 1 &&
                     look_.small_word_is(draft.mention->range.end, "preposition.record") &&
                     look_.word_is(in.end - 1, "measure.noun") && verbs_.levels(draft);
  if (!named) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  if (!c.is(subject, Part::kPhrase)) return false;
  const std::size_t first = c.at(c.chain_ending(subject).begin);
  return !look_.word_is(c[first].range.end - 1, "measure.noun") &&
         setter_.take(draft, phrases_.chain_of(draft, in), "");
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

// "$3 million worth of Vexa bonds": what is worth so much, also by its name.
bool WordsAfter::is_worth_of(Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  const std::uint32_t worth = draft.mention->range.end;
  const bool of = draft.fact.quantity.kind == "money" && look_.word_is(worth, "amount.worth") &&
                  look_.small_word_is(worth + 1, "preposition.part");
  if (!of || in.empty() || in.begin != worth + 2) return false;
  if (!setter_.take(draft, phrases_.chain_of(draft, in), ""))
    setter_.set(draft, look_.without_article(figures_.analysis(draft), in), "measure/worth-of");
  return true;
}

// "meets resistance near the $40 level", "the support formed around the $30 mark", "critical levels at $41",
// "from the $30 support region": what the level is of.
bool WordsAfter::holds_level(Draft& draft) const {
  if (draft.fact.quantity.kind != "money") return false;
  const Analysis& a = figures_.analysis(draft);
  const TokenRange after = draft.range("measure_after");
  const bool marked = !after.empty() && look_.word_is(after.end - 1, "level.mark");
  const bool next = after.begin == draft.mention->range.end && after.end - after.begin > 1;
  if (marked && next && names_level(after)) {
    setter_.set(draft, after, "measure/level");
    return true;
  }
  if (!marked && !after.empty()) return false;
  const Clauses& c = figures_.clauses(draft);
  std::size_t at = c.before(figures_.chunk_of(draft));
  if (const Draft* other = figures_.before(figures_.index_of(draft));  // "levels at $41 and $43"
      !marked && other != nullptr && other->came_by("measure/level") && c.is(at, Part::kConjunction) &&
      c.before(at) == figures_.chunk_of(*other))
    return setter_.inherit(draft, other, "measure/level");
  if (c.is(at, Part::kOther) && look_.word_is(c[at].range.begin, "article")) at = c.before(at);
  const bool put = c.is(at, Part::kPreposition) && look_.word_is(c[at].range.begin, "preposition.level");
  if (!marked && !put) return false;
  if (c.is(at, Part::kPreposition)) at = c.before(at);
  if (marked && c.is(at, Part::kVerb) && c.is(at - 1, Part::kPhrase)) --at;
  if (!c.is(at, Part::kPhrase) || !names_level(c[at].range)) return false;
  setter_.set(draft, look_.without_article(a, c[at].range), "measure/level");
  return true;
}

// "immediate resistance", "a support zone", "critical levels"
bool WordsAfter::names_level(TokenRange words) const {
  const std::uint32_t last = words.end - 1;
  if (look_.word_is(last, "level.holder")) return true;
  return words.end - words.begin > 1 && look_.word_is(last, "level.zone") &&
         look_.word_is(last - 1, "level.described");
}

// "in a quiet phase, hovering around the $40 mark", "held to a higher 30% threshold": where the clause's
// subject names no measure, the mark itself.
bool WordsAfter::marks_level(Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  if (after.empty() || after.end != draft.mention->range.end + 1) return false;
  const std::string& kind = draft.fact.quantity.kind;
  const bool mark = (kind == "money" && look_.word_is(after.begin, "level.mark")) ||
                    (kind == "percent" && look_.small_word_is(after.begin, "level.limit"));
  if (!mark) return false;
  constexpr std::size_t kReach = 12;  // chunks
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  for (std::size_t i = figure; i-- > 0 && figure - i <= kReach && !c.is(i, Part::kStop);) {
    const std::uint32_t head = c[i].range.end - 1;
    const bool moves = c.is(i, Part::kPhrase) &&
                       (look_.word_is(head, "measure.noun") || look_.word_is(head, "level.holder"));
    if (moves) return false;  // "the price hit the $5 mark"
  }
  setter_.set(draft, after, "measure/mark");
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
  if (!head.empty() && is_amount_of(draft)) return true;
  const bool hyphened =
      figures_.clauses(draft)[figures_.chunk_of(draft)].hyphened;  // "price of 12-ounce bags"
  return (article || event || hyphened) && draft.text("attach") == "of" && draft.text("role").empty() &&
         !after.empty() && !is_stop_head(figures_.analysis(draft), after) &&
         (take_with_attachments(draft, after) || (done && describes_named(draft, after)));
}

// "the elimination of $2 million in old debt": what the amount is of, behind what was done with it.
bool WordsAfter::is_amount_of(Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const TokenRange in = draft.range("measure_in_np");
  const bool of = (kind == "money" || kind == "measure") && !in.empty() && draft.text("attach") == "of" &&
                  draft.text("role").empty() &&
                  look_.word_is(draft.range("measure").end - 1, "amount.event") &&
                  !look_.small_word_is(in.begin - 1, "preposition.aim");
  return of && setter_.take(draft, in, "");
}

// "a 34% stake in a sailing school": the phrase behind a figure with what says more of it; where a thing
// of some size is says nothing of it: "a 40 m tower on the hill".
bool WordsAfter::take_with_attachments(Draft& draft, TokenRange after) const {
  if (look_.token_text(after.begin) == "-") ++after.begin;
  const bool spans = after.end - after.begin > 1 && look_.word_is(after.begin, "size.adjective");
  if (spans) ++after.begin;  // "a 37 m-long skeleton"
  if (!setter_.take(draft, after, "") && !takes_rate_of(draft, after)) return false;
  if (takes_stake(draft, after)) return true;
  const Clauses& c = figures_.clauses(draft);
  const bool sized = draft.fact.quantity.kind == "measure";
  TokenRange chain = after;
  for (std::size_t i = c.at(after.end - 1); c.is(i + 1, Part::kPreposition) && c.is(i + 2, Part::kPhrase);
       i += 2) {
    if (sized && !look_.small_word_is(c[i + 1].range.begin, "preposition.holder")) break;
    chain.end = c[i + 2].range.end;
  }
  return setter_.take(draft, chain, "") && with_partner(draft) && with_purpose(draft, chain.end);
}

// "an 80% interest in the Dern Lake project": in what, named or not.
bool WordsAfter::takes_stake(Draft& draft, TokenRange after) const {
  const Clauses& c = figures_.clauses(draft);
  std::size_t link = c.at(after.end);
  if (!look_.word_is(after.end - 1, "stake.noun") || c[link].range.begin != after.end ||
      !(look_.small_word_is(after.end, "preposition.place") ||
        look_.small_word_is(after.end, "preposition.part")) ||
      !c.is(link + 1, Part::kPhrase))
    return false;
  while (is_preposition(look_, c, link + 2, "preposition.part") && c.is(link + 3, Part::kPhrase)) link += 2;
  setter_.set(draft, {after.begin, c[link + 1].range.end}, "");
  return true;
}

// "a 95% rate of job readiness": of what, without which the noun says nothing.
bool WordsAfter::takes_rate_of(Draft& draft, TokenRange after) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t of = c.at(after.end);
  const TokenRange holder = draft.subject;
  const bool taken = look_.word_is(after.end - 1, "measure.weak") &&
                     is_preposition(look_, c, of, "preposition.part") && c.is(of + 1, Part::kPhrase) &&
                     setter_.take(draft, {after.begin, c[of + 1].range.end}, "");
  draft.subject = holder;  // "a 15% share of the European market": not whose it is
  return taken;
}

// "a 4% commission for selling tickets", "a 45-day option to buy more shares": what is done with it.
bool WordsAfter::with_purpose(Draft& draft, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 10;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.at(end);
  const std::size_t object = c.after(link + 1);
  const bool done = draft.measure.end == end && c.is(link, Part::kPreposition) &&
                    c[link].range.begin == end && c.is(link + 1, Part::kVerb) &&
                    c.is(object, Part::kPhrase) && c[link + 1].range.end == c[object].range.begin;
  if (!done) return true;
  const bool gerund = c[link + 1].gerund && !look_.small_word_is(end, "preposition.doer");
  const bool aim = look_.token_text(end) == "to" && look_.word_is(end - 1, "aim.noun");
  if ((gerund || aim) && c[object].range.end - draft.measure.begin <= kLongest)
    setter_.set(draft, {draft.measure.begin, c[object].range.end}, "");
  return true;
}

// "a $5m contract with Acme": with whom.
bool WordsAfter::with_partner(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t link = c.at(draft.measure.end);
  const bool partner = look_.word_is(draft.measure.end - 1, "partner.noun") &&
                       c.is(link, Part::kPreposition) && c.is(link + 1, Part::kPhrase) &&
                       look_.small_word_is(draft.measure.end, "preposition.bearing");
  if (!partner) return true;
  TokenRange words{draft.measure.begin, c[link + 1].range.end};
  if (look_.small_word_is(words.end, "preposition.part") && c.is(link + 3, Part::kPhrase))
    words.end = c[link + 3].range.end;  // "with the city of Oslo"
  setter_.set(draft, words, "");
  return true;
}

// "Orvik paid $5 million for Halden": the payer's.
bool WordsAfter::is_given_for(const Draft& draft, TokenRange in) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  return verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "give.verb") &&
         c.is(c.subject_of(verb), Part::kPhrase) && look_.small_word_is(in.begin - 1, "preposition.aim");
}

// "would invest $500 million in a plant": what it goes into is not measured.
bool WordsAfter::puts_in(Draft& draft, TokenRange in) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = verbs_.governor(draft, figures_.chunk_of(draft));
  const bool puts = draft.fact.quantity.kind == "money" && verb != Clauses::kNoChunk &&
                    look_.word_is(c[verb].range.end - 1, "put.verb") &&
                    look_.small_word_is(in.begin - 1, "preposition.place");
  return puts && setter_.set_verb(draft, verb);
}

// "32 mpg in the city", "18 feet at the dam", "arrests have doubled in the state": where it is so.
bool WordsAfter::is_where(const Draft& draft, TokenRange in) const {
  const bool size = draft.fact.quantity.kind == "measure" || draft.fact.quantity.kind == "temperature";
  return (size || draft.came_by("quantity/multiplied")) &&
         look_.small_word_is(in.begin - 1, "preposition.place") &&
         look_.word_is(in.begin, "article.definite");
}

// "$5 million in wool, felt and linen": the figure is of all that is listed.
bool WordsAfter::take_sum(Draft& draft, TokenRange first) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t chunk = c.at(first.begin);
  const std::size_t last = c.is(chunk, Part::kPhrase) ? c.list_end(chunk) : chunk;
  if (last == chunk || !setter_.take(draft, c[chunk].range, "")) return false;
  setter_.set(draft, {draft.measure.begin, c[last].range.end}, "");
  return true;
}

// "added 12 million tonnes of capacity", "could add $69 million in profit": what there is more of.
bool WordsAfter::is_object_of_adding(const Draft& draft, TokenRange in) const {
  const std::string& kind = draft.fact.quantity.kind;
  const std::uint32_t link = draft.mention->range.end;
  const bool adds = draft.came_by("change/adding") && look_.small_word_is(link, "preposition.record");
  return (kind == "measure" || kind == "money") && in.begin <= link + 2 &&
         (adds || look_.small_word_is(link, "preposition.part"));
}

// "cut coal use by 70% and add €12m in cash"
bool WordsAfter::adds_own(const Draft& draft) const {
  const TokenRange in = draft.range("measure_in_np");
  return !in.empty() && draft.came_by("change/adding") && is_object_of_adding(draft, in);
}

// "the $230m Halden North project", "a 6 MW Ridge Road wood-chip heating plant": what sort of thing the
// name is of.
bool WordsAfter::describes_named(Draft& draft, TokenRange after) const {
  const std::uint32_t head = after.end - 1;
  const bool several = after.end - after.begin > 1;
  if ((several && is_titled_thing(draft, after)) || is_acronym(draft, after) || is_reach(draft, after)) {
    draft.subject = {};
    if (compares(draft)) ++after.begin;  // "43% more SMS"
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
bool WordsAfter::describes_held(Draft& draft, TokenRange after) const {
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
bool WordsAfter::completes_copula(Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const std::uint32_t end = draft.mention->range.end;
  const TokenRange after = draft.range("measure_after");
  const Analysis& a = figures_.analysis(draft);
  const bool told = begin > a.range.begin + 1 && look_.word_is(begin - 2, "copula") && after.begin == end &&
                    !after.empty() &&
                    (look_.word_is(begin - 1, "article") || look_.word_is(begin - 1, "given.determiner"));
  if (!told || is_denominator(draft, after) || look_.ending_at(a, after.end, "grain") != nullptr)
    return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_of(c.at(begin - 2));
  if (!c.is(subject, Part::kPhrase) || look_.token_text(after.end) == ",") return false;
  const std::size_t first = c.at(c.chain_ending(subject).begin);
  if (look_.is_name(c[first].range)) return false;  // "Halden is a $5 billion market"
  if (!take_with_attachments(draft, after)) setter_.set(draft, after, "measure/described");
  return true;
}

// "90% LTC": letters that stand for a measure, and for nobody.
bool WordsAfter::is_acronym(const Draft& draft, TokenRange after) const {
  const bool more = after.end == after.begin + 2 && compares(draft);  // "43% more SMS"
  const std::uint32_t word = more ? after.begin + 1 : after.begin;
  const bool letters = after.end == word + 1 && after.begin == draft.mention->range.end &&
                       look_.form(word).is(Shape::kUpper) && !look_.form(word).is(Shape::kSingle);
  const Entity* entity = figures_.entities().find(look_.text_of(after));
  return letters && draft.fact.quantity.kind == "percent" &&
         (entity == nullptr || entity->mentions.size() < 2);
}

// "up to 70 miles range"
bool WordsAfter::is_reach(const Draft& draft, TokenRange after) const {
  return draft.fact.quantity.kind == "measure" && after.begin == draft.mention->range.end &&
         look_.word_is(after.end - 1, "reach.noun");
}

// "a 6 MW Ridge Road Solar Project", "the standard 1-Year Free Warranty": a thing of that size, in capitals,
// and nobody who could have it.
bool WordsAfter::is_titled_thing(const Draft& draft, TokenRange after) const {
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
TokenRange WordsAfter::titled_sum(const Draft& draft, TokenRange after) const {
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
  if (acts && !look_.title_case(a)) return {};  // "the $5 million Halden Trust has spent"
  return is_titled_noun(after, determined) ? after : TokenRange{};
}

// "Seed Round", "its $500 Owl Bonanza"; not "Analysts Fors and Mei", "Mark" of a level, "the $900 Orvane".
bool WordsAfter::is_titled_noun(TokenRange words, bool determined) const {
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
bool WordsAfter::is_participle(std::uint32_t token) const {
  return look_.word_is(token, "pos.first.VN") || look_.word_is(token, "pos.first.VD");
}

bool WordsAfter::is_holder(TokenRange words) const {
  const Entity* entity = figures_.entities().find(look_.text_of(words));
  return entity != nullptr &&
         (entity->type == "organization" || entity->type == "person" || entity->type == "place");
}

// "meaning a 48% margin, up 90 basis points", "posts $47 million Q3 revenue, up 15%"
bool WordsAfter::is_described_level(const Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const bool timed = draft.came_by("measure/noun-behind-time");
  return draft.text("role") == "to" && begin > 0 && (timed || look_.word_is(begin - 1, "article"));
}

bool WordsAfter::is_described_old_level(const Draft& draft) const {
  const std::uint32_t begin = draft.mention->range.begin;
  const TokenRange after = draft.range("measure_after");
  return draft.text("role") == "from" && begin > 0 && look_.word_is(begin - 1, "article") && !after.empty() &&
         after.begin == draft.mention->range.end && look_.word_is(after.end - 1, "measure.noun") &&
         !is_stop_head(figures_.analysis(draft), after);
}

bool WordsAfter::compares(const Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const std::string& kind = draft.fact.quantity.kind;
  return (kind == "percent" || kind == "multiple") && draft.text("role") == "by" &&
         after.end - after.begin > 1 && look_.word_is(after.begin, "change.adjective");
}

// "$187 a night": what the figure is per.
bool WordsAfter::is_denominator(const Draft& draft, TokenRange after) const {
  return draft.has("per") && after.begin <= draft.mention->range.end + 1 && !is_rated(after);
}

// "$70 daily profit": the adjective of a time is part of what the phrase names.
bool WordsAfter::is_rated(TokenRange after) const {
  return after.end - after.begin > 1 && look_.word_is(after.begin, "rate.adjective");
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
  if (!item &&
      setter_.take(draft, figures_.clauses(draft).chain_ending(figures_.clauses(draft).at(bracket.end - 1)),
                   "measure/bracket"))
    return true;
  if (look_.word_is(bracket.end - 1, "growth.noun")) {  // "the highest growth (+11.8%)"
    setter_.set(draft, {bracket.end - 1, bracket.end}, "measure/growth");
    return true;
  }
  if (!draft.subject.empty()) draft.subject = bracket;
  return setter_.inherit(draft, figures_.before(index), "measure/list") || item;
}

// "- Orvik (4.3%): a maker of pumps": the one word that a list's item begins with and that no lexicon has.
bool WordsAfter::is_item(const Draft& draft, TokenRange bracket) const {
  const std::uint32_t before = bracket.begin;
  const bool opens =
      draft.fact.section == "list" && bracket.end == bracket.begin + 1 &&
      (before == figures_.analysis(draft).range.begin || !look_.form(before - 1).is(Shape::kWordlike));
  return opens && look_.form(before).is(Shape::kCap) && !figures_.namer().is_common(before);
}

bool WordsAfter::is_stop_head(const Analysis& a, TokenRange range) const {
  return look_.ending_at(a, range.end, "time") != nullptr ||
         (range.end - range.begin == 1 && look_.word_is(range.begin, "amount.worth")) ||
         (look_.covering(a, range.begin, "time") != nullptr && !is_rated(range)) ||
         (range.end - range.begin == 1 && look_.word_is(range.begin, "grading.word")) ||
         (range.end - range.begin == 1 && look_.word_is(range.begin, "compass.point")) ||
         look_.ending_at(a, range.end, "grain") != nullptr ||
         (range.end - range.begin <= 2 && look_.ending_at(a, range.end, "unit") != nullptr &&
          !look_.word_is(range.begin, "state.change")) ||
         look_.ending_at(a, range.end, "change.adjective") != nullptr ||
         look_.ending_at(a, range.end, "bound.after") != nullptr;
}

}  // namespace figmine::measures
