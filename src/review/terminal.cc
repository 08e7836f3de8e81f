#include "review/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/split.h"
#include "base/terminal.h"
#include "output/amount.h"
#include "review/apply.h"
#include "review/fields.h"

namespace figmine {
namespace {

// What a sequence that begins with ESC means, and its size; ESC alone is a key.
std::size_t escape_size(std::string_view bytes) {
  if (bytes.size() < 2 || (bytes[1] != '[' && bytes[1] != 'O')) return 1;
  std::size_t end = 2;
  while (end < bytes.size() && (bytes[end] < '@' || bytes[end] > '~')) ++end;
  return std::min(end + 1, bytes.size());
}

std::size_t character_size(std::string_view bytes) {
  std::size_t end = 1;
  while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) ++end;
  return end;
}

void add_escape(std::vector<Key>& keys, std::string_view sequence) {
  if (sequence.size() == 1) keys.push_back({Key::Kind::kEscape, {}});
  if (sequence.size() == 3 && sequence.back() == 'A') keys.push_back({Key::Kind::kUp, {}});
  if (sequence.size() == 3 && sequence.back() == 'B') keys.push_back({Key::Kind::kDown, {}});
}

void add_character(std::vector<Key>& keys, std::string_view character) {
  constexpr char kDelete = 127;
  if (character == "\r" || character == "\n") {
    keys.push_back({Key::Kind::kEnter, {}});
  } else if (character == "\t") {
    keys.push_back({Key::Kind::kTab, {}});
  } else if (character[0] == kDelete || character == "\b") {
    keys.push_back({Key::Kind::kBackspace, {}});
  } else if (static_cast<unsigned char>(character[0]) >= ' ') {
    keys.push_back({Key::Kind::kText, printable(character)});
  }
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    if (!text.empty()) out += (out.empty() ? "" : " · ") + text;
  }
  return out;
}

// "label   raw → normalised", a line a field.
class FieldLines {
 public:
  FieldLines(std::size_t columns, bool colour) : columns_(columns), colour_(colour) {}

  void put(TextRole role, std::string_view label, const std::string& raw, const std::string& normalised) {
    if (raw.empty() && normalised.empty()) return;
    std::string text = raw;
    if (!normalised.empty() && normalised != raw) text += (raw.empty() ? "" : " → ") + normalised;
    constexpr std::size_t kLabel = 9;
    const std::string head = fit(fmt::format("{:<{}}", label, kLabel), columns_);
    lines_.push_back(painted(role, head, colour_) + fit(printable(text), columns_ - width_of(head)));
  }

  void put_quantity(const Quantity& quantity) {
    put(TextRole::kValue, "value", quantity.text,
        joined({amount_text(quantity, Digits::kPlain), quantity.kind}));
    if (!quantity.unit) return;
    const Unit& unit = *quantity.unit;
    put(TextRole::kUnit, "unit", unit.text,
        joined({unit.name, unit.code, unit.per.empty() ? "" : "per " + unit.per}));
  }

  void put_claim(const Fact& fact, const std::string& text) {
    if (fact.measure)
      put(TextRole::kMeasure, "measure", std::string(slice(text, fact.measure->span)), fact.measure->text);
    if (fact.subject)
      put(TextRole::kSubject, "subject", fact.subject->text,
          joined({fact.subject->name, fact.subject->type}));
    if (fact.share_of) put(TextRole::kShareOf, "share of", fact.share_of->text, "");
    if (fact.change)
      put(TextRole::kSentence, "change", "",
          joined({fact.change->direction, fact.change->role, fact.change->basis}));
    if (fact.period)
      put(TextRole::kPeriod, "period", fact.period->text,
          joined({period_text(*fact.period), fact.period->inferred ? "inferred" : ""}));
    if (fact.attribution)
      put(TextRole::kSpeaker, "speaker", fact.attribution->speaker,
          joined({fact.attribution->role, fact.attribution->verb}));
    put(TextRole::kSentence, "status", "",
        joined({fact.status, fact.negated ? "negated" : "", fact.section,
                fact.claim ? "" : "no claim: " + fact.non_claim_class}));
  }

  [[nodiscard]] std::vector<std::string> done() { return std::move(lines_); }

 private:
  std::size_t columns_;
  bool colour_;
  std::vector<std::string> lines_;
};

