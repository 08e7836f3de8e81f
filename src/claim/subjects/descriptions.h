// claim/subjects/descriptions: what an article calls those that it names: after "Vexa, a grain miller",
// "Vexa is one of the largest millers" and "the miller Vexa", "the miller" is Vexa. Tested by tests/cases and
// the corpus.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Made once a document, which it reads when it is first asked; answers whom words meant before a place.
class Descriptions {
 public:
  explicit Descriptions(const Figures& figures);

  // The name of who was called so last before the words, where they are one definite noun: "the miller",
  // "this tower"; after "Halden Point, a tower", "the building" too. Empty where nobody was.
  [[nodiscard]] TokenRange meant(TokenRange words);

 private:
  // Where somebody is called so.
  struct Called {
    std::uint32_t begin = 0;
    TokenRange name;
  };

  using Calls = std::map<std::string, std::vector<Called>>;  // by the noun, or its sort; in text order

  void read_document();
  void read(const Analysis& a, TokenRange phrase);
  void add_other(const Analysis& a, TokenRange phrase);
  void read_names();
  static void put_in_order(Calls& calls);
  void add(TokenRange name, const Analysis& a, std::uint32_t begin, std::uint32_t noun);
  [[nodiscard]] TokenRange told_before(const Analysis& a, TokenRange phrase) const;
  [[nodiscard]] std::uint32_t one_before(const Analysis& a, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t article_before(const Analysis& a, std::uint32_t begin) const;
  [[nodiscard]] bool describes(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] TokenRange named_at(const Analysis& a, std::uint32_t end) const;
  [[nodiscard]] TokenRange known_at(const Analysis& a, std::uint32_t end) const;
  [[nodiscard]] bool is_place(const Analysis& a, TokenRange name) const;
  [[nodiscard]] bool acts(const Analysis& a, std::uint32_t end) const;
  [[nodiscard]] std::string sort_of(std::uint32_t noun) const;
  [[nodiscard]] static const Called* last_before(const Calls& calls, const std::string& noun_or_sort,
                                                 std::uint32_t place);

  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  bool read_ = false;
  Calls called_;  // what was told of a name
  Calls named_;   // what names end with
  Calls others_;  // what an article tells of that it does not name: "a study"; by the noun
};

}  // namespace figmine::subjects
