#include "text/run_in_headings.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/lexer.h"
#include "text/wide_gaps.h"

namespace figmine {
namespace {

constexpr std::uint32_t kLongestNamed = 150;  // bytes, where the text behind it names the same

// Likeliest parts of speech of words that begin a clause rather than end a name.
constexpr std::array<std::string_view, 4> kOpening = {"pos.first.VG", "pos.first.VN", "pos.first.VD",
                                                      "pos.first.J"};
// Of words that a title may have in lower case: "from", "than", "your", "when".
constexpr std::array<std::string_view, 5> kSmall = {"pos.first.IN", "pos.first.DT", "pos.first.SUB",
                                                    "pos.first.PRPS", "pos.first.CC"};
// Of words that want another one behind them: "the", "my", "and".
constexpr std::array<std::string_view, 3> kLeading = {"pos.first.DT", "pos.first.PRPS", "pos.first.CC"};
// Of words that do something: "contributes", "is", "will".
constexpr std::array<std::string_view, 3> kActing = {"pos.first.VZ", "pos.first.AUX", "pos.first.MD"};
// Of words that end names: "BankShares", "SkyNet".
constexpr std::array<std::string_view, 3> kNaming = {"pos.first.J", "pos.first.N", "pos.first.NS"};

bool is_stop(char c) { return c == '.' || c == '!' || c == '?'; }

// A heading of one or two words may be the beginning of a name: "Meet AppLoving".
bool is_long(std::string_view heading) {
  constexpr std::size_t kLong = 24;  // bytes
  constexpr int kWords = 3;
  return heading.size() >= kLong || std::count(heading.begin(), heading.end(), ' ') >= kWords - 1;
}

// "methodology": in small letters, as no name begins.
bool is_plain(std::string_view left) {
  constexpr std::size_t kShortest = 4;  // letters
  return left.size() >= kShortest && std::all_of(left.begin(), left.end(), is_lower);
}

// The end of the word that begins there.
std::uint32_t end_of_word(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_letter_or_digit(text[at])) ++at;
  return at;
}

// The end without the quotation mark or bracket that closes there.
std::uint32_t before_closing(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  constexpr std::string_view kQuote = "”";
  if (slice(text, {begin, end}).ends_with(kQuote)) end -= static_cast<std::uint32_t>(kQuote.size());
  return end > begin && (text[end - 1] == '"' || text[end - 1] == ')') ? end - 1 : end;
}

}  // namespace

// Two words as one: "PotentialCutoshi" is "Potential", "Cutoshi".
struct RunInHeadings::Joint {
  Joint(std::string_view text, std::uint32_t at, Span block);

  std::string_view left;
  std::string_view right;
  std::string_view whole;
  std::string_view next;  // the word after the right part, where one space stands between
  bool address;           // "www.VexaPumps.com", "#VexaPumpsNow"
  bool ends;              // nothing or a mark that closes stands behind
  bool goes_on;           // in small letters: "Vexa is", "Vexa's"
};

RunInHeadings::Joint::Joint(std::string_view text, std::uint32_t at, Span block) {
  constexpr std::array<std::string_view, 4> kGoingOn = {"'s ", "’s ", "-", " ("};
  constexpr std::string_view kEnding = ".;:)";
  text = text.substr(0, block.end);
  std::uint32_t begin = at;
  while (begin > block.begin && is_letter_or_digit(text[begin - 1])) --begin;
  const std::uint32_t end = end_of_word(text, at);
  left = slice(text, {begin, at});
  right = slice(text, {at, end});
  whole = slice(text, {begin, end});
  const std::string_view behind = text.substr(end);
  if (behind.starts_with(' ')) next = slice(text, {end + 1, end_of_word(text, end + 1)});
  const bool dotted = behind.size() > 1 && behind[0] == '.' && is_letter_or_digit(behind[1]);
  const char before = begin > block.begin ? text[begin - 1] : ' ';
  address = dotted || before == '/' || (before == '@' && !has_inner_capital(left)) ||
            (before == '#' && has_inner_capital(left));
  ends = behind.empty() || kEnding.find(behind[0]) != std::string_view::npos ||
         (behind.starts_with(" (") && !left.empty());
  goes_on = (!next.empty() && is_lower(next.front())) ||
            std::any_of(kGoingOn.begin(), kGoingOn.end(),
                        [&](std::string_view mark) { return behind.starts_with(mark); });
}

