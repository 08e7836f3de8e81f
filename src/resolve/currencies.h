// resolve/currencies: what an article's own words say of its currencies: notes, exchanges, its dateline, and
// the codes and names beside its amounts. Tested by tests/cases.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"
#include "match/annotation.h"
#include "ruleset/program.h"

namespace figmine {

// What an article says of its currencies.
struct CurrencyContext {
  std::map<std::string, int>
      named;             // ISO code -> how often it is written in full ("US$", "CAD", "Canadian dollars")
  std::string declared;  // by a note for the whole article; empty when there is none
  std::string listed;    // of the first exchange that a ticker is given for; empty when there is none
  std::string local;  // of the dateline's country; empty when unknown. A short name ("Calgary, AB") tells it
                      // only where the article names that land more often than any other land of dollars
  std::map<std::string, int> lands;  // ISO code -> how often places where it is paid in are named
};

// What the article's own words say of its currencies; `analyses` are those of its sentences.
[[nodiscard]] CurrencyContext read_currencies(const std::vector<Analysis>& analyses, const Program& program,
                                              const Document& document);

}  // namespace figmine
