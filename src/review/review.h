// review/review: one reviewer at one store: what was found, what stands of it, and the deciding. The page's
// API (review/service.h) and the terminal (review/terminal.h) are two faces of it. Tested by
// tests/unit/review_test.cc.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "figmine/figmine.h"
#include "review/index.h"
#include "review/ledger.h"

namespace figmine {

// Why nothing was decided.
struct Refusal {
  enum class Why {
    kUnknown,   // there is no such article or fact
    kWrong,     // what was asked for can't be
    kClash,     // not as things stand now
    kNotSaved,  // the disk's fault
  };
  Why why = Why::kWrong;
  std::string message;
  std::string hint;
};

// What a reviewer wants of one fact.
struct Wish {
  std::string article;
  std::string fact;  // of an added one: empty
  Action action = Action::kAccept;
  std::string reason;
  std::map<std::string, std::string> changes;  // field -> value, for edit and add
  std::optional<Span> span;                    // of an added fact's figure, in code points
};

// Once it is there without a refusal, the decisions are on the disk.
struct Outcome {
  std::optional<Refusal> refusal;
  std::string saved;           // id of the last decision
  std::vector<FactKey> facts;  // whose state may be another now
};

// Any number of threads may use one.
class Review {
 public:
  // Errors: no store, a log that can't be read or is in use, a name that is none.
  [[nodiscard]] static Result<std::unique_ptr<Review>> open(const std::filesystem::path& out,
                                                            const Engine& engine,
                                                            const std::string& reviewer);

  // What stands, held still as long as it lives: whoever has one must not decide anything.
  struct Standing {
    std::unique_lock<std::mutex> hold;
    const FactIndex& index;
    const Ledger& ledger;
  };
  [[nodiscard]] Standing standing() { return {std::unique_lock(mutex_), index_, ledger_}; }
  [[nodiscard]] const std::string& reviewer() const { return log_.reviewer(); }

  // An article's record, as JSON and read. Errors: none of that name, one that can't be read.
  [[nodiscard]] Result<std::string> record(const std::string& article) const;
  [[nodiscard]] Result<DocumentResult> document(const std::string& article) const;

  [[nodiscard]] Outcome decide(const Wish& wish);
  // Of all that the filter shows, what is open, as one step. `action` is accept or reject.
  [[nodiscard]] Outcome decide_all(const RowFilter& filter, Action action, const std::string& reason);
  // Of the undecided facts that say the same as `like` (see FactIndex::repeats_of), as one step: what this
  // reviewer decided of it.
  [[nodiscard]] Outcome decide_repeats(const FactKey& like);
  [[nodiscard]] Outcome undo() { return step_back(Action::kUndo); }
  [[nodiscard]] Outcome redo() { return step_back(Action::kRedo); }

  // How a fact was derived, for people. Errors: no such article or fact.
  [[nodiscard]] Result<std::string> explain(const std::string& article, const std::string& fact);
  // What the program makes of a span of an article (bytes), whatever it is, or of a text that was typed.
  [[nodiscard]] std::optional<Fact> figure_at(const DocumentResult& document, Span span);
  [[nodiscard]] std::optional<Fact> figure_of(const std::string& typed);
  // Notes the fact's sentence in OUT/review/counter-examples.txt for its rules.
  [[nodiscard]] std::optional<Refusal> note_counter_example(const std::string& article,
                                                            const std::string& fact);

 private:
  Review(std::filesystem::path out, const Engine& engine, DecisionLog log, Ledger ledger, FactIndex index);
  [[nodiscard]] std::optional<Refusal> fill(const Wish& wish, DocumentResult& document, Decision& decision);
  [[nodiscard]] std::optional<Refusal> fill_of_added(const Wish& wish, Decision& decision) const;
  [[nodiscard]] std::optional<Decision> repeated(const Decision& own, const FactRow& row,
                                                 const std::string& group) const;
  [[nodiscard]] std::string group_name(std::string_view what) const;
  [[nodiscard]] Outcome step_back(Action action);
  [[nodiscard]] Outcome save(std::vector<Decision> decisions);
  void see(Decision& decision, const FactRow& row) const;
  [[nodiscard]] std::vector<Fact> extracted(const std::string& line);

  std::filesystem::path out_;
  std::mutex mutex_;  // guards the next three
  DecisionLog log_;
  Ledger ledger_;
  FactIndex index_;
  std::mutex extractor_mutex_;
  Engine engine_;
  Extractor extractor_;
};

// The fact of that id; nullptr when there is none.
[[nodiscard]] Fact* fact_with(DocumentResult& document, const std::string& id);

}  // namespace figmine
