#include "claim/assembling/outlook_heads.h"

#include <algorithm>

#include "claim/tense.h"

namespace figmine::assembling {

// Items and rows below "2025 Outlook" or behind "Halden expects to:", unless they tell what was done: the row
// of what the head expects; kNone where it expects nothing.
std::uint32_t OutlookHeads::row_of_head(const Draft& draft, const ClauseTable& clauses) {
  constexpr std::size_t kLongest = 60;  // sentences: a list without an end stays linear
  constexpr std::uint32_t kReach = 3;   // blocks between a head and its list
  if (tells_done(draft, clauses.of(draft.sentence))) return kNone;
  if (is_labelled_ahead(draft)) return words_.forecast_row();
  const auto is_listed = [&](std::size_t sentence) {
    const BlockKind kind = input_.block_of(sentence).kind;
    return kind == BlockKind::kListItem || kind == BlockKind::kTableRow || kind == BlockKind::kCaption;
  };
  if (!is_listed(draft.sentence)) return kNone;
  std::size_t lead_in = draft.sentence;
  for (std::size_t steps = 0; lead_in > 0 && is_listed(lead_in); --lead_in) {
    if (++steps > kLongest) return kNone;
  }
  if (input_.block_of(lead_in).kind != BlockKind::kHeading) {
    if (const std::uint32_t row = row_told_by(lead_in); row != kNone) return row;
  }
  const std::uint32_t first = input_.text.sentences[lead_in].block;
  for (std::size_t i = lead_in + 1; i-- > 1 && first - input_.text.sentences[i].block < kReach;) {
    if (input_.block_of(i).kind == BlockKind::kHeading) return row_of_heading(i);
  }
  return kNone;
}

// "2025 Outlook", "Targets", "Our goals for 2030"; not "Halden beats its targets".
std::uint32_t OutlookHeads::row_of_heading(std::size_t sentence) const {
  constexpr std::uint32_t kLongest = 5;  // tokens
  if (looks_ahead(sentence)) return words_.forecast_row();
  const TokenRange words = input_.analyses[sentence].range;
  if (words.end - words.begin > kLongest || look_.holds(input_.analyses[sentence], "vg")) return kNone;
  return look_.holds_word(words, "aims.heading") ? words_.target_row() : kNone;
}

// Read once for all the items behind it.
std::uint32_t OutlookHeads::row_told_by(std::size_t lead_in) {
  if (lead_in_ == lead_in) return lead_in_row_;
  lead_in_ = lead_in;
  lead_in_row_ = kNone;
  const TokenRange words = input_.analyses[lead_in].range;
  if (words.end < words.begin + 2 || look_.token_text(words.end - 1) != ":") return kNone;
  lead_in_row_ = row_of_lead_in(lead_in);
  if (lead_in_row_ == kNone) lead_in_row_ = row_of_main_verb(lead_in);
  return lead_in_row_;
}

// "Opened 3 stores", "Members earn $5", "of 2024": a finite verb of its own, or a time that is over; or an
// old level.
bool OutlookHeads::tells_done(const Draft& draft, const Clauses& c) const {
  if (draft.text("role") == "from" || draft.fact.quantity.kind == "duration") return true;
  const Analysis& a = figures_.analysis(draft);
  const Governor governor = governor_of(look_, a, c, draft.mention->range);
  if (governor.tense == Tense::kPast || governor.tense == Tense::kPerfect) return true;
  if (lies_ahead(draft)) return false;
  if (governor.tense == Tense::kPresent && governor.verb.begin > a.range.begin + 1) return true;
  for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
    const bool over =
        input_.published && time.time.interval.end && *time.time.interval.end <= *input_.published;
    if (over) return true;
  }
  return false;
}

// "Inflation averages 3% next year": the time right behind the figure.
bool OutlookHeads::lies_ahead(const Draft& draft) const {
  constexpr std::uint32_t kReach = 3;  // tokens
  const std::uint32_t end = draft.mention->range.end;
  const std::vector<TimeSpan>& times = input_.resolved[draft.sentence].times;
  return std::any_of(times.begin(), times.end(), [&](const TimeSpan& time) {
    const bool behind = time.range.begin >= end && time.range.begin <= end + kReach;
    return behind && input_.published && time.time.interval.end &&
           *time.time.interval.end > *input_.published;
  });
}

// "The merger is expected to:", "Guidance for 2025 is as follows:"
std::uint32_t OutlookHeads::row_of_lead_in(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  if (looks_ahead(sentence)) return words_.forecast_row();
  const std::uint32_t last = a.range.end - 2;
  const bool to = look_.word_is(last, "pos.first.TO");
  const Annotation* cue = look_.ending_at(a, last + 1, "status");
  if (cue == nullptr && to) cue = look_.ending_at(a, last, "status");
  if (cue == nullptr) return kNone;
  const std::string_view status = input_.program.row_attribute(cue->row, "status");
  return status == "forecast" || (status == "target" && to) ? cue->row : kNone;
}

// "Orb projects that shopping by phone will grow:", "Analysts expect the following by 2030:"
std::uint32_t OutlookHeads::row_of_main_verb(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  if (!look_.holds(a, "status")) return kNone;
  const Clauses c(look_, a, input_.resolved[sentence]);
  for (std::size_t i = 0; i < c.chunks().size(); ++i) {
    if (!c.is(i, Part::kVerb) || !is_finite(look_, a, c, c[i].range)) continue;
    const Annotation* cue = words_.first_in(a, c[i].range, "forecast");
    return cue == nullptr ? kNone : cue->row;
  }
  return kNone;
}

// "2025 Outlook: Revenue of $50 million; capital expenditures of $4 million"
bool OutlookHeads::is_labelled_ahead(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  const Analysis& a = figures_.analysis(draft);
  bool ahead = false;
  const std::uint32_t end = std::min(a.range.begin + kLongest, draft.mention->range.begin);
  for (std::uint32_t token = a.range.begin; token < end; ++token) {
    if (look_.token_text(token) == ":") return ahead;
    if (look_.word_is(token, "results.noun")) return false;
    ahead = ahead || look_.word_is(token, "revised.noun");
  }
  return false;
}

// "2025 Outlook", "Guidance for 2025 is as follows:", but not "Results and Outlook"
bool OutlookHeads::looks_ahead(std::size_t sentence) const {
  const Analysis& a = input_.analyses[sentence];
  return look_.holds(a, "revised.noun") && !look_.holds(a, "results.noun");
}

}  // namespace figmine::assembling
