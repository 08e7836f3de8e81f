#include "claim/clauses.h"

#include "claim/clauses/attachments.h"
#include "claim/clauses/chains.h"
#include "claim/clauses/chunker.h"
#include "claim/clauses/insertions.h"
#include "claim/clauses/subject_walk.h"

namespace figmine {

Clauses::Clauses(const Looker& look, const Analysis& analysis, const Resolved& resolved)
    : chunks_(clauses::Chunker(look, analysis, resolved).run()), begin_(analysis.range.begin) {
  chunk_of_.resize(analysis.range.end - analysis.range.begin);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const std::uint32_t end = i + 1 < chunks_.size() ? chunks_[i + 1].range.begin : analysis.range.end;
    for (std::uint32_t token = chunks_[i].range.begin; token < end; ++token)
      chunk_of_[token - begin_] = static_cast<std::uint32_t>(i);
  }
  find_verbs();
}

// Both looks to the left are asked of every figure: one pass keeps a sentence of many figures linear.
void Clauses::find_verbs() {
  verb_before_.assign(chunks_.size() + 1, kNoChunk);
  previous_verb_.assign(chunks_.size() + 1, kNoChunk);
  std::size_t verb = kNoChunk;
  std::size_t participle = kNoChunk;  // "the year ending in May" has no verb of its clause
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    verb_before_[i + 1] = verb_before_[left_of(i)];
    const Part part = chunks_[i].part;
    if (part == Part::kStop) verb = participle = kNoChunk;
    if (part == Part::kVerb) {
      verb_before_[i + 1] = i;
      (chunks_[i].attached ? participle : verb) = i;
      last_verb_ = i;
    }
    if (part == Part::kStop || part == Part::kColon || part == Part::kSubordinator)
      verb_before_[i + 1] = kNoChunk;
    previous_verb_[i + 1] = verb != kNoChunk ? verb : participle;
  }
}

// Where the look to the left goes on before the chunk: brackets and "a yield, which pays for itself, of 5%"
// are passed over.
std::size_t Clauses::left_of(std::size_t chunk) const {
  if (chunks_[chunk].part == Part::kClose) return opening(chunk);
  if (chunks_[chunk].part != Part::kComma) return chunk;
  const std::size_t jump = clauses::Insertions(*this).before(chunk);
  return is(jump, Part::kComma) && is(jump + 1, Part::kRelative) ? jump : chunk;
}

std::size_t Clauses::at(std::uint32_t token) const {
  if (token < begin_ || token - begin_ >= chunk_of_.size()) return kNoChunk;
  return chunk_of_[token - begin_];
}

std::size_t Clauses::before(std::size_t chunk) const {
  if (chunk > chunks_.size()) return kNoChunk;
  while (chunk-- > 0) {
    if (chunks_[chunk].part != Part::kAdverb) return chunk;
  }
  return kNoChunk;
}

std::size_t Clauses::after(std::size_t chunk) const {
  if (chunk == kNoChunk) return kNoChunk;
  while (++chunk < chunks_.size()) {
    if (chunks_[chunk].part != Part::kAdverb) return chunk;
  }
  return kNoChunk;
}

std::size_t Clauses::after_attachments(std::size_t chunk) const {
  return clauses::after_attachments(*this, chunk);
}

std::size_t Clauses::opening(std::size_t close) const {
  if (close >= chunks_.size()) return close;
  for (std::size_t i = close; i-- > 0 && close - i < 16;) {
    if (chunks_[i].part == Part::kOpen) return i;
    if (chunks_[i].part == Part::kClose) break;
  }
  return close;
}

std::size_t Clauses::previous_verb(std::size_t chunk) const {
  return chunk < previous_verb_.size() ? previous_verb_[chunk] : kNoChunk;
}

std::size_t Clauses::subject_of(std::size_t verb) const { return clauses::SubjectWalk(*this).of(verb); }

std::size_t Clauses::verb_before(std::size_t chunk) const {
  return chunk < verb_before_.size() ? verb_before_[chunk] : kNoChunk;
}

std::size_t Clauses::subject_before(std::size_t chunk) const {
  const std::size_t verb = verb_before(chunk);
  return verb == kNoChunk ? kNoChunk : subject_of(verb);
}

std::size_t Clauses::before_adverbs(std::size_t chunk) const {
  std::size_t left = before(chunk);
  while (is(left, Part::kAdverb) || is(left, Part::kOther)) left = before(left);
  return left;
}

TokenRange Clauses::chain_ending(std::size_t chunk) const { return clauses::Chains(*this).ending(chunk); }

TokenRange Clauses::chain_beginning(std::size_t chunk) const {
  return clauses::Chains(*this).beginning(chunk);
}

std::size_t Clauses::list_end(std::size_t chunk) const { return clauses::Chains(*this).list_end(chunk); }

bool is_preposition(const Looker& look, const Clauses& clauses, std::size_t chunk, Wanted type) {
  return clauses.is(chunk, Part::kPreposition) && look.small_word_is(clauses[chunk].range.begin, type);
}

bool opens_clause(const Looker& look, const Clauses& clauses, std::size_t figure) {
  const std::size_t verb = clauses.after(figure);
  if (!clauses.is(clauses.before(figure), Part::kConjunction) || !clauses.is(verb, Part::kVerb) ||
      clauses[verb].gerund)
    return false;
  const TokenRange words = clauses[verb].range;
  const bool helped = look.holds_word(words, "pos.first.AUX") || look.holds_word(words, "pos.first.MD");
  return words.end - words.begin > 1 && helped;
}

ClauseTable::ClauseTable(const ClaimInput& input) : by_sentence_(input.analyses.size()) {
  const Looker look(input);
  for (std::size_t i = 0; i < by_sentence_.size(); ++i) {
    if (!input.resolved[i].mentions.empty())
      by_sentence_[i].emplace(look, input.analyses[i], input.resolved[i]);
  }
}

}  // namespace figmine
