#include "claim/subjects.h"

#include "claim/holders.h"
#include "claim/subjects/actors.h"
#include "claim/subjects/article.h"
#include "claim/subjects/beside.h"
#include "claim/subjects/carrying.h"
#include "claim/subjects/coins.h"
#include "claim/subjects/common_actors.h"
#include "claim/subjects/descriptions.h"
#include "claim/subjects/doers.h"
#include "claim/subjects/explanations.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/fronted.h"
#include "claim/subjects/headlines.h"
#include "claim/subjects/identity.h"
#include "claim/subjects/lead_in.h"
#include "claim/subjects/list_lead.h"
#include "claim/subjects/measured.h"
#include "claim/subjects/mentions.h"
#include "claim/subjects/people.h"
#include "claim/subjects/projects.h"
#include "claim/subjects/setter.h"
#include "claim/subjects/shares.h"
#include "claim/subjects/topics.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine {
namespace subjects {
namespace {

// The order of evidence: a figure is about whom the first step that finds somebody says.
class SubjectFinder {
 public:
  SubjectFinder(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                const Entities& entities)
      : figures_(drafts, input, clauses, entities) {}

  void run() {
    for (std::size_t i = 0; i < figures_.drafts().size(); ++i) {
      find(i);
      keep_to_country(figures_[i]);
      leave_teller(figures_[i]);
    }
    for (std::size_t i = 0; i < figures_.drafts().size(); ++i) shares_.complete_whole(i);
  }

 private:
  void find(std::size_t index) {
    Draft& draft = figures_[index];
    if (draft.fact.subject || !draft.fact.claim) return;
    if (beside_.names_subject(draft) && setter_.set(draft, draft.range("subject"), "")) return;
    if (shares_.is_answer(draft)) return shares_.find_population(index);
    if (set_beside(index)) return;
    if (is_earlier_share(index)) {
      draft.fact.subject = before(index)->fact.subject;
      return;
    }
    const bool part = draft.has("shareverb");  // "Vans account for 15% of sales"
    if (Figures::is_share(draft) && shares_.is_group(draft) && !part && !shares_.measures_whole(draft) &&
        !shares_.is_owned(draft))
      return shares_.find_whole(index);
    if (set_measured(index) || set_acting(draft) || joins_parts(index)) return;
    carrying_.carry(index);
    if (!draft.fact.subject) set_part(draft);
  }

  // "Employers in Orvane added 400 jobs as the jobless rate rose to 4%", "the bank's head said inflation
  // slowed to 2%": what only a country has is of the one told before, not of who acts there.
  void keep_to_country(Draft& draft) {
    if (!draft.fact.subject || draft.fact.subject->type == "place" || !article_.is_of_country(draft)) return;
    if (!draft.came_by("subject/carried") && !draft.came_by("subject/antecedent")) return;
    const TokenRange measure = draft.measure;  // not "its inflation projection"
    const bool whole = !measure.empty() && (figures_.look().word_is(measure.end - 1, "macro.country") ||
                                            figures_.look().word_is(measure.end - 1, "percent_head"));
    const bool owned =
        !measure.empty() && measure.begin > 0 && figures_.look().word_is(measure.begin - 1, "pos.first.PRPS");
    if (!whole || owned) return;
    if (figures_.input().program.lookup("place", fold(draft.fact.subject->name)) != kNone) return;
    constexpr std::uint32_t kReach = 60;  // tokens
    drop_subject(draft);
    const Analysis& a = figures_.analysis(draft);
    const std::uint32_t figure = draft.mention->range.begin;
    for (std::uint32_t token = figure; token-- > a.range.begin + 1 && figure - token < kReach;) {
      const Annotation* place = figures_.look().beginning_at(a, token, "place");
      const bool within = figures_.look().small_word_is(token - 1, "preposition.place") ||
                          figures_.look().word_is(token - 1, "article.definite");
      if (place != nullptr && within && setter_.set(draft, place->range, "subject/region")) return;
    }
  }

  // "The jobless rate fell, the statistics office said, with 900 people leaving the register": an office that
  // only tells of others.
  void leave_teller(Draft& draft) {
    if (!draft.fact.subject || !draft.came_by("subject/actor")) return;
    const Looker& look = figures_.look();
    TokenRange teller = look.tokens_in(draft.fact.subject->span);
    if (teller.begin > 0) --teller.begin;  // "the statistics office Orb"
    const Clauses& c = figures_.clauses(draft);
    if (!look.holds_word(teller, "agency_word") && !look.holds_word(teller, "firm.never")) return;
    const std::size_t verb = c.after(c.at(teller.end - 1));
    const std::size_t figure = c.at(draft.mention->range.begin);
    if (!c.is(verb, Part::kVerb) || !c[verb].says || verb >= figure || !c.is(verb + 1, Part::kComma)) return;
    drop_subject(draft);
  }

