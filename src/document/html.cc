// HTML -> text and blocks, through gumbo (the HTML5 parsing algorithm of the WHATWG). The article's text is
// kept; navigation, scripts, forms and footers are dropped; tables become rows with their header and caption.
#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <set>
#include <string>

#include "base/split.h"
#include "document/builder.h"
#include "document/html_metadata.h"
#include "document/read.h"

namespace figmine {
namespace {

constexpr int kMaxDepth = 400;  // of elements; deeper markup is flattened before parsing

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

// gumbo frees its tree by recursion: elements nested deeper than kMaxDepth lose their tags. Linear in the
// source.
std::string limit_depth(std::string_view source) {
  static const std::set<std::string_view> kVoid = {"area",  "base", "br",   "col",    "embed", "hr",  "img",
                                                   "input", "link", "meta", "source", "track", "wbr", "p",
                                                   "li",    "td",   "tr",   "th",     "option"};
  std::string out;
  out.reserve(source.size());
  int depth = 0;
  std::size_t at = 0;
  while (at < source.size()) {
    const std::size_t open = source.find('<', at);
    out.append(source.substr(at, open - at));
    if (open == std::string_view::npos) break;
    const bool closing = open + 1 < source.size() && source[open + 1] == '/';
    std::size_t end = open + (closing ? 2 : 1);
    while (end < source.size() && std::isalnum(static_cast<unsigned char>(source[end])) != 0) ++end;
    std::string name(source.substr(open + (closing ? 2 : 1), end - open - (closing ? 2 : 1)));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    bool keep = true;
    if (!name.empty() && !kVoid.contains(name)) {
      if (closing) {
        keep = depth <= kMaxDepth;
        depth = std::max(0, depth - 1);
      } else {
        keep = ++depth <= kMaxDepth;
      }
    }
    if (keep) {
      out += '<';
      at = open + 1;
    } else {
      const std::size_t close = source.find('>', end);
      out += ' ';
      at = close == std::string_view::npos ? source.size() : close + 1;
    }
  }
  return out;
}

bool is_dropped_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
      return true;
    default:
      return false;
  }
}

// Class names, ids and roles by which sites mark what is no article.
bool is_dropped_by_name(const GumboNode* node) {
  const std::string_view role = attribute(node, "role");
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" ||
      role == "complementary")
    return true;
  if (attribute(node, "hidden").data() != nullptr || attribute(node, "aria-hidden") == "true") return true;
  constexpr std::string_view kMarks[] = {
      "nav",     "navbar",     "navigation",  "menu",       "footer",   "site-footer",   "page-footer",
      "sidebar", "breadcrumb", "breadcrumbs", "cookie",     "cookies",  "cookie-banner", "share",
      "social",  "related",    "newsletter",  "subscribe",  "comments", "advert",        "ad",
      "promo",   "pagination", "skip-link",   "site-header"};
  for (const char* name : {"class", "id"}) {
    for (const std::string_view written : split(attribute(node, name), ' ')) {
      std::string word(written);
      std::transform(word.begin(), word.end(), word.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      for (const std::string_view mark : kMarks) {
        if (word == mark) return true;
      }
    }
  }
  return false;
}

int heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_TABLE:
      return true;
    default:
      return false;
  }
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hard = text.substr(i, 2) == "\xC2\xA0";
    if (hard || text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
      space = true;
      if (hard) ++i;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += text[i];
  }
  return out;
}

class HtmlReader {
 public:
  explicit HtmlReader(Document& document) : builder_(document) {}

  void read(const GumboNode* root) {
    const GumboNode* main = content_root(root);
    in_main_ = main != root;
    walk(main, 0, 0);
    builder_.close();
  }

 private:
  // <article>, <main> or role=main, where one holds much of the page's text; else the whole body.
  static const GumboNode* content_root(const GumboNode* root) {
    const GumboNode* best = root;
    std::size_t most = 0;
    std::size_t all = 0;
    search(root, 0, best, most, all);
    return most * 3 > all && most > 200 ? best : root;
  }

  static std::size_t search(const GumboNode* node, int depth, const GumboNode*& best, std::size_t& most,
                            std::size_t& all) {
    if (node->type == GUMBO_NODE_TEXT) {
      all += std::strlen(node->v.text.text);
      return std::strlen(node->v.text.text);
    }
    if (!is_element(node) || depth > 2 * kMaxDepth || is_dropped_tag(node->v.element.tag)) return 0;
    std::size_t text = 0;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      text += search(static_cast<const GumboNode*>(children.data[i]), depth + 1, best, most, all);
    const bool marked = node->v.element.tag == GUMBO_TAG_ARTICLE || node->v.element.tag == GUMBO_TAG_MAIN ||
                        attribute(node, "role") == "main";
    if (marked && text > most) {
      most = text;
      best = node;
    }
    return text;
  }

