// Texts made to be hard: none may be slower than a fifth of the usual rate.
#include <functional>

#include "articles.h"

namespace figmine::bench {
namespace {

constexpr std::size_t kMegabyte = 1000 * 1000;

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + part.size());
  while (out.size() < bytes) out += part;
  return out;
}

std::string one_sentence() {
  std::string out;
  for (int word = 0; out.size() < 10 * kMegabyte; ++word)
    out += word % 200 == 199 ? "sold 25 pumps and " : "the long river of words ";
  return out + ".";
}

std::string nested_html() {
  constexpr std::size_t kDepth = 20000;
  return "<html><body>" + repeated("<div><b>", kDepth * 8) + "Revenue rose 5%." +
         repeated("</b></div>", kDepth * 10) + "</body></html>";
}

struct HardText {
  std::string name;
  std::function<std::string()> make;
  Input input = Input::kText;
};

const std::vector<HardText>& hard_texts() {
  const auto same = [](std::string part, std::size_t bytes = kMegabyte) {
    return [part = std::move(part), bytes] { return repeated(part, bytes); };
  };
  constexpr std::string_view kBullet = "- Sales of pumps rose 5%\n";
  static const std::vector<HardText> kTexts = {
      {"digits", same("0123456789")},
      {"commas", same(",")},
      {"brackets", same("([{")},
      {"closing_brackets", same(")]}")},
      {"quotes", same("\"")},
      {"curly_quotes", same("\u201C\u2019")},
      {"hyphened_ones", same("1-1-")},
      {"one_hundred", same("one hundred ")},
      {"dollar_signs", same("$")},
      {"percent_list", same("5%, ")},
      {"one_sentence_10MB", one_sentence},
      {"bullets_100000", same(std::string(kBullet), 100000 * kBullet.size())},
      {"nested_html", nested_html, Input::kHtml},
  };
  return kTexts;
}

void run_hard(benchmark::State& state, const HardText& hard_text) {
  const std::string text = hard_text.make();
  Extractor extractor(engine());
  for (auto _ : state) benchmark::DoNotOptimize(run_whole(extractor, text, hard_text.input));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

}  // namespace

void register_hard_texts() {
  for (const HardText& text : hard_texts())
    benchmark::RegisterBenchmark(("hard/" + text.name).c_str(), run_hard, text)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace figmine::bench
