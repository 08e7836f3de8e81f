// Images of rules: what is read from one is what was written, wherever it lies; a damaged one is refused.
#include "ruleset/image.h"

#include <gtest/gtest.h>

#include <cstring>

#include "figmine/figmine.h"
#include "output/json.h"
#include "pipeline/programs.h"
#include "ruleset/embedded.h"
#include "support.h"

namespace figmine {
namespace {

std::string shipped_image() { return std::string(embedded_images().front().content); }

draft::Program small_program() {
  draft::Program program;
  program.language = "xx";
  program.hash = "abc";
  for (const char* name : {"one", "two", "three", "", "four"}) program.words.add(name);
  program.types.add("t");
  program.rows.push_back({0, 7, {{3, "value"}, {4, ""}}});
  program.lexicon.entries.push_back({{0, 0}});
  program.lexicon.edges[draft::LexiconTrie::key(0, 2)] = {1, kNone};
  draft::Layer layer;
  layer.name = "first";
  layer.mode = LayerMode::kAll;
  layer.atoms = {{AtomKind::kWord, 4, MarkPart::kWhole},
                 {AtomKind::kMark, 0, MarkPart::kInside},
                 {AtomKind::kWord, 1, MarkPart::kWhole},
                 {AtomKind::kGlued, 0, MarkPart::kWhole}};
  layer.tests = {{{0, 1}, {3}}, {{}, {2}}};
  layer.code = {{Op::kMatch, 0, 0}, {Op::kTest, 1, 0}};
  draft::Rule rule;
  rule.name = "r";
  rule.target = 5;
  rule.capture_types = {{4, 9}, {5, 0}};
  draft::Expression call;
  call.kind = Expression::Kind::kCall;
  call.text = "neg";
  call.arguments.resize(1);
  call.arguments[0].kind = Expression::Kind::kNumber;
  call.arguments[0].text = "12";
  rule.set = {{2, call}};
  rule.examples = {{"a text", {"value=1"}, true, 3}, {"another", {}, false, 4}};
  layer.rules = {rule};
  program.layers = {layer};
  return program;
}

void expect_small(const Program& program) {
  EXPECT_EQ(program.language.view(), "xx");
  EXPECT_EQ(program.words.find("three"), 2U);
  EXPECT_EQ(program.words.find(""), 3U);
  EXPECT_EQ(program.words.find("five"), kNone);
  EXPECT_EQ(program.exact_words.find("one"), kNone);  // an empty table
  EXPECT_EQ(program.lookup("t", "three"), 0U);
  EXPECT_EQ(program.lookup("t", "two"), kNone);
  ASSERT_EQ(program.layers.size(), 1U);
  const Layer& layer = program.layers[0];
  EXPECT_EQ(layer.name.view(), "first");
  EXPECT_EQ(layer.mode, LayerMode::kAll);
  EXPECT_EQ(layer.word_atom(4), 0U);
  EXPECT_EQ(layer.word_atom(1), 2U);
  EXPECT_EQ(layer.word_atom(2), kNone);
  EXPECT_EQ(layer.mark_atoms[static_cast<std::size_t>(MarkPart::kInside)], 1U);
  EXPECT_EQ(layer.mark_atoms[static_cast<std::size_t>(MarkPart::kWhole)], kNone);
  EXPECT_EQ(layer.glued, 3U);
  EXPECT_EQ(layer.newline, kNone);
  ASSERT_EQ(layer.target_types.size(), 1U);
  EXPECT_EQ(layer.target_types[0], 0U);
  EXPECT_EQ(layer.tests[0].all.size(), 2U);
  EXPECT_EQ(layer.tests[1].none[0], 2U);
  const Rule& rule = layer.rules[0];
  EXPECT_EQ(rule.type_of(4), 9U);
  EXPECT_EQ(rule.look_ahead, kNone);
  EXPECT_EQ(rule.set[0].attribute, 2U);
  EXPECT_EQ(rule.set[0].expression.text.view(), "neg");
  EXPECT_EQ(rule.set[0].expression.arguments[0].text.view(), "12");
  EXPECT_EQ(rule.examples[0].expected[0].view(), "value=1");
  EXPECT_EQ(rule.examples[1].fires, 0U);
}

TEST(Image, GivesBackWhatWasWritten) {
  const draft::Program small = small_program();
  const Result<std::string> written = write_image({&small, 1});
  ASSERT_TRUE(written.ok());
  const std::string& image = written.value();
  const Result<std::span<const Program>> programs = open_image(image, ImageCheck::kWhole);
  ASSERT_TRUE(programs.ok());
  ASSERT_EQ(programs.value().size(), 1U);
  expect_small(programs.value()[0]);
  const std::string elsewhere = image;  // the same bytes at another address
  expect_small(open_image(elsewhere, ImageCheck::kWhole).value()[0]);
}

TEST(Image, HoldsSeveralLanguages) {
  std::vector<draft::Program> two{small_program(), small_program()};
  two[0].language = "yy";
  const std::string image = write_image(two).value();
  const std::span<const Program> programs = open_image(image, ImageCheck::kWhole).value();
  ASSERT_EQ(programs.size(), 2U);
  EXPECT_EQ(programs[0].language.view(), "yy");
  expect_small(programs[1]);
}

TEST(Image, OfTheShippedRulesIsWhatTheirFilesGive) {
  const RuleFiles files = shipped_rules();
  std::vector<draft::Program> programs;
  for (const std::string& language : languages(files).value())
    programs.push_back(std::move(load_draft(files, language).value().program));
  EXPECT_TRUE(write_image(programs).value() == shipped_image());
}

TEST(Image, DamagedOnesAreRefused) {
  const std::string good = shipped_image();
  ASSERT_TRUE(open_image(good, ImageCheck::kWhole).ok());
  const auto refused = [](const std::string& image, ImageCheck check) {
    const Result<std::span<const Program>> opened = open_image(image, check);
    return !opened.ok() && opened.errors().front().message.find("image of rules") != std::string::npos;
  };
  EXPECT_TRUE(refused("", ImageCheck::kHeader));
  EXPECT_TRUE(refused(good.substr(0, 20), ImageCheck::kHeader));
  EXPECT_TRUE(refused(good.substr(0, good.size() - 1), ImageCheck::kHeader));
  for (const std::size_t at : {0U, 8U, 16U}) {  // the beginning, the version, the size
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    EXPECT_TRUE(refused(bad, ImageCheck::kHeader)) << at;
  }
  for (const std::size_t at : {std::size_t{24}, std::size_t{40}, good.size() / 2, good.size() - 1}) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    EXPECT_TRUE(refused(bad, ImageCheck::kWhole)) << at;
  }
}

// The embedded program and one that is compiled anew from the same files say the same of the same text.
TEST(Programs, EmbeddedAndFreshlyLoadedOnesAgree) {
  const Result<Engine> embedded = Engine::create({});
  const Result<Engine> loaded = Engine::create({FIGMINE_SOURCE_DIR "/rules"});
  ASSERT_TRUE(embedded.ok());
  ASSERT_TRUE(loaded.ok()) << render(loaded.errors().front());
  Extractor first(embedded.value());
  Extractor second(loaded.value());
  ExtractOptions options;
  options.all = options.times = true;
  const std::string text =
      "LONDON, May 4, 2025 (Reuters) - Acme plc said net income rose 12.5% to $1.2 billion in the first "
      "quarter of 2025, from 5 km to 6-7 km, about one and a half million tonnes; see 1.2.3.";
  DocumentResult one = first.extract(text, options).value();
  DocumentResult other = second.extract(text, options).value();
  EXPECT_GE(one.facts.size(), 4U);
  one.engine.rules = other.engine.rules;  // the hash tells of the folder
  EXPECT_EQ(to_json(one, {}), to_json(other, {}));
}

TEST(Programs, AnUnknownLanguageIsAnError) {
  const Result<LoadedProgram> none = open_program("", "xx");
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(render(none.errors().front()), render(load_program(shipped_rules(), "xx").errors().front()));
}

}  // namespace
}  // namespace figmine
