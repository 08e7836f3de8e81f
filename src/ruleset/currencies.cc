// Currency codes and names from ICU's CLDR data, as lexicon entries.
#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <set>

#include "ruleset/lexicon.h"

namespace figmine {
namespace {

std::string to_utf8(const UChar* text, int32_t length) {
  std::string out;
  icu::UnicodeString(text, length).toUTF8String(out);
  return out;
}

std::string long_name(const UChar* code, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar* name = ucurr_getName(code, language.c_str(), UCURR_LONG_NAME, nullptr, &length, &status);
  return U_SUCCESS(status) && name != nullptr ? to_utf8(name, length) : std::string();
}

std::string plural_name(const UChar* code, const std::string& language, const char* count) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar* name = ucurr_getPluralName(code, language.c_str(), nullptr, count, &length, &status);
  return U_SUCCESS(status) && name != nullptr ? to_utf8(name, length) : std::string();
}

// "Barbados" of BBD, from the country that a code begins with; nothing where it begins with none (XOF, EUR).
std::string country_of(const std::string& code, const std::string& language) {
  const std::string region = code.substr(0, 2);
  icu::UnicodeString name;
  icu::Locale("", region.c_str()).getDisplayCountry(icu::Locale(language.c_str()), name);
  std::string out;
  name.toUTF8String(out);
  const bool successor = region == "RH";  // Rhodesia has the name of Zimbabwe
  return successor || region == "EU" || region[0] == 'X' || out == region ? std::string() : out;
}

// "Icelandic króna" -> "Icelandic krona", "Trinidad & Tobago dollar" -> "Trinidad and Tobago dollar"
std::string plainly_written(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> kToAscii(
      icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  if (kToAscii != nullptr) kToAscii->transliterate(text);
  text.findAndReplace(" & ", " and ");
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::ptrdiff_t words_of(const std::string& name) { return 1 + std::count(name.begin(), name.end(), ' '); }

std::string last_word(const std::string& name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string::npos ? name : name.substr(space + 1);
}

// Adds the currencies of one kind that are not yet in the program: codes as `type`, their names as
// currency_name.
class CurrencyAdder {
 public:
  CurrencyAdder(draft::Program& program, const std::string& language)
      : program_(program),
        language_(language),
        name_type_(static_cast<TypeId>(program.types.add("currency_name"))),
        iso_(static_cast<AttributeId>(program.attributes.add("iso"))),
        name_(static_cast<AttributeId>(program.attributes.add("name"))) {}

  // Without `named`, the codes alone: the name of XAU is "gold".
  void add(std::uint32_t kinds, std::string_view type, bool named) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes(ucurr_openISOCurrencies(kinds, &status),
                                                                      &uenum_close);
    if (U_FAILURE(status)) return;
    const auto code_type = static_cast<TypeId>(program_.types.add(type));
    int32_t length = 0;
    while (const UChar* code = uenum_unext(codes.get(), &length, &status)) {
      const std::string text = to_utf8(code, length);
      if (text == "XXX" || text == "XTS") continue;  // no currency, and a code for tests
      if (known_.insert(text).second) add_one(code, text, code_type, named);
    }
  }

 private:
  void add_one(const UChar* code, const std::string& text, TypeId code_type, bool named) {
    const std::string singular = plural_name(code, language_, "one");
    draft::LexiconRow row;
    row.source = static_cast<std::uint32_t>(program_.sources.size() - 1);
    row.attributes = {{iso_, text}, {name_, singular}};
    const auto id = static_cast<std::uint32_t>(program_.rows.size());
    program_.rows.push_back(std::move(row));
    add_form(program_, text, true, code_type, id);
    if (!named) return;
    for (const std::string& form : names(code, text, singular)) {
      if (!form.empty() && form != text) add_form(program_, form, false, name_type_, id);
    }
  }

  // CLDR's names and those that articles write: after the country ("Barbados dollars"), but not for a second
  // currency of it ("Cuban convertible peso").
  [[nodiscard]] std::set<std::string> names(const UChar* code, const std::string& text,
                                            const std::string& singular) const {
    const std::string plural = plural_name(code, language_, "other");
    std::set<std::string> out = {long_name(code, language_), singular, plural};
    if (singular.find(' ') == std::string::npos) return out;
    out.insert(singular + "s");
    const std::string country = country_of(text, language_);
    if (!country.empty() && words_of(singular) <= words_of(country) + 1) {
      out.insert(country + " " + last_word(singular));
      out.insert(country + " " + last_word(plural));
    }
    for (const std::string& name : std::set<std::string>(out)) out.insert(plainly_written(name));
    return out;
  }

  draft::Program& program_;
  const std::string& language_;
  TypeId name_type_;
  AttributeId iso_;
  AttributeId name_;
  std::set<std::string> known_;
};

}  // namespace

void add_currencies(draft::Program& program, const std::string& language) {
  program.sources.push_back("ICU currency data");
  CurrencyAdder adder(program, language);
  adder.add(UCURR_COMMON | UCURR_NON_DEPRECATED, "currency_code", true);
  adder.add(UCURR_COMMON | UCURR_DEPRECATED, "currency_code_old", true);
  adder.add(UCURR_UNCOMMON | UCURR_NON_DEPRECATED, "currency_code_old", false);
}

}  // namespace figmine
