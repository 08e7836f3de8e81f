// The rule language, the shipped rules' own examples, and numbers written by ICU read back.
#include <gtest/gtest.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
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

std::vector<Token> tokens_of(Matcher& matcher, const std::string& text) {
  std::vector<Token> tokens;
  for (const RawToken& raw : lex(text))
    tokens.push_back({raw.span, matcher.forms().intern(slice(text, raw.span), raw.kind), raw.kind, raw.glued,
                      raw.newline, false});
  return tokens;
}

std::size_t layer_of(const Program& program, std::string_view name) {
  for (std::size_t i = 0; i < program.layers.size(); ++i) {
    if (program.layers[i].name == name) return i;
  }
  return program.layers.size();
}

std::string value_of(const Matcher& matcher, const Annotation& annotation) {
  for (const auto& [attribute, value] : annotation.features()) {
    if (matcher.program().attributes.name(attribute) == "value") return to_text(value);
  }
  return "none";
}

// Runs the number layers over many numbers at once, a semicolon between them, and tells what each was read
// as: the value of the one annotation of the type that covers it whole.
class NumberReader {
 public:
  explicit NumberReader(std::string_view type)
      : matcher_(shipped()),
        type_(matcher_.program().types.find(type)),
        last_layer_(layer_of(matcher_.program(), "ordinal")) {}

  std::vector<std::string> read(const std::vector<std::string>& written) {
    std::string text;
    std::vector<Span> spans;
    for (const std::string& one : written) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += one;
      spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
      text += " ; ";
    }
    const std::vector<Token> tokens = tokens_of(matcher_, text);
    const Analysis analysis = matcher_.run({text, tokens, std::nullopt},
                                           {0, static_cast<std::uint32_t>(tokens.size())}, last_layer_);
    std::map<std::uint32_t, std::string> found;  // by begin, for those that end where a number ends
    for (const Annotation& annotation : analysis.annotations) {
      if (annotation.layer == kNone || annotation.type != type_) continue;
      const Span span{tokens[annotation.range.begin].span.begin, tokens[annotation.range.end - 1].span.end};
      if (std::find(spans.begin(), spans.end(), span) != spans.end())
        found[span.begin] = value_of(matcher_, annotation);
    }
    std::vector<std::string> out;
    for (const Span& span : spans) out.push_back(found.count(span.begin) > 0 ? found[span.begin] : "none");
    return out;
  }

  std::string read(const std::string& written) { return read(std::vector<std::string>{written}).front(); }

 private:
  Matcher matcher_;
  std::uint32_t type_;
  std::size_t last_layer_;
};

// ICU's spell-out formatter, by one of its rule sets.
class Speller {
 public:
  explicit Speller(const char* rule_set) : format_(icu::URBNF_SPELLOUT, icu::Locale::getEnglish(), status_) {
    format_.setDefaultRuleSet(icu::UnicodeString::fromUTF8(rule_set), status_);
    EXPECT_TRUE(U_SUCCESS(status_)) << rule_set;
  }
  template <class Number>
  std::string spell(Number number) const {
    icu::UnicodeString out;
    format_.format(number, out);
    std::string utf8;
    out.toUTF8String(utf8);
    return utf8;
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format_;
};

constexpr int kBatch = 500;  // numbers in one text
#ifdef __SANITIZE_ADDRESS__
constexpr int kStride = 20;  // under the sanitizers, which are slow, one batch in so many
#else
constexpr int kStride = 1;
#endif

// Reads back what `speller` writes for each number that `next` gives, `count` of them.
template <class Next>
void expect_read_back(std::string_view type, const Speller& speller, int count, Next next) {
  NumberReader reader(type);
  int wrong = 0;
  for (int done = 0; done < count; done += kBatch * kStride) {
    std::vector<std::string> written;
    std::vector<std::string> wanted;
    for (int i = done; i < std::min(count, done + kBatch); ++i) {
      const long long number = next(i);
      written.push_back(speller.spell(static_cast<std::int64_t>(number)));
      wanted.push_back(std::to_string(number));
    }
    const std::vector<std::string> read = reader.read(written);
    for (std::size_t i = 0; i < read.size() && wrong < 20; ++i) {
      if (read[i] == wanted[i]) continue;
      ++wrong;
      ADD_FAILURE() << written[i] << " is " << wanted[i] << ", read as " << read[i];
    }
  }
}

constexpr long long kLimit = 1'000'000'000'000'000;

TEST(Numbers, ReadsWhatIcuSpells) {
  expect_read_back("num", Speller("%spellout-cardinal"), 100'001,
                   [](int i) { return static_cast<long long>(i); });
  std::mt19937_64 random(20261124);
  expect_read_back("num", Speller("%spellout-cardinal"), 100'000,
                   [&](int) { return static_cast<long long>(random() % kLimit); });
  expect_read_back("num", Speller("%spellout-cardinal-verbose"), 20'000, [&](int i) {
    return i < 10'000 ? static_cast<long long>(i) : static_cast<long long>(random() % kLimit);
  });
}

