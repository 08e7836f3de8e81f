// cli/store_flags: the flags of the commands that fill a store (batch, watch).
#pragma once

#include <optional>
#include <string>

#include "batch/run.h"

namespace CLI {
class App;
}

namespace figmine::cli {

struct StoreFlags {
  std::string published;
  std::string language;
  std::string rules;
  int jobs = 0;
  bool all = false;
  bool times = false;
  bool no_duplicates = false;
  bool quiet = false;
};

void add_store_flags(CLI::App& command, StoreFlags& flags);

// Nothing after its error was printed.
[[nodiscard]] std::optional<BatchOptions> batch_options(const StoreFlags& flags);

}  // namespace figmine::cli