RunInHeadings::RunInHeadings(std::string_view text, const Program& program)
    : text_(text), program_(program), count_(text), name_in_small_(name_in_small()) {}

std::optional<Span> RunInHeadings::find_first(Span block) {
  if (block.empty() || is_lower(text_[block.begin])) return {};
  if (const std::uint32_t end = end_of_capitals(block); end > block.begin) return Span{block.begin, end};
  const std::uint32_t last = std::min(block.end, block.begin + kLongestNamed);
  for (std::uint32_t i = block.begin + 2; i + 1 < last; ++i) {
    if (may_begin(i) && runs_in({block.begin, i}, block)) return Span{block.begin, i};
    if (opens_sentence(i, block)) return {};
  }
  return {};
}

std::optional<Span> RunInHeadings::find(Span block) {
  if (const std::optional<Span> first = find_first(block)) return first;
  std::uint32_t start = block.end;
  for (std::uint32_t i = block.begin + 2; i + 1 < block.end; ++i) {
    if (!may_begin(i)) continue;
    if (start + 2 < i && i - start < kLongestNamed && runs_in({start, i}, block)) return Span{start, i};
    if (opens_sentence(i, block)) start = i;
  }
  return {};
}

// "COUNTY SEEKS NEW SHERIFF: The office said …": words in capitals up to a colon head the paragraph. The
// block's beginning where none do.
std::uint32_t RunInHeadings::end_of_capitals(Span block) const {
  constexpr int kFewest = 3;  // words
  const std::uint32_t limit = std::min(block.end, block.begin + kLongestHeading);
  int words = 0;
  std::uint32_t at = block.begin;
  for (; at < limit && text_[at] != ':'; ++at) {
    if (is_lower(text_[at])) return block.begin;
    const bool opens = at == block.begin || text_[at - 1] == ' ';
    words += opens && at + 1 < limit && is_upper(text_[at]) && is_upper(text_[at + 1]) ? 1 : 0;
  }
  const bool sentence = at + 3 < block.end && text_[at] == ':' && text_[at + 1] == ' ' &&
                        is_upper(text_[at + 2]) && !is_upper(text_[at + 3]);
  return words >= kFewest && sentence ? at + 1 : block.begin;
}

// Behind "grew. ", "grew.\" ", "grew." where the space was lost; not behind "vs. " and "U.S. ".
bool RunInHeadings::opens_sentence(std::uint32_t at, Span block) const {
  constexpr std::uint32_t kWord = 3;  // letters
  if (text_[at - 1] == ' ') return ends_sentence(at - 1, block.begin);
  const std::string_view opening = slice(text_, {at, block.end}).substr(0, kWord);
  if (!is_upper(opening.front()) || std::none_of(opening.begin(), opening.end(), is_lower))
    return false;  // "Vexa.AI"
  const std::uint32_t end = before_closing(text_, at, block.begin);
  if (end < block.begin + kWord + 1 || !is_stop(text_[end - 1])) return false;
  const std::string_view word = text_.substr(end - 1 - kWord, kWord);
  return std::all_of(word.begin(), word.end(), is_lower);
}

bool RunInHeadings::ends_sentence(std::uint32_t end, std::uint32_t begin) const {
  end = before_closing(text_, end, begin);
  if (end <= begin || !is_stop(text_[end - 1])) return false;
  if (text_[end - 1] != '.') return true;
  std::uint32_t word = end - 1;
  while (word > begin && is_letter_or_digit(text_[word - 1])) --word;
  if (word + 2 == end && is_upper(text_[word])) return false;
  const std::uint32_t row = program_.lookup("abbreviation", fold(slice(text_, {word, end - 1})));
  return row == kNone || program_.row_attribute(row, "before") != "any";
}

// "cyan" of an article that begins with "cyan AG reports"; nothing where it begins with a capital.
std::string_view RunInHeadings::name_in_small() const {
  constexpr std::size_t kShortest = 4;  // letters
  if (text_.empty() || !is_lower(text_.front())) return {};
  const std::size_t end = end_of_word(text_, 0);
  const std::string_view name = text_.substr(0, end);
  const std::string_view rest = text_.substr(end);
  const bool firm = rest.size() > 1 && rest[0] == ' ' &&
                    program_.lookup("legal_form", fold(rest.substr(1, rest.find(' ', 1) - 1))) != kNone;
  return end >= kShortest && (firm || program_.lookup("pos", fold(name)) == kNone) ? name
                                                                                   : std::string_view{};
}

