// ruleset/image, ruleset/flat_map: the compiled rules as bytes, and the tables that are stored as they lie in
// memory.
#include "ruleset/image.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "figmine/figmine.h"
#include "output/json.h"
#include "ruleset/embedded.h"
#include "ruleset/load.h"

namespace figmine {
namespace {

TEST(FlatMap, HoldsWhatAMapHolds) {
  std::mt19937_64 random(7);
  FlatMap<std::uint32_t> flat;
  std::map<std::uint64_t, std::uint32_t> plain;
  EXPECT_EQ(flat.find(1), nullptr);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const std::uint64_t key = random() % 4000;
    flat[key] = i;
    plain[key] = i;
  }
  EXPECT_EQ(flat.size(), plain.size());
  for (std::uint64_t key = 0; key < 4100; ++key) {
    const auto wanted = plain.find(key);
    const std::uint32_t* found = flat.find(key);
    ASSERT_EQ(found != nullptr, wanted != plain.end()) << key;
    EXPECT_TRUE(found == nullptr || *found == wanted->second) << key;
  }
}

TEST(Names, KeepTheOrderOfFirstUse) {
  Names names;
  EXPECT_EQ(names.find("a"), kNone);
  for (std::uint32_t i = 0; i < 1000; ++i) EXPECT_EQ(names.add("name" + std::to_string(i)), i);
  EXPECT_EQ(names.add("name7"), 7U);
  EXPECT_EQ(names.find("name999"), 999U);
  EXPECT_EQ(names.find("name1000"), kNone);
  EXPECT_EQ(names.name(0), "name0");
  EXPECT_EQ(names.add(""), 1000U);
  EXPECT_EQ(names.name(1000), "");
}

TEST(Image, OfTheShippedRulesIsTheOneBuiltIn) {
  const std::shared_ptr<const Program> loaded = load_program(shipped_rules(), "en").value().program;
  const std::string image = to_image(*loaded);
  ASSERT_EQ(embedded_images().size(), 1U);
  EXPECT_TRUE(embedded_images().front().content == image);  // not EXPECT_EQ: megabytes of bytes
  const Result<std::shared_ptr<const Program>> read = from_image(image);
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(to_image(*read.value()) == image);
  EXPECT_EQ(read.value()->regex_texts, loaded->regex_texts);
  EXPECT_EQ(read.value()->lookup("unit", "hectare"), loaded->lookup("unit", "hectare"));
  EXPECT_EQ(read.value()->settings, loaded->settings);
}

TEST(Image, ThatIsCutOrForeignIsRefused) {
  const std::string_view image = embedded_images().front().content;
  EXPECT_FALSE(from_image("").ok());
  EXPECT_FALSE(from_image("figmine program 0\n").ok());
  for (std::size_t size = 0; size < image.size(); size += image.size() / 97)
    EXPECT_FALSE(from_image(image.substr(0, size)).ok()) << size;
  EXPECT_FALSE(from_image(std::string(image) + "x").ok());
}

}  // namespace
}  // namespace figmine
