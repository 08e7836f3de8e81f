// claim/subjects/topics: what a paragraph is about so far: its label, or what one of its sentences named as
// its subject. Tested by tests/cases and the corpus.
#pragma once

#include <optional>
#include <vector>

#include "claim/labels.h"
#include "claim/subjects/coins.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/list_lead.h"
#include "claim/subjects/mentions.h"
#include "claim/subjects/verbs.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// What a sentence is about.
struct Topic {
  TokenRange words;
  bool owner = false;  // of what is measured: "Vexa's price fell"
};

// Remembers each sentence's topic, once asked for.
class Topics {
 public:
  Topics(const Figures& figures, const Words& words, const Mentions& mentions, const Verbs& verbs,
         const Coins& coins, const ListLead& list_lead)
      : figures_(figures),
        input_(figures.input()),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        mentions_(mentions),
        verbs_(verbs),
        coins_(coins),
        list_lead_(list_lead),
        labels_(input_, look_, entities_) {}

  enum class For { kPronoun, kNobody };

  // The label that the figure's block begins with before the token.
  [[nodiscard]] TokenRange label_before(const Draft& draft, std::uint32_t token) const;
  // "Trial Plan: a $5 deposit that yields $1", "Trial Plan: Users earn $1": none where the
  // paragraph's label tells better.
  [[nodiscard]] TokenRange labelled(const Draft& draft, TokenRange bearer) const;
  // "Miner D9" of "Halden Miner D9: $800": the whole label that the name is a part of.
  [[nodiscard]] TokenRange whole_label(const Draft& draft, TokenRange name) const;
  // "Halden Rolls ($6): With butter": the label before the bracket that the figure stands in.
  [[nodiscard]] TokenRange label_of_bracket(const Draft& draft) const;
  // The topic of the paragraph so far, up to the token; empty where it has none or it is the article's own. A
  // coin that an article about coins tells of is the topic of the next paragraphs too. Whose measure a
  // sentence told goes on for a pronoun alone.
  [[nodiscard]] TokenRange topic_before(const Draft& draft, std::uint32_t token, For use);
  // Whose the list is that the figure stands in, by the sentence that leads it in or the paragraph that this
  // one ends; empty where that is nobody or the article's own.
  [[nodiscard]] TokenRange list_party(const Draft& draft);
  // "Corlan announced that it has raised $5m", "Corlan's price is down from its high of $5": the sentence's
  // own subject, or whose that is.
  [[nodiscard]] TokenRange named_before(const Draft& draft, std::uint32_t token) const;
  // "Corlan grew, whereas Tarn raised its sales": the subject of the verb right before the token, where that
  // is not the sentence's.
  [[nodiscard]] TokenRange acting_before(const Draft& draft, std::uint32_t token) const;
  // "Fors, President of Corlan Group,": the firm other than the article's own that the sentence before the
  // token or else the paragraph tells of.
  [[nodiscard]] TokenRange firm_before(const Draft& draft, std::uint32_t token);
  // "the global pump market" of "the market": the market that the sentences up to the token named last.
  [[nodiscard]] TokenRange market_before(const Draft& draft, std::uint32_t token) const;
  // "Online play is here to stay. It is put at $5m": a place, a market or a thing without an article that the
  // sentence before is about; empty where that is another subject.
  [[nodiscard]] TokenRange thing_before(const Draft& draft) const;
  // Those who are the subject of a sentence's main verb, where they are several and nobody's.
  [[nodiscard]] TokenRange people_of(std::size_t sentence) const;

 private:
  [[nodiscard]] bool begins_label(TokenRange label, TokenRange name) const;
  [[nodiscard]] TokenRange opening_label(const Draft& draft) const;
  [[nodiscard]] bool acts_in(TokenRange label) const;
  [[nodiscard]] bool is_proper(TokenRange label) const;
  [[nodiscard]] bool names_item_of(const Draft& draft, TokenRange label) const;
  [[nodiscard]] const Topic& topic_of(std::size_t sentence);
  [[nodiscard]] Topic find_topic(std::size_t sentence) const;
  [[nodiscard]] bool is_own(std::size_t sentence, TokenRange words) const;
  [[nodiscard]] Topic told_of(const Analysis& a, const Clauses& c, std::size_t teller,
                              std::size_t verb) const;
  [[nodiscard]] TokenRange named_thing(const Analysis& a, TokenRange phrase) const;
  [[nodiscard]] bool is_lone_place(const Analysis& a, TokenRange phrase) const;
  [[nodiscard]] bool is_told_thing(const Analysis& a, const Clauses& c, TokenRange phrase) const;
  [[nodiscard]] bool is_inner_heading(std::size_t sentence) const;
  [[nodiscard]] bool is_name_told(const Analysis& a, TokenRange name) const;
  [[nodiscard]] bool tells_of_somebody(const Clauses& c, TokenRange name, std::size_t verb,
                                       std::size_t next) const;
  [[nodiscard]] Topic coin_of_heading(const Analysis& a, const Clauses& c) const;
  [[nodiscard]] Topic name_of_heading(const Analysis& a, const Clauses& c) const;
  [[nodiscard]] TokenRange employer_before(const Analysis& a, const Clauses& c, std::uint32_t token) const;
  [[nodiscard]] TokenRange firm_above_list(const Draft& draft);
  [[nodiscard]] bool opens_block(const Draft& draft, TokenRange topic) const;
  [[nodiscard]] bool is_other_firm(TokenRange words) const;
  [[nodiscard]] bool is_label(const Clauses& c, std::size_t verb) const;
  [[nodiscard]] bool tells_where(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] bool gives(const Clauses& c, std::size_t phrase) const;
  [[nodiscard]] TokenRange owner_told(const Analysis& a, const Clauses& c, TokenRange phrase) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Mentions& mentions_;
  const Verbs& verbs_;
  const Coins& coins_;
  const ListLead& list_lead_;
  Labels labels_;
  std::vector<std::optional<Topic>> topics_;  // by sentence, once asked for
};

}  // namespace figmine::subjects
