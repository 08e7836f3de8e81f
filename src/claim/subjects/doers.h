// claim/subjects/doers: people, segments and things without a name that act for themselves, whatever the
// article is about: "First-time users of Acme spend $5", "A lorry weighs up to 40 tons". Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/subjects/acting.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Judges the subjects of verbs; changes nothing.
class Doers {
 public:
  Doers(const Figures& figures, const Words& words, const Verbs& verbs)
      : figures_(figures), look_(figures.look()), words_(words), verbs_(verbs) {}

  // "the home appliance segment earned $5m": people and segments, unless the phrase says whose they are.
  [[nodiscard]] TokenRange common_holder(const Analysis& a, const Clauses& c, TokenRange chain,
                                         TokenRange name) const;
  // "The mine has a life of nine years": a thing of the lexicon's type that is told of.
  [[nodiscard]] TokenRange thing_of(const Analysis& a, TokenRange chain, TokenRange name,
                                    std::string_view type) const;
  // "A lorry weighs up to 40 tons": whatever is of its sort.
  [[nodiscard]] TokenRange any_one(const Draft& draft, const Acting& acting, const Naming& naming) const;

 private:
  [[nodiscard]] TokenRange joined_branch(const Analysis& a, const Clauses& c, TokenRange chain) const;
  [[nodiscard]] TokenRange numbered_one(const Analysis& a, TokenRange words) const;
  [[nodiscard]] bool are_doers(const Analysis& a, const Clauses& c, TokenRange chain) const;

  const Figures& figures_;
  const Looker& look_;
  const Words& words_;
  const Verbs& verbs_;
};

}  // namespace figmine::subjects
