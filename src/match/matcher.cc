#include "match/matcher.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "match/evaluate.h"

namespace figmine {
namespace {

constexpr std::size_t kMaxForms = 50000;
constexpr std::size_t kMaxMarkSets = 50000;
constexpr std::size_t kMaxTokenKinds = 200000;

// The number kept for an index, or kNone where there is none yet.
std::uint32_t known(const std::vector<std::uint32_t>& list, std::uint32_t index) {
  return index < list.size() ? list[index] : kNone;
}

std::uint32_t keep(std::vector<std::uint32_t>& list, std::uint32_t index, std::uint32_t value) {
  if (index >= list.size()) list.resize(std::max<std::size_t>(index + 1, 2 * list.size()), kNone);
  return list[index] = value;
}

}  // namespace

std::string_view rule_name(const Program& program, std::uint32_t layer, std::uint32_t rule) {
  if (layer == kNone) return {};
  return program.layers[layer].rules[rule].name;
}

Matcher::Matcher(std::shared_ptr<const Program> program)
    : program_(std::move(program)),
      forms_(*program_),
      value_attribute_(program_->attributes.find("value")),
      low_attribute_(program_->attributes.find("low")),
      token_kinds_(program_->layers.size()) {
  for (const Layer& layer : program_->layers) {
    std::vector<std::uint32_t> regex_atoms(program_->regexes.size(), kNone);
    for (const std::uint32_t atom : layer.regex_atoms) regex_atoms[layer.atoms[atom].id] = atom;
    layers_.push_back({std::make_unique<Automaton>(layer), {}, {}, {}, {}, std::move(regex_atoms)});
  }
  asked_to_.assign(mark_of(kGlued), 0);
  for (std::uint32_t layer = 0; layer < program_->layers.size(); ++layer) {
    const RelativeArray<std::uint32_t>& atoms = program_->layers[layer].mark_atoms;
    for (std::size_t mark = 0; mark < atoms.size(); ++mark) {
      if (atoms[mark] != kNone) asked_to_[mark] = layer + 1;
    }
  }
  for (std::size_t mark = 0; mark < asked_to_.size(); ++mark) {
    const std::size_t inside = mark - mark % kMarkParts + static_cast<std::size_t>(MarkPart::kInside);
    asked_to_[mark] = std::max(asked_to_[mark], asked_to_[inside]);
  }
}

void Matcher::trim() {
  const bool forms_grown = forms_.size() >= kMaxForms;
  const bool sets_grown = mark_sets_.size() >= kMaxMarkSets;
  if (forms_grown) {
    forms_.clear();
    look_index_.clear();
    looks_.clear();
  }
  if (sets_grown) mark_sets_.clear();
  bool kinds_void = forms_grown || sets_grown || token_kinds_.size() >= kMaxTokenKinds;
  for (LayerScratch& layer : layers_) {
    const bool automaton_grown = layer.automaton->trim();
    if (automaton_grown || forms_grown) {
      layer.spelling_symbols.clear();
      layer.look_symbols.clear();
    }
    if (automaton_grown || sets_grown) layer.mark_symbols.clear();
    layer.captures.trim(automaton_grown);
    kinds_void = kinds_void || automaton_grown;
  }
  if (kinds_void) {
    token_kinds_.clear();
    words_.clear();
    word_entries_.clear();
  }
}

Analysis Matcher::run(const MatchContext& context, TokenRange range, std::size_t last_layer) {
  Analysis analysis(range);
  begin_sentence(context, range);
  annotate_lexicon(context, analysis);
  for (std::size_t layer = 0; layer < layers_.size() && layer <= last_layer; ++layer)
    run_layer(layer, context, analysis);
  return analysis;
}

void Matcher::begin_sentence(const MatchContext& context, TokenRange range) {
  spellings_.clear();
  marks_.clear();
  bool first = true;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const Token& token = context.tokens[at];
    spellings_.push_back(forms_[token.form].spelling);
    std::uint32_t set = MarkSets::kEmpty;
    if (token.glued) set = mark_sets_.with(set, mark_of(kGlued));
    if (token.newline) set = mark_sets_.with(set, mark_of(kNewline));
    if (first) {
      set = mark_sets_.with(set, mark_of(kFirst));
      first_word_ = at;
    }
    first = first && forms_[token.form].is(Shape::kPunct);
    marks_.push_back(set);
  }
  kinds_.assign(marks_.size(), kNone);
}

