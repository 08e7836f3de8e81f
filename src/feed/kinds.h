// feed/kinds: what a file is, by its name or, where that says nothing, by its first bytes. Tested by
// tests/unit/feed_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace figmine {

enum class FileKind {
  kUnknown,
  kText,
  kMarkdown,
  kHtml,
  kJsonLines,
  kJson,
  kXml,
  kMail,
  kPdf,
  kArchive,
  kCompressed
};

[[nodiscard]] FileKind kind_by_name(std::string_view name);

// `head`: the first kSniffed bytes, or all where there are fewer. Only what can't be read as a text is told:
// archives, compressed data, PDF and news XML.
inline constexpr std::size_t kSniffed = 1024;
[[nodiscard]] FileKind kind_by_content(std::string_view head);

// ".txt" of "a/b.TXT"; empty where there is none.
[[nodiscard]] std::string extension_of(std::string_view name);

// "wire.jsonl" of "wire.jsonl.gz".
[[nodiscard]] std::string_view without_extension(std::string_view name);

}  // namespace figmine
