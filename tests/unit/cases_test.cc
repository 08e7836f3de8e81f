// The cases of tests/cases: one text file a case (its form: tests/cases/README.md), one test a file. A case
// says which facts an article has, and of each fact what the case is about; or, with "stage:", a stage's
// whole dump.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "support.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;

const fs::path& cases_folder() {
  static const fs::path folder = fs::path(FIGMINE_SOURCE_DIR) / "tests" / "cases";
  return folder;
}

// ---------------------------------------------------------------- the file

struct Case {
  ExtractOptions options;
  std::string stage;                  // empty: facts
  std::vector<std::string> warnings;  // codes
  std::string article;
  std::vector<std::string> expected;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

Input input_of(const std::string& name) {
  if (name == "html") return Input::kHtml;
  return name == "markdown" ? Input::kMarkdown : Input::kText;
}

// A line of the front matter; false where its key is unknown.
bool read_setting(Case& into, const std::string& key, const std::string& value) {
  if (key == "published") {
    into.options.published = value;
  } else if (key == "all") {
    into.options.all = value == "true";
  } else if (key == "input") {
    into.options.input = input_of(value);
  } else if (key == "stage") {
    into.stage = value;
  } else if (key == "expect-warning") {
    into.warnings.push_back(value);
  } else {
    return false;
  }
  return true;
}

// Front matter, an empty line, the article, a line "----", what is expected.
std::optional<Case> parse_case(std::string_view text) {
  Case out;
  out.options.language = "en";
  const std::size_t head = text.find("\n\n");
  const std::size_t rule = text.find("\n----\n");
  if (head == std::string_view::npos || rule == std::string_view::npos || rule < head) return std::nullopt;
  for (const std::string& line : lines_of(text.substr(0, head))) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos || !read_setting(out, line.substr(0, colon), line.substr(colon + 2)))
      return std::nullopt;
  }
  out.article = text.substr(head + 2, rule - head - 2);
  out.expected = lines_of(text.substr(rule + 6));
  return out;
}

// ---------------------------------------------------------------- one line of facts

// `"text" kind op value name=… name=…` by name; values as written, with their quotation marks.
using Fields = std::map<std::string, std::string>;

// The line's parts between spaces that are not inside quotation marks.
std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> out;
  std::string part;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && quoted && i + 1 < line.size()) {
      part += line[i++];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ' ' && !quoted) {
      if (!part.empty()) out.push_back(std::move(part));
      part.clear();
      continue;
    }
    part += line[i];
  }
  if (!part.empty()) out.push_back(std::move(part));
  return out;
}

// Where a part "name=" ends; npos where the part is none.
std::size_t name_end(const std::string& part) {
  const std::size_t end = part.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return end != 0 && end != std::string::npos && part[end] == '=' ? end : std::string::npos;
}

Fields fields_of(std::string_view line) {
  constexpr std::array<const char*, 4> kPlaces = {"text", "kind", "op", "value"};
  Fields out;
  std::string last;
  std::size_t place = 0;
  for (const std::string& part : parts_of(line)) {
    const std::size_t end = name_end(part);
    if (end != std::string::npos) {
      last = part.substr(0, end);
      out[last] = part.substr(end + 1);
    } else if (last.empty() && place < kPlaces.size()) {
      out[kPlaces[place++]] = part;
    } else {
      out[last] += " " + part;  // unit="{case}"/100,000 people
    }
  }
  return out;
}

// "*" stands for any characters.
bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  for (std::size_t from = star; from <= text.size(); ++from) {
    if (matches(pattern.substr(star + 1), text.substr(from))) return true;
  }
  return false;
}

// A mark of inference and a change's basis count only where they are expected.
bool agrees(const std::string& name, std::string_view expected, std::string_view got) {
  if (!expected.ends_with('?') && got.ends_with('?')) got.remove_suffix(1);
  if (name == "change" && std::count(expected.begin(), expected.end(), '/') == 1)
    got = got.substr(0, got.find('/', got.find('/') + 1));
  return matches(expected, got);
}

// What of the expected line is not so; empty where all is. "-" says that a field is not there.
std::string difference(const Fields& expected, const Fields& got) {
  std::string out;
  for (const auto& [name, value] : expected) {
    const auto found = got.find(name);
    if (value == "-" ? found == got.end() : found != got.end() && agrees(name, value, found->second))
      continue;
    out += "      " + name + ": expected " + value + ", got " +
           (found == got.end() ? "none" : found->second) + "\n";
  }
  return out;
}

// Each expected line against the next line of the same text; what is left over on either side is a
// difference.
std::string differences(const std::vector<std::string>& expected, std::vector<std::string> got) {
  std::string out;
  for (const std::string& line : expected) {
    const Fields wanted = fields_of(line);
    const auto found = std::find_if(got.begin(), got.end(), [&](const std::string& candidate) {
      return fields_of(candidate)["text"] == wanted.at("text");
    });
    if (found == got.end()) {
      out += "  missing   " + line + "\n";
      continue;
    }
    const std::string wrong = difference(wanted, fields_of(*found));
    if (!wrong.empty()) out += "  expected  " + line + "\n  got       " + *found + "\n" + wrong;
    got.erase(found);
  }
  for (const std::string& line : got) out += "  surplus   " + line + "\n";
  return out;
}

