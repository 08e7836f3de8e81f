// review/: the log, what stands of it, the fields, the table and the API without a socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "base/fact_id.h"
#include "base/terminal.h"
#include "batch/combine.h"
#include "batch/run.h"
#include "corpus/score.h"
#include "output/json.h"
#include "output/read_json.h"
#include "review/acceptance.h"
#include "review/apply.h"
#include "review/article_view.h"
#include "review/fields.h"
#include "review/gold.h"
#include "review/index.h"
#include "review/ledger.h"
#include "review/service.h"
#include "review/terminal.h"

namespace figmine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

Decision decision(const std::string& reviewer, const std::string& id, Action action,
                  const std::string& fact = "f1") {
  Decision out;
  out.id = id;
  out.time = "2026-03-03T10:00:00Z";
  out.reviewer = reviewer;
  out.article = "a.txt";
  out.fact = fact;
  out.action = action;
  return out;
}

Decision undo(const std::string& reviewer, const std::string& of, Action action = Action::kUndo) {
  Decision out = decision(reviewer, reviewer + "-undo-" + of, action, "");
  out.article.clear();
  out.of = of;
  return out;
}

const FactKey kFirst{"a.txt", "f1"};

TEST(Decision, SurvivesItsLine) {
  Decision made = decision("anna", "anna-1", Action::kEdit);
  made.reason = "a \"reason\"\n";
  made.changes["value"] = {"12345678901234567890.5", ""};
  made.group = "g";
  made.fact_sha256 = "00ff";
  made.rules = {"quantity/count"};
  const std::optional<Decision> read = decision_from_line(to_line(made));
  ASSERT_TRUE(read);
  EXPECT_EQ(to_line(*read), to_line(made));
  EXPECT_EQ(read->changes, made.changes);
  EXPECT_FALSE(decision_from_line(R"({"id":"x","action":"dance"})"));
  EXPECT_FALSE(decision_from_line("{"));
}

TEST(Ledger, TheLastDecisionThatIsNotUndoneStands) {
  Ledger ledger;
  ledger.apply(decision("anna", "anna-1", Action::kAccept));
  ledger.apply(decision("anna", "anna-2", Action::kReject));
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kRejected);
  EXPECT_EQ(ledger.last_of("anna"), "anna-2");
  ledger.apply(undo("anna", "anna-2"));
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kAccepted);
  EXPECT_EQ(ledger.last_of("anna"), "anna-1");
  ledger.apply(undo("anna", "anna-1"));
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kOpen);
  EXPECT_EQ(ledger.last_of("anna"), "");
  EXPECT_EQ(ledger.last_undone_of("anna"), "anna-1");
  ledger.apply(undo("anna", "anna-1", Action::kRedo));
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kAccepted);
  EXPECT_EQ(ledger.last_undone_of("anna"), "anna-2");
  ledger.apply(decision("anna", "anna-7", Action::kEdit));
  EXPECT_EQ(ledger.last_undone_of("anna"), "");
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kEdited);
}

TEST(Ledger, AGroupIsUndoneAtOnce) {
  Ledger ledger;
  for (const char* fact : {"f1", "f2"}) {
    Decision accept = decision("anna", std::string("anna-") + fact, Action::kAccept, fact);
    accept.group = "all";
    ledger.apply(accept);
  }
  EXPECT_EQ(ledger.facts_of("all").size(), 2U);
  ledger.apply(undo("anna", "all"));
  EXPECT_TRUE(ledger.verdicts().empty());
}

TEST(Ledger, ReviewersWhoDifferAreInConflict) {
  Ledger ledger;
  ledger.apply(decision("anna", "anna-1", Action::kAccept));
  ledger.apply(decision("ben", "ben-1", Action::kAccept));
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kAccepted);
  Decision edit = decision("ben", "ben-2", Action::kEdit);
  edit.changes["value"] = {"1", "2"};
  ledger.apply(edit);
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kConflict);
  ledger.apply(undo("anna", "ben-2"));  // nobody undoes what another decided
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kConflict);
  ledger.apply(undo("ben", "ben-2"));
  EXPECT_EQ(ledger.state_of(kFirst), ReviewState::kAccepted);
}

