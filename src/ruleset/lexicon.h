// ruleset/lexicon: TSV files -> lexicon entries. A file has a header row; a row's cells are its attributes.
// Lines that start with '#' are comments. Tested by tests/unit/rules_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/result.h"
#include "ruleset/draft.h"

namespace figmine {

struct TsvTable {
  std::vector<std::string> columns;
  struct Row {
    int line = 0;
    std::vector<std::string_view> cells;  // into the text that was read
  };
  std::vector<Row> rows;

  [[nodiscard]] std::size_t column(std::string_view name) const;  // columns.size() when absent
};

// A wrong number of columns is an error at its line; several are reported at once.
[[nodiscard]] Result<TsvTable> read_tsv(std::string_view text, const std::string& path);

// How a file's columns become entries; see rules/README.md.
struct LexiconSpec {
  std::string path;
  std::string type;           // empty: the column "type" names it
  std::string form = "form";  // column of the forms, separated by '|'; case does not count
  std::string exact;          // column of forms in which case counts; may be empty
  std::string tags;  // column of words that give further types: "N V" makes TYPE.N, TYPE.V and TYPE.first.N;
                     // may be empty
  std::string_view text;  // the file
  std::string_view
      prefixes;  // a table of prefixes that compose with the rows whose column "prefix" says so; may be empty
  std::string prefixes_path;
};

// Adds the file's entries to the program. Gives the errors found; none means success.
[[nodiscard]] Diagnostics add_lexicon(const LexiconSpec& spec, draft::Program& program);

// Adds one form. `exact` forms match in their own case only. The first row of a form is the one that is
// found; the later ones of its type are kept as other readings. `more` are types that only a first row gets.
void add_form(draft::Program& program, std::string_view form, bool exact, TypeId type, std::uint32_t row,
              std::span<const TypeId> more = {});

// ISO 4217 codes and the language's currency names, singular and plural, from ICU (CLDR): types currency_code
// and currency_name with the attributes iso and name.
void add_currencies(draft::Program& program, const std::string& language);

}  // namespace figmine
