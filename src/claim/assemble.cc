#include "claim/assemble.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/fact_id.h"
#include "claim/attribution.h"
#include "claim/comparison.h"
#include "claim/entities.h"
#include "claim/evidence.h"
#include "claim/lists.h"
#include "claim/measures.h"
#include "claim/periods.h"
#include "claim/subjects.h"
#include "claim/tables.h"
#include "claim/tense.h"

namespace figmine {
namespace {

class Assembler {
 public:
  Assembler(const ClaimInput& input, std::string sha256)
      : input_(input), look_(input), sha256_(std::move(sha256)) {}

  Claims run() {
    add_drafts();
    share_units();
    mark_non_claims();
    read_tables(drafts_, input_);
    read_lists(drafts_, input_);
    const Entities entities = read_entities(input_);
    for (Draft& draft : drafts_) {
      set_bounds(draft);
      set_units(draft);
    }
    set_changes();
    const ClauseTable clauses(input_);
    for (Draft& draft : drafts_) set_status(draft, clauses);
    find_measures(drafts_, input_, clauses, entities);
    for (Draft& draft : drafts_) turn_improvement(draft);
    refine_kinds();
    find_subjects(drafts_, input_, clauses, entities);
    find_periods(drafts_, input_, clauses);
    set_baselines();
    find_attributions(drafts_, input_, entities);
    pair_respectively();
    for (Draft& draft : drafts_) note_rate(draft);
    link();
    return finish(entities);
  }

 private:
  const Analysis& analysis(const Draft& draft) const { return input_.analyses[draft.sentence]; }

  void add_drafts() {
    std::size_t mentions = 0;
    for (const Resolved& resolved : input_.resolved) mentions += resolved.mentions.size();
    facts_.resize(mentions);
    drafts_.reserve(mentions);
    for (std::size_t i = 0; i < input_.resolved.size(); ++i) {
      for (const Mention& mention : input_.resolved[i].mentions) add_draft(i, mention);
    }
  }

  void add_draft(std::size_t sentence, const Mention& mention) {
    Fact& fact = facts_[drafts_.size()];
    Draft draft{.sentence = sentence, .mention = &mention, .fact = fact};
    fact.quantity = mention.quantity;
    fact.claim = mention.non_claim.empty();
    fact.non_claim_class = mention.non_claim;
    fact.section = std::string(name_of(input_.text.sentences[sentence].section));
    fact.sentence = input_.text.sentences[sentence].span;
    fact.id = fact_id(sha256_, fact.quantity.span);
    const Annotation& annotation = input_.analyses[sentence].annotations[mention.annotation];
    fact.rules.emplace_back(rule_name(input_.program, annotation.layer, annotation.rule));
    if (!mention.decided_by.empty()) fact.rules.push_back(mention.decided_by);
    gather(draft);
    drafts_.push_back(std::move(draft));
  }

  // Values of the relations that point to this mention: the first rule in file order wins, then the shorter
  // match.
  void gather(Draft& draft) {
    std::vector<const Relation*> relations;
    for (const Relation& relation : analysis(draft).relations) {
      if (relation.target == draft.mention->annotation && in_one_cell(draft, relation))
        relations.push_back(&relation);
    }
    std::sort(relations.begin(), relations.end(), [](const Relation* a, const Relation* b) {
      if (a->layer != b->layer) return a->layer < b->layer;
      if (a->rule != b->rule) return a->rule < b->rule;
      return a->range.end - a->range.begin < b->range.end - b->range.begin;
    });
    for (const Relation* relation : relations) {
      if (!agrees(draft, *relation)) continue;
      bool used = false;
      for (const auto& [attribute, value] : relation->values) {
        used = draft.fields.emplace(input_.program.attributes.name(attribute), value).second || used;
      }
      if (used) draft.fact.rules.emplace_back(rule_name(input_.program, relation->layer, relation->rule));
    }
    if (moves_nothing(draft)) {
      draft.fields.erase("role");
      draft.fields.erase("direction");
    }
  }

  // What a rule says is no movement, though a word of movement stands near; points of a game, which are won
  // and added one by one; "lost six games".
  bool moves_nothing(const Draft& draft) const {
    const Quantity& quantity = draft.fact.quantity;
    const bool scored = draft.mention->unit && draft.mention->unit->kind == "count";
    const bool contest = quantity.kind == "count" && quantity.unit && draft.text("direction") == "down" &&
                         input_.program.lookup("contest.noun", quantity.unit->name) != kNone;
    return scored || contest || is_attribute_of_object(draft) || draft.text("role") == "none";
  }

  // "Acme advances its 90,000-hectare project": the figure describes what the verb moves.
  static bool is_attribute_of_object(const Draft& draft) {
    const Quantity& quantity = draft.fact.quantity;
    return draft.has("direct") && draft.has("measure_after") &&
           quantity.text.find('-') != std::string::npos &&
           (quantity.kind == "measure" || quantity.kind == "count" || quantity.kind == "duration");
  }

  // In a table's row the words of one cell say nothing of another.
  bool in_one_cell(const Draft& draft, const Relation& relation) const {
    const Block& block = input_.document.blocks[input_.text.sentences[draft.sentence].block];
    if (block.kind != BlockKind::kTableRow) return true;
    const Span span = look_.span_of(relation.range);
    return std::any_of(block.cells.begin(), block.cells.end(),
                       [&](Span cell) { return cell.contains(span); });
  }

  // Rules about movement give all of role and direction or nothing.
  bool agrees(const Draft& draft, const Relation& relation) const {
    for (const auto& [attribute, value] : relation.values) {
      if (input_.program.attributes.name(attribute) == "role" && draft.has("role"))
        return draft.text("role") == to_text(value);
    }
    return true;
  }

  // ------------------------------------------------------------ units

  // "to 3.9 million headsets from 2.4 million", "68,400 people … and 95,800 …": a bare number has the unit of
  // the figure that it is coordinated or compared with.
  void share_units() {
    unit_before_.assign(drafts_.size(), nullptr);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (i > 0 && drafts_[i - 1].sentence == draft.sentence) {
        const Fact& before = drafts_[i - 1].fact;
        unit_before_[i] = before.claim && before.quantity.unit ? &drafts_[i - 1] : unit_before_[i - 1];
      }
      Quantity& quantity = draft.fact.quantity;
      const bool bare = quantity.kind == "number" || quantity.kind == "count";
      if (!bare || quantity.unit || !draft.fact.claim) continue;
      const Draft* partner = converted_like(i);
      if (partner == nullptr) partner = unit_partner(i);
      if (partner == nullptr) partner = points_of_movement(i);
      if (partner == nullptr) continue;
      const bool points = is_bare_point(partner->fact.quantity);
      take_unit(quantity, partner->fact.quantity, *partner->mention);
      if (points) quantity.unit = index_point("");
      if (points) quantity.kind = "index";
      draft.fact.rules.emplace_back("unit/shared");
    }
  }

  // "€5.2 million ($6.1 million), against 4.8 million ($5.6 million)": an earlier amount that is given in the
  // same other currency.
  const Draft* converted_like(std::size_t index) const {
    const Unit* other = unit_in_brackets(index);
    if (other == nullptr) return nullptr;
    for (std::size_t i = index; i-- > 0 && drafts_[i].sentence == drafts_[index].sentence;) {
      const Unit* same = drafts_[i].fact.quantity.kind == "money" ? unit_in_brackets(i) : nullptr;
      if (same != nullptr && same->code == other->code) return &drafts_[i];
    }
    return nullptr;
  }

  // The unit of the amount in brackets that says the figure once more.
  const Unit* unit_in_brackets(std::size_t index) const {
    if (index + 1 == drafts_.size()) return nullptr;
    const Draft& next = drafts_[index + 1];
    const Quantity& quantity = next.fact.quantity;
    const bool again = next.sentence == drafts_[index].sentence && next.text("rel") == "equivalent" &&
                       next.range("link") == drafts_[index].mention->range;
    return again && quantity.kind == "money" && quantity.unit ? &*quantity.unit : nullptr;
  }

