// claim/holders: whose a figure is where a name stands beside it: "Halden (2.86%)", "28% at Tavora and 17%
// at Corlan", "a library with 9 million maps", "€4bn spent by brewers". Tested by tests/cases.
#pragma once

#include "claim/naming.h"

namespace figmine {

struct Holder {
  TokenRange words;  // empty where nobody stands there
  std::string_view rule;
};

// Whether the phrase only tells where something is: "a company in Norway".
[[nodiscard]] bool is_home(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                           std::size_t phrase);

// Whether the phrase says what its verb's subject is: "Acme is a consultancy", "became a hurricane".
[[nodiscard]] bool is_predicate(const Looker& look, const Clauses& clauses, std::size_t phrase);

// "keeps its place as the largest maker": whether the phrase says what somebody is, behind "as".
[[nodiscard]] bool is_role(const Looker& look, const Clauses& clauses, std::size_t phrase);

// Whether what stands behind "with" is somebody else's: "supplied Tolvik with six pumps", "holds a portfolio
// with 50 patents", "has grown into a network with 300 shops".
[[nodiscard]] bool bears_for_another(const Looker& look, const Clauses& clauses, std::size_t phrase);

[[nodiscard]] Holder holder_beside(const Namer& namer, const Looker& look, const Analysis& analysis,
                                   const Clauses& clauses, const Draft& draft);

// "Vexa Ink, a plain yet quick tool": the name before the comma, for the last phrase of what is set beside
// it.
[[nodiscard]] TokenRange name_described(const Namer& namer, const Looker& look, const Analysis& analysis,
                                        const Clauses& clauses, std::size_t phrase);

}  // namespace figmine
