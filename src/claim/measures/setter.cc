#include "claim/measures/setter.h"

#include <algorithm>

#include "claim/comparison.h"
#include "claim/rates.h"
#include "resolve/money.h"
#include "resolve/singular.h"

namespace figmine::measures {

void Setter::set(Draft& draft, TokenRange words, std::string_view rule) const {
  while (!words.empty() && !look_.form(words.begin).is(Shape::kWordlike) &&
         !look_.form(words.begin).is(Shape::kDigit))
    ++words.begin;
  words = without_unit(within_brackets(within_paragraph(draft, words)));
  const bool counted = words.begin == draft.mention->noun.begin && look_.token_text(words.begin - 1) != "-";
  if (!counted) words = without_praise(words);  // unlike "three significant reports"
  if (!is_more_than_number(words)) return;
  draft.measure = words;
  const TokenRange written = with_marks(figures_.analysis(draft), words);
  draft.fact.measure =
      Measure{look_.text_of(written), head_of(figures_.analysis(draft), words), look_.span_of(written)};
  if (!rule.empty()) draft.fact.rules.emplace_back(rule);
}

// Not the number that is left of a name: "the Halden 500 average of 22.5".
bool Setter::is_more_than_number(TokenRange words) const {
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (!look_.form(token).is(Shape::kDigit) && !look_.form(token).is(Shape::kPunct)) return true;
  }
  return false;
}

// "a $900 Halden Giveaway  Join the Channel": without what stands behind a gap, which a lost end of a
// paragraph leaves.
TokenRange Setter::within_paragraph(const Draft& draft, TokenRange words) const {
  const std::vector<Token>& tokens = look_.input().text.tokens;
  if (words.begin < draft.mention->range.end) return words;
  for (std::uint32_t token = words.begin + 1; token < words.end; ++token) {
    const Span gap{tokens[token - 1].span.end, tokens[token].span.begin};
    const std::string_view blank = slice(look_.input().document.text, gap);
    const bool wide = blank.size() > 1 && blank.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (wide && look_.form(token).is(Shape::kCap)) return {words.begin, token};
  }
  return words;
}

// 'named it the "Best Bank | in Ohio"': behind the mark that closes what the words open; their end where it
// is far, or where other marks stand before it.
std::uint32_t Setter::behind_quote(const Analysis& a, TokenRange words) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  for (std::uint32_t token = words.end; token < a.range.end; ++token) {
    if (token > words.end && token - words.begin >= kLongest) break;
    const std::string_view mark = look_.token_text(token);
    if (mark != "”" && mark != "\"") continue;
    const bool closes = token == words.end || look_.form(token - 1).is(Shape::kWordlike);
    return closes ? token + 1 : words.end;
  }
  return words.end;
}

// "say it is “worse” or “much worse|”", "|“fully ready” for May", "market (TAM|)": with the other one of two
// marks, of which the words have one.
TokenRange Setter::with_marks(const Analysis& a, TokenRange words) const {
  int quotes = 0;  // open at the end
  int unopened = 0;
  int brackets = 0;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    const std::string_view mark = look_.token_text(token);
    const bool closes = mark == "”" || (mark == "\"" && (quotes > 0 || opens_before(a, words.begin)));
    if (mark == "“" || (mark == "\"" && !closes)) ++quotes;
    if (closes) --(quotes > 0 ? quotes : unopened);
    if (mark == "(" || mark == ")") brackets += mark == "(" ? 1 : -1;
  }
  if (unopened < 0 && opens_before(a, words.begin)) --words.begin;
  if (words.end == a.range.end) return words;
  if (const std::uint32_t end = quotes > 0 ? behind_quote(a, words) : words.end; end > words.end)
    return {words.begin, end};
  const bool bracketed = brackets > 0 && look_.token_text(words.end) == ")";
  return bracketed ? TokenRange{words.begin, words.end + 1} : words;
}

// Whether a quotation mark stands right before the token.
bool Setter::opens_before(const Analysis& a, std::uint32_t token) const {
  if (token <= a.range.begin || token >= a.range.end) return false;
  const std::string_view mark = look_.token_text(token - 1);
  return (mark == "“" || mark == "\"") && look_.input().text.tokens[token].glued;
}

