#include "batch/run.h"

#include <oneapi/tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/sha256.h"
#include "batch/duplicates.h"
#include "batch/ordered.h"
#include "output/json.h"

namespace figmine {
namespace {

using Clock = std::chrono::steady_clock;

// What became of one article.
struct Outcome {
  enum class Kind { kDone, kUnchanged, kFailed } kind = Kind::kDone;
  Entry entry;
  Diagnostics problems;  // where failed
  std::string record;    // where done, until it is saved
  Diagnostics broken;    // the store can't be written: no fault of the article
  std::chrono::microseconds time{0};
};

// All that a record depends on beside the article's bytes.
std::string made_by(const Engine& engine, const ExtractOptions& options) {
  std::string out = "figmine " + std::string(Engine::version()) + " " + engine.rules();
  if (options.input != Input::kAuto) out += " input=" + std::to_string(static_cast<int>(options.input));
  if (options.published) out += " published=" + *options.published;
  if (options.language) out += " language=" + *options.language;
  if (options.all) out += " all";
  if (options.times) out += " times";
  return out;
}

// And on what its carrier says of it.
std::string told_of(const ArticleInfo& info) {
  std::string out;
  for (const auto& field : {info.title, info.byline, info.publisher, info.url, info.published, info.language})
    out += field.value_or("") + '\0';
  return out == std::string(out.size(), '\0') ? "" : " told=" + sha256_hex({out}).substr(0, 16);
}

Entry entry_of(const Article& article, const std::string& made_by) {
  Entry entry;
  entry.name = article.name;
  entry.source = source_of(article);
  entry.sha256 = sha256_hex({article.bytes});
  entry.made_by = made_by + told_of(article.info);
  return entry;
}

void describe(Entry& entry, const DocumentResult& result) {
  entry.facts = static_cast<int>(result.facts.size());
  for (const Fact& fact : result.facts) ++entry.kinds[fact.quantity.kind];
  entry.title = result.document.title.value_or("");
  entry.published = result.document.published.value_or("");
  entry.language = result.document.language;
  entry.signature = to_hex(signature_of(result.text));
}

class Batch {
 public:
  Batch(const Store& store, const Engine& engine, const BatchOptions& options)
      : store_(store),
        options_(options),
        made_by_(made_by(engine, options.extract)),
        extractors_([&engine] { return Extractor(engine); }) {
    json_.text = true;
    json_.times = options.extract.times;
  }

  Outcome work(FeedItem&& item) {
    if (!item.problems.empty()) return failed(std::move(item));
    const Clock::time_point start = Clock::now();
    Outcome outcome;
    outcome.entry = entry_of(item.article, made_by_);
    if (!options_.force && unchanged(outcome.entry)) {
      outcome.kind = Outcome::Kind::kUnchanged;
      return outcome;
    }
    extract(item.article, outcome);
    outcome.time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    return outcome;
  }

  void save(Outcome& outcome) const {
    if (outcome.record.empty()) return;
    outcome.broken = store_.write_record(outcome.entry.name, std::exchange(outcome.record, {}));
  }

 private:
  static Outcome failed(FeedItem&& item) {
    Outcome outcome;
    outcome.kind = Outcome::Kind::kFailed;
    outcome.entry.name = item.article.name;
    outcome.entry.source = source_of(item.article);
    outcome.problems = std::move(item.problems);
    return outcome;
  }

  bool unchanged(const Entry& entry) const {
    const std::optional<Entry> known = store_.known(entry.name);
    return known && known->status == Entry::Status::kDone && known->sha256 == entry.sha256 &&
           known->made_by == entry.made_by && known->source == entry.source && store_.has_record(entry.name);
  }

