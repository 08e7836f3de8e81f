#include "stats/conflicts.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "output/offsets.h"
#include "stats/records.h"

namespace figmine {
namespace {

constexpr std::string_view kRevision = "compare.revision";

// A fact that can be compared.
struct Told {
  Claim claim;
  const Fact* fact = nullptr;
};

bool differ(const Claim& a, const Claim& b) {
  if (!agree(a.extent, b.extent)) return true;
  return !a.direction.empty() && !b.direction.empty() && a.direction != b.direction;
}

bool linked(const Fact& a, const Fact& b) {
  const auto names = [](const Fact& from, const Fact& to) {
    return std::any_of(from.links.begin(), from.links.end(),
                       [&](const Link& link) { return link.fact == to.id; });
  };
  return names(a, b) || names(b, a);
}

// What must be equal for two figures to tell of one thing at one time.
std::string topic_of(const Claim& claim) {
  return claim.subject + '\n' + claim.measure + '\n' + claim.unit + '\n' + claim.manner;
}

std::string dated_topic_of(const Claim& claim) {
  return topic_of(claim) + '\n' + claim.basis + '\n' + claim.start + '\n' + claim.end;
}

// A period that was carried over is good enough for a level, not for how it changed.
bool dated(const Claim& claim) {
  if (claim.start.empty() && claim.end.empty()) return false;
  return claim.period_told || claim.manner.starts_with("level");
}

std::vector<Told> told_of(const DocumentResult& record, const Wording& wording, const ClaimOptions& options) {
  std::vector<Told> out;
  for (const Fact& fact : record.facts) {
    if (std::optional<Claim> claim = claim_of(record, fact, wording, options))
      out.push_back({std::move(*claim), &fact});
  }
  return out;
}

Figure figure_of(const DocumentResult& record, const std::string& name, const Offsets& offsets,
                 const Fact& fact) {
  Figure out;
  out.article = name;
  out.document = record.document.id;
  out.source = record.document.source;
  out.published = record.document.published.value_or("");
  out.title = record.document.title.value_or("");
  out.fact = fact.id;
  out.section = fact.section;
  out.status = fact.status;
  if (fact.change && fact.change->role == "by") out.direction = fact.change->direction;
  out.quantity = fact.quantity.text;
  out.measure = fact.measure ? fact.measure->text : "";
  out.subject = fact.subject ? fact.subject->name : "";
  out.sentence = std::string(slice(record.text, fact.sentence));
  const auto points = [&](Span span) { return Span{offsets.at(span.begin), offsets.at(span.end)}; };
  out.quantity_span = points(fact.quantity.span);
  out.sentence_span = points(fact.sentence);
  if (fact.sentence.contains(fact.quantity.span))
    out.mark = {fact.quantity.span.begin - fact.sentence.begin, fact.quantity.span.end - fact.sentence.begin};
  return out;
}

bool figure_order(const Figure& a, const Figure& b) {
  return std::tie(a.published, a.article, a.quantity_span.begin) <
         std::tie(b.published, b.article, b.quantity_span.begin);
}

Conflict conflict_of(std::vector<Figure> figures, const Claim& claim, ConflictKind kind, bool within) {
  std::sort(figures.begin(), figures.end(), figure_order);
  Conflict out;
  out.kind = kind;
  out.within = within;
  out.measure = figures.front().measure;
  out.subject = figures.front().subject;
  out.start = claim.start;
  out.end = claim.end;
  out.figures = std::move(figures);
  return out;
}

// ---------------------------------------------------------------- inside an article

using Group = std::vector<const Told*>;

bool structured(const Fact& fact) { return fact.section == "table" || fact.section == "list"; }

// Rows of a table and items of a list tell of different things under one measure.
bool told_apart(const Told& a, const Told& b) {
  return a.fact->sentence == b.fact->sentence || linked(*a.fact, *b.fact) ||
         (structured(*a.fact) && structured(*b.fact));
}

// The figures that stand for all: each differs from those before it. No more than `limit` are looked for.
Group distinct(const Group& group, std::size_t limit) {
  Group out;
  for (const Told* told : group) {
    if (out.size() == limit) break;
    if (std::all_of(out.begin(), out.end(),
                    [&](const Told* other) { return differ(told->claim, other->claim); }))
      out.push_back(told);
  }
  return out;
}

// The figures that one period has. More than a measure's words can tell apart mean that they don't: three
// "revenues" are those of three segments, three "antimony prices" are a slip.
std::optional<Group> sides_of(const Group& group) {
  const bool specific = group.front()->claim.measure.find(' ') != std::string::npos;
  const std::size_t most = specific ? 3 : 2;
  const Group sides = distinct(group, most + 1);
  if (sides.size() < 2 || sides.size() > most) return std::nullopt;
  for (std::size_t i = 1; i < sides.size(); ++i) {
    if (told_apart(*sides[0], *sides[i]) || !comparable_size(sides[0]->claim.extent, sides[i]->claim.extent))
      return std::nullopt;
  }
  // One sentence that gives both means two things by them.
  const Told* first = group.front();
  for (const Told* told : group) {
    if (told->fact->sentence != first->fact->sentence) first = told;
    if (differ(first->claim, told->claim)) return std::nullopt;
  }
  return sides;
}

bool in_headline(const Told* told) { return told->fact->section == "headline"; }

class WithinArticle {
 public:
  WithinArticle(const DocumentResult& record, const std::string& name)
      : record_(record), name_(name), offsets_(record.text, OffsetUnit::kCodePoints) {}

