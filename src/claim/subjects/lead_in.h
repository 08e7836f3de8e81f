// claim/subjects/lead_in: whom an item of a list is about that goes on with the sentence before the list:
// "Firms with a plan do better, as they are: * twice as likely to grow". Tested by tests/cases.
#pragma once

#include "claim/subjects/figures.h"
#include "claim/subjects/list_lead.h"
#include "claim/subjects/verbs.h"

namespace figmine::subjects {

// Finds the subject of the sentence that leads to a list; changes nothing.
class LeadIn {
 public:
  LeadIn(const Figures& figures, const Verbs& verbs, const ListLead& list_lead)
      : figures_(figures),
        input_(figures.input()),
        look_(figures.look()),
        namer_(figures.namer()),
        verbs_(verbs),
        list_lead_(list_lead) {}

  // The subject of the sentence that the figure's item goes on with; empty where it begins a sentence of its
  // own.
  [[nodiscard]] TokenRange subject_for(const Draft& draft) const;

 private:
  [[nodiscard]] bool does_something(const Draft& draft) const;
  [[nodiscard]] bool goes_on(const Draft& draft) const;
  [[nodiscard]] TokenRange subject_of(std::size_t sentence, bool does) const;
  [[nodiscard]] bool takes_object(std::uint32_t verb) const;
  [[nodiscard]] TokenRange subject_of_verb(const Clauses& c, std::size_t verb) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
  const Namer& namer_;
  const Verbs& verbs_;
  const ListLead& list_lead_;
};

}  // namespace figmine::subjects