  void extract(Article& article, Outcome& outcome) {
    outcome.problems = placed(make_readable(article), article);
    if (!outcome.problems.empty()) {
      outcome.kind = Outcome::Kind::kFailed;
      return;
    }
    const Result<DocumentResult> result =
        extractors_.local().extract(article.bytes, options_for(article, options_.extract));
    if (!result) {
      outcome.kind = Outcome::Kind::kFailed;
      outcome.problems = placed(result.errors(), article);
      return;
    }
    describe(outcome.entry, result.value());
    outcome.record = to_json(result.value(), json_) + "\n";
  }

  const Store& store_;
  const BatchOptions& options_;
  std::string made_by_;
  JsonOptions json_;
  oneapi::tbb::enumerable_thread_specific<Extractor> extractors_;
};

constexpr std::size_t kSlowest = 5;

void note_time(std::vector<SlowArticle>& slowest, const Outcome& outcome) {
  const auto slower = [](const SlowArticle& a, const SlowArticle& b) { return a.time > b.time; };
  const SlowArticle article{outcome.entry.name, outcome.time};
  slowest.insert(std::upper_bound(slowest.begin(), slowest.end(), article, slower), article);
  if (slowest.size() > kSlowest) slowest.pop_back();
}

void mark_failed(Entry& entry, const Diagnostics& problems) {
  entry.status = Entry::Status::kFailed;
  entry.error = problems.front().message;
  entry.hint = problems.front().hint;
}

// Journals as gone what earlier runs left and this one was not given. What lies below a folder or container
// that could not be read is kept: it may still be there.
Diagnostics prune(Store& store, const std::unordered_set<std::string>& given, const BatchResult& result,
                  int& pruned) {
  const Result<std::vector<Store::Place>> places = store.places();
  if (!places) return places.errors();
  const auto kept = [&](const std::string& name) {
    return given.contains(name) ||
           std::any_of(result.failures.begin(), result.failures.end(), [&](const BatchFailure& failure) {
             return failure.name.empty() || name.starts_with(failure.name + "/");
           });
  };
  for (const Store::Place& place : places.value()) {
    if (kept(place.name)) continue;
    Entry gone;
    gone.name = place.name;
    gone.status = Entry::Status::kGone;
    ++pruned;
    if (Diagnostics problems = store.journal(gone); !problems.empty()) return problems;
  }
  return {};
}

}  // namespace

BatchResult run_batch(Store& store, const Engine& engine, const BatchOptions& options,
                      const std::function<std::optional<FeedItem>()>& next, const BatchEvents& events,
                      const std::atomic<bool>& stop) {
  BatchResult result;
  Batch batch(store, engine, options);
  std::unordered_set<std::string> given;
  const auto take = [&]() -> std::optional<FeedItem> { return stop ? std::nullopt : next(); };
  const auto give = [&](Outcome&& outcome) {
    if (!outcome.broken.empty()) {
      result.stopped = std::move(outcome.broken);
      return false;
    }
    switch (outcome.kind) {
      case Outcome::Kind::kDone:
        ++result.counts.done;
        note_time(result.slowest, outcome);
        break;
      case Outcome::Kind::kUnchanged:
        ++result.counts.unchanged;
        break;
      case Outcome::Kind::kFailed:
        ++result.counts.failed;
        mark_failed(outcome.entry, outcome.problems);
        result.failures.push_back({outcome.entry.name, std::move(outcome.problems)});
        events.failed(result.failures.back());
        break;
    }
    if (outcome.kind != Outcome::Kind::kUnchanged) result.stopped = store.journal(outcome.entry);
    if (options.prune) given.insert(outcome.entry.name);
    events.taken(outcome.entry);
    events.progress(result.counts);
    return result.stopped.empty();
  };
  run_ordered(
      options.jobs, take, [&](FeedItem&& item) { return batch.work(std::move(item)); },
      [&](Outcome& outcome) { batch.save(outcome); }, give);
  if (options.prune && !stop && result.stopped.empty())
    result.stopped = prune(store, given, result, result.counts.pruned);
  return result;
}

}  // namespace figmine
