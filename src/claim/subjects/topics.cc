#include "claim/subjects/topics.h"

#include <algorithm>

#include "base/ascii.h"

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
  const TokenRange label = bearer.empty() ? TokenRange{} : label_before(draft, bearer.begin);
  if (label.empty() || namer_.is_pronoun(bearer)) return bearer;
  const bool named = namer_.is_name(figures_.analysis(draft), bearer) && !begins_label(label, bearer);
  return named ? bearer : TokenRange{};
}

// "Solana" behind "Solana Plan:": what the label's own name begins with.
bool Topics::begins_label(TokenRange label, TokenRange name) const {
  const std::uint32_t words = name.end - name.begin;
  return name.begin >= label.end && words < label.end - label.begin &&
         !look_.form(label.end - 1).is(Shape::kDigit) &&  // "Year 1:"
         look_.text_of({label.begin, label.begin + words}) == look_.text_of(name);
}

TokenRange Topics::whole_label(const Draft& draft, TokenRange name) const {
  if (draft.fact.section == "table") return name;  // "China 72.0 -12.1": the sign ends no label
  const TokenRange label = opening_label(draft);
  if (name.empty() || label.empty()) return name;
  if (begins_label(label, name) && !draft.measure.overlaps(label)) return label;
  const bool within = label.begin <= name.begin && name.end <= label.end;
  if (!within || draft.measure.overlaps(label)) return name;
  // "Vexa Unveils Halden 9" says something, "vs. Vexa" compares
  if (look_.form(label.begin).is(Shape::kLower) || acts_in(label)) return name;
  for (std::uint32_t token = name.end; token < label.end; ++token) {
    const Form& word = look_.form(token);
    if (word.is(Shape::kWordlike) && word.folded.size() > 1) return name;  // "DeFi" of "DeFi Market"
  }
  return label;
}

// "Vexa Unveils Halden 9": a word behind the first that is a verb before anything else.
bool Topics::acts_in(TokenRange label) const {
  for (std::uint32_t token = label.begin + 1; token < label.end; ++token) {
    if (look_.word_is(token, "pos.first.V") || look_.word_is(token, "pos.first.VZ")) return true;
  }
  return false;
}

TokenRange Topics::label_of_bracket(const Draft& draft) const {
  const TokenRange label = opening_label(draft);
  if (label.empty() || look_.token_text(label.end) != "(") return {};
  const Clauses& c = figures_.clauses(draft);
  std::size_t open = c.before(c.at(draft.mention->range.begin));
  if (c.is(open, Part::kOther)) open = c.before(open);  // a sign
  const bool told = c.is(open, Part::kOpen) && c[open].range.begin == label.end;
  const bool measured = look_.word_is(label.end - 1, "measure.noun");
  const bool priced = draft.fact.quantity.kind == "money";
  return told && !measured && (priced || is_proper(label)) ? label : TokenRange{};
}

// The label of the figure's own sentence, where the figure stands behind it.
TokenRange Topics::opening_label(const Draft& draft) const {
  const TokenRange label = labels_.opening_of(input_.text.sentences[draft.sentence].block);
  const bool own = !label.empty() && label.begin >= figures_.analysis(draft).range.begin &&
                   label.end <= draft.mention->range.begin;
  return own ? label : TokenRange{};
}

// A word of it is none that everybody knows, or the article names it elsewhere.
bool Topics::is_proper(TokenRange label) const {
  if (entities_.find(look_.text_of(label)) != nullptr) return true;
  for (std::uint32_t token = label.begin; token < label.end; ++token) {
    const bool word = look_.form(token).is(Shape::kWordlike);
    if (word && !look_.form(token).is(Shape::kUpper) && !namer_.is_common(token)) return true;
  }
  return false;
}

TokenRange Topics::topic_before(const Draft& draft, std::uint32_t token, For use) {
  constexpr std::uint32_t kCoinReach = 2;  // paragraphs
  constexpr std::size_t kReach = 60;       // sentences: a paragraph without an end stays linear
  const std::uint32_t block = input_.text.sentences[draft.sentence].block;
  for (std::size_t i = draft.sentence + 1; i-- > 0 && draft.sentence - i <= kReach;) {
    const std::uint32_t other = input_.text.sentences[i].block;
    const bool heading = is_inner_heading(i);
    if (other + kCoinReach < block && !heading) continue;
    const Topic& topic = topic_of(i);
    const TokenRange words = topic.words;
    if (heading && words.empty()) break;
    if (words.empty() || words.end > token || (other != block && !heading && !coins_.is_coin(words)))
      continue;
    if (i == draft.sentence && words_.is_target(draft)) continue;  // who sets it
    if (topic.owner && use == For::kNobody) continue;
    return is_own(i, words) ? TokenRange{} : words;
  }
  return {};
}

