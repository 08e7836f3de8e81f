// claim/entities/title: what an article's title tells of a name: whether it stands there, opens it, or only
// says where something is. Tested by tests/cases and the corpus.
#pragma once

#include "claim/entities.h"

namespace figmine::entities {

// The first sentence of the headline; empty where the article has none.
[[nodiscard]] TokenRange headline_of(const ClaimInput& input);

// Without regard to case; false for all names where the article has no title.
class Title {
 public:
  explicit Title(const ClaimInput& input);

  // Whether the name, or one of the entity's, stands in the title.
  [[nodiscard]] bool names(const std::string& name) const;
  [[nodiscard]] bool names(const Entity& entity) const;
  // "Orvane Bakeries Lifts Outlook as Bread Demand Grows": whom a title names first with what it does,
  // but not "Bitcoin Rises, Ethereum Falls", which tells of a market's day.
  [[nodiscard]] bool opens_with(const Entity& entity) const;
  // "Chimney Safety in Tolvik", "Halden Office in Tolvik, Norway": the title tells where something is, no
  // more.
  [[nodiscard]] bool is_only_where(const Entity& entity) const;
  // "Roundup: Tolvik Votes; Halden Floods; Vexa Sold": several items that have nothing to do with each other.
  [[nodiscard]] bool tells_of_many() const;

  // "lifts", "signs", also "study", which somebody made; not "rises". The word is folded.
  [[nodiscard]] bool is_deed(const std::string& word) const;

 private:
  [[nodiscard]] static std::string word_before(const std::string& text, std::size_t at);

  const Program& program_;
  bool titled_;
  std::string written_;
  std::string title_;  // folded; empty where there is none
};

}  // namespace figmine::entities
