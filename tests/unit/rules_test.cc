// The rule language, the shipped rules' own examples, and numbers written by ICU read back.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <random>

#include "match/examples.h"
#include "match/functions.h"
#include "match/matcher.h"
#include "ruleset/expression.h"
#include "ruleset/load.h"
#include "ruleset/pattern.h"

namespace figmine {
namespace {

std::shared_ptr<const Program> shipped() {
  static const std::shared_ptr<const Program> program = [] {
    const Result<LoadedProgram> loaded = load_program(shipped_rules(), "en");
    return loaded.ok() ? loaded.value().program : nullptr;
  }();
  return program;
}

TEST(ShippedRules, LoadWithoutWarnings) {
  const Result<LoadedProgram> loaded = load_program(shipped_rules(), "en");
  ASSERT_TRUE(loaded.ok()) << render(loaded.errors().front());
  for (const Diagnostic& warning : loaded.value().warnings) ADD_FAILURE() << render(warning);
}

TEST(ShippedRules, TheirExamplesHold) {
  const ExampleReport report = run_examples(shipped());
  EXPECT_GT(report.run, 450U);
  for (const Diagnostic& failure : report.failures) ADD_FAILURE() << render(failure);
}

std::optional<std::string> value_of(Matcher& matcher, const std::string& text, std::string_view type) {
  std::vector<Token> tokens;
  for (const RawToken& raw : lex(text))
    tokens.push_back({raw.span, matcher.forms().intern(slice(text, raw.span), raw.kind), raw.kind, raw.glued,
                      raw.newline, false});
  const TokenRange all{0, static_cast<std::uint32_t>(tokens.size())};
  const Analysis analysis = matcher.run({text, tokens, std::nullopt}, all, 5);
  const std::uint32_t found = analysis.find(all, matcher.program().types.find(type));
  if (found == kNone) return std::nullopt;
  for (const auto& [attribute, value] : analysis.annotations[found].features) {
    if (matcher.program().attributes.name(attribute) == "value") return to_text(value);
  }
  return std::nullopt;
}

std::string spelled(const icu::RuleBasedNumberFormat& format, long long number) {
  icu::UnicodeString out;
  format.format(static_cast<int64_t>(number), out);
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

// ICU's spell-out formatter writes numbers; figmine reads each back.
TEST(Numbers, ReadsWhatIcuSpells) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale::getEnglish(), status);
  ASSERT_TRUE(U_SUCCESS(status));
  Matcher matcher(shipped());
  const auto check = [&](long long number) {
    const std::string words = spelled(format, number);
    EXPECT_EQ(value_of(matcher, words, "num").value_or("none"), std::to_string(number)) << words;
  };
  for (long long number = 0; number <= 3000; ++number) check(number);
  std::mt19937_64 random(20261124);
  for (int i = 0; i < 2000; ++i) check(static_cast<long long>(random() % 1000000000000000ULL));
}

TEST(Numerals, GroupingStyles) {
  const auto read = [](const char* text) {
    const std::optional<Decimal> value = parse_numeral(text);
    return value ? value->to_string() : std::string("none");
  };
  EXPECT_EQ(read("1,234,567"), "1234567");
  EXPECT_EQ(read("12,34,567"), "1234567");
  EXPECT_EQ(read("1'234'567"), "1234567");
  EXPECT_EQ(read("1.234.567,89"), "1234567.89");
  EXPECT_EQ(read(".5"), "0.5");
  for (const char* wrong : {"1.2.3", "1,23", "12,345,67", "1,2345", "1..2"})
    EXPECT_EQ(read(wrong), "none") << wrong;
}

// ---------------------------------------------------------------- the language itself

RuleFiles tiny(const std::string& rules) {
  RuleFiles files;
  const auto keep = [&](const std::string& text) -> std::string_view {
    return files.storage->emplace_back(text);
  };
  files.files["manifest.toml"] = keep(
      "schema = 1\n[[language]]\ncode = 'en'\n[[language.lexicon]]\nfile = 'w.tsv'\n[[language.layer]]\nname "
      "= 'a'\nfiles = ['a.toml']\n");
  files.files["en/w.tsv"] = keep("type\tform\tvalue\ncolour\tred|dark blue\t1\n");
  files.files["en/a.toml"] = keep(rules);
  return files;
}

std::string first_error(const std::string& rules) {
  const Result<LoadedProgram> loaded = load_program(tiny(rules), "en");
  return loaded.ok() ? "" : render(loaded.errors().front());
}

TEST(RuleErrors, SayWhereAndWhatIsMeant) {
  EXPECT_NE(first_error("[[rule]]\nname='r'\npattern='<colou>'\nemit='x'\n").find("did you mean <colour>?"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\npatern='<colour>'\nemit='x'\n").find("did you mean 'pattern'?"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\npattern='c:<colour>'\nemit='x'\nset={value='d'}\n")
                .find("unknown capture 'd'"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\npattern='c:<colour>'\nemit='x'\nset={value='summ(c)'}\n")
                .find("did you mean 'sum'?"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\npattern='(<colour>'\nemit='x'\n").find("en/a.toml:3:"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\npattern='/[/'\nemit='x'\n").find("bad regular expression"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\npattern='@x'\nemit='x'\n").find("unknown macro"),
            std::string::npos);
  EXPECT_NE(first_error("[macros]\nx='@x'\n[[rule]]\nname='r'\npattern='@x'\nemit='x'\n").find("too deeply"),
            std::string::npos);
  EXPECT_NE(first_error("[[rule]]\nname='r'\nname='s'\n").find("en/a.toml:3"), std::string::npos);
}

TEST(RuleErrors, SeveralAtOnce) {
  const Result<LoadedProgram> loaded = load_program(
      tiny("[[rule]]\nname='r'\npattern='<a>'\nemit='x'\n[[rule]]\nname='s'\npattern='<b>'\nemit='x'\n"),
      "en");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.errors().size(), 2U);
}

TEST(RuleErrors, WrongColumnCountIsAnError) {
  RuleFiles files = tiny("[[rule]]\nname='r'\npattern='<colour>'\nemit='x'\n");
  files.files["en/w.tsv"] = files.storage->emplace_back("type\tform\tvalue\ncolour\tred\n");
  const Result<LoadedProgram> loaded = load_program(files, "en");
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(render(loaded.errors().front()).find("2 columns where the header has 3"), std::string::npos);
}

std::vector<std::string> found(const std::string& rules, const std::string& text) {
  const Result<LoadedProgram> loaded = load_program(tiny(rules), "en");
  if (!loaded.ok()) return {render(loaded.errors().front())};
  Matcher matcher(loaded.value().program);
  std::vector<Token> tokens;
  for (const RawToken& raw : lex(text))
    tokens.push_back({raw.span, matcher.forms().intern(slice(text, raw.span), raw.kind), raw.kind, raw.glued,
                      raw.newline, false});
  const Analysis analysis =
      matcher.run({text, tokens, std::nullopt}, {0, static_cast<std::uint32_t>(tokens.size())});
  std::vector<std::string> out;
  for (const Annotation& annotation : analysis.annotations) {
    if (annotation.layer == kNone) continue;
    out.emplace_back(
        slice(text, {tokens[annotation.range.begin].span.begin, tokens[annotation.range.end - 1].span.end}));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Matching, LeftmostLongestThenFileOrder) {
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='<colour>'\nemit='x'\n", "red, dark-blue and dark BLUE"),
            (Texts{"red", "dark-blue", "dark BLUE"}));
  EXPECT_EQ(
      found("[[rule]]\nname='r'\npattern='a b?'\nemit='x'\n[[rule]]\nname='s'\npattern='a b c'\nemit='x'\n",
            "a b c a b"),
      (Texts{"a b c", "a b"}));
}

TEST(Matching, LooksAroundAndAnchors) {
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='(?<= the) red (?! car)'\nemit='x'\n",
                  "the red car, the red bus, a red bus"),
            (Texts{"red"}));
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='^ red'\nemit='x'\n", "red red"), (Texts{"red"}));
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='red $'\nemit='x'\n", "red red"), (Texts{"red"}));
}

