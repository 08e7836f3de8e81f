#include "claim/measures.h"

#include "claim/measures/amounts_in.h"
#include "claim/measures/attachments.h"
#include "claim/measures/context.h"
#include "claim/measures/counts.h"
#include "claim/measures/described.h"
#include "claim/measures/flat_rows.h"
#include "claim/measures/groups.h"
#include "claim/measures/lasting.h"
#include "claim/measures/leading_verb.h"
#include "claim/measures/levels.h"
#include "claim/measures/list_items.h"
#include "claim/measures/nouns_behind.h"
#include "claim/measures/phrases.h"
#include "claim/measures/predicates.h"
#include "claim/measures/rankings.h"
#include "claim/measures/relations.h"
#include "claim/measures/set_off.h"
#include "claim/measures/setter.h"
#include "claim/measures/shares.h"
#include "claim/measures/spent.h"
#include "claim/measures/verbs.h"
#include "claim/measures/wholes.h"
#include "claim/measures/words_after.h"
#include "claim/measures/words_before.h"

namespace figmine {
namespace measures {
namespace {

// The order of evidence: a figure measures what the first step that finds something says.
class MeasureFinder {
 public:
  MeasureFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                const Entities& entities)
      : figures_(drafts, input, clauses, entities) {}

  void run() {
    for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
      if (!flat_rows_.find(i)) find(i);
      list_items_.widen(figures_[i]);
      if (is_unmeasured_extreme(figures_[i])) named_weakly(figures_[i]);
      settle_coin(i);
      shares_.note_percentage(i);
      shares_.note_supply(i);
    }
    for (Draft& draft : figures_.drafts()) {
      if (!draft.fact.measure) leading_verb_.values(draft);
    }
    for (std::size_t i = 0; i + 1 < figures_.drafts().size(); ++i) {
      if (!figures_[i].fact.measure && is_same_as_next(i))
        setter_.inherit(figures_[i], &figures_[i + 1], "measure/equivalent");
    }
  }

 private:
  void find(std::size_t index) {
    Draft& draft = figures_[index];
    if (draft.fact.measure) return;  // a table's cell
    if (tells_again(index)) return;
    shares_.note_whole(index);
    if (is_told(index) || list_items_.prices_item(index) || rankings_.find(draft)) return;
    if (find_counted(index) || find_doers(index) || find_share(index) || is_spent_apart_too(index) ||
        goes_on(index))
      return;
    if (is_stacked(index) || spent_.on_doing(draft) || lasting_.lasts(draft) ||
        lasting_.takes_so_long(index) || lasting_.happens_so_long_after(draft))
      return;
    if (relations_.find(index) || groups_.find(index) || leading_verb_.tells_how_large(draft) ||
        words_after_.find(index))
      return;
    if (draft.has("link") && setter_.inherit(draft, figures_.before(index), "measure/equivalent")) return;
    if (leading_verb_.prices_offer(draft) || lasting_.has_done_for(draft) || leading_verb_.find(index) ||
        leading_verb_.is_done_with(draft))
      return;
    context_.find(index);
    if (!draft.fact.measure && !spent_.apart_from(draft)) named_weakly(draft);
  }

  // "5% or 40 million tokens allocated to the team": the same once more, of which the words behind it tell.
  bool is_same_as_next(std::size_t index) const {
    const Draft& next = figures_[index + 1];
    return next.sentence == figures_[index].sentence && next.came_by("link/or") &&
           next.range("link").overlaps(figures_[index].mention->range);
  }

  // "Solana gained 35%": what moves is its price.
  void settle_coin(std::size_t index) {
    if (context_.measures_coin(figures_[index])) context_.name_mover(figures_[index]);
    context_.price_coin(figures_[index]);
  }