// "stablecoin (USDT) supply", "losses (before fees": without the part of a bracket that is not whole.
TokenRange Setter::within_brackets(TokenRange words) const {
  std::uint32_t open = words.end;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (look_.token_text(token) == "(") open = token;
    if (look_.token_text(token) != ")") continue;
    if (open == words.end) words.begin = token + 1;
    open = words.end;
  }
  const bool cut = open < words.end && look_.token_text(words.end) != ")" && open > words.begin;
  return {words.begin, cut ? open : words.end};
}

// "first-| year sales", "$20/| month plan", "a ton | and copper" behind "per": without the unit of a length
// or of a rate that the phrase begins with.
TokenRange Setter::without_unit(TokenRange words) const {
  const std::uint32_t first = words.begin;
  if (words.end - first < 2 || first == 0) return words;
  const std::string_view before = look_.token_text(first - 1);
  const bool joined = (before == "-" || before == "/") && look_.word_is(first, "grain") &&
                      look_.form(first + 1).is(Shape::kWordlike);
  if (joined) return {first + 1, words.end};
  const bool rate = look_.small_word_is(first - 1, "preposition.rate") && words.end - first > 2 &&
                    look_.word_is(first + 1, "pos.first.CC");
  return rate ? TokenRange{first + 2, words.end} : words;
}

// "profit" of "significant profit": without what only praises it; "strong and steady demand" stays whole.
TokenRange Setter::without_praise(TokenRange words) const {
  const auto names = [this](std::uint32_t token) {
    return look_.form(token).is(Shape::kWordlike) && !look_.word_is(token, "preposition") &&
           !look_.word_is(token, "pos.first.CC") && !look_.word_is(token, "pos.first.TO");
  };
  while (words.end - words.begin > 1 && look_.word_is(words.begin, "measure.praise") &&
         names(words.begin + 1))
    ++words.begin;
  return words;
}

bool Setter::take(Draft& draft, TokenRange chain, std::string_view rule, Namer::Movement movement) const {
  if (chain.empty()) return false;
  Naming naming = namer_.name(figures_.analysis(draft), figures_.clauses(draft), chain, movement);
  if (draft.subject.empty()) draft.subject = naming.subject;
  if (naming.measure.empty() && names_reach(draft, chain)) naming.measure = {chain.end - 1, chain.end};
  if (naming.measure.empty() || is_time(draft, naming.measure)) return false;
  if (draft.subject.empty()) draft.subject = named_before_time(draft, naming.measure);
  const TokenRange told = with_tail(draft, without_verb(naming.measure));
  set(draft, told, rule);
  return is_more_than_number(told);
}

// "a 400 km (248-mile) range": how far something goes; a range of figures names no measure.
bool Setter::names_reach(const Draft& draft, TokenRange words) const {
  return draft.fact.quantity.kind == "measure" && draft.fact.quantity.op != ".." &&
         look_.word_is(words.end - 1, "reach.noun");
}

// "for a week, offering | weekly prizes of $5", "are issuing | notes of $5m"
bool Setter::begins_with_doing(TokenRange words) const {
  const std::uint32_t before = words.begin - 1;
  return words.end - words.begin > 1 && look_.small_word_is(words.begin, "glued.gerund") &&
         (look_.token_text(before) == "," || look_.word_is(before, "preposition") ||
          look_.word_is(before, "copula")) &&
         look_.form(words.begin + 1).is(Shape::kWordlike);
}

// "and reported | cash and deposits", "Company reports | total revenues": without the verb, and what stands
// before it, that the lexicon has as an adjective or a noun.
TokenRange Setter::without_verb(TokenRange words) const {
  const std::uint32_t last = words.end - 1;  // "Total Equity Increased | to $13 million"
  const bool moved = words.end - words.begin > 1 && look_.form(last).is(Shape::kCap) &&
                     look_.word_is(last, "heading.verb") &&
                     (look_.word_is(words.end, "preposition") || look_.form(last).folded.ends_with("ing"));
  if (moved) words.end = last;
  if (begins_with_doing(words)) ++words.begin;
  for (std::uint32_t verb = words.begin; verb + 1 < words.end; ++verb) {
    if (!look_.word_is(verb, "glued.verb") || look_.word_is(verb + 1, "preposition") ||
        !look_.form(verb + 1).is(Shape::kWordlike))
      continue;
    const bool inner = verb > words.begin && look_.token_text(verb).ends_with("s");
    const bool told = verb == words.begin && verb > 0 &&
                      (look_.small_word_is(verb - 1, "joint.and") ||
                       look_.word_is(verb - 1, "pronoun.person"));  // "we project"
    if (inner || told) return {verb + 1, words.end};
  }
  return words;
}

