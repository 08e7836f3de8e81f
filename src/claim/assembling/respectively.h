// claim/assembling/respectively: figures that pair in order with names, holders, times or old levels: "rose
// 8% and 12%, respectively". Tested by tests/cases and the corpus.
#pragma once

#include "claim/assembling/figures.h"
#include "claim/assembling/rows.h"

namespace figmine::assembling {

// Pairs the figures of a row.
class Respectively {
 public:
  Respectively(const Figures& figures, const Rows& rows, std::vector<Warning>& warnings)
      : figures_(figures), look_(figures.look()), input_(figures.input()), rows_(rows), warnings_(warnings) {}

  // "Revenue and profit rose 8% and 12%, respectively": names and figures pair in order.
  void pair() const;

 private:
  [[nodiscard]] bool goes_on_pairing(std::size_t sentence) const;
  [[nodiscard]] std::vector<Draft*> claims_of(std::size_t sentence) const;
  void pair_sentence(std::size_t sentence, std::uint32_t before) const;
  [[nodiscard]] bool are_holders(const std::vector<TokenRange>& names) const;
  [[nodiscard]] std::optional<Measure> cut_shared_head(std::vector<TokenRange>& names) const;
  [[nodiscard]] static std::optional<Measure> share_whole(const std::vector<Draft*>& figures);
  static bool pair_movements(const std::vector<Draft*>& figures);
  [[nodiscard]] bool measure_alike(const std::vector<Draft*>& figures,
                                   const std::vector<TokenRange>& names) const;
  [[nodiscard]] static std::optional<Measure> told_behind(TokenRange last_name, const Draft& figure);
  [[nodiscard]] std::optional<Measure> told_in_front(const Analysis& a,
                                                     const std::vector<TokenRange>& names) const;
  [[nodiscard]] std::optional<Measure> told_by_noun(const Analysis& a, const std::vector<TokenRange>& names,
                                                    const Draft& last) const;
  bool pair_holders(const Analysis& a, const std::vector<Draft*>& figures, std::uint32_t before) const;
  static bool pair_old_levels(const std::vector<Draft*>& figures);
  void pair_lengths() const;
  void pair_old_lengths(std::size_t first) const;
  [[nodiscard]] std::optional<Period> shorter_of_two(const Draft& draft) const;
  bool pair_times(std::size_t sentence, const std::vector<Draft*>& figures, std::uint32_t before) const;
  bool pair_last_figures(const std::vector<const TimeSpan*>& times, const std::vector<Draft*>& figures) const;
  bool set_times(const std::vector<const TimeSpan*>& times, const std::vector<Draft*>& figures) const;
  [[nodiscard]] std::vector<Interval> days_of(const std::vector<const TimeSpan*>& times,
                                              const Draft& first) const;
  [[nodiscard]] std::optional<Interval> period_before(const Draft& draft) const;
  [[nodiscard]] Interval in_year_of(const TimeSpan& time, const Interval& first) const;
  void pair_with_sentence_before(const std::vector<Draft*>& figures) const;
  [[nodiscard]] bool is_slashed(const Draft& left, const Draft& right) const;

  const Figures& figures_;
  const Looker& look_;
  const ClaimInput& input_;
  const Rows& rows_;
  std::vector<Warning>& warnings_;
};

}  // namespace figmine::assembling
