// resolve/quantities: mentions -> typed values. Takes the annotations that rules made of one sentence and
// gives quantities with exact values and units, dates apart, and what is no claim told so. Overlaps between
// times, guards and quantities are settled here and nowhere else: a guard outranks a time, a time outranks a
// quantity, and the longer of two wins within one kind. Tested by tests/unit/rules_test.cc and
// tests/cases.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "figmine/fact.h"
#include "match/matcher.h"
#include "resolve/fiscal.h"
#include "resolve/money.h"
#include "resolve/units.h"

namespace figmine {

// A quantity of a sentence with where it came from.
struct Mention {
  std::uint32_t annotation = kNone;  // in Analysis::annotations
  TokenRange range;
  Quantity quantity;
  TokenRange noun;                   // counted noun phrase, for counts
  Rational minor = 1;                // its share of the currency's main unit: cents
  std::optional<ResolvedUnit> unit;  // where it is no currency and no counted noun
  std::string non_claim;             // class, where the mention is no claim; empty otherwise
  std::string decided_by;            // the rule or overlap that decided so
  bool words = false;                // written in words
};

struct TimeSpan {
  std::uint32_t annotation = kNone;
  TokenRange range;
  Time time;               // as figures take it: what is rolling runs up to the day on which it is told
  Interval calendar;       // its whole days: up to the day before that
  bool anaphoric = false;  // "the same period last year"
  std::optional<Decimal> in_year;  // "the same period of 2024"
  bool year_before = false;        // "the second quarter of the prior year": that part, a year before
  bool weekday = false;
  bool aside = false;  // never a figure's period: "Christmas sales", "cash at the end of the year"
  bool since = false;
  bool until = false;
  bool again = false;    // "during this period": the time that was told last
  bool topic = false;    // "the quarter": of what the article is about
  bool rolling = false;  // "over the past week"
  bool close = false;    // its end: "ended the quarter with"
};

struct Resolved {
  std::vector<Mention> mentions;  // in text order
  std::vector<TimeSpan> times;    // in text order
};

// Gives a bare number the kind and the unit of another quantity, which has one; `source` is the mention it
// came from.
void take_unit(Quantity& number, const Quantity& other, const Mention& source);

struct ResolveContext {
  const Program& program;
  const FormTable& forms;
  const Document& document;
  const Text& text;
  const CurrencyContext& currencies;
  const UnitContext& units;
  const std::optional<FiscalYear>& fiscal_year;
  std::optional<Day> published;
};

[[nodiscard]] Resolved resolve(const Analysis& analysis, const ResolveContext& context);

}  // namespace figmine
