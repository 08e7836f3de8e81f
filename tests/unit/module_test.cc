#include "base/module.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/module.h"
#include "feed/module.h"
#include "server/module.h"

namespace figmine {
namespace {

using testing::HasSubstr;

struct NoModule {
  static constexpr const char* kName = "none";
};

TEST(Module, IsLoadedOnce) {
  const Result<const FeedModule*>& feed = load_module<FeedModule>();
  ASSERT_TRUE(feed.ok()) << feed.errors().front().message;
  EXPECT_EQ(&feed, &load_module<FeedModule>());
  EXPECT_TRUE(load_module<ExportModule>().ok());
  EXPECT_TRUE(load_module<ServerModule>().ok());
}

TEST(Module, ThatIsMissingIsNamed) {
  const Result<const NoModule*>& none = load_module<NoModule>();
  ASSERT_FALSE(none.ok());
  EXPECT_THAT(none.errors().front().message, HasSubstr("lib/figmine/figmine-none.so"));
  EXPECT_THAT(none.errors().front().hint, HasSubstr("figmine-none.so belongs to it"));
}

}  // namespace
}  // namespace figmine
