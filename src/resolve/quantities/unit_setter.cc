#include "resolve/quantities/unit_setter.h"

#include "resolve/quantities/nouns.h"
#include "resolve/quantities/values.h"

namespace figmine::quantities {

UnitSetter::UnitSetter(const SentenceView& sentence, const std::vector<Mention>& mentions)
    : sentence_(sentence),
      mentions_(mentions),
      reader_(sentence.analysis(),
              {sentence.program(), sentence.context().forms, sentence.context().document.text,
               sentence.context().text.tokens, sentence.context().units}) {}

void UnitSetter::set(const Annotation& annotation, TokenRange tokens, Mention& mention) const {
  Quantity& quantity = mention.quantity;
  const std::string own = sentence_.feature(annotation, "favors");
  std::optional<UnitReading> reading = reader_.read(
      tokens, own.empty() ? dimension_before_bracket(mention.range.begin) : std::string_view(own));
  if (!reading) return;
  if (quantity.kind == "unit") quantity.kind = reading->unit.kind;
  quantity.unit = Unit{sentence_.text_of(sentence_.without_stop(reading->words)),
                       reading->unit.name,
                       reading->unit.code,
                       "ucum",
                       reading->per_name,
                       std::move(reading->others)};
  if (!reading->per_name.empty()) end_before_rate(*reading, mention);
  mention.unit = std::move(reading->unit);
  if (mention.unit->kind == "count") set_noun(sentence_, tokens, mention);  // "scored 28 points"
  set_si(quantity, mention.unit);
}

// "5 tonnes a year": the figure's own words end with its unit.
void UnitSetter::end_before_rate(const UnitReading& reading, Mention& mention) const {
  if (mention.range.end != reading.per.end) return;
  const TokenRange own{mention.range.begin, reading.words.end};
  mention.quantity.span = sentence_.span_of(own);
  mention.quantity.text = sentence_.text_of(own);
}

// "512 feet (156 m)": what a bracket converts is of the same dimension. Empty where no bracket opens
// there.
std::string_view UnitSetter::dimension_before_bracket(std::uint32_t at) const {
  if (mentions_.empty() || at == 0) return {};
  const Mention& before = mentions_.back();
  const bool opens = before.range.end + 1 == at && sentence_.text_of({before.range.end, at}) == "(";
  return opens && before.unit ? std::string_view(before.unit->dimension) : std::string_view();
}

}  // namespace figmine::quantities
