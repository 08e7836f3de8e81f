#include "resolve/quantities/shared_units.h"

#include "resolve/quantities/joints.h"
#include "resolve/quantities/magnitudes.h"
#include "resolve/quantities/nouns.h"

namespace figmine::quantities {
namespace {

// "14 tenant-run and 6 managed homes": the words that describe the first number's things; empty where none.
TokenRange described_behind(const SentenceView& sentence, std::uint32_t at) {
  for (const std::uint32_t index : sentence.analysis().beginning_at(at)) {
    const Annotation& annotation = sentence.annotation(index);
    if (sentence.is(annotation, "describing")) return annotation.range;
  }
  return {at, at};
}

bool begins_with_noun(const SentenceView& sentence, std::uint32_t at) {
  for (const std::uint32_t index : sentence.analysis().beginning_at(at)) {
    const Annotation& annotation = sentence.annotation(index);
    if (sentence.is(annotation, "nn") || sentence.is(annotation, "nns")) return true;
  }
  return false;
}

// "managed holiday homes": without the words that describe this number's things only.
TokenRange bare_noun(const SentenceView& sentence, TokenRange noun) {
  while (noun.end - noun.begin > 1 && !begins_with_noun(sentence, noun.begin)) ++noun.begin;
  return noun;
}

// "9,100, or 22% of them": thousands are no percentage.
bool is_counted(const SentenceView& sentence, const Mention& mention, const Mention& next) {
  constexpr int kMost = 1000;
  const std::optional<Scaled> own = scaled(sentence, mention);
  return next.quantity.unit->code == "%" && own && !(own->base * own->magnitude < Decimal(kMost));
}

// Whether what stands between joins the figure to the next one, as the last but one of a list or otherwise.
bool closes_list(const SentenceView& sentence, const Mention& mention, const Mention& next,
                 const std::string& text, std::string_view word) {
  return sentence.program().lookup("joint", word) != kNone ||
         sentence.program().lookup("joint.size", word) != kNone || is_old_and_new(sentence, mention, word) ||
         is_part(sentence, mention, next) || is_pair_of_measures(mention, next, text);
}

// "down from 22.0, and 43 schools shut": what the number behind a comma counts does something, and no list
// of three or more ends there.
bool counts_doers(const SentenceView& sentence, const std::vector<Mention>& mentions, std::size_t next,
                  std::string_view between) {
  if (!between.starts_with(',') || between == "," || mentions[next].noun.empty()) return false;
  bool does = false;
  for (const std::uint32_t index : sentence.analysis().beginning_at(mentions[next].noun.end))
    does = does || sentence.is(sentence.annotation(index), "vg");
  if (!does || next < 2) return does;
  const std::string before =
      separator(sentence, mentions[next - 2].range.end, mentions[next - 1].range.begin);
  return without(before, '-') != ",";  // "one-, two-, and three-room flats"
}

}  // namespace

void share_units(const SentenceView& sentence, std::vector<Mention>& mentions) {
  bool joined = false;  // a conjunction closes the list
  for (std::size_t i = mentions.size(); i-- > 1;) {
    Mention& mention = mentions[i - 1];
    const Mention& next = mentions[i];
    const TokenRange described = described_behind(sentence, mention.range.end);
    const std::string text = separator(sentence, described.end, next.range.begin);
    const std::string_view between = without(text, '-');  // "a 3- or 4-inch brush"
    const std::string_view word = without(between, ',');
    joined =
        (closes_list(sentence, mention, next, text, word) && !counts_doers(sentence, mentions, i, between)) ||
        (joined && (between == "," || between == ";"));
    const auto& known = next.quantity.unit;
    const bool does = sentence.has(sentence.annotation(next.annotation), "verb");  // "to 13 and halved it"
    const bool apart = does || (!described.empty() && next.noun.empty());          // "14 new and 6 kg"
    if (joined && known && !apart && mention.non_claim.empty() && next.non_claim.empty() &&
        mention.quantity.kind == "number" && !mention.quantity.unit && !is_counted(sentence, mention, next)) {
      mention.unit = next.unit;
      mention.noun = next.noun;
      mention.minor = next.minor;
      take_unit(mention.quantity, next.quantity, next);
      if (!described.empty() && !next.noun.empty())
        set_noun(sentence, bare_noun(sentence, next.noun), mention);
    } else {
      joined = joined && mention.quantity.unit && known && mention.quantity.unit->code == known->code;
    }
  }
}

}  // namespace figmine::quantities
