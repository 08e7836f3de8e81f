// text/run_in_headings: where a line break was lost, a heading runs into the text behind it: "Outlook for
// 2025Acme expects …". Finds such headings in a paragraph. Tested by tests/unit/segment_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "figmine/span.h"
#include "ruleset/program.h"
#include "text/word_counts.h"

namespace figmine {

// One article's; text and program must outlive it. Not thread-safe.
//
// A capital behind a letter is a border only with evidence, for names are written so too ("PowerBank"). Such
// is: the text opens with a name of its heading; the word behind the border opens sentences, or begins a
// clause, or is a name that the article has elsewhere, while the two as one word stand nowhere else. Headings
// inside a paragraph need capitals on their words besides. What opens sentences and which names have a
// capital inside come from the lexicons (sentence_starter, inner_capital).
class RunInHeadings {
 public:
  RunInHeadings(std::string_view text, const Program& program);

  // The block's first heading that ran into its text, at the block's begin or behind a sentence's end. Linear
  // in the block.
  [[nodiscard]] std::optional<Span> find(Span block);

  // The same, at the block's begin only.
  [[nodiscard]] std::optional<Span> find_first(Span block);

  // "Industry Outlook", "Conclusion": every word but the small ones has a capital, as in a heading.
  [[nodiscard]] bool is_titled(Span heading) const;

 private:
  struct Joint;

  std::string_view name_in_small() const;
  std::uint32_t end_of_capitals(Span block) const;
  bool opens_sentence(std::uint32_t at, Span block) const;
  bool ends_sentence(std::uint32_t end, std::uint32_t begin) const;
  bool may_begin(std::uint32_t at) const;
  bool runs_in(Span heading, Span block);
  bool opens_with(Span block, std::string_view name) const;
  bool ends_with_name(Span heading, Span block);
  bool names(Span heading, std::string_view word) const;
  bool is_lost(const Joint& joint, Span heading, bool inner);
  bool is_told_by_title(const Joint& joint, Span heading, bool starts);
  bool opens_text(const Joint& joint);
  bool opens_clause(const Joint& joint) const;
  bool is_participle(const Joint& joint) const;
  bool is_name(const Joint& joint);
  bool is_known(std::string_view left);
  bool opens_like_sentence(Span heading) const;
  bool is_any(std::string_view folded_word, std::span<const std::string_view> types) const;

  std::string_view text_;
  const Program& program_;
  WordCounts count_;
  std::string_view name_in_small_;  // "cyan" of an article that begins with "cyan AG reports"
};

}  // namespace figmine
