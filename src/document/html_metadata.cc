#include "document/html_metadata.h"

#include <string_view>

#include "base/calendar.h"

namespace figmine {
namespace {

constexpr int kMaxDepth = 900;

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

void set(std::optional<std::string>& field, std::string_view value) {
  if (!field && !value.empty()) field = std::string(value);
}

// "2025-11-19T16:20:00Z" -> "2025-11-19".
void set_date(std::optional<std::string>& field, std::string_view value) {
  const std::string_view day = value.substr(0, 10);
  if (!field && parse_iso_date(day)) field = std::string(day);
}

void read_meta(const GumboNode* node, Metadata& metadata, std::optional<std::string>& page_title) {
  std::string_view name = attribute(node, "property");
  if (name.empty()) name = attribute(node, "name");
  if (name.empty()) name = attribute(node, "itemprop");
  const std::string_view content = attribute(node, "content");
  if (name == "og:title" || name == "dc.title" || name == "DC.title") set(page_title, content);
  if (name == "article:published_time" || name == "date" || name == "datePublished" || name == "dc.date" ||
      name == "DC.date" || name == "pubdate" || name == "publish-date" || name == "og:published_time") {
    set_date(metadata.published, content);
  }
  if (name == "author" || name == "article:author" || name == "dc.creator") set(metadata.byline, content);
  if (name == "og:site_name") set(metadata.publisher, content);
  if (name == "og:url") set(metadata.url, content);
}

void walk(const GumboNode* node, Metadata& metadata, std::optional<std::string>& page_title, int depth) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > kMaxDepth) return;
  const GumboTag tag = node->v.element.tag;
  const GumboVector& children = node->v.element.children;
  if (tag == GUMBO_TAG_HTML) {
    const std::string_view language = attribute(node, "lang");
    if (!language.empty()) set(metadata.language, language.substr(0, language.find_first_of("-_")));
  }
  if (tag == GUMBO_TAG_META) read_meta(node, metadata, page_title);
  if (tag == GUMBO_TAG_TIME) set_date(metadata.published, attribute(node, "datetime"));
  if (tag == GUMBO_TAG_TITLE && children.length == 1 && depth < 4) {
    const auto* text = static_cast<const GumboNode*>(children.data[0]);
    if (text->type == GUMBO_NODE_TEXT) set(metadata.title, text->v.text.text);
  }
  for (unsigned i = 0; i < children.length; ++i)
    walk(static_cast<const GumboNode*>(children.data[i]), metadata, page_title, depth + 1);
}

}  // namespace

void read_html_metadata(const GumboNode* root, Metadata& metadata) {
  std::optional<std::string> page_title;
  walk(root, metadata, page_title, 0);
  if (page_title) metadata.title = page_title;  // og:title has no site name behind it
}

}  // namespace figmine
