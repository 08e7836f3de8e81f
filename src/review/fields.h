// review/fields: the fields of a fact that an editor may change, as texts by name: "value", "unit.code",
// "measure", "period.start", … An empty text stands for an absent field. Tested by tests/unit/review_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/fact.h"
#include "review/decision.h"

namespace figmine {

struct FieldInfo {
  std::string_view name;
  std::string_view label;                 // for people
  std::vector<std::string_view> choices;  // empty: free text
};

// In the order of a form.
[[nodiscard]] const std::vector<FieldInfo>& review_fields();

[[nodiscard]] std::string field_of(const Fact& fact, std::string_view name);

// Sets one field. The answer says what is wrong with `value` ("is no decimal number"), and the fact is as it
// was; empty: done.
[[nodiscard]] std::string set_field(Fact& fact, std::string_view name, const std::string& value);

// Every field that is there.
[[nodiscard]] std::map<std::string, std::string> fields_of(const Fact& fact);

// The fact as `decision` leaves it: its changes over it. Changes of unknown fields are passed over; what was
// worked out of a number or unit that changed (SI value, fraction, …) goes.
void apply_changes(Fact& fact, const Decision& decision);

// Hash of what an editor sees of a fact: all but id, rules and score. Another hash: the fact changed since.
// `fact` is its JSON as in a record or in a line of facts.jsonl.
[[nodiscard]] std::string seen_as(std::string_view fact);

}  // namespace figmine
