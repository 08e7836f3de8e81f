#include "claim/attribution/lists.h"

namespace figmine::attribution {

const Speech* Lists::leading_in(const Draft& draft) const {
  const std::size_t lead = list_lead_.lead_of(draft.sentence);
  if (lead == draft.sentence || quotes_.holds(draft) || !list_lead_.announces(lead)) return nullptr;
  const std::span<const Speech> told = speeches_.in(lead, lead + 1);
  if (told.empty() || told.back().in_quote || quotes_.are_before(told.back())) return nullptr;
  return is_own(told.back()) && draft.fact.status == "reported" ? nullptr : &told.back();
}

// Whether the firm that the article is about speaks.
bool Lists::is_own(const Speech& speech) const {
  const Entity* main = figures_.entities().main();
  const std::string speaker = names_.full_name(speech.speaker);
  return words_.is(fold(speaker), "self_reference") || (main != nullptr && speaker == main->name);
}

}  // namespace figmine::attribution
