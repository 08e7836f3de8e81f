#include "claim/naming.h"

#include <algorithm>

#include "base/ascii.h"
#include "claim/entities/name_order.h"
#include "resolve/singular.h"

namespace figmine {

bool Namer::is_generic(std::uint32_t token) const {
  return look_.word_is(token, "measure.generic") || look_.word_is(token, "change.noun");
}

bool Namer::is_pronoun(TokenRange range) const {
  return range.end - range.begin == 1 && look_.word_is(range.begin, "pronoun") && !is_acronym(range.begin);
}

// "US", "IT"
bool Namer::is_acronym(std::uint32_t token) const {
  const Form& word = look_.form(token);
  return word.is(Shape::kUpper) && word.text.size() > 1;
}

// "Vexa Corp", "Halden Ltd."
bool Namer::is_incorporated(const Entity* entity) const {
  return entity != nullptr &&
         look_.input().program.lookup("organization_word", fold(entities::last_word(entity->name))) != kNone;
}

bool Namer::stands_for_main(const Analysis& analysis, TokenRange range) const {
  if (is_pronoun(range)) return true;
  const TokenRange words = look_.without_article(analysis, range);
  if (words.empty() || !look_.word_is(words.end - 1, "self_reference")) return false;
  if (main_is_incorporated_ && look_.small_word_is(words.end - 1, "self.public")) return false;
  if (look_.word_is(words.end - 1, "pronoun") && is_acronym(words.end - 1)) return false;  // "the US"
  if (words.end - words.begin == 1) {  // "years of business" of nobody's
    if (!look_.form(words.begin).is(Shape::kLower) || look_.word_is(words.begin, "pronoun")) return true;
    std::uint32_t left = words.begin;
    while (left > analysis.range.begin && look_.small_word_is(left - 1, "pos.first.J")) --left;
    return left > analysis.range.begin &&
           (look_.word_is(left - 1, "pos.first.DT") || look_.word_is(left - 1, "pos.first.PRPS") ||
            look_.word_is(left - 1, "possessive") || look_.form(left - 1).is(Shape::kCap));
  }
  if (look_.word_is(words.end - 2, "preposition")) return false;       // "assets under management"
  if (look_.small_word_is(words.end - 1, "self.alone")) return false;  // "the control group"
  if (look_.small_word_is(words.begin, "self.other")) return false;    // "the average firm"
  // "the Singapore-based blockchain company"
  constexpr std::uint32_t kDescribed = 6;
  const bool definite = words.begin > analysis.range.begin &&
                        look_.word_is(words.begin - 1, "article.definite") &&
                        look_.form(words.end - 1).is(Shape::kLower);
  return words.end - words.begin <= (definite ? kDescribed : 3) && !look_.is_name(words);
}

bool Namer::is_common(std::uint32_t token) const {
  const std::string& folded = look_.form(token).folded;
  return look_.word_is(token, "pos") ||
         look_.input().program.lookup("pos", singular(look_.input().program, folded)) != kNone;
}

std::uint32_t Namer::before_bracket(const Analysis& analysis, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  if (end == analysis.range.begin || look_.token_text(end - 1) != ")") return end;
  for (std::uint32_t open = end - 1; open > analysis.range.begin && end - open <= kLongest; --open) {
    if (look_.token_text(open) == "(") return open;
  }
  return end;
}

TokenRange Namer::name_ending(const Analysis& analysis, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  TokenRange name{end, end};
  const auto goes_on = [&](std::uint32_t token) {
    const bool joins = token + 1 < end && look_.token_text(token) == "&" &&  // "Marlow & Finch"
                       look_.form(token - 1).is(Shape::kCap);
    return joins || look_.form(token).is(Shape::kCap) ||
           (token + 1 == end && look_.form(token).is(Shape::kDigit));
  };
  while (name.begin > analysis.range.begin && end - name.begin < kLongest && goes_on(name.begin - 1))
    --name.begin;
  const bool opening = name.begin == analysis.range.begin && !name.empty();
  if (opening && (is_common(name.begin) || look_.beginning_at(analysis, name.begin, "rb") != nullptr))
    ++name.begin;
  const bool none = name.empty() || !look_.form(name.begin).is(Shape::kCap) || look_.title_case(analysis) ||
                    look_.word_is(end - 1, "measure.noun");
  return none ? TokenRange{} : name;
}

bool Namer::opens(const Analysis& analysis, std::uint32_t token) const {
  if (token == analysis.range.begin) return true;
  const Form& left = look_.form(token - 1);
  const std::vector<Token>& tokens = look_.input().text.tokens;
  const bool dashed = left.text == "-" && !tokens[token].glued;
  if (dashed && (!tokens[token - 1].glued || look_.token_text(token - 2) == "-")) return true;
  if (look_.small_word_is(token - 1, "percent.word")) return true;  // as behind "%"
  return !left.is(Shape::kWordlike) && left.text != "," && left.text != "(" && left.text != "&" &&
         left.text != "-" && left.text != "/";
}

// "EPS"; "NPV10": also with the rate that it is discounted by.
bool Namer::is_acronym_of_measure(const Analysis& analysis, TokenRange range) const {
  const std::uint32_t last = range.end - 1;
  const bool rated = last > range.begin && look_.form(last).is(Shape::kDigit) &&
                     look_.input().text.tokens[last].glued && look_.word_is(last - 1, "discounted.acronym");
  return rated || look_.covering(analysis, last, "measure.acronym") != nullptr;
}

// "the Contractor" beside "the contractor", "Renewal and Leasing activity": a word that the article writes in
// lower case elsewhere; not a coin, "the Association", a part of "Imagery and Data Systems".
bool Namer::is_written_small(std::uint32_t token) const {
  const bool firm = look_.word_is(token, "firm.noun");
  const std::string_view word = look_.form(token).folded;
  if (!(firm ? entities_.is_small_word(word) : entities_.is_mostly_small(word))) return false;
  if (look_.word_is(token, "crypto") || (look_.word_is(token, "organization_word") && !firm)) return false;
  const bool goes_on = look_.word_is(token + 1, "joint.and") && look_.form(token + 2).is(Shape::kCap);
  const bool goes_before = token > 1 && look_.word_is(token - 1, "joint.and") &&
                           look_.form(token - 2).is(Shape::kCap) && !look_.form(token + 1).is(Shape::kLower);
  return !goes_on && !goes_before;
}

// "Keller ran 10 miles", "Okonjo pleaded guilty": a surname, or a word that no lexicon has before what people
// do, is a name though it opens its sentence.
bool Namer::is_lone_name(const Analysis& analysis, std::uint32_t token) const {
  const Form& form = look_.form(token);
  const Annotation* verb = look_.beginning_at(analysis, token + 1, "vg");
  if (!form.is(Shape::kCap) || form.is(Shape::kUpper)) return false;
  const bool who = token + 2 < analysis.range.end && look_.token_text(token + 1) == "," &&
                   look_.small_word_is(token + 2, "relative.person");  // "Ohtani, who hit"
  if (who) return true;
  if (verb == nullptr) return false;
  if (has_inner_capital(form.text) && !is_common(token)) return true;  // "BatterHub is growing"
  return look_.word_is(token, "surname") ||
         (!is_common(token) && look_.word_is(verb->range.end - 1, "person.verb"));
}

TokenRange Namer::weak(const Analysis& analysis, TokenRange chain) const {
  const Annotation* np = look_.beginning_at(analysis, chain.begin, "np");
  if (np == nullptr) return {};
  const Value inner = feature(look_.input().program, *np, "core");
  const auto* core = std::get_if<TokenRange>(&inner);
  const TokenRange words = core == nullptr ? np->range : *core;
  return look_.word_is(words.end - 1, "measure.weak") ? words : TokenRange{};
}

// "Tier 1 Capital Ratio", "Internal Rate" of return.
bool Namer::is_headed_by_measure(TokenRange range) const {
  return look_.word_is(range.end - 1, "measure.noun") ||
         (look_.word_is(range.end - 1, "measure.weak") && range.end - range.begin > 1);
}

// "Harbour Street", "Tolvik AG": a firm of several words, though the last is also a word of its own.
bool Namer::is_firm(TokenRange range) const {
  if (range.end < range.begin + 2 || !look_.is_name(range)) return false;
  const Entity* entity = entities_.find(look_.text_of(range));
  return entity != nullptr && entity->type == "organization";
}

// "Assets Under Management"
bool Namer::is_measure_term(const Analysis& analysis, TokenRange range) const {
  for (const std::string_view type : {"fixed.noun", "measure.compound"}) {
    const Annotation* term = look_.covering(analysis, range.begin, type);
    if (term != nullptr && term->range.end >= range.end) return true;
  }
  return false;
}

// "ETFs", "TAMs": several of what the capitals stand for.
bool Namer::is_plural_acronym(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  return word.size() >= kShortest && word.back() == 's' &&
         std::all_of(word.begin(), word.end() - 1, [](char c) { return is_upper(c); });
}

bool Namer::is_name(const Analysis& analysis, TokenRange range) const {
  range = look_.without_article(analysis, range);
  if (range.empty()) return false;
  if (is_firm(range) && look_.word_is(range.end - 1, "legal_form")) return true;  // AG is no silver
  const Annotation* region = look_.beginning_at(analysis, range.begin, "place");
  const bool small = look_.form(range.begin).is(Shape::kLower);
  if (region != nullptr && small && region->range == range) return true;  // "the euro zone"
  if (!look_.is_name(range) || is_acronym_of_measure(analysis, range) || is_measure_term(analysis, range))
    return false;
  if (look_.word_is(range.end - 1, "currency.word")) return false;  // "the Japanese yen"
  const bool one = range.end == range.begin + 1 && look_.form(range.begin).is(Shape::kUpper);
  if (one && range.begin > 0 && look_.word_is(range.begin - 1, "indefinite")) return false;  // "a TD"
  if (range.end == range.begin + 1 && look_.word_is(range.begin, "common_acronym")) return false;
  if (range.end == range.begin + 1 && (entities_.is_short_for_common(look_.token_text(range.begin)) ||
                                       is_plural_acronym(look_.token_text(range.begin))))
    return false;
  if (!one && look_.word_is(range.end - 1, "measure.unnamed"))
    return false;  // "Average Trading Volume (ATV)"
  const Entity* entity = entities_.find(look_.text_of(range));
  if (entity != nullptr && (entity->type != "other" || look_.word_is(range.end - 1, "index.noun")))
    return true;
  if (is_headed_by_measure(range)) return false;
  if (entity != nullptr) return true;
  const Annotation* place = look_.beginning_at(analysis, range.begin, "place");
  if (place != nullptr && place->range.end >= range.end) return true;
  if (look_.title_case(analysis)) return false;
  // What opens a sentence is capitalised whatever it is.
  const bool one_word = range.end == range.begin + 1;
  if (one_word && range.begin > analysis.range.begin && is_written_small(range.begin)) return false;
  const bool told = one_word ? is_lone_name(analysis, range.begin) : !is_common(range.begin);
  if (opens(analysis, range.begin) && !told) ++range.begin;
  return !range.empty() && look_.token_text(range.begin) != "&" && look_.is_name(range);
}

// "Tarn 250 World index": a number between the capitals of a name.
bool Namer::is_number_within(TokenRange range, std::uint32_t token) const {
  return token > range.begin && token + 1 < range.end && look_.form(token).is(Shape::kDigit) &&
         !look_.input().text.tokens[token].glued && look_.form(token - 1).is(Shape::kCap) &&
         look_.form(token + 1).is(Shape::kCap);
}

// "Department of the Interior budget": what joins an office's name with what it is for.
bool Namer::is_link_within(TokenRange range, std::uint32_t token) const {
  if (token == range.begin) return false;
  const bool article = look_.small_word_is(token, "article.definite");
  const std::uint32_t link = article ? token - 1 : token;
  const std::uint32_t field =
      !article && look_.small_word_is(token + 1, "article.definite") ? token + 2 : token + 1;
  return link > range.begin && field < range.end && look_.links_office(link) &&
         look_.form(field).is(Shape::kCap);
}

// "Cable and Harbour Works revenue", "Chilean exports": where the name that leads a phrase ends; its
// beginning when none does.
std::uint32_t Namer::leading_name(const Analysis& analysis, TokenRange range) const {
  std::uint32_t end = range.begin;
  bool joined = false;  // "Frozen & Refrigerated"
  while (end + 1 < range.end && (look_.form(end).is(Shape::kCap) || look_.token_text(end) == "-" ||
                                 look_.token_text(end) == "&" || look_.small_word_is(end, "joint.and") ||
                                 is_number_within(range, end) || is_link_within(range, end))) {
    joined = joined || look_.token_text(end) == "&";
    ++end;
  }
  const bool lower_rest = !look_.form(range.end - 1).is(Shape::kCap);
  if (end == range.begin || !lower_rest || look_.small_word_is(end - 1, "joint.and") ||
      look_.token_text(end - 1) == "-" || look_.token_text(end - 1) == "&")
    return range.begin;
  const TokenRange name{range.begin, end};
  if (end == range.begin + 1 && look_.word_is(range.begin, "common_acronym"))
    return range.begin;  // "AI glasses"
  const bool model = look_.form(end).is(Shape::kDigit) &&
                     (look_.input().text.tokens[end].glued || look_.token_text(end + 1) == "(");
  const bool money = end + 1 == range.end && look_.word_is(end, "currency.word");
  if (model || money) return range.begin;  // "V6 engine", "HUD 221(d)(4) loan", "US dollar"
  if (look_.small_word_is(end, "preposition.part")) return range.begin;         // "City of Dern funding"
  if (look_.word_is(range.begin, "lettered.noun")) return range.begin;          // "a Series B round"
  if (look_.word_is(range.begin, "abbreviated.attribute")) return range.begin;  // "Adj. EBITDA loss"
  const Annotation* placed = look_.beginning_at(analysis, name.begin, "place");
  const bool opening =
      placed != nullptr && placed->range == name && !is_common(name.begin);  // "Chile exports"
  const bool known = opening || entities_.find(look_.text_of(name)) != nullptr ||
                     look_.covering(analysis, name.begin, "demonym") != nullptr;
  if (!known && !joined && (opens(analysis, range.begin) || !is_name(analysis, name))) return range.begin;
  if (is_acronym_of_measure(analysis, name)) return range.begin;
  // "Canadian sales" of a company are its sales; a country's exports are the country's.
  const bool place = look_.covering(analysis, name.begin, "place") != nullptr ||
                     look_.covering(analysis, name.begin, "demonym") != nullptr;
  const Entity* main = entities_.main();
  return place && main != nullptr && main->type == "organization" ? range.begin : end;
}

// A word that can be a measure's noun; "slight", "previous", "annualised" can't.
bool Namer::names_noun(std::uint32_t token) const {
  if (!look_.form(token).is(Shape::kWordlike) || look_.word_is(token, "measure.vague") ||
      look_.word_is(token, "pos.first.DT"))
    return false;
  if (look_.word_is(token, "measure.noun")) return true;
  const bool participle = look_.word_is(token, "pos.VN") && !look_.word_is(token, "pos.N") &&
                          look_.form(token).is(Shape::kLower);  // "projected growth"
  return !participle && !look_.word_is(token, "pos.first.J");
}

// "critical" of "critical levels": an adjective that the lexicon lacks.
bool Namer::is_new_adjective(const Analysis& analysis, std::uint32_t token) const {
  return look_.form(token).is(Shape::kLower) && !look_.word_is(token, "pos") &&
         !look_.word_is(token, "measure.noun") && is_adjective(analysis, token);
}

// "a robust", "a seasonally adjusted annual rate", "a share" name nothing.
bool Namer::names_something(const Analysis& analysis, TokenRange range) const {
  const Annotation* term = look_.ending_at(analysis, range.end, "measure.compound");
  if (term != nullptr && term->range.begin >= range.begin) return true;  // "average daily rate"
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    const bool last = token + 1 == range.end;
    if (look_.word_is(token, "session.adjective")) return false;  // "in early trade"
    const bool weak = look_.word_is(token, "measure.weak") || is_new_adjective(analysis, token);
    if (names_noun(token) && !(last && weak)) return true;
  }
  return false;
}

