// claim/measures/described: nouns that name a measure only where a figure says how large that is: "a 6 MW
// Ridge Road Solar Project", "closes its $5 Million Seed Round", "Their prize was a 7-year contract". Tested
// by tests/cases and the corpus.
#pragma once

#include "claim/measures/attachments.h"
#include "claim/measures/figures.h"
#include "claim/measures/nouns_behind.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Sets measures by the noun behind a figure.
class Described {
 public:
  Described(const Figures& figures, const Setter& setter, const NounsBehind& nouns,
            const Attachments& attachments)
      : figures_(figures), look_(figures.look()), setter_(setter), nouns_(nouns), attachments_(attachments) {}

  // "the $230m Halden North project": what sort of thing the name is of.
  bool describes_named(Draft& draft, TokenRange after) const;
  // "the 2% threshold range", "rates it Buy with a $9 target"
  bool describes_held(Draft& draft, TokenRange after) const;
  // "Their prize was a 7-year contract"
  bool completes_copula(Draft& draft) const;
  // "a $107 million mixed-income community", "its 275-mile gravel trail"
  bool describes_common(Draft& draft) const;
  // "90% LTC"
  [[nodiscard]] bool is_acronym(const Draft& draft, TokenRange after) const;

 private:
  [[nodiscard]] bool is_reach(const Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_titled_thing(const Draft& draft, TokenRange after) const;
  [[nodiscard]] TokenRange titled_sum(const Draft& draft, TokenRange after) const;
  [[nodiscard]] bool is_titled_noun(TokenRange words, bool determined) const;
  [[nodiscard]] bool is_participle(std::uint32_t token) const;
  [[nodiscard]] bool is_holder(TokenRange words) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const NounsBehind& nouns_;
  const Attachments& attachments_;
};

}  // namespace figmine::measures
