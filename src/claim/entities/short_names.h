// claim/entities/short_names: names that are short for one longer name of the article, and become its
// aliases. Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/entities/name_order.h"
#include "claim/entities/roll.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Works on the roll once all names are in it.
class ShortNames {
 public:
  ShortNames(const Program& program, const Title& title, Roll& roll)
      : program_(program), title_(title), roll_(roll) {}

  // "Tavora" for "Tavora Group Inc.", "Qiyun Auto" for "Qiyun Auto Inc.", "Zhang" for "Zhang Yunming": the
  // first words (a person's last) that belong to one longer name.
  void bind();

 private:
  void bind_same();
  struct PlainName {
    std::string words;
    std::string initials;
  };

  [[nodiscard]] PlainName plain_name(const Entity& entity) const;
  [[nodiscard]] std::size_t longer_name(std::size_t i, const NameOrder& order);
  [[nodiscard]] bool is_part_of(std::size_t whole, std::size_t part) const;
  [[nodiscard]] static bool is_numbered(const std::string& name, const std::string& full);
  [[nodiscard]] bool stands_alone(std::size_t i, const std::vector<std::size_t>& longer) const;
  [[nodiscard]] bool is_said_aside(std::size_t short_name, std::size_t entity) const;
  [[nodiscard]] bool sells(std::size_t short_name, std::size_t entity) const;
  [[nodiscard]] bool is_product(std::size_t entity) const;
  [[nodiscard]] std::size_t root_of(std::size_t entity) const;
  void merge(std::size_t from, std::size_t into);
  void drop_merged();

  const Program& program_;
  const Title& title_;
  Roll& roll_;
  std::vector<std::size_t> owner_;  // by entity: what it was merged into; itself where it was not
};

}  // namespace figmine::entities
