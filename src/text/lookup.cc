#include "text/lookup.h"

#include <algorithm>

namespace figmine {
namespace {

constexpr std::uint32_t kMaxForm = 12;  // tokens of the longest lexicon form that is looked for

// Calls report(entry, end) for each entry that begins at a token.
template <class Report>
class Walker {
 public:
  Walker(const Program& program, const FormTable& forms, std::span<const Token> tokens, std::uint32_t begin,
         std::uint32_t limit, const Report& report)
      : program_(program),
        forms_(forms),
        tokens_(tokens),
        begin_(begin),
        limit_(std::min(limit, begin + kMaxForm)),
        report_(report) {}

  void walk(std::uint32_t node, std::uint32_t at) const {
    if (at > begin_ && node != 0) {
      for (const LexiconEntry& entry : program_.lexicon.entries[node]) report_(entry, at);
    }
    if (at >= limit_) return;
    step(node, at, at);
    // "year-on-year" for the form "year on year".
    if (at > begin_ && at + 1 < limit_ && tokens_[at].glued && tokens_[at + 1].glued &&
        forms_[tokens_[at].form].text == "-")
      step(node, at, at + 1);
  }

 private:
  void step(std::uint32_t node, std::uint32_t from, std::uint32_t at) const {
    const Form& form = forms_[tokens_[at].form];
    if (form.word != kNoWord) follow(program_.lexicon.edges.find(node, form.word), from, at);
    if (form.exact != kNoWord) follow(program_.lexicon.exact_edges.find(node, form.exact), from, at);
  }

  void follow(const LexiconEdge* edge, std::uint32_t from, std::uint32_t at) const {
    if (edge == nullptr) return;
    if (edge->node != kNone) walk(edge->node, at + 1);
    if (edge->glued_node != kNone && from == at && tokens_[at].glued) walk(edge->glued_node, at + 1);
  }

  const Program& program_;
  const FormTable& forms_;
  std::span<const Token> tokens_;
  std::uint32_t begin_;
  std::uint32_t limit_;
  const Report& report_;
};

}  // namespace

void find_entries(const Program& program, const FormTable& forms, std::span<const Token> tokens,
                  std::uint32_t begin, std::uint32_t limit, std::vector<Found>& out) {
  const std::size_t first = out.size();
  const auto add = [&](const LexiconEntry& entry, std::uint32_t end) {
    const auto same = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                                   [&](const Found& found) { return found.type == entry.type; });
    if (same == out.end()) {
      out.push_back({entry.type, entry.row, begin, end});
    } else if (end > same->end) {
      *same = {entry.type, entry.row, begin, end};
    }
  };
  Walker(program, forms, tokens, begin, limit, add).walk(0, begin);
}

bool leads_on(const Program& program, const FormTable& forms, const Token& token) {
  const LexiconTrie& trie = program.lexicon;
  const Form& form = forms[token.form];
  const auto leads = [&](const LexiconEdge* edge) {
    return edge != nullptr && (trie.leads_on(edge->node) || (token.glued && trie.leads_on(edge->glued_node)));
  };
  return (form.word != kNoWord && leads(trie.edges.find(0, form.word))) ||
         (form.exact != kNoWord && leads(trie.exact_edges.find(0, form.exact)));
}

bool begins_long_entry(const Program& program, const FormTable& forms, std::span<const Token> tokens,
                       std::uint32_t begin, std::uint32_t limit) {
  bool found = false;
  const auto note = [&](const LexiconEntry&, std::uint32_t end) { found = found || end > begin + 1; };
  Walker(program, forms, tokens, begin, limit, note).walk(0, begin);
  return found;
}

std::vector<std::uint32_t> find_rows(const Program& program, const FormTable& forms,
                                     std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end,
                                     TypeId type) {
  std::vector<std::uint32_t> rows;
  const auto add = [&](const LexiconEntry& entry, std::uint32_t entry_end) {
    if (entry_end == end && entry.type == type &&
        std::find(rows.begin(), rows.end(), entry.row) == rows.end())
      rows.push_back(entry.row);
  };
  Walker(program, forms, tokens, begin, end, add).walk(0, begin);
  return rows;
}

}  // namespace figmine
