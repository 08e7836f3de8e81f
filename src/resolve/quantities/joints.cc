#include "resolve/quantities/joints.h"

namespace figmine::quantities {

std::string separator(const SentenceView& sentence, std::uint32_t from, std::uint32_t to) {
  std::string out;
  if (to > from + 3) return out;
  for (std::uint32_t at = from; at < to; ++at) out += (at > from ? " " : "") + sentence.form(at).folded;
  return out;
}

std::string_view without(std::string_view words, char mark) {
  if (!words.starts_with(mark)) return words;
  words.remove_prefix(1);
  return words.substr(words.starts_with(' ') ? 1 : 0);
}

bool is_old_and_new(const SentenceView& sentence, const Mention& mention, std::string_view between) {
  const std::uint32_t at = mention.range.begin;
  const std::size_t blank = between.find(' ');  // "from 115 to around 200 people"
  const std::string_view bound = blank == std::string_view::npos ? "" : between.substr(blank + 1);
  if (at == sentence.analysis().range.begin ||
      sentence.program().lookup("level.joint", between.substr(0, blank)) == kNone ||
      (!bound.empty() && sentence.program().lookup("bound.before", bound) == kNone))
    return false;
  return sentence.program().lookup("preposition.source", sentence.form(at - 1).folded) != kNone;
}

bool is_part(const SentenceView& sentence, const Mention& mention, const Mention& whole) {
  constexpr std::uint32_t kWords = 2;  // "of the"
  constexpr std::uint32_t kMany = 7;   // "out of Tolvik's more than": where a rule has read the whole
  const bool read = sentence.has(sentence.annotation(mention.annotation), "part");
  if (read && whole.range.begin <= mention.range.end + kMany) return true;
  const std::uint32_t at = mention.range.end;
  const bool attribute = whole.quantity.text.find('-') != std::string::npos;  // "five of the six-ton ones"
  return !attribute && mention.quantity.value != "1" && at < whole.range.begin &&
         whole.range.begin <= at + kWords &&
         sentence.program().lookup("preposition.part", sentence.form(at).folded) != kNone;
}

bool is_pair_of_measures(const Mention& mention, const Mention& next, const std::string& between) {
  return between == "/" && next.quantity.kind == "measure" && next.unit && !mention.words;
}

}  // namespace figmine::quantities
