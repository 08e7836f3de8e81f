// claim/assembling/cue_words: what a word of expectation tells where it stands: "projects sales of $5m", but
// not "two new projects", and "due to open", but not "due to inflation". Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/assembling/figures.h"
#include "claim/clauses.h"

namespace figmine::assembling {

// Answers questions about cues, by their lexicon and the words beside them; changes nothing.
class CueWords {
 public:
  explicit CueWords(const Figures& figures)
      : figures_(figures), look_(figures.look()), input_(figures.input()) {}

  // Whether the cue that ends in the chunk tells something, as a verb or as a noun.
  [[nodiscard]] bool tells(const Draft& draft, const Clauses& c, std::size_t chunk,
                           const Annotation& cue) const;
  // "is planned": the first cue that begins in a verb group, of the status alone where one is asked for;
  // nullptr without.
  [[nodiscard]] const Annotation* first_in(const Analysis& a, TokenRange verb,
                                           std::string_view status = {}) const;
  // "is due to inflation"
  [[nodiscard]] bool is_cause(const Clauses& c, const Annotation& cue) const;
  // "The plan is to hire 40": the noun right before the cue that tells in its stead; nullptr without.
  [[nodiscard]] const Annotation* noun_of(const Analysis& a, const Annotation& cue) const;
  // Whether the lexicon lets the cue reach so far: "phrase", "sentence".
  [[nodiscard]] bool has_scope(const Annotation& cue, std::string_view scope) const;
  [[nodiscard]] std::uint32_t forecast_row() const;
  [[nodiscard]] std::uint32_t target_row() const;

 private:
  [[nodiscard]] bool is_in_name(const Analysis& a, const Annotation& cue) const;
  [[nodiscard]] bool tells_as_noun(const Draft& draft, const Annotation& cue, const Chunk& chunk) const;
  [[nodiscard]] bool is_cost_behind(const Draft& draft, std::uint32_t link) const;
  [[nodiscard]] bool is_listing_noun(const Clauses& c, std::size_t chunk, const Annotation& cue) const;
  [[nodiscard]] bool is_imperative(const Analysis& a, const Annotation& cue) const;
  [[nodiscard]] bool is_scored(const Analysis& a, const Annotation& cue) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
};

}  // namespace figmine::assembling