  // The subject with the rules that gave it.
  static void drop_subject(Draft& draft) {
    draft.fact.subject.reset();
    std::erase_if(draft.fact.rules, [](const std::string& rule) { return rule.starts_with("subject/"); });
  }

  // "Slots contribute 100%, but table games contribute 10%": as the part before, so this one.
  bool joins_parts(std::size_t index) {
    const Draft* told = before(index);
    return told != nullptr && told->came_by("subject/part") && set_part(figures_[index]);
  }

  // "Heart disease accounts for a third of all deaths", where nobody else is told of.
  bool set_part(Draft& draft) {
    return draft.has("shareverb") && setter_.take(draft, shares_.part_told(draft), "subject/part");
  }

  // "bad debt eased to 3.1% of loans from 3.4%": the whole was taken from the figure before, and with it
  // whose the share is.
  bool is_earlier_share(std::size_t index) const {
    const Draft& draft = figures_[index];
    const Draft* now = before(index);
    return now != nullptr && draft.text("role") == "from" && draft.fact.share_of && now->fact.share_of &&
           draft.range("share_of").empty() && draft.fact.share_of->span == now->fact.share_of->span;
  }

  // The figure before in the same sentence; nullptr when there is none.
  const Draft* before(std::size_t index) const {
    const bool first = index == 0 || figures_[index - 1].sentence != figures_[index].sentence;
    return first ? nullptr : &figures_[index - 1];
  }

  // Whom what stands right beside the figure tells.
  bool set_beside(std::size_t index) {
    Draft& draft = figures_[index];
    if (joins_borne(index)) return true;
    if (setter_.take(draft, beside_.ranked_in(draft), "subject/ranked") ||
        setter_.take(draft, beside_.granted_to(draft), "subject/receiver") ||
        setter_.take(draft, beside_.honoured(draft), "subject/honoured") ||
        setter_.take(draft, beside_.owned_by(draft), "subject/owner") ||
        setter_.take(draft, beside_.common_owner(draft), "subject/owner") ||
        setter_.take(draft, beside_.doer_of_event(draft), "subject/owner") ||
        setter_.take(draft, beside_.apposed_with(draft), "subject/apposed") ||
        setter_.take(draft, beside_.apposed_for(draft), "subject/apposed"))
      return true;
    if (const TokenRange own = beside_.own_time(draft);
        fronted_.behind_fronted(draft).empty() && setter_.take(draft, own, "subject/owner"))
      return true;
    Holder beside = holder_beside(figures_.namer(), figures_.look(), figures_.analysis(draft),
                                  figures_.clauses(draft), draft);
    if (beside.rule == "subject/apposed" && setter_.take(draft, beside.words, beside.rule)) return true;
    if (setter_.take(draft, beside_.trader_of(draft), "subject/actor") ||
        setter_.take(draft, beside_.doer_at(draft), "subject/actor"))
      return true;
    if (shares_.is_of_answer(index) || setter_.take(draft, beside_.home_of_members(draft), "subject/home"))
      return true;
    const bool bracket = draft.came_by("link/share-in-bracket");
    if ((bracket || draft.came_by("link/share-told-twice")) &&
        (carrying_.inherits_with_measure(index) || bracket))
      return true;
    if (beside.rule == "subject/bearer" && measured_.yields_to_actor(draft, beside.words)) return false;
    if (beside.rule == "subject/bearer") beside.words = topics_.labelled(draft, beside.words);
    if (beside.rule == "subject/bracket" && is_figures_noun(index, beside.words)) beside.words = {};
    if (beside.rule == "subject/bracket") beside.words = topics_.whole_label(draft, beside.words);
    if (draft.came_by("measure/heading") && !beside.words.empty() && draft.subject.contains(beside.words))
      beside.words = draft.subject;  // "Austin, Texas (3.4%)", in a ranking
    if (draft.came_by("measure/item") && draft.measure.contains(beside.words) && !beside.words.empty())
      beside.words = draft.measure;  // "Plums and Pears ($7)": not the pears
    if (draft.came_by("measure/item") && !beside.words.overlaps(draft.measure) && !beside.words.empty())
      beside.words = {};  // "Pale Ale: Ostrava ($7)": not Ostrava
    if (beside.words.empty()) beside = {topics_.label_of_bracket(draft), "subject/bracket"};
    if (setter_.take(draft, beside.words, beside.rule)) return true;
    // "China accounts for 20% of sales": the part where that is a name.
    return draft.has("shareverb") && setter_.take(draft, draft.subject, "subject/named");
  }

