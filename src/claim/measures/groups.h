// claim/measures/groups: a bracket that tells two groups apart, "Recall was similar in both groups (34% for
// readers and 29% for viewers)": what is measured is what the clause tells of both. Tested by tests/cases.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/phrases.h"
#include "claim/measures/setter.h"

namespace figmine::measures {

// Finds the measure of such a bracket's first figure; the others are its pairs.
class Groups {
 public:
  Groups(const Figures& figures, const Setter& setter)
      : figures_(figures), look_(figures.look()), setter_(setter) {}

  bool find(std::size_t index) const;

 private:
  [[nodiscard]] bool is_group(std::uint32_t head) const;
  [[nodiscard]] bool tells_two(std::size_t index) const;
  [[nodiscard]] std::size_t comparison_before(const Clauses& c, std::size_t open) const;
  bool from_clause(Draft& draft, std::size_t end) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
};

}  // namespace figmine::measures
