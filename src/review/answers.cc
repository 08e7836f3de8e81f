#include "review/answers.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace figmine {
namespace {

void write_state(JsonText& to, const FactRow& row) {
  to.key("state").text(name_of(row.state));
  if (row.changed) to.key("changed").flag(true);
}

}  // namespace

void write_states(JsonText& to, const FactIndex& index) {
  std::map<std::string_view, std::size_t> counts;
  for (const FactRow& row : index.rows()) {
    ++counts[name_of(row.state)];
    if (row.changed) ++counts["changed"];
  }
  for (const auto& [state, count] : counts) to.key(state).number(count);
}

void write_counts(JsonText& to, const std::vector<std::pair<std::string, int>>& counts) {
  constexpr std::size_t kMost = 200;
  const std::vector<std::pair<std::string, int>> top(
      counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(std::min(counts.size(), kMost)));
  to.array(top, [&](const auto& item) {
    to.object([&] {
      to.key("name").text(item.first);
      to.key("count").number(static_cast<std::size_t>(item.second));
    });
  });
}

void write_field(JsonText& to, const FieldInfo& field) {
  to.object([&] {
    to.key("name").text(field.name);
    to.key("label").text(field.label);
    if (!field.choices.empty())
      to.key("choices").array(field.choices, [&](std::string_view choice) { to.text(choice); });
  });
}

void write_row(JsonText& to, const FactIndex& index, const FactRow& row) {
  to.object([&] {
    to.key("id").text(row.id);
    to.key("amount").text(row.amount);
    for (std::size_t i = 0; i < kColumns; ++i) {
      const auto column = static_cast<RowColumn>(i);
      if (const std::string& text = index.text(row, column); !text.empty())
        to.key(name_of(column)).text(text);
    }
    to.key("score").number(row.score);
    to.key("rules").array(row.rules, [&](std::uint32_t rule) { to.text(index.rule(rule)); });
    write_state(to, row);
  });
}

void write_fields(JsonText& to, const Fact& fact) {
  to.object([&] {
    for (const auto& [name, value] : fields_of(fact)) to.key(name).text(value);
  });
}

void write_verdict(JsonText& to, const FactIndex& index, const FactKey& key, const Verdict& verdict) {
  to.object([&] {
    to.key("state").text(name_of(verdict.state()));
    const FactRow* row = index.row_of(key);
    if (row != nullptr && row->changed) to.key("changed").flag(true);
    to.key("decisions").array(verdict.by_reviewer, [&](const auto& item) { to.raw(to_line(item.second)); });
  });
}

}  // namespace figmine
