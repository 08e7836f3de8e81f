#include "claim/holders.h"

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
    if (const TokenRange words = apposed(figure); !words.empty()) return {words, "subject/apposed"};
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
    if (clauses_.is(open, Part::kOther)) open = clauses_.before(open);  // a sign
    if (!clauses_.is(open, Part::kOpen) || open == 0) return {};
    return name_at(open - 1);
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

  // "Vexa Bank, a €4 trillion lender, …", "Vexa Bank, the second-largest lender": who the name is.
  TokenRange apposed(std::size_t figure) const {
    const std::size_t head = figure + 1;
    if (!clauses_.is(head, Part::kPhrase)) return {};
    std::size_t comma = clauses_.before(figure);
    bool article = clauses_[figure].article;
    if (clauses_.is(comma, Part::kOther) && look_.word_is(clauses_[comma].range.begin, "article")) {
      article = true;
      comma = clauses_.before(comma);
    }
    const std::size_t next = clauses_.after_attachments(head);
    const bool set_off = clauses_.is(next, Part::kComma) || clauses_.is(next, Part::kStop);
    if (!article || !set_off || !clauses_.is(comma, Part::kComma) || comma == 0) return {};
    return look_.word_is(clauses_[head].range.end - 1, "apposed.noun") ? name_at(comma - 1) : TokenRange{};
  }

  // "Vexa Bank, a lender to farms serving 40,000 clients, …", "Vexa Capital (which manages $4 billion)": who
  // a name beside is, by what it does.
  TokenRange described(const Draft& draft, std::size_t figure) const {
    const std::size_t verb = clauses_.verb_before(figure);
    if (verb == Clauses::kNoChunk || verb < 2 || clauses_.verb_before(verb) == verb - 1) return {};
    const bool bracketed = clauses_.is(verb - 1, Part::kRelative) && clauses_.is(verb - 2, Part::kOpen);
    if (bracketed && bracket_before(figure) == verb - 2 && verb > 2) return name_at(verb - 3);
    const TokenRange words = clauses_[verb].range;
    const bool participle = words.end == words.begin + 1 && look_.word_is(words.begin, "describing.verb") &&
                            clauses_.is(verb - 1, Part::kPhrase);
    const std::size_t left = clauses_.before(figure);
    const bool bound = draft.came_by("bound/before") && clauses_.before(left) == verb;  // "over 50 plants"
    if (!participle || (left != verb && !bound)) return {};
    const std::size_t first = clauses_.at(clauses_.chain_ending(verb - 1).begin);
    const bool apposed = first >= 2 && clauses_.is(first - 1, Part::kComma) &&
                         look_.word_is(clauses_[first].range.begin, "article");
    return apposed ? name_at(first - 2) : TokenRange{};
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
