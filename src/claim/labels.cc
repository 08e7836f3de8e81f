#include "claim/labels.h"

#include <algorithm>

namespace figmine {

Labels::Labels(const ClaimInput& input, const Looker& look, const Entities& entities)
    : input_(input), look_(look), entities_(entities) {
  const std::vector<Sentence>& sentences = input.text.sentences;
  std::vector<TokenRange>& all = openings_;
  all.assign(input.document.blocks.size(), TokenRange{0, 0});
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && sentences[i - 1].block == sentences[i].block) continue;
    all[sentences[i].block] = read(i);
  }
  by_block_.assign(all.size(), TokenRange{0, 0});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool listed = input.document.blocks[i].kind == BlockKind::kListItem;
    if (all[i].empty()) continue;
    if (names_item(all[i]) || is_offer(all[i]) || (listed && names_holder(all[i]))) by_block_[i] = all[i];
  }
  take_names(all);
  take_fellows(all);
}

// "Basic Plan: Invest $5", "Corlan Crew: Invest $19": where most labels of a list name items of a sort, one
// that is like the item before does too.
void Labels::take_fellows(const std::vector<TokenRange>& all) {
  constexpr std::size_t kItems = 2;
  std::size_t begin = 0;
  std::size_t labels = 0;
  std::size_t items = 0;
  for (std::size_t i = 0; i <= all.size(); ++i) {
    if (i < all.size() && input_.document.blocks[i].kind == BlockKind::kListItem) {
      labels += all[i].empty() ? 0 : 1;
      items += !all[i].empty() && names_item(all[i]) ? 1 : 0;
      continue;
    }
    TokenRange item;
    for (std::size_t at = begin; items >= kItems && items * 2 >= labels && at < i; ++at) {
      const bool free = !all[at].empty() && by_block_[at].empty() && all[at].end > all[at].begin + 1;
      if (free && is_like(all[at], item) && !look_.word_is(head_of(all[at]), "measure.noun"))
        by_block_[at] = all[at];
      if (!by_block_[at].empty()) item = by_block_[at];
    }
    begin = i + 1;
    labels = items = 0;
  }
}

// The same word stands behind the colon, or within both: "Vexa Staking Pro" beside "Corlan Staking".
bool Labels::is_like(TokenRange label, TokenRange item) const {
  constexpr std::size_t kShortest = 4;       // letters
  const std::uint32_t next = label.end + 1;  // behind the colon
  if (item.empty() || next >= input_.text.tokens.size()) return false;
  const bool told = look_.form(next).is(Shape::kWordlike) && !look_.word_is(next, "measure.noun");
  if (told && look_.form(next).folded == look_.form(item.end + 1).folded) return true;
  for (std::uint32_t token = label.begin; token < label.end; ++token) {
    const std::string& word = look_.form(token).folded;
    for (std::uint32_t other = item.begin; other < item.end; ++other)
      if (word.size() >= kShortest && word == look_.form(other).folded) return true;
  }
  return false;
}

// "Lena Fors: six wins", "Mei Okonjo: two wins", "Ada Price: a bronze medal": several items of a list in a
// row that begin with a name each.
void Labels::take_names(const std::vector<TokenRange>& all) {
  constexpr std::size_t kItems = 3;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= all.size(); ++i) {
    const bool named = i < all.size() && input_.document.blocks[i].kind == BlockKind::kListItem &&
                       !all[i].empty() && is_full_name(all[i]);
    if (named) continue;
    if (i - begin >= kItems) std::copy(all.begin() + begin, all.begin() + i, by_block_.begin() + begin);
    begin = i + 1;
  }
}

// Two words or more, none of them one that everybody knows.
bool Labels::is_full_name(TokenRange label) const {
  for (std::uint32_t token = label.begin; token < label.end; ++token) {
    if (!look_.form(token).is(Shape::kCap) || look_.form(token).is(Shape::kUpper)) return false;
    if (look_.word_is(token, "pos") && !look_.word_is(token, "surname")) return false;
  }
  return label.end > label.begin + 1;
}

