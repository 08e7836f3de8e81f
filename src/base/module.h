// base/module: parts of the program in files of their own, loaded when they are first needed: a start does
// not wait for libraries that only they use (docs/speed.md). Tested by tests/unit/module_test.cc.
//
//   const Result<const FeedModule*>& feed = load_module<FeedModule>();
//   if (!feed) return feed.errors();
//   feed.value()->open_mail(…);
#pragma once

#include <string>

#include "figmine/result.h"

namespace figmine {

// The address of `figmine_NAME` in figmine-NAME.so, which lies in lib/figmine beside the program or beside
// its folder. It is never unloaded. Errors: it is not there, or does not fit the program.
[[nodiscard]] Result<const void*> load_symbol(const std::string& name);

// What a module offers: a struct of pointers to functions, whose kName is the module's name. Loaded once, by
// any thread.
template <class Functions>
[[nodiscard]] const Result<const Functions*>& load_module() {
  static const Result<const Functions*> loaded = []() -> Result<const Functions*> {
    const Result<const void*> symbol = load_symbol(Functions::kName);
    if (!symbol) return symbol.errors();
    return static_cast<const Functions*>(symbol.value());
  }();
  return loaded;
}

}  // namespace figmine
