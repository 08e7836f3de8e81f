#include "feed/xml_tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "document/charset.h"

namespace figmine {
namespace {

// pugixml's walkers and writers need no stack, but what reads their output may.
constexpr int kDeepest = 500;

struct Visitor : pugi::xml_tree_walker {
  explicit Visitor(const std::function<bool(pugi::xml_node)>& function) : visit(function) {}
  bool for_each(pugi::xml_node& node) override { return node.type() != pugi::node_element || visit(node); }
  const std::function<bool(pugi::xml_node)>& visit;
};

struct TextCollector : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    return true;
  }
  std::string text;
};

struct DepthMeter : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node&) override { return depth() <= kDeepest; }
};

struct StringWriter : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
  std::string out;
};

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

Diagnostic broken(std::string_view text, const pugi::xml_parse_result& parsed) {
  Diagnostic problem =
      error(fmt::format("broken XML: {}", parsed.description()), "xmllint --noout FILE tells more");
  const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
  problem.line =
      1 + static_cast<int>(std::count(
              text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n'));
  return problem;
}

}  // namespace

Result<std::unique_ptr<pugi::xml_document>> parse_xml(std::string_view bytes) {
  const std::string text = decode(bytes, std::nullopt).text;
  auto document = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result parsed = document->load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) return broken(text, parsed);
  DepthMeter meter;
  if (!document->traverse(meter)) return error(fmt::format("XML elements more than {} deep", kDeepest));
  return document;
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name) {
  const std::string_view whole = parent.name();
  const std::size_t colon = whole.find(':');
  const std::string prefixed =
      colon == std::string_view::npos ? std::string() : std::string(whole.substr(0, colon + 1)).append(name);
  for (const pugi::xml_node child : parent.children()) {
    if (child.name() == name || (!prefixed.empty() && child.name() == prefixed)) return child;
  }
  return {};
}

pugi::xml_node child_of(pugi::xml_node parent, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) parent = child_of(parent, name);
  return parent;
}

void walk_elements(pugi::xml_node node, const std::function<bool(pugi::xml_node)>& visit) {
  Visitor visitor(visit);
  node.traverse(visitor);
}

std::string content_of(pugi::xml_node node) {
  TextCollector collector;
  node.traverse(collector);
  const bool blank = collector.text.find_first_not_of(" \t\r\n") == std::string::npos;
  return blank ? std::string() : std::move(collector.text);
}

std::optional<std::string> text_of(pugi::xml_node node) {
  std::string text = collapsed(content_of(node));
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::string markup_of(pugi::xml_node node) {
  StringWriter writer;
  node.print(writer, "", pugi::format_raw | pugi::format_no_declaration | pugi::format_no_empty_element_tags,
             pugi::encoding_utf8);
  return std::move(writer.out);
}

std::string inner_markup_of(pugi::xml_node node) {
  std::string out;
  for (const pugi::xml_node child : node.children()) out += markup_of(child);
  return out;
}

}  // namespace figmine
