// claim/clauses/chunker: cuts a sentence into chunks: its figures and times, and between them what its
// annotations make of the words. Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/clauses/parts.h"

namespace figmine::clauses {

// Made for one sentence, which it reads once.
class Chunker {
 public:
  Chunker(const Looker& look, const Analysis& analysis, const Resolved& resolved);

  // The chunks, in text order; together they cover the sentence, but for an opening quote and the
  // full stops of abbreviations.
  [[nodiscard]] std::vector<Chunk> run();

 private:
  [[nodiscard]] std::uint32_t behind_quote() const;
  [[nodiscard]] std::uint32_t read(std::uint32_t token);
  void describe(Chunk& chunk) const;
  [[nodiscard]] bool follows(Part part) const { return !chunks_.empty() && chunks_.back().part == part; }
  [[nodiscard]] bool is_present(std::uint32_t verb) const;
  [[nodiscard]] bool describes_object(std::uint32_t verb) const;
  [[nodiscard]] bool goes_on(std::uint32_t token) const;
  [[nodiscard]] bool adds_legal_form(std::uint32_t token) const;
  void complete(Chunk& chunk) const;
  void join_compound();
  [[nodiscard]] bool is_dash(const Chunk& chunk) const;
  void bracket_dashes();
  void mark_regions();

  const Looker& look_;
  const Analysis& analysis_;
  std::vector<Chunk> fixed_;  // figures and times
  std::size_t next_ = 0;      // of these
  Parts parts_;
  std::vector<Chunk> chunks_;
};

}  // namespace figmine::clauses
