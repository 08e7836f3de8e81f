// claim/measures/figures: the figures of a document, each with its sentence, its clause and the figures told
// before it. Tested by tests/cases and the corpus.
#pragma once

#include "claim/naming.h"

namespace figmine::measures {

// What every step works with. Made once a document; drafts are of its list, and an index is the place there.
class Figures {
 public:
  Figures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
          const Entities& entities)
      : drafts_(drafts), clauses_(clauses), look_(input), namer_(look_, entities), claim_before_(drafts) {}
  Figures(const Figures&) = delete;
  Figures& operator=(const Figures&) = delete;

  [[nodiscard]] Draft& operator[](std::size_t index) const { return drafts_[index]; }
  [[nodiscard]] const std::vector<Draft>& drafts() const { return drafts_; }
  [[nodiscard]] const Looker& look() const { return look_; }
  [[nodiscard]] const Namer& namer() const { return namer_; }
  [[nodiscard]] std::size_t index_of(const Draft& draft) const {
    return static_cast<std::size_t>(&draft - drafts_.data());
  }

  // The sentence that the draft stands in, as it was analysed and as a row of chunks.
  [[nodiscard]] const Analysis& analysis(const Draft& draft) const {
    return look_.input().analyses[draft.sentence];
  }
  [[nodiscard]] const Clauses& clauses(const Draft& draft) const { return clauses_of(draft.sentence); }
  [[nodiscard]] const Clauses& clauses_of(std::size_t sentence) const { return clauses_.of(sentence); }
  // The chunk that is the figure.
  [[nodiscard]] std::size_t chunk_of(const Draft& draft) const {
    return clauses(draft).at(draft.mention->range.begin);
  }

  // The sentence's last claim before the figure; nullptr where there is none.
  [[nodiscard]] const Draft* before(std::size_t index) const { return claim_before_.of(index); }
  // The sentence's last figure of the same kind, else its last: "kept 82% of capacity after 1,500 cycles,
  // while others fell below 60%".
  [[nodiscard]] const Draft* alike_before(std::size_t index) const;
  // The last figure of the sentences before in the same block (or the block before) that has a measure.
  [[nodiscard]] const Draft* told_before(std::size_t index) const;
  // No clause with another subject stands between two figures.
  [[nodiscard]] bool same_clause(const Draft& earlier, const Draft& later) const;

 private:
  std::vector<Draft>& drafts_;
  const ClauseTable& clauses_;
  Looker look_;
  Namer namer_;
  ClaimBefore claim_before_;
};

}  // namespace figmine::measures
