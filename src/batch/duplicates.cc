#include "batch/duplicates.h"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/lexer.h"
#include "base/sha256.h"

namespace figmine {
namespace {

constexpr std::size_t kShingle = 5;  // words
constexpr std::size_t kBands = 32;
constexpr std::size_t kRows = Signature::kSlots / kBands;
constexpr std::size_t kFrontWords = 100;
constexpr std::size_t kNewsWords = 250;  // whose numbers are the article's figures, not a contact's telephone
constexpr double kAlike = 0.55;
constexpr double kFrontAlike = 0.35;
// A dateline's day, month and year may differ in both texts, other numbers in one of twenty.
constexpr std::size_t kDateNumbers = 2;
constexpr std::size_t kNumbersPerSlip = 20;
// Of a band's bucket so many of the earliest articles are compared with each of the others.
constexpr std::size_t kCompared = 32;
constexpr std::size_t kShaDigits = 64;
constexpr std::size_t kWordDigits = 8;

// splitmix64 (Steele, Lea, Flood 2014): the constants of the permutations.
constexpr std::uint64_t scramble(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

struct Permutation {
  std::uint64_t factor, offset;
};

constexpr std::array<Permutation, Signature::kSlots> permutations() {
  std::array<Permutation, Signature::kSlots> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = {scramble(2 * i) | 1, scramble(2 * i + 1)};
  return out;
}
constexpr auto kPermutations = permutations();

bool is_word(TokenKind kind) { return kind == TokenKind::kWord || kind == TokenKind::kNumeral; }

// A day, a month or a year: the last bit of its hash is set.
bool like_date(std::string_view number) {
  int value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return false;
  return (value >= 1 && value <= 31) || (value >= 1900 && value <= 2100);
}

std::uint32_t number_hash(std::string_view number) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(number.data(), number.size()));
  return (hash & ~1U) | (like_date(number) ? 1U : 0U);
}

// The folded words, each followed by a blank, and where each begins.
struct Words {
  std::string text;
  std::vector<std::size_t> begins;
  std::set<std::uint32_t> numbers;
};

Words words_of(std::string_view text) {
  Words out;
  for (const RawToken& token : lex(text)) {
    if (!is_word(token.kind)) continue;
    const std::string word = fold(text.substr(token.span.begin, token.span.end - token.span.begin));
    out.begins.push_back(out.text.size());
    out.text += word + " ";
    if (token.kind == TokenKind::kNumeral && out.begins.size() <= kNewsWords)
      out.numbers.insert(number_hash(word));
  }
  return out;
}

template <std::size_t kSize>
void add_shingle(std::array<std::uint32_t, kSize>& slots, std::string_view shingle) {
  const std::uint64_t hash = XXH3_64bits(shingle.data(), shingle.size());
  for (std::size_t i = 0; i < kSize; ++i) {
    const Permutation& p = kPermutations[i];
    slots[i] = std::min(slots[i], static_cast<std::uint32_t>((p.factor * hash + p.offset) >> 32));
  }
}

template <std::size_t kSize>
void add_shingles(std::array<std::uint32_t, kSize>& slots, const Words& words, std::size_t count) {
  const std::string_view text = words.text;
  for (std::size_t i = 0; i == 0 || i + kShingle <= count; ++i) {
    const std::size_t end = i + kShingle < words.begins.size() ? words.begins[i + kShingle] : text.size();
    add_shingle(slots, text.substr(words.begins[i], end - words.begins[i]));
  }
}

template <std::size_t kSize>
double equal_share(const std::array<std::uint32_t, kSize>& a, const std::array<std::uint32_t, kSize>& b) {
  std::size_t equal = 0;
  for (std::size_t i = 0; i < kSize; ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / kSize;
}

struct NumberDifference {
  std::size_t known = 0, dates = 0, others = 0;
};

// The numbers of `a` that `b` lacks, as far as the sketches of both reach.
NumberDifference numbers_missing(const Signature& a, const Signature& b) {
  const std::uint32_t reach = std::min(a.numbers.back(), b.numbers.back());
  NumberDifference out;
  for (const std::uint32_t number : a.numbers) {
    if (number > reach || number == Signature::kNone) break;
    ++out.known;
    if (std::binary_search(b.numbers.begin(), b.numbers.end(), number)) continue;
    ++((number & 1U) != 0 ? out.dates : out.others);
  }
  return out;
}

bool covered(const NumberDifference& missing) {
  return missing.dates <= kDateNumbers && missing.others <= missing.known / kNumbersPerSlip;
}

// Tails and heads add numbers to one of the two texts; that both lack some of the other's means other
// figures.
bool figures_agree(const Signature& a, const Signature& b) {
  return covered(numbers_missing(a, b)) || covered(numbers_missing(b, a));
}

std::optional<std::uint32_t> read_hex(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

constexpr std::size_t kWords = Signature::kSlots + Signature::kFrontSlots + Signature::kNumbers;

// visit(word) -> bool, for every word of the arrays; false as soon as one call gives false.
template <class AnySignature, class Visit>
bool visit_words(AnySignature& signature, Visit visit) {
  const auto all = [&visit](auto& words) { return std::all_of(words.begin(), words.end(), visit); };
  return all(signature.shingles) && all(signature.front) && all(signature.numbers);
}

using Rank = std::uint32_t;
struct Match {
  Rank article, earlier;
  friend auto operator<=>(const Match&, const Match&) = default;
};

// Articles in order of their dates, the first of each exact text.
using Ranked = std::vector<const Signature*>;

std::uint64_t band_key(const Signature& signature, std::size_t band) {
  return XXH3_64bits(signature.shingles.data() + band * kRows, kRows * sizeof(std::uint32_t));
}

void match_bucket(const Ranked& ranked, const std::vector<std::pair<std::uint64_t, Rank>>& bucket_order,
                  std::size_t begin, std::size_t end, std::vector<Match>& out) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    for (std::size_t j = begin; j < std::min(i, begin + kCompared); ++j) {
      const Match match{bucket_order[i].second, bucket_order[j].second};
      if (same_article(*ranked[match.article], *ranked[match.earlier])) out.push_back(match);
    }
  }
}

std::vector<Match> matches(const Ranked& ranked) {
  std::vector<Match> out;
  std::vector<std::pair<std::uint64_t, Rank>> order(ranked.size());
  for (std::size_t band = 0; band < kBands; ++band) {
    for (Rank rank = 0; rank < ranked.size(); ++rank) order[rank] = {band_key(*ranked[rank], band), rank};
    std::sort(order.begin(), order.end());
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= order.size(); ++i) {
      if (i < order.size() && order[i].first == order[begin].first) continue;
      match_bucket(ranked, order, begin, i, out);
      begin = i;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }
  return out;
}

// For each article the one that it repeats: itself, or the earliest that repeats nothing.
std::vector<Rank> representatives(const Ranked& ranked) {
  std::vector<Rank> out(ranked.size());
  std::iota(out.begin(), out.end(), Rank{0});
  for (const Match& match : matches(ranked)) {
    if (out[match.article] == match.article && out[match.earlier] == match.earlier)
      out[match.article] = match.earlier;
  }
  return out;
}

}  // namespace

