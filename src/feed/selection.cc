#include "feed/selection.h"

#include <algorithm>

#include "document/charset.h"

namespace figmine {
namespace {

// The expression of the set that begins at `at` ("[!a-c]"); moves `at` to its last character.
std::string set_expression(std::string_view glob, std::size_t& at) {
  const std::size_t end = glob.find(']', at + 2);
  if (end == std::string_view::npos) return "\\[";
  std::string_view inside = glob.substr(at + 1, end - at - 1);
  at = end;
  std::string out = "[";
  if (inside.starts_with('!') || inside.starts_with('^')) {
    out += "^/";
    inside.remove_prefix(1);
  }
  for (const char c : inside) {
    if (c == '\\' || c == '[' || c == '^' || c == ']') out += '\\';
    out += c;
  }
  return out + "]";
}

// What the stars at `at` stand for; moves `at` to the last of them, or to the '/' behind "**/".
std::string star_expression(std::string_view glob, std::size_t& at) {
  if (!glob.substr(at).starts_with("**")) return "[^/]*";
  ++at;
  if (!glob.substr(at + 1).starts_with("/")) return ".*";
  ++at;
  return "(?:.*/)?";
}

std::string expression_of(std::string_view glob) {
  std::string out = glob.find('/') == std::string_view::npos ? "(?:.*/)?" : "";
  if (glob.starts_with('/')) glob.remove_prefix(1);
  int choices = 0;
  for (std::size_t at = 0; at < glob.size(); ++at) {
    const char c = glob[at];
    if (c == '*') {
      out += star_expression(glob, at);
    } else if (c == '?') {
      out += "[^/]";
    } else if (c == '[') {
      out += set_expression(glob, at);
    } else if (c == '{') {
      out += "(?:";
      ++choices;
    } else if (choices > 0 && (c == '}' || c == ',')) {
      out += c == ',' ? "|" : ")";
      if (c == '}') --choices;
    } else {
      out += RE2::QuoteMeta(re2::StringPiece(&c, 1));
    }
  }
  return "(?s)" + out + "(?:/.*)?";  // a folder's glob goes for what is in it
}

bool fits_any(const std::vector<std::shared_ptr<const RE2>>& globs, std::string_view path) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::shared_ptr<const RE2>& glob) {
    return RE2::FullMatch(re2::StringPiece(path.data(), path.size()), *glob);
  });
}

// The longest prefix of at most `size` bytes that ends between two characters.
std::string_view cut(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

// A part that is too long keeps its beginning and its extension.
std::string shortened(const std::string& part) {
  constexpr std::size_t kLongest = 200;  // of the 255 bytes of a name: the record's has more behind it
  constexpr std::size_t kExtension = 12;
  if (part.size() <= kLongest) return part;
  const std::size_t dot = part.rfind('.');
  const std::string extension =
      dot != std::string::npos && part.size() - dot <= kExtension ? part.substr(dot) : "";
  return std::string(cut(part, kLongest - extension.size())) + extension;
}

std::string safe_part(std::string_view part) {
  std::string out = repair_utf8(part).text;
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == ':') c = '_';
  }
  return shortened(out);
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

}  // namespace

Result<Selection> Selection::create(const std::vector<std::string>& include,
                                    const std::vector<std::string>& exclude) {
  Selection out;
  for (const auto& [globs, compiled] :
       {std::pair(&include, &out.include_), std::pair(&exclude, &out.exclude_)}) {
    for (const std::string& glob : *globs) {
      compiled->push_back(std::make_shared<const RE2>(expression_of(glob), RE2::Quiet));
      if (!compiled->back()->ok())
        return error("no glob: " + glob, "globs look like '*.txt' or 'wires/**/*.html'");
    }
  }
  return out;
}

bool Selection::excluded(std::string_view path) const { return fits_any(exclude_, path); }

bool Selection::wanted(std::string_view path) const {
  return !excluded(path) && (include_.empty() || fits_any(include_, path));
}

std::string safe_name(std::string_view path) {
  std::string out;
  for (const std::string_view part : parts_of(path)) out += (out.empty() ? "" : "/") + safe_part(part);
  return out;
}

bool hidden(std::string_view path) {
  const std::vector<std::string_view> parts = parts_of(path);
  return std::any_of(parts.begin(), parts.end(),
                     [](std::string_view part) { return part.starts_with('.') || part == "__MACOSX"; });
}

}  // namespace figmine