const Matcher::Word& Matcher::word_at(const MatchContext& context, std::uint32_t at) {
  const Token& token = context.tokens[at];
  const std::size_t index = std::size_t{2} * token.form + (token.glued ? 1 : 0);
  if (index >= words_.size()) words_.resize(std::max(index + 1, 2 * words_.size()));
  Word& word = words_[index];
  if (word.kind != kNone) return word;
  found_.clear();
  find_entries(*program_, forms_, context.tokens, at, at + 1, found_);
  word.first = static_cast<std::uint32_t>(word_entries_.size());
  word.count = static_cast<std::uint32_t>(found_.size());
  word.leads_on = leads_on(*program_, forms_, token);
  word.bare = token.glued ? mark_sets_.with(MarkSets::kEmpty, mark_of(kGlued)) : MarkSets::kEmpty;
  word.marks = word.bare;
  for (const Found& found : found_) {
    word_entries_.push_back({found.type, found.row});
    const std::uint32_t mark = mark_of(found.type, MarkPart::kWhole);
    if (asked_to_[mark] > 0) word.marks = mark_sets_.with(word.marks, mark);
  }
  word.kind = token_kinds_.of(forms_[token.form].spelling, word.marks);
  return word;
}

// The entries of a token of its own.
void Matcher::annotate_word(const Word& word, std::uint32_t at, Analysis& analysis) {
  const std::size_t token = at - analysis.range.begin;
  const bool bare = marks_[token] == word.bare;
  if (bare) {
    marks_[token] = word.marks;
    kinds_[token] = word.kind;
  }
  for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
    const LexiconEntry& entry = word_entries_[i];
    if (!bare) add_marks(entry.type, {at, at + 1}, 0, analysis);
    analysis.add(entry.type, {at, at + 1}).row = entry.row;
  }
}

// For each type leftmost, longest entries that do not overlap one another.
void Matcher::annotate_lexicon(const MatchContext& context, Analysis& analysis) {
  constexpr std::size_t kUsual = 6;  // annotations a token
  free_from_.assign(program_->types.size(), 0);
  analysis.annotations.reserve(kUsual * (analysis.range.end - analysis.range.begin));
  std::uint32_t taken_to = 0;  // where the entries of several tokens end
  for (std::uint32_t at = analysis.range.begin; at < analysis.range.end; ++at) {
    const Word& word = word_at(context, at);
    const bool alone =
        at >= taken_to &&
        !(word.leads_on && begins_long_entry(*program_, forms_, context.tokens, at, analysis.range.end));
    if (alone) {
      annotate_word(word, at, analysis);
      continue;
    }
    found_.clear();
    find_entries(*program_, forms_, context.tokens, at, analysis.range.end, found_);
    for (const Found& found : found_) {
      if (found.begin < free_from_[found.type]) continue;
      free_from_[found.type] = found.end;
      taken_to = std::max(taken_to, found.end);
      add_marks(found.type, {found.begin, found.end}, 0, analysis);
      analysis.add(found.type, {found.begin, found.end}).row = found.row;
    }
  }
}

// Those that no layer from `reader` on asks for would only make more sets.
void Matcher::add_marks(TypeId type, TokenRange range, std::size_t reader, const Analysis& analysis) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    MarkPart part = MarkPart::kMiddle;
    if (range.end - range.begin == 1) {
      part = MarkPart::kWhole;
    } else if (at == range.begin) {
      part = MarkPart::kBegin;
    } else if (at + 1 == range.end) {
      part = MarkPart::kEnd;
    }
    const std::uint32_t mark = mark_of(type, part);
    if (asked_to_[mark] <= reader) continue;
    std::uint32_t& set = marks_[at - analysis.range.begin];
    set = mark_sets_.with(set, mark);
    kinds_[at - analysis.range.begin] = kNone;
  }
}

