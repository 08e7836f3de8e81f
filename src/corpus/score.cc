#include "corpus/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/decimal.h"
#include "base/lexer.h"

namespace figmine {
namespace {

const std::set<std::string, std::less<>>& stop_words() {
  static const std::set<std::string, std::less<>> kWords = {
      "the",  "a",    "an",  "of",   "in",  "on",   "at",   "to",    "for",   "by",    "and", "or", "with",
      "from", "its",  "his", "her",  "our", "your", "this", "these", "those", "that",  "as",  "is", "are",
      "was",  "were", "be",  "been", "has", "have", "had",  "it",    "they",  "their", "my"};
  return kWords;
}

std::string stem(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return word;
  for (const std::string_view ending : {"ches", "shes", "xes", "sses", "zes"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - 2);
  }
  return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

std::multiset<std::string> words_of(std::string_view text) {
  std::multiset<std::string> out;
  for (const RawToken& token : lex(text)) {
    if (token.kind == TokenKind::kPunctuation) continue;
    const std::string word = fold(slice(text, token.span));
    if (word == "'s" || stop_words().contains(word)) continue;
    out.insert(stem(word));
  }
  return out;
}

bool close(const std::optional<std::string>& got, const std::optional<std::string>& wanted) {
  if (!got || !wanted) return !got && !wanted;
  const std::optional<Decimal> a = Decimal::parse(*got);
  const std::optional<Decimal> b = Decimal::parse(*wanted);
  if (!a || !b) return false;
  const Decimal difference = *a < *b ? *b - *a : *a - *b;
  const Decimal size = b->is_negative() ? -*b : *b;
  const bool small = size < Decimal(1);  // gold writes fractions to four digits
  return difference <=
         size * (small ? Decimal(Integer(2), -4) : Decimal(Integer(1), -5)) + Decimal(Integer(1), -8);
}

bool same_value(const GoldFact& gold, const Quantity& quantity) {
  const bool range = gold.op.back() == "..";
  if (range != (quantity.op == "..")) return false;
  return range ? close(quantity.low, gold.low) && close(quantity.high, gold.high)
               : close(quantity.value, gold.value);
}

template <class List, class Got>
bool any_of(const List& readings, const Got& got) {
  return std::find(readings.begin(), readings.end(), got) != readings.end();
}

bool unit_right(const GoldFact& gold, const Quantity& quantity) {
  const Unit unit = quantity.unit.value_or(Unit{});
  return std::any_of(gold.unit.begin(), gold.unit.end(), [&](const std::string& wanted) {
    if (quantity.kind == "money" && wanted.size() == 3) return unit.code == wanted;
    if (wanted == "%") return quantity.kind == "percent";
    if (wanted == "pp") return quantity.kind == "percentage_points";
    if (wanted == "bp") return quantity.kind == "basis_points";
    if (wanted.empty())
      return unit.name.empty() || quantity.kind == "multiple" || quantity.kind == "rank" ||
             quantity.kind == "index" || quantity.kind == "number" || quantity.kind == "ratio" ||
             quantity.kind == "score" || quantity.kind == "fraction";
    if (wanted == unit.text || wanted == unit.code || wanted == unit.name) return true;
    const auto last_word = [](const std::string& text) {
      const std::string folded = fold(text);
      const std::size_t space = folded.find_last_of(" -");
      return stem(space == std::string::npos ? folded : folded.substr(space + 1));
    };
    return last_word(wanted) == last_word(unit.name) || last_word(wanted) == last_word(unit.text);
  });
}

bool change_right(const GoldFact& gold, const Fact& fact) {
  return std::any_of(gold.change.begin(), gold.change.end(), [&](const std::optional<GoldChange>& wanted) {
    if (!wanted) return !fact.change;
    return fact.change && fact.change->direction == wanted->direction && fact.change->role == wanted->role;
  });
}

bool period_right(const GoldFact& gold, const Fact& fact) {
  return std::any_of(gold.period.begin(), gold.period.end(), [&](const std::optional<GoldPeriod>& wanted) {
    if (!wanted || (wanted->start.empty() && wanted->end.empty())) return !fact.period;
    return fact.period && fact.period->start == wanted->start && fact.period->end == wanted->end;
  });
}

bool phrase_right(const std::vector<std::string>& readings, std::initializer_list<std::string_view> got) {
  constexpr double kEnough = 0.5;
  return std::any_of(readings.begin(), readings.end(), [&](const std::string& wanted) {
    return std::any_of(got.begin(), got.end(),
                       [&](std::string_view text) { return phrase_overlap(wanted, text) >= kEnough; });
  });
}

std::map<std::string, bool> compare(const GoldFact& gold, const Fact& fact) {
  const Quantity& quantity = fact.quantity;
  std::map<std::string, bool> out;
  out["kind"] = any_of(gold.kind, quantity.kind);
  out["op"] = any_of(gold.op, quantity.op);
  out["approx"] = any_of(gold.approx, quantity.approx);
  out["unit"] = unit_right(gold, quantity);
  out["per"] = phrase_right(gold.per, {quantity.unit ? std::string_view(quantity.unit->per) : ""});
  out["measure"] = phrase_right(gold.measure, {fact.measure ? std::string_view(fact.measure->text) : ""});
  out["subject"] = fact.subject ? phrase_right(gold.subject, {fact.subject->text, fact.subject->name})
                                : phrase_right(gold.subject, {""});
  out["share_of"] = phrase_right(gold.share_of, {fact.share_of ? std::string_view(fact.share_of->text) : ""});
  out["change"] = change_right(gold, fact);
  out["period"] = period_right(gold, fact);
  out["status"] = any_of(gold.status, fact.status);
  const bool carried = fact.attribution && fact.attribution->inferred && any_of(gold.speaker, std::string());
  out["speaker"] =
      carried ||
      phrase_right(gold.speaker, {fact.attribution ? std::string_view(fact.attribution->speaker) : ""});
  for (const std::string& field : gold.unsure) out.erase(field);
  return out;
}

bool is_whole(const std::map<std::string, bool>& fields) {
  for (const char* name : {"kind", "op", "approx", "unit", "measure", "change", "period", "status"}) {
    const auto it = fields.find(name);
    if (it != fields.end() && !it->second) return false;
  }
  return true;
}

std::string list_wrong(const std::map<std::string, bool>& fields, const GoldFact& gold, const Fact& fact) {
  std::string out;
  const auto add = [&](const char* name, const std::string& wanted, const std::string& got) {
    const auto it = fields.find(name);
    if (it != fields.end() && !it->second)
      out += fmt::format("\n      {:<8} wanted '{}' got '{}'", name, wanted, got);
  };
  const auto change_text = [](const std::string& direction, const std::string& role) {
    return direction + "/" + role;
  };
  add("kind", gold.kind.back(), fact.quantity.kind);
  add("op", gold.op.back(), fact.quantity.op);
  add("approx", gold.approx.back() ? "true" : "false", fact.quantity.approx ? "true" : "false");
  add("unit", gold.unit.back(), fact.quantity.unit ? fact.quantity.unit->name : "");
  add("per", gold.per.back(), fact.quantity.unit ? fact.quantity.unit->per : "");
  add("measure", gold.measure.back(), fact.measure ? fact.measure->text : "");
  add("subject", gold.subject.back(), fact.subject ? fact.subject->name : "");
  add("share_of", gold.share_of.back(), fact.share_of ? fact.share_of->text : "");
  add("change",
      gold.change.back() ? change_text(gold.change.back()->direction, gold.change.back()->role) : "none",
      fact.change ? change_text(fact.change->direction, fact.change->role) : "none");
  add("period", gold.period.back() ? gold.period.back()->start + ".." + gold.period.back()->end : "none",
      fact.period ? fact.period->start + ".." + fact.period->end : "none");
  add("status", gold.status.back(), fact.status);
  add("speaker", gold.speaker.back(), fact.attribution ? fact.attribution->speaker : "");
  return out;
}

}  // namespace

double phrase_overlap(std::string_view a, std::string_view b) {
  const std::multiset<std::string> left = words_of(a);
  const std::multiset<std::string> right = words_of(b);
  if (left.empty() && right.empty()) return 1;
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

double f1(int hits, int wanted, int got) { return wanted + got == 0 ? 0 : 200.0 * hits / (wanted + got); }

void Score::add(const Score& other) {
  wanted += other.wanted;
  got += other.got;
  found += other.found;
  exact_spans += other.exact_spans;
  whole += other.whole;
  for (const auto& [name, field] : other.fields) {
    fields[name].right += field.right;
    fields[name].asked += field.asked;
  }
  differences.insert(differences.end(), other.differences.begin(), other.differences.end());
}

Score score_article(const GoldArticle& gold, const DocumentResult& result) {
  Score score;
  std::vector<const Fact*> left;
  for (const Fact& fact : result.facts) {
    if (fact.claim) left.push_back(&fact);
  }
  score.wanted = static_cast<int>(gold.facts.size());
  score.got = static_cast<int>(left.size());
  for (const GoldFact& wanted : gold.facts) {
    if (!wanted.span) continue;
    const auto fits = [&](const Fact* fact) {
      return fact->quantity.span.overlaps(*wanted.span) && same_value(wanted, fact->quantity);
    };
    auto it = std::find_if(left.begin(), left.end(), [&](const Fact* fact) {
      return fits(fact) && fact->quantity.span == *wanted.span;
    });
    if (it == left.end()) it = std::find_if(left.begin(), left.end(), fits);
    if (it == left.end()) {
      score.differences.push_back(fmt::format("  - missed '{}' in '{}'", wanted.quote, wanted.near));
      continue;
    }
    const Fact& fact = **it;
    left.erase(it);
    ++score.found;
    score.exact_spans += fact.quantity.span == *wanted.span ? 1 : 0;
    const std::map<std::string, bool> fields = compare(wanted, fact);
    for (const auto& [name, right] : fields) {
      score.fields[name].asked += 1;
      score.fields[name].right += right ? 1 : 0;
    }
    score.whole += is_whole(fields) ? 1 : 0;
    if (const std::string wrong = list_wrong(fields, wanted, fact); !wrong.empty())
      score.differences.push_back(fmt::format("  ~ '{}' in '{}'{}", wanted.quote, wanted.near, wrong));
  }
  for (const Fact* fact : left)
    score.differences.push_back(fmt::format("  + '{}' is no gold fact, in '{}'", fact->quantity.text,
                                            slice(result.text, fact->sentence)));
  return score;
}

}  // namespace figmine