  void compare(const Group& group) {
    // A change whose basis is not told has the only one that is.
    std::map<std::string, Group> bases;
    for (const Told* told : group) {
      if (!told->claim.basis.empty()) bases[told->claim.basis].push_back(told);
    }
    if (bases.size() < 2) return compare_periods(group);
    for (const auto& [basis, told] : bases) compare_periods(told);
  }

  std::vector<Conflict> take() {
    std::stable_sort(out_.begin(), out_.end(), [](const Conflict& a, const Conflict& b) {
      return a.figures.front().quantity_span.begin < b.figures.front().quantity_span.begin;
    });
    return std::move(out_);
  }

 private:
  void compare_periods(const Group& group) {
    std::map<std::pair<std::string, std::string>, Group> periods;
    for (const Told* told : group) {
      if (dated(told->claim)) periods[{told->claim.start, told->claim.end}].push_back(told);
    }
    // A headline tells no period: where the article tells of one only, it is that.
    if (in_headline(group.front()) && periods.size() < 2) return add(sides_of(group));
    if (group.front()->claim.bare_count) return;
    for (const auto& [period, told] : periods) add(sides_of(told));
  }

  void add(const std::optional<Group>& sides) {
    if (!sides) return;
    std::vector<Figure> figures;
    for (const Told* told : *sides) figures.push_back(figure_of(record_, name_, offsets_, *told->fact));
    out_.push_back(conflict_of(std::move(figures), sides->back()->claim, ConflictKind::kContradiction, true));
  }