// The article's own party.
bool Topics::is_own(std::size_t sentence, TokenRange words) const {
  const Entity* entity = entities_.find(look_.text_of(words));
  return namer_.stands_for_main(input_.analyses[sentence], words) ||
         (entity != nullptr && entity == entities_.main());
}

TokenRange Topics::list_party(const Draft& draft) {
  constexpr std::size_t kReach = 12;  // sentences
  const std::size_t lead = list_lead_.lead_of(draft.sentence);
  if (lead == draft.sentence) return {};
  if (const TokenRange label = labels_.of_block(input_.text.sentences[lead].block);
      !label.empty() && label.begin >= input_.analyses[lead].range.begin)
    return label;
  if (const TokenRange party = list_lead_.party_of(lead); !party.empty())
    return is_own(lead, party) ? TokenRange{} : party;
  for (std::size_t i = lead + 1;
       list_lead_.announces(lead) && i-- > 0 && lead - i <= kReach && input_.same_block(i, lead);) {
    const Topic& topic = topic_of(i);
    if (topic.words.empty() || topic.owner) continue;
    if (!list_lead_.is_party(topic.words)) return {};
    return is_own(i, topic.words) ? TokenRange{} : topic.words;
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
  if (is_inner_heading(sentence)) {
    const Topic coin = coin_of_heading(a, c);
    return coin.words.empty() ? name_of_heading(a, c) : coin;
  }
  const std::size_t verb = verbs_.main_verb(a, c);
  if (verb == c.chunks().size() || c.is(verb + 1, Part::kColon)) return {};  // "Player Accounts: …"
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || look_.title_case(a)) return {};
  if (verbs_.tells(c, verb)) return told_of(a, c, subject, verb);
  if (gives(c, subject) || tells_where(c, subject) || is_label(c, verb) || verbs_.rates(a, c, subject))
    return {};
  const std::size_t next = c.after(subject);
  if (!c.is(next, Part::kVerb) && !c.is(next, Part::kComma) && !c.is(next, Part::kOpen)) return {};
  const TokenRange name = look_.without_article(a, c[subject].range);
  if (const TokenRange thing = named_thing(a, name); !thing.empty()) return {thing, false};
  // "The pump market grew. It is put at $5m": a firm's own figures may stand between
  if (const TokenRange market = words_.market_words(a, name, "market.whole"); !market.empty())
    return {market, true};
  if (namer_.stands_for_main(a, name))
    return look_.word_is(name.begin, "pronoun.thing") ? Topic{} : Topic{name, false};
  if (const TokenRange owner = owner_told(a, c, c[subject].range); !owner.empty()) return {owner, true};
  const TokenRange does = c[verb].range;  // "The office approved it. Capacity is 5 MW": of who got it
  const bool grants = does.end == does.begin + 1 && look_.word_is(does.begin, "granting.verb");
  const bool told = is_name_told(a, name) && !tells_of_somebody(c, name, verb, next) && !grants;
  return told ? Topic{name, false} : Topic{};
}

// "Mei said", "Fors, who earned $5,000": a name that is no known one, of a person by what it does.
bool Topics::tells_of_somebody(const Clauses& c, TokenRange name, std::size_t verb, std::size_t next) const {
  return entities_.find(look_.text_of(name)) == nullptr &&
         (look_.word_is(c[verb].range.end - 1, "person.verb") ||
          (c.is(next, Part::kComma) && look_.small_word_is(c[next].range.end, "relative.person")));
}

// Whether the words are the name of a firm or a thing, which the text goes on about.
bool Topics::is_name_told(const Analysis& a, TokenRange name) const {
  const bool lone = name.end == name.begin + 1;
  const bool word =  // not "Ripple" where that is told as a coin's name
      lone && namer_.is_common(name.begin) && !coins_.is_coin(name);
  const Entity* entity = entities_.find(look_.text_of(name));
  const bool firm = entity != nullptr && entity->type == "organization";  // "Rowan Price"
  const bool measured =
      !firm && (look_.word_is(name.end - 1, "measure.noun") || look_.word_is(name.end - 1, "index.noun"));
  const bool document = look_.word_is(name.end - 1, "telling.noun");
  const bool teller = lone && look_.word_is(name.begin, "teller");
  if (word || measured || document || teller || !namer_.is_name(a, name) || words_.is_person(name))
    return false;
  const bool other = entity == nullptr || entity->type == "other" || entity->type == "product" ||
                     entity->type == "organization" || entity == entities_.main();
  return other && look_.covering(a, name.begin, "place") == nullptr;
}

