// Currency codes and names from ICU's CLDR data, as lexicon entries.
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

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

  void add(std::uint32_t kinds, std::string_view type) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes(ucurr_openISOCurrencies(kinds, &status),
                                                                      &uenum_close);
    if (U_FAILURE(status)) return;
    const auto code_type = static_cast<TypeId>(program_.types.add(type));
    int32_t length = 0;
    while (const UChar* code = uenum_unext(codes.get(), &length, &status)) {
      const std::string text = to_utf8(code, length);
      if (known_.insert(text).second) add_one(code, text, code_type);
    }
  }

 private:
  void add_one(const UChar* code, const std::string& text, TypeId code_type) {
    const std::string singular = plural_name(code, language_, "one");
    draft::LexiconRow row;
    row.source = static_cast<std::uint32_t>(program_.sources.size() - 1);
    row.attributes = {{iso_, text}, {name_, singular}};
    const auto id = static_cast<std::uint32_t>(program_.rows.size());
    program_.rows.push_back(std::move(row));
    add_form(program_, text, true, code_type, id);
    for (const std::string& form :
         {long_name(code, language_), singular, plural_name(code, language_, "other")}) {
      if (!form.empty() && form != text) add_form(program_, form, false, name_type_, id);
    }
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
  adder.add(UCURR_COMMON | UCURR_NON_DEPRECATED, "currency_code");
  adder.add(UCURR_COMMON | UCURR_DEPRECATED, "currency_code_old");
}

}  // namespace figmine
