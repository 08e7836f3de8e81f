// claim/holders/contrasts: names and groups that tell figures of one sentence apart: "28% at Tavora and 17%
// at Corlan". Tested by tests/cases.
#pragma once

#include "claim/holders/names.h"
#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Contrasts {
 public:
  Contrasts(const Sentence& sentence, const Names& names)
      : namer_(sentence.namer), look_(sentence.look), clauses_(sentence.clauses), names_(names) {}

  // "28% at Tavora and 17% at Corlan": names that the same word joins to several figures tell these apart.
  [[nodiscard]] TokenRange told_apart(const Draft& draft, std::size_t figure) const;

 private:
  [[nodiscard]] TokenRange other_people(std::size_t figure) const;
  [[nodiscard]] TokenRange compared_people(std::size_t figure) const;
  [[nodiscard]] bool joins_people(std::size_t link) const;
  [[nodiscard]] TokenRange place_after(std::size_t figure) const;
  [[nodiscard]] TokenRange twin_after(std::size_t figure) const;
  [[nodiscard]] bool joins_twin(std::size_t figure) const;
  [[nodiscard]] bool are_twins(TokenRange own, TokenRange other) const;
  [[nodiscard]] bool is_one_word(TokenRange words) const;
  [[nodiscard]] bool is_new(TokenRange words) const;

  const Namer& namer_;
  const Looker& look_;
  const Clauses& clauses_;
  const Names& names_;
};

}  // namespace figmine::holders
