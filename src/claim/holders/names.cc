#include "claim/holders/names.h"

namespace figmine::holders {

TokenRange Names::before(std::size_t end) const {
  const std::size_t last = end - 1;
  if (!clauses_.is(last, Part::kPhrase) && !clauses_.is(last, Part::kOther)) return {};
  const std::size_t link = clauses_.before(last);
  const bool placed = link > 0 && is_preposition(look_, clauses_, link, "preposition.home");
  if (placed) {
    if (const TokenRange name = named_at(link - 1); !name.empty()) return name;
    if (look_.ending_at(analysis_, clauses_[last].range.end, "place") != nullptr) return {};
  }
  if (const TokenRange name = named_at(last); !name.empty()) return name;
  return namer_.name_ending(analysis_, clauses_[last].range.end);
}

// "Halden Park", "the Orvane project": a name, or a thing of some sort with its name.
TokenRange Names::named_at(std::size_t phrase) const {
  const TokenRange name = at(phrase);
  return name.empty() ? named_thing(phrase) : name;
}

// "the Orvane project": a thing of some sort with its name.
TokenRange Names::named_thing(std::size_t phrase) const {
  if (!clauses_.is(phrase, Part::kPhrase)) return {};
  const TokenRange words = look_.without_article(analysis_, clauses_[phrase].range);
  const bool thing = words.end > words.begin + 1 && look_.small_word_is(words.end - 1, "thing.named") &&
                     look_.is_name({words.begin, words.end - 1});
  return thing ? words : TokenRange{};
}

TokenRange Names::at(std::size_t chunk) const {
  if (!clauses_.is(chunk, Part::kPhrase)) return {};
  const TokenRange words = clauses_[chunk].range;
  return namer_.is_name(analysis_, words) && !namer_.stands_for_main(analysis_, words) ? words : TokenRange{};
}

}  // namespace figmine::holders
