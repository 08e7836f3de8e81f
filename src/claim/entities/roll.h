// claim/entities/roll: the entities of an article while it is being read, with what tells how much the
// article is about each. Tested by tests/unit/claim_test.cc.
#pragma once

#include <map>
#include <set>

#include "claim/entities.h"

namespace figmine::entities {

// Filled by one reader of one article. Entities are told by their place in the list.
struct Roll {
  Entities::Parts parts;
  std::vector<int> weight;             // by entity
  std::map<std::string, int> surface;  // how often each folded form of a name is written
  std::set<std::size_t> anchored;  // what the article's first words, a ticker or ("the Company") single out
  std::set<std::size_t> located;   // what "in" stands before
  std::set<std::size_t> speakers;  // persons that speak or have a title: the article is about their firm
  std::map<std::size_t, std::size_t> bylines;  // by entity: how often it is whom a reporter writes for
  std::map<std::size_t, std::size_t> cut;      // "Halden" of "Live Halden": to that entity

  // The entity of that name, which is added where it is new; the type is taken where none was known.
  std::size_t add(const std::string& name, const std::string& type);
  // Another name of the entity, unless somebody has it already.
  void alias(std::size_t entity, const std::string& name);
  // Gives the entity its right name, which is written so often, and keeps the old one; false where the name
  // is known already.
  bool rename(std::size_t entity, const std::string& name, int times);
  // Something tells that the article is about the entity.
  void anchor(std::size_t entity, int more);
};

}  // namespace figmine::entities
