#include "match/matcher.h"

#include <algorithm>

#include "match/captures.h"
#include "match/evaluate.h"

namespace figmine {
namespace {

constexpr std::size_t kMaxForms = 50000;

}  // namespace

std::string_view rule_name(const Program& program, std::uint32_t layer, std::uint32_t rule) {
  if (layer == kNone) return {};
  return program.layers[layer].rules[rule].name;
}

Matcher::Matcher(std::shared_ptr<const Program> program)
    : program_(std::move(program)),
      forms_(*program_),
      value_attribute_(program_->attributes.find("value")),
      low_attribute_(program_->attributes.find("low")) {
  for (const Layer& layer : program_->layers) layers_.push_back({std::make_unique<Automaton>(layer), {}});
  regexes_.resize(program_->regexes.size());
}

void Matcher::trim() {
  for (LayerScratch& layer : layers_) {
    if (layer.automaton->trim()) layer.form_symbols.clear();
  }
  if (forms_.size() < kMaxForms) return;
  forms_.clear();
  for (LayerScratch& layer : layers_) layer.form_symbols.clear();
}

Analysis Matcher::run(const MatchContext& context, TokenRange range, std::size_t last_layer) {
  Analysis analysis(range);
  marks_.resize(std::max<std::size_t>(marks_.size(), range.end - range.begin));
  for (auto& marks : marks_) marks.clear();
  annotate_lexicon(context, analysis);
  for (std::size_t layer = 0; layer < layers_.size() && layer <= last_layer; ++layer)
    run_layer(layer, context, analysis);
  return analysis;
}

// For each type leftmost, longest entries that do not overlap one another.
void Matcher::annotate_lexicon(const MatchContext& context, Analysis& analysis) {
  std::vector<std::uint32_t> free_from(program_->types.size(), 0);
  for (std::uint32_t at = analysis.range.begin; at < analysis.range.end; ++at) {
    found_.clear();
    find_entries(*program_, forms_, context.tokens, at, analysis.range.end, found_);
    for (const Found& found : found_) {
      if (found.begin < free_from[found.type]) continue;
      free_from[found.type] = found.end;
      Annotation annotation;
      annotation.type = found.type;
      annotation.range = {found.begin, found.end};
      annotation.row = found.row;
      add_marks(found.type, annotation.range, analysis);
      analysis.add(std::move(annotation));
    }
  }
}

void Matcher::add_marks(TypeId type, TokenRange range, const Analysis& analysis) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    MarkPart part = MarkPart::kMiddle;
    if (range.end - range.begin == 1) {
      part = MarkPart::kWhole;
    } else if (at == range.begin) {
      part = MarkPart::kBegin;
    } else if (at + 1 == range.end) {
      part = MarkPart::kEnd;
    }
    marks_[at - analysis.range.begin].push_back({type, part});
  }
}

std::uint32_t Matcher::form_symbol(std::size_t layer, FormId id) {
  LayerScratch& scratch = layers_[layer];
  std::vector<std::uint32_t>& cache = scratch.form_symbols;
  if (cache.size() <= id) cache.resize(std::max<std::size_t>(id + 1, forms_.size()), kNone);
  if (cache[id] != kNone) return cache[id];
  const Layer& rules = program_->layers[layer];
  AtomBits bits((rules.atoms.size() + 63) / 64, 0);
  const auto set = [&](std::uint32_t atom) { bits[atom / 64] |= std::uint64_t{1} << (atom % 64); };
  const Form& form = forms_[id];
  if (const std::uint32_t atom = rules.word_atom(form.word); atom != kNone) set(atom);
  for (const std::uint32_t atom : rules.shape_atoms) {
    if (form.is(static_cast<Shape>(rules.atoms[atom].id))) set(atom);
  }
  for (const std::uint32_t atom : rules.regex_atoms) {
    if (RE2::FullMatch(form.text, regex(rules.atoms[atom].id))) set(atom);
  }
  cache[id] = scratch.automaton->symbol(bits);
  return cache[id];
}

const RE2& Matcher::regex(std::uint32_t index) {
  std::unique_ptr<const RE2>& compiled = regexes_[index];
  if (!compiled) compiled = std::make_unique<const RE2>(program_->regexes[index].view(), RE2::Quiet);
  return *compiled;
}

