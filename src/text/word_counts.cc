#include "text/word_counts.h"

#include "base/ascii.h"
#include "base/lexer.h"

namespace figmine {
namespace {

std::string pair_of(std::string_view first, std::string_view second) {
  return std::string(first) + ' ' + std::string(second);
}

template <class Counts, class Key>
std::size_t value_in(const Counts& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

std::size_t WordCounts::of(std::string_view word) {
  count();
  return value_in(words_, word);
}

bool WordCounts::has_pair(std::string_view first, std::string_view second) {
  count();
  return pairs_.contains(pair_of(first, second));
}

bool WordCounts::has_other_spelling(std::string_view word) {
  count();
  return value_in(mixed_, fold(word)) > value_in(words_, word);
}

void WordCounts::count() {
  if (counted_) return;
  counted_ = true;
  std::string_view previous;
  for (std::size_t i = 0; i < text_.size();) {
    std::size_t end = i;
    while (end < text_.size() && is_letter_or_digit(text_[end])) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const std::string_view word = text_.substr(i, end - i);
    ++words_[word];
    if (has_inner_capital(word)) ++mixed_[fold(word)];
    if (!previous.empty() && previous.data() + previous.size() + 1 == word.data() && text_[i - 1] == ' ' &&
        is_upper(previous.front()))
      ++pairs_[pair_of(previous, word)];
    previous = word;
    i = end;
  }
}

}  // namespace figmine
