#include "claim/clauses.h"

#include <algorithm>
#include <array>

namespace figmine {
namespace {

struct TypedPart {
  std::string_view type;
  Part part;
};

// What an annotation that begins at a token makes of it; the first of the table that is there wins.
constexpr std::array<TypedPart, 14> kParts = {{
    {"preposition.complex", Part::kPreposition},
    {"example.lead", Part::kPreposition},
    {"vg", Part::kVerb},
    {"np", Part::kPhrase},
    {"pron", Part::kPronoun},
    {"bound.before", Part::kAdverb},
    {"rb", Part::kAdverb},
    {"pos.first.R", Part::kAdverb},
    {"relative", Part::kRelative},
    {"pos.first.WP", Part::kRelative},
    {"pos.first.CC", Part::kConjunction},
    {"pos.first.SUB", Part::kSubordinator},
    {"pos.first.IN", Part::kPreposition},
    {"pos.first.TO", Part::kPreposition},
}};

constexpr std::size_t kBound = 5;  // the row of "bound.before"
static_assert(kParts[kBound].type == "bound.before");

Part part_of_sign(std::string_view text) {
  if (text == ",") return Part::kComma;
  if (text == "(" || text == "[") return Part::kOpen;
  if (text == ")" || text == "]") return Part::kClose;
  if (text == ";" || text == "." || text == "!" || text == "?") return Part::kStop;
  if (text == ":" || text == "–" || text == "—" || text == "--") return Part::kColon;
  return Part::kOther;
}

class Chunker {
 public:
  Chunker(const Looker& look, const Analysis& analysis, const Resolved& resolved)
      : look_(look), analysis_(analysis) {
    const Names& types = look.input().program.types;
    for (std::size_t i = 0; i < kParts.size(); ++i)
      types_[i] = static_cast<TypeId>(types.find(kParts[i].type));
    for (const Mention& mention : resolved.mentions) {
      if (mention.non_claim.empty()) fixed_.push_back({Part::kFigure, mention.range});
    }
    for (const TimeSpan& time : resolved.times) fixed_.push_back({Part::kTime, time.range});
    std::stable_sort(fixed_.begin(), fixed_.end(),
                     [](const Chunk& a, const Chunk& b) { return a.range.begin < b.range.begin; });
  }

  std::vector<Chunk> run() {
    std::vector<Chunk> out;
    std::size_t next = 0;
    for (std::uint32_t token = analysis_.range.begin; token < analysis_.range.end;) {
      while (next < fixed_.size() && fixed_[next].range.begin < token) ++next;
      const bool is_fixed = next < fixed_.size() && fixed_[next].range.begin == token;
      if (!is_fixed && !out.empty() && goes_on(token)) {
        ++token;
        continue;
      }
      if (!is_fixed && !out.empty() && out.back().part == Part::kPhrase && adds_legal_form(token)) {
        out.back().range.end = token + 2;
        token += 2;
        continue;
      }
      Chunk chunk = is_fixed ? fixed_[next] : loose(token);
      if (!is_fixed && !out.empty() && out.back().part == Part::kTime) complete(chunk);
      chunk.gerund = chunk.part == Part::kVerb && look_.form(chunk.range.end - 1).folded.ends_with("ing");
      chunk.present = chunk.part == Part::kVerb && is_present(chunk.range.end - 1);
      chunk.rate = chunk.part == Part::kPhrase && !out.empty() && out.back().part == Part::kFigure &&
                   chunk.range.end - token <= 2 && look_.word_is(chunk.range.end - 1, "unit.rate");
      chunk.views = chunk.part == Part::kVerb && look_.word_is(chunk.range.end - 1, "view.verb");
      chunk.article = chunk.part == Part::kOther && look_.word_is(token, "article");
      chunk.attached = chunk.part == Part::kVerb && !out.empty() &&
                       (look_.word_is(token, "pos.VG") || look_.small_word_is(token, "age.participle")) &&
                       out.back().part == Part::kPhrase && chunk.range.end == token + 1;
      if (!is_fixed && next < fixed_.size())
        chunk.range.end = std::min(chunk.range.end, fixed_[next].range.begin);
      out.push_back(chunk);
      token = chunk.range.end;
    }
    return out;
  }

