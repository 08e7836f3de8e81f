#include "claim/assembling/status_cues.h"

#include <algorithm>

#include "claim/clauses/insertions.h"
#include "claim/tense.h"

namespace figmine::assembling {

void StatusCues::set(Draft& draft, const ClauseTable& clauses) {
  if (draft.fact.quantity.kind == "score") return;                      // "approved the plan 220-211"
  if (draft.has("status") && draft.fact.quantity.kind != "duration") {  // not "its 3-year forecast"
    draft.fact.status = draft.text("status");
    return;
  }
  std::uint32_t row = has_cue(draft.sentence) ? status_before(draft, clauses.of(draft.sentence)) : kNone;
  if (row == kNone) row = condition_after(draft, clauses.of(draft.sentence));
  if (row == kNone && (row = row_of_head(draft, clauses)) != kNone) {
    draft.fact.status = std::string(input_.program.row_attribute(row, "status"));
    draft.fact.rules.emplace_back("status/head");
    return;
  }
  if (row == kNone) {
    if (is_announced(draft, clauses.of(draft.sentence))) {
      draft.fact.status = "forecast";
      draft.fact.rules.emplace_back("status/title");
    }
    if (is_valued(draft, clauses.of(draft.sentence))) draft.fact.status = "estimate";
    return;
  }
  std::string status(input_.program.row_attribute(row, "status"));
  if (status == "forecast" && opens_example(draft, clauses.of(draft.sentence))) status = "hypothetical";
  const bool ahead = status == "forecast" || status == "target";
  if (ahead && (is_past_level(draft) || is_told_behind(draft, clauses.of(draft.sentence)))) return;
  draft.fact.status = status;
  draft.fields.emplace("status", draft.fact.status);
  draft.fact.rules.emplace_back("status/cue");
}

// "For example, inviting 5 friends will earn $5": what would be, were it so; not "For example, Halden will
// buy $5 of oats", which is to be.
bool StatusCues::opens_example(const Draft& draft, const Clauses& c) const {
  const Analysis& a = figures_.analysis(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  if (look_.beginning_at(a, a.range.begin, "example.opener") == nullptr || verb == Clauses::kNoChunk ||
      !look_.holds_word(c[verb].range, "pos.first.MD"))
    return false;
  const std::size_t subject = c.subject_of(verb);
  return !c.is(subject, Part::kPhrase) || !look_.is_name(c[subject].range);
}

// Items and rows below "2025 Outlook" or behind "Halden expects to:", unless they tell what was done: the row
// of what the head expects; kNone where it expects nothing.
std::uint32_t StatusCues::row_of_head(const Draft& draft, const ClauseTable& clauses) const {
  constexpr std::size_t kLongest = 60;  // sentences: a list without an end stays linear
  constexpr std::uint32_t kReach = 3;   // blocks between a head and its list
  const auto block_of = [&](std::size_t sentence) -> const Block& {
    return input_.document.blocks[input_.text.sentences[sentence].block];
  };
  if (tells_done(draft, clauses.of(draft.sentence))) return kNone;
  if (is_labelled_ahead(draft)) return forecast_row();
  const auto is_listed = [&](std::size_t sentence) {
    const BlockKind kind = block_of(sentence).kind;
    return kind == BlockKind::kListItem || kind == BlockKind::kTableRow || kind == BlockKind::kCaption;
  };
  if (!is_listed(draft.sentence)) return kNone;
  std::size_t lead_in = draft.sentence;
  for (std::size_t steps = 0; lead_in > 0 && is_listed(lead_in); --lead_in) {
    if (++steps > kLongest) return kNone;
  }
  if (block_of(lead_in).kind != BlockKind::kHeading) {
    const std::uint32_t row = row_of_lead_in(lead_in);
    if (row != kNone) return row;
  }
  const std::uint32_t first = input_.text.sentences[lead_in].block;
  for (std::size_t i = lead_in + 1; i-- > 1 && first - input_.text.sentences[i].block < kReach;) {
    if (block_of(i).kind == BlockKind::kHeading) return looks_ahead(i) ? forecast_row() : kNone;
  }
  return kNone;
}

// "Opened 3 stores", "Members earn $5", "of 2024": a finite verb of its own, or a time that is over; or an
// old level.
bool StatusCues::tells_done(const Draft& draft, const Clauses& c) const {
  if (draft.text("role") == "from" || draft.fact.quantity.kind == "duration") return true;
  const Analysis& a = figures_.analysis(draft);
  const Governor governor = governor_of(look_, a, c, draft.mention->range);
  if (governor.tense == Tense::kPast || governor.tense == Tense::kPerfect) return true;
  if (governor.tense == Tense::kPresent && governor.verb.begin > a.range.begin + 1) return true;
  if (draft.fact.period && input_.published && draft.fact.period->end <= to_iso(*input_.published))
    return true;
  for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
    const bool over =
        input_.published && time.time.interval.end && *time.time.interval.end <= *input_.published;
    if (over) return true;
  }
  return false;
}

// "The merger is expected to:", "Guidance for 2025 is as follows:"
std::uint32_t StatusCues::row_of_lead_in(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  if (a.range.end < a.range.begin + 2 || look_.token_text(a.range.end - 1) != ":") return kNone;
  if (looks_ahead(sentence)) return forecast_row();
  const std::uint32_t last = a.range.end - 2;
  const bool to = look_.word_is(last, "pos.first.TO");
  const Annotation* cue = look_.ending_at(a, last + 1, "status");
  if (cue == nullptr && to) cue = look_.ending_at(a, last, "status");
  if (cue == nullptr) return kNone;
  const std::string_view status = input_.program.row_attribute(cue->row, "status");
  return status == "forecast" || (status == "target" && to) ? cue->row : kNone;
}

// "2025 Outlook: Revenue of $50 million; capital expenditures of $4 million"
bool StatusCues::is_labelled_ahead(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  const Analysis& a = figures_.analysis(draft);
  bool ahead = false;
  const std::uint32_t end = std::min(a.range.begin + kLongest, draft.mention->range.begin);
  for (std::uint32_t token = a.range.begin; token < end; ++token) {
    if (look_.token_text(token) == ":") return ahead;
    if (look_.word_is(token, "results.noun")) return false;
    ahead = ahead || look_.word_is(token, "revised.noun");
  }
  return false;
}

// "2025 Outlook", "Guidance for 2025 is as follows:", but not "Results and Outlook"
bool StatusCues::looks_ahead(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  return look_.holds(a, "revised.noun") && !look_.holds(a, "results.noun");
}

// "a valuation range of $32 to $38"; a market's valuation and "net income fell to $74m on the fair value of
// assets" are told.
bool StatusCues::is_valued(const Draft& draft, const Clauses& clauses) const {
  const Analysis& a = figures_.analysis(draft);
  if (!look_.holds(a, "measure.valuation") || !look_.holds(a, "valuation.range")) return false;
  return !draft.fact.change || governor_of(look_, a, clauses, draft.mention->range).tense != Tense::kPast;
}

// Whether the sentence has a word of expectation anywhere; looked up once for all its figures.
bool StatusCues::has_cue(std::size_t sentence) {
  if (cue_sentence_ != sentence) {
    cue_sentence_ = sentence;
    cue_in_sentence_ = look_.holds(input_.analyses[sentence], "status");
  }
  return cue_in_sentence_;
}

// Whether a cue in a chunk that is no verb tells something. Nouns in -s seldom stand before their noun: in
// "Acme projects sales" it is a verb after all.
bool StatusCues::tells_as_noun(const Draft& draft, const Annotation& cue, const Chunk& chunk) const {
  const Analysis& a = figures_.analysis(draft);
  const std::string_view as = input_.program.row_attribute(cue.row, "as");
  const bool before_noun = cue.range.end < chunk.range.end;
  return as.empty() || (before_noun && look_.form(cue.range.end - 1).folded.ends_with('s')) ||
         (as == "verb or purpose" && look_.beginning_at(a, cue.range.end, "purpose") != nullptr &&
          !is_cost_behind(draft, cue.range.end));
}

// "the family plan for as low as $30 a month", "the Halden plan for 36 months": what it costs and how long it
// runs is no purpose; the token is the preposition.
bool StatusCues::is_cost_behind(const Draft& draft, std::uint32_t link) const {
  constexpr std::uint32_t kReach = 5;  // tokens: "for as low as $30"
  const std::uint32_t figure = draft.mention->range.begin;
  const Quantity& quantity = draft.fact.quantity;
  const bool near = look_.small_word_is(link, "preposition.aim") && link < figure && figure <= link + kReach;
  const bool price = quantity.kind == "money" && (draft.has("per") || quantity.op == ">=");
  return near && (price || (quantity.kind == "duration" && figure == link + 1));
}

// "plans to spend $30m, up from $22m": what was, unless an earlier forecast is told.
bool StatusCues::is_past_level(const Draft& draft) const {
  if (draft.text("role") != "from" || draft.fact.quantity.op == "..") return false;
  const Analysis& a = figures_.analysis(draft);
  for (std::uint32_t token = a.range.begin; token < draft.mention->range.begin; ++token) {
    for (const std::string_view type : {"superseded", "revised.noun", "renewed"}) {
      if (look_.word_is(token, type)) return false;
    }
  }
  return true;
}

// "Kite Market to Reach $2 Billion", "Vexa to Open 50 Shops": a headline that begins with what is to do
// so.
bool StatusCues::is_announced(const Draft& draft, const Clauses& c) const {
  constexpr std::size_t kNear = 3;  // chunks: "to Create Up to 50"
  const Analysis& a = figures_.analysis(draft);
  if (draft.text("role") == "from") return false;
  if (input_.text.sentences[draft.sentence].section != Section::kHeadline && !look_.title_case(a))
    return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  const std::size_t verb = c.verb_before(figure);
  if (verb == Clauses::kNoChunk || verb < 2 || figure - verb > kNear || !c.is(0, Part::kPhrase)) return false;
  for (std::size_t i = verb; i-- > 1;) {
    if (c.is(i, Part::kVerb) || c.is(i, Part::kStop) || c.is(i, Part::kColon) || c.is(i, Part::kComma))
      return false;
  }
  const std::uint32_t word = c[verb].range.begin;
  return look_.word_is(word - 1, "pos.first.TO") && look_.word_is(word, "title.verb") &&
         c.is(verb - 1, Part::kPreposition) && c.is(verb - 2, Part::kPhrase);
}

// "higher than the £0.40 Acme booked a year ago": the figure is what was told.
bool StatusCues::is_told_behind(const Draft& draft, const Clauses& c) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  std::size_t next = c.after(figure);
  if (!c.is(next, Part::kPhrase) && !c.is(next, Part::kPronoun)) return false;
  next = c.after(next);
  if (!c.is(next, Part::kVerb)) return false;
  const TokenRange verb = c[next].range;
  return verb.end - verb.begin == 1 && look_.word_is(verb.begin, "told.verb");
}

