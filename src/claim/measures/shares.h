// claim/measures/shares: what the part of a whole is measured by: "80% of users pay monthly", "68% are
// betting", "the road is 70% complete". Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"
#include "claim/measures/predicates.h"
#include "claim/measures/set_off.h"
#include "claim/measures/setter.h"
#include "claim/measures/verbs.h"
#include "claim/measures/wholes.h"

namespace figmine::measures {

// Finds the measures of shares.
class Shares {
 public:
  Shares(const Figures& figures, const Setter& setter, const Predicates& predicates, const Verbs& verbs,
         const Wholes& wholes, const SetOff& set_off)
      : figures_(figures),
        look_(figures.look()),
        setter_(setter),
        predicates_(predicates),
        verbs_(verbs),
        wholes_(wholes),
        set_off_(set_off) {}

  // "with nearly 80% comprising AI glasses": the whole is what was told before.
  void note_whole(std::size_t index) const;
  // What a share is of, noted in the fact.
  TokenRange note_share(Draft& draft) const;
  // "Holders of 17% of the shares": those who have a share measure nothing.
  [[nodiscard]] bool tells_holders(const Draft& draft) const;
  // "Bleak Outlook: 57% of owners expect a recession": behind a label the clause itself tells what the share
  // is of.
  [[nodiscard]] bool is_labelled_answer(const Draft& draft) const;
  // "The choir was 62% alto and 38% tenor", "the road is 70% complete": the state that a part of the subject
  // is in.
  bool tells_state(std::size_t index) const;
  // "allocates 50% of its supply for a presale, 20% for grants": each part by what it is for, all of one
  // whole.
  bool is_allotted(std::size_t index) const;
  // "68% are betting …", "with nearly 18% believing …": what the part does is what is measured.
  bool answers(Draft& draft) const;
  // "85% of nurses need more training": the same where the whole has run into its verb.
  bool answers_within(Draft& draft) const;
  // "with 71% of users taking the pills": the same where a phrase has run into the participle.
  bool answers_by_participle(Draft& draft) const;
  // "The percentage of mills with a loan fell from 30% to 25%": notes what it is a percentage of.
  void note_percentage(std::size_t index) const;
  // The whole of a part that is given out, which the figures before tell of.
  void note_supply(std::size_t index) const;
  // Notes whom a share in brackets is of.
  void note_answerers(Draft& draft) const;
  // "80% of users pay monthly": what is measured is what the part does.
  void find(std::size_t index) const;

 private:
  [[nodiscard]] bool tells_allotting(const Draft& draft) const;
  bool leaves_out_verb(Draft& draft) const;
  [[nodiscard]] bool goes_on_alike(const Draft& earlier, std::uint32_t link) const;
  [[nodiscard]] std::optional<std::uint32_t> when_due(const Draft& draft) const;
  [[nodiscard]] bool tells_when(const Draft& draft, std::uint32_t token) const;
  bool tells_likelihood(Draft& draft) const;
  bool answers_by_noun(Draft& draft) const;
  [[nodiscard]] bool answers_in_list(const Draft& draft, std::uint32_t verb) const;
  [[nodiscard]] bool is_item(const Draft& draft) const;
  [[nodiscard]] bool answers_by_verb(const Draft& draft) const;
  [[nodiscard]] bool is_answer(const Draft& draft, std::uint32_t verb) const;
  bool is_compared(std::size_t index) const;
  [[nodiscard]] bool goes_on_comparing(const Draft& draft, const Draft* earlier) const;
  bool is_how_often(Draft& draft, TokenRange whole) const;
  [[nodiscard]] TokenRange without_number(const Draft& draft, TokenRange whole) const;
  [[nodiscard]] std::size_t told_complement(const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool tells_of_whole(const Draft& draft, std::size_t left, std::size_t verb) const;
  [[nodiscard]] bool is_active_owning(std::uint32_t token) const;
  [[nodiscard]] bool is_state(const Draft& draft, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t state_end(const Clauses& c, std::uint32_t state) const;
  [[nodiscard]] bool is_told_in_brackets(const Draft& draft) const;
  [[nodiscard]] bool counts_some(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] std::size_t verb_behind_brackets(const Draft& draft) const;
  [[nodiscard]] bool opens_clause(const Draft& draft) const;
  [[nodiscard]] std::size_t before_majority(const Clauses& c, std::size_t preposition) const;
  [[nodiscard]] std::size_t verb_after(const Draft& draft) const;
  [[nodiscard]] static std::size_t behind_bracket(const Clauses& c, std::size_t at);
  [[nodiscard]] bool shares_own(std::size_t index) const;
  [[nodiscard]] std::size_t verb_of_share(const Draft& draft, TokenRange whole) const;
  [[nodiscard]] bool is_described(const Draft& draft, std::size_t participle) const;
  [[nodiscard]] std::size_t verb_behind_relative(const Draft& draft, std::size_t relative) const;
  [[nodiscard]] std::size_t verb_behind_row(const Draft& draft, TokenRange whole, std::size_t chunk) const;
  [[nodiscard]] bool tells_which(const Draft& draft, std::size_t verb) const;
  [[nodiscard]] bool is_base_form(const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool is_loose_word(const Clauses& c, std::size_t chunk) const;
  [[nodiscard]] static bool ends_phrase(const Clauses& c, std::size_t chunk);
  [[nodiscard]] std::size_t verb_behind_insertion(const Draft& draft, std::size_t opener) const;
  [[nodiscard]] bool sets_off(const Clauses& c, std::size_t chunk) const;

  const Figures& figures_;
  const Looker& look_;
  const Setter& setter_;
  const Predicates& predicates_;
  const Verbs& verbs_;
  const Wholes& wholes_;
  const SetOff& set_off_;
};

}  // namespace figmine::measures
