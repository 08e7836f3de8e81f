// The public API over the stages.
#include <algorithm>
#include <map>

#include "base/sha256.h"
#include "document/jsonl.h"
#include "document/metadata.h"
#include "document/read.h"
#include "figmine/figmine.h"
#include "match/matcher.h"
#include "pipeline/language.h"
#include "pipeline/programs.h"
#include "pipeline/stages.h"

namespace figmine {

struct Engine::State {
  explicit State(Programs opened)
      : programs(std::move(opened)), datelines(*programs.by_language.at(programs.languages.back())) {}

  Programs programs;
  Datelines datelines;
};

namespace {

constexpr std::string_view kVersion = FIGMINE_VERSION;

InputFormat to_format(Input input) {
  switch (input) {
    case Input::kText:
      return InputFormat::kText;
    case Input::kMarkdown:
      return InputFormat::kMarkdown;
    case Input::kHtml:
      return InputFormat::kHtml;
    case Input::kAuto:
    case Input::kJsonLine:
      return InputFormat::kAuto;
  }
  return InputFormat::kAuto;
}

void take(std::optional<std::string>& field, const std::optional<std::string>& told) {
  if (told) field = told;
}

// The carrier's word counts for more than the article's own.
void take_info(Metadata& metadata, const ArticleInfo& info) {
  take(metadata.title, info.title);
  take(metadata.byline, info.byline);
  take(metadata.publisher, info.publisher);
  take(metadata.url, info.url);
  take(metadata.published, info.published);
  take(metadata.language, info.language);
}

Result<Document> read(std::string_view bytes, const ExtractOptions& options, const Datelines& datelines) {
  ReadOptions reading;
  reading.format = to_format(options.input);
  reading.path = options.source;
  reading.charset = options.charset;
  Result<Document> document =
      options.input == Input::kJsonLine ? read_jsonl_line(bytes) : read_document(bytes, reading);
  if (document.ok()) {
    take_info(document.value().metadata, options.info);
    read_metadata(document.value(), datelines);
    Metadata& metadata = document.value().metadata;
    if (!metadata.published) metadata.published = day_in_name(options.source);
  }
  return document;
}

TimeMention to_mention(const TimeSpan& time, const Document& document, const Text& text) {
  constexpr std::string_view kKinds[] = {"date", "period", "duration", "set"};
  TimeMention mention;
  mention.span = {text.tokens[time.range.begin].span.begin, text.tokens[time.range.end - 1].span.end};
  mention.text = std::string(slice(document.text, mention.span));
  mention.type = kKinds[static_cast<std::size_t>(time.time.kind)];
  mention.start = time.calendar.start ? to_iso(*time.calendar.start) : "";
  mention.end = time.calendar.end ? to_iso(*time.calendar.end) : "";
  return mention;
}

// The times of the document in text order, with the figures that are lengths of time.
std::vector<TimeMention> times_of(const Stages& stages) {
  std::vector<TimeMention> times;
  for (const Resolved& resolved : stages.resolved) {
    for (const TimeSpan& time : resolved.times)
      times.push_back(to_mention(time, stages.document, stages.text));
  }
  for (const Fact& fact : stages.claims.facts) {
    if (fact.quantity.kind == "duration" && fact.claim)
      times.push_back({fact.quantity.text, fact.quantity.span, "duration", "", ""});
  }
  std::stable_sort(times.begin(), times.end(),
                   [](const TimeMention& a, const TimeMention& b) { return a.span.begin < b.span.begin; });
  return times;
}

DocumentInfo info_of(const Stages& stages, const ExtractOptions& options) {
  const Metadata& metadata = stages.document.metadata;
  DocumentInfo info;
  info.sha256 = stages.sha256;
  info.source = options.source;
  info.id = !options.id.empty()       ? options.id
            : !metadata.id.empty()    ? metadata.id
            : !options.source.empty() ? options.source
                                      : stages.sha256;
  info.url = metadata.url;
  info.language = stages.language;
  info.media_type = stages.document.media_type;
  info.charset = stages.document.charset;
  info.title = metadata.title;
  info.byline = metadata.byline;
  info.publisher = metadata.publisher;
  info.place = metadata.place;
  if (stages.published) info.published = to_iso(*stages.published);
  return info;
}

}  // namespace

Result<Engine> Engine::create(const EngineOptions& options) {
  Result<Programs> programs = open_programs(options.rules_folder);
  if (!programs) return programs.errors();
  return Engine(std::make_shared<State>(std::move(programs).value()));
}

const Diagnostics& Engine::warnings() const { return state_->programs.warnings; }
std::vector<std::string> Engine::languages() const { return state_->programs.languages; }
std::string Engine::rules() const {
  std::string out;
  for (const auto& [language, program] : state_->programs.by_language) {
    if (!out.empty()) out += ' ';
    out += language + "@" + program->hash.str();
  }
  return out;
}
std::string_view Engine::version() { return kVersion; }

struct Extractor::Impl {
  explicit Impl(const Engine& owner) : engine(owner) {
    for (const auto& [language, program] : engine.state().programs.by_language)
      matchers.emplace(language, Matcher(program));
  }

