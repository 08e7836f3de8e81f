// claim/: sentences as rows of chunks, and what figures measure, whom they are about, when, and how sure.
#include <gtest/gtest.h>

#include "claim/clauses.h"
#include "document/read.h"
#include "pipeline/stages.h"
#include "ruleset/load.h"
#include "support.h"

namespace figmine {
namespace {

// One sentence, read up to its chunks.
class Reading {
 public:
  explicit Reading(std::string text)
      : matcher_(program()),
        document_(read(std::move(text))),
        text_(segment(document_, *program(), matcher_.forms())) {
    const MatchContext context{document_.text, text_.tokens, std::nullopt};
    analyses_.push_back(matcher_.run(context, {text_.sentences[0].begin, text_.sentences[0].end}));
    const CurrencyContext currencies = read_currencies(analyses_, *program(), document_);
    const std::optional<FiscalYear> fiscal_year = read_fiscal_year(analyses_, *program(), std::nullopt);
    const UnitContext units = read_units(analyses_, *program());
    const ResolveContext resolving{*program(), matcher_.forms(), document_,   text_, currencies,
                                   units,      fiscal_year,      std::nullopt};
    resolved_.push_back(resolve(analyses_[0], resolving));
  }

  [[nodiscard]] std::string subject_of(std::string_view verb) const {
    const ClaimInput input{*program(), matcher_.forms(), document_,   text_,
                           analyses_,  resolved_,        std::nullopt};
    const Looker look(input);
    const Clauses clauses(look, analyses_[0], resolved_[0]);
    for (std::size_t i = 0; i < clauses.chunks().size(); ++i) {
      if (clauses[i].part != Part::kVerb || look.text_of(clauses[i].range) != verb) continue;
      const std::size_t subject = clauses.subject_of(i);
      return subject == Clauses::kNoChunk ? "" : look.text_of(clauses.chain_ending(subject));
    }
    return "no such verb";
  }

 private:
  static std::shared_ptr<const Program> program() {
    static const std::shared_ptr<const Program> made = load_program(shipped_rules(), "en").value().program;
    return made;
  }
  static Document read(std::string text) {
    Document document;
    document.text = std::move(text);
    read_plain_text(document);
    return document;
  }

