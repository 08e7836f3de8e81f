#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

bool SentenceView::is(const Annotation& annotation, std::string_view type) const {
  return program().types.name(annotation.type) == type;
}

bool SentenceView::has(const Annotation& annotation, Wanted name) const {
  return !feature(annotation, name).empty();
}

std::string SentenceView::feature(const Annotation& annotation, Wanted name) const {
  return feature_text(program(), annotation, name);
}

std::optional<Decimal> SentenceView::decimal(const Annotation& annotation, Wanted name) const {
  const Value value = figmine::feature(program(), annotation, name);
  if (const auto* number = std::get_if<Decimal>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return Decimal::parse(*text);
  if (const auto* ratio = std::get_if<Ratio>(&value))
    return Decimal::from_rational(Rational(ratio->numerator, ratio->denominator));
  return std::nullopt;
}

TokenRange SentenceView::range(const Annotation& annotation, Wanted name) const {
  const Value value = figmine::feature(program(), annotation, name);
  const auto* known = std::get_if<TokenRange>(&value);
  return known == nullptr ? TokenRange{} : *known;
}

Span SentenceView::span_of(TokenRange range) const {
  return {token(range.begin).span.begin, token(range.end - 1).span.end};
}

std::string SentenceView::text_of(TokenRange range) const {
  return range.empty() ? std::string() : std::string(slice(context_.document.text, span_of(range)));
}

bool SentenceView::word_is(std::uint32_t token, Wanted type) const {
  return token < analysis_.range.end && program().lookup(type, form(token).folded) != kNone;
}

TokenRange SentenceView::without_stop(TokenRange range) const {
  const bool stop = range.end == analysis_.range.end && range.end - range.begin > 1 &&
                    text_of({range.end - 1, range.end}) == ".";
  return {range.begin, stop ? range.end - 1 : range.end};
}

}  // namespace figmine::quantities
