#include "output/json.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "base/lexer.h"

namespace figmine {
namespace {

namespace json = rapidjson;

template <class Writer>
class ResultWriter {
 public:
  ResultWriter(Writer& writer, const DocumentResult& result, const JsonOptions& options)
      : writer_(writer), result_(result), options_(options), offsets_(result.text, options.offsets) {}

  void write() {
    writer_.StartObject();
    text("schema", "figmine/1");
    key("document");
    document();
    key("facts");
    array(result_.facts, [this](const Fact& fact) { write_fact(fact); });
    key("entities");
    array(result_.entities, [this](const Entity& entity) { write_entity(entity); });
    if (options_.times) {
      key("times");
      array(result_.times, [this](const TimeMention& time) { write_time(time); });
    }
    key("warnings");
    array(result_.warnings, [this](const Warning& warning) { write_warning(warning); });
    key("engine");
    writer_.StartObject();
    text("version", result_.engine.version);
    text("rules", result_.engine.rules);
    writer_.EndObject();
    writer_.EndObject();
  }

 private:
  void key(std::string_view name) { writer_.Key(name.data(), static_cast<json::SizeType>(name.size())); }
  void string(std::string_view value) {
    writer_.String(value.data(), static_cast<json::SizeType>(value.size()));
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void text_if(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void text_or_null(std::string_view name, const std::optional<std::string>& value) {
    key(name);
    value ? string(*value) : static_cast<void>(writer_.Null());
  }
  void flag_if(std::string_view name, bool value) {
    if (!value) return;
    key(name);
    writer_.Bool(true);
  }
  void raw(const std::string& literal) {
    writer_.RawValue(literal.data(), literal.size(), json::kNumberType);
  }
  void number_if(std::string_view name, const std::optional<std::string>& literal) {
    if (!literal) return;
    key(name);
    raw(*literal);
  }
  void pair(Span span) {
    writer_.StartArray();
    writer_.Uint(offsets_.at(span.begin));
    writer_.Uint(offsets_.at(span.end));
    writer_.EndArray();
  }
  void span(Span value) {
    key("span");
    pair(value);
  }
  void span_if(Span value) {
    if (!value.empty()) span(value);
  }
  template <class List, class F>
  void array(const List& list, const F& write_one) {
    writer_.StartArray();
    for (const auto& item : list) write_one(item);
    writer_.EndArray();
  }

  void document() {
    const DocumentInfo& info = result_.document;
    writer_.StartObject();
    text("id", info.id);
    text("sha256", info.sha256);
    text("source", info.source);
    text_or_null("url", info.url);
    text("language", info.language);
    text("media_type", info.media_type);
    text("charset", info.charset);
    text_or_null("title", info.title);
    text_or_null("byline", info.byline);
    text_or_null("publisher", info.publisher);
    text_or_null("place", info.place);
    text_or_null("published", info.published);
    if (options_.text) text("text", result_.text);
    writer_.EndObject();
  }

  void write_fact(const Fact& fact) {
    writer_.StartObject();
    text("id", fact.id);
    if (!fact.claim) {
      key("claim");
      writer_.Bool(false);
      text("class", fact.non_claim_class);
    }
    text("section", fact.section);
    key("sentence");
    writer_.StartObject();
    if (options_.sentences) text("text", slice(result_.text, fact.sentence));
    span(fact.sentence);
    writer_.EndObject();
    key("quantity");
    write_quantity(fact.quantity);
    write_claim(fact);
    key("rules");
    array(fact.rules, [this](const std::string& rule) { string(rule); });
    key("score");
    raw(fmt::format("{:.2f}", fact.score));
    writer_.EndObject();
  }

  void write_quantity(const Quantity& quantity) {
    writer_.StartObject();
    text("text", quantity.text);
    span(quantity.span);
    text("kind", quantity.kind);
    text("op", quantity.op);
    flag_if("approx", quantity.approx);
    text_if("cue", quantity.cue);
    number_if("value", quantity.value);
    number_if("low", quantity.low);
    number_if("high", quantity.high);
    if (quantity.fraction) {
      key("fraction");
      writer_.StartArray();
      raw(quantity.fraction->first);
      raw(quantity.fraction->second);
      writer_.EndArray();
    }
    number_if("uncertainty", quantity.uncertainty);
    if (quantity.significant_digits > 0) {
      key("significant_digits");
      writer_.Int(quantity.significant_digits);
    }
    if (quantity.unit) write_unit(*quantity.unit);
    if (quantity.si) {
      key("si");
      writer_.StartObject();
      number_if("value", quantity.si->value);
      text("unit", quantity.si->unit);
      writer_.EndObject();
    }
    writer_.EndObject();
  }

  void write_unit(const Unit& unit) {
    key("unit");
    writer_.StartObject();
    text_if("text", unit.text);
    text_if("name", unit.name);
    text_if("code", unit.code);
    text_if("system", unit.system);
    text_if("per", unit.per);
    if (!unit.candidates.empty()) {
      key("candidates");
      array(unit.candidates, [this](const UnitCandidate& candidate) {
        writer_.StartObject();
        text_if("name", candidate.name);
        text("code", candidate.code);
        text_if("evidence", candidate.evidence);
        writer_.EndObject();
      });
    }
    writer_.EndObject();
  }

  void write_claim(const Fact& fact) {
    if (fact.measure) {
      key("measure");
      writer_.StartObject();
      text("text", fact.measure->text);
      text_if("head", fact.measure->head);
      span_if(fact.measure->span);
      writer_.EndObject();
    }
    if (fact.subject) {
      key("subject");
      writer_.StartObject();
      text("text", fact.subject->text);
      text_if("name", fact.subject->name);
      text_if("type", fact.subject->type);
      text_if("entity", fact.subject->entity);
      span_if(fact.subject->span);
      writer_.EndObject();
    }
    if (fact.share_of) {
      key("share_of");
      writer_.StartObject();
      text("text", fact.share_of->text);
      span_if(fact.share_of->span);
      writer_.EndObject();
    }
    if (fact.change) write_change(*fact.change);
    if (fact.period) write_period(*fact.period);
    text("status", fact.status);
    flag_if("negated", fact.negated);
    if (fact.attribution) write_attribution(*fact.attribution);
    if (fact.links.empty()) return;
    key("links");
    array(fact.links, [this](const Link& link) {
      writer_.StartObject();
      text("rel", link.rel);
      text("fact", link.fact);
      writer_.EndObject();
    });
  }

  void write_change(const Change& change) {
    key("change");
    writer_.StartObject();
    text_if("direction", change.direction);
    text("role", change.role);
    text_if("basis", change.basis);
    if (change.baseline) {
      key("baseline");
      writer_.StartObject();
      text("text", change.baseline->text);
      text_if("start", change.baseline->start);
      text_if("end", change.baseline->end);
      writer_.EndObject();
    }
    writer_.EndObject();
  }

  void write_period(const Period& period) {
    key("period");
    writer_.StartObject();
    text_if("text", period.text);
    span_if(period.span);
    text_if("start", period.start);
    text_if("end", period.end);
    text_if("duration", period.duration);
    flag_if("inferred", period.inferred);
    writer_.EndObject();
  }

  void write_attribution(const Attribution& attribution) {
    key("attribution");
    writer_.StartObject();
    text("speaker", attribution.speaker);
    text_if("role", attribution.role);
    text_if("verb", attribution.verb);
    flag_if("quoted", attribution.quoted);
    flag_if("inferred", attribution.inferred);
    span_if(attribution.span);
    writer_.EndObject();
  }

  void write_entity(const Entity& entity) {
    writer_.StartObject();
    text("id", entity.id);
    text("name", entity.name);
    text("type", entity.type);
    if (!entity.ids.empty()) {
      key("ids");
      writer_.StartObject();
      for (const auto& [name, value] : entity.ids) text(name, value);
      writer_.EndObject();
    }
    if (!entity.aliases.empty()) {
      key("aliases");
      array(entity.aliases, [this](const std::string& alias) { string(alias); });
    }
    key("mentions");
    array(entity.mentions, [this](Span mention) { pair(mention); });
    writer_.EndObject();
  }

  void write_time(const TimeMention& time) {
    writer_.StartObject();
    text("text", time.text);
    span(time.span);
    text("type", time.type);
    text_if("start", time.start);
    text_if("end", time.end);
    writer_.EndObject();
  }

  void write_warning(const Warning& warning) {
    writer_.StartObject();
    text("code", warning.code);
    text("message", warning.message);
    if (warning.span) span(*warning.span);
    writer_.EndObject();
  }

  Writer& writer_;
  const DocumentResult& result_;
  const JsonOptions& options_;
  Offsets offsets_;
};

}  // namespace

std::string to_json(const DocumentResult& result, const JsonOptions& options) {
  json::StringBuffer buffer;
  if (options.pretty) {
    json::PrettyWriter<json::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(json::kFormatSingleLineArray);
    ResultWriter(writer, result, options).write();
  } else {
    json::Writer<json::StringBuffer> writer(buffer);
    ResultWriter(writer, result, options).write();
  }
  return {buffer.GetString(), buffer.GetSize()};
}

std::string error_json(std::string_view message, std::string_view hint, std::string_view source, int line) {
  json::StringBuffer buffer;
  json::Writer<json::StringBuffer> writer(buffer);
  const auto text = [&](std::string_view name, std::string_view value) {
    writer.Key(name.data(), static_cast<json::SizeType>(name.size()));
    writer.String(value.data(), static_cast<json::SizeType>(value.size()));
  };
  writer.StartObject();
  writer.Key("error");
  writer.StartObject();
  text("message", message);
  if (!hint.empty()) text("hint", hint);
  writer.EndObject();
  text("source", source);
  if (line > 0) {
    writer.Key("line");
    writer.Int(line);
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

void filter_facts(DocumentResult& result, const FactFilter& filter) {
  const std::string wanted = fold(filter.measure);
  std::erase_if(result.facts, [&](const Fact& fact) {
    if (!filter.kind.empty() && fact.quantity.kind != filter.kind) return true;
    if (!wanted.empty() && (!fact.measure || fold(fact.measure->text).find(wanted) == std::string::npos))
      return true;
    return fact.score + 1e-9 < filter.min_score;
  });
}

}  // namespace figmine
