// review/decision: what an editor decided of one fact, as a line of a log. A log is only ever added to;
// undoing is a line of its own. Tested by tests/unit/review_test.cc.
//   {"id","time","reviewer","article","fact","action","reason"?,"changes"?{field:{"before","after"}},"of"?,"group"?,
//    "fact_sha256","rules"?[…]}
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figmine {

// The values of a field before and after; empty: absent. Fields are named as in review/fields.h.
struct FieldChange {
  std::string before;
  std::string after;
  bool operator==(const FieldChange&) const = default;
};

enum class Action {
  kAccept,
  kReject,
  kEdit,  // right but for `changes`; counts as accepted
  kAdd,   // a fact that the program missed, made up of `changes`
  kUndo,  // takes back `of`
  kRedo,  // takes back the undoing of `of`
};

// Plain value.
struct Decision {
  std::string id;    // "anna-17": unique in a store
  std::string time;  // UTC, ISO 8601 with seconds
  std::string reviewer;
  std::string article;  // name in the catalogue
  std::string fact;     // id of the record; of an added one, what the program would give it
  Action action = Action::kAccept;
  std::string reason;  // why rejected: one of reject_reasons(), or the reviewer's own words
  std::map<std::string, FieldChange> changes;
  std::string of;           // id of the decision, or of the group of decisions, that is undone or redone
  std::string group;        // shared by the decisions of one keystroke
  std::string fact_sha256;  // of the fact as the reviewer saw it: see seen_as()
  std::vector<std::string> rules;  // that made the fact
};

[[nodiscard]] std::string_view name_of(Action action);
// One JSON object without a line end.
[[nodiscard]] std::string to_line(const Decision& decision);
// Nothing where the line is no decision.
[[nodiscard]] std::optional<Decision> decision_from_line(std::string_view line);

// What a fact is rejected for, in the order of their digits on the page: "no_claim", "value", …
[[nodiscard]] const std::vector<std::string>& reject_reasons();

}  // namespace figmine