 private:
  bool is_present(std::uint32_t verb) const {
    return look_.word_is(verb, "pos.VZ") || (look_.word_is(verb, "pos.V") && !look_.word_is(verb, "pos.VN"));
  }

  // "Acme Corp. reported": the full stop of an abbreviation within the sentence is no chunk.
  // So is the mark of a name: "Tarn Channel! grew".
  bool goes_on(std::uint32_t token) const {
    const std::string_view text = look_.token_text(token);
    if ((text != "." && text != "!") || token + 1 >= analysis_.range.end) return false;
    const Form& next = look_.form(token + 1);
    if (text == "!" && !(look_.form(token - 1).is(Shape::kCap) && next.is(Shape::kLower))) return false;
    return look_.input().text.tokens[token].glued &&
           (next.is(Shape::kWordlike) || next.is(Shape::kDigit) || next.text == "," || next.text == "(");
  }

  // "Acme, Inc.": the comma is the name's.
  bool adds_legal_form(std::uint32_t token) const {
    return look_.token_text(token) == "," && token + 1 < analysis_.range.end &&
           look_.word_is(token + 1, "legal_form") && look_.form(token - 1).is(Shape::kCap) &&
           look_.form(token + 1).is(Shape::kCap);
  }

  Chunk loose(std::uint32_t token) const {
    std::size_t best = kParts.size();
    TokenRange range{token, token + 1};
    for (const std::uint32_t index : analysis_.beginning_at(token)) {
      const Annotation& annotation = analysis_.annotations[index];
      for (std::size_t i = 0; i < kParts.size(); ++i) {
        if (annotation.type != types_[i] || i >= best) continue;
        if (i == kBound && !bounds_figure(annotation.range.end)) continue;
        best = i;
        range = annotation.range;
      }
    }
    if (best == kParts.size())
      return {.part = part_of_sign(look_.token_text(token)),
              .range = range,
              .stop_sign = look_.token_text(token) == ":"};
    if (opens_clause(token)) return {Part::kSubordinator, range};
    const bool says = kParts[best].part == Part::kVerb && look_.word_is(range.end - 1, "say.verb");
    const bool joins = kParts[best].part == Part::kSubordinator && look_.word_is(token, "joint.nominal");
    const bool aims = kParts[best].part == Part::kPreposition && look_.word_is(token, "preposition.aim");
    return {.part = kParts[best].part, .range = range, .says = says, .joins = joins, .aims = aims};
  }

  // "as the price rises", "as demand slowed", "as 300 stores opened", but not "debt as a share of output".
  bool opens_clause(std::uint32_t token) const {
    constexpr std::uint32_t kReach = 6;  // words of the clause's subject
    if (!look_.small_word_is(token, "joint.as") || token + 1 >= analysis_.range.end) return false;
    const Annotation* subject = look_.beginning_at(analysis_, token + 1, "np");
    if (subject != nullptr && !look_.word_is(token + 1, "indefinite") &&
        look_.beginning_at(analysis_, subject->range.end, "vg") != nullptr)
      return true;
    if (!look_.word_is(token + 1, "determiner.definite") && !look_.form(token + 1).is(Shape::kDigit))
      return false;
    for (std::uint32_t at = token + 2; at < analysis_.range.end && at <= token + kReach; ++at) {
      if (look_.beginning_at(analysis_, at, "vg") != nullptr) return true;
      if (!look_.form(at).is(Shape::kWordlike) || look_.word_is(at, "preposition")) return false;
    }
    return false;
  }

  // "First-half revenue": what a time leaves of a phrase that began within it.
  void complete(Chunk& chunk) const {
    const Annotation* phrase = look_.covering(analysis_, chunk.range.begin, "np");
    if (chunk.part == Part::kOther && phrase != nullptr)
      chunk = {Part::kPhrase, {chunk.range.begin, phrase->range.end}};
  }

  // "over 5 million", "about the $5", but not "under both contracts", "assets under lease rose 5%": whether a
  // figure or a time is near and no verb between.
  bool bounds_figure(std::uint32_t token) const {
    constexpr std::uint32_t kReach = 2;  // words between
    const auto next =
        std::lower_bound(fixed_.begin(), fixed_.end(), token,
                         [](const Chunk& chunk, std::uint32_t at) { return chunk.range.begin < at; });
    if (next == fixed_.end() || next->range.begin > token + kReach) return false;
    while (token < next->range.begin && look_.beginning_at(analysis_, token, "vg") == nullptr) ++token;
    return token >= next->range.begin;
  }

