#include "stats/claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/lexer.h"
#include "pipeline/programs.h"
#include "resolve/singular.h"

namespace figmine {
namespace {

constexpr std::string_view kFiller = "compare.filler";

bool is_word(TokenKind kind) { return kind == TokenKind::kWord || kind == TokenKind::kNumeral; }

std::string_view text_of(std::string_view text, const RawToken& token) {
  return text.substr(token.span.begin, token.span.end - token.span.begin);
}

bool of_type(const Program* program, const std::string& word, std::string_view type) {
  return program != nullptr && program->lookup(type, word) != kNone;
}

Decimal magnitude(const Decimal& value) { return value.is_negative() ? -value : value; }

Decimal power_of_ten(int exponent) { return Decimal(Integer(1), exponent); }

// The exponent of the leading digit: 3 for 1,780; 0 for zero.
int leading_exponent(const Decimal& value) {
  if (value.is_zero()) return 0;
  const std::string text = magnitude(value).to_string();
  const std::size_t point = std::min(text.find('.'), text.size());
  if (text[0] != '0') return static_cast<int>(point) - 1;
  const std::size_t first = text.find_first_not_of("0", point + 1);
  return -static_cast<int>(first - point);
}

// A twentieth of it.
Decimal twentieth(const Decimal& value) { return magnitude(value) * Decimal(Integer(5), -2); }

// From the first that is not zero on.
int digits_written(std::string_view text) {
  const std::size_t first = text.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  return static_cast<int>(std::count_if(text.begin() + static_cast<std::ptrdiff_t>(first), text.end(),
                                        [](char c) { return c >= '0' && c <= '9'; }));
}

// What rounding leaves open: half of the last digit's place. "20%" is told to the percent; who writes the
// zeros of "$40,000" did not round 44,000.
Decimal half_place(const Quantity& quantity, const Decimal& value) {
  const int digits = std::max(1, quantity.significant_digits);
  int place = leading_exponent(value) - digits + 1;
  if (quantity.unit && quantity.unit->code == "%") place = std::min(place, 0);
  const Decimal half(Integer(5), place - 1);
  return digits_written(quantity.text) > digits ? std::min(half, twentieth(value)) : half;
}

// "about 80%" leaves a twentieth open, and so does a fraction in words ("a third").
Decimal leeway(const Quantity& quantity, const Decimal& value) {
  const Decimal rounding = half_place(quantity, value);
  if (!quantity.approx && !quantity.fraction) return rounding;
  return std::max(rounding, twentieth(value));
}

std::optional<Decimal> parsed(const std::optional<std::string>& literal) {
  return literal ? Decimal::parse(*literal) : std::nullopt;
}

std::optional<Extent> range_extent(const Quantity& quantity) {
  const std::optional<Decimal> low = parsed(quantity.low), high = parsed(quantity.high);
  if (!low || !high) return std::nullopt;
  const Decimal a = magnitude(*low), b = magnitude(*high);
  return Extent{std::min(a, b), std::max(a, b), (a + b) * Decimal(Integer(5), -1), true};
}

std::optional<Extent> extent_of(const Quantity& quantity) {
  if (quantity.op == "..") return range_extent(quantity);
  const std::optional<Decimal> written = parsed(quantity.value);
  if (!written) return std::nullopt;
  const Decimal value = magnitude(*written);
  Decimal open = leeway(quantity, value);
  if (const std::optional<Decimal> told = parsed(quantity.uncertainty))
    open = std::max(open, magnitude(*told));
  Extent extent{value - open, value + open, value};
  if (quantity.op.starts_with('>')) extent.high.reset();
  if (quantity.op.starts_with('<')) extent.low.reset();
  return extent;
}

void scale(Extent& extent, const Decimal& factor) {
  if (extent.low) extent.low = *extent.low * factor;
  if (extent.high) extent.high = *extent.high * factor;
  extent.value = extent.value * factor;
}

// The unit's name, with the extent brought to it: SI for measures, percent for fractions, percentage points
// for basis points. Nothing for kinds that can't be told apart well enough.
std::optional<std::string> common_unit(const Quantity& quantity, Extent& extent) {
  const std::string& kind = quantity.kind;
  if (kind == "percent") return "%";
  if (kind == "fraction") {
    scale(extent, Decimal(100));
    return "%";
  }
  if (kind == "percentage_points") return "pp";
  if (kind == "basis_points") {
    scale(extent, power_of_ten(-2));
    return "pp";
  }
  if (!quantity.unit) return std::nullopt;
  const std::string per = quantity.unit->per.empty() ? "" : "/" + quantity.unit->per;
  if (kind == "money") return "money " + quantity.unit->code + per;
  if (kind == "count") return fold(quantity.unit->code) + per;
  if (kind == "index") return "index";
  if (kind != "measure") return std::nullopt;
  if (!quantity.si || quantity.op == "..") return quantity.unit->code + per;
  const std::optional<Decimal> si = Decimal::parse(quantity.si->value);
  const std::optional<Decimal> factor = si ? Decimal::divide(magnitude(*si), extent.value) : std::nullopt;
  if (!factor) return std::nullopt;
  scale(extent, *factor);
  const bool rate_in_si =
      quantity.si->unit.ends_with("/s") && quantity.unit->code.find('/') == std::string::npos;
  return "si " + quantity.si->unit + (rate_in_si ? "" : per);
}

std::optional<Standing> standing_of(const Fact& fact) {
  if (fact.status == "reported") return Standing::kReported;
  if (fact.status == "estimate") return Standing::kEstimate;
  if (fact.status == "forecast" || fact.status == "target") return Standing::kExpected;
  return std::nullopt;
}

std::string subject_key(const DocumentResult& record, const Fact& fact, const Wording& wording) {
  if (!fact.subject) return {};
  for (const Entity& entity : record.entities) {
    if (entity.id == fact.subject->entity && !entity.ids.empty())
      return entity.ids.front().first + " " + entity.ids.front().second;
  }
  return wording.content(record.document.language, fact.subject->name, "organization_word");
}

std::string manner_of(const Fact& fact, const Wording& wording, const std::string& language) {
  std::string out = fact.change && fact.change->role == "by" ? "by" : "level";
  if (fact.share_of) out += " of " + wording.content(language, fact.share_of->text, kFiller);
  if (fact.negated) out += " not";
  return out;
}

// "65% of patients saw …": what is measured stands elsewhere. "closed $446 million": a verb names no measure,
// nor does the subject itself ("Ethereum trades at $2,655").
bool names_something(const Fact& fact, const Claim& claim, const Wording& wording,
                     const std::string& language) {
  const std::string& measure = claim.measure;
  if (measure.empty() || measure == claim.subject ||
      wording.all(language, measure, {"measure.generic", "measure.weak", kFiller, "periodword"}))
    return false;
  if (fact.share_of && wording.content(language, fact.share_of->text, kFiller) == measure) return false;
  return wording.may_be_noun(language, fact.measure->head);
}

// Words before the measure that its phrase lacks: "adj. net income" is no "net income".
std::string qualifiers_before(const DocumentResult& record, const Fact& fact, const Wording& wording) {
  constexpr std::uint32_t kReach = 40;  // bytes
  const std::uint32_t end = fact.measure->span.begin;
  if (!fact.sentence.contains(fact.measure->span)) return {};
  const std::uint32_t begin = std::max(fact.sentence.begin, end - std::min(end, kReach));
  return wording.pick(record.document.language, slice(record.text, {begin, end}), "compare.qualifier");
}

}  // namespace

Result<Wording> Wording::load(const std::string& rules_folder) {
  Result<Programs> programs = open_programs(rules_folder);
  if (!programs) return programs.errors();
  Wording out;
  out.programs_ = std::move(programs.value().by_language);
  return out;
}

std::string Wording::content(const std::string& language, std::string_view phrase,
                             std::string_view drop) const {
  const Program* program = program_of(language);
  std::set<std::string> kept, dropped;
  for (const RawToken& token : lex(phrase)) {
    if (!is_word(token.kind)) continue;
    const std::string word = fold(text_of(phrase, token));
    if (of_type(program, word, drop) || of_type(program, word, kFiller)) {
      dropped.insert(word);
    } else {
      kept.insert(program == nullptr ? word : singular(*program, word));
    }
  }
  return fmt::format("{}", fmt::join(kept.empty() ? dropped : kept, " "));
}

std::string Wording::pick(const std::string& language, std::string_view text, std::string_view type) const {
  const Program* program = program_of(language);
  std::set<std::string> found;
  for (const RawToken& token : lex(text)) {
    if (std::string word = fold(text_of(text, token)); of_type(program, word, type))
      found.insert(std::move(word));
  }
  return fmt::format("{}", fmt::join(found, " "));
}

bool Wording::may_be_noun(const std::string& language, std::string_view word) const {
  const Program* program = program_of(language);
  const std::string folded = fold(word);
  return !of_type(program, folded, "pos") || of_type(program, folded, "pos.N") ||
         of_type(program, folded, "pos.NS");
}

const Program* Wording::program_of(const std::string& language) const {
  const auto found = programs_.find(language);
  return found == programs_.end() ? nullptr : found->second.get();
}

bool Wording::all(const std::string& language, std::string_view text,
                  const std::vector<std::string_view>& types) const {
  const Program* program = program_of(language);
  const std::vector<RawToken> tokens = lex(text);
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [&](const RawToken& token) {
    const std::string word = fold(text_of(text, token));
    return std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return of_type(program, word, type); });
  });
}

