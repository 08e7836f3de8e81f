// claim/assembling/outlook_heads: what headings, lead-ins and labels expect of the figures below or behind
// them: "2025 Outlook", "The merger is expected to:". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/cue_words.h"
#include "claim/assembling/figures.h"
#include "claim/clauses.h"

namespace figmine::assembling {

// Reads what stands before lists and tables; changes nothing.
class OutlookHeads {
 public:
  OutlookHeads(const Figures& figures, const CueWords& words)
      : figures_(figures), look_(figures.look()), input_(figures.input()), words_(words) {}

  // The lexicon's row of what the figure's head expects; kNone where that expects nothing.
  [[nodiscard]] std::uint32_t row_of_head(const Draft& draft, const ClauseTable& clauses);

 private:
  [[nodiscard]] bool tells_done(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] std::uint32_t row_of_heading(std::size_t sentence) const;
  [[nodiscard]] bool lies_ahead(const Draft& draft) const;
  [[nodiscard]] std::uint32_t row_told_by(std::size_t lead_in);
  [[nodiscard]] std::uint32_t row_of_lead_in(std::size_t sentence) const;
  [[nodiscard]] std::uint32_t row_of_main_verb(std::size_t sentence) const;
  [[nodiscard]] bool is_labelled_ahead(const Draft& draft) const;
  [[nodiscard]] bool looks_ahead(std::size_t sentence) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
  const CueWords& words_;
  std::optional<std::size_t> lead_in_;  // the one that was asked for last
  std::uint32_t lead_in_row_ = kNone;
};

}  // namespace figmine::assembling
