// claim/assembling/status_cues: which word of expectation, aim or condition tells a figure's status: "expects
// sales of $5m", "could add $69 million". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/cue_scope.h"
#include "claim/assembling/cue_words.h"
#include "claim/assembling/existing.h"
#include "claim/assembling/figures.h"
#include "claim/assembling/outlook_heads.h"
#include "claim/clauses.h"

namespace figmine::assembling {

// Sets the status of facts by words in their clause.
class StatusCues {
 public:
  StatusCues(const Figures& figures, const CueWords& words, const CueScope& scope, const Existing& existing,
             OutlookHeads& heads)
      : figures_(figures),
        look_(figures.look()),
        input_(figures.input()),
        words_(words),
        scope_(scope),
        existing_(existing),
        heads_(heads) {}

  // The nearest word of expectation, aim or condition before the figure within its clause, or a conditional
  // verb whose subject the figure stands in.
  void set(Draft& draft, const ClauseTable& clauses);

 private:
  [[nodiscard]] bool opens_example(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_valued(const Draft& draft, const Clauses& clauses) const;
  bool has_cue(std::size_t sentence);
  [[nodiscard]] bool is_announced(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool opens_title(const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] std::uint32_t status_before(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_promise_told(const Clauses& c, std::size_t chunk, const Annotation& cue) const;
  [[nodiscard]] const Annotation* condition_before(const Analysis& a, const Clauses& c, std::size_t chunk,
                                                   const Annotation& cue) const;
  [[nodiscard]] std::size_t end_of_aside(const Clauses& c, std::size_t comma) const;
  [[nodiscard]] static bool opens_sentence(const Draft& draft, const Clauses& c);
  [[nodiscard]] std::uint32_t condition_after(const Draft& draft, const Clauses& c) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
  const CueWords& words_;
  const CueScope& scope_;
  const Existing& existing_;
  OutlookHeads& heads_;
  std::size_t cue_sentence_ = SIZE_MAX;  // that cue_in_sentence_ tells about
  bool cue_in_sentence_ = false;
};

}  // namespace figmine::assembling
