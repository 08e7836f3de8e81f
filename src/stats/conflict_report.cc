#include "stats/conflict_report.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <array>

#include "base/terminal.h"

namespace figmine {
namespace {

namespace json = rapidjson;
using Writer = json::PrettyWriter<json::StringBuffer>;

constexpr std::array<const char*, 3> kKinds = {"contradiction", "revision", "outlook"};

const char* name_of(ConflictKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

void put(Writer& writer, const char* key, const std::string& value) {
  if (value.empty()) return;
  writer.Key(key);
  writer.String(value.data(), static_cast<json::SizeType>(value.size()));
}

void put(Writer& writer, const char* key, Span span) {
  writer.Key(key);
  writer.StartArray();
  writer.Uint(span.begin);
  writer.Uint(span.end);
  writer.EndArray();
}

void put(Writer& writer, const Figure& figure) {
  writer.StartObject();
  put(writer, "article", figure.article);
  put(writer, "document", figure.document);
  put(writer, "source", figure.source);
  put(writer, "title", figure.title);
  put(writer, "published", figure.published);
  put(writer, "fact", figure.fact);
  put(writer, "section", figure.section);
  put(writer, "quantity", figure.quantity);
  put(writer, "span", figure.quantity_span);
  put(writer, "measure", figure.measure);
  put(writer, "subject", figure.subject);
  put(writer, "status", figure.status);
  put(writer, "direction", figure.direction);
  put(writer, "sentence", figure.sentence);
  put(writer, "sentence_span", figure.sentence_span);
  writer.EndObject();
}

void put(Writer& writer, const Conflict& conflict) {
  writer.StartObject();
  put(writer, "kind", name_of(conflict.kind));
  writer.Key("within");
  writer.Bool(conflict.within);
  put(writer, "measure", conflict.measure);
  put(writer, "subject", conflict.subject);
  writer.Key("period");
  writer.StartObject();
  put(writer, "start", conflict.start);
  put(writer, "end", conflict.end);
  writer.EndObject();
  writer.Key("figures");
  writer.StartArray();
  for (const Figure& figure : conflict.figures) put(writer, figure);
  writer.EndArray();
  writer.EndObject();
}

std::string period_text(const Conflict& conflict) {
  if (conflict.start.empty() && conflict.end.empty()) return {};
  if (conflict.start == conflict.end) return conflict.start;
  return conflict.start + " … " + conflict.end;
}

// "up 5%" where the direction is part of what differs.
std::string figure_text(const Figure& figure) {
  return (figure.direction.empty() ? "" : figure.direction + " ") + printable(figure.quantity);
}

std::string block(const Conflict& conflict, const ConflictTableOptions& options) {
  std::vector<std::string> about = {printable(conflict.measure)};
  for (const std::string& part : {printable(conflict.subject), period_text(conflict)}) {
    if (!part.empty()) about.push_back(part);
  }
  const Style style(options.colour);
  std::string out = fmt::format("{}  {}{}\n", style.strong(fmt::format("{}", fmt::join(about, " · "))),
                                name_of(conflict.kind), conflict.within ? " in one article" : "");
  std::size_t widest = 0;
  for (const Figure& figure : conflict.figures) widest = std::max(widest, width_of(figure_text(figure)));
  for (const Figure& figure : conflict.figures) {
    const std::string text = figure_text(figure);
    out += fmt::format("  {}{}  {}\n", style.mark(text), std::string(widest - width_of(text), ' '),
                       style.dim(fmt::format("{}{}, {}", printable(figure.article),
                                             figure.published.empty() ? "" : " (" + figure.published + ")",
                                             figure.section)));
    const Quote quote = quote_around(figure.sentence, figure.mark,
                                     static_cast<std::size_t>(std::max(20, options.columns - 6)));
    out += fmt::format("      {}{}{}\n", quote.before, style.mark(quote.mark), quote.after);
  }
  return out;
}

}  // namespace

std::string to_table(const ConflictReport& report, const ConflictTableOptions& options) {
  std::string out;
  for (const Conflict& conflict : report.conflicts) out += block(conflict, options) + "\n";
  out += fmt::format(
      "{} in {} articles, {} figures compared\n",
      report.conflicts.size() == 1 ? "1 conflict" : fmt::format("{} conflicts", report.conflicts.size()),
      report.articles, report.compared);
  return out;
}

std::string to_json(const ConflictReport& report) {
  json::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 2);
  writer.SetFormatOptions(json::kFormatSingleLineArray);
  writer.StartObject();
  writer.Key("articles");
  writer.Uint64(report.articles);
  writer.Key("compared");
  writer.Uint64(report.compared);
  writer.Key("conflicts");
  writer.StartArray();
  for (const Conflict& conflict : report.conflicts) put(writer, conflict);
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace figmine
