// claim/subjects/fronted: the subject behind a phrase that opens the sentence: "With a body just 6.9 mm
// thick, the Aurel is …". Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/coins.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds whom an opening phrase is about; changes nothing.
class Fronted {
 public:
  Fronted(const Figures& figures, const Words& words, const Verbs& verbs, const Coins& coins)
      : figures_(figures),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        verbs_(verbs),
        coins_(coins) {}

  // "With a body just 6.9 mm thick, the Aurel is …", "Valued at $5m, Acme …": the subject of the clause that
  // the figure's phrase opens, where that is a name.
  [[nodiscard]] TokenRange behind_fronted(const Draft& draft) const;
  // The sentence's first chunk, behind a label and adverbs.
  [[nodiscard]] std::size_t opening(const Clauses& c) const;

  // "In Chile, prices rose 3%", "Across the euro zone, unemployment fell to 6%": the place that opens the
  // figure's sentence.
  [[nodiscard]] TokenRange place_before(const Draft& draft) const;
  // "In Halden Quest, players pick one of five maps": a thing's name that opens the figure's sentence, which
  // tells of nobody else.
  [[nodiscard]] TokenRange thing_before(const Draft& draft) const;

 private:
  // The area that the sentence opens in, before the figure's clause.
  [[nodiscard]] TokenRange area_before(const Draft& draft) const;
  [[nodiscard]] TokenRange area_at(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  // The subject of a clause and its verb.
  struct Behind {
    TokenRange words;  // empty where none stands there
    TokenRange verb;
    bool whole = false;  // "we", "Lena A. Fors": to be taken as they are
  };

  [[nodiscard]] TokenRange opening_behind(const Draft& draft, Wanted preposition) const;
  [[nodiscard]] bool tells_of_main(const Draft& draft, TokenRange name) const;
  [[nodiscard]] bool opens_adverbially(const Draft& draft, const Clauses& c, std::size_t first) const;
  [[nodiscard]] bool opens_described(const Clauses& c, std::size_t first) const;
  [[nodiscard]] bool opens_with_quality(const Clauses& c, std::size_t first) const;
  [[nodiscard]] bool tells_of_person(TokenRange words) const;
  [[nodiscard]] TokenRange market_of(const Analysis& a, TokenRange phrase) const;
  [[nodiscard]] TokenRange thing_of(const Analysis& a, TokenRange phrase) const;
  [[nodiscard]] Behind subject_behind(const Draft& draft, std::size_t figure, bool described) const;
  [[nodiscard]] Behind beginning_clause(const Analysis& a, const Clauses& c, std::size_t subject) const;
  [[nodiscard]] bool acts(const Analysis& a, const Clauses& c, std::size_t verb) const;
  [[nodiscard]] std::size_t last_of_name(const Clauses& c, std::size_t first) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Verbs& verbs_;
  const Coins& coins_;
};

}  // namespace figmine::subjects