// The lexicon's row of the cue; kNone when there is none.
std::uint32_t StatusCues::status_before(const Draft& draft, const Clauses& c) const {
  const Analysis& a = figures_.analysis(draft);
  int verbs = 0;
  bool labelled = false;  // "Guidance: Acme ended the year with $5m"
  bool copula = false;    // the only verb: "guidance is unchanged at"
  for (std::size_t i = c.at(draft.mention->range.begin); i-- > 0;) {
    const Chunk& chunk = c[i];
    const std::string_view text = look_.token_text(chunk.range.begin);
    if (chunk.part == Part::kTime) continue;
    if (chunk.part == Part::kStop || text == "—" || text == "–") return kNone;
    if (look_.beginning_at(a, chunk.range.begin, "clause_break") != nullptr) return kNone;
    if (chunk.part == Part::kFigure) continue;  // "scored 31 goals in 33 games"
    for (std::uint32_t token = chunk.range.end; token-- > chunk.range.begin;) {
      const Annotation* cue = look_.ending_at(a, token + 1, "status");
      if (cue == nullptr || is_scored(a, *cue) || is_cause(c, *cue)) continue;
      // "guidance was raised to", but not of "the objective response"
      const bool set = copula || (verbs == 1 && !labelled && look_.word_is(token, "revised.noun"));
      const bool head = set && token + 1 == chunk.range.end;
      if (is_of_other_figure(draft, c, i, *cue) || is_offer(draft, *cue)) continue;
      if (verbs > 0 && !head && !leads_infinitive(*cue, c, verbs) &&
          (has_scope(*cue, "phrase") || has_scope(*cue, "price")))
        continue;
      if (has_scope(*cue, "price") && !is_price(draft)) continue;
      if (is_length(draft) && has_scope(*cue, "phrase")) continue;
      if (has_scope(*cue, "noun") && !stands_in_phrase(draft, c, i)) continue;
      if (has_scope(*cue, "movement") && !draft.fact.change && !is_most(draft)) continue;
      if (has_scope(*cue, "most") && !is_most(draft)) continue;
      // "freight-forecasting startup": a gerund tells only as a verb
      if (chunk.part != Part::kVerb && look_.form(token).folded.ends_with("ing")) continue;
      const bool verb = chunk.part == Part::kVerb && !is_listing_noun(c, i, *cue);
      if (!verb && !tells_as_noun(draft, *cue, chunk)) continue;
      if (is_attribute(draft, c, i, *cue, verbs)) continue;
      if (is_left_behind(draft, c, i, *cue) || is_beaten(draft, c, i, *cue)) return kNone;
      if (!has_scope(*cue, "sentence") && is_in_closed_clause(draft, c, i)) return kNone;
      if (exists_already(draft, c, i)) return kNone;
      if (const Annotation* noun = noun_of(a, *cue); noun != nullptr) return noun->row;
      if (is_promise_told(c, i, *cue)) return forecast_row();
      const Annotation* condition = condition_before(a, c, i, *cue);
      return condition == nullptr ? cue->row : condition->row;
    }
    copula = chunk.part == Part::kVerb ? verbs == 0 && look_.word_is(chunk.range.end - 1, "copula") : copula;
    if (chunk.part == Part::kVerb) ++verbs;
    labelled = labelled || chunk.part == Part::kColon;
  }
  return kNone;
}

