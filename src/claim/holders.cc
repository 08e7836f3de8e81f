#include "claim/holders.h"

#include "claim/tense.h"

namespace figmine {
namespace {

class HolderFinder {
 public:
  HolderFinder(const Namer& namer, const Looker& look, const Analysis& analysis, const Clauses& clauses)
      : namer_(namer), look_(look), analysis_(analysis), clauses_(clauses) {}

  Holder run(const Draft& draft) const {
    const std::size_t figure = clauses_.at(draft.mention->range.begin);
    if (const TokenRange words = before_bracket(figure); !words.empty() && has_unit(draft))
      return {words, "subject/bracket"};
    if (const TokenRange words = owner(draft, figure); !words.empty()) return {words, "subject/owner"};
    if (const TokenRange words = apposed(draft, figure); !words.empty()) return {words, "subject/apposed"};
    if (const TokenRange words = described(draft, figure); !words.empty()) return {words, "subject/apposed"};
    if (const TokenRange words = gapped(figure); !words.empty()) return {words, "subject/gapped"};
    if (const TokenRange words = apart(draft, figure); !words.empty()) return {words, "subject/apart"};
    const std::string& kind = draft.fact.quantity.kind;
    if (const TokenRange words = bearer(figure); !words.empty() && (kind == "count" || kind == "measure"))
      return {words, "subject/bearer"};
    return {doer(figure), "subject/by"};
  }

 private:
  // Not a bare "(34,425)", which is a loss in a row of a table.
  static bool has_unit(const Draft& draft) {
    return draft.fact.quantity.unit && !draft.fact.quantity.unit->text.empty();
  }

  // "AbbVie Inc. (5.87%)", "Amgen (up 2%)"
  TokenRange before_bracket(std::size_t figure) const {
    std::size_t open = clauses_.before(figure);
    if (clauses_.is(open, Part::kOther)) open = clauses_.before(open);                     // a sign
    if (clauses_.is(open, Part::kVerb) && !is_active(open)) open = clauses_.before(open);  // "(owed €5m)"
    if (!clauses_.is(open, Part::kOpen) || open == 0) return {};
    if (const TokenRange name = name_at(open - 1); !name.empty()) return name;
    return is_people(open - 1) ? clauses_[open - 1].range : TokenRange{};
  }

  // "has", "raising"; not "owed", "valued"
  bool is_active(std::size_t verb) const {
    const std::uint32_t first = clauses_[verb].range.begin;
    return clauses_[verb].range.end != first + 1 ||
           !(look_.word_is(first, "pos.VN") || look_.form(first).folded.ends_with("ed"));
  }

  // "women (15%)", "men (7%)": a group by a word alone.
  bool is_people(std::size_t phrase) const {
    if (!clauses_.is(phrase, Part::kPhrase)) return false;
    const TokenRange words = clauses_[phrase].range;
    return words.end == words.begin + 1 && look_.word_is(words.begin, "people.group");
  }

  // "citing Corlan's 40% surge": whose the figure is; not "Wall Street's €4.30 estimate", "Chile's second
  // city".
  TokenRange owner(const Draft& draft, std::size_t figure) const {
    constexpr std::uint32_t kAdjectives = 2;  // "Vexa's recent 7% bounce"
    std::uint32_t end = draft.mention->range.begin;
    for (std::uint32_t i = 0; i < kAdjectives && end > analysis_.range.begin + 2; ++i) {
      const bool ranks = look_.word_is(end - 1, "superlative") || look_.word_is(end - 1, "ordinal.word");
      if (look_.small_word_is(end - 1, "pos.first.J") && !ranks) --end;
    }
    if (end < analysis_.range.begin + 2 || !look_.word_is(end - 1, "possessive")) return {};
    if (is_told(figure + 1) || look_.word_is(end - 2, "teller") || draft.fact.quantity.kind == "rank")
      return {};
    const Annotation* np = look_.ending_at(analysis_, end - 1, "np");
    if (np == nullptr || namer_.stands_for_main(analysis_, np->range)) return {};
    const TokenRange words = look_.without_article(analysis_, np->range);
    const bool time = look_.ending_at(analysis_, words.end, "time") != nullptr;
    return look_.is_name(words) && !time ? words : TokenRange{};
  }