  // "a third, or 33%", "8,000 barrels (3.4% of the maturing barrels)": the same once more, as a share.
  bool tells_again(std::size_t index) {
    Draft& draft = figures_[index];
    const bool twice = draft.came_by("link/share-told-twice");
    const bool bracket = !twice && draft.came_by("link/share-in-bracket") && draft.has("share_of");
    if ((!twice && !bracket) || !setter_.inherit(draft, figures_.before(index), "measure/equivalent"))
      return false;
    if (twice && tells_share(draft.fact.quantity))  // not "36% of prescriptions ($2B)"
      draft.fact.share_of = figures_.before(index)->fact.share_of;
    if (bracket) shares_.note_share(draft);
    return true;
  }

  // What a rule tells outright.
  bool is_told(std::size_t index) {
    Draft& draft = figures_[index];
    if (draft.fact.quantity.kind == "rank") {
      rank_of_what(index);
      return true;
    }
    const TokenRange chance = draft.range("label");  // "a 1 in 4,000 chance of hitting Earth"
    if (draft.fact.quantity.kind == "fraction" && !chance.empty()) {
      setter_.set(draft, chance, "");
      return true;
    }
    if (is_of_aged(draft)) return true;
    if (const TokenRange off = draft.range("discount");
        !off.empty() && (draft.fact.quantity.kind == "percent" || draft.fact.quantity.kind == "money")) {
      setter_.set(draft, off, "");  // "Get 20% off this sofa", "$15 off any boots"
      return true;
    }
    if (draft.has("age_of")) {  // "a 34-year-old man" is told of whom, and measures nothing more
      const TokenRange thing = draft.range("age_of");  // "a 39-year-old law"
      if (is_old_thing(draft, thing)) setter_.set(draft, thing, "measure/described");
      return true;
    }
    if (draft.has("lasts") && draft.fact.quantity.kind == "duration") {
      const TokenRange lasts = draft.range("lasts");  // "a 16-day stock rally"
      setter_.set(draft, figures_.look().without_article(figures_.analysis(draft), lasts), "");
      return true;
    }
    if (is_part_told(draft)) return true;
    const TokenRange told = figures_.look().without_article(figures_.analysis(draft), draft.range("told"));
    if (told.empty()) return false;
    setter_.set(draft, predicates_.without_auxiliaries(told), "");
    const bool previous = draft.has("share_of_previous");  // "half of these"
    if (!previous && draft.has("share_of") && tells_share(draft.fact.quantity)) shares_.note_share(draft);
    return true;
  }

  // "sold 40% of its fleet", "owns 40% of Vexa", but not "of the mills": what was done with the part.
  bool is_part_told(Draft& draft) {
    if (!tells_share(draft.fact.quantity)) return false;
    const Looker& look = figures_.look();
    const TokenRange whole = look.without_article(figures_.analysis(draft), draft.range("share_of"));
    const bool owned = look.is_name(whole) && draft.has("part_owned");
    const TokenRange told = draft.range(owned ? "part_owned" : "part_told");
    if (told.empty()) return false;
    setter_.set(draft, told, "");
    if (!whole.empty()) shares_.note_share(draft);
    return true;
  }

  // Whether a thing stands behind its age, no person and no name.
  bool is_old_thing(const Draft& draft, TokenRange words) const {
    const Looker& look = figures_.look();
    const std::uint32_t end = draft.mention->range.end;
    return words.begin == end && look.word_is(end - 1, "age.ending") && !look.is_name(words) &&
           look.word_is(words.end - 1, "aged.thing");
  }

  // "results among tenants aged 18 to 30", "tenants under the age of 30": an age is of those whose age it is,
  // or what it is called.
  bool is_of_aged(Draft& draft) const {
    const TokenRange aged = draft.range("subject");
    const Looker& look = figures_.look();
    const std::string& kind = draft.fact.quantity.kind;
    if ((kind != "age" && kind != "duration") || !draft.came_by("subject/of-age") || aged.empty() ||
        !look.word_is(aged.end, "aged.lead"))
      return false;
    TokenRange told = look.without_article(figures_.analysis(draft), aged);
    for (std::uint32_t token = aged.end; token < draft.mention->range.begin; ++token) {
      if (look.word_is(token, "age.noun")) told = {token, token + 1};  // "between the ages of 9 and 12"
      if (look.word_is(token, "age.participle")) told.end = token + 1;
    }
    setter_.set(draft, told, "measure/aged");
    return true;
  }