  mutable Matcher matcher_;
  Document document_;
  Text text_;
  std::vector<Analysis> analyses_;
  std::vector<Resolved> resolved_;
};

struct Clause {
  const char* text;
  const char* verb;
  const char* subject;
};

class VerbSubjects : public testing::TestWithParam<Clause> {};

TEST_P(VerbSubjects, StandLeftOfTheirVerb) {
  EXPECT_EQ(Reading(GetParam().text).subject_of(GetParam().verb), GetParam().subject);
}

INSTANTIATE_TEST_SUITE_P(
    Clauses, VerbSubjects,
    testing::Values(
        Clause{"Shipments of smart glasses exceeded 2 million units.", "exceeded",
               "Shipments of smart glasses"},
        Clause{"Shares of Acme, which makes pumps, closed at $12.40.", "closed", "Shares of Acme"},
        Clause{"Revenue for the second quarter of 2023 was $5 million.", "was", "Revenue"},
        Clause{"Sales rose 5% and fell 3% in May.", "fell", "Sales"},
        Clause{"Orders grew 4%, reaching $9 million.", "reaching", "Orders"},
        Clause{"Debt fell 4%, with net revenue rising 3% to $9 million.", "rising", "net revenue"},
        Clause{"Net cash used in repairs climbed to $3 million.", "climbed", "Net cash used in repairs"},
        Clause{"Gross ticket revenue (GTR) from cinemas climbed 4%.", "climbed",
               "Gross ticket revenue (GTR) from cinemas"},
        Clause{"Core prices, which leave out energy, food and tobacco, rose 3%.", "rose", "Core prices"},
        Clause{"The core of the industry, he said, has grown 4%.", "has grown", "The core of the industry"},
        Clause{"It runs two units, the sales of which rose to $4 million.", "rose", "the sales"},
        Clause{"Cash, bank deposits, and listed bonds totalled $4 million.", "totalled",
               "Cash, bank deposits, and listed bonds"},
        Clause{"Throughput across nine terminals rose 7%.", "rose", "Throughput"},
        Clause{"Exports in May of grain totalled $3 million.", "totalled", "Exports in May of grain"},
        Clause{"Profit before tax fell 4%.", "fell", "Profit before tax"}));

const Fact& fact(const DocumentResult& result, std::string_view quote) {
  if (const Fact* found = fact_at(result, quote); found != nullptr) return *found;
  static const Fact kNone;
  ADD_FAILURE() << "no fact " << quote;
  return kNone;
}

std::string measure_of(std::string_view text, std::string_view quote) {
  const DocumentResult result = facts_of(text);
  const Fact& found = fact(result, quote);
  return found.measure ? found.measure->text : "";
}

TEST(Drafts, KnowTheClaimBeforeThem) {
  struct Given {
    std::size_t sentence;
    bool claim;
    std::size_t before;  // SIZE_MAX: none
  };
  const std::vector<Given> given = {{0, false, SIZE_MAX}, {0, true, SIZE_MAX},  {0, false, 1},
                                    {0, true, 1},         {2, false, SIZE_MAX}, {2, true, SIZE_MAX},
                                    {2, true, 5},         {3, true, SIZE_MAX}};
  std::vector<Fact> facts(given.size());
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < given.size(); ++i) {
    facts[i].claim = given[i].claim;
    drafts.push_back(Draft{.sentence = given[i].sentence, .fact = facts[i]});
  }
  const ClaimBefore before(drafts);
  for (std::size_t i = 0; i < given.size(); ++i)
    EXPECT_EQ(before.of(i), given[i].before == SIZE_MAX ? nullptr : &drafts[given[i].before]) << i;
}

TEST(Measures, AreNamedByTheWordsAroundTheFigure) {
  EXPECT_EQ(measure_of("The company booked revenue of $5 million.", "$5 million"), "revenue");
  EXPECT_EQ(measure_of("Free cash flow was $33 million for a margin of 20%.", "$33 million"),
            "Free cash flow");
  EXPECT_EQ(measure_of("It earned a 15% net margin.", "15%"), "net margin");
  EXPECT_EQ(measure_of("A rise in net sales of 5% was seen.", "5%"), "net sales");
  EXPECT_EQ(measure_of("The firm holds $1.6 billion in liquid assets.", "$1.6 billion"), "liquid assets");
  EXPECT_EQ(measure_of("The fertility rate fell to 1.38 children per woman.", "1.38 children"),
            "fertility rate");
  EXPECT_EQ(measure_of("The Cordia World Index rose 0.4%.", "0.4%"), "Cordia World Index");
}

TEST(Measures, OfWhatSomebodyDoesAreTheVerb) {
  EXPECT_EQ(measure_of("The Halvorsen family gave $40 million.", "$40 million"), "gave");
  EXPECT_EQ(measure_of("The clubs spent €742m on players.", "€742m"), "spent");
  EXPECT_EQ(measure_of("Chinese yards took 68% of new ship orders.", "68%"), "new ship orders");
  EXPECT_EQ(measure_of("A dividend of €5m was paid.", "€5m"), "dividend");
  EXPECT_EQ(measure_of("Tavora raised a handsome $7.3 million.", "$7.3 million"), "raised");
  EXPECT_EQ(measure_of("The club aims to gather a total of €2 million.", "€2 million"), "gather");
  EXPECT_EQ(measure_of("It began its sale, nearing $2.3 million raised, in May.", "$2.3 million"), "raised");
  EXPECT_EQ(measure_of("The Tavora series passed 200,000 units sold.", "200,000 units"), "units sold");
}

TEST(Measures, AreWholePhrases) {
  EXPECT_EQ(measure_of("It bought barley at an average price of €61.80.", "€61.80"), "average price");
  EXPECT_EQ(measure_of("Spending surpassed the previous monthly high of $328m.", "$328m"), "Spending");
  EXPECT_EQ(measure_of("Vessel productivity averaged 31.6 moves per hour.", "31.6 moves"),
            "Vessel productivity");
  EXPECT_EQ(measure_of("The upper stage used 4% less propellant than planned.", "4%"), "propellant");
  EXPECT_EQ(measure_of("The ministry expects real growth of 1.6% this year.", "1.6%"), "growth");
  EXPECT_EQ(measure_of("The sale raised $3m, bringing net revenue to $9m.", "$9m"), "net revenue");
  EXPECT_EQ(measure_of("It has $250 million in cash, deposits and securities.", "$250 million"),
            "cash, deposits and securities");
  EXPECT_EQ(measure_of("It ended May with cash, deposits, and securities of $18 million.", "$18 million"),
            "cash, deposits, and securities");
  EXPECT_EQ(measure_of("The mill enjoys a strikingly low heating cost, with €415 per room.", "€415"),
            "low heating cost");
  EXPECT_EQ(measure_of("The seedling shows an 82% two-year survival rate.", "82%"), "survival rate");
}

TEST(Measures, StandInTheFiguresOwnClause) {
  EXPECT_EQ(measure_of("The sector grows with hotel revenues rising 7%.", "7%"), "hotel revenues");
  EXPECT_EQ(measure_of("Orders grew, with lending revenue rising 11% and deposit income up 10%.", "10%"),
            "deposit income");
  EXPECT_EQ(measure_of("It has raised its hashrate, which reflects computing power, to 7 EH/s.", "7 EH/s"),
            "hashrate");
  EXPECT_EQ(measure_of("Royalties fall once €90 million is passed.", "€90 million"), "Royalties");
  EXPECT_EQ(measure_of("Experts see a remarkable 180% growth in May.", "180%"), "growth");
  EXPECT_EQ(measure_of("The lender for owners closed 21 loans totaling $8 million.", "$8 million"), "loans");
  EXPECT_EQ(measure_of("The branch stayed a bright spot, logging 8% y/y revenue growth.", "8%"), "revenue");
  EXPECT_EQ(measure_of("Wages fell while R&D rose to $6 million from $1 million.", "$6 million"), "R&D");
  EXPECT_EQ(measure_of("A plan that offers eligible buyers up to $7,500.", "$7,500"), "offers");
  EXPECT_EQ(measure_of("At $1.3 million, travel expenses were down 23%.", "$1.3 million"), "travel expenses");
  EXPECT_EQ(measure_of("The firm noted €21M+ in new orders.", "€21M"), "new orders");
  EXPECT_EQ(measure_of("It accounts for $50 billion in yearly road repair costs.", "$50 billion"),
            "yearly road repair costs");
  EXPECT_NE(measure_of("Tavora nears $70,000 in May.", "$70,000"), "nears");
  EXPECT_EQ(measure_of("The main goal is to plant a million hedges.", "a million hedges"), "hedges");
  EXPECT_EQ(measure_of("The design is secure, with 65% of the tokens available in May.", "65%"),
            "available in May");
}

// The text's last token was once looked beyond.
TEST(Measures, GoOnBehindExamples) {
  const DocumentResult result =
      facts_of("The market for brands such as Kestrel, Tavora and Corvus reached $29 billion.");
  EXPECT_EQ(fact(result, "$29 billion").measure->text, "market for brands");
}

TEST(Measures, MayEndTheText) {
  for (const char* text : {"We sold 6 cars", "Northlake sold 412 turbines"})
    EXPECT_EQ(facts_of(text).facts.size(), 1U) << text;
}

TEST(Measures, SkipWordsThatNameNone) {
  EXPECT_EQ(measure_of("Revenue beat our estimates of $44 million.", "$44 million"), "Revenue");
  EXPECT_EQ(measure_of("Orders grew strongly. This represents an increase of 7%.", "7%"), "");
  EXPECT_EQ(measure_of("Orders reached 50 tonnes. This represents an increase of 7%.", "7%"), "Orders");
}

TEST(Measures, OfSharesAreWhatThePartDoes) {
  const DocumentResult result = facts_of("In a survey, 68% of small business owners expect growth.");
  EXPECT_EQ(fact(result, "68%").measure->text, "expect growth");
  EXPECT_EQ(fact(result, "68%").share_of->text, "small business owners");
  EXPECT_EQ(fact(result, "68%").subject->text, "small business owners");
}

TEST(Measures, OfFiguresPairedWithTheSentenceBefore) {
  const DocumentResult result = facts_of(
      "Acme reported revenue and profit of $50 million and $8 million, respectively. This compares to their "
      "forecasts of "
      "$44 million and $6 million, respectively.");
  EXPECT_EQ(fact(result, "$44 million").measure->text, "revenue");
  EXPECT_EQ(fact(result, "$6 million").measure->text, "profit");
  const DocumentResult rows = facts_of(
      "Acme reported revenue and EPS of $50 million and ($0.31), respectively. This compares to "
      "our/consensus "
      "forecasts of $44 million/$45 million and ($0.58)/($0.27), respectively.");
  EXPECT_EQ(fact(rows, "$45 million").measure->text, "revenue");
  EXPECT_EQ(fact(rows, "($0.27)").measure->text, "EPS");
}

TEST(Subjects, AreOwnersNamesAndTheArticlesOwn) {
  const DocumentResult result = facts_of(
      "Tavora Mills Inc. doubles output\n\nPARIS, March 3, 2026 -- Tavora Mills Inc. (NASDAQ: TVM) said "
      "today that its output "
      "grew.\n\nThe company employs 350 people. Canadian sales rose 4%. Kestrel Foods' revenue fell 2%. "
      "Exports from Chile "
      "reached $3 million.");
  EXPECT_EQ(fact(result, "350 people").subject->name, "Tavora Mills Inc");
  EXPECT_EQ(fact(result, "4%").subject->name, "Tavora Mills Inc");
  EXPECT_EQ(fact(result, "2%").subject->text, "Kestrel Foods");
  EXPECT_EQ(fact(result, "$3 million").subject->text, "Chile");
}

TEST(Subjects, OfWhoseAreWhatStandsBefore) {
  const DocumentResult result = facts_of("Investors follow Kestrel Foods, whose stock has risen 5%.");
  EXPECT_EQ(fact(result, "5%").subject->name, "Kestrel Foods");
}

TEST(Entities, KeepTheNamesThatAreShortForShortNames) {
  const DocumentResult result = facts_of(
      "In May Marlow sold 5 pumps. Marlow Digital sold 6.\n\nMarlow Digital Assets Corp. said sales rose 7%. "
      "It was a good year for Marlow.");
  ASSERT_EQ(result.entities.size(), 1U);
  EXPECT_EQ(result.entities[0].name, "Marlow Digital Assets Corp");
  EXPECT_EQ(result.entities[0].mentions.size(), 4U);
}

TEST(Entities, AreOneHoweverTheyAreWritten) {
  const DocumentResult result = facts_of(
      "Orvane Works Corp sells pumps. Orvane Works Corporation grew. The Securities and Exchange "
      "Commission met Lena Q. Fors. Lena Fors left.");
  ASSERT_EQ(result.entities.size(), 3U);
  EXPECT_EQ(result.entities[0].name, "Orvane Works Corp");
  EXPECT_EQ(result.entities[1].name, "Securities and Exchange Commission");
  EXPECT_EQ(result.entities[2].name, "Lena Q. Fors");
  EXPECT_EQ(result.entities[2].type, "person");
}

TEST(Entities, AreTwoByTheirInitials) {
  const DocumentResult result = facts_of("Lena Q. Fors sold 5 pumps. Lena R. Fors sold 7 pumps.");
  ASSERT_EQ(result.entities.size(), 2U);
  EXPECT_EQ(result.entities[0].name, "Lena Q. Fors");
  EXPECT_EQ(result.entities[1].name, "Lena R. Fors");
}

TEST(Entities, AreNoFirmsByAStatesLetters) {
  const DocumentResult result = facts_of("Orvane opened a plant in Las Vegas, NV, in May.");
  for (const Entity& entity : result.entities) EXPECT_NE(entity.type, "organization") << entity.name;
}

TEST(Entities, KeepWhatIsSaidAsideApartFromTheFirm) {
  const DocumentResult result = facts_of(
      "Vexa sells more pumps\n\nIn May Vexa sold 5 pumps. Vexa makes them. Vexa sold 6 of the Vexa Signature "
      "Series. The Tolvik Board met. Tolvik sold 7, and Tolvik is a partner of Vexa.");
  std::vector<std::string> names;
  for (const Entity& entity : result.entities) names.push_back(entity.name);
  EXPECT_TRUE(std::find(names.begin(), names.end(), "Vexa") != names.end());
  EXPECT_TRUE(std::find(names.begin(), names.end(), "Tolvik") != names.end());
}

TEST(Subjects, OfAnOfficesFiguresAreItsRegion) {
  const DocumentResult result = facts_of(
      "Births in Ravenia fall again\n\nORLAVA, 20 August 2026 - The number of births in Ravenia fell to "
      "197,438 "
      "in 2025, the National Statistical Office (NSO) reported.\n\nThe NSO counts them. The NSO publishes "
      "them.\n\nThe total fertility rate slid to 1.38.");
  EXPECT_EQ(fact(result, "1.38").subject->name, "Ravenia");
}

TEST(Subjects, AreARegionAndNotTheCountryItLiesIn) {
  const DocumentResult result = facts_of(
      "China's Jianghai sees foreign trade up in H1\n\nHAILIN -- Foreign trade of east China's Jianghai "
      "Province expanded 7.4 percent in the first half, local customs authorities said.\n\nExports grew 9.1 "
      "percent from a year earlier, Jianghai Customs said. Jianghai is on the coast. It trades with many.");
  EXPECT_EQ(fact(result, "9.1 percent").subject->name, "Jianghai");
}

TEST(Subjects, OfSharesArePeopleButNoThings) {
  const DocumentResult result = facts_of(
      "Skaldair Inc. carries more\n\nOSLO, March 3, 2026 -- Skaldair Inc. (OSE: SKA) reported its traffic "
      "today.\n\nPunctuality suffered: 79.4% of flights left on time. Of all, 61% of customers fly twice. "
      "For the "
      "full year, it expects revenue of $5 million.");
  EXPECT_EQ(fact(result, "79.4%").subject->name, "Skaldair Inc");
  EXPECT_EQ(fact(result, "61%").subject->name, "customers");
  EXPECT_EQ(fact(result, "$5 million").subject->name, "Skaldair Inc");
}

TEST(Subjects, OfATextThatEndsWithItsMeasure) { EXPECT_EQ(measure_of("1 adult", "1 adult"), "adult"); }

TEST(Subjects, AreWhatHasTheMeasureButNoTitledSpeaker) {
  const DocumentResult result = facts_of(
      "Output rises\n\nLin Aoyama, vice minister of energy, made the remarks on Monday. Lin spoke of more. "
      "Lin said sales of AI glasses rose 5%.\n\nA regional clean power fund with a total size of 60 billion "
      "yuan was launched, Lin said.");
  EXPECT_FALSE(fact(result, "5%").subject);
  EXPECT_EQ(fact(result, "5%").measure->text, "sales of AI glasses");
  EXPECT_EQ(fact(result, "60 billion yuan").subject->text, "regional clean power fund");
}

TEST(Periods, KeepABracketsTimeToItsFigure) {
  const DocumentResult result =
      facts_of("Half-year results 2025\n\nIn the first half of 2025 revenue was £146.8m (H1 2024: £139.1m).",
               "2025-08-01");
  EXPECT_EQ(fact(result, "£146.8m").period->start, "2025-01-01");
  EXPECT_EQ(fact(result, "£139.1m").period->start, "2024-01-01");
  EXPECT_EQ(fact(result, "£139.1m").change->role, "from");
}

TEST(Periods, AreNotCarriedToWhatHoldsNow) {
  const DocumentResult result = facts_of(
      "In the third quarter of 2025, Acme sold 300 cars.\n\nAcme delivered 250 vans. It runs 83 workshops "
      "and has opened 12 shops.",
      "2025-11-01");
  EXPECT_EQ(fact(result, "250 vans").period->start, "2025-07-01");
  EXPECT_FALSE(fact(result, "83 workshops").period.has_value());
  EXPECT_FALSE(fact(result, "12 shops").period.has_value());
}

TEST(Periods, OfTheArticlesOwnSizeFollowItsLead) {
  const DocumentResult result = facts_of(
      "Acme reports third quarter 2025 results\n\nIn the third quarter of 2025 sales were $5 million. For "
      "the "
      "full year, Acme expects sales of $21 million, compared to its prior outlook of $20 million.",
      "2025-11-01");
  EXPECT_EQ(fact(result, "$21 million").period->start, "2025-01-01");
  EXPECT_EQ(fact(result, "$21 million").period->end, "2025-12-31");
  EXPECT_EQ(fact(result, "$20 million").period->end, "2025-12-31");
}

TEST(Periods, OfOldLevelsAreTheirsAlone) {
  const DocumentResult result = facts_of(
      "Sales for the third quarter of 2025 were $4.7 million, compared with $3.2 million, or $0.17 per "
      "share, "
      "in the third quarter of 2024, an increase of 19%.",
      "2025-11-01");
  EXPECT_EQ(fact(result, "$3.2 million").period->start, "2024-07-01");
  EXPECT_EQ(fact(result, "$0.17").period->start, "2024-07-01");
  EXPECT_EQ(fact(result, "19%").period->start, "2025-07-01");
}

TEST(Periods, OfMarketsAreTheOpeningsDay) {
  const DocumentResult result = facts_of(
      "LONDON, March 11 (Reuters) - World stocks rose on Wednesday.\n\nSpot silver shed 1.6 percent.",
      "2026-03-11");
  EXPECT_EQ(fact(result, "1.6 percent").period->start, "2026-03-11");
}

TEST(Periods, OfWhatIsHeldAreTheirEnd) {
  const DocumentResult result = facts_of("Cash was $5 million in the third quarter of 2025.", "2025-11-01");
  EXPECT_EQ(fact(result, "$5 million").period->start, "2025-09-30");
  EXPECT_EQ(fact(result, "$5 million").period->end, "2025-09-30");
}

TEST(Periods, AreNotOfWhatAnotherTimeDates) {
  const DocumentResult result = facts_of("Founded in 1921, the bank employs 610 people.");
  EXPECT_FALSE(fact(result, "610 people").period.has_value());
}

TEST(Periods, OfABranchThatIsToldOfAsAWhole) {
  const DocumentResult result = facts_of(
      "OSLO, Jan. 21, 2026 (Nordwire) -- Norway's battery industry continued to expand in 2025, with more "
      "than 300 "
      "related firms and its core sales expected to exceed $4 billion, an official said Wednesday.\n\nAt one "
      "smelter, "
      "the use of new sensors raised the yield to 97%. A fund with a total size of $6 billion was launched.");
  for (const char* figure : {"300 related firms", "$4 billion"}) {
    ASSERT_TRUE(fact(result, figure).period.has_value()) << figure;
    EXPECT_EQ(fact(result, figure).period->start, "2025-01-01") << figure;
  }
  EXPECT_EQ(fact(result, "300 related firms").subject->name, "Norway's battery industry");
  EXPECT_FALSE(fact(result, "97%").period.has_value());
  EXPECT_FALSE(fact(result, "$6 billion").period.has_value());
}

TEST(Periods, AreNoNumbersInNames) {
  const DocumentResult result =
      facts_of("It outpaced the Russell 2000 index, which rose 4.2%. It flew at 2000 to 2500 meters.");
  EXPECT_FALSE(fact(result, "4.2%").period.has_value());
  EXPECT_EQ(fact(result, "2000 to 2500 meters").quantity.low, "2000");
}

TEST(Periods, AreNotOfWhatCameAfterOrBefore) {
  const DocumentResult result = facts_of(
      "Acme\n\nAcme ran 5 shops before filing for bankruptcy in November 2024. It tells of its launch on May "
      "4, 2025, and "
      "a network of 50 dealers.",
      "2025-08-14");
  EXPECT_FALSE(fact(result, "5 shops").period.has_value());
  EXPECT_FALSE(fact(result, "50 dealers").period.has_value());
}

TEST(Periods, OfAccountsThatRunOtherwiseThanTheCalendarAreNotSure) {
  const DocumentResult result = facts_of(
      "Acme reports 3Q 2025\n\nAcme reported 3Q25 sales of $5 million, up from $4 million in 3Q24.\n\nNet "
      "loss for the "
      "quarter came to $2 million.",
      "2025-06-20");  // long after the end of March, so that April or May may end the quarter
  for (const char* figure : {"$5 million", "$4 million", "$2 million"})
    EXPECT_FALSE(fact(result, figure).period.has_value()) << figure;
}

TEST(Statuses, OfNounsReachOnlyTheirOwnFigure) {
  const DocumentResult result = facts_of(
      "Revenue of $18 million missed the consensus estimate of $19 million, showing growth from $17 "
      "million.");
  EXPECT_EQ(fact(result, "$19 million").status, "estimate");
  EXPECT_EQ(fact(result, "$17 million").status, "reported");
}

TEST(Statuses, OfWordsThatMayBeNounsAreTheVerbs) {
  const DocumentResult result = facts_of(
      "The Yuty project covers 5,000 hectares. Acme projects sales of $3 million. Starter Plan: a fee of $30 "
      "a "
      "month. Acme announced plans to build 40 homes. The plan is to hire 60 people.");
  EXPECT_EQ(fact(result, "5,000 hectares").status, "reported");
  EXPECT_EQ(fact(result, "$3 million").status, "forecast");
  EXPECT_EQ(fact(result, "$30").status, "reported");
  EXPECT_EQ(fact(result, "40 homes").status, "target");
  EXPECT_EQ(fact(result, "60 people").status, "target");
}

TEST(Statuses, OfAVerbReachItsSubject) {
  EXPECT_EQ(fact(facts_of("Two roundabouts will replace the lights."), "Two roundabouts").status, "forecast");
  EXPECT_EQ(fact(facts_of("A 1% market share could add $69 million."), "1%").status, "hypothetical");
  EXPECT_EQ(fact(facts_of("The IPO in May raised $3 million."), "$3 million").status, "reported");
}

TEST(Statuses, AreOfTheFiguresOwnClause) {
  const DocumentResult result = facts_of(
      "The May Index survey asked 800 firms. Acme was able to cut costs by 47%. Women are more likely to pay "
      "30%. We met "
      "18 foreign funds aiming at growth. Analysts expect $0.59, well above the $0.34 Acme booked a "
      "year ago. The "
      "firm has 14,000 shares authorized, 9,000 shares issued. An additional $2 million payment shall be "
      "paid.");
  for (const char* figure : {"800 firms", "47%", "30%", "18 foreign funds", "$0.34", "9,000 shares"})
    EXPECT_EQ(fact(result, figure).status, "reported") << figure;
  for (const char* figure : {"$0.59", "$2 million"})
    EXPECT_EQ(fact(result, figure).status, "forecast") << figure;
}

TEST(Sections, AboutAloneInItsLineOpensBoilerplate) {
  const DocumentResult result = facts_of(
      "Acme grows\n\nAcme sold 300 cars. It was a good year.\n\nAbout Acme Motors\n\nAcme runs 40 shops in "
      "12 countries.");
  EXPECT_EQ(fact(result, "40 shops").section, "boilerplate");
  const DocumentResult other =
      facts_of("Acme grows\n\nAbout 300 people came.\n\nAcme runs 40 shops in 12 countries.");
  EXPECT_EQ(fact(other, "40 shops").section, "body");
}

TEST(Speakers, GoOnOverQuotesAndSpeechButNotBehindAQuote) {
  const DocumentResult result = facts_of(
      "\"We sold 300 cars,\" said Ann Lee of Acme. The firm has 12 plants.\n\nCarl Ray said sales were $5 "
      "million. They had "
      "been $4 million.");
  EXPECT_EQ(fact(result, "300 cars").attribution->speaker, "Ann Lee");
  EXPECT_FALSE(fact(result, "12 plants").attribution.has_value());
  EXPECT_EQ(fact(result, "$4 million").attribution->speaker, "Carl Ray");
}

TEST(Tables, HeadsGivePeriodsAndChanges) {
  const DocumentResult result = facts_of(
      "Results\n\n\tH1 2025\tH1 "
      "2024\tChange\nRevenue\t£1,842m\t£1,709m\t+7.8%\nCosts\t£20m\t£19m\t(2.6)%\n\nIt was a good half "
      "for the group.",
      "2025-08-01");
  EXPECT_EQ(fact(result, "£1,709m").period->start, "2024-01-01");
  EXPECT_EQ(fact(result, "£1,842m").measure->text, "Revenue");
  EXPECT_EQ(fact(result, "+7.8%").change->role, "by");
  EXPECT_EQ(fact(result, "+7.8%").period->start, "2025-01-01");
}

TEST(Quantities, SignificantDigitsAreThoseOfTheFirstNumeral) {
  const DocumentResult result =
      facts_of("Halden pays $13,000–$15,000 for a 3.50-metre mast. Orvane sold 1,204 pumps.", "2025-05-15");
  EXPECT_EQ(fact(result, "$13,000–$15,000").quantity.significant_digits, 2);
  EXPECT_EQ(fact(result, "3.50-metre").quantity.significant_digits, 3);
  EXPECT_EQ(fact(result, "1,204 pumps").quantity.significant_digits, 4);
}

TEST(Tables, OfRowsThatRanTogetherAreTablesToo) {
  const DocumentResult result = facts_of(
      "Results\n\n(In thousands)\n\nThree months ended March 31, 2025 2024 Sales $ 436 $ 336 Costs of "
      "sales (77) 37 "
      "Average shares outstanding 14 15 Impairments 58 - 37",
      "2025-05-15");
  EXPECT_EQ(fact(result, "$ 336").period->start, "2024-01-01");
  EXPECT_EQ(fact(result, "$ 336").quantity.value, "336000");
  EXPECT_EQ(fact(result, "(77)").quantity.value, "-77000");
  EXPECT_EQ(fact(result, "(77)").quantity.kind, "money");
  EXPECT_EQ(fact(result, "14").quantity.kind, "number");
  EXPECT_EQ(fact_at(result, "58 - 37"), nullptr);
}

TEST(Tables, LengthsStandOverDaysOverYears) {
  const DocumentResult result = facts_of(
      "Results\n\n(In thousands, except share data)\n\nThree Months Ended Nine Months Ended September 30, "
      "September 30, "
      "2024 2023 2024 2023 Revenue $ 436 $ 336 $ 936 $ 836 Costs 77 37 177 137 Loss per common share (0.04) "
      "(0.03) (0.02) "
      "(0.01) Shares outstanding 1,400 1,500 1,600 1,700",
      "2024-11-12");
  EXPECT_EQ(fact(result, "$ 336").period->start, "2023-07-01");
  EXPECT_EQ(fact(result, "$ 936").period->start, "2024-01-01");
  EXPECT_EQ(fact(result, "$ 936").period->end, "2024-09-30");
  EXPECT_EQ(fact(result, "$ 936").quantity.value, "936000");
  EXPECT_EQ(fact(result, "(0.02)").quantity.value, "-0.02");
  EXPECT_EQ(fact(result, "1,600").quantity.value, "1600");
}

TEST(Tables, WithoutHeadsTellNoPeriod) {
  const DocumentResult result = facts_of(
      "Acme reports third-quarter results\n\nRevenue was $5 million in the third quarter of 2025.\n\nRevenue "
      "$ 436 $ 336 "
      "Costs 77 37 Income 14 15",
      "2025-11-15");
  EXPECT_FALSE(fact(result, "$ 436").period.has_value());
}

TEST(Periods, OfEditionsAndEventsLeadNothing) {
  const DocumentResult result = facts_of(
      "Acme opens the 2025 Harbour Festival\n\nThe festival is in May.\n\nTickets cost $12. "
      "Founded in 2024, "
      "the team raised $5 million.",
      "2025-06-02");
  EXPECT_FALSE(fact(result, "$12").period.has_value());
  EXPECT_FALSE(fact(result, "$5 million").period.has_value());
}

TEST(Respectively, PairsFiguresAndTimes) {
  const DocumentResult result = facts_of(
      "Revenue was $12.3 million and $10.1 million for the three months ended September 30, 2025 and 2024, "
      "respectively.",
      "2025-11-05");
  EXPECT_EQ(fact(result, "$12.3 million").period->start, "2025-07-01");
  EXPECT_EQ(fact(result, "$10.1 million").period->start, "2024-07-01");
  EXPECT_EQ(fact(result, "$10.1 million").period->end, "2024-09-30");
  const DocumentResult more =
      facts_of("Sales of $5 million, $7 million and $9 million were told in 2024 and 2025, respectively.",
               "2025-11-05");
  EXPECT_FALSE(fact(more, "$9 million").period && fact(more, "$9 million").period->start == "2025-01-01");
}

TEST(Measures, OfAnOldShareIsTheAnswers) {
  const DocumentResult result =
      facts_of("More than 60% of respondents plan to spend more on travel, up from 48% a year ago.");
  EXPECT_EQ(fact(result, "48%").measure->text, fact(result, "60%").measure->text);
}

TEST(Tables, HeadsOfTwoRowsAreJoined) {
  static const Engine engine = Engine::create({}).value();
  const auto periods = [](const std::string& above, const std::string& left, const std::string& right) {
    ExtractOptions options;
    options.input = Input::kHtml;
    options.published = "2025-11-05";
    const DocumentResult result =
        Extractor(engine)
            .extract(
                "<html lang=en><h1>Results of the group</h1><p>It was a good quarter for the group.</p>"
                "<table><thead><tr><th></th><th colspan=2>" +
                    above + "</th></tr><tr><th></th><th>" + left + "</th><th>" + right +
                    "</th></tr></thead><tbody><tr><td>Revenue</td><td>$12</td><td>$11</td></tr></tbody></"
                    "table>",
                options)
            .value();
    const auto text = [&](const char* quantity) {
      const Period& period = fact(result, quantity).period.value();
      return period.start + "/" + period.end;
    };
    return text("$12") + " " + text("$11");
  };
  EXPECT_EQ(periods("Three Months Ended September 30,", "2025", "2024"),
            "2025-07-01/2025-09-30 2024-07-01/2024-09-30");
  EXPECT_EQ(periods("Years Ended December 31,", "2024", "2023"),
            "2024-01-01/2024-12-31 2023-01-01/2023-12-31");
  EXPECT_EQ(periods("Thirteen weeks ended", "June 28, 2025", "June 29, 2024"),
            "2025-03-30/2025-06-28 2024-03-31/2024-06-29");
}

TEST(Tables, NamesAsRowHeadsAreSubjects) {
  const DocumentResult result = facts_of(
      "Output\n\nCountry\tCrude steel\tShare\nChina\t83.6 tonnes\t5%\nIndia\t14.3 tonnes\t2%\n\nThat is all "
      "there is.");
  EXPECT_EQ(fact(result, "83.6 tonnes").measure->text, "Crude steel");
  EXPECT_EQ(fact(result, "83.6 tonnes").subject->text, "China");
}

}  // namespace
}  // namespace figmine
