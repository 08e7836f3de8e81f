// claim/subjects/shares: whom a share is about: its whole, where that is a group, or those whom a survey
// asked. Tested by tests/cases and the corpus.
#pragma once

#include <optional>

#include "claim/subjects/article.h"
#include "claim/subjects/carrying.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/list_lead.h"
#include "claim/subjects/setter.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Finds the subjects of shares and answers.
class Shares {
 public:
  Shares(const Figures& figures, const Words& words, const Article& article, const Setter& setter,
         const Carrying& carrying, const ListLead& list_lead)
      : figures_(figures),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        article_(article),
        setter_(setter),
        carrying_(carrying),
        list_lead_(list_lead) {}

  // "45% of retired lorry owners" is about the owners, "38% of the flights" about whose flights they are.
  [[nodiscard]] bool is_group(const Draft& draft) const;
  // "Tarn bought 13% of Acme": what is measured is the name of the whole, and the share is another's.
  [[nodiscard]] bool measures_whole(const Draft& draft) const;
  // "The trust owns 8% of the company": the owner's.
  [[nodiscard]] bool is_owned(const Draft& draft) const;
  // "owns a 30% stake in Halden": the holder's, though Halden stands beside what is measured.
  [[nodiscard]] static bool is_stake(const Draft& draft) { return draft.came_by("share/stake-in"); }
  // "Roof waste accounts for 39% of emissions": common words that tell the part.
  [[nodiscard]] TokenRange part_told(const Draft& draft) const;
  // The whole of a share is what it is about; a share without one is of what the shares before were of.
  void find_whole(std::size_t index) const;
  // "That fell to 51%", "a quarter (26%) rent": what measures the same of the same is of the same whole.
  void complete_whole(std::size_t index) const;
  // A share whose whole is not said: "68% are betting …", "89% view the card as critical".
  [[nodiscard]] bool is_answer(const Draft& draft) const;
  // "61% have paid for 7 years": what those do whom a share counts is theirs.
  bool is_of_answer(std::size_t index) const;
  // "68% are betting …" in a survey: of those whom an earlier share was about, else of those it asked.
  void find_population(std::size_t index) const;

 private:
  [[nodiscard]] bool is_kind(const Draft& draft, TokenRange words) const;
  [[nodiscard]] bool acts_alone(const Draft& draft) const;
  [[nodiscard]] bool stands_first(const Clauses& c, std::size_t figure) const;
  // Those whom a share is of, and the whole where that is another.
  struct Population {
    Subject subject;
    std::optional<Phrase> whole;
  };
  void set_population(Draft& draft, const Population& told) const;
  [[nodiscard]] std::optional<Population> told_population(std::size_t index, std::size_t sentence) const;
  [[nodiscard]] bool is_of_other_groups(std::size_t index, const Draft& draft) const;
  [[nodiscard]] Population unrestricted(std::size_t index, const Population& told) const;
  [[nodiscard]] TokenRange people_told(std::size_t index) const;
  [[nodiscard]] TokenRange people_leading(const Draft& draft) const;
  [[nodiscard]] TokenRange things_told_with(const Draft& draft) const;
  [[nodiscard]] TokenRange people_in(std::size_t sentence) const;
  [[nodiscard]] TokenRange people_before(const Draft& draft) const;
  [[nodiscard]] bool tells_of_survey(const Draft& draft) const;

  const Figures& figures_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Article& article_;
  const Setter& setter_;
  const Carrying& carrying_;
  const ListLead& list_lead_;
};

}  // namespace figmine::subjects