  // "Vexa Bank, a €4 trillion lender", "Halden Park, a 20-acre, two-building project": who the name is.
  TokenRange apposed(const Draft& draft, std::size_t figure) const {
    const std::size_t head = noun_of(figure);
    if (!clauses_.is(head, Part::kPhrase)) return {};
    const std::size_t comma = comma_before_stack(figure);
    if (!clauses_.is(comma, Part::kComma) || comma == 0) return {};
    const std::size_t next = clauses_.after_attachments(head);
    const bool set_off = clauses_.is(next, Part::kComma) || clauses_.is(next, Part::kStop);
    if (set_off && look_.word_is(clauses_[head].range.end - 1, "apposed.noun")) {
      if (const TokenRange name = name_at(comma - 1); !name.empty()) return name;
    }
    if (!sizes(draft, head) || acts(next)) return {};
    const TokenRange name = name_before(comma);
    const bool place = look_.ending_at(analysis_, name.end, "place") != nullptr;
    return place ? TokenRange{} : name;
  }

  // The noun that the figure describes, alone or with others: "a 20-acre, two-building project".
  std::size_t noun_of(std::size_t figure) const {
    constexpr std::size_t kMost = 4;  // figures of a noun
    std::size_t at = figure + 1;
    for (std::size_t i = 0; i < kMost; ++i) {
      const bool joined = clauses_.is(at, Part::kComma) || clauses_.is(at, Part::kConjunction);
      if (!clauses_.is(joined ? at + 1 : at, Part::kFigure)) break;
      at += joined ? 2 : 1;
    }
    return at;
  }

  // The chunk before the article that the figure's noun begins with; kNoChunk where it has none.
  std::size_t comma_before_stack(std::size_t figure) const {
    constexpr std::size_t kMost = 4;  // figures of a noun
    for (std::size_t i = 0; i < kMost; ++i) {
      const std::size_t left = clauses_.before(figure);
      if (clauses_[figure].article) return left;
      if (clauses_.is(left, Part::kOther) && look_.word_is(clauses_[left].range.begin, "article"))
        return clauses_.before(left);
      const bool joined = clauses_.is(left, Part::kComma) || clauses_.is(left, Part::kConjunction);
      const std::size_t other = joined ? clauses_.before(left) : left;
      if (!clauses_.is(other, Part::kFigure)) break;
      figure = other;
    }
    return Clauses::kNoChunk;
  }

  // Whether the figure tells how large, how many or how old the thing is: "a 20-acre project", "a 12-year
  // veteran"; not "a 5-point rise", "a five-year agreement".
  bool sizes(const Draft& draft, std::size_t head) const {
    const std::string& kind = draft.fact.quantity.kind;
    const std::uint32_t noun = clauses_[head].range.end - 1;
    if (kind != "count" && kind != "measure" && kind != "duration") return false;
    const bool measured = look_.word_is(noun, "measure.noun") || look_.word_is(noun, "measure.generic") ||
                          look_.word_is(noun, "change.noun") || look_.word_is(noun, "with.partner");
    return !measured && look_.covering(analysis_, noun, "nns") == nullptr;
  }

  // A finite verb, whose subject the phrase before it is; not "designed to meet demand", "built by Corlan".
  bool acts(std::size_t chunk) const {
    if (!clauses_.is(chunk, Part::kVerb)) return false;
    const std::uint32_t first = clauses_[chunk].range.begin;
    const bool may_be_past = look_.word_is(first, "pos.VN") || look_.form(first).folded.ends_with("ed");
    const bool led_on =
        look_.small_word_is(first + 1, "level.joint") || look_.small_word_is(first + 1, "pos.first.IN");
    return !(may_be_past && led_on) && is_finite(look_, analysis_, clauses_, clauses_[chunk].range);
  }

