// resolve/quantities/money_setter: the currency that a rule has found beside a number: a sign's likeliest
// one, the main unit of cents, and "pounds" where they are rather a weight. Tested by tests/cases.
#pragma once

#include "resolve/quantities/unit_setter.h"

namespace figmine::quantities {

// Made once a sentence.
class MoneySetter {
 public:
  MoneySetter(const SentenceView& sentence, const UnitSetter& units) : sentence_(sentence), units_(units) {}

  // Gives the mention the currency that the tokens are; leaves it as it is where they are none.
  void set(TokenRange currency, Mention& mention) const;

 private:
  [[nodiscard]] bool is_commodity_price(std::uint32_t at) const;
  [[nodiscard]] bool is_of_world_market(std::uint32_t at) const;
  [[nodiscard]] bool is_rather_unit(TokenRange word, const std::string& code) const;
  void set_weight(TokenRange word, const std::string& code, Mention& mention) const;
  [[nodiscard]] std::string currency_name(const std::string& code) const;

  const SentenceView& sentence_;
  const UnitSetter& units_;
};

}  // namespace figmine::quantities
