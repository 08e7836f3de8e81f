#include "ruleset/regex_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/hash.h"
#include "ruleset/token_regex.h"

namespace figmine {
namespace {

constexpr std::size_t kMaxNodes = 100000;
constexpr std::size_t kMaxStates = 20000;  // and those that one state adds: far below 2^16, as ids are

using Numbers = std::vector<std::uint32_t>;

struct HashNumbers {
  std::size_t operator()(const Numbers& numbers) const { return hash_of(numbers, 0); }
};

// The expressions as one automaton that may be in many nodes at once (Thompson's construction).
class Nodes {
 public:
  enum class Kind { kSet, kSplit, kMatch };
  struct Node {
    Kind kind = Kind::kMatch;
    std::uint32_t a = 0;  // kSet: the number of the set; kSplit: a branch; kMatch: the expression
    std::uint32_t b = 0;  // where it goes on; kSplit: the other branch
  };

  // False where the expression is not of those that a table can hold: nothing of it is reached then.
  bool add_regex(const std::string& text, std::uint32_t number) {
    const std::optional<RegexNode> tree = parse_token_regex(text);
    if (!tree) return false;
    const std::size_t before = nodes_.size();
    const std::uint32_t start = emit(*tree, add({Kind::kMatch, number, 0}));
    const bool fits = nodes_.size() < kMaxNodes;
    if (fits) starts_.push_back(start);
    if (!fits) nodes_.resize(before);
    return fits;
  }

  [[nodiscard]] const Node& operator[](std::uint32_t node) const { return nodes_[node]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] const Numbers& starts() const { return starts_; }
  // The sets by number.
  [[nodiscard]] std::vector<CharSet> sets() const {
    std::vector<CharSet> out(sets_.size());
    for (const auto& [set, number] : sets_) out[number] = set;
    return out;
  }

 private:
  std::uint32_t add(Node node) {
    nodes_.push_back(node);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  // What goes on at `next` behind the tree; from the end backwards, as in ruleset/compile.cc.
  std::uint32_t emit(const RegexNode& tree, std::uint32_t next) {
    if (nodes_.size() >= kMaxNodes) return next;
    std::uint32_t at = next;
    switch (tree.kind) {
      case RegexNode::Kind::kSet:
        return add({Kind::kSet, number_of(tree.set), next});
      case RegexNode::Kind::kSequence:
        for (std::size_t i = tree.children.size(); i-- > 0;) at = emit(tree.children[i], at);
        return at;
      case RegexNode::Kind::kChoice:
        at = emit(tree.children.back(), next);
        for (std::size_t i = tree.children.size() - 1; i-- > 0;)
          at = add({Kind::kSplit, emit(tree.children[i], next), at});
        return at;
      case RegexNode::Kind::kRepeat:
        return emit_repeat(tree, next);
    }
    return next;
  }

  std::uint32_t emit_repeat(const RegexNode& tree, std::uint32_t next) {
    const RegexNode& child = tree.children.front();
    std::uint32_t at = next;
    if (tree.max == RegexNode::kUnbounded) {
      at = add({Kind::kSplit, 0, next});
      const std::uint32_t body = emit(child, at);
      nodes_[at].a = body;
    }
    for (int i = tree.min; i < tree.max; ++i) at = add({Kind::kSplit, emit(child, at), next});
    for (int i = 0; i < tree.min; ++i) at = emit(child, at);
    return at;
  }

  std::uint32_t number_of(const CharSet& set) {
    return sets_.try_emplace(set, static_cast<std::uint32_t>(sets_.size())).first->second;
  }

  std::vector<Node> nodes_;
  Numbers starts_;
  std::map<CharSet, std::uint32_t> sets_;
};

// Characters that every set holds alike are of one class.
class Classes {
 public:
  explicit Classes(const std::vector<CharSet>& sets) : of_set_(sets.size()) {
    std::map<char32_t, Numbers> changes;  // the sets that begin or end with a character
    changes[0];
    for (std::uint32_t set = 0; set < sets.size(); ++set) {
      for (const CharRange& range : sets[set]) {
        changes[range.first].push_back(set);
        changes[range.last + 1].push_back(set);
      }
    }
    std::vector<bool> holding(sets.size());
    std::map<std::vector<bool>, std::uint32_t> known;
    for (const auto& [code, toggled] : changes) {
      for (const std::uint32_t set : toggled) holding[set] = !holding[set];
      const auto [it, added] = known.try_emplace(holding, static_cast<std::uint32_t>(known.size()));
      edges_.push_back({static_cast<std::uint32_t>(code), it->second});
      for (std::uint32_t set = 0; added && set < sets.size(); ++set) {
        if (holding[set]) of_set_[set].push_back(it->second);
      }
    }
    count_ = known.size();
  }

  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::vector<CharEdge>& edges() const { return edges_; }
  [[nodiscard]] const Numbers& of_set(std::uint32_t set) const { return of_set_[set]; }

