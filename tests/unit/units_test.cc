// Units: their algebra, the readings of a spelling in context, amounts in several units, lists that share a
// unit.
#include "resolve/units.h"

#include <gtest/gtest.h>

#include "support.h"

namespace figmine {
namespace {

Quantity quantity_in(std::string_view text, std::string_view quote) {
  const DocumentResult result = all_facts_of(text);
  if (const Fact* fact = fact_at(result, quote); fact != nullptr) return fact->quantity;
  ADD_FAILURE() << "no figure '" << quote << "' in: " << text;
  return {};
}

std::string unit_in(std::string_view text, std::string_view quote) {
  const Quantity quantity = quantity_in(text, quote);
  return quantity.unit ? quantity.unit->name : "";
}

ResolvedUnit unit(const std::string& name, const std::string& code, const std::string& dimension,
                  const Rational& factor) {
  ResolvedUnit out;
  out.name = name;
  out.code = code;
  out.si_unit = code;
  out.dimension = dimension;
  out.factor = factor;
  return out;
}

TEST(UnitAlgebra, PowersProductsAndQuotients) {
  const ResolvedUnit foot = unit("foot", "[ft_i]", "length", Rational(3048, 10000));
  const ResolvedUnit second = unit("second", "s", "time", 1);
  const ResolvedUnit square = raise_unit(foot, 2);
  EXPECT_EQ(square.name, "square foot");
  EXPECT_EQ(square.code, "[ft_i]2");
  EXPECT_EQ(square.dimension, "area");
  EXPECT_EQ(square.factor, foot.factor * foot.factor);
  EXPECT_EQ(raise_unit(foot, 3).name, "cubic foot");
  EXPECT_EQ(raise_unit(second, 4).name, "second to the power 4");
  EXPECT_EQ(raise_unit(unit("square meter", "m2", "area", 1), 2).code, "(m2)2");
  EXPECT_EQ(raise_unit(foot, 1).code, foot.code);
  const ResolvedUnit rate = divide_units(square, multiply_units(foot, second));
  EXPECT_EQ(rate.name, "square foot per foot second");
  EXPECT_EQ(rate.code, "[ft_i]2/([ft_i].s)");
  EXPECT_EQ(rate.factor, foot.factor);
}

TEST(UnitAlgebra, RationalsAreRead) {
  EXPECT_EQ(parse_rational("5/9"), Rational(5, 9));
  EXPECT_EQ(parse_rational("0.3048"), Rational(3048, 10000));
  EXPECT_FALSE(parse_rational("5/0"));
  EXPECT_FALSE(parse_rational("five"));
}

TEST(Units, CompoundsAreComposed) {
  EXPECT_EQ(unit_in("It emits 9 kg CO2e per tonne-kilometre.", "9 kg CO2e per tonne-kilometre"),
            "kilogram of carbon dioxide equivalent per metric ton kilometer");
  EXPECT_EQ(unit_in("The dose was 5 mg/kg/day.", "5 mg/kg/day"), "milligram per kilogram per day");
  EXPECT_EQ(unit_in("Uptake was 50 ml·kg−1·min−1 at rest.", "50 ml·kg−1·min−1"),
            "milliliter per kilogram per minute");
  EXPECT_EQ(unit_in("It covers 12 metres squared.", "12 metres squared"), "square meter");
  EXPECT_EQ(unit_in("Prices rose 5% a year.", "5%"), "percent");
}

TEST(Units, ADayOrAYearIsWhatTheAmountIsPer) {
  const Quantity yearly = quantity_in("The mine yields 500 tonnes a year.", "500 tonnes");
  ASSERT_TRUE(yearly.unit);
  EXPECT_EQ(yearly.unit->text, "tonnes");
  EXPECT_EQ(yearly.unit->name, "metric ton");
  EXPECT_EQ(yearly.unit->per, "year");
  ASSERT_TRUE(yearly.si);
  EXPECT_EQ(yearly.si->unit, "kg/s");
  const Quantity daily = quantity_in("The mine yields 864 tonnes a day.", "864 tonnes");
  ASSERT_TRUE(daily.si);
  EXPECT_EQ(daily.si->value, "10");
  EXPECT_EQ(unit_in("The car does 90 kilometres per hour.", "90 kilometres per hour"), "kilometer per hour");
  const Quantity old = quantity_in("Use was up from 15 GB a year ago.", "15 GB");
  ASSERT_TRUE(old.unit);
  EXPECT_EQ(old.unit->per, "");
}

TEST(Units, WordsNearbyChooseTheReading) {
  EXPECT_EQ(unit_in("Gold reserves were 134 ounces in 2024, against 136 ounces in 2023.", "136 ounces"),
            "troy ounce");
  EXPECT_EQ(unit_in("The gold mine poured 900 ounces.", "900 ounces"), "troy ounce");
  EXPECT_EQ(unit_in("Add 9 ounces and stir.", "9 ounces"), "ounce");
  EXPECT_EQ(unit_in("Rotate the plate by 40 degrees.", "40 degrees"), "degree");
  EXPECT_EQ(unit_in("It was hot, at 40 degrees.", "40 degrees"), "degree of temperature");
  EXPECT_EQ(unit_in("On the Celsius scale it is 40 degrees.", "40 degrees"), "degree Celsius");
  EXPECT_EQ(unit_in("A 3600w solar generator.", "3600w"), "watt");
}

TEST(Units, LosingReadingsAreCandidates) {
  const Quantity gold = quantity_in("They refined gold, 900 ounces.", "900 ounces");
  ASSERT_TRUE(gold.unit);
  ASSERT_EQ(gold.unit->candidates.size(), 1U);
  EXPECT_EQ(gold.unit->candidates.front().code, "[oz_av]");
  EXPECT_EQ(gold.unit->candidates.front().evidence, "chosen instead: 'gold' stands near");
}

TEST(Units, ArticleDecidesWhereTheSentenceDoesNot) {
  EXPECT_EQ(unit_in("Kestrel mines gold and silver.\n\nIt sold 900 ounces in May.", "900 ounces"),
            "troy ounce");
}

TEST(Units, PoundsAreMoneyOrMass) {
  EXPECT_EQ(quantity_in("He weighs 180 pounds.", "180 pounds").kind, "measure");
  EXPECT_EQ(quantity_in("It cost 180 pounds.", "180 pounds").kind, "money");
  EXPECT_EQ(quantity_in("It paid £5m to staff. Each got 180 pounds.", "180 pounds").kind, "money");
}

TEST(Units, SeveralUnitsMakeOneAmount) {
  const Quantity height = quantity_in("He is 5 feet 9 inches tall.", "5 feet 9 inches");
  EXPECT_EQ(height.value, "69");
  ASSERT_TRUE(height.si);
  EXPECT_EQ(height.si->value, "1.7526");
  EXPECT_EQ(quantity_in("They ran 24 hours and 30 days.", "30 days").value, "30");
}

TEST(Units, ListsShareTheLastUnit) {
  constexpr std::string_view kText = "Buffers of 10, 20 and 30 mM were used.";
  EXPECT_EQ(unit_in(kText, "10"), "millimolar");
  EXPECT_EQ(unit_in(kText, "20"), "millimolar");
  EXPECT_EQ(quantity_in("In all 20, 30 mM was used.", "20").kind, "number");
}

TEST(Units, ProseIsNoUnit) {
  EXPECT_FALSE(quantity_in("It opened 5 in May.", "5").unit);
  EXPECT_EQ(quantity_in("It has 30m users.", "30m users").kind, "count");
  EXPECT_EQ(quantity_in("Bookings sank to 310,000 from 480,000 y/y.", "480,000").value, "480000");
  EXPECT_EQ(quantity_in("It trained 2 million HR professionals.", "2 million HR professionals").kind,
            "count");
}

}  // namespace
}  // namespace figmine