// "The council said that it would pay $5m": the future of what was said, no condition.
bool StatusCues::is_promise_told(const Clauses& c, std::size_t chunk, const Annotation& cue) const {
  if (look_.token_text(cue.range.begin) != "would" || chunk < 2) return false;
  std::size_t before = chunk - 1;
  if (!c.is(before, Part::kPronoun) && !c.is(before, Part::kPhrase)) return false;
  --before;
  if (before > 0 && (c.is(before, Part::kRelative) || c.is(before, Part::kSubordinator))) --before;
  return c.is(before, Part::kVerb) && look_.word_is(c[before].range.end - 1, "promising.verb");
}

// The row of a word that expects.
std::uint32_t StatusCues::forecast_row() const { return input_.program.lookup("status", "expects"); }

// "The plan is to hire 40", "the target could rise to": a noun that tells what is expected. A noun that tells
// so only as a verb leaves it to the cue behind it: "The project aims to raise $2m".
const Annotation* StatusCues::noun_of(const Analysis& a, const Annotation& cue) const {
  const Annotation* noun = look_.ending_at(a, cue.range.begin, "status");
  if (noun == nullptr) return nullptr;
  return input_.program.row_attribute(noun->row, "as") == "verb" ? nullptr : noun;
}

// "Two new projects: Vexa Park, with two halls": what a colon or a comma follows is no verb of projecting.
bool StatusCues::is_listing_noun(const Clauses& c, std::size_t chunk, const Annotation& cue) const {
  if (!input_.program.row_attribute(cue.row, "as").starts_with("verb") || cue.range.end != c[chunk].range.end)
    return false;
  const std::size_t next = chunk + 1;
  return c.is(next, Part::kColon) || c.is(next, Part::kComma) || c.is(next, Part::kStop);
}

