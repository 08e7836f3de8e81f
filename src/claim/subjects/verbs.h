// claim/subjects/verbs: what a verb and its place in the sentence say: which is the main one, which only
// reports, which belongs to a relative. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Answers questions about the chunks of a sentence; changes nothing.
class Verbs {
 public:
  explicit Verbs(const Figures& figures) : look_(figures.look()) {}

  // "Priced at $5, Acme has sold …", "While Vexa is old, Acme sells …": the first finite verb outside what
  // opens the sentence, and outside relative clauses unless there is no other; the number of chunks where
  // there is none.
  [[nodiscard]] std::size_t main_verb(const Analysis& a, const Clauses& c) const;
  // A finite verb, also one that may be a noun: "offers".
  [[nodiscard]] bool tells_tense(const Analysis& a, const Clauses& c, std::size_t verb) const;
  // "Zhang said that margins rose", "Zhang said margins rose": a verb of reporting with a clause behind it.
  [[nodiscard]] bool tells(const Clauses& c, std::size_t verb) const;
  // "Output fell in May, the Statistics Office said on Tuesday, after a 2% gain": said between commas.
  [[nodiscard]] bool is_inserted(const Clauses& c, TokenRange teller, std::size_t verb) const;
  // "Halden Research set a price target of $5, implying gains of 40%": who rates others has none of that.
  [[nodiscard]] bool rates(const Analysis& a, const Clauses& c, std::size_t subject) const;
  // "Surveys show 3 million umbrellas are lost": the figure is the subject of a clause of its own.
  [[nodiscard]] bool opens_clause(const Clauses& c, std::size_t verb, std::size_t figure) const;
  // "which received", "which this year received"
  [[nodiscard]] static bool follows_relative(const Clauses& c, std::size_t verb);
  // "As demand grows, three makers have opened shops": the verb stands in what opens the sentence, and
  // another clause begins between it and the chunk.
  [[nodiscard]] bool is_in_opening(const Analysis& a, const Clauses& c, std::size_t verb,
                                   std::size_t chunk) const;
  // Whether a verb stands between the words.
  [[nodiscard]] static bool verb_between(const Clauses& c, TokenRange first, TokenRange second);
  // "The study took a year, and 15 patients were lost": the figure is what its own clause tells of.
  [[nodiscard]] bool acts_itself(const Analysis& a, const Clauses& c, std::size_t figure) const;
  // "The bank cut its fees, which led to a 5% rise": all that was told before does it.
  [[nodiscard]] bool leads_to(const Clauses& c, std::size_t verb) const;
  // "Lena Fors, who has 25 years of experience"
  [[nodiscard]] bool is_who(const Clauses& c, std::size_t verb) const;
  // "Fors sees revenue of $5m", "Fors went on to suggest": what somebody tells of others.
  [[nodiscard]] bool expects(TokenRange verb) const;
  // "Lena Fors ran 10 miles", unlike "Lena Fors expects revenue of $5m"
  [[nodiscard]] bool acts_in_person(const Draft& draft, TokenRange verb) const;
  // "win a share of the 100,000 tokens", "compete for $5,000": what many may have a part of, before any does.
  [[nodiscard]] bool is_shared(const Clauses& c, const Draft& draft) const;
  // "Growth potential: With a price of $5, …": the first chunk behind the words before a colon; 0 without.
  [[nodiscard]] std::size_t behind_label(const Clauses& c) const;

 private:
  [[nodiscard]] bool begins_clause(const Analysis& a, const Clauses& c, std::size_t chunk) const;

  const Looker& look_;
};

}  // namespace figmine::subjects
