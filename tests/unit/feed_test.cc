#include "feed/feed.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/child.h"
#include "base/module.h"
#include "feed/kinds.h"
#include "feed/module.h"
#include "feed/pdf.h"
#include "feed/selection.h"
#include "support.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Names = std::vector<std::string>;

// Some entries, in order; a name that ends with '/' is a folder, one with "->" a symbolic link.
using Entries = std::vector<std::pair<std::string, std::string>>;

// An archive's bytes; format: "zip", "ustar" or "raw"; filter: "gzip", "zstd" or null.
std::string packed(const Entries& entries, const char* format, const char* filter = nullptr) {
  std::string out(std::size_t{1} << 16U, '\0');
  for (const auto& [name, content] : entries) out.resize(out.size() + content.size() * 2 + 4096);
  std::size_t used = 0;
  archive* const a = archive_write_new();
  archive_write_set_format_by_name(a, format);
  if (filter != nullptr) archive_write_add_filter_by_name(a, filter);
  archive_write_set_bytes_in_last_block(a, 1);
  EXPECT_EQ(archive_write_open_memory(a, out.data(), out.size(), &used), ARCHIVE_OK)
      << archive_error_string(a);
  for (const auto& [name, content] : entries) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (content.starts_with("->")) {
      archive_entry_set_filetype(entry, AE_IFLNK);
      archive_entry_set_symlink(entry, content.c_str() + 2);
    }
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

std::string squeezed(const std::string& bytes, const char* filter) {
  return packed({{"data", bytes}}, "raw", filter);
}

// What a feed gave: names of articles, and "name: message" of failures.
struct Given {
  std::vector<Article> articles;
  Names failures;
  std::map<std::string, int> skipped;

  Names names() const {
    Names out;
    for (const Article& article : articles) out.push_back(article.name);
    return out;
  }
  const Article& at(std::string_view name) const {
    static const Article none;
    for (const Article& article : articles) {
      if (article.name == name) return article;
    }
    ADD_FAILURE() << "no article " << name;
    return none;
  }
};

Given all_of(const Names& inputs, const FeedOptions& options = {}) {
  Given out;
  Feed feed = Feed::open(inputs, options);
  while (std::optional<FeedItem> item = feed.next()) {
    if (item->problems.empty()) {
      out.articles.push_back(std::move(item->article));
    } else {
      out.failures.push_back(item->article.name + ": " + item->problems.front().message);
    }
  }
  out.skipped = feed.skipped();
  return out;
}

class Feeding : public ::testing::Test {
 protected:
  Feeding() {
    std::string folder = (fs::temp_directory_path() / "feed-XXXXXX").string();
    folder_ = ::mkdtemp(folder.data());
  }
  ~Feeding() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& content) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }
  std::string path(const std::string& name = "") const { return (folder_ / name).string(); }

 private:
  fs::path folder_;
};

std::string shipped(const std::string& name) {
  return std::string(FIGMINE_SOURCE_DIR) + "/tests/data/feed/" + name;
}

// ---------------------------------------------------------------- files and folders

TEST_F(Feeding, GivesTheFilesOfAFolderInTheOrderOfTheirPaths) {
  for (const char* name : {"b.txt", "a/z.md", "a.txt", "a-1/x.html", "c/d/e.TXT"}) write(name, name);
  const Given given = all_of({path()});
  EXPECT_THAT(given.names(), ElementsAre("a-1/x.html", "a.txt", "a/z.md", "b.txt", "c/d/e.TXT"));
  EXPECT_EQ(given.at("a/z.md").bytes, "a/z.md");
  EXPECT_EQ(given.at("a/z.md").source, path("a/z.md"));
  EXPECT_THAT(given.failures, IsEmpty());
}

TEST_F(Feeding, PassesOverHiddenFilesStoresLinkedFoldersAndWhatItCannotRead) {
  write("a.txt", "text");
  write(".hidden.txt", "text");
  write(".git/x.txt", "text");
  write("store/.figmine/lock", "");
  write("store/a.txt.json", "{\"text\": \"x\"}");
  write("out/a.txt", "text");
  write("picture.PNG", "text");
  write("Makefile", "text");
  write("data.json", "{\"facts\": [{\"text\": 1}]}");
  write("map.xml", "<urlset/>");
  fs::create_directory_symlink("..", path("out/../loop"));
  fs::create_symlink("a.txt", path("linked.txt"));
  FeedOptions options;
  options.out = path("out");
  const Given given = all_of({path()}, options);
  EXPECT_THAT(given.names(), ElementsAre("a.txt", "linked.txt"));
  EXPECT_THAT(given.failures, IsEmpty());
  EXPECT_EQ(given.skipped, (std::map<std::string, int>{{"", 1}, {".json", 1}, {".png", 1}, {".xml", 1}}));
}

TEST_F(Feeding, TakesGivenFilesWhateverTheirExtension) {
  const Given given = all_of(
      {write("release", "text"), write("x.png", "text"), path("missing.txt"), "https://example.org/a.txt"});
  EXPECT_THAT(given.names(), ElementsAre("release", "x.png"));
  EXPECT_THAT(given.failures, ElementsAre("missing.txt: can't open: No such file or directory",
                                          "a.txt: figmine opens no network connection"));
}

