// claim/draft: a fact in the making, and what the steps of this stage share. Steps run in the order of
// assemble.cc, each fills fields that are still open. Tested by tests/unit/claim_test.cc, tests/cases and the
// corpus.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "figmine/fact.h"
#include "match/matcher.h"
#include "resolve/quantities.h"
#include "text/segment.h"

namespace figmine {

// The document as earlier stages left it. `analyses` and `resolved` go with text.sentences, one to one.
struct ClaimInput {
  const Program& program;
  const FormTable& forms;
  const Document& document;
  const Text& text;
  const std::vector<Analysis>& analyses;
  const std::vector<Resolved>& resolved;
  std::optional<Day> published;
  std::optional<FiscalYear> fiscal_year = std::nullopt;

  // The paragraph, list item, heading or row that the sentence stands in.
  [[nodiscard]] const Block& block_of(std::size_t sentence) const {
    return document.blocks[text.sentences[sentence].block];
  }
  [[nodiscard]] bool same_block(std::size_t a, std::size_t b) const {
    return text.sentences[a].block == text.sentences[b].block;
  }
  // "Acme buys Corlan. It pays $5m.": so few sentences that nobody in particular is known to be told of.
  [[nodiscard]] bool is_brief() const {
    constexpr std::size_t kFewSentences = 3;
    return text.sentences.size() <= kFewSentences;
  }
  // The first sentence of the headline; nothing where the text has none.
  [[nodiscard]] std::optional<std::size_t> headline() const;
  [[nodiscard]] bool in_list(std::size_t sentence) const {
    return block_of(sentence).kind == BlockKind::kListItem;
  }
  // The sentence above the list that the sentence is an item of; itself where it is in none, or in one of too
  // many items.
  [[nodiscard]] std::size_t above_list(std::size_t sentence) const {
    constexpr std::size_t kLongest = 200;  // sentences: a list without an end stays linear
    std::size_t before = sentence;
    while (before > 0 && sentence - before < kLongest && in_list(before)) --before;
    return in_list(before) ? sentence : before;
  }
};

struct Draft {
  std::size_t sentence = 0;
  const Mention* mention = nullptr;
  std::map<std::string, Value, std::less<>> fields;  // what relations gave, by name
  Fact& fact;                                        // in the list that becomes Claims::facts
  TokenRange measure;  // tokens that fact.measure came from; empty when it was inherited or inferred
  TokenRange subject;
  const TimeSpan* time = nullptr;  // that fact.period came from

  [[nodiscard]] bool has(std::string_view name) const { return fields.find(name) != fields.end(); }
  [[nodiscard]] std::string text(std::string_view name) const;  // "" when absent
  [[nodiscard]] TokenRange range(std::string_view name) const;  // empty when absent
  [[nodiscard]] bool came_by(std::string_view rule) const;      // whether the rule had a part in the fact
};

// A percentage or a fraction, which may be of a whole.
[[nodiscard]] bool tells_share(const Quantity& quantity);

// The drafts of one sentence, out of all, which stand in text order.
[[nodiscard]] std::span<const Draft> of_sentence(const std::vector<Draft>& drafts, std::size_t sentence);
[[nodiscard]] std::span<Draft> of_sentence(std::vector<Draft>& drafts, std::size_t sentence);

// The claim that each draft's sentence tells last before it; true until a draft is rejected or added. Made
// once, as a sentence of many figures would be walked back for each of them.
class ClaimBefore {
 public:
  explicit ClaimBefore(const std::vector<Draft>& drafts);
  // nullptr where there is none.
  [[nodiscard]] const Draft* of(std::size_t draft) const { return before_[draft]; }

 private:
  std::vector<const Draft*> before_;  // by draft
};

// ---------------------------------------------------------------- looking at a document

class Looker {
 public:
  explicit Looker(const ClaimInput& input) : input_(input) {}

