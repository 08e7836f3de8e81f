// claim/entities/left_out_words: names whose first word is one that no phrase takes in, as "Under Halden",
// "Now Optics": the article never has them without it. Tested by tests/cases and the corpus.
#pragma once

#include <map>
#include <set>
#include <string>

#include "claim/draft.h"
#include "claim/entities/roll.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Notes an article's names one by one, then renames those in the roll; before names are bound to each other.
class LeftOutWords {
 public:
  LeftOutWords(const Looker& look, const Title& title, Roll& roll)
      : look_(look), title_(title), roll_(roll) {}

  void note(const Analysis& a, TokenRange name, std::size_t entity);
  void rename();

 private:
  struct Mentions {
    std::string word;  // the one before the first mention
    int all = 0;
    int led = 0;  // by the same word
  };

  [[nodiscard]] bool may_open_name(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] bool is_within_text(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] bool is_proven(const std::string& name) const;
  void rename(std::size_t index, const std::string& name, int times);

  const Looker& look_;
  const Title& title_;
  Roll& roll_;
  std::map<std::size_t, Mentions> mentions_;  // by entity
  std::set<std::string> proven_;              // "Under Halden", where only a name's word is capitalised
};

}  // namespace figmine::entities
