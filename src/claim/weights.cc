#include "claim/weights.h"

namespace figmine {
namespace {

struct Weight {
  Draft* draft = nullptr;
  TokenRange name;  // empty in the middle of a sentence, where the words before the bracket tell it
};

class WeightReader {
 public:
  WeightReader(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input) {}

  void run() {
    std::vector<Weight> row;
    for (Draft& draft : drafts_) {
      if (!row.empty() && !is_weight(draft) && draft.sentence == row.back().draft->sentence) continue;
      if (!row.empty() && (!is_weight(draft) || !follows(*row.back().draft, draft))) settle(row);
      if (is_weight(draft)) row.push_back({&draft, name_before(draft)});
    }
    settle(row);
  }

 private:
  // "Tarn Bank (11.3%)", "Tarn Bank – 11.3%", "Tarn Bank: 11.3%": a percentage behind a capitalised word.
  bool is_weight(const Draft& draft) const {
    const std::uint32_t figure = draft.mention->range.begin;
    const std::uint32_t begin = input_.analyses[draft.sentence].range.begin;
    if (!draft.fact.claim || draft.fact.quantity.kind != "percent" || figure < begin + 2) return false;
    if (!draft.text("role").empty()) return false;
    const std::string_view mark = look_.token_text(figure - 1);
    const std::string_view next = look_.token_text(draft.mention->range.end);
    const bool bracket = mark == "(" && (next == ")" || next == "and");  // "(9.1% and 7.5%)"
    const bool apart = mark == "–" || mark == "—" || mark == ":" || mark == "-";
    if (!bracket && !apart) return false;
    std::uint32_t last = figure - 2;
    if (look_.token_text(last) == ")") last = before_bracket(last, begin);
    return look_.form(last).is(Shape::kCap) || look_.token_text(last) == ".";
  }

  // "Halden & Gray (H&G)": the last token before the bracket that ends here.
  std::uint32_t before_bracket(std::uint32_t close, std::uint32_t begin) const {
    constexpr std::uint32_t kLongest = 6;  // tokens
    for (std::uint32_t token = close; token > begin + 1 && close - token <= kLongest; --token) {
      if (look_.token_text(token) == "(") return token - 1;
    }
    return close;
  }

  // The words that the sentence begins with, where they are all that stands before the figure.
  TokenRange name_before(const Draft& draft) const {
    constexpr std::uint32_t kLongest = 8;  // tokens
    const std::uint32_t figure = draft.mention->range.begin;
    std::uint32_t begin = input_.analyses[draft.sentence].range.begin;
    while (begin < figure && !look_.form(begin).is(Shape::kWordlike)) ++begin;  // a bullet
    TokenRange name{begin, figure - 1};
    for (std::uint32_t token = begin + 1; token < name.end; ++token) {
      if (look_.token_text(token) == "(") name.end = token;
    }
    const bool short_name = !name.empty() && name.end - name.begin <= kLongest;
    return short_name && look_.is_name(name) ? name : TokenRange{};
  }

  // In the same sentence, or as what the next paragraph, item or sentence begins with.
  bool follows(const Draft& before, const Draft& draft) const {
    const std::uint32_t from = input_.text.sentences[before.sentence].block;
    const std::uint32_t to = input_.text.sentences[draft.sentence].block;
    if (draft.sentence == before.sentence) return true;
    const bool next = to == from + 1 || (to == from && draft.sentence == before.sentence + 1);
    return next && !name_before(draft).empty();
  }

  // Decides on the row as a whole and begins a new one.
  void settle(std::vector<Weight>& row) const {
    constexpr std::size_t kNames = 3;
    if (row.size() >= kNames) {
      const TokenRange measure = told_before(*row.front().draft);
      if (!measure.empty()) {
        for (const Weight& weight : row) take(weight, measure);
      }
    }
    row.clear();
  }

  // "The fund's top holdings include": what the row is of, told in its sentence or the two before.
  TokenRange told_before(const Draft& first) const {
    constexpr std::size_t kReach = 2;       // sentences
    constexpr std::uint32_t kHeading = 10;  // tokens: "Halden Holdings" elsewhere is a name
    for (std::size_t i = first.sentence + 1; i-- > 0 && first.sentence - i <= kReach;) {
      const Analysis& a = input_.analyses[i];
      const std::uint32_t end = i == first.sentence ? first.mention->range.begin : a.range.end;
      for (std::uint32_t token = a.range.begin; token < end; ++token) {
        const bool heading = i < first.sentence && a.range.end - a.range.begin <= kHeading;
        if (look_.word_is(token, "weighed.noun") && (heading || look_.form(token).is(Shape::kLower)))
          return phrase_at(a, token);
      }
    }
    return {};
  }

  // "top holdings" of "the fund's top holdings".
  TokenRange phrase_at(const Analysis& a, std::uint32_t noun) const {
    constexpr std::uint32_t kWords = 3;
    std::uint32_t begin = noun;
    while (begin > a.range.begin && noun - begin < kWords &&
           (look_.covering(a, begin - 1, "jj") != nullptr || look_.word_is(begin - 1, "pos.J")))
      --begin;
    return {begin, noun + 1};
  }

  void take(const Weight& weight, TokenRange measure) const {
    Draft& draft = *weight.draft;
    draft.fields.erase("measure");
    draft.fact.measure = look_.measure_of(measure);
    draft.fact.rules.emplace_back("list/weight");
    if (!weight.name.empty()) draft.subject = weight.name;
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
};

}  // namespace

void read_weights(std::vector<Draft>& drafts, const ClaimInput& input) { WeightReader(drafts, input).run(); }

}  // namespace figmine
