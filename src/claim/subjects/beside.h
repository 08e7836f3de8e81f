// claim/subjects/beside: whom a rule names, or what stands right beside the figure tells: who is ranked, who
// may take up an offer, who trades, where those who are counted live. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/actors.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds holders near a figure; changes nothing.
class Beside {
 public:
  Beside(const Figures& figures, const Words& words, const Verbs& verbs, const Actors& actors)
      : figures_(figures),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        verbs_(verbs),
        actors_(actors) {}

  // What a rule took for the subject; "Among the highlights, sales rose" opens with none.
  [[nodiscard]] bool names_subject(const Draft& draft) const;
  // "Canteen issues rose to #4", "with drowning ranking as the 11th cause of death": what has the rank,
  // though it is no name.
  [[nodiscard]] TokenRange ranked_in(const Draft& draft) const;
  // "Corlan granted the tenants a 60-day extension", "fined the ferry line $3 million", "sentenced the cook
  // to two years": who gets it.
  [[nodiscard]] TokenRange granted_to(const Draft& draft) const;
  // "A court ordered the ferry line to pay $3 million": who is made to do what the figure's verb tells.
  [[nodiscard]] TokenRange made_to(const Draft& draft) const;
  // "the founder Lena Fors and her three partners": the name that "and" joins to a person's pronoun right
  // before the figure.
  [[nodiscard]] TokenRange owned_by(const Draft& draft) const;
  // "the firm's repayment of $7 million in loans", "Vexa's status as a top seven lender": whose doing or
  // place it is.
  [[nodiscard]] TokenRange doer_of_event(const Draft& draft) const;
  // "Lena Fors, a resident of Oslo for 33 years": the name before the comma.
  [[nodiscard]] TokenRange apposed_for(const Draft& draft) const;
  // "used her 40 years at Tolvik": the person's pronoun right before a length of time.
  [[nodiscard]] TokenRange own_time(const Draft& draft) const;
  // "The hospital's 340 nurses": in an article about no firm, the owner of those counted.
  [[nodiscard]] TokenRange common_owner(const Draft& draft) const;
  // "The magazine named Corlan the best bank for four years": whom the figure's verb gives a title or a rank.
  [[nodiscard]] TokenRange honoured(const Draft& draft) const;
  // "Acme acquired Vexa Pumps for $60 million": whose trade it is, not what was traded.
  [[nodiscard]] TokenRange trader_of(const Draft& draft) const;
  // "Acme sold a building in Laval for $21 million", "Vexa has a share of 20% in Chile": a firm's where the
  // place only says where.
  [[nodiscard]] TokenRange doer_at(const Draft& draft) const;
  // "About 6 million adults in Chile live with it", "Some 5,000 tourists visited Chile": what a sentence
  // counts in its subject is the country's where it lives or goes.
  [[nodiscard]] TokenRange home_of(const Draft& draft) const;
  // "Vexa Capital, a fund manager with over $2 billion in assets", "Vexa, a consultant with 25 years of
  // experience": the name that the phrase behind the comma tells of.
  [[nodiscard]] TokenRange apposed_with(const Draft& draft) const;
  // "It is one of 36 mines within the Corlan estate": those of which one is told belong to what holds
  // them.
  [[nodiscard]] TokenRange home_of_members(const Draft& draft) const;

 private:
  [[nodiscard]] static bool begins_clause_between(const Clauses& c, std::size_t begin, std::size_t end);
  [[nodiscard]] bool is_ordered(const Draft& draft, std::size_t doer) const;
  [[nodiscard]] bool opens_count(const Analysis& a, TokenRange words) const;
  [[nodiscard]] TokenRange owner_measured(const Draft& draft) const;

  const Figures& figures_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Verbs& verbs_;
  const Actors& actors_;
};

}  // namespace figmine::subjects
