// claim/attribution/setter: writes who says it into a fact. Tested by tests/cases and the corpus.
#pragma once

#include "claim/attribution/references.h"

namespace figmine::attribution {

// Changes only the drafts that it is given.
class Setter {
 public:
  Setter(const subjects::Figures& figures, const Words& words, const Quotes& quotes, const Names& names,
         const Speeches& speeches, const Persons& persons, const References& references)
      : figures_(figures),
        look_(figures.look()),
        entities_(figures.entities()),
        words_(words),
        quotes_(quotes),
        names_(names),
        speeches_(speeches),
        persons_(persons),
        references_(references) {}

  void set(Draft& draft, const Speech& speech, bool inferred) const;

 private:
  [[nodiscard]] Meant source_of(const Draft& draft, const Speech& speech) const;
  [[nodiscard]] std::string name_of(const Draft& draft, const Meant& source) const;
  [[nodiscard]] bool tells_of_itself(const std::string& folded, TokenRange words) const;
  [[nodiscard]] std::string told_before(const Draft& draft) const;
  [[nodiscard]] bool names_firm(const Subject& told) const;

  const subjects::Figures& figures_;
  const Looker& look_;
  const Entities& entities_;
  const Words& words_;
  const Quotes& quotes_;
  const Names& names_;
  const Speeches& speeches_;
  const Persons& persons_;
  const References& references_;
};

}  // namespace figmine::attribution
