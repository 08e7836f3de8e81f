// figmine schema: the JSON Schema of the output.
#include "output/schema.h"

#include <CLI/CLI.hpp>

#include "cli/common.h"

namespace figmine::cli {

void add_schema(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("schema", "The JSON Schema of the output");
  auto which = std::make_shared<std::string>("document");
  command->add_option("which", *which, "document or fact")->check(CLI::IsMember({"document", "fact"}));
  command->footer("Example:\n  figmine schema > facts.schema.json");
  command->callback([which, &run] {
    run = [which] {
      write_out(*which == "fact" ? fact_schema() : document_schema());
      write_out("\n");
      return kDone;
    };
  });
}

}  // namespace figmine::cli