  Matcher* matcher_for(const std::string& language) {
    const auto it = matchers.find(language.substr(0, language.find('-')));
    return it == matchers.end() ? nullptr : &it->second;
  }

  // All stages; `matcher` is null where the language has no rules.
  Result<Stages> run(std::string_view bytes, const ExtractOptions& options, Matcher*& matcher) {
    Result<Document> document = read(bytes, options, engine.state().datelines);
    if (!document) return document.errors();
    Stages stages;
    stages.document = std::move(document).value();
    const Metadata& metadata = stages.document.metadata;
    stages.language =
        options.language.value_or(metadata.language.value_or(detect_language(stages.document.text)));
    if (stages.language.empty()) stages.language = engine.state().programs.languages.front();
    if (options.published || metadata.published)
      stages.published = parse_iso_date(options.published ? *options.published : *metadata.published);
    matcher = matcher_for(stages.language);
    if (matcher == nullptr) {
      stages.sha256 = sha256_hex({stages.document.text});
      return stages;
    }
    matcher->trim();
    run_stages(stages, *matcher);
    return stages;
  }

  Engine engine;
  std::map<std::string, Matcher> matchers;
};

Extractor::Extractor(const Engine& engine) : impl_(std::make_unique<Impl>(engine)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Result<DocumentResult> Extractor::extract(std::string_view bytes, const ExtractOptions& options) {
  Matcher* matcher = nullptr;
  Result<Stages> run = impl_->run(bytes, options, matcher);
  if (!run) return run.errors();
  Stages stages = std::move(run).value();
  DocumentResult result;
  result.document = info_of(stages, options);
  result.engine.version = std::string(kVersion);
  for (const std::string& warning : stages.document.warnings)
    result.warnings.push_back({"input", warning, std::nullopt});
  if (matcher == nullptr) {
    result.warnings.push_back(
        {"unsupported_language", "no rules for language '" + stages.language + "'", std::nullopt});
    result.engine.rules = "none";
  } else {
    result.engine.rules = matcher->program().language.str() + "@" + matcher->program().hash.str();
  }
  if (options.times) result.times = times_of(stages);
  result.facts = std::move(stages.claims.facts);
  if (!options.all) std::erase_if(result.facts, [](const Fact& fact) { return !fact.claim; });
  result.entities = std::move(stages.claims.entities);
  result.warnings.insert(result.warnings.end(), stages.claims.warnings.begin(), stages.claims.warnings.end());
  result.text = std::move(stages.document.text);
  return result;
}

Result<std::string> Extractor::dump(std::string_view bytes, const ExtractOptions& options,
                                    std::string_view stage) {
  Matcher* matcher = nullptr;
  const Result<Stages> run = impl_->run(bytes, options, matcher);
  if (!run) return run.errors();
  if (matcher == nullptr) return error("no rules for language '" + run.value().language + "'");
  constexpr std::string_view kStages[] = {"blocks", "sentences",  "tokens",  "numbers",
                                          "times",  "quantities", "phrases", "claims"};
  if (std::find(std::begin(kStages), std::end(kStages), stage) == std::end(kStages)) {
    return error("unknown stage '" + std::string(stage) + "'",
                 "blocks, sentences, tokens, numbers, times, quantities, phrases or claims");
  }
  return dump_stage(run.value(), matcher->program(), stage);
}

Result<std::string> Extractor::explain(std::string_view bytes, const ExtractOptions& options,
                                       std::string_view fact_id) {
  Matcher* matcher = nullptr;
  const Result<Stages> run = impl_->run(bytes, options, matcher);
  if (!run) return run.errors();
  if (matcher == nullptr) return error("no rules for language '" + run.value().language + "'");
  std::string out = explain_facts(run.value(), matcher->program(), fact_id);
  if (out.empty() && !fact_id.empty())
    return error("no fact '" + std::string(fact_id) + "'", "ids are those of 'figmine extract --all'");
  return out;
}

}  // namespace figmine