// "Filings show that Corlan has debts of $5m": whom words that are no name tell of.
Topic Topics::told_of(const Analysis& a, const Clauses& c, std::size_t teller, std::size_t verb) const {
  if (namer_.is_name(a, c[teller].range) || namer_.stands_for_main(a, c[teller].range)) return {};
  std::size_t inner = c.after(verb);
  if (c.is(inner, Part::kRelative)) inner = c.after(inner);
  if (!c.is(inner, Part::kPhrase) || !c.is(c.after(inner), Part::kVerb)) return {};
  const TokenRange name = look_.without_article(a, c[inner].range);
  return is_other_firm(name) || words_.is_known_holder(a, name) ? Topic{name, false} : Topic{};
}

// "Vexa's flagship Dern Lake project", "the project" of which a name was told: not "the Chilean project".
TokenRange Topics::named_thing(const Analysis& a, TokenRange phrase) const {
  if (phrase.empty()) return {};
  const std::uint32_t head = phrase.end - 1;
  if (!look_.word_is(head, "thing.told")) return {};
  if (mentions_.named_thing(phrase) != nullptr) return phrase;
  const std::uint32_t begin = look_.capitals_before(phrase.begin, head);
  const bool local = look_.covering(a, begin, "demonym") != nullptr ||
                     look_.covering(a, begin, "place") != nullptr || look_.token_text(begin - 1) == "-";
  const TokenRange name{begin, head};
  const bool named = !name.empty() && !local && namer_.is_name(a, name) && !namer_.stands_for_main(a, phrase);
  const Entity* known = named ? entities_.find(look_.text_of(name)) : nullptr;
  const bool other = known != nullptr && (known->type == "organization" || known == entities_.main());
  return named && !other ? TokenRange{begin, phrase.end} : TokenRange{};
}

bool Topics::is_inner_heading(std::size_t sentence) const {
  return input_.text.sentences[sentence].section != Section::kHeadline &&
         input_.block_of(sentence).kind == BlockKind::kHeading;
}

// "Corlan (CRL) Grows 54%", "Corlan's Price Analysis": the coin that a heading begins with, where it names
// no other.
Topic Topics::coin_of_heading(const Analysis& a, const Clauses& c) const {
  const TokenRange name = c.is(0, Part::kPhrase) ? coins_.coin_in(a, c[0].range) : TokenRange{};
  if (name.empty()) return {};
  const Entity* entity = entities_.find(look_.text_of(name));
  for (std::size_t i = 1; i < c.chunks().size(); ++i) {
    const TokenRange other = c.is(i, Part::kPhrase) ? coins_.coin_in(a, c[i].range) : TokenRange{};
    const bool same = other.empty() || look_.text_of(other) == look_.text_of(name) ||
                      (entity != nullptr && entities_.find(look_.text_of(other)) == entity);
    if (!same) return {};
  }
  return {name, false};
}

// "Orvane Pro", alone in its line: what the text tells of elsewhere too.
Topic Topics::name_of_heading(const Analysis& a, const Clauses& c) const {
  const TokenRange name = c.is(0, Part::kPhrase) ? look_.without_article(a, c[0].range) : TokenRange{};
  const bool alone = c.chunks().size() == 1 || (c.chunks().size() == 2 && c.is(1, Part::kColon));
  if (name.empty() || !alone) return {};
  const Entity* entity = entities_.find(look_.text_of(name));
  const bool told = entity != nullptr && entity != entities_.main() && entity->mentions.size() > 1 &&
                    entity->type != "person" && entity->type != "place";
  return told ? Topic{name, false} : Topic{};
}

// "Owl Sale Raises Doubts: Buyers ask …": a label that says something, about another than the sentence.
bool Topics::is_label(const Clauses& c, std::size_t verb) const {
  constexpr std::size_t kReach = 6;  // chunks
  std::size_t end = verb + 1;
  while (end < c.chunks().size() && end - verb <= kReach && !c.is(end, Part::kColon)) ++end;
  if (!c.is(end, Part::kColon) || end + 1 >= c.chunks().size()) return false;
  const TokenRange label{c[0].range.begin, c[end].range.begin};
  const Entity* entity = entities_.find(look_.text_of(c[c.subject_of(verb)].range));
  const bool known = entity != nullptr && (entity->type != "other" || entity->mentions.size() > 1);
  return look_.is_name(label) && !known;
}