// A capital or a name of the article's that has none.
bool RunInHeadings::may_begin(std::uint32_t at) const {
  if (is_upper(text_[at])) return true;
  if (name_in_small_.empty() || text_[at] != name_in_small_.front()) return false;
  const std::size_t end = at + name_in_small_.size();
  return text_.substr(at).starts_with(name_in_small_) && end < text_.size() &&
         !is_letter_or_digit(text_[end]);
}

bool RunInHeadings::runs_in(Span heading, Span block) {
  const std::uint32_t i = heading.end;
  const char before = text_[i - 1];
  const bool joins = is_lower(before) || is_digit(before) || before == '?' || before == '!' ||
                     before == ')' || before == '%' || (is_upper(before) && is_digit(text_[i - 2]));
  const bool acronym = is_upper(before) && is_upper(text_[i - 2]);  // "Stalled by SECCorlan rose"
  if (!joins && !acronym && before != '.') return false;
  const bool inner = heading.begin > block.begin;
  if (inner && !is_titled(heading)) return false;
  if (ends_with_name(heading, block)) return true;
  if (is_lower(text_[i]))
    return is_lower(before) && is_titled(heading) && is_known(Joint(text_, i, block).left);
  const bool article = text_[i] == 'A' && text_[i + 1] == ' ' && !is_digit(before);
  if (!is_lower(text_[i + 1]) && (acronym || !is_upper(text_[i + 1])) && !article) return false;
  const Joint joint(text_, i, block);
  if (before == '.' || joint.address) return false;
  if (opens_with({heading.begin, block.end}, joint.right)) return true;
  if (before == '%') return false;  // "Asia 5 %Europe 6 %"
  if (before == '?' && !joint.ends) return true;
  return joins && heading.size() + 1 < kLongestHeading && is_lost(joint, heading, inner);
}

// "Corlan (CRL) Faces a CorrectionCorlan fell": the text begins with the name that its heading begins with.
bool RunInHeadings::opens_with(Span block, std::string_view name) const {
  constexpr std::size_t kShortest = 3;  // letters
  const std::string_view text = slice(text_, block);
  return name.size() >= kShortest && text.starts_with(name) && text.size() > name.size() &&
         !is_letter_or_digit(text[name.size()]);
}

// "About Vexa PumpsVexa Pumps makes": the text begins with the name that its heading ends with. A word twice
// may be a name itself, "TukTuk", unless it stands alone elsewhere.
bool RunInHeadings::ends_with_name(Span heading, Span block) {
  constexpr std::uint32_t kShortest = 3;  // bytes
  const std::string_view behind = slice(text_, {heading.end, block.end});
  for (std::uint32_t at = heading.begin + 1; at + kShortest <= heading.end; ++at) {
    if (text_[at - 1] != ' ' || text_[at] != behind.front()) continue;
    const std::string_view name = slice(text_, {at, heading.end});
    if (!behind.starts_with(name) || behind.size() == name.size() || is_letter_or_digit(behind[name.size()]))
      continue;
    return !std::all_of(name.begin(), name.end(), is_letter_or_digit) || count_.of(name) > 0;
  }
  return false;
}

// Whether the heading has the word: "The Role of Vexa in Mining" has "Vexa".
bool RunInHeadings::names(Span heading, std::string_view word) const {
  constexpr std::size_t kShortest = 4;  // letters
  if (word.size() < kShortest) return false;
  const std::string_view words = slice(text_, heading);
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool whole = end == words.size() || !is_letter_or_digit(words[end]);
    if (whole && (at == 0 || !is_letter_or_digit(words[at - 1]))) return true;
  }
  return false;
}

bool RunInHeadings::is_lost(const Joint& joint, Span heading, bool inner) {
  if ((joint.right.size() < 2 && joint.right != "A") || joint.left.size() == 1) return false;
  if (program_.lookup("inner_capital", fold(joint.whole)) != kNone) return false;
  if (is_any(fold(joint.left), kLeading)) return false;  // "MyVexa": no heading ends with "my"
  if (inner && slice(text_, heading).find(' ') == std::string_view::npos) return false;
  const bool titled = inner || is_titled(heading);
  if (!joint.left.empty() && (count_.of(joint.whole) != 1 || count_.has_other_spelling(joint.whole)))
    return false;
  const bool starts = opens_text(joint);
  if (titled && is_long(slice(text_, heading)) && is_told_by_title(joint, heading, starts)) return true;
  if (inner && !starts) return false;
  if (count_.has_pair(joint.right, joint.next)) return true;
  if (starts && (titled || is_plain(joint.left) || is_known(joint.left))) return joint.right.size() > 1;
  if (!is_known(joint.left)) return false;
  if (titled && is_participle(joint) && count_.of(joint.left) > 0) return true;
  const bool acronym = joint.right.size() > 1 && is_upper(joint.right[1]);  // "Grows LeadershipIBG became"
  if (acronym && (joint.right.size() < 3 || !titled || count_.of(joint.left) == 0)) return false;
  return !opens_like_sentence(heading) && is_name(joint);
}

