#include "pipeline/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace figmine {

std::string detect_language(std::string_view text) {
  constexpr std::size_t kEnough = 8192;  // bytes; more text does not change the answer
  constexpr std::size_t kTooFew = 60;
  if (text.size() < kTooFew) return {};
  text = text.substr(0, kEnough);
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
    text.remove_suffix(1);  // not inside a character
  if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) text.remove_suffix(1);
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(text.size()), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return {};
  return CLD2::LanguageCode(language);
}

}  // namespace figmine
