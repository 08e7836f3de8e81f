// claim/holders/sentence: the sentence of a figure, with what reads it. Tested by tests/cases.
#pragma once

#include "claim/naming.h"

namespace figmine::holders {

// What every step works with; it outlives them.
struct Sentence {
  const Namer& namer;
  const Looker& look;
  const Analysis& analysis;
  const Clauses& clauses;
};

}  // namespace figmine::holders
