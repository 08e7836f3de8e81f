#include "claim/subjects/speakers.h"

#include "base/ascii.h"

namespace figmine {
namespace {

// "we", "Our", "I": whoever speaks; not "US".
bool is_speaker(const Program& program, const Subject& subject) {
  const bool country = subject.text.size() > 1 && is_upper(subject.text[1]);
  return !country && program.lookup("pronoun.speaker", fold(subject.text)) != kNone;
}

// "Corlan" of "head of sales at Corlan": the known firm that the last words of an office name behind its
// last preposition; nullptr where there is none.
const Entity* firm_of(const Program& program, const Entities& entities, std::string_view role) {
  for (std::size_t end = role.rfind(' '); end != std::string_view::npos && end > 0;) {
    const std::size_t begin = role.rfind(' ', end - 1);
    const std::size_t word = begin == std::string_view::npos ? 0 : begin + 1;
    const std::string_view link = role.substr(word, end - word);
    if (program.lookup("preposition.holder", link) != kNone) {
      std::string_view name = role.substr(end + 1);
      const std::size_t space = name.find(' ');
      const bool article = space != std::string_view::npos &&
                           program.lookup("article", fold(std::string(name.substr(0, space)))) != kNone;
      if (article) name.remove_prefix(space + 1);
      const Entity* firm = name.empty() || !is_upper(name[0]) ? nullptr : entities.find(name);
      // Not "head of Pump Operations", which is what somebody does.
      const bool named = firm != nullptr && (firm->type == "organization" || firm->mentions.size() > 1 ||
                                             program.lookup("preposition.part", link) == kNone);
      return named ? firm : nullptr;
    }
    end = begin;
  }
  return nullptr;
}

// Whether one name holds the other's first word: "Corlan" and "Corlan Pumps" may be one firm.
bool may_be_one(const Entity& firm, const Entity& main) {
  const auto first = [](const std::string& name) { return fold(name.substr(0, name.find(' '))); };
  return fold(main.name).find(first(firm.name)) != std::string::npos ||
         fold(firm.name).find(first(main.name)) != std::string::npos;
}

// "the Statistics Bureau" and "OPEC" tell of others; "Corlan" may tell of itself.
bool is_firm(const Looker& look, const Entity& entity) {
  const bool named = entity.type == "other" && entity.name.size() > 1 && !is_upper(entity.name[1]);
  if ((entity.type != "organization" && !named) || entity.mentions.empty()) return false;
  const TokenRange words = look.tokens_in(entity.mentions.front());
  return !look.holds_word(words, "agency_word") && !look.holds_word(words, "firm.never");
}

// "revenue", "adjusted operating margin"; not "car sales", "Norway's output".
bool is_firms_own(const Looker& look, TokenRange measure) {
  if (measure.empty() || !look.word_is(measure.end - 1, "firm.measure")) return false;
  for (std::uint32_t token = measure.begin; token + 1 < measure.end; ++token) {
    const bool sort = look.word_is(token, "pos.J") || look.word_is(token, "sort.word") ||
                      look.word_is(token, "firm.measure") || look.word_is(token, "grain") ||
                      !look.form(token).is(Shape::kWordlike);
    if (!sort || look.word_is(token, "macro.world")) return false;
  }
  return true;
}

}  // namespace

void give_to_speaking_firms(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities) {
  if (!input.is_brief()) return;
  const Looker look(input);
  for (Draft& draft : drafts) {
    Fact& fact = draft.fact;
    if (!fact.claim || fact.subject || fact.share_of || !is_firms_own(look, draft.measure)) continue;
    const Entity* firm = entities.main();
    if (fact.attribution) {
      firm = entities.find(fact.attribution->speaker);
      if (firm != nullptr && firm->type == "person")
        firm = firm_of(input.program, entities, fact.attribution->role);
    }
    if (firm == nullptr || !is_firm(look, *firm)) continue;
    fact.subject =
        Subject{firm->name, entities.usual_name(*firm), firm->type, firm->id, firm->mentions.front()};
    fact.rules.emplace_back("subject/speaking-firm");
  }
}

void give_to_speakers_firms(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities) {
  const Entity* main = entities.main();
  if (main == nullptr) return;
  for (Draft& draft : drafts) {
    Fact& fact = draft.fact;
    if (!fact.subject || !fact.attribution || fact.subject->entity != main->id ||
        !is_speaker(input.program, *fact.subject))
      continue;
    const Entity* firm = firm_of(input.program, entities, fact.attribution->role);
    const bool other = firm != nullptr && firm != main && firm->type != "place";
    if (!other || may_be_one(*firm, *main)) continue;
    fact.subject->name = entities.usual_name(*firm);
    fact.subject->type = firm->type;
    fact.subject->entity = firm->id;
    fact.rules.emplace_back("subject/speakers-firm");
  }
}

void give_to_speakers(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                      const Entities& entities) {
  const Looker look(input);
  for (Draft& draft : drafts) {
    Fact& fact = draft.fact;
    if (!fact.claim || !fact.attribution || !input.text.tokens[draft.mention->range.begin].quoted) continue;
    const Clauses& c = clauses.of(draft.sentence);
    const std::size_t verb = c.before_adverbs(c.at(draft.mention->range.begin));
    if (!c.is(verb, Part::kVerb) || c[verb].says) continue;  // "I'd say 80% of them"
    const std::size_t pronoun = c.before(verb);
    if (!c.is(pronoun, Part::kPronoun) || !look.word_is(c[pronoun].range.begin, "pronoun.one")) continue;
    if (fact.subject && fact.subject->span != look.span_of(c[pronoun].range)) continue;
    const Entity* speaker = entities.find(fact.attribution->speaker);
    if (speaker == nullptr || speaker->type != "person") continue;
    fact.subject = Subject{look.text_of(c[pronoun].range), entities.usual_name(*speaker), speaker->type,
                           speaker->id, look.span_of(c[pronoun].range)};
    fact.rules.emplace_back("subject/speaker");
  }
}

}  // namespace figmine
