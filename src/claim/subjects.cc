#include "claim/subjects.h"

#include <algorithm>

#include "claim/holders.h"
#include "claim/labels.h"
#include "claim/tense.h"

namespace figmine {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                const Entities& entities)
      : drafts_(drafts),
        input_(input),
        clauses_(clauses),
        entities_(entities),
        look_(input),
        namer_(look_, entities),
        labels_(input, look_, entities) {
    for (const Entity& entity : entities.list()) {
      if (entity.type == "person") {
        for (const Span mention : entity.mentions) persons_.push_back({mention.end, &entity});
      }
      if (is_listed(entity)) add_mentions(listed_, entity);
      const std::string name = fold(entity.name);
      const std::size_t space = name.rfind(' ');
      if (space == std::string::npos) continue;
      const std::string sort = name.substr(space + 1);
      if (input.program.lookup("thing.named", sort) != kNone) add_mentions(things_[sort], entity);
    }
    for (const Analysis& a : input.analyses) read_things(a);
    std::sort(persons_.begin(), persons_.end(),
              [](const Person& x, const Person& y) { return x.end < y.end; });
    put_in_order(listed_);
    for (auto& [sort, named] : things_) put_in_order(named);
  }

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) find(i);
  }

 private:
  struct Person {
    std::uint32_t end = 0;  // of the mention
    const Entity* entity = nullptr;
  };

  // What a sentence is about.
  struct Topic {
    TokenRange words;
    bool owner = false;  // of what is measured: "Vexa's price fell"
  };

  struct Named {
    std::uint32_t begin = 0;  // of the mention
    const Entity* entity = nullptr;
    TokenRange words;  // of a name that is no entity: "Silver Ridge" of "its Silver Ridge project"
  };

  static void add_mentions(std::vector<Named>& out, const Entity& entity) {
    for (const Span mention : entity.mentions) out.push_back({mention.begin, &entity, {}});
  }

  // "its Silver Ridge project" names the project, though not as "Silver Ridge Project" would; "the Chilean
  // project", "the Acme project" of Acme Inc. only tell whose it is.
  void read_things(const Analysis& a) {
    const std::uint32_t phrase = input_.program.types.find("np");
    for (const Annotation& np : a.annotations) {
      const std::uint32_t head = np.range.end - 1;
      if (np.type != phrase || !look_.small_word_is(head, "thing.named")) continue;
      std::uint32_t begin = head;
      while (begin > np.range.begin && look_.form(begin - 1).is(Shape::kCap)) --begin;
      if (begin > a.range.begin && look_.token_text(begin - 1) == "-") continue;  // "a U-V project"
      const TokenRange name{begin, head};
      const Entity* known = name.empty() ? nullptr : entities_.find(look_.text_of(name));
      const bool other = known != nullptr && (known->type == "organization" || known == entities_.main());
      if (name.empty() || other || !namer_.is_name(a, name) ||
          look_.covering(a, begin, "demonym") != nullptr || look_.covering(a, begin, "place") != nullptr)
        continue;
      things_[look_.form(head).folded].push_back({look_.span_of(name).begin, known, name});
    }
  }

  static void put_in_order(std::vector<Named>& named) {
    std::stable_sort(named.begin(), named.end(),
                     [](const Named& x, const Named& y) { return x.begin < y.begin; });
  }

  // The one named last before the place; nullptr where none is.
  static const Named* last_before(const std::vector<Named>& named, std::uint32_t place) {
    const auto at = std::lower_bound(named.begin(), named.end(), place,
                                     [](const Named& x, std::uint32_t begin) { return x.begin < begin; });
    return at == named.begin() ? nullptr : &*std::prev(at);
  }

  const Analysis& analysis(const Draft& draft) const { return input_.analyses[draft.sentence]; }
  const Clauses& clauses(const Draft& draft) const { return clauses_.of(draft.sentence); }

  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.subject || !draft.fact.claim) return;
    if (names_subject(draft) && set(draft, draft.range("subject"), "")) return;
    if (is_answer(draft)) return find_population(index);
    if (set_beside(index)) return;
    const bool part = draft.has("shareverb");  // "Vans account for 15% of sales"
    if (is_share(draft) && is_group(draft) && !part && !measures_whole(draft) && !is_owned(draft))
      return find_whole(index);
    if (set_measured(index) || set_acting(draft)) return;
    carry(index);
  }

  bool take(Draft& draft, TokenRange words, std::string_view rule) {
    return !words.empty() && set(draft, words, rule);
  }

  // Whom what stands right beside the figure tells.
  bool set_beside(std::size_t index) {
    Draft& draft = drafts_[index];
    if (take(draft, ranked_in(draft), "subject/ranked") || take(draft, granted_to(draft), "subject/receiver"))
      return true;
    if (take(draft, trader_of(draft), "subject/actor") || take(draft, doer_at(draft), "subject/actor"))
      return true;
    if (is_of_answer(index) || take(draft, home_of_members(draft), "subject/home")) return true;
    const bool bracket = draft.came_by("link/share-in-bracket");
    if ((bracket || draft.came_by("link/share-told-twice")) && (inherits_with_measure(index) || bracket))
      return true;
    Holder beside = holder_beside(namer_, look_, analysis(draft), clauses(draft), draft);
    if (beside.rule == "subject/bearer") beside.words = labelled(draft, beside.words);
    if (take(draft, beside.words, beside.rule)) return true;
    // "China accounts for 20% of sales": the part where that is a name.
    return draft.has("shareverb") && take(draft, draft.subject, "subject/named");
  }

  // Whose the measure is, by its own words.
  bool set_measured(std::size_t index) {
    Draft& draft = drafts_[index];
    const bool listed = is_ranking(draft) && draft.subject.begin >= draft.mention->range.end;
    if (!listed && !is_attribute(draft) && take(draft, draft.subject, "subject/named")) return true;
    return take(draft, sized_thing(draft), "subject/named") ||
           take(draft, coin_in(draft, draft.measure), "subject/coin") || inherits_with_measure(index) ||
           take(draft, market_of(draft), "subject/market") ||
           take(draft, named_after(draft), "subject/of-phrase") ||
           take(draft, labelled(draft, bearer_of(draft)), "subject/bearer") ||
           take(draft, survey_told(draft), "subject/actor") ||
           take(draft, survey_of(draft), "subject/survey");
  }

  // "Tarn keeps 100% XVM equivalence", "a 4 kWh Lithium-Ion battery": a name that only tells what sort the
  // measured is, unlike a firm's.
  bool is_attribute(const Draft& draft) const {
    const bool leads = draft.subject.begin == draft.mention->range.end && !draft.measure.empty() &&
                       draft.measure.begin == draft.subject.end;
    if (!leads) return false;
    const Entity* entity = entities_.find(look_.text_of(draft.subject));
    return entity == nullptr || (entity->type != "organization" && entity != entities_.main());
  }

  // Who does what the sentence says.
  bool set_acting(Draft& draft) {
    if (take(draft, behind_fronted(draft), "subject/fronted")) return true;
    const TokenRange actor = labelled(draft, actor_of(draft));
    const bool teller = is_macro(draft) && look_.ending_at(analysis(draft), actor.end, "place") == nullptr;
    if (!teller && take(draft, actor, "subject/actor")) return true;
    return take(draft, home_of(draft), "subject/home");
  }

  // "The global pump market is set to reach $5 billion", "a key player in the $5 billion creator economy": a
  // market is itself what is told of, unless the figure is what somebody is called: "Chile is a $5 billion
  // pump market".
  TokenRange market_of(const Draft& draft) const {
    const std::string& kind = draft.fact.quantity.kind;
    const bool share = draft.fact.share_of && !draft.has("shareverb");
    const bool sized = kind != "count" && kind != "rank" && kind != "duration" && !share;
    if (!sized || draft.measure.empty() || draft.text("object") == "moved") return {};
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    if (draft.measure.begin == draft.mention->range.end) {
      const std::size_t left = c.before(c.at(draft.mention->range.begin));
      const bool predicate = c.is(left, Part::kVerb) && look_.word_is(c[left].range.end - 1, "copula");
      return predicate ? TokenRange{} : market_words(a, draft.measure, "market.sized");
    }
    const Annotation* np = look_.ending_at(a, draft.measure.end, "np");  // "value of the pump market"
    if (np == nullptr) return {};
    if (np->range.begin > draft.measure.begin && !look_.word_is(np->range.begin - 1, "market.link"))
      return {};
    return market_words(a, np->range, "market.whole");
  }

  // The phrase where it names a market that is nobody's: not "its addressable market", "a large market",
  // "Rowan Markets".
  TokenRange market_words(const Analysis& a, TokenRange phrase, Wanted type) const {
    const TokenRange words = look_.without_article(a, phrase);
    if (words.empty() || !look_.word_is(words.end - 1, type)) return {};
    if (look_.form(words.end - 1).is(Shape::kCap) && !look_.title_case(a)) return {};
    if (look_.is_owned(a, phrase.begin) || look_.is_owned(a, words.begin)) return {};
    bool of_something = false;
    for (std::uint32_t token = words.begin; token < words.end; ++token) {
      if (look_.word_is(token, "market.own")) return {};
      const bool vague = look_.word_is(token, "market.vague") || look_.word_is(token, "superlative");
      of_something = of_something || (!vague && token + 1 < words.end);
    }
    return of_something ? words : TokenRange{};
  }

  // "About 6 million adults in Chile live with it": people that a sentence counts in its subject are their
  // country's.
  TokenRange home_of(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    const bool counts = draft.fact.quantity.kind == "count" && c.verb_before(figure) == Clauses::kNoChunk &&
                        look_.ending_at(analysis(draft), c[figure].range.end, "people") != nullptr;
    const bool placed = counts && c.is(figure + 1, Part::kPreposition) && c.is(figure + 2, Part::kPhrase) &&
                        look_.small_word_is(c[figure + 1].range.begin, "preposition.place");
    if (!placed) return {};
    const TokenRange place = look_.without_article(analysis(draft), c[figure + 2].range);
    return look_.beginning_at(analysis(draft), place.begin, "place") != nullptr ? place : TokenRange{};
  }

  // "It is one of 70 brands within the Corlan portfolio": those of which one is told belong to what holds
  // them.
  TokenRange home_of_members(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    std::size_t link = c.before(figure);
    while (c.is(link, Part::kOther)) link = c.before(link);  // "one of the 70 brands"
    const bool one = draft.fact.quantity.kind == "count" && c.is(link, Part::kPreposition) &&
                     look_.small_word_is(c[link].range.begin, "preposition.part") &&
                     c[link].range.begin > analysis(draft).range.begin &&
                     look_.word_is(c[link].range.begin - 1, "numeral.one");
    const bool housed = one && c.is(figure + 1, Part::kPreposition) && c.is(figure + 2, Part::kPhrase) &&
                        look_.small_word_is(c[figure + 1].range.begin, "preposition.within");
    return housed ? c[figure + 2].range : TokenRange{};
  }

  // "61% have paid for 7 years": what those do whom a share counts is theirs.
  bool is_of_answer(std::size_t index) {
    Draft& draft = drafts_[index];
    const Clauses& c = clauses(draft);
    const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
    if (!c.is(subject, Part::kFigure)) return false;
    for (std::size_t i = index; i-- > 0 && drafts_[i].sentence == draft.sentence;) {
      const Fact& earlier = drafts_[i].fact;
      const bool counts = is_share(drafts_[i]) || is_answer(drafts_[i]);
      if (!counts || !earlier.subject || !c[subject].range.overlaps(drafts_[i].mention->range)) continue;
      draft.fact.subject = earlier.subject;
      draft.fact.rules.emplace_back("subject/answer");
      return true;
    }
    return false;
  }

  // "Acme sold a building in Laval for $21 million", "Vexa has a share of 20% in Chile": a firm's where the
  // place only says where.
  TokenRange doer_at(const Draft& draft) const {
    if (draft.subject.empty() || look_.ending_at(analysis(draft), draft.subject.end, "place") == nullptr)
      return {};
    if (!is_placed(draft.subject)) return {};  // "India's population"
    const Entity* main = entities_.main();
    const std::size_t verb = clauses(draft).verb_before(clauses(draft).at(draft.subject.begin));
    if (main == nullptr || main->type == "place" || verb == Clauses::kNoChunk) return {};
    const TokenRange actor = actor_of(draft);
    if (actor.empty()) return {};
    const Entity* entity = entities_.find(look_.text_of(actor));
    const bool firm = entity != nullptr && entity->type == "organization";
    return firm || entity == main || namer_.stands_for_main(analysis(draft), actor) ? actor : TokenRange{};
  }

  // "Trial Plan: a $5 investment with a profit of $1", "Trial Plan: Users earn $1": none where the
  // paragraph's label tells better.
  TokenRange labelled(const Draft& draft, TokenRange bearer) const {
    const bool better = !bearer.empty() && !label_before(draft, bearer.begin).empty() &&
                        !namer_.is_pronoun(bearer) && !namer_.is_name(analysis(draft), bearer);
    return better ? TokenRange{} : bearer;
  }

  // "in Laval", "across the U.S."
  bool is_placed(TokenRange place) const {
    std::uint32_t link = place.begin;
    if (link > 0 && look_.word_is(link - 1, "article")) --link;
    return link > 0 && look_.word_is(link - 1, "preposition.home");
  }

  // "Compliance issues rose to #6", "with drowning ranking as the 11th cause of death": what has the rank,
  // though it is no name.
  TokenRange ranked_in(const Draft& draft) const {
    if (draft.fact.quantity.kind != "rank") return {};
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    const std::size_t verb = c.verb_before(figure);
    if (verb == Clauses::kNoChunk || figure - verb > 2) return {};
    const std::uint32_t last = c[verb].range.end - 1;
    const bool ranks = look_.word_is(last, "rank.verb") || look_.word_is(last, "move.verb") ||
                       draft.came_by("change/verb-to");
    const std::size_t subject = ranks ? c.subject_of(verb) : Clauses::kNoChunk;
    if (!c.is(subject, Part::kPhrase) || c.is(c.before(subject), Part::kPreposition)) return {};
    const TokenRange words = c.chain_ending(subject);
    const bool meant = look_.word_is(words.begin, "article.definite") ||  // "The book placed second"
                       look_.is_owned(analysis(draft), words.begin) ||
                       namer_.stands_for_main(analysis(draft), words) ||
                       !namer_.name(analysis(draft), c, words).subject.empty();
    return meant || draft.measure.overlaps(words) ? TokenRange{} : words;
  }

  // "Corlan granted the underwriters a 30-day option": who may take it up so long.
  TokenRange granted_to(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    std::size_t receiver = c.before(c.at(draft.mention->range.begin));
    while (c.is(receiver, Part::kOther)) receiver = c.before(receiver);  // an article
    const std::size_t verb = c.before(receiver);
    const bool granted = draft.fact.quantity.kind == "duration" && c.is(receiver, Part::kPhrase) &&
                         c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "grant.verb");
    return granted ? c[receiver].range : TokenRange{};
  }

  // "Acme ranked 106 in the Halden list": the list is not what is ranked.
  bool is_ranking(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t left = c.before(c.at(draft.mention->range.begin));
    return draft.fact.quantity.kind == "rank" ||
           (c.is(left, Part::kVerb) && look_.word_is(c[left].range.end - 1, "rank.verb"));
  }

  // "The tower, standing at 50 feet tall, …", "Children, aged 5 to 7": a thing that has a size, people of an
  // age.
  TokenRange sized_thing(const Draft& draft) const {
    const TokenRange words = look_.without_article(analysis(draft), draft.measure);
    if (words.empty() || look_.word_is(words.end - 1, "measure.noun")) return {};
    const bool thing = look_.word_is(draft.mention->range.end, "size.adjective") &&
                       words.begin > analysis(draft).range.begin &&
                       look_.word_is(words.begin - 1, "article.definite");
    const bool named = input_.program.lookup("age_head", draft.fact.measure->head) != kNone;
    const bool people = draft.fact.quantity.kind == "age" && !named && is_several(analysis(draft), words);
    return thing || people ? words : TokenRange{};
  }

  // "The study took in women aged 40", unlike "Participants had an average age of 62 years".
  bool is_age_of_other(const Draft& draft) const {
    const bool named = !draft.measure.empty() && look_.word_is(draft.measure.end - 1, "age_head");
    return draft.fact.quantity.kind == "age" && !named;
  }

  // "Acme acquired Vexa Pumps for $60 million": whose trade it is, not what was traded.
  TokenRange trader_of(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    const std::size_t left = c.before(figure);
    const bool priced = draft.fact.quantity.kind == "money" && c.is(left, Part::kPreposition) &&
                        look_.small_word_is(c[left].range.begin, "preposition.aim");
    const std::size_t verb = priced ? c.verb_before(figure) : Clauses::kNoChunk;
    const bool trades = verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "trade.verb") &&
                        draft.subject.begin >= c[verb].range.end;
    return trades ? actor_of(draft) : TokenRange{};
  }

  static bool is_share(const Draft& draft) {
    return draft.fact.share_of && !draft.has("share_of_previous") && draft.fact.quantity.kind != "money";
  }

  // "Tarn bought 13% of Acme": what is measured is the name of the whole, and the share is another's.
  bool measures_whole(const Draft& draft) const {
    const TokenRange whole = draft.range("share_of");
    return draft.measure.overlaps(whole) && namer_.is_name(analysis(draft), draft.measure);
  }

  // "The trust owns 8% of the company": the owner's.
  bool is_owned(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
    return verb != Clauses::kNoChunk && c.is(c.subject_of(verb), Part::kPhrase) &&
           (look_.word_is(c[verb].range.end - 1, "own.verb") ||
            (look_.word_is(c[verb].range.end - 1, "affect.verb") &&
             c.before(c.at(draft.mention->range.begin)) == verb));
  }

  // "60% of small business owners" is about the owners, "38% of the flights" about whose flights they are.
  bool is_group(const Draft& draft) const {
    const TokenRange whole = draft.range("share_of");
    if (whole.empty()) return true;
    // "Acme laid off 15% of its staff": of those that somebody has, what is done to them is the owner's.
    if (look_.word_is(whole.begin, "pos.first.PRPS") && draft.came_by("measure/whole")) return false;
    const bool amount =
        look_.word_is(whole.end - 1, "macro.noun") ||
        (look_.word_is(whole.end - 1, "measure.noun") && !look_.word_is(whole.end - 1, "people"));
    if (amount || look_.word_is(whole.end - 1, "whole.bare"))
      return false;  // "four-fifths of GDP", "about 9% of the total"
    const Clauses& c = clauses(draft);
    const std::uint32_t end = std::min(whole.end, c[c.at(whole.begin)].range.end);
    // Firms count, as those who answer and act.
    const Analysis& a = analysis(draft);
    return look_.ending_at(a, end, "people") != nullptr ||
           look_.ending_at(a, whole.end, "people") != nullptr || look_.word_is(end - 1, "agent") ||
           (entities_.main() == nullptr && !look_.word_is(whole.begin, "pos.first.PRPS") &&
            (is_lone() || look_.covering(a, end - 1, "nns") != nullptr)) ||
           is_kind(draft, {whole.begin, end});
  }

  // "70% of heart attacks are preventable": things of a kind, wherever they are; not "70% of the flights",
  // "60% of orders".
  bool is_kind(const Draft& draft, TokenRange words) const {
    const Analysis& a = analysis(draft);
    const bool told =
        words.begin == draft.mention->range.end ||  // "4 in 10 flights"
        (words.begin > a.range.begin && look_.small_word_is(words.begin - 1, "preposition.part"));
    const bool bare = told && look_.without_article(a, words) == words && !look_.is_owned(a, words.begin);
    return bare && draft.came_by("measure/predicate") && look_.covering(a, words.end - 1, "nns") != nullptr &&
           !look_.word_is(words.end - 1, "measure.noun") && !look_.word_is(words.end - 1, "whole.own");
  }

  // ------------------------------------------------------------ naming the subject

  bool set(Draft& draft, TokenRange range, std::string_view rule) {
    range = look_.without_article(analysis(draft), range);
    if (range.empty() || is_time(analysis(draft), range)) return false;
    const bool pronoun = namer_.is_pronoun(range);
    if (range.end == range.begin + 1 && look_.token_text(range.begin).size() == 1 && !pronoun)
      return false;  // the "P" of "P/BV"
    if (const TokenRange coin = coin_meant(draft, range); !coin.empty()) return set(draft, coin, rule);
    if (look_.word_is(range.end - 1, "relative.owner")) return set_owner(draft, range, rule);
    if (pronoun && set_person_meant(draft, range)) return true;
    if (namer_.stands_for_main(analysis(draft), range)) {
      if (pronoun && set_thing_meant(draft, range)) return true;
      if (set_main(draft, range, "subject/self-reference")) return true;
      if (pronoun) return false;
    }
    set_named(draft, range, rule);
    return true;
  }

  // "you", "I", "he", "they": done where nobody is meant, too.
  bool set_person_meant(Draft& draft, TokenRange pronoun) {
    if (look_.word_is(pronoun.begin, "pronoun.reader")) return true;  // "you" is nobody in the article
    if (look_.word_is(pronoun.begin, "pronoun.one") && is_firm_main() && !names_person(draft.sentence))
      return true;  // "I" of a person without a name is no firm
    if (look_.word_is(pronoun.begin, "pronoun.person")) {
      if (set_person(draft, pronoun)) return true;
      const Entity* main = main_of(draft);  // "he" is no firm
      if (main != nullptr && main->type == "organization") return true;
    }
    return look_.word_is(pronoun.begin, "pronoun.people") &&
           (set_antecedent(draft, pronoun) || set_people_told(draft, pronoun));
  }

  // "it", "its": what the sentence or the paragraph names, where that is not the article's own.
  bool set_thing_meant(Draft& draft, TokenRange pronoun) {
    if (is_lone() && set_antecedent(draft, pronoun)) return true;
    if (look_.word_is(pronoun.begin, "pos.first.PRPS")) {  // "With its price of $5, Vexa is …"
      const TokenRange named = behind_fronted(draft);
      if (!named.empty() && named != pronoun) return set(draft, named, "subject/fronted");
    }
    if (!look_.word_is(pronoun.begin, "pronoun.thing")) return false;
    if (const TokenRange label = label_before(draft, pronoun.begin); !label.empty())
      return set_label(draft, label);
    if (const TokenRange named = named_before(draft, pronoun.begin); !named.empty())
      return set_topic(draft, named);
    const TokenRange topic = topic_before(draft, pronoun.begin, For::kPronoun);
    return !topic.empty() && set_topic(draft, topic);
  }

  void set_named(Draft& draft, TokenRange range, std::string_view rule) {
    draft.subject = range;
    if (const Named* named = named_thing(range); named != nullptr)
      return infer_as(draft, range, *named, rule);
    Subject subject;
    subject.text = look_.text_of(range);
    subject.span = look_.span_of(range);
    subject.name = subject.text;
    const bool stands_for_place = input_.program.lookup("place_reference", fold(subject.text)) != kNone;
    const Entity* entity = stands_for_place ? entities_.main_place() : entities_.find(subject.text);
    if (entity != nullptr) name_after(subject, *entity);
    draft.fact.subject = subject;
    if (!rule.empty()) draft.fact.rules.emplace_back(rule);
  }

  // "Acme, whose sales rose 5%": what stands before.
  bool set_owner(Draft& draft, TokenRange relative, std::string_view rule) {
    const Analysis& a = analysis(draft);
    std::uint32_t end = relative.begin;
    if (end > a.range.begin && look_.token_text(end - 1) == ",") --end;
    const Annotation* owner = look_.ending_at(a, end, "np");
    return owner != nullptr && set(draft, owner->range, rule);
  }

  // "For the full year, it expects …"
  bool is_time(const Analysis& a, TokenRange range) const {
    return look_.ending_at(a, range.end, "grain") != nullptr ||
           look_.ending_at(a, range.end, "time") != nullptr;
  }

  // "He has signed a contract": the person named last before it.
  bool set_person(Draft& draft, TokenRange pronoun) {
    const Span at = look_.span_of(pronoun);
    const auto after = std::upper_bound(persons_.begin(), persons_.end(), at.begin,
                                        [](std::uint32_t begin, const Person& p) { return begin < p.end; });
    if (after == persons_.begin()) return false;
    Subject subject{look_.text_of(pronoun), "", "", "", at};
    name_after(subject, *std::prev(after)->entity);
    draft.fact.subject = subject;
    draft.fact.rules.emplace_back("subject/person");
    return true;
  }

  void name_after(Subject& subject, const Entity& entity) const {
    subject.name = entities_.usual_name(entity);
    subject.type = entity.type;
    subject.entity = entity.id;
  }

  // "it", "we", "the company": the one the boilerplate or the article is about.
  bool set_main(Draft& draft, TokenRange written, std::string_view rule) {
    const Entity* main = main_of(draft);
    if (main == nullptr) return false;
    if (written.empty()) return infer(draft, *main, rule), true;
    Subject subject{look_.text_of(written), "", "", "", look_.span_of(written)};
    name_after(subject, *main);
    draft.fact.subject = subject;
    draft.fact.rules.emplace_back(rule);
    return true;
  }

  // "the mine", "the project": what was named last before with that word, as "Corlan Gold Project".
  const Named* named_thing(TokenRange words) const {
    const bool one = words.end == words.begin + 1 && words.begin > 0 &&
                     look_.small_word_is(words.begin, "thing.named") &&
                     look_.word_is(words.begin - 1, "article.definite");
    if (!one) return nullptr;
    const auto named = things_.find(look_.form(words.begin).folded);
    return named == things_.end() ? nullptr : last_before(named->second, look_.span_of(words).begin);
  }

  void infer_as(Draft& draft, TokenRange written, const Named& named, std::string_view rule) {
    Subject subject{look_.text_of(written), look_.text_of(named.words), "", "", look_.span_of(written)};
    if (named.entity != nullptr) name_after(subject, *named.entity);
    draft.fact.subject = subject;
    if (!rule.empty()) draft.fact.rules.emplace_back(rule);
  }

  // The sentence doesn't name it.
  void infer(Draft& draft, const Entity& entity, std::string_view rule) {
    Subject subject{entity.name, "", "", "", entity.mentions.empty() ? Span{} : entity.mentions.front()};
    name_after(subject, entity);
    draft.fact.subject = subject;
    draft.fact.rules.emplace_back(rule);
  }

  // "The company said it has 1,000 customers": in an article about nobody known, the subject of the sentence.
  bool set_antecedent(Draft& draft, TokenRange pronoun) {
    const Clauses& c = clauses(draft);
    if (look_.word_is(pronoun.begin, "pronoun.speaker")) return false;  // "I", "we": who speaks
    for (std::size_t i = 0; i < c.chunks().size() && c[i].range.begin < pronoun.begin; ++i) {
      const TokenRange words = look_.without_article(analysis(draft), c[i].range);
      if (c[i].part == Part::kPhrase && !namer_.is_pronoun(words))
        return agrees(draft, pronoun, words) && set(draft, words, "subject/antecedent");
      if (c[i].part == Part::kVerb) break;
    }
    return false;
  }

  // "Most employers cut jobs. They cite costs (48%)": the people or firms that the sentence before tells of.
  bool set_people_told(Draft& draft, TokenRange pronoun) {
    const std::size_t before = draft.sentence - 1;
    const bool part =
        pronoun.begin > 0 && look_.word_is(pronoun.begin - 1, "preposition.part");  // "one of them"
    if (part || draft.sentence == 0 ||
        input_.text.sentences[before].block != input_.text.sentences[draft.sentence].block)
      return false;
    const TokenRange people = people_of(before);
    if (people.empty() || look_.word_is(people.end - 1, "teller")) return false;  // who speaks for a firm
    draft.fact.subject = named(people);
    draft.fact.rules.emplace_back("subject/antecedent");
    return true;
  }

  // Those who are the subject of a sentence's main verb, where they are several and nobody's.
  TokenRange people_of(std::size_t sentence) const {
    const Analysis& a = input_.analyses[sentence];
    const Clauses c(look_, a, input_.resolved[sentence]);
    const std::size_t verb = main_verb(a, c);
    const std::size_t subject = verb == c.chunks().size() ? Clauses::kNoChunk : c.subject_of(verb);
    if (!c.is(subject, Part::kPhrase) || look_.is_owned(a, c[subject].range.begin)) return {};
    const TokenRange words = look_.without_article(a, c[subject].range);
    return is_several(a, words) ? words : TokenRange{};
  }

  // "participants", "small employers"
  bool is_several(const Analysis& a, TokenRange words) const {
    const std::uint32_t head = words.end - 1;
    return look_.covering(a, head, "nns") != nullptr &&
           (look_.word_is(head, "people") || look_.word_is(head, "agent"));
  }

  // "If growth slows they need staff": "they" are several, "it" is one.
  bool agrees(const Draft& draft, TokenRange pronoun, TokenRange words) const {
    const Analysis& a = analysis(draft);
    const bool plural = look_.covering(a, words.end - 1, "nns") != nullptr;
    if (look_.word_is(pronoun.begin, "pronoun.thing")) return !plural || look_.is_name(words);
    if (!look_.word_is(pronoun.begin, "pronoun.people")) return true;
    return plural || look_.is_name(words) || look_.word_is(words.end - 1, "agent");
  }

  // What a sentence is about when it names that as its first verb's subject: "Process Systems had a quieter
  // half." Empty where it is a person, a place, or common words.
  const Topic& topic_of(std::size_t sentence) {
    if (topics_.empty()) topics_.resize(input_.text.sentences.size());
    std::optional<Topic>& topic = topics_[sentence];
    if (!topic) topic = find_topic(sentence);
    return *topic;
  }

  // "Priced at $5, Acme has sold …", "While Vexa is old, Acme sells …": the first finite verb outside what
  // opens the sentence; the number of chunks where there is none.
  std::size_t main_verb(const Analysis& a, const Clauses& c) const {
    std::size_t at = 0;
    if (c.is(0, Part::kSubordinator)) {
      while (at < c.chunks().size() && !c.is(at, Part::kComma)) ++at;
    }
    while (at < c.chunks().size() &&
           !(c.is(at, Part::kVerb) && tells_tense(a, c, at) && c.subject_of(at) != Clauses::kNoChunk))
      ++at;
    return at;
  }

  // A finite verb, also one that may be a noun: "offers".
  bool tells_tense(const Analysis& a, const Clauses& c, std::size_t verb) const {
    return is_finite(look_, a, c, c[verb].range) || look_.word_is(c[verb].range.end - 1, "pos.VZ");
  }

  Topic find_topic(std::size_t sentence) const {
    const Analysis& a = input_.analyses[sentence];
    const Clauses c(look_, a, input_.resolved[sentence]);
    if (is_inner_heading(sentence)) return coin_of_heading(a, c);
    const std::size_t verb = main_verb(a, c);
    if (verb == c.chunks().size() || c.is(verb + 1, Part::kColon)) return {};  // "Player Accounts: …"
    const std::size_t subject = c.subject_of(verb);
    if (!c.is(subject, Part::kPhrase) || tells(c, verb) || look_.title_case(a)) return {};
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
    if (word || measured || document || teller || somebody || !namer_.is_name(a, name) || is_person(name))
      return {};
    const bool other = entity == nullptr || entity->type == "other" || entity->type == "product" ||
                       entity->type == "organization" || entity == entities_.main();
    return other && look_.covering(a, name.begin, "place") == nullptr ? Topic{name, false} : Topic{};
  }

  bool is_inner_heading(std::size_t sentence) const {
    const Sentence& told = input_.text.sentences[sentence];
    return told.section != Section::kHeadline &&
           input_.document.blocks[told.block].kind == BlockKind::kHeading;
  }

  // "Corlan (CRL) Grows 54%", "Corlan's Price Analysis": the coin that a heading begins with, where it names
  // no other.
  Topic coin_of_heading(const Analysis& a, const Clauses& c) const {
    const TokenRange name = c.is(0, Part::kPhrase) ? coin_in(a, c[0].range) : TokenRange{};
    if (name.empty()) return {};
    for (std::size_t i = 1; i < c.chunks().size(); ++i) {
      const TokenRange other = c.is(i, Part::kPhrase) ? coin_in(a, c[i].range) : TokenRange{};
      if (!other.empty() && look_.text_of(other) != look_.text_of(name)) return {};
    }
    return {name, false};
  }

  // "Corlan" of "Corlan Price Volatility": the coin that the phrase begins with; empty where it begins with
  // none.
  TokenRange coin_in(const Analysis& a, TokenRange phrase) const {
    constexpr std::uint32_t kLongest = 4;  // words of a coin's name
    const TokenRange words = look_.without_article(a, phrase);
    for (std::uint32_t end = std::min(words.end, words.begin + kLongest); end > words.begin; --end) {
      const Entity* entity = entities_.find(look_.text_of({words.begin, end}));
      if (entity != nullptr && entities_.has_symbol(*entity)) return {words.begin, end};
    }
    const Annotation* known = look_.beginning_at(a, words.begin, "crypto");
    return known != nullptr ? known->range : TokenRange{};
  }

  // "The grant from the Halden Foundation was $5m": who gives it is not told of.
  bool gives(const Clauses& c, std::size_t phrase) const {
    return phrase > 1 && c.is(phrase - 2, Part::kPhrase) &&
           namer_.is_giver(c[phrase - 1].range.begin, c[phrase - 2].range);
  }

  // "Vexa's price jumped 8%": whose is measured, where that is a name.
  TokenRange owner_told(const Analysis& a, const Clauses& c, TokenRange phrase) const {
    const Naming naming = namer_.name(a, c, phrase);
    const bool named =
        !naming.measure.empty() && !naming.subject.empty() && is_known_holder(a, naming.subject);
    const bool people = look_.covering(a, naming.subject.begin, "demonym") != nullptr;
    return named && !people ? look_.without_article(a, naming.subject) : TokenRange{};
  }

  // The topic of the paragraph so far, up to the token; empty where it has none or it is the article's own. A
  // coin that an article about coins tells of is the topic of the next paragraphs too. Whose measure a
  // sentence told goes on for a pronoun alone.
  enum class For { kPronoun, kNobody };

  TokenRange topic_before(const Draft& draft, std::uint32_t token, For use) {
    constexpr std::uint32_t kCoinReach = 2;  // paragraphs
    const std::uint32_t block = input_.text.sentences[draft.sentence].block;
    for (std::size_t i = draft.sentence + 1; i-- > 0;) {
      const std::uint32_t other = input_.text.sentences[i].block;
      if (other + kCoinReach < block) break;
      const Topic& topic = topic_of(i);
      const TokenRange words = topic.words;
      if (words.empty() || words.end > token || (other != block && !is_coin(words))) continue;
      if (i == draft.sentence && is_target(draft)) continue;  // who sets it
      if (topic.owner && use == For::kNobody) continue;
      const Entity* entity = entities_.find(look_.text_of(words));
      const bool own = namer_.stands_for_main(input_.analyses[i], words) ||
                       (entity != nullptr && entity == entities_.main());
      return own ? TokenRange{} : words;
    }
    return {};
  }

  bool is_coin(TokenRange name) const {
    const Entity* entity = entities_.find(look_.text_of(name));
    return look_.word_is(name.begin, "crypto") || (entity != nullptr && entities_.has_symbol(*entity));
  }

  // "Corlan announced that it has raised $5m", "Corlan's price is down from its high of $5": the sentence's
  // own subject, or whose that is.
  TokenRange named_before(const Draft& draft, std::uint32_t token) const {
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    const std::size_t verb = main_verb(a, c);
    if (verb == c.chunks().size() || c[verb].range.begin >= token || look_.title_case(a)) return {};
    const std::size_t subject = c.subject_of(verb);
    if (!c.is(subject, Part::kPhrase) || is_person(c[subject].range)) return {};
    const TokenRange name = namer_.name(a, c, c[subject].range).subject;
    if (name.empty() || !is_known_holder(a, name)) return {};
    const Entity* entity = entities_.find(look_.text_of(name));
    const bool firm = look_.word_is(c[verb].range.end - 1, "announce.verb") ||
                      (entity != nullptr && entity->type == "organization");
    return !tells(c, verb) || firm ? name : TokenRange{};
  }

  bool set_topic(Draft& draft, TokenRange topic) { return set_words(draft, topic, "subject/topic"); }

  bool set_label(Draft& draft, TokenRange label) { return set_words(draft, label, "subject/label"); }

  bool set_words(Draft& draft, TokenRange words, std::string_view rule) {
    Subject subject = named(words);
    const Entity* entity = entities_.find(subject.text);
    const bool sort = look_.word_is(words.end - 1, "item.noun");  // "Solana Plan" beside "Solana Plan Plus"
    if (entity != nullptr && !sort) name_after(subject, *entity);
    draft.fact.subject = subject;
    draft.fact.rules.emplace_back(rule);
    return true;
  }

  // The label that the figure's block begins with before the token.
  TokenRange label_before(const Draft& draft, std::uint32_t token) const {
    const TokenRange label = labels_.of_block(input_.text.sentences[draft.sentence].block);
    if (label.empty() || label.end > token) return {};
    return names_item_of(draft, label) ? label : TokenRange{};
  }

  // What a label offers is told of in its own sentence.
  bool names_item_of(const Draft& draft, TokenRange label) const {
    return !labels_.is_offer(label) || label.begin >= analysis(draft).range.begin;
  }

  // "About Consolidated Credit": a boilerplate has a subject of its own, the organisation it names first.
  const Entity* main_of(const Draft& draft) const {
    if (draft.fact.section != "boilerplate")
      return entities_.tells_of_several() ? listed_before(draft) : entities_.main();
    const std::size_t first = boilerplate_begin(draft.sentence);
    if (const Entity* named = named_by_heading(first); named != nullptr) return named;
    const Span region{input_.text.sentences[first].span.begin, draft.fact.quantity.span.begin};
    const Entity* best = nullptr;
    std::uint32_t at = UINT32_MAX;
    for (const Entity& entity : entities_.list()) {
      if (entity.type != "organization" && &entity != entities_.main()) continue;
      for (const Span mention : entity.mentions) {
        if (!region.contains(mention) || mention.begin >= at) continue;
        at = mention.begin;
        best = &entity;
      }
    }
    return best == nullptr ? entities_.main() : best;
  }

  // The first sentence of the boilerplate's part that holds the sentence: one opens with "About the Tarn
  // Group", another with "About Vexa".
  std::size_t boilerplate_begin(std::size_t sentence) const {
    while (!opens_about(sentence) && sentence > 0 &&
           input_.text.sentences[sentence - 1].section == Section::kBoilerplate)
      --sentence;
    return sentence;
  }

  // "About Vexa", "About the Tarn Group", not "About half of all users", "About Us".
  bool opens_about(std::size_t sentence) const { return !about(sentence).empty(); }

  // The words behind "About"; empty where the sentence opens otherwise.
  TokenRange about(std::size_t sentence) const {
    const TokenRange range = input_.analyses[sentence].range;
    if (range.begin + 1 >= range.end || !look_.word_is(range.begin, "about.heading")) return {};
    const std::uint32_t name = range.begin + (look_.word_is(range.begin + 1, "article.definite") ? 2 : 1);
    const bool named =
        name < range.end && look_.form(name).is(Shape::kCap) && !look_.word_is(name, "pronoun");
    return named ? TokenRange{name, range.end} : TokenRange{};
  }

  // The firm or person that the heading names: "About Lena Fors", "About Vexa Vexa makes pumps"; nullptr
  // where nobody known.
  const Entity* named_by_heading(std::size_t sentence) const {
    constexpr std::uint32_t kLongest = 6;  // tokens
    const TokenRange words = about(sentence);
    for (std::uint32_t end = std::min(words.end, words.begin + kLongest); end > words.begin; --end) {
      const Entity* entity = entities_.find(look_.text_of({words.begin, end}));
      const bool holder = entity != nullptr && (entity->type == "organization" || entity->type == "person" ||
                                                entity == entities_.main());
      if (holder) return entity;
    }
    return nullptr;
  }

  // Of several firms that an article tells of in turn, the one named last.
  const Entity* listed_before(const Draft& draft) const {
    const Named* listed = last_before(listed_, draft.fact.quantity.span.begin);
    return listed == nullptr ? entities_.main() : listed->entity;
  }

  // What a rule took for the subject; "Among the highlights, sales rose" opens with none.
  bool names_subject(const Draft& draft) const {
    const TokenRange words = draft.range("subject");
    const bool among = draft.came_by("subject/among");
    const bool pair = draft.came_by("subject/for-first") || draft.came_by("subject/for-next");
    if (pair &&
        draft.fact.quantity.kind == "money")  // "$120 million for roads and $38 million for a library"
      return namer_.names_somebody(analysis(draft), words);
    if (words.empty() || (!among && !draft.came_by("subject/at-opening"))) return !words.empty();
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    // "the firms on the list": not the list
    const std::uint32_t head = (among ? c[c.at(words.begin)].range.end : words.end) - 1;
    const bool own = look_.word_is(words.begin, "pos.first.PRPS");
    if (own && look_.word_is(head, "people")) return false;  // "For our shareholders, sales rose"
    const bool counted = look_.word_is(words.begin, "numeral.one") ||
                         look_.beginning_at(a, words.begin, "q") != nullptr;  // "At two mines"
    return counted || namer_.names_somebody(a, {words.begin, head + 1});
  }

  // "the coin could reach $5": the one named last in the paragraph.
  TokenRange coin_meant(const Draft& draft, TokenRange words) const {
    const bool meant = words.end == words.begin + 1 && words.begin > 0 &&
                       look_.word_is(words.begin, "coin.noun") &&
                       look_.word_is(words.begin - 1, "article.definite");
    if (!meant) return {};
    const std::uint32_t begin = block_begin(draft);
    for (std::uint32_t token = words.begin; token-- > begin;) {
      if (look_.form(token).is(Shape::kCap) && look_.word_is(token, "crypto")) return {token, token + 1};
    }
    return {};
  }

  // The first token of the figure's paragraph.
  std::uint32_t block_begin(const Draft& draft) const {
    std::size_t sentence = draft.sentence;
    const std::uint32_t block = input_.text.sentences[sentence].block;
    while (sentence > 0 && input_.text.sentences[sentence - 1].block == block) --sentence;
    return input_.analyses[sentence].range.begin;
  }

  // "Bitcoin fell below $68,000", "the Bitcoin price": the coin whose price or size is measured.
  TokenRange coin_in(const Draft& draft, TokenRange range) const {
    const TokenRange words = look_.without_article(analysis(draft), range);
    if (words.empty()) return {};
    if (const TokenRange meant = coin_meant(draft, words); !meant.empty()) return meant;
    const TokenRange coin{words.begin, words.begin + 1};
    const bool capital = look_.form(coin.begin).is(Shape::kCap) || look_.word_is(coin.begin, "coin.common");
    const bool named = capital && look_.word_is(coin.begin, "crypto");
    const bool whole = words.end == coin.end || look_.word_is(words.end - 1, "coin.measure");
    return named && whole ? coin : TokenRange{};
  }

  // ------------------------------------------------------------ where it stands

  // A figure that took over its measure takes over its subject.
  bool inherits_with_measure(std::size_t index) {
    Draft& draft = drafts_[index];
    if (!draft.measure.empty() || !draft.fact.measure || index == 0) return false;
    if (is_share(draft) && draft.came_by("measure/predicate"))
      return false;  // "11% of Millennials say the same"
    for (std::size_t i = index; i-- > 0 && index - i < 6;) {
      const Draft& earlier = drafts_[i];
      if (!earlier.fact.measure || earlier.fact.measure->span != draft.fact.measure->span ||
          !earlier.fact.subject)
        continue;
      draft.fact.subject = earlier.fact.subject;
      return true;
    }
    return false;
  }

  // "a deal with Acme"
  bool names_partner(TokenRange measure) const {
    for (std::uint32_t token = measure.begin + 1; token < measure.end; ++token) {
      if (look_.small_word_is(token, "preposition.bearing") && look_.word_is(token - 1, "partner.noun"))
        return true;
    }
    return false;
  }

  // "exports from Chile", "sales at Acme": a name that a preposition joins to the measure.
  TokenRange named_after(const Draft& draft) const {
    if (draft.measure.empty() || names_partner(draft.measure)) return {};
    const Clauses& c = clauses(draft);
    const std::size_t link = c.at(draft.measure.end);
    if (!c.is(link, Part::kPreposition) || !c.is(link + 1, Part::kPhrase)) return {};
    const bool joins = look_.small_word_is(draft.measure.end, "preposition.holder") &&
                       !namer_.is_giver(draft.measure.end, draft.measure);
    const TokenRange phrase = c[link + 1].range;
    const bool meant_for = look_.small_word_is(draft.measure.end, "preposition.aim") &&
                           draft.fact.quantity.kind == "count" && !actor_of(draft).empty();
    if (meant_for) return {};  // "built 40 homes for Acme"
    return joins && namer_.is_name(analysis(draft), phrase) ? phrase : TokenRange{};
  }

  // "a plant with a capacity of 5 MW": what a measure with "of" and its figure is told of.
  TokenRange bearer_of(const Draft& draft) const {
    if (draft.measure.empty() || !look_.small_word_is(draft.measure.end, "preposition.part")) return {};
    const Clauses& c = clauses(draft);
    const std::size_t at = c.at(draft.measure.begin);
    if (at < 2 || !c.is(at - 1, Part::kPreposition) || !c.is(at - 2, Part::kPhrase) ||
        !look_.small_word_is(c[at - 1].range.begin, "preposition.bearing"))
      return {};
    std::size_t bearer = at - 2;
    // "16 parks across Europe with a total area of 5 ha"
    if (is_home(look_, analysis(draft), c, bearer)) bearer = c.before(c.before(bearer));
    if (is_predicate(look_, c, bearer) || (!c.is(bearer, Part::kPhrase) && !c.is(bearer, Part::kFigure)))
      return {};
    return c[bearer].range;
  }

  // "With a body just 6.9 mm thick, the Aurel is …", "Valued at $5m, Acme …": the subject of the clause that
  // the figure's phrase opens, where that is a name.
  TokenRange behind_fronted(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    std::size_t first = behind_label(c);
    while (c.is(first, Part::kAdverb)) ++first;  // "Already having raised $5m"
    const bool gerund =
        c.is(first, Part::kSubordinator) && c.is(first + 1, Part::kVerb);  // "After reaching a high of $5"
    const bool described = c.is(first, Part::kPhrase) && look_.word_is(c[first].range.begin, "article") &&
                           c.before(figure) == first + 1 && c.is(first + 1, Part::kPreposition) &&
                           look_.small_word_is(c[first + 1].range.begin, "preposition.bearing");
    if (!c.is(first, Part::kPreposition) && !c.is(first, Part::kVerb) && !gerund && !described) return {};
    for (std::size_t i = first + 1; i < figure; ++i) {
      const bool had = c.is(i - 1, Part::kVerb) && look_.word_is(c[i - 1].range.end - 1, "have.verb");
      if (c.is(i, Part::kVerb) && !had && is_finite(look_, a, c, c[i].range)) return {};
    }
    constexpr std::size_t kReach = 12;  // chunks
    std::size_t comma = figure + 1;
    while (comma < c.chunks().size() && comma - figure < kReach && !c.is(comma, Part::kComma)) {
      if (c.is(comma, Part::kStop) || c.is(comma, Part::kColon)) return {};
      ++comma;
    }
    const std::size_t subject = comma + 1;
    const bool we =
        c.is(subject, Part::kPronoun) && (look_.word_is(c[subject].range.begin, "pronoun.speaker") ||
                                          look_.word_is(c[subject].range.begin, "pronoun.thing"));
    const bool clause = c.is(comma, Part::kComma) && (we || c.is(subject, Part::kPhrase)) &&
                        c.is(c.after(subject), Part::kVerb);
    if (!clause || tells(c, c.after(subject)) || !tells_tense(a, c, c.after(subject))) return {};
    if (we) return c[subject].range;  // "Backed by 50 donors, we fund …"
    const Naming naming = namer_.name(a, c, c[subject].range);
    if (naming.subject.empty()) return coin_in(draft, c[subject].range);
    return is_person(naming.subject) && !described ? TokenRange{} : naming.subject;
  }

  // "Growth potential: With a price of $5, …": the first chunk behind the words before a colon; 0 without.
  std::size_t behind_label(const Clauses& c) const {
    constexpr std::size_t kLongest = 4;  // chunks
    for (std::size_t i = 0; i < std::min(kLongest, c.chunks().size()); ++i) {
      if (c.is(i, Part::kVerb)) break;
      if (c.is(i, Part::kColon)) return i + 1;
    }
    return 0;
  }

  // "The survey has a 4% margin of error", "With 765 respondents, the poll …": what is a survey's own.
  TokenRange survey_told(const Draft& draft) const {
    const bool own = !draft.measure.empty() && look_.word_is(draft.measure.end - 1, "survey.own");
    const bool asked = draft.fact.quantity.kind == "count" && own;
    if (!asked && !(own && look_.word_is(draft.measure.end - 1, "survey.margin"))) return {};
    const Clauses& c = clauses(draft);
    for (std::size_t i = 0; i < c.chunks().size(); ++i) {
      const bool acts = c.is(i, Part::kPhrase) && c.is(c.after(i), Part::kVerb);
      if (acts && look_.word_is(c[i].range.end - 1, "survey.body")) return c[i].range;
    }
    return {};
  }

  // "a survey of 1,000 adults": whom it asked is the survey's.
  TokenRange survey_of(const Draft& draft) const {
    const TokenRange before = draft.range("measure");
    const bool counted =
        draft.fact.quantity.kind == "count" && !before.empty() && draft.text("attach") == "of";
    const bool asks = !before.empty() && (look_.word_is(before.end - 1, "survey.noun") ||
                                          look_.word_is(before.end - 1, "study.noun"));
    return counted && asks ? with_name_before(draft, before) : TokenRange{};
  }

  // "a Bureau of Economic Research study": what "of" joins to a name before.
  TokenRange with_name_before(const Draft& draft, TokenRange words) const {
    const Clauses& c = clauses(draft);
    const std::size_t at = c.at(words.begin);
    const bool joined = at >= 2 && c.is(at - 1, Part::kPreposition) && c.is(at - 2, Part::kPhrase) &&
                        look_.small_word_is(c[at - 1].range.begin, "preposition.part");
    if (!joined || !namer_.is_name(analysis(draft), c[at - 2].range)) return words;
    return {look_.without_article(analysis(draft), c[at - 2].range).begin, words.end};
  }

  // The whole of a share is what it is about; a share without one is of what the shares before were of.
  void find_whole(std::size_t index) {
    Draft& draft = drafts_[index];
    draft.fact.subject =
        Subject{draft.fact.share_of->text, draft.fact.share_of->text, "", "", draft.fact.share_of->span};
    if (const Entity* entity = entities_.find(draft.fact.share_of->text); entity != nullptr)
      name_after(*draft.fact.subject, *entity);
  }

  // Whether a verb stands between the words.
  static bool verb_between(const Clauses& c, TokenRange first, TokenRange second) {
    for (std::size_t i = c.at(first.end - 1) + 1; i < c.at(second.begin); ++i) {
      if (c.is(i, Part::kVerb)) return true;
    }
    return false;
  }

  // Who does what the verb says, where that is a name or stands for one; who only reports it is not meant.
  TokenRange actor_of(const Draft& draft) const {
    if (draft.text("object") == "moved") return {};  // "banks pulled the index 2% lower"
    constexpr int kVerbs = 4;                        // outwards
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    if (acts_itself(a, c, figure)) return {};
    std::size_t at = figure;
    Acting acting;
    for (int verbs = 0; verbs < kVerbs; ++verbs) {
      acting.verb = c.verb_before(at);
      acting.subject = acting.verb == Clauses::kNoChunk ? acting.verb : c.subject_of(acting.verb);
      if (acting.subject == Clauses::kNoChunk) return {};
      at = std::min(acting.verb, acting.subject);
      if (only_tells(draft, c, acting) || (verbs == 0 && opens_clause(c, acting.verb, figure))) continue;
      // A relative goes with the phrase right before it: "trailers with boats that weigh 10 tons".
      acting.relative = follows_relative(c, acting.verb) && c.is(acting.subject, Part::kPhrase);
      if (acting.relative && (leads_to(c, acting.verb) || says_what(a, c, acting.subject))) continue;
      acting.chain = acting.relative ? c[acting.subject].range : c.chain_ending(acting.subject);
      if (const TokenRange told = told_actor(draft, acting); !told.empty()) return told;
      if (draft.measure.overlaps(acting.chain) || (verbs == 0 && is_within_measured(draft, acting))) {
        if (look_.word_is(draft.measure.end - 1, "index.noun")) return {};  // an index is nobody's
        acting.measured = true;
        continue;
      }
      const Naming naming = namer_.name(a, c, acting.chain);
      if (const TokenRange named = named_actor(draft, acting, naming); !named.empty()) return named;
      if (is_common_actor(draft, acting, naming)) return naming.measure;
    }
    return {};
  }

  // A verb that governs the figure, and its subject.
  struct Acting {
    std::size_t verb = 0;
    std::size_t subject = 0;
    TokenRange chain;       // the subject with all that is joined to it
    bool relative = false;  // "which has"
    bool measured = false;  // a nearer verb's subject was the measure: what this one does is another matter
  };

  // "Zhang said that", "analysts polled by FactSet expect", "Halden Bank has a price target of".
  bool only_tells(const Draft& draft, const Clauses& c, const Acting& acting) const {
    if (is_target(draft) && look_.word_is(c[acting.verb].range.end - 1, "rating.verb")) return true;
    return c[acting.subject].part == Part::kFigure || tells(c, acting.verb) || is_polled(c, acting.subject);
  }

  // "the rate among patients who took it was 5%": what they took is not the rate's owner.
  bool is_within_measured(const Draft& draft, const Acting& acting) const {
    return draft.came_by("measure/subject-of-verb") && !draft.measure.empty() &&
           draft.measure.end <= acting.chain.begin &&
           verb_between(clauses(draft), draft.measure, acting.chain);
  }

  // Whom the subject's surroundings tell, whatever is measured.
  TokenRange told_actor(const Draft& draft, const Acting& acting) const {
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    if (const TokenRange name = acting.relative ? apposed_name(a, c, acting.subject) : TokenRange{};
        !name.empty())
      return name;
    if (const TokenRange named = identified(c, acting.verb, acting.chain); !named.empty()) return named;
    if (const TokenRange market = market_words(a, c[c.at(acting.chain.begin)].range, "market.whole");
        !market.empty() && !draft.measure.overlaps(acting.chain))
      return market;
    return acting.relative && is_who(c, acting.verb) && is_person(acting.chain) ? acting.chain : TokenRange{};
  }

  // A name, or people and things that act for themselves.
  TokenRange named_actor(const Draft& draft, const Acting& acting, const Naming& naming) const {
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    if (follows_relative(c, acting.verb) && is_known_holder(a, c[acting.subject].range))
      return c[acting.subject].range;  // "a founder of the Orvane Alliance, which has 200 members"
    const std::string& kind = draft.fact.quantity.kind;
    if (const TokenRange own = common_holder(a, c, acting.chain, naming.subject);
        !own.empty() && !acting.measured && kind != "rank" && !is_age_of_other(draft))
      return own;
    if (const TokenRange thing = thing_of(a, acting.chain, naming.subject, "thing.named");
        !thing.empty() && !acting.measured && named_thing(thing) != nullptr)
      return thing;
    if (naming.subject.empty()) return {};
    // "China's AI sector grew, with 6,000 firms": the branch has them
    const bool branch = !naming.measure.empty() && naming.subject.end <= naming.measure.begin &&
                        look_.word_is(naming.measure.end - 1, "branch.noun");
    if (branch) return {naming.subject.begin, naming.measure.end};
    // "The Feasibility Study shows an IRR of 17%": not its own
    const bool document = kind != "count" && look_.word_is(naming.subject.end - 1, "telling.noun");
    // "Cory Price has 30 years of experience", unlike "Cory Price expects revenue of $5m"
    const TokenRange verb = c[acting.verb].range;
    const bool own = (look_.word_is(verb.end - 1, "have.verb") && (kind == "duration" || kind == "count")) ||
                     acts_in_person(draft, verb) || (is_surname(naming.subject) && !expects(verb));
    const TokenRange named = with_head(naming);
    return !named.empty() && (own || !is_person(named)) && !document ? named : TokenRange{};
  }

  // Common words that act, where the figure counts or the article is about nobody known.
  bool is_common_actor(const Draft& draft, const Acting& acting, const Naming& naming) const {
    const Clauses& c = clauses(draft);
    const bool common = draft.fact.quantity.kind == "count" || entities_.main() == nullptr || is_agency();
    const bool teller = look_.word_is(acting.chain.end - 1, "teller");
    if (!common || teller || acting.measured || naming.measure.empty()) return false;
    const TokenRange verb = c[acting.verb].range;
    // "17 years of experience delivering pumps, supported by 120 patents": of the clause before
    const bool suffers =
        c.is(c.before(acting.verb), Part::kComma) && look_.small_word_is(verb.end, "preposition.doer");
    if (suffers || look_.word_is(verb.end - 1, "pos.VG")) return false;
    const bool people = look_.word_is(verb.end - 1, "act.verb") &&
                        look_.ending_at(analysis(draft), naming.measure.end, "people") != nullptr;
    return people || !is_measure(draft, naming.measure);  // "passengers paid"
  }

  // "Fors sees revenue of $5m", "Fors went on to suggest": what somebody tells of others.
  bool expects(TokenRange verb) const {
    const std::uint32_t last = verb.end - 1;
    return look_.word_is(last, "say.verb") || look_.word_is(last, "view.verb") ||
           look_.word_is(last, "suggest.verb");
  }

  // "Lena Fors ran 10 miles", unlike "Lena Fors expects revenue of $5m"
  bool acts_in_person(const Draft& draft, TokenRange verb) const {
    const std::uint32_t last = verb.end - 1;
    const bool counted = draft.fact.quantity.kind == "count" || draft.fact.quantity.kind == "measure";
    return !look_.word_is(last, "say.verb") &&
           (look_.word_is(last, "person.act") || (counted && look_.word_is(last, "act.verb")));
  }

  // "The best-selling album was Blue Rooms, with 1.2 million copies": the name of what a superlative tells.
  TokenRange identified(const Clauses& c, std::size_t verb, TokenRange chain) const {
    const std::size_t name = c.after(verb);
    bool highest = false;
    for (std::uint32_t token = chain.begin; token < chain.end; ++token)
      highest = highest || look_.small_word_is(token, "superlative");
    const bool told = highest && look_.word_is(c[verb].range.end - 1, "copula") && c.is(name, Part::kPhrase);
    return told && look_.is_name(c[name].range) ? c[name].range : TokenRange{};
  }

  // "The bank cut its fees, which led to a 5% rise": all that was told before does it.
  bool leads_to(const Clauses& c, std::size_t verb) const {
    const std::size_t relative = c.before(verb);
    return relative > 0 && c.is(relative - 1, Part::kComma) &&
           look_.word_is(c[verb].range.end - 1, "clause.verb");
  }

  // "Halden Corp., a firm that has 50 shops": who the name before the comma is.
  TokenRange apposed_name(const Analysis& a, const Clauses& c, std::size_t phrase) const {
    const bool apposed = phrase > 1 && c.is(phrase - 1, Part::kComma) && c.is(phrase - 2, Part::kPhrase) &&
                         look_.word_is(c[phrase].range.begin, "article");
    const bool person = look_.word_is(c[phrase].range.end - 1, "person.one");  // "Lena Fors, a resident who"
    const bool named =
        apposed && !person && namer_.is_name(a, c[phrase - 2].range) && !is_person(c[phrase - 2].range);
    return named ? c[phrase - 2].range : TokenRange{};
  }

  // "Halden Bank has a price target of $18": not the bank's own.
  bool is_target(const Draft& draft) const {
    for (std::uint32_t token = draft.measure.begin; token + 1 < draft.measure.end; ++token) {
      if (look_.word_is(token, "target.price") && look_.word_is(token + 1, "target.noun")) return true;
    }
    return false;
  }

  // "The study took a year, and 15 patients were lost": the figure is what its own clause tells of.
  bool acts_itself(const Analysis& a, const Clauses& c, std::size_t figure) const {
    const std::size_t verb = c.after_attachments(figure);
    return c.is(c.before(figure), Part::kConjunction) && c.is(c.before(c.before(figure)), Part::kComma) &&
           c.is(verb, Part::kVerb) && is_finite(look_, a, c, c[verb].range);
  }

  // "which received", "which this year received"
  static bool follows_relative(const Clauses& c, std::size_t verb) {
    std::size_t left = c.before(verb);
    while (c.is(left, Part::kTime)) left = c.before(left);
    return c.is(left, Part::kRelative);
  }

  // "Our approach is a choice that brings five gains": the relative's phrase says what somebody is. "Acme
  // sells in shops across Chile, which reach 2 million people": where something is. Not "What we lack is a
  // cell that lasts 5,000 cycles".
  bool says_what(const Analysis& a, const Clauses& c, std::size_t phrase) const {
    const std::size_t who = c.before(c.before(phrase));
    const bool named = c.is(who, Part::kPhrase) || c.is(who, Part::kPronoun);
    return is_home(look_, a, c, phrase) ||
           (named && is_predicate(look_, c, phrase) && !namer_.is_name(a, c[phrase].range));
  }

  // "Analysts polled by FactSet expected": who asked them is not meant.
  bool is_polled(const Clauses& c, std::size_t subject) const {
    const std::size_t verb = subject >= 2 ? c.before(subject - 1) : Clauses::kNoChunk;
    const std::size_t teller = verb == Clauses::kNoChunk ? verb : c.before(verb);
    return c.is(subject - 1, Part::kPreposition) && c.is(verb, Part::kVerb) && c.is(teller, Part::kPhrase) &&
           look_.small_word_is(c[subject - 1].range.begin, "preposition.doer") &&
           look_.word_is(c[teller].range.end - 1, "teller");
  }

  // "Lena Fors, who has 25 years of experience"
  bool is_who(const Clauses& c, std::size_t verb) const {
    return look_.small_word_is(c[c.before(verb)].range.begin, "relative.person");
  }

  // "The Biden administration called for": a name with the noun that it describes, unless that is measured.
  TokenRange with_head(const Naming& naming) const {
    constexpr std::uint32_t kPossessive = 1;  // token between: "Corlan's plan"
    const bool heads = !naming.measure.empty() && naming.subject.end <= naming.measure.begin &&
                       naming.measure.begin - naming.subject.end <= kPossessive &&
                       look_.word_is(naming.measure.end - 1, "body.noun");
    return heads ? TokenRange{naming.subject.begin, naming.measure.end} : naming.subject;
  }

  // A name of neither a person nor a place, which "in" may have added.
  bool is_known_holder(const Analysis& a, TokenRange range) const {
    return namer_.is_name(a, range) && !is_person(range) && look_.ending_at(a, range.end, "place") == nullptr;
  }

  // "First-time users of Acme spend $5", "the home appliance segment earned $5m", "a whale sold 5 ETH":
  // people and segments that act for themselves, unless the phrase says whose they are.
  TokenRange common_holder(const Analysis& a, const Clauses& c, TokenRange chain, TokenRange name) const {
    const Chunk& first = c[c.at(chain.begin)];
    const bool phrase = look_.beginning_at(a, first.range.begin, "np") != nullptr;
    if (first.part != Part::kPhrase || !phrase || first.range.contains(name)) return {};
    const std::uint32_t head = first.range.end - 1;
    if (look_.is_owned(a, first.range.begin) || look_.word_is(head, "teller")) return {};
    const TokenRange words = look_.without_article(a, first.range);
    const bool segment = look_.word_is(head, "measure.segment") && words.end - words.begin > 1 &&
                         look_.word_is(head - 1, "pos.first.N");
    const bool one = look_.word_is(head, "person.one") && words.begin > first.range.begin;
    const bool people = look_.word_is(head, "people") && look_.covering(a, head, "nns") != nullptr &&
                        !look_.word_is(head - 1, "measure.noun");  // not "revenue drivers"
    // "Many providers charge 3%", but "The stores earned $5m" of a firm's own
    const bool others = look_.word_is(head, "actor.plural") && words.begin == first.range.begin;
    if (!segment && !one && !people && !others) return {};
    const bool attached = look_.small_word_is(first.range.end, "preposition.part");
    return {words.begin, attached ? chain.end : words.end};
  }

  // "The mine has a life of nine years", "This sensor detects films of 1 micron": a thing that is told of,
  // where the phrase names nobody.
  TokenRange thing_of(const Analysis& a, TokenRange chain, TokenRange name, std::string_view type) const {
    const Annotation* np = look_.beginning_at(a, chain.begin, "np");
    if (np == nullptr || !name.empty() || np->range.end != chain.end) return {};
    const TokenRange words = look_.without_article(a, np->range);
    const bool definite =
        words.begin > np->range.begin && (look_.word_is(words.begin - 1, "article.definite") ||
                                          look_.word_is(words.begin - 1, "determiner.near"));
    return definite && look_.word_is(words.end - 1, type) ? words : TokenRange{};
  }

  // Such a thing that is the subject of the figure's own verb.
  TokenRange acting_thing(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
    if (!c.is(subject, Part::kPhrase) || draft.fact.quantity.kind == "rank") return {};
    const TokenRange chain = c.chain_ending(subject);
    if (draft.measure.overlaps(chain)) return {};
    return thing_of(analysis(draft), chain, namer_.name(analysis(draft), c, chain).subject, "thing.noun");
  }

  // "Zhang said that margins rose", "Zhang said margins rose": a verb of reporting with a clause behind it.
  bool tells(const Clauses& c, std::size_t verb) const {
    if (!look_.word_is(c[verb].range.end - 1, "say.verb")) return false;
    const std::size_t next = c.after(verb);
    if (c.is(next, Part::kRelative)) return true;
    const bool counted = c.is(next, Part::kFigure) && !look_.word_is(c[verb].range.end - 1, "indefinite");
    const bool named = c.is(next, Part::kPhrase) || c.is(next, Part::kPronoun) || counted;
    return named && c.is(c.after(next), Part::kVerb);
  }

  // "Research shows 6 million lives are lost": the figure is the subject of a clause of its own.
  bool opens_clause(const Clauses& c, std::size_t verb, std::size_t figure) const {
    const std::size_t own = c.after_attachments(figure);
    if (c.after(verb) != figure || !c.is(own, Part::kVerb)) return false;
    const std::uint32_t first = c[own].range.begin;
    return look_.word_is(first, "pos.first.AUX") || look_.word_is(first, "pos.first.MD");
  }

  // What the figure measures, also where it took that over, is not whom it is about.
  bool is_measure(const Draft& draft, TokenRange range) const {
    return look_.word_is(range.end - 1, "measure.noun") ||
           look_.ending_at(analysis(draft), range.end, "measure.compound") != nullptr ||
           (draft.fact.measure && draft.fact.measure->span.overlaps(look_.span_of(range)));
  }

  bool is_person(TokenRange range) const {
    for (std::uint32_t token = range.begin; token + 1 < range.end; ++token) {
      if (look_.word_is(token, "person_title")) return true;  // "Managing Director Fiona Radcliffe"
    }
    const Entity* entity = entities_.find(look_.text_of(range));
    return entity == nullptr ? is_surname(range) : entity->type == "person";
  }

  bool is_surname(TokenRange range) const {
    return range.end == range.begin + 1 && look_.word_is(range.begin, "surname");
  }

  // ------------------------------------------------------------ what goes on

  // A subject that was named earlier in the sentence, or that "the segment" takes up again, goes on; else the
  // article's own.
  void carry(std::size_t index) {
    Draft& draft = drafts_[index];
    const std::uint32_t block = input_.text.sentences[draft.sentence].block;
    const bool taken_up = takes_up(draft);
    if (const TokenRange label = label_before(draft, draft.mention->range.begin); !label.empty()) {
      set_label(draft, label);
      return;
    }
    for (std::size_t i = index; i-- > 0;) {
      if (input_.text.sentences[drafts_[i].sentence].block != block) break;
      const Fact& earlier = drafts_[i].fact;
      if (drafts_[i].sentence != draft.sentence && !taken_up) break;
      if (!earlier.subject || !earlier.claim) continue;
      const bool own =
          is_share(drafts_[i]) || is_age_of_other(drafts_[i]) || drafts_[i].came_by("subject/survey");
      if (own || is_told_apart(drafts_[i], draft)) continue;
      draft.fact.subject = earlier.subject;
      draft.fact.rules.emplace_back("subject/carried");
      return;
    }
    if (is_lone()) return;
    if (const Entity* coin = counted_coin(draft); coin != nullptr) return infer(draft, *coin, "subject/coin");
    const TokenRange topic = topic_before(draft, draft.mention->range.begin, For::kNobody);
    if (!topic.empty()) {
      set_topic(draft, topic);
      return;
    }
    if (is_macro(draft)) return;
    if (const TokenRange thing = acting_thing(draft); !thing.empty() && set(draft, thing, "subject/actor"))
      return;
    const bool told_of = !is_agency() && !tells_of_study();
    if (told_of || draft.fact.section == "boilerplate")
      set_main(draft, {}, "subject/article");
    else if (entities_.region() != nullptr)
      infer(draft, *entities_.region(), "subject/region");
  }

  // "440 million $KSTR tokens are reserved": of the coin whose symbol counts them; nullptr where none does.
  const Entity* counted_coin(const Draft& draft) const {
    const std::string& kind = draft.fact.quantity.kind;
    if (draft.measure.empty() || (kind != "count" && kind != "number")) return nullptr;
    std::uint32_t token = draft.measure.begin;
    if (look_.token_text(token) == "$") ++token;
    const Entity* entity =
        look_.form(token).is(Shape::kUpper) ? entities_.find(look_.token_text(token)) : nullptr;
    return entity != nullptr && entities_.has_symbol(*entity) ? entity : nullptr;
  }

  // "GDP rose 5%", "lithium prices fell" in an article about a fund: no firm's.
  bool is_macro(const Draft& draft) const {
    const Entity* main = entities_.main();
    if (main == nullptr || main->type == "place" || main == entities_.region()) return false;
    const bool title = look_.title_case(analysis(draft));
    const auto names = [&](std::string_view type) {
      for (std::uint32_t token = draft.measure.begin; token < draft.measure.end; ++token) {
        const bool name = !title && token > draft.measure.begin && look_.form(token).is(Shape::kCap) &&
                          !look_.form(token).is(Shape::kUpper);  // "National Inflation Association"
        if (look_.word_is(token, type) && !name) return true;
      }
      return false;
    };
    // "the price of lithium" is the market's, "the average realized gold price" a mine's.
    const bool traded = names("commodity.noun") && names("commodity.measure") && !names("commodity.own");
    const bool index = names("macro.index") && names("commodity.measure");  // "the consumer price index"
    return names("macro.noun") || traded || index;
  }

  // "bought a 5% stake in Vexa and a stake in a mine of 30%": where the earlier figure's thing is says
  // nothing of the later one's.
  static bool is_told_apart(const Draft& earlier, const Draft& later) {
    const bool behind = !earlier.subject.empty() && earlier.came_by("subject/named") &&
                        earlier.subject.begin > earlier.mention->range.begin;
    return behind && later.sentence == earlier.sentence && later.measure.begin >= later.mention->range.end;
  }

  // A sentence or two are about nobody in particular.
  bool is_lone() const {
    constexpr std::size_t kFewSentences = 3;
    return input_.text.sentences.size() <= kFewSentences;
  }

  // An office that tells of others' figures is not what its figures are about.
  bool is_agency() const {
    const Entity* main = entities_.main();
    if (main == nullptr) return false;
    std::string word;
    for (const char c : fold(main->name) + " ") {
      if (c != ' ') {
        word += c;
        continue;
      }
      if (input_.program.lookup("agency_word", word) != kNone) return true;
      word.clear();
    }
    return false;
  }

  // A release that tells of a study of people is about those, not about who sends it; a listed firm tells of
  // its own.
  bool tells_of_study() {
    if (!study_) study_ = !is_listed_main() && has_findings();
    return *study_;
  }

  // Whether the sentence's paragraph names a person: who says "I" there may speak for the firm.
  bool names_person(std::size_t sentence) const {
    const Span block = input_.document.blocks[input_.text.sentences[sentence].block].span;
    const auto after = std::upper_bound(persons_.begin(), persons_.end(), block.begin,
                                        [](std::uint32_t begin, const Person& p) { return begin < p.end; });
    return after != persons_.end() && after->end <= block.end;
  }

  bool is_firm_main() const {
    return entities_.main() != nullptr && entities_.main()->type == "organization";
  }

  bool is_listed_main() const { return entities_.main() != nullptr && is_listed(*entities_.main()); }

  // Every fourth sentence names a study, or whom it asked or treated; the latter are named more than once.
  bool has_findings() const {
    constexpr std::size_t kPart = 4;
    std::size_t all = 0;
    std::size_t told = 0;
    std::size_t people = 0;
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) {
      if (input_.text.sentences[i].section == Section::kBoilerplate) continue;
      const bool person = holds_word(input_.analyses[i], "studied.noun");
      const bool study = person || holds_word(input_.analyses[i], "finding.noun");
      ++all;
      told += study ? 1 : 0;
      people += person ? 1 : 0;
    }
    return people > 1 && told * kPart >= all;
  }

  bool holds_word(const Analysis& a, Wanted type) const {
    for (std::uint32_t token = a.range.begin; token < a.range.end; ++token) {
      if (look_.word_is(token, type)) return true;
    }
    return false;
  }

  // "The segment posted a loss", "The unit has signed …".
  bool takes_up(const Draft& draft) const {
    const Clauses& c = clauses(draft);
    const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
    return c.is(subject, Part::kPhrase) && look_.word_is(c[subject].range.end - 1, "measure.segment");
  }

  // A share whose whole is not said: "68% are betting …", "89% view the card as critical".
  bool is_answer(const Draft& draft) const {
    if (draft.fact.share_of) return false;
    return draft.came_by("measure/predicate") || acts_alone(draft);
  }

  // A percentage that does something by itself, and measures nothing told before it.
  bool acts_alone(const Draft& draft) const {
    const bool level = draft.fact.quantity.kind == "percent" && !draft.fact.change && !draft.fact.measure;
    if (!level) return false;
    const Clauses& c = clauses(draft);
    const std::size_t figure = c.at(draft.mention->range.begin);
    const std::size_t verb = figure + 1;
    return stands_first(c, figure) && c.is(verb, Part::kVerb) &&
           look_.word_is(c[verb].range.end - 1, "pos.V") &&
           !look_.word_is(c[verb].range.end - 1, "move.verb");
  }

  // "Even though 89% view", "while an overwhelming 92% see", but not "Vexa's 7% bounce".
  bool stands_first(const Clauses& c, std::size_t figure) const {
    std::size_t left = c.before(figure);
    const bool described = c.is(left, Part::kOther) || c.is(left, Part::kPhrase);  // "an overwhelming"
    if (described && look_.word_is(c[left].range.begin, "indefinite")) left = c.before(left);
    return left == Clauses::kNoChunk || c.is(left, Part::kComma) || c.is(left, Part::kConjunction) ||
           c.is(left, Part::kSubordinator) || c.is(left, Part::kStop) || c.is(left, Part::kColon) ||
           c.is(left, Part::kRelative);
  }

  // "68% are betting …" in a survey: of those whom an earlier share was about, else of those it asked.
  void find_population(std::size_t index) {
    Draft& draft = drafts_[index];
    if (const std::optional<Subject> told = told_population(index, draft.sentence))
      return set_population(draft, *told);
    if (const TokenRange people = people_before(draft); !people.empty())
      return set_population(draft, named(people));
    if (const std::optional<Subject> told = told_population(index, 0)) return set_population(draft, *told);
    carry(index);
  }

  void set_population(Draft& draft, const Subject& subject) {
    draft.fact.subject = subject;
    draft.fact.share_of = Phrase{subject.text, subject.span};
    draft.fact.rules.emplace_back("subject/population");
  }

  // The population that figures of the sentence or later ones told before.
  std::optional<Subject> told_population(std::size_t index, std::size_t sentence) const {
    for (std::size_t i = index; i-- > 0 && drafts_[i].sentence >= sentence;) {
      const Draft& earlier = drafts_[i];
      if (!earlier.fact.claim) continue;
      const bool asked = earlier.fact.quantity.kind == "count" && tells_of_survey(earlier) &&
                         look_.ending_at(analysis(earlier), earlier.measure.end, "people") != nullptr;
      const bool answered = earlier.fact.subject && (is_share(earlier) || is_answer(earlier));
      if (asked) return named(earlier.measure);
      if (answered) return earlier.fact.subject;
    }
    return std::nullopt;
  }

  Subject named(TokenRange words) const {
    return {look_.text_of(words), look_.text_of(words), "", "", look_.span_of(words)};
  }

  // "A growing number of organizations mentor – 60% have a programme": the people or firms that the sentence
  // names last before.
  TokenRange people_before(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    const Clauses& c = clauses(draft);
    for (std::size_t at = c.at(draft.mention->range.begin); at-- > 0;) {
      if (!c.is(at, Part::kPhrase) || look_.is_owned(a, c[at].range.begin)) continue;  // not "their people"
      const TokenRange words = look_.without_article(a, c[at].range);
      if (is_several(a, words)) return words;
    }
    return {};
  }

  bool tells_of_survey(const Draft& draft) const { return holds_word(analysis(draft), "survey.noun"); }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const ClauseTable& clauses_;
  const Entities& entities_;
  std::vector<std::optional<Topic>> topics_;  // by sentence, once asked for
  std::optional<bool> study_;                 // once asked for
  Looker look_;
  Namer namer_;
  Labels labels_;
  std::vector<Person> persons_;                       // all mentions of persons, in text order
  std::vector<Named> listed_;                         // of listed firms
  std::map<std::string, std::vector<Named>> things_;  // by the word for their sort: "mine", "project"
};

}  // namespace

void find_subjects(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                   const Entities& entities) {
  SubjectFinder(drafts, input, clauses, entities).run();
}

}  // namespace figmine