 private:
  std::vector<CharEdge> edges_;
  std::vector<Numbers> of_set_;
  std::size_t count_ = 0;
};

// A state is the set of nodes that the automaton is in (the subset construction).
class TableMaker {
 public:
  explicit TableMaker(const Nodes& nodes)
      : nodes_(nodes), classes_(nodes.sets()), targets_(classes_.count()), mark_(nodes.size(), 0) {}

  // Nothing where the states would be too many.
  std::optional<draft::RegexTable> run() {
    table_.edges = classes_.edges();
    table_.classes = static_cast<std::uint32_t>(classes_.count());
    states_.push_back(&nowhere_);  // RegexTable::kDead
    table_.accepts.push_back(number_of_matched({}));
    intern(closed(nodes_.starts()));  // RegexTable::kStart
    for (std::size_t state = 0; state < states_.size(); ++state) {
      if (states_.size() > kMaxStates) return std::nullopt;
      leave(*states_[state]);
    }
    return std::move(table_);
  }

 private:
  void leave(const Numbers& state) {
    for (Numbers& nodes : targets_) nodes.clear();
    for (const std::uint32_t node : state) {
      if (nodes_[node].kind != Nodes::Kind::kSet) continue;
      for (const std::uint32_t cls : classes_.of_set(nodes_[node].a)) targets_[cls].push_back(nodes_[node].b);
    }
    for (const Numbers& nodes : targets_) {
      const auto [it, added] = known_.try_emplace(nodes, std::uint16_t{RegexTable::kDead});
      if (added && !nodes.empty()) it->second = intern(closed(nodes));
      table_.next.push_back(it->second);
    }
  }

  // The sets and matches that are reached from the nodes without a character, ascending.
  Numbers closed(const Numbers& nodes) {
    ++generation_;
    Numbers out;
    Numbers stack = nodes;
    while (!stack.empty()) {
      const std::uint32_t at = stack.back();
      stack.pop_back();
      if (mark_[at] == generation_) continue;
      mark_[at] = generation_;
      if (nodes_[at].kind != Nodes::Kind::kSplit) {
        out.push_back(at);
      } else {
        stack.push_back(nodes_[at].a);
        stack.push_back(nodes_[at].b);
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  std::uint16_t intern(Numbers state) {
    const auto [it, added] = index_.try_emplace(std::move(state), static_cast<std::uint16_t>(states_.size()));
    if (!added) return it->second;
    states_.push_back(&it->first);
    Numbers matched;
    for (const std::uint32_t node : it->first) {
      if (nodes_[node].kind == Nodes::Kind::kMatch) matched.push_back(nodes_[node].a);
    }
    std::sort(matched.begin(), matched.end());
    table_.accepts.push_back(number_of_matched(matched));
    return it->second;
  }

  std::uint32_t number_of_matched(const Numbers& matched) {
    const auto [it, added] =
        matched_index_.try_emplace(matched, static_cast<std::uint32_t>(table_.matched.size()));
    if (added) table_.matched.push_back(matched);
    return it->second;
  }

  const Nodes& nodes_;
  Classes classes_;
  draft::RegexTable table_;
  std::unordered_map<Numbers, std::uint16_t, HashNumbers> index_;
  const Numbers nowhere_;
  std::vector<const Numbers*> states_;  // in index_
  std::map<Numbers, std::uint32_t> matched_index_;
  std::vector<Numbers> targets_;                                   // of the state at work, by class
  std::unordered_map<Numbers, std::uint16_t, HashNumbers> known_;  // many lead to the same state
  Numbers mark_;  // by node: the closure it was last reached in
  std::uint32_t generation_ = 0;
};

}  // namespace

draft::RegexTable make_regex_table(std::span<const std::string> regexes) {
  Nodes nodes;
  std::vector<std::uint32_t> others;
  for (std::uint32_t i = 0; i < regexes.size(); ++i) {
    if (!nodes.add_regex(regexes[i], i)) others.push_back(i);
  }
  std::optional<draft::RegexTable> table = TableMaker(nodes).run();
  if (!table) {  // together they have too many states
    table = TableMaker(Nodes()).run();
    for (others.clear(); others.size() < regexes.size();)
      others.push_back(static_cast<std::uint32_t>(others.size()));
  }
  table->others = std::move(others);
  return *std::move(table);
}

}  // namespace figmine
