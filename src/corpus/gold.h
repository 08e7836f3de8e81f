// corpus/gold: the facts that readers decided an article holds; the format is in corpus/README.md. Tested by
// tests/unit/pipeline_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "figmine/result.h"
#include "figmine/span.h"

namespace figmine {

struct GoldChange {
  std::string direction;  // empty: null
  std::string role;
  std::string basis;
};

struct GoldPeriod {
  std::string start;
  std::string end;
};

// Every field holds all the readings that are right; null is an empty text.
struct GoldFact {
  std::string quote;
  std::string near;
  std::optional<Span> span;  // bytes of the canonical text, once located
  std::vector<std::string> kind, op, unit, per, measure, subject, share_of, status, speaker;
  std::vector<bool> approx;
  std::vector<std::optional<GoldChange>> change;
  std::vector<std::optional<GoldPeriod>> period;
  std::optional<std::string> value, low, high;
  std::vector<std::string> unsure;  // fields that are not scored
};

struct GoldArticle {
  std::string id;
  std::string published;
  std::vector<GoldFact> facts;
};

// Errors name the file and the fact: bad JSON, a missing field, an unknown kind or status.
[[nodiscard]] Result<GoldArticle> read_gold(const std::string& path);

// A text whose runs of white space, the tabs between a table's cells among it, are one space each: what gold
// is looked up in. `origin` maps each byte, and the end, back.
struct Squeezed {
  std::string text;
  std::vector<std::uint32_t> origin;
};
[[nodiscard]] Squeezed squeezed(std::string_view text);

// The way back from a span of the text that was squeezed: a quote, and characters around it by which locate()
// finds it again. Nothing where no such characters exist: all around is there twice, or the span is blank.
struct Quotation {
  std::string quote;
  std::string near;
};
[[nodiscard]] std::optional<Quotation> quotation(const Squeezed& text, Span span);

// Finds every fact's quote: `near` must stand once in the text and hold the quote once. White space runs, and
// the tabs between a table's cells, count as one space.
[[nodiscard]] Diagnostics locate(GoldArticle& article, std::string_view text, const std::string& path);

}  // namespace figmine
