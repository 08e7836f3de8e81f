#include "feed/xml_items.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/html_text.h"
#include "feed/dates.h"
#include "feed/xml_tree.h"

namespace figmine {
namespace {

// What was read of one item; `html` is its text, without the title where the title is apart from it.
struct NewsItem {
  ArticleInfo info;
  std::string id;
  std::string html;
};

// The first of the names that has text.
std::optional<std::string> first_text(pugi::xml_node parent, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::optional<std::string> text = text_of(child_of(parent, name))) return text;
  }
  return std::nullopt;
}

std::optional<std::string> day_in(const std::optional<std::string>& text) {
  return text ? day_of(*text) : std::nullopt;
}

// "en" of "en-GB", as pages give it; nothing for what is no code ("English").
std::optional<std::string> language_code(const std::optional<std::string>& told) {
  if (!told) return std::nullopt;
  const std::string code = told->substr(0, told->find_first_of("-_"));
  const bool letters = std::all_of(code.begin(), code.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letters && (code.size() == 2 || code.size() == 3) ? std::optional(code) : std::nullopt;
}

// "Eva Holm" of "By Eva Holm".
std::optional<std::string> author_in(std::optional<std::string> byline) {
  if (byline && (byline->starts_with("By ") || byline->starts_with("by "))) byline->erase(0, 3);
  return byline;
}

// xml:lang of the node or of what it lies in.
std::optional<std::string> language_of(pugi::xml_node node) {
  for (; node; node = node.parent()) {
    const std::string_view language = node.attribute("xml:lang").value();
    if (!language.empty()) return std::string(language);
  }
  return std::nullopt;
}

NewsItem rss_item(pugi::xml_node item) {
  NewsItem out;
  const pugi::xml_node channel =
      local_name(item.parent()) == "channel" ? item.parent() : child_of(item.parent(), "channel");
  out.info.title = first_text(item, {"title"});
  out.info.url = first_text(item, {"link"});
  out.info.published = day_in(first_text(item, {"pubDate", "dc:date"}));
  out.info.byline = first_text(item, {"dc:creator"});
  out.info.publisher = first_text(channel, {"title"});
  out.info.language = first_text(item, {"dc:language"});
  if (!out.info.language) out.info.language = first_text(channel, {"language", "dc:language"});
  out.id = first_text(item, {"guid"}).value_or("");
  for (const std::string_view name : {"content:encoded", "description"}) {
    if (out.html.empty()) out.html = content_of(child_of(item, name));
  }
  return out;
}

// An Atom text construct as HTML (RFC 4287, 3.1).
std::string atom_html(pugi::xml_node node) {
  const std::string_view type = node.attribute("type").value();
  if (type == "xhtml") return inner_markup_of(node);
  const std::string text = content_of(node);
  return type == "html" || type == "text/html" ? text : "<p>" + html_text(text) + "</p>";
}

std::optional<std::string> atom_link(pugi::xml_node entry) {
  for (const pugi::xml_node link : entry.children()) {
    if (local_name(link) != "link") continue;
    const std::string_view relation = link.attribute("rel").value();
    if (relation.empty() || relation == "alternate") return std::string(link.attribute("href").value());
  }
  return std::nullopt;
}

NewsItem atom_entry(pugi::xml_node entry) {
  NewsItem out;
  out.info.title = text_of(child_of(entry, "title"));
  out.info.url = atom_link(entry);
  out.info.published = day_in(first_text(entry, {"published", "updated"}));
  out.info.byline = text_of(child_of(entry, {"author", "name"}));
  out.info.publisher = text_of(child_of(entry.parent(), "title"));
  out.info.language = language_of(entry);
  out.id = first_text(entry, {"id"}).value_or("");
  const pugi::xml_node content = child_of(entry, "content");
  out.html = atom_html(text_of(content) ? content : child_of(entry, "summary"));
  return out;
}

// NITF's own element names in HTML's (NITF 3.x); the others are HTML's or stand for nothing.
void as_html(pugi::xml_node body) {
  constexpr std::array<std::pair<std::string_view, const char*>, 9> kNames = {{{"hl1", "h1"},
                                                                               {"hl2", "h2"},
                                                                               {"hedline", "div"},
                                                                               {"block", "div"},
                                                                               {"body.head", "div"},
                                                                               {"body.content", "div"},
                                                                               {"body.end", "div"},
                                                                               {"dateline", "p"},
                                                                               {"media-caption", "p"}}};
  std::vector<pugi::xml_node> left_out;
  walk_elements(body, [&](pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "media-reference" || name == "media-metadata" || name == "byline" || name == "distributor")
      left_out.push_back(node);
    for (const auto& [theirs, html] : kNames) {
      if (name == theirs) node.set_name(html);
    }
    return true;
  });
  // From the last: what lies in another goes before it.
  for (auto node = left_out.rbegin(); node != left_out.rend(); ++node) node->parent().remove_child(*node);
}

// The value of an attribute of the first of the elements that has it.
std::optional<std::string> norm_date(pugi::xml_node docdata, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const std::string_view norm = child_of(docdata, name).attribute("norm").value();
    if (!norm.empty()) return day_of(norm);
  }
  return std::nullopt;
}

NewsItem nitf(pugi::xml_node root) {
  NewsItem out;
  const pugi::xml_node body = child_of(root, "body");
  const pugi::xml_node head = child_of(body, "body.head");
  const pugi::xml_node docdata = child_of(root, {"head", "docdata"});
  out.info.title = text_of(child_of(head, {"hedline", "hl1"}));
  if (!out.info.title) out.info.title = text_of(child_of(root, {"head", "title"}));
  out.info.byline = author_in(text_of(child_of(head, "byline")));
  out.info.publisher = text_of(child_of(head, "distributor"));
  out.info.published = norm_date(docdata, {"date.issue", "date.release"});
  out.info.language = language_of(root);
  out.id = child_of(docdata, "doc-id").attribute("id-string").value();
  as_html(body);
  out.html = inner_markup_of(body);
  return out;
}

