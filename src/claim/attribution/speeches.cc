#include "claim/attribution/speeches.h"

#include <algorithm>

namespace figmine::attribution {

Speeches::Speeches(const Looker& look, const Reader& reader, const Voices& voices) {
  for (std::size_t i = 0; i < look.input().analyses.size(); ++i) collect(look, reader, voices, i);
}

void Speeches::collect(const Looker& look, const Reader& reader, const Voices& voices, std::size_t sentence) {
  const Analysis& a = look.input().analyses[sentence];
  if (!look.holds(a, "speech") && !look.holds(a, "author")) return;
  for (const Annotation& annotation : a.annotations) {
    const bool author = look.is(annotation, "author");
    if ((!author && !look.is(annotation, "speech")) || annotation.layer == kNone) continue;
    const Speech speech = reader.read(sentence, annotation);
    if (speech.speaker.empty() || (!author && !voices.can_speak(speech))) continue;
    if (!author) {
      speeches_.push_back(speech);
    } else if (!author_ || !look.title_case(a)) {
      author_ = speech;
    }
  }
}

std::span<const Speech> Speeches::in(std::size_t from, std::size_t to) const {
  const auto at = [&](std::size_t sentence) {
    return std::partition_point(speeches_.begin(), speeches_.end(),
                                [&](const Speech& speech) { return speech.sentence < sentence; });
  };
  return {at(from), at(to)};
}

}  // namespace figmine::attribution
