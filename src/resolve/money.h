// resolve/money: which currency a sign or a bare word means, and whether two amounts can be the same. "$" is
// a candidate for many currencies; the article decides: a note such as "all amounts in Canadian dollars", the
// exchange that the company is listed on, the dateline, amounts with a full code or name. Tested by
// tests/unit/money_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "figmine/fact.h"
#include "resolve/currencies.h"

namespace figmine {

struct ChosenCurrency {
  std::string code;
  std::vector<UnitCandidate> others;  // with what speaks for the choice
};

// `codes`: ISO 4217 codes separated by spaces, the likeliest first. `commodity`: the amount is the price of
// an ounce or a barrel.
[[nodiscard]] ChosenCurrency choose_currency(std::string_view codes, const CurrencyContext& context,
                                             bool commodity = false);

// The value in the unit that amounts of one dimension share: metres of kilometres. Nothing for a range or a
// text without a value.
[[nodiscard]] std::optional<Rational> main_amount(const Quantity& quantity);

// "500 tonnes a day" and "450 t/d": of one unit in the SI, though they may be written in two ways.
[[nodiscard]] bool same_in_si(const Quantity& a, const Quantity& b);

// False where a text's "1.2 trillion yuan ($168 billion)" or "5 miles (8 km)" can't be one amount twice: no
// rate of recent decades (rows of type currency_rate) makes it so, or the values in SI units differ by more
// than rounding. True also where nothing is known.
[[nodiscard]] bool may_be_equal(const Quantity& a, const Quantity& b, const Program& program);

}  // namespace figmine
