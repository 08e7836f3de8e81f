// resolve/quantities/sentence: what the words and annotations of one sentence say, as the steps of resolving
// it ask. Tested by tests/cases.
#pragma once

#include "resolve/quantities.h"

namespace figmine::quantities {

// Answers questions; changes nothing. Analysis and context outlive it.
class SentenceView {
 public:
  SentenceView(const Analysis& analysis, const ResolveContext& context)
      : analysis_(analysis), context_(context) {}

  [[nodiscard]] const Analysis& analysis() const { return analysis_; }
  [[nodiscard]] const Annotation& annotation(std::uint32_t index) const {
    return analysis_.annotations[index];
  }
  [[nodiscard]] const ResolveContext& context() const { return context_; }
  [[nodiscard]] const Program& program() const { return context_.program; }

  [[nodiscard]] bool is(const Annotation& annotation, std::string_view type) const;
  // What a rule has said of the annotation, by name.
  [[nodiscard]] bool has(const Annotation& annotation, Wanted name) const;
  [[nodiscard]] std::string feature(const Annotation& annotation, Wanted name) const;
  [[nodiscard]] std::optional<Decimal> decimal(const Annotation& annotation, Wanted name) const;
  [[nodiscard]] TokenRange range(const Annotation& annotation, Wanted name) const;

  [[nodiscard]] Span span_of(TokenRange range) const;
  [[nodiscard]] std::string text_of(TokenRange range) const;
  [[nodiscard]] const Token& token(std::uint32_t at) const { return context_.text.tokens[at]; }
  [[nodiscard]] const Form& form(std::uint32_t at) const { return context_.forms[token(at).form]; }
  // Whether the sentence's token is a word of the lexicon's type; false behind the sentence.
  [[nodiscard]] bool word_is(std::uint32_t token, Wanted type) const;
  // "weighs 1.3 kg.": at its end the point is the sentence's own, not an abbreviation's.
  [[nodiscard]] TokenRange without_stop(TokenRange range) const;

 private:
  const Analysis& analysis_;
  const ResolveContext& context_;
};

}  // namespace figmine::quantities
