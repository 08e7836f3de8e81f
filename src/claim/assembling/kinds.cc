#include "claim/assembling/kinds.h"

#include <algorithm>

#include "base/ascii.h"
#include "resolve/singular.h"

namespace figmine::assembling {

void Kinds::refine() const {
  for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
    Draft& draft = figures_[i];
    Quantity& quantity = draft.fact.quantity;
    const std::string head = draft.fact.measure ? fold(draft.fact.measure->head) : "";
    const bool again = tells_percent_again(i) || is_told_in_percent(i);
    if (figures_.is_bare_point(quantity) &&
        (again || (!near_percent(i) && !tells_poll(draft) && !moves_rate(draft, head)))) {
      quantity.kind = "index";
      quantity.unit = index_point(quantity.unit->text);
      quantity.si.reset();
    }
    if (moves_share(i, head)) {
      quantity.kind = "percentage_points";
      quantity.unit = share_point(quantity.unit->text);
    }
    if (draft.fact.claim && quantity.kind == "number" &&
        ((!draft.fact.measure && !draft.fact.change) || fold(quantity.text) == "one"))
      reject(draft, "other");
    if (!draft.fact.claim) continue;
    if (quantity.kind == "number") read_by_head(draft, head);
    if (quantity.kind == "number") read_by_level(i);
  }
}

// "53% would back a ban, a seven-point jump": what is counted in points moved a percentage.
bool Kinds::moves_share(std::size_t index, const std::string& head) const {
  const Draft& draft = figures_[index];
  const Quantity& quantity = draft.fact.quantity;
  return quantity.kind == "count" && quantity.unit && quantity.unit->code == "{point}" &&
         draft.text("role") == "by" && input_.program.lookup("index_head", head) == kNone &&
         (near_percent(index) || tells_poll(draft));
}

// "0.3 percent, or 45 points"; not "£22m, or 2 points of the ratio".
bool Kinds::tells_percent_again(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.text("rel") != "same") return false;
  const TokenRange link = draft.range("link");
  for (std::size_t i = index; i-- > 0 && figures_[i].sentence == draft.sentence;) {
    if (figures_[i].mention->range == link) return figures_[i].fact.quantity.kind == "percent";
  }
  return true;
}

// "Orders reached 161,000, an increase of 9,000", "40 boats were sold. That could increase to 60": a whole
// number that the level before moved by, came from or moves to counts the same.
void Kinds::read_by_level(std::size_t index) const {
  constexpr std::size_t kReach = 3;  // figures
  Draft& draft = figures_[index];
  Quantity& quantity = draft.fact.quantity;
  const bool whole = quantity.value && quantity.value->find('.') == std::string::npos;
  const std::string role = draft.text("role");
  if (!whole || !draft.fact.measure || role.empty()) return;
  const std::size_t reach = role == "to" ? kReach : 1;
  for (std::size_t i = index; i-- > 0 && index - i <= reach;) {
    const Draft& level = figures_[i];
    const bool points = level.fact.quantity.unit && level.fact.quantity.unit->code == "{point}";
    const bool same = level.fact.claim && level.fact.quantity.kind == "count" && !points &&
                      level.fact.measure && level.fact.measure->span == draft.fact.measure->span;
    const bool beside = level.sentence == draft.sentence && level.text("role") == "to";
    if (!same || (role != "to" && !beside)) continue;
    quantity.kind = "count";
    quantity.unit = level.fact.quantity.unit;
    return;
  }
}

// "fell 12 points (0.5%)": points of an index, which the percentage tells once more.
bool Kinds::is_told_in_percent(std::size_t index) const {
  if (index + 1 == figures_.drafts().size()) return false;
  const Draft& next = figures_[index + 1];
  return next.fact.quantity.kind == "percent" && next.text("rel") == "equivalent" &&
         next.range("link") == figures_[index].mention->range;
}

// What a bare number is by the head of its measure: "a life expectancy of 81", "a sentiment index of 54", "a
// trust score of 0.4".
void Kinds::read_by_head(Draft& draft, const std::string& head) const {
  Quantity& quantity = draft.fact.quantity;
  const auto is = [&](std::string_view type) { return input_.program.lookup(type, head) != kNone; };
  if (is("index_head")) {
    quantity.kind = "index";
  } else if (is("ratio_head")) {
    quantity.kind = "ratio";
  } else if (is("score_head")) {
    quantity.kind = "score";
  } else if (is("age_head") && may_be_years(quantity)) {
    quantity.kind = "age";
    quantity.unit = Unit{"", "year", "a", "ucum", "", {}};
  } else if (const std::string counted = counted_by(draft, head); !counted.empty()) {
    quantity.kind = "count";
    quantity.unit = counted_unit(counted);
  }
}

// No "age of 1200", which is another thing's.
bool Kinds::may_be_years(const Quantity& quantity) {
  constexpr std::int64_t kOldest = 130;
  const std::optional<Decimal> years = Decimal::parse(quantity.value.value_or(quantity.high.value_or("")));
  return years && *years < Decimal(kOldest);
}

