// claim/figures: the figures of a document in the making, each with its sentence, its clauses and the readers
// that the steps of finding measures and subjects work with. Tested by tests/cases and the corpus.
#pragma once

#include "claim/naming.h"

namespace figmine {

// Made once a document; drafts are of its list, and an index is the place there.
class DraftList {
 public:
  DraftList(std::vector<Draft>& drafts, const ClaimInput& input) : drafts_(drafts), look_(input) {}
  DraftList(const DraftList&) = delete;
  DraftList& operator=(const DraftList&) = delete;

  [[nodiscard]] Draft& operator[](std::size_t index) const { return drafts_[index]; }
  [[nodiscard]] std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] std::size_t index_of(const Draft& draft) const {
    return static_cast<std::size_t>(&draft - drafts_.data());
  }
  [[nodiscard]] const Looker& look() const { return look_; }
  [[nodiscard]] const ClaimInput& input() const { return look_.input(); }
  // The sentence that the draft stands in.
  [[nodiscard]] const Analysis& analysis(const Draft& draft) const {
    return input().analyses[draft.sentence];
  }

 private:
  std::vector<Draft>& drafts_;
  Looker look_;
};

// Those whose sentences are read as rows of chunks too.
class ClauseFigures : public DraftList {
 public:
  ClauseFigures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                const Entities& entities)
      : DraftList(drafts, input), clauses_(clauses), entities_(entities), namer_(look(), entities) {}

  [[nodiscard]] const Entities& entities() const { return entities_; }
  [[nodiscard]] const Namer& namer() const { return namer_; }
  [[nodiscard]] const Clauses& clauses(const Draft& draft) const { return clauses_of(draft.sentence); }
  [[nodiscard]] const Clauses& clauses_of(std::size_t sentence) const { return clauses_.of(sentence); }

 private:
  const ClauseTable& clauses_;
  const Entities& entities_;
  Namer namer_;
};

}  // namespace figmine
