#include "document/charset.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace figmine {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

constexpr Mark kMarks[] = {{std::string_view("\xEF\xBB\xBF", 3), "UTF-8"},
                           {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                           {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                           {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
                           {std::string_view("\xFE\xFF", 2), "UTF-16BE"}};

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string standard_name(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getStandardName(charset.c_str(), "IANA", &status);
  return U_SUCCESS(status) && name != nullptr ? name : charset;
}

// <meta charset=…>, http-equiv, <?xml encoding=…> within the first bytes.
std::optional<std::string> declared_in(std::string_view bytes) {
  static const RE2 kDeclaration(
      R"((?i)<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9_.:-]+))",
      RE2::Latin1);
  constexpr std::size_t kHead = 2048;
  std::string meta;
  std::string xml;
  const std::string_view head = bytes.substr(0, kHead);
  if (!RE2::PartialMatch(re2::StringPiece(head.data(), head.size()), kDeclaration, &meta, &xml))
    return std::nullopt;
  return meta.empty() ? xml : meta;
}

std::string detect(std::string_view bytes) {
  constexpr std::size_t kEnough = 65536;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  if (U_FAILURE(status)) return "windows-1252";
  const std::string_view head = bytes.substr(0, kEnough);
  ucsdet_setText(detector.get(), head.data(), static_cast<int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || name == nullptr) return "windows-1252";
  const std::string found = name;
  // Bytes that are no UTF-8 were excluded before; ISO 8859-1 in the wild is Windows-1252 (WHATWG Encoding).
  return found == "UTF-8" || found == "ISO-8859-1" ? "windows-1252" : found;
}

// UTF-16 without a mark: every second byte of Latin text is NUL.
std::optional<std::string> wide_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 400);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t half = head.size() / 2;
  if (half < 2) return std::nullopt;
  if (odd > half * 7 / 10 && even < half / 10) return "UTF-16LE";
  if (even > half * 7 / 10 && odd < half / 10) return "UTF-16BE";
  return std::nullopt;
}

Decoded as_utf8(std::string_view bytes) {
  Repair repaired = repair_utf8(bytes);
  Decoded out{std::move(repaired.text), "UTF-8", {}};
  if (repaired.replaced > 0) {
    out.warnings.push_back(fmt::format("invalid UTF-8 at byte {}; {} places replaced by U+FFFD",
                                       repaired.first, repaired.replaced));
  }
  return out;
}

Decoded converted(std::string_view bytes, const std::string& charset) {
  if (std::optional<std::string> text = convert(bytes, charset)) {
    Repair valid = repair_utf8(*text);
    return {std::move(valid.text), standard_name(charset), {}};
  }
  Decoded out = as_utf8(bytes);
  out.warnings.push_back("unknown charset '" + charset + "'; read as UTF-8");
  return out;
}

}  // namespace

Repair repair_utf8(std::string_view bytes) {
  Repair out;
  out.text.reserve(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<int32_t>(bytes.size());
  int32_t valid = 0;  // where the bytes begin that are valid and not yet taken
  const auto take_to = [&](int32_t end) {
    out.text.append(bytes.substr(static_cast<std::size_t>(valid), static_cast<std::size_t>(end - valid)));
  };
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 code = 0;
    U8_NEXT(data, at, size, code);
    if (code >= 0) continue;
    take_to(begin);
    valid = at;
    if (out.replaced++ == 0) out.first = static_cast<std::size_t>(begin);
    out.text += "\xEF\xBF\xBD";
  }
  take_to(size);
  return out;
}

std::string_view binary_kind(std::string_view bytes) {
  constexpr std::pair<std::string_view, std::string_view> kSignatures[] = {
      {"%PDF-", "PDF"},
      {"PK\x03\x04", "ZIP archive or office document"},
      {"\x89PNG", "PNG image"},
      {"\xFF\xD8\xFF", "JPEG image"},
      {"GIF8", "GIF image"},
      {"\x1F\x8B", "gzip data"},
      {"\x7F"
       "ELF",
       "program"},
      {"\xD0\xCF\x11\xE0", "office document"},
      {"(\xB5/\xFD", "zstd data"},
      {"BZh", "bzip2 data"}};
  for (const auto& [signature, kind] : kSignatures) {
    if (bytes.starts_with(signature)) return kind;
  }
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return {};
  }
  if (wide_charset(bytes)) return {};
  std::size_t control = 0;
  const std::string_view head = bytes.substr(0, 4096);
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0 || (byte < 9) || (byte > 13 && byte < 27)) ++control;
  }
  return control * 50 > head.size() ? std::string_view("binary data") : std::string_view();
}

Decoded decode(std::string_view bytes, const std::optional<std::string>& declared) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    return mark.charset == "UTF-8" ? as_utf8(rest) : converted(rest, std::string(mark.charset));
  }
  if (declared) return *declared == "UTF-8" ? as_utf8(bytes) : converted(bytes, *declared);
  if (const std::optional<std::string> wide = wide_charset(bytes)) return converted(bytes, *wide);
  if (repair_utf8(bytes).replaced == 0) return {std::string(bytes), "UTF-8", {}};
  if (const std::optional<std::string> found = declared_in(bytes)) {
    std::string name = *found;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name == "utf-8" || name == "utf8" ? as_utf8(bytes) : converted(bytes, *found);
  }
  // A few stray bytes in a long UTF-8 text are damage, not another encoding.
  const std::size_t multi = static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
  const Repair repaired = repair_utf8(bytes);
  if (repaired.replaced * 4 < multi) return as_utf8(bytes);
  return converted(bytes, detect(bytes));
}

}  // namespace figmine
