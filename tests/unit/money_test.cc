// Money: every currency that CLDR knows, the choice between the meanings of a sign, minor units, amounts
// called equal.
#include "resolve/money.h"

#include <gtest/gtest.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <set>

#include "support.h"

namespace figmine {
namespace {

std::string code_of(const std::string& text, const std::string& quote) {
  const DocumentResult result = all_facts_of(text);
  const Fact* fact = fact_at(result, quote);
  return fact != nullptr && fact->quantity.unit ? fact->quantity.unit->code : "none";
}

struct Currency {
  std::string code;
  std::string name;  // plural
  std::string symbol;
};

std::string to_utf8(const UChar* text, int32_t length) {
  std::string out;
  icu::UnicodeString(text, length).toUTF8String(out);
  return out;
}

std::vector<Currency> currencies_of_icu() {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  std::vector<Currency> out;
  int32_t length = 0;
  while (const UChar* code = uenum_unext(codes, &length, &status)) {
    Currency currency;
    currency.code = to_utf8(code, length);
    const UChar* name = ucurr_getPluralName(code, "en", nullptr, "other", &length, &status);
    currency.name = to_utf8(name, length);
    const UChar* symbol = ucurr_getName(code, "en", UCURR_SYMBOL_NAME, nullptr, &length, &status);
    currency.symbol = to_utf8(symbol, length);
    out.push_back(std::move(currency));
  }
  uenum_close(codes);
  return out;
}

TEST(Currencies, EveryCodeNameAndSymbolOfCldr) {
  const std::vector<Currency> currencies = currencies_of_icu();
  EXPECT_GT(currencies.size(), 150U);
  for (const Currency& currency : currencies) {
    EXPECT_EQ(code_of("It paid " + currency.code + " 12.5 million.", currency.code + " 12.5 million"),
              currency.code);
    EXPECT_EQ(code_of("It paid 12.5 million " + currency.name + ".", "12.5 million " + currency.name),
              currency.code)
        << currency.name;
    if (currency.symbol != currency.code) {
      EXPECT_EQ(code_of("It paid " + currency.symbol + "12.5 million.", currency.symbol + "12.5 million"),
                currency.code);
    }
  }
}

TEST(Currencies, HistoricOnesAndTokens) {
  EXPECT_EQ(code_of("It paid 420 million Finnish markka.", "420 million Finnish markka"), "FIM");
  EXPECT_EQ(code_of("It paid DEM 5 million.", "DEM 5 million"), "DEM");
  EXPECT_EQ(code_of("It holds 8,888 BTC.", "8,888 BTC"), "BTC");
  EXPECT_EQ(code_of("Order intake was MSEK 60.", "MSEK 60"), "SEK");
}

TEST(Currencies, TheArticleDecidesWhatASignMeans) {
  const std::string quote = "$3 million";
  EXPECT_EQ(code_of("Profit hit $3 million.", quote), "USD");
  EXPECT_EQ(code_of("Profit hit $3 million. All amounts are in Canadian dollars.", quote), "CAD");
  EXPECT_EQ(code_of("Acme Corp. (TSXV: ACM) raised $3 million.", quote), "CAD");
  EXPECT_EQ(code_of("Acme Corp. (TSXV: ACM) raised $3 million, or US$2.2 million.", quote), "CAD");
  EXPECT_EQ(code_of("Acme Corp. (NASDAQ: ACM) earned C$5 million and raised $3 million.", quote), "USD");
  EXPECT_EQ(code_of("The fee is NZ$20 and the prize $3 million.", quote), "NZD");
}

TEST(Currencies, TheOtherCandidatesAreKeptWithTheEvidence) {
  const DocumentResult result = all_facts_of("Acme Corp. (TSXV: ACM) raised $3 million.");
  const Fact* fact = fact_at(result, "$3 million");
  ASSERT_NE(fact, nullptr);
  ASSERT_FALSE(fact->quantity.unit->candidates.empty());
  EXPECT_EQ(fact->quantity.unit->candidates.front().code, "USD");
  EXPECT_NE(fact->quantity.unit->candidates.front().evidence.find("listing"), std::string::npos);
}

TEST(Currencies, MinorUnitsAreMultipliedOut) {
  const DocumentResult result =
      all_facts_of("The dividend is 62 cents and the fee 5 pence; she paid twenty dollars and fifty cents.");
  const Fact* cents = fact_at(result, "62 cents");
  ASSERT_NE(cents, nullptr);
  EXPECT_EQ(cents->quantity.value, "0.62");
  EXPECT_EQ(cents->quantity.unit->code, "USD");
  EXPECT_EQ(cents->quantity.unit->text, "cents");
  const Fact* both = fact_at(result, "twenty dollars and fifty cents");
  ASSERT_NE(both, nullptr);
  EXPECT_EQ(both->quantity.value, "20.5");
}

std::size_t mismatches(const std::string& text) {
  const DocumentResult result = all_facts_of(text);
  std::size_t count = 0;
  for (const Warning& warning : result.warnings) count += warning.code == "equivalent_mismatch" ? 1 : 0;
  return count;
}

TEST(Equivalents, ThatCannotHoldGetAWarning) {
  EXPECT_EQ(mismatches("Revenue was RMB71.0 million (US$10.0 million)."), 0U);
  EXPECT_EQ(mismatches("Revenue was 1.2 trillion yuan (about $168 billion)."), 0U);
  EXPECT_EQ(mismatches("Revenue was RMB71 million (US$100 million)."), 1U);
  EXPECT_EQ(mismatches("The road is 5 miles (8 km) long."), 0U);
  EXPECT_EQ(mismatches("The road is 5 miles (12 km) long."), 1U);
}

}  // namespace
}  // namespace figmine
