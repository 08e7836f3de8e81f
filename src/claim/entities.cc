#include "claim/entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace figmine {

const Entity* Entities::find(std::string_view text) const {
  const auto it = index_.find(fold(text));
  return it == index_.end() ? nullptr : &list_[it->second];
}

bool Entities::has_symbol(const Entity& entity) const {
  return std::any_of(entity.aliases.begin(), entity.aliases.end(),
                     [&](const std::string& alias) { return symbols_.contains(fold(alias)); });
}

const Entity* Entities::main_place() const {
  const Entity* best = nullptr;
  for (const Entity& entity : list_) {
    if (entity.type == "place" && (best == nullptr || entity.mentions.size() > best->mentions.size()))
      best = &entity;
  }
  return best;
}

namespace {

// The names of all entities, to find those that a name is the beginning of (or a person's last word).
class NameOrder {
 public:
  // The list's names must not change while this is used.
  explicit NameOrder(const std::vector<Entity>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string_view name = list[i].name;
      by_name_.emplace_back(name, i);
      const std::size_t space = name.rfind(' ');
      if (list[i].type == "person" && space != std::string_view::npos)
        by_last_word_[name.substr(space + 1)].push_back(i);
    }
    std::sort(by_name_.begin(), by_name_.end());
  }

  // Entities whose name is the name and more words, in ascending order.
  [[nodiscard]] std::vector<std::size_t> longer_than(const std::string& name) const {
    std::vector<std::size_t> out;
    for (const char mark : {' ', ','}) {
      const std::string beginning = name + mark;
      auto at = std::lower_bound(by_name_.begin(), by_name_.end(),
                                 std::pair<std::string_view, std::size_t>(beginning, 0));
      for (; at != by_name_.end() && at->first.starts_with(beginning); ++at) out.push_back(at->second);
    }
    if (const auto persons = by_last_word_.find(name); persons != by_last_word_.end())
      out.insert(out.end(), persons->second.begin(), persons->second.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  std::vector<std::pair<std::string_view, std::size_t>> by_name_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_last_word_;
};

}  // namespace

bool is_listed(const Entity& entity) {
  return std::any_of(entity.ids.begin(), entity.ids.end(),
                     [](const auto& id) { return id.first == "ticker"; });
}

class EntityReader {
 public:
  explicit EntityReader(const ClaimInput& input) : input_(input), look_(input) {}

