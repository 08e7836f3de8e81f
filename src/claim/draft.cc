#include "claim/draft.h"

#include <algorithm>

namespace figmine {
namespace {

struct BySentence {
  bool operator()(const Draft& draft, std::size_t sentence) const { return draft.sentence < sentence; }
  bool operator()(std::size_t sentence, const Draft& draft) const { return sentence < draft.sentence; }
};

}  // namespace

std::optional<std::size_t> ClaimInput::headline() const {
  const auto first = std::ranges::find(text.sentences, Section::kHeadline, &Sentence::section);
  if (first == text.sentences.end()) return std::nullopt;
  return static_cast<std::size_t>(first - text.sentences.begin());
}

bool tells_share(const Quantity& quantity) {
  return quantity.kind == "percent" || quantity.kind == "fraction";
}

std::span<const Draft> of_sentence(const std::vector<Draft>& drafts, std::size_t sentence) {
  const auto [first, last] = std::equal_range(drafts.begin(), drafts.end(), sentence, BySentence());
  return {first, last};
}

std::span<Draft> of_sentence(std::vector<Draft>& drafts, std::size_t sentence) {
  const auto [first, last] = std::equal_range(drafts.begin(), drafts.end(), sentence, BySentence());
  return {first, last};
}

ClaimBefore::ClaimBefore(const std::vector<Draft>& drafts) : before_(drafts.size(), nullptr) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    if (drafts[i].sentence != drafts[i - 1].sentence) continue;
    before_[i] = drafts[i - 1].fact.claim ? &drafts[i - 1] : before_[i - 1];
  }
}

bool Draft::came_by(std::string_view rule) const {
  return std::find(fact.rules.begin(), fact.rules.end(), rule) != fact.rules.end();
}

std::string Draft::text(std::string_view name) const {
  const auto it = fields.find(name);
  return it == fields.end() ? std::string() : to_text(it->second);
}

TokenRange Draft::range(std::string_view name) const {
  const auto it = fields.find(name);
  const TokenRange* known = it == fields.end() ? nullptr : std::get_if<TokenRange>(&it->second);
  return known == nullptr ? TokenRange{} : *known;
}

Span Looker::span_of(TokenRange range) const {
  if (range.empty()) return {};
  return {input_.text.tokens[range.begin].span.begin, input_.text.tokens[range.end - 1].span.end};
}

TokenRange Looker::tokens_in(Span span) const {
  const std::vector<Token>& tokens = input_.text.tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  const auto begin = static_cast<std::uint32_t>(first - tokens.begin());
  std::uint32_t end = begin;
  while (end < tokens.size() && tokens[end].span.end <= span.end) ++end;
  return {begin, end};
}

std::string Looker::text_of(TokenRange range) const {
  return std::string(slice(input_.document.text, span_of(range)));
}

Measure Looker::measure_of(TokenRange words) const {
  return {text_of(words), std::string(token_text(words.end - 1)), span_of(words)};
}

std::string_view Looker::token_text(std::uint32_t token) const {
  return token < input_.text.tokens.size() ? std::string_view(form(token).text) : std::string_view();
}

bool Looker::holds_word(TokenRange range, Wanted type) const {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (word_is(token, type)) return true;
  }
  return false;
}

bool Looker::is(const Annotation& annotation, std::string_view type) const {
  return input_.program.types.name(annotation.type) == type;
}

const Annotation* Looker::covering(const Analysis& analysis, std::uint32_t token, Wanted type) const {
  constexpr std::uint32_t kReach = 24;  // tokens back that an annotation may begin
  const std::uint32_t id = input_.program.types.find(type);
  if (!analysis.holds(id) || token >= analysis.range.end) return nullptr;
  for (std::uint32_t back = 0; back < kReach && token - back >= analysis.range.begin && token >= back;
       ++back) {
    for (const std::uint32_t index : analysis.beginning_at(token - back)) {
      const Annotation& annotation = analysis.annotations[index];
      if (annotation.type == id && annotation.range.end > token) return &annotation;
    }
    if (token - back == analysis.range.begin) break;
  }
  return nullptr;
}

std::uint32_t Looker::capitals_before(std::uint32_t begin, std::uint32_t head) const {
  while (head > begin && form(head - 1).is(Shape::kCap)) --head;
  return head;
}

const Annotation* Looker::ending_at(const Analysis& analysis, std::uint32_t end, Wanted type) const {
  if (end <= analysis.range.begin || end > analysis.range.end) return nullptr;
  const Annotation* found = covering(analysis, end - 1, type);
  return found != nullptr && found->range.end == end ? found : nullptr;
}

const Annotation* Looker::beginning_at(const Analysis& analysis, std::uint32_t begin, Wanted type) const {
  if (begin < analysis.range.begin || begin >= analysis.range.end) return nullptr;
  const std::uint32_t id = input_.program.types.find(type);
  if (!analysis.holds(id)) return nullptr;
  for (const std::uint32_t index : analysis.beginning_at(begin)) {
    if (analysis.annotations[index].type == id) return &analysis.annotations[index];
  }
  return nullptr;
}

