// claim/assembling/status_cues: words of expectation, aim or condition: "expects sales of $5m", "could add
// $69 million". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"
#include "claim/clauses.h"
#include "claim/tense.h"

namespace figmine::assembling {

// Sets the status of facts by words in their clause.
class StatusCues {
 public:
  explicit StatusCues(const Figures& figures)
      : figures_(figures), look_(figures.look()), input_(figures.input()) {}

  // The nearest word of expectation, aim or condition before the figure within its clause, or a conditional
  // verb whose subject the figure stands in.
  void set(Draft& draft, const ClauseTable& clauses);

 private:
  [[nodiscard]] bool is_valued(const Draft& draft, const Clauses& clauses) const;
  bool has_cue(std::size_t sentence);
  [[nodiscard]] bool tells_as_noun(const Draft& draft, const Annotation& cue, const Chunk& chunk) const;
  [[nodiscard]] bool is_cost_behind(const Draft& draft, std::uint32_t link) const;
  [[nodiscard]] bool is_past_level(const Draft& draft) const;
  [[nodiscard]] bool is_told_behind(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] std::uint32_t status_before(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] const Annotation* noun_of(const Analysis& a, const Annotation& cue) const;
  [[nodiscard]] bool is_listing_noun(const Clauses& c, std::size_t chunk, const Annotation& cue) const;
  [[nodiscard]] const Annotation* condition_before(const Analysis& a, const Clauses& c, std::size_t chunk,
                                                   const Annotation& cue) const;
  [[nodiscard]] bool exists_already(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool is_known(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] std::uint32_t row_of_head(const Draft& draft, const ClauseTable& clauses) const;
  [[nodiscard]] bool tells_done(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] std::uint32_t row_of_lead_in(std::size_t sentence) const;
  [[nodiscard]] bool opens_example(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool looks_ahead(std::size_t sentence) const;
  [[nodiscard]] bool is_labelled_ahead(const Draft& draft) const;
  [[nodiscard]] bool is_announced(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_offer(const Draft& draft, const Annotation& cue) const;
  [[nodiscard]] bool is_cause(const Clauses& c, const Annotation& cue) const;
  [[nodiscard]] bool is_answer(const Draft& draft, const Clauses& c, std::size_t verb,
                               const Annotation& cue) const;
  [[nodiscard]] bool is_of_other_verb(const Clauses& c, std::size_t chunk, const Draft& draft,
                                      const Governor& governor) const;
  [[nodiscard]] bool begins_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                   const Governor& governor) const;
  [[nodiscard]] bool is_promise_told(const Clauses& c, std::size_t chunk, const Annotation& cue) const;
  [[nodiscard]] std::uint32_t forecast_row() const;
  [[nodiscard]] bool is_worth_of_known(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_fronted(const Draft& draft, const Clauses& c, std::size_t chunk,
                                const Governor& governor) const;
  [[nodiscard]] bool is_pointed_at(const Draft& draft) const;
  [[nodiscard]] std::size_t end_of_aside(const Clauses& c, std::size_t comma) const;
  [[nodiscard]] bool is_length(const Draft& draft) const;
  [[nodiscard]] bool is_apposed_rank(const Draft& draft) const;
  [[nodiscard]] bool is_size_of_known(const Draft& draft) const;
  [[nodiscard]] bool is_of_known_group(const Clauses& c, std::uint32_t of) const;
  [[nodiscard]] bool is_beaten(const Draft& draft, const Clauses& c, std::size_t chunk,
                               const Annotation& cue) const;
  [[nodiscard]] bool has_scope(const Annotation& cue, std::string_view scope) const;
  [[nodiscard]] bool is_of_other_figure(const Draft& draft, const Clauses& c, std::size_t chunk,
                                        const Annotation& cue) const;
  [[nodiscard]] bool is_attribute(const Draft& draft, const Clauses& c, std::size_t chunk,
                                  const Annotation& cue, int verbs) const;
  [[nodiscard]] bool is_in_closed_clause(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool leads_infinitive(const Annotation& cue, const Clauses& c, int verbs) const;
  [[nodiscard]] bool stands_in_phrase(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] static bool is_most(const Draft& draft);
  [[nodiscard]] static bool is_price(const Draft& draft);
  [[nodiscard]] bool is_of_told_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                       bool condition) const;
  [[nodiscard]] bool is_scored(const Analysis& a, const Annotation& cue) const;
  [[nodiscard]] bool is_left_behind(const Draft& draft, const Clauses& c, std::size_t chunk,
                                    const Annotation& cue) const;
  [[nodiscard]] static bool comma_in(const Clauses& c, std::size_t from, std::size_t to);
  [[nodiscard]] const Annotation* cue_in(const Analysis& a, TokenRange verb) const;
  [[nodiscard]] std::uint32_t condition_after(const Draft& draft, const Clauses& c) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
  std::size_t cue_sentence_ = SIZE_MAX;  // that cue_in_sentence_ tells about
  bool cue_in_sentence_ = false;
};

}  // namespace figmine::assembling
