#include "resolve/quantities/taken.h"

namespace figmine::quantities {

std::optional<Mention> TakenReader::read(std::uint32_t index, const Taker& taker) const {
  const Analysis& analysis = sentence_.analysis();
  const Annotation& annotation = analysis.annotations[index];
  std::optional<Decimal> value;
  int numbers = 0;
  for (std::uint32_t at = annotation.range.begin; at < annotation.range.end; ++at) {
    for (const std::uint32_t inner : analysis.beginning_at(at)) {
      if (!sentence_.is(analysis.annotations[inner], "num")) continue;
      ++numbers;
      value = sentence_.decimal(analysis.annotations[inner], "value");
    }
  }
  const std::uint32_t source = analysis.find(annotation.range, taker.type);
  if (source == kNone) return std::nullopt;
  const Annotation& taken = analysis.annotations[source];
  Mention mention;
  mention.annotation = index;
  mention.range = annotation.range;
  mention.quantity.span = sentence_.span_of(annotation.range);
  mention.quantity.text = sentence_.text_of(annotation.range);
  mention.quantity.kind = "number";
  const std::uint32_t slashed = analysis.find(annotation.range, sentence_.program().types.find("slashed"));
  if (slashed != kNone) value = sentence_.decimal(analysis.annotations[slashed], "value");
  mention.non_claim =
      taker.known_class.empty() ? sentence_.feature(taken, "class") : std::string(taker.known_class);
  const bool digits = mention.quantity.text.find_first_of("0123456789") != std::string::npos;
  if (numbers == 0 && !digits && mention.non_claim != "vague") return std::nullopt;
  if ((numbers == 1 || slashed != kNone) && value) mention.quantity.value = value->to_string();
  if (mention.non_claim == "date_part") set_length(annotation.range, mention);
  mention.decided_by = std::string(rule_name(sentence_.program(), taken.layer, taken.rule));
  return mention;
}

// "in 3 years", "the first six months of 2025": a time that tells its length has that number and unit.
void TakenReader::set_length(TokenRange time, Mention& mention) const {
  const Decimal kYears = 1000;  // "2015 week 3": a year that stands before a grain counts none
  for (std::uint32_t at = time.begin; at < time.end; ++at) {
    for (const std::uint32_t inner : sentence_.analysis().beginning_at(at)) {
      const Annotation& number = sentence_.annotation(inner);
      if (!sentence_.is(number, "num")) continue;
      const TokenRange unit = unit_behind(number.range.end, time.end);
      if (unit.empty()) continue;
      const std::optional<UnitReading> reading = units_.reader().read(unit, "");
      const std::optional<Decimal> value = sentence_.decimal(number, "value");
      if (!reading || !value || reading->unit.kind != "duration" || !(*value < kYears)) continue;
      mention.quantity.kind = "unit";
      mention.quantity.value = value->to_string();
      return units_.set(number, unit, mention);
    }
  }
}

// The unit of a time's number, also behind a hyphen ("six-month"); empty where none stands before `end`.
TokenRange TakenReader::unit_behind(std::uint32_t at, std::uint32_t end) const {
  if (at < end && sentence_.text_of({at, at + 1}) == "-") ++at;
  if (at >= end) return {};
  for (const std::uint32_t inner : sentence_.analysis().beginning_at(at)) {
    const Annotation& annotation = sentence_.annotation(inner);
    if (sentence_.is(annotation, "unitx") && annotation.range.end <= end) return annotation.range;
  }
  return {};
}

}  // namespace figmine::quantities
