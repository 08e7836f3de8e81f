#include "resolve/quantities.h"

#include <algorithm>

#include "resolve/quantities/conversions.h"
#include "resolve/quantities/magnitudes.h"
#include "resolve/quantities/money_setter.h"
#include "resolve/quantities/non_claims.h"
#include "resolve/quantities/nouns.h"
#include "resolve/quantities/shared_units.h"
#include "resolve/quantities/sized.h"
#include "resolve/quantities/taken.h"
#include "resolve/quantities/times.h"
#include "resolve/quantities/values.h"

namespace figmine {
namespace quantities {
namespace {

// The unit of a quantity whose kind tells it: "doubled", "for a decade", "ten below zero".
void set_unit_of_kind(Quantity& quantity) {
  if (quantity.kind == "multiple" && !quantity.unit) quantity.unit = Unit{"", "times", "1", "ucum", "", {}};
  const bool years = quantity.kind == "age" || quantity.kind == "duration";  // "for a decade"
  if (years && !quantity.unit) quantity.unit = Unit{"", "year", "a", "ucum", "", {}};
  if (quantity.kind == "temperature" && !quantity.unit)  // "ten below zero"
    quantity.unit = Unit{"", "degree of temperature", "{degree}", "ucum", "", {}};
}

// The order of steps: each mention and time by itself, then what they tell of one another.
class Resolver {
 public:
  Resolver(const Analysis& analysis, const ResolveContext& context) : sentence_(analysis, context) {}

  Resolved run() {
    collect();
    tell_conversions_apart(sentence_, out_.mentions);
    for (Mention& mention : out_.mentions) non_claims_.classify(mention);
    share_magnitudes(sentence_, out_.mentions);
    share_units(sentence_, out_.mentions);
    count_sized(sentence_, out_.mentions);
    drop_parts_of_game(sentence_, out_);
    return std::move(out_);
  }

 private:
  void collect() {
    const std::vector<Annotation>& annotations = sentence_.analysis().annotations;
    const Names& types = sentence_.program().types;
    const auto quantity_type = types.find("q");
    const auto time_type = types.find("time");
    const auto guard_type = types.find("guard");
    const auto lone_guard_type = types.find("guard_one");
    out_.mentions.reserve(static_cast<std::size_t>(
        std::count_if(annotations.begin(), annotations.end(),
                      [&](const Annotation& annotation) { return annotation.type == quantity_type; })));
    for (std::uint32_t i = 0; i < annotations.size(); ++i) {
      const Annotation& annotation = annotations[i];
      if (annotation.layer == kNone) continue;
      if (annotation.type == quantity_type) add_mention(i, annotation);
      if (annotation.type == time_type) out_.times.push_back(read_time(sentence_, i));
      if (annotation.type == guard_type || annotation.type == lone_guard_type) guards_.push_back(i);
    }
    collect_taken({time_type, "date_part"}, {guard_type});
    const auto by_place = [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; };
    std::sort(out_.mentions.begin(), out_.mentions.end(), by_place);
    std::sort(out_.times.begin(), out_.times.end(), by_place);
  }

  // The numbers that times and guards have taken.
  void collect_taken(const Taker& time, const Taker& guard) {
    const Analysis& analysis = sentence_.analysis();
    const auto dated_type = sentence_.program().types.find("dated");
    const auto guarded_type = sentence_.program().types.find("guarded");
    const bool taken = analysis.holds(dated_type) || analysis.holds(guarded_type);
    for (std::uint32_t i = 0; taken && i < analysis.annotations.size(); ++i) {
      if (analysis.annotations[i].type == dated_type) add_taken(i, time);
      if (analysis.annotations[i].type == guarded_type) add_taken(i, guard);
    }
  }

  void add_taken(std::uint32_t index, const Taker& taker) {
    if (std::optional<Mention> mention = taken_.read(index, taker))
      out_.mentions.push_back(std::move(*mention));
  }

  void add_mention(std::uint32_t index, const Annotation& annotation) {
    Mention mention;
    mention.annotation = index;
    mention.range = sentence_.without_stop(annotation.range);
    mention.words = sentence_.has(annotation, "words");
    Quantity& quantity = mention.quantity;
    quantity.span = sentence_.span_of(mention.range);
    quantity.text = sentence_.text_of(mention.range);
    quantity.kind = sentence_.feature(annotation, "kind");
    quantity.significant_digits = significant_digits(quantity.text);
    set_values(sentence_, annotation, quantity);
    set_unit(annotation, mention);
    if (const std::optional<Decimal> spread = sentence_.decimal(annotation, "uncertainty"))
      quantity.uncertainty = spread->to_string();
    if (const std::string op = sentence_.feature(annotation, "op"); !op.empty()) quantity.op = op;
    quantity.approx = sentence_.has(annotation, "approx");
    mention.non_claim = sentence_.feature(annotation, "class");
    out_.mentions.push_back(std::move(mention));
  }

  // What the number counts: a currency, a unit, a noun or a whole.
  void set_unit(const Annotation& annotation, Mention& mention) {
    if (const TokenRange currency = sentence_.range(annotation, "currency"); !currency.empty())
      money_.set(currency, mention);
    if (const TokenRange unit = sentence_.range(annotation, "unit"); !unit.empty())
      units_.set(annotation, unit, mention);
    if (const TokenRange noun = sentence_.range(annotation, "noun"); !noun.empty())
      set_noun(sentence_, noun, mention);
    if (const TokenRange whole = sentence_.range(annotation, "whole"); !whole.empty())
      mention.quantity.unit = counted(sentence_, whole);
    set_unit_of_kind(mention.quantity);
  }

  const SentenceView sentence_;
  Resolved out_;
  std::vector<std::uint32_t> guards_;
  const UnitSetter units_{sentence_, out_.mentions};
  const MoneySetter money_{sentence_, units_};
  const TakenReader taken_{sentence_, units_};
  const NonClaims non_claims_{sentence_, out_.times, guards_};
};

}  // namespace
}  // namespace quantities

Resolved resolve(const Analysis& analysis, const ResolveContext& context) {
  return quantities::Resolver(analysis, context).run();
}

void take_unit(Quantity& number, const Quantity& other, const Mention& source) {
  number.kind = other.kind;
  number.unit = other.unit;
  quantities::multiply(source.minor, number);
  quantities::set_si(number, source.unit);
}

}  // namespace figmine
