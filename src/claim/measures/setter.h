// claim/measures/setter: puts what was found into a fact, words of its own or what another figure measures.
// Tested by tests/cases and the corpus.
#pragma once

#include "claim/measures/figures.h"

namespace figmine::measures {

// Every step ends here. Changes nothing but the draft that it is given.
class Setter {
 public:
  explicit Setter(const Figures& figures)
      : figures_(figures), look_(figures.look()), namer_(figures.namer()) {}

  // The words are what the draft measures, without marks before them; a rule without a name is none.
  void set(Draft& draft, TokenRange words, std::string_view rule) const;
  // The chain's measure where it names one; whom it names is kept for the subject.
  bool take(Draft& draft, TokenRange chain, std::string_view rule,
            Namer::Movement movement = Namer::Movement::kIsTold) const;
  // "a 2% share", "its current price of $3".
  bool take_weak(Draft& draft, TokenRange chain) const;
  // "$5 in Harbour Vouchers", "a 9% rise in Business Loans": several things by common words in capitals,
  // which name no owner.
  bool take_capitals(Draft& draft, TokenRange words) const;
  // "produced 2.1 Mt": the verb itself says what is measured. Always true.
  bool set_verb(Draft& draft, std::size_t verb) const;
  // "The Cordia World Index rose 0.4 percent": the subject is what is measured.
  void set_name(Draft& draft) const;
  // The draft measures what the other figure does, where there is one that can be compared; else false.
  bool inherit(Draft& draft, const Draft* from, std::string_view rule) const;

  // Whether two figures can measure the same thing.
  [[nodiscard]] bool comparable(const Draft& earlier, const Draft& later) const;

 private:
  [[nodiscard]] bool is_time(const Draft& draft, TokenRange measure) const;
  [[nodiscard]] TokenRange without_unit(TokenRange words) const;
  [[nodiscard]] TokenRange without_praise(TokenRange words) const;
  [[nodiscard]] bool names_reach(const Draft& draft, TokenRange words) const;
  [[nodiscard]] bool begins_with_doing(TokenRange words) const;
  [[nodiscard]] TokenRange without_verb(TokenRange words) const;
  [[nodiscard]] std::uint32_t behind_quote(const Analysis& a, TokenRange words) const;
  [[nodiscard]] TokenRange with_marks(const Analysis& a, TokenRange words) const;
  [[nodiscard]] bool opens_before(const Analysis& a, std::uint32_t token) const;
  [[nodiscard]] TokenRange within_paragraph(const Draft& draft, TokenRange words) const;
  [[nodiscard]] bool is_more_than_number(TokenRange words) const;
  [[nodiscard]] TokenRange within_brackets(TokenRange words) const;
  [[nodiscard]] TokenRange with_tail(const Draft& draft, TokenRange words) const;
  [[nodiscard]] std::uint32_t phrase_end(const Analysis& a, std::uint32_t token,
                                         std::uint32_t otherwise) const;
  [[nodiscard]] TokenRange owner_before(const Draft& draft, std::uint32_t time) const;
  [[nodiscard]] TokenRange named_before_time(const Draft& draft, TokenRange measure) const;
  [[nodiscard]] std::string head_of(const Analysis& a, TokenRange range) const;
  [[nodiscard]] bool is_growth_rate(const Draft& draft) const;

  const Figures& figures_;
  const Looker& look_;
  const Namer& namer_;
};

}  // namespace figmine::measures
