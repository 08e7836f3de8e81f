// cli/: flags and main: the only place that prints or exits. Flags are parsed to plain data first (one struct
// a command), then run. Exit codes: 0 done; 1 done, but some input failed or gold differs; 2 wrong use or
// rules that don't load.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "figmine/figmine.h"

namespace CLI {
class App;
}

namespace figmine::cli {

inline constexpr int kDone = 0;
inline constexpr int kSomeFailed = 1;
inline constexpr int kWrongUse = 2;

// Each adds its command to the app; `run` is set when the command is the one called.
using Run = std::function<int()>;
void add_extract(CLI::App& app, Run& run);
void add_batch(CLI::App& app, Run& run);
void add_watch(CLI::App& app, Run& run);
void add_review(CLI::App& app, Run& run);
void add_report(CLI::App& app, Run& run);
void add_check(CLI::App& app, Run& run);
void add_conflicts(CLI::App& app, Run& run);
void add_explain(CLI::App& app, Run& run);
void add_export(CLI::App& app, Run& run);
void add_rules(CLI::App& app, Run& run);
void add_schema(CLI::App& app, Run& run);
void add_stats(CLI::App& app, Run& run);
void add_serve(CLI::App& app, Run& run);

// Prints every diagnostic to standard error.
void report(const Diagnostics& problems);
void report(const Diagnostic& problem);

// The engine, or nothing after its errors were printed.
[[nodiscard]] std::optional<Engine> make_engine(const std::string& rules_folder);

// The bytes of a file or, for "-", of standard input. Errors name the path. A URL is refused.
[[nodiscard]] Result<std::string> read_input(const std::string& path);

// Writes to standard output; false when the reader has gone (a broken pipe, no error).
bool write_out(std::string_view text);

[[nodiscard]] bool colour_wanted();
// Of the terminal that standard output is; 100 in a pipe, so that files are the same everywhere.
[[nodiscard]] int output_columns();

}  // namespace figmine::cli
