// The exporters whose output is text: CSV and JSON Lines.
#include <algorithm>
#include <utility>

#include "export/exporter.h"
#include "output/csv.h"
#include "output/fact_lines.h"

namespace figmine {
namespace {

class CsvExporter : public Exporter {
 public:
  CsvExporter(Write write, bool byte_order_mark) : write_(std::move(write)) {
    if (byte_order_mark) write_(kByteOrderMark);
    write_(csv_header());
  }
  Diagnostics add(const Record& record) override {
    const FactRows rows(record.result);
    for (const std::size_t index : record.wanted) write_(csv_row(rows.row(record.result.facts[index])));
    return {};
  }
  Diagnostics finish() override { return {}; }

 private:
  Write write_;
};

class JsonlExporter : public Exporter {
 public:
  explicit JsonlExporter(Write write) : write_(std::move(write)) {}
  Diagnostics add(const Record& record) override {
    const auto wanted = [&record](std::size_t index) {
      return std::binary_search(record.wanted.begin(), record.wanted.end(), index);
    };
    if (const auto lines = fact_lines(record.json, wanted)) write_(*lines);
    return {};
  }
  Diagnostics finish() override { return {}; }

 private:
  Write write_;
};

}  // namespace

std::unique_ptr<Exporter> csv_exporter(Write write, bool byte_order_mark) {
  return std::make_unique<CsvExporter>(std::move(write), byte_order_mark);
}

std::unique_ptr<Exporter> jsonl_exporter(Write write) {
  return std::make_unique<JsonlExporter>(std::move(write));
}

}  // namespace figmine
