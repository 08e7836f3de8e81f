// claim/subjects/figures: the figures of a document, each with its sentence and its clauses, and the readers
// that every step works with. Tested by tests/cases and the corpus.
#pragma once

#include "claim/naming.h"

namespace figmine::subjects {

// What every step works with. Made once a document; drafts are of its list, and an index is the place there.
class Figures {
 public:
  Figures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
          const Entities& entities)
      : drafts_(drafts), clauses_(clauses), entities_(entities), look_(input), namer_(look_, entities) {}
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  [[nodiscard]] Draft& operator[](std::size_t index) const { return drafts_[index]; }
  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] const ClaimInput& input() const { return look_.input(); }
  [[nodiscard]] const Entities& entities() const { return entities_; }
  [[nodiscard]] const Looker& look() const { return look_; }
  [[nodiscard]] const Namer& namer() const { return namer_; }

  // The sentence that the draft stands in, as it was analysed and as a row of chunks.
  [[nodiscard]] const Analysis& analysis(const Draft& draft) const {
    return look_.input().analyses[draft.sentence];
  }
  [[nodiscard]] const Clauses& clauses(const Draft& draft) const { return clauses_.of(draft.sentence); }

  // A figure that tells a part of a whole, which it names.
  [[nodiscard]] static bool is_share(const Draft& draft);
  // "The study took in women aged 40", unlike "Participants had an average age of 62 years".
  [[nodiscard]] bool is_age_of_other(const Draft& draft) const;

 private:
  std::vector<Draft>& drafts_;
  const ClauseTable& clauses_;
  const Entities& entities_;
  Looker look_;
  Namer namer_;
};

}  // namespace figmine::subjects