  // "Halden Park,", "the Orvane project in northern Norway,": the name that ends before the comma or verb,
  // without where it is.
  TokenRange name_before(std::size_t end) const {
    const std::size_t last = end - 1;
    if (!clauses_.is(last, Part::kPhrase) && !clauses_.is(last, Part::kOther)) return {};
    const std::size_t link = clauses_.before(last);
    const bool placed = clauses_.is(link, Part::kPreposition) && link > 0 &&
                        look_.small_word_is(clauses_[link].range.begin, "preposition.home");
    if (placed) {
      if (const TokenRange name = named_at(link - 1); !name.empty()) return name;
      if (look_.ending_at(analysis_, clauses_[last].range.end, "place") != nullptr) return {};
    }
    if (const TokenRange name = named_at(last); !name.empty()) return name;
    return namer_.name_ending(analysis_, clauses_[last].range.end);
  }

  // "Halden Park", "the Orvane project": a name, or a thing of some sort with its name.
  TokenRange named_at(std::size_t phrase) const {
    const TokenRange name = name_at(phrase);
    return name.empty() ? named_thing(phrase) : name;
  }

  // "the Orvane project": a thing of some sort with its name.
  TokenRange named_thing(std::size_t phrase) const {
    if (!clauses_.is(phrase, Part::kPhrase)) return {};
    const TokenRange words = look_.without_article(analysis_, clauses_[phrase].range);
    const bool thing = words.end > words.begin + 1 && look_.small_word_is(words.end - 1, "thing.named") &&
                       look_.is_name({words.begin, words.end - 1});
    return thing ? words : TokenRange{};
  }

  // "Vexa Bank, a lender to farms serving 40,000 clients, …", "Vexa Capital (which manages $4 billion)",
  // "the Orvane Property, comprising six claims": who a name beside is, by what it does or has.
  TokenRange described(const Draft& draft, std::size_t figure) const {
    if (const TokenRange name = set_off(figure); !name.empty()) return name;
    const std::size_t verb = clauses_.verb_before(figure);
    if (verb == Clauses::kNoChunk || verb < 2) return {};
    if (const TokenRange name = told_apart_from(verb); !name.empty()) return name;
    if (clauses_.verb_before(verb) == verb - 1) return {};
    const bool bracketed = clauses_.is(verb - 1, Part::kRelative) && clauses_.is(verb - 2, Part::kOpen);
    if (bracketed && bracket_before(figure) == verb - 2 && verb > 2) return name_at(verb - 3);
    const TokenRange words = clauses_[verb].range;
    const bool participle = words.end == words.begin + 1 && look_.word_is(words.begin, "describing.verb") &&
                            clauses_.is(verb - 1, Part::kPhrase);
    const std::size_t first = first_of(figure);
    const std::size_t left = clauses_.before(first);
    const bool bound = draft.came_by("bound/before") && clauses_.before(left) == verb;  // "over 50 plants"
    if (!participle || (left != verb && !bound)) return {};
    return name_of_apposition(verb - 1);
  }

  // "two halls of 40,000 and 20,000 square feet": the figure that the verb has, for those that go with it.
  std::size_t first_of(std::size_t figure) const {
    constexpr std::size_t kReach = 4;  // figures
    for (std::size_t i = 0; i < kReach; ++i) {
      const std::size_t link = clauses_.before(figure);
      const bool joins = clauses_.is(link, Part::kConjunction) ||
                         (clauses_.is(link, Part::kPreposition) &&
                          look_.small_word_is(clauses_[link].range.begin, "preposition.part"));
      const std::size_t other = joins ? clauses_.before(link) : Clauses::kNoChunk;
      if (!clauses_.is(other, Part::kFigure)) break;
      figure = other;
    }
    return figure;
  }

  // "Vexa Bank, a pioneer in shared farming tools": the name before, for the last phrase of what is set
  // beside it.
  TokenRange name_of_apposition(std::size_t phrase) const {
    constexpr std::size_t kReach = 8;  // chunks
    std::size_t comma = phrase;
    while (comma > 0 && phrase - comma < kReach && says_more(comma)) --comma;
    const bool apposed = comma > 0 && clauses_.is(comma, Part::kComma) &&
                         look_.word_is(clauses_[comma + 1].range.begin, "article");
    return apposed ? name_before(comma) : TokenRange{};
  }

