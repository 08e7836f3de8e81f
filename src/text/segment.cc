#include "text/segment.h"

#include <algorithm>

#include "base/ascii.h"
#include "text/lookup.h"

namespace figmine {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> options) {
  for (const std::string_view option : options) {
    if (text == option) return true;
  }
  return false;
}

bool closes(std::string_view text) { return is_one_of(text, {")", "]", "\"", "'", "”", "’", "»"}); }
// U+2010 and U+2011 are read as the hyphen that they look like.
bool is_hyphen(std::string_view text) { return is_one_of(text, {"‐", "‑"}); }
bool opens_quote(std::string_view text) { return is_one_of(text, {"“", "«", "„"}); }
bool closes_quote(std::string_view text) { return is_one_of(text, {"”", "»"}); }

class Segmenter {
 public:
  Segmenter(const Document& document, const Program& program, FormTable& forms)
      : document_(document), program_(program), forms_(forms) {}

  Text run() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) add_block(i);
    return std::move(out_);
  }

 private:
  void add_block(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    const auto begin = static_cast<std::uint32_t>(out_.tokens.size());
    bool straight = false;
    bool curly = false;
    for (const RawToken& raw : lex_cells(block)) {
      Token token;
      token.span = raw.span;
      const std::string_view characters = slice(document_.text, raw.span);
      token.form = forms_.intern(is_hyphen(characters) ? "-" : characters, raw.kind);
      token.kind = raw.kind;
      token.glued = raw.glued;
      token.newline = raw.newline || begins_cell(block, token.span.begin);
      if (opens_quote(characters)) curly = true;
      if (closes_quote(characters) && !curly) straight = false;  // "We sold 300 cars,” said Lee
      if (closes_quote(characters)) curly = false;
      const bool closing = characters == "\"" && curly && raw.glued;  // “We sold 300 cars," said Lee
      if (closing) curly = false;
      if (characters == "\"" && !closing) straight = !straight;
      token.quoted = curly || straight;
      out_.tokens.push_back(token);
    }
    const auto end = static_cast<std::uint32_t>(out_.tokens.size());
    if (begin == end) return;
    if (in_capitals(begin, end)) lower_capitals(begin, end);
    if (block.kind == BlockKind::kParagraph && split_footer(begin, end, index)) return;
    const Section section = section_of(block, begin, end);
    if (block.kind == BlockKind::kTableRow || block.kind == BlockKind::kMetadata)
      return add_sentence(begin, end, index, section);
    split_sentences(begin, end, index, section);
  }

  // "VEXA OPENS TWO PLANTS IN SPAIN": several known words and no small letter.
  bool in_capitals(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kFewest = 3;  // words
    const Span span{out_.tokens[begin].span.begin, out_.tokens[end - 1].span.end};
    const std::string_view text = slice(document_.text, span);
    if (std::any_of(text.begin(), text.end(), is_lower)) return false;
    std::uint32_t words = 0;
    for (std::uint32_t i = begin; i < end; ++i) words += is_capital_word(i) ? 1 : 0;
    return words >= kFewest;
  }

  // A word that the rules know, but not in capitals, or that is too long for an acronym: "PLANTS" and "NEW",
  // unlike "USD", "SPCB" and "WHO". Other scripts are left as they are.
  bool is_capital_word(std::uint32_t token) const {
    constexpr std::size_t kShortest = 3;  // bytes
    constexpr std::size_t kLongestAcronym = 5;
    const Form& form = forms_[out_.tokens[token].form];
    if (!form.is(Shape::kUpper) || form.text.size() < kShortest || !is_ascii(form.text)) return false;
    if (form.word == kNoWord) return form.text.size() > kLongestAcronym;
    const bool short_noun = form.text.size() > kShortest || program_.lookup("pos.J", form.word) != kNone;
    return form.exact == kNoWord && short_noun && program_.lookup("pos.first.SUB", form.word) == kNone;
  }

  // Such words are read as in a title: "PLANTS" as "Plants".
  void lower_capitals(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!is_capital_word(i)) continue;
      const Form& form = forms_[out_.tokens[i].form];
      out_.tokens[i].form = forms_.intern(form.text.substr(0, 1) + form.folded.substr(1), form.kind);
    }
  }

  // No token crosses a cell's begin, though the cells may have run together.
  std::vector<RawToken> lex_cells(const Block& block) const {
    std::vector<RawToken> out;
    std::uint32_t begin = block.span.begin;
    for (std::size_t cell = 0; begin < block.span.end; ++cell) {
      std::uint32_t end = cell + 1 < block.cells.size() ? block.cells[cell + 1].begin : block.span.end;
      end = std::max(begin, std::min(end, block.span.end));
      for (std::uint32_t from = begin; from < end;) {
        const std::uint32_t to = block.header ? joint_in(from, end) : end;
        for (RawToken raw : lex(slice(document_.text, {from, to}))) {
          raw.span = {raw.span.begin + from, raw.span.end + from};
          out.push_back(raw);
        }
        from = to;
      }
      begin = end;
    }
    return out;
  }

  // Where a word begins right behind a small letter: "Three Months EndedJune 30" over the columns of a table;
  // not "YoY".
  std::uint32_t joint_in(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view text = document_.text;
    std::uint32_t i = begin + 1;
    const auto begins_word = [&](std::uint32_t at) {
      return is_upper(text[at]) && at + 1 < end && (is_lower(text[at + 1]) || is_digit(text[at + 1]));
    };
    while (i < end && !(is_lower(text[i - 1]) && begins_word(i))) ++i;
    return std::min(i, end);
  }

  static bool begins_cell(const Block& block, std::uint32_t at) {
    const auto cell = std::lower_bound(block.cells.begin(), block.cells.end(), at,
                                       [](Span span, std::uint32_t value) { return span.begin < value; });
    return cell != block.cells.end() && cell->begin == at;
  }

  Section section_of(const Block& block, std::uint32_t begin, std::uint32_t end) {
    if (block.kind == BlockKind::kTableRow || block.kind == BlockKind::kCaption) return Section::kTable;
    const bool heading = block.kind == BlockKind::kHeading;
    const Background background = background_at(begin, end, heading);
    if (background == Background::kOpens) {
      boilerplate_ = lede_seen_;  // "Media advisory", "Contacts" above what is told
    } else if (heading) {
      boilerplate_ = false;
    }
    if (boilerplate_ || background != Background::kNone) return Section::kBoilerplate;
    if (heading && !headline_seen_ && !lede_seen_) {
      headline_seen_ = true;
      return Section::kHeadline;
    }
    if (heading) return Section::kBody;
    if (block.kind == BlockKind::kListItem) return Section::kList;
    if (block.kind == BlockKind::kQuote) return Section::kQuote;
    if (block.kind == BlockKind::kParagraph && !lede_seen_ && (closes_sentence(end) || is_long(begin, end))) {
      lede_seen_ = true;
      return Section::kLede;
    }
    return Section::kBody;
  }

  // Not so a line below the headline: "-- Vexa Wire --", "Record sales in the first quarter".
  bool is_long(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kLong = 20;  // tokens
    return headline_seen_ && end - begin >= kLong;
  }

  // Not so the words of a page's menu, above the headline.
  bool closes_sentence(std::uint32_t end) const {
    return is_one_of(text_at(end - 1), {".", "!", "?", "…", "\"", "”", "’", ")", ":"});
  }

  // "About Acme Motors", "About Acme Inc.", "About Acme Inc. (NASDAQ: ACME)" in a line of its own.
  bool is_line_of_name(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 14;  // tokens
    if (begin >= end || end - begin > kLongest || !is_upper(text_at(begin).front())) return false;
    const bool legal = end - begin > 1 && text_at(end - 1) == "." &&
                       program_.lookup("legal_form", forms_[out_.tokens[end - 2].form].word) != kNone;
    return legal || !is_one_of(text_at(end - 1), {".", "!", "?", ":", ","});
  }

  // What a block's first words tell: nothing, that the block is background ("Source: CMC"), or that
  // background begins with it ("About Acme").
  enum class Background { kNone, kLine, kOpens };

  // A row's column "where" says whether the words open boilerplate in a heading only, or at the start of a
  // paragraph too.
  Background background_at(std::uint32_t begin, std::uint32_t end, bool heading) {
    const std::uint32_t type = program_.types.find("boilerplate_head");
    found_.clear();
    find_entries(program_, forms_, out_.tokens, begin, end, found_);
    for (const Found& found : found_) {
      if (found.type != type) continue;
      const std::string_view where = program_.row_attribute(found.row, "where");
      const bool head = heading || is_line_of_name(found.end, end);
      if (where == "any" || (head && where == "heading") || (where == "whole" && end - found.end <= 1))
        return Background::kOpens;
      if (where == "line") return Background::kLine;
    }
    return Background::kNone;
  }

  // "The post | Vexa Opens Two Plants | appeared first on Halden News.": a feed's last line repeats the
  // title. Not "The post office in Tarn, which appeared first on a map of 1804, …".
  bool split_footer(std::uint32_t begin, std::uint32_t end, std::uint32_t block) {
    constexpr std::uint32_t kLongest = 80;  // tokens
    const auto footer = static_cast<TypeId>(program_.types.find("feed_footer"));
    const std::uint32_t title_begin = end_of_entry(footer, "opens", begin, end);
    if (title_begin == begin || end - begin > kLongest) return false;
    std::uint32_t title_end = title_begin;
    while (title_end < end && end_of_entry(footer, "closes", title_end, end) == title_end) ++title_end;
    if (title_end == end || title_end == title_begin) return false;
    const std::uint32_t site = end_of_entry(footer, "closes", title_end, end);
    if (!begins_title(title_begin) || !is_site(site, end)) return false;
    add_sentence(begin, title_begin, block, Section::kBoilerplate);
    split_sentences(title_begin, title_end, block, boilerplate_ ? Section::kBoilerplate : Section::kHeadline);
    add_sentence(title_end, end, block, Section::kBoilerplate);
    return true;
  }

  // Not with a word in small letters.
  bool begins_title(std::uint32_t token) const { return !forms_[out_.tokens[token].form].is(Shape::kLower); }

  // "Halden News.", "tarnbiz."; not "4 May", "a map of 1804".
  bool is_site(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kLongestSite = 12;  // tokens
    if (begin == end || end - begin > kLongestSite) return false;
    if (forms_[out_.tokens[begin].form].is(Shape::kLower)) return end - begin <= 2;
    return out_.tokens[begin].kind == TokenKind::kWord;
  }

  // Where the lexicon's entry of that type and place that begins there ends; `begin` where none does.
  std::uint32_t end_of_entry(TypeId type, std::string_view where, std::uint32_t begin, std::uint32_t end) {
    found_.clear();
    find_entries(program_, forms_, out_.tokens, begin, end, found_);
    for (const Found& found : found_) {
      if (found.type == type && program_.row_attribute(found.row, "where") == where) return found.end;
    }
    return begin;
  }

  void split_sentences(std::uint32_t begin, std::uint32_t end, std::uint32_t block, Section section) {
    std::uint32_t start = begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!ends_sentence(i, end)) continue;
      std::uint32_t stop = i + 1;
      while (stop < end && out_.tokens[stop].glued && closes(text_at(stop))) ++stop;
      add_sentence(start, stop, block, section);
      start = stop;
      i = stop - 1;
    }
    if (start < end) add_sentence(start, end, block, section);
  }

  std::string_view text_at(std::uint32_t i) const { return forms_[out_.tokens[i].form].text; }

  bool ends_sentence(std::uint32_t i, std::uint32_t end) const {
    const std::string_view text = text_at(i);
    if (is_one_of(text, {"。", "！", "？"})) return true;
    const bool initials = text.size() > 2 && text.back() == '.' && out_.tokens[i].kind == TokenKind::kWord;
    if (!initials && !is_one_of(text, {".", "!", "?", "…"})) return false;
    std::uint32_t next = i + 1;
    while (next < end && out_.tokens[next].glued && closes(text_at(next))) ++next;
    if (next >= end) return false;  // the block's end closes it
    if (out_.tokens[next].glued) return space_was_lost(i, next, end);
    if (initials) return initials_end(i, next, end);
    if (text == "." && i > 0 && out_.tokens[i].glued && is_abbreviation(i - 1, next)) return false;
    return may_start(next);
  }

  // "in the economy.Further improvements": the next sentence follows without a space. A short word behind a
  // full stop may be a domain's or a file's end ("Booking.Com"), unless sentences open with it.
  bool space_was_lost(std::uint32_t i, std::uint32_t next, std::uint32_t end) const {
    constexpr std::size_t kShort = 3;
    constexpr std::size_t kEnding = 4;  // letters of a file's or domain's: ".html"
    if (i == 0 || next + 1 >= end) return false;
    const Form& form = forms_[out_.tokens[next].form];
    if (!form.is(Shape::kCap)) return false;
    const bool acronym = form.is(Shape::kUpper) && form.text.size() > 1;  // "asp.NET", "report.PDF"
    const bool starts = !acronym && program_.lookup("sentence_starter", form.word) != kNone;
    if ((starts || (!acronym && form.text.size() > kEnding)) && closes_plainly(i, next)) return true;
    if (out_.tokens[next + 1].glued || !forms_[out_.tokens[next + 1].form].is(Shape::kLower)) return false;
    const Form& last = forms_[out_.tokens[i - 1].form];
    if ((last.is(Shape::kSingle) && last.is(Shape::kAlpha)) || is_abbreviation(i - 1, next)) return false;
    return form.text.size() > kShort || starts;
  }

  // "on the app.Withdrawal Fees: …", "Hand in Hand?Fortunately, …": a word in small letters that stands by
  // itself, or a question.
  bool closes_plainly(std::uint32_t i, std::uint32_t next) const {
    constexpr std::size_t kWord = 3;  // letters
    if (text_at(i) == "?") return out_.tokens[i].glued;
    const Form& last = forms_[out_.tokens[i - 1].form];
    const bool apart = !out_.tokens[i - 1].glued || (i > 1 && text_at(i - 2) == "-");
    return apart && last.kind == TokenKind::kWord && last.is(Shape::kLower) && last.text.size() >= kWord &&
           !is_abbreviation(i - 1, next);
  }

  bool may_start(std::uint32_t i) const {
    const Form& form = forms_[out_.tokens[i].form];
    if (form.is(Shape::kLower)) return out_.tokens[i].newline;
    return !is_one_of(form.text, {",", ";", ")", "-", "–", "—", "%"});
  }

  // "the U.S. economy" and "U.S. Sales Rise" go on; "in the U.S. Sales rose" and "at 4 p.m. The" end.
  bool initials_end(std::uint32_t i, std::uint32_t next, std::uint32_t end) const {
    const Form& form = forms_[out_.tokens[i].form];
    const std::uint32_t row = program_.lookup("abbreviation", form.word);
    if (row != kNone && program_.row_attribute(row, "before") == "any") return false;
    const bool title = next + 1 < end && forms_[out_.tokens[next + 1].form].is(Shape::kCap);
    if (title && !form.is(Shape::kLower)) return false;
    const std::uint32_t starter = program_.lookup("sentence_starter", forms_[out_.tokens[next].form].word);
    return forms_[out_.tokens[next].form].is(Shape::kCap) && starter != kNone;
  }

  // "revenue of $468.5M. Volumes fell": the letter is the number's.
  bool scales_number(std::uint32_t i) const {
    return i > 0 && out_.tokens[i].glued && out_.tokens[i - 1].kind == TokenKind::kNumeral;
  }

  // Column "before" of an abbreviation: "number" where only a figure may follow ("No. 5"), "any" where
  // nothing ends after it ("Mr.").
  bool is_abbreviation(std::uint32_t i, std::uint32_t next) const {
    const Form& form = forms_[out_.tokens[i].form];
    if (form.is(Shape::kSingle) && form.is(Shape::kUpper)) return !scales_number(i);
    const std::uint32_t row = program_.lookup("abbreviation", form.word);
    if (row == kNone) return false;
    const std::string_view before = program_.row_attribute(row, "before");
    if (before == "number") return out_.tokens[next].kind == TokenKind::kNumeral;
    if (before == "lower")
      return !forms_[out_.tokens[next].form].is(Shape::kCap) ||
             program_.lookup("sentence_starter", forms_[out_.tokens[next].form].word) == kNone;
    return true;
  }

  // What the later steps ask of a sentence may cost its length squared, so what has no end is cut.
  void add_sentence(std::uint32_t begin, std::uint32_t end, std::uint32_t block, Section section) {
    while (end - begin > kLongestSentence) {
      std::uint32_t cut = begin + kLongestSentence;
      while (cut > begin + kLongestSentence / 2 && out_.tokens[cut].glued) --cut;
      push_sentence(begin, cut, block, section);
      begin = cut;
    }
    push_sentence(begin, end, block, section);
  }

  void push_sentence(std::uint32_t begin, std::uint32_t end, std::uint32_t block, Section section) {
    out_.sentences.push_back(
        {begin, end, {out_.tokens[begin].span.begin, out_.tokens[end - 1].span.end}, block, section});
  }

  const Document& document_;
  const Program& program_;
  FormTable& forms_;
  Text out_;
  std::vector<Found> found_;
  bool headline_seen_ = false;
  bool lede_seen_ = false;
  bool boilerplate_ = false;
};

}  // namespace

Text segment(const Document& document, const Program& program, FormTable& forms) {
  return Segmenter(document, program, forms).run();
}

std::string_view name_of(Section section) {
  switch (section) {
    case Section::kHeadline:
      return "headline";
    case Section::kLede:
      return "lede";
    case Section::kBody:
      return "body";
    case Section::kQuote:
      return "quote";
    case Section::kList:
      return "list";
    case Section::kTable:
      return "table";
    case Section::kBoilerplate:
      return "boilerplate";
  }
  return "body";
}

}  // namespace figmine
