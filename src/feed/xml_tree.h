// feed/xml_tree: what feeds and news items need of pugixml: parsing, look-up by local name, text, HTML.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "figmine/result.h"

namespace figmine {

// Any charset that document/charset knows. Errors: not well-formed, with the line.
[[nodiscard]] Result<std::unique_ptr<pugi::xml_document>> parse_xml(std::string_view bytes);

// "title" of "media:title".
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

// The first child of that name: as written, or with the prefix that `parent` has; null where none is.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node parent, std::string_view name);
// The first of the names down the tree: {"contentMeta", "headline"}.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node parent, std::initializer_list<std::string_view> path);

// Each element below `node` in document order until `visit` returns false.
void walk_elements(pugi::xml_node node, const std::function<bool(pugi::xml_node)>& visit);

// All text in it, white space collapsed; nothing where there is none.
[[nodiscard]] std::optional<std::string> text_of(pugi::xml_node node);
// All text in it as it stands; empty where it is only white space.
[[nodiscard]] std::string content_of(pugi::xml_node node);

// The element with all that is in it, as markup for an HTML reader (no "<p/>").
[[nodiscard]] std::string markup_of(pugi::xml_node node);
[[nodiscard]] std::string inner_markup_of(pugi::xml_node node);

}  // namespace figmine
