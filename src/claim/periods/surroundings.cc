#include "claim/periods/surroundings.h"

#include <algorithm>

namespace figmine::periods {

std::optional<Interval> Surroundings::told_before(std::size_t sentence) const {
  if (sentence == 0 || !input_.same_block(sentence - 1, sentence)) return std::nullopt;
  const Analysis& a = input_.analyses[sentence - 1];
  for (const TimeSpan& time : input_.resolved[sentence - 1].times) {
    const Interval& interval = time.time.interval;
    const bool results = time.range.end < a.range.end && look_.word_is(time.range.end, "results.noun");
    if (results && usable(time) && !time.anaphoric && days_of(interval) > 20 &&
        is_over(interval, input_.published) && !is_long_past(interval, input_.published))
      return interval;
  }
  return std::nullopt;
}

std::optional<Interval> Surroundings::outlook_before(std::size_t sentence) const {
  constexpr std::size_t kReach = 4;    // sentences
  constexpr std::uint32_t kNear = 3;   // tokens: "guidance for the"
  constexpr long long kShortest = 80;  // days
  if (!look_.holds_word(input_.analyses[sentence].range, "revised.noun")) return std::nullopt;
  for (std::size_t i = sentence; i-- > 0 && sentence - i <= kReach && input_.same_block(i, sentence);) {
    const TokenRange words = input_.analyses[i].range;
    const std::vector<Mention>& mentions = input_.resolved[i].mentions;
    if (std::any_of(mentions.begin(), mentions.end(), [](const Mention& m) { return m.non_claim.empty(); }))
      continue;  // its figures hand their period on themselves
    for (const TimeSpan& time : input_.resolved[i].times) {
      const std::uint32_t first = time.range.begin - std::min(kNear, time.range.begin - words.begin);
      const TokenRange near{first, std::min(time.range.end + 1, words.end)};
      const bool meant = usable(time) && !time.anaphoric && days_of(time) >= kShortest;
      if (meant && look_.holds_word(near, "revised.noun")) return time.time.interval;
    }
  }
  return std::nullopt;
}

std::optional<Interval> Surroundings::day_before(std::size_t sentence) const {
  constexpr std::size_t kReach = 8;                                              // sentences
  if (look_.holds(input_.analyses[sentence], "aftermath")) return std::nullopt;  // "Since then, it closed"
  for (std::size_t i = sentence; i-- > 0 && sentence - i <= kReach && input_.same_block(i, sentence);) {
    if (look_.holds(input_.analyses[i], "aftermath")) return std::nullopt;
    const std::vector<TimeSpan>& times = input_.resolved[i].times;
    if (times.empty()) continue;
    const TimeSpan& first = times.front();
    const bool opens = first.range.begin == input_.analyses[i].range.begin && days_.opens_as_of(first) &&
                       usable(first) && !first.anaphoric && days_of(first) == 1;
    return opens ? std::optional(first.time.interval) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Interval> Surroundings::list_period(std::size_t sentence) const {
  const std::size_t lead = input_.above_list(sentence);
  const TokenRange intro = input_.analyses[lead].range;
  if (lead == sentence || intro.empty() || look_.token_text(intro.end - 1) != ":") return std::nullopt;
  for (const TimeSpan& time : input_.resolved[lead].times) {
    const Interval& interval = time.time.interval;
    if (!usable(time) || time.anaphoric || time.weekday || !interval.start || !interval.end) continue;
    if (time.time.grain == Grain::kDay && !days_.opens_as_of(time)) continue;  // "On May 4 it agreed to:"
    return time.close ? Interval{interval.end, interval.end} : interval;
  }
  return std::nullopt;
}

std::optional<Interval> Surroundings::heading_period(std::size_t sentence) const {
  constexpr std::uint32_t kReach = 12;     // blocks
  constexpr std::size_t kSentences = 200;  // a paragraph without an end stays linear
  const std::uint32_t block = input_.text.sentences[sentence].block;
  for (std::size_t i = sentence; i-- > 1;) {
    const std::uint32_t other = input_.text.sentences[i].block;
    if (block - other > kReach || sentence - i > kSentences) break;
    if (input_.document.blocks[other].kind != BlockKind::kHeading || other == block || other == 0) continue;
    const bool looks_ahead = look_.holds(input_.analyses[i], "revised.noun");  // "Outlook for 2025"
    for (const TimeSpan& time : input_.resolved[i].times) {
      if (usable(time) && !time.anaphoric && !time.weekday && days_of(time) > 20 &&
          (looks_ahead || is_over(time.time.interval, input_.published)))
        return time.time.interval;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace figmine::periods
