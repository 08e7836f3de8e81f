#include "claim/measures/flat_rows.h"

namespace figmine::measures {

bool FlatRows::find(std::size_t index) {
  Draft& draft = figures_[index];
  if (draft.fact.measure || !is_flat_table(draft.sentence) || labelled_after(draft)) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  std::size_t first = figure;
  while (first > 0 && c[first - 1].part != Part::kFigure && c[first - 1].part != Part::kTime) --first;
  TokenRange label{0, 0};
  for (std::size_t i = first; i < figure; ++i) {
    if (!look_.form(c[i].range.begin).is(Shape::kWordlike)) continue;
    label = {label.empty() ? c[i].range.begin : label.begin, c[i].range.end};
  }
  if (!label.empty()) label = without_joints({label_begin(index, label), label.end});
  if (label.empty()) return setter_.inherit(draft, figures_.before(index), "measure/flat-row");
  setter_.set(draft, label, "measure/flat-row");
  return true;
}

// "86g/t Ag, 0.05g/t Au": an acronym right behind the figure names it.
bool FlatRows::labelled_after(const Draft& draft) const {
  const TokenRange after = draft.range("measure_after");
  const std::size_t next = figures_.chunk_of(draft) + 1;
  const Clauses& c = figures_.clauses(draft);
  return c.is(next, Part::kPhrase) && c[next].range == after && after.end - after.begin == 1 &&
         look_.word_is(after.begin, "measure.acronym") && !c.is(next + 1, Part::kFigure);
}

// "7,245 Net income (loss) before tax 3,835": what the figure before seems to count is the next row's name.
std::uint32_t FlatRows::label_begin(std::size_t index, TokenRange label) const {
  constexpr std::uint32_t kBracket = 2;  // tokens between: "(loss"
  if (index == 0 || figures_[index - 1].sentence != figures_[index].sentence) return label.begin;
  const TokenRange noun = figures_[index - 1].mention->noun;
  const bool row = !noun.empty() && noun.end <= label.begin && label.begin - noun.end <= kBracket &&
                   look_.form(noun.begin).is(Shape::kCap);
  return row ? noun.begin : label.begin;
}

// Without the small words at its ends, which join it to what stands around it.
TokenRange FlatRows::without_joints(TokenRange label) const {
  const auto joins = [&](std::uint32_t token) {
    return look_.small_word_is(token, "preposition") || look_.small_word_is(token, "flat.joint") ||
           !look_.form(token).is(Shape::kWordlike);
  };
  while (!label.empty() && joins(label.begin)) ++label.begin;
  while (!label.empty() && joins(label.end - 1)) --label.end;
  std::uint32_t open = label.begin;
  while (open < label.end && look_.token_text(open) != "(") ++open;
  if (open < label.end && look_.token_text(label.end) == ")") ++label.end;  // "Net income (loss)"
  return label;
}

// Whether a word leads to the figure, as in a sentence: "drew $3.56 billion across 179 projects".
bool FlatRows::is_led_to(const Clauses& c, std::size_t figure) const {
  return figure > 0 && look_.small_word_is(c[figure - 1].range.end - 1, "preposition");
}

// Whether the figure is one of a list: "5 g/t silver, 2 g/t gold and 3% zinc", "such as Acme (5.1%)", "99%
// for oil (balance: 40)".
bool FlatRows::is_listed(const Clauses& c, std::size_t figure) {
  return figure > 0 && (c.is(figure - 1, Part::kComma) || c.is(figure - 1, Part::kConjunction) ||
                        c.is(figure - 1, Part::kOpen) || c.is(figure - 1, Part::kColon));
}

bool FlatRows::is_flat_table(std::size_t sentence) {
  constexpr std::size_t kFigures = 8;
  const auto known = flat_.find(sentence);
  if (known != flat_.end()) return known->second;
  std::size_t figures = 0;
  std::size_t verbs = 0;
  std::size_t led = 0;
  std::size_t listed = 0;
  const Clauses& c = figures_.clauses_of(sentence);
  for (std::size_t i = 0; i < c.chunks().size(); ++i) {
    if (c[i].part == Part::kVerb) ++verbs;
    if (c[i].part != Part::kFigure) continue;
    ++figures;
    if (is_led_to(c, i)) ++led;
    if (is_listed(c, i)) ++listed;
  }
  const bool told = verbs * 4 > figures || led * 4 > figures || listed * 2 > figures;
  return flat_[sentence] = figures >= kFigures && !told;
}

}  // namespace figmine::measures
