// claim/subjects/actors: who does what the sentence says: the subject of the verb that governs the figure, or
// of one further out. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/article.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/mentions.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds actors; changes nothing.
class Actors {
 public:
  Actors(const Figures& figures, const Words& words, const Mentions& mentions, const Verbs& verbs,
         Article& article)
      : figures_(figures),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        mentions_(mentions),
        verbs_(verbs),
        article_(article) {}

  // Who does what the verb says, where that is a name or stands for one; who only reports it is not meant.
  [[nodiscard]] TokenRange actor_of(const Draft& draft) const;
  // "The mine has a life of nine years": a thing told of that is the subject of the figure's own verb.
  [[nodiscard]] TokenRange acting_thing(const Draft& draft) const;
  // "Participants can win a share of the 100,000 tokens": people who take part in what somebody else sets
  // out.
  [[nodiscard]] TokenRange multiplier_of(const Draft& draft) const;
  [[nodiscard]] bool only_take_part(const Draft& draft, const Clauses& c, TokenRange people) const;

 private:
  // A verb that governs the figure, and its subject.
  struct Acting {
    std::size_t verb = 0;
    std::size_t subject = 0;
    TokenRange chain;       // the subject with all that is joined to it
    bool relative = false;  // "which has"
    bool measured = false;  // a nearer verb's subject was the measure: what this one does is another matter
  };

  [[nodiscard]] bool are_offered(const Draft& draft, const Clauses& c, TokenRange people) const;
  [[nodiscard]] std::size_t colon_before_items(const Clauses& c, std::size_t figure) const;
  [[nodiscard]] TokenRange aim_owner(const Analysis& a, const Clauses& c, std::size_t verb) const;
  [[nodiscard]] TokenRange expected_of(const Draft& draft, const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool only_tells(const Draft& draft, const Clauses& c, const Acting& acting) const;
  [[nodiscard]] bool is_polled(const Clauses& c, std::size_t subject) const;
  [[nodiscard]] bool is_within_measured(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] TokenRange told_actor(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] TokenRange identified(const Clauses& c, std::size_t verb, TokenRange chain) const;
  [[nodiscard]] TokenRange name_explained(const Analysis& a, const Clauses& c, const Acting& acting) const;
  [[nodiscard]] TokenRange people_meant(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange officer_meant(const Analysis& a, const Clauses& c, std::size_t firm) const;
  [[nodiscard]] TokenRange apposed_name(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange named_actor(const Draft& draft, const Acting& acting, const Naming& naming) const;
  [[nodiscard]] TokenRange any_one(const Draft& draft, const Acting& acting, const Naming& naming) const;
  [[nodiscard]] bool is_where(const Analysis& a, const Clauses& c, const Naming& naming) const;
  [[nodiscard]] bool is_beside_counted(const Clauses& c, TokenRange place) const;
  [[nodiscard]] TokenRange with_head(const Draft& draft, const Naming& naming) const;
  [[nodiscard]] bool is_common_actor(const Draft& draft, const Acting& acting, const Naming& naming) const;
  [[nodiscard]] TokenRange last_described(const Clauses& c, const Acting& acting, TokenRange words) const;
  [[nodiscard]] TokenRange several_acting(const Draft& draft, const Acting& acting,
                                          const Naming& naming) const;
  [[nodiscard]] bool opens_clause_bare(const Analysis& a, const Clauses& c, TokenRange words) const;
  [[nodiscard]] bool are_of_place(const Analysis& a, const Naming& naming) const;
  [[nodiscard]] bool has_moved(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool opens_bare(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool is_defined(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool is_sort_told(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] bool is_measure(const Draft& draft, TokenRange range) const;
  [[nodiscard]] TokenRange name_set_off(const Analysis& a, const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool says_what(const Analysis& a, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange common_holder(const Analysis& a, const Clauses& c, TokenRange chain,
                                         TokenRange name) const;
  [[nodiscard]] TokenRange numbered_one(const Analysis& a, TokenRange words) const;
  [[nodiscard]] bool are_doers(const Analysis& a, const Clauses& c, TokenRange chain) const;
  [[nodiscard]] TokenRange thing_of(const Analysis& a, TokenRange chain, TokenRange name,
                                    std::string_view type) const;

  const Figures& figures_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Mentions& mentions_;
  const Verbs& verbs_;
  Article& article_;
};

}  // namespace figmine::subjects