// "U.S. crude gained": an adjective that stands as a noun, unlike that of "a notable 2.9%".
bool Namer::is_headed(const Analysis& analysis, TokenRange range) const {
  const bool attribute = range.end < analysis.range.end && look_.form(range.end).is(Shape::kDigit);
  return !attribute && look_.word_is(range.end - 1, "pos.first.J") &&
         look_.word_is(range.end - 1, "pos.N") &&  // not "Holds Strong at $50"
         look_.covering(analysis, range.end - 1, "nn") != nullptr;
}

// "copper producer Tarn Resources", "headset maker Sony": the name that ends a common noun phrase.
TokenRange Namer::trailing_name(const Analysis& analysis, TokenRange range) const {
  std::uint32_t begin = look_.capitals_before(range.begin, range.end);
  const bool acronym = begin + 1 == range.end && look_.form(begin).is(Shape::kUpper);
  if (begin == range.begin || begin == range.end || acronym || look_.title_case(analysis)) return {};
  if (is_acronym_of_measure(analysis, range) || is_headed_by_measure(range)) return {};  // "gross Capex"
  if (look_.word_is(begin - 1, "place.attribute")) --begin;                              // "mainland China"
  return begin == range.begin || look_.form(begin - 1).is(Shape::kLower) ? TokenRange{begin, range.end}
                                                                         : TokenRange{};
}

