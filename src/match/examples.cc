#include "match/examples.h"

#include <fmt/format.h>

#include <algorithm>

#include "match/matcher.h"

namespace figmine {
namespace {

// A text as one sentence, without document reading.
struct Prepared {
  std::string text;
  std::vector<Token> tokens;
};

Prepared prepare(const std::string& text, FormTable& forms) {
  Prepared out{text, {}};
  bool quoted = false;
  for (const RawToken& raw : lex(out.text)) {
    const std::string_view characters = slice(out.text, raw.span);
    if (characters == "“") quoted = true;
    if (characters == "”") quoted = false;
    out.tokens.push_back(
        {raw.span, forms.intern(characters, raw.kind), raw.kind, raw.glued, raw.newline, quoted});
  }
  return out;
}

class Runner {
 public:
  Runner(std::shared_ptr<const Program> program, std::string_view filter)
      : program_(program), matcher_(program), filter_(filter) {}

  ExampleReport run() {
    for (std::size_t layer = 0; layer < program_->layers.size(); ++layer) {
      for (std::size_t rule = 0; rule < program_->layers[layer].rules.size(); ++rule) run_rule(layer, rule);
    }
    return std::move(report_);
  }

 private:
  void run_rule(std::size_t layer, std::size_t index) {
    const Rule& rule = program_->layers[layer].rules[index];
    if (rule.name.view().find(filter_) == std::string_view::npos) return;
    if (rule.examples.empty()) ++report_.without;
    for (const Example& example : rule.examples) {
      ++report_.run;
      check(layer, index, rule, example);
    }
  }

  void check(std::size_t layer, std::size_t index, const Rule& rule, const Example& example) {
    const Prepared prepared = prepare(example.text.str(), matcher_.forms());
    const TokenRange range{0, static_cast<std::uint32_t>(prepared.tokens.size())};
    const MatchContext context{prepared.text, prepared.tokens, make_day(2026, 3, 10)};
    const Analysis analysis = matcher_.run(context, range, layer);
    std::vector<std::string> found;
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.layer == layer && annotation.rule == index)
        found.push_back(describe(*program_, annotation.features(), prepared.text, prepared.tokens));
    }
    for (const Relation& relation : analysis.relations) {
      if (relation.layer == layer && relation.rule == index)
        found.push_back(describe(*program_, relation.values, prepared.text, prepared.tokens));
    }
    if (example.fires == 0) {
      if (!found.empty()) fail(rule, example, "must not match, but gave " + found.front());
      return;
    }
    if (found.empty()) return fail(rule, example, "does not match");
    const bool right = std::any_of(found.begin(), found.end(),
                                   [&](const std::string& text) { return has_all(text, example.expected); });
    if (!right)
      fail(rule, example,
           fmt::format("wants {}, got {}", fmt::join(views(example.expected), " "), fmt::join(found, " | ")));
  }

  static bool has_all(const std::string& text, const RelativeArray<RelativeText>& expected) {
    return std::all_of(expected.begin(), expected.end(), [&](const RelativeText& pair) {
      return (" " + text + " ").find(" " + pair.str() + " ") != std::string::npos;
    });
  }

  void fail(const Rule& rule, const Example& example, std::string what) {
    Diagnostic d;
    d.message = fmt::format("rule '{}' on \"{}\": {}", rule.name.view(), example.text.view(), what);
    d.file = program_->sources[rule.source].path.str();
    d.line = example.line;
    report_.failures.push_back(std::move(d));
  }

  std::shared_ptr<const Program> program_;
  Matcher matcher_;
  std::string_view filter_;
  ExampleReport report_;
};

}  // namespace

ExampleReport run_examples(const std::shared_ptr<const Program>& program, std::string_view filter) {
  return Runner(program, filter).run();
}

std::string describe(const Program& program, const std::vector<std::pair<AttributeId, Value>>& values,
                     std::string_view text, const std::vector<Token>& tokens) {
  std::string out;
  for (const auto& [attribute, value] : values) {
    if (!out.empty()) out += ' ';
    out += program.attributes.name(attribute);
    out += '=';
    if (const auto* range = std::get_if<TokenRange>(&value); range != nullptr && !range->empty()) {
      out += slice(text, {tokens[range->begin].span.begin, tokens[range->end - 1].span.end});
    } else {
      out += to_text(value);
    }
  }
  return out;
}

}  // namespace figmine