  // "Eight of ten plants"
  static bool is_part_of_count(const Draft& draft) {
    return draft.fact.quantity.kind == "count" && draft.has("of_number");
  }

  // What a count's noun says.
  bool find_counted(std::size_t index) {
    Draft& draft = figures_[index];
    if (draft.fact.quantity.kind != "count") return false;
    if (is_hyphened(draft) && is_stacked(index)) return true;
    if (draft.mention->noun.empty() || is_part_of_count(draft)) return false;
    counts_.find(draft);
    return true;
  }

  // "More than 200 applied for it": what so many did.
  bool find_doers(std::size_t index) {
    Draft& draft = figures_[index];
    const Clauses& c = figures_.clauses(draft);
    const std::size_t verb = c.after(figures_.chunk_of(draft));
    const bool did = draft.came_by("quantity/so-many-did") || draft.came_by("quantity/another-so-many");
    if (!did || !c.is(verb, Part::kVerb)) return false;
    predicates_.set(draft, verb);
    return true;
  }

  // What a share is of, or what those do of whom it is one.
  bool find_share(std::size_t index) {
    Draft& draft = figures_[index];
    const std::string& kind = draft.fact.quantity.kind;
    if (!tells_share(draft.fact.quantity) && !is_part_of_count(draft)) return false;
    if (shares_.is_allotted(index)) return true;
    if (is_fraction_adjective(draft)) return setter_.take(draft, draft.range("measure_after"), "");
    // "One in five adults rents."
    if (kind == "fraction" && !draft.has("share_of") && draft.has("measure_after"))
      draft.fields.emplace("share_of", draft.range("measure_after"));
    if (draft.has("share_of") && (shares_.answers_within(draft) || shares_.answers_by_participle(draft)))
      return true;
    if (draft.has("share_of") && shares_.tells_holders(draft)) {
      setter_.set(draft, shares_.note_share(draft), "measure/whole");
      return true;
    }
    const bool own = draft.has("measure") && !is_of_total(draft);
    if (draft.has("share_of") && (!own || shares_.is_labelled_answer(draft))) {
      shares_.find(index);
      return true;
    }
    // "the purchase of 40% of the mills", "a fee of 5% of the loan"
    if (own && draft.has("share_of") && tells_share(draft.fact.quantity) && draft.text("role").empty())
      shares_.note_share(draft);
    const bool part = draft.has("shareverb") || draft.has("share_of_previous");
    return !part && (shares_.tells_state(index) || shares_.answers(draft));
  }

  // "A total of 36% of growers named fuel": words that only sum the share up.
  bool is_of_total(const Draft& draft) const {
    const TokenRange own = draft.range("measure");
    const Looker& look = figures_.look();
    return draft.text("attach") == "of" && look.word_is(own.end - 1, "measure.generic") &&
           look.without_article(figures_.analysis(draft), own).begin + 1 == own.end;
  }

  // "a one-in-three success rate"
  bool is_fraction_adjective(const Draft& draft) const {
    const TokenRange after = draft.range("measure_after");
    const std::uint32_t begin = draft.mention->range.begin;
    return draft.fact.quantity.kind == "fraction" && draft.came_by("quantity/in-n-of-noun") &&
           !after.empty() && begin > 0 && figures_.look().word_is(begin - 1, "article");
  }

