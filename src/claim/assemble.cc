#include "claim/assemble.h"

#include <algorithm>

#include "base/fact_id.h"
#include "claim/assembling/awaited.h"
#include "claim/assembling/bounds.h"
#include "claim/assembling/changes.h"
#include "claim/assembling/cue_scope.h"
#include "claim/assembling/cue_words.h"
#include "claim/assembling/existing.h"
#include "claim/assembling/figures.h"
#include "claim/assembling/kinds.h"
#include "claim/assembling/links.h"
#include "claim/assembling/non_claims.h"
#include "claim/assembling/old_levels.h"
#include "claim/assembling/outlook_heads.h"
#include "claim/assembling/rates.h"
#include "claim/assembling/relation_values.h"
#include "claim/assembling/respectively.h"
#include "claim/assembling/rows.h"
#include "claim/assembling/shared_units.h"
#include "claim/assembling/status_cues.h"
#include "claim/attribution.h"
#include "claim/entities.h"
#include "claim/evidence.h"
#include "claim/lists.h"
#include "claim/measures.h"
#include "claim/periods.h"
#include "claim/subjects.h"
#include "claim/subjects/speakers.h"
#include "claim/tables.h"
#include "claim/weights.h"

namespace figmine {
namespace assembling {
namespace {

// The order of steps. Each fills what is still open.
class Assembler {
 public:
  Assembler(const ClaimInput& input, std::string sha256) : input_(input), sha256_(std::move(sha256)) {}

  Claims run() {
    add_drafts();
    shared_units_.share();
    non_claims_.mark();
    read_tables(drafts_, input_);
    read_lists(drafts_, input_);
    read_weights(drafts_, input_);
    const Entities entities = read_entities(input_);
    for (Draft& draft : drafts_) {
      bounds_.set(draft);
      bounds_.carry(draft);
      rates_.set(draft);
    }
    changes_.set();
    const ClauseTable clauses(input_);
    for (Draft& draft : drafts_) status_cues_.set(draft, clauses);
    find_measures(drafts_, input_, clauses, entities);
    for (Draft& draft : drafts_) changes_.turn_improvement(draft);
    old_levels_.turn_losses();
    kinds_.refine();
    find_subjects(drafts_, input_, clauses, entities);
    find_periods(drafts_, input_, clauses);
    for (Draft& draft : drafts_) awaited_.set(draft);
    find_attributions(drafts_, input_, clauses, entities);
    give_to_speakers_firms(drafts_, input_, entities);
    give_to_speakers(drafts_, input_, clauses, entities);
    give_to_speaking_firms(drafts_, input_, entities);
    respectively_.pair();
    for (Draft& draft : drafts_) rates_.note(draft);
    old_levels_.share_rates();
    links_.link();
    return finish(entities);
  }

 private:
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
    relation_values_.gather(draft);
    drafts_.push_back(std::move(draft));
  }

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
  std::string sha256_;
  std::vector<Fact> facts_;    // as many as drafts_
  std::vector<Draft> drafts_;  // each of one fact
  std::vector<Warning> warnings_;
  // Lower layers first: each is made of those before it.
  Figures figures_{drafts_, input_};
  RelationValues relation_values_{figures_};
  SharedUnits shared_units_{figures_};
  NonClaims non_claims_{figures_};
  Bounds bounds_{figures_};
  Rates rates_{figures_};
  OldLevels old_levels_{figures_};
  Changes changes_{figures_, old_levels_};
  CueWords cue_words_{figures_};
  CueScope cue_scope_{figures_, cue_words_};
  Existing existing_{figures_};
  OutlookHeads outlook_heads_{figures_, cue_words_};
  StatusCues status_cues_{figures_, cue_words_, cue_scope_, existing_, outlook_heads_};
  Awaited awaited_{figures_};
  Kinds kinds_{figures_};
  Rows rows_{figures_};
  Respectively respectively_{figures_, rows_, warnings_};
  Links links_{figures_, warnings_};
};

}  // namespace
}  // namespace assembling

Claims assemble(const ClaimInput& input, const std::string& sha256) {
  return assembling::Assembler(input, sha256).run();
}

}  // namespace figmine
