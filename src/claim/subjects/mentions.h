// claim/subjects/mentions: where an article names persons, listed firms, and things by their sort: "the mine"
// is the one named last before. Tested by tests/cases and the corpus.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// A mention of a person.
struct Person {
  std::uint32_t end = 0;  // of the mention
  const Entity* entity = nullptr;
};

// A mention of a firm or a thing.
struct Named {
  std::uint32_t begin = 0;  // of the mention
  const Entity* entity = nullptr;
  TokenRange words;  // of a name that is no entity: "Silver Ridge" of "its Silver Ridge project"
};

// Made once a document; answers who or what was named last before a place.
class Mentions {
 public:
  explicit Mentions(const Figures& figures);

  // All mentions of persons, in text order.
  [[nodiscard]] const std::vector<Person>& persons() const { return persons_; }
  // "the mine", "the project": what was named last before with that word, as "Corlan Gold Project".
  [[nodiscard]] const Named* named_thing(TokenRange words) const;
  // Whether an article of mining names a mine, deposit or project.
  [[nodiscard]] bool has_mines() const { return !mines_.empty(); }
  // The mine, deposit or project that an article of mining names last before the figure; nullptr where there
  // is none.
  [[nodiscard]] const Named* mine_before(const Draft& draft) const;
  // "Association": the article's own firm where its name ends with the word, else the one named most; nullptr
  // where none does.
  [[nodiscard]] const Entity* firm_of_sort(std::string_view word) const;
  // Whether the sentence's paragraph names a person: who says "I" there may speak for the firm.
  [[nodiscard]] bool names_person(std::size_t sentence) const;
  // Of several firms that an article tells of in turn, the one named last.
  [[nodiscard]] const Entity* listed_before(const Draft& draft) const;

 private:
  void gather_mines();
  void add_firm(const Entity& entity);
  static void add_mentions(std::vector<Named>& out, const Entity& entity);
  void read_thing(const Analysis& a, TokenRange phrase);
  void add_thing(std::uint32_t head, TokenRange name);
  [[nodiscard]] bool names_thing(const Analysis& a, TokenRange name) const;
  [[nodiscard]] bool names_mine(const Analysis& a, TokenRange phrase, TokenRange name) const;
  [[nodiscard]] bool tells_of_mining() const;
  static void put_in_order(std::vector<Named>& named);
  [[nodiscard]] static const Named* last_before(const std::vector<Named>& named, std::uint32_t place);

  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  std::vector<Person> persons_;                              // in text order
  std::vector<Named> listed_;                                // of listed firms
  std::map<std::string, const Entity*, std::less<>> firms_;  // by their last word
  std::map<std::string, std::vector<Named>> things_;         // by the word for their sort: "mine", "project"
  std::vector<Named> mines_;                                 // things that are mined, in text order
};

}  // namespace figmine::subjects
