// claim/subjects/carrying: what goes on where the figure's own clause names nobody: an earlier figure's
// subject, a label, a topic, at last the article's own. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/actors.h"
#include "claim/subjects/article.h"
#include "claim/subjects/coins.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/projects.h"
#include "claim/subjects/setter.h"
#include "claim/subjects/topics.h"

namespace figmine::subjects {

// Takes subjects over; the last resort.
class Carrying {
 public:
  Carrying(const Figures& figures, const Coins& coins, Article& article, Topics& topics, const Setter& setter,
           const Actors& actors, const Projects& projects)
      : figures_(figures),
        input_(figures.input()),
        entities_(figures.entities()),
        look_(figures.look()),
        coins_(coins),
        article_(article),
        topics_(topics),
        setter_(setter),
        actors_(actors),
        projects_(projects) {}

  // A subject that was named earlier in the sentence, or that "the segment" takes up again, goes on; else the
  // article's own.
  void carry(std::size_t index) const;
  // A figure that took over its measure takes over its subject.
  bool inherits_with_measure(std::size_t index) const;

 private:
  [[nodiscard]] bool take_counted_doer(std::size_t index) const;
  [[nodiscard]] bool take_earlier(std::size_t index) const;
  [[nodiscard]] bool is_doer_behind(const Clauses& c, std::size_t figure) const;
  [[nodiscard]] bool take_told_of(std::size_t index) const;
  void take_main(Draft& draft) const;
  [[nodiscard]] static bool is_told_apart(const Draft& earlier, const Draft& later);
  [[nodiscard]] bool takes_up(const Draft& draft) const;
  [[nodiscard]] bool has_other_actor(const Draft& draft, const Draft& earlier) const;
  [[nodiscard]] bool inherits_nobody(std::size_t index) const;
  [[nodiscard]] const Subject* thing_before(std::size_t index) const;
  [[nodiscard]] bool is_named_thing(const Subject& subject) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Coins& coins_;
  Article& article_;
  Topics& topics_;
  const Setter& setter_;
  const Actors& actors_;
  const Projects& projects_;
};

}  // namespace figmine::subjects
