#include "claim/evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace figmine {
namespace {

struct Worth {
  std::string_view evidence;
  double factor;
};

// What a rule that found part of the fact is worth; those not listed are worth 1.
constexpr std::array<Worth, 20> kRules = {{
    {"measure/phrase-before", 0.75},
    {"measure/same-sentence", 0.65},
    {"measure/same-clause", 0.95},
    {"measure/anaphor", 0.85},
    {"measure/heading", 0.7},
    {"measure/list", 0.7},
    {"measure/weak", 0.7},
    {"measure/flat-row", 0.6},
    {"measure/bracket", 0.5},
    {"measure/colon", 0.9},
    {"measure/sentence-before", 0.4},
    {"measure/name", 0.8},
    {"measure/whole", 0.6},
    {"measure/equivalent", 0.75},
    {"share/of", 0.85},
    {"unit/shared", 0.8},
    {"change/compared-with", 0.9},
    {"change/adjective-after", 0.85},
    {"status/cue", 0.8},
    {"quantity/money-suffix", 0.9},
}};

double worth_of_rules(const Fact& fact) {
  double worth = 1;
  for (const Worth& known : kRules) {
    if (std::find(fact.rules.begin(), fact.rules.end(), known.evidence) != fact.rules.end())
      worth *= known.factor;
  }
  return worth;
}

}  // namespace

double score_of(const Fact& fact) {
  if (!fact.claim) return 0;
  double score = 0.98 * worth_of_rules(fact);
  if (!fact.measure) score *= 0.5;
  if (fact.quantity.kind == "number") score *= 0.4;
  if (fact.quantity.kind == "measure" || fact.quantity.kind == "duration") score *= 0.9;
  if (fact.quantity.kind == "multiple" || fact.quantity.kind == "fraction") score *= 0.8;
  if (fact.quantity.op != "=") score *= 0.92;
  if (fact.period && fact.period->inferred) score *= 0.92;
  if (fact.section == "headline" || fact.section == "table") score *= 0.93;
  return score;
}

}  // namespace figmine
