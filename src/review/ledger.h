// review/ledger: the logs of all reviewers -> what is decided of each fact. A store's logs are
// OUT/review/<reviewer>.jsonl; putting another reviewer's file beside them merges it. Tested by
// tests/unit/review_test.cc.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/descriptor.h"
#include "figmine/result.h"
#include "review/decision.h"

namespace figmine {

enum class ReviewState { kOpen, kAccepted, kEdited, kRejected, kAdded, kConflict };
[[nodiscard]] std::string_view name_of(ReviewState state);

// What stands of one fact: the last decision of each reviewer that is not undone.
struct Verdict {
  std::map<std::string, Decision> by_reviewer;
  // Conflict: two reviewers decided otherwise. Else what all of them decided.
  [[nodiscard]] ReviewState state() const;
  // The latest decision, which edits and exports go by; nullptr when there is none.
  [[nodiscard]] const Decision* latest() const;
};

// Key of a fact in a store.
struct FactKey {
  std::string article;
  std::string fact;
  auto operator<=>(const FactKey&) const = default;
};

// Decisions, each reviewer's in the order of the log -> verdicts. Plain value; not thread-safe.
class Ledger {
 public:
  void apply(const Decision& decision);
  [[nodiscard]] const std::map<FactKey, Verdict>& verdicts() const { return verdicts_; }
  [[nodiscard]] ReviewState state_of(const FactKey& key) const;

  // What undo takes back next: the id or group of `reviewer`'s last decision that stands; empty for none.
  [[nodiscard]] std::string last_of(const std::string& reviewer) const;
  // What redo brings back next; empty for none.
  [[nodiscard]] std::string last_undone_of(const std::string& reviewer) const;
  // The facts that the decision or group `of` is about.
  [[nodiscard]] std::vector<FactKey> facts_of(const std::string& of) const;

 private:
  struct Step {
    std::string handle;  // the group, or the decision's id
    std::vector<Decision> decisions;
    bool undone = false;
  };
  void revise(const FactKey& key, const std::string& reviewer);

  std::map<std::string, std::vector<Step>> steps_;  // by reviewer
  std::map<FactKey, Verdict> verdicts_;
  // Per reviewer and fact: the steps that touch it, in order.
  std::map<std::string, std::map<FactKey, std::vector<std::size_t>>> touched_;
};

// All logs of a store, one after the other. Errors: a log can't be read, a line in the midst of one is no
// decision. A half-written last line (its writer was killed before it answered "saved") is passed over.
[[nodiscard]] Result<std::vector<Decision>> read_decisions(const std::filesystem::path& out);

// What stands by all logs of a store; nothing is decided where there are none. Errors: as read_decisions().
[[nodiscard]] Result<Ledger> read_ledger(const std::filesystem::path& out);

// One reviewer's log, open for adding. Not thread-safe. Only one process at a time may hold it.
class DecisionLog {
 public:
  // Errors: a name that is no file name, the disk's, in use by another process.
  [[nodiscard]] static Result<DecisionLog> open(const std::filesystem::path& out,
                                                const std::string& reviewer);

  // Gives each decision its id and time, writes and syncs all: when it returns without errors, they are on
  // the disk.
  [[nodiscard]] Diagnostics add(std::vector<Decision>& decisions);
  [[nodiscard]] const std::string& reviewer() const { return reviewer_; }
  // What the next decision's number will be.
  [[nodiscard]] std::size_t next() const { return lines_ + 1; }

 private:
  DecisionLog(std::filesystem::path path, std::string reviewer, Descriptor file, std::size_t lines)
      : path_(std::move(path)), reviewer_(std::move(reviewer)), file_(std::move(file)), lines_(lines) {}

  std::filesystem::path path_;
  std::string reviewer_;
  Descriptor file_;
  std::size_t lines_ = 0;
  bool broken_ = false;  // a failed write could not be taken back
};

}  // namespace figmine
