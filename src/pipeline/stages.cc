#include "pipeline/stages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/sha256.h"
#include "match/examples.h"
#include "match/functions.h"
#include "text/lost_breaks.h"

namespace figmine {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

class Dumper {
 public:
  Dumper(const Stages& stages, const Program& program) : stages_(stages), program_(program) {}

  std::string blocks() const {
    constexpr std::array<std::string_view, 7> kKinds = {"heading",   "paragraph", "list_item", "quote",
                                                        "table_row", "caption",   "metadata"};
    std::string out;
    for (const Block& block : stages_.document.blocks) {
      out +=
          fmt::format("{} level={} [{},{}) {}\n", kKinds[static_cast<std::size_t>(block.kind)], block.level,
                      block.span.begin, block.span.end, in_quotes(slice(stages_.document.text, block.span)));
    }
    return out;
  }

  std::string sentences() const {
    std::string out;
    for (const Sentence& sentence : stages_.text.sentences) {
      out += fmt::format("{} [{},{}) {}\n", name_of(sentence.section), sentence.span.begin, sentence.span.end,
                         in_quotes(slice(stages_.document.text, sentence.span)));
    }
    return out;
  }

  std::string tokens() const {
    constexpr std::array<std::string_view, 5> kKinds = {"word", "numeral", "punctuation", "symbol", "url"};
    std::string out;
    for (const Token& token : stages_.text.tokens) {
      out += fmt::format("{}{} [{},{}) {}\n", kKinds[static_cast<std::size_t>(token.kind)],
                         token.glued ? " glued" : "", token.span.begin, token.span.end,
                         in_quotes(slice(stages_.document.text, token.span)));
    }
    return out;
  }

  std::string annotations(std::initializer_list<std::string_view> types) const {
    std::string out;
    for (const Analysis& analysis : stages_.analyses) {
      for (const Annotation& annotation : analysis.annotations) {
        const std::string_view type = program_.types.name(annotation.type);
        if (annotation.layer == kNone || std::find(types.begin(), types.end(), type) == types.end()) continue;
        out += fmt::format(
            "{} {} {} {}\n", type, in_quotes(text_of(annotation.range)),
            rule_name(program_, annotation.layer, annotation.rule),
            describe(program_, annotation.features(), stages_.document.text, stages_.text.tokens));
      }
    }
    return out;
  }

  std::string claims() const {
    std::string out;
    for (const Fact& fact : stages_.claims.facts) out += one_line(fact) + "\n";
    return out;
  }

  // "text" kind op value, then the fields that are there, each as name=value; tests/cases states what it
  // expects in the same form.
  static std::string one_line(const Fact& fact) {
    std::string out = quantity_line(fact.quantity);
    if (!fact.claim) return out + " class=" + fact.non_claim_class;
    if (fact.measure) out += " measure=" + in_quotes(fact.measure->text);
    if (fact.subject) out += " subject=" + in_quotes(fact.subject->name);
    if (fact.share_of) out += " share_of=" + in_quotes(fact.share_of->text);
    if (fact.change) out += change_fields(*fact.change);
    if (fact.period) out += period_field(*fact.period);
    out += " status=" + fact.status;
    if (fact.negated) out += " negated=yes";
    if (fact.attribution)
      out += fmt::format(" speaker={}{}", in_quotes(fact.attribution->speaker),
                         fact.attribution->inferred ? "?" : "");
    if (fact.section != "body") out += " section=" + fact.section;
    if (!fact.links.empty()) out += links_field(fact.links);
    return out;
  }

  std::string text_of(TokenRange range) const {
    if (range.empty()) return {};
    return std::string(slice(stages_.document.text, {stages_.text.tokens[range.begin].span.begin,
                                                     stages_.text.tokens[range.end - 1].span.end}));
  }

 private:
  static std::string quantity_line(const Quantity& quantity) {
    std::string out = fmt::format("{} {} {}{} ", in_quotes(quantity.text), quantity.kind, quantity.op,
                                  quantity.approx ? "~" : "");
    out += quantity.op == ".." ? quantity.low.value_or("") + ".." + quantity.high.value_or("")
                               : quantity.value.value_or("");
    if (const auto& unit = quantity.unit)
      out += fmt::format(" unit={}{}", in_quotes(unit->code.empty() ? unit->name : unit->code),
                         unit->per.empty() ? "" : "/" + unit->per);
    if (quantity.uncertainty) out += " uncertainty=" + *quantity.uncertainty;
    return out;
  }

  static std::string change_fields(const Change& change) {
    std::string out = fmt::format(" change={}/{}{}", change.direction, change.role,
                                  change.basis.empty() ? "" : "/" + change.basis);
    if (change.baseline) out += fmt::format(" baseline={}..{}", change.baseline->start, change.baseline->end);
    return out;
  }

  static std::string period_field(const Period& period) {
    return fmt::format(" period={}..{}{}{}", period.start, period.end,
                       period.duration.empty() ? "" : "/" + period.duration, period.inferred ? "?" : "");
  }

  // The kinds of link, each once: which fact is meant is told by the text.
  static std::string links_field(const std::vector<Link>& links) {
    std::set<std::string> kinds;
    for (const Link& link : links) kinds.insert(link.rel);
    return fmt::format(" links={}", fmt::join(kinds, "+"));
  }

