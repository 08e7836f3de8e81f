// batch/duplicates: which articles repeat another: the same release on several wires, with another head,
// dateline and tail. Broder (1997), "On the resemblance and containment of documents", for MinHash; Leskovec,
// Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3, for banding. Two articles are the same when
// their word shingles are alike, those of their beginnings too (news stands in front, a wire's boilerplate at
// the end), and their figures agree: results of two quarters share the template, not the figures.
// docs/duplicates.md has the measurements behind the thresholds. Tested by
// tests/unit/duplicates_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace figmine {

// What is kept of an article's text: about a kilobyte. Plain value.
struct Signature {
  static constexpr std::size_t kSlots = 128;
  static constexpr std::size_t kFrontSlots = 64;
  static constexpr std::size_t kNumbers = 32;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::array<std::uint32_t, kSlots> shingles{};    // MinHash of the word 5-shingles
  std::array<std::uint32_t, kFrontSlots> front{};  // the same of the first words
  std::array<std::uint32_t, kNumbers>
      numbers{};       // the smallest hashes of the first numbers, ascending, then kNone
  std::string sha256;  // of the normalised text; empty where it has no word
  friend bool operator==(const Signature&, const Signature&) = default;
};

// Case, white space, punctuation and addresses make no difference. The same text gives the same signature on
// every machine.
[[nodiscard]] Signature signature_of(std::string_view canonical_text);
[[nodiscard]] std::string to_hex(const Signature& signature);
// Nothing where the text is no signature, or one of another version.
[[nodiscard]] std::optional<Signature> from_hex(std::string_view hex);

// Estimate of the Jaccard similarity of the shingles, 0..1; 1 only for texts that are equal when normalised.
[[nodiscard]] double similarity_of(const Signature& a, const Signature& b);
// Whether one repeats the other.
[[nodiscard]] bool same_article(const Signature& a, const Signature& b);

struct DuplicateLink {
  std::string name;
  std::string duplicate_of;
  double similarity = 0;
};

// Not thread-safe. The order in which articles are added makes no difference.
class DuplicateIndex {
 public:
  // `name` is unique; `published` is an ISO date, or empty where unknown.
  void add(std::string name, const Signature& signature, std::string published);

  // A link for every article that repeats another, by name. What is linked to is the earliest published of
  // its group, then the first by name, and is linked to nothing itself; every link was found by comparing its
  // two articles, so that no chain of small differences joins articles that differ.
  [[nodiscard]] std::vector<DuplicateLink> links() const;

 private:
  struct Item {
    std::string name, published;
    Signature signature;
  };
  std::vector<Item> items_;
};

}  // namespace figmine