TEST(Acceptance, IsCountedByRuleAndByPairsOfReviewers) {
  Ledger ledger;
  const auto decide = [&](const char* reviewer, const char* fact, Action action, const char* reason = "") {
    Decision made = decision(reviewer, std::string(reviewer) + "-" + fact, action, fact);
    made.rules = {fact[1] <= '2' ? "measure/of" : "measure/in", "quantity/count"};
    made.reason = reason;
    if (action == Action::kEdit) made.changes["measure"] = {"sales", "net sales"};
    ledger.apply(made);
  };
  decide("anna", "f1", Action::kAccept);
  decide("anna", "f2", Action::kReject, "value");
  decide("anna", "f3", Action::kEdit);
  decide("anna", "f4", Action::kAccept);
  decide("ben", "f1", Action::kAccept);
  decide("ben", "f2", Action::kReject, "no_claim");
  decide("ben", "f3", Action::kAccept);
  decide("ben", "f4", Action::kReject, "value");
  decide("carl", "f9", Action::kAdd);
  const ReviewStats stats = acceptance_of(ledger);
  EXPECT_EQ(stats.decided, 5);
  EXPECT_EQ(stats.states.at("conflict"), 2);
  EXPECT_EQ(stats.states.at("added"), 1);
  ASSERT_EQ(stats.rules.size(), 3U);
  EXPECT_EQ(stats.rules[0].rule, "quantity/count");
  EXPECT_EQ(stats.rules[0].decided(), 8);
  EXPECT_EQ(stats.rules[0].accepted, 4);
  EXPECT_EQ(stats.rules[0].rejected, 3);
  EXPECT_EQ(stats.rules[0].reasons.at("value"), 2);
  EXPECT_EQ(stats.rules[0].reasons.at("edit: measure"), 1);
  ASSERT_EQ(stats.agreements.size(), 1U);
  EXPECT_EQ(stats.agreements[0].both, 4);
  EXPECT_EQ(stats.agreements[0].same, 2);
  // Agreed 2 of 4; by chance accept 2*2, edit 1*0, reject 1*2 of 16.
  EXPECT_DOUBLE_EQ(stats.agreements[0].kappa, (0.5 - 6.0 / 16) / (1 - 6.0 / 16));
}

TEST(Fields, AreSetCheckedAndTakenAway) {
  Fact fact;
  EXPECT_EQ(set_field(fact, "value", "-1200.50"), "");
  EXPECT_EQ(fact.quantity.value, "-1200.50");
  for (const char* wrong : {"1,200", "1.", ".5", "-", "1e3", "1.2.3", "12 ", "007", "-00.5"})
    EXPECT_NE(set_field(fact, "value", wrong), "") << wrong;
  EXPECT_EQ(fact.quantity.value, "-1200.50");
  EXPECT_EQ(set_field(fact, "value", ""), "");
  EXPECT_FALSE(fact.quantity.value);
  EXPECT_EQ(set_field(fact, "period.start", "2025-02-28"), "");
  EXPECT_NE(set_field(fact, "period.end", "2025-02-30"), "");
  EXPECT_EQ(set_field(fact, "period.start", ""), "");
  EXPECT_FALSE(fact.period);
  EXPECT_NE(set_field(fact, "kind", "moneyy"), "");
  EXPECT_NE(set_field(fact, "nothing", "x"), "");
  EXPECT_EQ(set_field(fact, "approx", "yes"), "");
  EXPECT_TRUE(fact.quantity.approx);
  EXPECT_EQ(set_field(fact, "unit.code", "CNY"), "");
  EXPECT_EQ(set_field(fact, "measure", "sales"), "");
  EXPECT_EQ(fields_of(fact).at("measure"), "sales");
  EXPECT_EQ(fields_of(fact).at("unit.code"), "CNY");
  EXPECT_EQ(set_field(fact, "unit.code", ""), "");
  EXPECT_FALSE(fact.quantity.unit);
}

