#include "claim/subjects/projects.h"

namespace figmine::subjects {

Projects::Projects(const Figures& figures, const Mentions& mentions)
    : figures_(figures), look_(figures.look()), mentions_(mentions) {
  const auto tokens = static_cast<std::uint32_t>(figures.input().text.tokens.size());
  for (std::uint32_t token = 1; mentions.has_mines() && token < tokens && !spells_out_; ++token)
    spells_out_ = look_.word_is(token - 1, "mine.studied") && look_.word_is(token, "mine.study");
}

const Named* Projects::studied(const Draft& draft) const {
  if (!mentions_.has_mines()) return nullptr;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(c.at(draft.mention->range.begin));
  if (!c.is(subject, Part::kPhrase)) return nullptr;
  const TokenRange words = c[c.at(c.chain_ending(subject).begin)].range;
  const bool study = is_study(words) || is_the_study(words);
  return study && !is_of_other(draft, words.end) ? mentions_.mine_before(draft) : nullptr;
}

const Named* Projects::behind(const Draft& draft, TokenRange words) const {
  const bool own =
      mentions_.has_mines() && (is_resource(words) || is_study(words)) && !is_of_other(draft, words.end);
  return own ? mentions_.mine_before(draft) : nullptr;
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
  return mentions_.has_mines() && is_of_mine(draft) ? mentions_.mine_before(draft) : nullptr;
}

// "post-tax NPV", "average grade", "mine life", "net present value"
bool Projects::is_of_mine(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  for (std::uint32_t token = draft.measure.begin; token < draft.measure.end; ++token) {
    const Annotation* measure = look_.covering(a, token, "mine.measure");
    if (measure != nullptr) return !is_of_other(draft, measure->range.end);
  }
  return false;
}

// "the grade of the school", "an economic assessment of Chile": whose they are is told behind the words, and
// that is no mine.
bool Projects::is_of_other(const Draft& draft, std::uint32_t end) const {
  const Analysis& a = figures_.analysis(draft);
  if (!a.range.contains({end, end + 1}) || !look_.small_word_is(end, "preposition.part")) return false;
  const Annotation* owner = look_.beginning_at(a, end + 1, "np");
  if (owner == nullptr) return false;
  const TokenRange words = look_.without_article(a, owner->range);
  const std::uint32_t head = owner->range.end - 1;
  const bool told =
      look_.word_is(owner->range.begin, "article.definite") || figures_.namer().is_name(a, words);
  const Named* mine = told ? mentions_.mine_before(draft) : nullptr;
  return mine != nullptr && !look_.word_is(head, "thing.mine") && !look_.word_is(head, "mine.part") &&
         name_of(*mine).find(look_.text_of(words)) == std::string::npos;
}

std::string Projects::name_of(const Named& mine) const {
  return mine.entity != nullptr ? mine.entity->name : look_.text_of(mine.words);
}

// "The study" behind another; not "the study by Oslo University".
bool Projects::is_the_study(TokenRange words) const {
  return look_.word_is(words.begin, "article.definite") && words.end == words.begin + 2 &&
         look_.word_is(words.end - 1, "mine.study") && !look_.small_word_is(words.end, "owner.lead") &&
         is_studied_before(words.begin);
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
  if (look_.word_is(head, "mine.acronym")) return spells_out_ && look_.form(head).is(Shape::kUpper);
  return words.end > words.begin + 1 && look_.word_is(head, "mine.study") &&
         look_.word_is(head - 1, "mine.studied");
}

}  // namespace figmine::subjects
