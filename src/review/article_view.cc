#include "review/article_view.h"

#include <algorithm>

#include "base/terminal.h"

namespace figmine {
namespace {

struct RoleLook {
  std::string_view name;
  std::string_view colour;
};

constexpr RoleLook kLooks[] = {{"", "2"},          {"", "0"},           {"value", "1;33"},
                               {"unit", "33"},     {"measure", "1;36"}, {"subject", "1;35"},
                               {"share of", "36"}, {"period", "1;32"},  {"speaker", "1;34"}};

const RoleLook& look_of(TextRole role) { return kLooks[static_cast<std::size_t>(role)]; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// A part of the text and the role of each of its bytes.
struct Window {
  std::uint32_t begin = 0;
  std::string_view text;
  std::vector<TextRole> roles;

  void paint(Span span, TextRole role) {
    const std::size_t first = std::max(span.begin, begin) - begin;
    const std::size_t last = std::min<std::size_t>(span.end < begin ? 0 : span.end - begin, text.size());
    for (std::size_t i = first; i < last; ++i) roles[i] = role;
  }
};

// The words around the figure, `reach` bytes at either side.
Window window_around(std::string_view text, Span figure, std::size_t reach) {
  const auto inside_character = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = figure.begin > reach ? figure.begin - reach : 0;
  std::size_t end = std::min(figure.end + reach, text.size());
  while (begin > 0 && inside_character(begin)) --begin;
  while (inside_character(end)) ++end;
  Window out;
  out.begin = static_cast<std::uint32_t>(begin);
  out.text = text.substr(begin, end - begin);
  out.roles.assign(out.text.size(), TextRole::kOutside);
  return out;
}

// The narrower role outranks the wider one, the figure all others.
void paint_fact(Window& window, const Fact& fact) {
  window.paint(fact.sentence, TextRole::kSentence);
  if (fact.attribution) window.paint(fact.attribution->span, TextRole::kSpeaker);
  if (fact.subject) window.paint(fact.subject->span, TextRole::kSubject);
  if (fact.measure) window.paint(fact.measure->span, TextRole::kMeasure);
  if (fact.share_of) window.paint(fact.share_of->span, TextRole::kShareOf);
  if (fact.period) window.paint(fact.period->span, TextRole::kPeriod);
  const Quantity& quantity = fact.quantity;
  window.paint(quantity.span, TextRole::kValue);
  if (!quantity.unit || quantity.unit->text.empty()) return;
  const std::size_t unit = quantity.text.rfind(quantity.unit->text);
  if (unit == std::string::npos) return;
  const auto begin = static_cast<std::uint32_t>(quantity.span.begin + unit);
  window.paint({begin, begin + static_cast<std::uint32_t>(quantity.unit->text.size())}, TextRole::kUnit);
}

// Characters of one role that are all blank, all not, or one line end.
struct Piece {
  enum class Kind { kWord, kBlank, kLineEnd } kind = Kind::kWord;
  TextRole role = TextRole::kOutside;
  std::string text;  // printable
  std::size_t width = 0;
};

Piece::Kind kind_of(char c) {
  if (c == '\n') return Piece::Kind::kLineEnd;
  return is_blank(c) ? Piece::Kind::kBlank : Piece::Kind::kWord;
}

// Pieces of at most `longest` bytes and the rest of a character.
std::vector<Piece> pieces_of(const Window& window, std::size_t longest) {
  std::vector<Piece> out;
  std::size_t at = 0;
  while (at < window.text.size()) {
    const TextRole role = window.roles[at];
    const Piece::Kind kind = kind_of(window.text[at]);
    std::size_t end = at + 1;
    const auto continues = [&](std::size_t i) {
      return (static_cast<unsigned char>(window.text[i]) & 0xC0U) == 0x80U || i - at < longest;
    };
    while (kind != Piece::Kind::kLineEnd && end < window.text.size() && window.roles[end] == role &&
           kind_of(window.text[end]) == kind && continues(end))
      ++end;
    const std::string shown = kind == Piece::Kind::kWord ? printable(window.text.substr(at, end - at)) : " ";
    out.push_back({kind, role, shown, width_of(shown)});
    at = end;
  }
  return out;
}

// "[measure: " before the first word of a role and "]" behind its last.
void bracket(std::vector<Piece>& pieces) {
  for (std::size_t at = 0; at < pieces.size();) {
    std::size_t last = at, end = at;
    for (; end < pieces.size() && pieces[end].role == pieces[at].role; ++end) {
      if (pieces[end].kind == Piece::Kind::kWord) last = end;
    }
    if (!look_of(pieces[at].role).name.empty()) {
      std::size_t first = at;
      while (first < last && pieces[first].kind != Piece::Kind::kWord) ++first;
      pieces[first].text.insert(0, "[" + std::string(look_of(pieces[at].role).name) + ": ");
      pieces[last].text += "]";
      pieces[first].width = width_of(pieces[first].text);
      pieces[last].width = width_of(pieces[last].text);
    }
    at = end;
  }
}

// Lays pieces out into lines.
class Lines {
 public:
  Lines(std::size_t columns, bool colour) : columns_(columns), colour_(colour) {}

  void add(const std::vector<Piece>& pieces) {
    for (std::size_t at = 0; at < pieces.size();) {
      if (pieces[at].kind == Piece::Kind::kLineEnd) {
        if (!line_.empty() || !blank_line_) end_line();
        ++at;
      } else if (pieces[at].kind == Piece::Kind::kBlank) {
        if (width_ > 0 && width_ < columns_) put(pieces[at]);
        ++at;
      } else {
        at = add_word(pieces, at);
      }
    }
    if (!line_.empty()) end_line();
  }

  [[nodiscard]] std::vector<std::string> around_the_figure(std::size_t rows) const {
    const std::size_t most = lines_.size() > rows ? lines_.size() - rows : 0;
    const std::size_t begin = std::min(figure_ > rows / 2 ? figure_ - rows / 2 : 0, most);
    const std::size_t end = std::min(begin + rows, lines_.size());
    return {lines_.begin() + static_cast<std::ptrdiff_t>(begin),
            lines_.begin() + static_cast<std::ptrdiff_t>(end)};
  }

 private:
  // A word goes to the next line as a whole, where it has room there.
  std::size_t add_word(const std::vector<Piece>& pieces, std::size_t at) {
    std::size_t width = 0, end = at;
    for (; end < pieces.size() && pieces[end].kind == Piece::Kind::kWord; ++end) width += pieces[end].width;
    if (width_ + width > columns_ && width <= columns_) end_line();
    for (; at < end; ++at) {
      if (width_ > 0 && width_ + pieces[at].width > columns_) end_line();
      put(pieces[at]);
    }
    return end;
  }

  void put(const Piece& piece) {
    if (piece.role == TextRole::kValue && !found_) {
      figure_ = lines_.size();
      found_ = true;
    }
    line_ += painted(piece.role, piece.width > columns_ ? fit(piece.text, columns_) : piece.text, colour_);
    width_ += std::min(piece.width, columns_);
  }

  void end_line() {
    blank_line_ = line_.empty();
    lines_.push_back(std::move(line_));
    line_.clear();
    width_ = 0;
  }

  std::size_t columns_;
  bool colour_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t width_ = 0;
  bool blank_line_ = true;  // the last line is empty
  std::size_t figure_ = 0;  // its line
  bool found_ = false;
};

}  // namespace

std::string_view name_of(TextRole role) { return look_of(role).name; }

std::string painted(TextRole role, const std::string& text, bool colour) {
  if (!colour || text.empty() || role == TextRole::kSentence) return text;
  return "\x1b[" + std::string(look_of(role).colour) + "m" + text + "\x1b[0m";
}

std::vector<std::string> article_view(const DocumentResult& document, const Fact& fact, ViewSize size,
                                      bool colour) {
  const std::size_t columns = std::max<std::size_t>(size.columns, 1);
  Window window = window_around(document.text, fact.quantity.span, size.rows * columns);
  paint_fact(window, fact);
  constexpr std::size_t kLongestShare = 4;  // long words are broken into pieces of a quarter line
  std::vector<Piece> pieces = pieces_of(window, std::max<std::size_t>(columns / kLongestShare, 1));
  if (!colour) bracket(pieces);
  Lines lines(columns, colour);
  lines.add(pieces);
  return lines.around_the_figure(size.rows);
}

}  // namespace figmine
