#include "text/table_heads.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/table_blocks.h"

namespace figmine {
namespace {

bool is_short(const Block& block) { return block.span.end - block.span.begin <= 200; }

bool is_plain(const Block& block) {
  return block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeading;
}

// "Vexa sold 5 millions of them.", unlike "(in thousands.)".
bool is_sentence(std::string_view words) { return words.ends_with('.') && !words.starts_with('('); }

std::uint32_t end_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

HeadRows TableHeads::take(std::size_t columns, std::vector<Block>& out) {
  constexpr std::size_t kBlocks = 5;
  constexpr std::uint32_t kRest = 40;  // bytes: "ASSETS", "(Unaudited)"
  std::size_t first = out.size();
  while (first > 0 && out.size() - first < kBlocks && is_plain(out[first - 1]) && is_short(out[first - 1]))
    --first;
  if (first == out.size()) return {};
  const Span span{out[first].span.begin, out.back().span.end};
  const HeadRows heads = reader_.heads_of(span, columns);
  const std::uint32_t end = heads.end();
  if (end == 0 || span.end - end > kRest) return {};
  const std::vector<Block> taken(out.begin() + static_cast<long>(first), out.end());
  out.resize(first);
  for (const Block& block : taken) {
    push_paragraphs(text_, block.kind, {block.span.begin, std::min(block.span.end, heads.begin)}, out);
    if (block.span.end > end)
      push_paragraphs(text_, block.kind, {std::max(block.span.begin, end), block.span.end}, behind_heads_);
  }
  return heads;
}

void TableHeads::set_above(HeadRows& heads, std::size_t columns, std::vector<Block>& out) {
  const std::size_t own = heads.above.size();
  if (own == 1 && columns % 2 != 0) return;
  const std::vector<Span> before = take(columns, out).above;
  if (columns % std::max<std::size_t>(before.size() + own, 1) != 0) return;
  heads.above.insert(heads.above.begin(), before.begin(), before.end());
}

void TableHeads::push(const HeadRows& heads, int table, std::vector<Block>& out) {
  std::vector<Block> rows = std::exchange(behind_heads_, {});
  for (const std::vector<Span>* row : {&heads.above, &heads.days, &heads.columns}) {
    if (row->empty()) continue;
    const Span corner{row->front().begin, row->front().begin};
    push_row(corner, *row, table, true, rows);
  }
  std::sort(rows.begin(), rows.end(),
            [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
  std::move(rows.begin(), rows.end(), std::back_inserter(out));
}

void TableHeads::mark_caption(int table, std::vector<Block>& out, std::size_t between) const {
  for (std::size_t i = out.size();
       i-- > 0 && out.size() - i <= between + 1 && is_plain(out[i]) && is_short(out[i]);) {
    if (!reader_.tells_scale(out[i].span) || is_sentence(slice(text_, out[i].span))) continue;
    out[i].kind = BlockKind::kCaption;
    out[i].table = table;
    return;
  }
}

void mark_caption(std::string_view text, const Program& program, int table, std::vector<Block>& out) {
  TableHeads(text, HeadReader(text, end_of(text), program)).mark_caption(table, out);
}

void take_heads(std::string_view text, const Program& program, std::size_t columns, int table,
                std::vector<Block>& out) {
  const HeadReader reader(text, end_of(text), program);
  TableHeads heads(text, reader);
  const HeadRows rows = heads.take(columns, out);
  heads.mark_caption(table, out, rows.columns.empty() ? 2 * columns + 1 : 1);
  heads.push(rows, table, out);
}

}  // namespace figmine