TEST(Numbers, ReadsOrdinalsThatIcuSpells) {
  std::mt19937_64 random(20261125);
  expect_read_back("ord", Speller("%spellout-ordinal"), 30'000, [&](int i) {
    return i < 20'000 ? i + 1LL : static_cast<long long>(random() % kLimit) + 1;
  });
}

TEST(Numbers, ReadsDecimalsThatIcuSpells) {
  const Speller speller("%spellout-cardinal");
  std::mt19937_64 random(20261126);
  NumberReader reader("num");
  for (int batch = 0; batch < 20; ++batch) {
    std::vector<std::string> written;
    std::vector<std::string> wanted;
    for (int i = 0; i < kBatch; ++i) {
      const auto whole = static_cast<long long>(random() % 1'000'000);
      const auto places = static_cast<long long>(random() % 9'999) + 1;
      const Decimal number = Decimal(whole) + Decimal(Integer(places), -4);
      wanted.push_back(number.to_string());
      written.push_back(speller.spell(std::stod(number.to_string())));
    }
    const std::vector<std::string> read = reader.read(written);
    for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i], wanted[i]) << written[i];
  }
}

TEST(Numbers, FromTheLargestToTheSmallest) {
  NumberReader reader("num");
  const std::string nonillion = "1" + std::string(30, '0');
  EXPECT_EQ(reader.read("one decillion"), nonillion + "000");
  EXPECT_EQ(reader.read("999.5 nonillion"), "9995" + std::string(29, '0'));
  EXPECT_EQ(reader.read("1e33"), nonillion + "000");
  EXPECT_EQ(reader.read("1" + std::string(33, '0')), nonillion + "000");
  EXPECT_EQ(reader.read("1.5e-30"), "0." + std::string(29, '0') + "15");
  EXPECT_EQ(reader.read("1.5 x 10^-30"), "0." + std::string(29, '0') + "15");
  EXPECT_EQ(reader.read("2 × 10⁻³⁰"), "0." + std::string(29, '0') + "2");
  EXPECT_EQ(reader.read("0." + std::string(29, '0') + "1"), "0." + std::string(29, '0') + "1");
}

TEST(Numbers, WrittenForms) {
  NumberReader reader("num");
  const std::vector<std::pair<std::string, std::string>> forms = {
      {"1 234 567", "1234567"},
      {"1\u00a0234\u00a0567", "1234567"},
      {"40\u202f000", "40000"},
      {"2.5\u2009000", "none"},
      {"1'234'567", "1234567"},
      {"12,34,567.89", "1234567.89"},
      {"1.234.567,89", "1234567.89"},
      {"0,125", "0.125"},
      {"two and a half million", "2500000"},
      {"2½ million", "2500000"},
      {"a couple of dozen", "24"},
      {"half a dozen", "6"},
      {"three quarters million", "750000"},
      {"two hundred and five and two thirds", "205.6666666666666667"},
      {"10⁶", "1000000"},
      {"10−3", "0.001"},
      {"1.1^-1", "0.9090909090909091"},
      {"nought point nought three", "0.03"},
      {"1.2.3", "none"},
      {"1,23,456,78", "none"}};
  for (const auto& [written, value] : forms) EXPECT_EQ(reader.read(written), value) << written;
}