bool Looker::holds(const Analysis& analysis, Wanted type) const {
  return analysis.holds(input_.program.types.find(type));
}

TokenRange Looker::without_article(const Analysis& analysis, TokenRange range) const {
  while (range.end - range.begin > 1 && range.begin < range.end) {
    const bool compound = token_text(range.begin + 1) == "-" && input_.text.tokens[range.begin + 1].glued;
    const bool article =
        token_text(range.begin) == "-" ||                                                // "-- Acme"
        (beginning_at(analysis, range.begin, "pos.first.DT") != nullptr && !compound &&  // not "all-in cost"
         !stands_for_people(analysis, range.begin)) ||
        beginning_at(analysis, range.begin, "pos.first.PRPS") != nullptr;
    if (!article) break;
    ++range.begin;
  }
  return without_heading(analysis, range);
}

// "those who voted", "those surveyed": no article, though a word that may be one.
bool Looker::stands_for_people(const Analysis& analysis, std::uint32_t token) const {
  return word_is(token, "determiner.people") &&
         (small_word_is(token + 1, "relative.person") || covering(analysis, token + 1, "vbn") != nullptr);
}

TokenRange Looker::without_heading(const Analysis& analysis, TokenRange range) const {
  if (range.begin <= analysis.range.begin || !word_is(range.begin - 1, "about.heading")) return range;
  for (std::uint32_t words = 1; words * 2 <= range.end - range.begin; ++words) {
    const TokenRange first{range.begin, range.begin + words};
    const TokenRange second{first.end, first.end + words};
    if (fold(text_of(first)) == fold(text_of(second))) return {second.begin, range.end};
  }
  return range;
}

bool Looker::is_owned(const Analysis& analysis, std::uint32_t begin) const {
  if (beginning_at(analysis, begin, "pos.first.PRPS") != nullptr) return true;
  const Annotation* phrase = beginning_at(analysis, begin, "np");
  return phrase != nullptr && std::holds_alternative<TokenRange>(feature(input_.program, *phrase, "owner"));
}

bool Looker::is_name(TokenRange range) const {
  int capitals = 0;
  if (!range.empty() && is_common_head(range.end - 1)) return false;
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    const Form& word = form(token);
    if (!word.is(Shape::kWordlike)) continue;
    if (word.is(Shape::kCap)) {
      ++capitals;
    } else if (word.folded.size() > 3 && !is_small_firm(range) && !is_firms_noun(range, token)) {
      return false;
    }
  }
  return capitals > 0;
}

// "Halden group GmbH": whether the legal form behind the noun is all that the range goes on with.
bool Looker::is_firms_noun(TokenRange range, std::uint32_t token) const {
  return token > range.begin && token + 2 == range.end && word_is(token, "organization_word") &&
         word_is(token + 1, "legal_form") && form(token + 1).is(Shape::kCap);
}

// "Average pay", "Benchmark ore"; not "Halden plc", "Vexa app".
bool Looker::is_common_head(std::uint32_t token) const {
  const Form& word = form(token);
  if (!word.is(Shape::kLower)) return false;
  if (word_is(token, "pos.N")) return true;
  const bool lone =
      token > 0 && word_is(token - 1, "pos") && (token == 1 || !form(token - 2).is(Shape::kCap));
  return lone && word.is(Shape::kWordlike) && word.folded.size() > 2 && !word_is(token, "legal_form");
}

// "halden AG": a firm that writes its one word in lower case.
bool Looker::is_small_firm(TokenRange range) const {
  const bool two = range.end == range.begin + 2 && form(range.begin).is(Shape::kLower);
  return two && word_is(range.end - 1, "legal_form") && form(range.end - 1).is(Shape::kUpper) &&
         !word_is(range.begin, "self_reference");
}

bool Looker::title_case(const Analysis& analysis) const {
  constexpr int kWords = 12;             // long words looked at
  constexpr std::uint32_t kReach = 120;  // tokens among which they are looked for
  if (analysis.range.empty() || token_text(analysis.range.end - 1) == ".") return false;
  int words = 0;
  int capitals = 0;
  const std::uint32_t end = std::min(analysis.range.end, analysis.range.begin + kReach);
  for (std::uint32_t token = analysis.range.begin; token < end && words < kWords; ++token) {
    const Form& word = form(token);
    if (!word.is(Shape::kWordlike) || word.folded.size() <= 3 || in_dateline(token)) continue;
    ++words;
    capitals += word.is(Shape::kCap) ? 1 : 0;
  }
  return words >= 2 && capitals * 4 >= words * 3;
}

bool Looker::in_dateline(std::uint32_t token) const {
  const std::optional<Span>& dateline = input_.document.metadata.dateline;
  return dateline && dateline->overlaps(input_.text.tokens[token].span);
}

}  // namespace figmine
