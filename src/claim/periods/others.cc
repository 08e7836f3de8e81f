#include "claim/periods/others.h"

namespace figmine::periods {

bool Others::have(const Draft& draft, const TimeSpan& time) const {
  const TokenRange gap = tokens_between(draft, time);
  if (static_cast<int>(gap.end - gap.begin) > kFar)
    return false;  // a walk over such a sentence is not linear
  return names_with_years_.is_in_name(draft.sentence, time) ||
         names_with_years_.is_named_year(draft.sentence, time) ||
         other_things_.bounds_record(draft.sentence, time) || asides_.dates_participle(draft, time) ||
         deadlines_.is_deadline_ahead(draft, time) || deadlines_.is_of_what_comes(draft, time) ||
         other_verbs_.own(draft, time) || other_clauses_.is_of_past_clause(draft, time) ||
         other_clauses_.is_of_next_clause(draft, time) || other_clauses_.opens_next_clause(draft, time) ||
         asides_.dates_aside(draft, time) || asides_.is_before_holding(draft, time) ||
         names_with_years_.is_year_of_name(draft, time) || other_clauses_.is_past_relative(draft, time) ||
         other_clauses_.is_in_relative(draft, time) || other_clauses_.is_of_other_content(draft, time) ||
         other_clauses_.is_of_insertion_before(draft, time) ||
         other_clauses_.is_of_what_came_before(draft, time) || asides_.is_in_apposition(draft, time) ||
         other_clauses_.is_of_start_ahead(draft, time) || other_things_.is_ranked(draft.sentence, time);
}

}  // namespace figmine::periods