// "The grant from the Halden Foundation was $5m": who gives it is not told of; nor is whom something is done
// with, as in "The deal with Tolvik includes", or whose study it is, as in "A report from Tolvik shows".
bool Topics::gives(const Clauses& c, std::size_t phrase) const {
  const bool attached = phrase > 1 && c.is(phrase - 2, Part::kPhrase) && c.is(phrase - 1, Part::kPreposition);
  return attached && (look_.small_word_is(c[phrase - 1].range.begin, "topic.beside") ||
                      look_.word_is(c[phrase - 2].range.end - 1, "others.study") ||
                      look_.word_is(c[phrase - 2].range.end - 1, "others.data") ||
                      namer_.is_giver(c[phrase - 1].range.begin, c[phrase - 2].range));
}

// "The plant in Laval makes pumps": where it is.
bool Topics::tells_where(const Clauses& c, std::size_t phrase) const {
  return phrase > 1 && c.is(phrase - 2, Part::kPhrase) &&
         is_preposition(look_, c, phrase - 1, "preposition.home") &&
         !look_.word_is(c[phrase - 2].range.end - 1, "measure.noun");
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

TokenRange Topics::acting_before(const Draft& draft, std::uint32_t token) const {
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  if (!look_.word_is(token, "pos.first.PRPS")) return {};
  const std::size_t verb = c.verb_before(c.at(token));
  if (verb == Clauses::kNoChunk || verb == verbs_.main_verb(a, c) || verbs_.tells(c, verb)) return {};
  const std::size_t subject = c.subject_of(verb);
  if (!c.is(subject, Part::kPhrase) || c[subject].range.begin > token || look_.title_case(a)) return {};
  const TokenRange name = namer_.name(a, c, c[subject].range).subject;
  return !name.empty() && words_.is_known_holder(a, name) && !words_.is_placed(name) ? name : TokenRange{};
}

TokenRange Topics::firm_before(const Draft& draft, std::uint32_t token) {
  const TokenRange employer = employer_before(figures_.analysis(draft), figures_.clauses(draft), token);
  if (!employer.empty()) return is_other_firm(employer) ? employer : TokenRange{};
  const TokenRange named = named_before(draft, token);
  if (!named.empty()) return is_other_firm(named) ? named : TokenRange{};
  const TokenRange topic = topic_before(draft, token, For::kPronoun);
  if (is_other_firm(topic) || opens_block(draft, topic)) return topic;
  return topic.empty() ? firm_above_list(draft) : TokenRange{};
}

// "Halden Energy makes lamps. * The company has 40 shops.": whom the paragraph above the list tells of.
TokenRange Topics::firm_above_list(const Draft& draft) {
  constexpr std::size_t kReach = 8;  // sentences
  const std::size_t lead = list_lead_.lead_of(draft.sentence);
  for (std::size_t i = lead + 1; lead != draft.sentence && i-- > 0 && lead - i < kReach;) {
    if (!input_.same_block(i, lead)) break;
    const TokenRange told = topic_of(i).words;
    if (!told.empty()) return is_other_firm(told) ? told : TokenRange{};
  }
  return {};
}

// "Halden rents out batteries. The company received a grant.": the name that the paragraph or the list item
// opens with.
bool Topics::opens_block(const Draft& draft, TokenRange topic) const {
  if (topic.empty()) return false;
  constexpr std::size_t kReach = 8;  // sentences
  std::size_t first = draft.sentence;
  while (first > 0 && draft.sentence - first < kReach && input_.same_block(first - 1, draft.sentence))
    --first;
  const bool opens = first < draft.sentence && topic.begin == input_.analyses[first].range.begin;
  if (!opens || words_.is_surname(topic)) return false;
  constexpr std::uint32_t kLongest = 120;  // tokens
  const Analysis& a = input_.analyses[first];
  if (a.range.end - a.range.begin > kLongest) return false;
  const Clauses c(look_, a, input_.resolved[first]);
  const std::size_t verb = verbs_.main_verb(a, c);
  if (verb == c.chunks().size() || verbs_.expects(c[verb].range)) return false;
  const bool alone = topic.end == topic.begin + 1;  // "Baxter" may be anybody
  const bool mixed = has_inner_capital(look_.token_text(topic.begin));
  const bool told = !alone || mixed || look_.word_is(c[verb].range.begin, "copula") || coins_.is_coin(topic);
  const bool people = !mixed && (look_.covering(a, topic.end - 1, "nns") != nullptr ||
                                 look_.covering(a, topic.begin, "demonym") != nullptr);
  const Entity* entity = entities_.find(look_.text_of(topic));
  return told && !people && (entity == nullptr || entity->type == "other" || entity->type == "product");
}

// "Fors, President of Corlan Group, said the company", "the CEO at Corlan": whom somebody with an office
// there works for.
TokenRange Topics::employer_before(const Analysis& a, const Clauses& c, std::uint32_t token) const {
  constexpr std::size_t kReach = 24;  // chunks
  if (!a.range.contains({token, token + 1})) return {};
  const std::size_t last = c.at(token);
  for (std::size_t i = last; i-- > 1 && last - i <= kReach;) {
    if (!c.is(i, Part::kPhrase) || !c.is(i - 1, Part::kPreposition)) continue;
    const std::uint32_t link = c[i - 1].range.begin;
    const bool office =
        link > a.range.begin && look_.word_is(link - 1, "title.office") &&
        (look_.small_word_is(link, "preposition.part") || look_.word_is(link, "preposition.holder"));
    if (office && namer_.is_name(a, c[i].range)) return look_.without_article(a, c[i].range);
  }
  return {};
}

bool Topics::is_other_firm(TokenRange words) const {
  const Entity* entity = words.empty() ? nullptr : entities_.find(look_.text_of(words));
  return entity != nullptr && entity->type == "organization" && entity != entities_.main();
}

TokenRange Topics::market_before(const Draft& draft, std::uint32_t token) const {
  constexpr std::size_t kReach = 6;      // sentences: "the market" may lie between, and how many buy in it
  constexpr std::ptrdiff_t kMost = 200;  // annotations of a sentence
  for (std::size_t i = draft.sentence + 1; i-- > 0 && draft.sentence - i <= kReach;) {
    const Analysis& a = input_.analyses[i];
    const auto behind =
        std::lower_bound(a.annotations.begin(), a.annotations.end(), token,
                         [](const Annotation& np, std::uint32_t at) { return np.range.begin < at; });
    const auto last = std::make_reverse_iterator(behind);
    const auto stop = last + std::min(kMost, behind - a.annotations.begin());
    for (auto np = last; np != stop; ++np) {
      if (!look_.is(*np, "np") || np->range.end > token) continue;
      const TokenRange market = words_.market_words(a, np->range, "market.whole");
      if (!market.empty()) return market;
    }
  }
  return {};
}

TokenRange Topics::thing_before(const Draft& draft) const {
  constexpr std::size_t kReach = 3;  // sentences
  for (std::size_t i = draft.sentence; i-- > 0 && draft.sentence - i <= kReach;) {
    if (!input_.same_block(i, draft.sentence)) return {};
    const Analysis& a = input_.analyses[i];
    const Clauses c(look_, a, input_.resolved[i]);
    const std::size_t verb = verbs_.main_verb(a, c);
    const std::size_t subject = verb == c.chunks().size() ? Clauses::kNoChunk : c.subject_of(verb);
    if (subject == Clauses::kNoChunk) return {};
    if (c.is(subject, Part::kPronoun) && look_.word_is(c[subject].range.begin, "pronoun.thing")) continue;
    if (!c.is(subject, Part::kPhrase) || verbs_.tells(c, verb)) return {};
    const std::size_t head = tells_where(c, subject) ? subject - 2 : subject;  // "The plant in Laval is new"
    const TokenRange words = look_.without_article(a, c[head].range);
    if (words_.is_bare_market(a, words)) return market_before(draft, words.begin);
    const bool told = head == 0 && c.after(subject) == verb;
    const bool thing = (told || is_lone_place(a, c[head].range)) && is_told_thing(a, c, c[head].range);
    return thing ? words : TokenRange{};
  }
  return {};
}

// "Arizona", "colorectal cancer", "the new pump": a place, or one thing that is nobody's and neither somebody
// nor what is measured.
bool Topics::is_told_thing(const Analysis& a, const Clauses& c, TokenRange phrase) const {
  if (is_lone_place(a, phrase)) return true;
  const TokenRange words = look_.without_article(a, phrase);
  const std::uint32_t head = words.end - 1;
  const bool owned = look_.is_owned(a, words.begin) || !namer_.name(a, c, phrase).subject.empty();
  const bool common = !owned && (look_.form(head).is(Shape::kLower) || head == a.range.begin) &&
                      look_.covering(a, head, "nns") == nullptr && !namer_.stands_for_main(a, words);
  return common && !look_.word_is(head, "measure.noun") && !look_.word_is(head, "index.noun") &&
         !look_.word_is(head, "telling.noun") && !look_.word_is(head, "people") &&
         !look_.word_is(head, "teller") && !look_.word_is(head, "actor.never");
}

bool Topics::is_lone_place(const Analysis& a, TokenRange phrase) const {
  const Annotation* place = look_.beginning_at(a, phrase.begin, "place");
  return place != nullptr && place->range == phrase;
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
