#include "claim/measures/list_items.h"

namespace figmine::measures {

bool ListItems::prices_item(std::size_t index) const {
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  const bool first = &of_sentence(figures_.drafts(), draft.sentence).front() == &draft;
  const std::size_t open = c.before(figure);
  const bool bracket = draft.fact.quantity.kind == "money" && draft.fact.section == "list" && first &&
                       c.is(open, Part::kOpen) && c.is(c.after(figure), Part::kClose);
  if (!bracket || goes_on_with_amounts(index)) return false;
  const TokenRange words = words_of_item(draft, c[open].range.begin);
  if (words.empty() || !names_nobody(words)) return false;
  setter_.set(draft, words, "measure/item");
  return true;
}

// The capitalised words that the item begins with, up to a colon: "Pale Ale: Ostrava ($7)". Empty where it
// begins otherwise.
TokenRange ListItems::words_of_item(const Draft& draft, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 9;  // tokens
  std::uint32_t begin = figures_.analysis(draft).range.begin;
  while (begin < end && !look_.form(begin).is(Shape::kWordlike)) ++begin;
  const TokenRange whole{begin, end};
  if (whole.empty() || end - begin > 2 * kLongest || !look_.is_name(whole)) return {};
  std::uint32_t colon = begin;
  while (colon < end && look_.token_text(colon) != ":") ++colon;
  return colon - begin <= kLongest ? TokenRange{begin, colon} : TokenRange{};
}

// "Grants of $5 million: - Halden Bridge ($2 million)": the item before is no price, so these go on with what
// it measured.
bool ListItems::goes_on_with_amounts(std::size_t index) const {
  if (index == 0) return false;
  const Draft& last = figures_[index - 1];
  if (last.sentence + 1 != figures_[index].sentence) return false;
  const Draft& before = of_sentence(figures_.drafts(), last.sentence).front();
  return before.fact.claim && before.fact.quantity.kind == "money" && !before.came_by("measure/item");
}

bool ListItems::is_labelled(Draft& draft) const {
  const Clauses& c = figures_.clauses(draft);
  const TokenRange label = draft.range("measure");
  const std::string& kind = draft.fact.quantity.kind;
  if (!draft.came_by("measure/colon") || label.empty() || kind == "count" || !draft.text("role").empty() ||
      !c.is(c.before(figures_.chunk_of(draft)), Part::kColon))
    return false;
  const TokenRange words = label_alone(draft, label);
  if (words.end < words.begin + 2 || !look_.is_name(words) || !names_nobody(words) || !is_common(words))
    return false;
  if (words.contains(draft.subject)) draft.subject = {};
  setter_.set(draft, words, "measure/label");
  return true;
}

void ListItems::widen(Draft& draft) const {
  if (draft.fact.section != "list" || draft.measure.empty() || !draft.text("role").empty()) return;
  const TokenRange label = label_before(draft);
  const bool part = !label.empty() && draft.measure != label && label.contains(draft.measure);
  if (!part || label.overlaps(draft.subject) || !names_nobody(label)) return;
  setter_.set(draft, label_alone(draft, label), "measure/whole-label");
}

// The words from the item's beginning to the colon or the dash right before the figure, without a bracket at
// their end; empty where a verb or a number is among them.
TokenRange ListItems::label_before(const Draft& draft) const {
  constexpr std::uint32_t kLongest = 9;  // tokens
  const Analysis& a = figures_.analysis(draft);
  std::uint32_t begin = a.range.begin;
  std::uint32_t end = draft.mention->range.begin;
  while (begin < end && !look_.form(begin).is(Shape::kWordlike)) ++begin;
  const std::string_view mark = end > begin + 2 ? look_.token_text(end - 1) : std::string_view();
  const bool dash = (mark == "-" || mark == "–" || mark == "—") && !look_.input().text.tokens[end - 1].glued;
  if (mark != ":" && !dash) return {};
  --end;
  if (look_.token_text(end - 1) == ")") {
    while (end > begin && look_.token_text(end - 1) != "(") --end;
    if (end > begin) --end;
  }
  if (end <= begin || end - begin > kLongest) return {};
  for (std::uint32_t token = begin; token < end; ++token) {
    const Form& word = look_.form(token);
    const bool plain = word.is(Shape::kWordlike) || word.text == "-" || word.text == "&" || word.text == "/";
    if (!plain || look_.covering(a, token, "vg") != nullptr) return {};
  }
  return {begin, end};
}

TokenRange ListItems::label_alone(const Draft& draft, TokenRange label) const {
  if (!draft.came_by("measure/colon")) return label;
  const std::vector<Token>& tokens = look_.input().text.tokens;
  for (std::uint32_t token = label.end; token-- > label.begin + 1;) {
    if (tokens[token].span.begin > tokens[token - 1].span.end + 1) return {token, label.end};
  }
  return label;
}

// Neither an organisation nor a person or a place, nor a thing that has figures itself: "Wireless Segment".
bool ListItems::names_nobody(TokenRange label) const {
  const Entity* entity = figures_.entities().find(look_.text_of(label));
  const bool somebody = entity != nullptr && (entity->type == "organization" || entity->type == "person" ||
                                              entity->type == "place");
  return !somebody && !look_.word_is(label.end - 1, "item.noun") &&
         !look_.word_is(label.end - 1, "measure.segment");
}

// "Student Ticket", unlike "Lena Fors" and "North America".
bool ListItems::is_common(TokenRange label) const {
  for (std::uint32_t token = label.begin; token < label.end; ++token) {
    if (!look_.form(token).is(Shape::kWordlike)) continue;
    if (!namer_.is_common(token) || look_.word_is(token, "place") || look_.word_is(token, "surname") ||
        look_.word_is(token, "people"))
      return false;
  }
  return true;
}

}  // namespace figmine::measures
