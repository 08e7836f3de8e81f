#include "claim/attribution.h"

#include <algorithm>

namespace figmine {
namespace {

struct Speech {
  std::size_t sentence = 0;
  TokenRange speaker;
  TokenRange role;
  std::string verb;
  bool quoted = false;
};

class AttributionFinder {
 public:
  AttributionFinder(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities)
      : drafts_(drafts), input_(input), entities_(entities), look_(input) {}

  void run() {
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) collect(i);
    learn_roles();
    for (Draft& draft : drafts_) attribute(draft);
  }

 private:
  void collect(std::size_t index) {
    const Analysis& a = input_.analyses[index];
    if (!look_.holds(a, "speech") && !look_.holds(a, "author")) return;
    for (const Annotation& annotation : a.annotations) {
      const bool author = look_.is(annotation, "author");
      if ((!author && !look_.is(annotation, "speech")) || annotation.layer == kNone) continue;
      Speech speech;
      speech.sentence = index;
      const Value speaker = feature(input_.program, annotation, "speaker");
      const Value role = feature(input_.program, annotation, "role");
      if (const auto* range = std::get_if<TokenRange>(&speaker)) speech.speaker = *range;
      if (const auto* range = std::get_if<TokenRange>(&role)) speech.role = *range;
      speech.verb = feature_text(input_.program, annotation, "verb");
      if (speech.speaker.empty() || (!author && !can_speak(index, speech, annotation.range))) continue;
      if (author) {
        if (!author_ || !look_.title_case(a)) author_ = speech;
      } else {
        speeches_.push_back(speech);
      }
    }
  }

  // Who has a name, an office or a document's title tells; "rebar added 0.6%" tells nothing.
  bool can_speak(std::size_t sentence, const Speech& speech, TokenRange whole) const {
    const Analysis& a = input_.analyses[sentence];
    const std::string verb = fold(speech.verb);
    if (input_.program.lookup("change.verb", verb) != kNone &&
        look_.beginning_at(a, whole.end, "q") != nullptr)
      return false;
    const TokenRange words = look_.without_article(a, speech.speaker);
    if (look_.is_name(words)) return true;
    const bool inverted = speech.speaker.begin > whole.begin && verb != "according to";
    if (inverted && is_document(words)) return false;  // "Acme, based in Lyon, reported strong results"
    for (std::uint32_t token = words.begin; token < words.end; ++token) {  // "analysts at Orb"
      const bool head = token + 1 == words.end || look_.beginning_at(a, token + 1, "pos.first.IN") != nullptr;
      if (head && is_teller(look_.form(token).folded)) return true;
    }
    return false;
  }

  bool is_document(TokenRange words) const { return look_.word_is(words.end - 1, "document.noun"); }

  bool is_teller(const std::string& noun) const {
    for (const std::string_view type : {"pronoun", "teller", "agent", "document.noun", "self_reference",
                                        "person_title", "speaker_reference", "survey.noun", "agency_word"}) {
      if (input_.program.lookup(type, noun) != kNone) return true;
    }
    return false;
  }

  // "Zhang Yunming, vice minister of …" anywhere gives the role of "Zhang".
  void learn_roles() {
    for (const Speech& speech : speeches_) {
      if (!speech.role.empty())
        roles_.emplace(full_name(look_.text_of(name_of(speech))), clean_role(speech.role));
    }
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) {
      if (!look_.holds(input_.analyses[i], "titled")) continue;
      for (const Annotation& annotation : input_.analyses[i].annotations) {
        if (!look_.is(annotation, "titled") || annotation.layer == kNone) continue;
        const Value person = feature(input_.program, annotation, "speaker");
        const Value role = feature(input_.program, annotation, "role");
        const auto* name = std::get_if<TokenRange>(&person);
        const auto* title = std::get_if<TokenRange>(&role);
        if (name != nullptr && title != nullptr)
          roles_.emplace(full_name(look_.text_of(*name)), clean_role(*title));
      }
    }
  }

  std::string clean_role(TokenRange range) const { return look_.text_of(range); }

  TokenRange name_of(const Speech& speech) const {
    return look_.without_article(input_.analyses[speech.sentence], speech.speaker);
  }

  std::string full_name(const std::string& written) const {
    const Entity* entity = entities_.find(written);
    return entity == nullptr ? written : entity->name;
  }

  bool stands_for_other(const std::string& text) const {
    return input_.program.lookup("speaker_reference", fold(text)) != kNone;
  }

