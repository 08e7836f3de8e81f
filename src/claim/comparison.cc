#include "claim/comparison.h"

#include <algorithm>

namespace figmine {
namespace {

class ComparisonReader {
 public:
  ComparisonReader(const Looker& look, const Draft& draft)
      : look_(look),
        draft_(draft),
        analysis_(look.input().analyses[draft.sentence]),
        figure_(draft.mention->range) {}

  bool run() const {
    if (tells_time()) return false;
    const bool of_other = draft_.came_by("subject/compared-for");  // "compared with 11% at Orvane"
    return of_other || is_owned_by_other() || names_group() || is_of_other_rank() || is_pair_in_bracket();
  }

 private:
  // "compared with 41% in May", "with revenue of $12m and a loss of $4m for the previous period"
  bool tells_time() const {
    constexpr std::uint32_t kReach = 24;  // tokens
    const std::uint32_t from = figure_.begin - std::min(figure_.begin - analysis_.range.begin, 6U);
    const std::uint32_t to = std::min(analysis_.range.end, figure_.end + kReach);
    for (std::uint32_t token = from; token < to; ++token) {
      if (token >= figure_.end && look_.token_text(token) == ";") return false;
      const bool behind = token >= figure_.end || follows_comparison(token);
      if (behind &&
          (look_.covering(analysis_, token, "time") != nullptr ||
           look_.covering(analysis_, token, "basis") != nullptr || look_.word_is(token, "time.shifter")))
        return true;
    }
    return false;
  }

  // Whether the words of comparing stand before the token.
  bool follows_comparison(std::uint32_t token) const {
    for (std::uint32_t at = token; at-- > analysis_.range.begin && token - at < 6;) {
      if (look_.word_is(at, "comparing.word")) return true;
    }
    return false;
  }

  // "compared to rye's 8% rise"
  bool is_owned_by_other() const {
    constexpr std::uint32_t kReach = 3;  // tokens
    for (std::uint32_t token = figure_.begin;
         token-- > analysis_.range.begin && figure_.begin - token <= kReach;) {
      if (look_.word_is(token, "possessive")) return true;
      if (look_.word_is(token, "comparing.word")) return false;
    }
    return false;
  }

  // "54% among patients", "68% of town shoppers", "9 months in Halden", "88% without", "24% no-gel group"
  bool names_group() const {
    std::uint32_t token = figure_.end;
    if (token >= analysis_.range.end) return false;
    if (look_.word_is(token, "group.lead")) return true;
    const bool money = draft_.fact.quantity.kind == "money";
    const bool described = look_.form(token).is(Shape::kLower) &&
                           look_.beginning_at(analysis_, token, "pos.first.IN") == nullptr;
    if (described && tells_people(token)) return true;
    if (money || !look_.small_word_is(token, "preposition.group")) return false;
    return !look_.small_word_is(token, "preposition.part") || tells_people(token + 1);
  }

  // Whether people or firms are told of right behind the token: "of those aged 55 to 64", "of the early-bird
  // group"
  bool tells_people(std::uint32_t token) const {
    constexpr std::uint32_t kReach = 6;
    for (const std::uint32_t end = std::min(token + kReach, analysis_.range.end); token < end; ++token) {
      if (look_.word_is(token, "people") || look_.word_is(token, "group.noun") || counts_share_of(token))
        return true;
      const bool within = look_.token_text(token) == "-" && look_.input().text.tokens[token].glued;
      if (look_.form(token).is(Shape::kPunct) && !within) return false;
    }
    return false;
  }

  // "compared to 68% of town shoppers": of other things than those told of before.
  bool counts_share_of(std::uint32_t token) const {
    return draft_.fact.quantity.kind == "percent" && !look_.word_is(token, "measure.noun") &&
           look_.form(token).is(Shape::kLower) && look_.covering(analysis_, token, "nns") != nullptr;
  }

  // "compared to the smallest share of 9.2%", "against a regulatory minimum of 7%", "to the predicted 2.4
  // million"
  bool is_of_other_rank() const {
    for (std::uint32_t token = figure_.begin; token-- > analysis_.range.begin;) {
      if (look_.word_is(token, "comparing.word") || figure_.begin - token > 6) return false;
      for (const std::string_view type : {"superlative", "norm.noun", "expected.word", "norm.adjective"}) {
        if (look_.word_is(token, type)) return true;
      }
    }
    return false;
  }

  // "higher in those who had both (37% vs. 24%)": two groups were told of before.
  bool is_pair_in_bracket() const {
    std::uint32_t token = figure_.begin;
    const std::uint32_t start = analysis_.range.begin;
    while (token > start && figure_.begin - token < 8 && look_.token_text(token) != "(") --token;
    if (look_.token_text(token) != "(") return false;
    for (std::uint32_t at = start; at < token; ++at) {
      if (look_.word_is(at, "comparing.word") || look_.word_is(at, "group.contrast")) return true;
    }
    return false;
  }

  const Looker& look_;
  const Draft& draft_;
  const Analysis& analysis_;
  TokenRange figure_;
};

}  // namespace

bool compares_groups(const Looker& look, const Draft& draft) { return ComparisonReader(look, draft).run(); }

bool is_compared_share(const Draft& earlier, const Draft& later) {
  const bool compared = later.text("role") == "from" || later.has("compared");
  return compared && earlier.fact.share_of && !later.fact.share_of && later.fact.quantity.kind == "percent" &&
         earlier.fact.quantity.kind == "percent";
}

}  // namespace figmine
