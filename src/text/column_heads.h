// text/column_heads: the heads of a statement's columns within a text, in one row or two: years and dates,
// and the stretches of time above them. Tested by tests/unit/segment_test.cc.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "figmine/span.h"
#include "ruleset/program.h"
#include "text/figures.h"

namespace figmine {

// Heads of columns, in one row or two: "Three months ended" above "2025" and "2024".
struct HeadRows {
  std::uint32_t begin = 0;
  std::vector<Span> above;
  std::vector<Span> days;  // "December 31," twice, where it stands behind all of those above
  std::vector<Span> columns;

  [[nodiscard]] std::uint32_t end() const;  // 0 where there are none
};

// Reads heads; years and dates up to the byte `end`. Words of heads come from the lexicons (head.end,
// head.scale, …). Text and program outlive it.
class HeadReader {
 public:
  HeadReader(std::string_view text, std::uint32_t end, const Program& program)
      : text_(text), program_(program), figures_(text, end) {}

  // The heads right before the name of a row: as many years or dates as it has figures.
  [[nodiscard]] std::optional<HeadRows> heads_in(Span name, std::size_t columns) const;
  // The same, or what may stand above years alone: "Three months ended".
  [[nodiscard]] HeadRows heads_of(Span span, std::size_t columns) const;
  // "2025", "September 30, 2025"
  [[nodiscard]] std::vector<Span> dates_in(Span name) const;
  [[nodiscard]] bool has_month(Span date) const;
  // "(in thousands)"
  [[nodiscard]] bool tells_scale(Span span) const;

 private:
  [[nodiscard]] bool is_word(Span span, std::string_view type) const;
  [[nodiscard]] bool is_month(Span span) const;
  void part_days(HeadRows& heads) const;
  [[nodiscard]] bool adjoin(const std::vector<Span>& dates) const;
  [[nodiscard]] std::uint32_t month_before(std::uint32_t floor, std::uint32_t year) const;
  [[nodiscard]] std::vector<Span> ends_in(Span region, std::size_t columns) const;
  [[nodiscard]] std::vector<Span> words_in(Span region) const;
  [[nodiscard]] std::uint32_t head_begin(std::uint32_t floor, std::uint32_t at) const;
  [[nodiscard]] std::uint32_t day_end(std::uint32_t at, std::uint32_t end) const;

  std::string_view text_;
  const Program& program_;
  FigureReader figures_;
};

}  // namespace figmine