  // What an apposition is made of: phrases, what joins them, participles; "a" of "a newly built park", the
  // "3" of "Web3".
  bool says_more(std::size_t chunk) const {
    const std::uint32_t first = clauses_[chunk].range.begin;
    const bool word = clauses_.is(chunk, Part::kOther) &&
                      (look_.word_is(first, "article") || look_.form(first).is(Shape::kDigit));
    return word || clauses_.is(chunk, Part::kPhrase) || clauses_.is(chunk, Part::kPreposition) ||
           clauses_.is(chunk, Part::kConjunction) || clauses_.is(chunk, Part::kAdverb) ||
           (clauses_.is(chunk, Part::kVerb) && !acts(chunk));
  }

  // "Corlan Gate, the part of Halden Park that will span 41 acres": "that" tells which part is meant, not
  // which Halden Park.
  TokenRange told_apart_from(std::size_t verb) const {
    const std::size_t subject = clauses_.subject_of(verb);
    if (!clauses_.is(subject, Part::kPhrase) || !clauses_.is(subject + 1, Part::kRelative)) return {};
    const bool restricts = look_.small_word_is(clauses_[subject + 1].range.begin, "relative.restricting");
    const bool person = look_.word_is(clauses_[subject].range.end - 1, "person.one");
    return restricts && !person ? name_of_apposition(subject) : TokenRange{};
  }

  // "the Orvane Property, comprising six claims totaling 3,000 hectares": a participle that tells what a
  // thing has in it or where it lies belongs to the thing right before it.
  TokenRange set_off(std::size_t figure) const {
    constexpr std::size_t kOutwards = 3;  // "comprising six claims totaling"
    std::size_t at = figure;
    for (std::size_t i = 0; i < kOutwards; ++i) {
      std::size_t verb = clauses_.before(at);
      if (verb != Clauses::kNoChunk && !is_participle(verb)) verb = clauses_.before(verb);  // "consisting of"
      if (verb == Clauses::kNoChunk || verb == 0 || !is_participle(verb)) return {};
      const std::size_t left = clauses_.before(verb);
      const bool extends = look_.word_is(clauses_[verb].range.begin, "grading.word");
      if (extends && clauses_.is(left, Part::kFigure)) {
        at = left;
        continue;
      }
      if (!look_.word_is(clauses_[verb].range.begin, "composing.verb")) return {};
      return clauses_.is(left, Part::kComma) && left > 0 ? name_before(left) : name_right_before(verb);
    }
    return {};
  }

  // "comprising", "situated", which may be an adjective; not "is located".
  bool is_participle(std::size_t chunk) const {
    const TokenRange words = clauses_[chunk].range;
    return words.end == words.begin + 1 &&
           (look_.word_is(words.begin, "composing.verb") || look_.word_is(words.begin, "grading.word"));
  }

  // "the Orvane Property comprising six claims"
  TokenRange name_right_before(std::size_t verb) const {
    return clauses_.is(verb - 1, Part::kPhrase) ? name_before(verb) : TokenRange{};
  }

  bool is_told(std::size_t phrase) const {
    if (!clauses_.is(phrase, Part::kPhrase)) return false;
    const std::uint32_t head = clauses_[phrase].range.end - 1;
    return look_.word_is(head, "revised.noun") || look_.word_is(head, "telling.noun");
  }

  // "Corlan fell to $56 (down 5% from $60) and Vexa to $13 (down 7% from $14)": the verb of an earlier figure
  // goes on, and what stands in its bracket is of the same.
  TokenRange gapped(std::size_t figure) const {
    const std::size_t bracket = bracket_before(figure);
    const std::size_t own = bracket == Clauses::kNoChunk ? figure : clauses_.before(bracket);
    if (!clauses_.is(own, Part::kFigure)) return {};
    const std::size_t link = clauses_.before(own);
    if (!clauses_.is(link, Part::kPreposition) || link < 2) return {};
    const bool joined = clauses_.is(link - 2, Part::kConjunction) || clauses_.is(link - 2, Part::kComma);
    return joined && has_model(link) ? name_at(link - 1) : TokenRange{};
  }

