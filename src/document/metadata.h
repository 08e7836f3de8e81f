// document/metadata: title, byline, dateline (place, agency, date) and publication date. Metadata of the
// input first, then the text, by the patterns of rules/LANGUAGE/dateline.toml. Tested by
// tests/unit/document_test.cc and the examples in that file.
#pragma once

#include <re2/re2.h>

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "document/document.h"
#include "ruleset/program.h"

namespace figmine {

// A program's datelines, ready to match. Threads may share one.
class Datelines {
 public:
  // `only`: nothing but the pattern of that number, for its examples.
  explicit Datelines(const Program& program, std::uint32_t only = kNone);

  class Pattern {
   public:
    explicit Pattern(const DatelinePattern& pattern);
    // False where a text that needs to be there is not. `folded`: by folded_ascii().
    [[nodiscard]] bool may_match(std::string_view folded) const;
    // Compiled when first asked for: what an article's first patterns tell, no other is asked.
    [[nodiscard]] const RE2& expression() const;

    // What it has a group for:
    const bool place;
    const bool publisher;
    const bool byline;  // such a one may match at the text's end too
    const bool date;

   private:
    const DatelinePattern& pattern_;
    mutable std::once_flag compiled_;
    mutable std::unique_ptr<const RE2> expression_;
  };
  [[nodiscard]] const std::deque<Pattern>& patterns() const { return patterns_; }
  // The month of a name or abbreviation in lower case; nothing for any other word.
  [[nodiscard]] std::optional<int> month(std::string_view name) const;

 private:
  const Program& program_;
  std::deque<Pattern> patterns_;
};

// The day that the file's name begins with: "inbox/2025-05-04-results.md" is of 2025-05-04. Nothing where it
// begins otherwise or with no day of the calendar.
[[nodiscard]] std::optional<std::string> day_in_name(std::string_view path);

// Fills what is still open in document.metadata.
void read_metadata(Document& document, const Datelines& datelines);

}  // namespace figmine
