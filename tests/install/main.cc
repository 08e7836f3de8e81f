// A project of its own that uses the installed library: prints the quantities of one sentence.
#include <figmine/figmine.h>

#include <iostream>

int main() {
  figmine::Result<figmine::Engine> engine = figmine::Engine::create({});
  if (!engine) return 1;
  figmine::Extractor extractor(engine.value());
  figmine::ExtractOptions options;
  options.language = "en";
  const auto result = extractor.extract("A fund with a total size of 60 billion yuan was launched.", options);
  if (!result) return 1;
  for (const figmine::Fact& fact : result.value().facts) std::cout << fact.quantity.text << "\n";
  return 0;
}