TEST(Numerals, GroupingStyles) {
  const auto read = [](const char* text) {
    const std::optional<Decimal> value = parse_numeral(text);
    return value ? value->to_string() : std::string("none");
  };
  EXPECT_EQ(read("1,234,567"), "1234567");
  EXPECT_EQ(read("12,34,567"), "1234567");
  EXPECT_EQ(read("1'234'567"), "1234567");
  EXPECT_EQ(read("1 234 567"), "1234567");
  EXPECT_EQ(read("1.234.567,89"), "1234567.89");
  EXPECT_EQ(read("1,23"), "1.23");
  EXPECT_EQ(read("0,125"), "0.125");
  EXPECT_EQ(read(".5"), "0.5");
  EXPECT_EQ(parse_numeral("1.234", true)->to_string(), "1234");
  EXPECT_EQ(parse_numeral("1,234", true)->to_string(), "1.234");
  EXPECT_EQ(parse_numeral("1.234").value().to_string(), "1.234");
  for (const char* wrong : {"1.2.3", "12,345,67", "1,2345", "1..2", "30,2022", "1 23"})
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
  EXPECT_NE(first_error("[[&rule]]\nname='r'\n").find("en/a.toml:1:"), std::string::npos);
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
  const std::vector<Token> tokens = tokens_of(matcher, text);
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

// A relation that ends with its target holds of every figure that it reaches, not of the last alone.
TEST(Matching, EveryEndOfARelationThatEndsWithItsTarget) {
  const std::string text = "Cabin revenue rose to $5.7M and towel revenue to $1.6M";
  Matcher matcher(shipped());
  const std::vector<Token> tokens = tokens_of(matcher, text);
  const Analysis analysis =
      matcher.run({text, tokens, std::nullopt}, {0, static_cast<std::uint32_t>(tokens.size())});
  Texts levels;
  for (const Relation& relation : analysis.relations) {
    if (rule_name(matcher.program(), relation.layer, relation.rule) != "change/verb-to") continue;
    const TokenRange figure = analysis.annotations[relation.target].range;
    levels.emplace_back(slice(text, {tokens[figure.begin].span.begin, tokens[figure.end - 1].span.end}));
  }
  std::sort(levels.begin(), levels.end());
  EXPECT_EQ(levels, (Texts{"$1.6M", "$5.7M"}));
}

// The automaton of all rules, whose start looks only at a token's own atoms, does what the rules do one by
// one.
TEST(Matching, AllRulesTogetherAreEachAlone) {
  constexpr int kRows = 25;
  constexpr int kTokens = 3;
  std::mt19937 chance(7);
  for (const Layer& layer : shipped()->layers) {
    if (layer.atoms.size() == 0) continue;
    std::vector<std::vector<std::vector<std::uint32_t>>> rows(kRows);  // the atoms of each token
    for (auto& row : rows) {
      for (int i = 0; i < kTokens; ++i) {
        std::vector<std::uint32_t>& atoms = row.emplace_back(1 + chance() % 5);
        for (std::uint32_t& atom : atoms) atom = static_cast<std::uint32_t>(chance() % layer.atoms.size());
      }
    }
    Automaton all(layer);
    std::vector<Automaton> alone;
    for (std::uint32_t rule = 0; rule < layer.rules.size(); ++rule) alone.emplace_back(layer, rule);
    for (const auto& row : rows) {
      std::int32_t state = all.start();
      std::vector<std::int32_t> states;
      for (const Automaton& one : alone) states.push_back(one.start());
      for (const auto& atoms : row) {
        state = all.next(state, all.symbol(atoms));
        std::vector<std::uint32_t> accepted;
        bool alive = false;
        for (std::uint32_t rule = 0; rule < alone.size(); ++rule) {
          if (states[rule] != Automaton::kDead)
            states[rule] = alone[rule].next(states[rule], alone[rule].symbol(atoms));
          if (states[rule] == Automaton::kDead) continue;
          alive = true;
          if (Automaton::accepts(states[rule])) accepted.push_back(rule);
        }
        ASSERT_EQ(state != Automaton::kDead, alive) << layer.name.view();
        if (!alive) break;
        ASSERT_EQ(all.accepted(state), accepted) << layer.name.view();
      }
    }
  }
}

TEST(Matching, StaysLinearOnRepetition) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "one hundred ";
  Matcher matcher(shipped());
  const std::vector<Token> tokens = tokens_of(matcher, text);
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
