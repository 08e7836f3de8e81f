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

// "A report by Orb puts sales at $5m. It projects that": who told the sentence before, by name.
const Speech* References::teller_before(const Speech& speech) const {
  const bool finds = words_.is(fold(speech.verb), "finding.verb");
  const bool opens = speech.speaker.begin == figures_.input().analyses[speech.sentence].range.begin;
  if (!finds || !opens || speech.in_quote || speech.sentence == 0) return nullptr;
  if (quotes_.block_of(speech.sentence - 1) != quotes_.block_of(speech.sentence)) return nullptr;
  const std::span<const Speech> before = speeches_.in(speech.sentence - 1, speech.sentence);
  return before.empty() || !may_be_it(before.back()) ? nullptr : &before.back();
}

// A thing's name that tells; in "Acme leads, according to Orb" of the article's own firm Acme "it" is that.
bool References::may_be_it(const Speech& other) const {
  const bool name = !other.in_quote && figures_.look().is_name(other.speaker) && !persons_.is_person(other) &&
                    !words_.stands_for_thing(other.speaker);
  return name && !(other.behind && tells_of_main(other));
}

// Whether the sentence names the firm that the article is about.
bool References::tells_of_main(const Speech& other) const {
  const Entity* main = figures_.entities().main();
  if (main == nullptr) return false;
  const Span sentence = figures_.look().span_of(figures_.input().analyses[other.sentence].range);
  const auto first =
      std::lower_bound(main->mentions.begin(), main->mentions.end(), sentence.begin,
                       [](const Span& mention, std::size_t begin) { return mention.begin < begin; });
  return first != main->mentions.end() && first->begin < sentence.end;
}

// "an official": the last who speaks, else the next.
const Speech* References::speaker_beside(const Speech& speech) const {
  const auto next = std::partition_point(
      named_.begin(), named_.end(), [&](const Speech* other) { return other->sentence <= speech.sentence; });
  if (next != named_.begin()) return *(next - 1);
  return next == named_.end() ? nullptr : *next;
}

}  // namespace figmine::attribution
