// resolve/money: which currency a sign or a bare word means. "$" is a candidate for many currencies; the
// article decides: amounts with a full code or name, a note such as "all amounts in Canadian dollars", the
// dateline. Tested by tests/unit/resolve_money_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/fact.h"

namespace figmine {

// What an article says of its currencies.
struct CurrencyContext {
  std::map<std::string, int>
      named;             // ISO code -> how often it is written in full ("US$", "CAD", "Canadian dollars")
  std::string declared;  // by a note for the whole article; empty when there is none
  std::string local;     // of the dateline's country; empty when unknown
};

struct ChosenCurrency {
  std::string code;
  std::vector<UnitCandidate> others;  // with what speaks for the choice
};

// `codes`: ISO 4217 codes separated by spaces, the likeliest first.
[[nodiscard]] ChosenCurrency choose_currency(std::string_view codes, const CurrencyContext& context);

// The name of a minor unit of a currency: "US dollar", "cent" -> "US cent"; "euro", "cent" -> "euro cent".
[[nodiscard]] std::string minor_unit_name(const std::string& currency, const std::string& minor);

}  // namespace figmine