// The plural noun that the figure counts, though it does not stand beside it: "six million homes including
// 1.5 million in Texas", "the number of museum visits", "passenger numbers"; empty where the measure is no
// such.
std::string Kinds::counted_by(const Draft& draft, const std::string& head) const {
  if (input_.program.lookup("count_head", head) != kNone) return head;
  const bool cell =
      draft.measure.empty() && draft.came_by("table/row-head");  // "Number of GPUs" over a column
  const TokenRange range = cell ? look_.tokens_in(draft.fact.measure->span) : draft.measure;
  if (range.empty()) return {};
  const std::uint32_t last = range.end - 1;
  for (std::uint32_t token = range.begin; token < last; ++token) {
    if (!look_.word_is(token, "counting.noun") || !look_.small_word_is(token + 1, "preposition.part"))
      continue;
    const std::string& written = draft.fact.measure->head;
    return written.size() > 1 && is_upper(written[1]) ? written : head;  // "GPUs" keeps its capitals
  }
  if (cell) return {};
  const bool numbers = last > range.begin && (look_.word_is(last, "counting.noun") ||
                                              look_.word_is(last, "counting.suffix"));  // "the user base"
  if (numbers) return look_.form(last - 1).folded;
  if (is_labelled_plural(draft, last)) return look_.form(last).folded;
  const std::uint32_t noun = noun_placed(range);
  return is_plural_subject(draft, noun) ? look_.form(noun).folded : std::string();
}

// "policies in force", "arrivals by ship": the noun that what stands behind it only places; else the last
// word.
std::uint32_t Kinds::noun_placed(TokenRange measure) const {
  for (std::uint32_t token = measure.begin + 1; token < measure.end; ++token) {
    const bool hyphened = look_.token_text(token - 1) == "-";  // "drive-by"
    if (look_.small_word_is(token, "preposition.placing") && !hyphened) return token - 1;
  }
  return measure.end - 1;
}

// "with inquiries surpassing 20,000": the plural of which so many are told, where it is no measure itself.
bool Kinds::is_plural_subject(const Draft& draft, std::uint32_t noun) const {
  const bool whole = is_whole_thousand(draft.fact.quantity);
  constexpr std::uint32_t kNear = 5;  // tokens: a verb and a bound
  const std::uint32_t last = draft.measure.end - 1;
  const bool near = last < draft.mention->range.begin && draft.mention->range.begin - last <= kNear;
  for (std::uint32_t token = draft.measure.begin; token < noun; ++token) {
    if (look_.small_word_is(token, "preposition.group")) return false;
  }
  return whole && near && draft.came_by("measure/subject-of-verb") &&
         look_.covering(figures_.analysis(draft), noun, "nns") != nullptr &&
         !look_.word_is(noun, "measure.noun");
}

// "Total campaigns: 255", "Issued shares as of 31 October: 9,000": a label's plural is what is counted, where
// it is no measure itself ("Sales: 255").
bool Kinds::is_labelled_plural(const Draft& draft, std::uint32_t noun) const {
  const bool dated = look_.word_is(noun + 1, "as_of.lead") && noun < draft.mention->range.begin &&
                     look_.token_text(draft.mention->range.begin - 1) == ":";
  const bool labelled = draft.came_by("measure/colon") && look_.token_text(noun + 1) == ":";
  const bool plural =
      look_.word_is(noun, "pos.NS") || look_.covering(figures_.analysis(draft), noun, "nns") != nullptr;
  const bool counted = !look_.word_is(noun, "measure.noun") ||
                       (look_.word_is(noun, "security.plural") && is_whole_thousand(draft.fact.quantity));
  return (labelled || dated) && plural && counted;
}

// "158,204": no price, rank or size.
bool Kinds::is_whole_thousand(const Quantity& quantity) {
  constexpr std::size_t kThousand = 4;  // digits
  const std::string value = quantity.value.value_or(quantity.high.value_or(""));
  return value.find('.') == std::string::npos && value.size() >= kThousand && value.front() != '-';
}

// None for what has no plural ("headcount").
std::optional<Unit> Kinds::counted_unit(const std::string& noun) const {
  const std::string one = singular(input_.program, noun);
  if (one == noun && input_.program.lookup("count_head", noun) != kNone) return std::nullopt;
  return Unit{"", one, "{" + one + "}", "ucum", "", {}};
}

// "leads by seven points in the polls": of a share, though none is told.
bool Kinds::tells_poll(const Draft& draft) const {
  return look_.holds_word(figures_.analysis(draft).range, "poll.word");
}

// "Rates will rise by half a point", "the jobless rate fell 0.2 points": of what is told in percent.
bool Kinds::moves_rate(const Draft& draft, const std::string& head) const {
  const bool part = draft.came_by("measure/half") || draft.came_by("measure/quarter");
  const bool index = input_.program.lookup("index_head", head) != kNone;
  return !index && (part || input_.program.lookup("percent_head", head) != kNone);
}

// "rose 2 points to 40%"; "rose 3 points, or 1.3 percentage points on the year", but not "The index lost 50
// points; joblessness rose by 0.4 percentage points".
bool Kinds::near_percent(std::size_t index) const {
  const Draft& own = figures_[index];
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), own.sentence);
  const bool of_index =
      own.fact.measure && input_.program.lookup("index_head", fold(own.fact.measure->head)) != kNone;
  return std::any_of(beside.begin(), beside.end(), [&](const Draft& draft) {
    const bool again = draft.text("rel") == "same";  // "45 points, or 0.3 percent"
    const bool points = draft.fact.quantity.kind == "percentage_points" && !of_index &&
                        !figures_.is_bare_point(draft.fact.quantity) && !is_parted(own, draft);
    return points || (draft.fact.quantity.kind == "percent" && draft.text("role") != "by" && !again);
  });
}

bool Kinds::is_parted(const Draft& a, const Draft& b) const {
  const Draft& first = a.mention->range.begin < b.mention->range.begin ? a : b;
  const Draft& second = &first == &a ? b : a;
  for (std::uint32_t token = first.mention->range.end; token < second.mention->range.begin; ++token) {
    if (look_.token_text(token) == ";") return true;
  }
  return false;
}

}  // namespace figmine::assembling