void Matcher::compute_symbols(std::size_t layer, const MatchContext& context, const Analysis& analysis) {
  const LayerScratch& scratch = layers_[layer];
  const Layer& rules = program_->layers[layer];
  symbols_.clear();
  for (std::uint32_t at = analysis.range.begin; at < analysis.range.end; ++at) {
    const Token& token = context.tokens[at];
    std::uint32_t symbol = form_symbol(layer, token.form);
    const auto add = [&](std::uint32_t atom) {
      if (atom != kNone) symbol = scratch.automaton->with(symbol, atom);
    };
    if (token.glued) add(rules.glued);
    if (token.newline) add(rules.newline);
    if (at == analysis.range.begin) add(rules.first);
    for (const Mark& mark : marks_[at - analysis.range.begin]) {
      const std::uint32_t* parts = rules.mark_atoms.data() + mark.type * kMarkParts;
      add(parts[static_cast<std::size_t>(mark.part)]);
      add(parts[static_cast<std::size_t>(MarkPart::kInside)]);
    }
    symbols_.push_back(symbol);
  }
}

// A layer that only says something of figures has nothing to do in a sentence without one.
bool Matcher::has_work(std::size_t layer, const Analysis& analysis) const {
  const RelativeArray<std::uint32_t>& targets = program_->layers[layer].target_types;
  if (program_->layers[layer].rules.empty()) return false;
  return targets.empty() ||
         std::any_of(analysis.annotations.begin(), analysis.annotations.end(), [&](const Annotation& a) {
           return std::find(targets.begin(), targets.end(), a.type) != targets.end();
         });
}

void Matcher::run_layer(std::size_t layer, const MatchContext& context, Analysis& analysis) {
  if (!has_work(layer, analysis)) return;
  compute_symbols(layer, context, analysis);
  const bool longest = program_->layers[layer].mode == LayerMode::kLongest;
  for (std::uint32_t at = analysis.range.begin; at < analysis.range.end;) {
    if (longest) {
      at = match_longest(layer, context, analysis, at);
    } else {
      match_all(layer, context, analysis, at);
      ++at;
    }
  }
}

// Fills accepts_ with the ends at which some rule that began at `begin` matches.
void Matcher::scan(Automaton& automaton, const Analysis& analysis, std::uint32_t begin) {
  accepts_.clear();
  std::int32_t state = automaton.start();
  const std::uint32_t limit = std::min(analysis.range.end, begin + kMaxMatch);
  for (std::uint32_t at = begin; at < limit && state != Automaton::kDead;) {
    state = automaton.next(state, symbols_[at - analysis.range.begin]);
    ++at;
    if (state != Automaton::kDead && !automaton.accepted(state).empty()) accepts_.emplace_back(at, state);
  }
}

bool Matcher::context_fits(const Automaton& automaton, const Rule& rule, TokenRange match,
                           const Analysis& analysis) const {
  if (rule.at_start && match.begin != analysis.range.begin) return false;
  if (rule.at_end && match.end != analysis.range.end) return false;
  if (rule.look_ahead != kNone && looks_like(automaton, rule.look_ahead, symbols_, analysis.range.begin,
                                             match.end, false) == rule.negative_ahead) {
    return false;
  }
  return rule.look_behind == kNone || looks_like(automaton, rule.look_behind, symbols_, analysis.range.begin,
                                                 match.begin, true) != rule.negative_behind;
}

// Gives the token to go on at.
std::uint32_t Matcher::match_longest(std::size_t layer, const MatchContext& context, Analysis& analysis,
                                     std::uint32_t begin) {
  Automaton& automaton = *layers_[layer].automaton;
  scan(automaton, analysis, begin);
  for (std::size_t i = accepts_.size(); i-- > 0;) {
    const auto [end, state] = accepts_[i];
    for (const std::uint32_t rule : automaton.accepted(state)) {
      if (!context_fits(automaton, automaton.layer().rules[rule], {begin, end}, analysis)) continue;
      if (apply(layer, rule, {begin, end}, context, analysis)) return end;
    }
  }
  return begin + 1;
}

