#include "claim/subjects/carrying.h"

#include <algorithm>

#include "base/ascii.h"

namespace figmine::subjects {

void Carrying::carry(std::size_t index) const {
  Draft& draft = figures_[index];
  if (const TokenRange label = topics_.label_before(draft, draft.mention->range.begin); !label.empty()) {
    setter_.set_label(draft, label);
    return;
  }
  if (draft.fact.claim && take_counted_doer(index)) return;
  if (inherits_nobody(index) || article_.is_market_price(draft) || take_earlier(index)) return;
  if (article_.is_lone() || draft.came_by("measure/put-at") || article_.is_found_anywhere(draft)) return;
  if (take_told_of(index) || article_.is_macro(draft) || article_.is_share_of_world(draft)) return;
  const TokenRange thing = actors_.acting_thing(draft);
  if (thing.empty() || !setter_.set(draft, thing, "subject/actor")) take_main(draft);
}

// "Ten winners will receive $5,000": the counted, who do what the figure tells.
bool Carrying::take_counted_doer(std::size_t index) const {
  Draft& draft = figures_[index];
  const TokenRange doer = actors_.counted_doer(draft);
  const Draft* counted = doer.empty() ? nullptr : figures_.earlier_within(draft, doer);
  return counted != nullptr && counted->fact.claim && counted->fact.quantity.kind == "count" &&
         counted->measure.end == doer.end && !Figures::is_share(*counted) &&
         setter_.set(draft, counted->measure, "subject/actor");
}

// The owner of a figure before, in the paragraph.
bool Carrying::take_earlier(std::size_t index) const {
  Draft& draft = figures_[index];
  const bool taken_up = takes_up(draft);
  const Clauses& c = figures_.clauses(draft);
  const bool apart = opens_clause(look_, c, c.at(draft.mention->range.begin)) ||
                     is_doer_behind(c, c.at(draft.mention->range.begin));
  for (std::size_t i = index; i-- > 0;) {
    if (!input_.same_block(figures_[i].sentence, draft.sentence)) break;
    const Fact& earlier = figures_[i].fact;
    if (figures_[i].sentence != draft.sentence && !taken_up) break;
    if (!earlier.subject || !earlier.claim) continue;
    const bool own = Figures::is_share(figures_[i]) || figures_.is_age_of_other(figures_[i]) ||
                     figures_[i].came_by("subject/survey");
    if (own || is_told_apart(figures_[i], draft)) continue;
    // "The average class has 21 pupils, and 43 schools will close": the schools are not the class's
    if (apart && figures_[i].sentence == draft.sentence) continue;
    // "The bank cut its rate to 4% as inflation eased to 2%": no inflation of the bank's
    if (look_.holds_word(draft.measure, "macro.noun") && article_.is_macro(draft) &&
        !article_.is_macro(figures_[i]))
      continue;
    draft.fact.subject = earlier.subject;
    draft.fact.rules.emplace_back("subject/carried");
    return true;
  }
  return false;
}

// "while more than 11,000 donors contributed the rest": the figure's noun does what a clause behind "while"
// tells.
bool Carrying::is_doer_behind(const Clauses& c, std::size_t figure) const {
  const std::size_t left = c.before_adverbs(figure);
  const std::size_t verb = c.after(figure);
  return c.is(left, Part::kSubordinator) && c.is(verb, Part::kVerb) && !c[verb].gerund && !c[verb].attached;
}

// Who or what the text before tells of: a coin, a topic, a list's party, a thing, a mine.
bool Carrying::take_told_of(std::size_t index) const {
  Draft& draft = figures_[index];
  if (const Entity* coin = coins_.counted_coin(draft); coin != nullptr) {
    setter_.infer(draft, *coin, "subject/coin");
    return true;
  }
  const TokenRange topic = topics_.topic_before(draft, draft.mention->range.begin, Topics::For::kNobody);
  if (!topic.empty() && !article_.is_of_country(draft)) {
    setter_.set_topic(draft, topic);
    return true;
  }
  if (const TokenRange party = topics_.list_party(draft); !party.empty()) {
    setter_.set_list_party(draft, party);
    return true;
  }
  if (const Subject* thing = thing_before(index); thing != nullptr) {
    draft.fact.subject = *thing;
    draft.fact.rules.emplace_back("subject/thing-told");
    return true;
  }
  const Named* project = projects_.mined(draft);
  if (project != nullptr) setter_.set_thing(draft, *project, "subject/project");
  return project != nullptr;
}

// Whom the article is about, else its region.
void Carrying::take_main(Draft& draft) const {
  const bool boilerplate = draft.fact.section == "boilerplate";
  if (!boilerplate && (entities_.tells_late_of_main() || article_.is_told_by_other(draft))) return;
  const bool told_of = !article_.is_agency() && !article_.tells_of_study() && !article_.tells_of_answers();
  if (told_of || boilerplate)
    setter_.set_main(draft, {}, "subject/article");
  else if (entities_.region() != nullptr)
    setter_.infer(draft, *entities_.region(), "subject/region");
}

// "… of the Dern Lake project, which has a life of 12 years. The cost is put at $9": the thing whose figure
// the sentence before told last goes on; nullptr where that was no such thing.
const Subject* Carrying::thing_before(std::size_t index) const {
  constexpr std::size_t kReach = 12;  // figures
  const Draft& draft = figures_[index];
  for (std::size_t i = index; i-- > 0 && index - i <= kReach;) {
    const Draft& earlier = figures_[i];
    if (earlier.sentence == draft.sentence || !earlier.fact.claim) continue;
    const bool near =
        earlier.sentence + 1 == draft.sentence && input_.same_block(earlier.sentence, draft.sentence);
    return near && earlier.fact.subject && is_named_thing(*earlier.fact.subject) ? &*earlier.fact.subject
                                                                                 : nullptr;
  }
  return nullptr;
}

// "Dern Lake project", "the project" where that is known as "Dern Lake"; not "two projects".
bool Carrying::is_named_thing(const Subject& subject) const {
  const std::string word = fold(subject.text.substr(subject.text.rfind(' ') + 1));
  const bool thing = input_.program.lookup("thing.told", word) != kNone;
  return thing && std::any_of(subject.name.begin(), subject.name.end(), is_upper);
}

bool Carrying::inherits_with_measure(std::size_t index) const {
  Draft& draft = figures_[index];
  if (!draft.measure.empty() || !draft.fact.measure || index == 0) return false;
  if (Figures::is_share(draft) && draft.came_by("measure/predicate"))
    return false;  // "14% of gardeners say the same"
  for (std::size_t i = index; i-- > 0 && index - i < 6;) {
    const Draft& earlier = figures_[i];
    if (!earlier.fact.measure || earlier.fact.measure->span != draft.fact.measure->span ||
        !earlier.fact.subject)
      continue;
    if (has_other_actor(draft, earlier)) return false;
    draft.fact.subject = earlier.fact.subject;
    return true;
  }
  return false;
}

// "Vexa Corp has 40 shops, while Tolvik Corp has 30": who does what is told behind the earlier figure.
bool Carrying::has_other_actor(const Draft& draft, const Draft& earlier) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  const bool own = earlier.sentence == draft.sentence && c.is(verb, Part::kVerb) &&
                   c[verb].range.begin > earlier.mention->range.end;
  if (!own) return false;
  const TokenRange actor = look_.without_article(a, actors_.actor_of(draft));
  const Entity* entity = actor.empty() ? nullptr : entities_.find(look_.text_of(actor));
  const bool firm = entity != nullptr && (entity->type == "organization" || entities_.is_coin(*entity));
  return firm && actor.begin >= earlier.mention->range.end && entity->id != earlier.fact.subject->entity;
}