// The capitalised words before a colon or a dash, or before a bracket that one follows; empty where the
// sentence begins otherwise.
TokenRange Labels::read(std::size_t sentence) const {
  constexpr std::uint32_t kLongest = 8;
  const TokenRange range = input_.analyses[sentence].range;
  std::uint32_t begin = range.begin;
  while (begin < range.end && !look_.form(begin).is(Shape::kWordlike)) ++begin;  // a bullet, a number
  if (begin > range.begin + 1 && look_.token_text(begin - 1) == "-" &&
      look_.form(begin - 2).is(Shape::kDigit))
    begin -= 2;  // "30-Day Bot"
  std::uint32_t end = begin;
  for (; end < range.end && end - begin <= kLongest; ++end) {
    const Form& word = look_.form(end);
    if (is_separator(end)) break;
    if (word.text == "(") {
      const std::uint32_t behind = behind_bracket(end, range.end);
      if (behind >= range.end || !is_separator(behind)) return {};
      break;
    }
    if (word.is(Shape::kWordlike) && word.folded.size() > 3 && !word.is(Shape::kCap)) return {};
  }
  const bool ends = end < range.end && end > begin && end - begin <= kLongest;
  const TokenRange label{begin, end > begin && look_.token_text(end - 1) == "." ? end - 1 : end};
  return ends && look_.is_name(label) ? label : TokenRange{};
}

// A colon, or a dash between blanks.
bool Labels::is_separator(std::uint32_t token) const {
  if (token >= input_.text.tokens.size()) return false;
  const std::string_view text = look_.token_text(token);
  const bool dash = text == "-" || text == "–" || text == "—";
  return text == ":" || (dash && !input_.text.tokens[token].glued);
}

// The token behind the bracket that opens; the end where it doesn't close soon.
std::uint32_t Labels::behind_bracket(std::uint32_t open, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  for (std::uint32_t token = open + 1; token < end && token - open <= kLongest; ++token) {
    if (look_.token_text(token) == ")") return token + 1;
  }
  return end;
}

// The last word, not a number: "Bot" of "Vexa Bot 15 Days".
std::uint32_t Labels::head_of(TokenRange label) const {
  std::uint32_t head = label.end - 1;
  const bool lasts =
      head > label.begin + 1 && look_.word_is(head, "unit.rate") && look_.form(head - 1).is(Shape::kDigit);
  if (lasts) head -= 2;
  while (head > label.begin && !look_.form(head).is(Shape::kWordlike)) --head;
  return head;
}

// "Corlan Group - Revenue rose 5%": another than the article is about.
bool Labels::names_holder(TokenRange label) const {
  const Entity* entity = entities_.find(look_.text_of(label));
  return entity != nullptr && entity != entities_.main() && entity->type == "organization";
}

// "Solana Plan: Invest $500", "Australian Segment: Revenue rose"; not "Pricing Strategy: Vexa sold more",
// where the article's own party goes on.
bool Labels::names_item(TokenRange label) const {
  const std::uint32_t head = head_of(label);
  const std::uint32_t next = label.end + 1;  // behind the colon
  const bool own = !look_.word_is(head, "segment.noun") && next < input_.text.tokens.size() &&
                   look_.form(next).is(Shape::kCap) &&
                   entities_.find(look_.token_text(next)) == entities_.main() && entities_.main() != nullptr;
  return head > label.begin && look_.word_is(head, "item.noun") && !own;
}

// "Alpine Felt Hats: Crafted from 90% lambswool"; not "Cost Savings: Save 20%", "Save Big: Get 20% off".
bool Labels::is_offer(TokenRange label) const {
  constexpr std::uint32_t kFarthest = 2;  // tokens: a dot, the colon
  std::uint32_t next = label.end;
  while (next < input_.text.tokens.size() && next - label.end <= kFarthest &&
         !look_.form(next).is(Shape::kWordlike))
    ++next;
  const std::uint32_t head = head_of(label);
  if (head == label.begin || next - label.end > kFarthest || next + 1 >= input_.text.tokens.size())
    return false;
  const bool offered = look_.word_is(next, "offer.verb") ||
                       (look_.word_is(next, "offer.state") && look_.word_is(next + 1, "preposition"));
  return offered && !look_.word_is(head, "offer.noun") && !look_.word_is(head, "measure.noun") &&
         !look_.word_is(label.begin, "offer.verb");
}

}  // namespace figmine
