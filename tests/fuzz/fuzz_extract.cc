// libFuzzer over the whole flow: any bytes give a record whose spans lie in its text, or a clear error.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "figmine/figmine.h"
#include "output/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const figmine::Result<figmine::Engine> engine = figmine::Engine::create({});
  static figmine::Extractor extractor(engine.value());
  if (size == 0) return 0;
  figmine::ExtractOptions options;
  constexpr figmine::Input kInputs[] = {figmine::Input::kText, figmine::Input::kMarkdown,
                                        figmine::Input::kHtml, figmine::Input::kJsonLine};
  options.input = kInputs[data[0] % 4];
  options.language = "en";
  options.published = "2026-01-21";
  options.all = true;
  options.times = true;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const figmine::Result<figmine::DocumentResult> result = extractor.extract(bytes, options);
  if (!result.ok()) {
    if (result.errors().empty()) std::abort();
    return 0;
  }
  for (const figmine::Fact& fact : result.value().facts) {
    if (fact.quantity.span.end > result.value().text.size() ||
        figmine::slice(result.value().text, fact.quantity.span) != fact.quantity.text)
      std::abort();
  }
  if (figmine::to_json(result.value(), {}).empty()) std::abort();
  return 0;
}
