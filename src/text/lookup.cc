#include "text/lookup.h"

namespace figmine {
namespace {

constexpr std::uint32_t kMaxForm = 12;  // tokens of the longest lexicon form that is looked for

class Walker {
 public:
  Walker(const Program& program, const FormTable& forms, std::span<const Token> tokens, std::uint32_t begin,
         std::uint32_t limit, std::vector<Found>& out)
      : program_(program),
        forms_(forms),
        tokens_(tokens),
        begin_(begin),
        limit_(std::min(limit, begin + kMaxForm)),
        out_(out),
        first_(out.size()) {}

  void walk(std::uint32_t node, std::uint32_t at) {
    if (at > begin_ && node != 0) report(node, at);
    if (at >= limit_) return;
    step(node, at, at);
    // "year-on-year" for the form "year on year".
    if (at > begin_ && at + 1 < limit_ && tokens_[at].glued && tokens_[at + 1].glued &&
        forms_[tokens_[at].form].text == "-")
      step(node, at, at + 1);
  }

 private:
  void step(std::uint32_t node, std::uint32_t from, std::uint32_t at) {
    const Form& form = forms_[tokens_[at].form];
    if (form.word != kNoWord) follow(program_.lexicon.edges, LexiconTrie::key(node, form.word), from, at);
    if (form.exact != kNoWord)
      follow(program_.lexicon.exact_edges, LexiconTrie::key(node, form.exact), from, at);
  }

  void follow(const std::unordered_map<std::uint64_t, LexiconTrie::Edge>& edges, std::uint64_t key,
              std::uint32_t from, std::uint32_t at) {
    const auto it = edges.find(key);
    if (it == edges.end()) return;
    if (it->second.node != kNone) walk(it->second.node, at + 1);
    if (it->second.glued_node != kNone && from == at && tokens_[at].glued)
      walk(it->second.glued_node, at + 1);
  }

  void report(std::uint32_t node, std::uint32_t end) {
    for (const LexiconEntry& entry : program_.lexicon.entries[node])
      add({entry.type, entry.row, begin_, end});
  }

  void add(Found found) {
    for (std::size_t i = first_; i < out_.size(); ++i) {
      if (out_[i].type != found.type) continue;
      if (found.end > out_[i].end) out_[i] = found;
      return;
    }
    out_.push_back(found);
  }

  const Program& program_;
  const FormTable& forms_;
  std::span<const Token> tokens_;
  std::uint32_t begin_;
  std::uint32_t limit_;
  std::vector<Found>& out_;
  std::size_t first_;
};

}  // namespace

void find_entries(const Program& program, const FormTable& forms, std::span<const Token> tokens,
                  std::uint32_t begin, std::uint32_t limit, std::vector<Found>& out) {
  Walker(program, forms, tokens, begin, limit, out).walk(0, begin);
}

}  // namespace figmine
