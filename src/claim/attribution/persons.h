// claim/attribution/persons: the persons who speak or are named with an office, and their roles: "Zhang
// Yunming, vice minister of …" anywhere gives the role of "Zhang". Tested by tests/cases and the corpus.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claim/attribution/names.h"
#include "claim/attribution/speeches.h"

namespace figmine::attribution {

// Made once a document.
class Persons {
 public:
  Persons(const Looker& look, const Names& names, const Speeches& speeches);

  [[nodiscard]] bool is_person(const Speech& speech) const;
  // "vice minister of industry" for "Zhang Yunming"; empty where none is told.
  [[nodiscard]] std::string role_of(const std::string& name) const;
  // Speeches by named persons, and persons named with an office, which have no verb; in text order.
  [[nodiscard]] const std::vector<Speech>& all() const { return persons_; }

 private:
  [[nodiscard]] std::vector<Speech> read_titles(const Looker& look);
  void read_title(const Looker& look, std::size_t sentence, const Annotation& annotation,
                  std::vector<Speech>& titled);

  const Names& names_;
  std::map<std::string, std::string> roles_;  // by full name
  std::vector<Speech> persons_;
};

}  // namespace figmine::attribution