TEST(Verdicts, LinksToFactsThatAreGoneGoWithThem) {
  DocumentResult document;
  document.text = "1 and 2";
  for (const char* id : {"f1", "f2"}) {
    Fact fact;
    fact.id = id;
    document.facts.push_back(fact);
  }
  document.facts[1].links = {{"delta_of", "f1"}};
  Ledger none;
  apply_verdicts(document, "a.txt", none, false);
  EXPECT_EQ(document.facts[1].links.size(), 1U);
  Ledger ledger;
  ledger.apply(decision("anna", "anna-1", Action::kReject));
  apply_verdicts(document, "a.txt", ledger, false);
  ASSERT_EQ(document.facts.size(), 1U);
  EXPECT_TRUE(document.facts[0].links.empty());
}

// A store of two articles.
class ReviewStore : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "figmine-review-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    out_ = folder_ / "out";
    Result<Store> store = Store::open(out_);
    ASSERT_TRUE(store.ok());
    const std::vector<std::pair<std::string, std::string>> articles = {
        {"a.txt", "Sales rose 12 percent to $3 million in 2025, the company said. It has five brands.\n"},
        {"b.txt", "Costs fell 4 percent in 2024 from 2023.\n"}};
    std::size_t at = 0;
    const std::atomic<bool> stop = false;
    const auto next = [&]() -> std::optional<FeedItem> {
      if (at == articles.size()) return std::nullopt;
      FeedItem item;
      item.article.name = item.article.source = articles[at].first;
      item.article.bytes = articles[at++].second;
      return item;
    };
    ASSERT_TRUE(run_batch(store.value(), engine_, {}, next, {}, stop).stopped.empty());
    ASSERT_TRUE(combine(store.value(), {}).ok());
  }
  void TearDown() override { fs::remove_all(folder_); }

  ReviewService service(const std::string& reviewer = "anna") {
    Result<ReviewService> opened = ReviewService::open(out_, engine_, {reviewer, "secret"});
    EXPECT_TRUE(opened.ok());
    return std::move(opened).value();
  }
  static HttpResponse ask(ReviewService& service, const std::string& path, HttpFields query = {}) {
    return service.handle({"GET", path, std::move(query), {{"x-figmine-token", "secret"}}, ""});
  }
  static HttpResponse tell(ReviewService& service, const std::string& path, const std::string& body,
                           HttpFields query = {}) {
    return service.handle({"POST", path, std::move(query), {{"X-Figmine-Token", "secret"}}, body});
  }
  DocumentResult record(const std::string& name) {
    return from_json(read_whole(out_ / (name + ".json")).value()).value();
  }
  std::string fact_id_of(const std::string& name, const std::string& quantity) {
    for (const Fact& fact : record(name).facts) {
      if (fact.quantity.text == quantity) return fact.id;
    }
    ADD_FAILURE() << "no fact " << quantity;
    return {};
  }
  Ledger ledger() {
    Ledger ledger;
    const Result<std::vector<Decision>> decisions = read_decisions(out_);
    for (const Decision& made : decisions.value()) ledger.apply(made);
    return ledger;
  }

  static inline const Engine engine_ = Engine::create({}).value();
  fs::path folder_, out_;
};

TEST_F(ReviewStore, DecisionsAreOnTheDiskWhenAnswered) {
  ReviewService review = service();
  const std::string id = fact_id_of("a.txt", "12 percent");
  const HttpResponse answer =
      tell(review, "/api/decide", R"({"article":"a.txt","fact":")" + id + R"(","action":"accept"})");
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, HasSubstr(R"("saved":"anna-)"));
  EXPECT_EQ(ledger().state_of({"a.txt", id}), ReviewState::kAccepted);
  EXPECT_EQ(tell(review, "/api/undo", "{}").status, 200);
  EXPECT_EQ(ledger().state_of({"a.txt", id}), ReviewState::kOpen);
  EXPECT_EQ(tell(review, "/api/undo", "{}").status, 409);
  EXPECT_EQ(tell(review, "/api/redo", "{}").status, 200);
  EXPECT_EQ(ledger().state_of({"a.txt", id}), ReviewState::kAccepted);
}