// "stockholders' equity" is the firm's.
bool Namer::is_equity(TokenRange owner, TokenRange core) const {
  return !owner.empty() && look_.word_is(owner.end - 1, "equity.owner") &&
         look_.word_is(core.end - 1, "equity.noun");
}

// "the company's", "its": whose the phrase is; empty where an analyst's or nobody's.
TokenRange Namer::owner_of(const Annotation& phrase) const {
  const Value owner = feature(look_.input().program, phrase, "owner");
  const auto* range = std::get_if<TokenRange>(&owner);
  return range == nullptr || look_.word_is(range->end - 1, "teller") ? TokenRange{} : *range;
}

TokenRange Namer::without_generic(const Analysis& analysis, TokenRange range, Movement movement) const {
  if (movement == Movement::kIsMeasured && !range.empty() && look_.word_is(range.end - 1, "change.noun"))
    return range;
  const std::uint32_t last = range.end - 1;
  while (!range.empty() && (is_generic(range.end - 1) || look_.token_text(range.end - 1) == "-" ||
                            look_.token_text(range.end - 1) == "&")) {
    // "its network growth forecast": the movement is what is forecast
    const Annotation* compound = look_.covering(analysis, range.end - 1, "measure.compound");
    if (compound != nullptr && compound->range.begin >= range.begin) break;  // "the price target"
    const bool timed = range.end - range.begin > 1 && look_.word_is(range.end - 1, "timed.noun") &&
                       look_.form(range.end - 2).folded.ends_with("ing");
    if (timed) break;  // "a running time of 56 hours"
    const bool within = range.end - 1 < last && look_.word_is(last, "revised.noun");
    if (within && look_.word_is(range.end - 1, "growth.noun")) break;
    --range.end;
  }
  // "organic growth": the adjective alone names nothing, nor does one of many, as in "job growth"
  const bool sort = !range.empty() && range.end <= last && look_.word_is(range.end, "growth.noun") &&
                    ((names_noun(range.end - 1) && is_adjective(analysis, range.end - 1)) ||
                     look_.word_is(range.end - 1, "growth.counted"));
  return sort ? TokenRange{range.begin, range.end + 1} : range;
}

