// claim/measures/words_before: the phrases that stand before a figure where no verb leads to it: "revenue up
// 5%", "has a deeper hold, 900 m3", "Recovery 91.8%". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"

namespace figmine::measures {

// Finds measures in the phrases before a figure.
class WordsBefore {
 public:
  WordsBefore(const Figures& figures, const Setter& setter, const Verbs& verbs)
      : figures_(figures), look_(figures.look()), namer_(figures.namer()), setter_(setter), verbs_(verbs) {}

  // "revenue up 5%", "prices from $5": only small words stand between the phrase and the figure.
  bool phrase_touches(Draft& draft, std::size_t figure) const;
  // The nearest phrase of the clause that measures something, a few chunks back; none where a name itself
  // moves.
  bool weak_phrase_before(Draft& draft, std::size_t figure) const;
  // "has a deeper hold, 900 m3, than": a figure between commas says how much the phrase before it is.
  bool is_apposed(Draft& draft, std::size_t figure) const;
  // "a deeper hold, 900 m3, than the Corlan with 740 m3": of the other, the same.
  bool is_compared(std::size_t index, std::size_t figure) const;
  // "a top speed of 55 km/h and 150 horsepower": a phrase that another figure is of, which this one can't
  // be; or that only bounds this one: "a minimum of 40".
  [[nodiscard]] bool is_of_other(const Draft& draft, TokenRange phrase) const;

 private:
  [[nodiscard]] bool is_bound(const Draft& draft, TokenRange phrase) const;
  [[nodiscard]] bool only_tells(const Draft& draft, std::size_t phrase) const;
  [[nodiscard]] bool expects(const Draft& draft, std::size_t phrase) const;
  bool tells_size(Draft& draft, TokenRange phrase) const;
  bool goes_without_verb(Draft& draft, std::size_t figure) const;
  bool labels(Draft& draft, std::size_t phrase, std::size_t figure) const;
  [[nodiscard]] bool is_beside(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool begins_anew(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool is_counterpart(const Draft& draft, const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool is_rate(const Clauses& c, TokenRange chain) const;
  [[nodiscard]] std::size_t clause_begin(const Draft& draft, std::size_t figure) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
  const Setter& setter_;
  const Verbs& verbs_;
};

}  // namespace figmine::measures