  const DocumentResult& record_;
  const std::string& name_;
  Offsets offsets_;
  std::vector<Conflict> out_;
};

std::vector<Conflict> within(const DocumentResult& record, const std::string& name,
                             const std::vector<Told>& all) {
  std::map<std::pair<std::string, Standing>, Group> groups;
  for (const Told& told : all) groups[{topic_of(told.claim), told.claim.standing}].push_back(&told);
  WithinArticle article(record, name);
  for (const auto& [topic, group] : groups) {
    if (group.size() > 1) article.compare(group);
  }
  return article.take();
}

// ---------------------------------------------------------------- across articles

// What the first pass keeps of a fact.
struct Key {
  std::uint64_t topic = 0;
  std::uint64_t figure = 0;  // of the value as written
  std::uint32_t article = 0;
  std::uint32_t fact = 0;
  friend auto operator<=>(const Key&, const Key&) = default;
};

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

// One figure a topic and standing: an article that gives two means two things by them.
std::vector<Key> keys_of(const std::vector<Told>& all, const DocumentResult& record) {
  std::map<std::pair<std::string, Standing>, Group> groups;
  for (const Told& told : all) {
    if (dated(told.claim) && !told.claim.subject.empty() && !told.claim.bare_count)
      groups[{dated_topic_of(told.claim), told.claim.standing}].push_back(&told);
  }
  std::vector<Key> out;
  for (const auto& [topic, group] : groups) {
    if (distinct(group, 2).size() > 1) continue;
    const Told& first = *group.front();
    Key key;
    key.topic = hash_of(topic.first);
    key.figure =
        hash_of(first.claim.extent.value.to_string() + first.fact->quantity.op + first.claim.direction);
    key.fact = static_cast<std::uint32_t>(first.fact - record.facts.data());
    out.push_back(key);
  }
  return out;
}

// A figure of an article, held against those of other articles.
struct Side {
  Claim claim;
  Figure figure;
  std::string original;  // the article that its article repeats, or itself
  bool revises = false;  // its sentence says that it puts a new figure in an older one's place
};

using Sides = std::vector<const Side*>;

// By date; an article that repeats another says nothing new unless its figure differs.
Sides in_order(const std::vector<Side>& all) {
  Sides sorted;
  for (const Side& side : all) sorted.push_back(&side);
  std::sort(sorted.begin(), sorted.end(),
            [](const Side* a, const Side* b) { return figure_order(a->figure, b->figure); });
  std::map<std::pair<std::string_view, Standing>, const Side*> told;
  Sides out;
  for (const Side* side : sorted) {
    const auto [first, fresh] = told.try_emplace({side->original, side->claim.standing}, side);
    if (fresh || differ(first->second->claim, side->claim)) out.push_back(side);
  }
  return out;
}

bool disagree(const Side& a, const Side& b) {
  return a.figure.article != b.figure.article && differ(a.claim, b.claim) &&
         comparable_size(a.claim.extent, b.claim.extent);
}

// A forecast is given anew from time to time; another figure is a revision where its sentence says so.
bool revises(const Side& later, const Side& earlier) {
  if (earlier.figure.published >= later.figure.published || earlier.figure.published.empty()) return false;
  return later.revises || later.claim.standing != Standing::kReported;
}

// Sides whose figures agree with the first of them, each such set by its first's date. Nothing where there
// are too many: then the words don't tell apart what is measured.
std::vector<Sides> camps_of(const Sides& sides) {
  constexpr std::size_t kMost = 6;
  std::vector<Sides> camps;
  for (const Side* side : sides) {
    const auto camp = std::find_if(camps.begin(), camps.end(), [&](const Sides& other) {
      return !differ(other.front()->claim, side->claim);
    });
    if (camp != camps.end()) {
      camp->push_back(side);
    } else if (camps.size() == kMost) {
      return {};
    } else {
      camps.push_back({side});
    }
  }
  return camps;
}

std::optional<Conflict> conflict_among(const Sides& sides) {
  const std::vector<Sides> camps = camps_of(sides);
  std::set<std::size_t> members;
  bool revision = true;
  for (std::size_t later = 0; later < camps.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!disagree(*camps[later].front(), *camps[earlier].front())) continue;
      members.insert({earlier, later});
      revision = revision && revises(*camps[later].front(), *camps[earlier].front());
    }
  }
  if (members.empty()) return std::nullopt;
  std::vector<Figure> figures;
  for (const std::size_t camp : members) {
    for (const Side* side : camps[camp]) figures.push_back(side->figure);
  }
  const ConflictKind kind = revision ? ConflictKind::kRevision : ConflictKind::kContradiction;
  return conflict_of(std::move(figures), sides.front()->claim, kind, false);
}

// What came of the last forecast is told later, by another article.
std::optional<Conflict> outlook_among(const Sides& expected, const Sides& reported) {
  if (expected.empty() || reported.empty()) return std::nullopt;
  const Side& forecast = *expected.back();
  const Side& outcome = *reported.front();
  if (!disagree(forecast, outcome) || forecast.figure.published > outcome.figure.published)
    return std::nullopt;
  return conflict_of({forecast.figure, outcome.figure}, forecast.claim, ConflictKind::kOutlook, false);
}

class AcrossArticles {
 public:
  explicit AcrossArticles(std::vector<Key> keys) : keys_(std::move(keys)) {
    std::sort(keys_.begin(), keys_.end());
    keep_met();
  }

  // The facts to read again, by article.
  [[nodiscard]] std::map<std::uint32_t, std::vector<Key>> wanted() const {
    std::map<std::uint32_t, std::vector<Key>> out;
    for (const Key& key : keys_) out[key.article].push_back(key);
    return out;
  }

  void add(std::uint64_t topic, Side side) { topics_[topic].push_back(std::move(side)); }

