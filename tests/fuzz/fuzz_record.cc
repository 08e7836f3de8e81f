// libFuzzer over records: any bytes give a record or an error, never a crash; a record that is read can be
// written in every form, and what was written reads back to the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "output/csv.h"
#include "output/json.h"
#include "output/read_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const figmine::Result<figmine::DocumentResult> read = figmine::from_json(bytes);
  if (!read.ok() && read.errors().empty()) std::abort();
  if (!read.ok()) return 0;
  figmine::JsonOptions options;
  options.text = options.times = true;
  const std::string written = figmine::to_json(read.value(), options);
  static_cast<void>(figmine::to_csv(read.value()));
  if (read.value().text.empty()) return 0;  // without its text a record's spans are not checked
  const figmine::Result<figmine::DocumentResult> again = figmine::from_json(written);
  if (!again.ok() || figmine::to_json(again.value(), options) != written) std::abort();
  return 0;
}
