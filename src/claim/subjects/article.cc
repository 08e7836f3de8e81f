#include "claim/subjects/article.h"

#include <algorithm>

namespace figmine::subjects {

const Entity* Article::main_of(const Draft& draft) const {
  if (draft.fact.section != "boilerplate")
    return entities_.tells_of_several() ? mentions_.listed_before(draft) : entities_.main();
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
std::size_t Article::boilerplate_begin(std::size_t sentence) const {
  while (!opens_about(sentence) && sentence > 0 &&
         input_.text.sentences[sentence - 1].section == Section::kBoilerplate)
    --sentence;
  return sentence;
}

// "About Vexa", "About the Tarn Group", not "About half of all users", "About Us".
bool Article::opens_about(std::size_t sentence) const { return !about(sentence).empty(); }

// The words behind "About"; empty where the sentence opens otherwise.
TokenRange Article::about(std::size_t sentence) const {
  const TokenRange range = input_.analyses[sentence].range;
  if (range.begin + 1 >= range.end || !look_.word_is(range.begin, "about.heading")) return {};
  const std::uint32_t name = range.begin + (look_.word_is(range.begin + 1, "article.definite") ? 2 : 1);
  const bool named = name < range.end && look_.form(name).is(Shape::kCap) && !look_.word_is(name, "pronoun");
  return named ? TokenRange{name, range.end} : TokenRange{};
}

TokenRange Article::heading_of(const Draft& draft) const {
  if (draft.sentence == 0) return {};
  const TokenRange heading = about(draft.sentence - 1);
  const Clauses& c = figures_.clauses(draft);
  const std::uint32_t first = figures_.analysis(draft).range.begin;
  const bool one = look_.word_is(first, "article") && !look_.word_is(first, "article.definite");
  const std::size_t phrase = c.is(0, Part::kPhrase) ? 0 : 1;
  const std::size_t next = c.after(phrase);
  const bool described = c.is(phrase, Part::kPhrase) &&
                         (c.is(next, Part::kRelative) ||
                          (c.is(next, Part::kVerb) && look_.word_is(c[next].range.end - 1, "pos.VG")));
  return one && described && look_.is_name(heading) ? heading : TokenRange{};
}

// The firm or person that the heading names: "About Lena Fors", "About Vexa Vexa makes pumps"; a name of no
// known kind where the article has it elsewhere, too, but for places. nullptr where nobody known.
const Entity* Article::named_by_heading(std::size_t sentence) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  const TokenRange words = about(sentence);
  for (std::uint32_t end = std::min(words.end, words.begin + kLongest); end > words.begin; --end) {
    const Entity* entity = entities_.find(look_.text_of({words.begin, end}));
    const bool holder = entity != nullptr && (entity->type == "organization" || entity->type == "person" ||
                                              entity == entities_.main() ||
                                              (entity->type != "place" && entity->mentions.size() > 1));
    if (holder) return entity;
  }
  return nullptr;
}

bool Article::is_macro(const Draft& draft) const {
  const Entity* main = entities_.main();
  if (main == nullptr || main->type == "place" || main == entities_.region()) return false;
  const bool title = look_.title_case(figures_.analysis(draft));
  const auto names = [&](std::string_view type) {
    for (std::uint32_t token = draft.measure.begin; token < draft.measure.end; ++token) {
      const bool name = !title && token > draft.measure.begin && look_.form(token).is(Shape::kCap) &&
                        !look_.form(token).is(Shape::kUpper);  // "National Inflation Association"
      if (look_.word_is(token, type) && !name) return true;
    }
    return false;
  };
  // "the price of lithium" is the market's, "the average realized copper price" a mine's.
  const bool traded = names("commodity.noun") && names("commodity.measure") && !names("commodity.own");
  const bool index = names("macro.index") && names("commodity.measure");  // "the consumer price index"
  return names("macro.noun") || traded || index || is_of_world(draft);
}

bool Article::is_of_country(const Draft& draft) const {
  if (!draft.fact.measure) return false;
  return look_.holds_word(look_.tokens_in(draft.fact.measure->span), "macro.country");
}

bool Article::is_market_price(const Draft& draft) const {
  const TokenRange measure = draft.measure;
  const std::uint32_t link = draft.mention->range.end;
  const std::uint32_t end = figures_.analysis(draft).range.end;
  const bool weighed = link + 1 < end && look_.word_is(link, "price.link") &&
                       (look_.word_is(link + 1, "commodity.weight") ||
                        (link + 2 < end && look_.word_is(link + 2, "commodity.weight")));  // "troy ounce"
  if (draft.fact.quantity.kind != "money" || !weighed || measure.empty()) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  const bool sold = c.is(verb, Part::kVerb) && look_.word_is(c[verb].range.end - 1, "trade.verb");
  const bool good = look_.word_is(measure.end - 1, "commodity.noun") ||
                    (look_.holds_word(measure, "commodity.noun") && look_.holds_word(measure, "price.noun"));
  return good && !sold && !look_.holds_word(measure, "commodity.own");
}

bool Article::is_share_of_world(const Draft& draft) const {
  const TokenRange whole = look_.without_article(figures_.analysis(draft), draft.range("share_of"));
  return is_firm_main() && Figures::is_share(draft) && whole.end > whole.begin + 1 &&
         look_.word_is(whole.begin, "macro.world") && !look_.holds_word(whole, "macro.own");
}

bool Article::is_told_by_other(const Draft& draft) const {
  const Entity* main = entities_.main();
  if (main == nullptr || entities_.is_coin(*main) || has_everywhere(draft)) return false;
  const std::uint32_t source = source_of(draft);
  const bool other = source != 0 ? is_other_source(figures_.analysis(draft), source) : is_found(draft);
  return other && !entities_.names_main(input_.text.sentences[draft.sentence].span);
}

// "A recent study found that queues cost $5 million", "Data from Corlan show that": the clause tells what
// studies that are not the article's own found.
bool Article::is_found(const Draft& draft) const {
  constexpr int kVerbs = 3;  // outwards
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = c.at(draft.mention->range.begin);
  std::size_t at = figure;
  for (int verbs = 0; verbs < kVerbs; ++verbs) {
    const std::size_t verb = c.verb_before(at);
    const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
    if (!c.is(subject, Part::kPhrase)) return false;
    at = std::min(verb, subject);
    const std::size_t next = c.after(verb);
    const bool clause = verbs > 0 || c.is(next, Part::kRelative) ||
                        (next == figure && c.is(c.after_attachments(figure), Part::kVerb));
    if (!clause || !tells_finding(c[verb].range.end - 1)) continue;
    const TokenRange words = c[c.at(c.chain_ending(subject).begin)].range;
    const bool known = look_.word_is(words.begin, "article.definite") || look_.is_owned(a, words.begin) ||
                       look_.word_is(words.begin, "determiner.near");
    return !known &&
           (look_.word_is(words.end - 1, "others.study") || look_.word_is(words.end - 1, "others.data"));
  }
  return false;
}

bool Article::tells_finding(std::uint32_t verb) const {
  return look_.word_is(verb, "find.verb") || look_.word_is(verb, "say.verb") ||
         look_.word_is(verb, "reporting.verb") || look_.word_is(verb, "listing.verb") ||
         look_.word_is(verb, "finding.verb");
}

// Where the words behind "according to" begin, before the figure's sentence or behind the figure; 0 where it
// has none.
std::uint32_t Article::source_of(const Draft& draft) const {
  constexpr std::uint32_t kBehind = 40;  // tokens
  const TokenRange sentence = figures_.analysis(draft).range;
  const auto opens = [&](std::uint32_t token) {
    return token + 2 < sentence.end && look_.word_is(token, "clause.source") &&
           look_.word_is(token + 1, "pos.first.TO");
  };
  if (opens(sentence.begin)) return sentence.begin + 2;
  const std::uint32_t end = std::min(sentence.end, draft.mention->range.end + kBehind);
  for (std::uint32_t token = draft.mention->range.end; token < end; ++token) {
    if (opens(token)) return token + 2;
  }
  return 0;
}

// "Corlan Research", "recent reports"; not "the firm", "Fors, the founder", "the report", which may be the
// article's own.
bool Article::is_other_source(const Analysis& a, std::uint32_t begin) const {
  const Annotation* phrase = look_.beginning_at(a, begin, "np");
  if (phrase == nullptr && begin + 1 < a.range.end) phrase = look_.beginning_at(a, begin + 1, "np");
  if (phrase == nullptr) return false;
  const TokenRange words = look_.without_article(a, phrase->range);
  const Namer& namer = figures_.namer();
  if (namer.stands_for_main(a, words) || words_.is_person(words)) return false;
  const Value owner = feature(input_.program, *phrase, "owner");
  const auto* owned = std::get_if<TokenRange>(&owner);
  const TokenRange name = owned == nullptr ? words : look_.without_article(a, *owned);
  const bool named = namer.is_name(a, name) && !words_.is_person(name);
  const bool bare = words.begin == phrase->range.begin && !look_.is_owned(a, words.begin);
  return named || (bare && (look_.word_is(words.end - 1, "others.study") ||
                            look_.word_is(words.end - 1, "others.people")));
}

bool Article::is_found_anywhere(const Draft& draft) const {
  constexpr std::uint32_t kReach = 10;   // tokens
  constexpr std::uint32_t kJoined = 14;  // "more than 5 million nurses and 4 million helpers"
  const Analysis& a = figures_.analysis(draft);
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
  const bool there = c.is(verb, Part::kVerb) && draft.mention->range.begin <= c[verb].range.end + kJoined &&
                     look_.word_is(c[verb].range.end - 1, "copula") && c[verb].range.begin > a.range.begin &&
                     look_.word_is(c[verb].range.begin - 1, "there.word");
  if (!there || entities_.names_main(input_.text.sentences[draft.sentence].span)) return false;
  const std::uint32_t end = std::min(a.range.end, draft.mention->range.end + kReach);
  for (std::uint32_t token = draft.mention->range.end; token < end; ++token) {
    const bool number = look_.form(token).is(Shape::kDigit);
    if ((!number && !look_.form(token).is(Shape::kWordlike)) || look_.is_owned(a, token)) return false;
    const std::uint32_t where = token + (look_.word_is(token + 1, "article.definite") ? 2 : 1);
    const bool placed = look_.word_is(token, "preposition.home") || look_.word_is(token, "preposition.in");
    if (look_.word_is(token, "macro.everywhere") ||
        (placed && where < a.range.end && look_.word_is(where, "anywhere.noun")))
      return true;
  }
  return false;
}

// "Global EV sales", "the worldwide demand for copper": nobody's, unlike "global revenue".
bool Article::is_of_world(const Draft& draft) const {
  constexpr std::uint32_t kWords = 3;
  const TokenRange words = look_.without_article(figures_.analysis(draft), draft.measure);
  if (is_everywhere(draft, words)) return true;
  if (words.end < words.begin + 2 || !look_.word_is(words.begin, "macro.world")) return false;
  if (look_.is_owned(figures_.analysis(draft), words.begin) || look_.title_case(figures_.analysis(draft)))
    return false;
  const bool counted = draft.fact.quantity.kind == "count" && words.begin >= draft.mention->range.begin;
  bool market = words.end - words.begin >= kWords;
  for (std::uint32_t token = words.begin + 1; token < words.end; ++token) {
    if (look_.word_is(token, "macro.own")) return false;
    market = market || look_.word_is(token, "macro.head");
  }
  return market && !counted;
}

// "Battery sales worldwide reached": several words without an owner, which say nowhere whose.
bool Article::is_everywhere(const Draft& draft, TokenRange words) const {
  const Analysis& a = figures_.analysis(draft);
  const bool bare = !words.empty() && words == draft.measure && draft.came_by("measure/subject-of-verb") &&
                    (words.begin == a.range.begin || !look_.word_is(words.begin - 1, "article")) &&
                    !look_.is_owned(a, words.begin);
  return bare && words.end > words.begin + 1 && words.end < a.range.end &&
         look_.word_is(words.end, "macro.everywhere");
}

bool Article::is_lone() const { return input_.is_brief(); }

// "the Statistics Bureau", "Office for Trade"; not "Halden Office Tolvik".
bool Article::is_agency() const {
  const Entity* main = entities_.main();
  if (main == nullptr) return false;
  bool agency = false;  // the word before
  std::string word;
  for (const char c : fold(main->name) + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (agency && input_.program.lookup("agency.link", word) != kNone) return true;
    agency = input_.program.lookup("agency_word", word) != kNone;
    word.clear();
  }
  return agency;
}

bool Article::tells_of_study() {
  if (!study_) study_ = !is_listed_main() && has_findings();
  return *study_;
}

// A survey told in the opening, as tells_survey() asks too, and several answers that no study's findings are.
bool Article::tells_of_answers() {
  constexpr std::size_t kOpening = 8;  // sentences
  constexpr std::ptrdiff_t kFewest = 4;
  if (answers_) return *answers_;
  const std::size_t opening = std::min(kOpening, input_.analyses.size());
  const auto asks = [&](const Analysis& a) { return look_.holds_word(a.range, "survey.asked"); };
  const bool asked = std::any_of(input_.analyses.begin(),
                                 input_.analyses.begin() + static_cast<std::ptrdiff_t>(opening), asks);
  const std::vector<Draft>& drafts = figures_.drafts();
  const auto answers = [](const Draft& draft) {
    return draft.came_by("measure/predicate") && tells_share(draft.fact.quantity);
  };
  answers_ = asked && std::count_if(drafts.begin(), drafts.end(), answers) >= kFewest;
  return *answers_;
}

bool Article::is_firm_main() const {
  return entities_.main() != nullptr && entities_.main()->type == "organization";
}

bool Article::is_of_somebody() const {
  return entities_.main() != nullptr && entities_.main()->type != "place";
}

bool Article::has_everywhere(const Draft& draft) const {
  return look_.holds_word(draft.measure, "macro.own") || look_.holds_word(draft.measure, "home.own");
}

bool Article::is_listed_main() const { return entities_.main() != nullptr && is_listed(*entities_.main()); }

// Every fourth sentence names a study, or whom it asked or treated; the latter are named more than once.
bool Article::has_findings() const {
  constexpr std::size_t kPart = 4;
  std::size_t all = 0;
  std::size_t told = 0;
  std::size_t people = 0;
  for (std::size_t i = 0; i < input_.analyses.size(); ++i) {
    if (input_.text.sentences[i].section == Section::kBoilerplate) continue;
    const bool person = look_.holds_word(input_.analyses[i].range, "studied.noun");
    const bool study = person || look_.holds_word(input_.analyses[i].range, "finding.noun");
    ++all;
    told += study ? 1 : 0;
    people += person ? 1 : 0;
  }
  return people > 1 && told * kPart >= all;
}

}  // namespace figmine::subjects
