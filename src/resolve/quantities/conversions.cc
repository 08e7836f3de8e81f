#include "resolve/quantities/conversions.h"

#include <utility>

namespace figmine::quantities {
namespace {

void tell_apart(Quantity& a, Quantity& b) {
  if (a.kind != "money" || b.kind != "money" || !a.unit || !b.unit || a.unit->code != b.unit->code) return;
  if (a.unit->candidates.empty() == b.unit->candidates.empty()) return;
  Unit& bare = a.unit->candidates.empty() ? *b.unit : *a.unit;
  std::swap(bare.code, bare.candidates.front().code);
  std::swap(bare.name, bare.candidates.front().name);
  bare.candidates.front().evidence = "chosen instead: the amount is a conversion";
}

}  // namespace

void tell_conversions_apart(const SentenceView& sentence, std::vector<Mention>& mentions) {
  const std::uint32_t end = sentence.analysis().range.end;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    std::uint32_t at = mentions[i].range.end;
    if (at >= end || sentence.text_of({at, at + 1}) != "(") continue;
    while (at < end && sentence.text_of({at, at + 1}) != ")") ++at;
    for (std::size_t j = i + 1; j < mentions.size() && mentions[j].range.begin < at; ++j)
      tell_apart(mentions[i].quantity, mentions[j].quantity);
  }
}

}  // namespace figmine::quantities
