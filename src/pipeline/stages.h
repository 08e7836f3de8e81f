// pipeline/stages: the whole flow on one page: read, segment, match, resolve, assemble. Each stage's product
// is kept, so that it can be dumped and explained. Tested by tests/unit/pipeline_test.cc and the golden
// articles.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "claim/assemble.h"
#include "document/document.h"
#include "match/matcher.h"
#include "resolve/quantities.h"
#include "text/segment.h"

namespace figmine {

struct Stages {
  Document document;
  std::string language;
  std::optional<Day> published;
  Text text;
  std::vector<Analysis> analyses;  // one a sentence
  std::vector<Resolved> resolved;  // one a sentence
  Claims claims;
  std::string sha256;
};

// Everything after reading. `stages.document`, `language` and `published` are given; the rest is filled.
void run_stages(Stages& stages, Matcher& matcher);

// A stable text form of one stage's product; empty for an unknown stage. Stages: blocks, sentences, tokens,
// numbers, times, quantities, phrases, claims.
[[nodiscard]] std::string dump_stage(const Stages& stages, const Program& program, std::string_view stage);

// How facts were derived, for people. `fact_id` empty: all of them.
[[nodiscard]] std::string explain_facts(const Stages& stages, const Program& program,
                                        std::string_view fact_id);

}  // namespace figmine
