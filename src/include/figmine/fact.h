// figmine/fact.h: the record. One DocumentResult per article; field names follow docs/facts-format.md, where
// their meaning is defined. Plain values that own what they hold; spans count bytes of DocumentResult::text.
// An absent optional means null.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "figmine/span.h"

namespace figmine {

// Words of the article with their place; `span` may be empty where a text is inferred.
struct Phrase {
  std::string text;
  Span span;
};

struct UnitCandidate {
  std::string name;
  std::string code;
  std::string evidence;  // why it was not chosen, or what speaks for it
};

struct Unit {
  std::string text;    // as written there, or by the figure it is shared with
  std::string name;    // English singular, after CLDR
  std::string code;    // UCUM or ISO 4217; may be empty
  std::string system;  // "ucum", "iso4217" or empty
  std::string per;     // denominator: "share", "day"; may be empty
  std::vector<UnitCandidate> candidates;
};

struct SiValue {
  std::string value;  // exact decimal literal
  std::string unit;
};

struct Quantity {
  std::string text;
  Span span;
  std::string kind;  // money | count | percent | …
  std::string op = "=";
  bool approx = false;
  std::string cue;
  std::optional<std::string> value;  // exact plain decimal literals
  std::optional<std::string> low;
  std::optional<std::string> high;
  std::optional<std::pair<std::string, std::string>> fraction;  // numerator, denominator
  std::optional<std::string> uncertainty;
  int significant_digits = 0;
  std::optional<Unit> unit;
  std::optional<SiValue> si;
};

struct Measure {
  std::string text;
  std::string head;
  Span span;
};

struct Subject {
  std::string text;
  std::string name;
  std::string type;    // organization | place | product | person | other; may be empty
  std::string entity;  // id of the entity; may be empty
  Span span;
};

struct Baseline {
  std::string text;
  std::string start;
  std::string end;
};

struct Change {
  std::string direction;  // up | down | flat; empty where the movement is not stated
  std::string role;       // by | to | from
  std::string basis;      // year_on_year | …; may be empty
  std::optional<Baseline> baseline;
};

struct Period {
  std::string text;
  Span span;
  std::string start;  // ISO dates; empty where open
  std::string end;
  std::string duration;  // ISO 8601; may be empty
  bool inferred = false;
};

struct Attribution {
  std::string speaker;
  std::string role;
  std::string verb;
  bool quoted = false;
  bool inferred = false;
  Span span;
};

struct Link {
  std::string rel;  // equivalent | delta_of | old_level_of | new_level_of | part_of | respectively | restates
  std::string fact;  // id
};

struct Fact {
  std::string id;
  bool claim = true;
  std::string non_claim_class;  // "class" in the JSON; only where claim is false
  std::string section;
  Span sentence;
  Quantity quantity;
  std::optional<Measure> measure;
  std::optional<Subject> subject;
  std::optional<Phrase> share_of;
  std::optional<Change> change;
  std::optional<Period> period;
  std::string status = "reported";
  bool negated = false;
  std::optional<Attribution> attribution;
  std::vector<Link> links;
  std::vector<std::string> rules;
  double score = 0;
};

struct Entity {
  std::string id;
  std::string name;
  std::string type;
  std::vector<std::pair<std::string, std::string>> ids;  // ("ticker", "NASDAQ:GMGI")
  std::vector<std::string> aliases;
  std::vector<Span> mentions;
};

struct TimeMention {
  std::string text;
  Span span;
  std::string type;  // date | period | duration | set
  std::string start;
  std::string end;
};

struct Warning {
  std::string code;
  std::string message;
  std::optional<Span> span;
};

struct DocumentInfo {
  std::string id;
  std::string sha256;
  std::string source;
  std::optional<std::string> url;
  std::string language;
  std::string media_type;
  std::string charset;
  std::optional<std::string> title, byline, publisher, place, published;
};

struct EngineInfo {
  std::string version;
  std::string rules;
};

struct DocumentResult {
  std::string text;  // the canonical UTF-8 that every span lies in
  DocumentInfo document;
  std::vector<Fact> facts;  // in text order
  std::vector<Entity> entities;
  std::vector<TimeMention> times;
  std::vector<Warning> warnings;
  EngineInfo engine;
};

}  // namespace figmine