  // "a resource of 9,000 oz Au Eq (48,000 tonnes)": what the figure before is of.
  bool is_figures_noun(std::size_t index, TokenRange words) const {
    const Draft* told = before(index);
    return told != nullptr && told->mention->range.end == words.begin;
  }

  // "a league with 20 clubs and 300 players": what bears the figure before "and" bears this one too.
  bool joins_borne(std::size_t index) {
    Draft& draft = figures_[index];
    if (index == 0 || figures_[index - 1].sentence != draft.sentence) return false;
    const Draft& earlier = figures_[index - 1];
    const Clauses& c = figures_.clauses(draft);
    const std::size_t joint = c.before(c.at(draft.mention->range.begin));
    const bool joined = c.is(joint, Part::kConjunction) &&
                        c.before(joint) == c.at(earlier.mention->range.begin) &&
                        draft.fact.quantity.kind == earlier.fact.quantity.kind;
    const bool borne = earlier.came_by("subject/bearer") || earlier.came_by("subject/apposed");
    if (!joined || !borne || !earlier.fact.subject) return false;
    draft.fact.subject = earlier.fact.subject;
    draft.fact.rules.emplace_back("subject/carried");
    return true;
  }

  // Whose the measure is, by its own words.
  bool set_measured(std::size_t index) {
    Draft& draft = figures_[index];
    const bool behind = draft.subject.begin >= draft.mention->range.end;
    if (Shares::is_stake(draft) && behind) return false;
    if (setter_.take(draft, headlines_.label_of(draft), "subject/headline")) return true;
    const bool listed = measured_.is_ranking(draft) && behind;
    const bool placed = measured_.is_bare_place(draft) && !fronted_.behind_fronted(draft).empty();
    const bool aside =
        listed || placed || is_inserted(draft) || measured_.is_attribute(draft) ||
        measured_.is_whereabouts(draft) || measured_.is_content(draft) || measured_.is_source(draft) ||
        measured_.is_held(draft) || measured_.is_paid_in(draft) || measured_.is_worth(draft) ||
        measured_.is_titled_sum(draft) || measured_.is_filling(draft) ||
        measured_.is_lettered(draft, draft.subject) || measured_.is_from_giver(draft, draft.subject);
    if (setter_.take(draft, measured_.owner_over_named(draft), "subject/owner")) return true;
    if (!aside && setter_.take(draft, topics_.whole_label(draft, draft.subject), "subject/named"))
      return true;
    return setter_.take(draft, measured_.sized_thing(draft), "subject/named") ||
           setter_.take(draft, coins_.coin_in(draft, draft.measure), "subject/coin") ||
           carrying_.inherits_with_measure(index) ||
           setter_.take(draft, measured_.market_of(draft), "subject/market") ||
           setter_.take(draft, measured_.valued_thing(draft), "subject/market") ||
           setter_.take(draft, measured_.named_after(draft), "subject/of-phrase") || set_bearer(draft) ||
           setter_.take(draft, measured_.survey_told(draft), "subject/actor") ||
           setter_.take(draft, measured_.survey_of(draft), "subject/survey");
  }

  // "Output fell in May, the Statistics Office said on Tuesday, after a 2% gain": only who told it.
  bool is_inserted(const Draft& draft) const {
    if (draft.subject.empty() || draft.subject.end >= draft.mention->range.begin) return false;
    const Clauses& c = figures_.clauses(draft);
    return verbs_.is_inserted(c, draft.subject, c.at(draft.subject.end));
  }

  bool set_bearer(Draft& draft) {
    const TokenRange bearer = measured_.bearer_of(draft);
    if (measured_.yields_to_actor(draft, bearer)) return false;
    return setter_.take(draft, topics_.labelled(draft, bearer), "subject/bearer");
  }

  // "Burglaries were down 8% and car thefts up 11%": the verb told what the figure before measures; this one
  // has what it measures right behind that.
  bool goes_without_verb(const Draft& draft) const {
    const Draft* told = before(figures_.index_of(draft));
    const bool moved =
        told != nullptr && draft.came_by("change/updown-by") && told->came_by("change/updown-by");
    if (!moved || told->measure.empty() || draft.measure.empty()) return false;
    const std::uint32_t end = told->mention->range.end;
    if (told->measure.end > end || draft.measure.begin < end) return false;
    const Clauses& c = figures_.clauses(draft);
    const std::size_t verb = c.verb_before(c.at(draft.mention->range.begin));
    return verb == Clauses::kNoChunk || c[verb].range.end <= end;
  }

