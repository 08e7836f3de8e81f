// claim/measures/verbs: what a verb says of its figure and of its subject: who acts, what moves, what is at a
// level, what the verb itself tells. Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/phrases.h"

namespace figmine::measures {

// Answers questions about a draft's clause; changes nothing.
class Verbs {
 public:
  Verbs(const Figures& figures, const Phrases& phrases)
      : figures_(figures), look_(figures.look()), namer_(figures.namer()), phrases_(phrases) {}

  // "analysts see 5%", "players spending $5m", "the Halvorsen family gave $40m": who does what a verb tells
  // measures nothing.
  [[nodiscard]] bool acts(const Draft& draft, std::size_t verb, std::size_t subject) const;
  // "The ferry was doing 20 knots", "the suspect is 6 feet tall": the phrase is of somebody or something of
  // which the figure tells a size, a length of time, a speed; it measures nothing.
  [[nodiscard]] bool gauges(const Draft& draft, TokenRange phrase) const;
  // "the drivers"
  [[nodiscard]] bool is_person(TokenRange phrase) const;
  // The first phrase of the verb's subject: "the speed of the cars was". A relative's is the one before it.
  [[nodiscard]] static TokenRange told_of(const Clauses& c, std::size_t verb, std::size_t subject);
  // "They have raised $5m", "researchers were awarded $5m": nothing measured is named, unlike "repairs cost
  // $5m".
  [[nodiscard]] bool does_something(const Draft& draft, std::size_t verb, std::size_t subject) const;
  // "Repairs cost $5m", "clearance takes two hours": the verb tells what its subject needs.
  [[nodiscard]] bool needs(const Draft& draft, std::uint32_t verb) const;
  // "paid", "produced": a verb of what somebody does.
  [[nodiscard]] bool tells_act(const Clauses& c, std::size_t verb) const;
  // "produced 2.1 Mt", "owe $5,000": a verb that says itself what is measured, unlike "was", "has",
  // "reached".
  [[nodiscard]] bool tells_what(const Draft& draft, std::size_t verb) const;
  // "a record", "an overwhelming": words between a verb or the clause's beginning and the figure.
  [[nodiscard]] bool describes_figure(const Draft& draft, std::uint32_t token) const;
  // "was raised", "is being built".
  [[nodiscard]] bool is_passive(const Chunk& verb) const;
  [[nodiscard]] bool describes_object(const Draft& draft) const;
  [[nodiscard]] bool sees_movement(const Draft& draft, std::uint32_t verb) const;
  // "costs $35 for adults", "the rate is 5% for members": for whom it is so, not what is measured.
  [[nodiscard]] bool tells_for_whom(const Draft& draft, TokenRange in) const;
  // "Free cash flow was $33m for a margin of 20%": a verb of being or reaching says of what the figure is.
  [[nodiscard]] bool levels(const Draft& draft) const;
  // The verb whose object the figure is: "paid a median $410,000", "signed for another 220 GWh"; kNoChunk
  // where what is measured stands between.
  [[nodiscard]] std::size_t governor(const Draft& draft, std::size_t figure) const;
  // The chunk before "a total of" where the preposition is the latter's; else the preposition itself.
  [[nodiscard]] std::size_t before_total(const Draft& draft, std::size_t preposition) const;
  // The subject's last chunk, or that of what is measured where the subject ends with words that only tell
  // which: "The price of a home coming to market in Oslo", "Turnout in Sunday's vote".
  [[nodiscard]] std::size_t measured_subject(const Clauses& c, std::size_t subject) const;
  // "Corlan expects sales of pumps to rise 4% and costs to fall 2%", "The law allowed rents to rise 3%": the
  // last chunk of what the verb before has as its object and the infinitive tells of; kNoChunk where none
  // stands.
  [[nodiscard]] std::size_t subject_of_infinitive(const Draft& draft, std::size_t verb) const;
  // The words of the verb's subject. "talks with Acme, which is 29 percent held": a relative goes with the
  // name right before it, and with what an "of" joins to it.
  [[nodiscard]] TokenRange subject_chain(const Draft& draft, std::size_t verb, std::size_t subject) const;
  // How a noun of movement is to be read in the verb's subject. "Wage growth slowed to 4.1%", "Growth was
  // revised to 2.4%": the verb moves the movement.
  [[nodiscard]] Namer::Movement movement_of(const Draft& draft, const Clauses& c, std::size_t verb) const;
  // "The Cordia World Index rose 0.4 percent": what is named is itself what moves.
  [[nodiscard]] bool moves_by_name(const Draft& draft) const;

  // "The charge for delivering water": the chain with the phrase before a gerund whose object it is.
  [[nodiscard]] TokenRange with_gerund(const Clauses& c, TokenRange chain) const;

 private:
  [[nodiscard]] bool receives(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] std::size_t before_participle(const Clauses& c, TokenRange chain) const;
  [[nodiscard]] std::size_t first_infinitive(const Clauses& c, std::size_t verb) const;
  [[nodiscard]] std::size_t before_infinitive(const Clauses& c, TokenRange chain) const;
  [[nodiscard]] std::size_t described_people(const Clauses& c, TokenRange chain) const;
  [[nodiscard]] bool is_aim(const Chunk& verb) const;
  [[nodiscard]] std::uint32_t borne_from(const Clauses& c, TokenRange chain, std::size_t subject) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Phrases& phrases_;
};

}  // namespace figmine::measures