  // What the figure before measured goes on: "$52,000 for Corlan and $75,000 for Vexa", "14 killed and 30
  // hurt".
  bool goes_on(std::size_t index) {
    Draft& draft = figures_[index];
    const Draft* before = figures_.before(index);
    return (draft.has("paired") && !tells_purpose(draft) && setter_.inherit(draft, before, "measure/pair")) ||
           (counts_.shares_noun(draft) && setter_.inherit(draft, before, "measure/same-clause")) ||
           (is_old_amount(draft) && setter_.inherit(draft, before, "measure/same-clause")) ||
           is_further_part(draft, before) ||
           ((ends_pair(draft, before) || is_twin(draft, before)) &&
            setter_.inherit(draft, before, "measure/pair")) ||
           is_same_for_other(draft, before) ||
           ((is_where_multiplied(draft, before) || is_behind_insertion(draft, before)) &&
            setter_.inherit(draft, before, "measure/pair"));
  }

  // "had sales of $28m, building on the $30m achieved in May": the same, of another time.
  bool is_old_amount(const Draft& draft) const {
    const Looker& look = figures_.look();
    return draft.fact.quantity.kind != "count" &&
           look.word_is(draft.mention->range.begin - 1, "article.definite") &&
           look.word_is(draft.mention->range.end, "recorded.word") && !draft.has("measure");
  }

  // "had revenues of $9 million and $5 million, respectively": two figures of one noun.
  bool is_twin(const Draft& draft, const Draft* before) const {
    const bool bare = before != nullptr && before->sentence == draft.sentence &&
                      before->text("attach") == "of" && before->came_by("measure/of") &&
                      before->fact.quantity.kind == draft.fact.quantity.kind &&
                      draft.fact.quantity.kind != "count" && draft.text("role") == before->text("role");
    if (!bare || draft.has("measure") || draft.has("measure_after") || draft.has("measure_in_np") ||
        draft.has("done_after") || draft.has("share_of"))
      return false;
    const Clauses& c = figures_.clauses(draft);
    const std::size_t link = c.before(figures_.chunk_of(draft));
    return c.is(link, Part::kConjunction) && c.before(link) == figures_.chunk_of(*before) &&
           !c.is(c.after(figures_.chunk_of(draft)), Part::kVerb);
  }

  // "won $900 and $500, respectively", "save 40% on boots and 75% on socks": the same verb's second object.
  bool ends_pair(const Draft& draft, const Draft* before) const {
    const bool alike = before != nullptr && before->came_by("measure/verb") && continues(draft, *before) &&
                       !draft.has("measure") && !draft.has("measure_after") && !draft.has("measure_in_np") &&
                       !draft.has("done_after");
    if (!alike) return false;
    const Clauses& c = figures_.clauses(draft);
    const std::size_t link = c.before(figures_.chunk_of(draft));
    const bool next = c.before(link) == figures_.chunk_of(*before);
    const std::uint32_t behind = before->mention->range.end;
    const Looker& look = figures_.look();
    const std::uint32_t own = draft.mention->range.end;
    const bool same = look.token_text(behind) == look.token_text(own);
    const bool spent = draft.fact.quantity.kind == "money" && look.word_is(own, "preposition") &&
                       !look.small_word_is(own, "preposition.part");  // "in Oslo and $3 million on its mine"
    const bool same_link = (same || spent) && look.word_is(behind, "preposition");
    return c.is(link, Part::kConjunction) && (next || same_link);
  }

  // "a discount of 5% on boots and 10% on socks", "a $4m charge for its mill and $2m for its mine": the same
  // noun's figure once more, behind which the same preposition stands.
  bool is_same_for_other(Draft& draft, const Draft* before) const {
    const Looker& look = figures_.look();
    const bool bare = before != nullptr && !before->measure.empty() && draft.text("role").empty() &&
                      !draft.has("measure") && !draft.has("measure_after") && !draft.has("share_of");
    if (!bare || before->measure.begin > before->mention->range.end || !continues(draft, *before))
      return false;
    std::uint32_t link = before->mention->range.end;  // "5% on", "$4m charge for"
    if (before->measure.begin == link) {
      while (link < before->measure.end && !look.word_is(link, "preposition")) ++link;
    }
    const std::uint32_t own = draft.mention->range.end;
    const bool same = look.word_is(own, "preposition") && !look.small_word_is(own, "preposition.part") &&
                      look.token_text(own) == look.token_text(link);
    const bool itself = look.token_text(own) == "in" && draft.has("measure_in_np");  // "and $3m in tools"
    if (!same || itself) return false;
    const bool behind = before->measure.begin < link && link < before->measure.end;
    setter_.set(draft, {before->measure.begin, behind ? link : before->measure.end}, "measure/pair");
    return true;
  }