// The first rendition of the item that is text.
void read_renditions(pugi::xml_node content_set, NewsItem& out) {
  for (const pugi::xml_node rendition : content_set.children()) {
    if (!out.html.empty()) return;
    if (local_name(rendition) == "inlineData") {
      out.html = "<p>" + html_text(content_of(rendition)) + "</p>";
    } else if (local_name(rendition) == "inlineXML") {
      const pugi::xml_node root =
          rendition.find_child([](pugi::xml_node node) { return node.type() == pugi::node_element; });
      if (local_name(root) != "nitf") {
        const pugi::xml_node page = local_name(root) == "html" ? child_of(root, "body") : root;
        if (text_of(page)) out.html = inner_markup_of(page);
        continue;
      }
      NewsItem inner = nitf(root);
      out.html = std::move(inner.html);
      if (!out.info.title) out.info.title = inner.info.title;
      if (!out.info.byline) out.info.byline = inner.info.byline;
    }
  }
}

NewsItem newsml_item(pugi::xml_node item) {
  NewsItem out;
  const pugi::xml_node about = child_of(item, "itemMeta");
  const pugi::xml_node content = child_of(item, "contentMeta");
  out.id = item.attribute("guid").value();
  out.info.title = first_text(content, {"headline"});
  if (!out.info.title) out.info.title = first_text(about, {"title"});
  out.info.byline = author_in(first_text(content, {"by"}));
  out.info.published = day_in(first_text(about, {"versionCreated", "firstCreated"}));
  const pugi::xml_node provider = child_of(about, "provider");
  out.info.publisher = text_of(provider);
  if (!out.info.publisher && provider.attribute("literal"))
    out.info.publisher = provider.attribute("literal").value();
  const std::string_view tag = child_of(content, "language").attribute("tag").value();
  out.info.language = tag.empty() ? language_of(item) : std::optional(std::string(tag));
  read_renditions(child_of(item, "contentSet"), out);
  return out;
}

// The title stands above the text, as readers of the feed see it, unless an element of the text is the title.
std::string page_of(const NewsItem& item) {
  const std::string title = html_text(item.info.title.value_or(""));
  if (title.empty() || item.html.find(">" + title + "<") != std::string::npos) return item.html;
  return "<h1>" + title + "</h1>\n" + item.html;
}

using ItemReader = NewsItem (*)(pugi::xml_node);

class XmlItems : public Container {
 public:
  XmlItems(FileEntry file, std::unique_ptr<pugi::xml_document> document, std::vector<pugi::xml_node> items,
           ItemReader read, bool alone)
      : file_(std::move(file)),
        document_(std::move(document)),
        items_(std::move(items)),
        read_(read),
        alone_(alone) {}

  std::optional<Step> next() override {
    if (at_ == items_.size()) return std::nullopt;
    const NewsItem item = read_(items_[at_++]);
    std::string name = alone_ ? file_.name : numbered(file_.name, at_);
    if (item.html.empty() && !item.info.title) {
      return FailedEntry{
          std::move(name),
          file_.source,
          {error(alone_ ? "the item holds no text" : "item " + std::to_string(at_) + " holds no text")}};
    }
    Article article;
    article.name = std::move(name);
    article.source = alone_ ? file_.source : numbered(file_.source, at_);
    article.bytes = page_of(item);
    article.input = Input::kHtml;
    article.id = item.id;
    article.info = item.info;
    article.info.language = language_code(item.info.language);
    if (!article.info.published) article.info.published = file_.info.published;
    return article;
  }

 private:
  FileEntry file_;
  std::unique_ptr<pugi::xml_document> document_;
  std::vector<pugi::xml_node> items_;
  ItemReader read_;
  bool alone_;
  std::size_t at_ = 0;
};

struct Form {
  std::string_view root;
  std::string_view item;  // the same as the root: the document is the item
  ItemReader read;
};

constexpr Form kForms[] = {{"rss", "item", &rss_item},
                           {"RDF", "item", &rss_item},
                           {"feed", "entry", &atom_entry},
                           {"entry", "entry", &atom_entry},
                           {"newsMessage", "newsItem", &newsml_item},
                           {"newsItem", "newsItem", &newsml_item},
                           {"nitf", "nitf", &nitf}};

std::vector<pugi::xml_node> items_of(pugi::xml_node root, const Form& form) {
  if (form.root == form.item) return {root};
  std::vector<pugi::xml_node> items;
  walk_elements(root, [&](pugi::xml_node node) {
    if (local_name(node) == form.item) items.push_back(node);
    return true;
  });
  return items;
}

}  // namespace

Result<XmlFile> open_xml(FileEntry file, std::string_view bytes) {
  Result<std::unique_ptr<pugi::xml_document>> parsed = parse_xml(bytes);
  if (!parsed) return parsed.errors();
  std::unique_ptr<pugi::xml_document> document = std::move(parsed).value();
  const pugi::xml_node root = document->document_element();
  XmlFile out;
  out.root = local_name(root);
  for (const Form& form : kForms) {
    if (local_name(root) != form.root) continue;
    std::vector<pugi::xml_node> items = items_of(root, form);
    out.items = std::make_unique<XmlItems>(std::move(file), std::move(document), std::move(items), form.read,
                                           form.root == form.item);
    break;
  }
  return out;
}

}  // namespace figmine
