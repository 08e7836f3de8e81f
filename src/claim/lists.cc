#include "claim/lists.h"

#include <algorithm>

#include "resolve/singular.h"

namespace figmine {
namespace {

struct Item {
  Draft* draft = nullptr;  // the first figure of its sentence
  TokenRange label;
};

class ListReader {
 public:
  ListReader(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input) {}

  void run() {
    std::vector<Item> items;
    for (Draft& draft : drafts_) {
      if (!items.empty() && draft.sentence == items.back().draft->sentence) continue;
      const Item item{&draft, label_of(draft)};
      if (!items.empty() && !follows(items.back(), item)) settle(items);
      if (!item.label.empty()) items.push_back(item);
    }
    settle(items);
  }

 private:
  // The words before the colon that the item's figure stands behind; empty where it has none.
  TokenRange label_of(const Draft& draft) const {
    const std::uint32_t begin = input_.analyses[draft.sentence].range.begin;
    const std::uint32_t figure = draft.mention->range.begin;
    const bool labelled = draft.fact.claim && draft.fact.section == "list" && figure > begin + 1 &&
                          look_.token_text(figure - 1) == ":";
    return labelled ? without_ticker({begin, figure - 1}) : TokenRange{};
  }

  // "Miller’s Field Corp. (NASDAQ: MLF)": the name.
  TokenRange without_ticker(TokenRange label) const {
    for (std::uint32_t token = label.begin + 1; token + 1 < label.end; ++token) {
      if (look_.token_text(token) == "(" && look_.word_is(token + 1, "exchange")) return {label.begin, token};
    }
    return label;
  }

  // The next sentence, with a figure of the same unit.
  static bool follows(const Item& before, const Item& item) {
    const Quantity& a = before.draft->fact.quantity;
    const Quantity& b = item.draft->fact.quantity;
    const auto code = [](const Quantity& q) { return q.unit ? q.unit->code : std::string(); };
    return !item.label.empty() && item.draft->sentence == before.draft->sentence + 1 && a.kind == b.kind &&
           code(a) == code(b);
  }

  // Decides on the list as a whole and begins a new one.
  void settle(std::vector<Item>& items) {
    constexpr std::size_t kItems = 3;
    if (items.size() >= kItems) {
      const Phrase measure = divided_by_heading(items.front().draft->sentence);
      if (!measure.text.empty() || are_names(items)) {
        for (const Item& item : items) take(item, measure);
      }
    }
    items.clear();
  }

  void take(const Item& item, const Phrase& measure) {
    Draft& draft = *item.draft;
    draft.subject = item.label;
    draft.fields.erase("measure");
    draft.fact.rules.emplace_back("list/label");
    if (measure.text.empty()) return;
    const std::size_t space = measure.text.find_last_of(' ');
    draft.fact.measure =
        Measure{measure.text, measure.text.substr(space == std::string::npos ? 0 : space + 1), measure.span};
  }

  // "Engagement Rates by Industry:": the measure; empty where the sentence before is no such heading.
  Phrase divided_by_heading(std::size_t first) const {
    if (first == 0) return {};
    const TokenRange heading = input_.analyses[first - 1].range;
    for (std::uint32_t token = heading.begin + 1; token + 1 < heading.end; ++token) {
      if (!look_.word_is(token, "preposition.doer") || !look_.word_is(token + 1, "division.noun")) continue;
      const TokenRange words{heading.begin, token};
      return {look_.text_of(words), look_.span_of(words)};
    }
    return {};
  }

  // Every label is capitalised throughout and none ends in a measure's noun; one has a word that no lexicon
  // of common words knows.
  bool are_names(const std::vector<Item>& items) const {
    bool proper = false;
    for (const Item& item : items) {
      if (!is_capital(item.label) || look_.word_is(item.label.end - 1, "measure.noun") ||
          look_.word_is(item.label.end - 1, "measure.acronym"))
        return false;
      for (std::uint32_t token = item.label.begin; token < item.label.end; ++token)
        proper = proper || is_proper(token);
    }
    return proper;
  }