  // "holds 50% of its stock for shops, 20% for fairs and 10% for gifts": further parts of the same whole.
  bool is_further_part(Draft& draft, const Draft* before) const {
    const Looker& look = figures_.look();
    const bool part = before != nullptr && before->fact.share_of && before->fact.quantity.kind == "percent" &&
                      (before->came_by("measure/whole") || before->came_by("measure/further-part")) &&
                      !draft.has("share_of") && draft.text("role").empty() &&
                      look.small_word_is(draft.mention->range.end, "preposition.aim") &&
                      continues(draft, *before);
    if (!part || !setter_.inherit(draft, before, "measure/further-part")) return false;
    draft.fact.share_of = before->fact.share_of;
    return true;
  }

  // Whether a comma or "and" joins the figure to the one before it, with nothing but phrases between them.
  bool continues(const Draft& draft, const Draft& before) const {
    constexpr std::size_t kReach = 8;  // chunks
    const Clauses& c = figures_.clauses(draft);
    const std::size_t figure = figures_.chunk_of(draft);
    const std::size_t first = figures_.chunk_of(before);
    const std::size_t link = c.before(figure);
    const bool joined = c.is(link, Part::kConjunction) || c.is(link, Part::kComma);
    if (!joined || before.fact.quantity.kind != draft.fact.quantity.kind || figure > first + kReach)
      return false;
    for (std::size_t i = first + 1; i < link; ++i) {
      const Part part = c[i].part;
      const bool doing =
          part == Part::kVerb && c[i].gerund && c.is(i - 1, Part::kPreposition);  // "for finding"
      const bool within = doing || part == Part::kPhrase || part == Part::kPreposition ||
                          part == Part::kConjunction || part == Part::kTime || part == Part::kAdverb ||
                          part == Part::kComma || part == Part::kOther;
      if (!within) return false;
    }
    return !c.is(c.after(figure), Part::kVerb);
  }

  // "After two years at the bank and three years at Vexa"
  bool is_spent_apart_too(std::size_t index) {
    const Draft* before = figures_.before(index);
    return before != nullptr && before->came_by("measure/apart") && spent_.apart_from(figures_[index]);
  }

  // "Cloud revenue, 12%, more than doubled", "Cloud revenue, now 12% of sales, more than doubled"
  bool is_behind_insertion(const Draft& draft, const Draft* before) const {
    const Clauses& c = figures_.clauses(draft);
    return before != nullptr && draft.came_by("quantity/multiplied") &&
           (before->came_by("measure/apposed") || before->came_by("measure/apposed-part")) &&
           c.is(c.before(figures_.chunk_of(draft)), Part::kComma);
  }

  // "sales slipped 3% but profit doubled to $38m": what doubled is what came to so much.
  static bool is_where_multiplied(const Draft& draft, const Draft* before) {
    return before != nullptr && before->fact.quantity.kind == "multiple" &&
           draft.came_by("change/multiply") && before->came_by("quantity/multiplied");
  }

  // "The token fell from its record high of €93": what else is named is what has a price, which measures
  // nothing.
  bool is_unmeasured_extreme(const Draft& draft) const {
    const TokenRange own = draft.range("measure");
    const Looker& look = figures_.look();
    const bool extreme = draft.fact.quantity.kind == "money" && draft.text("role") != "by" && !own.empty() &&
                         draft.text("attach") == "of" && look.word_is(own.end - 1, "extreme.price");
    if (!extreme || !draft.fact.measure) return false;
    const std::string head = fold(draft.fact.measure->head);
    const Program& program = look.input().program;
    return !head.ends_with("s") && !head.ends_with(")") && program.lookup("measure.noun", head) == kNone &&
           program.lookup("measure.stock", head) == kNone;
  }

