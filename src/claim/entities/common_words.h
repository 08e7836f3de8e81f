// claim/entities/common_words: single capitalised words that may be any word rather than a name: those that
// the article writes in lower case too, that the lexicons know, that open a sentence. Tested by tests/cases
// and the corpus.
#pragma once

#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "claim/entities/tickers.h"
#include "claim/entities/title.h"

namespace figmine::entities {

// Reads the whole article when it is made.
class CommonWords {
 public:
  CommonWords(const ClaimInput& input, const Looker& look, const Title& title, const Tickers& tickers);

  // Whether the word is no name. A word that opens a sentence is one only from the second time on, so each is
  // to be asked about once, in text order.
  [[nodiscard]] bool excludes(const Analysis& a, std::uint32_t token);
  // "Tarn Corporation": where "Tarn" opens a later sentence it is the firm.
  void note_firm(TokenRange name);
  // The acronyms of phrases that are no names: "RMR" of "recurring monthly revenue (RMR)".
  [[nodiscard]] const std::unordered_set<std::string>& acronyms() const { return acronyms_; }
  // The words that the article writes in lower case: how often, less how often by itself with a capital. None
  // is left here.
  [[nodiscard]] std::unordered_map<std::string_view, int> take_small_words() { return std::move(lower_); }

 private:
  void read_lower(const ClaimInput& input);
  void read_title(TokenRange headline);
  void read_capitals(const Analysis& a);
  [[nodiscard]] bool stands_alone(const Analysis& a, std::uint32_t token) const;
  void read_acronyms(const Analysis& a);
  void read_coins(const Analysis& a);
  [[nodiscard]] bool is_any_word(std::uint32_t token) const;
  [[nodiscard]] bool opens(const Analysis& a, std::uint32_t token) const;

  const Program& program_;
  const Looker& look_;
  const Title& title_;
  const Tickers& tickers_;
  std::unordered_set<std::string> acronyms_;    // of phrases that are no names
  std::unordered_set<std::string_view> coins_;  // words, folded, that the article gives a coin's symbol
  std::unordered_set<std::string_view> firms_;  // the first words of the firms that the article has named
  std::unordered_map<std::string_view, int> lower_;  // words that the article writes in lower case
  std::map<std::string, int> openings_;              // how often a word has opened a sentence
};

}  // namespace figmine::entities