  const Draft* unit_partner(std::size_t index) const {
    const Draft& draft = drafts_[index];
    const std::string role = draft.text("role");
    for (const Draft* at = unit_before_[index]; at != nullptr; at = unit_before_[index_of(*at)]) {
      const Draft& earlier = *at;
      const Quantity& quantity = earlier.fact.quantity;
      if (is_old_and_new(draft, earlier) || is_next_of_kind(draft, earlier)) return &earlier;
      if (quantity.kind == "money" && is_expected_amount(draft)) return &earlier;
      const bool countable = quantity.kind == "count" || quantity.kind == "index" || is_bare_point(quantity);
      const bool against = role == "from" && draft.has("compared");  // "460 cars, compared with 63 in May"
      if (against && (countable || same_precision(draft, earlier))) return &earlier;
      if (!countable) continue;
      if (draft.fact.quantity.kind == "count" || is_part(draft)) return &earlier;
      const bool compared = (role == "to" || role == "from") && !earlier.text("role").empty();
      return compared || follows_and(draft) || is_elliptic(draft) || is_apportioned(draft) ? &earlier
                                                                                           : nullptr;
    }
    return nullptr;
  }

  std::size_t index_of(const Draft& draft) const { return static_cast<std::size_t>(&draft - drafts_.data()); }

  // "25 stores, 10 of which", "1.4 billion of them"
  bool is_part(const Draft& draft) const {
    const std::uint32_t of = draft.mention->range.end;
    const Analysis& a = analysis(draft);
    return of + 1 < a.range.end && look_.word_is(of, "preposition.part") &&
           (look_.word_is(of + 1, "relative") || look_.beginning_at(a, of + 1, "pos.first.PRP") != nullptr);
  }

  // "$2.9 billion, below the 3.0 billion expected", "beating a forecast of 390 million"
  bool is_expected_amount(const Draft& draft) const {
    const std::string& text = draft.fact.quantity.text;
    const bool scaled = std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const TokenRange named = draft.range("measure");
    const bool told = draft.text("attach") == "of" && look_.word_is(named.end - 1, "told.noun");
    return scaled && !draft.mention->words &&
           (told || look_.word_is(draft.mention->range.end, "expected.word"));
  }

  // "grew 3.5% in March and 2.1 in April": of the same precision.
  bool is_next_of_kind(const Draft& draft, const Draft& earlier) const {
    return same_precision(draft, earlier) && earlier.fact.quantity.kind != "money" && follows_and(draft);
  }

  // Both with places behind the point: no whole number of other things.
  static bool same_precision(const Draft& a, const Draft& b) {
    const auto is_exact = [](const Draft& draft) {
      return draft.fact.quantity.text.find('.') != std::string::npos;
    };
    return is_exact(a) && is_exact(b);
  }

  // "from 21 mpg to 23": the old and the new level of one thing.
  static bool is_old_and_new(const Draft& draft, const Draft& earlier) {
    const std::string role = draft.text("role");
    const std::string other = earlier.text("role");
    return (role == "to" && other == "from") || (role == "from" && other == "to");
  }

  // "at 16,369.03, up 58.06 points": the level of what moved by points.
  const Draft* points_of_movement(std::size_t index) const {
    if (index + 1 == drafts_.size() || drafts_[index].text("role") != "to") return nullptr;
    const Draft& next = drafts_[index + 1];
    const Quantity& quantity = next.fact.quantity;
    const bool points = quantity.unit && (quantity.kind == "index" || is_bare_point(quantity));
    return points && next.sentence == drafts_[index].sentence && next.text("role") == "by" ? &next : nullptr;
  }

  // "opened seven stores and closed three, leaving 196": a number that ends its clause right after its verb.
  bool is_elliptic(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    const std::uint32_t at = before_adverbs(a, draft.mention->range.begin);
    const std::uint32_t end = draft.mention->range.end;
    const bool ends = end == a.range.end || look_.form(end).is(Shape::kPunct);
    return ends && at > a.range.begin && look_.covering(a, at - 1, "vg") != nullptr &&
           look_.beginning_at(a, at - 1, "pos.first.AUX") == nullptr &&
           draft.fact.quantity.text.find('.') == std::string::npos;
  }

  // "seven stores: four in Florida, two in Texas": parts of what was counted, told by place.
  bool is_apportioned(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    const std::uint32_t at = draft.mention->range.begin;
    const std::uint32_t end = draft.mention->range.end;
    const bool set_off =
        at > a.range.begin && (look_.token_text(at - 1) == ":" || look_.token_text(at - 1) == ",");
    return set_off && end + 1 < a.range.end && look_.small_word_is(end, "preposition.place") &&
           look_.beginning_at(a, end + 1, "np") != nullptr &&
           draft.fact.quantity.text.find('.') == std::string::npos;
  }

  // "lost 190 points": not said of what.
  bool is_bare_point(const Quantity& quantity) const {
    return quantity.kind == "percentage_points" && quantity.unit &&
           input_.program.lookup("bare_point", fold(quantity.unit->text)) != kNone;
  }

  static Unit index_point(const std::string& text) {
    return Unit{text,   "point", "{point}",
                "ucum", "",      {{"percentage point", "[%pt]", "no percentage stands near"}}};
  }

  // "and 95,800", "including 1,500": a conjunction leads to the figure.
  bool follows_and(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    std::uint32_t at = draft.mention->range.begin;
    if (look_.beginning_at(a, draft.mention->range.end, "np") != nullptr) return false;  // "and three steals"
    while (at > a.range.begin && look_.covering(a, at - 1, "bound.before") != nullptr) --at;
    return at > a.range.begin &&
           (look_.beginning_at(a, at - 1, "pos.first.CC") != nullptr || look_.word_is(at - 1, "part.lead"));
  }

  // ------------------------------------------------------------ what is a claim

  void mark_non_claims() {
    for (Draft& draft : drafts_) {
      Fact& fact = draft.fact;
      if (!fact.claim) continue;
      const Quantity& quantity = fact.quantity;
      if (quantity.kind == "number" && !draft.has("role") && !draft.has("measure") && !draft.has("per") &&
          !draft.has("paired") && !supported_number(draft))
        reject(draft, "other");
      if (quantity.kind == "duration" && is_time_frame(draft)) reject(draft, "date_part");
    }
  }

  // A bare number is a claim where it is large or stands as a level: "permits ran at 1,215,000", "index at
  // 105.3".
  bool supported_number(const Draft& draft) const {
    const Quantity& quantity = draft.fact.quantity;
    if (quantity.op != "=" || draft.has("op") || draft.has("approx")) return true;
    const bool grouped =
        quantity.text.find(',') != std::string::npos || quantity.text.find('.') != std::string::npos;
    const Analysis& a = analysis(draft);
    const std::uint32_t at = before_adverbs(a, draft.mention->range.begin);
    const bool after_verb = at > a.range.begin && (look_.covering(a, at - 1, "vg") != nullptr ||
                                                   look_.covering(a, at - 1, "level.verb") != nullptr ||
                                                   look_.small_word_is(at - 1, "act.verb"));
    if (grouped && quantity.text.find_first_not_of("0123456789.,") == std::string::npos)
      return after_verb || quantity.text.find(',') != std::string::npos || at > a.range.begin;
    return after_verb && !draft.mention->words;
  }

  // "wins only 55", "lost nearly 40": where the adverbs before the token begin.
  std::uint32_t before_adverbs(const Analysis& a, std::uint32_t at) const {
    constexpr std::uint32_t kMost = 2;
    const std::uint32_t least = at - std::min(kMost, at - a.range.begin);
    while (at > least && look_.small_word_is(at - 1, "pos.first.R")) --at;
    return at;
  }

