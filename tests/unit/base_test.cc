#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <vector>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/flat_map.h"
#include "base/hash.h"
#include "base/lexer.h"
#include "base/sha256.h"
#include "base/utf8.h"

namespace figmine {
namespace {

std::string text_of(const char* literal) {
  const std::optional<Decimal> value = Decimal::parse(literal);
  return value ? value->to_string() : "none";
}

TEST(Decimal, ParsesAndPrintsExactly) {
  EXPECT_EQ(text_of("1780000"), "1780000");
  EXPECT_EQ(text_of("-0.140"), "-0.14");
  EXPECT_EQ(text_of("1.59e21"), "1590000000000000000000");
  EXPECT_EQ(text_of("0.000000000000000000000000000001"), "0.000000000000000000000000000001");
  EXPECT_EQ(text_of("007"), "7");
  EXPECT_EQ(text_of("0"), "0");
  for (const char* wrong : {"", ".", "1.2.3", "1,000", "abc", "1e", "1e99999", "--1", "1 "})
    EXPECT_EQ(text_of(wrong), "none") << wrong;
}

TEST(Decimal, ArithmeticHasNoRounding) {
  const Decimal tenth = *Decimal::parse("0.1");
  Decimal sum;
  for (int i = 0; i < 10; ++i) sum = sum + tenth;
  EXPECT_EQ(sum, Decimal(1));
  EXPECT_EQ((*Decimal::parse("1.2") * *Decimal::parse("1000000000000")).to_string(), "1200000000000");
  EXPECT_LT(*Decimal::parse("-2"), *Decimal::parse("0.5"));
}

TEST(Decimal, DivisionIsExactWhereItEndsAndRoundedElse) {
  EXPECT_EQ(Decimal::divide(Decimal(1), Decimal(8))->to_string(), "0.125");
  EXPECT_EQ(Decimal::divide(Decimal(1), Decimal(3))->to_string(), "0.3333333333333333");
  EXPECT_EQ(Decimal::divide(Decimal(2), Decimal(3))->to_string(), "0.6666666666666667");
  EXPECT_FALSE(Decimal::divide(Decimal(1), Decimal(0)));
}

TEST(Calendar, KnowsWhichDaysExist) {
  EXPECT_TRUE(parse_iso_date("2024-02-29"));
  for (const char* wrong :
       {"2023-02-29", "2024-13-01", "2024-1-01", "24-01-01", "2024-00-10", "0000-01-01", ""})
    EXPECT_FALSE(parse_iso_date(wrong)) << wrong;
}

TEST(Calendar, WholeMonthsStayWholeWhenShifted) {
  const Interval february = containing(*parse_iso_date("2024-02-10"), Grain::kMonth);
  const std::optional<Interval> earlier = shift(february, Grain::kYear, -1);
  ASSERT_TRUE(earlier);
  EXPECT_EQ(to_iso(*earlier->end), "2023-02-28");
  const Interval quarter = containing(*parse_iso_date("2025-05-05"), Grain::kQuarter);
  EXPECT_EQ(to_iso(*quarter.start) + ".." + to_iso(*quarter.end), "2025-04-01..2025-06-30");
  EXPECT_EQ(to_iso(*add_months(*parse_iso_date("2025-01-31"), 1)), "2025-02-28");
}

TEST(Calendar, RefusesDaysOutsideItsRange) {
  EXPECT_FALSE(add(*parse_iso_date("9999-12-31"), Grain::kDay, 1));
  EXPECT_FALSE(add_months(*parse_iso_date("0001-01-01"), -1));
}

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> out;
  for (const RawToken& token : lex(text)) out.emplace_back(slice(text, token.span));
  return out;
}

using Words = std::vector<std::string>;

TEST(Lexer, BordersStandBetweenLettersDigitsAndSigns) {
  EXPECT_EQ(tokens_of("US$1.2bn."), (Words{"US", "$", "1.2", "bn", "."}));
  EXPECT_EQ(tokens_of("1,204,350 units"), (Words{"1,204,350", "units"}));
  EXPECT_EQ(tokens_of("March 31,2025"), (Words{"March", "31", ",", "2025"}));
  EXPECT_EQ(tokens_of("EUR 31,2025"), (Words{"EUR", "31,2025"}));
  EXPECT_EQ(tokens_of("approximatelyUS$247"), (Words{"approximatelyUS", "$", "247"}));
  EXPECT_EQ(tokens_of("A320"), (Words{"A", "320"}));
  EXPECT_EQ(tokens_of("3½ km²"), (Words{"3", "½", "km²"}));
}

TEST(Lexer, KeepsInitialsCliticsAndAddressesWhole) {
  EXPECT_EQ(tokens_of("the U.S. economy's"), (Words{"the", "U.S.", "economy", "'s"}));
  EXPECT_EQ(tokens_of("didn't"), (Words{"did", "n't"}));
  EXPECT_EQ(tokens_of("mail ir.desk@example.com, now"), (Words{"mail", "ir.desk@example.com", ",", "now"}));
  EXPECT_EQ(tokens_of("see https://example.org/a?b=2."), (Words{"see", "https://example.org/a?b=2", "."}));
  EXPECT_EQ(tokens_of("at Debt.com today"), (Words{"at", "Debt.com", "today"}));
}

TEST(Lexer, ReadsChineseAndFullWidth) {
  EXPECT_EQ(tokens_of("１２．５％").front(), "１２．５");
  EXPECT_EQ(compatible("１２．５"), "12.5");
  EXPECT_EQ(tokens_of("营收").size(), 2U);
}

TEST(Lexer, SurvivesAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  std::uint32_t end = 0;
  for (const RawToken& token : lex(bytes + bytes)) {
    EXPECT_LE(end, token.span.begin);
    EXPECT_LT(token.span.begin, token.span.end);
    end = token.span.end;
  }
}

TEST(Sha256, MatchesTheStandardsExample) {
  EXPECT_EQ(sha256_hex({"ab", "c"}), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST(FlatMap, HoldsWhatAMapHolds) {
  std::mt19937_64 random(7);
  FlatMap<std::uint32_t> flat;
  std::map<std::uint64_t, std::uint32_t> plain;
  EXPECT_EQ(flat.find(1), nullptr);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const std::uint64_t key = random() % 4000;
    flat[key] = i;
    plain[key] = i;
  }
  EXPECT_EQ(flat.size(), plain.size());
  for (std::uint64_t key = 0; key < 4100; ++key) {
    const auto wanted = plain.find(key);
    const std::uint32_t* found = flat.find(key);
    ASSERT_EQ(found != nullptr, wanted != plain.end()) << key;
    EXPECT_TRUE(found == nullptr || *found == wanted->second) << key;
  }
}

TEST(Hash, TellsListsApart) {
  std::set<std::uint64_t> hashes;
  std::size_t lists = 0;
  for (std::uint32_t start = 0; start < 20; ++start) {
    for (std::uint32_t a = 0; a < 20; ++a) {
      hashes.insert(hash_of(std::vector<std::uint32_t>{a}, start));
      ++lists;
      for (std::uint32_t b = 0; b < 20; ++b) {
        hashes.insert(hash_of(std::vector<std::uint32_t>{a, b}, start));
        ++lists;
      }
    }
  }
  EXPECT_EQ(hashes.size(), lists);
  EXPECT_FALSE(hashes.contains(FlatMap<int>::kFree));
}

TEST(Utf8, GivesTheFirstCodePointAndItsBytes) {
  EXPECT_EQ(first_code_point("a€").code, U'a');
  EXPECT_EQ(first_code_point("€a").code, U'€');
  EXPECT_EQ(first_code_point("€a").size, 3U);
  EXPECT_EQ(first_code_point("").size, 0U);
  EXPECT_EQ(first_code_point("\xFFz").size, 0U);
  EXPECT_EQ(first_code_point("\xE2\x82").size, 0U);
}

}  // namespace
}  // namespace figmine
