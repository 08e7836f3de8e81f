#include "claim/entities/possessive_names.h"

namespace figmine::entities {

void PossessiveNames::note(const Analysis& a, TokenRange name, std::size_t entity) {
  Mentions& mentions = mentions_[entity];
  ++mentions.all;
  note_owned(a, name, mentions);
  note_headed(a, name, mentions);
  note_closed(a, name, mentions);
}

void PossessiveNames::note_owned(const Analysis& a, TokenRange name, Mentions& mentions) const {
  const std::uint32_t next = name.end + 1;
  if (next >= a.range.end || !look_.word_is(name.end, "possessive") || !look_.form(next).is(Shape::kCap))
    return;
  ++mentions.owning;
  const std::string text = look_.text_of({name.begin, next + 1});
  Whole& whole = mentions.wholes[fold(text)];
  if (whole.times++ == 0) whole.text = text;
}

// "House of Halden"; not "Director of Halden", "Shares of Halden". What opens a sentence is capitalised
// whatever it is: that alone makes no name.
void PossessiveNames::note_headed(const Analysis& a, TokenRange name, Mentions& mentions) const {
  if (name.begin < a.range.begin + 2 || !look_.small_word_is(name.begin - 1, "preposition.part")) return;
  const std::uint32_t head = name.begin - 2;
  const bool capital = look_.form(head).is(Shape::kCap) && !look_.form(head).is(Shape::kUpper);
  const bool other = look_.word_is(head, "person_title") || look_.word_is(head, "measure.noun") ||
                     look_.word_is(head, "office.noun") || look_.word_is(head, "people") ||
                     look_.word_is(head, "board.member") || look_.word_is(head, "government.noun");
  if (!capital || other) return;
  ++mentions.headed;
  if (head == a.range.begin) return;
  const std::string text = look_.text_of({head, name.end});
  Whole& whole = mentions.wholes[fold(text)];
  if (whole.times++ == 0) whole.text = text;
}

// "Halden's has 40 shops", "at Halden's, guests": nothing stands behind that could be Halden's.
void PossessiveNames::note_closed(const Analysis& a, TokenRange name, Mentions& mentions) const {
  if (name.end >= a.range.end || !look_.word_is(name.end, "possessive")) return;
  ++mentions.possessed;
  const std::uint32_t next = name.end + 1;
  if (next >= a.range.end) return;
  const std::string_view mark = look_.token_text(next);
  const bool verb = look_.form(next).is(Shape::kLower) && look_.beginning_at(a, next, "vg") != nullptr;
  const bool link = look_.small_word_is(next, "preposition") || look_.small_word_is(next, "joint.and");
  if (verb || link || mark == "," || mark == "." || mark == ")") ++mentions.closed;
  if (verb) ++mentions.acting;
}

// The name that most of the mentions are part of, where none of them stands alone; nullptr for "Halden's
// Office" of one who is also called Halden, and for a place.
const PossessiveNames::Whole* PossessiveNames::whole_of(const Entity& entity,
                                                        const Mentions& mentions) const {
  constexpr int kFewest = 3;
  constexpr int kPart = 4;  // of four mentions one may stand alone where "of" tells the name
  const bool headed = mentions.headed * kPart >= mentions.all * (kPart - 1);
  if ((mentions.owning < mentions.all && !headed) || entity.type == "place" || entity.type == "person")
    return nullptr;
  for (const auto& [folded, whole] : mentions.wholes) {
    if (whole.times >= kFewest && whole.times * 2 >= mentions.all) return &whole;
  }
  return nullptr;
}

// The name by which the article means the entity; empty where that is its own.
std::string PossessiveNames::name_of(const Entity& entity, const Mentions& mentions) const {
  constexpr int kFewest = 2;
  if (const Whole* whole = whole_of(entity, mentions); whole != nullptr) return whole->text;
  const bool named = entity.type != "place" && entity.type != "person" && mentions.closed >= kFewest &&
                     mentions.acting > 0 && mentions.possessed == mentions.all;
  return named ? entity.name + "'s" : std::string();
}

void PossessiveNames::rename() {
  for (const auto& [index, mentions] : mentions_) {
    const std::string name = name_of(roll_.parts.list[index], mentions);
    if (!name.empty()) roll_.rename(index, name, mentions.all);
  }
}

}  // namespace figmine::entities
