// claim/subjects/list_lead: the sentence that leads a list in, and whose the list is by its first words:
// "Corlan's features include: * Rates from 2%", "Gold Membership – $90/month * Two visits". Tested by
// tests/cases.
#pragma once

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Looks at the text around lists; changes nothing.
class ListLead {
 public:
  explicit ListLead(const Figures& figures)
      : figures_(figures), input_(figures.input()), look_(figures.look()) {}

  // The sentence right before the list whose item holds the sentence; the sentence itself where it is in no
  // list or nothing stands before that.
  [[nodiscard]] std::size_t lead_of(std::size_t sentence) const;
  // Whether the sentence ends with a colon.
  [[nodiscard]] bool announces(std::size_t sentence) const;
  // Who or what the lead opens with: a firm, a product, a name of its own; empty where that is none.
  [[nodiscard]] TokenRange party_of(std::size_t lead) const;
  // Whether the words are a firm's or a product's name, or one of words that are nothing else.
  [[nodiscard]] bool is_party(TokenRange name) const;

 private:
  [[nodiscard]] TokenRange actor_before_colon(std::size_t lead) const;
  [[nodiscard]] TokenRange name_at(TokenRange range) const;
  [[nodiscard]] bool is_told_again(TokenRange name) const;
  [[nodiscard]] bool is_any_word(std::uint32_t token) const;
  [[nodiscard]] bool stands_alone(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] bool ends_name(const Analysis& a, std::uint32_t token) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Looker& look_;
};

}  // namespace figmine::subjects
