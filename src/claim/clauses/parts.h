// claim/clauses/parts: which part of a sentence the words at a token are, by their annotations and the words
// near them. Tested by tests/unit/claim_test.cc.
#pragma once

#include <array>

#include "claim/clauses/chunk.h"

namespace figmine::clauses {

// Answers questions about the tokens of a sentence; changes nothing.
class Parts {
 public:
  // `fixed` are the figures and times of the sentence, in text order; it outlives this.
  Parts(const Looker& look, const Analysis& analysis, const std::vector<Chunk>& fixed);

  // The chunk that begins at the token, where no figure or time does.
  [[nodiscard]] Chunk loose(std::uint32_t token) const;

 private:
  static constexpr std::size_t kKinds = 15;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] bool opens_until(std::uint32_t token) const;
  [[nodiscard]] bool bounds_figure(std::uint32_t token) const;

  const Looker& look_;
  const Analysis& analysis_;
  const std::vector<Chunk>& fixed_;
  std::array<TypeId, kKinds> types_{};  // of annotations that make a chunk
};

}  // namespace figmine::clauses
