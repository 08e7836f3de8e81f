// cli/filter_flags: the flags that say which facts are wanted, the same for every command that has them.
#pragma once

#include "output/fact_filter.h"

namespace CLI {
class App;
}

namespace figmine::cli {

// `filter` must live until the command has run.
void add_filter_flags(CLI::App& command, FactFilter& filter);

}  // namespace figmine::cli
