// claim/assembling/kinds: kinds that only the measure tells: "a life expectancy of 81", "a sentiment index of
// 54", "lost 190 points". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Refines the kinds of points and bare numbers.
class Kinds {
 public:
  explicit Kinds(const Figures& figures)
      : figures_(figures), look_(figures.look()), input_(figures.input()) {}

  // After the measures. "2 points to 22%": points of a share are percentage points; of an index they are
  // its points. A bare number that measures nothing is no claim.
  void refine() const;

 private:
  [[nodiscard]] bool moves_share(std::size_t index, const std::string& head) const;
  void read_by_head(Draft& draft, const std::string& head) const;
  void read_by_level(std::size_t index) const;
  [[nodiscard]] bool tells_percent_again(std::size_t index) const;
  [[nodiscard]] static bool may_be_years(const Quantity& quantity);
  [[nodiscard]] std::string counted_by(const Draft& draft, const std::string& head) const;
  [[nodiscard]] bool is_labelled_plural(const Draft& draft, std::uint32_t noun) const;
  [[nodiscard]] static bool is_whole_thousand(const Quantity& quantity);
  [[nodiscard]] std::uint32_t noun_placed(TokenRange measure) const;
  [[nodiscard]] bool is_plural_subject(const Draft& draft, std::uint32_t noun) const;
  [[nodiscard]] std::optional<Unit> counted_unit(const std::string& noun) const;
  [[nodiscard]] bool tells_poll(const Draft& draft) const;
  [[nodiscard]] bool moves_rate(const Draft& draft, const std::string& head) const;
  [[nodiscard]] bool is_told_in_percent(std::size_t index) const;
  // Whether a semicolon stands between the two.
  [[nodiscard]] bool is_parted(const Draft& a, const Draft& b) const;
  [[nodiscard]] bool near_percent(std::size_t index) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::assembling
