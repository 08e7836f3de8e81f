#include "stats/stats.h"

#include <algorithm>
#include <charconv>

#include "stats/records.h"

namespace figmine {
namespace {

// "example.org" of "https://www.example.org/a".
std::string site_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  std::string_view host = url.substr(0, url.find_first_of("/?#"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

std::string source_of(const DocumentResult& record, const std::string& name) {
  const DocumentInfo& document = record.document;
  if (document.publisher && !document.publisher->empty()) return *document.publisher;
  if (document.url) {
    if (std::string site = site_of(*document.url); !site.empty()) return site;
  }
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "not told" : name.substr(0, slash + 1);
}

// Of an ISO date; nothing where it is open.
std::optional<int> year_in(std::string_view date) {
  int year = 0;
  const auto [end, error] =
      std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  if (error != std::errc() || end != date.data() + 4) return std::nullopt;
  return year;
}

void count_year(Stats& stats, const Fact& fact) {
  if (!fact.period) return;
  std::optional<int> year = year_in(fact.period->end);
  if (!year) year = year_in(fact.period->start);
  if (!year) return;
  YearCount& count = stats.years[*year];
  if (fact.status == "reported") {
    ++count.reported;
  } else if (fact.status == "forecast" || fact.status == "target") {
    ++count.expected;
  } else {
    ++count.other;
  }
}

std::string unit_name(const Unit& unit) {
  const std::string& name = unit.system == "iso4217" || unit.name.empty() ? unit.code : unit.name;
  return name + (unit.per.empty() ? "" : " per " + unit.per);
}

void count_fact(Stats& stats, const Fact& fact) {
  ++stats.facts;
  stats.kinds.add(fact.quantity.kind);
  stats.sections.add(fact.section);
  stats.statuses.add(fact.status);
  if (fact.quantity.unit) stats.units.add(unit_name(*fact.quantity.unit));
  if (fact.measure) {
    ++stats.with_measure;
    stats.measures.add(fact.measure->text);
  }
  if (fact.subject) {
    ++stats.with_subject;
    stats.subjects.add(fact.subject->name);
  }
  stats.with_period += fact.period ? 1 : 0;
  stats.with_attribution += fact.attribution ? 1 : 0;
  stats.with_change += fact.change ? 1 : 0;
  for (const std::string& rule : fact.rules) stats.rules.add(rule);
  count_year(stats, fact);
  const auto bin = static_cast<std::size_t>(std::clamp(fact.score, 0.0, 1.0) * Stats::kScoreBins);
  ++stats.scores[std::min(bin, Stats::kScoreBins - 1)];
}

void count_failure(std::map<std::string, Failure>& failures, const Entry& entry) {
  Failure& failure = failures[entry.error];
  if (failure.articles++ == 0) {
    failure.reason = entry.error;
    failure.hint = entry.hint;
    failure.example = entry.name;
  }
}

std::vector<Failure> by_number(const std::map<std::string, Failure>& failures) {
  std::vector<Failure> out;
  for (const auto& [reason, failure] : failures) out.push_back(failure);
  std::stable_sort(out.begin(), out.end(),
                   [](const Failure& a, const Failure& b) { return a.articles > b.articles; });
  return out;
}

}  // namespace

void Stats::add(const Stats& other) {
  articles += other.articles;
  failed += other.failed;
  repeated += other.repeated;
  without += other.without;
  facts += other.facts;
  with_measure += other.with_measure;
  with_subject += other.with_subject;
  with_period += other.with_period;
  with_attribution += other.with_attribution;
  with_change += other.with_change;
  for (Tally Stats::*tally :
       {&Stats::kinds, &Stats::units, &Stats::measures, &Stats::subjects, &Stats::sections, &Stats::statuses,
        &Stats::rules, &Stats::sources, &Stats::languages})
    (this->*tally).add(other.*tally);
  for (const auto& [year, count] : other.years) {
    years[year].reported += count.reported;
    years[year].expected += count.expected;
    years[year].other += count.other;
  }
  for (std::size_t bin = 0; bin < kScoreBins; ++bin) scores[bin] += other.scores[bin];
}

Stats stats_of(const DocumentResult& record, const std::string& name, const FactFilter& filter) {
  Stats stats;
  const FactSelector selector(filter, record);
  for (const Fact& fact : record.facts) {
    if (fact.claim && selector.lets_through(fact)) count_fact(stats, fact);
  }
  stats.without = stats.facts == 0 ? 1 : 0;
  stats.sources.add(source_of(record, name), stats.facts);
  stats.languages.add(record.document.language);
  return stats;
}

Result<StatsReport> stats_of_store(const std::filesystem::path& out, const StatsOptions& options) {
  const Result<std::vector<Entry>> catalogue = catalogue_of(out);
  if (!catalogue) return catalogue.errors();
  StatsReport report;
  std::map<std::string, Failure> failures;
  std::vector<const Entry*> wanted;
  for (const Entry& entry : catalogue.value()) {
    ++report.stats.articles;
    if (entry.status == Entry::Status::kFailed) {
      ++report.stats.failed;
      count_failure(failures, entry);
    }
    if (!entry.duplicate_of.empty()) ++report.stats.repeated;
    if (entry.duplicate_of.empty() || !options.unique) wanted.push_back(&entry);
  }
  report.problems = for_each_record(
      out, wanted, options.jobs,
      [&](const Entry& entry, DocumentResult&& record) {
        return stats_of(record, entry.name, options.filter);
      },
      [&](const Entry&, Stats&& stats) { report.stats.add(stats); });
  report.stats.failures = by_number(failures);
  return report;
}

}  // namespace figmine