  // "for the last 12 months", "within two years": a frame, not what is told.
  bool is_time_frame(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    const std::uint32_t at = draft.mention->range.begin;
    if (at == a.range.begin) return false;
    const bool record = at >= a.range.begin + 2 && look_.small_word_is(at - 1, "preposition.record") &&
                        look_.word_is(at - 2, "superlative");  // "its highest in two months"
    return record || look_.ending_at(a, at, "frame_word") != nullptr;
  }

  void reject(Draft& draft, std::string_view why) {
    draft.fact.claim = false;
    draft.fact.non_claim_class = std::string(why);
  }

  // ------------------------------------------------------------ quantity

  void set_bounds(Draft& draft) {
    Quantity& quantity = draft.fact.quantity;
    if (quantity.op == "..") {
      quantity.approx = !draft.text("approx").empty();
      if (draft.has("approx")) quantity.cue = draft.text("cue");
      return;
    }
    if (draft.has("op") && !is_no_bound(draft)) quantity.op = draft.text("op");
    if (quantity.op == "=" && has_plus(quantity.text)) quantity.op = ">=";
    quantity.approx = !draft.text("approx").empty();
    quantity.cue = draft.text("cue");
    draft.fact.negated = !draft.text("negated").empty();
    if (draft.has("uncertainty")) quantity.uncertainty = draft.text("uncertainty");
  }

  // "$500m over five years", "edged up to 4.8%", "sold under two brands": a preposition rather than a bound.
  bool is_no_bound(const Draft& draft) const {
    const std::string also = draft.text("also");
    if (also == "direction") return draft.text("role") == "to" && draft.text("direction") != "down";
    if (also.empty()) return false;
    const std::string cue = fold(draft.text("cue"));
    const Analysis& a = analysis(draft);
    std::uint32_t at = draft.mention->range.begin;
    while (at > a.range.begin && fold(look_.token_text(at)) != cue) --at;
    if (at == a.range.begin) return false;
    const bool after_verb =
        look_.covering(a, at - 1, "vb") != nullptr || look_.covering(a, at - 1, "vbn") != nullptr;
    if (also == "kind") return after_verb && draft.fact.quantity.kind == "count";
    const Quantity& quantity = draft.fact.quantity;
    const bool extent = quantity.kind == "duration" || (quantity.si && quantity.si->unit == "m");
    return extent && look_.beginning_at(a, at - 1, "pos.first.IN") == nullptr &&
           look_.beginning_at(a, at - 1, "pos.first.AUX") == nullptr &&
           !look_.word_is(at - 1, "takes.verb");  // "took over two years"
  }

  // "4,200+ dealers", not "1.6E+10 particles"
  static bool has_plus(std::string_view text) {
    const std::size_t plus = text.find('+');
    if (plus == std::string_view::npos || plus == 0 || text[plus - 1] == ' ') return false;
    return plus + 1 == text.size() || std::isdigit(static_cast<unsigned char>(text[plus + 1])) == 0;
  }

  void set_units(Draft& draft) {
    Quantity& quantity = draft.fact.quantity;
    if (!quantity.unit || !draft.has("per")) return;
    const bool divisible = quantity.kind == "money" || quantity.kind == "count" ||
                           quantity.kind == "number" || quantity.kind == "duration";
    if (!divisible) return;
    const std::string per = draft.text("per");
    const bool counted = per.find_first_of("0123456789") == 0;  // "per 1,000 residents"
    quantity.unit->per = counted ? per : singular(input_.program, per);
  }