  // "A $6 target is possible", "its lifetime high of $0.44", "a Licensed Grazing Area of 2,300 ha": where
  // nothing else is told, what only says which of many figures it is, or is written as a name.
  void named_weakly(Draft& draft) const {
    const TokenRange after = draft.range("measure_after");
    const bool held = after.begin == draft.mention->range.end && !after.empty() &&
                      figures_.look().word_is(after.end - 1, "measure.held");
    if (held && !draft.fact.measure) return setter_.set(draft, after, "measure/described");
    const TokenRange own = draft.range("measure");
    if (own.empty() || draft.text("attach") != "of") return;
    const Looker& look = figures_.look();
    const bool titled = look.is_name(own) && figures_.namer().is_common(own.end - 1);
    if (titled || look.word_is(own.end - 1, "measure.extreme"))
      setter_.set(draft, look.without_article(figures_.analysis(draft), own), "measure/extreme");
  }

  // "a 300 hp 2.0-liter V6 engine", "a 3-bedroom, 2-bath home": figures in a row describe the noun that the
  // last one stands before.
  bool is_stacked(std::size_t index) {
    Draft& draft = figures_[index];
    const bool listed = is_hyphened(draft) && figures_.look().token_text(draft.mention->range.end) == ",";
    if (index + 1 == figures_.drafts().size() || (draft.has("measure_after") && !listed) ||
        !draft.text("role").empty())
      return false;
    const Draft& next = figures_[index + 1];
    const std::uint32_t end = draft.mention->range.end + (listed ? 1 : 0);
    const bool adjacent = next.sentence == draft.sentence && next.fact.claim && next.text("role").empty() &&
                          next.mention->range.begin == end && is_attribute(next) &&
                          (is_attribute(draft) || is_price_before(draft, next));
    if (!adjacent) return false;
    find(index + 1);
    if (next.measure.empty() || next.measure.end <= next.mention->range.begin) return false;
    const bool counted = next.measure.begin < next.mention->range.end;  // "a 40-foot 12 homes"
    setter_.set(draft, {counted ? next.measure.end - 1 : next.measure.begin, next.measure.end},
                "measure/stacked");
    return true;
  }

  // "a $500,000 three-bedroom home"
  bool is_price_before(const Draft& draft, const Draft& next) const {
    return draft.fact.quantity.kind == "money" && is_hyphened(next);
  }

  // "6.7-inch", "3-bedroom"; not "1,300 micro-courses".
  bool is_hyphened(const Draft& draft) const {
    const TokenRange noun = draft.mention->noun;
    if (!noun.empty()) return figures_.look().token_text(noun.begin - 1) == "-";
    return draft.fact.quantity.text.find('-') != std::string::npos;
  }

  // A figure that may stand before the noun that it describes.
  static bool is_attribute(const Draft& draft) {
    const std::string& kind = draft.fact.quantity.kind;
    return kind == "measure" || kind == "duration" || kind == "temperature" ||
           (kind == "count" && !draft.mention->noun.empty());
  }

