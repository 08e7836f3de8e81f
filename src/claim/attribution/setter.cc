#include "claim/attribution/setter.h"

#include "base/ascii.h"

namespace figmine::attribution {

void Setter::set(Draft& draft, const Speech& speech, bool inferred) const {
  const Meant source = source_of(draft, speech);
  if (source.speech == nullptr) return;
  Attribution attribution;
  attribution.speaker = name_of(draft, source);
  if (attribution.speaker.empty()) return;
  attribution.role = persons_.role_of(attribution.speaker);
  attribution.verb = speech.verb;
  attribution.quoted = quotes_.holds(draft);
  attribution.inferred = inferred;
  attribution.span = look_.span_of(source.speech->speaker);
  draft.fact.attribution = attribution;
}

// Whose words they are: the author's for "we believe" in a research note, whom "he" stands for, or the
// speaker's own.
Meant Setter::source_of(const Draft& draft, const Speech& speech) const {
  const std::string written = fold(look_.text_of(speech.speaker));
  const std::optional<Speech>& author = speeches_.author();
  if (author && !quotes_.holds(draft) && words_.is(written, "first_person")) return {&*author, nullptr};
  Meant source;
  const bool thing = words_.stands_for_thing(speech.speaker);
  if (thing || words_.stands_for_other(speech.speaker)) source = references_.meant(speech);
  // "It found that": a firm or what it made, unlike "it said"
  const bool lost = thing && words_.is(fold(speech.verb), "find.verb");
  if (source.speech == nullptr && !lost) source.speech = &speech;
  return source;
}

// The name as the article knows it; nothing for "it said" where it is not told who.
std::string Setter::name_of(const Draft& draft, const Meant& source) const {
  const TokenRange words = source.speech->speaker;
  const std::string written = source.person != nullptr ? source.person->name : look_.text_of(words);
  const std::string folded = fold(written);
  const Entity* main = entities_.main();
  const bool itself = tells_of_itself(folded, words);
  if (itself && main != nullptr && main->type != "place") return main->name;
  const bool meant = (itself && !look_.holds_word(words, "agency_word")) || words_.is(folded, "anaphor");
  if (std::string firm = meant ? told_before(draft) : ""; !firm.empty()) return firm;
  if (words_.is(folded, "pronoun")) return "";
  const std::optional<Speech>& author = speeches_.author();
  const bool by_author = author && words.begin == author->speaker.begin;  // the rule knows its name's end
  return by_author || source.person != nullptr ? written : names_.full_name(words);
}

// "the company", "we", "the Lisbon-based carrier", not "the rating agency"; "management" says so itself.
bool Setter::tells_of_itself(const std::string& folded, TokenRange words) const {
  constexpr std::uint32_t kLongest = 5;  // tokens
  const Entity* main = entities_.main();
  const bool described =
      words.end - words.begin <= kLongest && words.begin > 0 &&
      (words.end - words.begin > 1 || main == nullptr) &&
      look_.word_is(words.begin - 1, "article.definite") && look_.word_is(words.end - 1, "firm.noun") &&
      look_.form(words.end - 1).is(Shape::kLower) && !look_.holds_word(words, "firm.other") &&
      (main == nullptr || main->type != "person");
  return (words_.is(folded, "self_reference") || described) && !words_.is(folded, "teller");
}

// "Revenue at the chip designer Lumenor rose 4%, the company said": in an article that is about nobody known,
// the firm that the figures up to this one are about; nothing where they are about none.
std::string Setter::told_before(const Draft& draft) const {
  constexpr std::size_t kReach = 12;  // figures
  if (entities_.main() != nullptr) return "";
  const std::size_t index = figures_.index_of(draft);
  for (std::size_t i = index + 1; i-- > 0 && index - i <= kReach;) {
    const std::optional<Subject>& told = figures_[i].fact.subject;
    if (told && names_firm(*told)) return told->name;
  }
  return "";
}

// "Lumenor", "Corlan Pumps"; not "Fuel" that begins a sentence, a place or a person.
bool Setter::names_firm(const Subject& told) const {
  if (told.type == "organization") return true;
  const TokenRange words = look_.tokens_in(told.span);
  const bool common = words.end == words.begin + 1 && look_.word_is(words.begin, "pos.N");
  return !told.name.empty() && is_upper(told.name[0]) && told.type != "place" && told.type != "person" &&
         look_.is_name(words) && !common;
}

}  // namespace figmine::attribution