TEST_F(Feeding, ReportsAFolderThatItCannotReadAndGoesOn) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads every folder";
  write("closed/a.txt", "text");
  write("open/b.txt", "text");
  ::chmod(path("closed").c_str(), 0);
  const Given given = all_of({path()});
  ::chmod(path("closed").c_str(), 0755);
  EXPECT_THAT(given.names(), ElementsAre("open/b.txt"));
  EXPECT_THAT(given.failures, ElementsAre("closed: can't read the folder: Permission denied"));
}

TEST_F(Feeding, KeepsNamesUnique) {
  write("a/x.txt", "1");
  write("a/y.txt", "2");
  write("b/x.txt", "3");
  const std::string taken = "x.txt~2: the name x.txt is taken by ";
  EXPECT_THAT(all_of({path("a"), path("b")}).failures, ElementsAre(taken + path("a/x.txt")));
  EXPECT_THAT(all_of({path("a/x.txt"), path("b/x.txt")}).failures, ElementsAre(taken + path("a/x.txt")));
  EXPECT_THAT(all_of({path("b/x.txt"), path("a")}).failures, ElementsAre(taken + path("b/x.txt")));
  EXPECT_THAT(all_of({path("a"), path("b/x.txt")}).failures, ElementsAre(taken + path("a/x.txt")));
  FeedOptions options;
  options.exclude = {"x.txt"};
  EXPECT_THAT(all_of({path("a"), path("b/x.txt")}, options).failures, IsEmpty());
  options = {};
  options.unique_names = false;
  EXPECT_THAT(all_of({path("a"), path("b")}, options).names(), ElementsAre("x.txt", "y.txt", "x.txt"));
  options = {};
  options.root = path();
  EXPECT_THAT(all_of({path("a/x.txt"), path("b/x.txt"), write("b/x.png", "?")}, options).names(),
              ElementsAre("a/x.txt", "b/x.txt"));
}

TEST_F(Feeding, TellsHowFarItIs) {
  write("a.txt", std::string(100, 'x'));
  write("b.txt", std::string(50, 'x'));
  write("c.png", std::string(70, 'x'));
  Feed feed = Feed::open({path(), write("d", std::string(25, 'x'))}, {});
  EXPECT_EQ(feed.progress().total, 175U);
  EXPECT_EQ(feed.progress().done, 0U);
  ASSERT_TRUE(feed.next());
  EXPECT_EQ(feed.progress().done, 100U);
  while (feed.next()) {
  }
  EXPECT_EQ(feed.progress().done, 175U);
  EXPECT_EQ(Feed::open({"-"}, {}).progress().total, 0U);
}

TEST_F(Feeding, KnowsWithoutReadingThatAFileWasTheLast) {
  Feed one = Feed::open({write("a.txt", "text")}, {});
  EXPECT_FALSE(one.ended());
  ASSERT_TRUE(one.next().has_value());
  EXPECT_TRUE(one.ended());
  Feed lines = Feed::open({write("a.jsonl", "{\"text\": \"x\"}")}, {});
  ASSERT_TRUE(lines.next().has_value());
  EXPECT_FALSE(lines.ended());
  Feed folder = Feed::open({path()}, {});
  ASSERT_TRUE(folder.next().has_value());
  EXPECT_FALSE(folder.ended());
}

TEST_F(Feeding, ReadsAsTheUserSays) {
  FeedOptions options;
  options.input = Input::kHtml;
  write("in/a.txt", "<p>text</p>");
  write("in/pack.zip", packed({{"b.md", "x"}}, "zip"));
  write("in/wire.jsonl", "{\"text\": \"x\"}");
  const Given given = all_of({path("in"), write("mail.eml", "x")}, options);
  EXPECT_THAT(given.names(), ElementsAre("a.txt", "pack.zip/b.md", "wire.jsonl/000001", "mail.eml"));
  for (const char* name : {"a.txt", "pack.zip/b.md", "mail.eml"})
    EXPECT_EQ(given.at(name).input, Input::kHtml);
  EXPECT_EQ(given.at("wire.jsonl/000001").input, Input::kJsonLine);
  options.input = Input::kJsonLine;
  EXPECT_THAT(all_of({write("lines", "{}\n\n{}")}, options).names(),
              ElementsAre("lines/000001", "lines/000003"));
}

// ---------------------------------------------------------------- selection and names

struct GlobCase {
  const char* glob;
  const char* path;
  bool fits;
};
class Globs : public ::testing::TestWithParam<GlobCase> {};
TEST_P(Globs, Fit) {
  const auto& [glob, path, fits] = GetParam();
  const Result<Selection> selection = Selection::create({glob}, {});
  ASSERT_TRUE(selection.ok());
  EXPECT_EQ(selection.value().wanted(path), fits) << glob << " " << path;
}
INSTANTIATE_TEST_SUITE_P(
    Selections, Globs,
    ::testing::Values(GlobCase{"*.txt", "a.txt", true}, GlobCase{"*.txt", "x/y/a.txt", true},
                      GlobCase{"*.txt", "a.txt.gz", false}, GlobCase{"*.txt", "a.md", false},
                      GlobCase{"x/*.txt", "x/a.txt", true}, GlobCase{"x/*.txt", "x/y/a.txt", false},
                      GlobCase{"x/**/*.txt", "x/a.txt", true}, GlobCase{"x/**/*.txt", "x/y/z/a.txt", true},
                      GlobCase{"x/**", "x/y/a.txt", true}, GlobCase{"**/y/*", "x/y/a.txt", true},
                      GlobCase{"/a.txt", "x/a.txt", false}, GlobCase{"/a.txt", "a.txt", true},
                      GlobCase{"drafts", "x/drafts/a.txt", true}, GlobCase{"draft", "x/drafts/a.txt", false},
                      GlobCase{"a?c.txt", "abc.txt", true}, GlobCase{"a?c.txt", "a/c.txt", false},
                      GlobCase{"[a-c].txt", "b.txt", true}, GlobCase{"[!a-c].txt", "b.txt", false},
                      GlobCase{"*.{md,txt}", "a.txt", true}, GlobCase{"*.{md,txt}", "a.html", false},
                      GlobCase{"a+b(1).txt", "a+b(1).txt", true}, GlobCase{"[.txt", "[.txt", true}));

