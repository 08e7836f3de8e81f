#include "claim/entities/title.h"

#include <algorithm>

#include "base/ascii.h"

namespace figmine::entities {

TokenRange headline_of(const ClaimInput& input) {
  const std::optional<std::size_t> headline = input.headline();
  if (!headline) return {};
  const Sentence& sentence = input.text.sentences[*headline];
  return {sentence.begin, sentence.end};
}

Title::Title(const ClaimInput& input)
    : program_(input.program),
      titled_(input.document.metadata.title.has_value()),
      written_(input.document.metadata.title.value_or("")),
      title_(fold(written_)) {}

bool Title::is_only_where(const Entity& entity) const {
  const std::string name = fold(entity.name);
  bool where = false;
  for (std::size_t at = title_.find(name); at != std::string::npos;
       at = title_.find(name, at + name.size())) {
    const std::string before = word_before(title_, at);
    if (!before.ends_with(',') && program_.lookup("preposition.home", before) == kNone) return false;
    where = true;
  }
  return where;
}

bool Title::tells_of_many() const {
  std::string word;
  for (const char c : title_ + " ") {
    if (is_lower(c)) {
      word += c;
      continue;
    }
    if (program_.lookup("title.roundup", word) != kNone) return true;
    word.clear();
  }
  return false;
}

// The word that ends before the place, with what is written to it; empty where none does.
std::string Title::word_before(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] != ' ') --begin;
  return text.substr(begin, end - begin);
}

bool Title::names(const Entity& entity) const {
  // "Gold Stocks to Watch" does not name Halden Mining, which is listed as GOLD
  const auto names_as_written = [&](const std::string& alias) {
    const bool letters = std::none_of(alias.begin(), alias.end(), [](char c) { return is_lower(c); }) &&
                         !fold(entity.name).starts_with(fold(alias));
    return letters ? written_.find(alias) != std::string::npos : names(alias);
  };
  return names(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), names_as_written);
}

bool Title::opens_with(const Entity& entity) const {
  const auto opens = [&](const std::string& name) {
    if (!title_.starts_with(fold(name))) return false;
    const std::size_t begin = title_.find_first_not_of('.', fold(name).size());
    return begin != std::string::npos && title_[begin] == ' ' &&
           is_deed(title_.substr(begin + 1, title_.find(' ', begin + 1) - begin - 1));
  };
  return opens(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), opens);
}

bool Title::is_deed(const std::string& word) const {
  const std::uint32_t moved = program_.lookup("change.verb", word);
  if (moved != kNone) return program_.row_attribute(moved, "transitive") == "yes";
  return program_.lookup("telling.noun", word) != kNone ||
         (program_.lookup("pos.VZ", word) != kNone && program_.lookup("move.verb", word) == kNone);
}

bool Title::names(const std::string& name) const {
  return titled_ && title_.find(fold(name)) != std::string::npos;
}

}  // namespace figmine::entities
