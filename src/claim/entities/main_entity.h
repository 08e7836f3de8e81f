// claim/entities/main_entity: whom an article is about, the place that its title names, and whether it tells
// of several firms instead. Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/entities/roll.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Works on the roll once short names are bound.
class MainEntity {
 public:
  MainEntity(const Program& program, const Title& title, Roll& roll)
      : program_(program), title_(title), roll_(roll) {}

  // Sets whom the article is about, its region and whether it tells of several.
  void choose();

 private:
  [[nodiscard]] const Entity* chosen() const;
  void choose_main();
  [[nodiscard]] bool tells_of_several() const;
  [[nodiscard]] bool is_byline(std::size_t entity) const;
  [[nodiscard]] bool is_document(const Entity& entity) const;

  const Program& program_;
  const Title& title_;
  Roll& roll_;
};

}  // namespace figmine::entities
