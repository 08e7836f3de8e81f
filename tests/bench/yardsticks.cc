// Other people's bare passes over the same text, to measure against.
#include <re2/re2.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstring>
#include <memory>

#include "articles.h"

namespace figmine::bench {
namespace {

void icu_breaks(benchmark::State& state, bool words) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      words ? icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status)
            : icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  std::vector<icu::UnicodeString> texts;
  for (const std::string& text : articles().texts) texts.push_back(icu::UnicodeString::fromUTF8(text));
  for (auto _ : state) {
    int count = 0;
    for (const icu::UnicodeString& text : texts) {
      breaks->setText(text);
      while (breaks->next() != icu::BreakIterator::DONE) ++count;
    }
    benchmark::DoNotOptimize(count);
  }
  count_bytes(state);
}
void yardstick_icu_words(benchmark::State& state) { icu_breaks(state, true); }
void yardstick_icu_sentences(benchmark::State& state) { icu_breaks(state, false); }
BENCHMARK(yardstick_icu_words)->Unit(benchmark::kMillisecond);
BENCHMARK(yardstick_icu_sentences)->Unit(benchmark::kMillisecond);

void yardstick_re2_numbers(benchmark::State& state) {
  const RE2 number(R"(\d[\d,.]*)");
  for (auto _ : state) {
    int count = 0;
    for (const std::string& text : articles().texts) {
      re2::StringPiece rest(text);
      while (RE2::FindAndConsume(&rest, number)) ++count;
    }
    benchmark::DoNotOptimize(count);
  }
  count_bytes(state);
}
BENCHMARK(yardstick_re2_numbers)->Unit(benchmark::kMillisecond);

void yardstick_copy(benchmark::State& state) {
  std::string copy;
  for (auto _ : state) {
    for (const std::string& text : articles().texts) {
      copy.resize(text.size());
      std::memcpy(copy.data(), text.data(), text.size());
      benchmark::DoNotOptimize(copy.data());
    }
  }
  count_bytes(state);
}
BENCHMARK(yardstick_copy)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace figmine::bench