TEST(Matching, TestsOfOneToken) {
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='[cap !<colour>]'\nemit='x'\n", "Red Bus bus"),
            (Texts{"Bus"}));
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='[digit] ~/[a-z]+/'\nemit='x'\n", "5m 5 m"), (Texts{"5m"}));
  EXPECT_EQ(found("[[rule]]\nname='r'\npattern='a{2,3}'\nemit='x'\n", "a a a a a"), (Texts{"a a a", "a a"}));
}

TEST(Matching, StaysLinearOnRepetition) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "one hundred ";
  Matcher matcher(shipped());
  std::vector<Token> tokens;
  for (const RawToken& raw : lex(text))
    tokens.push_back({raw.span, matcher.forms().intern(slice(text, raw.span), raw.kind), raw.kind, raw.glued,
                      raw.newline, false});
  const Analysis analysis =
      matcher.run({text, tokens, std::nullopt}, {0, static_cast<std::uint32_t>(tokens.size())});
  EXPECT_GT(analysis.annotations.size(), 20000U);
}

TEST(UserRules, AnEarlierRuleOfTheSameNameIsReplaced) {
  const std::string rules = "[[rule]]\nname='r'\npattern='red'\nemit='x'\n";
  RuleFiles files = tiny(rules);
  files.user_folder = "mine";
  files.user_manifest = files.storage->emplace_back("[[language]]\ncode='en'\noff=['r']\n");
  const Result<LoadedProgram> loaded = load_program(files, "en");
  ASSERT_TRUE(loaded.ok()) << render(loaded.errors().front());
  EXPECT_TRUE(loaded.value().program->layers.front().rules.empty());
}

TEST(Functions, EveryKnownNameIsImplemented) {
  // if and sum are done by the evaluator; every other name that the parser accepts must answer something for
  // fitting arguments.
  EXPECT_EQ(
      to_text(call_function("ending",
                            {Decimal(3), std::string("month"),
                             call_function("day", {Decimal(2025), Decimal(6), Decimal(30)}, std::nullopt)},
                            std::nullopt)),
      "2025-04-01..2025-06-30");
  EXPECT_EQ(to_text(call_function("quarter", {Decimal(2025), Decimal(5)}, std::nullopt)), "");
  EXPECT_EQ(to_text(call_function("year", {Decimal(24)}, std::nullopt)), "2024-01-01..2024-12-31");
  EXPECT_EQ(to_text(call_function("fraction", {Decimal(1), Decimal(0)}, std::nullopt)), "");
}

}  // namespace
}  // namespace figmine