TEST_F(ReviewStore, WrongRequestsAreRefusedAndNothingIsLogged) {
  ReviewService review = service();
  const std::string id = fact_id_of("a.txt", "12 percent");
  const std::string fact = R"({"article":"a.txt","fact":")" + id + R"(",)";
  EXPECT_EQ(tell(review, "/api/decide", fact + R"("action":"edit","changes":{"value":"1,2"}})").status, 422);
  EXPECT_EQ(tell(review, "/api/decide", fact + R"("action":"praise"})").status, 422);
  EXPECT_EQ(tell(review, "/api/decide", R"({"article":"a.txt","fact":"nothing","action":"accept"})").status,
            404);
  EXPECT_EQ(tell(review, "/api/decide", R"({"article":"../a.txt","fact":"x","action":"accept"})").status,
            404);
  EXPECT_EQ(tell(review, "/api/decide", "[").status, 400);
  EXPECT_EQ(review.handle({"GET", "/api/summary", {}, {}, ""}).status, 403);
  EXPECT_EQ(review.handle({"GET", "/", {{"token", "secre"}}, {}, ""}).status, 403);
  EXPECT_EQ(ask(review, "/api/article", {{"name", "../../etc/passwd"}}).status, 404);
  EXPECT_TRUE(ledger().verdicts().empty());
}

TEST_F(ReviewStore, RowsAreFilteredSortedAndPaged) {
  const FactIndex index = FactIndex::read(out_, {}).value();
  ASSERT_GE(index.rows().size(), 3U);
  RowFilter percent;
  percent.equal[RowColumn::kKind] = "percent";
  EXPECT_EQ(index.find(percent, {}).size(), 2U);
  percent.words = "cOsTs";
  ASSERT_EQ(index.find(percent, {}).size(), 1U);
  EXPECT_EQ(index.text(index.rows()[index.find(percent, {})[0]], RowColumn::kArticle), "b.txt");
  const std::vector<std::uint32_t> up = index.find({}, {"measure", false});
  const std::vector<std::uint32_t> down = index.find({}, {"measure", true});
  EXPECT_EQ(index.text(index.rows()[up.front()], RowColumn::kMeasure),
            index.text(index.rows()[down.back()], RowColumn::kMeasure));
  ReviewService review = service();
  EXPECT_THAT(ask(review, "/api/rows", {{"offset", "1"}, {"limit", "1"}}).body,
              HasSubstr(R"("offset":1,"first_open":0,"rows":[{)"));
  EXPECT_THAT(ask(review, "/api/rows", {{"kind", "no such"}}).body, HasSubstr(R"("total":0)"));
}

TEST(Search, NamesColumns) {
  EXPECT_THAT(search_terms("net sales  subject:acme corp period: 2025 no:column"),
              ElementsAre(SearchTerm{std::nullopt, "net sales"}, SearchTerm{RowColumn::kSubject, "acme corp"},
                          SearchTerm{RowColumn::kPeriod, "2025 no:column"}));
  EXPECT_TRUE(search_terms("measure: ").empty());
}

TEST_F(ReviewStore, EveryTermOfASearchHolds) {
  ReviewService review = service();
  const auto found = [&](const char* words) {
    const std::string body = ask(review, "/api/rows", {{"words", words}}).body;
    return body.substr(0, body.find(','));
  };
  EXPECT_EQ(found("measure:SALES"), R"({"total":2)");
  EXPECT_EQ(found("measure:sales period:2025"), R"({"total":2)");
  EXPECT_EQ(found("measure:sales period:2024"), R"({"total":0)");
  EXPECT_EQ(found("costs"), R"({"total":1)");
  EXPECT_EQ(found("subject:costs"), R"({"total":0)");
}

