#include "feed/kinds.h"

#include <algorithm>
#include <utility>

namespace figmine {
namespace {

constexpr std::pair<std::string_view, FileKind> kExtensions[] = {
    {".txt", FileKind::kText},          {".text", FileKind::kText},       {".md", FileKind::kMarkdown},
    {".markdown", FileKind::kMarkdown}, {".html", FileKind::kHtml},       {".htm", FileKind::kHtml},
    {".xhtml", FileKind::kHtml},        {".jsonl", FileKind::kJsonLines}, {".ndjson", FileKind::kJsonLines},
    {".json", FileKind::kJson},         {".xml", FileKind::kXml},         {".rss", FileKind::kXml},
    {".atom", FileKind::kXml},          {".nitf", FileKind::kXml},        {".newsml", FileKind::kXml},
    {".eml", FileKind::kMail},          {".pdf", FileKind::kPdf},         {".zip", FileKind::kArchive},
    {".tar", FileKind::kArchive},       {".tgz", FileKind::kArchive},     {".tzst", FileKind::kArchive},
    {".gz", FileKind::kCompressed},     {".zst", FileKind::kCompressed}};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::size_t dot_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot <= begin ? name.size() : dot;
}

// An element of a feed or a news item begins in the head.
bool news_xml(std::string_view head) {
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || head[first] != '<') return false;
  constexpr std::string_view kRoots[] = {"<rss", "<feed", "<rdf:RDF", "<newsItem", "<newsMessage", "<nitf"};
  return std::any_of(std::begin(kRoots), std::end(kRoots),
                     [&](std::string_view root) { return head.find(root) != std::string_view::npos; });
}

}  // namespace

std::string extension_of(std::string_view name) { return lower(name.substr(dot_of(name))); }

std::string_view without_extension(std::string_view name) { return name.substr(0, dot_of(name)); }

FileKind kind_by_name(std::string_view name) {
  const std::string extension = extension_of(name);
  for (const auto& [known, kind] : kExtensions) {
    if (extension != known) continue;
    const bool tar = kind == FileKind::kCompressed && extension_of(without_extension(name)) == ".tar";
    return tar ? FileKind::kArchive : kind;
  }
  return FileKind::kUnknown;
}

FileKind kind_by_content(std::string_view head) {
  constexpr std::size_t kTarMark = 257;  // POSIX.1-1988 ustar header
  if (head.starts_with("%PDF-")) return FileKind::kPdf;
  if (head.starts_with("PK\x03\x04")) return FileKind::kArchive;
  if (head.starts_with("\x1F\x8B") || head.starts_with("(\xB5/\xFD")) return FileKind::kCompressed;
  if (head.size() > kTarMark && head.substr(kTarMark).starts_with("ustar")) return FileKind::kArchive;
  return news_xml(head) ? FileKind::kXml : FileKind::kUnknown;
}

}  // namespace figmine