std::uint32_t Matcher::look_of(SpellingId id) {
  if (const std::uint32_t look = known(looks_, id); look != kNone) return look;
  const Spelling& spelling = forms_.spelling(id);
  const auto next = static_cast<std::uint32_t>(look_index_.size());
  return keep(looks_, id, look_index_.try_emplace({spelling.shapes, spelling.regexes}, next).first->second);
}

std::uint32_t Matcher::make_look_symbol(std::size_t layer, std::uint32_t look, const Spelling& spelling) {
  LayerScratch& scratch = layers_[layer];
  const Layer& rules = program_->layers[layer];
  std::vector<std::uint32_t> holding;
  for (const std::uint32_t atom : rules.shape_atoms) {
    if (spelling.is(static_cast<Shape>(rules.atoms[atom].id))) holding.push_back(atom);
  }
  for (const std::uint32_t regex : spelling.regexes) {
    const std::uint32_t atom = scratch.regex_atoms[regex];
    if (atom != kNone) holding.push_back(atom);
  }
  return keep(scratch.look_symbols, look, scratch.automaton->symbol(holding));
}

std::uint32_t Matcher::make_spelling_symbol(std::size_t layer, SpellingId id) {
  LayerScratch& scratch = layers_[layer];
  const Spelling& spelling = forms_.spelling(id);
  const std::uint32_t look = look_of(id);
  std::uint32_t symbol = known(scratch.look_symbols, look);
  if (symbol == kNone) symbol = make_look_symbol(layer, look, spelling);
  if (const std::uint32_t atom = program_->layers[layer].word_atom(spelling.word); atom != kNone)
    symbol = scratch.automaton->join(symbol, scratch.automaton->symbol(std::span(&atom, 1)));
  return keep(scratch.spelling_symbols, id, symbol);
}

std::uint32_t Matcher::make_mark_symbol(std::size_t layer, std::uint32_t set) {
  LayerScratch& scratch = layers_[layer];
  const Layer& rules = program_->layers[layer];
  std::vector<std::uint32_t> holding;
  const auto add = [&](std::uint32_t atom) {
    if (atom != kNone) holding.push_back(atom);
  };
  for (const std::uint32_t mark : mark_sets_.marks(set)) {
    if (mark < mark_of(kGlued)) {
      add(rules.mark_atoms[mark]);
      add(rules.mark_atoms[mark_of(static_cast<TypeId>(mark / kMarkParts), MarkPart::kInside)]);
    } else {
      add(std::array{rules.glued, rules.first, rules.newline}[mark - mark_of(kGlued)]);
    }
  }
  return keep(scratch.mark_symbols, set, scratch.automaton->symbol(holding));
}

std::uint32_t Matcher::kind_of(std::size_t token) {
  std::uint32_t& kind = kinds_[token];
  if (kind == kNone) kind = token_kinds_.of(spellings_[token], marks_[token]);
  return kind;
}

std::uint32_t Matcher::symbol_of(std::size_t layer, std::size_t token) {
  const std::uint32_t kind = kind_of(token);
  const std::uint32_t kept = token_kinds_.symbol(kind, layer);
  if (kept != TokenKinds::kNoSymbol) return kept;
  const std::uint32_t symbol = make_symbol(layer, token);
  token_kinds_.set_symbol(kind, layer, symbol);
  return symbol;
}

std::uint32_t Matcher::make_symbol(std::size_t layer, std::size_t token) {
  const LayerScratch& scratch = layers_[layer];
  std::uint32_t spelling = known(scratch.spelling_symbols, spellings_[token]);
  if (spelling == kNone) spelling = make_spelling_symbol(layer, spellings_[token]);
  std::uint32_t marks = known(scratch.mark_symbols, marks_[token]);
  if (marks == kNone) marks = make_mark_symbol(layer, marks_[token]);
  return scratch.automaton->join(spelling, marks);
}

