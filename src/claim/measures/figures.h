// claim/measures/figures: the figures of a document, each with its sentence, its clause and the figures told
// before it. Tested by tests/cases and the corpus.
#pragma once

#include "claim/figures.h"

namespace figmine::measures {

// What every step works with.
class Figures : public ClauseFigures {
 public:
  Figures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
          const Entities& entities)
      : ClauseFigures(drafts, input, clauses, entities), claim_before_(drafts) {}

  // The chunk that is the figure.
  [[nodiscard]] std::size_t chunk_of(const Draft& draft) const {
    return clauses(draft).at(draft.mention->range.begin);
  }

  // The sentence's last claim before the figure; nullptr where there is none.
  [[nodiscard]] const Draft* before(std::size_t index) const { return claim_before_.of(index); }
  // The sentence's last figure of the same kind, else its last: "kept 82% of capacity after 1,500 cycles,
  // while others fell below 60%".
  [[nodiscard]] const Draft* alike_before(std::size_t index) const;
  // The sentence's first figure behind the given one that begins at the token or later; nullptr where there
  // is none.
  [[nodiscard]] const Draft* next_from(const Draft& draft, std::uint32_t token) const;
  // The last figure of the sentences before in the same block (or the block before) that has a measure.
  [[nodiscard]] const Draft* told_before(std::size_t index) const;
  // The share whose answer the figure stands in: "29% owe more than $900, up from 25%"; the figure itself
  // elsewhere.
  [[nodiscard]] const Draft& answered_around(const Draft& told) const;
  // The object whose place or receivers the figure counts: "gave 2 million meals to 41,000 homes in 14
  // towns", "raised $4m from 300 donors"; the figure itself elsewhere.
  [[nodiscard]] const Draft& object_before(const Draft& told) const;
  // No clause with another subject stands between two figures.
  [[nodiscard]] bool same_clause(const Draft& earlier, const Draft& later) const;
  // "with", and "With" that opens a sentence: whether the chunk is a preposition before what somebody has.
  [[nodiscard]] bool is_with(const Clauses& c, std::size_t chunk) const {
    return c.is(chunk, Part::kPreposition) && look().word_is(c[chunk].range.begin, "preposition.bearing");
  }

 private:
  [[nodiscard]] static bool begins_clause_before(const Clauses& c, std::size_t time);
  [[nodiscard]] bool ends_insertion(const Draft& later, std::size_t figure, std::size_t verb) const;

  ClaimBefore claim_before_;
};

}  // namespace figmine::measures
