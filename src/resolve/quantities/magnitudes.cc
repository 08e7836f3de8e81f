#include "resolve/quantities/magnitudes.h"

#include "resolve/quantities/joints.h"

namespace figmine::quantities {
namespace {

// Whether the figure has got the magnitude of the next one.
[[nodiscard]] bool take_magnitude(const SentenceView& sentence, Mention& mention, const Mention& next,
                                  bool may_be_larger) {
  constexpr int kNear = 10;  // "2 and 40 million" are no list
  Quantity& quantity = mention.quantity;
  const auto& unit = next.quantity.unit;
  const bool bare = quantity.kind == "number" && !quantity.unit;
  const bool money = quantity.kind == "money" && unit && quantity.unit && quantity.unit->code == unit->code;
  if (!mention.non_claim.empty() || !next.non_claim.empty() || !(bare || money)) return false;
  const std::optional<Scaled> own = scaled(sentence, mention);
  const std::optional<Scaled> shared = scaled(sentence, next);
  if (!own || !shared || own->magnitude != Decimal(1) || shared->magnitude < Decimal(100)) return false;
  const Decimal least = may_be_larger ? shared->base * Decimal(kNear) : shared->base;
  if (!(own->base < least) || own->base * Decimal(kNear) < shared->base) return false;
  quantity.value = (own->base * shared->magnitude).to_string();
  return true;
}

}  // namespace

std::optional<Scaled> scaled(const SentenceView& sentence, const Mention& mention) {
  const std::optional<std::string>& written =
      mention.quantity.value ? mention.quantity.value : mention.quantity.low;
  const std::optional<Decimal> value = written ? Decimal::parse(*written) : std::nullopt;
  if (!value) return std::nullopt;
  for (std::uint32_t at = mention.range.begin; at < mention.range.end; ++at) {
    for (const std::uint32_t inner : sentence.analysis().beginning_at(at)) {
      const Annotation& number = sentence.annotation(inner);
      if (!sentence.is(number, "amt")) continue;
      std::optional<Decimal> base = sentence.decimal(number, "base");
      if (!base) base = sentence.decimal(number, "value");
      if (!base || *base == Decimal(0)) return std::nullopt;
      const std::optional<Decimal> magnitude = Decimal::divide(*value, *base);
      return magnitude ? std::optional<Scaled>({*base, *magnitude}) : std::nullopt;
    }
  }
  return std::nullopt;
}

void share_magnitudes(const SentenceView& sentence, std::vector<Mention>& mentions) {
  bool joined = false;  // a conjunction closes the list
  for (std::size_t i = mentions.size(); i-- > 1;) {
    Mention& mention = mentions[i - 1];
    const Mention& next = mentions[i];
    const std::string text = separator(sentence, mention.range.end, next.range.begin);
    const bool levels = is_old_and_new(sentence, mention, text);  // "from 24 to 35 million"
    joined = sentence.program().lookup("joint", without(text, ',')) != kNone || (joined && text == ",");
    joined = (joined || levels) && take_magnitude(sentence, mention, next, levels);
  }
}

}  // namespace figmine::quantities
