// claim/attribution/speech: that somebody says something in a sentence, as a rule of the layer `speech` found
// it. Tested by tests/cases and the corpus.
#pragma once

#include <string>

#include "claim/draft.h"

namespace figmine::attribution {

struct Speech {
  std::size_t sentence = 0;
  TokenRange whole;
  TokenRange speaker;  // the name alone
  TokenRange role;
  std::string verb;
  bool behind = false;    // the speaker stands behind the verb, or behind "according to"
  bool in_quote = false;  // the speaker is one whom a quote tells of
};

}  // namespace figmine::attribution
