// claim/subjects/actors: who does what the sentence says: the subject of the verb that governs the figure, or
// of one further out. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/acting.h"
#include "claim/subjects/article.h"
#include "claim/subjects/common_actors.h"
#include "claim/subjects/doers.h"
#include "claim/subjects/explanations.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/mentions.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds actors; changes nothing.
class Actors {
 public:
  Actors(const Figures& figures, const Words& words, const Mentions& mentions, const Verbs& verbs,
         Article& article, const Explanations& explanations, const CommonActors& common_actors,
         const Doers& doers)
      : figures_(figures),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        mentions_(mentions),
        verbs_(verbs),
        article_(article),
        explanations_(explanations),
        common_actors_(common_actors),
        doers_(doers) {}

  // Who does what the verb says, where that is a name or stands for one; who only reports it is not meant.
  [[nodiscard]] TokenRange actor_of(const Draft& draft) const;
  // "The mine has a life of nine years": a thing told of that is the subject of the figure's own verb.
  [[nodiscard]] TokenRange acting_thing(const Draft& draft) const;
  // "Ten winners will receive $5,000": the words of the count, where it opens the clause and acts.
  [[nodiscard]] TokenRange counted_doer(const Draft& draft) const;
  // "Participants can win a share of the 100,000 tokens": people who take part in what somebody else sets
  // out.
  [[nodiscard]] bool only_take_part(const Draft& draft, const Clauses& c, TokenRange people) const;

 private:
  [[nodiscard]] TokenRange multiplier_of(const Draft& draft) const;
  [[nodiscard]] std::size_t verb_outwards(const Clauses& c, std::size_t at, bool own) const;
  [[nodiscard]] TokenRange doer_before(const Draft& draft, const Clauses& c, std::size_t verb,
                                       bool own) const;
  [[nodiscard]] TokenRange acting_subject(const Draft& draft, const Acting& acting, bool own) const;
  [[nodiscard]] bool are_offered(const Draft& draft, const Clauses& c, TokenRange people) const;
  [[nodiscard]] std::size_t colon_before_items(const Clauses& c, std::size_t figure) const;
  [[nodiscard]] TokenRange aim_owner(const Analysis& a, const Clauses& c, std::size_t verb) const;
  [[nodiscard]] TokenRange expected_of(const Draft& draft, const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool only_tells(const Draft& draft, const Clauses& c, const Acting& acting) const;
  [[nodiscard]] bool is_venue(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool is_source(const Clauses& c, const Acting& acting) const;
  [[nodiscard]] bool is_forecaster(const Clauses& c, std::size_t firm) const;
  [[nodiscard]] bool is_polled(const Clauses& c, std::size_t subject) const;
  [[nodiscard]] bool is_within_measured(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] TokenRange told_actor(const Draft& draft, const Acting& acting) const;
  [[nodiscard]] TokenRange named_actor(const Draft& draft, const Acting& acting, const Naming& naming) const;
  [[nodiscard]] bool is_where(const Analysis& a, const Clauses& c, const Naming& naming) const;
  [[nodiscard]] bool are_of_place(const Analysis& a, const Naming& naming) const;
  [[nodiscard]] bool is_beside_counted(const Clauses& c, TokenRange place) const;
  [[nodiscard]] TokenRange body_of(const Analysis& a, TokenRange words) const;
  [[nodiscard]] TokenRange with_head(const Draft& draft, const Naming& naming) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Mentions& mentions_;
  const Verbs& verbs_;
  Article& article_;
  const Explanations& explanations_;
  const CommonActors& common_actors_;
  const Doers& doers_;
};

}  // namespace figmine::subjects
