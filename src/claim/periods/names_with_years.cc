#include "claim/periods/names_with_years.h"

#include <algorithm>

namespace figmine::periods {
namespace {

constexpr std::size_t kYear = 4;  // digits

}  // namespace

bool NamesWithYears::is_named_year(std::size_t sentence, const TimeSpan& time) const {
  const Analysis& a = input_.analyses[sentence];
  const std::uint32_t year = time.range.begin;
  if (time.range.end - year != 1 || look_.form(year).text.size() != kYear || year < a.range.begin + 2)
    return false;
  const std::vector<Token>& tokens = input_.text.tokens;
  const std::string_view mark = look_.token_text(year - 1);
  if ((mark == ":" || mark == "/") && tokens[year].glued && tokens[year - 1].glued)
    return look_.form(year - 2).is(Shape::kDigit);
  const auto is_word = [&](std::uint32_t token, Shape shape) {
    return look_.form(token).is(Shape::kWordlike) && look_.form(token).is(shape);
  };
  if (!is_word(year - 1, Shape::kCap) || !is_word(year - 2, Shape::kCap) || look_.title_case(a)) return false;
  if (input_.text.sentences[sentence].section == Section::kHeadline) return false;
  for (const std::string_view type : {"preposition", "month", "season", "grain", "weekday"}) {
    if (look_.word_is(year - 1, type)) return false;
  }
  return time.range.end >= a.range.end || look_.form(time.range.end).is(Shape::kPunct) ||
         look_.beginning_at(a, time.range.end, "vg") != nullptr ||
         look_.beginning_at(a, time.range.end, "pos.first.CC") != nullptr;
}

bool NamesWithYears::is_year_of_name(const Draft& draft, const TimeSpan& time) const {
  const std::uint32_t year = time.range.end - 1;
  const Analysis& a = figures_.analysis(draft);
  if (look_.form(year).text.size() != kYear || !look_.form(year).is(Shape::kDigit) ||
      year + 3 > a.range.end || draft.fact.quantity.kind == "rank" || look_.title_case(a) ||
      input_.text.sentences[draft.sentence].section == Section::kHeadline)
    return false;
  if (time.range.begin != year && !look_.word_is(time.range.begin, "article")) return false;
  for (std::uint32_t token = year + 1; token < year + 3; ++token) {
    const Form& form = look_.form(token);
    const bool abbreviated = form.text == "." && look_.word_is(token - 1, "legal_form");
    const bool sign = token > year + 1 && (abbreviated || form.is(Shape::kDigit));
    if (!sign && (!form.is(Shape::kWordlike) || !form.is(Shape::kCap))) return false;
    for (const std::string_view type : {"results.noun", "revised.noun", "measure.flow", "measure.stock",
                                        "fiscal", "month", "grain", "account.word"}) {
      if (look_.word_is(token, type)) return false;
    }
  }
  return true;
}

bool NamesWithYears::is_in_name(std::size_t sentence, const TimeSpan& time) const {
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), sentence);
  const auto name = std::partition_point(beside.begin(), beside.end(), [&](const Draft& draft) {
    return draft.mention->range.end <= time.range.begin;
  });
  return name != beside.end() && name->fact.non_claim_class == "name" &&
         name->mention->range.contains(time.range);
}

}  // namespace figmine::periods
