#include "claim/measures.h"

#include <algorithm>
#include <set>

namespace figmine {
namespace {

class MeasureFinder {
 public:
  MeasureFinder(std::vector<Draft>& drafts, const ClaimInput& input)
      : drafts_(drafts), input_(input), look_(input) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) find(i);
  }

 private:
  const Analysis& analysis(const Draft& draft) const { return input_.analyses[draft.sentence]; }

  void set(Draft& draft, TokenRange range, std::string_view rule) {
    if (range.empty()) return;
    const TokenRange words = trim(analysis(draft), range);
    if (words.empty()) return;
    draft.measure = words;
    Measure measure;
    measure.span = look_.span_of(words);
    measure.text = look_.text_of(words);
    measure.head = head_of(analysis(draft), words);
    draft.fact.measure = measure;
    if (!rule.empty()) draft.fact.rules.emplace_back(rule);
  }

  // "the company's net income" is measured as "net income"; its owner is the subject.
  TokenRange trim(const Analysis& a, TokenRange range) const {
    const Annotation* phrase = look_.beginning_at(a, range.begin, "np");
    if (phrase != nullptr) {
      const Value core = feature(input_.program, *phrase, "core");
      const Value owner = feature(input_.program, *phrase, "owner");
      const auto* inner = std::get_if<TokenRange>(&core);
      if (inner != nullptr && std::holds_alternative<TokenRange>(owner) && inner->begin < range.end)
        range.begin = inner->begin;
    }
    range = look_.without_article(a, range);
    while (!range.empty() &&
           (look_.form(range.begin).is(Shape::kPunct) || look_.token_text(range.begin) == "-"))
      ++range.begin;
    return range;
  }

  // The last word of the first noun phrase: "shipments" of "shipments of smart glasses".
  std::string head_of(const Analysis& a, TokenRange range) const {
    std::uint32_t end = range.end;
    for (std::uint32_t token = range.begin + 1; token < range.end; ++token) {
      if (look_.beginning_at(a, token, "preposition") != nullptr) {
        end = token;
        break;
      }
    }
    return end > range.begin ? std::string(look_.token_text(end - 1)) : std::string();
  }

  void inherit(Draft& draft, const Draft& from, std::string_view rule) {
    if (!from.fact.measure) return;
    draft.fact.measure = from.fact.measure;
    draft.measure = {};
    draft.fact.rules.emplace_back(rule);
  }

