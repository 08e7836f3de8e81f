// claim/clauses/chunk: the pieces that a sentence is a row of. Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/draft.h"

namespace figmine {

enum class Part : std::uint8_t {
  kPhrase,
  kPronoun,
  kVerb,
  kFigure,
  kTime,
  kPreposition,
  kConjunction,   // and, or
  kRelative,      // which, who, that
  kSubordinator,  // while, because
  kAdverb,        // also bounds before a figure
  kComma,
  kOpen,
  kClose,
  kColon,  // also a dash
  kStop,   // a semicolon, a full stop
  kOther,
};

struct Chunk {
  Part part = Part::kOther;
  TokenRange range;
  bool says = false;       // a verb of saying
  bool joins = false;      // a subordinator that is a preposition too: "before tax"
  bool rate = false;       // "an hour" behind a figure
  bool hyphened = false;   // a figure that describes the noun behind it: "30-year"
  bool views = false;      // a verb of seeing or expecting
  bool aims = false;       // the preposition "for"
  bool gerund = false;     // a verb that ends in a form of "-ing"
  bool article = false;    // "a" before a figure that describes the noun: "a one-bedroom apartment"
  bool stop_sign = false;  // a colon, no dash
  bool present = false;    // a verb in the present, which is no participle: "relies"
  bool attached = false;   // a participle right behind the phrase that it describes: "the year ending"
  bool one = false;        // a phrase with an indefinite article: "a maker of pumps"
  bool the = false;        // a phrase with the definite article: "the maker of pumps"
  bool none = false;       // a phrase of what is not there: "no debt"
  bool where = false;      // a subordinator that tells of a place: "where Vexa has shops"
  bool region = false;     // a comma between a place and what it lies in: "Laval, Quebec"
};

}  // namespace figmine
