// claim/holders/bearers: what has the figure or does it: "a library with 9 million maps", "€4bn spent by
// brewers". Tested by tests/cases.
#pragma once

#include "claim/holders/appositions.h"
#include "claim/holders/names.h"
#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Bearers {
 public:
  Bearers(const Sentence& sentence, const Names& names, const Appositions& appositions)
      : look_(sentence.look),
        analysis_(sentence.analysis),
        clauses_(sentence.clauses),
        names_(names),
        appositions_(appositions) {}

  // "a league of libraries with 83 million loans", but not "an agreement with three banks"
  [[nodiscard]] TokenRange bearer(std::size_t figure) const;
  // "more than €4 bn was spent by brewing companies", "40 minutes a day spent by tram passengers"
  [[nodiscard]] TokenRange doer(std::size_t figure) const;

 private:
  [[nodiscard]] bool is_one_of(std::size_t phrase) const;
  [[nodiscard]] std::size_t beginning(std::size_t phrase) const;
  [[nodiscard]] bool is_of_figure(std::size_t phrase) const;
  [[nodiscard]] std::size_t before_place(std::size_t phrase) const;
  [[nodiscard]] bool does(std::size_t verb) const;

  const Looker& look_;
  const Analysis& analysis_;
  const Clauses& clauses_;
  const Names& names_;
  const Appositions& appositions_;
};

}  // namespace figmine::holders
