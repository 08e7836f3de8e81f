#include "claim/subjects/projects.h"

namespace figmine::subjects {

const Named* Projects::studied(const Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
  if (!c.is(subject, Part::kPhrase)) return nullptr;
  const TokenRange words = c[c.at(c.chain_ending(subject).begin)].range;
  const bool definite = look_.word_is(words.begin, "article.definite") && words.end == words.begin + 2;
  const bool study = is_study(words) || (definite && look_.word_is(words.end - 1, "mine.study") &&
                                         is_studied_before(words.begin));
  return study ? mentions_.mine_before(draft) : nullptr;
}

const Named* Projects::behind(const Draft& draft, TokenRange words) const {
  return is_resource(words) || is_study(words) ? mentions_.mine_before(draft) : nullptr;
}

// "Inferred", "Indicated Mineral Resource", "Mineral Resources"; not "Halden Resources".
bool Projects::is_resource(TokenRange words) const {
  const std::uint32_t head = words.end - 1;
  if (look_.form(head).is(Shape::kCap) && look_.word_is(head, "mine.class")) return true;
  bool sorted = words.end > words.begin + 1 && look_.word_is(head, "mine.resource");
  for (std::uint32_t token = words.begin; token < head; ++token)
    sorted = sorted && (look_.word_is(token, "mine.resource.sort") || look_.word_is(token, "joint.and"));
  return sorted;
}

const Named* Projects::mined(const Draft& draft) const {
  return is_of_mine(draft.measure) ? mentions_.mine_before(draft) : nullptr;
}

// "post-tax NPV", "average grade", "mine life", "net present value"
bool Projects::is_of_mine(TokenRange measure) const {
  if (look_.holds_word(measure, "mine.measure")) return true;
  for (std::uint32_t token = measure.begin; token + 1 < measure.end; ++token) {
    if (look_.word_is(token, "mine.noun.before") && look_.word_is(token + 1, "mine.noun")) return true;
  }
  return false;
}

// "… highlighted by a PEA. The study outlines": what the words stand for is such a study.
bool Projects::is_studied_before(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 120;  // tokens
  for (std::uint32_t end = token; end > 1 && token - end < kReach; --end) {
    if (is_study({end - 2, end})) return true;
  }
  return false;
}

// "PEA", "the Feasibility Study", "a mineral resource estimate"; not "the study".
bool Projects::is_study(TokenRange words) const {
  if (words.empty()) return false;
  const std::uint32_t head = words.end - 1;
  if (look_.word_is(head, "mine.acronym")) return look_.form(head).is(Shape::kUpper);
  return words.end > words.begin + 1 && look_.word_is(head, "mine.study") &&
         look_.word_is(head - 1, "mine.studied");
}

}  // namespace figmine::subjects
