// Expressions on tokens: the table that they make says what RE2 says, and what it can't hold is left to RE2.
#include <gtest/gtest.h>
#include <re2/set.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/lexer.h"
#include "pipeline/programs.h"
#include "ruleset/embedded.h"
#include "ruleset/image.h"
#include "ruleset/token_regex.h"
#include "text/forms.h"

namespace figmine {
namespace {

using Numbers = std::vector<std::uint32_t>;

class Regexes {
 public:
  explicit Regexes(const std::vector<std::string>& regexes)
      : image_(image_of(regexes)),
        program_(open_image(image_, ImageCheck::kWhole).value()[0]),
        set_(RE2::Options(), RE2::ANCHOR_BOTH) {
    for (const std::string& regex : regexes) set_.Add(regex, nullptr);
    set_.Compile();
  }

  [[nodiscard]] const RegexTable& table() const { return program_.regex_table; }
  [[nodiscard]] Numbers of_re2(std::string_view text) const {
    std::vector<int> matching;
    set_.Match(re2::StringPiece(text.data(), text.size()), &matching);
    Numbers out(matching.begin(), matching.end());
    std::sort(out.begin(), out.end());
    return out;
  }
  [[nodiscard]] Numbers of_forms(std::string_view text) const {
    FormTable forms(program_);
    return forms.spelling(forms[forms.intern(text, TokenKind::kSymbol)].spelling).regexes;
  }
  [[nodiscard]] Numbers of_table(std::string_view text) const {
    return {table().matching(text).begin(), table().matching(text).end()};
  }

 private:
  static std::string image_of(const std::vector<std::string>& regexes) {
    draft::Program program;
    program.regexes = regexes;
    return write_image({&program, 1}).value();
  }

  std::string image_;
  const Program& program_;
  RE2::Set set_;
};

std::vector<std::string> shipped_regexes(const Program& program) {
  std::vector<std::string> out;
  for (const RelativeText& regex : program.regexes) out.push_back(regex.str());
  return out;
}

// The tokens of the rules' examples, and each of them with its first character changed or with one more.
std::set<std::string> spellings(const Program& program) {
  constexpr std::string_view kCharacters = "aeginsydSK0159.,-'$%";
  std::mt19937 random(7);
  std::set<std::string> out;
  for (const Layer& layer : program.layers) {
    for (const Rule& rule : layer.rules) {
      for (const Example& example : rule.examples) {
        for (const RawToken& raw : lex(example.text)) {
          std::string text(slice(example.text, raw.span));
          out.insert(text);
          for (const char* last : {"\u017F", "\u212A", "ß", "４", "é"}) out.insert(text + last);
          if (static_cast<unsigned char>(text.front()) >= 0x80) continue;
          text[0] = kCharacters[random() % kCharacters.size()];
          out.insert(text);
        }
      }
    }
  }
  return out;
}

TEST(TokenRegexes, TheShippedTableSaysWhatRe2Says) {
  const Program& program = open_image(embedded_images().front().content, ImageCheck::kHeader).value()[0];
  const std::vector<std::string> regexes = shipped_regexes(program);
  EXPECT_TRUE(program.regex_table.others.empty());
  const Regexes all(regexes);
  for (const std::string& text : spellings(program)) ASSERT_EQ(all.of_table(text), all.of_re2(text)) << text;
}

TEST(TokenRegexes, KnowsTheSyntaxOfTokens) {
  const Regexes all({"[]a-c]+", "[^]x]", "[a-]", "(?i)kiss", "(?i)[^k]s?", "a{2}", "a{2,}", "a{1,3}b?", ".",
                     "(a|bc)*d", "[\\d.]+", "\\$\\d", "‘[⁰¹²³⁴-⁹]", "x||y", "é"});
  EXPECT_TRUE(all.table().others.empty());
  for (const char* text :
       {"]",         "abc]", "x",  "-",   "a",    "k",   "K",  "s",     "KISS", "ki\u017Fs",
        "\u212Aiss", "ks",   "aa", "aaa", "aaaa", "aab", "d",  "abcad", "1.5",  "$5",
        "$x",        "‘⁷",   "‘5", "y",   "é",    "è",   "\n", "中",    "\xC3"})
    EXPECT_EQ(all.of_table(text), all.of_re2(text)) << text;
}

TEST(TokenRegexes, LeavesOthersToRe2) {
  const Regexes some({"[a-z]+s", "\\bvexa", "\\p{Lu}.*", "[[:alpha:]]+s", "a+?", "^b$", "(?:ab)+", "\\w{3}"});
  EXPECT_EQ(some.table().others.size(), 7U);
  for (const char* text : {"sales", "vexa", "Äpfel", "a", "aa", "b", "abab", "ab1"})
    EXPECT_EQ(some.of_forms(text), some.of_re2(text)) << text;
}

// Which of the last 20 characters are an "a" makes 2^20 states.
TEST(TokenRegexes, TooManyStatesAreLeftToRe2) {
  const Regexes many({"[a-z]+s", ".*a.{20}"});
  EXPECT_EQ(many.table().others.size(), 2U);
  EXPECT_EQ(many.table().classes, 1U);
  EXPECT_EQ(many.of_forms("sales"), Numbers{0});
}

}  // namespace
}  // namespace figmine
