// claim/subjects/article: what the article as a whole is about, for the figures whose clause names nobody:
// its own firm, that of its boilerplate, a study, an office, the market. Tested by tests/cases and the
// corpus.
#pragma once

#include <optional>

#include "claim/subjects/figures.h"
#include "claim/subjects/mentions.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Remembers whether the article tells of a study, once asked for.
class Article {
 public:
  Article(const Figures& figures, const Words& words, const Mentions& mentions)
      : figures_(figures),
        input_(figures.input()),
        entities_(figures.entities()),
        look_(figures.look()),
        words_(words),
        mentions_(mentions) {}

  // "About Consolidated Credit": a boilerplate has a subject of its own, the organisation it names first.
  [[nodiscard]] const Entity* main_of(const Draft& draft) const;
  // "About Vexa" / "A lender that serves 40,000 clients.": the name that the sentence right before gives as a
  // heading, where this one opens with what somebody is.
  [[nodiscard]] TokenRange heading_of(const Draft& draft) const;
  // "GDP rose 5%", "lithium prices fell" in an article about a fund: no firm's.
  [[nodiscard]] bool is_macro(const Draft& draft) const;
  // "a silver price of $24 per ounce", "copper at $5 per pound": what a good costs by weight is the market's.
  [[nodiscard]] bool is_market_price(const Draft& draft) const;
  // "15% of global copper production comes from Chile": a part of what the world has.
  [[nodiscard]] bool is_share_of_world(const Draft& draft) const;
  // "According to Corlan Research, 40% of shops close early": what others say of anybody, in a sentence that
  // names the article's own nowhere.
  [[nodiscard]] bool is_told_by_other(const Draft& draft) const;
  // "There are 5 million nurses in the country", in a sentence that names the article's own nowhere.
  [[nodiscard]] bool is_found_anywhere(const Draft& draft) const;
  // A sentence or two are about nobody in particular.
  [[nodiscard]] bool is_lone() const;
  // An office that tells of others' figures is not what its figures are about.
  [[nodiscard]] bool is_agency() const;
  // A release that tells of a study of people is about those, not about who sends it; a listed firm tells of
  // its own.
  [[nodiscard]] bool tells_of_study();
  // Whether it tells what people answered: then what nobody owns is not whom the article is about.
  [[nodiscard]] bool tells_of_answers();
  // Whether the article is a firm's own.
  [[nodiscard]] bool is_firm_main() const;
  // Whether the article is about anybody or anything but a place.
  [[nodiscard]] bool is_of_somebody() const;
  // "In the US, revenue rose 5%": what a firm has wherever it is, unlike "In Nevada, an arrest opens a
  // seven-day window".
  [[nodiscard]] bool has_everywhere(const Draft& draft) const;

  // "the CPI", "unemployment": what only a country or a region has.
  [[nodiscard]] bool is_of_country(const Draft& draft) const;
  // Whether the verb tells what somebody found: "show", "suggest".
  [[nodiscard]] bool tells_finding(std::uint32_t verb) const;

 private:
  [[nodiscard]] std::size_t boilerplate_begin(std::size_t sentence) const;
  [[nodiscard]] bool opens_about(std::size_t sentence) const;
  [[nodiscard]] TokenRange about(std::size_t sentence) const;
  [[nodiscard]] const Entity* named_by_heading(std::size_t sentence) const;
  [[nodiscard]] std::uint32_t source_of(const Draft& draft) const;
  [[nodiscard]] bool is_other_source(const Analysis& a, std::uint32_t begin) const;
  [[nodiscard]] bool is_found(const Draft& draft) const;
  [[nodiscard]] bool is_of_world(const Draft& draft) const;
  [[nodiscard]] bool is_everywhere(const Draft& draft, TokenRange words) const;
  [[nodiscard]] bool is_listed_main() const;
  [[nodiscard]] bool has_findings() const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Words& words_;
  const Mentions& mentions_;
  std::optional<bool> study_;    // once asked for
  std::optional<bool> answers_;  // tells_of_answers(), once it was asked
};

}  // namespace figmine::subjects
