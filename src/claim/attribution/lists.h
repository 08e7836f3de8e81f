// claim/attribution/lists: who tells the items of a list: "According to a Halden survey: * 40% shop by
// phone". Tested by tests/cases and the corpus.
#pragma once

#include "claim/attribution/names.h"
#include "claim/attribution/quotes.h"
#include "claim/attribution/speeches.h"
#include "claim/subjects/list_lead.h"

namespace figmine::attribution {

// Looks at the sentence before a list; changes nothing.
class Lists {
 public:
  Lists(const subjects::Figures& figures, const Words& words, const Quotes& quotes, const Names& names,
        const Speeches& speeches)
      : figures_(figures), words_(words), quotes_(quotes), names_(names), speeches_(speeches) {}

  // The speech that leads in the list whose item tells the figure; nullptr where there is none. What a firm
  // reports of itself has no speaker, but what it expects has.
  [[nodiscard]] const Speech* leading_in(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_own(const Speech& speech) const;

  const subjects::Figures& figures_;
  const Words& words_;
  const Quotes& quotes_;
  const Names& names_;
  const Speeches& speeches_;
  subjects::ListLead list_lead_{figures_};
};

}  // namespace figmine::attribution