// "If your team sells 40 tickets, you will receive a $50 bonus": the condition, before the comma, of what the
// cue expects; nullptr where none is put. "If the trend goes on" and "even if it rained" put none.
const Annotation* StatusCues::condition_before(const Analysis& a, const Clauses& c, std::size_t chunk,
                                               const Annotation& cue) const {
  constexpr std::size_t kReach = 60;  // chunks
  if (!look_.word_is(cue.range.begin, "future.auxiliary")) return nullptr;
  bool comma = false;
  for (std::size_t i = chunk; i-- > 0 && chunk - i < kReach && !c.is(i, Part::kStop);) {
    comma = comma || c.is(i, Part::kComma);
    if (comma && c.is(i, Part::kVerb) && look_.word_is(c[i].range.end - 1, "condition.going_on"))
      return nullptr;
    const Annotation* opener = look_.beginning_at(a, c[i].range.begin, "status");
    if (!comma || opener == nullptr || !look_.word_is(opener->range.begin, "condition.opener")) continue;
    const bool open = i == 0 || (!c.is(i - 1, Part::kVerb) && !c.is(i - 1, Part::kAdverb));
    return open ? opener : nullptr;  // not "asked if", "even if"
  }
  return nullptr;
}

// "will serve the almost 9,000 tenants living nearby", "will join the two entities' staff": who
// or what is there already, whatever the verb expects of something else.
bool StatusCues::exists_already(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  if (is_apposed_rank(draft) || is_size_of_known(draft) || is_worth_of_known(draft, c)) return true;
  if (draft.fact.change || draft.fact.quantity.kind == "duration") return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  for (std::size_t i = figure; i-- > chunk + 1;) {
    if (!c.is(i, Part::kVerb)) continue;
    if (look_.word_is(c[i].range.begin, "standing.participle")) return true;
    break;
  }
  const std::string& kind = draft.fact.quantity.kind;
  return (kind == "count" || kind == "number") && is_known(draft, c);
}

// "will buy Halden, the third-largest maker": the rank of what is named.
bool StatusCues::is_apposed_rank(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return draft.fact.quantity.kind == "rank" && figure > figures_.analysis(draft).range.begin + 1 &&
         look_.word_is(figure - 1, "article") && look_.token_text(figure - 2) == ",";
}

// "will drill across the 120 km² property": how large a thing is that is known.
bool StatusCues::is_size_of_known(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  const TokenRange figure = draft.mention->range;
  return draft.fact.quantity.kind == "measure" && !draft.fact.change && figure.begin > a.range.begin &&
         look_.word_is(figure.begin - 1, "given.determiner") &&
         look_.beginning_at(a, figure.end, "np") != nullptr;
}

// "could improve its place in the $90 billion toy market": what the thing is worth already.
bool StatusCues::is_worth_of_known(const Draft& draft, const Clauses& c) const {
  const TokenRange figure = draft.mention->range;
  if (draft.fact.quantity.kind != "money" || draft.fact.change || figure.begin < 2) return false;
  if (!look_.word_is(figure.begin - 1, "given.determiner")) return false;
  const std::size_t before = c.at(figure.begin - 2);
  return c.is(before, Part::kPreposition) && look_.word_is(c[before].range.begin, "preposition.market") &&
         look_.beginning_at(figures_.analysis(draft), figure.end, "np") != nullptr;
}

