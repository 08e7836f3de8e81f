// figmine/figmine.h: start here. An Engine holds the compiled rules; an Extractor is one thread's working
// memory.
//
//   Result<Engine> engine = Engine::create({});
//   Extractor extractor(engine.value());
//   Result<DocumentResult> result = extractor.extract(bytes, {.source = "inbox/a.txt"});
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/diagnostic.h"
#include "figmine/fact.h"
#include "figmine/result.h"

namespace figmine {

struct EngineOptions {
  std::string rules_folder;  // a user's folder laid over the shipped rules; empty for none
};

enum class Input { kAuto, kText, kMarkdown, kHtml, kJsonLine };  // kJsonLine: one {"text": …} object

// What an article's carrier (an RSS item, a mail's header) says of it.
struct ArticleInfo {
  std::optional<std::string> title, byline, publisher, url;
  std::optional<std::string> published;  // ISO date
  std::optional<std::string> language;   // BCP 47 code
};

struct ExtractOptions {
  Input input = Input::kAuto;
  std::string source;  // path or name of the input, for the record and for messages
  std::string id;      // the caller's id; empty: the input's own, else `source`, else the text's hash
  std::optional<std::string> published;  // ISO date that outranks the article's own
  std::optional<std::string> language;   // BCP 47 code that outranks detection
  ArticleInfo info;                      // outranks the article's own, and is outranked by the two above
  std::optional<std::string> charset;  // IANA name that outranks all but a byte order mark; not for kJsonLine
  bool all = false;                    // every number-like mention, not only claims
  bool times = false;                  // fill DocumentResult::times
};

// Immutable and shared: any number of threads may use one Engine.
class Engine {
 public:
  // Loads the shipped rules and the user's. Errors: rules that do not load, each with its place.
  [[nodiscard]] static Result<Engine> create(const EngineOptions& options);

  [[nodiscard]] const Diagnostics& warnings() const;  // about the rules
  [[nodiscard]] std::vector<std::string> languages() const;
  [[nodiscard]] std::string rules()
      const;  // "en@<hash>" of every language; the same rules have the same hash
  [[nodiscard]] static std::string_view version();

  struct State;
  [[nodiscard]] const State& state() const { return *state_; }

 private:
  explicit Engine(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

// One thread's scratch; not thread-safe. Cheap to keep, costly to make anew for each article.
class Extractor {
 public:
  explicit Extractor(const Engine& engine);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  // The facts of one article. Errors: no text, binary input, input too large, a bad JSON line.
  [[nodiscard]] Result<DocumentResult> extract(std::string_view bytes, const ExtractOptions& options);

  // A stable text dump of one stage: blocks | sentences | tokens | numbers | quantities | times | phrases |
  // claims.
  [[nodiscard]] Result<std::string> dump(std::string_view bytes, const ExtractOptions& options,
                                         std::string_view stage);

  // How each fact (or the one whose id is given) was derived: tokens, layers, rules, captures, conflicts won.
  [[nodiscard]] Result<std::string> explain(std::string_view bytes, const ExtractOptions& options,
                                            std::string_view fact_id = {});

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace figmine
