// claim/subjects/headlines: who does it in a heading of several clauses, where capitals hide the verbs:
// "Corlan Holds Firm, Vexa Eyes $5". Tested by tests/cases.
#pragma once

#include "claim/subjects/figures.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds the name that a heading's clause opens with; changes nothing.
class Headlines {
 public:
  Headlines(const Figures& figures, const Words& words)
      : figures_(figures), entities_(figures.entities()), look_(figures.look()), words_(words) {}

  // The name that opens the figure's clause and does something before the figure; empty outside headings.
  [[nodiscard]] TokenRange doer_of(const Draft& draft) const;
  // "Orvex: Building Boats in Halden for 25 Years": the name before the colon of what it has done so long.
  [[nodiscard]] TokenRange label_of(const Draft& draft) const;

 private:
  [[nodiscard]] bool begins_clause(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] TokenRange name_at(std::uint32_t token, std::uint32_t limit) const;
  [[nodiscard]] bool does_something(const Analysis& a, TokenRange name, std::uint32_t limit) const;

  const Figures& figures_;
  const Entities& entities_;
  const Looker& look_;
  const Words& words_;
};

}  // namespace figmine::subjects