// "for the 4,000 employees", "between our two offices", "for visitors and the almost 3,000 residents": behind
// a preposition, with an article or a possessive.
bool StatusCues::is_known(const Draft& draft, const Clauses& c) const {
  constexpr std::uint32_t kBound = 3;  // tokens: "the more than 40"
  std::uint32_t token = draft.mention->range.begin;
  const std::uint32_t begin = figures_.analysis(draft).range.begin;
  for (std::uint32_t skipped = 0; token > begin && skipped < kBound && c.is(c.at(token - 1), Part::kAdverb);
       ++skipped)
    --token;
  if (token > begin + 1 && look_.word_is(token - 1, "preposition.part") && is_of_known_group(c, token - 1))
    return true;
  if (token < begin + 2 || !look_.word_is(token - 1, "given.determiner")) return false;
  std::size_t before = c.at(token - 2);
  if (c.is(before, Part::kConjunction) && before > 1 && c.is(before - 1, Part::kPhrase)) before -= 2;
  return c.is(before, Part::kPreposition) && look_.word_is(c[before].range.begin, "preposition.known");
}

// "to their network of 80 pools", "by its team of 40": of what someone has already.
bool StatusCues::is_of_known_group(const Clauses& c, std::uint32_t of) const {
  const std::size_t group = c.at(of - 1);
  if (!c.is(group, Part::kPhrase) || !look_.word_is(of - 1, "collection.noun")) return false;
  const std::uint32_t first = c[group].range.begin;
  if (c.is(group - 1, Part::kVerb)) return look_.word_is(first, "possessive");  // "expand its team of 40"
  return c.is(group - 1, Part::kPreposition) && look_.word_is(first, "given.determiner");
}

bool StatusCues::has_scope(const Annotation& cue, std::string_view scope) const {
  return input_.program.row_attribute(cue.row, "scope") == scope;
}

// "An estimated 300 people came, and 5% of them stayed": what describes another figure.
bool StatusCues::is_of_other_figure(const Draft& draft, const Clauses& c, std::size_t chunk,
                                    const Annotation& cue) const {
  const std::size_t next = c.at(cue.range.end);
  return !c.is(chunk, Part::kVerb) && look_.form(cue.range.end - 1).folded.ends_with("ed") &&
         c.is(next, Part::kFigure) && next != c.at(draft.mention->range.begin) &&
         !stands_in_phrase(draft, c, chunk);
}

// "95% reached their intended goal, with 72% employed": an aim and what describes a noun reach no further
// than what is told of that noun.
bool StatusCues::is_attribute(const Draft& draft, const Clauses& c, std::size_t chunk, const Annotation& cue,
                              int verbs) const {
  const bool describes = has_scope(cue, "clause") && cue.range.end < c[chunk].range.end &&
                         (look_.word_is(cue.range.end - 1, "pos.VN") ||
                          look_.form(cue.range.end).is(Shape::kCap) ||  // "Targeted Lending", a name
                          look_.covering(figures_.analysis(draft), cue.range.end - 1, "vbn") != nullptr);
  const bool aim = has_scope(cue, "phrase") && input_.program.row_attribute(cue.row, "status") == "target";
  if (!c.is(chunk, Part::kPhrase) || (!describes && !aim) || stands_in_phrase(draft, c, chunk)) return false;
  return verbs > 1 || comma_in(c, chunk + 1, c.at(draft.mention->range.begin));
}

// "Halden, which expects to grow, employs 300 people", "While prices may rise, drops of 8% are normal": the
// cue stands in a clause that a comma closes before the figure, whose own verb tells what is.
bool StatusCues::is_in_closed_clause(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  if (governor.tense == Tense::kUntold || governor.tense == Tense::kOpen) return false;
  const std::size_t verb = c.at(governor.verb.begin);
  if (verb == Clauses::kNoChunk || verb <= chunk) return false;
  const std::size_t end = std::min(verb, c.at(draft.mention->range.begin));
  std::size_t comma = chunk + 1;
  while (comma < end && !c.is(comma, Part::kComma)) ++comma;
  if (comma >= end) return false;
  if (c.is(0, Part::kSubordinator) && look_.word_is(c[0].range.begin, "telling.opener")) return true;
  const std::size_t before = clauses::Insertions(c).before(comma);
  return before != Clauses::kNoChunk && before < chunk;
}

// "beat estimates by 9%", "topping the upper end of guidance by 2 cents", "beating its goal of $6m by 8%":
// by how much is told.
bool StatusCues::is_beaten(const Draft& draft, const Clauses& c, std::size_t chunk,
                           const Annotation& cue) const {
  const std::uint32_t figure = draft.mention->range.begin;
  const std::size_t own = c.at(figure);
  if (c.is(chunk, Part::kVerb) || chunk == 0 || own == 0) return false;
  const std::size_t led = c.before(own);
  const bool by = c.is(led, Part::kPreposition) && look_.word_is(c[led].range.begin, "preposition.doer");
  if (!by && !look_.word_is(cue.range.end, "preposition.doer")) return false;
  std::size_t before = c.before(c.at(cue.range.begin));
  if (c.is(before, Part::kPreposition)) before = c.before(c.before(before));
  return c.is(before, Part::kVerb) && look_.word_is(c[before].range.end - 1, "beat.verb");
}

