// claim/entities/possessive_names: names that a possessive or "of" stands within, as "Halden's Kitchen" in an
// article that never names Halden alone, "House of Halden" in one that hardly does, and those that end with a
// possessive: "Halden's has 40 shops". Tested by tests/cases and the corpus.
#pragma once

#include <map>
#include <string>

#include "claim/draft.h"
#include "claim/entities/roll.h"

namespace figmine::entities {

// Notes an article's names one by one, then renames those in the roll; before names are bound to each other.
class PossessiveNames {
 public:
  PossessiveNames(const Looker& look, Roll& roll) : look_(look), roll_(roll) {}

  void note(const Analysis& a, TokenRange name, std::size_t entity);
  void rename();

 private:
  struct Whole {
    std::string text;  // "Halden's Kitchen", as it is first written
    int times = 0;
  };
  struct Mentions {
    int all = 0;
    int owning = 0;                       // "Halden's"
    int headed = 0;                       // "House of Halden"
    int possessed = 0;                    // "Halden's", whatever stands behind
    int closed = 0;                       // "Halden's has", "at Halden's."
    int acting = 0;                       // "Halden's has", unlike "to match Halden's."
    std::map<std::string, Whole> wholes;  // by folded text
  };

  void note_owned(const Analysis& a, TokenRange name, Mentions& mentions) const;
  void note_headed(const Analysis& a, TokenRange name, Mentions& mentions) const;
  void note_closed(const Analysis& a, TokenRange name, Mentions& mentions) const;
  [[nodiscard]] std::string name_of(const Entity& entity, const Mentions& mentions) const;
  [[nodiscard]] const Whole* whole_of(const Entity& entity, const Mentions& mentions) const;

  const Looker& look_;
  Roll& roll_;
  std::map<std::size_t, Mentions> mentions_;  // by entity
};

}  // namespace figmine::entities
