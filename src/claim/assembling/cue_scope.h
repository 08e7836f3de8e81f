// claim/assembling/cue_scope: whether what a word of expectation tells holds for a figure of its clause: not
// in "Halden, which expects to grow, employs 300 people", "beat estimates by 9%". Tested by tests/cases and
// the corpus.
#pragma once

#include "claim/assembling/cue_words.h"
#include "claim/assembling/figures.h"
#include "claim/clauses.h"
#include "claim/tense.h"

namespace figmine::assembling {

// Where a cue stands before a figure.
struct CuePlace {
  std::size_t chunk = 0;
  int verbs = 0;      // between the chunk and the figure
  bool head = false;  // what the only verb between tells of: "guidance was raised to"
};

// Answers questions about cues and figures; changes nothing.
class CueScope {
 public:
  CueScope(const Figures& figures, const CueWords& words)
      : figures_(figures), look_(figures.look()), input_(figures.input()), words_(words) {}

  // Whether the cue goes with figures such as this one, as far from it as that.
  [[nodiscard]] bool reaches(const Draft& draft, const Clauses& c, const CuePlace& place,
                             const Annotation& cue) const;
  // Whether its clause ends before the figure, or another verb has the figure.
  [[nodiscard]] bool ends_before(const Draft& draft, const Clauses& c, std::size_t chunk,
                                 const Annotation& cue) const;
  // Whether the cue tells only of movements and mosts, and the figure is neither.
  [[nodiscard]] bool lacks_movement(const Draft& draft, const Annotation& cue) const;
  // "When asked whether it would help, 23% of Danes agreed": those whom the share counts answer, whatever was
  // expected before.
  [[nodiscard]] bool answers(const Draft& draft, const Clauses& c) const;
  // "63% of firms plan to lease one": the cue of the verb behind the figure.
  [[nodiscard]] bool is_answer(const Draft& draft, const Clauses& c, std::size_t verb,
                               const Annotation& cue) const;

 private:
  [[nodiscard]] bool is_sum(const Draft& draft, const CuePlace& place, const Annotation& cue) const;
  [[nodiscard]] bool is_of_other_answer(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool is_answering(std::uint32_t verb) const;
  [[nodiscard]] std::size_t answering_verb(const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool is_of_other_figure(const Draft& draft, const Clauses& c, std::size_t chunk,
                                        const Annotation& cue) const;
  [[nodiscard]] bool is_attribute(const Draft& draft, const Clauses& c, std::size_t chunk,
                                  const Annotation& cue, int verbs) const;
  [[nodiscard]] bool is_told_behind(const Draft& draft, const Clauses& c) const;
  [[nodiscard]] bool is_past_change(const Draft& draft, const Annotation& cue) const;
  [[nodiscard]] bool is_in_past_clause(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool is_in_closed_clause(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] bool is_beaten(const Draft& draft, const Clauses& c, std::size_t chunk,
                               const Annotation& cue) const;
  [[nodiscard]] bool is_offer(const Draft& draft, const Annotation& cue) const;
  [[nodiscard]] bool leads_infinitive(const Annotation& cue, const Clauses& c, int verbs) const;
  [[nodiscard]] bool stands_in_phrase(const Draft& draft, const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] static bool is_most(const Draft& draft);
  [[nodiscard]] bool is_length(const Draft& draft) const;
  [[nodiscard]] static bool is_price(const Draft& draft);
  [[nodiscard]] bool is_of_told_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                       bool condition) const;
  [[nodiscard]] bool is_left_behind(const Draft& draft, const Clauses& c, std::size_t chunk,
                                    const Annotation& cue) const;
  [[nodiscard]] bool is_fronted(const Draft& draft, const Clauses& c, std::size_t chunk,
                                const Governor& governor) const;
  [[nodiscard]] bool begins_clause(const Draft& draft, const Clauses& c, std::size_t chunk,
                                   const Governor& governor) const;
  [[nodiscard]] bool is_of_other_verb(const Clauses& c, std::size_t chunk, const Draft& draft,
                                      const Governor& governor) const;
  [[nodiscard]] static bool comma_in(const Clauses& c, std::size_t from, std::size_t to);

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
  const CueWords& words_;
};

}  // namespace figmine::assembling
