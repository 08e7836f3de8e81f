// claim/subjects/measured: whose the measure is by its own words and those joined to them: "exports from
// Chile", "a plant with a capacity of 5 MW", "the pump market", a survey. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/subjects/actors.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds holders of measures; changes nothing.
class Measured {
 public:
  Measured(const Figures& figures, const Words& words, const Article& article, const Actors& actors)
      : figures_(figures),
        input_(figures.input()),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        article_(article),
        actors_(actors) {}

  // "Acme ranked 106 in the Halden list": the list is not what is ranked.
  [[nodiscard]] bool is_ranking(const Draft& draft) const;
  // "Tarn keeps 100% XVM equivalence", "a 4 kWh Lithium-Ion battery": a name that only tells what sort the
  // measured is, unlike a firm's.
  [[nodiscard]] bool is_attribute(const Draft& draft) const;
  // "closed a loan for a plant in Laval", "a refit in Italy": where something is that somebody named acts
  // upon, unlike "sales in Italy".
  [[nodiscard]] bool is_whereabouts(const Draft& draft) const;
  // "With 40 acres in Chile and 9 tons, Vexa is": a place with nothing measured.
  [[nodiscard]] bool is_bare_place(const Draft& draft) const;
  // "offers $5 in Vexa tokens", "after 30 years in the Halden Army": a name that tells what an amount is paid
  // in or where a time was spent, not a segment's.
  [[nodiscard]] bool is_content(const Draft& draft) const;
  // "its $5 million sale of Vexa shares": the pronoun before the amount, where a name stands behind it.
  [[nodiscard]] TokenRange owner_over_named(const Draft& draft) const;
  // "Corlan has a $5 million stake in Vexa": what somebody else has a part of.
  [[nodiscard]] bool is_held(const Draft& draft) const;
  // "wins a $5,000 prize pool in Vexa tokens": the coin that an amount is paid in.
  [[nodiscard]] bool is_paid_in(const Draft& draft) const;
  // "wins $5,000 worth of VEX": what is worth so much does not own it where somebody gets it.
  [[nodiscard]] bool is_worth(const Draft& draft) const;
  // "Corlan launched a $5,000 Summer Draw", "$9 Greek Fries": what costs or brings so much is not whom the
  // sum is told of, where somebody else acts or the article names it nowhere else.
  [[nodiscard]] bool is_titled_sum(const Draft& draft) const;
  // "30 years of work in Halden", "booked $5 of Series A income": what a time was spent on or where, what an
  // amount is of that somebody has.
  [[nodiscard]] bool is_filling(const Draft& draft) const;
  // "a 5% limit for Phase 1", "Series B: $0.01 par value": a letter or a number tells which one of what
  // somebody else has.
  [[nodiscard]] bool is_lettered(const Draft& draft, TokenRange name) const;
  // "Based on Halden data, the decline is 6%", "projected by Orb to hit $5 million": whose data or word it
  // is.
  [[nodiscard]] bool is_source(const Draft& draft) const;
  // "collected $5 million in fees from Vexa", "ordered 12 jets from Vexa": the name behind "from" gives what
  // the clause's subject takes.
  [[nodiscard]] bool is_from_giver(const Draft& draft, TokenRange name) const;
  // "The mast, standing at 30 metres, …", "Children, aged 5 to 7": a thing that has a size, people of an
  // age.
  [[nodiscard]] TokenRange sized_thing(const Draft& draft) const;
  // "The global pump market is set to reach $5 billion", "a newcomer to the $5 billion cheese trade": a
  // market is itself what is told of, unless the figure is what somebody is called: "Chile is a $5 billion
  // pump market".
  [[nodiscard]] TokenRange market_of(const Draft& draft) const;
  // "Home care is valued at $5 billion", "Influencer marketing is worth $5 billion": what is told by a noun
  // alone; empty otherwise.
  [[nodiscard]] TokenRange valued_thing(const Draft& draft) const;
  // "exports from Chile", "sales at Acme": a name that a preposition joins to the measure.
  [[nodiscard]] TokenRange named_after(const Draft& draft) const;
  // "a plant with a capacity of 5 MW": what a measure with "of" and its figure is told of.
  [[nodiscard]] TokenRange bearer_of(const Draft& draft) const;
  // "Corlan has built projects with a capacity of 100 MW": what is told of is Corlan rather than "projects".
  [[nodiscard]] bool yields_to_actor(const Draft& draft, TokenRange bearer) const;
  // "The poll has a 3% margin of error", "With 765 respondents, the poll …": what is a survey's own.
  [[nodiscard]] TokenRange survey_told(const Draft& draft) const;
  // "a survey of 1,000 adults": whom it asked is the survey's.
  [[nodiscard]] TokenRange survey_of(const Draft& draft) const;
  // "in tracts where the poverty rate is 20%": several in each of which what is measured is so.
  [[nodiscard]] TokenRange told_where(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_holder(const Entity* entity) const;
  [[nodiscard]] TokenRange actor_beside(const Draft& draft, TokenRange words) const;
  [[nodiscard]] bool is_meant_for(TokenRange name) const;
  [[nodiscard]] bool joins_by_in(const Draft& draft, Wanted noun) const;
  [[nodiscard]] bool bears_nothing(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool names_partner(TokenRange measure) const;
  [[nodiscard]] TokenRange with_name_before(const Draft& draft, TokenRange words) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Article& article_;
  const Actors& actors_;
};

}  // namespace figmine::subjects
