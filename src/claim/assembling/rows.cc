#include "claim/assembling/rows.h"

#include <algorithm>

namespace figmine::assembling {

std::vector<TokenRange> Rows::holders_behind(const Analysis& a, std::uint32_t token,
                                             std::uint32_t limit) const {
  constexpr std::uint32_t kReach = 3;  // "per share"
  const std::uint32_t last = token + kReach;
  while (token < std::min(last, limit) && !look_.small_word_is(token, "preposition.apart")) ++token;
  std::vector<TokenRange> row;
  if (token >= std::min(last, limit)) return row;
  std::uint32_t begin = ++token;
  for (; token <= limit; ++token) {
    const bool ends =
        token == limit || look_.token_text(token) == "," || look_.small_word_is(token, "joint.and");
    if (!ends &&
        (look_.beginning_at(a, token, "vg") != nullptr || look_.covering(a, token, "time") != nullptr))
      return {};
    if (!ends) continue;
    if (token > begin) row.push_back({begin, token});
    begin = token + 1;
  }
  return row;
}

std::vector<const TimeSpan*> Rows::coordinated_times(std::size_t sentence, std::size_t count) const {
  std::vector<const TimeSpan*> row;
  for (const TimeSpan& time : input_.resolved[sentence].times) {
    if (!time.time.interval.end) continue;
    const bool joined = !row.empty() && figures_.only_joins(row.back()->range.end, time.range.begin);
    if (!joined && row.size() == count) break;
    if (!joined) row.clear();
    row.push_back(&time);
  }
  return row.size() == count ? row : std::vector<const TimeSpan*>();
}

std::vector<const TimeSpan*> Rows::times_before(std::size_t sentence, std::uint32_t token) const {
  std::vector<const TimeSpan*> row;
  for (const TimeSpan& time : input_.resolved[sentence].times) {
    if (time.range.end > token) break;
    const std::uint32_t begin = time.range.begin;
    const bool in = begin > 0 && look_.word_is(begin - 1, "pos.first.IN");  // "in May and in June"
    if (!row.empty() && !figures_.only_joins(row.back()->range.end, in ? begin - 1 : begin)) row.clear();
    row.push_back(&time);
  }
  const std::uint32_t end = token > 0 && look_.token_text(token - 1) == "," ? token - 1 : token;
  return row.size() >= 2 && row.back()->range.end == end ? row : std::vector<const TimeSpan*>();
}

// "GOOD reported revenue": where what is told begins in a phrase that took in who tells it.
std::uint32_t Rows::behind_teller(TokenRange phrase) const {
  for (std::uint32_t token = phrase.begin + 1; token + 1 < phrase.end; ++token) {
    if (look_.word_is(token, "say.verb") && look_.form(phrase.begin).is(Shape::kCap)) return token + 1;
  }
  return phrase.begin;
}

// "AFFO per share": where a phrase ends that what it is per belongs to.
std::uint32_t Rows::with_rate(const Analysis& a, std::uint32_t end, std::uint32_t limit) const {
  if (end + 1 >= limit || !look_.small_word_is(end, "preposition.rate")) return end;
  const Annotation* denominator = look_.beginning_at(a, end + 1, "np");
  return denominator == nullptr || denominator->range.end > limit ? end : denominator->range.end;
}

std::vector<TokenRange> Rows::names_before(const Analysis& a, std::uint32_t limit) const {
  std::vector<TokenRange> best;
  std::vector<TokenRange> chain;
  for (std::uint32_t token = a.range.begin; token < limit;) {
    const Annotation* phrase = look_.beginning_at(a, token, "np");
    if (phrase == nullptr || phrase->range.end > limit) {
      if (look_.token_text(token) != "," && !look_.small_word_is(token, "joint.and")) {
        if (chain.size() >= 2) best = chain;
        chain.clear();
      }
      ++token;
      continue;
    }
    chain.push_back({behind_teller(phrase->range), with_rate(a, phrase->range.end, limit)});
    token = chain.back().end;
  }
  return chain.size() >= 2 ? chain : best;
}

}  // namespace figmine::assembling
