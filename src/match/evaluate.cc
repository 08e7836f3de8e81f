#include "match/evaluate.h"

#include "match/functions.h"
#include "match/matcher.h"

namespace figmine {

Value Evaluator::evaluate(const Expression& expression) const {
  switch (expression.kind) {
    case Expression::Kind::kNumber:
      return *Decimal::parse(expression.text);
    case Expression::Kind::kString:
      return expression.text.str();
    case Expression::Kind::kReference:
      return reference(expression);
    case Expression::Kind::kCall:
      return call(expression);
  }
  return {};
}

std::string_view Evaluator::text_of(TokenRange range) const {
  if (range.empty()) return {};
  return slice(context_.text,
               {context_.tokens[range.begin].span.begin, context_.tokens[range.end - 1].span.end});
}

Value Evaluator::reference(const Expression& expression) const {
  for (const Capture& capture : captures_) {
    if (capture.name == expression.capture && !capture.range.empty())
      return attribute_of(capture, static_cast<AttributeId>(expression.attribute));
  }
  return {};
}

Value Evaluator::attribute_of(const Capture& capture, AttributeId attribute) const {
  const std::string_view name = program_.attributes.name(attribute);
  if (name == "text") return std::string(text_of(capture.range));
  if (name == "span") return capture.range;
  const std::uint32_t type = rule_.type_of(capture.name);
  if (const std::uint32_t index = analysis_.find(capture.range, type); type != kNone && index != kNone)
    return feature(analysis_.annotations[index], attribute);
  for (const std::uint32_t candidate : analysis_.beginning_at(capture.range.begin)) {
    const Annotation& annotation = analysis_.annotations[candidate];
    if (annotation.range != capture.range) continue;
    if (Value value = feature(annotation, attribute); !std::holds_alternative<std::monostate>(value))
      return value;
  }
  return {};
}

Value Evaluator::feature(const Annotation& annotation, AttributeId attribute) const {
  for (const auto& [key, value] : annotation.features()) {
    if (key == attribute) return value;
  }
  if (annotation.row == kNone) return {};
  for (const auto& [key, text] : program_.rows[annotation.row].attributes) {
    if (key == attribute) return text.str();
  }
  return {};
}

// Over every occurrence of the capture: sum(group) of "one million two thousand".
Value Evaluator::sum(const Expression& argument) const {
  Decimal total;
  bool any = false;
  for (const Capture& capture : captures_) {
    if (capture.name != argument.capture || capture.range.empty()) continue;
    const std::optional<Decimal> value =
        to_decimal(attribute_of(capture, static_cast<AttributeId>(argument.attribute)));
    if (!value) return {};
    total = total + *value;
    any = true;
  }
  return any ? Value(total) : Value();
}

// The texts of every occurrence, one after the other: join(digit) of "one four one" is "141".
Value Evaluator::join(const Expression& argument) const {
  std::string out;
  for (const Capture& capture : captures_) {
    if (capture.name == argument.capture && !capture.range.empty())
      out += to_text(attribute_of(capture, static_cast<AttributeId>(argument.attribute)));
  }
  return out;
}

Value Evaluator::call(const Expression& expression) const {
  if (expression.text == "join" && expression.arguments.front().kind == Expression::Kind::kReference)
    return join(expression.arguments.front());
  if (expression.text == "sum" && expression.arguments.front().kind == Expression::Kind::kReference)
    return sum(expression.arguments.front());
  if (expression.text == "if")
    return evaluate(expression.arguments[is_true(evaluate(expression.arguments[0])) ? 1 : 2]);
  std::vector<Value> arguments;
  arguments.reserve(expression.arguments.size());
  for (const Expression& argument : expression.arguments) arguments.push_back(evaluate(argument));
  return call_function(expression.text, arguments, context_.reference, context_.decimal_comma);
}

}  // namespace figmine
