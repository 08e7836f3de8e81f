#include "batch/combine.h"

#include <map>
#include <optional>
#include <utility>

#include "batch/ordered.h"
#include "output/fact_lines.h"

namespace figmine {
namespace {

using Links = std::map<std::string, DuplicateLink>;

Links duplicate_links(const Store& store, const std::vector<Store::Place>& places) {
  DuplicateIndex index;
  for (const Store::Place& place : places) {
    const std::optional<Entry> entry = store.entry_at(place);
    if (!entry || entry->status != Entry::Status::kDone) continue;
    if (const std::optional<Signature> signature = from_hex(entry->signature))
      index.add(entry->name, *signature, entry->published);
  }
  Links links;
  for (DuplicateLink& link : index.links()) links.emplace(link.name, std::move(link));
  return links;
}

// What one article adds to the files.
struct Part {
  Entry entry;
  std::string facts;  // lines
};

Part part_of(const Store& store, const Store::Place& place, const Links& links) {
  Part part;
  if (std::optional<Entry> entry = store.entry_at(place)) {
    part.entry = std::move(*entry);
  } else {
    part.entry.status = Entry::Status::kGone;
  }
  if (part.entry.status != Entry::Status::kDone) {
    store.remove_record(place.name);
    return part;
  }
  const Result<std::string> record = store.read_record(place.name);
  std::optional<std::string> lines;
  if (record.ok()) lines = fact_lines(record.value());
  if (!lines) {
    part.entry.status = Entry::Status::kFailed;
    part.entry.error = record.ok() ? "its record is damaged" : record.errors().front().message;
    part.entry.hint = "run the command again to make the record anew";
    return part;
  }
  part.facts = std::move(*lines);
  if (const auto link = links.find(place.name); link != links.end()) {
    part.entry.duplicate_of = link->second.duplicate_of;
    part.entry.similarity = link->second.similarity;
  }
  return part;
}

void count(StoreTotals& totals, const Entry& entry) {
  if (entry.status == Entry::Status::kFailed) ++totals.failed;
  if (entry.status != Entry::Status::kDone) return;
  ++totals.articles;
  totals.facts += entry.facts;
  for (const auto& [kind, facts] : entry.kinds) totals.kinds[kind] += facts;
  if (!entry.duplicate_of.empty())
    totals.duplicates.push_back({entry.name, entry.duplicate_of, entry.similarity});
}

}  // namespace

Result<StoreTotals> combine(Store& store, const CombineOptions& options) {
  Result<std::vector<Store::Place>> places = store.places();
  if (!places) return places.errors();
  Result<WholeFile> facts = store.replace("facts.jsonl");
  if (!facts) return facts.errors();
  Result<WholeFile> articles = store.replace("articles.jsonl");
  if (!articles) return articles.errors();
  Result<WholeFile> state = store.next_state();
  if (!state) return state.errors();

  const Links links = options.duplicates ? duplicate_links(store, places.value()) : Links{};
  StoreTotals totals;
  std::size_t at = 0;
  const auto next = [&]() -> std::optional<const Store::Place*> {
    if (at == places.value().size()) return std::nullopt;
    return &places.value()[at++];
  };
  const auto work = [&](const Store::Place*&& place) { return part_of(store, *place, links); };
  const auto give = [&](Part&& part) {
    count(totals, part.entry);
    if (part.entry.status == Entry::Status::kGone) return true;
    facts.value().write(part.facts);
    articles.value().write(to_line(part.entry, EntryUse::kCatalogue) + "\n");
    state.value().write(to_line(part.entry, EntryUse::kState) + "\n");
    return true;
  };
  run_ordered(options.jobs, next, work, give);

  if (Diagnostics problems = facts.value().commit(); !problems.empty()) return problems;
  if (Diagnostics problems = articles.value().commit(); !problems.empty()) return problems;
  if (Diagnostics problems = store.fold(std::move(state).value()); !problems.empty()) return problems;
  return totals;
}

}  // namespace figmine