void Matcher::match_all(std::size_t layer, const MatchContext& context, Analysis& analysis,
                        std::uint32_t begin) {
  Automaton& automaton = *layers_[layer].automaton;
  scan(automaton, analysis, begin);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matches;  // (rule, end), each rule's longest
  for (std::size_t i = accepts_.size(); i-- > 0;) {
    const auto [end, state] = accepts_[i];
    for (const std::uint32_t rule : automaton.accepted(state)) {
      const bool done = std::any_of(matches.begin(), matches.end(),
                                    [rule = rule](const auto& match) { return match.first == rule; });
      if (!done && context_fits(automaton, automaton.layer().rules[rule], {begin, end}, analysis))
        matches.emplace_back(rule, end);
    }
  }
  std::sort(matches.begin(), matches.end());
  for (const auto& [rule, end] : matches) apply(layer, rule, {begin, end}, context, analysis);
}

// False where the rule finds no value after all ("1.2.3" is no number) and so does not match.
bool Matcher::apply(std::size_t layer, std::uint32_t rule_index, TokenRange match,
                    const MatchContext& context, Analysis& analysis) {
  const Automaton& automaton = *layers_[layer].automaton;
  const Rule& rule = automaton.layer().rules[rule_index];
  const std::vector<Capture> captures =
      find_captures(automaton, rule.start, symbols_, analysis.range.begin, match);
  const Evaluator evaluator(rule, context, analysis, captures, *program_);
  std::vector<std::pair<AttributeId, Value>> values;
  for (const Setter& setter : rule.set) {
    Value value = evaluator.evaluate(setter.expression);
    if (std::holds_alternative<std::monostate>(value) && is_required(setter.attribute)) return false;
    if (!std::holds_alternative<std::monostate>(value))
      values.emplace_back(static_cast<AttributeId>(setter.attribute), std::move(value));
  }
  const auto range_of = [&](std::uint32_t name) {
    for (const Capture& capture : captures) {
      if (capture.name == name) return capture.range;
    }
    return TokenRange{};
  };
  if (rule.emit != kNone) {
    Annotation annotation;
    annotation.type = static_cast<TypeId>(rule.emit);
    annotation.range = rule.span_capture == kNone ? match : range_of(rule.span_capture);
    if (annotation.range.empty()) return false;
    annotation.layer = static_cast<std::uint32_t>(layer);
    annotation.rule = rule_index;
    annotation.features = std::move(values);
    annotation.captures = captures;
    add_marks(annotation.type, annotation.range, analysis);
    analysis.add(std::move(annotation));
    return true;
  }
  for (const Capture& capture : captures) {
    if (capture.name != rule.target) continue;
    const std::uint32_t target = analysis.find(capture.range, rule.type_of(capture.name));
    if (target == kNone) continue;
    analysis.relations.push_back({static_cast<std::uint32_t>(layer), rule_index, target, match, values});
  }
  return true;
}

Matcher::NearMiss Matcher::closest(const MatchContext& context, TokenRange range, std::size_t layer,
                                   std::size_t rule) {
  Analysis analysis = run(context, range, layer == 0 ? 0 : layer - 1);
  if (layer == 0) {
    analysis = Analysis(range);
    for (auto& marks : marks_) marks.clear();
    annotate_lexicon(context, analysis);
  }
  compute_symbols(layer, context, analysis);
  const Layer& rules = program_->layers[layer];
  Automaton alone(rules, static_cast<std::uint32_t>(rule));
  const Automaton& full = *layers_[layer].automaton;
  NearMiss best;
  best.range = {range.begin, range.begin};
  for (std::uint32_t begin = range.begin; begin < range.end; ++begin) {
    std::int32_t state = alone.start();
    std::uint32_t at = begin;
    bool matched = false;
    const std::uint32_t limit = std::min(range.end, begin + kMaxMatch);
    while (at < limit) {
      const std::int32_t next = alone.next(state, alone.symbol(full.bits(symbols_[at - range.begin])));
      if (next == Automaton::kDead) break;
      state = next;
      ++at;
      matched = matched || !alone.accepted(state).empty();
    }
    if (at - begin > best.range.end - best.range.begin || (matched && !best.matched))
      best = {{begin, at}, matched};
  }
  return best;
}

}  // namespace figmine
