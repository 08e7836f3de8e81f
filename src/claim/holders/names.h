// claim/holders/names: names that stand at a place of the sentence. Tested by tests/cases.
#pragma once

#include "claim/holders/sentence.h"

namespace figmine::holders {

// Looks at one sentence; changes nothing. Words are empty where nobody stands there.
class Names {
 public:
  explicit Names(const Sentence& sentence)
      : namer_(sentence.namer),
        look_(sentence.look),
        analysis_(sentence.analysis),
        clauses_(sentence.clauses) {}

  // The chunk's words where they are a name, but not one that stands for the article's subject.
  [[nodiscard]] TokenRange at(std::size_t chunk) const;
  // "Halden Park,", "the Orvane project in northern Norway,": the name that ends before the comma or verb,
  // without where it is.
  [[nodiscard]] TokenRange before(std::size_t end) const;

 private:
  [[nodiscard]] TokenRange named_at(std::size_t phrase) const;
  [[nodiscard]] TokenRange named_thing(std::size_t phrase) const;

  const Namer& namer_;
  const Looker& look_;
  const Analysis& analysis_;
  const Clauses& clauses_;
};

}  // namespace figmine::holders
