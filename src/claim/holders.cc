#include "claim/holders.h"

#include "claim/holders/appositions.h"
#include "claim/holders/bearers.h"
#include "claim/holders/brackets.h"
#include "claim/holders/contrasts.h"
#include "claim/holders/descriptions.h"
#include "claim/holders/names.h"
#include "claim/holders/owners.h"
#include "claim/holders/sentence.h"

namespace figmine {
namespace holders {
namespace {

// The order of evidence: the first step that finds somebody says whose the figure is.
class HolderFinder {
 public:
  explicit HolderFinder(const Sentence& sentence) : sentence_(sentence) {}

  Holder run(const Draft& draft) const {
    const std::size_t figure = sentence_.clauses.at(draft.mention->range.begin);
    if (const TokenRange words = brackets_.before_bracket(figure); !words.empty() && has_unit(draft))
      return {words, "subject/bracket"};
    if (const TokenRange words = owners_.before(draft, figure); !words.empty())
      return {words, "subject/owner"};
    if (const TokenRange words = appositions_.before(draft, figure); !words.empty())
      return {words, "subject/apposed"};
    if (const TokenRange words = descriptions_.before(draft, figure); !words.empty())
      return {words, "subject/apposed"};
    if (const TokenRange words = brackets_.gapped(figure); !words.empty()) return {words, "subject/gapped"};
    if (const TokenRange words = contrasts_.told_apart(draft, figure); !words.empty())
      return {words, "subject/apart"};
    const std::string& kind = draft.fact.quantity.kind;
    if (const TokenRange words = bearers_.bearer(figure);
        !words.empty() && (kind == "count" || kind == "measure"))
      return {words, "subject/bearer"};
    return {bearers_.doer(figure), "subject/by"};
  }

 private:
  // Not a bare "(34,425)", which is a loss in a row of a table.
  static bool has_unit(const Draft& draft) {
    return draft.fact.quantity.unit && !draft.fact.quantity.unit->text.empty();
  }

  const Sentence& sentence_;
  Names names_{sentence_};
  Owners owners_{sentence_};
  Brackets brackets_{sentence_, names_};
  Appositions appositions_{sentence_, names_};
  Descriptions descriptions_{sentence_, names_, brackets_, appositions_};
  Contrasts contrasts_{sentence_, names_};
  Bearers bearers_{sentence_, names_, appositions_};
};

}  // namespace
}  // namespace holders

bool is_home(const Looker& look, const Analysis& analysis, const Clauses& clauses, std::size_t phrase) {
  const TokenRange words = look.without_article(analysis, clauses[phrase].range);
  const Annotation* place = look.beginning_at(analysis, words.begin, "place");
  const std::size_t link = clauses.before(phrase);
  return place != nullptr && place->range.end == words.end &&
         is_preposition(look, clauses, link, "preposition.home");
}

bool is_predicate(const Looker& look, const Clauses& clauses, std::size_t phrase) {
  const std::size_t verb = clauses.before(phrase);
  const std::size_t subject = clauses.before(verb);
  if (!clauses.is(verb, Part::kVerb) || subject == Clauses::kNoChunk ||
      look.word_is(clauses[subject].range.begin, "pos.first.EX"))
    return false;  // "There are shops with 50 employees"
  const std::uint32_t last = clauses[verb].range.end - 1;
  return look.word_is(last, "pos.first.AUX") || look.word_is(last, "become.verb");
}

bool is_role(const Looker& look, const Clauses& clauses, std::size_t phrase) {
  std::size_t left = clauses.before(phrase);
  while (clauses.is(left, Part::kOther) || clauses.is(left, Part::kFigure))
    left = clauses.before(left);  // "the", "the second"
  return is_preposition(look, clauses, left, "joint.as");
}

bool bears_for_another(const Looker& look, const Clauses& clauses, std::size_t phrase) {
  std::size_t left = clauses.before(phrase);
  while (clauses.is(left, Part::kOther)) left = clauses.before(left);  // an article
  const bool object = clauses.is(left, Part::kVerb);
  if (object && look.word_is(clauses[left].range.end - 1, "with.verb")) return true;
  return (object || clauses.is(left, Part::kPreposition)) &&
         look.small_word_is(clauses[phrase].range.end - 1, "bearer.held");
}

Holder holder_beside(const Namer& namer, const Looker& look, const Analysis& analysis, const Clauses& clauses,
                     const Draft& draft) {
  const holders::Sentence sentence{namer, look, analysis, clauses};
  return holders::HolderFinder(sentence).run(draft);
}

TokenRange name_described(const Namer& namer, const Looker& look, const Analysis& analysis,
                          const Clauses& clauses, std::size_t phrase) {
  const holders::Sentence sentence{namer, look, analysis, clauses};
  return holders::Appositions(sentence, holders::Names(sentence)).name_of(phrase);
}

}  // namespace figmine
