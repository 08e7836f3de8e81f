#include "resolve/quantities/sized.h"

#include "resolve/quantities/joints.h"
#include "resolve/quantities/nouns.h"

namespace figmine::quantities {
namespace {

// Whether the second figure tells how large, or how good ("100+ five-star reviews"), each of the first is.
bool is_sized_by(const SentenceView& sentence, const Mention& mention, const Mention& size) {
  const bool joined = size.quantity.text.find('-') != std::string::npos ||
                      (mention.words && size.quantity.kind == "measure") ||  // "two 20W speakers"
                      size.quantity.kind == "score";
  const bool told = size.quantity.unit || size.quantity.kind == "score";
  if (!joined || !told || !size.quantity.value || size.quantity.kind == "money") return false;
  const std::string between = separator(sentence, mention.range.end, size.range.begin);
  return mention.range.end == size.range.begin || between == "of the" || between == "of its" ||
         between == "+";
}

// "two 14-foot-tall doors": the token behind the word for the direction of the size.
std::uint32_t behind_size(const SentenceView& sentence, std::uint32_t end) {
  const bool directed = end + 1 < sentence.analysis().range.end && sentence.text_of({end, end + 1}) == "-" &&
                        sentence.word_is(end + 1, "size.behind");
  return directed ? end + 2 : end;
}

// The noun phrase from a token up to a plural; empty where none follows.
TokenRange plural_behind(const SentenceView& sentence, std::uint32_t begin) {
  constexpr std::uint32_t kWords = 4;
  for (std::uint32_t at = begin; at < sentence.analysis().range.end && at < begin + kWords; ++at) {
    const auto is_word = [&](std::string_view type) {
      return sentence.analysis().find({at, at + 1}, sentence.program().types.find(type)) != kNone;
    };
    if (sentence.word_is(at, "counted.stop") || is_word("unitx")) return {};
    if (is_word("nns")) return {begin, at + 1};
    if (!is_word("nn") && !is_word("jj")) return {};
  }
  return {};
}

}  // namespace

void count_sized(const SentenceView& sentence, std::vector<Mention>& mentions) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    const Mention& size = mentions[i + 1];
    const bool bare = mention.quantity.kind == "number" && !mention.quantity.unit && mention.quantity.value &&
                      mention.non_claim.empty();
    if (!bare || mention.quantity.value == "1" || !is_sized_by(sentence, mention, size)) continue;
    const TokenRange noun = plural_behind(sentence, behind_size(sentence, size.range.end));
    if (noun.empty()) continue;
    set_noun(sentence, noun, mention);
    mention.quantity.kind = "count";
  }
}

}  // namespace figmine::quantities