  Entities run() {
    const std::vector<Token>& tokens = input_.text.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool part =
          tokens[i].glued || (i + 2 < tokens.size() && tokens[i + 1].glued && tokens[i + 2].glued);
      const Form& form = input_.forms[tokens[i].form];
      if (!part && form.is(Shape::kLower)) lower_.insert(form.folded);  // not "ir@acme.com"
    }
    for (const Analysis& a : input_.analyses) read_acronyms(a);
    for (const Analysis& a : input_.analyses) read_coins(a);
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) read_sentence(i);
    bind_short_names();
    choose_main();
    out_.several_ = tells_of_several();
    choose_usual_names();
    return std::move(out_);
  }

 private:
  static constexpr int kSingledOut = 20;  // weights of what tells that the article is about an entity
  static constexpr int kMentioned = 4;

  // "recurring monthly revenue (RMR)": the letters begin the words before the bracket, none of which is a
  // name's.
  void read_acronyms(const Analysis& a) {
    for (std::uint32_t open = a.range.begin + 2; open + 2 < a.range.end; ++open) {
      const Form& letters = look_.form(open + 1);
      if (look_.token_text(open) != "(" || look_.token_text(open + 2) != ")" || !letters.is(Shape::kUpper))
        continue;
      const std::size_t words = letters.folded.size();
      if (words < 2 || open < a.range.begin + words) continue;
      const auto begin = static_cast<std::uint32_t>(open - words);
      bool fits = true;
      for (std::uint32_t token = begin; token < open; ++token) {
        const Form& word = look_.form(token);
        fits = fits && word.is(Shape::kLower) && word.text.front() == letters.folded[token - begin];
      }
      if (fits) out_.common_.insert(std::string(letters.text));
    }
  }

  // "Ripple (XRP)", also in a heading: a common word with the symbol of a coin is its name.
  void read_coins(const Analysis& a) {
    for (std::uint32_t open = a.range.begin + 1; open + 2 < a.range.end; ++open) {
      const bool coin = look_.token_text(open) == "(" && look_.token_text(open + 2) == ")" &&
                        look_.form(open + 1).is(Shape::kUpper) &&
                        (look_.beginning_at(a, open + 1, "crypto") != nullptr ||
                         look_.beginning_at(a, open + 1, "crypto_ambiguous") != nullptr);
      if (coin && look_.form(open - 1).is(Shape::kCap)) coins_.insert(look_.form(open - 1).folded);
    }
  }

  void read_sentence(std::size_t index) {
    const Analysis& a = input_.analyses[index];
    const bool title = look_.title_case(a);  // there capitals do not tell a name
    const std::uint32_t phrase_type = input_.program.types.find("np");
    for (const Annotation& annotation : a.annotations) {
      if (annotation.type != phrase_type) continue;
      const Value core = feature(input_.program, annotation, "core");
      const auto* range = std::get_if<TokenRange>(&core);
      if (range == nullptr || (title && !look_.word_is(range->end - 1, "legal_form"))) continue;
      add_phrase(a, look_.without_article(a, *range), index);
      const Value owner = feature(input_.program, annotation, "owner");
      const auto* other = std::get_if<TokenRange>(&owner);
      if (other != nullptr && !(look_.is_name(*range) && ends_in_place(*other)))
        add_phrase(a, look_.without_article(a, *other), index);
    }
  }

  // "east China's Hubei Province", "Germany's Ferralia": the country tells where the name is, no more.
  bool ends_in_place(TokenRange range) const {
    return input_.program.lookup("place", look_.form(range.end - 1).folded) != kNone;
  }

  void add_phrase(const Analysis& a, TokenRange range, std::size_t sentence) {
    if (range.empty()) return;
    const TokenRange office = look_.is_name(range) ? TokenRange{} : title_within(range);
    if (!office.empty()) {  // "Acme Inc chief executive Lena Orth"
      add_phrase(a, {range.begin, office.begin}, sentence);
      return add_phrase(a, {office.end, range.end}, sentence);
    }
    if (!look_.is_name(range)) return;
    range = with_office(a, with_legal_form(a, range));
    if (const TokenRange title = title_within(range); !title.empty()) {
      add_phrase(a, {range.begin, title.begin}, sentence);
      return add_phrase(a, {title.end, range.end}, sentence);
    }
    range = without_titles(range);
    while (!range.empty() && is_headline_verb(range)) --range.end;
    if (range.end - range.begin == 1 && (look_.word_is(range.begin, "exchange") || is_ticker(a, range.begin)))
      return;
    if (range.end - range.begin == 1 && look_.word_is(range.begin, "legal_form")) return;  // "Inc"
    if (range.empty() || stands_for_other(range) || look_.in_dateline(range.begin)) return;
    if (look_.covering(a, range.end - 1, "basis") != nullptr) return;  // "YoY"
    if (labels_link(a, range)) return;
    if (range.end - range.begin == 1) {
      if (look_.token_text(range.begin).size() == 1) return;  // "5G"
      const bool opening = opens(a, range.begin) && !coins_.contains(look_.form(range.begin).folded) &&
                           !look_.form(range.begin).is(Shape::kUpper) && !has_ticker(a, range.end);
      if (is_any_word(range.begin)) return;
      if (opening && ++openings_[look_.form(range.begin).folded] < 2 && !in_title(look_.text_of(range)))
        return;
    }
    const std::string name = look_.text_of(range);
    const std::size_t entity = add(name, type_of(a, range));
    ++surface_[fold(name)];
    out_.list_[entity].mentions.push_back(look_.span_of(range));
    weight_[entity] += sentence < 3 ? 3 : 1;
    if (opens_article(a, range)) anchor(entity, 8);
    const bool located =
        range.begin > a.range.begin && look_.small_word_is(range.begin - 1, "preposition.place");
    if (located) located_.insert(entity);
    read_bracket(a, range, entity);
  }

  // "Pickup - https://acme.com", "Pickup - [acme.com](https://acme.com)"
  bool labels_link(const Analysis& a, TokenRange range) const {
    if (range.begin != a.range.begin || range.end + 1 >= a.range.end || look_.token_text(range.end) != "-")
      return false;
    std::uint32_t link = range.end + 1;
    if (look_.token_text(link) == "[" && link + 1 < a.range.end) ++link;
    const std::size_t dot = look_.token_text(link).find('.');
    const bool site = dot != std::string_view::npos && dot + 1 < look_.token_text(link).size();
    return look_.form(link).is(Shape::kUrl) || site;
  }

  // "(NYSE: ACME)"
  bool is_ticker(const Analysis& a, std::uint32_t token) const {
    if (token <= a.range.begin + 1 || token + 1 >= a.range.end || look_.token_text(token - 1) != ":")
      return false;
    const std::string_view next = look_.token_text(token + 1);
    return look_.form(token).is(Shape::kUpper) && look_.form(token - 2).is(Shape::kCap) &&
           (next == ")" || next == ";" || next == ",");
  }

  // "(NASDAQ: ACHR)"
  bool has_ticker(const Analysis& a, std::uint32_t open) const {
    return open + 3 < a.range.end && look_.token_text(open) == "(" && look_.word_is(open + 1, "exchange") &&
           look_.token_text(open + 2) == ":";
  }

  // A single capitalised word may be any word where the article writes it in lower case too, or where the
  // lexicons know it.
  bool is_any_word(std::uint32_t token) const {
    const Form& word = look_.form(token);
    if (coins_.contains(word.folded)) return false;
    if (word.is(Shape::kUpper)) {
      // "OIL", "UPDATE" are words; "IT" and "ALDI" are not.
      constexpr std::size_t kShortWord = 3;
      return look_.word_is(token, "measure.acronym") || look_.word_is(token, "common_acronym") ||
             out_.common_.contains(std::string(word.text)) ||
             (word.text.size() >= kShortWord && lower_.contains(word.folded)) ||
             look_.word_is(token, "headline.label");
    }
    if (input_.program.lookup("place", word.folded) != kNone) return false;
    const std::string one = singular(input_.program, word.folded);
    return lower_.contains(word.folded) || lower_.contains(one) || look_.word_is(token, "pos") ||
           input_.program.lookup("pos", one) != kNone;
  }

  // What opens a sentence is capitalised whatever it is; only said twice it is taken for a name.
  bool opens(const Analysis& a, std::uint32_t token) const {
    if (token == a.range.begin || look_.in_dateline(token - 1)) return true;
    const Form& left = look_.form(token - 1);
    return !left.is(Shape::kWordlike) && left.text != "," && left.text != "(" && left.text != "&";
  }

  // "Acme Chief Business Officer Lena Orth", "Acme CEO Lena Orth": the title between a firm and its person;
  // empty where none is. "Dollar General Stores" has none.
  TokenRange title_within(TokenRange range) const {
    std::uint32_t begin = range.begin + 1;
    while (begin < range.end && !look_.word_is(begin, "person_title")) ++begin;
    std::uint32_t end = begin;
    bool office = false;
    for (; end < range.end; ++end) {
      const bool of_office = look_.word_is(end, "title.office");
      if (!look_.word_is(end, "person_title") && !look_.word_is(end, "title.field")) break;
      office = office || of_office;
    }
    constexpr std::uint32_t kNames = 2;  // "Lena Orth"
    return office && end + kNames <= range.end ? TokenRange{begin, end} : TokenRange{};
  }

  // "CEO Lena Orth" names Lena Orth, "Acme CEO" names Acme; "CEO" alone names nobody.
  TokenRange without_titles(TokenRange range) const {
    while (!range.empty() && look_.word_is(range.begin, "person_title")) ++range.begin;
    if (!range.empty() && look_.word_is(range.end - 1, "title.office")) {
      while (!range.empty() && look_.word_is(range.end - 1, "person_title")) --range.end;
    }
    return range;
  }

  // "Orvane Invests" of the heading "Orvane Invests in Two Plants", which ran into the text; "Orvane Reports"
  // may be a name.
  bool is_headline_verb(TokenRange range) const {
    return range.end - range.begin > 1 && look_.word_is(range.end - 1, "headline.verb") &&
           !look_.word_is(range.end - 1, "pos.NS");
  }

  // "Company", "Group", "Our": stands for a name that is told elsewhere.
  bool stands_for_other(TokenRange range) const {
    return range.end - range.begin == 1 &&
           (look_.word_is(range.begin, "self_reference") || look_.word_is(range.begin, "pronoun"));
  }

  // The first words after the dateline: whom a release tells of.
  bool opens_article(const Analysis& a, TokenRange range) const {
    std::uint32_t token = range.begin;
    while (token > a.range.begin && !look_.form(token - 1).is(Shape::kWordlike)) --token;
    return token > a.range.begin && look_.in_dateline(token - 1);
  }

  // "Holdings, Inc.": a legal form behind a comma belongs to the name before it.
  TokenRange with_legal_form(const Analysis& a, TokenRange range) const {
    const bool lone = range.end - range.begin == 1 && look_.word_is(range.begin, "organization_word");
    if (!lone || range.begin < a.range.begin + 2 || look_.token_text(range.begin - 1) != ",") return range;
    const Annotation* before = look_.ending_at(a, range.begin - 1, "np");
    if (before == nullptr) return range;
    const TokenRange words = look_.without_article(a, before->range);
    return look_.is_name(words) ? TokenRange{words.begin, range.end} : range;
  }

  // "the Tolvik Department of the Environment", "Ministry of Trade": the office goes with what it is for.
  TokenRange with_office(const Analysis& a, TokenRange range) const {
    std::uint32_t link = range.begin;
    if (link > a.range.begin && look_.small_word_is(link - 1, "article.definite")) --link;
    if (link < a.range.begin + 2 || !look_.small_word_is(link - 1, "office.link")) return range;
    const std::uint32_t head = link - 2;
    if (!look_.form(head).is(Shape::kCap) || !look_.word_is(head, "office.noun")) return range;
    const Annotation* office = look_.ending_at(a, head + 1, "np");
    if (office == nullptr) return range;
    const TokenRange words = look_.without_article(a, office->range);
    return look_.is_name(words) ? TokenRange{words.begin, range.end} : range;
  }

  // Where a short form is written more often than the full name, it is the usual one; a coin's symbol is
  // none, and no word for a sort.
  void choose_usual_names() {
    for (const Entity& entity : out_.list_) {
      std::string usual = entity.name;
      int most = surface_[fold(entity.name)];
      for (const std::string& alias : entity.aliases) {
        const int count = out_.symbols_.contains(fold(alias)) || is_sort(alias) ? 0 : surface_[fold(alias)];
        if (count > most) {
          most = count;
          usual = alias;
        }
      }
      out_.usual_.push_back(usual);
    }
  }

  // "the Association", "the Commission": a word for many of its sort is no usual name.
  bool is_sort(const std::string& alias) const {
    return input_.program.lookup("organization_word", fold(alias)) != kNone ||
           input_.program.lookup("agency_word", fold(alias)) != kNone;
  }

  // Something tells that the article is about the entity.
  void anchor(std::size_t entity, int weight) {
    weight_[entity] += weight;
    anchored_.insert(entity);
  }

  std::size_t add(const std::string& name, const std::string& type) {
    const std::string key = fold(name);
    if (const auto it = out_.index_.find(key); it != out_.index_.end()) {
      Entity& known = out_.list_[it->second];
      if (known.type.empty() || known.type == "other") known.type = type;
      return it->second;
    }
    Entity entity;
    entity.id = fmt::format("e{}", out_.list_.size() + 1);
    entity.name = name;
    entity.type = type;
    out_.list_.push_back(std::move(entity));
    weight_.push_back(0);
    out_.index_.emplace(key, out_.list_.size() - 1);
    return out_.list_.size() - 1;
  }

  void alias(std::size_t entity, const std::string& name) {
    if (!out_.index_.emplace(fold(name), entity).second) return;
    out_.list_[entity].aliases.push_back(name);
  }

  std::string type_of(const Analysis& a, TokenRange range) const {
    const std::string last = look_.form(range.end - 1).folded;
    for (std::uint32_t token = range.begin; token + 1 < range.end; ++token) {
      if (look_.word_is(token, "office.noun") && look_.small_word_is(token + 1, "office.link"))
        return "organization";
    }
    if (input_.program.lookup("organization_word", last) != kNone ||
        input_.program.lookup("agency_word", last) != kNone)
      return "organization";
    constexpr std::uint32_t kNamed = 3;  // "Rowan Asset Management"
    if (range.end - range.begin >= kNamed && look_.word_is(range.end - 1, "manager.noun") &&
        look_.word_is(range.end - 2, "managed.noun"))
      return "organization";
    if (range.end - range.begin > 1 && input_.program.lookup("place_word", last) != kNone) return "place";
    if (range.end < a.range.end && look_.token_text(range.end) == "," && range.end + 1 < a.range.end &&
        look_.word_is(range.end + 1, "organization_word")) {
      return "organization";
    }
    if (input_.program.lookup("place", fold(look_.text_of(range))) != kNone) return "place";
    for (const Annotation& annotation : a.annotations) {
      if (annotation.range == range && look_.is(annotation, "place")) return "place";
      if (annotation.range.contains(range) && look_.is(annotation, "speech") && may_be_person(range))
        return "person";
      // not "CarryAll, the valley's leader in transport,"
      if (annotation.range.begin == range.begin && range.end - range.begin >= 2 &&
          look_.is(annotation, "titled"))
        return "person";
    }
    return range.end - range.begin == 1 && look_.form(range.begin).is(Shape::kUpper) ? "organization"
                                                                                     : "other";
  }

  // Two to four words, not "HTX DAO", "Rowan Market Research".
  bool may_be_person(TokenRange range) const {
    constexpr std::uint32_t kMost = 4;
    constexpr std::size_t kInitials = 2;  // "AJ Forsythe"
    const std::uint32_t words = range.end - range.begin;
    const Form& first = look_.form(range.begin);
    const bool acronym = first.is(Shape::kUpper) && first.text.size() > kInitials;
    return words >= 2 && words <= kMost && !acronym && !look_.word_is(range.end - 1, "surname.never") &&
           !in_title(look_.text_of(range));
  }

  // "Orvane Tidal Group Inc. (NASDAQ: ORTG)", "(the “Company”)", "(UP)".
  void read_bracket(const Analysis& a, TokenRange range, std::size_t entity) {
    std::uint32_t open = range.end;
    if (open < a.range.end && look_.token_text(open) == ".") ++open;
    if (open + 2 >= a.range.end || look_.token_text(open) != "(") return;
    std::uint32_t close = open + 1;
    while (close < a.range.end && close < open + 14 && look_.token_text(close) != ")") ++close;
    if (close >= a.range.end || look_.token_text(close) != ")") return;
    const Form& first = look_.form(open + 1);
    const bool exchange = input_.program.lookup("exchange", first.folded) != kNone;
    if (exchange && close - open >= 3) {
      const std::uint32_t symbol = look_.token_text(open + 2) == ":" ? open + 3 : open + 2;
      if (symbol >= close) return;
      std::uint32_t stop = symbol;
      while (stop < close && look_.token_text(stop) != ";" && look_.token_text(stop) != ",") ++stop;
      const std::string ticker = look_.text_of({symbol, stop});
      out_.list_[entity].ids.emplace_back("ticker", std::string(first.text) + ":" + ticker);
      out_.list_[entity].type = "organization";
      alias(entity, ticker);
      anchor(entity, introduces(a) || in_title(out_.list_[entity].name) ? kSingledOut : kMentioned);
      return;
    }
    if (const TokenRange code = market_code({open + 1, close}); !code.empty()) {
      const std::string ticker = look_.text_of({code.begin, code.begin + 1});
      out_.list_[entity].ids.emplace_back("ticker", look_.text_of(code));
      out_.list_[entity].type = "organization";
      alias(entity, ticker);
      anchor(entity, introduces(a) || in_title(out_.list_[entity].name) ? kSingledOut : kMentioned);
      return;
    }
    if (const TokenRange symbol = symbol_within({open + 1, close}); !symbol.empty())
      read_symbol(range, symbol, symbol.begin > open + 1, entity);
    for (std::uint32_t token = open + 1; token < close; ++token) {
      const Form& word = look_.form(token);
      if (!word.is(Shape::kWordlike) || look_.word_is(token, "alias.lead")) continue;
      if (word.is(Shape::kUpper) && word.text.size() >= 2 && word.text.size() <= 8 &&
          initials_fit(range, word.text))
        alias(entity, word.text);
      // ("Corvus" or the "Company")
      const bool in_quotes = look_.token_text(token - 1) == "\"" || look_.token_text(token - 1) == "“";
      if (in_quotes && word.is(Shape::kCap) && input_.program.lookup("self_reference", word.folded) == kNone)
        alias(entity, quoted_from(token, close));
      if (input_.program.lookup("self_reference", word.folded) != kNone) anchor(entity, kSingledOut);
    }
  }

  // "(CRLN.MI)": a ticker with its market's code; empty where the bracket holds anything else.
  TokenRange market_code(TokenRange bracket) const {
    constexpr std::size_t kMarket = 2;  // letters
    const bool three = bracket.begin + 3 == bracket.end && look_.token_text(bracket.begin + 1) == "." &&
                       input_.text.tokens[bracket.begin + 1].glued &&
                       input_.text.tokens[bracket.end - 1].glued;
    const bool code = three && look_.form(bracket.begin).is(Shape::kUpper) &&
                      look_.form(bracket.end - 1).is(Shape::kUpper) &&
                      look_.token_text(bracket.end - 1).size() <= kMarket &&
                      look_.token_text(bracket.begin).size() > 1;
    return code ? bracket : TokenRange{};
  }

  // "(KES)", "($KES)": the letters of a coin's or share's symbol; empty where the bracket holds anything
  // else.
  TokenRange symbol_within(TokenRange bracket) const {
    if (look_.token_text(bracket.begin) == "$") ++bracket.begin;
    const bool one = bracket.begin + 1 == bracket.end && look_.form(bracket.begin).is(Shape::kUpper);
    return one && look_.token_text(bracket.begin).size() > 1 ? bracket : TokenRange{};
  }

  // "Kestrel (KSTR)", "Orvane ($ORV)"; "MEDC" is an acronym.
  void read_symbol(TokenRange name, TokenRange symbol, bool in_dollars, std::size_t entity) {
    const std::string text = look_.text_of(symbol);
    if (initials_fit(name, text) || !(in_dollars || abbreviates(look_.text_of(name), text))) return;
    alias(entity, text);
    out_.symbols_.insert(fold(text));
  }

  // "KSTR" for "Kestrel": letters of the name in their order, from its first on.
  static bool abbreviates(const std::string& name, const std::string& symbol) {
    const std::string whole = fold(name);
    const std::string letters = fold(symbol);
    std::size_t at = 0;
    for (const char c : whole) {
      if (at < letters.size() && c == letters[at]) ++at;
    }
    return !whole.empty() && whole.front() == letters.front() && at == letters.size();
  }

  // One of the article's first sentences.
  bool introduces(const Analysis& a) const {
    constexpr std::size_t kFirst = 6;
    return static_cast<std::size_t>(&a - input_.analyses.data()) < kFirst;
  }

  // The words up to the closing quotation mark.
  std::string quoted_from(std::uint32_t token, std::uint32_t close) const {
    std::uint32_t end = token;
    while (end < close && look_.token_text(end) != "\"" && look_.token_text(end) != "”") ++end;
    return look_.text_of({token, end});
  }

  // "MEDC" for "Michigan Economic Development Corporation"; "GM" for "General Motors".
  bool initials_fit(TokenRange range, std::string_view acronym) const {
    std::size_t at = 0;
    for (std::uint32_t token = range.begin; token < range.end && at < acronym.size(); ++token) {
      const std::string_view text = look_.token_text(token);
      if (!text.empty() && text.front() == acronym[at]) ++at;
    }
    return at == acronym.size();
  }

  // "Tavora" for "Tavora Group Inc.", "Qiyun Auto" for "Qiyun Auto Inc.", "Zhang" for "Zhang Yunming": the
  // first words (a person's last) that belong to one longer name.
  void bind_short_names() {
    const NameOrder order(out_.list_);
    owner_.resize(out_.list_.size());
    std::iota(owner_.begin(), owner_.end(), std::size_t{0});
    for (std::size_t i = 0; i < out_.list_.size(); ++i) {
      if (out_.list_[i].type == "place") continue;
      if (const std::size_t owner = longer_name(i, order); owner != SIZE_MAX) merge(i, root_of(owner));
    }
    drop_merged();
  }

  // The longest name that the entity's is short for; SIZE_MAX where none or several are.
  // "Jianghai" is short for "Jianghai Province" before it is for "Jianghai Customs".
  std::size_t longer_name(std::size_t i, const NameOrder& order) {
    const std::string& name = out_.list_[i].name;
    std::vector<std::size_t> longer = order.longer_than(name);
    std::erase_if(longer, [&](std::size_t j) { return is_part_of(i, j); });
    for (const std::size_t j : longer) {
      const std::string& full = out_.list_[j].name;
      if (out_.list_[j].type == "place" && full.starts_with(name + " ") &&
          input_.program.lookup("place_word", fold(full.substr(name.size() + 1))) != kNone)
        return j;
    }
    if (stands_alone(i, longer)) {
      for (const std::size_t j : longer) weight_[i] += weight_[j];  // they tell of it too
      return SIZE_MAX;
    }
    std::size_t owner = SIZE_MAX;
    for (const std::size_t j : longer) {
      const std::string& full = out_.list_[j].name;
      if (out_.list_[j].type == "place") continue;
      if (owner == SIZE_MAX || out_.list_[owner].name.starts_with(full)) {
        owner = j;
      } else if (weight_[j] > weight_[owner] || full.starts_with(out_.list_[owner].name)) {
        owner = full.starts_with(out_.list_[owner].name) ? owner : j;
      }
    }
    return owner;
  }

  // "Halden Park Phase II" of "Halden Park", "Orvane Kids" of Orvane (NYSE: ORV): a part's name, or a
  // thing's, for which the short one does not stand.
  bool is_part_of(std::size_t whole, std::size_t part) const {
    const std::string& name = out_.list_[whole].name;
    const std::string& full = out_.list_[part].name;
    if (!full.starts_with(name + " ")) return false;
    const std::string rest = fold(full.substr(name.size() + 1));
    const bool section = input_.program.lookup("name.part", rest.substr(0, rest.find(' '))) != kNone;
    const bool legal = input_.program.lookup("legal_form", fold(name)) != kNone ||
                       input_.program.lookup("legal_form", rest.substr(rest.rfind(' ') + 1)) != kNone;
    return section || (!legal && is_listed(out_.list_[whole]) && out_.list_[part].type == "other");
  }

  // "Orvane", named far more often than "Orvane Research" and "Orvane Ventures", is short for neither; unless
  // one is its full name, as "Orvane Inc." or what has a ticker.
  bool stands_alone(std::size_t i, const std::vector<std::size_t>& longer) const {
    constexpr std::size_t kTimes = 3;
    const auto is_other = [&](std::size_t j) {
      const Entity& other = out_.list_[j];
      const std::string& name = other.name;
      const bool legal = input_.program.lookup("legal_form", fold(name.substr(name.rfind(' ') + 1))) != kNone;
      return !legal && !is_listed(other) && other.type != "person" &&
             out_.list_[i].mentions.size() >= kTimes * other.mentions.size();
    };
    return longer.size() > 1 && std::all_of(longer.begin(), longer.end(), is_other);
  }

  // The entity that an entity has been merged into; itself where it has not.
  std::size_t root_of(std::size_t entity) const {
    while (owner_[entity] != entity) entity = owner_[entity];
    return entity;
  }

  void merge(std::size_t from, std::size_t into) {
    Entity& full = out_.list_[into];
    const Entity& part = out_.list_[from];
    full.aliases.push_back(part.name);
    for (const std::string& alias : part.aliases) full.aliases.push_back(alias);
    full.ids.insert(full.ids.end(), part.ids.begin(), part.ids.end());
    full.mentions.insert(full.mentions.end(), part.mentions.begin(), part.mentions.end());
    weight_[into] += weight_[from];
    if (anchored_.contains(from)) anchored_.insert(into);
    if (located_.contains(from)) located_.insert(into);
    owner_[from] = into;
  }

  void drop_merged() {
    std::vector<std::size_t> place(out_.list_.size());
    std::vector<Entity> kept;
    std::vector<int> weights;
    for (std::size_t i = 0; i < out_.list_.size(); ++i) {
      if (owner_[i] != i) continue;
      place[i] = kept.size();
      kept.push_back(std::move(out_.list_[i]));
      kept.back().id = fmt::format("e{}", kept.size());
      std::vector<Span>& mentions = kept.back().mentions;
      std::stable_sort(mentions.begin(), mentions.end(),
                       [](Span one, Span other) { return one.begin < other.begin; });
      weights.push_back(weight_[i]);
    }
    for (auto& [name, index] : out_.index_) index = place[root_of(index)];
    out_.list_ = std::move(kept);
    weight_ = std::move(weights);
    for (std::set<std::size_t>* marked : {&anchored_, &located_}) {
      std::set<std::size_t> moved;
      for (const std::size_t entity : *marked) moved.insert(place[root_of(entity)]);
      *marked = std::move(moved);
    }
  }

  // The heaviest organisation, else the heaviest name: what the title, the lede or the ticker names.
  void choose_main() {
    constexpr int kEnough = 6;
    constexpr int kLede = 3;  // the weight of one mention there
    constexpr std::size_t kOften = 3;
    int best = 0;
    int best_place = 0;
    for (std::size_t i = 0; i < out_.list_.size(); ++i) {
      const Entity& entity = out_.list_[i];
      if (entity.type == "person" || is_document(entity)) continue;
      const bool titled = names_title(entity);
      int weight = weight_[i] * (entity.type == "organization" ? 3 : entity.type == "place" ? 1 : 2);
      if (titled) weight = opens_title(entity) ? weight * 5 / 2 : weight * 2;
      const bool place = entity.type == "place" || (entity.type == "other" && located_.contains(i));
      if (place && titled && weight > best_place) {
        best_place = weight;
        out_.region_ = i;
      }
      const bool known = titled || anchored_.contains(i) || entity.mentions.size() >= kOften ||
                         (entity.mentions.size() > 1 && entity.name.find(' ') != std::string::npos) ||
                         (entity.type == "organization" && weight_[i] > kLede);
      if (known && weight >= kEnough && weight > best) {
        best = weight;
        out_.main_ = i;
      }
    }
    const Entity* main = out_.main();
    if (main != nullptr && main->type == "place" && is_only_where(*main)) out_.main_ = SIZE_MAX;
  }

  // Three firms with a ticker or more, of which the title does not single out one.
  bool tells_of_several() const {
    constexpr std::size_t kSeveral = 3;
    std::size_t listed = 0;
    std::size_t titled = 0;
    for (const Entity& entity : out_.list_) {
      if (!is_listed(entity)) continue;
      ++listed;
      if (names_title(entity)) ++titled;
    }
    const Entity* main = out_.main();
    const bool singled = main != nullptr && names_title(*main) && (titled == 1 || !is_listed(*main));
    return listed >= kSeveral && titled != 1 && !singled;
  }

  // "Feasibility Study": tells of another.
  bool is_document(const Entity& entity) const {
    const std::string& name = entity.name;
    const std::size_t space = name.rfind(' ');
    const std::string last = fold(name.substr(space == std::string::npos ? 0 : space + 1));
    return entity.type == "other" && input_.program.lookup("telling.noun", last) != kNone;
  }

  // "Chimney Safety in Tolvik", "Halden Office in Tolvik, Norway": the title tells where something is, no
  // more.
  bool is_only_where(const Entity& entity) const {
    const std::string title = fold(input_.document.metadata.title.value_or(""));
    const std::string name = fold(entity.name);
    bool where = false;
    for (std::size_t at = title.find(name); at != std::string::npos;
         at = title.find(name, at + name.size())) {
      const std::string before = word_before(title, at);
      if (!before.ends_with(',') && input_.program.lookup("preposition.home", before) == kNone) return false;
      where = true;
    }
    return where;
  }

  // The word that ends before the place, with what is written to it; empty where none does.
  static std::string word_before(const std::string& text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] != ' ') --begin;
    return text.substr(begin, end - begin);
  }

  bool names_title(const Entity& entity) const {
    return in_title(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                                [&](const std::string& alias) { return in_title(alias); });
  }

  // "Orvane Bakeries Lifts Outlook as Bread Demand Grows": whom a title names first with what it does,
  // but not "Bitcoin Rises, Ethereum Falls", which tells of a market's day.
  bool opens_title(const Entity& entity) const {
    const std::string title = fold(input_.document.metadata.title.value_or(""));
    const auto opens = [&](const std::string& name) {
      if (!title.starts_with(fold(name))) return false;
      const std::size_t begin = title.find_first_not_of('.', fold(name).size());
      return begin != std::string::npos && title[begin] == ' ' &&
             is_deed(title.substr(begin + 1, title.find(' ', begin + 1) - begin - 1));
    };
    return opens(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), opens);
  }

  // "lifts", "signs", also "study", which somebody made; not "rises".
  bool is_deed(const std::string& word) const {
    const Program& program = input_.program;
    const std::uint32_t moved = program.lookup("change.verb", word);
    if (moved != kNone) return program.row_attribute(moved, "transitive") == "yes";
    return program.lookup("telling.noun", word) != kNone ||
           (program.lookup("pos.VZ", word) != kNone && program.lookup("move.verb", word) == kNone);
  }

  bool in_title(const std::string& name) const {
    return input_.document.metadata.title &&
           fold(*input_.document.metadata.title).find(fold(name)) != std::string::npos;
  }

  const ClaimInput& input_;
  Looker look_;
  Entities out_;
  std::vector<int> weight_;
  std::map<std::string, int> surface_;  // how often each folded form of a name is written
  std::vector<std::size_t> owner_;      // by entity: what it was merged into; itself where it was not
  std::set<std::size_t> anchored_;  // what the article's first words, a ticker or ("the Company") single out
  std::set<std::size_t> located_;   // what "in" stands before
  std::map<std::string, int> openings_;         // how often a word has opened a sentence
  std::unordered_set<std::string_view> coins_;  // words, folded, that the article gives a coin's symbol
  std::unordered_set<std::string_view> lower_;  // words that the article writes in lower case
};

Entities read_entities(const ClaimInput& input) { return EntityReader(input).run(); }

}  // namespace figmine
