// claim/subjects/descriptions: what an article calls those that it names: after "Vexa, a grain miller" and
// "the miller Vexa", "the miller" is Vexa. Tested by tests/cases and the corpus.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Made once a document; answers whom words meant before a place.
class Descriptions {
 public:
  explicit Descriptions(const Figures& figures);

  // The name of who was called so last before the words, where they are one definite noun: "the miller";
  // empty where nobody was.
  [[nodiscard]] TokenRange meant(TokenRange words) const;

 private:
  // Where somebody is called so.
  struct Called {
    std::uint32_t begin = 0;
    TokenRange name;
  };

  void read(const Analysis& a, TokenRange phrase);
  [[nodiscard]] TokenRange told_before(const Analysis& a, TokenRange phrase) const;
  [[nodiscard]] TokenRange named_at(const Analysis& a, std::uint32_t end) const;
  [[nodiscard]] bool is_place(const Analysis& a, TokenRange name) const;
  [[nodiscard]] bool acts(const Analysis& a, std::uint32_t end) const;

  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  std::map<std::string, std::vector<Called>> called_;  // by the noun; in text order
};

}  // namespace figmine::subjects