bool Matcher::may_start(std::size_t layer, std::size_t token) {
  const std::uint32_t kind = kind_of(token);
  const TokenKinds::Start known_start = token_kinds_.start(kind, layer);
  if (known_start != TokenKinds::Start::kUnknown) return known_start == TokenKinds::Start::kYes;
  Automaton& automaton = *layers_[layer].automaton;
  const bool may = automaton.next(automaton.start(), symbol_of(layer, token)) != Automaton::kDead;
  token_kinds_.set_start(kind, layer, may);
  return may;
}

void Matcher::find_starts(std::size_t layer) {
  starts_.clear();
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const bool known = kinds_[i] != kNone;
    const TokenKinds::Start start =
        known ? token_kinds_.start(kinds_[i], layer) : TokenKinds::Start::kUnknown;
    if (start == TokenKinds::Start::kNo) continue;
    if (start == TokenKinds::Start::kYes || may_start(layer, i)) starts_.push_back(i);
  }
}

// What it is for the layer at work: what that layer adds to the marks changes nothing.
std::uint32_t Matcher::symbol_at(std::size_t layer, std::size_t token) {
  std::uint32_t& symbol = symbols_[token];
  if (symbol == kNone) symbol = symbol_of(layer, token);
  return symbol;
}

// A layer that only says something of figures has nothing to do in a sentence without one.
bool Matcher::has_work(std::size_t layer, const Analysis& analysis) const {
  const RelativeArray<std::uint32_t>& targets = program_->layers[layer].target_types;
  if (program_->layers[layer].rules.empty()) return false;
  return targets.empty() || std::any_of(targets.begin(), targets.end(),
                                        [&](std::uint32_t type) { return analysis.holds(type); });
}

void Matcher::run_layer(std::size_t layer, const MatchContext& context, Analysis& analysis) {
  if (!has_work(layer, analysis)) return;
  find_starts(layer);
  if (starts_.empty()) return;
  symbols_.assign(marks_.size(), kNone);
  const bool longest = program_->layers[layer].mode == LayerMode::kLongest;
  std::uint32_t free_from = analysis.range.begin;
  for (const std::size_t start : starts_) {
    const std::uint32_t at = analysis.range.begin + static_cast<std::uint32_t>(start);
    if (at < free_from) continue;
    if (longest) {
      free_from = match_longest(layer, context, analysis, at);
    } else {
      match_all(layer, context, analysis, at);
    }
  }
}

// Fills accepts_ with the ends at which some rule that began at `begin` matches.
void Matcher::scan(std::size_t layer, const Analysis& analysis, std::uint32_t begin) {
  Automaton& automaton = *layers_[layer].automaton;
  accepts_.clear();
  std::int32_t state = automaton.start();
  const std::uint32_t limit = std::min(analysis.range.end, begin + kMaxMatch);
  for (std::uint32_t at = begin; at < limit && state != Automaton::kDead;) {
    state = automaton.next(state, symbol_at(layer, at - analysis.range.begin));
    ++at;
    if (state != Automaton::kDead && Automaton::accepts(state)) accepts_.emplace_back(at, state);
  }
}

bool Matcher::context_fits(std::size_t layer, const Rule& rule, TokenRange match, const Analysis& analysis) {
  if (rule.at_start && match.begin > first_word_) return false;
  if (rule.at_end && match.end != analysis.range.end) return false;
  if (rule.look_ahead != kNone &&
      looks_like(layer, rule.look_ahead, analysis, match.end, false) == rule.negative_ahead) {
    return false;
  }
  return rule.look_behind == kNone ||
         looks_like(layer, rule.look_behind, analysis, match.begin, true) != rule.negative_behind;
}

// Whether the look-around that begins with the instruction `start` matches some tokens from `from` on.
bool Matcher::looks_like(std::size_t layer, std::uint32_t start, const Analysis& analysis, std::uint32_t from,
                         bool backwards) {
  Automaton& automaton = *layers_[layer].automaton;
  std::int32_t state = automaton.look(start);
  const std::uint32_t at = from - analysis.range.begin;
  const std::uint32_t there = backwards ? at : analysis.range.end - from;  // tokens
  for (std::uint32_t step = 0; state != Automaton::kDead; ++step) {
    if (Automaton::accepts(state)) return true;
    if (step == std::min(there, kMaxLook)) return false;
    state = automaton.next(state, symbol_at(layer, backwards ? at - 1 - step : at + step));
  }
  return false;
}