  bool is_capital(TokenRange label) const {
    for (std::uint32_t token = label.begin; token < label.end; ++token) {
      const Form& word = look_.form(token);
      if (word.is(Shape::kWordlike) && word.folded.size() > 3 && !word.is(Shape::kCap)) return false;
    }
    return look_.is_name(label);
  }

  bool is_proper(std::uint32_t token) const {
    const Form& word = look_.form(token);
    if (!word.is(Shape::kWordlike) || word.is(Shape::kUpper)) return false;
    return look_.word_is(token, "place") ||
           (!look_.word_is(token, "pos") &&
            input_.program.lookup("pos", singular(input_.program, word.folded)) == kNone);
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
};

// "Sales by region: Europe $40 million, Asia $30 million": a row within one sentence that its head divides.
class RowReader {
 public:
  RowReader(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size();) {
      const std::span<Draft> row = of_sentence(drafts_, drafts_[i].sentence);
      read(row);
      i += row.size();
    }
  }

 private:
  void read(std::span<Draft> row) const {
    const std::uint32_t colon = colon_before(row.front());
    const TokenRange measure = colon == 0 ? TokenRange{} : divided(row.front(), colon);
    if (measure.empty()) return;
    std::vector<Item> items;
    for (Draft& draft : row) {
      const TokenRange label = label_of(draft, colon);
      if (!label.empty()) items.push_back({&draft, label});
    }
    if (items.size() < 2 || items.front().draft != &row.front()) return;
    for (const Item& item : items) take(*item.draft, item.label, measure);
  }

  // The colon that stands a few words before the row's first figure; 0 where none does.
  std::uint32_t colon_before(const Draft& first) const {
    constexpr std::uint32_t kReach = 6;  // tokens
    const std::uint32_t begin = input_.analyses[first.sentence].range.begin;
    const std::uint32_t figure = first.mention->range.begin;
    for (std::uint32_t token = figure; token > begin && figure - token < kReach; --token) {
      if (look_.token_text(token - 1) == ":") return token - 1;
    }
    return 0;
  }

  // "Sales" of "Sales by region were as follows:"; empty where the words before the colon divide nothing.
  TokenRange divided(const Draft& first, std::uint32_t colon) const {
    constexpr std::uint32_t kReach = 12;  // tokens
    const Analysis& a = input_.analyses[first.sentence];
    const std::uint32_t begin = std::max(a.range.begin, colon - std::min(colon, kReach));
    for (std::uint32_t token = colon; token > begin + 1; --token) {
      if (!look_.word_is(token - 1, "division.noun") || !look_.small_word_is(token - 2, "preposition.doer"))
        continue;
      const Annotation* phrase = look_.ending_at(a, token - 2, "np");
      return phrase == nullptr ? TokenRange{} : look_.without_article(a, phrase->range);
    }
    return {};
  }

  // The capitalised words between the figure and the comma, the bracket or the "and" before it.
  TokenRange label_of(const Draft& draft, std::uint32_t colon) const {
    constexpr std::uint32_t kLongest = 5;  // tokens
    const std::uint32_t end = draft.mention->range.begin;
    std::uint32_t begin = end;
    while (begin > colon + 1 && end - begin <= kLongest && look_.form(begin - 1).is(Shape::kWordlike) &&
           !look_.small_word_is(begin - 1, "joint.and"))
      --begin;
    const TokenRange label{begin, end};
    const bool named = !label.empty() && end - begin <= kLongest && look_.form(begin).is(Shape::kCap);
    return draft.fact.claim && named ? label : TokenRange{};
  }

  void take(Draft& draft, TokenRange label, TokenRange measure) const {
    draft.subject = label;
    draft.fields.erase("measure");
    draft.fact.measure = look_.measure_of(measure);
    draft.fact.rules.emplace_back("list/divided");
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
};

}  // namespace

void read_lists(std::vector<Draft>& drafts, const ClaimInput& input) {
  ListReader(drafts, input).run();
  RowReader(drafts, input).run();
}

}  // namespace figmine
