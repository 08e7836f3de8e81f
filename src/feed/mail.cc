#include "feed/mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/html_text.h"
#include "document/charset.h"
#include "feed/dates.h"
#include "feed/selection.h"
#include "feed/xml_tree.h"

namespace figmine {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

constexpr int kDeepest = 50;  // parts in parts

struct Body {
  std::string text;
  bool html = false;
};

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\xC2\xA0") == std::string_view::npos;
}

bool same_word(const char* text, const char* word) {
  return text != nullptr && g_ascii_strcasecmp(text, word) == 0;
}

// A part's bytes, base64 and quoted-printable undone.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const wrapper = g_mime_part_get_content(part);
  if (wrapper == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// A text part in UTF-8.
std::string text_of_part(GMimeObject* part) {
  const char* const charset = g_mime_object_get_content_type_parameter(part, "charset");
  // Mailers say "us-ascii" of what is not: the bytes prove better.
  const bool told = charset != nullptr && *charset != 0 && !same_word(charset, "us-ascii");
  return decode(content_of(GMIME_PART(part)), told ? std::optional<std::string>(charset) : std::nullopt).text;
}

bool is_text(GMimeObject* part, const char* subtype) {
  return GMIME_IS_PART(part) &&
         g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", subtype) != 0;
}

bool is_attachment(GMimeObject* part) {
  if (same_word(g_mime_object_get_disposition(part), "attachment")) return true;
  const bool body = is_text(part, "plain") || is_text(part, "html");
  return !body || g_mime_part_get_filename(GMIME_PART(part)) != nullptr;
}

// Plain paragraphs as HTML, to stand beside parts that are HTML.
std::string as_html(const Body& body) {
  if (body.html) return body.text;
  std::string out = "<p>" + html_text(body.text) + "</p>";
  for (std::size_t at = out.find("\n\n"); at != std::string::npos; at = out.find("\n\n", at + 7))
    out.replace(at, 2, "</p><p>");
  return out;
}

Body together(const std::vector<Body>& parts) {
  Body out;
  out.html = std::any_of(parts.begin(), parts.end(), [](const Body& part) { return part.html; });
  for (const Body& part : parts) {
    if (!out.text.empty()) out.text += "\n\n";
    out.text += out.html ? as_html(part) : part.text;
  }
  return out;
}

// Gathers the text of a mail and the parts that are files.
class Reader {
 public:
  Body body(GMimeObject* part, int depth = 0) {
    if (part == nullptr || depth > kDeepest) return {};
    if (GMIME_IS_MULTIPART(part)) return multipart(GMIME_MULTIPART(part), depth);
    if (!GMIME_IS_PART(part) || is_attachment(part)) {
      attached_.push_back(part);
      return {};
    }
    return {text_of_part(part), is_text(part, "html")};
  }

  std::vector<GMimeObject*>& attached() { return attached_; }

 private:
  Body multipart(GMimeMultipart* parts, int depth) {
    std::vector<Body> bodies;
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i) {
      Body read = body(g_mime_multipart_get_part(parts, i), depth + 1);
      if (!blank(read.text)) bodies.push_back(std::move(read));
    }
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    if (g_mime_content_type_is_type(type, "multipart", "alternative") == 0 || bodies.empty())
      return together(bodies);
    const auto plain = std::find_if(bodies.begin(), bodies.end(), [](const Body& one) { return !one.html; });
    return plain == bodies.end() ? std::move(bodies.front()) : std::move(*plain);
  }

  std::vector<GMimeObject*> attached_;
};

// The message owns the parts that are attached.
class Mail : public Container {
 public:
  Mail(FileEntry file, const std::string& bytes) : file_(std::move(file)) {
    static const bool ready = (g_mime_init(), true);
    static_cast<void>(ready);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(),
                             bytes.starts_with("From ") ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    message_.reset(g_mime_parser_construct_message(parser.get(), nullptr));
    // The parts are read from the stream later on: the message keeps it.
  }

  std::optional<Step> next() override {
    if (!begun_) return begin();
    while (at_ < reader_.attached().size()) {
      GMimeObject* const part = reader_.attached()[at_++];
      if (std::optional<FileEntry> entry = entry_of(part)) return std::move(*entry);
    }
    return std::nullopt;
  }

 private:
  std::optional<Step> begin() {
    begun_ = true;
    if (!message_)
      return failed(
          error("is no e-mail", "an .eml file begins with header lines such as Subject: and Date:"));
    Body body = reader_.body(g_mime_message_get_mime_part(message_.get()));
    date_ = date();
    if (blank(body.text)) {
      if (!reader_.attached().empty()) return next();
      return failed(error("the e-mail has no text"));
    }
    Article article;
    article.name = file_.name;
    article.source = file_.source;
    article.bytes = std::move(body.text);
    article.input = body.html ? Input::kHtml : Input::kText;
    article.info.published = date_;
    const char* const subject = g_mime_message_get_subject(message_.get());
    if (subject != nullptr && !blank(subject)) article.info.title = repair_utf8(subject).text;
    return article;
  }

  Step failed(Diagnostic problem) const {
    return FailedEntry{file_.name, file_.source, {std::move(problem)}};
  }

  std::optional<std::string> date() const {
    const char* const date = g_mime_object_get_header(GMIME_OBJECT(message_.get()), "Date");
    return date == nullptr ? std::nullopt : day_of(date);
  }

  std::optional<FileEntry> entry_of(GMimeObject* part) {
    std::string name = "attached-" + std::to_string(at_);
    std::string bytes;
    if (GMIME_IS_MESSAGE_PART(part)) {
      GMimeMessage* const inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
      if (inner == nullptr) return std::nullopt;
      char* const text = g_mime_object_to_string(GMIME_OBJECT(inner), nullptr);
      bytes = text;
      g_free(text);
      name += ".eml";
    } else if (GMIME_IS_PART(part)) {
      const char* const told = g_mime_part_get_filename(GMIME_PART(part));
      name = told == nullptr ? name + extension_of_type(part)
                             : safe_name(name + "-" + std::string(last_part(told)));
      bytes = content_of(GMIME_PART(part));
    } else {
      return std::nullopt;
    }
    return file_entry(name, std::move(bytes));
  }

  // The name without folders that a sender may have put before it.
  static std::string_view last_part(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
  }

  static std::string extension_of_type(GMimeObject* part) {
    if (is_text(part, "html")) return ".html";
    if (is_text(part, "plain")) return ".txt";
    GMimeContentType* const type = g_mime_object_get_content_type(part);
    return g_mime_content_type_is_type(type, "application", "pdf") != 0 ? ".pdf" : "";
  }

  FileEntry file_entry(const std::string& name, std::string bytes) const {
    FileEntry entry;
    entry.name = file_.name + "/" + name;
    entry.source = file_.source + "/" + name;
    entry.depth = file_.depth + 1;
    entry.info.published = date_;
    entry.expansion = file_.expansion;
    auto held = std::make_shared<std::string>(std::move(bytes));
    entry.open = [held]() -> Result<std::unique_ptr<ByteStream>> {
      return std::unique_ptr<ByteStream>(std::make_unique<MemoryStream>(std::move(*held)));
    };
    return entry;
  }

  FileEntry file_;
  Owned<GMimeMessage> message_;
  Reader reader_;
  std::optional<std::string> date_;
  std::size_t at_ = 0;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Container> open_mail(FileEntry file, const std::string& bytes) {
  return std::make_unique<Mail>(std::move(file), bytes);
}

}  // namespace figmine
