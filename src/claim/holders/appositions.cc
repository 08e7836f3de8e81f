#include "claim/holders/appositions.h"

#include "claim/tense.h"

namespace figmine::holders {

TokenRange Appositions::before(const Draft& draft, std::size_t figure) const {
  const std::size_t head = noun_of(figure);
  if (!clauses_.is(head, Part::kPhrase)) return {};
  const std::size_t comma = comma_before_stack(figure);
  if (!clauses_.is(comma, Part::kComma) || comma == 0) return {};
  const std::size_t next = clauses_.after_attachments(head);
  const bool set_off = clauses_.is(next, Part::kComma) || clauses_.is(next, Part::kStop);
  if (set_off && look_.word_is(clauses_[head].range.end - 1, "apposed.noun")) {
    if (const TokenRange name = names_.at(comma - 1); !name.empty()) return name;
  }
  if (!sizes(draft, head) || acts(next)) return {};
  const TokenRange name = names_.before(comma);
  const bool place = look_.ending_at(analysis_, name.end, "place") != nullptr;
  return place ? TokenRange{} : name;
}

// The noun that the figure describes, alone or with others: "a 20-acre, two-building project".
std::size_t Appositions::noun_of(std::size_t figure) const {
  constexpr std::size_t kMost = 4;  // figures of a noun
  std::size_t at = figure + 1;
  for (std::size_t i = 0; i < kMost; ++i) {
    const bool joined = clauses_.is(at, Part::kComma) || clauses_.is(at, Part::kConjunction);
    if (!clauses_.is(joined ? at + 1 : at, Part::kFigure)) break;
    at += joined ? 2 : 1;
  }
  return behind_bracket(at);
}

// "a 400-acre (160-hectare) site": what stands behind the bracket; the chunk itself where it opens none.
std::size_t Appositions::behind_bracket(std::size_t chunk) const {
  constexpr std::size_t kLongest = 6;  // chunks
  if (!clauses_.is(chunk, Part::kOpen)) return chunk;
  for (std::size_t i = chunk + 1; i < chunk + kLongest; ++i) {
    if (clauses_.is(i, Part::kClose)) return i + 1;
  }
  return chunk;
}

// The chunk before the article that the figure's noun begins with; kNoChunk where it has none.
std::size_t Appositions::comma_before_stack(std::size_t figure) const {
  constexpr std::size_t kMost = 4;  // figures of a noun
  for (std::size_t i = 0; i < kMost; ++i) {
    const std::size_t left = clauses_.before(figure);
    if (clauses_[figure].article) return left;
    if (clauses_.is(left, Part::kOther) && look_.word_is(clauses_[left].range.begin, "article"))
      return clauses_.before(left);
    const bool joined = clauses_.is(left, Part::kComma) || clauses_.is(left, Part::kConjunction);
    const std::size_t other = joined ? clauses_.before(left) : left;
    if (!clauses_.is(other, Part::kFigure)) break;
    figure = other;
  }
  return Clauses::kNoChunk;
}

// Whether the figure tells how large, how many or how old the thing is: "a 20-acre project", "a 12-year
// veteran"; not "a 5-point rise", "a five-year agreement".
bool Appositions::sizes(const Draft& draft, std::size_t head) const {
  const std::string& kind = draft.fact.quantity.kind;
  const std::uint32_t noun = clauses_[head].range.end - 1;
  const bool valued = kind == "money" && look_.word_is(noun, "sort");  // "a $9 million tower"
  if (kind != "count" && kind != "measure" && kind != "duration" && !valued) return false;
  const bool measured = look_.word_is(noun, "measure.noun") || look_.word_is(noun, "measure.generic") ||
                        look_.word_is(noun, "change.noun") || look_.word_is(noun, "with.partner");
  return !measured && look_.covering(analysis_, noun, "nns") == nullptr;
}

// A finite verb, whose subject the phrase before it is; not "designed to meet demand", "built by Corlan".
bool Appositions::acts(std::size_t chunk) const {
  if (!clauses_.is(chunk, Part::kVerb)) return false;
  const std::uint32_t first = clauses_[chunk].range.begin;
  const bool led_on =
      look_.small_word_is(first + 1, "level.joint") || look_.small_word_is(first + 1, "pos.first.IN");
  return !(may_be_participle(look_, first) && led_on) &&
         is_finite(look_, analysis_, clauses_, clauses_[chunk].range);
}

TokenRange Appositions::name_of(std::size_t phrase) const {
  constexpr std::size_t kReach = 8;  // chunks
  std::size_t comma = phrase;
  while (comma > 0 && phrase - comma < kReach && says_more(comma)) --comma;
  const bool apposed = comma > 0 && clauses_.is(comma, Part::kComma) &&
                       look_.word_is(clauses_[comma + 1].range.begin, "article");
  return apposed ? names_.before(comma) : TokenRange{};
}

// What an apposition is made of: phrases, what joins them, participles; "a" of "a newly built park", the
// "3" of "Web3", "plain" of "a plain yet quick tool".
bool Appositions::says_more(std::size_t chunk) const {
  const std::uint32_t first = clauses_[chunk].range.begin;
  const bool word = clauses_.is(chunk, Part::kOther) &&
                    (look_.word_is(first, "article") || look_.form(first).is(Shape::kDigit) ||
                     look_.word_is(first, "pos.first.J"));
  return word || clauses_.is(chunk, Part::kPhrase) || clauses_.is(chunk, Part::kPreposition) ||
         clauses_.is(chunk, Part::kConjunction) || clauses_.is(chunk, Part::kAdverb) ||
         (clauses_.is(chunk, Part::kVerb) && !acts(chunk));
}

}  // namespace figmine::holders
