#include "ruleset/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/decimal.h"

namespace figmine {
namespace {

constexpr int kMaxDepth = 32;

// What each function does is told in rules/README.md and beside its code in match/functions.cc.
const std::map<std::string_view, Arity>& functions() {
  static const std::map<std::string_view, Arity> table = {
      {"none", {0, 0}},
      {"if", {3, 3}},
      {"coalesce", {1, 8}},
      {"sum", {1, 1}},
      {"join", {1, 1}},
      {"low_end", {5, 5}},
      {"numeral", {1, 1}},
      {"vulgar", {1, 1}},
      {"dotted", {2, 2}},
      {"fraction", {2, 2}},
      {"neg", {1, 1}},
      {"max", {2, 2}},
      {"min", {2, 2}},
      {"less", {2, 2}},
      {"equal", {2, 2}},
      {"not", {1, 1}},
      {"and", {2, 8}},
      {"or", {2, 8}},
      {"lower", {1, 1}},
      {"concat", {1, 8}},
      {"pow", {2, 2}},
      {"year", {1, 1}},
      {"month", {2, 2}},
      {"day", {3, 3}},
      {"quarter", {2, 2}},
      {"half", {2, 2}},
      {"century", {1, 1}},
      {"decade", {1, 1}},
      {"season", {2, 2}},
      {"this", {1, 1}},
      {"shift", {3, 3}},
      {"between", {2, 2}},
      {"since", {1, 1}},
      {"until", {1, 1}},
      {"ending", {3, 3}},
      {"last", {2, 2}},
      {"past", {1, 1}},
      {"next", {2, 2}},
      {"duration", {2, 2}},
      {"set_of", {2, 2}},
      {"weekday", {2, 2}},
      {"part", {3, 3}},
      {"nth", {3, 3}},
      {"to_date", {1, 1}},
      {"same_period", {2, 3}},
      {"start_of", {1, 1}},
      {"end_of", {1, 1}},
      {"year_of", {1, 1}},
      {"month_of", {1, 1}},
      {"after", {1, 1}},
      {"before", {1, 1}},
      {"upcoming", {1, 1}},
      {"starting", {3, 3}},
      {"last_whole", {2, 2}},
      {"next_whole", {2, 2}},
      {"business_days", {1, 1}},
      {"rest_of", {1, 1}},
      {"weekday_in", {3, 3}},
      {"easter", {1, 1}},
      {"orthodox_easter", {1, 1}},
      {"weekday_of_month", {4, 4}},
      {"day_of_month", {3, 3}},
      {"stretch", {2, 2}},
      {"weekend", {1, 1}},
      {"grain_of", {1, 1}},
      {"containing", {2, 2}},
  };
  return table;
}

class Parser {
 public:
  Parser(std::string_view text, draft::Program& program, const std::vector<std::string>& captures)
      : text_(text), program_(program), captures_(captures) {}

  std::variant<draft::Expression, PatternError> run() {
    draft::Expression out = sum();
    skip_space();
    if (!failed_ && at_ < text_.size())
      fail("unexpected '" + std::string(1, text_[at_]) + "' in an expression", "");
    if (failed_) return *failed_;
    return out;
  }

 private:
  void fail(std::string message, std::string hint) {
    if (!failed_) failed_ = PatternError{std::move(message), std::move(hint), at_};
    at_ = text_.size();
  }
  void skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  static draft::Expression call(std::string name, std::vector<draft::Expression> arguments) {
    draft::Expression out;
    out.kind = draft::Expression::Kind::kCall;
    out.text = std::move(name);
    out.arguments = std::move(arguments);
    return out;
  }

  draft::Expression sum() {
    if (++depth_ > kMaxDepth) {
      fail("expression nested too deeply", "");
      return {};
    }
    draft::Expression left = product();
    while (!failed_) {
      if (take('+')) {
        left = call("+", {std::move(left), product()});
      } else if (take('-')) {
        left = call("-", {std::move(left), product()});
      } else {
        break;
      }
    }
    --depth_;
    return left;
  }

