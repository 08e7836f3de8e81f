#include "claim/lists.h"

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

}  // namespace

void read_lists(std::vector<Draft>& drafts, const ClaimInput& input) { ListReader(drafts, input).run(); }

}  // namespace figmine
