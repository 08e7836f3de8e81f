#include "claim/periods/timeless.h"

#include <algorithm>

namespace figmine::periods {

bool Timeless::is_timeless(const Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  // "a valuation of $32 to $38 a share": an opinion is of no period.
  if (look_.holds(a, "measure.valuation") || look_.holds(a, "measure.timeless")) return true;
  if (is_record(draft) || traits_.is_price_of_now(draft)) return true;
  if (traits_.has_vague_time(draft)) return true;
  if (holds_now(draft) || traits_.is_attribute(draft) || traits_.is_person_age(draft)) return true;
  if (follows_aftermath(a, draft) || is_anecdote(draft) || draft.came_by("bound/price-from")) return true;
  if (is_size_of_thing(draft) || is_example(draft) || is_given_number(draft)) return true;
  return is_agreed(draft) || is_required(draft);
}

bool Timeless::holds_now(const Draft& draft) const {
  const Governor& governor = figures_.governor(draft);
  if (draft.fact.section == "headline" || is_ahead(draft) || !traits_.tells_now(draft, governor))
    return false;
  return !surveyed_ || figures_.is_quoted(draft.mention->range) ||
         !holds_share(draft.sentence);  // a quote comments on the answers
}

// "We inherited a hole of $4 billion": an anecdote, of no period of the article's; not "Revenue was $5
// million".
bool Timeless::is_anecdote(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool account = kind == "money" && draft.came_by("measure/subject-of-verb") &&
                       look_.word_is(draft.measure.end - 1, "account.word");
  return figures_.is_quoted(draft.mention->range) && !draft.fact.change && kind != "percent" &&
         kind != "fraction" && !account;
}

bool Timeless::holds_share(std::size_t sentence) const {
  const std::span<const Draft> beside = of_sentence(figures_.drafts(), sentence);
  return std::any_of(beside.begin(), beside.end(),
                     [](const Draft& draft) { return tells_share(draft.fact.quantity); });
}

// "Subsequent to quarter end, Acme sold 300 cars", "On January 20, the Board declared a dividend"
bool Timeless::follows_aftermath(const Analysis& a, const Draft& draft) const {
  constexpr std::uint32_t kOpening = 3;  // tokens
  for (const TimeSpan& time : figures_.input().resolved[draft.sentence].times) {
    const bool day = days_of(time) == 1 && time.range.begin - a.range.begin < kOpening;
    if (day && usable(time) && !days_.is_dateline(time) && lead_ && lead_->end &&
        *time.time.interval.start > *lead_->end)
      return true;
  }
  if (!look_.holds(a, "aftermath")) return false;
  for (std::uint32_t token = a.range.begin; token < draft.mention->range.begin; ++token) {
    if (look_.beginning_at(a, token, "aftermath") != nullptr) return true;
  }
  return false;
}

// "a fund with a total size of $5bn was launched": what the thing is, at any time.
bool Timeless::is_size_of_thing(const Draft& draft) const {
  if (draft.measure.empty() || !look_.word_is(draft.measure.end - 1, "size.noun")) return false;
  std::uint32_t token = draft.measure.begin;
  if (token > 0 && look_.word_is(token - 1, "pos.first.DT")) --token;
  return token > 0 && look_.small_word_is(token - 1, "preposition.bearing");
}

// "a $10m repurchase programme", "a supply contract for 85 MW": what is agreed is of no period.
bool Timeless::is_agreed(const Draft& draft) const {
  return !draft.fact.change && draft.fact.quantity.kind != "percent" && !is_counted_by(draft) &&
         ((draft.fact.measure && is_deal(draft.fact.measure->head)) || follows_deal(draft));
}

// "an all-time high of €61": of a day that is not told.
bool Timeless::is_record(const Draft& draft) const {
  constexpr std::uint32_t kReach = 5;  // tokens
  const Analysis& a = figures_.analysis(draft);
  const std::uint32_t figure = draft.mention->range.begin;
  for (std::uint32_t token = figure; token-- > a.range.begin && figure - token <= kReach;) {
    if (look_.ending_at(a, token + 1, "record.high") != nullptr && look_.word_is(token + 1, "pos.first.IN"))
      return true;
  }
  return false;
}

bool Timeless::is_deal(const std::string& noun) const {
  return figures_.input().program.lookup("deal.noun", fold(noun)) != kNone;
}

// Whether the measure is only what the figure counts: "signed 12 contracts".
bool Timeless::is_counted_by(const Draft& draft) { return draft.came_by("measure/counted-noun"); }

// "a supply contract for 85 MW of heat"
bool Timeless::follows_deal(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  return figure > 1 && look_.small_word_is(figure - 1, "preposition.holder") &&
         look_.word_is(figure - 2, "deal.noun");
}

// "the regulatory requirement of 5%"
bool Timeless::is_required(const Draft& draft) const {
  return draft.fact.quantity.kind == "percent" && traits_.measures(draft, "requirement.noun");
}

// "At one bank, the system cut waste by 5%": one of many, told without its time.
bool Timeless::is_example(const Draft& draft) const {
  if (draft.subject.empty()) return false;
  const std::uint32_t token = draft.subject.begin;
  return look_.word_is(token, "numeral.one") && draft.subject.end - token > 1;
}

// "the six properties", "the country's seven regions", "our two plants": how many there are is taken as
// known.
bool Timeless::is_given_number(const Draft& draft) const {
  const std::uint32_t figure = draft.mention->range.begin;
  if (draft.fact.quantity.kind != "count" || !draft.mention->words || draft.fact.change || figure == 0)
    return false;
  return look_.word_is(figure - 1, "given.determiner") || look_.word_is(figure - 1, "possessive");
}

}  // namespace figmine::periods
