#include "claim/attribution/persons.h"

#include <algorithm>

namespace figmine::attribution {

Persons::Persons(const Looker& look, const Names& names, const Speeches& speeches) : names_(names) {
  for (const Speech& speech : speeches.all()) {
    if (!speech.role.empty()) roles_.emplace(names_.full_name(speech.speaker), look.text_of(speech.role));
  }
  std::vector<Speech> titled = read_titles(look);
  std::copy_if(speeches.all().begin(), speeches.all().end(), std::back_inserter(persons_),
               [&](const Speech& speech) { return is_person(speech); });
  std::move(titled.begin(), titled.end(), std::back_inserter(persons_));
  std::stable_sort(persons_.begin(), persons_.end(),
                   [](const Speech& a, const Speech& b) { return a.speaker.begin < b.speaker.begin; });
}

std::vector<Speech> Persons::read_titles(const Looker& look) {
  std::vector<Speech> titled;
  const std::vector<Analysis>& analyses = look.input().analyses;
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    if (!look.holds(analyses[i], "titled")) continue;
    for (const Annotation& annotation : analyses[i].annotations) {
      if (look.is(annotation, "titled") && annotation.layer != kNone) read_title(look, i, annotation, titled);
    }
  }
  return titled;
}

// "Ann Lee, director of the fund,"
void Persons::read_title(const Looker& look, std::size_t sentence, const Annotation& annotation,
                         std::vector<Speech>& titled) {
  const Value person = feature(look.input().program, annotation, "speaker");
  const Value role = feature(look.input().program, annotation, "role");
  const auto* name = std::get_if<TokenRange>(&person);
  const auto* title = std::get_if<TokenRange>(&role);
  if (name == nullptr || title == nullptr) return;
  roles_.emplace(names_.full_name(*name), look.text_of(*title));
  if (!look.input().text.tokens[name->begin].quoted && look.is_name(*name))
    titled.push_back({.sentence = sentence, .whole = annotation.range, .speaker = *name, .role = *title});
}

bool Persons::is_person(const Speech& speech) const {
  return names_.is_person(speech.speaker) ||
         (names_.may_be_person(speech.speaker) && roles_.count(names_.full_name(speech.speaker)) > 0);
}

std::string Persons::role_of(const std::string& name) const {
  const auto role = roles_.find(name);
  return role == roles_.end() ? "" : role->second;
}

}  // namespace figmine::attribution
