// review/terminal: the review in a terminal: keys go in, screens come out. No terminal is touched here;
// cli/terminal does that. Tested by tests/unit/review_test.cc and, on a real terminal, by
// tests/e2e/review_test.py.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/article_view.h"
#include "review/review.h"

namespace figmine {

struct Key {
  enum class Kind { kText, kEnter, kEscape, kBackspace, kTab, kUp, kDown } kind = Kind::kText;
  std::string text;  // one character, of kText
  bool operator==(const Key&) const = default;
};

// The keys in what a terminal sent; sequences and control characters that mean nothing here are dropped, and
// bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::vector<Key> keys_in(std::string_view bytes);

// Not thread-safe.
class TerminalReview {
 public:
  // Begins at the first open fact. `review` must outlive it.
  TerminalReview(Review& review, bool colour);

  // The screen, at most size.rows lines of at most size.columns. Nothing of an article in it can steer a
  // terminal.
  [[nodiscard]] std::vector<std::string> screen(ViewSize size);
  void press(const Key& key);
  [[nodiscard]] bool done() const { return done_; }

 private:
  enum class Mode { kBrowse, kReason, kEdit, kSearch, kConfirm, kPage };
  struct Command;
  static const std::vector<Command>& commands();

  // Commands.
  void accept() { decide(Action::kAccept, {}); }
  void ask_reason();
  void edit();
  void undo() { step(review_.undo(), "undone"); }
  void redo() { step(review_.redo(), "done again"); }
  void next() { move_to(at_ + 1); }
  void previous() { move_to(at_ == 0 ? 0 : at_ - 1); }
  void next_article() { move_article(1); }
  void previous_article() { move_article(-1); }
  void only_rule();
  void ask_accept_all();
  void ask_repeats();
  void why();
  void note_counter_example();
  void search();
  void help();
  void quit() { done_ = true; }

  // Keys of the other modes.
  void press_browse(const Key& key);
  void press_reason(const Key& key);
  void press_line(const Key& key);
  void press_confirm(const Key& key);
  void press_page(const Key& key);
  void enter_line();
  void take_field();
  void complete_field();
  void save_edit();

  void show();
  void move_to(std::size_t place);
  void move_article(int step);
  void decide(Action action, Wish wish);
  void step(const Outcome& outcome, const std::string& what);
  void tell(const Refusal& refusal);
  void load();
  void begin_line(Mode mode);

  [[nodiscard]] std::string head() const;
  [[nodiscard]] std::string prompt() const;
  [[nodiscard]] std::string review_line() const;
  [[nodiscard]] std::vector<std::string> fact_lines(std::size_t columns) const;
  [[nodiscard]] std::vector<std::string> edit_lines() const;
  [[nodiscard]] std::vector<std::string> page_lines(ViewSize size);
  [[nodiscard]] std::vector<std::string> body(ViewSize size) const;
  [[nodiscard]] FactKey key_at(std::size_t place) const;

  Review& review_;
  bool colour_;
  Mode mode_ = Mode::kBrowse;
  bool done_ = false;
  RowFilter filter_;
  std::vector<std::uint32_t> shown_;  // rows of the index
  std::size_t at_ = 0;                // in shown_
  std::optional<FactKey> decided_;    // the last one decided here
  std::optional<FactKey> repeated_;   // whose repeats are asked about; else the filter's facts are
  std::string message_;
  std::string input_;              // the line that is typed
  std::vector<std::string> page_;  // of help and why
  std::size_t page_top_ = 0;
  std::string loaded_;  // article that `document_` is of
  std::optional<DocumentResult> document_;
  std::optional<Fact> fact_;   // where the cursor is, as decided; of `document_`
  std::optional<Fact> found_;  // the same as the program found it; none of an added one
  Fact draft_;                 // while it is edited
};

}  // namespace figmine
