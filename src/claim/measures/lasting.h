// claim/measures/lasting: what lasts or has been done for a length of time: "was closed for three weeks",
// "has been baking in Malmo for 21 years". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/phrases.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Finds the measures of durations.
class Lasting {
 public:
  Lasting(const Figures& figures, const Setter& setter, const Verbs& verbs)
      : figures_(figures), look_(figures.look()), setter_(setter), verbs_(verbs) {}

  // "was closed for three weeks", "has been unemployed for two years": the state that lasts.
  bool lasts(Draft& draft) const;
  // "has been baking in Malmo for more than 21 years", "has been the source of news for 90 years": how
  // long something has been done.
  bool has_done_for(Draft& draft) const;
  // "will hire 50,000 workers over 10 years": how long what was told before takes.
  bool takes_so_long(std::size_t index) const;
  // "The prizes will be handed out 15 days after the fair ends": what happens so long before or after.
  bool happens_so_long_after(Draft& draft) const;

 private:
  [[nodiscard]] bool spans_time(const Draft& draft) const;
  bool is_done_to_count(Draft& draft, const Draft& counted) const;
  [[nodiscard]] std::size_t length_link(const Draft& draft) const;
  bool is_somewhere(Draft& draft, std::size_t link) const;
  [[nodiscard]] bool is_participle(std::uint32_t token) const;
  bool opens_sentence(Draft& draft, std::size_t link) const;
  bool is_so_somewhere(Draft& draft, std::size_t link) const;
  bool is_done_with(Draft& draft, std::size_t verb, std::size_t link) const;
  [[nodiscard]] TokenRange shortened(const Clauses& c, std::size_t verb, std::size_t link) const;
  [[nodiscard]] bool is_told_of_length(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] TokenRange with_subject(const Draft& draft, std::size_t verb) const;
  bool stays_somewhere(Draft& draft, std::size_t verb, std::size_t link) const;
  bool is_fronted(Draft& draft) const;
  [[nodiscard]] std::size_t behind_event(const Clauses& c, std::size_t figure) const;
  bool is_done_meanwhile(Draft& draft) const;
  [[nodiscard]] bool is_attribute(const Draft& draft, std::size_t chunk) const;
  [[nodiscard]] bool tells_doing(std::uint32_t verb) const;
  [[nodiscard]] std::size_t stretch_link(const Draft& draft) const;
  bool does_in(Draft& draft) const;
  bool is_done_in(Draft& draft, std::size_t verb) const;
  bool does_for(Draft& draft, std::size_t verb, std::size_t link) const;
  [[nodiscard]] std::size_t has_been(const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool goes_on_for(const Draft& draft, TokenRange verb) const;
  [[nodiscard]] bool is_state(const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool names_lasting(const Clauses& c, std::size_t verb) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Verbs& verbs_;
};

}  // namespace figmine::measures
