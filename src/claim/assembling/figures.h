// claim/assembling/figures: the figures of a document in the making, and what several steps ask of the words
// beside them. Tested by tests/cases and the corpus.
#pragma once

#include "claim/draft.h"

namespace figmine::assembling {

// What every step works with. Made once a document; drafts are of its list, and an index is the place there.
class Figures {
 public:
  Figures(std::vector<Draft>& drafts, const ClaimInput& input) : drafts_(drafts), look_(input) {}
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  [[nodiscard]] Draft& operator[](std::size_t index) const { return drafts_[index]; }
  [[nodiscard]] std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] const Looker& look() const { return look_; }
  [[nodiscard]] const ClaimInput& input() const { return look_.input(); }
  [[nodiscard]] std::size_t index_of(const Draft& draft) const {
    return static_cast<std::size_t>(&draft - drafts_.data());
  }
  // The sentence that the draft stands in.
  [[nodiscard]] const Analysis& analysis(const Draft& draft) const {
    return input().analyses[draft.sentence];
  }

  // "wins only 55", "lost nearly 40": where the adverbs before the token begin.
  [[nodiscard]] std::uint32_t before_adverbs(const Analysis& a, std::uint32_t at) const;
  // Whether nothing but a comma, "and" or "or" stands between the tokens, and something does.
  [[nodiscard]] bool only_joins(std::uint32_t from, std::uint32_t to) const;
  // "lost 190 points": not said of what.
  [[nodiscard]] bool is_bare_point(const Quantity& quantity) const;

 private:
  std::vector<Draft>& drafts_;
  Looker look_;
};

// The point of an index, as it is written.
[[nodiscard]] Unit index_point(const std::string& text);

// The figure is no claim; `why` is what it is instead.
void reject(Draft& draft, std::string_view why);

}  // namespace figmine::assembling