  // "2 points to 22%": points of a share are percentage points; of an index they are its points.
  void refine_kinds() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      Quantity& quantity = draft.fact.quantity;
      const std::string measure = draft.fact.measure ? fold(draft.fact.measure->text) : "";
      const std::string head = draft.fact.measure ? fold(draft.fact.measure->head) : "";
      const bool again = draft.text("rel") == "same";  // "0.3 percent, or 45 points"
      if (is_bare_point(quantity) && (again || (!near_percent(i) && !tells_poll(draft)))) {
        quantity.kind = "index";
        quantity.unit = index_point(quantity.unit->text);
        quantity.si.reset();
      }
      if (draft.fact.claim && quantity.kind == "number" &&
          ((!draft.fact.measure && !draft.fact.change) || fold(quantity.text) == "one"))
        reject(draft, "other");
      if (!draft.fact.claim) continue;
      if (quantity.kind == "number") read_by_head(draft, head);
    }
  }

  // What a bare number is by the head of its measure: "a life expectancy of 81", "a sentiment index of 54".
  void read_by_head(Draft& draft, const std::string& head) const {
    Quantity& quantity = draft.fact.quantity;
    const auto is = [&](std::string_view type) { return input_.program.lookup(type, head) != kNone; };
    if (is("index_head")) {
      quantity.kind = "index";
    } else if (is("ratio_head")) {
      quantity.kind = "ratio";
    } else if (is("age_head") && may_be_years(quantity)) {
      quantity.kind = "age";
      quantity.unit = Unit{"", "year", "a", "ucum", "", {}};
    } else if (const std::string counted = counted_by(draft, head); !counted.empty()) {
      quantity.kind = "count";
      quantity.unit = counted_unit(counted);
    }
  }

  // No "age of 1200", which is another thing's.
  static bool may_be_years(const Quantity& quantity) {
    constexpr std::int64_t kOldest = 130;
    const std::optional<Decimal> years = Decimal::parse(quantity.value.value_or(quantity.high.value_or("")));
    return years && *years < Decimal(kOldest);
  }

  // The plural noun that the figure counts, though it does not stand beside it: "six million homes including
  // 1.5 million in Texas", "the number of hotel guests", "passenger numbers"; empty where the measure is no
  // such.
  std::string counted_by(const Draft& draft, const std::string& head) const {
    if (input_.program.lookup("count_head", head) != kNone) return head;
    const TokenRange range = draft.measure;
    if (range.empty()) return {};
    const std::uint32_t last = range.end - 1;
    for (std::uint32_t token = range.begin; token < last; ++token) {
      if (look_.word_is(token, "counting.noun") && look_.small_word_is(token + 1, "preposition.part"))
        return head;
    }
    const bool numbers = last > range.begin && look_.word_is(last, "counting.noun");
    if (numbers) return look_.form(last - 1).folded;
    return is_labelled_plural(draft, last) ? look_.form(last).folded : std::string();
  }

  // "Total campaigns: 255": a label's plural is what is counted, where it is no measure itself ("Sales:
  // 255").
  bool is_labelled_plural(const Draft& draft, std::uint32_t noun) const {
    const bool labelled = draft.came_by("measure/colon") && look_.token_text(noun + 1) == ":";
    const bool plural =
        look_.word_is(noun, "pos.NS") || look_.covering(analysis(draft), noun, "nns") != nullptr;
    return labelled && plural && !look_.word_is(noun, "measure.noun");
  }

  // None for what has no plural ("headcount").
  std::optional<Unit> counted_unit(const std::string& noun) const {
    const std::string one = singular(input_.program, noun);
    if (one == noun && input_.program.lookup("count_head", noun) != kNone) return std::nullopt;
    return Unit{"", one, "{" + one + "}", "ucum", "", {}};
  }

  // "leads by seven points in the polls": of a share, though none is told.
  bool tells_poll(const Draft& draft) const {
    const TokenRange words = analysis(draft).range;
    for (std::uint32_t token = words.begin; token < words.end; ++token) {
      if (look_.word_is(token, "poll.word")) return true;
    }
    return false;
  }

  bool near_percent(std::size_t index) const {
    const std::span<const Draft> beside = of_sentence(drafts_, drafts_[index].sentence);
    return std::any_of(beside.begin(), beside.end(), [](const Draft& draft) {
      const bool again = draft.text("rel") == "same";  // "45 points, or 0.3 percent"
      return draft.fact.quantity.kind == "percent" && draft.text("role") != "by" && !again;
    });
  }

  // ------------------------------------------------------------ change

  void set_changes() {
    const ClaimBefore claim_before(drafts_);
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      std::string role = draft.text("role");
      std::string direction = draft.text("direction");
      const Quantity& quantity = draft.fact.quantity;
      const bool delta_kind = quantity.kind == "percent" || quantity.kind == "percentage_points" ||
                              quantity.kind == "basis_points" || quantity.kind == "multiple" ||
                              quantity.kind == "money" || quantity.kind == "index" ||
                              quantity.kind == "measure" || quantity.kind == "count" ||
                              quantity.kind == "fraction" || quantity.kind == "number" ||
                              quantity.kind == "duration" || quantity.kind == "temperature";
      const bool ranked = quantity.kind == "rank" && role != "by";  // "rose to #6, up from #9"
      if (!delta_kind && !ranked) role.clear();
      if (role == "from" && draft.has("compared") && compares_groups(look_, draft)) role.clear();
      if (role.empty() && quantity.kind == "percent" && is_signed(quantity)) {
        role = "by";
        direction = quantity.text.front() == '+' ? "up" : "down";
      }
      if (quantity.kind == "multiple" && draft.text("verb").empty() && look_verb(draft)) {
        role = "by";
        direction =
            feature_text(input_.program, analysis(draft).annotations[draft.mention->annotation], "direction");
      }
      if (const Draft* before = role.empty() ? coordinated_before(i, claim_before) : nullptr;
          before != nullptr) {
        role = before->fact.change->role;  // "fell by 50,000 and 20,000 barrels"
        direction = before->fact.change->direction;
      }
      if (role.empty()) continue;
      Change change;
      change.role = role;
      change.direction = direction;
      change.basis = draft.text("basis");
      draft.fact.change = change;
    }
    complete_pairs();
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      std::optional<Change>& change = drafts_[i].fact.change;
      if (change && change->role == "from" && change->direction.empty())
        change->direction = direction_of_partner(i);
    }
  }

  // The figure with a change that this one is listed behind; nullptr where there is none.
  const Draft* coordinated_before(std::size_t index, const ClaimBefore& claim_before) const {
    const Draft* earlier = claim_before.of(index);  // not "in 1951"
    if (earlier == nullptr || !earlier->fact.change) return nullptr;
    const bool again = drafts_[index].text("rel") == "same" &&
                       drafts_[index].range("link") == earlier->mention->range;  // "$8m ($1.20 a share)"
    const bool listed =
        again || is_coordinated(*earlier, drafts_[index]) || is_dated_list(*earlier, drafts_[index]);
    return listed ? earlier : nullptr;
  }

  // "increased to 2 cents in 1951, 4 cents in 1959": figures of one kind, each with its time.
  bool is_dated_list(const Draft& earlier, const Draft& later) const {
    const std::uint32_t comma = time_behind(earlier);
    const std::uint32_t to = later.mention->range.begin;
    if (earlier.fact.quantity.kind != later.fact.quantity.kind || comma == 0 || time_behind(later) == 0)
      return false;
    return only_joins(comma, to);
  }

  // Where the time ends that stands right behind the figure, a preposition between them; 0 where none does.
  std::uint32_t time_behind(const Draft& draft) const {
    const std::uint32_t end = draft.mention->range.end;
    for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
      const bool next = time.range.begin == end;
      const bool joined = time.range.begin == end + 1 && look_.word_is(end, "pos.first.IN");
      if (next || joined) return time.range.end;
    }
    return 0;
  }

  // Only "and", "or" or a comma stands between two figures of one kind, and the later one has no words of its
  // own behind it.
  bool is_coordinated(const Draft& earlier, const Draft& later) const {
    if (earlier.sentence != later.sentence || !earlier.fact.claim || !later.fact.claim) return false;
    const bool same =
        earlier.fact.quantity.kind == later.fact.quantity.kind || earlier.fact.quantity.kind == "number";
    const std::uint32_t from = earlier.mention->range.end;
    const std::uint32_t to = later.mention->range.begin;
    return same && only_joins(from, to);
  }

  bool look_verb(const Draft& draft) const {
    return !feature_text(input_.program, analysis(draft).annotations[draft.mention->annotation], "verb")
                .empty();
  }

  static bool is_signed(const Quantity& quantity) {
    return quantity.text.starts_with('+') || quantity.text.starts_with('-') ||
           quantity.text.starts_with("−") || quantity.text.starts_with("–");
  }

  // "$2m, compared with $5m": the movement is that of the two values, where the level's own is not told.
  std::string direction_of_partner(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
      if (drafts_[i].sentence != drafts_[index].sentence) break;
      const auto& change = drafts_[i].fact.change;
      if (change && change->role != "from" && !change->direction.empty()) return change->direction;
    }
    return {};
  }

  // A level before "compared with" is the new one; the two values then tell the direction.
  void complete_pairs() {
    for (std::size_t i = 1; i < drafts_.size(); ++i) {
      Fact& old_level = drafts_[i].fact;
      if (!old_level.change || old_level.change->role != "from") continue;
      const std::size_t partner = level_before(i);
      if (partner == SIZE_MAX) continue;
      Fact& level = drafts_[partner].fact;
      if (level.change && level.change->role == "by") continue;
      const std::optional<Rational> now = main_amount(level.quantity);
      const std::optional<Rational> then = main_amount(old_level.quantity);
      if (!now || !then) continue;
      std::string direction = old_level.change->direction;
      const bool better = drafts_[i].text("improves") == "yes" || drafts_[partner].text("improves") == "yes";
      if (direction.empty() || better) direction = *now > *then ? "up" : *now < *then ? "down" : "flat";
      old_level.change->direction = direction;
      if (better && level.change) level.change->direction = direction;
      if (!level.change) level.change = Change{direction, "to", "", std::nullopt};
      if (level.change->direction.empty()) level.change->direction = direction;
      if (level.change->basis.empty()) level.change->basis = old_level.change->basis;
      if (old_level.change->basis.empty()) old_level.change->basis = level.change->basis;
    }
  }

  // "Operating loss improved 60%": what is better lower moves down. Two values tell that by themselves.
  void turn_improvement(Draft& draft) const {
    std::optional<Change>& change = draft.fact.change;
    if (!change || draft.text("improves") != "yes" || !draft.fact.measure || is_signed(draft.fact.quantity))
      return;
    if (input_.program.lookup("better.lower", fold(draft.fact.measure->head)) == kNone) return;
    const std::span<const Draft> beside = of_sentence(drafts_, draft.sentence);
    const bool told =
        change->role != "by" && std::any_of(beside.begin(), beside.end(), [](const Draft& other) {
          return other.fact.change && other.fact.change->role == "from";
        });
    if (!told) change->direction = change->direction == "up" ? "down" : "up";
  }

  // The level that the old level is compared with: of the same kind and unit, and per the same where one is.
  std::size_t level_before(std::size_t index) const {
    const std::size_t same = level_beside(index, true);
    return same == SIZE_MAX ? level_beside(index, false) : same;
  }

  std::size_t level_beside(std::size_t index, bool same_per) const {
    const auto same_unit = [](const Quantity& a, const Quantity& b) {
      return a.kind == b.kind && (!a.unit || !b.unit || a.unit->code == b.unit->code || a.kind == "count");
    };
    const auto is_level = [&](std::size_t i) {
      const Fact& fact = drafts_[i].fact;
      return fact.claim && same_unit(fact.quantity, drafts_[index].fact.quantity) &&
             (!same_per || drafts_[i].text("per") == drafts_[index].text("per")) &&
             (!fact.change || fact.change->role == "to");
    };
    for (std::size_t i = index; i-- > 0 && drafts_[i].sentence == drafts_[index].sentence;) {
      if (is_level(i)) return i;
    }
    for (std::size_t i = index + 1; i < drafts_.size() && drafts_[i].sentence == drafts_[index].sentence;
         ++i) {
      if (is_level(i)) return i;
    }
    return SIZE_MAX;
  }

  // "than a year earlier": what the change is measured against, resolved from the fact's period.
  void set_baselines() {
    for (Draft& draft : drafts_) {
      if (!draft.fact.change || draft.fact.change->role != "by" || !draft.fact.period) continue;
      for (const TimeSpan& time : input_.resolved[draft.sentence].times) {
        if (!time.anaphoric || time.range.begin < draft.mention->range.end) continue;
        const std::optional<Day> start = parse_iso_date(draft.fact.period->start);
        const std::optional<Day> end = parse_iso_date(draft.fact.period->end);
        if (!start || !end) break;
        const std::optional<Interval> moved = shift({start, end}, time.time.grain, time.time.shift_count);
        if (moved && moved->start && moved->end)
          draft.fact.change->baseline =
              Baseline{look_.text_of(time.range), to_iso(*moved->start), to_iso(*moved->end)};
        break;
      }
    }
  }

  // ------------------------------------------------------------ status

  // The nearest word of expectation, aim or condition before the figure within its clause, or a conditional
  // verb whose subject the figure stands in.
  void set_status(Draft& draft, const ClauseTable& clauses) {
    if (draft.fact.quantity.kind == "score") return;                      // "approved the plan 220-211"
    if (draft.has("status") && draft.fact.quantity.kind != "duration") {  // not "its 3-year forecast"
      draft.fact.status = draft.text("status");
      return;
    }
    std::uint32_t row = has_cue(draft.sentence) ? status_before(draft, clauses.of(draft.sentence)) : kNone;
    if (row == kNone) row = condition_after(draft, clauses.of(draft.sentence));
    if (row == kNone) {
      if (is_valued(draft, clauses.of(draft.sentence))) draft.fact.status = "estimate";
      return;
    }
    const std::string status(input_.program.row_attribute(row, "status"));
    const bool ahead = status == "forecast" || status == "target";
    if (ahead && (is_past_level(draft) || is_told_behind(draft, clauses.of(draft.sentence)))) return;
    draft.fact.status = status;
    draft.fields.emplace("status", draft.fact.status);
    draft.fact.rules.emplace_back("status/cue");
  }

  // "a valuation range of $32 to $38"; a market's valuation and "net income fell to $74m on the fair value of
  // assets" are told.
  bool is_valued(const Draft& draft, const Clauses& clauses) const {
    const Analysis& a = analysis(draft);
    if (!look_.holds(a, "measure.valuation") || !look_.holds(a, "valuation.range")) return false;
    return !draft.fact.change || governor_of(look_, a, clauses, draft.mention->range).tense != Tense::kPast;
  }

  // Whether the sentence has a word of expectation anywhere; looked up once for all its figures.
  bool has_cue(std::size_t sentence) {
    if (cue_sentence_ != sentence) {
      cue_sentence_ = sentence;
      cue_in_sentence_ = look_.holds(input_.analyses[sentence], "status");
    }
    return cue_in_sentence_;
  }

  // Whether a cue in a chunk that is no verb tells something. Nouns in -s seldom stand before their noun: in
  // "Acme projects sales" it is a verb after all.
  bool tells_as_noun(const Analysis& a, const Annotation& cue, const Chunk& chunk) const {
    const std::string_view as = input_.program.row_attribute(cue.row, "as");
    const bool before_noun = cue.range.end < chunk.range.end;
    return as.empty() || (before_noun && look_.form(cue.range.end - 1).folded.ends_with('s')) ||
           (as == "verb or purpose" && look_.beginning_at(a, cue.range.end, "purpose") != nullptr);
  }

  // "plans to spend $30m, up from $22m": what was, unless an earlier forecast is told.
  bool is_past_level(const Draft& draft) const {
    if (draft.text("role") != "from" || draft.fact.quantity.op == "..") return false;
    const Analysis& a = analysis(draft);
    for (std::uint32_t token = a.range.begin; token < draft.mention->range.begin; ++token) {
      for (const std::string_view type : {"superseded", "revised.noun", "renewed"}) {
        if (look_.word_is(token, type)) return false;
      }
    }
    return true;
  }

  // "higher than the $0.25 Acme reported a year ago": the figure is what was told.
  bool is_told_behind(const Draft& draft, const Clauses& c) const {
    const std::size_t figure = c.at(draft.mention->range.begin);
    std::size_t next = c.after(figure);
    if (!c.is(next, Part::kPhrase) && !c.is(next, Part::kPronoun)) return false;
    next = c.after(next);
    if (!c.is(next, Part::kVerb)) return false;
    const TokenRange verb = c[next].range;
    return verb.end - verb.begin == 1 && look_.word_is(verb.begin, "told.verb");
  }

  // The lexicon's row of the cue; kNone when there is none.
  std::uint32_t status_before(const Draft& draft, const Clauses& c) const {
    const Analysis& a = analysis(draft);
    int verbs = 0;
    bool labelled = false;  // "Guidance: Acme ended the year with $5m"
    bool copula = false;    // the only verb: "guidance is unchanged at"
    for (std::size_t i = c.at(draft.mention->range.begin); i-- > 0;) {
      const Chunk& chunk = c[i];
      const std::string_view text = look_.token_text(chunk.range.begin);
      if (chunk.part == Part::kStop || chunk.part == Part::kTime || text == "—" || text == "–") {
        if (chunk.part == Part::kTime) continue;
        return kNone;
      }
      if (look_.beginning_at(a, chunk.range.begin, "clause_break") != nullptr) return kNone;
      if (chunk.part == Part::kFigure) continue;  // "scored 31 goals in 33 games"
      for (std::uint32_t token = chunk.range.end; token-- > chunk.range.begin;) {
        const Annotation* cue = look_.ending_at(a, token + 1, "status");
        if (cue == nullptr || is_scored(a, *cue)) continue;
        // "guidance was raised to", but not of "the objective response"
        const bool set = copula || (verbs == 1 && !labelled && look_.word_is(token, "revised.noun"));
        const bool head = set && token + 1 == chunk.range.end;
        if (verbs > 0 && !head && !leads_infinitive(*cue, c, verbs) && has_scope(*cue, "phrase")) continue;
        if (has_scope(*cue, "noun") && !stands_in_phrase(draft, c, i)) continue;
        if (has_scope(*cue, "movement") && !draft.fact.change && !is_most(draft)) continue;
        if (has_scope(*cue, "most") && !is_most(draft)) continue;
        // "freight-forecasting startup": a gerund tells only as a verb
        if (chunk.part != Part::kVerb && look_.form(token).folded.ends_with("ing")) continue;
        if (chunk.part != Part::kVerb && !tells_as_noun(a, *cue, chunk)) continue;
        if (is_left_behind(draft, c, i, *cue)) return kNone;
        const Annotation* noun = look_.ending_at(a, cue->range.begin, "status");  // "the plan is to hire"
        return noun == nullptr ? cue->row : noun->row;
      }
      copula =
          chunk.part == Part::kVerb ? verbs == 0 && look_.word_is(chunk.range.end - 1, "copula") : copula;
      if (chunk.part == Part::kVerb) ++verbs;
      labelled = labelled || chunk.part == Part::kColon;
    }
    return kNone;
  }

  bool has_scope(const Annotation& cue, std::string_view scope) const {
    return input_.program.row_attribute(cue.row, "scope") == scope;
  }

  // "its goal to achieve $1 billion": the only verb between is what the noun is about.
  bool leads_infinitive(const Annotation& cue, const Clauses& c, int verbs) const {
    if (verbs != 1 || !look_.word_is(cue.range.end, "pos.first.TO")) return false;
    return c.is(c.at(cue.range.end + 1), Part::kVerb);
  }

  // "potential savings of $5m": nothing but phrases that prepositions join stands between the chunk and the
  // figure; "potential tremors. The tower is", "on top of potential gains, doubling" part them.
  bool stands_in_phrase(const Draft& draft, const Clauses& c, std::size_t chunk) const {
    const std::size_t figure = c.at(draft.mention->range.begin);
    bool listed = false;  // figures stand before
    for (std::size_t i = chunk + 1; i < figure; ++i) {
      if (c.is(i, Part::kComma) || c.is(i, Part::kConjunction)) {  // "of up to $30m, $3m in cash and $60m"
        if (!listed) return false;
        continue;
      }
      listed = listed || c.is(i, Part::kFigure);
      const bool joins = c.is(i, Part::kPhrase) || c.is(i, Part::kPreposition) || c.is(i, Part::kAdverb) ||
                         c.is(i, Part::kOther) || c.is(i, Part::kTime) || c.is(i, Part::kFigure);
      if (!joins) return false;
    }
    return true;
  }

  // "up to $400", "as much as 15%"
  static bool is_most(const Draft& draft) {
    return draft.fact.quantity.op == "<=" || draft.fact.quantity.op == "<";
  }

  // "could cut emissions, as it uses 70% less", "a small company that may grow, whose stock has rallied
  // 350%": the figure is of a later clause that tells what is. The reason may be told of what is only
  // expected.
  bool is_of_told_clause(const Draft& draft, const Clauses& c, std::size_t chunk, bool condition) const {
    const Governor governor = governor_of(look_, analysis(draft), c, draft.mention->range);
    const bool over = governor.tense == Tense::kPast || governor.tense == Tense::kPerfect;
    if (!over && (!condition || governor.tense != Tense::kPresent)) return false;
    const std::size_t figure = c.at(draft.mention->range.begin);
    for (std::size_t i = chunk + 1; i < figure; ++i) {
      const bool opens = c.is(i, Part::kRelative) || c.is(i, Part::kSubordinator);
      if (opens && c[i].range.begin < governor.verb.begin &&
          look_.word_is(c[i].range.begin, "telling.opener"))
        return true;
    }
    return false;
  }

  // "his 42nd goal of the season": what is numbered is no aim.
  bool is_scored(const Analysis& a, const Annotation& cue) const {
    return look_.word_is(cue.range.begin, "contest.noun") &&
           (look_.ending_at(a, cue.range.begin, "ord") != nullptr ||
            look_.ending_at(a, cue.range.begin, "num") != nullptr);
  }

  // Whether the figure's own verb stands behind the cue and tells what is: "With a projected life of 40
  // years, costs stand at $1.5bn", "positions anticipating a rise totaled $250m". A condition holds all the
  // same.
  bool is_left_behind(const Draft& draft, const Clauses& c, std::size_t chunk, const Annotation& cue) const {
    const bool condition = input_.program.row_attribute(cue.row, "status") == "hypothetical";
    if (!has_scope(cue, "sentence") && is_of_told_clause(draft, c, chunk, condition)) return true;
    const Governor governor = governor_of(look_, analysis(draft), c, draft.mention->range);
    const bool told = governor.tense == Tense::kPast || governor.tense == Tense::kPresent ||
                      governor.tense == Tense::kPerfect;
    const std::size_t verb = told ? c.at(governor.verb.begin) : Clauses::kNoChunk;
    if (verb == Clauses::kNoChunk || verb <= chunk || governor.verb.begin > draft.mention->range.begin ||
        input_.program.row_attribute(cue.row, "scope") == "sentence")
      return false;
    const bool participle = c.is(chunk, Part::kVerb) && cue.range.begin == c[chunk].range.begin &&
                            look_.form(cue.range.begin).folded.ends_with("ing");
    if (participle && governor.tense == Tense::kPast) return true;
    const std::size_t subject = c.subject_of(verb);
    if (subject == Clauses::kNoChunk || subject <= chunk) return false;
    const TokenRange phrase = c[subject].range;  // "37% intend to, and among parents the share is 49%"
    if (phrase.end - phrase.begin <= 2 && look_.word_is(phrase.end - 1, "resumed.noun")) return false;
    for (std::size_t i = verb + 1; i + 1 < c.at(draft.mention->range.begin); ++i) {
      if (c.is(i, Part::kComma) && c.is(i + 1, Part::kConjunction)) return false;  // a clause without a verb
    }
    return comma_in(c, chunk + 1, subject);
  }

  static bool comma_in(const Clauses& c, std::size_t from, std::size_t to) {
    while (from < to && !c.is(from, Part::kComma)) ++from;
    return from < to;
  }

  // "is planned": the first cue of a verb group.
  const Annotation* cue_in(const Analysis& a, TokenRange verb) const {
    for (std::uint32_t token = verb.begin; token < verb.end; ++token) {
      if (const Annotation* cue = look_.beginning_at(a, token, "status"); cue != nullptr) return cue;
    }
    return nullptr;
  }

  // "A 1% market share at a 15% margin could add $69 million", "two roundabouts will replace them": the verb
  // whose subject the figure stands in.
  std::uint32_t condition_after(const Draft& draft, const Clauses& c) const {
    if (!c.verb_follows(c.at(draft.mention->range.begin))) return kNone;
    if (look_.word_is(draft.mention->range.end, "size.adjective")) return kNone;  // "a film 30 nm thick can"
    const Analysis& a = analysis(draft);
    bool near = true;  // nothing but the figure's own noun stands before the verb
    for (std::size_t i = c.at(draft.mention->range.begin) + 1; i < c.chunks().size(); ++i) {
      switch (c[i].part) {
        case Part::kVerb: {
          const Annotation* cue = cue_in(a, c[i].range);
          if (cue == nullptr) return kNone;
          const std::string_view status = input_.program.row_attribute(cue->row, "status");
          const bool condition = status == "hypothetical";
          // "met 18 funds aiming at Peru": what those do, not how many were met
          const bool participle = look_.form(cue->range.begin).folded.ends_with("ing");
          if (participle && !condition && cue->range == c[i].range) return kNone;
          return condition || near ? cue->row : kNone;
        }
        case Part::kPhrase:
        case Part::kAdverb:
          break;
        case Part::kPreposition:
          near = near && look_.small_word_is(c[i].range.begin, "preposition.part");
          break;
        case Part::kFigure:
        case Part::kColon:
        case Part::kOther:
          near = false;
          break;
        default:
          return kNone;
      }
    }
    return kNone;
  }

  // ------------------------------------------------------------ lists and links

  // "Revenue and profit rose 8% and 12%, respectively": names and figures pair in order.
  void pair_respectively() {
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) {
      if (goes_on_pairing(i)) pair_with_sentence_before(claims_of(i));
      if (!look_.holds(input_.analyses[i], "respectively")) continue;
      for (const Annotation& annotation : input_.analyses[i].annotations) {
        if (!look_.is(annotation, "respectively")) continue;
        pair_sentence(i, annotation.range.begin);
      }
    }
  }

  // "This compares to our/consensus estimates of $44m/$45m and $5m/$6m.": behind a sentence with
  // "respectively", which this one leaves out.
  [[nodiscard]] bool goes_on_pairing(std::size_t sentence) const {
    const Analysis& a = input_.analyses[sentence];
    return sentence > 0 && !a.range.empty() && !look_.holds(a, "respectively") &&
           look_.holds(input_.analyses[sentence - 1], "respectively") &&
           look_.word_is(a.range.begin, "anaphor");
  }

  std::vector<Draft*> claims_of(std::size_t sentence) {
    std::vector<Draft*> figures;
    for (Draft& draft : of_sentence(drafts_, sentence)) {
      if (draft.fact.claim) figures.push_back(&draft);
    }
    return figures;
  }

  void pair_sentence(std::size_t sentence, std::uint32_t before) {
    std::vector<Draft*> figures;
    for (Draft& draft : of_sentence(drafts_, sentence)) {
      if (draft.fact.claim && draft.mention->range.end <= before) figures.push_back(&draft);
    }
    const Analysis& a = input_.analyses[sentence];
    if (figures.size() < 2 || pair_times(sentence, figures) || pair_old_levels(figures)) return;
    const std::vector<TokenRange> names = coordinated_before(a, figures.front()->mention->range.begin);
    if (names.size() < 2 && pair_holders(a, figures, before)) return;
    if (names.size() < 2) return pair_with_sentence_before(figures);
    if (names.size() != figures.size()) {
      const Draft& last = *figures.back();
      warnings_.push_back({"respectively_mismatch",
                           "as many names as figures are needed for 'respectively'; not paired",
                           last.fact.sentence});
      return;
    }
    const std::optional<Measure> told = told_behind(names.back(), *figures.front());
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const TokenRange words = look_.without_article(a, names[i]);
      if (told) {
        figures[i]->fact.measure = told;
        figures[i]->fact.subject =
            Subject{look_.text_of(words), look_.text_of(words), "", "", look_.span_of(words)};
      } else {
        figures[i]->fact.measure =
            Measure{look_.text_of(words), std::string(look_.token_text(words.end - 1)), look_.span_of(words)};
      }
      figures[i]->fact.rules.emplace_back("link/respectively");
      if (i > 0) figures[i]->fact.links.push_back({"respectively", figures[i - 1]->fact.id});
    }
  }

  // "Health and Games showed the highest rates at 13% and 12%": what the first figure measures where it is
  // named behind the names, which then tell whose it is; or where these are groups: "Death rates were alike
  // in the drug group and the placebo group (3.2% vs. 3.3%)".
  static std::optional<Measure> told_behind(TokenRange last_name, const Draft& figure) {
    if (figure.came_by("measure/of-groups")) return figure.fact.measure;
    const bool behind = !figure.measure.empty() && figure.measure.begin >= last_name.end &&
                        figure.measure.end <= figure.mention->range.begin;
    return behind ? figure.fact.measure : std::nullopt;
  }

  // "FFO per share … of $0.33", "EPS was $1.58": what the measure's own words say the amount is per.
  void note_rate(Draft& draft) const {
    std::optional<Unit>& unit = draft.fact.quantity.unit;
    if (draft.fact.quantity.kind != "money" || !unit || !unit->per.empty() || !draft.fact.measure) return;
    const Span span = draft.fact.measure->span;
    const std::vector<Token>& tokens = input_.text.tokens;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    auto token = static_cast<std::uint32_t>(first - tokens.begin());
    for (; token < tokens.size() && tokens[token].span.end <= span.end; ++token) {
      if (look_.word_is(token, "per_share.acronym")) unit->per = "share";
      if (!look_.word_is(token, "preposition.rate")) continue;
      std::uint32_t begin = token + 1;
      if (look_.token_text(begin) == "-") ++begin;  // "the per-share value"
      unit->per = singular(input_.program, look_.text_of({begin, rate_end(begin, span.end)}));
      return;
    }
  }

  // Where what stands behind "per" ends: before a bracket, or a word that leads on, or the measure's end.
  std::uint32_t rate_end(std::uint32_t begin, std::uint32_t limit) const {
    const std::vector<Token>& tokens = input_.text.tokens;
    if (look_.token_text(begin - 1) == "-") return begin + 1;
    std::uint32_t end = begin;
    while (end < tokens.size() && tokens[end].span.end <= limit && look_.form(end).is(Shape::kWordlike) &&
           !look_.word_is(end, "preposition"))
      ++end;
    return std::max(end, begin + 1);
  }

  // "Sales rose 5% and 7% in Chile and Peru, respectively": what stands behind the figures tells whose each
  // is. False where that is no row of as many.
  bool pair_holders(const Analysis& a, const std::vector<Draft*>& figures, std::uint32_t before) {
    const std::vector<TokenRange> holders = row_behind(a, figures.back()->mention->range.end, before);
    if (holders.size() != figures.size()) return false;
    const Span row{look_.span_of(holders.front()).begin, look_.span_of(holders.back()).end};
    const std::optional<Measure> measure = figures.front()->fact.measure;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      Fact& fact = figures[i]->fact;
      const TokenRange words = look_.without_article(a, holders[i]);
      fact.subject = Subject{look_.text_of(words), look_.text_of(words), "", "", look_.span_of(words)};
      if (fact.measure && fact.measure->span.overlaps(row)) fact.measure = measure;
      fact.rules.emplace_back("link/respectively");
      if (i > 0) fact.links.push_back({"respectively", figures[i - 1]->fact.id});
    }
    return true;
  }

  // The parts of "in Chile, Peru and the north" between the token and the limit; none where other things
  // stand there.
  std::vector<TokenRange> row_behind(const Analysis& a, std::uint32_t token, std::uint32_t limit) const {
    constexpr std::uint32_t kReach = 3;  // "per share"
    const std::uint32_t last = token + kReach;
    while (token < std::min(last, limit) && !look_.small_word_is(token, "preposition.apart")) ++token;
    std::vector<TokenRange> row;
    if (token >= std::min(last, limit)) return row;
    std::uint32_t begin = ++token;
    for (; token <= limit; ++token) {
      const bool ends =
          token == limit || look_.token_text(token) == "," || look_.small_word_is(token, "joint.and");
      if (!ends &&
          (look_.beginning_at(a, token, "vg") != nullptr || look_.covering(a, token, "time") != nullptr))
        return {};
      if (!ends) continue;
      if (token > begin) row.push_back({begin, token});
      begin = token + 1;
    }
    return row;
  }

  // "ROAA of 1.2% and ROAE of 11%, up from 1.1% and 10% in 1Q25, respectively": levels and their old ones
  // pair in order. False where they are not as many.
  static bool pair_old_levels(const std::vector<Draft*>& figures) {
    const std::size_t half = figures.size() / 2;
    if (half < 2 || figures.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if ((figures[i]->text("role") == "from") != (i >= half)) return false;
    }
    const Fact& last = figures.back()->fact;
    for (std::size_t i = 0; i < half; ++i) {
      Fact& level = figures[i]->fact;
      Fact& old = figures[half + i]->fact;
      old.measure = level.measure;
      old.subject = level.subject;
      old.period = last.period;
      if (!level.change && last.change)
        level.change = Change{.direction = last.change->direction, .role = "to"};
      old.rules.emplace_back("link/respectively");
      old.links.push_back({"respectively", level.id});
    }
    return true;
  }

  // "$12m and $10m for the three months ended September 30, 2025 and 2024, respectively": figures and times
  // pair in order. False where they are not as many.
  bool pair_times(std::size_t sentence, const std::vector<Draft*>& figures) const {
    const std::vector<const TimeSpan*> times = coordinated_times(sentence, figures.size());
    if (times.empty()) return false;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const Interval interval = in_year_of(*times[i], times.front()->time.interval);
      Period period;
      period.text = look_.text_of(times[i]->range);
      period.span = look_.span_of(times[i]->range);
      period.start = interval.start ? to_iso(*interval.start) : "";
      period.end = interval.end ? to_iso(*interval.end) : "";
      figures[i]->fact.period = std::move(period);
      figures[i]->fact.rules.emplace_back("link/respectively");
      if (i > 0) figures[i]->fact.links.push_back({"respectively", figures[i - 1]->fact.id});
    }
    return true;
  }

  // The `count` times of a sentence between which only commas and "and" stand; none where there is no such
  // row.
  std::vector<const TimeSpan*> coordinated_times(std::size_t sentence, std::size_t count) const {
    std::vector<const TimeSpan*> row;
    for (const TimeSpan& time : input_.resolved[sentence].times) {
      if (!time.time.interval.end) continue;
      const bool joined = !row.empty() && only_joins(row.back()->range.end, time.range.begin);
      if (!joined && row.size() == count) break;
      if (!joined) row.clear();
      row.push_back(&time);
    }
    return row.size() == count ? row : std::vector<const TimeSpan*>();
  }

  bool only_joins(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t kMost = 2;  // ", and"
    if (to <= from || to - from > kMost) return false;
    for (std::uint32_t token = from; token < to; ++token) {
      if (look_.token_text(token) != "," && !look_.small_word_is(token, "joint")) return false;
    }
    return true;
  }

  // "2024" beside "the third quarter of 2025" is that quarter of 2024.
  Interval in_year_of(const TimeSpan& time, const Interval& first) const {
    const Interval& own = time.time.interval;
    const std::string text = look_.text_of(time.range);
    const bool year = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!year || !first.end || !own.end) return own;
    return shift(first, Grain::kYear, year_of(*own.end) - year_of(*first.end)).value_or(own);
  }

  // "This compares to our estimates of $44m, $18m and $6m, respectively": as many figures, or rows of
  // "$44m/$45m", as the sentence before has paired with names.
  void pair_with_sentence_before(const std::vector<Draft*>& figures) {
    std::vector<const Draft*> paired;
    if (figures.size() < 2 || figures.front()->sentence == 0) return;
    for (const Draft& draft : of_sentence(drafts_, figures.front()->sentence - 1)) {
      if (draft.came_by("link/respectively")) paired.push_back(&draft);
    }
    if (paired.empty() || figures.size() % paired.size() != 0) return;
    const std::size_t row = figures.size() / paired.size();
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
      const bool within = (i + 1) % row != 0;
      if (within != is_slashed(*figures[i], *figures[i + 1])) return;
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const Draft& named = *paired[i / row];
      figures[i]->fact.measure = named.fact.measure;
      figures[i]->fact.rules.emplace_back("link/respectively");
      figures[i]->fact.links.push_back({"respectively", named.fact.id});
    }
  }

  // "$44m/$45m", "($0.84)/($0.43)"
  bool is_slashed(const Draft& left, const Draft& right) const {
    constexpr std::uint32_t kMost = 3;  // ")/("
    const std::uint32_t end = right.mention->range.begin;
    for (std::uint32_t token = left.mention->range.end; token < end && end - token <= kMost; ++token) {
      if (look_.token_text(token) == "/") return true;
    }
    return false;
  }

  // "GOOD reported revenue": where what is told begins in a phrase that took in who tells it.
  std::uint32_t behind_teller(TokenRange phrase) const {
    for (std::uint32_t token = phrase.begin + 1; token + 1 < phrase.end; ++token) {
      if (look_.word_is(token, "say.verb") && look_.form(phrase.begin).is(Shape::kCap)) return token + 1;
    }
    return phrase.begin;
  }

  // "AFFO per share": where a phrase ends that what it is per belongs to.
  std::uint32_t with_rate(const Analysis& a, std::uint32_t end, std::uint32_t limit) const {
    if (end + 1 >= limit || !look_.small_word_is(end, "preposition.rate")) return end;
    const Annotation* denominator = look_.beginning_at(a, end + 1, "np");
    return denominator == nullptr || denominator->range.end > limit ? end : denominator->range.end;
  }

  // "A, B and C" before the token, skipping a verb: the last chain of coordinated noun phrases.
  std::vector<TokenRange> coordinated_before(const Analysis& a, std::uint32_t limit) const {
    std::vector<TokenRange> best;
    std::vector<TokenRange> chain;
    for (std::uint32_t token = a.range.begin; token < limit;) {
      const Annotation* phrase = look_.beginning_at(a, token, "np");
      if (phrase == nullptr || phrase->range.end > limit) {
        if (look_.token_text(token) != "," && !look_.small_word_is(token, "joint.and")) {
          if (chain.size() >= 2) best = chain;
          chain.clear();
        }
        ++token;
        continue;
      }
      chain.push_back({behind_teller(phrase->range), with_rate(a, phrase->range.end, limit)});
      token = chain.back().end;
    }
    return chain.size() >= 2 ? chain : best;
  }

  void link() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      link_pair(i);
      link_change(i);
    }
  }

  Draft* at(TokenRange range, std::size_t sentence) {
    for (Draft& draft : of_sentence(drafts_, sentence)) {
      if (draft.mention->range == range) return &draft;
    }
    return nullptr;
  }

  void link_pair(std::size_t index) {
    Draft& draft = drafts_[index];
    Draft* other = draft.has("link") ? at(draft.range("link"), draft.sentence) : nullptr;
    if (other == nullptr || !other->fact.claim || !draft.fact.claim) return;
    const bool both_money = draft.fact.quantity.kind == "money" && other->fact.quantity.kind == "money";
    const bool same_kind = draft.fact.quantity.kind == other->fact.quantity.kind;
    if (both_money && draft.fact.quantity.unit->code == other->fact.quantity.unit->code) return;
    if (!both_money && (draft.text("rel") != "same" && !same_kind)) return;
    if (draft.text("rel") == "equivalent" &&
        !may_be_equal(draft.fact.quantity, other->fact.quantity, input_.program)) {
      const std::string message = "'" + other->fact.quantity.text + "' and '" + draft.fact.quantity.text +
                                  "' can't be the same amount; not linked";
      warnings_.push_back({"equivalent_mismatch", message,
                           Span{other->fact.quantity.span.begin, draft.fact.quantity.span.end}});
      return;
    }
    draft.fact.links.push_back({"equivalent", other->fact.id});
    other->fact.links.push_back({"equivalent", draft.fact.id});
    if (draft.text("status").empty() && !other->text("status").empty())
      draft.fact.status = other->fact.status;
    if (both_money) draft.fact.change = other->fact.change;
    if (!both_money && draft.text("rel") == "same" && other->fact.change && !draft.fact.change) {
      draft.fact.change = other->fact.change;  // "lost 190 points, or 0.6%"
    }
  }

  // by and from point to the level they belong to.
  void link_change(std::size_t index) {
    Fact& fact = drafts_[index].fact;
    if (!fact.change || fact.change->role == "to" || !fact.claim || !fact.measure) return;
    for (Draft& draft : of_sentence(drafts_, drafts_[index].sentence)) {
      Fact& level = draft.fact;
      if (!level.change || level.change->role != "to" || !level.measure) continue;
      if (level.measure->span != fact.measure->span) continue;
      fact.links.push_back({fact.change->role == "by" ? "delta_of" : "old_level_of", level.id});
      if (fact.change->role == "from") level.links.push_back({"new_level_of", fact.id});
      return;
    }
  }

  // ------------------------------------------------------------ the result

  Claims finish(const Entities& entities) {
    Claims out;
    out.entities = entities.list();
    out.warnings = std::move(warnings_);
    for (Fact& fact : facts_) {
      std::vector<std::string> rules;
      for (std::string& rule : fact.rules) {
        if (!rule.empty() && std::find(rules.begin(), rules.end(), rule) == rules.end())
          rules.push_back(std::move(rule));
      }
      fact.rules = std::move(rules);
      fact.score = score_of(fact);
    }
    out.facts = std::move(facts_);
    return out;
  }

  const ClaimInput& input_;
  Looker look_;
  std::string sha256_;
  std::vector<Fact> facts_;                // as many as drafts_
  std::vector<Draft> drafts_;              // each of one fact
  std::vector<const Draft*> unit_before_;  // by draft: the claim with a unit that stands last before it
  std::vector<Warning> warnings_;
  std::size_t cue_sentence_ = SIZE_MAX;  // that cue_in_sentence_ tells about
  bool cue_in_sentence_ = false;
};

}  // namespace

Claims assemble(const ClaimInput& input, const std::string& sha256) { return Assembler(input, sha256).run(); }

}  // namespace figmine
