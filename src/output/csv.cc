#include "output/csv.h"

#include <fmt/format.h>

#include <vector>

namespace figmine {
namespace {

bool is_number(std::string_view text) {
  return text.size() > 1 && text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

std::string cell(std::string_view text) {
  std::string out(text);
  const bool formula = !out.empty() &&
                       std::string_view("=+-@\t\r").find(out.front()) != std::string_view::npos &&
                       !is_number(out);
  if (formula) out.insert(0, 1, '\'');
  if (out.find_first_of(",\"\r\n") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string row(const std::vector<std::string_view>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += cell(cells[i]);
  }
  return out + "\r\n";
}

}  // namespace

std::string csv_header() {
  return "document,published,id,section,text,kind,op,approx,value,low,high,unit,unit_code,per,measure,"
         "subject,share_of,direction,role,basis,"
         "period_start,period_end,status,negated,speaker,score,sentence\r\n";
}

std::string to_csv(const DocumentResult& result) {
  std::string out;
  for (const Fact& fact : result.facts) {
    const Quantity& q = fact.quantity;
    const std::string score = fmt::format("{:.2f}", fact.score);
    const std::string published = result.document.published.value_or("");
    const std::string value = q.value.value_or("");
    const std::string low = q.low.value_or("");
    const std::string high = q.high.value_or("");
    const Unit unit = q.unit.value_or(Unit{});
    const Change change = fact.change.value_or(Change{});
    const Period period = fact.period.value_or(Period{});
    out += row({result.document.id,
                published,
                fact.id,
                fact.section,
                q.text,
                q.kind,
                q.op,
                q.approx ? "true" : "",
                value,
                low,
                high,
                unit.name,
                unit.code,
                unit.per,
                fact.measure ? std::string_view(fact.measure->text) : "",
                fact.subject ? std::string_view(fact.subject->name) : "",
                fact.share_of ? std::string_view(fact.share_of->text) : "",
                change.direction,
                change.role,
                change.basis,
                period.start,
                period.end,
                fact.status,
                fact.negated ? "true" : "",
                fact.attribution ? std::string_view(fact.attribution->speaker) : "",
                score,
                slice(result.text, fact.sentence)});
  }
  return out;
}

}  // namespace figmine
