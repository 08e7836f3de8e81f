#include "review/ledger.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <set>

#include "base/whole_file.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStates[] = {"open", "accepted", "edited", "rejected", "added", "conflict"};

fs::path folder_of(const fs::path& out) { return out / "review"; }

ReviewState state_of(const Decision& decision) {
  switch (decision.action) {
    case Action::kReject:
      return ReviewState::kRejected;
    case Action::kEdit:
      return ReviewState::kEdited;
    case Action::kAdd:
      return ReviewState::kAdded;
    case Action::kAccept:
    case Action::kUndo:
    case Action::kRedo:
      return ReviewState::kAccepted;
  }
  return ReviewState::kAccepted;
}

std::map<std::string, std::string> values_after(const Decision& decision) {
  std::map<std::string, std::string> out;
  for (const auto& [field, change] : decision.changes) out[field] = change.after;
  return out;
}

bool same_verdict(const Decision& a, const Decision& b) {
  return state_of(a) == state_of(b) && values_after(a) == values_after(b);
}

bool earlier(const Decision& a, const Decision& b) {
  return std::tie(a.time, a.reviewer) < std::tie(b.time, b.reviewer);
}

// Names that are files of a folder, and nothing else.
bool is_reviewer_name(std::string_view name) {
  constexpr std::size_t kLongest = 64;
  return !name.empty() && name.size() <= kLongest && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) {
           return c >= 0x80 || std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == '@';
         });
}

Result<std::vector<Decision>> decisions_of(const fs::path& path) {
  const Result<std::string> bytes = read_whole(path);
  if (!bytes) return bytes.errors();
  std::vector<Decision> out;
  std::string_view rest = bytes.value();
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (line.empty()) continue;  // closes a half-written line
    if (std::optional<Decision> decision = decision_from_line(line)) {
      out.push_back(std::move(*decision));
    } else if (!rest.starts_with('\n')) {
      Diagnostic problem = error("is no decision of a review", "restore the file, or take the line out");
      problem.file = path.string();
      problem.line = number;
      return problem;
    }
  }
  return out;
}

}  // namespace

std::string_view name_of(ReviewState state) { return kStates[static_cast<std::size_t>(state)]; }

const Decision* Verdict::latest() const {
  const Decision* out = nullptr;
  for (const auto& [reviewer, decision] : by_reviewer) {
    if (out == nullptr || earlier(*out, decision)) out = &decision;
  }
  return out;
}

ReviewState Verdict::state() const {
  if (by_reviewer.empty()) return ReviewState::kOpen;
  const Decision& first = by_reviewer.begin()->second;
  for (const auto& [reviewer, decision] : by_reviewer) {
    if (!same_verdict(first, decision)) return ReviewState::kConflict;
  }
  return figmine::state_of(first);
}

void Ledger::apply(const Decision& decision) {
  std::vector<Step>& steps = steps_[decision.reviewer];
  if (decision.action == Action::kUndo || decision.action == Action::kRedo) {
    const auto step =
        std::find_if(steps.rbegin(), steps.rend(), [&](const Step& s) { return s.handle == decision.of; });
    if (step == steps.rend()) return;
    step->undone = decision.action == Action::kUndo;
    for (const Decision& touched : step->decisions)
      revise({touched.article, touched.fact}, decision.reviewer);
    return;
  }
  const std::string& handle = decision.group.empty() ? decision.id : decision.group;
  if (steps.empty() || steps.back().handle != handle) steps.push_back({handle, {}, false});
  steps.back().decisions.push_back(decision);
  const FactKey key{decision.article, decision.fact};
  touched_[decision.reviewer][key].push_back(steps.size() - 1);
  revise(key, decision.reviewer);
}

// The last decision on `key` that stands becomes the reviewer's.
void Ledger::revise(const FactKey& key, const std::string& reviewer) {
  const std::vector<Step>& steps = steps_[reviewer];
  const std::vector<std::size_t>& touched = touched_[reviewer][key];
  for (auto at = touched.rbegin(); at != touched.rend(); ++at) {
    if (steps[*at].undone) continue;
    for (const Decision& decision : steps[*at].decisions) {
      if (decision.article == key.article && decision.fact == key.fact)
        verdicts_[key].by_reviewer[reviewer] = decision;
    }
    return;
  }
  const auto verdict = verdicts_.find(key);
  if (verdict == verdicts_.end()) return;
  verdict->second.by_reviewer.erase(reviewer);
  if (verdict->second.by_reviewer.empty()) verdicts_.erase(verdict);
}

