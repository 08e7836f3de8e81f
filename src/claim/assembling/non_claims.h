// claim/assembling/non_claims: bare numbers and time frames that tell nothing: "for the last 12 months".
// Tested by tests/cases and the corpus.
#pragma once

#include <set>
#include <string>

#include "claim/assembling/figures.h"

namespace figmine::assembling {

// Rejects what looks like a claim and is none; takes back what a list shows to be one.
class NonClaims {
 public:
  explicit NonClaims(const Figures& figures) : figures_(figures), look_(figures.look()) {}

  // Bare numbers without support, and frames: "within a year" is when, not what.
  void mark() const;

 private:
  [[nodiscard]] std::set<std::string, std::less<>> numbered_names() const;
  [[nodiscard]] std::string numbered(const Draft& draft) const;
  [[nodiscard]] bool counts_item(std::size_t index) const;
  [[nodiscard]] bool begins_item(const Draft& draft) const;
  [[nodiscard]] bool supported_number(const Draft& draft) const;
  [[nodiscard]] bool tells_some_of(const Draft& draft) const;
  [[nodiscard]] bool is_scaled(const Draft& draft) const;
  [[nodiscard]] bool is_time_frame(const Draft& draft) const;
  [[nodiscard]] bool tells_record(const Analysis& a, std::uint32_t at) const;
  [[nodiscard]] bool is_rule_of_length(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
};

}  // namespace figmine::assembling