TEST_F(ReviewStore, AllThatTheFilterShowsAfterAPreview) {
  ReviewService review = service();
  const HttpFields percent = {{"kind", "percent"}};
  EXPECT_THAT(tell(review, "/api/decide-all", R"({"action":"accept","preview":true})", percent).body,
              HasSubstr(R"("open":2)"));
  EXPECT_TRUE(ledger().verdicts().empty());
  EXPECT_THAT(tell(review, "/api/decide-all", R"({"action":"accept"})", percent).body,
              HasSubstr(R"("count":2)"));
  EXPECT_EQ(ledger().verdicts().size(), 2U);
  tell(review, "/api/undo", "{}");
  EXPECT_TRUE(ledger().verdicts().empty());
}

TEST_F(ReviewStore, VerdictsChangeTheRecord) {
  ReviewService review = service();
  const auto fact = [&](const char* quantity) {
    return R"({"article":"a.txt","fact":")" + fact_id_of("a.txt", quantity) + R"(",)";
  };
  tell(review, "/api/decide",
       fact("12 percent") + R"("action":"edit","changes":{"value":"13","measure":"net sales"}})");
  tell(review, "/api/decide", fact("$3 million") + R"("action":"reject","reason":"value"})");
  const std::string text = record("a.txt").text;
  const std::size_t at = text.find("company");
  const std::string span = "[" + std::to_string(at) + "," + std::to_string(at + 7) + "]";
  const HttpResponse added = tell(review, "/api/decide",
                                  R"({"article":"a.txt","action":"add","span":)" + span +
                                      R"(,"changes":{"value":"1","measure":"companies"}})");
  ASSERT_EQ(added.status, 200) << added.body;
  EXPECT_EQ(tell(review, "/api/decide", R"({"article":"a.txt","action":"add","span":[5,99999]})").status,
            422);

  DocumentResult left = record("a.txt");
  const std::size_t before = left.facts.size();
  apply_verdicts(left, "a.txt", ledger(), false);
  EXPECT_EQ(left.facts.size(), before);
  EXPECT_EQ(left.facts[0].quantity.value, "13");
  EXPECT_EQ(left.facts[0].measure->text, "net sales");
  EXPECT_EQ(left.facts[1].quantity.text, "company");
  EXPECT_EQ(left.facts[1].id, fact_id(left.document.sha256, left.facts[1].quantity.span));
  DocumentResult accepted = record("a.txt");
  apply_verdicts(accepted, "a.txt", ledger(), true);
  EXPECT_EQ(accepted.facts.size(), 2U);
  EXPECT_FALSE(accepted.facts[0].quantity.si);
  JsonOptions options;
  options.text = true;
  EXPECT_TRUE(from_json(to_json(accepted, options)).ok());
  EXPECT_THAT(ask(review, "/api/rows", {{"state", "added"}}).body, HasSubstr("companies"));
}

TEST(Gold, QuotationsAreFoundAgain) {
  const std::string text = "Of 5 plants, 5 closed;\n\t5 of 5 “new” ones too. By 5 plants, 6 stay, 5 shut; 5";
  const Squeezed within = squeezed(text);
  GoldArticle article;
  std::vector<Span> spans;
  for (std::size_t at = text.find('5'); at != std::string::npos; at = text.find('5', at + 1)) {
    spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)});
    const std::optional<Quotation> where = quotation(within, spans.back());
    ASSERT_TRUE(where) << at;
    GoldFact fact;
    fact.quote = where->quote;
    fact.near = where->near;
    article.facts.push_back(fact);
  }
  ASSERT_TRUE(locate(article, text, "x").empty());
  for (std::size_t i = 0; i < spans.size(); ++i) EXPECT_EQ(article.facts[i].span, spans[i]);
  EXPECT_FALSE(quotation(squeezed("a \n b"), {1, 3}));
  EXPECT_EQ(quotation(squeezed("12 12"), {0, 2})->near, "12 1");
  EXPECT_FALSE(quotation(squeezed("of 5, 5 shut; of 5, 5 left"), {3, 4}));  // "of 5, " is there twice
}

