// text/figures: figures as statements write them: "$ 47,004", "(13,476)", "$ (0.36)", "5.17%", "-" for none;
// and years among them. Tested by tests/unit/segment_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace figmine {

// White space within a text.
constexpr bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Reads figures up to `end`. Places are bytes of the text, which outlives it.
class FigureReader {
 public:
  FigureReader(std::string_view text, std::uint32_t end) : text_(text), end_(end) {}

  // The end of the figure that begins at `at`; `at` where none does.
  [[nodiscard]] std::uint32_t end_of_figure(std::uint32_t at) const;
  // Whether the figure shows itself as one: by groups, decimals, a currency or a bracket.
  [[nodiscard]] bool shows_as_figure(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_year(std::uint32_t at) const;
  // A year that no other digit follows, or that another year follows: "20232024".
  [[nodiscard]] bool is_year_alone(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t skip_gaps(std::uint32_t at) const;

 private:
  [[nodiscard]] bool is_digit_at(std::uint32_t at) const;
  template <std::size_t n>
  [[nodiscard]] std::uint32_t skip_one(std::uint32_t at, const std::array<std::string_view, n>& marks) const;
  [[nodiscard]] bool stands_apart(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t end_of_digits(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t end_of_number(std::uint32_t at) const;
  [[nodiscard]] bool is_group(std::uint32_t comma) const;
  [[nodiscard]] std::uint32_t end_of_percent(std::uint32_t at) const;
  [[nodiscard]] bool runs_on(std::uint32_t end) const;

  std::string_view text_;
  std::uint32_t end_;
};

}  // namespace figmine
