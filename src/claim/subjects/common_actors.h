// claim/subjects/common_actors: whether common words that act are whom a figure is about, by what it tells
// and whom the article is about: "Hay fever is the third most common ailment", "Roofs burn well, while slate
// tiles achieve lifetimes of 90 years". Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/acting.h"
#include "claim/subjects/article.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/verbs.h"

namespace figmine::subjects {

// Judges the subjects of verbs; changes nothing.
class CommonActors {
 public:
  CommonActors(const Figures& figures, const Verbs& verbs, const Article& article)
      : figures_(figures),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        verbs_(verbs),
        article_(article) {}

  // Common words that act, where the figure counts or the article is about nobody known.
  [[nodiscard]] bool is_common_actor(const Draft& draft, const Acting& acting, const Naming& naming) const;
  // What a participle describes of the words; else the words.
  [[nodiscard]] TokenRange last_described(const Clauses& c, const Acting& acting, TokenRange words) const;
  // "slate tiles achieve lifetimes of 90 years": several of a sort in a clause of their own.
  [[nodiscard]] TokenRange several_acting(const Draft& draft, const Acting& acting,
                                          const Naming& naming) const;

 private:
  [[nodiscard]] bool has_moved(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool opens_clause_bare(const Analysis& a, const Clauses& c, TokenRange words) const;
  [[nodiscard]] bool begins_clause(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool opens_bare(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool is_sort_told(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool is_defined(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool has_itself(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool is_measure(const Draft& draft, TokenRange range) const;

  const Figures& figures_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Verbs& verbs_;
  const Article& article_;
};

}  // namespace figmine::subjects
