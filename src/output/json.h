// output/json: DocumentResult -> JSON as docs/facts-format.md says, checked against output/schema.h by the
// tests. The fields stand in output/fields.h; output/read_json.h reads the JSON back. Numbers are exact
// decimal literals of any length; the same result gives the same bytes. Tested by
// tests/unit/pipeline_test.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/fact.h"
#include "output/offsets.h"

namespace figmine {

struct JsonOptions {
  OffsetUnit offsets = OffsetUnit::kCodePoints;
  bool pretty = false;
  bool sentences = true;  // the sentence's text beside its span
  bool text = false;      // document.text: the canonical text
  bool times = false;     // "times", even when empty
};

// Takes a result's JSON block by block, each after `done` of `all` facts.
using JsonSink = std::function<void(std::string_view block, std::size_t done, std::size_t all)>;

// One document result, without a final line end: to a sink as it is made, or as one text.
void write_json(const DocumentResult& result, const JsonOptions& options, const JsonSink& sink);
[[nodiscard]] std::string to_json(const DocumentResult& result, const JsonOptions& options);

// {"error": {"message", "hint"?}, "source", "line"?}: what stands in the place of a result that could not be
// made.
[[nodiscard]] std::string error_json(std::string_view message, std::string_view hint, std::string_view source,
                                     int line);

}  // namespace figmine