ReviewState Ledger::state_of(const FactKey& key) const {
  const auto verdict = verdicts_.find(key);
  return verdict == verdicts_.end() ? ReviewState::kOpen : verdict->second.state();
}

std::string Ledger::last_of(const std::string& reviewer) const {
  const auto steps = steps_.find(reviewer);
  if (steps == steps_.end()) return {};
  const auto step =
      std::find_if(steps->second.rbegin(), steps->second.rend(), [](const Step& s) { return !s.undone; });
  return step == steps->second.rend() ? std::string() : step->handle;
}

std::string Ledger::last_undone_of(const std::string& reviewer) const {
  const auto steps = steps_.find(reviewer);
  if (steps == steps_.end()) return {};
  // Undone steps stand at the end: the first of them was undone last. A new decision after them ends redoing.
  std::string out;
  for (auto step = steps->second.rbegin(); step != steps->second.rend() && step->undone; ++step)
    out = step->handle;
  return out;
}

std::vector<FactKey> Ledger::facts_of(const std::string& of) const {
  std::vector<FactKey> out;
  for (const auto& [reviewer, steps] : steps_) {
    const auto step =
        std::find_if(steps.rbegin(), steps.rend(), [&](const Step& s) { return s.handle == of; });
    if (step == steps.rend()) continue;
    for (const Decision& decision : step->decisions) out.push_back({decision.article, decision.fact});
  }
  return out;
}

Result<std::vector<Decision>> read_decisions(const fs::path& out) {
  std::error_code code;
  std::set<fs::path> logs;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_of(out), code)) {
    if (entry.path().extension() == ".jsonl") logs.insert(entry.path());
  }
  std::vector<Decision> all;
  for (const fs::path& log : logs) {
    Result<std::vector<Decision>> decisions = decisions_of(log);
    if (!decisions) return decisions.errors();
    std::move(decisions.value().begin(), decisions.value().end(), std::back_inserter(all));
  }
  return all;
}

Result<Ledger> read_ledger(const fs::path& out) {
  const Result<std::vector<Decision>> decisions = read_decisions(out);
  if (!decisions) return decisions.errors();
  Ledger ledger;
  for (const Decision& decision : decisions.value()) ledger.apply(decision);
  return ledger;
}

Result<DecisionLog> DecisionLog::open(const fs::path& out, const std::string& reviewer) {
  if (!is_reviewer_name(reviewer)) {
    return error("'" + reviewer + "' can't be a reviewer's name", "use letters, digits, - _ . @");
  }
  std::error_code code;
  fs::create_directories(folder_of(out), code);
  if (code) return file_error(folder_of(out), "make the folder", code.value());
  fs::path path = folder_of(out) / (reviewer + ".jsonl");
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (file.get() < 0) return file_error(path, "write", errno);
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    Diagnostic problem = error("is in use by another figmine review",
                               "end that one, or name yourself otherwise with --reviewer");
    problem.file = path.string();
    return problem;
  }
  const Result<std::string> bytes = read_whole(path);
  if (!bytes) return bytes.errors();
  const std::string& text = bytes.value();
  // An empty line closes what a killed process left half written.
  if (!text.empty() && text.back() != '\n' && ::write(file.get(), "\n\n", 2) != 2)
    return file_error(path, "write", errno);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 2;
  return DecisionLog(std::move(path), reviewer, std::move(file), lines);
}

Diagnostics DecisionLog::add(std::vector<Decision>& decisions) {
  if (broken_) {
    Diagnostic problem =
        error("ends in a line that could not be taken back", "end this review and begin anew");
    problem.file = path_.string();
    return {problem};
  }
  std::string lines;
  const std::string now = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  for (Decision& decision : decisions) {
    decision.id = fmt::format("{}-{}", reviewer_, ++lines_);
    decision.reviewer = reviewer_;
    decision.time = now;
    lines += to_line(decision) + "\n";
  }
  const off_t size = ::lseek(file_.get(), 0, SEEK_END);
  if (size >= 0 && write_all(file_.get(), lines) && ::fsync(file_.get()) == 0) return {};
  const int problem = errno;
  // What is not saved must not come back later, nor may the next line begin in the midst of this one.
  if (size >= 0 && ::ftruncate(file_.get(), size) != 0) broken_ = true;
  return {file_error(path_, "write", problem)};
}

}  // namespace figmine