  const Looker& look_;
  const Analysis& analysis_;
  std::array<TypeId, kParts.size()> types_{};
  std::vector<Chunk> fixed_;
};

}  // namespace

Clauses::Clauses(const Looker& look, const Analysis& analysis, const Resolved& resolved)
    : chunks_(Chunker(look, analysis, resolved).run()), begin_(analysis.range.begin) {
  bracket_dashes();
  chunk_of_.resize(analysis.range.end - analysis.range.begin);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const std::uint32_t end = i + 1 < chunks_.size() ? chunks_[i + 1].range.begin : analysis.range.end;
    for (std::uint32_t token = chunks_[i].range.begin; token < end; ++token)
      chunk_of_[token - begin_] = static_cast<std::uint32_t>(i);
  }
  find_verbs();
}

// "Vexa — led by Lena Fors — fell 5%": two dashes between a phrase and its verb are brackets.
void Clauses::bracket_dashes() {
  constexpr std::size_t kLongest = 12;  // chunks between
  std::size_t open = kNoChunk;
  for (std::size_t i = 1; i + 1 < chunks_.size(); ++i) {
    if (chunks_[i].part == Part::kStop) open = kNoChunk;
    if (chunks_[i].part != Part::kColon || chunks_[i].stop_sign) continue;
    if (open != kNoChunk && i - open <= kLongest && is(i + 1, Part::kVerb)) {
      chunks_[open].part = Part::kOpen;
      chunks_[i].part = Part::kClose;
      open = kNoChunk;
    } else {
      const bool describes = is(i + 1, Part::kVerb) || is(i + 1, Part::kRelative);
      open = is(i - 1, Part::kPhrase) && describes ? i : kNoChunk;
    }
  }
}

// Both looks to the left are asked of every figure: one pass keeps a sentence of many figures linear.
void Clauses::find_verbs() {
  verb_before_.assign(chunks_.size() + 1, kNoChunk);
  previous_verb_.assign(chunks_.size() + 1, kNoChunk);
  std::size_t verb = kNoChunk;
  std::size_t participle = kNoChunk;  // "the year ending in May" has no verb of its clause
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    verb_before_[i + 1] = verb_before_[left_of(i)];
    const Part part = chunks_[i].part;
    if (part == Part::kStop) verb = participle = kNoChunk;
    if (part == Part::kVerb) {
      verb_before_[i + 1] = i;
      (chunks_[i].attached ? participle : verb) = i;
      last_verb_ = i;
    }
    if (part == Part::kStop || part == Part::kColon || part == Part::kSubordinator)
      verb_before_[i + 1] = kNoChunk;
    previous_verb_[i + 1] = verb != kNoChunk ? verb : participle;
  }
}

// Where the look to the left goes on before the chunk: brackets and "a yield, which pays for itself, of 5%"
// are passed over.
std::size_t Clauses::left_of(std::size_t chunk) const {
  if (chunks_[chunk].part == Part::kClose) return opening(chunk);
  if (chunks_[chunk].part != Part::kComma) return chunk;
  const std::size_t jump = before_comma(chunk);
  return is(jump, Part::kComma) && is(jump + 1, Part::kRelative) ? jump : chunk;
}

std::size_t Clauses::at(std::uint32_t token) const {
  if (token < begin_ || token - begin_ >= chunk_of_.size()) return kNoChunk;
  return chunk_of_[token - begin_];
}

std::size_t Clauses::before(std::size_t chunk) const {
  if (chunk > chunks_.size()) return kNoChunk;
  while (chunk-- > 0) {
    if (chunks_[chunk].part != Part::kAdverb) return chunk;
  }
  return kNoChunk;
}

std::size_t Clauses::after(std::size_t chunk) const {
  if (chunk == kNoChunk) return kNoChunk;
  while (++chunk < chunks_.size()) {
    if (chunks_[chunk].part != Part::kAdverb) return chunk;
  }
  return kNoChunk;
}

