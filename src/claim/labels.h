// claim/labels: the name or sort that a paragraph or a list item begins with, "Corlan Group - Revenue rose
// 5%", "Solana Plan: Invest $500": what its figures are about where the clause names nobody. Tested by
// tests/cases.
#pragma once

#include <vector>

#include "claim/entities.h"

namespace figmine {

class Labels {
 public:
  Labels(const ClaimInput& input, const Looker& look, const Entities& entities);
  // The label of the block's first sentence, from its first word to its last; empty where it has none.
  [[nodiscard]] TokenRange of_block(std::uint32_t block) const { return by_block_[block]; }
  // The same, whatever it names: "Halden Miner D9" of "Halden Miner D9: $800", "Halden Rolls" of "Halden
  // Rolls ($6): With butter".
  [[nodiscard]] TokenRange opening_of(std::uint32_t block) const { return openings_[block]; }
  // "Oat Scarves: Save 35% on all": goods that the words behind the colon offer; said of that sentence
  // alone.
  [[nodiscard]] bool is_offer(TokenRange label) const;

 private:
  [[nodiscard]] TokenRange read(std::size_t sentence) const;
  [[nodiscard]] bool is_separator(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_bracket(std::uint32_t open, std::uint32_t end) const;
  void take_names(const std::vector<TokenRange>& all);
  void take_fellows(const std::vector<TokenRange>& all);
  [[nodiscard]] bool is_like(TokenRange label, TokenRange item) const;
  [[nodiscard]] bool is_full_name(TokenRange label) const;
  [[nodiscard]] bool names_holder(TokenRange label) const;
  [[nodiscard]] bool names_item(TokenRange label) const;
  [[nodiscard]] std::uint32_t head_of(TokenRange label) const;

  const ClaimInput& input_;
  const Looker& look_;
  const Entities& entities_;
  std::vector<TokenRange> by_block_;
  std::vector<TokenRange> openings_;
};

}  // namespace figmine
