#include "resolve/quantities/nouns.h"

#include "resolve/singular.h"

namespace figmine::quantities {

Unit counted(const SentenceView& sentence, TokenRange noun) {
  const std::string written = sentence.text_of(noun);
  const std::size_t space = written.find_last_of(" -");
  const std::string head = space == std::string::npos ? written : written.substr(space + 1);
  const std::string rest = space == std::string::npos ? "" : written.substr(0, space + 1);
  std::string name = rest + singular(sentence.program(), head);
  if (name.size() > 1 && name.front() == '$') name.erase(0, 1);  // "40 $CORL"
  return Unit{written, name, "{" + name + "}", "ucum", "", {}};
}

void set_noun(const SentenceView& sentence, TokenRange noun, Mention& mention) {
  while (noun.end - noun.begin > 1 && sentence.text_of({noun.begin, noun.begin + 1}) == "-")
    ++noun.begin;  // "44-bed"
  mention.noun = noun;
  mention.quantity.unit = counted(sentence, noun);
}

}  // namespace figmine::quantities
