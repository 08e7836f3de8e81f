#include "claim/clauses/parts.h"

#include <algorithm>

namespace figmine::clauses {
namespace {

struct TypedPart {
  std::string_view type;
  Part part;
};

// What an annotation that begins at a token makes of it; the first of the table that is there wins.
constexpr std::array<TypedPart, 15> kParts = {{
    {"preposition.complex", Part::kPreposition},
    {"example.lead", Part::kPreposition},
    {"vg", Part::kVerb},
    {"np", Part::kPhrase},
    {"pron", Part::kPronoun},
    {"bound.before", Part::kAdverb},
    {"rb", Part::kAdverb},
    {"pos.first.R", Part::kAdverb},
    {"relative", Part::kRelative},
    {"pos.first.WP", Part::kRelative},
    {"pos.first.CC", Part::kConjunction},
    {"pos.first.SUB", Part::kSubordinator},
    {"pos.first.IN", Part::kPreposition},
    {"pos.first.TO", Part::kPreposition},
    {"determiner.paired", Part::kAdverb},
}};

// The rows of words that stand before a figure.
constexpr std::size_t kBound = 5;
constexpr std::size_t kPaired = 14;
static_assert(kParts[kBound].type == "bound.before" && kParts[kPaired].type == "determiner.paired");

Part part_of_sign(std::string_view text) {
  if (text == ",") return Part::kComma;
  if (text == "(" || text == "[") return Part::kOpen;
  if (text == ")" || text == "]") return Part::kClose;
  if (text == ";" || text == "." || text == "!" || text == "?") return Part::kStop;
  if (text == ":" || text == "–" || text == "—" || text == "--") return Part::kColon;
  return Part::kOther;
}

}  // namespace

Parts::Parts(const Looker& look, const Analysis& analysis, const std::vector<Chunk>& fixed)
    : look_(look), analysis_(analysis), fixed_(fixed) {
  static_assert(kParts.size() == kKinds);
  const Names& types = look.input().program.types;
  for (std::size_t i = 0; i < kParts.size(); ++i) types_[i] = static_cast<TypeId>(types.find(kParts[i].type));
}

Chunk Parts::loose(std::uint32_t token) const {
  std::size_t best = kParts.size();
  TokenRange range{token, token + 1};
  for (const std::uint32_t index : analysis_.beginning_at(token)) {
    const Annotation& annotation = analysis_.annotations[index];
    for (std::size_t i = 0; i < kParts.size(); ++i) {
      if (annotation.type != types_[i] || i >= best) continue;
      if ((i == kBound || i == kPaired) && !bounds_figure(annotation.range.end)) continue;
      best = i;
      range = annotation.range;
    }
  }
  if (best == kParts.size())
    return {.part = part_of_sign(look_.token_text(token)),
            .range = range,
            .stop_sign = look_.token_text(token) == ":"};
  if (opens_clause(token) || opens_until(token)) return {Part::kSubordinator, range};
  const bool says = kParts[best].part == Part::kVerb && look_.word_is(range.end - 1, "say.verb");
  const bool joins = kParts[best].part == Part::kSubordinator && look_.word_is(token, "joint.nominal");
  const bool aims = kParts[best].part == Part::kPreposition && look_.word_is(token, "preposition.aim");
  return {.part = kParts[best].part, .range = range, .says = says, .joins = joins, .aims = aims};
}

// "as the price rises", "as it uses", "as demand slowed", "as 7 in 10 voters say", but not "debt as a share
// of output".
bool Parts::opens_clause(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 6;  // words of the clause's subject
  if (!look_.small_word_is(token, "joint.as") || token + 1 >= analysis_.range.end) return false;
  const Annotation* subject = look_.beginning_at(analysis_, token + 1, "np");
  if (subject == nullptr) subject = look_.beginning_at(analysis_, token + 1, "pron");
  if (subject != nullptr && !look_.word_is(token + 1, "indefinite") &&
      look_.beginning_at(analysis_, subject->range.end, "vg") != nullptr)
    return true;
  if (!look_.word_is(token + 1, "determiner.definite") && !look_.form(token + 1).is(Shape::kDigit))
    return false;
  for (std::uint32_t at = token + 2; at < analysis_.range.end && at <= token + kReach; ++at) {
    if (look_.beginning_at(analysis_, at, "vg") != nullptr) return true;
    if (!look_.form(at).is(Shape::kWordlike) || look_.word_is(at, "preposition")) return false;
  }
  return false;
}

// "until payments to the bank total $5m", "until prices rose"; not "until May", "until the sale".
bool Parts::opens_until(std::uint32_t token) const {
  if (!look_.small_word_is(token, "joint.until") || token + 1 >= analysis_.range.end) return false;
  const Annotation* subject = look_.beginning_at(analysis_, token + 1, "np");
  if (subject == nullptr || look_.beginning_at(analysis_, token + 1, "time") != nullptr) return false;
  const std::uint32_t link = subject->range.end;
  const Annotation* of =
      look_.word_is(link, "preposition") ? look_.beginning_at(analysis_, link + 1, "np") : nullptr;
  const std::uint32_t end = of == nullptr ? link : of->range.end;
  return look_.beginning_at(analysis_, end, "vg") != nullptr;
}

// "over 5 million", "about the $5", but not "under both contracts", "assets under lease rose 5%": whether a
// figure or a time is near and no verb between.
bool Parts::bounds_figure(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 2;  // words between
  const auto next =
      std::lower_bound(fixed_.begin(), fixed_.end(), token,
                       [](const Chunk& chunk, std::uint32_t at) { return chunk.range.begin < at; });
  if (next == fixed_.end() || next->range.begin > token + kReach) return false;
  while (token < next->range.begin && look_.beginning_at(analysis_, token, "vg") == nullptr) ++token;
  return token >= next->range.begin;
}

}  // namespace figmine::clauses