Signature signature_of(std::string_view canonical_text) {
  Signature out;
  out.shingles.fill(Signature::kNone);
  out.front.fill(Signature::kNone);
  out.numbers.fill(Signature::kNone);
  const Words words = words_of(canonical_text);
  if (words.begins.empty()) return out;
  add_shingles(out.shingles, words, words.begins.size());
  add_shingles(out.front, words, std::min(words.begins.size(), kFrontWords));
  std::size_t kept = 0;
  for (const std::uint32_t number : words.numbers) {
    if (kept == Signature::kNumbers) break;
    out.numbers[kept++] = number;
  }
  out.sha256 = sha256_hex({words.text});
  return out;
}

std::string to_hex(const Signature& signature) {
  std::string out = signature.sha256;
  if (out.empty()) out.assign(kShaDigits, '-');
  visit_words(signature, [&out](std::uint32_t word) {
    fmt::format_to(std::back_inserter(out), "{:08x}", word);
    return true;
  });
  return out;
}

std::optional<Signature> from_hex(std::string_view hex) {
  if (hex.size() != kShaDigits + kWords * kWordDigits) return std::nullopt;
  Signature out;
  if (hex.front() != '-') out.sha256 = hex.substr(0, kShaDigits);
  std::size_t at = kShaDigits;
  const bool read = visit_words(out, [&](std::uint32_t& word) {
    const std::optional<std::uint32_t> value = read_hex(hex.substr(at, kWordDigits));
    at += kWordDigits;
    word = value.value_or(0);
    return value.has_value();
  });
  if (!read) return std::nullopt;
  return out;
}

double similarity_of(const Signature& a, const Signature& b) {
  if (a.sha256.empty() || b.sha256.empty()) return 0;
  if (a.sha256 == b.sha256) return 1;
  constexpr double kAlmost = 0.995;  // an estimate of 1 for texts that differ somewhere
  return std::min(kAlmost, equal_share(a.shingles, b.shingles));
}

bool same_article(const Signature& a, const Signature& b) {
  const double similarity = similarity_of(a, b);
  return similarity == 1 ||
         (similarity >= kAlike && equal_share(a.front, b.front) >= kFrontAlike && figures_agree(a, b));
}

void DuplicateIndex::add(std::string name, const Signature& signature, std::string published) {
  if (!signature.sha256.empty()) items_.push_back({std::move(name), std::move(published), signature});
}

std::vector<DuplicateLink> DuplicateIndex::links() const {
  std::vector<const Item*> items;
  for (const Item& item : items_) items.push_back(&item);
  const auto age = [](const Item* item) {
    return std::tuple(item->published.empty(), std::string_view(item->published),
                      std::string_view(item->name));
  };
  std::sort(items.begin(), items.end(), [&](const Item* a, const Item* b) { return age(a) < age(b); });

  std::vector<const Item*> firsts;  // the earliest of each text
  Ranked ranked;
  std::unordered_map<std::string_view, Rank> rank_of_text;
  for (const Item* item : items) {
    if (!rank_of_text.emplace(item->signature.sha256, static_cast<Rank>(firsts.size())).second) continue;
    firsts.push_back(item);
    ranked.push_back(&item->signature);
  }
  const std::vector<Rank> representative = representatives(ranked);
  std::vector<DuplicateLink> out;
  for (const Item* item : items) {
    const Item* to = firsts[representative[rank_of_text.at(item->signature.sha256)]];
    if (to != item) out.push_back({item->name, to->name, similarity_of(item->signature, to->signature)});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return out;
}

}  // namespace figmine
