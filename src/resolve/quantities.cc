#include "resolve/quantities.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ascii.h"

namespace figmine {
namespace {

bool ends_with_any(const std::string& word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// Digits that carry meaning: all of the first numeral but leading zeros, and trailing zeros of a whole
// number.
int significant_digits(std::string_view text) {
  constexpr std::string_view kWithin = ",.'";
  std::string digits;
  bool point = false;
  for (const char c : text) {
    const bool digit = is_digit(c);
    if (!digits.empty() && !digit && kWithin.find(c) == std::string_view::npos) break;
    if (digit) digits += c;
    point = point || c == '.';
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return digits.empty() ? 0 : 1;
  digits.erase(0, first);
  if (!point) digits.erase(digits.find_last_not_of('0') + 1);
  return static_cast<int>(digits.size());
}

// "62 cents" are 0.62 of the currency that the code names, exactly; the surface keeps the cents.
void to_main_unit(const Rational& share, Quantity& quantity) {
  for (std::optional<std::string>* field :
       {&quantity.value, &quantity.low, &quantity.high, &quantity.uncertainty}) {
    const std::optional<Decimal> number = Decimal::parse(field->value_or(""));
    if (number) *field = Decimal::from_rational(number->to_rational() * share).to_string();
  }
}

void set_si(Quantity& quantity, const std::optional<ResolvedUnit>& unit) {
  static const std::set<std::string_view> kMeasured = {"measure", "duration", "temperature"};
  if (!unit || unit->si_unit.empty() || kMeasured.count(quantity.kind) == 0) return;
  const std::optional<Decimal> value = Decimal::parse(quantity.value.value_or(""));
  if (value) quantity.si = SiValue{to_si(*value, *unit).to_string(), unit->si_unit};
}

class Resolver {
 public:
  Resolver(const Analysis& analysis, const ResolveContext& context)
      : analysis_(analysis),
        context_(context),
        units_(analysis,
               {context.program, context.forms, context.document.text, context.text.tokens, context.units}) {}

  Resolved run() {
    collect();
    tell_conversions_apart();
    for (Mention& mention : out_.mentions) classify(mention);
    share_magnitudes();
    share_units();
    count_sized();
    drop_parts_of_game();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is(const Annotation& annotation, std::string_view type) const {
    return context_.program.types.name(annotation.type) == type;
  }
  [[nodiscard]] Span span_of(TokenRange range) const {
    return {context_.text.tokens[range.begin].span.begin, context_.text.tokens[range.end - 1].span.end};
  }
  [[nodiscard]] std::string text_of(TokenRange range) const {
    return range.empty() ? std::string() : std::string(slice(context_.document.text, span_of(range)));
  }

  [[nodiscard]] bool has(const Annotation& annotation, std::string_view name) const {
    return !feature_text(context_.program, annotation, name).empty();
  }

  void collect() {
    const auto quantity_type = context_.program.types.find("q");
    const auto time_type = context_.program.types.find("time");
    const auto guard_type = context_.program.types.find("guard");
    const auto lone_guard_type = context_.program.types.find("guard_one");
    out_.mentions.reserve(static_cast<std::size_t>(
        std::count_if(analysis_.annotations.begin(), analysis_.annotations.end(),
                      [&](const Annotation& annotation) { return annotation.type == quantity_type; })));
    for (std::uint32_t i = 0; i < analysis_.annotations.size(); ++i) {
      const Annotation& annotation = analysis_.annotations[i];
      if (annotation.layer == kNone) continue;
      if (annotation.type == quantity_type) add_mention(i, annotation);
      if (annotation.type == time_type) add_time(i, annotation);
      if (annotation.type == guard_type || annotation.type == lone_guard_type) guards_.push_back(i);
    }
    const auto dated_type = context_.program.types.find("dated");
    const auto guarded_type = context_.program.types.find("guarded");
    const bool taken = analysis_.holds(dated_type) || analysis_.holds(guarded_type);
    for (std::uint32_t i = 0; taken && i < analysis_.annotations.size(); ++i) {
      if (analysis_.annotations[i].type == dated_type) add_taken(i, "date_part", time_type);
      if (analysis_.annotations[i].type == guarded_type) add_taken(i, "", guard_type);
    }
    const auto by_place = [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; };
    std::sort(out_.mentions.begin(), out_.mentions.end(), by_place);
    std::sort(out_.times.begin(), out_.times.end(), by_place);
  }

  [[nodiscard]] Time in_company_year(const Annotation& annotation, const Time& time) const {
    if (has(annotation, "double")) return fiscal_year_ending_in(time, *context_.fiscal_year);
    if (!has(annotation, "fiscal")) return time;
    return in_fiscal_year(time, *context_.fiscal_year, context_.published, has(annotation, "to_come"));
  }

  void add_time(std::uint32_t index, const Annotation& annotation) {
    TimeSpan time;
    time.annotation = index;
    time.range = annotation.range;
    const Value value = feature(context_.program, annotation, "value");
    if (const auto* known = std::get_if<Time>(&value)) time.time = *known;
    if (context_.fiscal_year) time.time = in_company_year(annotation, time.time);
    time.anaphoric = has(annotation, "anaphoric");
    time.weekday = has(annotation, "weekday");
    time.aside = has(annotation, "aside");
    time.since = has(annotation, "since");
    time.until = has(annotation, "until");
    time.topic = has(annotation, "topic");
    time.close = has(annotation, "close");
    time.in_year = decimal(annotation, "in_year");
    out_.times.push_back(std::move(time));
  }

  // A time or guard with digits, or a vague amount ("double-digit"), is one number-like mention that is no
  // claim; its value is that of its only number, or of the fraction that "2/10" would be.
  void add_taken(std::uint32_t index, std::string_view known_class, std::uint32_t type) {
    const Annotation& annotation = analysis_.annotations[index];
    std::optional<Decimal> value;
    int numbers = 0;
    for (std::uint32_t at = annotation.range.begin; at < annotation.range.end; ++at) {
      for (const std::uint32_t inner : analysis_.beginning_at(at)) {
        if (!is(analysis_.annotations[inner], "num")) continue;
        ++numbers;
        value = decimal(analysis_.annotations[inner], "value");
      }
    }
    const std::uint32_t source = analysis_.find(annotation.range, type);
    if (source == kNone) return;
    const Annotation& taken = analysis_.annotations[source];
    Mention mention;
    mention.annotation = index;
    mention.range = annotation.range;
    mention.quantity.span = span_of(annotation.range);
    mention.quantity.text = text_of(annotation.range);
    mention.quantity.kind = "number";
    const std::uint32_t slashed = analysis_.find(annotation.range, context_.program.types.find("slashed"));
    if (slashed != kNone) value = decimal(analysis_.annotations[slashed], "value");
    mention.non_claim =
        known_class.empty() ? feature_text(context_.program, taken, "class") : std::string(known_class);
    const bool digits = mention.quantity.text.find_first_of("0123456789") != std::string::npos;
    if (numbers == 0 && !digits && mention.non_claim != "vague") return;
    if ((numbers == 1 || slashed != kNone) && value) mention.quantity.value = value->to_string();
    if (mention.non_claim == "date_part") set_length(annotation.range, mention);
    mention.decided_by = std::string(rule_name(context_.program, taken.layer, taken.rule));
    out_.mentions.push_back(std::move(mention));
  }

  // "in 3 years", "the first six months of 2025": a time that tells its length has that number and unit.
  void set_length(TokenRange time, Mention& mention) {
    const Decimal kYears = 1000;  // "2015 week 3": a year that stands before a grain counts none
    for (std::uint32_t at = time.begin; at < time.end; ++at) {
      for (const std::uint32_t inner : analysis_.beginning_at(at)) {
        const Annotation& number = analysis_.annotations[inner];
        if (!is(number, "num")) continue;
        const TokenRange unit = unit_behind(number.range.end, time.end);
        if (unit.empty()) continue;
        const std::optional<UnitReading> reading = units_.read(unit, "");
        const std::optional<Decimal> value = decimal(number, "value");
        if (!reading || !value || reading->unit.kind != "duration" || !(*value < kYears)) continue;
        mention.quantity.kind = "unit";
        mention.quantity.value = value->to_string();
        return set_unit(number, unit, mention);
      }
    }
  }

  [[nodiscard]] TokenRange unit_behind(std::uint32_t at, std::uint32_t end) const {
    if (at < end && text_of({at, at + 1}) == "-") ++at;
    if (at >= end) return {};
    for (const std::uint32_t inner : analysis_.beginning_at(at)) {
      const Annotation& annotation = analysis_.annotations[inner];
      if (is(annotation, "unitx") && annotation.range.end <= end) return annotation.range;
    }
    return {};
  }

  [[nodiscard]] std::optional<Decimal> decimal(const Annotation& annotation, std::string_view name) const {
    const Value value = feature(context_.program, annotation, name);
    if (const auto* number = std::get_if<Decimal>(&value)) return *number;
    if (const auto* text = std::get_if<std::string>(&value)) return Decimal::parse(*text);
    if (const auto* ratio = std::get_if<Ratio>(&value))
      return Decimal::from_rational(Rational(ratio->numerator, ratio->denominator));
    return std::nullopt;
  }

  [[nodiscard]] TokenRange range(const Annotation& annotation, std::string_view name) const {
    const Value value = feature(context_.program, annotation, name);
    const auto* known = std::get_if<TokenRange>(&value);
    return known == nullptr ? TokenRange{} : *known;
  }

  void add_mention(std::uint32_t index, const Annotation& annotation) {
    Mention mention;
    mention.annotation = index;
    mention.range = without_stop(annotation.range);
    mention.words = has(annotation, "words");
    Quantity& quantity = mention.quantity;
    quantity.span = span_of(mention.range);
    quantity.text = text_of(mention.range);
    quantity.kind = feature_text(context_.program, annotation, "kind");
    quantity.significant_digits = significant_digits(quantity.text);
    set_values(annotation, quantity);
    if (const TokenRange currency = range(annotation, "currency"); !currency.empty())
      set_money(currency, mention);
    if (const TokenRange unit = range(annotation, "unit"); !unit.empty()) set_unit(annotation, unit, mention);
    if (const TokenRange noun = range(annotation, "noun"); !noun.empty()) set_noun(noun, mention);
    if (const TokenRange whole = range(annotation, "whole"); !whole.empty()) quantity.unit = counted(whole);
    if (quantity.kind == "multiple" && !quantity.unit) quantity.unit = Unit{"", "times", "1", "ucum", "", {}};
    const bool years = quantity.kind == "age" || quantity.kind == "duration";  // "for a decade"
    if (years && !quantity.unit) quantity.unit = Unit{"", "year", "a", "ucum", "", {}};
    if (quantity.kind == "temperature" && !quantity.unit)  // "ten below zero"
      quantity.unit = Unit{"", "degree of temperature", "{degree}", "ucum", "", {}};
    if (const std::optional<Decimal> spread = decimal(annotation, "uncertainty"))
      quantity.uncertainty = spread->to_string();
    if (const std::string op = feature_text(context_.program, annotation, "op"); !op.empty())
      quantity.op = op;
    quantity.approx = has(annotation, "approx");
    mention.non_claim = feature_text(context_.program, annotation, "class");
    out_.mentions.push_back(std::move(mention));
  }

  // "weighs 1.3 kg.": at its end the point is the sentence's own, not an abbreviation's.
  [[nodiscard]] TokenRange without_stop(TokenRange range) const {
    const bool stop = range.end == analysis_.range.end && range.end - range.begin > 1 &&
                      text_of({range.end - 1, range.end}) == ".";
    return {range.begin, stop ? range.end - 1 : range.end};
  }

  void set_values(const Annotation& annotation, Quantity& quantity) {
    const Value value = feature(context_.program, annotation, "value");
    if (const auto* ratio = std::get_if<Ratio>(&value))
      quantity.fraction = {ratio->numerator.str(), ratio->denominator.str()};
    if (const std::optional<Decimal> number = decimal(annotation, "value"))
      quantity.value = number->to_string();
    const std::optional<Decimal> low = decimal(annotation, "low");
    const std::optional<Decimal> high = decimal(annotation, "high");
    if (low && high) {
      quantity.op = "..";
      quantity.low = low->to_string();
      quantity.high = high->to_string();
    }
  }

  void set_money(TokenRange currency, Mention& mention) {
    Quantity& quantity = mention.quantity;
    std::uint32_t found = kNone;
    for (const std::string_view type : {"curp", "curw"}) {
      if (found == kNone) found = analysis_.find(currency, context_.program.types.find(type));
    }
    if (found == kNone) return;
    const Annotation& annotation = analysis_.annotations[found];
    const ChosenCurrency chosen =
        choose_currency(feature_text(context_.program, annotation, "codes"), context_.currencies,
                        is_commodity_price(mention.range.end) || is_of_world_market(mention.range.begin));
    if (is_rather_unit(currency, chosen.code)) return set_weight(currency, chosen.code, mention);
    Unit unit{text_of(currency), currency_name(chosen.code), chosen.code, "iso4217", "", chosen.others};
    for (UnitCandidate& candidate : unit.candidates) candidate.name = currency_name(candidate.code);
    quantity.unit = std::move(unit);
    const std::optional<Rational> minor = parse_rational(feature_text(context_.program, annotation, "minor"));
    mention.minor = minor.value_or(1);
    to_main_unit(mention.minor, quantity);
  }

  // "A$3.2 million ($2.1 million)", "$1,299 (£999, AU$1,899)": what brackets convert is in another currency,
  // so a bare sign is not the one that is written in full.
  void tell_conversions_apart() {
    for (std::size_t i = 0; i < out_.mentions.size(); ++i) {
      std::uint32_t at = out_.mentions[i].range.end;
      if (at >= analysis_.range.end || text_of({at, at + 1}) != "(") continue;
      while (at < analysis_.range.end && text_of({at, at + 1}) != ")") ++at;
      for (std::size_t j = i + 1; j < out_.mentions.size() && out_.mentions[j].range.begin < at; ++j)
        tell_apart(out_.mentions[i].quantity, out_.mentions[j].quantity);
    }
  }

  void tell_apart(Quantity& a, Quantity& b) const {
    if (a.kind != "money" || b.kind != "money" || !a.unit || !b.unit || a.unit->code != b.unit->code) return;
    if (a.unit->candidates.empty() == b.unit->candidates.empty()) return;
    Unit& bare = a.unit->candidates.empty() ? *b.unit : *a.unit;
    std::swap(bare.code, bare.candidates.front().code);
    std::swap(bare.name, bare.candidates.front().name);
    bare.candidates.front().evidence = "chosen instead: the amount is a conversion";
  }

  // "an ounce", "per barrel": what is traded the world over.
  [[nodiscard]] bool is_commodity_price(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 2;  // "per troy ounce"
    if (!word_is(at, "price.link")) return false;
    for (std::uint32_t step = 1; step <= kReach; ++step) {
      if (word_is(at + step, "commodity.unit")) return true;
    }
    return false;
  }

  // Whether the sentence's token is a word of the lexicon's type; false behind the sentence.
  [[nodiscard]] bool word_is(std::uint32_t token, Wanted type) const {
    return token < analysis_.range.end &&
           context_.program.lookup(type, context_.forms[context_.text.tokens[token].form].folded) != kNone;
  }

  // "the global tent market is expected to reach $5 billion": no listing of the article's firm tells its
  // currency.
  [[nodiscard]] bool is_of_world_market(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 16;  // tokens before the figure
    constexpr std::uint32_t kPhrase = 6;  // from "global" to "market"
    const std::uint32_t from = at > analysis_.range.begin + kReach ? at - kReach : analysis_.range.begin;
    std::uint32_t since_world = kPhrase + 1;
    for (std::uint32_t token = from; token < at; ++token, ++since_world) {
      if (word_is(token, "world.word")) since_world = 0;
      if (since_world > kPhrase || !word_is(token, "world.market")) continue;
      if (!word_is(token + 1, "world.firm")) return true;  // not "the global market leader earned $5 million"
    }
    return false;
  }

  // A word that is a unit as well ("pounds"): the sentence's other words decide, then whether the article is
  // one of that currency.
  [[nodiscard]] bool is_rather_unit(TokenRange word, const std::string& code) const {
    const std::uint32_t unit = analysis_.find(word, context_.program.types.find("unit"));
    if (unit == kNone || analysis_.find(word, context_.program.types.find("curw")) == kNone) return false;
    const std::string dimension = feature_text(context_.program, analysis_.annotations[unit], "dimension");
    if (const int preferred = units_.prefer(word, dimension, "money"); preferred != 0) return preferred > 0;
    if (analysis_.find(word, context_.program.types.find("currency.sign_glued")) != kNone) return false;
    const CurrencyContext& article = context_.currencies;
    return article.declared != code && article.listed != code && article.local != code &&
           article.named.count(code) == 0 && context_.units.count(currency_name(code)) == 0;
  }

  void set_weight(TokenRange word, const std::string& code, Mention& mention) {
    mention.quantity.kind = "unit";
    set_unit(analysis_.annotations[mention.annotation], word, mention);
    if (mention.quantity.unit)
      mention.quantity.unit->candidates.push_back({currency_name(code), code, "chosen instead: a unit"});
  }

  [[nodiscard]] std::string currency_name(const std::string& code) const {
    const std::uint32_t word = context_.program.exact_words.find(code);
    if (word == kNone) return code;
    const LexiconEdge* edge = context_.program.lexicon.exact_edges.find(0, word);
    if (edge == nullptr || edge->node == kNone) return code;
    for (const LexiconEntry& entry : context_.program.lexicon.entries[edge->node]) {
      const std::string_view type = context_.program.types.name(entry.type);
      if (type.starts_with("currency_code") || type.starts_with("crypto"))
        return std::string(context_.program.row_attribute(entry.row, "name"));
    }
    return code;
  }

  void set_unit(const Annotation& annotation, TokenRange tokens, Mention& mention) {
    Quantity& quantity = mention.quantity;
    const std::string own = feature_text(context_.program, annotation, "favors");
    std::optional<UnitReading> reading = units_.read(
        tokens, own.empty() ? dimension_before_bracket(mention.range.begin) : std::string_view(own));
    if (!reading) return;
    if (quantity.kind == "unit") quantity.kind = reading->unit.kind;
    quantity.unit = Unit{text_of(without_stop(tokens)), reading->unit.name, reading->unit.code, "ucum", "",
                         std::move(reading->others)};
    mention.unit = std::move(reading->unit);
    if (mention.unit->kind == "count") set_noun(tokens, mention);  // "scored 28 points"
    set_si(quantity, mention.unit);
  }

  // "512 feet (156 m)": what a bracket converts is of the same dimension. Empty where no bracket opens
  // there.
  [[nodiscard]] std::string_view dimension_before_bracket(std::uint32_t at) const {
    if (out_.mentions.empty() || at == 0) return {};
    const Mention& before = out_.mentions.back();
    const bool opens = before.range.end + 1 == at && text_of({before.range.end, at}) == "(";
    return opens && before.unit ? std::string_view(before.unit->dimension) : std::string_view();
  }

  struct Scaled {
    Decimal base;       // the number before its magnitude
    Decimal magnitude;  // 1 where it has none
  };

  [[nodiscard]] std::optional<Scaled> scaled(const Mention& mention) const {
    const std::optional<std::string>& written =
        mention.quantity.value ? mention.quantity.value : mention.quantity.low;
    const std::optional<Decimal> value = written ? Decimal::parse(*written) : std::nullopt;
    if (!value) return std::nullopt;
    for (std::uint32_t at = mention.range.begin; at < mention.range.end; ++at) {
      for (const std::uint32_t inner : analysis_.beginning_at(at)) {
        const Annotation& number = analysis_.annotations[inner];
        if (!is(number, "amt")) continue;
        std::optional<Decimal> base = decimal(number, "base");
        if (!base) base = decimal(number, "value");
        if (!base || *base == Decimal(0)) return std::nullopt;
        const std::optional<Decimal> magnitude = Decimal::divide(*value, *base);
        return magnitude ? std::optional<Scaled>({*base, *magnitude}) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // "3, 4 and 5 million units", "$2 or $3 million": the smaller numbers before the last one have its
  // magnitude too. Backwards, each from the next.
  void share_magnitudes() {
    bool joined = false;  // a conjunction closes the list
    for (std::size_t i = out_.mentions.size(); i-- > 1;) {
      Mention& mention = out_.mentions[i - 1];
      const Mention& next = out_.mentions[i];
      const std::string text = separator(mention.range.end, next.range.begin);
      const bool levels = is_old_and_new(mention, text);  // "from 24 to 35 million"
      joined = context_.program.lookup("joint", without(text, ',')) != kNone || (joined && text == ",");
      joined = (joined || levels) && take_magnitude(mention, next, levels);
    }
  }

  [[nodiscard]] bool take_magnitude(Mention& mention, const Mention& next, bool may_be_larger) const {
    constexpr int kNear = 10;  // "2 and 40 million" are no list
    Quantity& quantity = mention.quantity;
    const auto& unit = next.quantity.unit;
    const bool bare = quantity.kind == "number" && !quantity.unit;
    const bool money = quantity.kind == "money" && unit && quantity.unit && quantity.unit->code == unit->code;
    if (!mention.non_claim.empty() || !next.non_claim.empty() || !(bare || money)) return false;
    const std::optional<Scaled> own = scaled(mention);
    const std::optional<Scaled> shared = scaled(next);
    if (!own || !shared || own->magnitude != Decimal(1) || shared->magnitude < Decimal(100)) return false;
    const Decimal least = may_be_larger ? shared->base * Decimal(kNear) : shared->base;
    if (!(own->base < least) || own->base * Decimal(kNear) < shared->base) return false;
    quantity.value = (own->base * shared->magnitude).to_string();
    return true;
  }

  // "10, 20 and 30 mM", "eight or nine euros", "8.5 x 11 inches", "from 5 million to 6 million tonnes": the
  // numbers before the last one have its unit too. Backwards, each from the next.
  void share_units() {
    bool joined = false;  // a conjunction closes the list
    for (std::size_t i = out_.mentions.size(); i-- > 1;) {
      Mention& mention = out_.mentions[i - 1];
      const Mention& next = out_.mentions[i];
      const TokenRange described = described_behind(mention.range.end);
      const std::string text = separator(described.end, next.range.begin);
      const std::string_view between = without(text, '-');  // "a 3- or 4-inch brush"
      const std::string_view word = without(between, ',');
      const bool closes = context_.program.lookup("joint", word) != kNone ||
                          context_.program.lookup("joint.size", word) != kNone ||
                          is_old_and_new(mention, word) || is_part(mention, next) ||
                          is_pair_of_measures(mention, next, text);
      joined = closes || (joined && (between == "," || between == ";"));
      const auto& known = next.quantity.unit;
      const bool apart = !described.empty() && next.noun.empty();  // "14 new and 6 kg"
      if (joined && known && !apart && mention.non_claim.empty() && next.non_claim.empty() &&
          mention.quantity.kind == "number" && !mention.quantity.unit && !is_counted(mention, next)) {
        mention.unit = next.unit;
        mention.noun = next.noun;
        mention.minor = next.minor;
        take_unit(mention.quantity, next.quantity, next);
        if (!described.empty() && !next.noun.empty()) set_noun(bare_noun(next.noun), mention);
      } else {
        joined = joined && mention.quantity.unit && known && mention.quantity.unit->code == known->code;
      }
    }
  }

  // "14 tenant-run and 6 managed homes": the words that describe the first number's things; empty where none.
  [[nodiscard]] TokenRange described_behind(std::uint32_t at) const {
    for (const std::uint32_t index : analysis_.beginning_at(at)) {
      const Annotation& annotation = analysis_.annotations[index];
      if (is(annotation, "describing")) return annotation.range;
    }
    return {at, at};
  }

  // "managed holiday homes": without the words that describe this number's things only.
  [[nodiscard]] TokenRange bare_noun(TokenRange noun) const {
    while (noun.end - noun.begin > 1 && !begins_with_noun(noun.begin)) ++noun.begin;
    return noun;
  }

  [[nodiscard]] bool begins_with_noun(std::uint32_t at) const {
    for (const std::uint32_t index : analysis_.beginning_at(at)) {
      if (is(analysis_.annotations[index], "nn") || is(analysis_.annotations[index], "nns")) return true;
    }
    return false;
  }

  // "9,100, or 22% of them": thousands are no percentage.
  [[nodiscard]] bool is_counted(const Mention& mention, const Mention& next) const {
    constexpr int kMost = 1000;
    const std::optional<Scaled> own = scaled(mention);
    return next.quantity.unit->code == "%" && own && !(own->base * own->magnitude < Decimal(kMost));
  }

  // "two 40-foot containers", "five of the 6-ton cranes": the noun behind the size is what is counted.
  void count_sized() {
    for (std::size_t i = 0; i + 1 < out_.mentions.size(); ++i) {
      Mention& mention = out_.mentions[i];
      const Mention& size = out_.mentions[i + 1];
      const bool bare = mention.quantity.kind == "number" && !mention.quantity.unit &&
                        mention.quantity.value && mention.non_claim.empty();
      if (!bare || mention.quantity.value == "1" || !is_sized_by(mention, size)) continue;
      if (const TokenRange noun = plural_behind(behind_size(size.range.end)); !noun.empty()) {
        set_noun(noun, mention);
        mention.quantity.kind = "count";
      }
    }
  }

  // Whether the second figure tells how large, or how good ("100+ five-star reviews"), each of the first is.
  [[nodiscard]] bool is_sized_by(const Mention& mention, const Mention& size) const {
    const bool joined = size.quantity.text.find('-') != std::string::npos ||
                        (mention.words && size.quantity.kind == "measure") ||  // "two 20W speakers"
                        size.quantity.kind == "score";
    const bool told = size.quantity.unit || size.quantity.kind == "score";
    if (!joined || !told || !size.quantity.value || size.quantity.kind == "money") return false;
    const std::string between = separator(mention.range.end, size.range.begin);
    return mention.range.end == size.range.begin || between == "of the" || between == "of its" ||
           between == "+";
  }

  // "two 14-foot-tall doors": the token behind the word for the direction of the size.
  [[nodiscard]] std::uint32_t behind_size(std::uint32_t end) const {
    const bool directed =
        end + 1 < analysis_.range.end && text_of({end, end + 1}) == "-" && word_is(end + 1, "size.behind");
    return directed ? end + 2 : end;
  }

  // "two goals in the first half", "outscored 35-18 in the fourth quarter": no times of the calendar.
  void drop_parts_of_game() {
    const bool played = std::any_of(out_.mentions.begin(), out_.mentions.end(), [&](const Mention& mention) {
      const auto& unit = mention.quantity.unit;
      return mention.non_claim.empty() &&
             (mention.quantity.kind == "score" ||
              (mention.quantity.kind == "count" && unit &&
               (mention.unit || context_.program.lookup("play.noun", unit->name) != kNone)));
    });
    if (!played) return;
    std::erase_if(out_.times, [&](const TimeSpan& time) {
      const Grain grain = time.time.grain;
      return (grain == Grain::kQuarter || grain == Grain::kHalf) &&
             text_of(time.range).find_first_of("0123456789") == std::string::npos;
    });
  }

  // The noun phrase from a token up to a plural; empty where none follows.
  [[nodiscard]] TokenRange plural_behind(std::uint32_t begin) const {
    constexpr std::uint32_t kWords = 4;
    for (std::uint32_t at = begin; at < analysis_.range.end && at < begin + kWords; ++at) {
      const auto is_word = [&](std::string_view type) {
        return analysis_.find({at, at + 1}, context_.program.types.find(type)) != kNone;
      };
      const std::string& word = context_.forms[context_.text.tokens[at].form].folded;
      if (context_.program.lookup("counted.stop", word) != kNone || is_word("unitx")) return {};
      if (is_word("nns")) return {begin, at + 1};
      if (!is_word("nn") && !is_word("jj")) return {};
    }
    return {};
  }

  static std::string_view without(std::string_view words, char mark) {
    if (!words.starts_with(mark)) return words;
    words.remove_prefix(1);
    return words.substr(words.starts_with(' ') ? 1 : 0);
  }

  // "130/80 mm Hg": both are told in the unit of the second one.
  [[nodiscard]] static bool is_pair_of_measures(const Mention& mention, const Mention& next,
                                                const std::string& between) {
    return between == "/" && next.quantity.kind == "measure" && next.unit && !mention.words;
  }

  // "340 million of the 2.1 billion crowns", "81 out of the 1,064 clubs", not "one of the 12 cities"
  [[nodiscard]] bool is_part(const Mention& mention, const Mention& whole) const {
    constexpr std::uint32_t kWords = 2;  // "of the"
    constexpr std::uint32_t kMany = 7;   // "out of Tolvik's more than": where a rule has read the whole
    const bool read = has(analysis_.annotations[mention.annotation], "part");
    if (read && whole.range.begin <= mention.range.end + kMany) return true;
    const std::uint32_t at = mention.range.end;
    const bool attribute = whole.quantity.text.find('-') != std::string::npos;  // "five of the six-ton ones"
    return !attribute && mention.quantity.value != "1" && at < whole.range.begin &&
           whole.range.begin <= at + kWords &&
           context_.program.lookup("preposition.part",
                                   context_.forms[context_.text.tokens[at].form].folded) != kNone;
  }

  // "from 200 to 300 jobs"
  [[nodiscard]] bool is_old_and_new(const Mention& mention, std::string_view between) const {
    const std::uint32_t at = mention.range.begin;
    if (at == analysis_.range.begin || context_.program.lookup("level.joint", between) == kNone) return false;
    const std::string& before = context_.forms[context_.text.tokens[at - 1].form].folded;
    return context_.program.lookup("preposition.source", before) != kNone;
  }

  // The words between two mentions, joined; empty where there are none or too many for a list.
  [[nodiscard]] std::string separator(std::uint32_t from, std::uint32_t to) const {
    std::string out;
    if (to > from + 3) return out;
    for (std::uint32_t at = from; at < to; ++at)
      out += (at > from ? " " : "") + context_.forms[context_.text.tokens[at].form].folded;
    return out;
  }

  void set_noun(TokenRange noun, Mention& mention) {
    while (noun.end - noun.begin > 1 && text_of({noun.begin, noun.begin + 1}) == "-")
      ++noun.begin;  // "44-bed"
    mention.noun = noun;
    mention.quantity.unit = counted(noun);
  }

  [[nodiscard]] Unit counted(TokenRange noun) const {
    const std::string written = text_of(noun);
    const std::size_t space = written.find_last_of(" -");
    const std::string head = space == std::string::npos ? written : written.substr(space + 1);
    const std::string rest = space == std::string::npos ? "" : written.substr(0, space + 1);
    const std::string name = rest + singular(context_.program, head);
    return Unit{written, name, "{" + name + "}", "ucum", "", {}};
  }

  // ------------------------------------------------------------ what is no claim

  void classify(Mention& mention) {
    if (!mention.non_claim.empty()) return;
    for (const std::uint32_t index : guards_) {
      const Annotation& guard = analysis_.annotations[index];
      if (!guard.range.overlaps(mention.range) || outweighs(mention, guard.range)) continue;
      mention.non_claim = feature_text(context_.program, guard, "class");
      mention.decided_by = std::string(rule_name(context_.program, guard.layer, guard.rule));
      return;
    }
    for (const TimeSpan& time : out_.times) {
      if (!time.range.overlaps(mention.range) || outweighs(mention, time.range)) continue;
      mention.non_claim = "date_part";
      const Annotation& annotation = analysis_.annotations[time.annotation];
      mention.decided_by = std::string(rule_name(context_.program, annotation.layer, annotation.rule));
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
  [[nodiscard]] bool outweighs(const Mention& mention, TokenRange other) const {
    const bool inside = mention.range.contains(other) && mention.range.begin < other.begin;
    const bool footnote = context_.text.tokens[other.begin].glued && text_of(other).starts_with('[');
    const bool in_number =
        context_.program.lookup("numeral.one", text_of(other)) != kNone;  // "two and one-half"
    if (inside && (mention.unit || footnote || in_number || mention.noun.contains(other))) return true;
    static const std::set<std::string_view> kOutweighing = {"money", "percent", "fraction", "measure",
                                                            "temperature"};
    return mention.range.contains(other) && mention.range != other && mention.range.begin == other.begin &&
           kOutweighing.count(mention.quantity.kind) > 0;
  }

  // "A320", "H100", "5G": letters stand right before or after, and they are no unit, currency or word of the
  // quantity.
  [[nodiscard]] bool is_glued_to_word(const Mention& mention) const {
    const auto& tokens = context_.text.tokens;
    const std::uint32_t first = mention.range.begin;
    if (first > analysis_.range.begin && tokens[first].glued && tokens[first].kind == TokenKind::kNumeral) {
      const Token& before = tokens[first - 1];
      const Form& form = context_.forms[before.form];
      if (before.kind == TokenKind::kWord && form.folded.size() < 12 && !form.is(Shape::kPunct))
        return !is_known_word_border(form);
      if (form.text == "-" && before.glued && first - 1 > analysis_.range.begin &&
          tokens[first - 2].kind == TokenKind::kWord) {
        return context_.forms[tokens[first - 2].form].is(Shape::kUpper);
      }
    }
    const std::uint32_t last = mention.range.end;
    if (last >= analysis_.range.end || !tokens[last].glued || tokens[last].kind != TokenKind::kWord)
      return false;
    if (context_.forms[tokens[last].form].is(Shape::kPunct)) return false;
    return tokens[last - 1].kind == TokenKind::kNumeral;
  }

  // "approximately247": a lower-case word that is known stands before.
  [[nodiscard]] static bool is_known_word_border(const Form& form) {
    return form.is(Shape::kLower) && form.word != kNoWord && form.folded.size() > 3;
  }

  const Analysis& analysis_;
  const ResolveContext& context_;
  const UnitReader units_;
  Resolved out_;
  std::vector<std::uint32_t> guards_;
};

}  // namespace

Resolved resolve(const Analysis& analysis, const ResolveContext& context) {
  return Resolver(analysis, context).run();
}

void take_unit(Quantity& number, const Quantity& other, const Mention& source) {
  number.kind = other.kind;
  number.unit = other.unit;
  number.unit->text.clear();
  to_main_unit(source.minor, number);
  set_si(number, source.unit);
}

std::string singular(const Program& program, const std::string& word) {
  const std::string lower = fold(word);
  if (const std::uint32_t row = program.lookup("plural", lower); row != kNone)
    return std::string(program.row_attribute(row, "singular"));
  if (lower.size() > 1 && lower.ends_with('s') &&
      std::isdigit(static_cast<unsigned char>(lower[lower.size() - 2])))
    return word.substr(0, word.size() - 1);  // "737s"
  if (lower.size() < 4 || ends_with_any(lower, {"ss", "us", "is"})) return word;
  if (lower.size() > 4 && lower.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (ends_with_any(lower, {"ches", "shes", "xes", "sses", "zes"})) return word.substr(0, word.size() - 2);
  return lower.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

namespace {

// Where amounts begin and end: a code beside none ("NAD+ treatments") is no currency's.
struct AmountEdges {
  std::set<std::uint32_t> begins;
  std::set<std::uint32_t> ends;
};

AmountEdges amount_edges(const Analysis& analysis, const Program& program) {
  const std::uint32_t type = program.types.find("amt");
  AmountEdges out;
  for (const Annotation& annotation : analysis.annotations) {
    if (annotation.type != type) continue;
    out.begins.insert(annotation.range.begin);
    out.ends.insert(annotation.range.end);
  }
  return out;
}

// The currency of the longest tail of "toronto, ontario" that the lexicon has as a place of the type.
std::string currency_of_tail(const Program& program, Wanted type, std::string_view place) {
  constexpr std::string_view kApart = ", -";
  while (!place.empty()) {
    if (const std::uint32_t row = program.lookup(type, place); row != kNone)
      return std::string(program.row_attribute(row, "currency"));
    if (place.back() == '.' || kApart.find(place.back()) != std::string_view::npos) {
      place.remove_suffix(1);
      continue;
    }
    const std::size_t end = place.find_first_of(kApart);
    const std::size_t next = end == std::string_view::npos ? end : place.find_first_not_of(kApart, end);
    place = next == std::string_view::npos ? std::string_view() : place.substr(next);
  }
  return {};
}

// Whether the article names the land of the currency, and no other one as often: a "Calgary, AB" alone may
// tell of prices elsewhere.
bool is_named_most(const std::vector<Analysis>& analyses, const Program& program,
                   const std::string& currency) {
  const std::uint32_t land = program.types.find("land.word");
  std::map<std::string_view, int> named;
  for (const Analysis& analysis : analyses) {
    if (!analysis.holds(land)) continue;
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.type == land && annotation.row != kNone)
        ++named[program.row_attribute(annotation.row, "currency")];
    }
  }
  const int own = named[currency];
  return own > 0 && std::all_of(named.begin(), named.end(), [&](const auto& other) {
           return other.first == currency || other.second < own;
         });
}

}  // namespace

CurrencyContext read_currencies(const std::vector<Analysis>& analyses, const Program& program,
                                const Document& document) {
  CurrencyContext out;
  const std::uint32_t prefix = program.types.find("curp");
  const std::uint32_t word = program.types.find("curw");
  const std::uint32_t note = program.types.find("currency_note");
  const std::uint32_t listed = program.types.find("listed");
  for (const Analysis& analysis : analyses) {
    if (!analysis.holds(prefix) && !analysis.holds(word) && !analysis.holds(note) && !analysis.holds(listed))
      continue;
    const AmountEdges amounts = amount_edges(analysis, program);
    for (const Annotation& annotation : analysis.annotations) {
      const std::uint32_t type = annotation.type;
      if (type != prefix && type != word && type != note && type != listed) continue;
      const bool beside =
          amounts.begins.count(annotation.range.end) > 0 || amounts.ends.count(annotation.range.begin) > 0;
      if (type == prefix && !beside) continue;
      const std::string codes = feature_text(program, annotation, "codes");
      if (codes.empty() || codes.find(' ') != std::string::npos) continue;
      if (type == note) {
        out.declared = codes;
      } else if (type == listed) {
        if (out.listed.empty()) out.listed = codes;
      } else {
        ++out.named[codes];
      }
    }
  }
  if (document.metadata.place) {
    const std::string place = fold(*document.metadata.place);
    out.local = currency_of_tail(program, "place", place);
    const std::string home = currency_of_tail(program, "place.short", place);
    if (out.local.empty() && !home.empty() && is_named_most(analyses, program, home)) out.local = home;
  }
  return out;
}

}  // namespace figmine
