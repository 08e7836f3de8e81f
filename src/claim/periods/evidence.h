// claim/periods/evidence: what the words of a sentence tell of figures and times, each kind in a file of its
// own. Tested by tests/cases and the corpus.
#pragma once

#include "claim/periods/comparisons.h"
#include "claim/periods/days.h"
#include "claim/periods/others.h"

namespace figmine::periods {

// Made once a document; lower kinds first.
struct Evidence {
  explicit Evidence(const Figures& of) : figures(of) {}

  const Figures& figures;
  Traits traits{figures};
  Brackets brackets{figures};
  Days days{figures, traits};
  Comparisons comparisons{figures};
  OtherThings other_things{figures};
  Deadlines deadlines{figures};
  Others others{figures, traits, brackets, other_things, deadlines};
};

}  // namespace figmine::periods
