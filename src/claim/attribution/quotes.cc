#include "claim/attribution/quotes.h"

#include <algorithm>

namespace figmine::attribution {

bool Quotes::any_in(TokenRange range) const {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (is_quoted(token)) return true;
  }
  return false;
}

bool Quotes::are_before(const Speech& speech) const {
  const std::uint32_t start = input_.analyses[speech.sentence].range.begin;
  std::uint32_t token = speech.whole.begin;
  while (token > start && look_.form(token - 1).is(Shape::kPunct) && !is_quoted(token - 1)) --token;
  return token > start && is_quoted(token - 1);
}

bool Quotes::open(std::uint32_t block) const {
  const TokenRange words = words_of(block);
  return !words.empty() && look_.form(words.begin).is(Shape::kPunct) && is_quoted(words.begin);
}

bool Quotes::close(std::uint32_t block) const {
  const TokenRange words = words_of(block);
  return !words.empty() && is_quoted(words.end - 1);
}

TokenRange Quotes::words_of(std::uint32_t block) const {
  const auto [from, to] = places_of(block);
  if (from == to) return {};
  return {input_.analyses[from].range.begin, input_.analyses[to - 1].range.end};
}

std::pair<std::size_t, std::size_t> Quotes::places_of(std::uint32_t block) const {
  const std::vector<Sentence>& sentences = input_.text.sentences;
  const auto from = std::partition_point(sentences.begin(), sentences.end(),
                                         [&](const Sentence& s) { return s.block < block; });
  const auto to =
      std::partition_point(from, sentences.end(), [&](const Sentence& s) { return s.block == block; });
  return {static_cast<std::size_t>(from - sentences.begin()),
          static_cast<std::size_t>(to - sentences.begin())};
}

}  // namespace figmine::attribution
