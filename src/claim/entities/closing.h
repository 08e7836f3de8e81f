// claim/entities/closing: whom a release names as it closes: "About Vexa", "For more information on Vexa".
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/entities/roll.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Weighs those names in the roll, once all are in it under their full names.
class Closing {
 public:
  Closing(const Looker& look, const Title& title, Roll& roll) : look_(look), title_(title), roll_(roll) {}

  void weigh(const std::vector<Analysis>& analyses);

 private:
  void read(const Analysis& a);
  [[nodiscard]] std::size_t named_at(const Analysis& a, std::uint32_t begin) const;

  const Looker& look_;
  const Title& title_;
  Roll& roll_;
  bool closed_ = false;  // "About Vexa" was read: another is a partner
};

}  // namespace figmine::entities
