// Where blocks and sentences end.
#include "text/segment.h"

#include <gtest/gtest.h>

#include "document/read.h"
#include "ruleset/load.h"
#include "text/lost_breaks.h"

namespace figmine {
namespace {

std::shared_ptr<const Program> shipped() {
  static const std::shared_ptr<const Program> program = load_program(shipped_rules(), "en").value().program;
  return program;
}

using Texts = std::vector<std::string>;

Texts blocks_of(const std::string& text, const std::string& path = "") {
  const std::shared_ptr<const Program> program = shipped();
  ReadOptions options;
  options.path = path;
  Document document = read_document(text, options).value();
  Texts out;
  for (const Block& block : restore_breaks(document.text, document.blocks, *program))
    out.push_back((block.kind == BlockKind::kHeading ? "# " : "") +
                  std::string(slice(document.text, block.span)));
  return out;
}

TEST(LostBreaks, AHeadingThatRanIntoItsParagraphIsABlockAgain) {
  EXPECT_EQ(
      blocks_of("Acme grows\n\nOutlook For 2025Acme expects sales of $5 million. Acme expects more.\n"),
      (Texts{"# Acme grows", "# Outlook For 2025", "Acme expects sales of $5 million. Acme expects more."}));
  EXPECT_EQ(blocks_of("Acme grows\n\nGrowing DemandThe market grew by 5%. The demand held.\n"),
            (Texts{"# Acme grows", "# Growing Demand", "The market grew by 5%. The demand held."}));
  EXPECT_EQ(blocks_of("Acme grows\n\nIndustry QuibblementWith the market at $5, Acme sells.\n"),
            (Texts{"# Acme grows", "# Industry Quibblement", "With the market at $5, Acme sells."}));
  EXPECT_EQ(blocks_of("Acme grows\n\nAcme sells FlurbWith at $5 to all.\n"),
            (Texts{"# Acme grows", "Acme sells FlurbWith at $5 to all."}));
}

TEST(LostBreaks, TheTextBeginsWithTheNameOfItsHeading) {
  EXPECT_EQ(blocks_of("Coins fell\n\nVexa (VXA) Faces a CorrectionVexa (VXA) fell to $5.\n"),
            (Texts{"# Coins fell", "# Vexa (VXA) Faces a Correction", "Vexa (VXA) fell to $5."}));
  EXPECT_EQ(blocks_of("Coins fell\n\nVexa Stalled by SECVexa fell to $5.\n"),
            (Texts{"# Coins fell", "# Vexa Stalled by SEC", "Vexa fell to $5."}));
  EXPECT_EQ(blocks_of("Coins fell\n\nVexa Stalled by SECVexal fell to $5.\n"),
            (Texts{"# Coins fell", "Vexa Stalled by SECVexal fell to $5."}));
}

TEST(LostBreaks, AHeadingThatRanIntoTheNextOne) {
  EXPECT_EQ(
      blocks_of("Acme opens\n\nThe Premium Club opens. It costs $9.\n\nClub TiersPremium Club – $9\n\n- Six "
                "visits\n"),
      (Texts{"# Acme opens", "The Premium Club opens. It costs $9.", "# Club Tiers", "# Premium Club – $9",
             "Six visits"}));
}

TEST(LostBreaks, AClauseBeginsWithAParticiple) {
  EXPECT_EQ(
      blocks_of("Coins fell\n\nVexa Priced at $5 as Its Presale ExceedsEmerging as a coin, it fell.\n"),
      (Texts{"# Coins fell", "# Vexa Priced at $5 as Its Presale Exceeds", "Emerging as a coin, it fell."}));
  EXPECT_EQ(blocks_of("Coins fell\n\nMeet AppEmerging as a coin.\n"),
            (Texts{"# Coins fell", "Meet AppEmerging as a coin."}));
}

TEST(LostBreaks, AHeadingInsideAParagraph) {
  EXPECT_EQ(
      blocks_of("Vexa grows\n\nThe pumps sell well.Comprehensive Safety MeasuresWhile others wait, Vexa "
                "tests. About ZentriqZentriq sells pumps. Zentriq is old.\n"),
      (Texts{"# Vexa grows", "The pumps sell well.", "# Comprehensive Safety Measures",
             "While others wait, Vexa tests.", "# About Zentriq", "Zentriq sells pumps. Zentriq is old."}));
  EXPECT_EQ(
      blocks_of("Vexa grows\n\nThe pumps sell well. Orders for SkyNet rose. Rivals like DropStep fell.\n"),
      (Texts{"# Vexa grows", "The pumps sell well. Orders for SkyNet rose. Rivals like DropStep fell."}));
}

TEST(LostBreaks, AnAbbreviationEndsNoHeading) {
  EXPECT_EQ(
      blocks_of("Coins fell\n\nDrawing Comparisons: Vexa vs. Tolvik and SummitThe report names both.\n"),
      (Texts{"# Coins fell", "# Drawing Comparisons: Vexa vs. Tolvik and Summit", "The report names both."}));
}

TEST(LostBreaks, TheTextBeginsWithANameOfItsHeading) {
  EXPECT_EQ(blocks_of("Coins fell\n\nAbout Tolvik PumpsTolvik Pumps is old.\n"),
            (Texts{"# Coins fell", "# About Tolvik Pumps", "Tolvik Pumps is old."}));
  EXPECT_EQ(blocks_of("Coins fell\n\nThe Role of Vexa in MiningVexa is old. Vexa sells pumps.\n"),
            (Texts{"# Coins fell", "# The Role of Vexa in Mining", "Vexa is old. Vexa sells pumps."}));
  EXPECT_EQ(blocks_of("Coins fell\n\nRides by TukTuk cost $5.\n"),
            (Texts{"# Coins fell", "Rides by TukTuk cost $5."}));
  EXPECT_EQ(blocks_of("vexa AG grows\n\nSuccesses Across All Pumpsvexa grew by 5%. Pumps sold.\n"),
            (Texts{"# vexa AG grows", "# Successes Across All Pumps", "vexa grew by 5%. Pumps sold."}));
}

TEST(LostBreaks, AnItemsLabel) {
  EXPECT_EQ(blocks_of("# Vexa grows\n\n- Game Variety: More Than BingoWhile bingo leads, others sell too.\n"
                      "- Code generation: CodeNow\n",
                      "article.md"),
            (Texts{"# Vexa grows", "Game Variety: More Than Bingo", "While bingo leads, others sell too.",
                   "Code generation: CodeNow"}));
}

TEST(WideGaps, ParagraphsAndHeadingsOfAReleaseSentAsOneParagraph) {
  EXPECT_EQ(
      blocks_of(
          "Vexa grows\n\nVexa sells pumps. It hired 40 people.  Room to Grow  The firm has 12 shops. It "
          "plans more.  About Vexa  Vexa was founded in 1990. It is private.\n"),
      (Texts{"# Vexa grows", "Vexa sells pumps. It hired 40 people.", "# Room to Grow",
             "The firm has 12 shops. It plans more.", "# About Vexa",
             "Vexa was founded in 1990. It is private."}));
  EXPECT_EQ(
      blocks_of("Vexa grows\n\nVexa sells pumps. It hired 40 people.  The plan:  - Sell 5 pumps  - Hire "
                "30 more  It starts soon. It ends late.  All agree.\n"),
      (Texts{"# Vexa grows", "Vexa sells pumps. It hired 40 people.", "The plan:", "Sell 5 pumps",
             "Hire 30 more", "It starts soon. It ends late.", "All agree."}));
}

TEST(WideGaps, MarkdownKeepsThem) {
  const std::string text =
      "# Vexa grows\n\nVexa sells pumps. It hired 40.  Room to Grow  The firm has 12 shops. It plans more.  "
      "All "
      "agree.\n";
  EXPECT_EQ(blocks_of(text, "article.md"),
            (Texts{"# Vexa grows", "Vexa sells pumps. It hired 40.", "# Room to Grow",
                   "The firm has 12 shops. It plans more.", "All agree."}));
}

TEST(WideGaps, NotWhereSomebodyTypesTwoSpacesBehindEachSentence) {
  const std::string typed =
      "Vexa sells pumps.  It hired 40 people.  The firm has 12 shops.  It plans more.  Vexa Inc. Oslo "
      "agrees.  It "
      "was founded in 1990.  It is private.  It is old.";
  EXPECT_EQ(blocks_of("Vexa grows\n\n" + typed + "\n"), (Texts{"# Vexa grows", typed}));
}

TEST(WideGaps, NotWhereCellsStandApart) {
  const std::string cells =
      "Results follow. They are good.  Sales  Interest  Fees  Rent  Taxes  All sums are gross.  Wages  Food  "
      "Fuel";
  EXPECT_EQ(blocks_of("Vexa grows\n\n" + cells + "\n"), (Texts{"# Vexa grows", cells}));
}

TEST(LostBreaks, WordsInCapitalsUpToAColonHeadTheParagraph) {
  EXPECT_EQ(blocks_of("Vexa grows\n\nTOWN SEEKS NEW MAYOR: The office said that two had come.\n"),
            (Texts{"# Vexa grows", "# TOWN SEEKS NEW MAYOR:", "The office said that two had come."}));
}

TEST(LostBreaks, AListsFirstItemThatRanIntoTheLineAboveIt) {
  EXPECT_EQ(blocks_of("# Vexa grows\n\nThe Portfolio * Pumps: 15\n* Hoses: 12\n* Valves: 3\n", "article.md"),
            (Texts{"# Vexa grows", "# The Portfolio", "Pumps: 15", "Hoses: 12", "Valves: 3"}));
  EXPECT_EQ(blocks_of("# Vexa grows\n\nThe Portfolio * Pumps: 15 * Belts: 9\n* Hoses: 12\n", "article.md"),
            (Texts{"# Vexa grows", "# The Portfolio", "Pumps: 15", "Belts: 9", "Hoses: 12"}));
  EXPECT_EQ(blocks_of("# Vexa grows\n\nThe area is 3 * 4 of the field.\n\n- Hoses: 12\n", "article.md"),
            (Texts{"# Vexa grows", "The area is 3 * 4 of the field.", "Hoses: 12"}));
}

TEST(LostBreaks, HyphensBehindAColonAreBullets) {
  EXPECT_EQ(
      blocks_of("Vexa grows\n\nInsights: - 43% of adults wait - Prices rose 4% - 59% of owners left\n"),
      (Texts{"# Vexa grows", "Insights:", "43% of adults wait", "Prices rose 4%", "59% of owners left"}));
  EXPECT_EQ(blocks_of("Vexa grows\n\nSales - Pumps - Hoses - Valves fell.\n"),
            (Texts{"# Vexa grows", "Sales - Pumps - Hoses - Valves fell."}));
}

TEST(LostBreaks, ANameMayStandInALinkToo) {
  EXPECT_EQ(blocks_of("Vexa and Vexa fell\n\nNew HighsVexa fell to $5. Vexa held. See vexa dot com.\n"),
            (Texts{"# Vexa and Vexa fell", "# New Highs", "Vexa fell to $5. Vexa held. See vexa dot com."}));
}

TEST(LostBreaks, BulletsInsideAParagraphAreItems) {
  EXPECT_EQ(blocks_of("Top counties: ● Mackinac $5 ● Delta $4"),
            (Texts{"Top counties:", "Mackinac $5", "Delta $4"}));
  EXPECT_EQ(blocks_of("Rates by trade: --Carpentry: 104% --Baking: 71% --Masonry: 66%"),
            (Texts{"Rates by trade:", "Carpentry: 104%", "Baking: 71%", "Masonry: 66%"}));
  EXPECT_EQ(blocks_of("Key metrics: · Capital cost: $5 · Mine life: 10 years · Rate: 54%"),
            (Texts{"Key metrics:", "Capital cost: $5", "Mine life: 10 years", "Rate: 54%"}));
  EXPECT_EQ(blocks_of("PARIS --Acme grew."), Texts{"PARIS --Acme grew."});
  EXPECT_EQ(blocks_of("Acme · Paris grew."), Texts{"Acme · Paris grew."});
}

TEST(StackedTables, CellsThatBecameParagraphsAreATableAgain) {
  const std::string text =
      "Prices fell\n\nThey fell on Monday.\n\nToken\n\nPrice\n\nChange\n\nAcme "
      "(ACM)\n\n$3.04\n\n-9.8%\n\nBeta (BET)\n\n"
      "$520.20\n\n-18.4%\n\nBoth fell again.\n";
  const Document document = read_document(text, {}).value();
  std::vector<Block> rows;
  for (const Block& block : restore_breaks(document.text, document.blocks, *shipped())) {
    if (block.kind == BlockKind::kTableRow) rows.push_back(block);
  }
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_TRUE(rows[0].header);
  ASSERT_EQ(rows[2].cells.size(), 3U);
  EXPECT_EQ(slice(document.text, rows[2].cells[0]), "Beta (BET)");
  EXPECT_EQ(slice(document.text, rows[2].cells[2]), "-18.4%");
}

// The cells of all rows, a row a text; "|" parts them.
Texts rows_of(const std::string& text) {
  const Document document = read_document(text, {}).value();
  Texts out;
  for (const Block& block : restore_breaks(document.text, document.blocks, *shipped())) {
    if (block.kind != BlockKind::kTableRow) continue;
    std::string row;
    for (const Span cell : block.cells)
      row += (row.empty() ? "" : "|") + std::string(slice(document.text, cell));
    out.push_back(block.header ? "# " + row : row);
  }
  return out;
}

TEST(StackedTables, ASumIsAFigureOfARow) {
  EXPECT_EQ(rows_of("Plans\n\nPack\n\nPrice\n\nReturn\n\nTrial\n\n$100\n\n$100.00 + $6.6\n\n"
                    "Tavora\n\n$500\n\n$500.00 + $36.3\n\nBoth are sold.\n"),
            (Texts{"# Pack|Price|Return", "Trial|$100|$100.00 + $6.6", "Tavora|$500|$500.00 + $36.3"}));
}

TEST(StackedTables, RowsMayHoldFiguresAlone) {
  EXPECT_EQ(rows_of("Plans\n\nThere are plans.\n\nPrice\n\nTerm\n\nReturn\n\n(with profit)\n\n$100 (new)\n\n"
                    "2 Days\n\n$100 + $4\n\n$300\n\n3 Days\n\n$300 + $13.5\n\nBoth are sold.\n"),
            (Texts{"# Price|Term|Return\n\n(with profit)", "$100 (new)|2 Days|$100 + $4",
                   "$300|3 Days|$300 + $13.5"}));
  EXPECT_EQ(
      rows_of("Plans\n\nThe two cost this.\n\nJune\n\nJuly\n\n$100\n\n$200\n\n$300\n\n$400\n\nBoth sell.\n"),
      (Texts{"# June|July", "$100|$200", "$300|$400"}));
}

TEST(StackedTables, CellsThatRanTogetherAreParted) {
  EXPECT_EQ(
      rows_of("Plans\n\nThe plans on offer are:Unit price\n\nLength of termFixed return\n\nDaily rate $50\n\n"
              "1 Day\n\n$50+$1\n\n2%\n\n$100\n\n2 Days$100+$4\n\n2%\n\nBoth are sold.\n"),
      (Texts{"# Unit price|Length of term|Fixed return|Daily rate", "$50|1 Day|$50+$1|2%",
             "$100|2 Days|$100+$4|2%"}));
  EXPECT_EQ(
      rows_of("Plans\n\nPlans are sold.\n\nPrice\n\nTerm\n\nRate\n\n$201 Day\n\n2%$100\n\n2 Days\n\n3%\n\n"
              "$300\n\n3 Days\n\n4%\n\nBoth are sold.\n"),
      (Texts{"# Price|Term|Rate", "$201 Day|2%", "$100|2 Days|3%", "$300|3 Days|4%"}));
}

TEST(StackedTables, NamesAloneHeadTheRowsBelow) {
  EXPECT_EQ(
      rows_of("Books\n\nItem\n\n2025\n\nPrior year\n\nCash\n\n41\n\n52\n\nLiabilities\n\nLoans\n\n7\n\n8\n\n"
              "Rent\n\n(2)\n\n3\n\nThat is all.\n"),
      (Texts{"# Item|2025|Prior year", "Cash|41|52", "Loans|7|8", "Rent|(2)|3"}));
}

TEST(StackedTables, SignsBelongToTheirFigures) {
  EXPECT_EQ(
      rows_of("Books\n\nItem\n\nThis year\n\nPrior year\n\nCash\n\n$\n\n41\n\n$\n\n52\n\nLoans\n\n7\n\n--\n\n"
              "Margin\n\n3.1\n\n%\n\n4%\n\nThat is all.\n"),
      (Texts{"# Item|This year|Prior year", "Cash|$\n\n41|$\n\n52", "Loans|7|--", "Margin|3.1\n\n%|4%"}));
}

TEST(StackedTables, HeadsMayStandInSeveralRows) {
  EXPECT_EQ(rows_of("Books\n\nThe year was good.\n\nYear ended June 30,\n\n2025\n\n2024\n\n2025 to "
                    "2024\n\nUSD\n\nUSD\n\n"
                    "% change\n\nSales\n\n41\n\n52\n\n(21.2)\n\nRent\n\n7\n\n8\n\n(12.5)\n\nThat is all.\n"),
            (Texts{"# Year ended June 30,", "# 2025|2024|2025 to 2024", "# USD|USD|% change",
                   "Sales|41|52|(21.2)", "Rent|7|8|(12.5)"}));
  EXPECT_EQ(rows_of("Books\n\nThe year was good.\n\nYear ended June "
                    "30,\n\n2025\n\n2024\n\nSales\n\n41\n\n52\n\nRent\n\n7\n\n8\n\n"
                    "That is all.\n"),
            (Texts{"# Year ended June 30,", "# 2025|2024", "Sales|41|52", "Rent|7|8"}));
}

TEST(StackedTables, AParagraphAboveYearsIsNoHead) {
  for (const char* above :
       {"Vexa sold 40 boats in the year, and it had 12 shops at its end.", "- Vexa sold 40 boats"})
    EXPECT_EQ(rows_of("Books\n\n" + std::string(above) +
                      "\n\n2025\n\n2024\n\nSales\n\n41\n\n52\n\nRent\n\n7\n\n8\n\nThat is all.\n"),
              (Texts{"# 2025|2024", "Sales|41|52", "Rent|7|8"}))
        << above;
}

TEST(StackedTables, ListsAreNone) {
  for (const char* text :
       {"Prizes\n\nThe winners:\n\nFirst place\n\n$500\n\nSecond place\n\n$300\n\nThat is all.\n",
        "Days\n\nOpening\n\nTuesday\n\n$5\n\n3%\n\n7\n\nThat is all.\n"})
    EXPECT_EQ(rows_of(text), Texts{}) << text;
}

TEST(FlatTables, RowsThatRanTogetherAreRowsAgain) {
  EXPECT_EQ(
      rows_of("Results\n\nFor the three months ended March 31, For the years ended March 31, 2025 2024 2025 "
              "2024 Revenue $ 47 $ 70 $ 267 $ 186Cost of sales 49 69 268 184Operating expenses: Rent (2) 8 - "
              "(5)Other income(387,621)1,204 75,00012,133 Tax 5 6 7 8"),
      (Texts{"# For the three months ended March 31,|For the years ended March 31,", "# 2025|2024|2025|2024",
             "Revenue|$ 47|$ 70|$ 267|$ 186", "Cost of sales|49|69|268|184", "Rent|(2)|8|-|(5)",
             "Other income|(387,621)|1,204|75,000|12,133", "Tax|5|6|7|8"}));
}

TEST(FlatTables, FiguresThatRanTogetherAreTwo) {
  EXPECT_EQ(
      rows_of("Results\n\nJune 30,2025 20242025 2024 Assets 42,556,75744,460,091 1,001,5461,192,044 Cash "
              "531,027 1,435,496 1,932 7 Debt9,097 9,359 5 6 Tax 1 2 3 4"),
      (Texts{"# June 30,", "# 2025|2024|2025|2024", "Assets|42,556,757|44,460,091|1,001,546|1,192,044",
             "Cash|531,027|1,435,496|1,932|7", "Debt|9,097|9,359|5|6", "Tax|1|2|3|4"}));
}

TEST(FlatTables, HeadsMayBeBlocksBeforeTheRows) {
  EXPECT_EQ(
      rows_of("Results\n\nThree Months Ended June 30,\n\n2025 2024 Revenue $ 47 $ 70 Costs 49 69 Tax 5 6"),
      (Texts{"# Three Months Ended June 30,", "# 2025|2024", "Revenue|$ 47|$ 70", "Costs|49|69", "Tax|5|6"}));
  EXPECT_EQ(
      rows_of("Results\n\nAs of June 30, 2025 (Unaudited)\n\nAs of May 31, 2024 (Audited)\n\nCash $ 47 $ 70 "
              "Debt 49 69 Equity 5 6"),
      (Texts{"# June 30, 2025|May 31, 2024", "Cash|$ 47|$ 70", "Debt|49|69", "Equity|5|6"}));
}

TEST(FlatTables, ProseAndPriceListsStay) {
  for (const char* text :
       {"Plans: First Class $2.99 – Priority Mail $34.99 – Express Mail $24.99 – and more.",
        "Use code SNU - $15, Use code SMC - $20, Use code IN - $35, Use code IX - $60.",
        "Miner A $1,00014 days, Miner B $3,00021 days, Miner C $5,00031 days.",
        "In 2024, 2023 and 2022 it sold 5 cars, 6 vans and 7 bikes, 12 of them in 2021."})
    EXPECT_EQ(rows_of(text), Texts{}) << text;
}

TEST(LostBreaks, NamesWithACapitalInsideStay) {
  for (const char* text :
       {"Follow us on LinkedIn and see. In May, In June.", "How PowerBank grew. PowerBank has power.",
        "With SolarCity the City and the city of solar power grew.",
        "Asia 5 %Europe of 6 %Europe of 7 %Rest of 8 %.",
        "Companies like MyVexa help. The Vexa is old, a Vexa is new.",
        "Follow @VexaPumps on all days or see www.VexaPumps.com now. The Pumps and the Vexa.",
        "See #VexaPumpsNow and more. Now and then.",
        "Integrating GameFi and play is new. The game is a Fi, one more Fi.",
        "Take GradeA (best) pumps now. The grade is new."})
    EXPECT_EQ(blocks_of(text), Texts{text});
}

// What one document's tokens were tells nothing of the next one's: they share the table.
TEST(Forms, AreToldApartByTheKindOfToken) {
  FormTable forms(*shipped());
  const FormId url = forms.intern("X", TokenKind::kUrl);
  const FormId word = forms.intern("X", TokenKind::kWord);
  EXPECT_NE(url, word);
  EXPECT_FALSE(forms[url].is(Shape::kWordlike));
  EXPECT_TRUE(forms[word].is(Shape::kWordlike));
  EXPECT_EQ(forms.intern("X", TokenKind::kUrl), url);
  EXPECT_EQ(forms.intern("X", TokenKind::kWord), word);
}

TEST(Sentences, EndWhereTheSpaceBehindThemWasLost) {
  const std::string text =
      "It grew in the economy.Further improvements cost $5. We use Booking.Com for 6 hotels.";
  FormTable forms(*shipped());
  const Text segmented = segment(read_document(text, {}).value(), *shipped(), forms);
  Texts sentences;
  for (const Sentence& sentence : segmented.sentences) sentences.emplace_back(slice(text, sentence.span));
  EXPECT_EQ(sentences, (Texts{"It grew in the economy.", "Further improvements cost $5.",
                              "We use Booking.Com for 6 hotels."}));
}

}  // namespace
}  // namespace figmine
