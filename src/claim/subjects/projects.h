// claim/subjects/projects: whose the figures of a mine's studies are: "the feasibility study shows a mine
// life of nine years" tells of the project, not of the study nor of its firm. Tested by tests/cases and the
// corpus.
#pragma once

#include <string>

#include "claim/subjects/figures.h"
#include "claim/subjects/mentions.h"

namespace figmine::subjects {

// Finds mines and deposits; changes nothing.
class Projects {
 public:
  Projects(const Figures& figures, const Mentions& mentions);

  // "The PEA outlines a life of nine years": the project of the study that the figure's clause tells of;
  // nullptr where it tells of another or no project is named.
  [[nodiscard]] const Named* studied(const Draft& draft) const;
  // "PEA", "Indicated Mineral Resources", "the Feasibility Study": what a mine has or what is told of it, in
  // an article that names a mine; nullptr for other words.
  [[nodiscard]] const Named* behind(const Draft& draft, TokenRange words) const;
  // "With a 40-year mine life, …", "an IRR of 17%": the project of what only a mine has.
  [[nodiscard]] const Named* mined(const Draft& draft) const;

 private:
  [[nodiscard]] bool is_of_mine(const Draft& draft) const;
  [[nodiscard]] bool is_of_other(const Draft& draft, std::uint32_t end) const;
  [[nodiscard]] std::string name_of(const Named& mine) const;
  [[nodiscard]] bool is_the_study(TokenRange words) const;
  [[nodiscard]] bool is_resource(TokenRange words) const;
  [[nodiscard]] bool is_studied_before(std::uint32_t token) const;
  [[nodiscard]] bool is_study(TokenRange words) const;

  const Figures& figures_;
  const Looker& look_;
  const Mentions& mentions_;
  bool spells_out_ = false;  // the article names a study in full: "PEA" stands for one
};

}  // namespace figmine::subjects
