#include "resolve/money.h"

#include <algorithm>

#include "base/lexer.h"
#include "base/split.h"

namespace figmine {
namespace {

std::vector<std::string> split_codes(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view code : split(text, ' ')) {
    if (!code.empty()) out.emplace_back(code);
  }
  return out;
}

bool contains(const std::vector<std::string>& list, const std::string& code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

struct Choice {
  std::string code;
  std::string_view evidence;
};

int times_named(const CurrencyContext& context, const std::string& code) {
  const auto it = context.named.find(code);
  return it == context.named.end() ? 0 : it->second;
}

// The candidate that the article writes in full most often; the first of them where several are even.
Choice most_named(const std::vector<std::string>& candidates, const CurrencyContext& context) {
  Choice best{candidates.front(), "most frequent meaning"};
  int most = 0;
  for (const std::string& candidate : candidates) {
    if (times_named(context, candidate) <= most) continue;
    most = times_named(context, candidate);
    best = {candidate, "written in full elsewhere in the article"};
  }
  return best;
}

// "crowns" in an article that names Norway more often than other lands of crowns; empty where none stands out
// or where dollars or pounds sterling are meant, which are told everywhere.
std::string of_land_named(const std::vector<std::string>& candidates, const CurrencyContext& context) {
  if (contains(candidates, "USD") || candidates.front() == "GBP") return {};
  std::string best;
  int most = 0;
  for (const std::string& candidate : candidates) {
    const auto land = context.lands.find(candidate);
    const int count = land == context.lands.end() ? 0 : land->second;
    if (count == most) best.clear();
    if (count > most) best = candidate;
    most = std::max(most, count);
  }
  return best;
}

// A note for the whole article decides. The currency of a listing needs no mark: where others are written in
// full, the bare sign is that one. The dateline's country only decides where no candidate is written in full.
Choice choose(const std::vector<std::string>& candidates, const CurrencyContext& context, bool commodity) {
  if (contains(candidates, context.declared)) return {context.declared, "the article states its currency"};
  if (commodity && contains(candidates, "USD"))
    return {"USD", "commodities and world markets are told in US dollars"};
  if (contains(candidates, context.listed) && times_named(context, context.listed) == 0)
    return {context.listed, "currency of the exchange of its listing"};
  const Choice named = most_named(candidates, context);
  if (times_named(context, named.code) == 0 && contains(candidates, context.local))
    return {context.local, "currency of the dateline's country"};
  if (times_named(context, named.code) == 0) {
    if (const std::string land = of_land_named(candidates, context); !land.empty())
      return {land, "currency of the land that the article names"};
  }
  return named;
}

struct RateSpan {
  Rational low = 1;
  Rational high = 1;
};

std::optional<RateSpan> rate_of(const std::string& code, const Program& program) {
  const std::uint32_t row = program.lookup("currency_rate", fold(code));
  if (row == kNone) return std::nullopt;
  const std::optional<Decimal> low = Decimal::parse(program.row_attribute(row, "low"));
  const std::optional<Decimal> high = Decimal::parse(program.row_attribute(row, "high"));
  if (!low || !high) return std::nullopt;
  return RateSpan{low->to_rational(), high->to_rational()};
}

// What rounding may do to either amount.
const Rational kRounding(11, 10);

bool overlap(const Rational& low_a, const Rational& high_a, const Rational& low_b, const Rational& high_b) {
  return low_a <= high_b * kRounding && low_b <= high_a * kRounding;
}

}  // namespace

ChosenCurrency choose_currency(std::string_view codes, const CurrencyContext& context, bool commodity) {
  const std::vector<std::string> candidates = split_codes(codes);
  ChosenCurrency out;
  if (candidates.empty()) return out;
  const Choice choice = choose(candidates, context, commodity);
  out.code = choice.code;
  constexpr std::size_t kShown = 3;  // other candidates worth telling
  for (const std::string& candidate : candidates) {
    if (candidate != out.code && out.others.size() < kShown)
      out.others.push_back({"", candidate, "chosen instead: " + std::string(choice.evidence)});
  }
  return out;
}

std::optional<Rational> main_amount(const Quantity& quantity) {
  const std::optional<Decimal> value =
      Decimal::parse(quantity.si ? quantity.si->value : quantity.value.value_or(""));
  return value ? std::optional(value->to_rational()) : std::nullopt;
}

bool same_in_si(const Quantity& a, const Quantity& b) { return a.si && b.si && a.si->unit == b.si->unit; }

bool may_be_equal(const Quantity& a, const Quantity& b, const Program& program) {
  const std::optional<Rational> amount_a = main_amount(a);
  const std::optional<Rational> amount_b = main_amount(b);
  if (!amount_a || !amount_b || !a.unit || !b.unit || *amount_a == 0 || *amount_b == 0) return true;
  const Rational first = abs(*amount_a);
  const Rational second = abs(*amount_b);
  if (a.kind == "money" && b.kind == "money") {
    const std::optional<RateSpan> rate_a = rate_of(a.unit->code, program);
    const std::optional<RateSpan> rate_b = rate_of(b.unit->code, program);
    return !rate_a || !rate_b ||
           overlap(first * rate_a->low, first * rate_a->high, second * rate_b->low, second * rate_b->high);
  }
  const bool comparable = a.kind == b.kind && same_in_si(a, b);
  return !comparable || overlap(first, first, second, second);
}

}  // namespace figmine