  const Stages& stages_;
  const Program& program_;
};

std::string describe_captures(const Program& program, const Annotation& annotation, const Dumper& dumper) {
  std::string out;
  for (const Capture& capture : annotation.captures()) {
    if (!capture.range.empty())
      out += fmt::format(" {}:{}", program.captures.name(capture.name),
                         in_quotes(dumper.text_of(capture.range)));
  }
  return out;
}

// What competed for the fact's characters and lost, or decided that it is no claim.
std::string describe_overlaps(const Program& program, const Analysis& analysis, const Annotation& winner,
                              const Dumper& dumper) {
  std::string out;
  for (const Annotation& other : analysis.annotations) {
    if (other.layer == kNone || &other == &winner || !other.range.overlaps(winner.range)) continue;
    const std::string_view type = program.types.name(other.type);
    if (type != "time" && type != "guard" && type != "q") continue;
    out += fmt::format("    overlap   {} {} by {}\n", type, in_quotes(dumper.text_of(other.range)),
                       rule_name(program, other.layer, other.rule));
  }
  return out;
}

// All numerals of the article that show a decimal mark show a comma, and each could be read so.
bool writes_decimal_comma(const Stages& stages, const FormTable& forms) {
  bool found = false;
  for (const Token& token : stages.text.tokens) {
    if (token.kind != TokenKind::kNumeral) continue;
    const std::optional<bool> comma = has_decimal_comma(forms[token.form].folded);
    if (!comma) continue;
    if (!*comma || !parse_numeral(forms[token.form].folded)) return false;
    found = true;
  }
  return found;
}

}  // namespace

void run_stages(Stages& stages, Matcher& matcher) {
  stages.sha256 = sha256_hex({stages.document.text});
  stages.document.blocks =
      restore_breaks(stages.document.text, std::move(stages.document.blocks), matcher.program());
  stages.text = segment(stages.document, matcher.program(), matcher.forms());
  const MatchContext context{stages.document.text, stages.text.tokens, stages.published,
                             writes_decimal_comma(stages, matcher.forms())};
  stages.analyses.reserve(stages.text.sentences.size());
  for (const Sentence& sentence : stages.text.sentences)
    stages.analyses.push_back(matcher.run(context, {sentence.begin, sentence.end}));
  const CurrencyContext currencies = read_currencies(stages.analyses, matcher.program(), stages.document);
  const std::optional<FiscalYear> fiscal_year =
      read_fiscal_year(stages.analyses, matcher.program(), stages.published);
  const UnitContext units = read_units(stages.analyses, matcher.program());
  const ResolveContext resolving{matcher.program(), matcher.forms(), stages.document, stages.text,
                                 currencies,        units,           fiscal_year,     stages.published};
  stages.resolved.reserve(stages.analyses.size());
  for (const Analysis& analysis : stages.analyses) stages.resolved.push_back(resolve(analysis, resolving));
  const ClaimInput input{matcher.program(), matcher.forms(), stages.document,  stages.text,
                         stages.analyses,   stages.resolved, stages.published, fiscal_year};
  stages.claims = assemble(input, stages.sha256);
}

std::string dump_stage(const Stages& stages, const Program& program, std::string_view stage) {
  const Dumper dumper(stages, program);
  if (stage == "blocks") return dumper.blocks();
  if (stage == "sentences") return dumper.sentences();
  if (stage == "tokens") return dumper.tokens();
  if (stage == "numbers") return dumper.annotations({"num", "snum", "ord"});
  if (stage == "times") return dumper.annotations({"time"});
  if (stage == "quantities") return dumper.annotations({"q", "guard"});
  if (stage == "phrases") return dumper.annotations({"np", "vg", "pron", "speech"});
  return stage == "claims" ? dumper.claims() : std::string();
}

std::string explain_facts(const Stages& stages, const Program& program, std::string_view fact_id) {
  const Dumper dumper(stages, program);
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < stages.resolved.size(); ++i) {
    for (const Mention& mention : stages.resolved[i].mentions) {
      const Fact& fact = stages.claims.facts[at++];
      if (!fact_id.empty() && fact.id != fact_id) continue;
      const Analysis& analysis = stages.analyses[i];
      const Annotation& annotation = analysis.annotations[mention.annotation];
      out += fmt::format("{} {}\n    sentence  {}\n", fact.id, Dumper::one_line(fact),
                         in_quotes(slice(stages.document.text, fact.sentence)));
      out += fmt::format("    quantity  {}{}\n", rule_name(program, annotation.layer, annotation.rule),
                         describe_captures(program, annotation, dumper));
      for (const Annotation& part : analysis.annotations) {
        if (part.layer == kNone || &part == &annotation || !annotation.range.contains(part.range)) continue;
        out += fmt::format("    layer     {:<14} {} {} {}\n", program.layers[part.layer].name.view(),
                           in_quotes(dumper.text_of(part.range)), rule_name(program, part.layer, part.rule),
                           describe(program, part.features(), stages.document.text, stages.text.tokens));
      }
      for (const Relation& relation : analysis.relations) {
        if (relation.target != mention.annotation) continue;
        out += fmt::format("    relation  {} on {}: {}\n", rule_name(program, relation.layer, relation.rule),
                           in_quotes(dumper.text_of(relation.range)),
                           describe(program, relation.values, stages.document.text, stages.text.tokens));
      }
      out += describe_overlaps(program, analysis, annotation, dumper);
      out += fmt::format("    applied   {}\n", fmt::join(fact.rules, ", "));
    }
  }
  return out;
}

}  // namespace figmine