  // "with Corlan at $4 million (about €3 million) across 20 sites": only a preposition, and a bracket at
  // most, stands between the figure and the one that a name right before it has.
  bool hangs_on_named(Draft& draft) const {
    const Clauses& c = figures_.clauses(draft);
    const std::size_t link = c.before(c.at(draft.mention->range.begin));
    if (!c.is(link, Part::kPreposition)) return false;
    std::size_t left = c.before(link);
    if (c.is(left, Part::kClose)) left = c.before(c.opening(left));
    constexpr std::size_t kReach = 3;  // figures: one, and those in the bracket
    const std::size_t index = figures_.index_of(draft);
    for (std::size_t i = index; i-- > 0 && index - i <= kReach && figures_[i].sentence == draft.sentence;) {
      const Draft& told = figures_[i];
      if (c.at(told.mention->range.begin) != left) continue;
      const bool named = told.came_by("subject/named") || told.came_by("subject/hung");
      if (!named || !told.fact.claim || !told.fact.subject) return false;
      draft.fact.subject = told.fact.subject;
      draft.fact.rules.emplace_back("subject/hung");
      return true;
    }
    return false;
  }

  // Who does what the sentence says.
  bool set_acting(Draft& draft) {
    if (setter_.take(draft, beside_.made_to(draft), "subject/made-to")) return true;
    if (setter_.take(draft, measured_.told_where(draft), "subject/where")) return true;
    if (hangs_on_named(draft)) return true;
    if (setter_.take(draft, headlines_.doer_of(draft), "subject/headline")) return true;
    const bool market = article_.is_market_price(draft);
    if (!market && !article_.is_of_country(draft) &&
        setter_.take(draft, fronted_.behind_fronted(draft), "subject/fronted"))
      return true;
    if (const TokenRange heading = article_.heading_of(draft); !heading.empty())
      return setter_.set_topic(draft, heading);
    if (const Named* project = projects_.studied(draft); project != nullptr && !market) {
      setter_.set_thing(draft, *project, "subject/project");
      return true;
    }
    if (goes_without_verb(draft)) return false;
    const TokenRange actor = topics_.labelled(draft, actors_.actor_of(draft));
    const bool teller = article_.is_macro(draft) &&
                        figures_.look().ending_at(figures_.analysis(draft), actor.end, "place") == nullptr;
    if (!teller && setter_.take(draft, actor, "subject/actor")) return true;
    if (setter_.take(draft, beside_.home_of(draft), "subject/home")) return true;
    if (setter_.take(draft, lead_in_.subject_for(draft), "subject/lead-in")) return true;
    if (setter_.take(draft, fronted_.thing_before(draft), "subject/in-thing")) return true;
    const bool local =
        !article_.is_of_somebody() || article_.is_macro(draft) || !article_.has_everywhere(draft);
    return local && setter_.take(draft, fronted_.place_before(draft), "subject/in-place");
  }

  // Lower layers first: each is made of those before it.
  Figures figures_;
  Words words_{figures_};
  Mentions mentions_{figures_};
  Verbs verbs_{figures_};
  Coins coins_{figures_};
  Article article_{figures_, words_, mentions_};
  ListLead list_lead_{figures_};
  Topics topics_{figures_, words_, mentions_, verbs_, coins_, list_lead_};
  Fronted fronted_{figures_, words_, verbs_, coins_};
  Headlines headlines_{figures_, words_};
  LeadIn lead_in_{figures_, verbs_, list_lead_};
  Identity identity_{figures_, fronted_};
  Descriptions descriptions_{figures_};
  People people_{figures_};
  Projects projects_{figures_, mentions_};
  Setter setter_{figures_, words_,    mentions_, coins_,        article_, topics_,
                 fronted_, identity_, people_,   descriptions_, projects_};
  Explanations explanations_{figures_, words_};
  CommonActors common_actors_{figures_, verbs_, article_};
  Doers doers_{figures_, words_, verbs_};
  Actors actors_{figures_, words_, mentions_, verbs_, article_, explanations_, common_actors_, doers_};
  Beside beside_{figures_, words_, verbs_, actors_};
  Measured measured_{figures_, words_, article_, actors_};
  Carrying carrying_{figures_, coins_, article_, topics_, setter_, actors_, projects_};
  Shares shares_{figures_, words_, article_, setter_, carrying_, list_lead_};
};

}  // namespace
}  // namespace subjects

void find_subjects(std::vector<Draft>& drafts, const ClaimInput& input, const ClauseTable& clauses,
                   const Entities& entities) {
  subjects::SubjectFinder(drafts, input, clauses, entities).run();
}

}  // namespace figmine