// "Golfers may register for $40": what is open to them, unlike "shares may drop 4%".
bool StatusCues::is_offer(const Draft& draft, const Annotation& cue) const {
  return !draft.fact.change && !is_most(draft) && look_.word_is(cue.range.begin, "permission.auxiliary") &&
         look_.word_is(cue.range.end, "offer.verb");
}

// "is due to inflation": a cause, unlike "is due to open".
bool StatusCues::is_cause(const Clauses& c, const Annotation& cue) const {
  std::uint32_t end = cue.range.end;
  if (look_.word_is(end - 1, "pos.first.TO")) --end;
  if (!look_.word_is(end - 1, "cause.lead") || !look_.word_is(end, "pos.first.TO")) return false;
  return !c.is(c.at(end + 1), Part::kVerb);
}

// "63% of firms plan to lease one", "28% would share it": what people answered is told.
bool StatusCues::is_answer(const Draft& draft, const Clauses& c, std::size_t verb,
                           const Annotation& cue) const {
  const bool moves =
      draft.fact.change && draft.fact.change->role == "by";  // not "4% plan cuts, down from 7%"
  if (!tells_share(draft.fact.quantity) || moves) return false;
  if (!look_.word_is(cue.range.end - 1, "opinion.cue")) return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (verb == figure + 1) return true;
  const bool of = c.is(figure + 1, Part::kPreposition) &&
                  look_.word_is(c[figure + 1].range.begin, "preposition.part") &&
                  c.is(figure + 2, Part::kPhrase);
  return of && (look_.word_is(c[figure + 2].range.end - 1, "people") ||
                !look_.word_is(cue.range.end - 1, "opinion.would"));
}

// "its goal to plant 9 million", "a letter of intent (LOI), dated May 4, to buy $5m": the only verb between
// is what the noun is about.
bool StatusCues::leads_infinitive(const Annotation& cue, const Clauses& c, int verbs) const {
  constexpr std::size_t kReach = 8;  // chunks
  if (verbs != 1) return false;
  const auto is_aside = [&](std::size_t i) {
    return c.is(i, Part::kOpen) || c.is(i, Part::kClose) || c.is(i, Part::kTime) || c.is(i, Part::kComma) ||
           c.is(i, Part::kOther) || (c.is(i, Part::kPreposition) && c.is(i + 1, Part::kTime)) ||
           (c.is(i, Part::kPhrase) && c.is(i + 1, Part::kClose));
  };
  std::size_t next = c.at(cue.range.end);
  for (std::size_t steps = 0; steps < kReach && is_aside(next); ++steps) ++next;
  if (next >= c.chunks().size() || !look_.word_is(c[next].range.begin, "pos.first.TO")) return false;
  return c.is(next + 1, Part::kVerb);
}

// "potential savings of $5m": nothing but phrases that prepositions join stands between the chunk and the
// figure; "potential tremors. The tower is", "on top of potential gains, doubling" part them.
bool StatusCues::stands_in_phrase(const Draft& draft, const Clauses& c, std::size_t chunk) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  bool listed = false;  // figures stand before
  for (std::size_t i = chunk + 1; i < figure; ++i) {
    if (c.is(i, Part::kComma) || c.is(i, Part::kConjunction)) {  // "of up to $30m, $3m in cash and $60m"
      if (!listed) return false;
      continue;
    }
    listed = listed || c.is(i, Part::kFigure);
    const bool joins = c.is(i, Part::kPhrase) || c.is(i, Part::kPreposition) || c.is(i, Part::kAdverb) ||
                       c.is(i, Part::kOther) || c.is(i, Part::kTime) || c.is(i, Part::kFigure);
    if (!joins) return false;
  }
  return true;
}

// "up to $400", "as much as 15%", unlike "fewer than half"
bool StatusCues::is_most(const Draft& draft) { return draft.fact.quantity.op == "<="; }

// "has been above its target for seven weeks"
bool StatusCues::is_length(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return draft.fact.quantity.kind == "duration" && figure > figures_.analysis(draft).range.begin &&
         look_.word_is(figure - 1, "preposition.length");
}

// "$5m", "60%": what a buyer agrees on; what is bought has its size already.
bool StatusCues::is_price(const Draft& draft) {
  return draft.fact.quantity.kind == "money" || tells_share(draft.fact.quantity);
}