// "The week ended with a net addition of $5 million"
bool Setter::is_time(const Draft& draft, TokenRange measure) const {
  return measure.end == measure.begin + 1 && draft.fact.quantity.kind != "duration" &&
         look_.ending_at(figures_.analysis(draft), measure.end, "grain") != nullptr;
}

bool Setter::take_weak(Draft& draft, TokenRange chain) const {
  const TokenRange words = chain.empty() ? chain : namer_.weak(figures_.analysis(draft), chain);
  if (words.empty()) return false;
  set(draft, words, "measure/weak");
  return true;
}

bool Setter::take_capitals(Draft& draft, TokenRange words) const {
  constexpr std::uint32_t kMost = 4;  // words
  const Analysis& a = figures_.analysis(draft);
  const Entities& entities = figures_.entities();
  words = look_.without_article(a, words);
  if (words.end - words.begin < 2 || words.end - words.begin > kMost) return false;
  const std::string& last = look_.form(words.end - 1).folded;
  const bool several = singular(look_.input().program, last) != last;
  const bool common = namer_.is_common(words.end - 1) || entities.is_small_word(last);
  const bool place = look_.beginning_at(a, words.begin, "place") != nullptr ||
                     look_.word_is(words.end - 1, "place.ending");  // "Grand Rapids"
  if (!several || !common || place) return false;
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    const Form& form = look_.form(token);
    const bool named = token + 1 < words.end &&
                       (look_.word_is(token, "surname") || entities.find(look_.token_text(token)) != nullptr);
    if (!form.is(Shape::kCap) || form.is(Shape::kUpper) || named) return false;
  }
  const Entity* entity = entities.find(look_.text_of(words));
  if (entity != nullptr && entity->type != "other") return false;
  set(draft, words, "measure/in-capitals");
  return true;
}

bool Setter::set_verb(Draft& draft, std::size_t verb) const {
  const std::uint32_t end = figures_.clauses(draft)[verb].range.end;
  set(draft, {end - 1, end}, "measure/verb");
  return true;
}

void Setter::set_name(Draft& draft) const {
  set(draft, look_.without_article(figures_.analysis(draft), draft.subject), "measure/name");
}

bool Setter::inherit(Draft& draft, const Draft* from, std::string_view rule) const {
  if (from == nullptr || !from->fact.measure) return false;
  if (rule != "measure/equivalent" && !comparable(*from, draft)) return false;
  const bool mark = from->came_by("measure/mark");  // "above the $5 mark, a 3% rise": no rise of the mark
  if (mark && (!draft.text("role").empty() || rule == "measure/sentence-before")) return false;
  draft.fact.measure = from->fact.measure;
  draft.measure = {};
  if (is_compared_share(*from, draft)) draft.fact.share_of = from->fact.share_of;
  draft.fact.rules.emplace_back(rule);
  return true;
}

// "earnings per share", "assets under management", "tons sold", "costs as a percentage of revenue": what
// goes with the words behind them, before the verb that tells the figure.
TokenRange Setter::with_tail(const Draft& draft, TokenRange words) const {
  const Analysis& a = figures_.analysis(draft);
  TokenRange out = words;
  if (const Annotation* tail = look_.beginning_at(a, out.end, "measure.tail")) out.end = tail->range.end;
  if (const Annotation* share = look_.beginning_at(a, out.end, "measure.percentage"))
    out.end = phrase_end(a, share->range.end, out.end);
  // "a 10% increase in revenue per account", but not "a cup of coffee per day", "21% interest per year"
  const bool before = words.end <= draft.mention->range.begin ||
                      (draft.fact.quantity.kind == "percent" && !look_.word_is(out.end + 1, "unit.rate"));
  if (before && out.end < a.range.end && look_.small_word_is(out.end, "preposition.rate"))
    out.end = phrase_end(a, out.end + 1, out.end);
  const std::size_t next = figures_.clauses(draft).at(out.end + 1);
  if (out.end + 1 < a.range.end && look_.word_is(out.end, "measure.done") &&
      figures_.clauses(draft).is(next, Part::kVerb))
    ++out.end;
  return out.end <= draft.mention->range.begin || words.begin >= draft.mention->range.end ? out : words;
}