// Who decided what: "anna edited: value 12 → 13".
std::string decision_text(const Decision& decision) {
  std::string out = decision.reviewer + ": " + std::string(name_of(decision.action));
  if (!decision.reason.empty()) out += " (" + decision.reason + ")";
  if (decision.action != Action::kEdit) return out;
  for (const auto& [field, change] : decision.changes)
    out += fmt::format(" · {} {} → {}", field, change.before.empty() ? "nothing" : change.before,
                       change.after.empty() ? "nothing" : change.after);
  return out;
}

void add_wrapped(std::vector<std::string>& out, std::string_view text, std::size_t columns) {
  for (const std::string_view line : split(text, '\n')) {
    std::string rest = printable(line);
    while (width_of(rest) > columns) {
      const std::string part = fit(rest, columns);
      const std::size_t kept = part.size() - std::string_view("…").size();
      if (kept == 0) break;
      out.push_back(rest.substr(0, kept));
      rest.erase(0, kept);
    }
    out.push_back(std::move(rest));
  }
}

// The end of what is typed, where all of it has no room.
std::string tail(std::string text, std::size_t columns) {
  while (width_of(text) > columns) text.erase(0, character_size(text));
  return text;
}

}  // namespace

std::vector<Key> keys_in(std::string_view bytes) {
  std::vector<Key> keys;
  while (!bytes.empty()) {
    const bool escape = bytes[0] == '\x1b';
    const std::size_t size = escape ? escape_size(bytes) : character_size(bytes);
    escape ? add_escape(keys, bytes.substr(0, size)) : add_character(keys, bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  return keys;
}

struct TerminalReview::Command {
  Key key;
  std::string_view name;   // of the key
  std::string_view label;  // for people
  void (TerminalReview::*run)();
};

const std::vector<TerminalReview::Command>& TerminalReview::commands() {
  using T = TerminalReview;
  const auto text = [](const char* character) { return Key{Key::Kind::kText, character}; };
  static const std::vector<Command> kCommands = {
      {{Key::Kind::kEnter, {}}, "Enter", "accept and go on", &T::accept},
      {text("x"), "x", "reject, then a reason by its number", &T::ask_reason},
      {text("e"), "e", "edit", &T::edit},
      {text("u"), "u", "undo", &T::undo},
      {text("U"), "U", "redo", &T::redo},
      {text("j"), "j", "next fact", &T::next},
      {text("k"), "k", "previous fact", &T::previous},
      {{Key::Kind::kDown, {}}, "↓", "next fact", &T::next},
      {{Key::Kind::kUp, {}}, "↑", "previous fact", &T::previous},
      {text("n"), "n", "next article", &T::next_article},
      {text("p"), "p", "previous article", &T::previous_article},
      {text("f"), "f", "only facts of this rule, and back", &T::only_rule},
      {text("r"), "r", "repeats: decide facts that say the same alike, after the count", &T::ask_repeats},
      {text("A"), "A", "accept all that is shown, after the count", &T::ask_accept_all},
      {text("w"), "w", "why: how the fact was derived", &T::why},
      {text("c"), "c", "note the sentence as a counter-example for its rules", &T::note_counter_example},
      {text("/"), "/", "search in measures, subjects, amounts and articles", &T::search},
      {text("?"), "?", "help", &T::help},
      {text("q"), "q", "quit", &T::quit},
  };
  return kCommands;
}

TerminalReview::TerminalReview(Review& review, bool colour) : review_(review), colour_(colour) {
  show();
  const Review::Standing now = review_.standing();
  const auto open = std::find_if(shown_.begin(), shown_.end(), [&](std::uint32_t row) {
    return now.index.rows()[row].state == ReviewState::kOpen;
  });
  at_ = open == shown_.end() ? 0 : static_cast<std::size_t>(open - shown_.begin());
}

// ---------------------------------------------------------------------------------------------------- moving

// The rows that the filter lets through; the cursor stays at its fact if that is among them.
void TerminalReview::show() {
  const std::optional<std::uint32_t> before = shown_.empty() ? std::nullopt : std::optional(shown_[at_]);
  shown_ = review_.standing().index.find(filter_, {});
  const auto same = std::find(shown_.begin(), shown_.end(), before.value_or(UINT32_MAX));
  at_ = same == shown_.end() ? 0 : static_cast<std::size_t>(same - shown_.begin());
}

void TerminalReview::move_to(std::size_t place) {
  if (place < shown_.size()) {
    at_ = place;
  } else if (message_.empty()) {
    message_ = "this was the last fact";
  }
}

FactKey TerminalReview::key_at(std::size_t place) const {
  const Review::Standing now = review_.standing();
  const FactRow& row = now.index.rows()[shown_[place]];
  return {now.index.text(row, RowColumn::kArticle), row.id};
}

// To the first fact of the next article, or of the one before.
void TerminalReview::move_article(int step) {
  if (shown_.empty()) return;
  const Review::Standing now = review_.standing();
  const auto article = [&](std::size_t place) -> const std::string& {
    return now.index.text(now.index.rows()[shown_[place]], RowColumn::kArticle);
  };
  std::size_t place = at_;
  if (step > 0) {
    while (place < shown_.size() && article(place) == article(at_)) ++place;
  } else {
    while (place > 0 && article(place) == article(at_)) --place;
    while (place > 0 && article(place - 1) == article(place)) --place;
  }
  move_to(place);
}

// Brings document and fact to where the cursor is.
void TerminalReview::load() {
  fact_.reset();
  found_.reset();
  if (shown_.empty()) return;
  const FactKey key = key_at(at_);
  if (loaded_ != key.article || !document_) {
    Result<DocumentResult> read = review_.document(key.article);
    document_ = read.ok() ? std::optional(std::move(read).value()) : std::nullopt;
    loaded_ = key.article;
    if (!read.ok()) message_ = read.errors().front().message;
  }
  if (!document_) return;
  const Review::Standing now = review_.standing();
  const auto verdict = now.ledger.verdicts().find(key);
  const Decision* latest = verdict == now.ledger.verdicts().end() ? nullptr : verdict->second.latest();
  if (const Fact* fact = fact_with(*document_, key.fact)) {
    found_ = fact_ = *fact;
    if (latest != nullptr && latest->action == Action::kEdit) apply_changes(*fact_, *latest);
  } else if (latest != nullptr && latest->action == Action::kAdd) {
    fact_ = added_fact(*document_, *latest);
  }
}

// -------------------------------------------------------------------------------------------------- deciding

void TerminalReview::tell(const Refusal& refusal) {
  message_ = refusal.hint.empty() ? refusal.message : refusal.message + ": " + refusal.hint;
}

void TerminalReview::decide(Action action, Wish wish) {
  if (shown_.empty()) return;
  FactKey key = key_at(at_);
  wish.article = std::move(key.article);
  wish.fact = std::move(key.fact);
  wish.action = action;
  decided_ = {wish.article, wish.fact};
  const Outcome outcome = review_.decide(wish);
  if (outcome.refusal) return tell(*outcome.refusal);
  message_ = fmt::format("saved: {}", outcome.saved);
  move_to(at_ + 1);
}

void TerminalReview::step(const Outcome& outcome, const std::string& what) {
  if (outcome.refusal) return tell(*outcome.refusal);
  message_ = fmt::format("{}: {} facts", what, outcome.facts.size());
  if (outcome.facts.empty()) return;
  const FactKey& first = outcome.facts.front();
  const Review::Standing now = review_.standing();
  const auto same = [&](std::uint32_t at) {
    const FactRow& row = now.index.rows()[at];
    return row.id == first.fact && now.index.text(row, RowColumn::kArticle) == first.article;
  };
  const auto place = std::find_if(shown_.begin(), shown_.end(), same);
  if (place != shown_.end()) at_ = static_cast<std::size_t>(place - shown_.begin());
}

void TerminalReview::ask_reason() {
  if (!shown_.empty()) mode_ = Mode::kReason;
}

void TerminalReview::only_rule() {
  if (filter_.rule.empty() && fact_ && !fact_->rules.empty()) {
    filter_.rule = fact_->rules.front();
  } else {
    filter_.rule.clear();
  }
  show();
}

void TerminalReview::ask_accept_all() {
  const Review::Standing now = review_.standing();
  const std::vector<std::uint32_t> found = now.index.find(filter_, {});
  const std::size_t open = now.index.open_among(found);
  if (open == 0) {
    message_ = "nothing that is shown is undecided";
    return;
  }
  message_ =
      fmt::format("{} of the {} facts that are shown are undecided. Accept them? y / n", open, found.size());
  repeated_.reset();
  mode_ = Mode::kConfirm;
}

// Of the fact at the cursor when this reviewer decided it, else of the last one that was decided.
void TerminalReview::ask_repeats() {
  if (shown_.empty()) return;
  const FactKey here = key_at(at_);
  const Review::Standing now = review_.standing();
  const auto verdict = now.ledger.verdicts().find(here);
  const bool own =
      verdict != now.ledger.verdicts().end() && verdict->second.by_reviewer.contains(review_.reviewer());
  repeated_ = own ? std::optional(here) : decided_;
  const std::size_t open = repeated_ ? now.index.repeats_of(*repeated_).size() : 0;
  if (open == 0) {
    message_ = repeated_ ? "no undecided fact says the same" : "decide a fact first, then its repeats";
    return;
  }
  message_ = fmt::format("{} undecided facts say the same as {}. Decide them alike? y / n", open,
                         printable(now.index.row_of(*repeated_)->amount));
  mode_ = Mode::kConfirm;
}

void TerminalReview::note_counter_example() {
  if (shown_.empty()) return;
  const FactKey key = key_at(at_);
  const std::optional<Refusal> refusal = review_.note_counter_example(key.article, key.fact);
  if (refusal) return tell(*refusal);
  message_ = "noted for its rules in review/counter-examples.txt";
}

void TerminalReview::why() {
  if (shown_.empty()) return;
  const FactKey key = key_at(at_);
  const Result<std::string> told = review_.explain(key.article, key.fact);
  page_ = {told.ok() ? told.value() : told.errors().front().message};
  page_top_ = 0;
  mode_ = Mode::kPage;
}

void TerminalReview::help() {
  page_.clear();
  for (const Command& command : commands())
    page_.push_back(fmt::format("{:<6} {}", command.name, command.label));
  page_.emplace_back("");
  page_.emplace_back("Every decision is on the disk before \"saved\" is shown. Facts are added on the page:");
  page_.emplace_back("figmine review without --tty.");
  page_top_ = 0;
  mode_ = Mode::kPage;
}

// --------------------------------------------------------------------------------------------------- editing

void TerminalReview::begin_line(Mode mode) {
  input_.clear();
  mode_ = mode;
}

void TerminalReview::search() {
  begin_line(Mode::kSearch);
  input_ = filter_.words;
}

void TerminalReview::edit() {
  if (!found_) {
    if (fact_) message_ = "undo the adding, then add it again";
    return;
  }
  draft_ = *fact_;
  begin_line(Mode::kEdit);
}

void TerminalReview::take_field() {
  const std::size_t equal = input_.find('=');
  if (equal == std::string::npos) {
    message_ = "write field=value, or only Enter to save";
    return;
  }
  const std::string name = input_.substr(0, equal);
  const std::string problem = set_field(draft_, name, input_.substr(equal + 1));
  message_ = problem.empty() ? "" : name + " " + problem;
  if (problem.empty()) input_.clear();
}

// "mea" -> "measure=net sales"
void TerminalReview::complete_field() {
  if (mode_ != Mode::kEdit || input_.empty()) return;
  std::vector<std::string_view> fitting;
  for (const FieldInfo& field : review_fields()) {
    if (field.name == input_) fitting = {field.name, field.name};
    if (field.name.starts_with(input_)) fitting.push_back(field.name);
  }
  const bool exact = fitting.size() > 1 && fitting[0] == input_;
  if (fitting.size() == 1 || exact) input_ = fmt::format("{}={}", fitting[0], field_of(draft_, fitting[0]));
}

void TerminalReview::save_edit() {
  Wish wish;
  for (const FieldInfo& field : review_fields()) {
    std::string value = field_of(draft_, field.name);
    if (value != field_of(*found_, field.name)) wish.changes[std::string(field.name)] = std::move(value);
  }
  mode_ = Mode::kBrowse;
  if (wish.changes.empty()) {
    message_ = "nothing is edited: the fact is as it was found";
    return;
  }
  decide(Action::kEdit, std::move(wish));
}

// ------------------------------------------------------------------------------------------------------ keys

void TerminalReview::press(const Key& key) {
  load();
  if (mode_ != Mode::kPage) message_.clear();
  switch (mode_) {
    case Mode::kBrowse:
      return press_browse(key);
    case Mode::kReason:
      return press_reason(key);
    case Mode::kEdit:
    case Mode::kSearch:
      return press_line(key);
    case Mode::kConfirm:
      return press_confirm(key);
    case Mode::kPage:
      return press_page(key);
  }
}

void TerminalReview::press_browse(const Key& key) {
  for (const Command& command : commands()) {
    if (command.key == key) return (this->*command.run)();
  }
  message_ = "? shows the keys";
}

void TerminalReview::press_reason(const Key& key) {
  mode_ = Mode::kBrowse;
  const std::vector<std::string>& reasons = reject_reasons();
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (key.text != std::to_string(i + 1)) continue;
    Wish wish;
    wish.reason = reasons[i];
    return decide(Action::kReject, std::move(wish));
  }
  message_ = "not rejected";
}

void TerminalReview::press_line(const Key& key) {
  switch (key.kind) {
    case Key::Kind::kText:
      input_ += key.text;
      return;
    case Key::Kind::kBackspace:
      while (!input_.empty() && (static_cast<unsigned char>(input_.back()) & 0xC0U) == 0x80U)
        input_.pop_back();
      if (!input_.empty()) input_.pop_back();
      return;
    case Key::Kind::kTab:
      return complete_field();
    case Key::Kind::kEnter:
      return enter_line();
    case Key::Kind::kEscape:
      mode_ = Mode::kBrowse;
      return;
    case Key::Kind::kUp:
    case Key::Kind::kDown:
      return;
  }
}

void TerminalReview::enter_line() {
  if (mode_ == Mode::kEdit) return input_.empty() ? save_edit() : take_field();
  filter_.words = input_;
  mode_ = Mode::kBrowse;
  show();
}

void TerminalReview::press_confirm(const Key& key) {
  mode_ = Mode::kBrowse;
  if (key.text != "y") {
    message_ = "nothing is decided";
    return;
  }
  const Outcome outcome =
      repeated_ ? review_.decide_repeats(*repeated_) : review_.decide_all(filter_, Action::kAccept, "");
  if (outcome.refusal) return tell(*outcome.refusal);
  message_ =
      fmt::format("saved: {} facts {}", outcome.facts.size(), repeated_ ? "decided alike" : "accepted");
}

void TerminalReview::press_page(const Key& key) {
  if (key.text == "j" || key.kind == Key::Kind::kDown) {
    ++page_top_;
  } else if (key.text == "k" || key.kind == Key::Kind::kUp) {
    page_top_ -= page_top_ == 0 ? 0 : 1;
  } else {
    mode_ = Mode::kBrowse;
  }
}

// ---------------------------------------------------------------------------------------------------- screen

std::string TerminalReview::head() const {
  const Review::Standing now = review_.standing();
  std::map<std::string_view, std::size_t> counts;
  for (const FactRow& row : now.index.rows()) ++counts[name_of(row.state)];
  std::string out =
      fmt::format("{} · {} of {}", review_.reviewer(), shown_.empty() ? 0 : at_ + 1, shown_.size());
  for (const auto& [state, count] : counts) out += fmt::format(" · {} {}", count, state);
  if (!filter_.rule.empty()) out += " · only " + filter_.rule;
  if (!filter_.words.empty()) out += " · /" + filter_.words;
  return printable(out);
}

std::string TerminalReview::prompt() const {
  if (mode_ == Mode::kEdit) return "edit> " + input_;
  if (mode_ == Mode::kSearch) return "/" + input_;
  if (mode_ == Mode::kPage) return "j k move, any other key goes back";
  if (mode_ != Mode::kReason) return message_;
  std::string out = "why is it wrong?";
  for (std::size_t i = 0; i < reject_reasons().size(); ++i)
    out += fmt::format(" {} {}", i + 1, reject_reasons()[i]);
  return out;
}

// What the reviewers decided of the fact at the cursor.
std::string TerminalReview::review_line() const {
  const FactKey key = key_at(at_);
  const Review::Standing now = review_.standing();
  const FactRow* row = now.index.row_of(key);
  std::string out(name_of(row->state));
  if (row->changed) out += " · the fact changed since it was decided";
  const auto verdict = now.ledger.verdicts().find(key);
  if (verdict == now.ledger.verdicts().end()) return out;
  for (const auto& [reviewer, decision] : verdict->second.by_reviewer) out += " · " + decision_text(decision);
  return out;
}

std::vector<std::string> TerminalReview::fact_lines(std::size_t columns) const {
  FieldLines out(columns, colour_);
  out.put_quantity(fact_->quantity);
  out.put_claim(*fact_, document_->text);
  out.put(TextRole::kOutside, "rules", "",
          fmt::format("{:.2f} · {}", fact_->score, fmt::join(fact_->rules, " ")));
  out.put(TextRole::kSentence, "review", "", review_line());
  for (const Warning& warning : document_->warnings)
    out.put(TextRole::kSentence, "warning", "", warning.code + ": " + warning.message);
  return out.done();
}

// Every field with its value, and what Enter does.
std::vector<std::string> TerminalReview::edit_lines() const {
  std::vector<std::string> out;
  std::string empty;
  for (const FieldInfo& field : review_fields()) {
    const std::string value = field_of(draft_, field.name), before = field_of(*found_, field.name);
    if (value.empty() && before.empty()) {
      empty += " " + std::string(field.name);
    } else {
      const std::string was =
          value == before ? "" : "   (found: " + (before.empty() ? "nothing" : before) + ")";
      out.push_back(printable(fmt::format("{}={}{}", field.name, value, was)));
    }
  }
  out.push_back("empty:" + empty);
  out.push_back(message_.empty() ? "field=value Enter sets · Tab completes · Enter alone saves · Esc cancels"
                                 : printable(message_));
  return out;
}

std::vector<std::string> TerminalReview::page_lines(ViewSize size) {
  std::vector<std::string> lines;
  for (const std::string& text : page_) add_wrapped(lines, text, size.columns);
  page_top_ = std::min(page_top_, lines.size() > size.rows ? lines.size() - size.rows : 0);
  const std::size_t end = std::min(page_top_ + size.rows, lines.size());
  return {lines.begin() + static_cast<std::ptrdiff_t>(page_top_),
          lines.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The article around the fact, and its fields below.
std::vector<std::string> TerminalReview::body(ViewSize size) const {
  if (!fact_) {
    const bool gone = document_ && !shown_.empty();
    return {fit(shown_.empty() ? "No fact passes the filter. f and / change it."
                : gone         ? "This fact is there no more."
                               : "The article can't be read.",
                size.columns)};
  }
  std::vector<std::string> below = mode_ == Mode::kEdit ? edit_lines() : fact_lines(size.columns);
  const std::size_t least = std::min<std::size_t>(3, size.rows);  // of the article
  if (below.size() + least + 2 > size.rows) below.resize(size.rows > least + 2 ? size.rows - least - 2 : 0);
  const DocumentInfo& info = document_->document;
  std::vector<std::string> out = {painted(
      TextRole::kOutside,
      fit(printable(joined({loaded_, info.title.value_or(""), info.published.value_or("")})), size.columns),
      colour_)};
  const std::size_t rows = size.rows - std::min(size.rows, below.size() + 2);
  for (std::string& line : article_view(*document_, *fact_, {size.columns, rows}, colour_))
    out.push_back(std::move(line));
  out.resize(rows + 2);
  for (std::string& line : below) out.push_back(mode_ == Mode::kEdit ? fit(line, size.columns) : line);
  return out;
}

std::vector<std::string> TerminalReview::screen(ViewSize size) {
  load();
  constexpr std::size_t kAround = 3;  // the head, and two lines at the foot
  const ViewSize inside{std::max<std::size_t>(size.columns, 1), size.rows - std::min(size.rows, kAround)};
  std::vector<std::string> out = {Style(colour_).strong(fit(head(), inside.columns))};
  for (std::string& line : mode_ == Mode::kPage ? page_lines(inside) : body(inside))
    out.push_back(std::move(line));
  out.resize(inside.rows + 1);
  out.push_back(tail(printable(prompt()), inside.columns));
  out.push_back(painted(TextRole::kOutside,
                        fit("Enter accept  x reject  e edit  u undo  j k move  n p article  f rule  w why  / "
                            "search  ? keys  q quit",
                            inside.columns),
                        colour_));
  if (out.size() > size.rows) out.resize(size.rows);
  return out;
}

}  // namespace figmine
