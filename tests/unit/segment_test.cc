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

Texts blocks_of(const std::string& text) {
  const std::shared_ptr<const Program> program = shipped();
  Document document = read_document(text, {}).value();
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
}

TEST(LostBreaks, BulletsInsideAParagraphAreItems) {
  EXPECT_EQ(blocks_of("Top counties: ● Mackinac $5 ● Delta $4"),
            (Texts{"Top counties:", "Mackinac $5", "Delta $4"}));
  EXPECT_EQ(blocks_of("Rates by industry: --Construction: 117% --Banking: 90% --Retail: 89%"),
            (Texts{"Rates by industry:", "Construction: 117%", "Banking: 90%", "Retail: 89%"}));
  EXPECT_EQ(blocks_of("PARIS --Acme grew."), Texts{"PARIS --Acme grew."});
}

TEST(LostBreaks, NamesWithACapitalInsideStay) {
  for (const char* text :
       {"Follow us on LinkedIn and see. In May, In June.", "How PowerBank grew. PowerBank has power.",
        "With SolarCity the City and the city of solar power grew."})
    EXPECT_EQ(blocks_of(text), Texts{text});
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