// Whether the chunker took the token for an adjective and nothing else.
bool Namer::is_adjective(const Analysis& analysis, std::uint32_t token) const {
  return look_.covering(analysis, token, "jj") != nullptr &&
         look_.covering(analysis, token, "nn") == nullptr &&
         look_.covering(analysis, token, "nns") == nullptr;
}

Naming Namer::name_phrase(const Analysis& analysis, TokenRange phrase, Movement movement) const {
  Naming out;
  const TokenRange core = core_and_owner(analysis, phrase, out.subject);
  if (look_.word_is(core.end - 1, "measure.segment") &&
      (look_.is_name({core.begin, core.begin + 1}) || !out.subject.empty())) {
    out.subject = phrase;  // "PowerBank's IPP segment", "the Space segment"
    return out;
  }
  const bool sample = core.end - core.begin > 1 && look_.small_word_is(core.end - 1, "self.alone") &&
                      look_.word_is(core.begin - 1, "article.definite") &&
                      !look_.form(core.begin).is(Shape::kCap);
  if (sample) {  // "the control group" is who is measured
    if (out.subject.empty()) out.subject = core;
    return out;
  }
  if (stands_for_main(analysis, core) || is_name(analysis, core)) {
    const bool of_place = !out.subject.empty() && !stands_for_main(analysis, core) &&
                          look_.ending_at(analysis, out.subject.end, "place") != nullptr;
    if (of_place) out.subject = core;  // "Western Australia's Port Tolmer"
    if (out.subject.empty() && (!look_.word_is(core.end - 1, "teller") || is_firm(core)))
      out.subject = phrase;
    return out;
  }
  if (const TokenRange name = trailing_name(analysis, core); !name.empty()) {
    const bool pronoun = !out.subject.empty() && look_.word_is(out.subject.begin, "pos.first.PRPS");
    if (out.subject.empty() || pronoun) out.subject = name;  // "their daughter Maria"
    return out;
  }
  set_measured(analysis, core, movement, out);
  return out;
}

