#include "text/cell_sorts.h"

#include <algorithm>
#include <cstddef>

#include "base/ascii.h"

namespace figmine {
namespace {

// Without brackets at the end: "$50 (free)".
std::string_view without_remark(std::string_view cell) {
  const std::size_t open = cell.find(" (");
  return cell.ends_with(')') && open != std::string_view::npos ? cell.substr(0, open) : cell;
}

// "$3.04", "+36.7%", "1,200", "(5)", "$3.5M": nearly nothing but digits.
bool is_number(std::string_view cell) {
  constexpr std::size_t kSmall = 3;  // letters of a unit
  std::size_t letters = 0;
  bool digit = false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    digit = digit || is_digit(c);
    letters += is_letter(c) ? 1 : 0;
    const bool ends = i + 1 == cell.size() || cell[i + 1] == ')';
    if ((!digit && is_letter(c)) || c == ' ' || c == '$' || (c == '%' && !ends)) return false;
  }
  return digit && letters <= kSmall;
}

// "$3.04", "$ 3.04", "€1,200", "(¥5)"
bool is_money(std::string_view cell) {
  const std::size_t sign = cell.find_first_not_of("(+-");
  if (sign == std::string_view::npos) return false;
  for (const std::string_view mark : {"$", "€", "£", "¥"}) {
    if (!cell.substr(sign).starts_with(mark)) continue;
    const std::size_t digits = cell.find_first_not_of(" \r\n", sign + mark.size());
    return digits != std::string_view::npos && is_number(cell.substr(digits));
  }
  return false;
}

bool is_length(std::string_view cell) {
  const std::size_t digits = cell.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos) return false;
  const std::size_t word = cell[digits] == ' ' ? digits + 1 : digits;
  constexpr std::size_t kShortest = 3;  // letters
  return cell.size() >= word + kShortest &&
         std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(word), cell.end(), is_letter);
}

bool is_nil(std::string_view cell) {
  for (const std::string_view dash : {"-", "--", "–", "—"}) {
    if (cell == dash) return true;
  }
  return false;
}

// A paragraph of a few words, and no sentence.
bool may_be_cell(std::string_view text, const Block& block, std::size_t longest) {
  const bool plain = block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading;
  return plain && block.span.end - block.span.begin <= longest && text[block.span.end - 1] != '.';
}

}  // namespace

bool is_figure(CellSort sort) { return sort > CellSort::kOdd; }

CellSort sort_of(std::string_view text) {
  const std::string_view cell = without_remark(text);
  if (is_nil(cell)) return CellSort::kNil;
  constexpr std::string_view kPlus = "+";
  const std::size_t plus = cell.find(kPlus, 1);
  if (plus != std::string_view::npos && is_money(cell.substr(0, cell.find_last_not_of(' ', plus - 1) + 1)) &&
      is_money(cell.substr(std::min(cell.size(), cell.find_first_not_of(' ', plus + 1)))))
    return CellSort::kSum;
  if (is_money(cell)) return CellSort::kMoney;
  if (is_number(cell)) return cell.ends_with('%') ? CellSort::kPercent : CellSort::kNumber;
  if (is_length(cell)) return CellSort::kLength;
  const auto blank = [](char c) { return !is_letter_or_digit(c) && static_cast<unsigned char>(c) < 0x80; };
  const bool odd = cell.starts_with('$') || std::all_of(cell.begin(), cell.end(), blank);
  return odd ? CellSort::kOdd : CellSort::kName;
}

CellSort sort_of(std::string_view text, const Block& block) {
  constexpr std::size_t kLongest = 60;  // bytes
  return may_be_cell(text, block, kLongest) ? sort_of(slice(text, block.span)) : CellSort::kNoCell;
}

bool may_name_row(std::string_view text, const Block& block) {
  constexpr std::size_t kLongest = 90;  // bytes
  return may_be_cell(text, block, kLongest) && sort_of(slice(text, block.span)) == CellSort::kName;
}

}  // namespace figmine
