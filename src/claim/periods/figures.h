// claim/periods/figures: the figures of a document with the verbs that tell them, and what the steps of
// finding periods ask of the words beside them. Tested by tests/cases and the corpus.
#pragma once

#include "claim/figures.h"
#include "claim/periods/times.h"
#include "claim/tense.h"

namespace figmine::periods {

// What every step works with. `clauses` has every sentence that holds a draft.
class Figures : public DraftList {
 public:
  Figures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses);

  // The chunks of the sentence that the draft stands in.
  [[nodiscard]] const Clauses& clauses(const Draft& draft) const { return clauses_of(draft.sentence); }
  [[nodiscard]] const Clauses& clauses_of(std::size_t sentence) const { return clauses_.of(sentence); }
  // The verb that tells the figure.
  [[nodiscard]] const Governor& governor(const Draft& draft) const { return governors_[index_of(draft)]; }
  // Whether what begins there stands in quotation marks.
  [[nodiscard]] bool is_quoted(TokenRange range) const { return input().text.tokens[range.begin].quoted; }
  // Whether a finite verb stands in the range, which lies within the sentence.
  [[nodiscard]] bool holds_verb(std::size_t sentence, TokenRange range) const;
  // Whether the whole of a claim's figure does.
  [[nodiscard]] bool holds_figure(std::size_t sentence, TokenRange range) const;
  // Whether one of the tokens from `from` up to `to` is a comma.
  [[nodiscard]] bool comma_between(std::uint32_t from, std::uint32_t to) const;

 private:
  const ClauseTable& clauses_;
  std::vector<Governor> governors_;  // by draft
};

// Whether the figure is a forecast or a target.
[[nodiscard]] bool is_ahead(const Draft& draft);

// The tokens between a figure and a time; empty where they overlap.
[[nodiscard]] TokenRange tokens_between(const Draft& draft, const TimeSpan& time);

}  // namespace figmine::periods
