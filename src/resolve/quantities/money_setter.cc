#include "resolve/quantities/money_setter.h"

#include "resolve/quantities/values.h"

namespace figmine::quantities {

void MoneySetter::set(TokenRange currency, Mention& mention) const {
  const Analysis& analysis = sentence_.analysis();
  Quantity& quantity = mention.quantity;
  std::uint32_t found = kNone;
  for (const std::string_view type : {"curp", "curw"}) {
    if (found == kNone) found = analysis.find(currency, sentence_.program().types.find(type));
  }
  if (found == kNone) return;
  const Annotation& annotation = analysis.annotations[found];
  const ChosenCurrency chosen =
      choose_currency(sentence_.feature(annotation, "codes"), sentence_.context().currencies,
                      is_commodity_price(mention.range.end) || is_of_world_market(mention.range.begin));
  if (is_rather_unit(currency, chosen.code)) return set_weight(currency, chosen.code, mention);
  Unit unit{
      sentence_.text_of(currency), currency_name(chosen.code), chosen.code, "iso4217", "", chosen.others};
  for (UnitCandidate& candidate : unit.candidates) candidate.name = currency_name(candidate.code);
  quantity.unit = std::move(unit);
  const std::optional<Rational> minor = parse_rational(sentence_.feature(annotation, "minor"));
  mention.minor = minor.value_or(1);
  multiply(mention.minor, quantity);
}

// "an ounce", "per barrel": what is traded the world over.
bool MoneySetter::is_commodity_price(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 2;  // "per troy ounce"
  if (!sentence_.word_is(at, "price.link")) return false;
  for (std::uint32_t step = 1; step <= kReach; ++step) {
    if (sentence_.word_is(at + step, "commodity.unit")) return true;
  }
  return false;
}

// "the global tent market is expected to reach $5 billion": no listing of the article's firm tells its
// currency.
bool MoneySetter::is_of_world_market(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 16;  // tokens before the figure
  constexpr std::uint32_t kPhrase = 6;  // from "global" to "market"
  const std::uint32_t first = sentence_.analysis().range.begin;
  const std::uint32_t from = at > first + kReach ? at - kReach : first;
  std::uint32_t since_world = kPhrase + 1;
  for (std::uint32_t token = from; token < at; ++token, ++since_world) {
    if (sentence_.word_is(token, "world.word")) since_world = 0;
    if (since_world > kPhrase || !sentence_.word_is(token, "world.market")) continue;
    if (!sentence_.word_is(token + 1, "world.firm"))
      return true;  // not "the global market leader earned $5 million"
  }
  return false;
}

// A word that is a unit as well ("pounds"): the sentence's other words decide, then whether the article is
// one of that currency.
bool MoneySetter::is_rather_unit(TokenRange word, const std::string& code) const {
  const Analysis& analysis = sentence_.analysis();
  const Names& types = sentence_.program().types;
  const std::uint32_t unit = analysis.find(word, types.find("unit"));
  if (unit == kNone || analysis.find(word, types.find("curw")) == kNone) return false;
  const std::string dimension = sentence_.feature(analysis.annotations[unit], "dimension");
  if (const int preferred = units_.reader().prefer(word, dimension, "money"); preferred != 0)
    return preferred > 0;
  if (analysis.find(word, types.find("currency.sign_glued")) != kNone) return false;
  const CurrencyContext& article = sentence_.context().currencies;
  return article.declared != code && article.listed != code && article.local != code &&
         article.named.count(code) == 0 && sentence_.context().units.count(currency_name(code)) == 0;
}

void MoneySetter::set_weight(TokenRange word, const std::string& code, Mention& mention) const {
  mention.quantity.kind = "unit";
  units_.set(sentence_.annotation(mention.annotation), word, mention);
  if (mention.quantity.unit)
    mention.quantity.unit->candidates.push_back({currency_name(code), code, "chosen instead: a unit"});
}

// "USD" -> "US dollar"; the code itself where the lexicon has no name for it.
std::string MoneySetter::currency_name(const std::string& code) const {
  const Program& program = sentence_.program();
  const std::uint32_t word = program.exact_words.find(code);
  if (word == kNone) return code;
  const LexiconEdge* edge = program.lexicon.exact_edges.find(0, word);
  if (edge == nullptr || edge->node == kNone) return code;
  for (const LexiconEntry& entry : program.lexicon.entries[edge->node]) {
    const std::string_view type = program.types.name(entry.type);
    if (type.starts_with("currency_code") || type.starts_with("crypto"))
      return std::string(program.row_attribute(entry.row, "name"));
  }
  return code;
}

}  // namespace figmine::quantities