// "could cut emissions, as it uses 70% less", "a small company that may grow, whose stock has rallied
// 350%": the figure is of a later clause that tells what is. The reason may be told of what is only
// expected.
bool StatusCues::is_of_told_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                   bool condition) const {
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  const bool over = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect;
  if (!over && (!condition || governor.tense != Tense::kPresent)) return false;
  const std::size_t figure = c.at(draft.mention->range.begin);
  for (std::size_t i = chunk + 1; i < figure; ++i) {
    const bool opens = c.is(i, Part::kRelative) || c.is(i, Part::kSubordinator);
    if (opens && c[i].range.begin < governor.verb.begin && look_.word_is(c[i].range.begin, "telling.opener"))
      return true;
  }
  return false;
}

// "his 42nd goal of the season": what is numbered is no aim.
bool StatusCues::is_scored(const Analysis& a, const Annotation& cue) const {
  return look_.word_is(cue.range.begin, "contest.noun") &&
         (look_.ending_at(a, cue.range.begin, "ord") != nullptr ||
          look_.ending_at(a, cue.range.begin, "num") != nullptr);
}

// Whether the figure's own verb stands behind the cue and tells what is: "With a projected life of 40
// years, costs stand at $1.5bn", "positions anticipating a rise totaled $250m". A condition holds all the
// same.
bool StatusCues::is_left_behind(const Draft& draft, const Clauses& c, std::size_t chunk,
                                const Annotation& cue) const {
  const bool condition = input_.program.row_attribute(cue.row, "status") == "hypothetical";
  if (!has_scope(cue, "sentence") && is_of_told_clause(draft, c, chunk, condition)) return true;
  const Governor governor = governor_of(look_, figures_.analysis(draft), c, draft.mention->range);
  if (!has_scope(cue, "sentence") && begins_clause(draft, c, chunk, governor)) return true;
  if (!condition && !has_scope(cue, "sentence") && is_of_other_verb(c, chunk, draft, governor)) return true;
  const bool told = governor.tense == Tense::kPast || governor.tense == Tense::kPresent ||
                    governor.tense == Tense::kPerfect;
  const std::size_t verb = told ? c.at(governor.verb.begin) : Clauses::kNoChunk;
  if (is_fronted(draft, c, chunk, governor)) return true;
  if (verb == Clauses::kNoChunk || verb <= chunk || governor.verb.begin > draft.mention->range.begin ||
      has_scope(cue, "sentence"))
    return false;
  const bool participle = c.is(chunk, Part::kVerb) && cue.range.begin == c[chunk].range.begin &&
                          look_.form(cue.range.begin).folded.ends_with("ing");
  if (participle && governor.tense == Tense::kPast) return true;
  const std::size_t subject = c.subject_of(verb);
  if (subject == Clauses::kNoChunk || subject <= chunk) return false;
  const TokenRange phrase = c[subject].range;  // "37% intend to, and among parents the share is 49%"
  if (phrase.end - phrase.begin <= 2 && look_.word_is(phrase.end - 1, "resumed.noun")) return false;
  for (std::size_t i = verb + 1; i + 1 < c.at(draft.mention->range.begin); ++i) {
    if (c.is(i, Part::kComma) && c.is(i + 1, Part::kConjunction)) return false;  // a clause without a verb
  }
  return comma_in(c, chunk + 1, subject);
}

// "Despite the anticipated decline, a profit of $5m was made": the cue describes a noun of the opening
// phrase.
bool StatusCues::is_fronted(const Draft& draft, const Clauses& c, std::size_t chunk,
                            const Governor& governor) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  const bool told = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect;
  if (!told || governor.verb.begin < draft.mention->range.end || c.is(chunk, Part::kVerb)) return false;
  return c.is(0, Part::kPreposition) && comma_in(c, chunk + 1, figure);
}

// "63% plan to lease one, and 28% have done so": the subject of the next clause, whose verb stands behind it.
bool StatusCues::begins_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                               const Governor& governor) const {
  const std::size_t figure = c.at(draft.mention->range.begin);
  if (!c.is(chunk, Part::kVerb) || governor.tense == Tense::kUntold ||
      governor.verb.begin < draft.mention->range.end || figure <= chunk + 1)
    return false;
  if (c.at(governor.verb.begin) == figure + 2 && !c.is(figure + 1, Part::kPhrase)) return false;
  if (c.at(governor.verb.begin) > figure + 2) return false;
  const std::size_t before = c.before(figure);
  if (c.is(before, Part::kConjunction)) return c.at(governor.verb.begin) == figure + 1;
  // "could fail as 7 in 10 people say no"
  return c.is(before, Part::kSubordinator) && look_.word_is(c[before].range.begin, "telling.opener") &&
         governor.tense != Tense::kOpen;
}