  [[nodiscard]] Span span_of(TokenRange range) const;
  // The tokens that lie within the span.
  [[nodiscard]] TokenRange tokens_in(Span span) const;
  [[nodiscard]] std::string text_of(TokenRange range) const;
  // The words as a measure, of which the last is the head.
  [[nodiscard]] Measure measure_of(TokenRange words) const;
  [[nodiscard]] Phrase phrase_of(TokenRange words) const { return {text_of(words), span_of(words)}; }
  // As written, but for Unicode's hyphens, which are "-"; empty past the text's end.
  [[nodiscard]] std::string_view token_text(std::uint32_t token) const;
  // The token's form; an empty one before the text's start and past its end.
  [[nodiscard]] const Form& form(std::uint32_t token) const {
    static const Form kNothing;
    return token < input_.text.tokens.size() ? input_.forms[input_.text.tokens[token].form] : kNothing;
  }
  // Whether the lexicon has the token as a word of the type; false past the text's end.
  [[nodiscard]] bool word_is(std::uint32_t token, Wanted type) const {
    return token < input_.text.tokens.size() && input_.program.lookup(type, form(token).word) != kNone;
  }
  // The same for a word in lower case: the prepositions of a heading tell less.
  [[nodiscard]] bool small_word_is(std::uint32_t token, Wanted type) const {
    return word_is(token, type) && form(token).text == form(token).folded;
  }
  // Whether a word of the range is of the type.
  [[nodiscard]] bool holds_word(TokenRange range, Wanted type) const;
  // The last annotation of the type that covers the token; nullptr when there is none.
  [[nodiscard]] const Annotation* covering(const Analysis& analysis, std::uint32_t token, Wanted type) const;
  // The annotation of the type that ends (begins) at the token; nullptr when there is none.
  [[nodiscard]] const Annotation* ending_at(const Analysis& analysis, std::uint32_t end, Wanted type) const;
  [[nodiscard]] const Annotation* beginning_at(const Analysis& analysis, std::uint32_t begin,
                                               Wanted type) const;
  [[nodiscard]] bool is(const Annotation& annotation, std::string_view type) const;
  // Whether the sentence has an annotation of the type.
  [[nodiscard]] bool holds(const Analysis& analysis, Wanted type) const;
  [[nodiscard]] const ClaimInput& input() const { return input_; }
  // Without a leading article or possessive, and without a heading that ran into the name: "About Acme Acme
  // Inc. makes pumps".
  [[nodiscard]] TokenRange without_article(const Analysis& analysis, TokenRange range) const;
  // Whether the phrase that begins at the token says whose it is: "its home appliance segment", "Acme's".
  [[nodiscard]] bool is_owned(const Analysis& analysis, std::uint32_t begin) const;
  // "Silver Ridge" of "its Silver Ridge project": where the capitals that end before the head begin, not
  // before the given token; the head where there are none.
  [[nodiscard]] std::uint32_t capitals_before(std::uint32_t begin, std::uint32_t head) const;
  // "NV", "CO" behind a comma: a state's letters, which are a legal form's in small ones.
  [[nodiscard]] bool is_state(std::uint32_t token) const {
    return word_is(token, "legal_form.state") && form(token).is(Shape::kUpper) &&
           token_text(token - 1) == ",";
  }
  // "of" in "Department of Trade": what joins an office's noun with what it is for.
  [[nodiscard]] bool links_office(std::uint32_t token) const {
    return token > 0 && small_word_is(token, "office.link") && word_is(token - 1, "office.noun");
  }
  // Whether every word of the range that carries meaning begins with a capital: a name.
  [[nodiscard]] bool is_name(TokenRange range) const;
  // Whether the token stands in "PARIS, 4 May 2025 (Reuters) —".
  [[nodiscard]] bool in_dateline(std::uint32_t token) const;
  // Whether the sentence capitalises its words as headings do; judged by its first words.
  [[nodiscard]] bool title_case(const Analysis& analysis) const;

 private:
  [[nodiscard]] bool is_common_head(std::uint32_t token) const;
  [[nodiscard]] bool is_small_firm(TokenRange range) const;
  [[nodiscard]] bool is_firms_noun(TokenRange range, std::uint32_t token) const;
  [[nodiscard]] bool stands_for_people(const Analysis& analysis, std::uint32_t token) const;
  [[nodiscard]] TokenRange without_heading(const Analysis& analysis, TokenRange range) const;

  const ClaimInput& input_;
};

}  // namespace figmine