namespace {

bool within(const Extent& inner, const Extent& outer) {
  return *outer.low <= *inner.low && *inner.high <= *outer.high;
}

}  // namespace

bool agree(const Extent& a, const Extent& b) {
  if (a.range && b.range) return within(a, b) || within(b, a);
  return (!a.low || !b.high || *a.low <= *b.high) && (!b.low || !a.high || *b.low <= *a.high);
}

bool comparable_size(const Extent& a, const Extent& b) {
  const Decimal& small = std::min(a.value, b.value);
  const Decimal& large = std::max(a.value, b.value);
  if (small.is_zero()) return false;
  if (large <= small + small) return true;
  return small * power_of_ten(leading_exponent(large) - leading_exponent(small)) == large;
}

std::optional<Claim> claim_of(const DocumentResult& record, const Fact& fact, const Wording& wording,
                              const ClaimOptions& options) {
  if (!fact.claim || !fact.measure || fact.score < options.min_score || fact.section == "boilerplate")
    return std::nullopt;
  const std::string& language = record.document.language;
  const std::optional<Standing> standing = standing_of(fact);
  std::optional<Extent> extent = extent_of(fact.quantity);
  if (!standing || !extent) return std::nullopt;
  const std::optional<std::string> unit = common_unit(fact.quantity, *extent);
  if (!unit) return std::nullopt;
  Claim claim;
  claim.measure = wording.content(language, fact.measure->text, kFiller);
  claim.bare_count = fact.quantity.kind == "count" && claim.measure.find(' ') == std::string::npos;
  claim.unit = *unit;
  claim.extent = std::move(*extent);
  claim.standing = *standing;
  claim.subject = subject_key(record, fact, wording);
  if (!names_something(fact, claim, wording, language)) return std::nullopt;
  claim.manner = manner_of(fact, wording, language);
  const std::string_view sentence = slice(record.text, fact.sentence);
  for (const std::string& word :
       {qualifiers_before(record, fact, wording), wording.pick(language, sentence, "compare.time")})
    claim.manner += " | " + word;
  if (fact.change && fact.change->role == "by") {
    claim.direction = fact.change->direction;
    claim.basis = fact.change->basis;
  }
  if (fact.period && fact.period->duration.empty()) {
    claim.start = fact.period->start;
    claim.end = fact.period->end;
    claim.period_told = !fact.period->inferred;
  }
  return claim;
}

}  // namespace figmine