// ---------------------------------------------------------------- running a case

std::string dump_of(const Case& test, std::string_view stage) {
  Extractor extractor(engine());
  const Result<std::string> dump = extractor.dump(test.article, test.options, stage);
  return dump.ok() ? dump.value() : "  no dump: " + dump.errors().front().message + "\n";
}

std::string claim_differences(const Case& test) {
  std::vector<std::string> got = lines_of(dump_of(test, "claims"));
  if (!test.options.all)
    std::erase_if(got, [](const std::string& line) { return fields_of(line).contains("class"); });
  return differences(test.expected, std::move(got));
}

std::string stage_differences(const Case& test) {
  const std::vector<std::string> got = lines_of(dump_of(test, test.stage));
  std::string out;
  for (std::size_t i = 0; i < std::max(got.size(), test.expected.size()); ++i) {
    const std::string wanted = i < test.expected.size() ? test.expected[i] : "nothing";
    const std::string found = i < got.size() ? got[i] : "nothing";
    if (wanted != found) out += "  expected  " + wanted + "\n  got       " + found + "\n";
  }
  return out;
}

std::string warning_differences(const Case& test) {
  Extractor extractor(engine());
  const Result<DocumentResult> result = extractor.extract(test.article, test.options);
  std::vector<std::string> codes;
  for (const Warning& warning : result.value().warnings) codes.push_back(warning.code);
  std::string out;
  for (const std::string& code : test.warnings) {
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end()) {
      out += "  missing   warning " + code + "\n";
    } else {
      codes.erase(found);
    }
  }
  for (const std::string& code : codes) out += "  surplus   warning " + code + "\n";
  return out;
}

std::string run(const fs::path& path) {
  const std::optional<Case> test = parse_case(content_of(path));
  if (!test)
    return "  not a case: front matter, an empty line, the article, a line \"----\", the expected lines\n";
  if (!test->stage.empty()) return stage_differences(*test);
  return claim_differences(*test) + warning_differences(*test);
}

// ---------------------------------------------------------------- the folder

// "b/049-order-reversed"
std::string name_of(const fs::path& path) {
  return fs::relative(path, cases_folder()).replace_extension().generic_string();
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(cases_folder())) {
    if (entry.path().extension() == ".txt" && entry.path().parent_path() != cases_folder())
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Name -> cause, from known_failures.txt: "b/049-order-reversed: cause".
const std::map<std::string, std::string>& known_failures() {
  static const auto known = [] {
    std::map<std::string, std::string> out;
    for (const std::string& line : lines_of(content_of(cases_folder() / "known_failures.txt"))) {
      const std::size_t colon = line.find(": ");
      if (!line.starts_with('#') && colon != std::string::npos)
        out[line.substr(0, colon)] = line.substr(colon + 2);
    }
    return out;
  }();
  return known;
}

class Cases : public testing::TestWithParam<fs::path> {};

TEST_P(Cases, Hold) {
  const std::string name = name_of(GetParam());
  const std::string wrong = run(GetParam());
  const auto known = known_failures().find(name);
  if (known == known_failures().end()) {
    EXPECT_TRUE(wrong.empty()) << GetParam().string() << "\n" << wrong;
  } else if (wrong.empty()) {
    FAIL() << name << " holds now: take it off tests/cases/known_failures.txt";
  } else {
    GTEST_SKIP() << "known failure: " << known->second << "\n" << wrong;
  }
}

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name = name_of(info.param);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(, Cases, testing::ValuesIn(all_cases()), test_name);

TEST(CasesFolder, KnownFailuresAreCases) {
  std::vector<std::string> names;
  for (const fs::path& path : all_cases()) names.push_back(name_of(path));
  for (const auto& [name, cause] : known_failures())
    EXPECT_TRUE(std::binary_search(names.begin(), names.end(), name)) << name << " is no case";
}

TEST(CasesFormat, ReadsALine) {
  const Fields fields =
      fields_of(R"("14 \"odd\" cases" count =~ 14 unit="{case}"/100,000 people measure="a b")");
  EXPECT_EQ(fields, (Fields{{"text", R"("14 \"odd\" cases")"},
                            {"kind", "count"},
                            {"op", "=~"},
                            {"value", "14"},
                            {"unit", R"("{case}"/100,000 people)"},
                            {"measure", R"("a b")"}}));
}

TEST(CasesFormat, TellsWhatDiffers) {
  const std::string got =
      R"("5%" percent = 5 measure="net sales" change=up/by/versus period=2024-01-01..2024-12-31?)";
  for (const char* held : {R"("5%" percent = 5)", R"("5%" measure="net*" change=up/by)",
                           R"("5%" change=*/by/versus)", R"("5%" period=2024-*..2024-12-31 speaker=-)"})
    EXPECT_EQ(differences({held}, {got}), "") << held;
  for (const char* not_held :
       {R"("5%" percent < 5)", R"("5%" measure="net")", R"("5%" change=up/to)", R"("5%" change=-)",
        R"("5%" speaker="A")", R"("5%" period=2024-*..2024-12-30)", R"("6%" percent = 6)"})
    EXPECT_NE(differences({not_held}, {got}), "") << not_held;
  EXPECT_NE(differences({}, {got}), "");
}

}  // namespace
}  // namespace figmine
