// claim/clauses: a sentence as a row of chunks (phrases, verb groups, figures, times, the small words between
// them), and which of them belong together: the subject of a verb, the chain of phrases that prepositions
// join. A walk never goes back over what it has passed, so every question is linear in the sentence. Word
// classes come from the lexicons. Tested by tests/unit/claim_test.cc.
#pragma once

#include <vector>

#include "claim/clauses/chunk.h"

namespace figmine {

// A question about kNoChunk is answered with kNoChunk, or with no words.
class Clauses {
 public:
  static constexpr std::size_t kNoChunk = SIZE_MAX;

  Clauses(const Looker& look, const Analysis& analysis, const Resolved& resolved);

  [[nodiscard]] const std::vector<Chunk>& chunks() const { return chunks_; }
  [[nodiscard]] const Chunk& operator[](std::size_t chunk) const { return chunks_[chunk]; }
  // The chunk that holds the token; kNoChunk outside the sentence.
  [[nodiscard]] std::size_t at(std::uint32_t token) const;
  [[nodiscard]] bool is(std::size_t chunk, Part part) const {
    return chunk < chunks_.size() && chunks_[chunk].part == part;
  }

  // The chunk before (after) this one, adverbs left out; kNoChunk at the sentence's end.
  [[nodiscard]] std::size_t before(std::size_t chunk) const;
  [[nodiscard]] std::size_t after(std::size_t chunk) const;
  // The chunk before the chunk and the adverbs and loose words in front of it: "with" before "almost 9%".
  [[nodiscard]] std::size_t before_adverbs(std::size_t chunk) const;

  // The chunk after the phrase and all that is attached to it: "companies with 500 to 2,500 employees paid".
  [[nodiscard]] std::size_t after_attachments(std::size_t chunk) const;

  // The last chunk of the verb's subject: a phrase, a pronoun or a figure. "Shares of Acme, which makes
  // pumps, closed" gives "Acme"; its chain begins with "Shares". kNoChunk where no subject stands.
  [[nodiscard]] std::size_t subject_of(std::size_t verb) const;

  // Whether a verb stands anywhere behind the chunk.
  [[nodiscard]] bool verb_follows(std::size_t chunk) const { return chunk < last_verb_; }

  // The last verb before the chunk, back to a semicolon; kNoChunk when there is none. One that only describes
  // the phrase before it counts where no other stands there.
  [[nodiscard]] std::size_t previous_verb(std::size_t chunk) const;

  // The verb that governs the chunk from the left within its clause; kNoChunk when there is none.
  [[nodiscard]] std::size_t verb_before(std::size_t chunk) const;

  // The subject of the verb that governs the chunk; kNoChunk when it has none.
  [[nodiscard]] std::size_t subject_before(std::size_t chunk) const;

  // All phrases that prepositions and conjunctions join to the chunk from the left ("shipments of smart
  // glasses") and to the right.
  [[nodiscard]] TokenRange chain_ending(std::size_t chunk) const;
  [[nodiscard]] TokenRange chain_beginning(std::size_t chunk) const;

  // The last phrase of the list "cash, deposits and securities" that begins with the chunk and that no verb
  // follows; the chunk itself where it begins none.
  [[nodiscard]] std::size_t list_end(std::size_t chunk) const;

  // The bracket's opening chunk for a closing one; the chunk itself where it has none.
  [[nodiscard]] std::size_t opening(std::size_t close) const;

 private:
  void find_verbs();
  [[nodiscard]] std::size_t left_of(std::size_t chunk) const;

  std::vector<Chunk> chunks_;
  std::vector<std::uint32_t> chunk_of_;  // by token of the sentence
  std::uint32_t begin_ = 0;
  // By chunk, one more at the end:
  std::vector<std::size_t> verb_before_;
  std::vector<std::size_t> previous_verb_;
  std::size_t last_verb_ = 0;  // chunk; 0 also where there is none
};

// Whether the chunk is a preposition of the type; those of a heading tell less and are none.
[[nodiscard]] bool is_preposition(const Looker& look, const Clauses& clauses, std::size_t chunk, Wanted type);

// "Crashes rose 4%, and seven people have died": whether the figure's chunk stands behind "and" and before a
// verb with its auxiliary, which it is the subject of.
[[nodiscard]] bool opens_clause(const Looker& look, const Clauses& clauses, std::size_t figure);

// The clauses of every sentence that holds a mention; made once a document.
class ClauseTable {
 public:
  explicit ClauseTable(const ClaimInput& input);
  [[nodiscard]] const Clauses& of(std::size_t sentence) const { return *by_sentence_[sentence]; }

 private:
  std::vector<std::optional<Clauses>> by_sentence_;
};

}  // namespace figmine
