#include "claim/subjects/identity.h"

#include "claim/tense.h"

namespace figmine::subjects {

TokenRange Identity::name_of(const Draft& draft, TokenRange words) const {
  const Analysis& a = figures_.analysis(draft);
  if (words.begin < a.range.begin || words.end > a.range.end || namer_.is_pronoun(words)) return {};
  const Clauses& c = figures_.clauses(draft);
  const std::size_t phrase = c.at(words.begin);
  if (!c.is(phrase, Part::kPhrase) || namer_.is_name(a, words)) return {};
  const std::size_t beginning = beginning_of_one(a, c, phrase);
  if (beginning == Clauses::kNoChunk) return {};
  if (const TokenRange name = acts(a, c, phrase) ? TokenRange{} : apposed_to(a, c, beginning); !name.empty())
    return name;
  if (const TokenRange name = predicated_of(a, c, beginning); !name.empty()) return name;
  const bool opens = fronted_.opening(c) == beginning;
  return opens ? fronted_.behind_fronted(draft) : TokenRange{};
}

// "a broker", "the largest broker", "a recently opened park": where the phrase begins; kNoChunk for
// "brokers".
std::size_t Identity::beginning_of_one(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  if (look_.covering(a, c[phrase].range.end - 1, "nns") != nullptr) return Clauses::kNoChunk;
  if (look_.word_is(c[phrase].range.begin, "article")) return phrase;
  constexpr std::size_t kReach = 3;  // chunks: an adverb and a participle
  for (std::size_t i = 1; i <= kReach && i <= phrase; ++i) {
    const std::size_t left = phrase - i;
    if (c[left].article) return left;
    if (!c.is(left, Part::kAdverb) && !c.is(left, Part::kVerb)) break;
  }
  return Clauses::kNoChunk;
}

// "According to Vexa, the market grew": the phrase is no apposition but the verb's subject.
bool Identity::acts(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const std::size_t verb = c.after_attachments(phrase);
  return c.is(verb, Part::kVerb) && is_finite(look_, a, c, c[verb].range);
}

// "Vexa, a broker with 12 desks"
TokenRange Identity::apposed_to(const Analysis& a, const Clauses& c, std::size_t beginning) const {
  if (beginning < 2 || !c.is(beginning - 1, Part::kComma)) return {};
  const std::uint32_t word = c[beginning].range.begin;
  const bool definite =
      look_.word_is(word, "article.definite") && !look_.small_word_is(word + 1, "superlative");
  return definite ? TokenRange{} : namer_.name_ending(a, c[beginning - 1].range.begin);
}

// "Vexa is a broker with 12 desks", "the company is a broker"
TokenRange Identity::predicated_of(const Analysis& a, const Clauses& c, std::size_t phrase) const {
  const std::size_t verb = c.before(phrase);
  if (!c.is(verb, Part::kVerb) || !look_.word_is(c[verb].range.end - 1, "copula")) return {};
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase)) return {};
  const TokenRange words = c[subject].range;
  if (namer_.stands_for_main(a, words) || namer_.is_name(a, words)) return words;
  return namer_.name_ending(a, words.end);
}

}  // namespace figmine::subjects
