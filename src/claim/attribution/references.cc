#include "claim/attribution/references.h"

#include <algorithm>

namespace figmine::attribution {

References::References(const subjects::Figures& figures, const Words& words, const Quotes& quotes,
                       const Speeches& speeches, const Persons& persons)
    : words_(words), quotes_(quotes), persons_(persons), people_(figures) {
  for (const Speech& speech : speeches.all()) {
    if (!words_.stands_for_other(speech.speaker)) named_.push_back(&speech);
  }
}

Meant References::meant(const Speech& speech) const {
  if (!words_.stands_for_person(speech.speaker)) return {speaker_beside(speech), nullptr};
  Meant meant{person_before(speech), nullptr};
  const bool known = meant.speech != nullptr;
  if (!known || quotes_.block_of(meant.speech->sentence) != quotes_.block_of(speech.sentence))
    meant.person = people_.speaking(speech.speaker, speech.sentence, known);
  return meant;
}

// "he": the person named last before the speech, by a speech or an office.
const Speech* References::person_before(const Speech& speech) const {
  constexpr std::size_t kNear = 1;    // sentences
  constexpr std::size_t kReach = 64;  // persons
  const std::vector<Speech>& persons = persons_.all();
  const auto next = std::partition_point(persons.begin(), persons.end(), [&](const Speech& other) {
    return other.speaker.begin < speech.speaker.begin;
  });
  std::size_t steps = 0;
  for (auto person = next; person != persons.begin() && steps < kReach; ++steps) {
    --person;
    const bool near = speech.sentence - person->sentence <= kNear;
    if (!person->verb.empty() || near) return &*person;  // one who spoke, or who was named close by
  }
  return nullptr;
}

// "an official": the last who speaks, else the next.
const Speech* References::speaker_beside(const Speech& speech) const {
  const auto next = std::partition_point(
      named_.begin(), named_.end(), [&](const Speech* other) { return other->sentence <= speech.sentence; });
  if (next != named_.begin()) return *(next - 1);
  return next == named_.end() ? nullptr : *next;
}

}  // namespace figmine::attribution