// "hopes to grow and still owes $4 million", "wants to sell its foundry, which employs 75 people":
// the figure's own verb is told and joined to the one that expects.
bool StatusCues::is_of_other_verb(const Clauses& c, std::size_t chunk, const Draft& draft,
                                  const Governor& governor) const {
  const std::size_t verb = c.at(governor.verb.begin);
  if (verb == Clauses::kNoChunk || verb <= chunk || !c.is(chunk, Part::kVerb) ||
      governor.verb.begin > draft.mention->range.begin)
    return false;
  const bool present =
      governor.tense == Tense::kPresent && (look_.word_is(governor.verb.begin, "pos.first.VZ") ||
                                            look_.word_is(governor.verb.begin, "verb.present"));
  if (!present && governor.tense != Tense::kPast && governor.tense != Tense::kPerfect) return false;
  const std::size_t before = c.before(verb);
  const Tense tense = tense_of(look_, figures_.analysis(draft), c, c[chunk].range);
  if (c.is(before, Part::kConjunction)) return present || tense != Tense::kOpen;  // "will be cut and sold"
  if (look_.word_is(governor.verb.end - 1, "implying.verb")) return false;  // what the whole clause makes
  return c.is(before, Part::kRelative) && before > 0 && c.is(before - 1, Part::kComma) && present;
}

bool StatusCues::comma_in(const Clauses& c, std::size_t from, std::size_t to) {
  while (from < to && !c.is(from, Part::kComma)) ++from;
  return from < to;
}

// "is planned": the first cue of a verb group.
const Annotation* StatusCues::cue_in(const Analysis& a, TokenRange verb) const {
  for (std::uint32_t token = verb.begin; token < verb.end; ++token) {
    if (const Annotation* cue = look_.beginning_at(a, token, "status"); cue != nullptr) return cue;
  }
  return nullptr;
}

// The comma that closes an aside with a participle, for the one that opens it.
std::size_t StatusCues::end_of_aside(const Clauses& c, std::size_t comma) const {
  constexpr std::size_t kReach = 12;  // chunks
  if (!c.is(comma + 1, Part::kVerb) || !look_.form(c[comma + 1].range.begin).folded.ends_with("ing"))
    return Clauses::kNoChunk;
  std::size_t end = comma + 2;
  while (end < c.chunks().size() && end - comma < kReach && !c.is(end, Part::kComma) &&
         !c.is(end, Part::kVerb) && !c.is(end, Part::kStop))
    ++end;
  return end < c.chunks().size() && c.is(end, Part::kComma) && c.is(end + 1, Part::kVerb) ? end
                                                                                          : Clauses::kNoChunk;
}

// "these four plants will run on gas": they are there.
bool StatusCues::is_pointed_at(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return draft.fact.quantity.kind == "count" && figure > 0 &&
         look_.word_is(figure - 1, "demonstrative.plural");
}

// "A 3% stake at a price of $40 could bring $12 million", "two roundabouts will replace them": the verb
// whose subject the figure stands in.
std::uint32_t StatusCues::condition_after(const Draft& draft, const Clauses& c) const {
  if (!c.verb_follows(c.at(draft.mention->range.begin)) || is_size_of_known(draft)) return kNone;
  if (look_.word_is(draft.mention->range.end, "size.adjective")) return kNone;  // "a film 30 nm thick can"
  const Analysis& a = figures_.analysis(draft);
  bool near = true;  // nothing but the figure's own noun stands before the verb
  for (std::size_t i = c.at(draft.mention->range.begin) + 1; i < c.chunks().size(); ++i) {
    switch (c[i].part) {
      case Part::kVerb: {
        const Annotation* cue = cue_in(a, c[i].range);
        if (cue == nullptr || is_cause(c, *cue) || is_answer(draft, c, i, *cue)) return kNone;
        const std::string_view status = input_.program.row_attribute(cue->row, "status");
        const bool condition = status == "hypothetical";
        // "met 18 funds aiming at Peru": what those do, not how many were met
        const bool participle = look_.form(cue->range.begin).folded.ends_with("ing");
        if (participle && !condition && cue->range == c[i].range) return kNone;
        if (cue->range.begin == c[i].range.begin && look_.word_is(cue->range.begin, "purpose.participle"))
          return kNone;  // "two parks aimed at families", "a six-wing ward designed to"
        if (has_scope(*cue, "movement") && !draft.fact.change && !is_most(draft)) return kNone;
        if (!condition && is_pointed_at(draft)) return kNone;
        return condition || near ? cue->row : kNone;
      }
      case Part::kPhrase:
      case Part::kAdverb:
        break;
      case Part::kPreposition:
        near = near && (look_.small_word_is(c[i].range.begin, "preposition.part") ||
                        look_.small_word_is(c[i].range.begin, "preposition.rate"));
        break;
      case Part::kConjunction:  // "$7m, or $0.09 a share, will be paid"
        if (!c.is(i + 1, Part::kFigure)) return kNone;
        ++i;
        break;
      case Part::kFigure:
      case Part::kColon:
      case Part::kOther:
        near = false;
        break;
      case Part::kComma:  // "40 shares, representing 5% of them, will be paid"
        i = end_of_aside(c, i);
        if (i == Clauses::kNoChunk) return kNone;
        break;
      default:
        return kNone;
    }
  }
  return kNone;
}

}  // namespace figmine::assembling
