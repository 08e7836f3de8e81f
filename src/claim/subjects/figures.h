// claim/subjects/figures: the figures of a document, each with its sentence and its clauses, and the readers
// that every step works with. Tested by tests/cases and the corpus.
#pragma once

#include "claim/figures.h"

namespace figmine::subjects {

// What every step works with.
class Figures : public ClauseFigures {
 public:
  Figures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
          const Entities& entities)
      : ClauseFigures(drafts, input, clauses, entities) {}

  // The last figure before the draft in its sentence that the words hold; nullptr where they hold none.
  [[nodiscard]] const Draft* earlier_within(const Draft& draft, TokenRange words) const;
  // A figure that tells a part of a whole, which it names.
  [[nodiscard]] static bool is_share(const Draft& draft);
  // "The study took in women aged 40", unlike "Beekeepers had a mean age of 57 years".
  [[nodiscard]] bool is_age_of_other(const Draft& draft) const;
};

}  // namespace figmine::subjects
