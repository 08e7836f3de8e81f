#include "claim/measures/context.h"

#include <algorithm>

namespace figmine::measures {

void Context::find(std::size_t index) const {
  Draft& draft = figures_[index];
  if (list_items_.is_labelled(draft)) return;
  if (moves_apart(index)) return name_mover(draft);
  if (counts_within_subject(draft)) return;
  if (setter_.inherit(draft, figures_.alike_before(index), "measure/same-sentence")) return;
  if (from_heading(draft) || from_list_before(index) || from_cell_before(draft)) return;
  if (const TokenRange after = draft.range("measure_after"); !after.empty() && setter_.take(draft, after, ""))
    return;
  if (const TokenRange in = draft.range("measure_in_np");
      !in.empty() && !verbs_.tells_for_whom(draft, in) && setter_.take(draft, in, ""))
    return;
  const bool same_block = index > 0 && look_.input().same_block(figures_[index - 1].sentence, draft.sentence);
  const bool by_name = !draft.subject.empty() && !draft.text("role").empty() && verbs_.moves_by_name(draft);
  const Draft* before = same_block ? figures_.told_before(index) : nullptr;
  // "Corlan rose 5%", whatever was told before
  if (by_name && !told_by_noun(draft) && !prices(before)) return name_mover(draft);
  if (!draft.text("role").empty() && before != nullptr &&
      setter_.inherit(draft, before, "measure/sentence-before"))
    return;
  if (by_name) return name_mover(draft);
  // "a gain of 20% in the Halden Health Index"
  const TokenRange own = draft.range("measure");
  if (draft.came_by("measure/noun-of-in") && look_.word_is(own.end - 1, "index.noun") && look_.is_name(own))
    return setter_.set(draft, look_.without_article(figures_.analysis(draft), own), "measure/name");
  // "The annual rate has been revised to 3.2%"
  const std::size_t subject = figures_.clauses(draft).subject_before(figures_.chunk_of(draft));
  if (figures_.clauses(draft).is(subject, Part::kPhrase))
    setter_.take_weak(draft, figures_.clauses(draft).chain_ending(subject));
}

// "The average score of all 612 schools rose to 68": what moved, not what is counted within its subject.
bool Context::counts_within_subject(Draft& draft) const {
  const Draft* counted = figures_.before(figures_.index_of(draft));
  if (draft.text("role").empty() || counted == nullptr || counted->sentence != draft.sentence) return false;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t verb = c.verb_before(figures_.chunk_of(draft));
  const std::size_t subject = verb == Clauses::kNoChunk ? verb : c.subject_of(verb);
  return c.is(subject, Part::kPhrase) && subject < figures_.chunk_of(*counted) &&
         figures_.chunk_of(*counted) < verb && setter_.take_weak(draft, c.chain_ending(subject));
}

// "The company lost $1.2 billion": what it did, no price that moved, as in "The stock lost $1.20".
bool Context::lost_money(const Draft& draft, std::size_t verb) const {
  constexpr std::size_t kMillion = 7;  // digits
  const Quantity& quantity = draft.fact.quantity;
  if (quantity.kind != "money" || draft.text("role") != "by" || !quantity.value) return false;
  const bool large = std::min(quantity.value->find('.'), quantity.value->size()) >= kMillion;
  const Clauses& c = figures_.clauses(draft);
  return large && verb != Clauses::kNoChunk && look_.word_is(c[verb].range.end - 1, "losing.verb");
}

void Context::name_mover(Draft& draft) const {
  const std::size_t verb = figures_.clauses(draft).verb_before(figures_.chunk_of(draft));
  if (lost_money(draft, verb)) {
    setter_.set_verb(draft, verb);
    return;
  }
  const bool coin = measures_coin(draft);
  const bool common = coin && is_coin_noun(draft.measure);  // "The token": which one is told elsewhere
  const bool taken_up = common && draft.subject.empty() && look_.word_is(draft.measure.begin, "coin.anaphor");
  if ((coin && !common) || taken_up) draft.subject = draft.measure;  // "the altcoin": that told before
  if (!common && !is_coin(draft.subject)) return setter_.set_name(draft);
  draft.fact.measure.reset();
  draft.measure = {};
  take_price(draft);
}

// The last word for a price before the figure, else the first one soon behind it.
void Context::take_price(Draft& draft) const {
  constexpr std::uint32_t kReach = 400;  // tokens
  constexpr std::uint32_t kAhead = 120;
  const auto takes = [&](std::uint32_t token) {
    const bool named = look_.word_is(token, "price.noun") && !is_of_thing(token);
    if (named) setter_.set(draft, {token, token + 1}, "measure/price");
    return named;
  };
  const std::uint32_t begin = draft.mention->range.begin;
  for (std::uint32_t token = begin; token-- > 0 && begin - token <= kReach;) {
    if (takes(token)) return;
  }
  const auto size = static_cast<std::uint32_t>(look_.input().text.tokens.size());
  const std::uint32_t end = std::min(draft.mention->range.end + kAhead, size);
  for (std::uint32_t token = draft.mention->range.end; token < end; ++token) {
    if (takes(token)) return;
  }
}

// "Solana is about to break the $200 mark", "As Bitcoin nears $70K": a coin's amount is a price, though
// nothing or only a mark is named.
void Context::price_coin(Draft& draft) const {
  if (price_extreme(draft)) return;
  const TokenRange raised = draft.came_by("measure/raised-object") ? draft.range("measure") : TokenRange{};
  const bool moved = !raised.empty() && is_coin(raised);  // "The news pushed Solana to $200"
  const bool open = moved || !draft.fact.measure || draft.came_by("measure/mark") || tells_motion(draft);
  const std::string& kind = draft.fact.quantity.kind;
  const bool amount = kind == "money" && draft.text("role") != "by";
  const bool moves = kind == "percent" && !draft.text("role").empty() && !draft.fact.measure;
  if (!open || (!amount && !moves) || draft.has("share_of") || draft.has("measure_in_np")) return;
  const Clauses& c = figures_.clauses(draft);
  const std::size_t subject = c.subject_before(figures_.chunk_of(draft));
  const bool coin =
      moved || (draft.subject.empty() ? c.is(subject, Part::kPhrase) && is_coin(c[subject].range)
                                      : is_coin(draft.subject));
  if (moved) {
    draft.fact.measure.reset();
    draft.measure = {};
  }
  if (coin) take_price(draft);
}

// "its price climbed from a low point of $3 to a maximum value of $4": the price that is told of.
bool Context::price_extreme(Draft& draft) const {
  const Analysis& a = figures_.analysis(draft);
  if (draft.fact.quantity.kind != "money" || draft.measure.empty()) return false;
  const Annotation* extreme = look_.covering(a, draft.measure.begin, "price.extreme");
  if (extreme == nullptr || extreme->range != draft.measure) return false;
  constexpr std::uint32_t kReach = 60;  // tokens
  const std::uint32_t figure = draft.mention->range.begin;
  for (std::uint32_t token = figure; token-- > a.range.begin && figure - token <= kReach;) {
    if (!look_.word_is(token, "price.noun") || is_of_thing(token)) continue;
    const Annotation* phrase = look_.covering(a, token, "np");
    if (phrase == nullptr || !setter_.take(draft, phrase->range, "measure/price"))
      setter_.set(draft, {token, token + 1}, "measure/price");
    return true;
  }
  return false;
}

// "a path to $100,000", "a climb towards $200": a noun for how a price moves.
bool Context::tells_motion(const Draft& draft) const {
  return draft.came_by("measure/phrase-before") &&
         look_.input().program.lookup("price.motion", fold(draft.fact.measure->head)) != kNone;
}

// "the price of eggs", unlike "the price of Solana"
bool Context::is_of_thing(std::uint32_t price) const {
  std::uint32_t of = price + 1;  // a figure stands behind
  if (!look_.small_word_is(of, "preposition.part")) return false;
  if (look_.word_is(of + 1, "article")) ++of;
  return look_.form(of + 1).is(Shape::kWordlike) && !is_coin({of + 1, of + 2});
}

bool Context::measures_coin(const Draft& draft) const {
  const std::string& kind = draft.fact.quantity.kind;
  const bool held = draft.has("measure_in_np") && draft.measure == draft.range("measure_in_np");
  const bool part =
      held || draft.fact.share_of || draft.came_by("measure/worth-of");  // "$5m in crypto", "2% of Solana"
  const bool moves = kind == "money" || (kind == "percent" && !draft.text("role").empty());  // not "90% LTC"
  return !part && moves && !draft.measure.empty() &&
         (is_coin(draft.measure) || (kind == "money" && is_coin_noun(draft.measure)));
}

// "The token peaked at $4": a noun for what has a price.
bool Context::is_coin_noun(TokenRange words) const {
  return words.end == words.begin + 1 && look_.word_is(words.begin, "coin.noun");
}

// "Bitcoin", "Kestrel (KSTR)"
bool Context::is_coin(TokenRange name) const {
  const Entity* entity = figures_.entities().find(look_.text_of(name));
  const bool known = name.end == name.begin + 1 && look_.word_is(name.begin, "crypto");
  return known || (entity != nullptr && figures_.entities().is_coin(*entity));
}

// "Corlan saw a 5% decline": may be of what was told before.
bool Context::told_by_noun(const Draft& draft) {
  return draft.came_by("change/noun-after") || draft.came_by("change/noun-of");
}

// "Its price is $5. Corlan may fall to $4": what trades moves in price.
bool Context::prices(const Draft* told) const {
  return told != nullptr && told->fact.measure &&
         look_.input().program.lookup("price.noun", fold(told->fact.measure->head)) != kNone;
}

// "Europe: 1.84 million TEU": a list of names goes on with what figures of its unit measured before.
bool Context::from_list_before(std::size_t index) const {
  constexpr std::size_t kReach = 12;
  Draft& draft = figures_[index];
  const Clauses& c = figures_.clauses(draft);
  const std::size_t figure = figures_.chunk_of(draft);
  const bool quoted = figure > 1 && c.is(figure - 2, Part::kClose);  // "Corlan (NYSE: CRL): $3.70"
  const bool item = draft.fact.section == "list" || draft.came_by("measure/colon");
  if (!item || quoted || draft.subject.empty()) return false;
  const auto unit = [](const Draft& d) {
    return d.fact.quantity.unit ? d.fact.quantity.unit->name : std::string();
  };
  for (std::size_t i = index; i-- > 0 && index - i < kReach;) {
    const Draft& earlier = figures_[i];
    const bool same = earlier.fact.quantity.kind == draft.fact.quantity.kind && unit(earlier) == unit(draft);
    // What another item tells behind its first figure is not what this one begins with.
    const bool first = earlier.fact.section != "list" ||
                       &of_sentence(figures_.drafts(), earlier.sentence).front() == &earlier;
    if (earlier.fact.claim && same && first && setter_.inherit(draft, &earlier, "measure/list")) return true;
  }
  return false;
}

// "Corlan climbed 8% and Vexa added 3%": two names, of which each moves by itself.
bool Context::moves_apart(std::size_t index) const {
  const Draft& draft = figures_[index];
  if (draft.text("role").empty() || draft.subject.empty() || !verbs_.moves_by_name(draft)) return false;
  const Draft* earlier = figures_.before(index);
  while (earlier != nullptr && earlier->fact.measure && earlier->measure.empty())  // inherited
    earlier = figures_.before(figures_.index_of(*earlier));
  return earlier != nullptr && !earlier->measure.empty() &&
         (earlier->came_by("measure/name") || names_mover(earlier->measure));
}

// What is measured is a name or an index, which moves itself.
bool Context::names_mover(TokenRange words) const {
  const bool common = words.end - words.begin == 1 && namer_.is_common(words.begin);
  return look_.word_is(words.end - 1, "index.noun") || (look_.is_name(words) && !common);
}

// "Top valleys by cheese output:" above a list gives the list's measure.
bool Context::from_heading(Draft& draft) const {
  if (draft.fact.section != "list") return false;
  for (std::size_t sentence = draft.sentence; sentence-- > 0 && draft.sentence - sentence < 12;) {
    const Analysis& a = look_.input().analyses[sentence];
    if (a.range.empty() || !look_.input().resolved[sentence].mentions.empty()) continue;
    if (look_.token_text(a.range.end - 1) != ":" &&
        look_.input().block_of(sentence).kind != BlockKind::kHeading)
      continue;
    if (rankings_.tells_by(draft, sentence)) return true;
    break;
  }
  return from_lead(draft);
}

// "The site sees these VEX prices for 2025-2027:" above a list gives the items' measure.
bool Context::from_lead(Draft& draft) const {
  constexpr std::uint32_t kWords = 16;  // tokens back from the colon
  const ClaimInput& input = look_.input();
  const std::uint32_t before = draft.mention->range.begin - 1;  // "At $5 a gram, revenue is"
  if (draft.fact.quantity.kind != "money" || look_.word_is(before, "preposition.level")) return false;
  const std::size_t lead = input.above_list(draft.sentence);
  const Analysis& a = input.analyses[lead];
  if (lead == draft.sentence || a.range.empty() || look_.token_text(a.range.end - 1) != ":") return false;
  for (std::uint32_t token = a.range.end; token-- > a.range.begin && a.range.end - token <= kWords;) {
    const Annotation* phrase = look_.ending_at(a, token, "np");
    if (phrase == nullptr || !look_.word_is(token - 1, "measure.noun")) continue;
    draft.fact.measure = look_.measure_of(look_.without_article(a, phrase->range));
    draft.fact.rules.emplace_back("measure/heading");
    return true;
  }
  return false;
}

// "Cash | $495,000 | Total | $900,000", "Size: | 40 acres": a table whose cells have become paragraphs.
bool Context::from_cell_before(Draft& draft) const {
  constexpr std::size_t kReach = 8;  // cells
  if (draft.fact.quantity.kind == "number" || !is_figure_cell(draft.sentence)) return false;
  for (std::size_t cell = draft.sentence; cell-- > 0 && draft.sentence - cell <= kReach;) {
    if (is_figure_cell(cell)) continue;
    const TokenRange words = label_words(cell);
    const std::uint32_t head = words.empty() ? words.end : without_bracket(words);
    const bool change =
        head > words.begin && (namer_.is_generic(head - 1) || look_.word_is(head - 1, "change_head"));
    if (change) continue;  // "% change (Y/Y)": of the row above
    if (!is_label_cell(cell) || !goes_on_in_cells(cell, draft.sentence)) return false;
    draft.fact.measure = look_.measure_of(words);
    draft.fact.rules.emplace_back("measure/cell-before");
    return true;
  }
  return false;
}

// Whether a paragraph is nothing but a figure: "$5 million", "Up to $6 million (5% of sales)".
bool Context::is_figure_cell(std::size_t sentence) const {
  constexpr std::uint32_t kLongest = 40;  // tokens
  const ClaimInput& input = look_.input();
  const Analysis& a = input.analyses[sentence];
  const TokenRange range = a.range;
  const bool alone = (sentence == 0 || !input.same_block(sentence - 1, sentence)) &&
                     (sentence + 1 == input.analyses.size() || !input.same_block(sentence, sentence + 1));
  if (!alone || range.empty() || range.end - range.begin > kLongest) return false;
  const std::vector<Mention>& mentions = input.resolved[sentence].mentions;
  const std::uint32_t end = without_bracket(range);
  const auto inside = [end](const Mention& mention) { return mention.range.begin < end; };
  if (std::count_if(mentions.begin(), mentions.end(), inside) > 1) return false;
  bool digits = false;
  for (std::uint32_t token = range.begin; token < end; ++token) {
    digits = digits || look_.form(token).is(Shape::kDigit);
    const auto holds = [token](const Mention& mention) { return mention.range.contains({token, token + 1}); };
    if (look_.form(token).is(Shape::kWordlike) && look_.covering(a, token, "bound.before") == nullptr &&
        std::none_of(mentions.begin(), mentions.end(), holds))
      return false;
  }
  return digits || range.end == range.begin + 1;  // "$", "-"
}

// Where what a bracket adds at the end begins; the end where none does.
std::uint32_t Context::without_bracket(TokenRange range) const {
  if (look_.token_text(range.end - 1) != ")") return range.end;
  std::uint32_t open = range.end - 1;
  while (open > range.begin && look_.token_text(open) != "(") --open;
  return open > range.begin ? open : range.end;
}

// Whether a paragraph can name the row of cells that follows it.
bool Context::is_label_cell(std::size_t sentence) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  const ClaimInput& input = look_.input();
  const TokenRange range = input.analyses[sentence].range;
  const bool short_one =
      !range.empty() && range.end - range.begin <= kLongest && input.resolved[sentence].mentions.empty();
  if (!short_one || label_words(sentence).empty()) return false;
  const std::string_view last = look_.token_text(range.end - 1);
  const bool opens =
      look_.token_text(range.begin) == "%" || look_.form(label_words(sentence).begin).is(Shape::kCap);
  return last != "." && last != "!" && last != "?" && opens;
}

// The label without a mark at its ends.
TokenRange Context::label_words(std::size_t sentence) const {
  TokenRange words = look_.input().analyses[sentence].range;
  while (!words.empty() && !look_.form(words.begin).is(Shape::kWordlike)) ++words.begin;
  while (!words.empty() && !look_.form(words.end - 1).is(Shape::kWordlike) &&
         look_.token_text(words.end - 1) != ")")
    --words.end;
  return words;
}

// Whether more rows of the kind stand around, or the label has a colon.
bool Context::goes_on_in_cells(std::size_t label, std::size_t figure) const {
  constexpr std::size_t kMostFigures = 8;  // cells of a row
  const std::size_t size = look_.input().analyses.size();
  const TokenRange range = look_.input().analyses[label].range;
  if (look_.token_text(range.end - 1) == ":" || (label > 0 && is_figure_cell(label - 1))) return true;
  std::size_t next = figure + 1;
  while (next < size && next - figure <= kMostFigures && is_figure_cell(next)) ++next;
  return next + 1 < size && is_label_cell(next) && is_figure_cell(next + 1);
}

}  // namespace figmine::measures
