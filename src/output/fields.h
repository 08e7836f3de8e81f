// output/fields: the fields of a record, their names, order and presence, said once. The writer
// (output/json.cc) and the reader (output/read_json.cc) are each an `Io` that runs through them; what each
// verb of an Io does is told by how it is called:
//   text, number, flag …   the field is there always; …_if: left out where empty, false or absent
//   choice                 a text that must be one of output/names.h
//   object, list           members of their own, by the fields() of their type
#pragma once

#include <concepts>
#include <type_traits>

#include "figmine/fact.h"
#include "output/names.h"

namespace figmine {

inline constexpr std::string_view kRecordSchema = "figmine/1";

// T itself, or const T: a reader fills what a writer only sees.
template <class T, class Wanted>
concept Of = std::same_as<std::remove_const_t<T>, Wanted>;

template <class Io>
void fields(Io& io, Of<Phrase> auto& phrase) {
  io.text("text", phrase.text);
  io.span_if(phrase.span);
}

template <class Io>
void fields(Io& io, Of<UnitCandidate> auto& candidate) {
  io.text_if("name", candidate.name);
  io.text("code", candidate.code);
  io.text_if("evidence", candidate.evidence);
}

template <class Io>
void fields(Io& io, Of<Unit> auto& unit) {
  io.text_if("text", unit.text);
  io.text_if("name", unit.name);
  io.text_if("code", unit.code);
  io.choice_if("system", unit.system, names::kSystem);
  io.text_if("per", unit.per);
  io.list_if("candidates", unit.candidates);
}

template <class Io>
void fields(Io& io, Of<SiValue> auto& si) {
  io.number("value", si.value);
  io.text("unit", si.unit);
}

template <class Io>
void fields(Io& io, Of<Quantity> auto& quantity) {
  io.quote("text", quantity.text, quantity.span);
  io.choice("kind", quantity.kind, names::kKind);
  io.choice("op", quantity.op, names::kOp);
  io.flag_if("approx", quantity.approx);
  io.text_if("cue", quantity.cue);
  io.number_if("value", quantity.value);
  io.number_if("low", quantity.low);
  io.number_if("high", quantity.high);
  io.fraction_if("fraction", quantity.fraction);
  io.number_if("uncertainty", quantity.uncertainty);
  io.count_if("significant_digits", quantity.significant_digits);
  io.object_if("unit", quantity.unit);
  io.object_if("si", quantity.si);
}

template <class Io>
void fields(Io& io, Of<Measure> auto& measure) {
  io.text("text", measure.text);
  io.text_if("head", measure.head);
  io.span_if(measure.span);
}

template <class Io>
void fields(Io& io, Of<Subject> auto& subject) {
  io.text("text", subject.text);
  io.text_if("name", subject.name);
  io.choice_if("type", subject.type, names::kEntityType);
  io.text_if("entity", subject.entity);
  io.span_if(subject.span);
}

template <class Io>
void fields(Io& io, Of<Baseline> auto& baseline) {
  io.text("text", baseline.text);
  io.text_if("start", baseline.start);
  io.text_if("end", baseline.end);
}

template <class Io>
void fields(Io& io, Of<Change> auto& change) {
  io.choice_if("direction", change.direction, names::kDirection);
  io.choice("role", change.role, names::kRole);
  io.choice_if("basis", change.basis, names::kBasis);
  io.object_if("baseline", change.baseline);
}

template <class Io>
void fields(Io& io, Of<Period> auto& period) {
  io.text_if("text", period.text);
  io.span_if(period.span);
  io.text_if("start", period.start);
  io.text_if("end", period.end);
  io.text_if("duration", period.duration);
  io.flag_if("inferred", period.inferred);
}

template <class Io>
void fields(Io& io, Of<Attribution> auto& attribution) {
  io.text("speaker", attribution.speaker);
  io.text_if("role", attribution.role);
  io.text_if("verb", attribution.verb);
  io.flag_if("quoted", attribution.quoted);
  io.flag_if("inferred", attribution.inferred);
  io.span_if(attribution.span);
}

template <class Io>
void fields(Io& io, Of<Link> auto& link) {
  io.choice("rel", link.rel, names::kRelation);
  io.text("fact", link.fact);
}

template <class Io>
void fields(Io& io, Of<Fact> auto& fact) {
  io.text("id", fact.id);
  io.flag_unless("claim", fact.claim);
  io.choice_if("class", fact.non_claim_class, names::kClass);
  io.choice("section", fact.section, names::kSection);
  io.sentence("sentence", fact.sentence);
  io.object("quantity", fact.quantity);
  io.object_if("measure", fact.measure);
  io.object_if("subject", fact.subject);
  io.object_if("share_of", fact.share_of);
  io.object_if("change", fact.change);
  io.object_if("period", fact.period);
  io.choice("status", fact.status, names::kStatus);
  io.flag_if("negated", fact.negated);
  io.object_if("attribution", fact.attribution);
  io.list_if("links", fact.links);
  io.list("rules", fact.rules);
  io.score("score", fact.score);
}

template <class Io>
void fields(Io& io, Of<Entity> auto& entity) {
  io.text("id", entity.id);
  io.text("name", entity.name);
  io.choice("type", entity.type, names::kEntityType);
  io.pairs_if("ids", entity.ids);
  io.list_if("aliases", entity.aliases);
  io.list("mentions", entity.mentions);
}

template <class Io>
void fields(Io& io, Of<TimeMention> auto& time) {
  io.text("text", time.text);
  io.span(time.span);
  io.choice("type", time.type, names::kTimeType);
  io.text_if("start", time.start);
  io.text_if("end", time.end);
}

template <class Io>
void fields(Io& io, Of<Warning> auto& warning) {
  io.text("code", warning.code);
  io.text("message", warning.message);
  io.span_if(warning.span);
}

template <class Io>
void fields(Io& io, Of<DocumentInfo> auto& info) {
  io.text("id", info.id);
  io.text("sha256", info.sha256);
  io.text("source", info.source);
  io.text_or_null("url", info.url);
  io.text("language", info.language);
  io.text("media_type", info.media_type);
  io.text("charset", info.charset);
  io.text_or_null("title", info.title);
  io.text_or_null("byline", info.byline);
  io.text_or_null("publisher", info.publisher);
  io.text_or_null("place", info.place);
  io.text_or_null("published", info.published);
  io.canonical_text("text");
}

template <class Io>
void fields(Io& io, Of<EngineInfo> auto& engine) {
  io.text("version", engine.version);
  io.text("rules", engine.rules);
}

template <class Io>
void fields(Io& io, Of<DocumentResult> auto& result) {
  io.constant("schema", kRecordSchema);
  io.object("document", result.document);
  io.list("facts", result.facts);
  io.list("entities", result.entities);
  io.list_if_wanted("times", result.times);
  io.list("warnings", result.warnings);
  io.object("engine", result.engine);
}

}  // namespace figmine