  // "an official", "he": the person that the article's next or last speech names.
  const Speech* resolve_reference(const Speech& speech) const {
    const Speech* last = nullptr;
    for (const Speech& other : speeches_) {
      const bool named = !stands_for_other(look_.text_of(name_of(other)));
      if (!named) continue;
      if (other.sentence <= speech.sentence) {
        last = &other;
      } else if (last == nullptr) {
        return &other;
      }
    }
    return last;
  }

  void attribute(Draft& draft) {
    if (const Speech* own = in_sentence(draft); own != nullptr) return set(draft, *own, false);
    if (author_ && !quoted(draft) && is_opinion(draft)) return set(draft, *author_, true);
    // A speaker goes on over the next sentences of the paragraph; quotation marks that are open need one.
    const auto block = input_.text.sentences[draft.sentence].block;
    const Speech* last = nullptr;
    for (const Speech& speech : speeches_) {
      if (input_.text.sentences[speech.sentence].block != block) continue;
      if (speech.sentence < draft.sentence) last = &speech;
      if (speech.sentence > draft.sentence && last == nullptr && quoted(draft)) last = &speech;
    }
    if (last != nullptr && goes_on(*last, draft)) set(draft, *last, true);
  }

  // Whether what is said goes on to the figure: a quote to what is quoted, other speech over a few sentences.
  // '"We sold 300 cars," said Lee. The firm has 12 plants': the article speaks again.
  bool goes_on(const Speech& speech, const Draft& draft) const {
    constexpr std::size_t kReach = 4;  // sentences
    if (quoted(draft)) return true;
    return draft.sentence <= speech.sentence + kReach && !holds_quote(speech.sentence);
  }

  bool holds_quote(std::size_t sentence) const {
    const TokenRange range = input_.analyses[sentence].range;
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
      if (input_.text.tokens[token].quoted) return true;
    }
    return false;
  }

  // "our estimates of $44m", "this arrives at a valuation of …": what the article's author holds.
  bool is_opinion(const Draft& draft) const {
    const Analysis& a = input_.analyses[draft.sentence];
    if (draft.fact.status == "estimate" && look_.holds(a, "measure.valuation")) return true;
    return look_.holds(a, "first_person") && draft.fact.status != "reported";
  }

  bool quoted(const Draft& draft) const { return input_.text.tokens[draft.mention->range.begin].quoted; }

  const Speech* in_sentence(const Draft& draft) const {
    const Speech* best = nullptr;
    for (const Speech& speech : speeches_) {
      if (speech.sentence == draft.sentence) best = &speech;
    }
    return best;
  }

  void set(Draft& draft, const Speech& speech, bool inferred) {
    const Speech* source = &speech;
    std::string written = look_.text_of(name_of(speech));
    if (author_ && !quoted(draft) && input_.program.lookup("first_person", fold(written)) != kNone) {
      source = &*author_;  // "we believe", in a research note
      written = look_.text_of(name_of(*source));
    } else if (stands_for_other(written)) {
      if (const Speech* named = resolve_reference(speech); named != nullptr) source = named;
      written = look_.text_of(name_of(*source));
    }
    Attribution attribution;
    const bool by_author = author_ && name_of(*source).begin == name_of(*author_).begin;
    attribution.speaker = by_author ? written : full_name(written);  // the rule knows where its name ends
    const bool issuer =
        input_.program.lookup("self_reference", fold(written)) != kNone &&
        input_.program.lookup("teller", fold(written)) == kNone;  // "management" says so itself
    if (issuer && entities_.main() != nullptr) attribution.speaker = entities_.main()->name;
    if (const auto role = roles_.find(attribution.speaker); role != roles_.end())
      attribution.role = role->second;
    attribution.verb = speech.verb;
    attribution.quoted = quoted(draft);
    attribution.inferred = inferred;
    attribution.span = look_.span_of(name_of(*source));
    draft.fact.attribution = attribution;
  }

  std::vector<Draft>& drafts_;
  const ClaimInput& input_;
  const Entities& entities_;
  Looker look_;
  std::vector<Speech> speeches_;
  std::optional<Speech> author_;  // of a research note: "Orb Capital updates its coverage on Acme"
  std::map<std::string, std::string> roles_;
};

}  // namespace

void find_attributions(std::vector<Draft>& drafts, const ClaimInput& input, const Entities& entities) {
  AttributionFinder(drafts, input, entities).run();
}

}  // namespace figmine
