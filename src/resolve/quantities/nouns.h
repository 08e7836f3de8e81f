// resolve/quantities/nouns: a noun that figures count, as their unit. Tested by tests/cases.
#pragma once

#include "resolve/quantities/sentence.h"

namespace figmine::quantities {

// "new stores" -> "{new store}"
[[nodiscard]] Unit counted(const SentenceView& sentence, TokenRange noun);

// Makes the noun what the mention counts, without the hyphen of "44-bed".
void set_noun(const SentenceView& sentence, TokenRange noun, Mention& mention);

}  // namespace figmine::quantities
