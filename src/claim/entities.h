// claim/entities: organisations, places, people and products that the article names, each under one name with
// its aliases. Kinds come from the lexicons (organization_suffix, place, person_title …). Tested by
// tests/unit/claim_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "claim/draft.h"

namespace figmine {

class Entities {
 public:
  // What is known of them, as claim/entities/ gathers it.
  struct Parts {
    std::vector<Entity> list;
    std::vector<std::string> usual;                         // by entity
    std::map<std::string, std::size_t, std::less<>> index;  // name_key() of names and aliases
    std::unordered_set<std::string> symbols;                // of coins, and known coins' names; folded
    std::unordered_set<std::string> coin_tickers;           // "CRYPTO:SOL", where a share has its exchange
    std::unordered_set<std::string> common;                 // acronyms of phrases that are no names
    std::unordered_set<std::string> own_words;              // "fund" of ("the Fund"); folded
    // That the article writes in lower case: how often, less how often by itself with a capital.
    std::unordered_map<std::string_view, int> small_words;
    std::size_t main = SIZE_MAX;
    std::size_t region = SIZE_MAX;
    bool several = false;
    bool told_late = false;

    [[nodiscard]] bool is_coin(const Entity& entity) const;
  };
  explicit Entities(Parts parts) : parts_(std::move(parts)) {}

  // The entity whose name or alias the text is, without regard to case; nullptr when there is none.
  [[nodiscard]] const Entity* find(std::string_view text) const;
  // Whom the article is about; nullptr when it can't be told.
  [[nodiscard]] const Entity* main() const {
    return parts_.main < parts_.list.size() ? &parts_.list[parts_.main] : nullptr;
  }
  // Whether the text names them within the span; false where there is no main entity.
  [[nodiscard]] bool names_main(Span span) const;
  // The place that the title names: what the figures of an office that counts are about; nullptr when none
  // is.
  [[nodiscard]] const Entity* region() const {
    return parts_.region < parts_.list.size() ? &parts_.list[parts_.region] : nullptr;
  }
  // "4 stocks to watch": the article tells of several listed firms, one after the other.
  [[nodiscard]] bool tells_of_several() const { return parts_.several; }
  // "Copper Could Climb as Demand Grows": the main entity is named first further down, in what is about no
  // single firm.
  [[nodiscard]] bool tells_late_of_main() const { return parts_.told_late; }
  // Whether a coin's or a share's symbol stands behind the name, or it is a coin that the lexicons know:
  // "Kestrel (KSTR)", "Bitcoin".
  [[nodiscard]] bool is_coin(const Entity& entity) const { return parts_.is_coin(entity); }
  // Whether the article writes the letters for a phrase that is no name: "recurring monthly revenue (RMR)".
  [[nodiscard]] bool is_short_for_common(std::string_view acronym) const {
    return parts_.common.contains(std::string(acronym));
  }
  // Whether a bracket makes the word stand for a name: Vexa Growth (the “Fund”).
  [[nodiscard]] bool is_own_word(std::string_view folded) const {
    return parts_.own_words.contains(std::string(folded));
  }
  // Whether the article writes the word in lower case, too.
  [[nodiscard]] bool is_small_word(std::string_view folded) const {
    return parts_.small_words.contains(folded);
  }
  // Whether it mostly does.
  [[nodiscard]] bool is_mostly_small(std::string_view folded) const {
    const auto found = parts_.small_words.find(folded);
    return found != parts_.small_words.end() && found->second > 0;
  }
  // The place named most, for "the country"; nullptr when there is none.
  [[nodiscard]] const Entity* main_place() const;
  [[nodiscard]] const std::vector<Entity>& list() const { return parts_.list; }
  // The form of its name that the article uses most ("NCSM" rather than "NCS Multistage Holdings, Inc.").
  [[nodiscard]] const std::string& usual_name(const Entity& entity) const {
    return parts_.usual[static_cast<std::size_t>(&entity - parts_.list.data())];
  }

 private:
  Parts parts_;
};

// By what a name is known: without regard to case and commas, "Halden Group, Inc" as "Halden Group Inc"; but
// "Halden, CO", a town with its state's two letters, is not "Halden Co".
[[nodiscard]] std::string name_key(std::string_view name);

// Whether the text gives a ticker of the entity.
[[nodiscard]] bool is_listed(const Entity& entity);

[[nodiscard]] Entities read_entities(const ClaimInput& input);

}  // namespace figmine
