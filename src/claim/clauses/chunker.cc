#include "claim/clauses/chunker.h"

#include <algorithm>

namespace figmine::clauses {

Chunker::Chunker(const Looker& look, const Analysis& analysis, const Resolved& resolved)
    : look_(look), analysis_(analysis), parts_(look, analysis, fixed_) {
  for (const Mention& mention : resolved.mentions) {
    if (mention.non_claim.empty()) fixed_.push_back({Part::kFigure, mention.range});
  }
  for (const TimeSpan& time : resolved.times) fixed_.push_back({Part::kTime, time.range});
  std::stable_sort(fixed_.begin(), fixed_.end(),
                   [](const Chunk& a, const Chunk& b) { return a.range.begin < b.range.begin; });
}

std::vector<Chunk> Chunker::run() {
  for (std::uint32_t token = behind_quote(); token < analysis_.range.end;) token = read(token);
  bracket_dashes();
  mark_regions();
  return std::move(chunks_);
}

// “Raised by 5%”: the sentence's first word, which an opening quote is no chunk before.
std::uint32_t Chunker::behind_quote() const {
  const std::uint32_t begin = analysis_.range.begin;
  const bool quoted =
      analysis_.range.end > begin + 1 && (look_.token_text(begin) == "“" || look_.token_text(begin) == "\"");
  return quoted ? begin + 1 : begin;
}

// Adds what begins at the token; gives the token behind it.
std::uint32_t Chunker::read(std::uint32_t token) {
  while (next_ < fixed_.size() && fixed_[next_].range.begin < token) ++next_;
  const bool is_fixed = next_ < fixed_.size() && fixed_[next_].range.begin == token;
  if (!is_fixed && !chunks_.empty() && goes_on(token)) return token + 1;
  if (is_fixed) join_compound();
  if (!is_fixed && follows(Part::kPhrase) && adds_legal_form(token)) {
    chunks_.back().range.end = token + 2;
    return token + 2;
  }
  Chunk chunk = is_fixed ? fixed_[next_] : parts_.loose(token);
  if (!is_fixed && follows(Part::kTime)) complete(chunk);
  describe(chunk);
  if (!is_fixed && next_ < fixed_.size())
    chunk.range.end = std::min(chunk.range.end, fixed_[next_].range.begin);
  chunks_.push_back(chunk);
  return chunk.range.end;
}

// What is asked of a chunk later, by its words and the chunk before.
void Chunker::describe(Chunk& chunk) const {
  const std::uint32_t first = chunk.range.begin;
  const std::uint32_t last = chunk.range.end - 1;
  if (chunk.part == Part::kVerb) {
    chunk.gerund = look_.form(last).folded.ends_with("ing");
    chunk.present = is_present(last);
    chunk.views = look_.word_is(last, "view.verb");
    chunk.attached = first == last && follows(Part::kPhrase) &&
                     (look_.word_is(first, "pos.VG") || look_.small_word_is(first, "age.participle") ||
                      describes_object(first));
  }
  chunk.where = chunk.part == Part::kSubordinator && look_.small_word_is(first, "relative.place");
  chunk.rate = chunk.part == Part::kPhrase && follows(Part::kFigure) && last - first < 2 &&
               look_.word_is(last, "unit.rate");
  chunk.hyphened = chunk.part == Part::kFigure && last > first && look_.token_text(last - 1) == "-" &&
                   look_.form(last).is(Shape::kLower);
  chunk.article = chunk.part == Part::kOther && look_.word_is(first, "article");
  chunk.one = chunk.part == Part::kPhrase && look_.word_is(first, "indefinite");
  chunk.the = chunk.part == Part::kPhrase && look_.word_is(first, "article.definite");
  chunk.none = chunk.part == Part::kPhrase && look_.word_is(first, "determiner.none");
}

// "insured cargo valued at $5m": a participle of the past behind what another verb has as its object; not
// "said prices moved to".
bool Chunker::describes_object(std::uint32_t verb) const {
  if (chunks_.size() < 2 || !look_.small_word_is(verb, "pos.VN") || !look_.word_is(verb + 1, "preposition"))
    return false;
  std::size_t before = chunks_.size() - 2;
  if (chunks_[before].part == Part::kOther && before > 0) --before;  // an article
  const Chunk& other = chunks_[before];
  return other.part == Part::kVerb && !other.says && !other.views && !other.attached;
}

bool Chunker::is_present(std::uint32_t verb) const {
  return look_.word_is(verb, "pos.VZ") || look_.word_is(verb, "pos.first.AUX") ||
         (look_.word_is(verb, "pos.V") && !look_.word_is(verb, "pos.VN"));
}

// "Acme Corp. reported": neither the full stop of an abbreviation within the sentence nor the mark of
// a name ("Tarn Channel! grew", "Tarn+ grew") is a chunk.
bool Chunker::goes_on(std::uint32_t token) const {
  if (look_.input().text.tokens[token].glued && look_.word_is(token, "trade.sign"))
    return true;  // "Tarn® grew"
  const std::string_view text = look_.token_text(token);
  if ((text != "." && text != "!" && text != "+") || token + 1 >= analysis_.range.end) return false;
  const Form& next = look_.form(token + 1);
  if (text != "." && !(look_.form(token - 1).is(Shape::kCap) && next.is(Shape::kLower))) return false;
  return look_.input().text.tokens[token].glued &&
         (next.is(Shape::kWordlike) || next.is(Shape::kDigit) || next.text == "," || next.text == "(" ||
          look_.beginning_at(analysis_, token + 1, "q") != nullptr);  // "approx. $7"
}

// "Acme, Inc.": the comma is the name's.
bool Chunker::adds_legal_form(std::uint32_t token) const {
  return look_.token_text(token) == "," && token + 1 < analysis_.range.end &&
         look_.word_is(token + 1, "legal_form") && look_.form(token - 1).is(Shape::kCap) &&
         look_.form(token + 1).is(Shape::kCap);
}

// "a jaw-dropping 140%": a participle that a hyphen joins to a noun right before a figure describes it.
void Chunker::join_compound() {
  const std::size_t count = chunks_.size();
  if (count < 3) return;
  const Chunk& verb = chunks_[count - 1];
  const std::uint32_t hyphen = verb.range.begin - 1;
  const std::vector<Token>& tokens = look_.input().text.tokens;
  const bool joined = verb.part == Part::kVerb && verb.gerund && chunks_[count - 2].range.begin == hyphen &&
                      look_.token_text(hyphen) == "-" && tokens[hyphen].glued && tokens[hyphen + 1].glued &&
                      chunks_[count - 3].part == Part::kPhrase && look_.form(hyphen - 1).is(Shape::kLower);
  if (!joined) return;
  const TokenRange words{hyphen - 1, verb.range.end};
  chunks_.resize(count - 2);
  chunks_.back().range.end = words.begin;
  if (chunks_.back().range.empty()) chunks_.pop_back();
  chunks_.push_back({Part::kAdverb, words});
}

// "First-half revenue": what a time leaves of a phrase that began within it.
void Chunker::complete(Chunk& chunk) const {
  const Annotation* phrase = look_.covering(analysis_, chunk.range.begin, "np");
  if (chunk.part == Part::kOther && phrase != nullptr)
    chunk = {Part::kPhrase, {chunk.range.begin, phrase->range.end}};
}

// A dash, or a hyphen between blanks: "the market - where Vexa sells - grew".
bool Chunker::is_dash(const Chunk& chunk) const {
  if (chunk.part == Part::kColon) return !chunk.stop_sign;
  const std::uint32_t token = chunk.range.begin;
  const std::vector<Token>& tokens = look_.input().text.tokens;
  return chunk.part == Part::kOther && look_.token_text(token) == "-" && !tokens[token].glued &&
         token + 1 < analysis_.range.end && !tokens[token + 1].glued;
}

// "Vexa — led by Lena Fors — fell 5%", "Asthma — an illness that makes it hard to breathe — rose 5%": two
// dashes between a phrase and its verb are brackets.
void Chunker::bracket_dashes() {
  constexpr std::size_t kLongest = 16;  // chunks between
  constexpr std::size_t kNone = SIZE_MAX;
  const auto is = [&](std::size_t chunk, Part part) { return chunks_[chunk].part == part; };
  std::size_t open = kNone;
  for (std::size_t i = 1; i + 1 < chunks_.size(); ++i) {
    if (chunks_[i].part == Part::kStop) open = kNone;
    if (!is_dash(chunks_[i])) continue;
    const bool told = open != kNone && is(open + 1, Part::kPhrase);  // what follows is the phrase's own verb
    if (open != kNone && i - open <= kLongest && is(i + 1, Part::kVerb) && !(told && chunks_[i + 1].gerund)) {
      chunks_[open].part = Part::kOpen;
      chunks_[i].part = Part::kClose;
      open = kNone;
    } else {
      const bool describes = is(i + 1, Part::kVerb) || is(i + 1, Part::kRelative) || chunks_[i + 1].where ||
                             is(i + 1, Part::kPhrase);
      const bool named =
          is(i - 1, Part::kPhrase) || (is(i - 1, Part::kAdverb) && i > 1 && is(i - 2, Part::kPhrase));
      open = named && describes ? i : kNone;
    }
  }
}

// "in Laval, Quebec,": the comma before a place that the one before it lies in, up to the next comma.
void Chunker::mark_regions() {
  for (std::size_t i = 1; i + 2 < chunks_.size(); ++i) {
    const bool between = chunks_[i].part == Part::kComma && chunks_[i - 1].part == Part::kPhrase &&
                         chunks_[i + 1].part == Part::kPhrase && chunks_[i + 2].part == Part::kComma;
    if (!between) continue;
    const TokenRange region = chunks_[i + 1].range;
    const Annotation* whole = look_.beginning_at(analysis_, region.begin, "place");
    const bool state =
        region.end == region.begin + 1 && look_.word_is(region.begin, "place.short");  // "B.C."
    chunks_[i].region = (state || (whole != nullptr && whole->range.end == region.end)) &&
                        look_.form(chunks_[i - 1].range.end - 1).is(Shape::kCap);
  }
}

}  // namespace figmine::clauses
