#include "claim/attribution/words.h"

#include <algorithm>

namespace figmine::attribution {

bool Words::is(const std::string& words, std::string_view type) const {
  return look_.input().program.lookup(type, words) != kNone;
}

bool Words::is_any(const std::string& words, std::initializer_list<std::string_view> types) const {
  return std::any_of(types.begin(), types.end(), [&](std::string_view type) { return is(words, type); });
}

bool Words::is_kind_of_teller(const std::string& noun) const {
  return is_any(noun, {"teller", "agent", "self_reference", "person_title", "agency_word"});
}

bool Words::is_teller(const std::string& noun) const {
  return is_kind_of_teller(noun) || is_any(noun, {"pronoun", "document.noun", "speaker_reference",
                                                  "survey.noun", "speaker.plural", "speaker.kind"});
}

bool Words::is_saying(const std::string& verb) const { return is(fold(verb), "saying.verb"); }

bool Words::is_document(TokenRange words) const { return look_.word_is(words.end - 1, "document.noun"); }

bool Words::is_legal_form(TokenRange words) const {
  return words.end - words.begin == 1 && look_.word_is(words.begin, "legal_form");
}

bool Words::is_capitals(TokenRange words) const {
  if (words.end - words.begin < 2) return false;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (!look_.form(token).is(Shape::kUpper)) return false;
  }
  return true;
}

bool Words::stands_for_other(TokenRange speaker) const {
  return is(fold(look_.text_of(speaker)), "speaker_reference");
}

bool Words::stands_for_person(TokenRange speaker) const {
  return look_.word_is(speaker.begin, "pronoun.person");
}

bool Words::stands_for_thing(TokenRange speaker) const {
  return is(fold(look_.text_of(speaker)), "pronoun.thing");
}

}  // namespace figmine::attribution
