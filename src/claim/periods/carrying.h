// claim/periods/carrying: the period that a figure's sentence, paragraph or article is about. Tested by
// tests/cases and the corpus.
#pragma once

#include "claim/periods/accounts.h"
#include "claim/periods/evidence.h"
#include "claim/periods/fit.h"
#include "claim/periods/market_day.h"
#include "claim/periods/setter.h"
#include "claim/periods/surroundings.h"

namespace figmine::periods {

// Where a period was told that a figure takes over.
enum class From : std::uint8_t { kElsewhere, kSentenceBefore, kParagraph, kLead };

struct Carried {
  Interval interval;
  From from = From::kElsewhere;
};

// Reads the periods of earlier figures; changes nothing.
class Carrying {
 public:
  // `lead` is the period that the article is about.
  Carrying(const Evidence& evidence, const TimeFit& fit, const Accounts& accounts,
           const std::optional<Interval>& lead, const MarketDay& market_day, const Surroundings& surroundings)
      : figures_(evidence.figures),
        input_(evidence.figures.input()),
        brackets_(evidence.brackets),
        days_(evidence.days),
        comparisons_(evidence.comparisons),
        other_things_(evidence.other_things),
        others_(evidence.others),
        fit_(fit),
        accounts_(accounts),
        lead_(lead),
        market_day_(market_day),
        surroundings_(surroundings) {}

  // The period that the sentence, the paragraph or the article is about.
  [[nodiscard]] std::optional<Carried> carried_to(std::size_t index) const;
  // The same without where it was told.
  [[nodiscard]] std::optional<Interval> current(std::size_t index) const;
  // "As of May 3, prices have changed. Tin stands at $5": the day of the paragraph, for what stands.
  [[nodiscard]] std::optional<Interval> of_day_before(std::size_t index) const;
  // "Saturday, May 3: Doors open at noon. Spend $75 and get a drink.": the time that a sentence of the
  // paragraph before begins with as a label.
  [[nodiscard]] std::optional<Interval> of_label(std::size_t index) const;

 private:
  [[nodiscard]] std::optional<Carried> from_earlier_figures(std::size_t index) const;
  [[nodiscard]] bool is_over_for(const Draft& draft, const Interval& ahead) const;
  [[nodiscard]] std::optional<Interval> handed_on(const Draft& earlier, const Draft& draft) const;
  [[nodiscard]] std::optional<Interval> from_own_sentence(const Draft& draft) const;
  [[nodiscard]] bool is_label(const Analysis& a, const TimeSpan& time) const;
  [[nodiscard]] bool is_topic(const Draft& draft, const Interval& interval) const;
  [[nodiscard]] bool is_quarter_reported(const Draft& draft) const;
  [[nodiscard]] bool is_part_of_year_reported(const Draft& draft, const Interval& interval) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Brackets& brackets_;
  const Days& days_;
  const Comparisons& comparisons_;
  const OtherThings& other_things_;
  const Others& others_;
  const TimeFit& fit_;
  const Accounts& accounts_;
  const std::optional<Interval>& lead_;
  const MarketDay& market_day_;
  const Surroundings& surroundings_;
};

}  // namespace figmine::periods
