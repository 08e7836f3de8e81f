#include "ruleset/compile.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "base/lexer.h"

namespace figmine {
namespace {

constexpr std::size_t kMaxInstructions = 1000000;  // of one layer

// Continuation-passing construction from the end backwards: emit(node, next) gives the entry of code that
// goes on at `next`.
class Compiler {
 public:
  Compiler(CompileContext context, bool backwards) : context_(context), backwards_(backwards) {}

  std::optional<PatternError> error;

  std::uint32_t emit(const PatternNode& node, std::uint32_t next) {
    if (error || context_.layer.code.size() > kMaxInstructions) return overflow(node, next);
    switch (node.kind) {
      case PatternNode::Kind::kTests:
        return emit_test(tests_of(node), next);
      case PatternNode::Kind::kType:
        return emit_type(node, next);
      case PatternNode::Kind::kPhrase:
        return emit_phrase(node, next);
      case PatternNode::Kind::kSequence:
        return emit_sequence(node, next);
      case PatternNode::Kind::kChoice:
        return emit_choice(node, next);
      case PatternNode::Kind::kRepeat:
        return emit_repeat(node, next);
      case PatternNode::Kind::kCapture:
        return emit_capture(node, next);
    }
    return next;
  }

  std::uint32_t match(std::uint32_t rule_index) { return add({Op::kMatch, rule_index, 0}); }

 private:
  std::uint32_t overflow(const PatternNode& node, std::uint32_t next) {
    if (!error)
      error = PatternError{"the layer's patterns are too large", "write smaller repetitions", node.offset};
    return next;
  }

  std::uint32_t add(Instruction instruction) {
    context_.layer.code.push_back(instruction);
    return static_cast<std::uint32_t>(context_.layer.code.size() - 1);
  }

  std::uint32_t atom(Atom atom) {
    auto& atoms = context_.layer.atoms;
    const auto it = std::find(atoms.begin(), atoms.end(), atom);
    if (it != atoms.end()) return static_cast<std::uint32_t>(it - atoms.begin());
    atoms.push_back(atom);
    return static_cast<std::uint32_t>(atoms.size() - 1);
  }

  std::uint32_t emit_test(draft::Test test, std::uint32_t next) {
    std::sort(test.all.begin(), test.all.end());
    std::sort(test.none.begin(), test.none.end());
    auto& tests = context_.layer.tests;
    auto it = std::find(tests.begin(), tests.end(), test);
    if (it == tests.end()) it = tests.insert(tests.end(), std::move(test));
    return add({Op::kTest, static_cast<std::uint32_t>(it - tests.begin()), next});
  }

  std::uint32_t glued_atom() { return atom({AtomKind::kGlued, 0, MarkPart::kWhole}); }
  std::uint32_t word_atom(std::string_view word) {
    return atom({AtomKind::kWord, context_.program.words.add(word), MarkPart::kWhole});
  }

  draft::Test tests_of(const PatternNode& node) {
    draft::Test out;
    for (const PatternTest& test : node.tests) (test.negated ? out.none : out.all).push_back(atom_of(test));
    if (node.glued) out.all.push_back(glued_atom());
    return out;
  }

  std::uint32_t atom_of(const PatternTest& test) {
    switch (test.kind) {
      case PatternTest::Kind::kWord:
        return word_atom(fold(test.text));
      case PatternTest::Kind::kShape:
        return atom({AtomKind::kShape, shape_of(test.text), MarkPart::kWhole});
      case PatternTest::Kind::kRegex:
        return atom({AtomKind::kRegex, regex_of(test), MarkPart::kWhole});
      case PatternTest::Kind::kType:
        return atom({AtomKind::kMark, type_of(test.text, test.offset), MarkPart::kInside});
      case PatternTest::Kind::kGlued:
        return glued_atom();
      case PatternTest::Kind::kFirst:
        return atom({AtomKind::kFirst, 0, MarkPart::kWhole});
      case PatternTest::Kind::kNewline:
        return atom({AtomKind::kNewline, 0, MarkPart::kWhole});
    }
    return 0;
  }

  static std::uint32_t shape_of(std::string_view name) {
    constexpr std::array<std::string_view, 12> kNames = {"digit", "wordlike", "alpha",  "cap",
                                                         "upper", "lower",    "punct",  "symbol",
                                                         "url",   "cjk",      "single", "any"};
    return static_cast<std::uint32_t>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin());
  }

  std::uint32_t regex_of(const PatternTest& test) {
    std::vector<std::string>& regexes = context_.program.regexes;
    const auto known = std::find(regexes.begin(), regexes.end(), test.text);
    if (known != regexes.end()) return static_cast<std::uint32_t>(known - regexes.begin());
    if (const RE2 regex(test.text, RE2::Quiet); !regex.ok()) {
      if (!error) error = PatternError{"bad regular expression: " + regex.error(), "RE2 syntax", test.offset};
      return 0;
    }
    regexes.push_back(test.text);
    return static_cast<std::uint32_t>(regexes.size() - 1);
  }

  std::uint32_t type_of(const std::string& name, std::size_t offset) {
    const std::uint32_t type = context_.find_type(name);
    if (type == kNone) {
      if (!error) error = PatternError{"unknown type <" + name + ">", "", offset};
      return 0;
    }
    return type;
  }