// The phrase without its owner, which is told apart: "revenue" of "Vexa's revenue".
TokenRange Namer::core_and_owner(const Analysis& analysis, TokenRange phrase, TokenRange& owner) const {
  const Annotation* np = look_.beginning_at(analysis, phrase.begin, "np");
  TokenRange core = phrase;
  if (np != nullptr) {
    const Value inner = feature(look_.input().program, *np, "core");
    if (const auto* range = std::get_if<TokenRange>(&inner); range != nullptr && range->begin >= phrase.begin)
      core.begin = range->begin;
    const bool compound = core.begin > phrase.begin && look_.token_text(core.begin) == "-" &&
                          look_.input().text.tokens[core.begin].glued;
    if (compound) --core.begin;  // "all-in sustaining costs", whose first word could be an article
    owner = owner_of(*np);
    if (is_equity(owner, core)) {  // "shareholders' equity": whose it is tells which
      core.begin = look_.without_article(analysis, owner).begin;
      owner = {};
    }
    // "its revenue": the possessive pronoun stands for the article's subject.
    if (owner.empty() && core.begin > phrase.begin && look_.word_is(core.begin - 1, "pos.first.PRPS"))
      owner = {core.begin - 1, core.begin};
  }
  if (owner.empty()) owner = owner_before_bracket(analysis, core.begin);
  return look_.without_article(analysis, core);
}