std::size_t Clauses::after_attachments(std::size_t chunk) const {
  const auto named = [&](std::size_t i) {
    return is(i, Part::kPhrase) || is(i, Part::kFigure) || is(i, Part::kTime) || is(i, Part::kPronoun);
  };
  std::size_t at = after(chunk);
  while (at != kNoChunk) {
    const Part part = chunks_[at].part;
    const std::size_t next = after(at);
    if ((part == Part::kPreposition || part == Part::kConjunction) && named(next)) {
      at = after(next);
    } else if (part == Part::kPronoun && is(next, Part::kVerb)) {  // "the companies we survey"
      at = after(next);
    } else if (part == Part::kFigure || part == Part::kTime) {
      at = next;
    } else if (part == Part::kVerb && chunks_[at].attached && is(next, Part::kFigure) && at + 1 == next &&
               !chunks_[at].gerund) {
      at = after(next);  // "tenants aged 40-65 have", "adults aged 70 and older have"
      std::size_t verb = is(at, Part::kConjunction) ? after(at) : kNoChunk;
      if (is(verb, Part::kOther)) verb = after(verb);
      if (is(verb, Part::kVerb)) at = verb;
    } else if (part == Part::kPhrase && is(at - 1, Part::kAdverb) && is(next, Part::kFigure)) {
      at = after(next);  // "men over age 30 are"
    } else {
      break;
    }
  }
  return at;
}

std::size_t Clauses::opening(std::size_t close) const {
  if (close >= chunks_.size()) return close;
  for (std::size_t i = close; i-- > 0 && close - i < 16;) {
    if (chunks_[i].part == Part::kOpen) return i;
    if (chunks_[i].part == Part::kClose) break;
  }
  return close;
}

std::size_t Clauses::previous_verb(std::size_t chunk) const {
  return chunk < previous_verb_.size() ? previous_verb_[chunk] : kNoChunk;
}

// "Acme, which makes pumps, valves and taps, closed": the chunk before the insertion that ends at the comma;
// kNoChunk where the comma ends none.
std::size_t Clauses::before_comma(std::size_t comma) const {
  bool verb = false;
  std::size_t plain = kNoChunk;  // the nearest comma with no verb after it
  for (std::size_t i = comma; i-- > 0 && comma - i < 20;) {
    const Part part = chunks_[i].part;
    if (part == Part::kStop || part == Part::kColon) break;
    if (part == Part::kSubordinator && is(i - 1, Part::kComma)) break;  // ", while copper, a metal,"
    if (chunks_[i].part == Part::kVerb) verb = true;
    if (chunks_[i].part != Part::kComma || i == 0) continue;
    const bool inserted = is(i + 1, Part::kRelative) || is(i + 1, Part::kVerb) || says_only(i, comma);
    if (inserted && verb) return i;
    if (!verb && plain == kNoChunk) plain = i;
  }
  return plain;
}

// "opened a plant, hired staff and sold 5,000 units": verbs in a row, of which what stands between commas is
// one, unlike "Acme, founded in May, sold".
bool Clauses::lists_verbs(std::size_t comma, std::size_t verb) const {
  const bool last = verb != 0 && is(before(verb), Part::kConjunction);
  return last && is(comma + 1, Part::kVerb) && !chunks_[comma + 1].gerund &&
         previous_verb(comma) != kNoChunk && !is(before(previous_verb(comma)), Part::kRelative);
}

// ", he said,"
bool Clauses::says_only(std::size_t comma, std::size_t end) const {
  return end == comma + 3 && chunks_[comma + 2].says &&
         (is(comma + 1, Part::kPronoun) || is(comma + 1, Part::kPhrase));
}

// "Throughput across its nine terminals rose": the phrase that a figure is attached to; the figure where
// none.
std::size_t Clauses::head_before(std::size_t figure) const {
  std::size_t at = figure;
  if (at >= 1 && chunks_[at - 1].part == Part::kOther) --at;  // "its owner's nine terminals"
  if (at >= 2 && chunks_[at - 1].part == Part::kPhrase && chunks_[at - 2].part == Part::kPreposition) --at;
  return at >= 2 && chunks_[at - 1].part == Part::kPreposition && chunks_[at - 2].part == Part::kPhrase
             ? at - 2
             : figure;
}

