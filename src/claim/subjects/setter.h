// claim/subjects/setter: puts what was found into a fact: a name, or whom a pronoun, a word of the article's
// own or "the project" stands for. Tested by tests/cases and the corpus.
#pragma once

#include "claim/subjects/article.h"
#include "claim/subjects/coins.h"
#include "claim/subjects/descriptions.h"
#include "claim/subjects/figures.h"
#include "claim/subjects/fronted.h"
#include "claim/subjects/identity.h"
#include "claim/subjects/mentions.h"
#include "claim/subjects/people.h"
#include "claim/subjects/projects.h"
#include "claim/subjects/topics.h"
#include "claim/subjects/words.h"

namespace figmine::subjects {

// Every step ends here. Changes nothing but the draft that it is given.
class Setter {
 public:
  Setter(const Figures& figures, const Words& words, const Mentions& mentions, const Coins& coins,
         const Article& article, Topics& topics, const Fronted& fronted, const Identity& identity,
         const People& people, Descriptions& descriptions, const Projects& projects)
      : figures_(figures),
        input_(figures.input()),
        entities_(figures.entities()),
        look_(figures.look()),
        namer_(figures.namer()),
        words_(words),
        mentions_(mentions),
        coins_(coins),
        article_(article),
        topics_(topics),
        fronted_(fronted),
        identity_(identity),
        people_(people),
        descriptions_(descriptions),
        projects_(projects) {}

  // The same as set, where there are words.
  bool take(Draft& draft, TokenRange words, std::string_view rule) const;
  // The draft is about what the words name or stand for. True where that settles it, also where they mean
  // nobody, as "you"; false for a time or a lone letter. A rule without a name is none.
  bool set(Draft& draft, TokenRange range, std::string_view rule) const;
  // The subject is the entity, by its usual name.
  void name_after(Subject& subject, const Entity& entity) const;
  // "it", "we", "the company": the one the boilerplate or the article is about.
  bool set_main(Draft& draft, TokenRange written, std::string_view rule) const;
  // The draft is about the entity, though the sentence doesn't name it.
  void infer(Draft& draft, const Entity& entity, std::string_view rule) const;
  // The thing that was named before, though the sentence may not name it.
  void set_thing(Draft& draft, const Named& thing, std::string_view rule) const;
  // What the paragraph is about, or its label. Always true.
  bool set_topic(Draft& draft, TokenRange topic) const;
  bool set_label(Draft& draft, TokenRange label) const;
  // Whom the sentence before the list names.
  void set_list_party(Draft& draft, TokenRange party) const;

 private:
  [[nodiscard]] TokenRange described_firm(const Draft& draft, TokenRange range) const;
  [[nodiscard]] bool may_be_firm(TokenRange name) const;
  [[nodiscard]] bool is_nothing(const Draft& draft, TokenRange pronoun) const;
  [[nodiscard]] bool opens_empty(const Draft& draft, TokenRange pronoun) const;
  bool set_person_meant(Draft& draft, TokenRange pronoun) const;
  bool set_thing_meant(Draft& draft, TokenRange pronoun) const;
  bool set_firm_meant(Draft& draft, TokenRange words) const;
  [[nodiscard]] const Entity* meant_by_sort(TokenRange range) const;
  [[nodiscard]] const Entity* other_of_sort(TokenRange range) const;
  [[nodiscard]] TokenRange with_first_part(const Analysis& a, TokenRange range) const;
  [[nodiscard]] bool does_alone(std::uint32_t verb) const;
  [[nodiscard]] TokenRange with_joined(const Analysis& a, TokenRange range) const;
  [[nodiscard]] TokenRange without_lead(TokenRange range) const;
  [[nodiscard]] TokenRange with_number(const Draft& draft, TokenRange range) const;
  void set_named(Draft& draft, TokenRange range, std::string_view rule) const;
  bool set_owner(Draft& draft, TokenRange relative, std::string_view rule) const;
  [[nodiscard]] bool is_time(const Analysis& a, TokenRange range) const;
  bool set_person(Draft& draft, TokenRange pronoun) const;
  void infer_as(Draft& draft, TokenRange written, const Named& named, std::string_view rule) const;
  [[nodiscard]] const Draft* measured_before(const Draft& draft, TokenRange phrase) const;
  [[nodiscard]] TokenRange named_doer(const Draft& draft, TokenRange pronoun) const;
  [[nodiscard]] TokenRange people_told(const Draft& draft, TokenRange pronoun) const;
  bool set_earlier(Draft& draft, TokenRange pronoun) const;
  bool set_antecedent(Draft& draft, TokenRange pronoun) const;
  bool set_several_before(Draft& draft, TokenRange pronoun) const;
  bool set_as_share(Draft& draft, TokenRange figure) const;
  bool set_people_told(Draft& draft, TokenRange pronoun) const;
  [[nodiscard]] bool agrees(const Draft& draft, TokenRange pronoun, TokenRange words) const;
  bool set_words(Draft& draft, TokenRange words, std::string_view rule) const;

  const Figures& figures_;
  const ClaimInput& input_;
  const Entities& entities_;
  const Looker& look_;
  const Namer& namer_;
  const Words& words_;
  const Mentions& mentions_;
  const Coins& coins_;
  const Article& article_;
  Topics& topics_;
  const Fronted& fronted_;
  const Identity& identity_;
  const People& people_;
  Descriptions& descriptions_;
  const Projects& projects_;
};

}  // namespace figmine::subjects