// Words with capitals, then a word that opens a clause or that they have: "The Role of Vexa TodayVexa is"; or
// one that the article has in small letters and that does something: "A Plan for StreetsMining adds".
bool RunInHeadings::is_told_by_title(const Joint& joint, Span heading, bool starts) {
  if (starts) return joint.right.size() > 1 || joint.goes_on;
  if (!joint.goes_on) return false;
  if (names(heading, joint.right)) return true;
  if (!is_known(joint.left)) return false;
  const bool acts = count_.of(fold(joint.right)) > 0 && is_any(fold(joint.next), kActing);
  return acts || opens_clause(joint) || is_name(joint);
}

// "Emerging as", "Considered the", "Early investors": words that no name ends with.
bool RunInHeadings::opens_clause(const Joint& joint) const {
  if (joint.next.empty() || !is_lower(joint.next.front())) return false;
  const std::string word = fold(joint.right);
  const bool unknown = program_.lookup("pos", word) == kNone;
  return is_any(word, kOpening) ||
         (unknown && (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly")));
}

// "Founded in": what a text about a firm opens with, behind a short heading too.
bool RunInHeadings::is_participle(const Joint& joint) const {
  return opens_clause(joint) && joint.right.ends_with("ed") &&
         program_.lookup("pos.first.IN", joint.next) != kNone;
}

// A word that the article has again, seldom in lower case unless no other word is written so: "Corlan",
// though links have "corlan".
bool RunInHeadings::is_name(const Joint& joint) {
  constexpr std::size_t kSeldom = 3;
  if (joint.right.size() < 3 && !joint.next.empty()) return false;  // "GameFi and", but "Li-Vex"
  const std::string lower = fold(joint.right);
  const bool unknown = program_.lookup("pos", lower) == kNone;
  return count_.of(joint.right) > 1 && (unknown || count_.of(joint.right) > kSeldom * count_.of(lower));
}

bool RunInHeadings::is_titled(Span heading) const {
  constexpr std::uint32_t kShort = 3;  // "and"
  for (std::uint32_t i = heading.begin; i < heading.end;) {
    const std::uint32_t end = end_of_word(text_.substr(0, heading.end), i);
    const std::string_view word = slice(text_, {i, end});
    const bool joined = i > heading.begin && text_[i - 1] == '-';  // "Long-term"
    if (word.size() > kShort && is_lower(word.front()) && !joined && word != name_in_small_ &&
        !is_any(word, kSmall))
      return false;
    i = end + 1;
  }
  return !heading.empty() && is_upper(text_[heading.begin]);
}

// A word of the language or of the article; what ends with a figure or a mark is no word's beginning.
bool RunInHeadings::is_known(std::string_view left) {
  if (left.empty() || is_digit(left.front()) || count_.of(left) > 0) return true;
  const std::string word = fold(left);
  return count_.of(word) > 0 || program_.lookup("pos", word) != kNone;
}

bool RunInHeadings::opens_like_sentence(Span heading) const {
  const std::string_view words = slice(text_, heading);
  return program_.lookup("sentence_starter", fold(words.substr(0, words.find(' ')))) != kNone;
}

// "The", "With"; "Net" and "Shares" may end a name.
bool RunInHeadings::opens_text(const Joint& joint) {
  const std::string word = fold(joint.right);
  if (joint.ends || program_.lookup("sentence_starter", word) == kNone) return false;
  const bool title = !joint.next.empty() && is_upper(joint.next.front());
  return joint.left.empty() || title || !is_any(word, kNaming) || count_.of(joint.left) > 0;
}

bool RunInHeadings::is_any(std::string_view folded_word, std::span<const std::string_view> types) const {
  return std::any_of(types.begin(), types.end(),
                     [&](std::string_view type) { return program_.lookup(type, folded_word) != kNone; });
}

}  // namespace figmine
