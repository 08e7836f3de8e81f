#include "resolve/money.h"

#include <algorithm>

namespace figmine {
namespace {

std::vector<std::string> split_codes(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool contains(const std::vector<std::string>& list, const std::string& code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

}  // namespace

ChosenCurrency choose_currency(std::string_view codes, const CurrencyContext& context) {
  const std::vector<std::string> candidates = split_codes(codes);
  ChosenCurrency out;
  if (candidates.empty()) return out;
  std::string evidence = "most frequent meaning";
  out.code = candidates.front();
  if (candidates.size() == 1) return out;
  int most = 0;
  if (contains(candidates, context.declared)) {
    out.code = context.declared;
    evidence = "the article states its currency";
  } else {
    for (const std::string& candidate : candidates) {
      const auto named = context.named.find(candidate);
      if (named == context.named.end() || named->second <= most) continue;
      most = named->second;
      out.code = candidate;
      evidence = "written in full elsewhere in the article";
    }
    if (most == 0 && contains(candidates, context.local)) {
      out.code = context.local;
      evidence = "currency of the dateline's country";
    }
  }
  constexpr std::size_t kShown = 3;  // other candidates worth telling
  for (const std::string& candidate : candidates) {
    if (candidate != out.code && out.others.size() < kShown)
      out.others.push_back({"", candidate, "chosen instead: " + evidence});
  }
  return out;
}

std::string minor_unit_name(const std::string& currency, const std::string& minor) {
  if (minor.empty()) return currency;
  const std::size_t space = currency.rfind(' ');
  return (space == std::string::npos ? currency : currency.substr(0, space)) + " " + minor;
}

}  // namespace figmine
