#include "claim/entities/common_words.h"

#include "resolve/singular.h"

namespace figmine::entities {

CommonWords::CommonWords(const ClaimInput& input, const Looker& look, const Title& title,
                         const Tickers& tickers)
    : program_(input.program), look_(look), title_(title), tickers_(tickers) {
  read_lower(input);
  read_title(headline_of(input));
  for (const Analysis& a : input.analyses) read_capitals(a);
  for (const Analysis& a : input.analyses) read_acronyms(a);
  for (const Analysis& a : input.analyses) read_coins(a);
}

bool CommonWords::excludes(const Analysis& a, std::uint32_t token) {
  const Form& word = look_.form(token);
  if (word.text.size() == 1 || is_any_word(token)) return true;  // "5G"
  const bool opening = opens(a, token) && !coins_.contains(word.folded) && !firms_.contains(word.folded) &&
                       !word.is(Shape::kUpper) && !tickers_.has_ticker(a, token + 1);
  return opening && ++openings_[word.folded] < 2 && !title_.names(look_.text_of({token, token + 1}));
}

void CommonWords::note_firm(TokenRange name) {
  if (name.end > name.begin + 1) firms_.insert(look_.form(name.begin).folded);
}

void CommonWords::read_lower(const ClaimInput& input) {
  const std::vector<Token>& tokens = input.text.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool part =
        tokens[i].glued || (i + 2 < tokens.size() && tokens[i + 1].glued && tokens[i + 2].glued);
    const Form& form = input.forms[tokens[i].form];
    if (!part && form.is(Shape::kLower)) ++lower_[form.folded];  // not "ir@acme.com"
  }
}

void CommonWords::read_title(TokenRange headline) {
  for (std::uint32_t token = headline.begin; token < headline.end; ++token) {
    const auto found = lower_.find(look_.form(token).folded);
    if (found != lower_.end() && look_.form(token).is(Shape::kCap)) --found->second;
  }
}

void CommonWords::read_capitals(const Analysis& a) {
  if (look_.title_case(a)) return;
  for (std::uint32_t token = a.range.begin + 1; token < a.range.end; ++token) {
    const Form& form = look_.form(token);
    const auto found = form.is(Shape::kCap) ? lower_.find(form.folded) : lower_.end();
    if (found != lower_.end() && !opens(a, token) && stands_alone(a, token)) --found->second;
  }
}

// "Target", not "the Tenant", "Tarn Target", "Friends of Tarn".
bool CommonWords::stands_alone(const Analysis& a, std::uint32_t token) const {
  const auto is_capital = [&](std::uint32_t other) {
    return a.range.contains({other, other + 1}) && look_.form(other).is(Shape::kCap);
  };
  const bool behind_article =
      look_.small_word_is(token - 1, "article.definite") || look_.small_word_is(token - 1, "article.one");
  const bool list = look_.small_word_is(token - 1, "joint.and");
  const bool of = look_.small_word_is(token - 1, "preposition") && token > a.range.begin + 2;
  const bool joined_before = (list || of) && token > a.range.begin + 1 && is_capital(token - 2);
  const bool joined_behind =
      token + 2 < a.range.end && is_capital(token + 2) &&
      (look_.small_word_is(token + 1, "preposition") || look_.small_word_is(token + 1, "joint.and"));
  return !behind_article && !is_capital(token - 1) && !is_capital(token + 1) && !joined_before &&
         !joined_behind;
}

// "recurring monthly revenue (RMR)": the letters begin the words before the bracket, none of which is a
// name's.
void CommonWords::read_acronyms(const Analysis& a) {
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
    if (fits) acronyms_.insert(std::string(letters.text));
  }
}

// "Ripple (XRP)", also in a heading: a common word with the symbol of a coin is its name.
void CommonWords::read_coins(const Analysis& a) {
  for (std::uint32_t open = a.range.begin + 1; open + 2 < a.range.end; ++open) {
    const bool coin = look_.token_text(open) == "(" && look_.token_text(open + 2) == ")" &&
                      tickers_.is_known_coin(a, open + 1);
    if (coin && look_.form(open - 1).is(Shape::kCap)) coins_.insert(look_.form(open - 1).folded);
  }
}

// A single capitalised word may be any word where the article writes it in lower case too, or where the
// lexicons know it.
bool CommonWords::is_any_word(std::uint32_t token) const {
  const Form& word = look_.form(token);
  if (coins_.contains(word.folded)) return false;
  if (word.is(Shape::kUpper)) {
    // "OIL", "UPDATE" are words; "IT" and "ALDI" are not.
    constexpr std::size_t kShortWord = 3;
    return look_.word_is(token, "measure.acronym") || look_.word_is(token, "common_acronym") ||
           acronyms_.contains(std::string(word.text)) ||
           (word.text.size() >= kShortWord && lower_.contains(word.folded)) ||
           look_.word_is(token, "headline.label");
  }
  if (program_.lookup("place", word.folded) != kNone) return false;
  const std::string one = singular(program_, word.folded);
  return lower_.contains(word.folded) || lower_.contains(one) || look_.word_is(token, "pos") ||
         look_.word_is(token, "common_acronym") || program_.lookup("pos", one) != kNone;
}

// What opens a sentence is capitalised whatever it is; only said twice it is taken for a name.
bool CommonWords::opens(const Analysis& a, std::uint32_t token) const {
  if (token == a.range.begin || look_.in_dateline(token - 1)) return true;
  const Form& left = look_.form(token - 1);
  return !left.is(Shape::kWordlike) && left.text != "," && left.text != "(" && left.text != "&";
}

}  // namespace figmine::entities
