// stats/claims: a fact -> what it can be compared by: whose, what, when, in which unit, how it is told, and
// the interval that its figure stands for. docs/conflicts.md says what is compared and why. Tested by
// tests/unit/conflicts_test.cc.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "figmine/fact.h"
#include "figmine/result.h"

namespace figmine {

struct Program;

// The words that comparing asks of, language by language, from the lexicons. Immutable, shared by threads.
class Wording {
 public:
  // The shipped rules, and a user's folder over them (empty: none). Errors: rules that don't load.
  [[nodiscard]] static Result<Wording> load(const std::string& rules_folder);

  // The content words of a phrase: folded, singular, sorted, each once, joined by blanks; `drop` is the type
  // of lexicon words that are left out (unless nothing else is there).
  [[nodiscard]] std::string content(const std::string& language, std::string_view phrase,
                                    std::string_view drop) const;
  // The words of the text that are of that type, the same way.
  [[nodiscard]] std::string pick(const std::string& language, std::string_view text,
                                 std::string_view type) const;
  // Whether every word of the text is of one of these types; false for no word.
  [[nodiscard]] bool all(const std::string& language, std::string_view text,
                         const std::vector<std::string_view>& types) const;
  // Whether the word is a noun, or one that the lexicons don't know.
  [[nodiscard]] bool may_be_noun(const std::string& language, std::string_view word) const;

 private:
  [[nodiscard]] const Program* program_of(const std::string& language) const;
  std::map<std::string, std::shared_ptr<const Program>> programs_;
};

// What a figure may be, both ends inclusive, absent: open. Without sign: "a loss of 5" and "(5)" are alike.
struct Extent {
  std::optional<Decimal> low, high;
  Decimal value;  // the figure itself; the middle of a range
  bool range = false;
};

// Two ranges agree where one lies in the other: a forecast of 620 to 650 that becomes 640 to 670 is another.
[[nodiscard]] bool agree(const Extent& a, const Extent& b);
// Whether one could be the other's slip: within a factor of two, or the same digits in another magnitude.
[[nodiscard]] bool comparable_size(const Extent& a, const Extent& b);

enum class Standing { kReported, kEstimate, kExpected };  // expected: forecast or target

struct Claim {
  std::string subject;    // "ticker NASDAQ:GMGI", or the content words of the name; empty: none told
  std::string measure;    // content words
  std::string unit;       // "money USD/share", "%", "m3", "{robot}"
  std::string manner;     // "level" or "by", what it is a share of, "not" where negated, words that
                          // tell it from others
  std::string basis;      // of a change "by"; may be empty
  std::string direction;  // of a change "by"; empty else
  std::string start, end;
  bool period_told = false;  // in the fact's own words, not carried over
  bool bare_count = false;   // a counted noun alone ("300 jobs") says little of what was counted
  Standing standing = Standing::kReported;
  Extent extent;
};

struct ClaimOptions {
  double min_score = 0.7;
};

// Nothing where the fact can't be compared: no measure, a measure that names nothing by itself, a rank, a
// date, an open or hypothetical figure, too low a score.
[[nodiscard]] std::optional<Claim> claim_of(const DocumentResult& record, const Fact& fact,
                                            const Wording& wording, const ClaimOptions& options);

}  // namespace figmine