  // "its third straight day of gains", "the fifth-largest bank in the state", "No. 12 on the list of banks".
  // "Acme ranks third" tells of nothing in which it is.
  void rank_of_what(std::size_t index) {
    Draft& draft = figures_[index];
    TokenRange in = draft.range("ranked_in");
    if (!in.empty() && is_area(draft, in)) in = {};  // "#10 in Ohio"
    const TokenRange chain = in.empty() ? in : phrases_.chain_of(draft, in);
    if (!in.empty() && draft.came_by("measure/rank-on"))
      return setter_.set(draft, figures_.look().without_article(figures_.analysis(draft), chain), "");
    if (!in.empty() && setter_.take(draft, chain, "")) return;  // "ranks second in trading volume"
    const TokenRange after = draft.range("measure_after");
    if (!after.empty()) return setter_.set(draft, phrases_.chain_of(draft, after), "measure/rank");
    // "#22 in design and #10 in Ohio", "up from #3 in 2025"
    const Draft* before = figures_.alike_before(index);
    if (before != nullptr && before->sentence == draft.sentence &&
        setter_.inherit(draft, before, "measure/pair"))
      return;
    if (!draft.text("role").empty())
      rank_of_mover(draft);
    else if (is_placed(draft))  // "Acme ranked third in sales. Orvik ranked fifth."
      if (const Draft* told = figures_.told_before(index); told != nullptr && is_placed(*told))
        setter_.inherit(draft, told, "measure/pair");
  }

  // "Legal issues rose to #6": what moved, which is no name.
  void rank_of_mover(Draft& draft) const {
    const Clauses& c = figures_.clauses(draft);
    const std::size_t mover = c.subject_before(figures_.chunk_of(draft));
    if (c.is(mover, Part::kPhrase) && !figures_.look().is_name(c[mover].range))
      setter_.take(draft, c.chain_ending(mover), "measure/subject-of-verb");
  }

  // "ranks third", unlike "its third store"
  static bool is_placed(const Draft& draft) {
    return draft.came_by("quantity/rank-place") || draft.came_by("quantity/rank-listed");
  }

  // "$120 million for roads and $38 million for a library", unlike "$52,000 for Corlan and $75,000 for Vexa".
  bool tells_purpose(const Draft& draft) const {
    return draft.came_by("subject/for-next") && draft.fact.quantity.kind == "money" &&
           !figures_.namer().names_somebody(figures_.analysis(draft), draft.range("subject"));
  }

  // "14th in the world": where the others are, not in what respect they are ranked.
  bool is_area(const Draft& draft, TokenRange words) const {
    const Looker& look = figures_.look();
    return look.word_is(words.end - 1, "rank.area") ||
           look.ending_at(figures_.analysis(draft), words.end, "place") != nullptr;
  }

  // Lower layers first: each is made of those before it.
  Figures figures_;
  Setter setter_{figures_};
  ListItems list_items_{figures_, setter_};
  Rankings rankings_{figures_};
  Phrases phrases_{figures_};
  Verbs verbs_{figures_, phrases_};
  Predicates predicates_{figures_, setter_};
  Wholes wholes_{figures_, predicates_};
  SetOff set_off_{figures_, setter_, predicates_};
  Shares shares_{figures_, setter_, predicates_, verbs_, wholes_, set_off_};
  Counts counts_{figures_, setter_, phrases_, verbs_};
  Lasting lasting_{figures_, setter_, verbs_};
  Spent spent_{figures_, setter_};
  NounsBehind nouns_behind_{figures_};
  Attachments attachments_{figures_, setter_};
  Described described_{figures_, setter_, nouns_behind_, attachments_};
  Levels levels_{figures_, setter_};
  AmountsIn amounts_in_{figures_, setter_, phrases_, verbs_, nouns_behind_};
  WordsAfter words_after_{figures_,      setter_,      verbs_,     counts_, shares_,
                          nouns_behind_, attachments_, described_, levels_, amounts_in_};
  WordsBefore words_before_{figures_, setter_, verbs_};
  Relations relations_{figures_,      setter_,     phrases_,     verbs_,
                       nouns_behind_, amounts_in_, words_after_, list_items_};
  LeadingVerb leading_verb_{figures_, setter_, phrases_, verbs_, predicates_, words_before_};
  Context context_{figures_, setter_, verbs_, list_items_, rankings_};
  FlatRows flat_rows_{figures_, setter_};
  Groups groups_{figures_, setter_};
};

}  // namespace
}  // namespace measures

void find_measures(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                   const Entities& entities) {
  measures::MeasureFinder(drafts, input, clauses, entities).run();
}

}  // namespace figmine
