#include "resolve/quantities/times.h"

#include <algorithm>

namespace figmine::quantities {
namespace {

Time in_company_year(const SentenceView& sentence, const Annotation& annotation, const Time& time) {
  const ResolveContext& context = sentence.context();
  if (sentence.has(annotation, "double")) return fiscal_year_ending_in(time, *context.fiscal_year);
  if (!sentence.has(annotation, "fiscal")) return time;
  return in_fiscal_year(time, *context.fiscal_year, context.published, sentence.has(annotation, "to_come"));
}

// Whether a figure of the sentence tells of a game: a score, or what players make.
bool tells_game(const SentenceView& sentence, const Mention& mention) {
  const auto& unit = mention.quantity.unit;
  return mention.non_claim.empty() &&
         (mention.quantity.kind == "score" ||
          (mention.quantity.kind == "count" && unit &&
           (mention.unit || sentence.program().lookup("play.noun", unit->name) != kNone)));
}

// "over the past week": up to the day on which it is told, where the calendar's week ends the day before.
Interval up_to_told(const Interval& calendar, const std::optional<Day>& published) {
  const bool open = published && calendar.end && *published - *calendar.end == std::chrono::days(1);
  return open ? Interval{calendar.start, published} : calendar;
}

}  // namespace

TimeSpan read_time(const SentenceView& sentence, std::uint32_t index) {
  const Annotation& annotation = sentence.annotation(index);
  TimeSpan time;
  time.annotation = index;
  time.range = annotation.range;
  const Value value = feature(sentence.program(), annotation, "value");
  if (const auto* known = std::get_if<Time>(&value)) time.time = *known;
  if (sentence.context().fiscal_year) time.time = in_company_year(sentence, annotation, time.time);
  time.anaphoric = sentence.has(annotation, "anaphoric");
  time.weekday = sentence.has(annotation, "weekday");
  time.aside = sentence.has(annotation, "aside");
  time.since = sentence.has(annotation, "since");
  time.until = sentence.has(annotation, "until");
  time.again = sentence.has(annotation, "again");
  time.topic = sentence.has(annotation, "topic");
  time.rolling = sentence.has(annotation, "rolling");
  time.close = sentence.has(annotation, "close");
  time.year_before = sentence.has(annotation, "year_before");
  time.in_year = sentence.decimal(annotation, "in_year");
  time.calendar = time.time.interval;
  if (time.rolling) time.time.interval = up_to_told(time.calendar, sentence.context().published);
  return time;
}

void drop_parts_of_game(const SentenceView& sentence, Resolved& resolved) {
  const bool played = std::any_of(resolved.mentions.begin(), resolved.mentions.end(),
                                  [&](const Mention& mention) { return tells_game(sentence, mention); });
  if (!played) return;
  std::erase_if(resolved.times, [&](const TimeSpan& time) {
    const Grain grain = time.time.grain;
    return (grain == Grain::kQuarter || grain == Grain::kHalf) &&
           sentence.text_of(time.range).find_first_of("0123456789") == std::string::npos;
  });
}

}  // namespace figmine::quantities