  void walk(const GumboNode* node, int depth, int list_depth) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA)
      return builder_.add(node->v.text.text);
    if (!is_element(node) || depth > 2 * kMaxDepth) return;
    const GumboTag tag = node->v.element.tag;
    if (is_dropped_tag(tag) || is_dropped_by_name(node) ||
        (!in_main_ && depth < 6 && (tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_HEADER)))
      return;
    if (tag == GUMBO_TAG_TABLE && read_table(node)) return;
    if (tag == GUMBO_TAG_BR) {
      builder_.add(" ");
      return;
    }
    const int level = heading_level(tag);
    if (level > 0) builder_.open(BlockKind::kHeading, level);
    if (tag == GUMBO_TAG_LI) builder_.open(BlockKind::kListItem, std::max(1, list_depth));
    if (tag == GUMBO_TAG_BLOCKQUOTE) builder_.open(BlockKind::kQuote, 0);
    const bool first_in_item =
        tag == GUMBO_TAG_P && node->parent != nullptr && is_element(node->parent) &&
        (node->parent->v.element.tag == GUMBO_TAG_LI || node->parent->v.element.tag == GUMBO_TAG_BLOCKQUOTE);
    if (is_block(tag) && !first_in_item) builder_.open(BlockKind::kParagraph, 0);
    const bool list = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      walk(static_cast<const GumboNode*>(children.data[i]), depth + 1, list_depth + (list ? 1 : 0));
    if (level > 0 || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE || is_block(tag)) builder_.close();
  }

  // ------------------------------------------------------------ tables

  struct Row {
    std::vector<std::string> cells;
    bool header = false;
    bool spans_all = false;
  };

  static void collect_text(const GumboNode* node, std::string& out, int depth) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
      out += node->v.text.text;
      return;
    }
    if (!is_element(node) || depth > 2 * kMaxDepth || is_dropped_tag(node->v.element.tag)) return;
    if (node->v.element.tag == GUMBO_TAG_BR || is_block(node->v.element.tag)) out += ' ';
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      collect_text(static_cast<const GumboNode*>(children.data[i]), out, depth + 1);
  }

  static void collect_rows(const GumboNode* node, bool head, std::vector<Row>& rows, std::string& caption,
                           int depth) {
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (!is_element(child) || depth > 4) continue;
      const GumboTag tag = child->v.element.tag;
      if (tag == GUMBO_TAG_CAPTION) collect_text(child, caption, 0);
      if (tag == GUMBO_TAG_TR) rows.push_back(read_row(child, head));
      if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT)
        collect_rows(child, tag == GUMBO_TAG_THEAD, rows, caption, depth + 1);
    }
  }

  static Row read_row(const GumboNode* node, bool head) {
    Row row;
    row.header = head;
    std::size_t heads = 0;
    std::size_t count = 0;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (!is_element(child) ||
          (child->v.element.tag != GUMBO_TAG_TD && child->v.element.tag != GUMBO_TAG_TH))
        continue;
      std::string text;
      collect_text(child, text, 0);
      text = squeeze(text);
      ++count;
      if (child->v.element.tag == GUMBO_TAG_TH && !text.empty()) ++heads;
      join_cell(row.cells, std::move(text), count == 1);
    }
    row.header = row.header || (heads > 1 && heads + 1 >= row.cells.size());
    row.spans_all = row.cells.size() == 1;
    return row;
  }

  // Filings put "$", ")" and "%" into cells of their own: they belong to the figure beside them. Empty
  // spacers are dropped, but for the first cell, which tells a header's corner.
  static void join_cell(std::vector<std::string>& cells, std::string text, bool first) {
    if (text.empty()) {
      if (first) cells.emplace_back();
      return;
    }
    const bool closes =
        text == ")" || text == "%" || text == ")%" || text == "pts" || text == "bps" || text == ") %";
    if (closes && cells.size() > 1) {
      cells.back() += text;
      return;
    }
    const bool after_sign =
        cells.size() > 1 && (cells.back() == "$" || cells.back() == "(" || cells.back() == "$(" ||
                             cells.back() == "€" || cells.back() == "£" || cells.back() == "US$");
    if (after_sign) {
      cells.back() += text;
      return;
    }
    cells.push_back(std::move(text));
  }

  static bool has_digit(const std::string& text) {
    return text.find_first_of("0123456789") != std::string::npos;
  }

  // A row of column heads: words, years or periods, and no amounts.
  static bool looks_like_header(const Row& row) {
    if (row.cells.size() < 2) return false;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      const std::string& cell = row.cells[i];
      if (cell.find_first_of("$€£%,") != std::string::npos && cell.find_first_of("0123456789") < 2)
        return false;
      const std::size_t letters = static_cast<std::size_t>(
          std::count_if(cell.begin(), cell.end(), [](unsigned char c) { return std::isalpha(c) != 0; }));
      const bool year = cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
      if (letters == 0 && !year && has_digit(cell)) return false;
    }
    return true;
  }

  bool read_table(const GumboNode* node) {
    std::vector<Row> rows;
    std::string caption;
    collect_rows(node, false, rows, caption, 0);
    std::erase_if(rows, [](const Row& row) {
      return row.cells.empty() ||
             std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& c) { return c.empty(); });
    });
    std::size_t wide = 0;
    std::size_t prose = 0;
    for (const Row& row : rows) {
      if (row.cells.size() >= 2) ++wide;
      for (const std::string& cell : row.cells) prose += cell.size() > 300 ? 1 : 0;
    }
    if (wide < 2 || prose > 0) return false;  // a layout table: its cells are read as paragraphs
    ++table_;
    caption = squeeze(caption);
    if (!caption.empty()) builder_.add_caption(caption, table_);
    bool body = false;
    for (Row& row : rows) {
      if (row.spans_all && !body) {
        builder_.add_caption(row.cells.front(), table_);
        continue;
      }
      const bool header = row.header || (!body && looks_like_header(row));
      body = body || !header;
      builder_.add_row(row.cells, table_, header);
    }
    builder_.open(BlockKind::kParagraph, 0);
    return true;
  }

  TextBuilder builder_;
  bool in_main_ = false;
  int table_ = -1;
};

}  // namespace

void read_html(std::string_view source, Document& document) {
  const std::string limited = limit_depth(source);
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, limited.data(), limited.size()),
      [](GumboOutput* tree) { gumbo_destroy_output(&kGumboDefaultOptions, tree); });
  read_html_metadata(output->root, document.metadata);
  HtmlReader(document).read(output->root);
}

}  // namespace figmine