  // <type>: one whole token, or its first, middle and last tokens.
  std::uint32_t emit_type(const PatternNode& node, std::uint32_t next) {
    const std::uint32_t type = type_of(node.text, node.offset);
    const auto mark = [&](MarkPart part, bool first) {
      draft::Test test;
      test.all.push_back(atom({AtomKind::kMark, type, part}));
      if (first && node.glued) test.all.push_back(glued_atom());
      return test;
    };
    const draft::Test whole = mark(MarkPart::kWhole, true);
    const draft::Test begin = mark(MarkPart::kBegin, true);
    const draft::Test middle = mark(MarkPart::kMiddle, false);
    const draft::Test end = mark(MarkPart::kEnd, false);
    const std::uint32_t last = emit_test(backwards_ ? begin : end, next);
    const std::uint32_t loop = add({Op::kSplit, 0, last});
    const std::uint32_t inner = emit_test(middle, loop);
    context_.layer.code[loop].a = inner;
    const std::uint32_t many = emit_test(backwards_ ? end : begin, loop);
    const std::uint32_t one = emit_test(whole, next);
    return add({Op::kSplit, one, many});
  }

  std::uint32_t emit_phrase(const PatternNode& node, std::uint32_t next) {
    const std::vector<RawToken> tokens = lex(node.text);
    std::uint32_t at = next;
    const std::size_t count = tokens.size();
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t i = backwards_ ? k : count - 1 - k;
      draft::Test test;
      test.all.push_back(word_atom(fold(slice(node.text, tokens[i].span))));
      if (tokens[i].glued || (i == 0 && node.glued)) test.all.push_back(glued_atom());
      if (backwards_) {
        if (i > 0 && !tokens[i].glued) at = optional_hyphen(at);
        at = emit_test(std::move(test), at);
      } else {
        at = emit_test(std::move(test), at);
        if (i > 0 && !tokens[i].glued) at = optional_hyphen(at);
      }
    }
    return at;
  }

  // Between the words of a phrase a glued hyphen may stand instead of the space.
  std::uint32_t optional_hyphen(std::uint32_t next) {
    draft::Test hyphen;
    hyphen.all = {word_atom("-"), glued_atom()};
    const std::uint32_t taken = emit_test(std::move(hyphen), next);
    return add({Op::kSplit, taken, next});
  }

  std::uint32_t emit_sequence(const PatternNode& node, std::uint32_t next) {
    std::uint32_t at = next;
    const std::size_t count = node.children.size();
    for (std::size_t k = 0; k < count; ++k) at = emit(node.children[backwards_ ? k : count - 1 - k], at);
    return at;
  }

  std::uint32_t emit_choice(const PatternNode& node, std::uint32_t next) {
    std::uint32_t entry = emit(node.children.back(), next);
    for (std::size_t k = node.children.size() - 1; k-- > 0;) {
      const std::uint32_t branch = emit(node.children[k], next);
      entry = add({Op::kSplit, branch, entry});
    }
    return entry;
  }

  std::uint32_t emit_repeat(const PatternNode& node, std::uint32_t next) {
    const PatternNode& child = node.children.front();
    std::uint32_t at = next;
    if (node.max == PatternNode::kUnbounded) {
      const std::uint32_t loop = add({Op::kSplit, 0, next});
      const std::uint32_t body = emit(child, loop);
      context_.layer.code[loop].a = body;
      at = loop;
    } else {
      for (int i = node.min; i < node.max; ++i) {
        const std::uint32_t body = emit(child, at);
        at = add({Op::kSplit, body, next});
      }
    }
    for (int i = 0; i < node.min; ++i) at = emit(child, at);
    return at;
  }

  std::uint32_t emit_capture(const PatternNode& node, std::uint32_t next) {
    const std::uint32_t id = context_.program.captures.add(node.text);
    const std::uint32_t close = add({backwards_ ? Op::kOpen : Op::kClose, id, next});
    const std::uint32_t body = emit(node.children.front(), close);
    return add({backwards_ ? Op::kClose : Op::kOpen, id, body});
  }

  CompileContext context_;
  bool backwards_;
};

}  // namespace

std::optional<PatternError> compile_pattern(const Pattern& pattern, std::uint32_t rule_index,
                                            draft::Rule& rule, CompileContext context) {
  const std::vector<Instruction>& code = context.layer.code;
  Compiler forwards(context, false);
  rule.code_begin = static_cast<std::uint32_t>(code.size());
  rule.start = forwards.emit(pattern.body, forwards.match(rule_index));
  rule.code_end = static_cast<std::uint32_t>(code.size());
  rule.has_captures = std::any_of(code.begin() + rule.code_begin, code.end(),
                                  [](const Instruction& at) { return at.op == Op::kOpen; })
                          ? 1
                          : 0;
  if (!pattern.look_ahead.empty())
    rule.look_ahead = forwards.emit(pattern.look_ahead.front(), forwards.match(rule_index));
  Compiler backwards(context, true);
  if (!pattern.look_behind.empty())
    rule.look_behind = backwards.emit(pattern.look_behind.front(), backwards.match(rule_index));
  rule.negative_ahead = pattern.negative_ahead;
  rule.negative_behind = pattern.negative_behind;
  rule.at_start = pattern.at_start;
  rule.at_end = pattern.at_end;
  return forwards.error ? forwards.error : backwards.error;
}

}  // namespace figmine