// "Vexa Group (NYSE: VEX)'s revenue"
TokenRange Namer::owner_before_bracket(const Analysis& analysis, std::uint32_t core) const {
  if (core < analysis.range.begin + 2 || !look_.word_is(core - 1, "possessive")) return {};
  const std::uint32_t end = before_bracket(analysis, core - 1);
  if (end == core - 1) return {};
  TokenRange name = name_ending(analysis, end);
  const std::uint32_t link = name.begin - 1;  // "the Bank of Tolvik (BOT)'s rate"
  const bool of = !name.empty() && name.begin >= analysis.range.begin + 2 &&
                  look_.small_word_is(link, "preposition.part") && !look_.word_is(link - 1, "title.office");
  if (const TokenRange whole = of ? name_ending(analysis, link) : TokenRange{}; !whole.empty())
    name.begin = whole.begin;
  return name;
}

// What the core measures, where it names something, and the name that it begins with as its subject.
void Namer::set_measured(const Analysis& analysis, TokenRange core, Movement movement, Naming& out) const {
  out.measure = without_generic(analysis, core, movement);
  const bool told =
      !out.measure.empty() && out.measure.end + 1 == core.end && look_.word_is(out.measure.end, "told.noun");
  if (told && is_name(analysis, out.measure)) out.measure = {};  // "FactSet estimates"
  const bool compound = out.measure.end < core.end && out.measure.end - out.measure.begin == 3 &&
                        look_.token_text(out.measure.begin + 1) == "-" &&
                        !look_.word_is(out.measure.end, "change.noun") &&
                        (look_.form(out.measure.end - 1).folded.ends_with("ed") ||
                         look_.small_word_is(out.measure.begin, "prefix.of_time"));
  if (compound) out.measure = {};  // "a company-compiled consensus", "a post-war high"
  const bool moved = movement == Movement::kIsMeasured && !out.measure.empty() &&
                     look_.word_is(out.measure.end - 1, "growth.noun");  // "Growth in Europe slowed to 4%"
  if (!moved && !names_something(analysis, out.measure) &&
      !(out.measure.end == core.end && is_headed(analysis, core)))
    out.measure = {};
  if (const std::uint32_t end = leading_name(analysis, core);
      !out.measure.empty() && end > core.begin && end < out.measure.end) {
    if (are_actors(analysis, core)) {
      out = {.measure = {}, .subject = core};
      return;
    }
    if (out.subject.empty()) out.subject = {core.begin, end};
    out.measure.begin = end;
  }
}

