// text/word_counts: how often an article has a word, as evidence of where words ran together. Tested by
// tests/unit/segment_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace figmine {

// One article's, whose text must outlive it. Not thread-safe: the words are counted when first asked for.
class WordCounts {
 public:
  explicit WordCounts(std::string_view text) : text_(text) {}

  // Of the word as written: a run of ASCII letters and digits.
  [[nodiscard]] std::size_t of(std::string_view word);
  // Whether the two stand side by side with one space between, the first with a capital.
  [[nodiscard]] bool has_pair(std::string_view first, std::string_view second);
  // "HaldenXYZ" in an article that has "HaldenXyz" more often: a name with capitals inside.
  [[nodiscard]] bool has_other_spelling(std::string_view word);

 private:
  void count();

  std::string_view text_;
  bool counted_ = false;
  std::unordered_map<std::string_view, std::size_t> words_;
  std::unordered_map<std::string, std::size_t> pairs_;
  std::unordered_map<std::string, std::size_t> mixed_;  // words with capitals inside, folded
};

}  // namespace figmine
