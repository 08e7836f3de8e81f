#include "claim/subjects/topics.h"

namespace figmine::subjects {

TokenRange Topics::label_before(const Draft& draft, std::uint32_t token) const {
  const TokenRange label = labels_.of_block(input_.text.sentences[draft.sentence].block);
  if (label.empty() || label.end > token) return {};
  return names_item_of(draft, label) ? label : TokenRange{};
}

// What a label offers is told of in its own sentence.
bool Topics::names_item_of(const Draft& draft, TokenRange label) const {
  return !labels_.is_offer(label) || label.begin >= figures_.analysis(draft).range.begin;
}

TokenRange Topics::labelled(const Draft& draft, TokenRange bearer) const {
  const bool better = !bearer.empty() && !label_before(draft, bearer.begin).empty() &&
                      !namer_.is_pronoun(bearer) && !namer_.is_name(figures_.analysis(draft), bearer);
  return better ? TokenRange{} : bearer;
}

TokenRange Topics::topic_before(const Draft& draft, std::uint32_t token, For use) {
  constexpr std::uint32_t kCoinReach = 2;  // paragraphs
  constexpr std::size_t kReach = 60;       // sentences: a paragraph without an end stays linear
  const std::uint32_t block = input_.text.sentences[draft.sentence].block;
  for (std::size_t i = draft.sentence + 1; i-- > 0 && draft.sentence - i <= kReach;) {
    const std::uint32_t other = input_.text.sentences[i].block;
    if (other + kCoinReach < block) break;
    const Topic& topic = topic_of(i);
    const TokenRange words = topic.words;
    if (words.empty() || words.end > token || (other != block && !coins_.is_coin(words))) continue;
    if (i == draft.sentence && words_.is_target(draft)) continue;  // who sets it
    if (topic.owner && use == For::kNobody) continue;
    const Entity* entity = entities_.find(look_.text_of(words));
    const bool own = namer_.stands_for_main(input_.analyses[i], words) ||
                     (entity != nullptr && entity == entities_.main());
    return own ? TokenRange{} : words;
  }
  return {};
}

// What a sentence is about when it names that as its first verb's subject: "Process Systems had a quieter
// half." Empty where it is a person, a place, or common words.
const Topic& Topics::topic_of(std::size_t sentence) {
  if (topics_.empty()) topics_.resize(input_.text.sentences.size());
  std::optional<Topic>& topic = topics_[sentence];
  if (!topic) topic = find_topic(sentence);
  return *topic;
}

Topic Topics::find_topic(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  const Clauses c(look_, a, input_.resolved[sentence]);
  if (is_inner_heading(sentence)) return coin_of_heading(a, c);
  const std::size_t verb = verbs_.main_verb(a, c);
  if (verb == c.chunks().size() || c.is(verb + 1, Part::kColon)) return {};  // "Player Accounts: …"
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || verbs_.tells(c, verb) || look_.title_case(a)) return {};
  if (gives(c, subject)) return {};
  const std::size_t next = c.after(subject);
  if (!c.is(next, Part::kVerb) && !c.is(next, Part::kComma) && !c.is(next, Part::kOpen)) return {};
  const TokenRange name = look_.without_article(a, c[subject].range);
  if (namer_.stands_for_main(a, name))
    return look_.word_is(name.begin, "pronoun.thing") ? Topic{} : Topic{name, false};
  const bool word = name.end == name.begin + 1 && namer_.is_common(name.begin);
  const Entity* entity = entities_.find(look_.text_of(name));
  const bool firm = entity != nullptr && entity->type == "organization";  // "Rowan Price"
  const bool measured =
      !firm && (look_.word_is(name.end - 1, "measure.noun") || look_.word_is(name.end - 1, "index.noun"));
  const bool document = look_.word_is(name.end - 1, "telling.noun");
  if (const TokenRange owner = owner_told(a, c, c[subject].range); !owner.empty()) return {owner, true};
  const bool teller = name.end == name.begin + 1 && look_.word_is(name.begin, "teller");
  const bool somebody =
      entity == nullptr && (look_.word_is(c[verb].range.end - 1, "person.verb") ||  // "Mei said"
                            (c.is(next, Part::kComma) &&  // "Fors, who earned $5,000"
                             look_.small_word_is(c[next].range.end, "relative.person")));
  if (word || measured || document || teller || somebody || !namer_.is_name(a, name) ||
      words_.is_person(name))
    return {};
  const bool other = entity == nullptr || entity->type == "other" || entity->type == "product" ||
                     entity->type == "organization" || entity == entities_.main();
  return other && look_.covering(a, name.begin, "place") == nullptr ? Topic{name, false} : Topic{};
}

bool Topics::is_inner_heading(std::size_t sentence) const {
  const Sentence& told = input_.text.sentences[sentence];
  return told.section != Section::kHeadline && input_.document.blocks[told.block].kind == BlockKind::kHeading;
}

// "Corlan (CRL) Grows 54%", "Corlan's Price Analysis": the coin that a heading begins with, where it names
// no other.
Topic Topics::coin_of_heading(const Analysis& a, const Clauses& c) const {
  const TokenRange name = c.is(0, Part::kPhrase) ? coins_.coin_in(a, c[0].range) : TokenRange{};
  if (name.empty()) return {};
  for (std::size_t i = 1; i < c.chunks().size(); ++i) {
    const TokenRange other = c.is(i, Part::kPhrase) ? coins_.coin_in(a, c[i].range) : TokenRange{};
    if (!other.empty() && look_.text_of(other) != look_.text_of(name)) return {};
  }
  return {name, false};
}

// "The grant from the Halden Foundation was $5m": who gives it is not told of.
bool Topics::gives(const Clauses& c, std::size_t phrase) const {
  return phrase > 1 && c.is(phrase - 2, Part::kPhrase) &&
         namer_.is_giver(c[phrase - 1].range.begin, c[phrase - 2].range);
}

// "Vexa's price jumped 8%": whose is measured, where that is a name.
TokenRange Topics::owner_told(const Analysis& a, const Clauses& c, TokenRange phrase) const {
  const Naming naming = namer_.name(a, c, phrase);
  const bool named =
      !naming.measure.empty() && !naming.subject.empty() && words_.is_known_holder(a, naming.subject);
  const bool people = look_.covering(a, naming.subject.begin, "demonym") != nullptr;
  return named && !people ? look_.without_article(a, naming.subject) : TokenRange{};
}

TokenRange Topics::named_before(const Draft& draft, std::uint32_t token) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = verbs_.main_verb(a, c);
  if (verb == c.chunks().size() || c[verb].range.begin >= token || look_.title_case(a)) return {};
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || words_.is_person(c[subject].range)) return {};
  const TokenRange name = namer_.name(a, c, c[subject].range).subject;
  if (name.empty() || !words_.is_known_holder(a, name)) return {};
  const Entity* entity = entities_.find(look_.text_of(name));
  const bool firm = look_.word_is(c[verb].range.end - 1, "announce.verb") ||
                    (entity != nullptr && entity->type == "organization");
  return !verbs_.tells(c, verb) || firm ? name : TokenRange{};
}

TokenRange Topics::people_of(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  const Clauses c(look_, a, input_.resolved[sentence]);
  const std::size_t verb = verbs_.main_verb(a, c);
  const std::size_t subject = verb == c.chunks().size() ? Clauses::kNoChunk : c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || look_.is_owned(a, c[subject].range.begin)) return {};
  const TokenRange words = look_.without_article(a, c[subject].range);
  return words_.is_several(a, words) ? words : TokenRange{};
}

}  // namespace figmine::subjects