bool Namer::names_somebody(const Analysis& analysis, TokenRange words) const {
  if (words.empty()) return false;
  const std::uint32_t head = words.end - 1;
  return is_name(analysis, words) || stands_for_main(analysis, words) || look_.word_is(head, "people") ||
         look_.word_is(head, "measure.segment") ||
         (look_.word_is(head, "agent") && look_.covering(analysis, head, "nns") != nullptr);
}

// "European chipmakers": those who act are told of themselves, unlike "European sales".
bool Namer::are_actors(const Analysis& analysis, TokenRange words) const {
  const std::uint32_t head = words.end - 1;
  const bool actors = look_.word_is(head, "actor.plural") || look_.word_is(head, "people");
  const bool local = look_.covering(analysis, words.begin, "demonym") != nullptr ||
                     look_.covering(analysis, words.begin, "place") != nullptr;
  return actors && local && !look_.word_is(head, "measure.noun");
}

// "exports to Japan", "cargoes bound for China": where it goes is not whose it is.
bool Namer::is_destination(const Clauses& clauses, std::size_t chunk) const {
  if (chunk < 2 || !clauses.is(chunk - 1, Part::kPreposition)) return false;
  const std::uint32_t link = clauses[chunk - 1].range.begin;
  return look_.small_word_is(link, "preposition.toward") || look_.word_is(link - 1, "bound.for");
}

// "Missiles and Fire Control", "Chile, Peru and Bolivia": names that "and" joins are one subject; where the
// last of those that go on from the chunk ends.
std::uint32_t Namer::joined_end(const Analysis& analysis, const Clauses& clauses, std::size_t chunk,
                                std::uint32_t limit) const {
  std::uint32_t end = clauses[chunk].range.end;
  for (std::size_t i = chunk; clauses.is(i + 2, Part::kPhrase) && clauses[i + 2].range.end <= limit &&
                              is_name(analysis, clauses[i + 2].range);
       i += 2) {
    if (clauses.is(i + 1, Part::kConjunction)) return clauses[i + 2].range.end;
    if (!clauses.is(i + 1, Part::kComma)) break;
  }
  return end;
}

// "the pace of price increases", "the average rate on a loan": a noun that tells in what respect the next is
// measured.
bool Namer::leads(const Analysis& analysis, const Clauses& clauses, std::size_t chunk) const {
  const TokenRange words = look_.without_article(analysis, clauses[chunk].range);
  if (words.empty() || !clauses.is(chunk + 1, Part::kPreposition)) return false;
  const std::uint32_t link = clauses[chunk + 1].range.begin;
  bool alone = true;  // "the online share of spending": only described
  for (std::uint32_t token = words.begin; token + 1 < words.end; ++token)
    alone = alone && (is_adjective(analysis, token) || look_.word_is(token, "pos.first.J"));
  return (alone && look_.word_is(words.end - 1, "measure.lead") &&
          look_.small_word_is(link, "preposition.part")) ||
         (look_.word_is(words.end - 1, "measure.rate") && look_.word_is(link, "measure.rated"));
}

// "Port of Los Angeles", "the Government of Tolvia": where a name that "of" goes on with another ends.
std::uint32_t Namer::named_end(const Analysis& analysis, const Clauses& clauses, std::size_t chunk,
                               std::uint32_t limit) const {
  const std::size_t next = chunk + 2;
  const std::uint32_t head = clauses[chunk].range.end - 1;
  if (!clauses.is(chunk + 1, Part::kPreposition) || !clauses.is(next, Part::kPhrase) ||
      clauses[next].range.end > limit)
    return head + 1;
  const bool part = look_.small_word_is(clauses[chunk + 1].range.begin, "preposition.part");
  const bool whole = !look_.word_is(head, "agent") ||  // not "the Board of Directors"
                     (look_.form(head).is(Shape::kCap) && look_.word_is(head, "government.noun"));
  return part && whole && is_name(analysis, clauses[next].range) ? clauses[next].range.end : head + 1;
}

