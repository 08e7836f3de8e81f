#include "batch/duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace figmine {
namespace {

// Prose that differs from seed to seed but not from machine to machine.
std::string prose(unsigned seed, int words) {
  static constexpr std::array<const char*, 24> kWords = {
      "harbour", "turbine", "grew",   "orders", "while", "the",  "board", "approved",
      "new",     "plants",  "in",     "north",  "and",   "its",  "ships", "carry",
      "more",    "cargo",   "across", "cold",   "seas",  "each", "year",  "than"};
  std::string out;
  for (int i = 0; i < words; ++i) {
    seed = seed * 1664525U + 1013904223U;
    out += kWords[(seed >> 16) % kWords.size()];
    out += i % 15 == 14 ? ". " : " ";
  }
  return out;
}

std::string release(const std::string& figures) {
  return "Norden Turbines reports its results\n\nNorden Turbines said that " + figures +
         " were the outcome. " + prose(1, 300);
}

struct Case {
  const char* what;
  std::string a, b;
  bool same;
};

std::vector<Case> cases() {
  const std::string news = release("revenue of 41.7 million and 380 orders");
  const std::string head = "OSLO, Jan. 17, 2026 /Some Newswire/ -- ";
  const std::string tail =
      "\n\nSOURCE Norden Turbines. Contact: press office, +47 22 555 0199. " + prose(2, 60);
  std::string typed = news;
  typed.replace(typed.find("reports"), 7, "report");
  return {
      {"the text itself", news, news, true},
      {"case, blanks, punctuation", "Sales ROSE  5%, to 12 units!", "sales rose 5% to 12 units", true},
      {"addresses", news + " https://a.example/1", news + " http://b.example/2", true},
      {"a wire's head and tail", news, head + news + tail, true},
      {"heads and tails of two wires", head + news + tail,
       "BERGEN (Wire Two) Jan. 19 -- " + news + prose(3, 60), true},
      {"a corrected word", news, typed, true},
      {"the template with another quarter's figures", news, release("revenue of 39.2 million and 352 orders"),
       false},
      {"one figure corrected", news, release("revenue of 41.9 million and 380 orders"), false},
      {"other news before the same boilerplate", prose(4, 120) + prose(5, 400), prose(6, 120) + prose(5, 400),
       false},
      {"another article", prose(7, 300), prose(8, 300), false},
      {"nothing and nothing", "", " -- ", false},
  };
}

TEST(Duplicates, TellRepeatedArticlesFromArticlesOfOneTemplate) {
  for (const Case& c : cases()) {
    EXPECT_EQ(same_article(signature_of(c.a), signature_of(c.b)), c.same)
        << c.what << ": " << similarity_of(signature_of(c.a), signature_of(c.b));
  }
}

TEST(Duplicates, OnlyEqualTextsHaveSimilarityOne) {
  const std::string text = prose(1, 5000);
  EXPECT_EQ(similarity_of(signature_of(text), signature_of("  " + text + "!")), 1);
  const double almost = similarity_of(signature_of(text), signature_of(text + "again"));
  EXPECT_GT(almost, 0.95);
  EXPECT_LT(almost, 1);
}

// The similarity is an estimate of the shingles' Jaccard similarity: here 100 of 300 words are another's.
TEST(Duplicates, EstimateIsNearTheJaccardSimilarity) {
  const std::string shared = prose(1, 200);
  const double estimate =
      similarity_of(signature_of(shared + prose(2, 100)), signature_of(shared + prose(3, 100)));
  EXPECT_NEAR(estimate, 196.0 / 396, 0.13);
}

TEST(Duplicates, SignaturesAreReadBack) {
  for (const std::string& text : {prose(1, 100) + "12 and 1,400", std::string()}) {
    const Signature signature = signature_of(text);
    EXPECT_EQ(from_hex(to_hex(signature)), signature);
  }
  const std::string hex = to_hex(signature_of("some text"));
  EXPECT_FALSE(from_hex(""));
  EXPECT_FALSE(from_hex(hex.substr(1)));
  EXPECT_FALSE(from_hex(hex.substr(0, hex.size() - 1) + "x"));
}

// A store keeps signatures: they must mean the same tomorrow.
TEST(Duplicates, SignatureIsTheSameEverywhere) {
  const std::string hex = to_hex(signature_of("Sales rose 5% to 12 million euros in 2025"));
  EXPECT_EQ(hex.substr(0, 16), "1e3a7bfdc0bbf362");
  EXPECT_EQ(hex.substr(64, 32), "2db7c7c40451051616f69d8711637d23");
}

std::vector<std::string> links_of(std::vector<std::array<std::string, 3>> articles) {
  DuplicateIndex index;
  for (const auto& [name, text, published] : articles) index.add(name, signature_of(text), published);
  std::vector<std::string> out;
  for (const DuplicateLink& link : index.links()) out.push_back(link.name + ">" + link.duplicate_of);
  return out;
}

TEST(Duplicates, EarliestThenFirstByNameIsRepeatedInAnyOrder) {
  const std::string news = release("revenue of 41.7 million");
  const std::string other = release("revenue of 39.2 million");
  std::vector<std::array<std::string, 3>> articles = {
      {"a", news + "tail", ""},         {"b", news, "2026-01-18"},  {"c", "Wire: " + news, "2026-01-17"},
      {"d", news, "2026-01-17"},        {"e", other, "2026-04-20"}, {"f", other + "!", "2026-04-20"},
      {"g", prose(9, 50), "2020-01-01"}};
  const std::vector<std::string> wanted = {"a>c", "b>c", "d>c", "f>e"};
  std::sort(articles.begin(), articles.end());
  int orders = 0;
  do {
    ASSERT_EQ(links_of(articles), wanted);
  } while (++orders < 50 && std::next_permutation(articles.begin(), articles.end()));
}

// Each step of a chain is a repetition, its ends are not: what is linked was compared.
TEST(Duplicates, NoChainOfSmallDifferencesJoinsArticlesThatDiffer) {
  std::vector<std::array<std::string, 3>> articles;
  const std::string front = prose(1, 200);
  for (unsigned step = 0; step < 6; ++step) {
    std::string text = front;
    for (unsigned part = 0; part < 6; ++part) text += prose(part < step ? 100 + part : 200 + part, 60);
    articles.push_back(
        {std::string(1, static_cast<char>('a' + step)), text, "2026-01-0" + std::to_string(step + 1)});
  }
  EXPECT_TRUE(same_article(signature_of(articles[4][1]), signature_of(articles[5][1])));
  EXPECT_FALSE(same_article(signature_of(articles[0][1]), signature_of(articles[5][1])));
  const std::vector<std::string> links = links_of(articles);
  EXPECT_EQ(std::count(links.begin(), links.end(), "f>a"), 0);
  EXPECT_EQ(std::count(links.begin(), links.end(), "b>a"), 1);
}

}  // namespace
}  // namespace figmine
