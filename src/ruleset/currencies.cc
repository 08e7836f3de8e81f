// Currency codes and names from ICU's CLDR data, as lexicon entries.
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <memory>

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

}  // namespace

void add_currencies(Program& program, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes(
      ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status), &uenum_close);
  if (U_FAILURE(status)) return;
  const auto code_type = static_cast<TypeId>(program.types.add("currency_code"));
  const auto name_type = static_cast<TypeId>(program.types.add("currency_name"));
  const auto iso = static_cast<AttributeId>(program.attributes.add("iso"));
  const auto name = static_cast<AttributeId>(program.attributes.add("name"));
  program.sources.push_back({"ICU currency data"});
  int32_t length = 0;
  while (const UChar* code = uenum_unext(codes.get(), &length, &status)) {
    const std::string text = to_utf8(code, length);
    const std::string singular = plural_name(code, language, "one");
    LexiconRow row;
    row.source = static_cast<std::uint32_t>(program.sources.size() - 1);
    row.attributes = {{iso, text}, {name, singular}};
    const auto id = static_cast<std::uint32_t>(program.rows.size());
    program.rows.push_back(std::move(row));
    add_form(program, text, true, code_type, id);
    for (const std::string& form :
         {long_name(code, language), singular, plural_name(code, language, "other")}) {
      if (!form.empty() && form != text) add_form(program, form, false, name_type, id);
    }
  }
}

}  // namespace figmine
