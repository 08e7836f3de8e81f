// claim/naming: which words of a noun phrase name what is measured and which name whom it is about: "the
// Space segment's sales" is sales of the Space segment, "an operating loss in Spain" a loss whose subject is
// Spain. Tested by tests/unit/claim_test.cc.
#pragma once

#include "claim/clauses.h"
#include "claim/entities.h"

namespace figmine {

struct Naming {
  TokenRange measure;  // empty where the words name none: "a range", "Mackinac County", "it"
  TokenRange subject;  // empty where none is named
};

class Namer {
 public:
  Namer(const Looker& look, const Entities& entities)
      : look_(look), entities_(entities), main_is_incorporated_(is_incorporated(entities.main())) {}

  // Whether a noun of movement names a measure: "growth" of "Wage growth slowed to 4%" does, that of "wage
  // growth of 4%" is how the wage moved.
  enum class Movement { kIsTold, kIsMeasured };
  // The phrases of the chain, from the head on.
  [[nodiscard]] Naming name(const Analysis& analysis, const Clauses& clauses, TokenRange chain,
                            Movement movement = Movement::kIsTold) const;
  // The first phrase's words where they end with a noun that names a measure only for want of better: "a 2%
  // share", "its current price"; empty otherwise.
  [[nodiscard]] TokenRange weak(const Analysis& analysis, TokenRange chain) const;
  // Whether the words are a name rather than a common noun phrase. Capitals do not tell where a heading
  // capitalises every word; there only what the article names elsewhere counts.
  [[nodiscard]] bool is_name(const Analysis& analysis, TokenRange range) const;
  // Whether the words tell of somebody who can have a figure, or of a part of a firm.
  [[nodiscard]] bool names_somebody(const Analysis& analysis, TokenRange words) const;
  [[nodiscard]] bool is_pronoun(TokenRange range) const;
  // "the company", "it", "we": stands for the article's subject.
  [[nodiscard]] bool stands_for_main(const Analysis& analysis, TokenRange range) const;
  // Whether the preposition leads from the measure to who gave it: "a grant from".
  [[nodiscard]] bool is_giver(std::uint32_t link, TokenRange measure) const;
  // The last word is one that names no measure by itself ("range", "increase", "estimate").
  [[nodiscard]] bool is_generic(std::uint32_t token) const;
  // Whether the lexicon knows the token as a common word, in the plural too.
  [[nodiscard]] bool is_common(std::uint32_t token) const;
  // "Vexa", "the flagship Vexa AT", "the Orvane 9": the capitals before the token; empty where they are no
  // name.
  [[nodiscard]] TokenRange name_ending(const Analysis& analysis, std::uint32_t end) const;
  // Where a bracket begins that the words end with, "Vexa Group (NYSE: VEX)"; the end itself where none does.
  [[nodiscard]] std::uint32_t before_bracket(const Analysis& analysis, std::uint32_t end) const;

 private:
  [[nodiscard]] bool are_actors(const Analysis& analysis, TokenRange words) const;
  [[nodiscard]] Naming name_phrase(const Analysis& analysis, TokenRange phrase, Movement movement) const;
  [[nodiscard]] TokenRange owner_before_bracket(const Analysis& analysis, std::uint32_t core) const;
  [[nodiscard]] TokenRange core_and_owner(const Analysis& analysis, TokenRange phrase,
                                          TokenRange& owner) const;
  void set_measured(const Analysis& analysis, TokenRange core, Movement movement, Naming& out) const;
  [[nodiscard]] bool follows_rate(const Clauses& clauses, std::size_t chunk) const;
  [[nodiscard]] bool is_adjective(const Analysis& analysis, std::uint32_t token) const;
  [[nodiscard]] TokenRange without_generic(const Analysis& analysis, TokenRange range,
                                           Movement movement) const;
  [[nodiscard]] bool is_number_within(TokenRange range, std::uint32_t token) const;
  [[nodiscard]] bool is_link_within(TokenRange range, std::uint32_t token) const;
  [[nodiscard]] std::uint32_t leading_name(const Analysis& analysis, TokenRange range) const;
  // The first word of a sentence, a list item or what follows a colon is capitalised whatever it is.
  [[nodiscard]] bool opens(const Analysis& analysis, std::uint32_t token) const;
  [[nodiscard]] static bool is_plural_acronym(std::string_view word);
  [[nodiscard]] bool is_written_small(std::uint32_t token) const;
  [[nodiscard]] bool is_lone_name(const Analysis& analysis, std::uint32_t token) const;
  [[nodiscard]] bool is_destination(const Clauses& clauses, std::size_t chunk) const;
  [[nodiscard]] bool is_partner(const Clauses& clauses, std::size_t link, TokenRange measure,
                                std::uint32_t limit) const;
  [[nodiscard]] bool names_noun(std::uint32_t token) const;
  [[nodiscard]] bool is_new_adjective(const Analysis& analysis, std::uint32_t token) const;
  [[nodiscard]] bool is_acronym(std::uint32_t token) const;
  [[nodiscard]] bool is_headed(const Analysis& analysis, TokenRange range) const;
  [[nodiscard]] bool names_something(const Analysis& analysis, TokenRange range) const;
  [[nodiscard]] TokenRange trailing_name(const Analysis& analysis, TokenRange range) const;
  [[nodiscard]] bool is_measure_term(const Analysis& analysis, TokenRange range) const;
  [[nodiscard]] bool is_acronym_of_measure(const Analysis& analysis, TokenRange range) const;
  [[nodiscard]] bool is_headed_by_measure(TokenRange range) const;
  [[nodiscard]] bool is_firm(TokenRange range) const;
  [[nodiscard]] TokenRange owner_of(const Annotation& phrase) const;
  [[nodiscard]] bool is_equity(TokenRange owner, TokenRange core) const;
  [[nodiscard]] bool leads(const Analysis& analysis, const Clauses& clauses, std::size_t chunk) const;
  [[nodiscard]] std::uint32_t named_end(const Analysis& analysis, const Clauses& clauses, std::size_t chunk,
                                        std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t joined_end(const Analysis& analysis, const Clauses& clauses, std::size_t chunk,
                                         std::uint32_t limit) const;

  [[nodiscard]] bool is_incorporated(const Entity* entity) const;

  const Looker& look_;
  const Entities& entities_;
  bool main_is_incorporated_;
};

}  // namespace figmine
