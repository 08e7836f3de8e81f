#include "document/read.h"

#include <fmt/format.h>

#include <algorithm>

#include "document/charset.h"

namespace figmine {
namespace {

std::string lower_extension(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string::npos || path.find('/', dot) != std::string::npos) return {};
  std::string out = path.substr(dot + 1);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool looks_like_html(std::string_view text) {
  constexpr std::size_t kHead = 1024;
  std::string head(text.substr(0, kHead));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || head[first] != '<') return false;
  for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body", "<div", "<article", "<p>",
                                      "<table", "<?xml", "<meta", "<!--"}) {
    if (head.find(mark) != std::string::npos) return true;
  }
  return false;
}

InputFormat format_of(std::string_view text, const ReadOptions& options) {
  if (options.format != InputFormat::kAuto) return options.format;
  const std::string extension = lower_extension(options.path);
  if (extension == "html" || extension == "htm" || extension == "xhtml") return InputFormat::kHtml;
  if (extension == "md" || extension == "markdown") return InputFormat::kMarkdown;
  if (extension == "txt" || extension == "text") return InputFormat::kText;
  return looks_like_html(text) ? InputFormat::kHtml : InputFormat::kText;
}

}  // namespace

Result<Document> read_document(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) {
    return error(
        fmt::format("the input has {} bytes, more than the limit of {}", bytes.size(), options.max_bytes),
        "split it into articles");
  }
  if (const std::string_view kind = binary_kind(bytes); !kind.empty()) {
    return error(fmt::format("not a text: {}", kind), "give plain text, Markdown, HTML or JSON Lines");
  }
  Decoded decoded = decode(bytes, options.charset);
  if (decoded.text.find_first_not_of(" \t\r\n\v\f") == std::string::npos)
    return error("the input is empty", "an article needs some text");
  Document document;
  document.charset = decoded.charset;
  document.warnings = std::move(decoded.warnings);
  switch (format_of(decoded.text, options)) {
    case InputFormat::kHtml:
      document.media_type = "text/html";
      read_html(decoded.text, document);
      break;
    case InputFormat::kMarkdown:
      document.media_type = "text/markdown";
      read_markdown(decoded.text, document);
      break;
    case InputFormat::kText:
    case InputFormat::kAuto:
      document.media_type = "text/plain";
      document.text = std::move(decoded.text);
      read_plain_text(document);
      break;
  }
  if (document.text.find_first_not_of(" \t\r\n") == std::string::npos)
    return error("the input has no readable text", "only markup was found");
  return document;
}

}  // namespace figmine