  const Draft* before(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
      if (drafts_[i].sentence != drafts_[index].sentence) return nullptr;
      if (drafts_[i].fact.claim) return &drafts_[i];
    }
    return nullptr;
  }

  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.measure) return;  // a table's cell
    const Analysis& a = analysis(draft);
    const Quantity& quantity = draft.fact.quantity;
    if (const Draft* whole = before(index);
        draft.has("share_of_previous") && whole != nullptr && whole->fact.measure) {
      draft.fact.share_of = Phrase{whole->fact.measure->text, whole->fact.measure->span};
    }
    const bool share = quantity.kind == "percent" || quantity.kind == "fraction";
    if (quantity.kind == "count" && !draft.mention->noun.empty()) return find_count(draft);
    if (share && draft.has("share_of") && !draft.has("measure")) return find_share(index);
    if (share && !draft.has("role") && !draft.has("measure") && opens_clause(draft)) {
      if (const Annotation* verb = verb_after(draft); verb != nullptr)
        return set(draft, predicate(a, *verb), "measure/predicate");
    }
    if (const TokenRange in = draft.range("measure_in_np");
        quantity.kind == "money" && draft.has("shareverb") && !in.empty())
      return set(draft, in, "");
    if (draft.has("measure") && is_bare_movement(a, draft.range("measure"))) return find_change_noun(index);
    if (draft.has("measure")) return set(draft, widen(a, draft.range("measure"), draft), "");
    const std::string role = draft.text("role");
    const Draft* earlier = before(index);
    if ((role == "by" || role == "from") && draft.text("measure_in") != "after" && earlier != nullptr &&
        earlier->fact.measure && follows(*earlier, draft)) {
      return inherit(draft, *earlier, "measure/same-clause");
    }
    if (draft.text("measure_in") == "after") return find_change_noun(index);
    if (const TokenRange after = draft.range("measure_after");
        !after.empty() && role.empty() && !is_stop_head(a, after))
      return set(draft, after, "");
    if (const TokenRange bracket = draft.range("bracket_np"); !bracket.empty())
      return find_bracketed(index, bracket);
    if (const TokenRange in = draft.range("measure_in_np");
        !in.empty() && !look_.is_name(look_.without_article(a, in)) && !share)
      return set(draft, in, "");
    if (draft.has("link") && earlier != nullptr) return inherit(draft, *earlier, "measure/equivalent");
    if (const TokenRange subject = verb_subject(draft); !subject.empty())
      return set(draft, subject, "measure/subject-of-verb");
    if (const TokenRange left = phrase_before(draft); !left.empty())
      return set(draft, left, "measure/phrase-before");
    if (earlier != nullptr && earlier->fact.measure) return inherit(draft, *earlier, "measure/same-sentence");
    if (const TokenRange after = draft.range("measure_after"); !after.empty()) return set(draft, after, "");
    if (const TokenRange in = draft.range("measure_in_np"); !in.empty()) return set(draft, in, "");
    if (!role.empty() && index > 0 &&
        input_.text.sentences[drafts_[index - 1].sentence].block ==
            input_.text.sentences[draft.sentence].block) {
      inherit(draft, drafts_[index - 1], "measure/sentence-before");
    }
  }

  // "68% are betting …", "with nearly 18% believing …": the share itself is the subject.
  bool opens_clause(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    std::uint32_t at = draft.mention->range.begin;
    while (at > a.range.begin && (look_.covering(a, at - 1, "bound.before") != nullptr ||
                                  look_.covering(a, at - 1, "rb") != nullptr))
      --at;
    if (at == a.range.begin) return true;
    return input_.program.lookup("clause_opener", fold(look_.token_text(at - 1))) != kNone;
  }

  // The verb group right after the figure, or after a bracket that follows it.
  const Annotation* verb_after(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    std::uint32_t at = draft.mention->range.end;
    if (at < a.range.end && look_.token_text(at) == "(") {
      while (at < a.range.end && look_.token_text(at) != ")") ++at;
      ++at;
    }
    while (at < a.range.end && look_.covering(a, at, "rb") != nullptr &&
           look_.beginning_at(a, at, "vg") == nullptr)
      ++at;
    return look_.beginning_at(a, at, "vg");
  }

  // No other verb group stands between two figures of one clause.
  bool follows(const Draft& earlier, const Draft& later) const {
    const Analysis& a = analysis(later);
    for (std::uint32_t token = earlier.mention->range.end; token < later.mention->range.begin; ++token) {
      if (look_.token_text(token) == ";") return false;
      const Annotation* verb = look_.beginning_at(a, token, "vg");
      if (verb != nullptr && look_.ending_at(a, token, "np") != nullptr) return false;
    }
    return true;
  }

  void find_count(Draft& draft) {
    const Analysis& a = analysis(draft);
    const std::string head = draft.fact.quantity.unit ? draft.fact.quantity.unit->name : "";
    const bool generic = input_.program.lookup("generic_count", fold(head)) != kNone;
    if (generic) {
      if (draft.has("measure")) return set(draft, widen(a, draft.range("measure"), draft), "");
      if (const TokenRange subject = verb_subject(draft); !subject.empty())
        return set(draft, subject, "measure/subject-of-verb");
    }
    TokenRange noun = draft.mention->noun;
    // "17 branches in Lyon": the phrase that says which ones belongs to the measure, but not a name.
    if (noun.end < a.range.end && look_.token_text(noun.end) == "of") {
      if (const Annotation* next = look_.beginning_at(a, noun.end + 1, "np"); next != nullptr)
        noun.end = next->range.end;
    }
    set(draft, noun, "measure/counted-noun");
  }

  // "80% of users pay monthly": what is measured is what the part does.
  void find_share(std::size_t index) {
    Draft& draft = drafts_[index];
    const Analysis& a = analysis(draft);
    const TokenRange whole = draft.range("share_of");
    draft.fact.share_of = Phrase{look_.text_of(look_.without_article(a, whole)),
                                 look_.span_of(look_.without_article(a, whole))};
    const Annotation* verb = look_.beginning_at(a, whole.end, "vg");
    if (verb != nullptr) return set(draft, predicate(a, *verb), "measure/predicate");
    if (const TokenRange subject = verb_subject(draft); !subject.empty())
      return set(draft, subject, "measure/subject-of-verb");
    const Draft* earlier = before(index);
    if (earlier != nullptr && earlier->fact.measure) return inherit(draft, *earlier, "measure/same-sentence");
    set(draft, whole, "measure/whole");
  }

  // From the verb to the end of the clause, without auxiliaries that only carry tense.
  TokenRange predicate(const Analysis& a, const Annotation& verb) const {
    constexpr std::uint32_t kLongest = 14;
    std::uint32_t end = verb.range.end;
    while (end < a.range.end && end - verb.range.begin < kLongest) {
      const std::string_view text = look_.token_text(end);
      if (text == "." || text == ";" || text == "," || text == "—" || text == "(" || text == "”" ||
          text == "\"")
        break;
      if (look_.beginning_at(a, end, "q") != nullptr && look_.token_text(end - 1) != "than") break;
      ++end;
    }
    std::uint32_t begin = verb.range.begin;
    if (begin + 1 < end && (look_.beginning_at(a, begin, "pos.first.AUX") != nullptr ||
                            look_.beginning_at(a, begin, "pos.first.MD") != nullptr))
      ++begin;
    return {begin, end};
  }

  // "a 15% increase in sales" and "its 6% revenue growth"; else what the sentence is about.
  void find_change_noun(std::size_t index) {
    Draft& draft = drafts_[index];
    const Analysis& a = analysis(draft);
    const Draft* earlier = before(index);
    if (earlier != nullptr && earlier->fact.measure && follows(*earlier, draft))
      return inherit(draft, *earlier, "measure/same-clause");
    if (const TokenRange after = draft.range("measure_after");
        !after.empty() && after.end - after.begin > 1 && !is_stop_head(a, after))
      return set(draft, after, "");
    if (const TokenRange subject = verb_subject(draft); !subject.empty() && !is_pronoun(a, subject))
      return set(draft, subject, "measure/subject-of-verb");
    if (index > 0 && drafts_[index - 1].fact.measure)
      return inherit(draft, drafts_[index - 1], "measure/sentence-before");
    if (const TokenRange after = draft.range("measure_after"); !after.empty()) set(draft, after, "");
  }

  // "Marquette County ($268.3 million)": a name in a list is the subject, and the measure goes on.
  void find_bracketed(std::size_t index, TokenRange bracket) {
    Draft& draft = drafts_[index];
    const Draft* earlier = before(index);
    if (earlier != nullptr && earlier->fact.measure &&
        look_.is_name(look_.without_article(analysis(draft), bracket))) {
      inherit(draft, *earlier, "measure/list");
      draft.subject = bracket;
      return;
    }
    if (draft.has("role") && earlier != nullptr && earlier->fact.measure)
      return inherit(draft, *earlier, "measure/same-clause");
    set(draft, bracket, "measure/bracket");
  }

  // "an increase", "a sharp decline": names no measure.
  bool is_bare_movement(const Analysis& a, TokenRange range) const {
    if (look_.ending_at(a, range.end, "change.noun") == nullptr) return false;
    const TokenRange words = trim(a, range);
    for (std::uint32_t token = words.begin; token + 1 < words.end; ++token) {
      if (look_.covering(a, token, "nn") != nullptr || look_.covering(a, token, "nns") != nullptr)
        return false;
    }
    return true;
  }

  bool is_pronoun(const Analysis& a, TokenRange range) const {
    return look_.beginning_at(a, range.begin, "pron") != nullptr;
  }

  bool is_stop_head(const Analysis& a, TokenRange range) const {
    return look_.ending_at(a, range.end, "change.noun") != nullptr ||
           look_.ending_at(a, range.end, "time") != nullptr ||
           look_.covering(a, range.begin, "time") != nullptr ||
           look_.ending_at(a, range.end, "grain") != nullptr ||
           look_.ending_at(a, range.end, "change.adjective") != nullptr ||
           look_.ending_at(a, range.end, "bound.after") != nullptr;
  }

  // A measure found by a rule, with the "of" phrases that follow it.
  TokenRange widen(const Analysis& a, TokenRange range, const Draft& draft) const {
    while (range.end + 1 < a.range.end && range.end < draft.mention->range.begin &&
           look_.token_text(range.end) == "of") {
      const Annotation* next = look_.beginning_at(a, range.end + 1, "np");
      if (next == nullptr || next->range.overlaps(draft.mention->range)) break;
      range.end = next->range.end;
    }
    return range;
  }

  // The subject of the verb that governs the figure: the noun phrase before the verb group, with its "of"
  // phrases.
  TokenRange verb_subject(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    const Annotation* verb = nullptr;
    for (std::uint32_t token = draft.mention->range.begin; token-- > a.range.begin;) {
      const std::string_view text = look_.token_text(token);
      if (text == ";") break;
      const Annotation* group = look_.covering(a, token, "vg");
      if (group == nullptr) {
        if (verb != nullptr) {
          const TokenRange found = subject_ending(a, token + 1);
          if (!found.empty()) return found;
          if (look_.covering(a, token, "time") == nullptr && look_.covering(a, token, "rb") == nullptr &&
              text != "," && text != ")" && !inside_bracket(a, token))
            verb = nullptr;
        }
        continue;
      }
      verb = group;
      token = group->range.begin;
      if (token == a.range.begin) break;
    }
    return {};
  }

  bool inside_bracket(const Analysis& a, std::uint32_t token) const {
    for (std::uint32_t i = token; i < a.range.end && i < token + 12; ++i) {
      if (look_.token_text(i) == ")") return true;
      if (look_.token_text(i) == "(") return i != token;
    }
    return false;
  }

  // The chain "shipments of smart glasses" (or "revenue in the quarter") that ends before the token.
  TokenRange subject_ending(const Analysis& a, std::uint32_t end) const {
    const Annotation* last = look_.ending_at(a, end, "np");
    if (last == nullptr) {
      const Annotation* time = look_.ending_at(a, end, "time");
      if (time != nullptr && time->range.begin > a.range.begin + 1) {
        std::uint32_t at = time->range.begin;
        if (look_.ending_at(a, at, "preposition") != nullptr) --at;
        last = look_.ending_at(a, at, "np");
      }
    }
    if (last == nullptr) return {};
    TokenRange range = last->range;
    while (range.begin > a.range.begin + 1) {
      const std::string_view link = look_.token_text(range.begin - 1);
      if (link != "of" && link != "for" && link != "in" && link != "from" && link != "on" && link != "to" &&
          link != "and" && link != "across" && link != "by")
        break;
      const Annotation* previous = look_.ending_at(a, range.begin - 1, "np");
      if (previous == nullptr && range.begin > a.range.begin + 2 &&
          look_.covering(a, range.begin - 2, "vb") != nullptr && link != "and") {
        previous = look_.ending_at(a, range.begin - 2, "np");  // "net cash used in operations"
      }
      if (previous == nullptr) break;
      range.begin = previous->range.begin;
    }
    return range;
  }

  // "a population of", "prices from": the noun phrase right before, when only prepositions and bounds stand
  // between.
  TokenRange phrase_before(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    std::uint32_t token = draft.mention->range.begin;
    for (int steps = 0; steps < 5 && token > a.range.begin; ++steps) {
      if (const Annotation* phrase = look_.ending_at(a, token, "np"); phrase != nullptr)
        return subject_ending(a, token);
      const std::string_view text = look_.token_text(token - 1);
      if (text == ";" || text == "." || text == "“" || look_.covering(a, token - 1, "vg") != nullptr)
        return {};
      --token;
    }
    return {};
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  Looker look_;
};

