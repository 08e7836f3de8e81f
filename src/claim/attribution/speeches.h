// claim/attribution/speeches: all speeches of a document, in text order, and the author of a research note.
// Tested by tests/cases and the corpus.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "claim/attribution/reader.h"
#include "claim/attribution/voices.h"

namespace figmine::attribution {

// Made once a document.
class Speeches {
 public:
  Speeches(const Looker& look, const Reader& reader, const Voices& voices);

  [[nodiscard]] const std::vector<Speech>& all() const { return speeches_; }
  // The speeches of some sentences: of `from` up to `to`.
  [[nodiscard]] std::span<const Speech> in(std::size_t from, std::size_t to) const;
  // Of a research note: "Orb Capital updates its coverage on Acme".
  [[nodiscard]] const std::optional<Speech>& author() const { return author_; }

 private:
  void collect(const Looker& look, const Reader& reader, const Voices& voices, std::size_t sentence);

  std::vector<Speech> speeches_;  // by sentence
  std::optional<Speech> author_;
};

}  // namespace figmine::attribution