// "The tension behind it was": the phrase that a pronoun is attached to; the pronoun where there is none.
std::size_t Clauses::holder_of(std::size_t pronoun) const {
  const bool attached = pronoun >= 2 && is(pronoun - 1, Part::kPreposition) && is(pronoun - 2, Part::kPhrase);
  return attached ? pronoun - 2 : pronoun;
}

// "Sales at the unit that makes chips fell": what a relative clause, of which the phrase is the object, goes
// with; the phrase where it is none's.
std::size_t Clauses::before_relative(std::size_t phrase) const {
  const std::size_t verb = phrase > 0 ? phrase - 1 : kNoChunk;
  if (!is(verb, Part::kVerb) || chunks_[verb].says || chunks_[verb].views || chunks_[verb].gerund)
    return phrase;
  const std::size_t relative = before(verb);
  const bool clause = is(relative, Part::kRelative) && relative > 0 && is(relative - 1, Part::kPhrase);
  return clause ? relative - 1 : phrase;
}

// "The number of people claiming benefits rose": what a participle of the phrase before has as its object.
bool Clauses::is_participle_object(std::size_t phrase) const {
  const std::size_t verb = before(phrase);
  return is(verb, Part::kVerb) && verb > 0 && is(verb - 1, Part::kPhrase) && chunks_[verb].gerund &&
         chunks_[verb].range.end == chunks_[verb].range.begin + 1;
}

std::size_t Clauses::subject_of(std::size_t verb) const {
  if (verb >= chunks_.size()) return kNoChunk;
  std::size_t hops = 0;
  for (std::size_t i = verb; i-- > 0 && hops < 40; ++hops) {
    switch (chunks_[i].part) {
      case Part::kPhrase:
        if (chunks_[i].rate) break;
        if (!is_participle_object(i)) return before_relative(i);
        i = before(i);
        break;
      case Part::kPronoun:
        return holder_of(i);
      case Part::kFigure:
        if (i > 1 && is(before(i), Part::kVerb) && chunks_[before(i)].attached) {
          i = before(i);  // "Workers earning $15 will get"
          break;
        }
        return head_before(i);
      case Part::kAdverb:
      case Part::kOther:
        break;
      case Part::kTime:
        if (i > 0 && chunks_[i - 1].part == Part::kPreposition) --i;
        break;
      case Part::kClose:
        i = opening(i);
        break;
      case Part::kRelative:
        if (i > 2 && is(i - 1, Part::kPreposition) && is(i - 2, Part::kPhrase) && is(i - 3, Part::kComma))
          return i - 2;  // "two units, the sales of which rose"
        if (i > 0 && chunks_[i - 1].part == Part::kComma) --i;
        break;
      case Part::kComma:
        if (const std::size_t jump = before_comma(i); jump != kNoChunk && !lists_verbs(jump, verb)) {
          i = jump;
          break;
        }
        i = previous_verb(i);
        if (i == kNoChunk) return kNoChunk;
        break;
      case Part::kConjunction:
      case Part::kPreposition:
        i = previous_verb(i);
        if (i == kNoChunk) return kNoChunk;
        break;
      case Part::kVerb:
        break;
      case Part::kSubordinator:
      case Part::kColon:
      case Part::kOpen:
      case Part::kStop:
        return kNoChunk;
    }
  }
  return kNoChunk;
}

std::size_t Clauses::verb_before(std::size_t chunk) const {
  return chunk < verb_before_.size() ? verb_before_[chunk] : kNoChunk;
}

std::size_t Clauses::subject_before(std::size_t chunk) const {
  const std::size_t verb = verb_before(chunk);
  return verb == kNoChunk ? kNoChunk : subject_of(verb);
}

