#include "text/cell_splitter.h"

#include <utility>

#include "base/ascii.h"
#include "text/cell_sorts.h"

namespace figmine {
namespace {

class CellSplitter {
 public:
  CellSplitter(std::string_view text, std::vector<Block> blocks) : text_(text), blocks_(std::move(blocks)) {}

  std::vector<Block> run() {
    std::vector<Block> out;
    out.reserve(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::uint32_t joint = joint_of(i);
      if (joint > 0) {
        Block left = blocks_[i];
        left.span.end = trimmed_end({blocks_[i].span.begin, joint});
        out.push_back(std::move(left));
        blocks_[i].span.begin = joint;
      }
      if (!out.empty() && belongs_to(out.back(), blocks_[i])) {
        out.back().span.end = blocks_[i].span.end;
      } else {
        out.push_back(std::move(blocks_[i]));
      }
    }
    return out;
  }

 private:
  // "$" and the figure behind it, a figure and the "%" behind it.
  [[nodiscard]] bool belongs_to(const Block& left, const Block& right) const {
    const CellSort first = sort_of(text_, left);
    const CellSort second = sort_of(text_, right);
    const std::string_view sign = slice(text_, left.span);
    const bool currency = sign == "$" || sign == "€" || sign == "£" || sign == "¥";
    return (currency && first == CellSort::kOdd && second == CellSort::kNumber) ||
           (first == CellSort::kNumber && second == CellSort::kOdd && slice(text_, right.span) == "%");
  }

  [[nodiscard]] CellSort sort(std::size_t i) const {
    return i < blocks_.size() ? sort_of(text_, blocks_[i]) : CellSort::kNoCell;
  }

  // Where the block is to be cut; 0 where it is one cell or no cell.
  [[nodiscard]] std::uint32_t joint_of(std::size_t i) const {
    const bool table =
        opens_with_figure(i + 1) && (opens_with_figure(i + 2) || (i > 0 && opens_with_figure(i - 1)));
    if (const std::uint32_t joint = joint_of_figures(i); joint > 0 && table) return joint;
    const bool heads = sort(i + 1) == CellSort::kName && sort(i + 2) == CellSort::kName;
    return heads ? head_behind_colon(blocks_[i]) : 0;
  }

  [[nodiscard]] bool opens_with_figure(std::size_t i) const {
    if (sort(i) == CellSort::kNoCell) return false;
    const char first = text_[blocks_[i].span.begin];
    return is_digit(first) || first == '$';
  }

  // "3%$200", "2 Days$500 + $17", "Daily rate $50"
  [[nodiscard]] std::uint32_t joint_of_figures(std::size_t i) const {
    const Span span = blocks_[i].span;
    if (sort(i) != CellSort::kName && sort(i) != CellSort::kOdd) return 0;
    for (std::uint32_t at = span.begin + 1; at < span.end; ++at) {
      const bool glued = text_[at] == '$' && (is_letter(text_[at - 1]) || text_[at - 1] == '%');
      const bool apart = text_[at] == '$' && text_[at - 1] == ' ' && is_letter(text_[at - 2]);
      if (!glued && !apart) continue;
      const CellSort left = sort_of(slice(text_, {span.begin, trimmed_end({span.begin, at})}));
      const CellSort right = sort_of(slice(text_, {at, span.end}));
      const bool head = apart && left == CellSort::kName && i > 0 && sort(i - 1) == CellSort::kName;
      const bool cell = glued && (is_figure(left) || left == CellSort::kOdd);
      if (is_figure(right) && (head || cell)) return at;
    }
    return 0;
  }

  [[nodiscard]] std::uint32_t head_behind_colon(const Block& block) const {
    constexpr std::uint32_t kLongest = 40;  // bytes
    const std::string_view all = slice(text_, block.span);
    const std::size_t colon = all.rfind(':');
    const bool plain = block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading;
    if (!plain || colon == std::string_view::npos || colon == 0 || colon + 1 >= all.size() ||
        all.size() - colon > kLongest)
      return 0;
    return is_upper(all[colon + 1]) && is_letter(all[colon - 1])
               ? block.span.begin + static_cast<std::uint32_t>(colon) + 1
               : 0;
  }

  [[nodiscard]] std::uint32_t trimmed_end(Span span) const {
    while (span.end > span.begin && text_[span.end - 1] == ' ') --span.end;
    return span.end;
  }

  std::string_view text_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> split_cells(std::string_view text, std::vector<Block> blocks) {
  return CellSplitter(text, std::move(blocks)).run();
}

}  // namespace figmine