// "Global pump sales reached 5 million, rising 8%": the measure that an earlier figure had is nobody's.
bool Carrying::inherits_nobody(std::size_t index) const {
  constexpr std::size_t kReach = 6;  // figures
  const Draft& draft = figures_[index];
  if (!draft.measure.empty() || !draft.fact.measure || article_.is_agency()) return false;
  for (std::size_t i = index; i-- > 0 && index - i < kReach;) {
    const Draft& earlier = figures_[i];
    if (!earlier.fact.claim || !earlier.fact.measure ||
        earlier.fact.measure->span != draft.fact.measure->span)
      continue;
    return !earlier.fact.subject && article_.is_macro(earlier);
  }
  return false;
}

// "bought a 5% stake in Vexa and a stake in a mine of 30%": where the earlier figure's thing is says
// nothing of the later one's.
bool Carrying::is_told_apart(const Draft& earlier, const Draft& later) {
  const bool behind = !earlier.subject.empty() && earlier.came_by("subject/named") &&
                      earlier.subject.begin > earlier.mention->range.begin;
  return behind && later.sentence == earlier.sentence && later.measure.begin >= later.mention->range.end;
}

// "The segment posted a loss", "The unit has signed …".
bool Carrying::takes_up(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
  return c.is(subject, Part::kPhrase) && look_.word_is(c[subject].range.end - 1, "measure.segment");
}

}  // namespace figmine::subjects
