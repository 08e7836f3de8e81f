#include "claim/attribution/references.h"

#include <algorithm>

namespace figmine::attribution {
References::References(const subjects::Figures& figures, const Words& words, const Quotes& quotes,
                       const Speeches& speeches, const Persons& persons)
    : figures_(figures),
      words_(words),
      quotes_(quotes),
      speeches_(speeches),
      persons_(persons),
      people_(figures) {
  for (const Speech& speech : speeches.all()) {
    if (!words_.stands_for_other(speech.speaker)) named_.push_back(&speech);
  }
}

Meant References::meant(const Speech& speech) const {
  if (words_.stands_for_thing(speech.speaker)) return {teller_before(speech), nullptr};
  if (!words_.stands_for_person(speech.speaker)) return {speaker_beside(speech), nullptr};
  Meant meant{person_before(speech), nullptr};
  const bool known = meant.speech != nullptr;
  if (!known || !figures_.input().same_block(meant.speech->sentence, speech.sentence))
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

// "A report by Orb puts sales at $5m. It projects that": who told the sentence before, by name.
const Speech* References::teller_before(const Speech& speech) const {
  const std::string verb = fold(speech.verb);
  const bool recounts = words_.is(verb, "recounting.verb");
  const bool opens = speech.speaker.begin == figures_.input().analyses[speech.sentence].range.begin;
  if (!(recounts || words_.is(verb, "finding.verb")) || !opens || speech.in_quote || speech.sentence == 0)
    return nullptr;
  if (!figures_.input().same_block(speech.sentence - 1, speech.sentence)) return nullptr;
  const std::span<const Speech> before = speeches_.in(speech.sentence - 1, speech.sentence);
  if (before.empty() || !may_be_it(before.back())) return nullptr;
  // "Orb said Acme grew. It reported sales of $5m": the article's own firm reports.
  return recounts && names_main(before.back().sentence) ? nullptr : &before.back();
}

// A thing's name that tells; in "Acme leads, according to Orb" of the article's own firm Acme "it" is that.
bool References::may_be_it(const Speech& other) const {
  const Looker& look = figures_.look();
  const bool name = !other.in_quote && look.is_name(other.speaker) && !persons_.is_person(other) &&
                    !words_.stands_for_thing(other.speaker);
  const bool opens = other.whole.begin == figures_.input().analyses[other.sentence].range.begin;
  const bool of_main = figures_.entities().names_main(look.span_of(other.speaker));
  return name && (opens || of_main || !names_main(other.sentence));
}

// Whether the sentence names the firm that the article is about.
bool References::names_main(std::size_t sentence) const {
  return figures_.entities().names_main(figures_.input().text.sentences[sentence].span);
}

// "an official": the last who speaks, else the next.
const Speech* References::speaker_beside(const Speech& speech) const {
  const auto next = std::partition_point(
      named_.begin(), named_.end(), [&](const Speech* other) { return other->sentence <= speech.sentence; });
  if (next != named_.begin()) return *(next - 1);
  return next == named_.end() ? nullptr : *next;
}

}  // namespace figmine::attribution