// Gives the token to go on at.
std::uint32_t Matcher::match_longest(std::size_t layer, const MatchContext& context, Analysis& analysis,
                                     std::uint32_t begin) {
  Automaton& automaton = *layers_[layer].automaton;
  scan(layer, analysis, begin);
  for (std::size_t i = accepts_.size(); i-- > 0;) {
    const auto [end, state] = accepts_[i];
    for (const std::uint32_t rule : automaton.accepted(state)) {
      if (!context_fits(layer, automaton.layer().rules[rule], {begin, end}, analysis)) continue;
      if (apply(layer, rule, {begin, end}, context, analysis)) return end;
    }
  }
  return begin + 1;
}

void Matcher::match_all(std::size_t layer, const MatchContext& context, Analysis& analysis,
                        std::uint32_t begin) {
  Automaton& automaton = *layers_[layer].automaton;
  scan(layer, analysis, begin);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> matches;  // (rule, end)
  for (std::size_t i = accepts_.size(); i-- > 0;) {
    const auto [end, state] = accepts_[i];
    for (const std::uint32_t rule : automaton.accepted(state)) {
      const bool done = automaton.layer().rules[rule].every_end == 0 &&
                        std::any_of(matches.begin(), matches.end(),
                                    [rule = rule](const auto& match) { return match.first == rule; });
      if (!done && context_fits(layer, automaton.layer().rules[rule], {begin, end}, analysis))
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
  std::vector<Capture> captures =
      layers_[layer].captures.find(automaton, rule_index, symbols_, analysis.range.begin, match);
  const Evaluator evaluator(rule, context, analysis, captures, *program_);
  values_.clear();
  for (const Setter& setter : rule.set) {
    Value value = evaluator.evaluate(setter.expression);
    if (std::holds_alternative<std::monostate>(value) && is_required(setter.attribute)) return false;
    if (!std::holds_alternative<std::monostate>(value))
      values_.emplace_back(static_cast<AttributeId>(setter.attribute), std::move(value));
  }
  const auto range_of = [&](std::uint32_t name) {
    for (const Capture& capture : captures) {
      if (capture.name == name) return capture.range;
    }
    return TokenRange{};
  };
  if (rule.emit != kNone) {
    const TokenRange range = rule.span_capture == kNone ? match : range_of(rule.span_capture);
    if (range.empty()) return false;
    const auto type = static_cast<TypeId>(rule.emit);
    add_marks(type, range, layer + 1, analysis);
    Annotation& annotation = analysis.add(type, range);
    annotation.layer = static_cast<std::uint32_t>(layer);
    annotation.rule = rule_index;
    annotation.tell(
        Features(std::make_move_iterator(values_.begin()), std::make_move_iterator(values_.end())),
        std::move(captures));
    return true;
  }
  for (const Capture& capture : captures) {
    if (capture.name != rule.target) continue;
    const std::uint32_t target = analysis.find(capture.range, rule.type_of(capture.name));
    if (target == kNone) continue;
    analysis.relations.push_back({static_cast<std::uint32_t>(layer), rule_index, target, match, values_});
  }
  return true;
}

Matcher::NearMiss Matcher::closest(const MatchContext& context, TokenRange range, std::size_t layer,
                                   std::size_t rule) {
  Analysis analysis = run(context, range, layer == 0 ? 0 : layer - 1);
  if (layer == 0) {
    analysis = Analysis(range);
    begin_sentence(context, range);
    annotate_lexicon(context, analysis);
  }
  symbols_.assign(marks_.size(), kNone);
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
      const std::int32_t next =
          alone.next(state, alone.symbol(full.atoms_of(symbol_at(layer, at - range.begin))));
      if (next == Automaton::kDead) break;
      state = next;
      ++at;
      matched = matched || Automaton::accepts(state);
    }
    if (at - begin > best.range.end - best.range.begin || (matched && !best.matched))
      best = {{begin, at}, matched};
  }
  return best;
}

}  // namespace figmine
