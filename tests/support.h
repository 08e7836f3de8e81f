// tests/support: what several test files need: the shipped rules, compiled once a process, what they find in
// a text, and files' contents.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "figmine/figmine.h"

namespace figmine {

// The engine of the shipped rules.
inline const Engine& engine() {
  static const Result<Engine> made = Engine::create({});
  return made.value();
}

// How an English text of Tuesday 10 March 2026 is read, times and all.
inline ExtractOptions reading(std::string published = "2026-03-10") {
  ExtractOptions options;
  options.language = "en";
  options.published = std::move(published);
  options.times = true;
  options.source = "test";
  return options;
}

// What the shipped rules find in a text.
inline DocumentResult extracted(std::string_view text, const ExtractOptions& options) {
  Extractor extractor(engine());
  Result<DocumentResult> result = extractor.extract(text, options);
  EXPECT_TRUE(result.ok());
  return result.ok() ? std::move(result).value() : DocumentResult{};
}

// Its claims.
inline DocumentResult facts_of(std::string_view text, std::string published = "2026-03-10") {
  return extracted(text, reading(std::move(published)));
}

// Its claims and the figures that are none.
inline DocumentResult all_facts_of(std::string_view text) {
  ExtractOptions options = reading();
  options.all = true;
  return extracted(text, options);
}

// The fact whose quantity is written so; nullptr when there is none.
inline const Fact* fact_at(const DocumentResult& result, std::string_view quote) {
  for (const Fact& fact : result.facts) {
    if (fact.quantity.text == quote) return &fact;
  }
  return nullptr;
}

// The bytes of a file; empty when it can't be read.
inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace figmine
