#include "claim/attribution.h"

#include "claim/attribution/lists.h"
#include "claim/attribution/names.h"
#include "claim/attribution/paragraphs.h"
#include "claim/attribution/persons.h"
#include "claim/attribution/quotes.h"
#include "claim/attribution/reader.h"
#include "claim/attribution/references.h"
#include "claim/attribution/setter.h"
#include "claim/attribution/speeches.h"
#include "claim/attribution/telling.h"
#include "claim/attribution/voices.h"
#include "claim/attribution/words.h"

namespace figmine {
namespace attribution {
namespace {

// The order of evidence: a figure is told by whom the first step that finds somebody says.
class AttributionFinder {
 public:
  AttributionFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                    const Entities& entities)
      : figures_(drafts, input, clauses, entities) {}

  void run() {
    for (Draft& draft : figures_.drafts()) attribute(draft);
  }

 private:
  void attribute(Draft& draft) const {
    const std::span<const Speech> own = speeches_.in(draft.sentence, draft.sentence + 1);
    const std::optional<Speech>& author = speeches_.author();
    if (const Speech* speech = telling_.of(own, draft, false); speech != nullptr)
      return setter_.set(draft, *speech, false);
    if (author && !quotes_.holds(draft) && is_opinion(draft)) return setter_.set(draft, *author, true);
    if (const Speech* speech = paragraphs_.going_on(draft); speech != nullptr)
      return setter_.set(draft, *speech, true);
    if (const Speech* speech = telling_.of(own, draft, true); speech != nullptr)
      return setter_.set(draft, *speech, false);
    if (const Speech* speech = lists_.leading_in(draft); speech != nullptr) setter_.set(draft, *speech, true);
  }

  // "our estimates of $44m", "this arrives at a valuation of …": what the article's author holds.
  bool is_opinion(const Draft& draft) const {
    const Analysis& a = figures_.analysis(draft);
    const bool awaited = draft.fact.status == "estimate" || draft.fact.status == "target";
    if (awaited && figures_.look().holds(a, "measure.valuation")) return true;
    return figures_.look().holds(a, "first_person") && draft.fact.status != "reported";
  }

  // Lower layers first: each is made of those before it.
  subjects::Figures figures_;
  Words words_{figures_.look()};
  Quotes quotes_{figures_.look()};
  Names names_{figures_.look(), figures_.entities(), words_};
  Reader reader_{figures_.look(), words_};
  Voices voices_{figures_.look(), words_, quotes_, names_};
  Speeches speeches_{figures_.look(), reader_, voices_};
  Persons persons_{figures_.look(), names_, speeches_};
  Telling telling_{figures_.look(), words_, quotes_};
  Paragraphs paragraphs_{figures_.look(), words_, quotes_, speeches_, persons_};
  Lists lists_{figures_, words_, quotes_, names_, speeches_};
  References references_{figures_, words_, quotes_, speeches_, persons_};
  Setter setter_{figures_, words_, quotes_, names_, speeches_, persons_, references_};
};

}  // namespace
}  // namespace attribution

void find_attributions(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                       const Entities& entities) {
  attribution::AttributionFinder(drafts, input, clauses, entities).run();
}

}  // namespace figmine
