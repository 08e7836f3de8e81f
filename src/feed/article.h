// feed/article: one article on its way in: bytes with what its carrier said of them. Made by feed/, taken by
// batch/, cli/ and server/. Tested by tests/unit/feed_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "figmine/figmine.h"

namespace figmine {

// Plain value, owns its bytes.
struct Article {
  std::string name;    // '/'-separated relative path, unique in a feed: "2026/a.txt", "pack.zip/b.html"
  std::string source;  // the file, and the path in the archive, that it came from; "-": standard input
  int line = 0;        // of the source, from 1, where the source holds many articles by lines; else 0
  std::string bytes;
  Input input = Input::kAuto;
  bool pdf = false;  // `bytes` are a PDF's: make_readable() turns them into text
  std::string id;    // the carrier's own id; may be empty
  ArticleInfo info;
};

// What a PDF's conversion may take.
struct PdfLimits {
  std::chrono::milliseconds time{60'000};
  std::uint64_t memory_bytes = std::uint64_t{2} << 30U;
  std::uint64_t text_bytes = std::uint64_t{64} << 20U;
};

// Turns bytes that the engine can't read into bytes that it can; apart from Feed::next() because it takes
// long, so that several threads can do it. Nothing in the result: done. Errors: a PDF that is broken,
// encrypted, without text, beyond the limits, or no pdftotext.
[[nodiscard]] Diagnostics make_readable(Article& article, const PdfLimits& limits = {});

// "wire.jsonl:17", "inbox/a.txt"; empty for standard input.
[[nodiscard]] std::string source_of(const Article& article);

// What `article` is extracted with; `base` holds what the user asked for, which outranks what a carrier says.
[[nodiscard]] ExtractOptions options_for(const Article& article, const ExtractOptions& base);

// `problems` with the article's place where they name none.
[[nodiscard]] Diagnostics placed(Diagnostics problems, const Article& article);

}  // namespace figmine
