// Markdown -> text and blocks, through md4c (CommonMark 0.30 with tables). Links give their text; images and
// raw HTML are dropped.
#include <md4c.h>

#include "document/builder.h"
#include "document/read.h"

namespace figmine {
namespace {

struct MarkdownState {
  TextBuilder builder;
  int list_depth = 0;
  int images = 0;
  int quote_depth = 0;
  bool item_open = false;
  bool in_table = false;
  bool header = false;
  int table = -1;
  std::vector<std::string> cells;
};

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  auto& state = *static_cast<MarkdownState*>(user);
  switch (type) {
    case MD_BLOCK_H:
      state.builder.open(BlockKind::kHeading,
                         static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      ++state.list_depth;
      break;
    case MD_BLOCK_LI:
      state.builder.open(BlockKind::kListItem, state.list_depth);
      state.item_open = true;
      break;
    case MD_BLOCK_QUOTE:
      ++state.quote_depth;
      break;
    case MD_BLOCK_P:
      if (!state.item_open)
        state.builder.open(state.quote_depth > 0 ? BlockKind::kQuote : BlockKind::kParagraph, 0);
      state.item_open = false;
      break;
    case MD_BLOCK_TABLE:
      ++state.table;
      state.in_table = true;
      break;
    case MD_BLOCK_THEAD:
      state.header = true;
      break;
    case MD_BLOCK_TR:
      state.cells.clear();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      state.cells.emplace_back();
      break;
    default:
      break;
  }
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  auto& state = *static_cast<MarkdownState*>(user);
  switch (type) {
    case MD_BLOCK_QUOTE:
      --state.quote_depth;
      state.builder.close();
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      --state.list_depth;
      state.builder.close();
      break;
    case MD_BLOCK_TABLE:
      state.in_table = false;
      break;
    case MD_BLOCK_THEAD:
      state.header = false;
      break;
    case MD_BLOCK_TR:
      if (!state.cells.empty()) state.builder.add_row(state.cells, state.table, state.header);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      break;
    default:
      state.builder.close();
      state.item_open = false;
      break;
  }
  return 0;
}

int enter_span(MD_SPANTYPE type, void*, void* user) {
  if (type == MD_SPAN_IMG) ++static_cast<MarkdownState*>(user)->images;
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
  if (type == MD_SPAN_IMG) --static_cast<MarkdownState*>(user)->images;
  return 0;
}

std::string entity_text(std::string_view entity) {
  constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""}, {"&nbsp;", " "},
      {"&ndash;", "–"}, {"&mdash;", "—"}, {"&rsquo;", "’"}, {"&euro;", "€"},  {"&pound;", "£"}};
  for (const auto& [name, characters] : kEntities) {
    if (entity == name) return std::string(characters);
  }
  return std::string(entity);
}

// "~~struck out~~" loses its marks and keeps its text. A single tilde stays: in news it means "about"
// ("~1,000"), though GitHub's Markdown, and so md4c's MD_FLAG_STRIKETHROUGH, would let a pair of those strike
// text out as well.
std::string without_strike_marks(std::string_view piece) {
  constexpr std::string_view kMark = "~~";
  std::string text;
  for (auto mark = piece.find(kMark); mark != std::string_view::npos; mark = piece.find(kMark)) {
    text += piece.substr(0, mark);
    piece.remove_prefix(mark + kMark.size());
  }
  return text += piece;
}

int text(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user) {
  auto& state = *static_cast<MarkdownState*>(user);
  if (state.images > 0 || type == MD_TEXT_HTML) return 0;
  const std::string_view source(characters, size);
  std::string piece = type == MD_TEXT_NORMAL ? without_strike_marks(source) : std::string(source);
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) piece = " ";
  if (type == MD_TEXT_NULLCHAR) piece = "\xEF\xBF\xBD";
  if (type == MD_TEXT_ENTITY) piece = entity_text(piece);
  if (state.in_table && !state.cells.empty()) {
    state.cells.back() += piece;
  } else {
    state.builder.add(piece);
  }
  return 0;
}

}  // namespace

void read_markdown(std::string_view source, Document& document) {
  MarkdownState state{.builder = TextBuilder(document, TextBuilder::Gaps::kWide), .cells = {}};
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = text;
  md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &state);
  state.builder.close();
}

}  // namespace figmine