  // An earlier figure of the sentence behind a verb and the same word.
  bool has_model(std::size_t link) const {
    for (std::size_t i = 2; i < link; ++i) {
      const bool model = clauses_.is(i, Part::kFigure) && clauses_.is(i - 1, Part::kPreposition) &&
                         clauses_.is(i - 2, Part::kVerb);
      if (model &&
          look_.form(clauses_[i - 1].range.begin).folded == look_.form(clauses_[link].range.begin).folded)
        return true;
    }
    return false;
  }

  // The bracket that holds the chunk; kNoChunk where none does.
  std::size_t bracket_before(std::size_t chunk) const {
    for (std::size_t i = chunk; i-- > 0;) {
      if (clauses_.is(i, Part::kClose)) break;
      if (clauses_.is(i, Part::kOpen)) return i;
    }
    return Clauses::kNoChunk;
  }

  // "28% at Tavora and 17% at Corlan": names that the same word joins to several figures tell these apart.
  TokenRange apart(const Draft& draft, std::size_t figure) const {
    const TokenRange own = place_after(figure);
    if (own.empty()) return draft.has("compared") ? compared_people(figure) : other_people(figure);
    for (std::size_t i = 0; i < clauses_.chunks().size(); ++i) {
      if (i == figure || !clauses_.is(i, Part::kFigure) || place_after(i).empty()) continue;
      if (look_.form(clauses_[i + 1].range.begin).word == look_.form(clauses_[figure + 1].range.begin).word)
        return own;
    }
    return {};
  }

  // "employment for women rose by 2%, compared with 1% for men"
  TokenRange other_people(std::size_t figure) const {
    if (!joins_people(figure + 1)) return {};
    for (std::size_t i = 1; i < figure; ++i) {
      if (joins_people(i) &&
          look_.form(clauses_[i].range.begin).word == look_.form(clauses_[figure + 1].range.begin).word)
        return clauses_[figure + 2].range;
    }
    return {};
  }

  // "at 63.4%, compared to the smallest share of 9.2% among Alpine villages"
  TokenRange compared_people(std::size_t figure) const {
    const bool told = clauses_.is(figure + 1, Part::kPreposition) && clauses_.is(figure + 2, Part::kPhrase) &&
                      (look_.small_word_is(clauses_[figure + 1].range.begin, "preposition.apart") ||
                       look_.small_word_is(clauses_[figure + 1].range.begin, "group.lead")) &&
                      look_.word_is(clauses_[figure + 2].range.end - 1, "people");
    return told ? clauses_[figure + 2].range : other_people(figure);
  }

  // "for men"
  bool joins_people(std::size_t link) const {
    return clauses_.is(link, Part::kPreposition) && clauses_.is(link + 1, Part::kPhrase) &&
           look_.small_word_is(clauses_[link].range.begin, "preposition.apart") &&
           look_.word_is(clauses_[link + 1].range.end - 1, "people");
  }

  TokenRange place_after(std::size_t figure) const {
    const bool joins = clauses_.is(figure + 1, Part::kPreposition) &&
                       look_.small_word_is(clauses_[figure + 1].range.begin, "preposition.apart");
    return joins ? name_at(figure + 2) : TokenRange{};
  }

