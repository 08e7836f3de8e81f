// batch/inbox: what is new, what is complete, what was given already.
#include "batch/inbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <optional>

namespace figmine {
namespace {

namespace fs = std::filesystem;
using std::chrono_literals::operator""ms;
using testing::ElementsAre;
using testing::IsEmpty;

class InboxTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "figmine-inbox-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  Inbox open(InboxOptions options = {10ms, 60000ms}) {
    Result<Inbox> inbox = Inbox::open(folder_, options);
    EXPECT_TRUE(inbox.ok());
    return std::move(inbox).value();
  }
  // Waits long enough for a slow machine, and no longer than it takes.
  std::vector<std::string> next(Inbox& inbox, std::chrono::milliseconds patience = 10000ms) {
    std::vector<std::string> out;
    for (const fs::path& path : inbox.wait(patience))
      out.push_back(path.lexically_relative(folder_).string());
    return out;
  }

  fs::path folder_;
};

TEST_F(InboxTest, GivesWhatIsThereThenWhatComes) {
  write("a.txt", "1");
  write("deep/er/b.txt", "1");
  write(".hidden/c.txt", "1");
  Inbox inbox = open();
  EXPECT_THAT(next(inbox), ElementsAre("a.txt", "deep/er/b.txt"));
  EXPECT_THAT(next(inbox, 30ms), IsEmpty());
  write("deep/er/d.txt", "1");
  EXPECT_THAT(next(inbox), ElementsAre("deep/er/d.txt"));
  write("new/folder/e.txt", "1");
  EXPECT_THAT(next(inbox), ElementsAre("new/folder/e.txt"));
  write("a.txt", "22");
  EXPECT_THAT(next(inbox), ElementsAre("a.txt"));
  EXPECT_FALSE(inbox.busy());
}

TEST_F(InboxTest, WaitsForTheWriterToClose) {
  Inbox inbox = open();
  std::optional<std::ofstream> writer(std::in_place, folder_ / "slow.txt");
  *writer << "first half" << std::flush;
  EXPECT_THAT(next(inbox, 100ms), IsEmpty());
  EXPECT_TRUE(inbox.busy());
  *writer << "second half";
  writer.reset();
  EXPECT_THAT(next(inbox), ElementsAre("slow.txt"));
}

TEST_F(InboxTest, ASweepFindsWhatNoEventTold) {
  fs::create_directory(folder_ / "in");
  write("outside.txt", "1");
  const fs::path inside = folder_ / "in";
  Result<Inbox> opened = Inbox::open(inside, {10ms, 50ms});
  ASSERT_TRUE(opened.ok());
  Inbox inbox = std::move(opened).value();
  EXPECT_THAT(next(inbox, 30ms), IsEmpty());
  fs::create_hard_link(folder_ / "outside.txt", inside / "linked.txt");  // an event that no close follows
  EXPECT_THAT(next(inbox), ElementsAre("in/linked.txt"));
}

TEST_F(InboxTest, AFileThatWentIsForgotten) {
  Inbox inbox = open({200ms, 60000ms});
  write("gone.txt", "1");
  EXPECT_THAT(next(inbox, 20ms), IsEmpty());
  fs::remove(folder_ / "gone.txt");
  EXPECT_THAT(next(inbox, 300ms), IsEmpty());
  EXPECT_FALSE(inbox.busy());
}

TEST(Inbox, NoFolderIsAnError) { EXPECT_FALSE(Inbox::open("/nowhere/at/all", {}).ok()); }

}  // namespace
}  // namespace figmine
