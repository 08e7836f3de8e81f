#include "claim/subjects/list_lead.h"

#include <algorithm>

namespace figmine::subjects {

std::size_t ListLead::lead_of(std::size_t sentence) const {
  const std::size_t before = input_.above_list(sentence);
  return input_.analyses[before].range.empty() ? sentence : before;
}

bool ListLead::announces(std::size_t sentence) const {
  const TokenRange range = input_.analyses[sentence].range;
  return !range.empty() && look_.token_text(range.end - 1) == ":";
}

TokenRange ListLead::party_of(std::size_t lead) const {
  if (const TokenRange actor = actor_before_colon(lead); !actor.empty()) return actor;
  const TokenRange name = name_at(input_.analyses[lead].range);
  const bool whole = announces(lead) ? ends_name(input_.analyses[lead], name.end)
                                     : stands_alone(input_.analyses[lead], name.end);
  return !name.empty() && whole ? name : TokenRange{};
}

// The longest name that the range begins with.
TokenRange ListLead::name_at(TokenRange range) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  std::uint32_t begin = range.begin;
  if (begin < range.end && look_.word_is(begin, "article.definite")) ++begin;
  for (std::uint32_t end = std::min(range.end, begin + kLongest); end > begin; --end) {
    if (is_party({begin, end}) && is_told_again({begin, end})) return {begin, end};
  }
  return {};
}

bool ListLead::is_told_again(TokenRange name) const {
  const Entity* entity = figures_.entities().find(look_.text_of(name));
  return entity != nullptr && entity->mentions.size() > 1;
}

// A firm or a product, or a name of words that are nothing else: not "Key Findings", "Debt Transactions".
bool ListLead::is_party(TokenRange name) const {
  const Entity* entity = look_.is_name(name) ? figures_.entities().find(look_.text_of(name)) : nullptr;
  if (entity == nullptr || entity->type == "person" || entity->type == "place") return false;
  if (look_.in_dateline(name.begin)) return false;
  if (entity->type != "other") return !look_.word_is(name.begin, "pos.first.J");  // "Additional Resources"
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    if (look_.word_is(token, "surname") || is_any_word(token)) return false;
  }
  return true;
}

// A word of the language, or one that the article writes in lower case elsewhere: "option", "days".
bool ListLead::is_any_word(std::uint32_t token) const {
  const std::string& word = look_.form(token).folded;
  return figures_.namer().is_common(token) || look_.word_is(token, "grain") ||
         figures_.entities().is_small_word(word);
}

// "Since 2024, Corlan: * Opened two plants": the name that the items go on with.
TokenRange ListLead::actor_before_colon(std::size_t lead) const {
  constexpr std::uint32_t kLongest = 6;  // tokens
  const TokenRange range = input_.analyses[lead].range;
  if (!announces(lead)) return {};
  const std::uint32_t end = range.end - 1;
  for (std::uint32_t begin = std::max(range.begin, end - std::min(end, kLongest)); begin < end; ++begin) {
    const bool opens = begin == range.begin ||  // not "by Lena Fors, Corlan:"
                       (look_.token_text(begin - 1) == "," && !look_.form(begin - 2).is(Shape::kCap));
    if (opens && is_party({begin, end}) && is_told_again({begin, end})) return {begin, end};
  }
  return {};
}

// Not "Corlan pumps include:", of which the name tells only the sort.
bool ListLead::ends_name(const Analysis& a, std::uint32_t token) const {
  if (token >= a.range.end || look_.word_is(token, "possessive")) return true;
  const Form& next = look_.form(token);
  return !next.is(Shape::kLower) || look_.beginning_at(a, token, "vg") != nullptr;
}

// "Beauty Segment", "Halden 9 (a pump)", "Gold Plan – $90": a line that is no more than the name's.
bool ListLead::stands_alone(const Analysis& a, std::uint32_t token) const {
  return token >= a.range.end || !look_.form(token).is(Shape::kWordlike);
}

}  // namespace figmine::subjects