// The end of the phrase that begins at the token; `otherwise` where none does.
std::uint32_t Setter::phrase_end(const Analysis& a, std::uint32_t token, std::uint32_t otherwise) const {
  const Annotation* np = look_.beginning_at(a, token, "np");
  if (np != nullptr) return np->range.end;
  return look_.small_word_is(token, "unit.held") ? token + 1 : otherwise;  // "Earnings per share climbed"
}

// "Acme's third-quarter profit rose": whose it is.
TokenRange Setter::owner_before(const Draft& draft, std::uint32_t time) const {
  const bool owned = time > figures_.analysis(draft).range.begin + 1 && look_.word_is(time - 1, "possessive");
  const Annotation* np = owned ? look_.ending_at(figures_.analysis(draft), time - 1, "np") : nullptr;
  return np == nullptr || look_.word_is(time - 2, "teller") ? TokenRange{} : np->range;
}

// "Acme 2025 sales rose": the name that a time parts from what is measured.
TokenRange Setter::named_before_time(const Draft& draft, TokenRange measure) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t at = c.at(measure.begin);
  if (at == Clauses::kNoChunk || at < 2 || !c.is(at - 1, Part::kTime)) return {};
  if (const TokenRange owner = owner_before(draft, c[at - 1].range.begin); !owner.empty()) return owner;
  if (!c.is(at - 2, Part::kPhrase)) return {};
  const bool governed = at > 2 && (c.is(at - 3, Part::kPreposition) || c.is(at - 3, Part::kVerb));
  const TokenRange name = c[at - 2].range;
  const bool named = namer_.is_name(figures_.analysis(draft), name) ||
                     (look_.is_name(name) && !namer_.is_common(name.begin));  // a sentence's first word
  return named && !governed ? name : TokenRange{};
}

// The last word of the first noun phrase: "shipments" of "shipments of smart glasses"; "births" of "the
// number of live births".
std::string Setter::head_of(const Analysis& a, TokenRange range) const {
  if (look_.word_is(range.begin, "counting.noun") && look_.small_word_is(range.begin + 1, "preposition.part"))
    range.begin = std::min(range.begin + 2, range.end - 1);
  std::uint32_t end = range.end;
  for (std::uint32_t token = range.begin + 1; token < range.end; ++token) {
    if (look_.beginning_at(a, token, "preposition") != nullptr) {
      end = token;
      break;
    }
  }
  return look_.text_of({end - 1, end});
}

// Two figures of one dimension can measure the same thing; "600 hp, and 100 km/h in 3.5 seconds" can't.
// What moves may move by a percentage, and what is counted or done can have a price.
bool Setter::comparable(const Draft& earlier, const Draft& later) const {
  const Quantity& a = earlier.fact.quantity;
  const Quantity& b = later.fact.quantity;
  if (b.kind != "percent" && is_growth_rate(earlier)) return false;
  if ((a.kind == "rank") != (b.kind == "rank")) return false;
  const auto open = [](const std::string& kind) {
    return is_rate(kind) || kind == "multiple" || kind == "fraction" || kind == "number" || kind == "index";
  };
  if (open(a.kind) || open(b.kind) || later.text("role") == "from") return true;
  if (b.kind == "money" && (a.kind == "count" || earlier.came_by("measure/verb"))) return true;
  return a.si && b.si ? same_in_si(a, b) : a.kind == b.kind;
}

// "a CAGR of 39%"
bool Setter::is_growth_rate(const Draft& draft) const {
  return !draft.measure.empty() &&
         look_.ending_at(figures_.analysis(draft), draft.measure.end, "growth.rate") != nullptr;
}

}  // namespace figmine::measures