// "the trade deficit with China", "exports to Japan": whether the preposition leads to the other side.
bool Namer::is_partner(const Clauses& clauses, std::size_t link, TokenRange measure,
                       std::uint32_t limit) const {
  const bool stands = !measure.empty() && measure.end == clauses[link].range.begin &&
                      clauses.is(link + 1, Part::kPhrase) && clauses[link + 1].range.end <= limit;
  if (!stands || look_.word_is(clauses[link + 1].range.end - 1, "index.noun"))
    return false;  // "to an average of"
  return (look_.word_is(measure.end - 1, "partner.noun") &&
          look_.small_word_is(measure.end, "preposition.bearing")) ||
         (look_.word_is(measure.end - 1, "directed.noun") &&
          look_.small_word_is(measure.end, "preposition.toward"));
}

// "the cost per Subscriber": never whose the cost is.
bool Namer::follows_rate(const Clauses& clauses, std::size_t chunk) const {
  return chunk > 0 && clauses.is(chunk - 1, Part::kPreposition) &&
         look_.word_is(clauses[chunk - 1].range.begin, "preposition.rate");
}

// "a grant from the Halden Foundation": who gave it does not have it.
bool Namer::is_giver(std::uint32_t link, TokenRange measure) const {
  return !measure.empty() && look_.word_is(link, "preposition.source") &&
         look_.word_is(measure.end - 1, "given.noun");
}

Naming Namer::name(const Analysis& analysis, const Clauses& clauses, TokenRange chain,
                   Movement movement) const {
  constexpr std::size_t kLeadReach = 4;  // chunks: "rate on", "a", "30-year", "loan"
  Naming out;
  std::size_t lead = Clauses::kNoChunk;
  for (std::size_t i = clauses.at(chain.begin); i < clauses.chunks().size(); ++i) {
    const Chunk& chunk = clauses[i];
    if (chunk.range.begin >= chain.end) break;
    if (chunk.part == Part::kPreposition && is_partner(clauses, i, out.measure, chain.end)) {
      out.measure.end = clauses[i + 1].range.end;
      break;
    }
    if (chunk.part == Part::kPreposition && is_giver(chunk.range.begin, out.measure)) break;
    // "growth through a contract with Tavora": only some prepositions say more of what is measured.
    if (chunk.part == Part::kPreposition && !out.measure.empty() &&
        !look_.word_is(chunk.range.begin, "measure.link"))
      break;
    if (chunk.part != Part::kPhrase && chunk.part != Part::kPronoun) continue;
    const TokenRange phrase{std::max(chunk.range.begin, chain.begin), std::min(chunk.range.end, chain.end)};
    Naming part = name_phrase(analysis, phrase, movement);
    if (!out.measure.empty() && follows_rate(clauses, i)) part.subject = {};
    if (!out.measure.empty() && part.measure.empty() && is_destination(clauses, i)) break;
    if (out.subject.empty() && !part.subject.empty()) {
      out.subject = part.subject;
      if (part.measure.empty() && part.subject.end == chunk.range.end)
        out.subject.end =
            std::max(joined_end(analysis, clauses, i, chain.end), named_end(analysis, clauses, i, chain.end));
    }
    if (part.measure.empty()) {
      if (!out.measure.empty() && !part.subject.empty())
        break;  // "sales in Spain": the name ends the measure
      lead = leads(analysis, clauses, i) ? i : Clauses::kNoChunk;
      continue;
    }
    if (out.measure.empty()) {
      out.measure = part.measure;
      if (lead != Clauses::kNoChunk && i <= lead + kLeadReach)
        out.measure.begin = look_.without_article(analysis, clauses[lead].range).begin;
      continue;
    }
    out.measure.end = part.measure.end;
  }
  return out;
}

}  // namespace figmine
