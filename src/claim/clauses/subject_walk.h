// claim/clauses/subject_walk: the subject of a verb, found on the way to its left. Tested by
// tests/unit/claim_test.cc.
#pragma once

#include "claim/clauses/insertions.h"

namespace figmine::clauses {

// Looks at the chunks of a sentence; changes nothing.
class SubjectWalk {
 public:
  explicit SubjectWalk(const Clauses& clauses) : clauses_(clauses), insertions_(clauses) {}

  // As Clauses::subject_of() says.
  [[nodiscard]] std::size_t of(std::size_t verb) const;

 private:
  // Where the walk has come to.
  struct Step {
    bool done = false;  // the chunk is the answer, else the walk goes on to the left of it
    std::size_t chunk = 0;
  };
  [[nodiscard]] Step step(std::size_t chunk, std::size_t verb) const;
  [[nodiscard]] Step at_phrase(std::size_t phrase) const;
  [[nodiscard]] Step at_figure(std::size_t figure) const;
  [[nodiscard]] Step at_relative(std::size_t relative) const;
  [[nodiscard]] Step at_comma(std::size_t comma, std::size_t verb) const;
  [[nodiscard]] std::size_t before_describing(std::size_t comma) const;
  [[nodiscard]] Step at_conjunction(std::size_t conjunction) const;
  [[nodiscard]] Step to_verb_before(std::size_t chunk) const;
  [[nodiscard]] bool is_infinitive_before(std::size_t to, std::size_t verb) const;
  [[nodiscard]] std::size_t verb_within(std::size_t phrase) const;
  [[nodiscard]] std::size_t with_before(std::size_t chunk, Part part) const;
  [[nodiscard]] bool ends_object(std::size_t first, std::size_t last, std::size_t verb) const;
  [[nodiscard]] bool lists_verbs(std::size_t comma, std::size_t verb) const;
  [[nodiscard]] std::size_t head_before(std::size_t figure) const;
  [[nodiscard]] std::size_t holder_of(std::size_t pronoun) const;
  [[nodiscard]] std::size_t before_relative(std::size_t phrase) const;
  [[nodiscard]] bool is_participle_object(std::size_t phrase) const;

  const Clauses& clauses_;
  Insertions insertions_;
};

}  // namespace figmine::clauses
