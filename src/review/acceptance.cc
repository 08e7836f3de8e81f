#include "review/acceptance.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace figmine {
namespace {

// What Cohen's kappa tells apart.
constexpr std::size_t kCategories = 3;
std::optional<std::size_t> category_of(Action action) {
  switch (action) {
    case Action::kAccept:
      return 0;
    case Action::kEdit:
      return 1;
    case Action::kReject:
      return 2;
    case Action::kAdd:
    case Action::kUndo:
    case Action::kRedo:
      break;
  }
  return std::nullopt;
}

// Two reviewers' decisions, crossed.
struct Crossed {
  std::int64_t same = 0;
  std::array<std::array<std::int64_t, kCategories>, kCategories> counts{};

  void add(const Decision& first, const Decision& second) {
    const std::optional<std::size_t> row = category_of(first.action), column = category_of(second.action);
    if (!row || !column) return;
    ++counts[*row][*column];
    if (row == column && first.changes == second.changes) ++same;
  }

  [[nodiscard]] Agreement agreement(const std::string& first, const std::string& second) const {
    std::array<double, kCategories> rows{}, columns{};
    double all = 0, diagonal = 0, chance = 0;
    for (std::size_t row = 0; row < kCategories; ++row) {
      for (std::size_t column = 0; column < kCategories; ++column) {
        const auto count = static_cast<double>(counts[row][column]);
        rows[row] += count;
        columns[column] += count;
        all += count;
        if (row == column) diagonal += count;
      }
    }
    for (std::size_t i = 0; i < kCategories; ++i) chance += rows[i] * columns[i] / (all * all);
    const double kappa = chance < 1 ? (diagonal / all - chance) / (1 - chance) : 1;
    return {first, second, static_cast<std::int64_t>(all), same, kappa};
  }
};

void count(RuleReview& rule, const Decision& decision) {
  if (decision.action == Action::kAccept) ++rule.accepted;
  if (decision.action == Action::kReject) {
    ++rule.rejected;
    ++rule.reasons[decision.reason.empty() ? "no reason" : decision.reason];
  }
  if (decision.action != Action::kEdit) return;
  ++rule.edited;
  for (const auto& [field, change] : decision.changes) ++rule.reasons["edit: " + field];
}

}  // namespace

ReviewStats acceptance_of(const Ledger& ledger) {
  ReviewStats out;
  std::map<std::string, RuleReview> rules;
  std::map<std::pair<std::string, std::string>, Crossed> pairs;
  for (const auto& [key, verdict] : ledger.verdicts()) {
    if (verdict.state() == ReviewState::kOpen) continue;
    ++out.decided;
    ++out.states[std::string(name_of(verdict.state()))];
    const auto& made = verdict.by_reviewer;
    for (auto first = made.begin(); first != made.end(); ++first) {
      for (const std::string& rule : first->second.rules) count(rules[rule], first->second);
      for (auto second = std::next(first); second != made.end(); ++second)
        pairs[{first->first, second->first}].add(first->second, second->second);
    }
  }
  for (auto& [name, rule] : rules) {
    rule.rule = name;
    out.rules.push_back(std::move(rule));
  }
  std::stable_sort(out.rules.begin(), out.rules.end(), [](const RuleReview& a, const RuleReview& b) {
    return std::tuple(a.edited + a.rejected, a.decided()) > std::tuple(b.edited + b.rejected, b.decided());
  });
  for (const auto& [names, crossed] : pairs) {
    Agreement agreement = crossed.agreement(names.first, names.second);
    if (agreement.both > 0) out.agreements.push_back(std::move(agreement));
  }
  return out;
}

Result<std::optional<ReviewStats>> acceptance_in(const std::filesystem::path& out) {
  const Result<Ledger> ledger = read_ledger(out);
  if (!ledger) return ledger.errors();
  ReviewStats stats = acceptance_of(ledger.value());
  return stats.decided == 0 ? std::optional<ReviewStats>() : std::optional(std::move(stats));
}

}  // namespace figmine
