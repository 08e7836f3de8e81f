// stats/conflicts: the same measure, subject and period with different figures, inside an article and across
// the articles of a store. docs/conflicts.md says what counts. Two passes over the records: the first keeps
// 32 bytes a fact, the second reads again the articles whose figures meet. Tested by
// tests/unit/conflicts_test.cc and tests/e2e/stats_test.py.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "stats/claims.h"

namespace figmine {

// One figure of a conflict, with its evidence.
struct Figure {
  std::string article;  // its name in the store
  std::string document, source, published, title;
  std::string fact, section, status, direction;
  std::string quantity, measure, subject;
  std::string sentence;               // its text
  Span quantity_span, sentence_span;  // code points of the article's text
  Span mark;                          // the quantity, in bytes of `sentence`
};

enum class ConflictKind {
  kContradiction,
  kRevision,  // a later article gives another figure, and says so or gives another forecast
  kOutlook    // a forecast and what came of it
};

struct Conflict {
  ConflictKind kind = ConflictKind::kContradiction;
  bool within = false;           // one article against itself
  std::string measure, subject;  // as the first figure has them
  std::string start, end;        // of the period; empty where open or not told
  std::vector<Figure> figures;   // by date, article and place; at least two that disagree
};

struct ConflictOptions {
  ClaimOptions claims;
  bool outlook = false;  // forecasts against outcomes too
  std::size_t jobs = 0;  // threads; 0: all cores
};

// In one article, in text order.
[[nodiscard]] std::vector<Conflict> conflicts_within(const DocumentResult& record, const std::string& name,
                                                     const Wording& wording, const ConflictOptions& options);

struct ConflictReport {
  std::vector<Conflict> conflicts;  // within articles first, then across; each by name and date
  std::size_t articles = 0;         // read
  std::size_t compared = 0;         // figures
  Diagnostics problems;             // records that could not be read
};

// Articles that repeat another count once. Errors: no store.
[[nodiscard]] Result<ConflictReport> find_conflicts(const std::filesystem::path& out, const Wording& wording,
                                                    const ConflictOptions& options);

}  // namespace figmine
