// match/matcher: runs a program's layers over a sentence. Scratch of one thread; the program is shared and
// never changed. Within a layer of mode `longest`: leftmost, longest, then file order, and no overlaps; in
// mode `all` every rule's longest match at every token, and of a rule that ends with its target every match.
// A match spans at most kMaxMatch tokens, which keeps every layer linear. Tested by tests/unit/rules_test.cc.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "match/annotation.h"
#include "match/automaton.h"
#include "match/captures.h"
#include "match/mark_sets.h"
#include "match/token_kinds.h"
#include "text/lookup.h"
#include "text/segment.h"

namespace figmine {

// What expressions may ask of the document.
struct MatchContext {
  std::string_view text;          // Document::text
  std::span<const Token> tokens;  // of the whole document
  std::optional<Day> reference;   // the publication date
  bool decimal_comma = false;     // the article writes 1.234,5
};

class Matcher {
 public:
  static constexpr std::uint32_t kMaxMatch = 80;
  static constexpr std::uint32_t kMaxLook = 24;  // tokens that a look-around may span

  explicit Matcher(std::shared_ptr<const Program> program);

  [[nodiscard]] FormTable& forms() { return forms_; }
  [[nodiscard]] const Program& program() const { return *program_; }

  // All layers up to and including `last_layer` (all of them by default) over the tokens [begin, end).
  [[nodiscard]] Analysis run(const MatchContext& context, TokenRange range,
                             std::size_t last_layer = SIZE_MAX);

  // To be called between documents: gives back what grew with their vocabulary.
  void trim();

  // How far a rule got, for `figmine rules why-not`: the longest run of tokens that it could still extend.
  struct NearMiss {
    TokenRange range;      // tokens that fitted
    bool matched = false;  // the pattern fitted, but a look-around, an anchor or another rule prevented it
  };
  [[nodiscard]] NearMiss closest(const MatchContext& context, TokenRange range, std::size_t layer,
                                 std::size_t rule);

 private:
  struct LayerScratch {
    std::unique_ptr<Automaton> automaton;
    CaptureFinder captures;
    // The symbols of the atoms that depend on the spelling alone, on all of it but its word, and of those of
    // a set of marks; kNone where not yet asked for.
    std::vector<std::uint32_t> spelling_symbols;
    std::vector<std::uint32_t> look_symbols;
    std::vector<std::uint32_t> mark_symbols;
    std::vector<std::uint32_t> regex_atoms;  // by regex; kNone where the layer does not ask for it
  };

  // Marks of tokens are numbers: a part of a type, or one of the three below, which follow the last type's.
  enum Place : std::uint8_t { kGlued, kFirst, kNewline, kPlaces };
  static std::uint32_t mark_of(TypeId type, MarkPart part) {
    return type * std::uint32_t{kMarkParts} + static_cast<std::uint32_t>(part);
  }
  [[nodiscard]] std::uint32_t mark_of(Place place) const {
    return static_cast<std::uint32_t>(program_->types.size() * kMarkParts) + place;
  }

  // What the lexicons say of a word (glued to the one before, or not) where it is no part of a longer entry.
  struct Word {
    std::uint32_t first = 0;  // of word_entries_
    std::uint32_t count = 0;
    std::uint32_t bare = 0;      // the marks of such a token without its entries
    std::uint32_t marks = 0;     // and with them
    std::uint32_t kind = kNone;  // with those marks; kNone: not yet looked up
    bool leads_on = false;       // a longer entry may begin with it
  };

  void begin_sentence(const MatchContext& context, TokenRange range);
  const Word& word_at(const MatchContext& context, std::uint32_t at);
  void annotate_word(const Word& word, std::uint32_t at, Analysis& analysis);
  void annotate_lexicon(const MatchContext& context, Analysis& analysis);
  void add_marks(TypeId type, TokenRange range, std::size_t reader, const Analysis& analysis);
  void run_layer(std::size_t layer, const MatchContext& context, Analysis& analysis);
  std::uint32_t kind_of(std::size_t token);
  std::uint32_t symbol_of(std::size_t layer, std::size_t token);
  std::uint32_t make_symbol(std::size_t layer, std::size_t token);
  std::uint32_t symbol_at(std::size_t layer, std::size_t token);
  bool may_start(std::size_t layer, std::size_t token);
  void find_starts(std::size_t layer);
  std::uint32_t look_of(SpellingId id);
  std::uint32_t make_look_symbol(std::size_t layer, std::uint32_t look, const Spelling& spelling);
  std::uint32_t make_spelling_symbol(std::size_t layer, SpellingId id);
  std::uint32_t make_mark_symbol(std::size_t layer, std::uint32_t set);
  [[nodiscard]] bool has_work(std::size_t layer, const Analysis& analysis) const;
  std::uint32_t match_longest(std::size_t layer, const MatchContext& context, Analysis& analysis,
                              std::uint32_t begin);
  void match_all(std::size_t layer, const MatchContext& context, Analysis& analysis, std::uint32_t begin);
  void scan(std::size_t layer, const Analysis& analysis, std::uint32_t begin);
  [[nodiscard]] bool context_fits(std::size_t layer, const Rule& rule, TokenRange match,
                                  const Analysis& analysis);
  [[nodiscard]] bool looks_like(std::size_t layer, std::uint32_t start, const Analysis& analysis,
                                std::uint32_t from, bool backwards);
  bool apply(std::size_t layer, std::uint32_t rule_index, TokenRange match, const MatchContext& context,
             Analysis& analysis);

  // A rule whose `value` or `low` has no value does not match.
  [[nodiscard]] bool is_required(std::uint32_t attribute) const {
    return attribute == value_attribute_ || attribute == low_attribute_;
  }

  std::shared_ptr<const Program> program_;
  FormTable forms_;
  std::uint32_t value_attribute_ = kNone;
  std::uint32_t low_attribute_ = kNone;
  std::vector<LayerScratch> layers_;
  std::vector<std::uint32_t> asked_to_;  // by mark: one more than the last layer that asks for it
  // Spellings that only their words tell apart have one look.
  std::map<std::pair<std::uint16_t, std::vector<std::uint32_t>>, std::uint32_t> look_index_;
  std::vector<std::uint32_t> looks_;  // by spelling; kNone where not yet asked for
  MarkSets mark_sets_;
  TokenKinds token_kinds_;
  std::vector<Word> words_;  // by twice the form's number; one more where it is glued
  std::vector<LexiconEntry> word_entries_;
  // By token of the sentence:
  std::vector<SpellingId> spellings_;
  std::vector<std::uint32_t> marks_;    // numbers of mark_sets_
  std::uint32_t first_word_ = 0;        // behind the marks that open the sentence
  std::vector<std::uint32_t> kinds_;    // numbers of token_kinds_; kNone since the marks have changed
  std::vector<std::uint32_t> symbols_;  // for the layer at work; kNone where not yet needed
  std::vector<std::size_t> starts_;     // tokens of the sentence at which the layer at work may match
  std::vector<std::pair<std::uint32_t, std::int32_t>>
      accepts_;      // (end, state) of the scan at work, shortest first
  Features values_;  // of the match at work: most rules have values for few of their attributes
  std::vector<Found> found_;
  std::vector<std::uint32_t> free_from_;  // by type: the token after the last entry taken
};

// The name of the rule that made an annotation or relation; empty for a lexicon's entry.
[[nodiscard]] std::string_view rule_name(const Program& program, std::uint32_t layer, std::uint32_t rule);

}  // namespace figmine