  // "a league of libraries with 83 million loans", but not "an agreement with three banks"
  TokenRange bearer(std::size_t figure) const {
    const std::size_t link = clauses_.before(figure);
    if (link == Clauses::kNoChunk || link == 0 || !clauses_.is(link, Part::kPreposition)) return {};
    const bool bears = look_.small_word_is(clauses_[link].range.begin, "preposition.bearing");
    std::size_t phrase = link - 1;
    if (!bears || !clauses_.is(phrase, Part::kPhrase)) return {};
    phrase = before_place(phrase);
    const std::size_t last = phrase;
    if (!clauses_.is(phrase, Part::kPhrase)) return {};
    const bool part = phrase >= 2 && clauses_.is(phrase - 2, Part::kPhrase) &&
                      look_.small_word_is(clauses_[phrase - 1].range.begin, "preposition.part");
    if (part) phrase -= 2;
    // "expanded its footprint with 208 offices": what belongs to somebody bears less than its owner
    if (look_.word_is(clauses_[phrase].range.end - 1, "with.partner") ||
        is_predicate(look_, clauses_, phrase) || is_of_figure(phrase) ||
        look_.is_owned(analysis_, clauses_[phrase].range.begin))
      return {};
    if (phrase >= 2 && clauses_.is(phrase - 1, Part::kComma)) {  // "Acme, a maker with 50 shops"
      if (const TokenRange name = name_at(phrase - 2); !name.empty()) return name;
    }
    return {clauses_[phrase].range.begin, clauses_[last].range.end};
  }

  // "has €9 billion in forests with 70,000 tenants"
  bool is_of_figure(std::size_t phrase) const {
    return phrase >= 2 && clauses_.is(phrase - 1, Part::kPreposition) &&
           clauses_.is(phrase - 2, Part::kFigure);
  }

  // "a company in Norway with 200 employees": what is there; the phrase itself where it is no such place.
  std::size_t before_place(std::size_t phrase) const {
    const std::size_t link = clauses_.before(phrase);
    return is_home(look_, analysis_, clauses_, phrase) ? clauses_.before(link) : phrase;
  }

  // "more than €4 bn was spent by brewing companies", "40 minutes a day spent by tram passengers"
  TokenRange doer(std::size_t figure) const {
    // "Acme, which is 43% owned by Vexa": the one that is owned is told of
    const std::size_t left = clauses_.before(figure);
    if (clauses_.is(left, Part::kVerb) && look_.word_is(clauses_[left].range.end - 1, "copula")) return {};
    constexpr std::size_t kReach = 6;  // chunks
    for (std::size_t i = figure + 1; i < clauses_.chunks().size() && i - figure < kReach; ++i) {
      if (clauses_.is(i, Part::kVerb)) return does(i) ? clauses_[i + 2].range : TokenRange{};
      const bool within = clauses_.is(i, Part::kPhrase) || clauses_.is(i, Part::kPreposition) ||
                          clauses_.is(i, Part::kTime) || clauses_.is(i, Part::kAdverb);
      if (!within) return {};
    }
    return {};
  }

  bool does(std::size_t verb) const {
    return look_.word_is(clauses_[verb].range.end - 1, "by.verb") &&
           clauses_.is(verb + 1, Part::kPreposition) && clauses_.is(verb + 2, Part::kPhrase) &&
           look_.small_word_is(clauses_[verb + 1].range.begin, "preposition.doer");
  }

  TokenRange name_at(std::size_t chunk) const {
    if (!clauses_.is(chunk, Part::kPhrase)) return {};
    const TokenRange words = clauses_[chunk].range;
    return namer_.is_name(analysis_, words) && !namer_.stands_for_main(analysis_, words) ? words
                                                                                         : TokenRange{};
  }

  const Namer& namer_;
  const Looker& look_;
  const Analysis& analysis_;
  const Clauses& clauses_;
};

}  // namespace

bool is_home(const Looker& look, const Analysis& analysis, const Clauses& clauses, std::size_t phrase) {
  const TokenRange words = look.without_article(analysis, clauses[phrase].range);
  const Annotation* place = look.beginning_at(analysis, words.begin, "place");
  const std::size_t link = clauses.before(phrase);
  return place != nullptr && place->range.end == words.end && clauses.is(link, Part::kPreposition) &&
         look.small_word_is(clauses[link].range.begin, "preposition.home");
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

Holder holder_beside(const Namer& namer, const Looker& look, const Analysis& analysis, const Clauses& clauses,
                     const Draft& draft) {
  return HolderFinder(namer, look, analysis, clauses).run(draft);
}

}  // namespace figmine
