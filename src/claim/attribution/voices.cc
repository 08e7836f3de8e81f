#include "claim/attribution/voices.h"

namespace figmine::attribution {

bool Voices::can_speak(const Speech& speech) const {
  const Analysis& a = input_.analyses[speech.sentence];
  const std::string verb = fold(speech.verb);
  const TokenRange words = speech.speaker;
  if (acts(a, speech, verb) || words_.is_legal_form(words)) return false;  // "Halden, Inc. Announces": itself
  if (verb == ":") return names_.is_person(words);                         // "Ann Lee: “We grew”"
  if (verb != "according to" && is_nobody(a, words)) return false;
  if (look_.is_name(words)) return true;
  // "according to a rival's brochure": whatever tells, but not "according to plan"
  if (verb == "according to") return !look_.word_is(words.end - 1, "procedure.noun");
  if (is_aside_of_quote(speech, verb) || are_documents(words)) return true;
  if (speech.behind && words_.is_document(words)) return false;  // "Acme, based in Lyon, reported results"
  return is_teller(a, words);
}

// Whether the verb tells what somebody does rather than says.
bool Voices::acts(const Analysis& a, const Speech& speech, const std::string& verb) const {
  const bool segment =
      verb == "reported" && look_.word_is(speech.speaker.end - 1, "segment.noun");  // is told of
  return segment || moves_figure(a, speech, verb) || finds_things(a, speech, verb) || shows_things(speech) ||
         does_things(a, speech, verb);
}

// "added 300 cars", "added nearly 300 cars", "adds to the pain": no verb of saying.
bool Voices::moves_figure(const Analysis& a, const Speech& speech, const std::string& verb) const {
  if (!words_.is(verb, "change.verb")) return false;
  std::uint32_t token = speech.whole.end;
  if (const Annotation* bound = look_.beginning_at(a, token, "bound.before"); bound != nullptr)
    token = bound->range.end;
  if (look_.beginning_at(a, token, "q") != nullptr) return true;
  return !speech.behind && look_.word_is(token, "pos.first.TO");
}

// "Police found 14 guns", unlike "The study found 12% of patients relapsed".
bool Voices::finds_things(const Analysis& a, const Speech& speech, const std::string& verb) const {
  const Annotation* found = look_.beginning_at(a, speech.whole.end, "q");
  if (found == nullptr || speech.behind || words_.is_document(speech.speaker) ||
      !words_.is(verb, "find.verb"))
    return false;
  const std::string kind = feature_text(input_.program, *found, "kind");
  const Annotation* next = look_.beginning_at(a, found->range.end, "vg");
  return (kind == "count" || kind == "money") && next == nullptr;
}

// "reveals in vivid detail the journey"; "Research Highlights:", a heading
bool Voices::shows_things(const Speech& speech) const {
  const std::uint32_t next = speech.whole.end;
  if (!look_.word_is(next - 1, "content.verb")) return false;
  const bool heading = look_.form(next - 1).is(Shape::kCap) && next < look_.input().text.tokens.size() &&
                       look_.token_text(next) == ":";
  return heading || look_.word_is(next, "preposition");
}

// "Halden Adds Brand and Doubles Output", "Halden Announces 40 Shops", headlines; not "Lee Adds That Output
// Doubled".
bool Voices::does_things(const Analysis& a, const Speech& speech, const std::string& verb) const {
  if (speech.behind || !look_.title_case(a)) return false;
  const std::uint32_t next = speech.whole.end;
  const bool thing =
      look_.beginning_at(a, next, "np") != nullptr || look_.beginning_at(a, next, "q") != nullptr;
  return thing && (words_.is(verb, "change.verb") || verb.starts_with("announce"));
}

// "Data from May reveals", "projections show": whose they are is not told; not "the data shows", "Phase I
// data shows".
bool Voices::is_nobody(const Analysis& a, TokenRange words) const {
  if (words.end - words.begin > 1 || !look_.word_is(words.begin, "document.bare")) return false;
  const std::uint32_t before = words.begin - 1;
  return words.begin == a.range.begin ||
         (!look_.word_is(before, "pos.first.DT") && !look_.form(before).is(Shape::kCap));
}

// '"We grew," said a farmer': whoever it is.
bool Voices::is_aside_of_quote(const Speech& speech, const std::string& verb) const {
  return words_.is_any(verb, {"saying.verb", "quote.verb"}) && speech.behind && quotes_.are_before(speech) &&
         look_.form(speech.whole.end).is(Shape::kPunct);
}

// "filings reveal that", not "has tracked reports and found that"
bool Voices::are_documents(TokenRange words) const {
  return look_.word_is(words.end - 1, "document.plural") && look_.word_is(words.end, "documents.verb");
}

// "analysts at Orb": the head of the words tells by what it is.
bool Voices::is_teller(const Analysis& a, TokenRange words) const {
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    const bool head = token + 1 == words.end || look_.beginning_at(a, token + 1, "pos.first.IN") != nullptr;
    if (head && words_.is_teller(look_.form(token).folded)) return true;
  }
  return false;
}

}  // namespace figmine::attribution