TEST_F(Feeding, SelectsByGlobs) {
  for (const char* name : {"a.txt", "b.md", "drafts/c.txt", "x/drafts/d.md", "x/e.md"}) write(name, name);
  write("pack.zip", packed({{"f.md", "f"}, {"g.txt", "g"}, {"drafts/h.md", "h"}}, "zip"));
  FeedOptions options;
  options.include = {"*.md"};
  options.exclude = {"drafts"};
  const std::string given = write("given.txt", "text");
  EXPECT_THAT(all_of({path(), given}, options).names(),
              ElementsAre("b.md", "pack.zip/f.md", "x/e.md", "given.txt"));
  options.include = {"pack.zip"};
  options.exclude = {};
  EXPECT_THAT(all_of({path()}, options).names(),
              ElementsAre("pack.zip/f.md", "pack.zip/g.txt", "pack.zip/drafts/h.md"));
  options.include = {"[b-a]"};
  EXPECT_THAT(all_of({path()}, options).failures, ElementsAre("glob: no glob: [b-a]"));
}

TEST(SafeNames, LeadNowhere) {
  EXPECT_EQ(safe_name("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(safe_name("/a//./b"), "a/b");
  EXPECT_EQ(safe_name("C:\\x\\..\\y.txt"), "C_/x/y.txt");
  EXPECT_EQ(safe_name(std::string("a\0b\n\x7F.txt", 9)), "a_b__.txt");
  EXPECT_EQ(safe_name("\xFF.txt"), "\uFFFD.txt");
  EXPECT_EQ(safe_name(".."), "");
  const std::string name = safe_name(std::string(300, 'x') + ".html");
  EXPECT_EQ(name.size(), 200U);
  EXPECT_TRUE(name.ends_with("x.html"));
}

TEST(Kinds, AreToldByNameAndContent) {
  EXPECT_EQ(kind_by_name("a/B.HTM"), FileKind::kHtml);
  EXPECT_EQ(kind_by_name("x.tar.gz"), FileKind::kArchive);
  EXPECT_EQ(kind_by_name("x.txt.zst"), FileKind::kCompressed);
  EXPECT_EQ(kind_by_name("a.b/c"), FileKind::kUnknown);
  EXPECT_EQ(kind_by_name(".txt"), FileKind::kUnknown);
  EXPECT_EQ(kind_by_content("%PDF-1.7"), FileKind::kPdf);
  EXPECT_EQ(kind_by_content("\xEF\xBB\xBF<?xml version='1.0'?>\n<rss>"), FileKind::kXml);
  EXPECT_EQ(kind_by_content("<html><feed"), FileKind::kXml);
  EXPECT_EQ(kind_by_content("The <rss> element"), FileKind::kUnknown);
}

// ---------------------------------------------------------------- archives

class Archives
    : public Feeding,
      public ::testing::WithParamInterface<std::pair<const char*, std::pair<const char*, const char*>>> {};
TEST_P(Archives, GiveTheirEntries) {
  const auto& [name, form] = GetParam();
  const Entries entries = {{"b.txt", "second"},  {"a/Zürich.md", "first"},     {"x.png", "?"},
                           {".b.txt", "hidden"}, {"__MACOSX/b.txt", "shadow"}, {"link.txt", "->b.txt"}};
  write(std::string("in/") + name, packed(entries, form.first, form.second));
  const Given given = all_of({path("in")});
  const std::string inside = std::string(name) + "/";
  EXPECT_THAT(given.names(), ElementsAre(inside + "b.txt", inside + "a/Zürich.md"));
  EXPECT_EQ(given.at(inside + "a/Zürich.md").bytes, "first");
  EXPECT_EQ(given.at(inside + "b.txt").source, path("in/" + inside + "b.txt"));
  EXPECT_EQ(given.skipped, (std::map<std::string, int>{{".png", 1}}));
  EXPECT_THAT(given.failures, IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(
    Forms, Archives,
    ::testing::Values(std::pair("p.zip", std::pair("zip", static_cast<const char*>(nullptr))),
                      std::pair("p.tar", std::pair("ustar", static_cast<const char*>(nullptr))),
                      std::pair("p.tar.gz", std::pair("ustar", "gzip")),
                      std::pair("p.tgz", std::pair("ustar", "gzip")),
                      std::pair("p.tar.zst", std::pair("ustar", "zstd"))));

TEST_F(Feeding, ReadsArchivesOfOtherTools) {
  const Given given = all_of({shipped("pack.zip"), shipped("pack.tar.zst")});
  EXPECT_THAT(given.names(), ElementsAre("pack.zip/news/a.txt", "pack.zip/日本.txt",
                                         "pack.tar.zst/news/a.txt", "pack.tar.zst/日本.txt"));
  EXPECT_EQ(given.at("pack.zip/日本.txt").bytes, given.at("pack.tar.zst/日本.txt").bytes);
}

TEST_F(Feeding, ExpandsSingleFiles) {
  write("in/a.txt.gz", squeezed("text", "gzip"));
  write("in/b.html.zst", squeezed("<p>x</p>", "zstd"));
  write("in/c.gz", squeezed("text", "gzip"));  // nothing tells what is in it
  write("in/w.jsonl.gz", squeezed("{\"text\":\"x\"}\n", "gzip"));
  write("in/two.txt.gz", squeezed("one ", "gzip") + squeezed("two", "gzip"));
  write("in/nothing.txt.gz", squeezed("", "gzip"));
  const Given given = all_of({path("in"), write("given.gz", squeezed("text", "gzip"))});
  EXPECT_THAT(given.names(), ElementsAre("a.txt.gz", "b.html.zst", "nothing.txt.gz", "two.txt.gz",
                                         "w.jsonl.gz/000001", "given.gz"));
  EXPECT_EQ(given.at("a.txt.gz").bytes, "text");
  EXPECT_EQ(given.at("a.txt.gz").input, Input::kText);
  EXPECT_EQ(given.at("b.html.zst").input, Input::kHtml);
  EXPECT_EQ(given.at("two.txt.gz").bytes, "one two");
  EXPECT_EQ(given.at("given.gz").bytes, "text");
}

TEST_F(Feeding, ArchivesLeadNowhereAndNamesInThemAreUnique) {
  const Given given = all_of(
      {write("p.tar",
             packed({{"../../x.txt", "1"}, {"/etc/y.txt", "2"}, {"x.txt", "3"}, {"z.txt", "4"}}, "ustar"))});
  EXPECT_THAT(given.names(), ElementsAre("p.tar/x.txt", "p.tar/etc/y.txt", "p.tar/z.txt"));
  EXPECT_THAT(given.failures,
              ElementsAre("p.tar/x.txt~3: the archive holds another entry of this name before it"));
}

TEST_F(Feeding, DamageIsToldAfterWhatCameBeforeIt) {
  const std::string noise = [] {
    std::string out;
    for (unsigned i = 0, x = 1; i < 1'000'000; ++i)
      out += static_cast<char>('a' + (x = x * 1103515245U + 12345U) / 65536U % 26U);
    return out;
  }();
  const std::string tar = packed({{"a.txt", "first"}, {"b.txt", noise}}, "ustar", "gzip");
  const std::string gz = squeezed(noise, "gzip");
  const std::string zip = packed({{"a.txt", "first"}, {"b.txt", noise}}, "zip");
  Given given = all_of({write("p.tgz", tar.substr(0, tar.size() / 2)), write("a.txt", "sibling")});
  EXPECT_THAT(given.names(), ElementsAre("p.tgz/a.txt", "a.txt"));
  EXPECT_THAT(given.failures.front(), HasSubstr("p.tgz/b.txt: can't be unpacked"));
  given = all_of({write("b.txt.gz", gz.substr(0, gz.size() / 2)), path("a.txt")});
  EXPECT_THAT(given.names(), ElementsAre("a.txt"));
  EXPECT_THAT(given.failures, ElementsAre(HasSubstr("b.txt.gz: can't be unpacked: ")));
  given = all_of({write("p.zip", zip.substr(0, zip.size() / 2)), path("a.txt")});
  EXPECT_THAT(given.names().back(), "a.txt");
  EXPECT_FALSE(given.failures.empty());
  given = all_of({write("no.zip", "this is no archive"), path("a.txt")});
  EXPECT_THAT(given.failures, ElementsAre(HasSubstr("no.zip: can't be unpacked")));
  EXPECT_THAT(given.names(), ElementsAre("a.txt"));
}

TEST_F(Feeding, BombsAreStopped) {
  FeedOptions options;
  options.limits.expansion = 20;
  options.limits.expansion_free_bytes = 1U << 20U;
  options.limits.article_bytes = 16U << 20U;
  const std::string zeros(8U << 20U, '0');
  const std::string sibling = write("s.txt", "sibling");
  for (const auto& [name, bytes] :
       Entries{{"a.txt.gz", squeezed(zeros, "gzip")},
               {"b.zip", packed({{"a.txt", zeros}}, "zip")},
               {"c.tar.gz", packed({{"pic.png", zeros}, {"d.txt", "x"}}, "ustar", "gzip")},
               {"d.gz.zst", squeezed(squeezed(zeros, "gzip"), "zstd")},
               {"e.jsonl.zst", squeezed(zeros, "zstd")}}) {
    const Given given = all_of({write(name, bytes), sibling}, options);
    EXPECT_THAT(given.names(), ElementsAre("s.txt")) << name;
    EXPECT_THAT(given.failures, ElementsAre(HasSubstr("expands to more than 20 times"))) << name;
  }
  options = {};
  options.limits.article_bytes = 1U << 20U;
  const Given large =
      all_of({write("p.zip", packed({{"a.txt", zeros}, {"b.txt", "x"}}, "zip")), path("b.zip")}, options);
  EXPECT_THAT(large.names(), ElementsAre("p.zip/b.txt"));
  EXPECT_THAT(large.failures, ElementsAre("p.zip/a.txt: more than 1 MiB, the limit for one article",
                                          "b.zip/a.txt: more than 1 MiB, the limit for one article"));
}

TEST_F(Feeding, DepthAndNumberOfEntriesAreLimited) {
  std::string nested = packed({{"a.txt", "x"}}, "zip");
  for (int i = 0; i < 9; ++i) nested = packed({{"in.zip", nested}, {"b.txt", "x"}}, "zip");
  const Given deep = all_of({write("deep.zip", nested)});
  EXPECT_EQ(deep.articles.size(), 6U);
  EXPECT_THAT(deep.failures,
              ElementsAre(HasSubstr("in.zip: lies in more than 6 archives"), HasSubstr("b.txt: lies in")));
  std::string often = "x";
  for (int i = 0; i < 9; ++i) often = squeezed(often, "gzip");
  EXPECT_EQ(all_of({write("often", often)}).at("often").bytes, "x");
  for (int i = 0; i < 50; ++i) often = squeezed(often, "gzip");
  EXPECT_EQ(all_of({write("often", often)}).failures.size(), 1U);
  FeedOptions options;
  options.limits.archive_entries = 2;
  const Given many =
      all_of({write("m.tar", packed({{"a.txt", "1"}, {"b.txt", "2"}, {"c.txt", "3"}}, "ustar"))}, options);
  EXPECT_THAT(many.names(), ElementsAre("m.tar/a.txt", "m.tar/b.txt"));
  EXPECT_THAT(many.failures, ElementsAre("m.tar: has more than 2 entries"));
}

// ---------------------------------------------------------------- JSON

TEST_F(Feeding, JsonLinesAreNamedByTheirLines) {
  const Given given =
      all_of({write("w.jsonl", "\xEF\xBB\xBF{\"text\":\"a\"}\n\n  \r\n{broken\n{\"text\":\"b\"}")});
  EXPECT_THAT(given.names(), ElementsAre("w.jsonl/000001", "w.jsonl/000004", "w.jsonl/000005"));
  EXPECT_EQ(given.articles[0].bytes, "{\"text\":\"a\"}");
  EXPECT_EQ(given.articles[1].line, 4);
  EXPECT_EQ(source_of(given.articles[2]), path("w.jsonl:5"));
  FeedOptions options;
  options.limits.article_bytes = 20;
  const Given limited = all_of({write("l.jsonl", std::string(100'000, 'x') + "\n{}\n")}, options);
  EXPECT_THAT(limited.names(), ElementsAre("l.jsonl/000002"));
  EXPECT_EQ(limited.failures.size(), 1U);
}

TEST_F(Feeding, JsonFilesHoldOneArticleOrMany) {
  write("in/one.json", " {\"title\": \"a, ]}\\\"\", \"text\": \"{\"}\n");
  write("in/array.json", "[ {\"text\":\"1\"},\n 7, {\"text\":\"[2,\\\\\"} ]");
  write("in/rows.json", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n");
  write("in/open.json", "[{\"text\":\"1\"}, {\"text\":");
  write("in/deep.json", "{\"data\": {\"text\": 1}}");
  write("in/empty.json", "[]");
  const Given given = all_of({path("in")});
  EXPECT_THAT(given.names(),
              ElementsAre("array.json/000001", "array.json/000002", "array.json/000003", "one.json",
                          "open.json/000001", "open.json/000002", "rows.json/000001", "rows.json/000002"));
  EXPECT_EQ(given.at("array.json/000003").bytes, "{\"text\":\"[2,\\\\\"} ");
  EXPECT_EQ(given.at("array.json/000002").bytes, "7");
  EXPECT_EQ(given.at("one.json").bytes, "{\"title\": \"a, ]}\\\"\", \"text\": \"{\"}");
  EXPECT_THAT(given.failures, ElementsAre("open.json: the JSON array does not end"));
  EXPECT_EQ(given.skipped, (std::map<std::string, int>{{".json", 2}}));
  EXPECT_THAT(all_of({write("hostile.json", std::string(100'000, '['))}).names(),
              ElementsAre("hostile.json/000001"));
}

// ---------------------------------------------------------------- XML

TEST_F(Feeding, ReadsRss) {
  const Given given = all_of({shipped("rss.xml")});
  EXPECT_THAT(given.names(), ElementsAre("rss.xml/000001", "rss.xml/000002"));
  const Article& first = given.at("rss.xml/000001");
  EXPECT_EQ(first.info.title, "Northlake sells 412 turbines");
  EXPECT_EQ(first.info.url, "https://example.org/northlake-412");
  EXPECT_EQ(first.info.published, "2026-03-03");
  EXPECT_EQ(first.info.language, "en");
  EXPECT_EQ(first.info.byline, "Lin Zhao");
  EXPECT_EQ(first.info.publisher, "Northlake Newsroom");
  EXPECT_EQ(first.id, "nl-412");
  EXPECT_THAT(first.bytes,
              HasSubstr("<h1>Northlake sells 412 turbines</h1>\n<p>Northlake Turbines of Zürich sold"));
  EXPECT_THAT(given.at("rss.xml/000002").bytes, HasSubstr("<p>Costs fell 3 percent"));
  EXPECT_THAT(given.failures, ElementsAre("rss.xml/000003: item 3 holds no text"));
}

TEST_F(Feeding, ReadsAtom) {
  const Given given = all_of({shipped("atom.xml")});
  EXPECT_THAT(given.names(), ElementsAre("atom.xml/000001", "atom.xml/000002"));
  const Article& first = given.articles[0];
  EXPECT_EQ(first.info.url, "https://example.org/port");
  EXPECT_EQ(first.info.published, "2026-01-15");
  EXPECT_EQ(first.info.byline, "Ada Berg");
  EXPECT_THAT(first.bytes, HasSubstr("handled <b>2.1 million</b> containers"));
  EXPECT_EQ(given.articles[1].info.published, "2026-01-17");
  EXPECT_THAT(given.articles[1].bytes,
              HasSubstr("<h1>Fees</h1>\n<p>Fees rose 4% &lt;after tax&gt; to $120.</p>"));
}

TEST_F(Feeding, ReadsNewsMl) {
  const Given given = all_of({shipped("newsml.xml")});
  EXPECT_THAT(given.names(), ElementsAre("newsml.xml/000001", "newsml.xml/000002"));
  const Article& first = given.articles[0];
  EXPECT_EQ(first.id, "urn:newsml:example.org:20260211:77");
  EXPECT_EQ(first.info.title, "Steel output up 3.4 percent");
  EXPECT_EQ(first.info.published, "2026-02-11");
  EXPECT_EQ(first.info.byline, "Ada Berg");
  EXPECT_EQ(first.info.publisher, "Harbour Wire");
  EXPECT_EQ(first.info.language, "en");
  EXPECT_EQ(given.articles[1].info.published, "2026-02-09");
  EXPECT_THAT(given.articles[1].bytes, HasSubstr("<h1>Zinc mine opens</h1>"));
  EXPECT_THAT(given.failures, ElementsAre("newsml.xml/000003: item 3 holds no text"));
}

TEST_F(Feeding, ReadsNitf) {
  const Given given = all_of({shipped("nitf.xml")});
  EXPECT_THAT(given.names(), ElementsAre("nitf.xml"));
  const Article& article = given.articles.front();
  EXPECT_EQ(article.info.title, "Copper demand grows");
  EXPECT_EQ(article.info.published, "2026-01-15");
  EXPECT_EQ(article.info.byline, "Eva Holm");
  EXPECT_EQ(article.info.publisher, "Harbour Wire");
  EXPECT_EQ(article.id, "nitf-9");
  EXPECT_THAT(article.bytes, HasSubstr("<h1>Copper demand grows</h1><h2>Grids"));
  EXPECT_EQ(article.bytes.find("Eva Holm"), std::string::npos);
}

TEST_F(Feeding, HostileXmlIsHarmless) {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"lol\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + before + "\">";
  }
  laughs +=
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&a29; "
      "&file;</title></item></channel></rss>";
  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  for (int i = 0; i < 200'000; ++i) deep += "</b>";
  deep += "</description></item></channel></rss>";
  const Given given = all_of(
      {write("laughs.xml", laughs), write("deep.xml", deep), write("broken.xml", "<rss>\n<channel>\n</rss>"),
       write("page.xml", "<?xml version='1.0'?><html><p>x</p></html>"), write("other.xml", "<a>x</a>")});
  EXPECT_THAT(given.names(), ElementsAre("laughs.xml/000001", "page.xml", "other.xml"));
  EXPECT_EQ(given.at("laughs.xml/000001").info.title, "&a29; &file;");
  EXPECT_THAT(given.failures, ElementsAre("deep.xml: XML elements more than 500 deep",
                                          HasSubstr("broken.xml: broken XML: ")));
}

TEST(Dates, AreReadInTheFormsOfCarriers) {
  const Result<const FeedModule*>& module = load_module<FeedModule>();
  ASSERT_TRUE(module.ok());
  const auto day_of = module.value()->day_of;
  EXPECT_EQ(day_of("2025-11-19T23:30:00-08:00"), "2025-11-19");
  EXPECT_EQ(day_of(" 20251119T080000Z"), "2025-11-19");
  EXPECT_EQ(day_of("Wed, 19 Nov 2025 08:00:00 GMT"), "2025-11-19");
  EXPECT_EQ(day_of("19 Nov 2025 08:00:00 +0900"), "2025-11-19");
  for (const char* text : {"", "yesterday", "2025-13-40", "20251350", "99999999999999999999"})
    EXPECT_EQ(day_of(text), std::nullopt) << text;
}

// ---------------------------------------------------------------- mail

TEST_F(Feeding, ReadsMailAndItsAttachments) {
  const Given given = all_of({shipped("mail.eml")});
  EXPECT_THAT(given.names(),
              ElementsAre("mail.eml", "mail.eml/attached-1-fleet.txt",
                          "mail.eml/attached-2-yard.zip/notes/extra.txt", "mail.eml/attached-4.eml"));
  const Article& mail = given.at("mail.eml");
  EXPECT_EQ(mail.info.title, "Northlake orders 14 ferries in Göteborg");
  EXPECT_EQ(mail.info.published, "2026-03-02");
  EXPECT_EQ(mail.input, Input::kText);
  EXPECT_THAT(mail.bytes,
              HasSubstr("Northlake Shipping of Göteborg ordered 14 ferries for €310 million, chief executive "
                        "Åsa Lind said on Monday; the yards that build them deliver two a year."));
  EXPECT_EQ(mail.bytes.find("HTML twin"), std::string::npos);
  EXPECT_EQ(given.at("mail.eml/attached-1-fleet.txt").info.published, "2026-03-02");
  EXPECT_EQ(given.at("mail.eml/attached-4.eml").info.published, "2025-03-04");
  EXPECT_EQ(given.at("mail.eml/attached-4.eml").input, Input::kHtml);
  EXPECT_EQ(given.skipped, (std::map<std::string, int>{{".png", 1}}));
}

TEST_F(Feeding, NamesOfAttachmentsAreSafe) {
  const std::string name = "../" + std::string(300, 'x') + ".txt";
  const Given given = all_of(
      {write("m.eml", "Subject: x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\"" +
                          name + "\"\n\ntext")});
  ASSERT_EQ(given.articles.size(), 1U);
  EXPECT_EQ(given.articles.front().name, safe_name(given.articles.front().name));
  EXPECT_THAT(given.articles.front().name, ::testing::StartsWith("m.eml/attached-1-xxx"));
}

std::string multipart(const std::string& kind, const Names& parts) {
  std::string out = "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/" + kind + "; boundary=b\n\n";
  for (const std::string& part : parts) out += "--b\n" + part + "\n";
  return out + "--b--\n";
}

TEST_F(Feeding, ChoosesTheTextOfAMail) {
  const std::string blank = "Content-Type: text/plain\n\n \n";
  const std::string plain = "Content-Type: text/plain\n\nplain <5\n\nmore";
  const std::string html = "Content-Type: text/html\n\n<p>html</p>";
  const auto body = [&](const std::string& mail) { return all_of({write("m.eml", mail)}).at("m.eml"); };
  EXPECT_EQ(body(multipart("alternative", {blank, html})).input, Input::kHtml);
  EXPECT_THAT(body(multipart("alternative", {plain, html})).bytes, ::testing::StartsWith("plain <5"));
  const Article mixed = body(multipart("mixed", {plain, html}));
  EXPECT_EQ(mixed.input, Input::kHtml);
  EXPECT_THAT(mixed.bytes, HasSubstr("<p>plain &lt;5</p><p>more"));
  EXPECT_THAT(mixed.bytes, HasSubstr("<p>html</p>"));
  EXPECT_THAT(all_of({write("m.eml", multipart("mixed", {blank}))}).failures,
              ElementsAre("m.eml: the e-mail has no text"));
  EXPECT_EQ(all_of({write("m.eml", "")}).failures.size(), 1U);
}

TEST_F(Feeding, HostileMailIsHarmless) {
  std::string deep;
  for (int i = 0; i < 5000; ++i)
    deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) +
            "\n";
  const Given given = all_of({write("deep.eml", deep + "\ntext"),
                              write("bytes.eml", std::string("\0\xFF\n\n\0", 5)), write("s.txt", "sibling")});
  EXPECT_EQ(given.names().back(), "s.txt");
}

// ---------------------------------------------------------------- PDF

TEST_F(Feeding, ReadsPdf) {
  Given given = all_of({shipped("paper.pdf")});
  ASSERT_THAT(given.names(), ElementsAre("paper.pdf"));
  Article& article = given.articles.front();
  const Diagnostics problems = make_readable(article);
  ASSERT_THAT(problems, IsEmpty()) << problems.front().message;
  EXPECT_EQ(article.input, Input::kText);
  EXPECT_THAT(article.bytes,
              HasSubstr("the shipments of spare parts grew 12 percent year-on-year, the company’s"));
  EXPECT_THAT(article.bytes, HasSubstr("on Monday.\n\nThe second paragraph stands alone"));
  EXPECT_EQ(article.bytes.find("Annual Report"), std::string::npos);
  EXPECT_EQ(article.bytes.find("Page"), std::string::npos);
}

Names pdf_problem(const std::string& bytes, const PdfLimits& limits = {}) {
  const Result<std::string> text = pdf_text(bytes, limits);
  return text.ok() ? Names{} : Names{text.errors().front().message, text.errors().front().hint};
}

TEST(Pdf, ErrorsSayWhatToDo) {
  const std::string paper = content_of(shipped("paper.pdf"));
  EXPECT_THAT(pdf_problem("%PDF-1.4\nnothing").front(), HasSubstr("the PDF is broken"));
  std::string locked =
      "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> "
      "endobj\n"
      "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n"
      "4 0 obj <</Filter/Standard/V 1/R 2/P -4/O<" +
      std::string(64, '1') + ">/U<" + std::string(64, '2') +
      ">>> endobj\n"
      "trailer <</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<31><31>]>>\n%%EOF\n";
  EXPECT_EQ(pdf_problem(locked).front(), "the PDF is encrypted");
  locked.erase(locked.find("/Encrypt 4 0 R"), 14);
  EXPECT_EQ(pdf_problem(locked).front(), "the PDF has no text");
  PdfLimits little;
  little.text_bytes = 10;
  EXPECT_THAT(pdf_problem(paper, little).front(), HasSubstr("of text"));
  little = {};
  little.memory_bytes = 1U << 20U;
  EXPECT_THAT(pdf_problem(paper, little).front(), HasSubstr("the PDF is broken"));
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const Names missing = pdf_problem(paper);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_THAT(missing, ElementsAre("pdftotext is not installed", HasSubstr("poppler-utils")));
}

TEST(Children, AreHeldToTheirLimits) {
  ChildLimits limits;
  const auto run = [&](const std::string& script, std::string_view input = "") {
    return run_child({"sh", "-c", script}, input, limits).value();
  };
  EXPECT_EQ(run("cat; echo wrong >&2; exit 3", "bytes").output, "bytes");
  EXPECT_EQ(run("cat; echo wrong >&2; exit 3").errors, "wrong\n");
  EXPECT_EQ(run("exit 3").exit_code, 3);
  EXPECT_EQ(run("kill -9 $$").exit_code, 128 + 9);
  EXPECT_TRUE(run_child({"figmine-no-such-program"}, "", limits).value().missing);
  limits.output_bytes = 1000;
  EXPECT_EQ(run("while :; do echo x; done").stopped, ChildResult::Stopped::kOutput);
  limits.time = std::chrono::milliseconds(50);
  EXPECT_EQ(run("exec sleep 60").stopped, ChildResult::Stopped::kTime);
}

TEST(Paragraphs, AreMadeOfLines) {
  const std::string wide = "A line that is as long as the column of this page is wide and";
  EXPECT_EQ(paragraphs_of(wide + "\ngoes on here.\n\nNext one.\n"), wide + " goes on here.\n\nNext one.\n");
  EXPECT_EQ(paragraphs_of(wide + " ship-\nments grew"), wide + " shipments grew\n");
  EXPECT_EQ(paragraphs_of(wide + " year-on-\nyear"), wide + " year-on-year\n");
  EXPECT_EQ(paragraphs_of(wide + " Asia-\nPacific"), wide + " Asia-Pacific\n");
  EXPECT_EQ(paragraphs_of("long-term debt\n\n" + wide + " long-\nterm"),
            "long-term debt\n\n" + wide + " long-term\n");
  EXPECT_EQ(paragraphs_of(wide + " ship\u00AD\nments"), wide + " shipments\n");
  EXPECT_EQ(paragraphs_of(wide + "\n• an item\n• another"), wide + "\n\n• an item\n\n• another\n");
  EXPECT_EQ(paragraphs_of("Revenue\n1,234\n" + wide), "Revenue\n\n1,234\n\n" + wide + "\n");
  EXPECT_EQ(paragraphs_of(wide + "\n\fgoes on\n\n\fNew page"), wide + " goes on\n\nNew page\n");
}

TEST(Paragraphs, LeaveOutWhatStandsOnEveryPage) {
  EXPECT_EQ(paragraphs_of("ACME 2025\nOne.\n1\n\fACME 2025\nTwo.\n2\n\fACME 2025\nThree.\n3\n\f"),
            "One.\n\nTwo.\n\nThree.\n");
  EXPECT_EQ(paragraphs_of("Sales\n500\n\fCosts\n730\n"), "Sales\n\n500\n\nCosts\n\n730\n");
  std::string chapters;
  for (int page = 1; page <= 9; ++page)
    chapters +=
        "Chapter " + std::string(1 + (page - 1) / 3, 'I') + "\n" + std::to_string(page + 4) + "\nText.\n\f";
  EXPECT_EQ(paragraphs_of(chapters).find("Chapter"), std::string::npos);
  EXPECT_EQ(paragraphs_of(chapters).find_first_of("0123456789"), std::string::npos);
}

// ---------------------------------------------------------------- what reaches the record

TEST_F(Feeding, TheCarrierOutranksTheTextAndTheUserTheCarrier) {
  Article article;
  article.name = article.source = "feed.xml/000001";
  article.bytes =
      "<html lang=de><title>Own</title><meta property='article:published_time' content='2020-01-01'>We sold "
      "5 cars.</html>";
  article.input = Input::kHtml;
  article.id = "guid";
  article.info.title = "Told";
  article.info.published = "2026-03-03";
  article.info.language = "en";
  article.info.url = "https://example.org/";
  ExtractOptions asked;
  DocumentResult result = extracted(article.bytes, options_for(article, asked));
  EXPECT_EQ(result.document.title, "Told");
  EXPECT_EQ(result.document.published, "2026-03-03");
  EXPECT_EQ(result.document.language, "en");
  EXPECT_EQ(result.document.url, "https://example.org/");
  EXPECT_EQ(result.document.id, "guid");
  asked.published = "2026-05-05";
  asked.language = "de";
  result = extracted(article.bytes, options_for(article, asked));
  EXPECT_EQ(result.document.published, "2026-05-05");
  EXPECT_EQ(result.document.language, "de");
  article.info = {};
  result = extracted(article.bytes, options_for(article, {}));
  EXPECT_EQ(result.document.title, "Own");
  EXPECT_EQ(result.document.published, "2020-01-01");
}

}  // namespace
}  // namespace figmine