class SubjectFinder {
 public:
  SubjectFinder(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities)
      : drafts_(drafts), input_(input), entities_(entities), look_(input) {}

  void run() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) find(i);
  }

 private:
  const Analysis& analysis(const Draft& draft) const { return input_.analyses[draft.sentence]; }

  void set(Draft& draft, TokenRange range, std::string_view rule) {
    range = look_.without_article(analysis(draft), range);
    if (range.empty() || resolves_to_main(draft, range)) return;
    draft.subject = range;
    Subject subject;
    subject.text = look_.text_of(range);
    subject.span = look_.span_of(range);
    subject.name = subject.text;
    if (const Entity* place = entities_.main_place();
        place != nullptr && input_.program.lookup("place_reference", fold(subject.text)) != kNone) {
      subject.name = entities_.usual_name(*place);
      subject.type = place->type;
      subject.entity = place->id;
    }
    if (const Entity* entity = entities_.find(subject.text); entity != nullptr) {
      subject.name = entities_.usual_name(*entity);
      subject.type = entity->type;
      subject.entity = entity->id;
    }
    draft.fact.subject = subject;
    if (!rule.empty()) draft.fact.rules.emplace_back(rule);
  }

  void find(std::size_t index) {
    Draft& draft = drafts_[index];
    if (draft.fact.subject) return;
    if (!draft.subject.empty()) return set(draft, draft.subject, "subject/list");
    if (draft.has("subject")) return set(draft, draft.range("subject"), "");
    const Analysis& a = analysis(draft);
    if (inherits_with_measure(index)) return;
    if (!draft.measure.empty()) {
      if (const TokenRange owner = owner_of(a, draft.measure); !owner.empty())
        return set(draft, owner, "subject/possessive");
      if (const TokenRange name = named_in(a, draft.measure); !name.empty())
        return set(draft, name, "subject/of-phrase");
    }
    if (draft.fact.share_of && !draft.has("share_of_previous") && draft.fact.quantity.kind != "money") {
      draft.fact.subject =
          Subject{draft.fact.share_of->text, draft.fact.share_of->text, "", "", draft.fact.share_of->span};
      return;
    }
    if (const TokenRange actor = actor_before(draft); !actor.empty()) {
      if (resolves_to_main(draft, actor)) return;
      if (look_.is_name(look_.without_article(a, actor)) || draft.fact.quantity.kind == "count")
        return set(draft, actor, "subject/actor");
    }
    carry(index);
  }

  // A figure that took over its measure takes over its subject.
  bool inherits_with_measure(std::size_t index) {
    Draft& draft = drafts_[index];
    if (!draft.measure.empty() || !draft.fact.measure || index == 0) return false;
    for (std::size_t i = index; i-- > 0 && index - i < 6;) {
      const Draft& earlier = drafts_[i];
      if (!earlier.fact.measure || earlier.fact.measure->span != draft.fact.measure->span ||
          !earlier.fact.subject)
        continue;
      draft.fact.subject = earlier.fact.subject;
      return true;
    }
    return false;
  }

  TokenRange owner_of(const Analysis& a, TokenRange measure) const {
    const Annotation* phrase = look_.covering(a, measure.begin, "np");
    if (phrase == nullptr) return {};
    const Value owner = feature(input_.program, *phrase, "owner");
    if (const auto* range = std::get_if<TokenRange>(&owner)) return *range;
    // "its revenue": the possessive pronoun stands for the article's subject.
    if (measure.begin > a.range.begin &&
        look_.beginning_at(a, measure.begin - 1, "pos.first.PRPS") != nullptr)
      return {measure.begin - 1, measure.begin};
    return {};
  }

  // "sales of Acme", "exports from Chile": a name inside or right after the measure.
  TokenRange named_in(const Analysis& a, TokenRange measure) const {
    std::uint32_t token = measure.begin + 1;
    const std::uint32_t limit = std::min(a.range.end, measure.end + 2);
    for (; token < limit; ++token) {
      const Annotation* phrase = look_.beginning_at(a, token, "np");
      if (phrase == nullptr || token == measure.begin) continue;
      const std::string_view link = look_.token_text(token - 1);
      if ((link == "of" || link == "for" || link == "at" || link == "from" || link == "in") &&
          look_.is_name(look_.without_article(a, phrase->range)))
        return phrase->range;
    }
    return {};
  }

  // The nearest name or pronoun before the verb that leads to the figure, other than the measure.
  TokenRange actor_before(const Draft& draft) const {
    const Analysis& a = analysis(draft);
    for (std::uint32_t token = draft.mention->range.begin; token-- > a.range.begin;) {
      if (look_.token_text(token) == ";") break;
      const Annotation* verb = look_.beginning_at(a, token, "vg");
      if (verb == nullptr) continue;
      std::uint32_t end = token;
      while (end > a.range.begin &&
             (look_.covering(a, end - 1, "rb") != nullptr || look_.token_text(end - 1) == ","))
        --end;
      const Annotation* phrase = look_.ending_at(a, end, "np");
      if (phrase == nullptr) phrase = look_.ending_at(a, end, "pron");
      if (phrase != nullptr &&
          !(draft.measure.contains(phrase->range) || phrase->range.contains(draft.measure)))
        return phrase->range;
    }
    return {};
  }

  // "it", "we", "the company", "its": the article's own subject, or the one named last.
  bool resolves_to_main(Draft& draft, TokenRange range) {
    const std::string text = fold(look_.text_of(look_.without_article(analysis(draft), range)));
    const bool stands_for = input_.program.lookup("self_reference", text) != kNone ||
                            input_.program.lookup("pronoun", text) != kNone;
    if (!stands_for) return false;
    if (entities_.main() == nullptr) return true;
    Subject subject;
    subject.text = look_.text_of(range);
    subject.span = look_.span_of(range);
    subject.name = entities_.usual_name(*entities_.main());
    subject.type = entities_.main()->type;
    subject.entity = entities_.main()->id;
    draft.fact.subject = subject;
    draft.fact.rules.emplace_back("subject/self-reference");
    return true;
  }

  // A subject that was named earlier in the paragraph goes on; else the article's own.
  void carry(std::size_t index) {
    Draft& draft = drafts_[index];
    const auto block = input_.text.sentences[draft.sentence].block;
    for (std::size_t i = index; i-- > 0;) {
      if (input_.text.sentences[drafts_[i].sentence].block != block) break;
      if (!drafts_[i].fact.subject || !drafts_[i].fact.claim) continue;
      if (drafts_[i].sentence == draft.sentence || !drafts_[i].fact.share_of) {
        draft.fact.subject = drafts_[i].fact.subject;
        draft.fact.rules.emplace_back("subject/carried");
        return;
      }
    }
    if (const Entity* main = entities_.main(); main != nullptr) {
      draft.fact.subject = Subject{main->name, entities_.usual_name(*main), main->type, main->id,
                                   main->mentions.empty() ? Span{} : main->mentions.front()};
      draft.fact.rules.emplace_back("subject/article");
    }
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const Entities& entities_;
  Looker look_;
};

}  // namespace

void find_measures(std::vector<Draft>& drafts, const ClaimInput& input) {
  MeasureFinder(drafts, input).run();
}

void find_subjects(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities) {
  SubjectFinder(drafts, input, entities).run();
}

}  // namespace figmine
