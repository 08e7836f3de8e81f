// claim/subjects/people: whom "he" and "she" mean: who the paragraph tells of, the person that the article is
// about, the one named last. Tested by tests/cases and the corpus.
#pragma once

#include <string>
#include <vector>

#include "claim/subjects/figures.h"

namespace figmine::subjects {

// Made once a document; answers who was named before a place.
class People {
 public:
  explicit People(const Figures& figures);

  // Whom the pronoun of the sentence stands for; nullptr where nobody is known.
  [[nodiscard]] const Entity* meant(TokenRange pronoun, std::size_t sentence) const;
  // Whom the pronoun of one who speaks stands for: who is surely a person and, where the pronoun is outside a
  // quote, not told of in one; of the paragraph alone, or of those before it too.
  [[nodiscard]] const Entity* speaking(TokenRange pronoun, std::size_t sentence, bool here) const;

 private:
  // A mention of who is a person, or may be one by the name.
  struct Mention {
    std::uint32_t begin = 0;
    const Entity* entity = nullptr;
    bool sure = false;
    bool opens = false;  // its sentence
    bool quoted = false;
  };

  void add(const Entity& entity);
  [[nodiscard]] bool may_be(const Entity& entity) const;
  [[nodiscard]] bool is_given_or_family_name(const std::string& word) const;
  [[nodiscard]] bool is_styled(Span mention) const;
  [[nodiscard]] bool opens_sentence(Span mention) const;
  [[nodiscard]] std::size_t named_before(TokenRange pronoun) const;
  [[nodiscard]] const Entity* of_block(std::size_t before, std::uint32_t block_begin) const;
  [[nodiscard]] const Entity* last_known(std::size_t before, std::uint32_t from) const;
  [[nodiscard]] bool is_main_person() const;

  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  std::vector<Mention> mentions_;  // in text order
};

}  // namespace figmine::subjects
