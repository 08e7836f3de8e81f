#include "base/terminal.h"

#include <utf8proc.h>

#include <vector>

#include "base/utf8.h"

namespace figmine {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr utf8proc_int32_t kReplacement = 0xFFFD;

struct Character {
  std::string_view bytes;
  std::size_t width = 0;
};

std::vector<Character> characters(std::string_view text) {
  std::vector<Character> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, read] = first_code_point(text.substr(at));
    const std::size_t size = read > 0 ? read : 1;
    const int width = read > 0 ? utf8proc_charwidth(static_cast<utf8proc_int32_t>(point)) : 1;
    out.push_back({text.substr(at, size), static_cast<std::size_t>(width > 0 ? width : 0)});
    at += size;
  }
  return out;
}

void append_printable(std::string& out, utf8proc_int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
      category == UTF8PROC_CATEGORY_ZP) {
    out += ' ';
    return;
  }
  // Embeddings, overrides and isolates would turn what follows around.
  if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)) return;
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(point, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// The end of the text, at most `columns` wide, with … before it where something was cut off.
std::string fit_end(std::string_view text, std::size_t columns) {
  if (width_of(text) <= columns) return std::string(text);
  const std::vector<Character> all = characters(text);
  std::size_t begin = all.size(), width = 1;
  while (begin > 0 && width + all[begin - 1].width <= columns) width += all[--begin].width;
  std::string out(kEllipsis);
  for (std::size_t i = begin; i < all.size(); ++i) out += all[i].bytes;
  return out;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [point, size] = first_code_point(text.substr(at));
    append_printable(out, size > 0 ? static_cast<utf8proc_int32_t>(point) : kReplacement);
    at += size > 0 ? size : 1;
  }
  return out;
}

std::size_t width_of(std::string_view printable_text) {
  std::size_t width = 0;
  for (const Character& character : characters(printable_text)) width += character.width;
  return width;
}

std::string fit(std::string_view printable_text, std::size_t columns) {
  if (width_of(printable_text) <= columns) return std::string(printable_text);
  std::string out;
  std::size_t width = 1;
  for (const Character& character : characters(printable_text)) {
    if (width + character.width > columns) break;
    width += character.width;
    out += character.bytes;
  }
  return out + std::string(kEllipsis);
}

Quote quote_around(std::string_view text, Span mark, std::size_t columns) {
  Quote out;
  out.mark = fit(printable(slice(text, mark)), columns);
  const std::string before = printable(text.substr(0, mark.begin)), after = printable(text.substr(mark.end));
  const std::size_t room = columns - width_of(out.mark);
  // What follows a figure tells more often what it is than what stands before; what one side leaves is the
  // other's.
  const std::size_t after_room = std::min(width_of(after), room / 2);
  out.before = fit_end(before, room - after_room);
  out.after = fit(after, room - width_of(out.before));
  return out;
}

std::string Style::wrap(std::string_view code, const std::string& text) const {
  if (!colour_ || text.empty()) return text;
  return "\x1b[" + std::string(code) + "m" + text + "\x1b[0m";
}

}  // namespace figmine
