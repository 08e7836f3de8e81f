#include "claim/measures/set_off.h"

#include "claim/tense.h"

namespace figmine::measures {

bool SetOff::by_commas(Draft& draft, TokenRange whole) const {
  const Clauses& c = figures_.clauses(draft);
  const std::size_t comma = c.before(figures_.chunk_of(draft));
  const std::size_t end = c.after_attachments(c.at(whole.end - 1));
  if (!c.is(comma, Part::kComma) || !c.is(comma - 1, Part::kPhrase) || !draft.text("role").empty())
    return false;
  const bool closed =
      c.is(end, Part::kComma) && (c.is(c.after(end), Part::kVerb) || c.is(c.after(end), Part::kFigure));
  const TokenRange chain = c.chain_ending(comma - 1);
  const std::size_t before = c.before(c.at(chain.begin));
  const bool opens =
      before == Clauses::kNoChunk || c.is(before, Part::kSubordinator) || c.is(before, Part::kTime);
  return closed && opens && setter_.take(draft, chain, "measure/apposed-part");
}

bool SetOff::by_with(Draft& draft, TokenRange whole) const {
  const Clauses& c = figures_.clauses(draft);
  const Analysis& a = figures_.analysis(draft);
  if (!figures_.is_with(c, c.before(figures_.chunk_of(draft))) || whole.empty()) return false;
  const std::uint32_t last = whole.end - 1;
  const bool doing = last > whole.begin && may_be_gerund(look_, last) &&
                     (look_.covering(a, last - 1, "nns") != nullptr || look_.word_is(last - 1, "people"));
  const std::uint32_t state = doing ? last : whole.end;
  const bool tells =
      doing || (state < a.range.end && look_.form(state).is(Shape::kLower) &&
                (look_.covering(a, state, "vbn") != nullptr || look_.covering(a, state, "jj") != nullptr) &&
                (look_.word_is(state + 1, "preposition") || look_.word_is(state + 1, "pos.first.R")));
  if (!tells) return false;
  const TokenRange group{whole.begin, state};
  draft.fields.insert_or_assign("share_of", group);
  draft.fact.share_of = look_.phrase_of(look_.without_article(a, group));
  predicates_.set_rest(draft, {state, state + 1});
  for (std::uint32_t token = state; token < draft.measure.end; ++token) {  // "with 60% sold | and a loan"
    if (!look_.small_word_is(token, "joint.and") || !look_.word_is(token + 1, "article.one")) continue;
    setter_.set(draft, {state, token}, "");
    break;
  }
  return true;
}

}  // namespace figmine::measures