  draft::Expression product() {
    draft::Expression left = primary();
    while (!failed_) {
      if (take('*')) {
        left = call("*", {std::move(left), primary()});
      } else if (take('/')) {
        left = call("/", {std::move(left), primary()});
      } else {
        break;
      }
    }
    return left;
  }

  draft::Expression primary() {
    skip_space();
    if (at_ >= text_.size()) {
      fail("the expression ends too early", "");
      return {};
    }
    const char c = text_[at_];
    if (c == '(') {
      ++at_;
      draft::Expression inner = sum();
      if (!failed_ && !take(')')) fail("missing ')'", "");
      return inner;
    }
    if (c == '\'' || c == '"') return string_literal(c);
    if ((c >= '0' && c <= '9') || c == '-') return number();
    return reference_or_call();
  }

  draft::Expression string_literal(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) {
      fail("a string lacks its closing quote", "");
      return {};
    }
    draft::Expression out;
    out.kind = draft::Expression::Kind::kString;
    out.text = std::string(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return out;
  }

  draft::Expression number() {
    const std::size_t start = at_++;
    while (at_ < text_.size() && ((text_[at_] >= '0' && text_[at_] <= '9') || text_[at_] == '.')) ++at_;
    draft::Expression out;
    out.kind = draft::Expression::Kind::kNumber;
    out.text = std::string(text_.substr(start, at_ - start));
    if (Decimal::parse(out.text)) return out;
    fail("not a number", "");
    return {};
  }

  std::string name() {
    skip_space();
    const std::size_t start = at_;
    while (at_ < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_'))
      ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  draft::Expression reference_or_call() {
    const std::size_t start = at_;
    const std::string first = name();
    if (first.empty()) {
      fail("unexpected '" + std::string(1, text_[at_]) + "' in an expression", "");
      return {};
    }
    if (at_ < text_.size() && text_[at_] == '(') return function(first, start);
    if (std::find(captures_.begin(), captures_.end(), first) == captures_.end()) {
      at_ = start;
      const std::string near = nearest_name(first, captures_);
      fail("unknown capture '" + first + "'",
           near.empty() ? "name it in the pattern: " + first + ":…" : "did you mean '" + near + "'?");
      return {};
    }
    draft::Expression out;
    out.kind = draft::Expression::Kind::kReference;
    out.capture = program_.captures.add(first);
    std::string attribute = "value";
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      attribute = name();
    }
    out.attribute = static_cast<AttributeId>(program_.attributes.add(attribute));
    return out;
  }

  draft::Expression function(const std::string& called, std::size_t start) {
    ++at_;
    const std::optional<Arity> arity = function_arity(called);
    if (!arity) {
      at_ = start;
      const std::string near = nearest_function(called);
      fail("unknown function '" + called + "'", near.empty() ? "" : "did you mean '" + near + "'?");
      return {};
    }
    std::vector<draft::Expression> arguments;
    if (!take(')')) {
      do {
        arguments.push_back(sum());
      } while (!failed_ && take(','));
      if (!failed_ && !take(')')) fail("missing ')'", "");
    }
    const int count = static_cast<int>(arguments.size());
    if (!failed_ && (count < arity->least || count > arity->most)) {
      at_ = start;
      fail(fmt::format("'{}' takes {} to {} arguments, not {}", called, arity->least, arity->most, count),
           "");
    }
    return call(called, std::move(arguments));
  }

  std::string_view text_;
  draft::Program& program_;
  const std::vector<std::string>& captures_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::optional<PatternError> failed_;
};

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::variant<draft::Expression, PatternError> parse_expression(
    std::string_view text, draft::Program& program, const std::vector<std::string>& known_captures) {
  return Parser(text, program, known_captures).run();
}

std::optional<Arity> function_arity(std::string_view name) {
  const auto it = functions().find(name);
  if (it == functions().end()) return std::nullopt;
  return it->second;
}

std::string nearest_name(std::string_view name, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string nearest_function(std::string_view name) {
  std::vector<std::string> names;
  for (const auto& [known, arity] : functions()) names.emplace_back(known);
  return nearest_name(name, names);
}

}  // namespace figmine
