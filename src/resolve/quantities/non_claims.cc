#include "resolve/quantities/non_claims.h"

#include <set>

#include "base/ascii.h"

namespace figmine::quantities {
namespace {

// "approximately247": a lower-case word that is known stands before.
bool is_known_word_border(const Form& form) {
  return form.is(Shape::kLower) && form.word != kNoWord && form.folded.size() > 3;
}

}  // namespace

void NonClaims::classify(Mention& mention) const {
  if (!mention.non_claim.empty()) return;
  const Program& program = sentence_.program();
  for (const std::uint32_t index : guards_) {
    const Annotation& guard = sentence_.annotation(index);
    if (!guard.range.overlaps(mention.range) || outweighs(mention, guard.range)) continue;
    mention.non_claim = sentence_.feature(guard, "class");
    mention.decided_by = std::string(rule_name(program, guard.layer, guard.rule));
    return;
  }
  for (const TimeSpan& time : times_) {
    if (!time.range.overlaps(mention.range) || outweighs(mention, time.range)) continue;
    mention.non_claim = "date_part";
    const Annotation& annotation = sentence_.annotation(time.annotation);
    mention.decided_by = std::string(rule_name(program, annotation.layer, annotation.rule));
    return;
  }
  if (is_glued_to_word(mention)) {
    mention.non_claim = "identifier";
    mention.decided_by = "glued to a word";
  }
}

// A mention whose unit holds the other ("kg CO2e"), that reaches beyond a footnote's mark ("5 million[3]
// users"), whose counted noun holds it ("200 Boeing 737s"), or that has a currency or percent sign the
// other does not cover.
bool NonClaims::outweighs(const Mention& mention, TokenRange other) const {
  const bool inside = mention.range.contains(other) && mention.range.begin < other.begin;
  const bool footnote = sentence_.token(other.begin).glued && sentence_.text_of(other).starts_with('[');
  const bool in_number =
      sentence_.program().lookup("numeral.one", sentence_.text_of(other)) != kNone;  // "two and one-half"
  if (inside && (mention.unit || footnote || in_number || mention.noun.contains(other))) return true;
  static const std::set<std::string_view> kOutweighing = {"money", "percent", "fraction", "measure",
                                                          "temperature"};
  return mention.range.contains(other) && mention.range != other && mention.range.begin == other.begin &&
         kOutweighing.count(mention.quantity.kind) > 0;
}

// "A320", "H100", "5G": letters stand right before or after, and they are no unit, currency or word of the
// quantity.
bool NonClaims::is_glued_to_word(const Mention& mention) const {
  const auto& tokens = sentence_.context().text.tokens;
  const TokenRange all = sentence_.analysis().range;
  const std::uint32_t first = mention.range.begin;
  if (first > all.begin && tokens[first].glued && tokens[first].kind == TokenKind::kNumeral) {
    const Token& before = tokens[first - 1];
    const Form& form = sentence_.form(first - 1);
    const bool heading =  // "Farmers and Cooks3% of the tea": a heading has run into the text
        mention.quantity.kind == "percent" && is_lower(form.text.back()) && form.word != kNoWord;
    if (before.kind == TokenKind::kWord && form.folded.size() < 12 && !form.is(Shape::kPunct))
      return !heading && !is_known_word_border(form);
    if (form.text == "-" && before.glued && first - 1 > all.begin &&
        tokens[first - 2].kind == TokenKind::kWord) {
      return sentence_.form(first - 2).is(Shape::kUpper);
    }
  }
  const std::uint32_t last = mention.range.end;
  if (last >= all.end || !tokens[last].glued || tokens[last].kind != TokenKind::kWord) return false;
  if (sentence_.form(last).is(Shape::kPunct)) return false;
  return tokens[last - 1].kind == TokenKind::kNumeral;
}

}  // namespace figmine::quantities
