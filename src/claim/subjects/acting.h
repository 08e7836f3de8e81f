// claim/subjects/acting: a verb that governs a figure, with its subject. Tested by tests/cases and the
// corpus.
#pragma once

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Chunks of the figure's sentence.
struct Acting {
  std::size_t verb = 0;
  std::size_t subject = 0;
  TokenRange chain;       // the subject with all that is joined to it
  bool relative = false;  // "which has"
  bool measured = false;  // a nearer verb's subject was the measure: what this one does is another matter
};

}  // namespace figmine::subjects