TEST(Gold, IdsAreSafeFileNames) {
  EXPECT_EQ(gold_id("wire/2025/a b.html"), "wire-2025-a-b");
  EXPECT_EQ(gold_id("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(gold_id(".hidden.txt"), "hidden");
  EXPECT_EQ(gold_id("新闻.txt"), "article");
  EXPECT_EQ(gold_id("--force"), "force");
  EXPECT_EQ(gold_id(std::string(500, 'x')).size(), 120U);
}

TEST_F(ReviewStore, DecidedArticlesBecomeGold) {
  const fs::path set = folder_ / "corpus" / "reviewed";
  {
    ReviewService review = service();
    tell(review, "/api/decide-all", R"({"action":"accept"})", {{"article", "a.txt"}});
  }
  GoldRun run = write_gold(out_, set, false).value();
  ASSERT_EQ(run.written.size(), 1U);
  EXPECT_EQ(run.untouched, 1U);
  EXPECT_EQ(read_whole(set / "a.txt").value(), record("a.txt").text);
  GoldArticle gold = read_gold((set / "a.gold.json").string()).value();
  EXPECT_EQ(gold.id, "a");
  ASSERT_TRUE(locate(gold, record("a.txt").text, "a").empty());
  EXPECT_EQ(score_article(gold, record("a.txt")).differences, std::vector<std::string>());
  EXPECT_EQ(score_article(gold, record("a.txt")).whole, run.written[0].facts);

  // Another's rejection is a conflict; an article in conflict is told, and its files stay.
  ASSERT_TRUE(write_whole(set / "a.txt", "mine").empty());
  EXPECT_EQ(write_gold(out_, set, false).value().problems.size(), 1U);
  EXPECT_EQ(read_whole(set / "a.txt").value(), "mine");
  EXPECT_EQ(write_gold(out_, set, true).value().written.size(), 1U);
  EXPECT_EQ(read_whole(set / "a.txt").value(), record("a.txt").text);
  const std::string id = fact_id_of("a.txt", "12 percent");
  {
    ReviewService review = service("ben");
    tell(review, "/api/decide", R"({"article":"a.txt","fact":")" + id + R"(","action":"reject"})");
  }
  run = write_gold(out_, set, true).value();
  EXPECT_TRUE(run.written.empty());
  ASSERT_EQ(run.unfinished.size(), 1U);
  EXPECT_EQ(run.unfinished[0].conflicts, 1U);
}

TEST_F(ReviewStore, AFactThatChangedSinceIsTold) {
  const std::string id = fact_id_of("b.txt", "4 percent");
  {
    ReviewService review = service();
    tell(review, "/api/decide", R"({"article":"b.txt","fact":")" + id + R"(","action":"accept"})");
  }
  EXPECT_FALSE(FactIndex::read(out_, ledger()).value().row_of({"b.txt", id})->changed);
  std::string facts = read_whole(out_ / "facts.jsonl").value();
  const std::size_t value = facts.find(R"("value":4)");
  ASSERT_NE(value, std::string::npos);
  ASSERT_TRUE(write_whole(out_ / "facts.jsonl", facts.replace(value, 9, R"("value":5)")).empty());
  const FactIndex index = FactIndex::read(out_, ledger()).value();
  EXPECT_TRUE(index.row_of({"b.txt", id})->changed);
  EXPECT_EQ(index.row_of({"b.txt", id})->state, ReviewState::kAccepted);
}

TEST_F(ReviewStore, ALogIsHeldByOneAndABrokenLineIsTold) {
  const ReviewService review = service("anna");
  EXPECT_FALSE(ReviewService::open(out_, engine_, {"anna", "t"}).ok());
  EXPECT_TRUE(ReviewService::open(out_, engine_, {"ben", "t"}).ok());
  for (const char* name : {"", "../x", "a/b", ".hidden"})
    EXPECT_FALSE(DecisionLog::open(out_, name).ok()) << name;
  std::ofstream(out_ / "review" / "carl.jsonl")
      << "{\"id\":\nnonsense\n"
      << to_line(decision("carl", "carl-1", Action::kAccept)) << "\n";
  const Result<std::vector<Decision>> read = read_decisions(out_);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.errors().front().line, 1);
}

TEST_F(ReviewStore, WhatIsTypedOrMarkedIsRead) {
  ReviewService review = service();
  EXPECT_THAT(tell(review, "/api/parse", R"({"text":"1.2 trillion yuan"})").body,
              HasSubstr(R"("value":"1200000000000")"));
  EXPECT_THAT(tell(review, "/api/parse", R"({"article":"a.txt","span":[11,13]})").body,
              HasSubstr(R"("kind":"percent")"));
  EXPECT_EQ(tell(review, "/api/parse", R"({"article":"a.txt","span":[13,11]})").status, 422);
  EXPECT_THAT(tell(review, "/api/check", R"({"field":"value","value":"x"})").body, HasSubstr("no decimal"));
  const std::string id = fact_id_of("a.txt", "12 percent");
  EXPECT_THAT(ask(review, "/api/explain", {{"article", "a.txt"}, {"fact", id}}).body, HasSubstr("quantity/"));
}

// ------------------------------------------------------------------------------------------- in the terminal

TEST(Terminal, KeysAreReadFromWhatItSends) {
  using Kind = Key::Kind;
  EXPECT_THAT(keys_in("aU\r\t\x7f"),
              ElementsAre(Key{Kind::kText, "a"}, Key{Kind::kText, "U"}, Key{Kind::kEnter, ""},
                          Key{Kind::kTab, ""}, Key{Kind::kBackspace, ""}));
  EXPECT_THAT(keys_in("\x1b[A\x1bOB\x1b[15~\x01é"),
              ElementsAre(Key{Kind::kUp, ""}, Key{Kind::kDown, ""}, Key{Kind::kText, "é"}));
  EXPECT_THAT(keys_in("\x1b"), ElementsAre(Key{Kind::kEscape, ""}));
  EXPECT_THAT(keys_in("\xff"), ElementsAre(Key{Kind::kText, "\uFFFD"}));
  EXPECT_TRUE(keys_in("\x1b[1;2").empty());
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST_F(ReviewStore, TheViewMarksTheRolesOfAFact) {
  const DocumentResult document = record("a.txt");
  const Fact& fact = document.facts[0];
  ASSERT_EQ(fact.quantity.text, "12 percent");
  const std::string plain = joined_lines(article_view(document, fact, {100, 5}, false));
  EXPECT_THAT(plain, HasSubstr("[measure: Sales] rose [value: 12] [unit: percent] to $3 million"));
  EXPECT_THAT(joined_lines(article_view(document, fact, {100, 5}, true)),
              HasSubstr("\x1b[1;36mSales\x1b[0m"));
  for (const std::size_t columns : {1U, 7U, 40U}) {
    const std::vector<std::string> lines = article_view(document, fact, {columns, 4}, false);
    EXPECT_LE(lines.size(), 4U);
    for (const std::string& line : lines) EXPECT_LE(width_of(line), columns) << line;
  }
}

TEST(ArticleView, NothingOfAnArticleSteersTheTerminal) {
  DocumentResult document;
  document.text = "Costs \x1b]0;title\a fell \x1b[2J4%\r\x9b in 2024";
  Fact fact;
  const std::size_t at = document.text.find("4%");
  fact.quantity.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 2)};
  for (const std::string& line : article_view(document, fact, {60, 5}, false)) {
    for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), ' ') << line;
  }
}

