// corpus/score: extracted facts against gold: precision, recall and F1 of quantities, and each field over the
// facts that were found. A fact is found where its characters touch and its values agree. Tested by
// tests/unit/pipeline_test.cc.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/gold.h"
#include "figmine/fact.h"

namespace figmine {

struct FieldScore {
  int right = 0;
  int asked = 0;
};

struct Score {
  int wanted = 0;
  int got = 0;
  int found = 0;
  int exact_spans = 0;
  int whole = 0;                             // found facts all of whose fields are right
  std::map<std::string, FieldScore> fields;  // by the record's name
  std::vector<std::string> differences;      // one line each, for people

  void add(const Score& other);
};

// 200 * p * r / (p + r) of hits among wanted and got; 0 where there is nothing.
[[nodiscard]] double f1(int hits, int wanted, int got);

[[nodiscard]] Score score_article(const GoldArticle& gold, const DocumentResult& result);

// Shared words of two phrases as an F1 between 0 and 1; articles and case do not count, both empty is 1.
[[nodiscard]] double phrase_overlap(std::string_view a, std::string_view b);

}  // namespace figmine
