// claim/entities/name_order: the names of an article in order, to find those that begin or end alike. Tested
// by tests/unit/claim_test.cc.
#pragma once

#include <unordered_map>

#include "claim/entities.h"

namespace figmine::entities {

// The names of all entities. The list's names must not change while this is used.
class NameOrder {
 public:
  explicit NameOrder(const std::vector<Entity>& list);

  // The entities that the name may be short for, in ascending order: those whose name is the name and more
  // words, persons whose last word it is. "Tarn REIT" is short for "Tarn Real Estate Investment Trust".
  [[nodiscard]] std::vector<std::size_t> longer_than(const std::string& name) const;

 private:
  void read_initials(const std::string& name, std::size_t entity);

  std::vector<std::pair<std::string_view, std::size_t>> by_name_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_last_word_;
  std::unordered_map<std::string, std::size_t> by_initials_;  // "Tarn REIT"
};

// "Study" of "Feasibility Study"; all of a single word.
[[nodiscard]] inline std::string last_word(const std::string& name) {
  return name.substr(name.rfind(' ') + 1);
}

}  // namespace figmine::entities
