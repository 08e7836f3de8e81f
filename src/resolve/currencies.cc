#include "resolve/currencies.h"

#include <algorithm>
#include <set>

#include "base/lexer.h"

namespace figmine {
namespace {

// Where amounts begin and end: a code beside none ("NAD+ treatments") is no currency's.
struct AmountEdges {
  std::set<std::uint32_t> begins;
  std::set<std::uint32_t> ends;
};

AmountEdges amount_edges(const Analysis& analysis, const Program& program) {
  const std::uint32_t type = program.types.find("amt");
  AmountEdges out;
  for (const Annotation& annotation : analysis.annotations) {
    if (annotation.type != type) continue;
    out.begins.insert(annotation.range.begin);
    out.ends.insert(annotation.range.end);
  }
  return out;
}

// The currency of the longest tail of "toronto, ontario" that the lexicon has as a place of the type.
std::string currency_of_tail(const Program& program, Wanted type, std::string_view place) {
  constexpr std::string_view kApart = ", -";
  while (!place.empty()) {
    if (const std::uint32_t row = program.lookup(type, place); row != kNone)
      return std::string(program.row_attribute(row, "currency"));
    if (place.back() == '.' || kApart.find(place.back()) != std::string_view::npos) {
      place.remove_suffix(1);
      continue;
    }
    const std::size_t end = place.find_first_of(kApart);
    const std::size_t next = end == std::string_view::npos ? end : place.find_first_not_of(kApart, end);
    place = next == std::string_view::npos ? std::string_view() : place.substr(next);
  }
  return {};
}

// How often places are named that pay in each currency.
std::map<std::string, int> lands_named(const std::vector<Analysis>& analyses, const Program& program) {
  const std::uint32_t place = program.types.find("place");
  std::map<std::string, int> out;
  for (const Analysis& analysis : analyses) {
    if (!analysis.holds(place)) continue;
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.type != place || annotation.row == kNone) continue;
      const std::string_view currency = program.row_attribute(annotation.row, "currency");
      if (!currency.empty()) ++out[std::string(currency)];
    }
  }
  return out;
}

// Whether the article names the land of the currency, and no other one as often: a "Calgary, AB" alone may
// tell of prices elsewhere.
bool is_named_most(const std::vector<Analysis>& analyses, const Program& program,
                   const std::string& currency) {
  const std::uint32_t land = program.types.find("land.word");
  std::map<std::string_view, int> named;
  for (const Analysis& analysis : analyses) {
    if (!analysis.holds(land)) continue;
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.type == land && annotation.row != kNone)
        ++named[program.row_attribute(annotation.row, "currency")];
    }
  }
  const int own = named[currency];
  return own > 0 && std::all_of(named.begin(), named.end(), [&](const auto& other) {
           return other.first == currency || other.second < own;
         });
}

}  // namespace

CurrencyContext read_currencies(const std::vector<Analysis>& analyses, const Program& program,
                                const Document& document) {
  CurrencyContext out;
  const std::uint32_t prefix = program.types.find("curp");
  const std::uint32_t word = program.types.find("curw");
  const std::uint32_t note = program.types.find("currency_note");
  const std::uint32_t listed = program.types.find("listed");
  for (const Analysis& analysis : analyses) {
    if (!analysis.holds(prefix) && !analysis.holds(word) && !analysis.holds(note) && !analysis.holds(listed))
      continue;
    const AmountEdges amounts = amount_edges(analysis, program);
    for (const Annotation& annotation : analysis.annotations) {
      const std::uint32_t type = annotation.type;
      if (type != prefix && type != word && type != note && type != listed) continue;
      const bool beside =
          amounts.begins.count(annotation.range.end) > 0 || amounts.ends.count(annotation.range.begin) > 0;
      if (type == prefix && !beside) continue;
      const std::string codes = feature_text(program, annotation, "codes");
      if (codes.empty() || codes.find(' ') != std::string::npos) continue;
      if (type == note) {
        out.declared = codes;
      } else if (type == listed) {
        if (out.listed.empty()) out.listed = codes;
      } else {
        ++out.named[codes];
      }
    }
  }
  out.lands = lands_named(analyses, program);
  if (document.metadata.place) {
    const std::string place = fold(*document.metadata.place);
    out.local = currency_of_tail(program, "place", place);
    const std::string home = currency_of_tail(program, "place.short", place);
    if (out.local.empty() && !home.empty() && is_named_most(analyses, program, home)) out.local = home;
  }
  return out;
}

}  // namespace figmine
