// figmine rules: list, show, test and question the rules.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/common.h"
#include "match/examples.h"
#include "match/matcher.h"
#include "pipeline/programs.h"

namespace figmine::cli {
namespace {

struct RulesFlags {
  std::string folder;
  std::string language = "en";
  std::string name;
  std::string text;
};

std::shared_ptr<const Program> load(const RulesFlags& flags) {
  const Result<LoadedProgram> loaded = open_program(flags.folder, flags.language);
  if (!loaded) {
    report(loaded.errors());
    return nullptr;
  }
  report(loaded.value().warnings);
  return loaded.value().program;
}

struct Place {
  std::size_t layer = 0;
  std::size_t rule = 0;
};

std::optional<Place> find_rule(const Program& program, const std::string& name) {
  for (std::size_t layer = 0; layer < program.layers.size(); ++layer) {
    for (std::size_t rule = 0; rule < program.layers[layer].rules.size(); ++rule) {
      if (program.layers[layer].rules[rule].name == name) return Place{layer, rule};
    }
  }
  report(error("no rule '" + name + "'", "figmine rules list"));
  return std::nullopt;
}

int list_rules(const RulesFlags& flags) {
  const auto program = load(flags);
  if (!program) return kWrongUse;
  for (const Layer& layer : program->layers) {
    for (const Rule& rule : layer.rules) {
      if (rule.name.view().find(flags.name) == std::string_view::npos) continue;
      write_out(fmt::format("{:<16} {:<36} {}:{}\n", layer.name.view(), rule.name.view(),
                            program->sources[rule.source].path.view(), rule.line));
    }
  }
  return kDone;
}

int show_rule(const RulesFlags& flags) {
  const auto program = load(flags);
  if (!program) return kWrongUse;
  const std::optional<Place> place = find_rule(*program, flags.name);
  if (!place) return kWrongUse;
  const Layer& layer = program->layers[place->layer];
  const Rule& rule = layer.rules[place->rule];
  write_out(fmt::format("{}\n  file     {}:{}\n  layer    {} ({})\n  pattern  {}\n", rule.name.view(),
                        program->sources[rule.source].path.view(), rule.line, layer.name.view(),
                        layer.mode == LayerMode::kAll ? "all matches" : "leftmost, longest",
                        rule.pattern.view()));
  if (rule.emit != kNone) write_out(fmt::format("  emits    {}\n", program->types.name(rule.emit)));
  if (rule.target != kNone) write_out(fmt::format("  target   {}\n", program->captures.name(rule.target)));
  for (const Setter& setter : rule.set)
    write_out(fmt::format("  sets     {}\n", program->attributes.name(setter.attribute)));
  for (const Example& example : rule.examples) {
    write_out(fmt::format(
        "  {:<8} {}{}\n", example.fires != 0 ? "yes" : "no", example.text.view(),
        example.expected.empty() ? "" : fmt::format("  →  {}", fmt::join(views(example.expected), " "))));
  }
  return kDone;
}

int test_rules(const RulesFlags& flags) {
  const auto program = load(flags);
  if (!program) return kWrongUse;
  const ExampleReport result = run_examples(program, flags.name);
  report(result.failures);
  write_out(fmt::format("{} examples, {} failed, {} rules without an example\n", result.run,
                        result.failures.size(), result.without));
  return result.failures.empty() ? kDone : kSomeFailed;
}

int why_not(const RulesFlags& flags) {
  const auto program = load(flags);
  if (!program) return kWrongUse;
  const std::optional<Place> place = find_rule(*program, flags.name);
  if (!place) return kWrongUse;
  Matcher matcher(program);
  std::vector<Token> tokens;
  for (const RawToken& raw : lex(flags.text)) {
    tokens.push_back({raw.span, matcher.forms().intern(slice(flags.text, raw.span), raw.kind), raw.kind,
                      raw.glued, raw.newline, false});
  }
  const TokenRange range{0, static_cast<std::uint32_t>(tokens.size())};
  const MatchContext context{flags.text, tokens, std::nullopt};
  const Analysis analysis = matcher.run(context, range, place->layer);
  const auto made_it = [&](std::uint32_t layer, std::uint32_t rule) {
    return layer == place->layer && rule == place->rule;
  };
  for (const Annotation& annotation : analysis.annotations) {
    if (annotation.layer == kNone || !made_it(annotation.layer, annotation.rule)) continue;
    write_out(fmt::format("it matches: {}\n", describe(*program, annotation.features(), flags.text, tokens)));
    return kDone;
  }
  for (const Relation& relation : analysis.relations) {
    if (!made_it(relation.layer, relation.rule)) continue;
    write_out(fmt::format("it matches: {}\n", describe(*program, relation.values, flags.text, tokens)));
    return kDone;
  }
  const Matcher::NearMiss miss = matcher.closest(context, range, place->layer, place->rule);
  const auto text_of = [&](TokenRange part) {
    return part.empty() ? std::string()
                        : std::string(slice(flags.text,
                                            {tokens[part.begin].span.begin, tokens[part.end - 1].span.end}));
  };
  if (miss.matched) {
    write_out(
        fmt::format("the pattern fits \"{}\", but a look-around, an anchor, a value that could not be made "
                    "or another rule of the layer kept it out\n",
                    text_of(miss.range)));
  } else if (miss.range.empty()) {
    write_out("no token fits the pattern's first element\n");
  } else {
    const std::string next = miss.range.end < range.end
                                 ? "\"" + text_of({miss.range.end, miss.range.end + 1}) + "\""
                                 : std::string("the end of the text");
    write_out(fmt::format("it got through \"{}\" and then failed at {}\n", text_of(miss.range), next));
  }
  return kSomeFailed;
}

int rule_stats(const RulesFlags& flags) {
  const auto program = load(flags);
  if (!program) return kWrongUse;
  for (const Layer& layer : program->layers) {
    write_out(fmt::format("{:<16} {:>4} rules {:>5} tests {:>6} instructions\n", layer.name.view(),
                          layer.rules.size(), layer.tests.size(), layer.code.size()));
  }
  write_out(fmt::format("{} lexicon rows, {} words\n", program->rows.size(), program->words.size()));
  return kDone;
}

}  // namespace

void add_rules(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("rules", "List, show, test and question the rules");
  command->require_subcommand(1);
  auto flags = std::make_shared<RulesFlags>();
  const auto add = [&](const char* name, const char* what, int (*work)(const RulesFlags&)) {
    CLI::App* sub = command->add_subcommand(name, what);
    sub->add_option("--rules", flags->folder, "A folder of rules laid over the shipped ones");
    sub->add_option("--language", flags->language, "Language code");
    sub->callback([flags, &run, work] { run = [flags, work] { return work(*flags); }; });
    return sub;
  };
  add("list", "Every rule with its layer and place", list_rules)
      ->add_option("name", flags->name, "Only names with this text");
  add("show", "One rule", show_rule)->add_option("name", flags->name, "The rule's name")->required();
  add("test", "Run the examples that stand in the rules", test_rules)
      ->add_option("name", flags->name, "Only names with this text");
  CLI::App* why = add("why-not", "How far a rule gets on a text, and what fails", why_not);
  why->add_option("name", flags->name, "The rule's name")->required();
  why->add_option("text", flags->text, "The text")->required();
  add("stats", "Sizes of the layers", rule_stats);
  command->footer(
      "Examples:\n  figmine rules list money\n  figmine rules test --rules my-rules\n  figmine rules why-not "
      "quantity/money-prefix 'about $ x'");
}

}  // namespace figmine::cli