TokenRange Clauses::chain_ending(std::size_t chunk) const {
  if (chunk >= chunks_.size()) return {};
  TokenRange range = chunks_[chunk].range;
  bool listed = false;
  for (std::size_t i = chunk; i >= 2;) {
    std::size_t link = i - 1;
    if (chunks_[link].part == Part::kTime && link > 0) --link;  // "futures for May delivery"
    if (link > 1 && chunks_[link].part == Part::kFigure &&
        splits_phrase(link)) {  // "the benchmark 10-year note"
      i = link - 1;
      range.begin = chunks_[i].range.begin;
      continue;
    }
    if (link == 0) break;
    if (chunks_[link].part == Part::kClose) {  // "net ticket revenue (NTR) from ferries"
      link = opening(link);
      if (link == 0 || link == i - 1 || !is(link - 1, Part::kPhrase)) break;
      i = link - 1;
      range.begin = chunks_[i].range.begin;
      continue;
    }
    if (is(link, Part::kSubordinator) && chunks_[link].joins) {  // "profit before tax"
      if (!is(link - 1, Part::kPhrase)) break;
      i = link - 1;
      range.begin = chunks_[i].range.begin;
      continue;
    }
    const Part joint = chunks_[link].part;
    listed = listed || joint == Part::kConjunction;
    if (joint != Part::kPreposition && joint != Part::kConjunction && !(joint == Part::kComma && listed))
      break;
    std::size_t next = link - 1;
    // "net cash used in operations", "revenue (GGR) from iGaming"
    if (joint == Part::kPreposition && is(next, Part::kVerb) && next > 0 && is(next - 1, Part::kPhrase) &&
        chunks_[next].range.end - chunks_[next].range.begin == 1 && !chunks_[next].present &&
        !(chunks_[next].gerund && chunks_[link].aims))
      --next;  // not "a clause calling for fines"
    if (joint == Part::kPreposition && is(next, Part::kClose)) {
      const std::size_t open = opening(next);
      if (open > 0 && open != next && is(open - 1, Part::kPhrase)) next = open - 1;
    }
    if (joint == Part::kPreposition) next = before_time(next);
    if (joint == Part::kConjunction && closes_list(next)) --next;
    if (!is(next, Part::kPhrase)) break;
    range.begin = chunks_[next].range.begin;
    i = next;
  }
  return range;
}

// "cash, deposits, and securities": whether the comma before "and" stands in a row of phrases.
bool Clauses::closes_list(std::size_t comma) const {
  return comma >= 3 && is(comma, Part::kComma) && is(comma - 1, Part::kPhrase) &&
         is(comma - 2, Part::kComma) && is(comma - 3, Part::kPhrase);
}

// "yield on the benchmark 10-year note": a figure inside a phrase whose beginning stands before it.
bool Clauses::splits_phrase(std::size_t figure) const {
  const bool begun = chunks_[figure - 1].part == Part::kPhrase || chunks_[figure - 1].article;
  const Part joint = chunks_[figure - 2].part;
  return begun && (joint == Part::kPreposition || joint == Part::kConjunction);
}

// "Exports in the April period of the year": the phrase that a time is attached to; the chunk itself where
// it is no time or stands alone.
std::size_t Clauses::before_time(std::size_t chunk) const {
  if (!is(chunk, Part::kTime) || chunk < 2) return chunk;
  const std::size_t phrase = chunks_[chunk - 1].part == Part::kPreposition ? chunk - 2 : chunk - 1;
  return is(phrase, Part::kPhrase) ? phrase : chunk;
}

TokenRange Clauses::chain_beginning(std::size_t chunk) const {
  if (chunk >= chunks_.size()) return {};
  TokenRange range = chunks_[chunk].range;
  for (std::size_t i = chunk; i + 2 < chunks_.size(); i += 2) {
    const Part joint = chunks_[i + 1].part;
    if ((joint != Part::kPreposition && joint != Part::kConjunction) || !is(i + 2, Part::kPhrase)) break;
    range.end = chunks_[i + 2].range.end;
  }
  return range;
}

std::size_t Clauses::list_end(std::size_t chunk) const {
  std::size_t at = chunk;
  while (is(at + 1, Part::kComma) && is(at + 2, Part::kPhrase)) at += 2;
  if (at == chunk) return chunk;
  const std::size_t joint = is(at + 1, Part::kComma) ? at + 2 : at + 1;
  const bool closed = is(joint, Part::kConjunction) && is(joint + 1, Part::kPhrase);
  return closed && !is(after_attachments(joint + 1), Part::kVerb) ? joint + 1 : chunk;
}

ClauseTable::ClauseTable(const ClaimInput& input) : by_sentence_(input.analyses.size()) {
  const Looker look(input);
  for (std::size_t i = 0; i < by_sentence_.size(); ++i) {
    if (!input.resolved[i].mentions.empty())
      by_sentence_[i].emplace(look, input.analyses[i], input.resolved[i]);
  }
}

}  // namespace figmine