class InTerminal : public ReviewStore {
 protected:
  void SetUp() override {
    ReviewStore::SetUp();
    open("anna");
  }
  void open(const std::string& reviewer) {
    face_.reset();
    review_.reset();
    Result<std::unique_ptr<Review>> opened = Review::open(out_, engine_, reviewer);
    ASSERT_TRUE(opened.ok());
    review_ = std::move(opened).value();
    face_.emplace(*review_, false);
  }
  void press(std::string_view keys) {
    for (const Key& key : keys_in(keys)) face_->press(key);
  }
  std::string screen() { return joined_lines(face_->screen({100, 30})); }
  ReviewState state(const std::string& quantity) {
    return ledger().state_of({"a.txt", fact_id_of("a.txt", quantity)});
  }
  std::unique_ptr<Review> review_;
  std::optional<TerminalReview> face_;
};

TEST_F(InTerminal, OneKeyDecidesAndGoesOn) {
  EXPECT_THAT(screen(), HasSubstr("anna · 1 of 4 · 4 open"));
  press("\r");
  EXPECT_EQ(state("12 percent"), ReviewState::kAccepted);
  EXPECT_THAT(screen(), HasSubstr("2 of 4"));
  press("x");
  EXPECT_THAT(screen(), HasSubstr("2 value"));
  press("2");
  EXPECT_EQ(state("$3 million"), ReviewState::kRejected);
  press("u");
  EXPECT_EQ(state("$3 million"), ReviewState::kOpen);
  press("U");
  EXPECT_EQ(state("$3 million"), ReviewState::kRejected);
  press("xz");
  EXPECT_THAT(screen(), HasSubstr("not rejected"));
  EXPECT_FALSE(face_->done());
  press("q");
  EXPECT_TRUE(face_->done());
}