  [[nodiscard]] std::vector<Conflict> conflicts(bool outlook) const {
    std::vector<Conflict> out;
    const auto keep = [&out](std::optional<Conflict> conflict) {
      if (conflict) out.push_back(std::move(*conflict));
    };
    for (const auto& [topic, all] : topics_) {
      std::map<Standing, Sides> standings;
      for (const Side* side : in_order(all)) standings[side->claim.standing].push_back(side);
      for (const auto& [standing, sides] : standings) keep(conflict_among(sides));
      if (outlook) keep(outlook_among(standings[Standing::kExpected], standings[Standing::kReported]));
    }
    std::sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) {
      const Figure &x = a.figures.front(), &y = b.figures.front();
      return std::tie(a.kind, x.published, x.article, x.quantity_span.begin) <
             std::tie(b.kind, y.published, y.article, y.quantity_span.begin);
    });
    return out;
  }

 private:
  // Topics that several articles give different figures for.
  void keep_met() {
    std::vector<Key> met;
    for (std::size_t begin = 0, end = 0; begin < keys_.size(); begin = end) {
      while (end < keys_.size() && keys_[end].topic == keys_[begin].topic) ++end;
      if (keys_[begin].figure != keys_[end - 1].figure)
        met.insert(met.end(), keys_.begin() + static_cast<std::ptrdiff_t>(begin),
                   keys_.begin() + static_cast<std::ptrdiff_t>(end));
    }
    keys_ = std::move(met);
  }

  std::vector<Key> keys_;
  std::map<std::uint64_t, std::vector<Side>> topics_;
};

Side side_of(const DocumentResult& record, const Entry& entry, const Offsets& offsets, const Fact& fact,
             Claim claim, const Wording& wording) {
  Side side;
  side.claim = std::move(claim);
  side.figure = figure_of(record, entry.name, offsets, fact);
  side.original = entry.duplicate_of.empty() ? entry.name : entry.duplicate_of;
  side.revises = !wording.pick(record.document.language, side.figure.sentence, kRevision).empty();
  return side;
}

// What the first pass finds in one article.
struct Reduced {
  std::vector<Conflict> conflicts;
  std::vector<Key> keys;
  std::size_t compared = 0;
};

}  // namespace

std::vector<Conflict> conflicts_within(const DocumentResult& record, const std::string& name,
                                       const Wording& wording, const ConflictOptions& options) {
  return within(record, name, told_of(record, wording, options.claims));
}

Result<ConflictReport> find_conflicts(const std::filesystem::path& out, const Wording& wording,
                                      const ConflictOptions& options) {
  const Result<std::vector<Entry>> catalogue = catalogue_of(out);
  if (!catalogue) return catalogue.errors();
  std::vector<const Entry*> entries;
  for (const Entry& entry : catalogue.value()) entries.push_back(&entry);

  ConflictReport report;
  std::vector<Key> keys;
  const auto reduce = [&](const Entry& entry, DocumentResult&& record) {
    const std::vector<Told> all = told_of(record, wording, options.claims);
    Reduced reduced{{}, keys_of(all, record), all.size()};
    if (entry.duplicate_of.empty()) reduced.conflicts = within(record, entry.name, all);
    return reduced;
  };
  const auto give = [&](const Entry& entry, Reduced&& reduced) {
    ++report.articles;
    report.compared += reduced.compared;
    for (Key& key : reduced.keys) {
      key.article = static_cast<std::uint32_t>(&entry - catalogue.value().data());
      keys.push_back(key);
    }
    std::move(reduced.conflicts.begin(), reduced.conflicts.end(), std::back_inserter(report.conflicts));
  };
  report.problems = for_each_record(out, entries, options.jobs, reduce, give);

  AcrossArticles across(std::move(keys));
  const std::map<std::uint32_t, std::vector<Key>> wanted = across.wanted();
  entries.clear();
  for (const auto& [article, facts] : wanted) entries.push_back(&catalogue.value()[article]);
  using TopicSides = std::vector<std::pair<std::uint64_t, Side>>;
  const auto reread = [&](const Entry& entry, DocumentResult&& record) {
    TopicSides sides;
    const Offsets offsets(record.text, OffsetUnit::kCodePoints);
    for (const Key& key : wanted.at(static_cast<std::uint32_t>(&entry - catalogue.value().data()))) {
      if (key.fact >= record.facts.size()) continue;
      const Fact& fact = record.facts[key.fact];
      if (std::optional<Claim> claim = claim_of(record, fact, wording, options.claims))
        sides.emplace_back(key.topic, side_of(record, entry, offsets, fact, std::move(*claim), wording));
    }
    return sides;
  };
  const Diagnostics again =
      for_each_record(out, entries, options.jobs, reread, [&](const Entry&, TopicSides&& sides) {
        for (auto& [topic, side] : sides) across.add(topic, std::move(side));
      });
  report.problems.insert(report.problems.end(), again.begin(), again.end());
  std::vector<Conflict> found = across.conflicts(options.outlook);
  std::move(found.begin(), found.end(), std::back_inserter(report.conflicts));
  return report;
}

}  // namespace figmine