TEST_F(InTerminal, BeginsAtTheFirstOpenFact) {
  press("\r\r");
  open("anna");
  EXPECT_THAT(screen(), HasSubstr("3 of 4"));
}

TEST_F(InTerminal, FieldsAreEditedAndChecked) {
  press("evalue=x\r");
  EXPECT_THAT(screen(), HasSubstr("no decimal"));
  press("\x7f\x7f\x7f\x7f\x7f\x7f\x7fval\t");
  EXPECT_THAT(screen(), HasSubstr("edit> value=12"));
  press("5\r");
  EXPECT_THAT(screen(), HasSubstr("value=125   (found: 12)"));
  press("\r");
  EXPECT_EQ(state("12 percent"), ReviewState::kEdited);
  press("k");
  EXPECT_THAT(screen(), HasSubstr("anna: edit · value 12 → 125"));
  press("e\x1b");
  EXPECT_EQ(ledger().state_of({"a.txt", fact_id_of("a.txt", "12 percent")}), ReviewState::kEdited);
}

TEST_F(InTerminal, AFilterIsAcceptedAfterItsCount) {
  press("/costs\r");
  EXPECT_THAT(screen(), HasSubstr("1 of 1"));
  press("An");
  EXPECT_THAT(screen(), HasSubstr("nothing is decided"));
  press("Ay");
  EXPECT_THAT(screen(), HasSubstr("1 facts accepted"));
  press("/nothing like it\r");
  EXPECT_THAT(screen(), HasSubstr("No fact passes"));
  press("\rxeuwcnpf");  // none of them has a fact to work on
  press("\x1b");
  EXPECT_EQ(state("12 percent"), ReviewState::kOpen);
}

TEST_F(InTerminal, NoScreenIsLargerThanTheTerminal) {
  for (const std::string_view keys : {"", "w", "q", "?", "q", "e", "\x1b", "x"}) {
    if (keys == "q") {
      press("z");  // back from the page
    } else {
      press(keys);
    }
    for (const ViewSize size : {ViewSize{100, 30}, ViewSize{20, 8}, ViewSize{1, 1}, ViewSize{5, 2}}) {
      const std::vector<std::string> lines = face_->screen(size);
      EXPECT_LE(lines.size(), size.rows);
      for (const std::string& line : lines) EXPECT_LE(width_of(line), size.columns) << line;
    }
  }
}

}  // namespace
}  // namespace figmine
