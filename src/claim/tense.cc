#include "claim/tense.h"

namespace figmine {
namespace {

class TenseReader {
 public:
  TenseReader(const Looker& look, const Analysis& analysis, const Clauses& clauses)
      : look_(look), analysis_(analysis), clauses_(clauses) {}

  Governor run(TokenRange figure) const {
    const std::size_t chunk = clauses_.at(figure.begin);
    if (chunk == Clauses::kNoChunk) return {};
    const Governor after = verb_after(chunk);
    if (opens_clause(chunk, after)) return after;
    bool open = false;  // an infinitive stands between
    for (std::size_t verb = clauses_.verb_before(chunk); verb != Clauses::kNoChunk;
         verb = clauses_.verb_before(verb)) {
      if (after.tense != Tense::kUntold && joined(verb, chunk)) break;
      const TokenRange range = clauses_[verb].range;
      const Tense tense = tense_of(range);
      const std::size_t before = clauses_.before(verb);
      if (tense == Tense::kPresent && clauses_.is(before, Part::kVerb) &&
          tense_of(clauses_[before].range) != Tense::kUntold)
        continue;  // "was let go"
      if (tense != Tense::kUntold) {
        const bool ahead = (open && tense == Tense::kPresent) || goes_on_open(verb);
        return {ahead ? Tense::kOpen : tense, range};
      }
      open = open || is_infinitive(range);
    }
    if (after.tense == Tense::kUntold && open) return {Tense::kOpen, figure};
    return after;
  }

  // kUntold for what is not finite: "compared", "rising", "to open".
  Tense tense_of(TokenRange verb) const {
    for (std::uint32_t token = verb.begin; token < verb.end; ++token) {
      if (look_.word_is(token, "pos.first.MD")) return Tense::kOpen;
      if (look_.word_is(token, "verb.past")) return Tense::kPast;
      if (look_.word_is(token, "verb.present"))
        return look_.word_is(token, "verb.have") && ends_in_participle(verb) ? Tense::kPerfect
                                                                             : Tense::kPresent;
    }
    if (is_infinitive(verb)) return Tense::kUntold;
    std::uint32_t word = verb.end - 1;
    for (std::uint32_t token = verb.begin + 1; token < verb.end; ++token) {
      if (!look_.word_is(token, "pos.first.TO")) continue;
      word = token - 1;  // "expects to double", "continued to gain"
      break;
    }
    return tense_of_word(word);
  }

 private:
  bool is_infinitive(TokenRange verb) const {
    return verb.begin > analysis_.range.begin && look_.word_is(verb.begin - 1, "pos.first.TO");
  }

  // "will close a mill and lay off 60 people": a base form that another verb's auxiliary or "to" holds for.
  bool goes_on_open(std::size_t verb) const {
    const TokenRange range = clauses_[verb].range;
    if (!clauses_.is(clauses_.before_adverbs(verb), Part::kConjunction) ||
        !look_.word_is(range.begin, "pos.V") || look_.word_is(range.begin, "pos.first.AUX"))
      return false;
    const std::size_t first = clauses_.verb_before(verb);
    return first != Clauses::kNoChunk &&
           (is_infinitive(clauses_[first].range) || tense_of(clauses_[first].range) == Tense::kOpen);
  }

  // "it is predicted that 3 million farms will have", "While prices may rise, drops of 8% are normal": the
  // verb's clause ends before the figure.
  bool joined(std::size_t verb, std::size_t chunk) const {
    const bool fronted =
        clauses_.is(0, Part::kSubordinator) && look_.word_is(clauses_[0].range.begin, "telling.opener");
    for (std::size_t i = verb + 1; i < chunk; ++i) {
      if (clauses_.is(i, Part::kRelative) || (fronted && clauses_.is(i, Part::kComma))) return true;
    }
    return false;
  }

  // "40% would move, and 12% own their home", "and a $20,000 fee has been paid": the subject of the clause
  // that an "and" begins.
  bool opens_clause(std::size_t chunk, const Governor& after) const {
    const bool finite = after.tense != Tense::kUntold &&
                        (after.tense != Tense::kPast || !may_be_participle(look_, after.verb.end - 1));
    const bool article = clauses_.is(clauses_.before(chunk), Part::kOther);
    if (!finite || !clauses_.is(clauses_.before_adverbs(chunk), Part::kConjunction)) return false;
    std::size_t behind = clauses_.after_attachments(chunk);
    if (article && clauses_.is(behind, Part::kPhrase)) behind = clauses_.after_attachments(behind);
    return clauses_.at(after.verb.begin) == behind;
  }

  // "With half of the output, it leads": a fronted phrase that the clause's own verb tells.
  bool is_fronted(std::size_t chunk) const {
    if (!clauses_.is(0, Part::kPreposition) || !look_.word_is(clauses_[0].range.begin, "preposition.bearing"))
      return false;
    for (std::size_t i = 1; i < chunk; ++i) {
      if (clauses_.is(i, Part::kComma) || clauses_.is(i, Part::kVerb)) return false;
    }
    return true;
  }

  // "A total of 2,150 suppliers, who stand for three quarters of purchases, have been asked"
  Governor verb_after(std::size_t chunk) const {
    if (!clauses_.verb_follows(chunk)) return {};
    bool fronted = is_fronted(chunk);
    for (std::size_t i = chunk + 1; i < clauses_.chunks().size(); ++i) {
      switch (clauses_[i].part) {
        case Part::kVerb:
          if (const Tense tense = tense_of(clauses_[i].range); tense != Tense::kUntold)
            return {tense, clauses_[i].range};
          break;
        case Part::kComma:
          if (!fronted && !clauses_.is(i + 1, Part::kRelative)) return {};
          fronted = false;
          break;
        case Part::kStop:
        case Part::kColon:
        case Part::kSubordinator:
          return {};
        default:
          break;
      }
    }
    return {};
  }

  bool ends_in_participle(TokenRange verb) const {
    return look_.word_is(verb.end - 1, "pos.VN") || is_regular_past(verb.end - 1);
  }

  Tense tense_of_word(std::uint32_t verb) const {
    if (look_.word_is(verb, "pos.first.VD") || is_regular_past(verb)) return Tense::kPast;
    if (look_.word_is(verb, "pos.VD") && follows_subject(verb)) return Tense::kPast;
    if (look_.word_is(verb, "pos.first.VZ") || look_.word_is(verb, "pos.first.V")) return Tense::kPresent;
    // "and now runs 40 inns": in a verb group, a form that is a noun elsewhere; not "8 investment rounds"
    const bool present = look_.word_is(verb, "pos.VZ") && !clauses_.is(clauses_.at(verb) - 1, Part::kFigure);
    return present ? Tense::kPresent : Tense::kUntold;
  }

  // "accounted": a word that the lexicon does not have.
  bool is_regular_past(std::uint32_t token) const {
    return look_.form(token).folded.ends_with("ed") && !look_.word_is(token, "pos");
  }

  // "obligations reached": a form that is participle and past alike.
  bool follows_subject(std::uint32_t verb) const {
    const std::size_t before = clauses_.before(clauses_.at(verb));
    return clauses_.is(before, Part::kPhrase) || clauses_.is(before, Part::kPronoun) ||
           clauses_.is(before, Part::kClose) || clauses_.is(before, Part::kComma);
  }

  const Looker& look_;
  const Analysis& analysis_;
  const Clauses& clauses_;
};

}  // namespace

Governor governor_of(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                     TokenRange figure) {
  return TenseReader(look, analysis, clauses).run(figure);
}

Tense tense_of(const Looker& look, const Analysis& analysis, const Clauses& clauses, TokenRange verb) {
  return TenseReader(look, analysis, clauses).tense_of(verb);
}

bool is_finite(const Looker& look, const Analysis& analysis, const Clauses& clauses, TokenRange verb) {
  return tense_of(look, analysis, clauses, verb) != Tense::kUntold;
}

bool tells_of_participle(const Looker& look, const Analysis& analysis, const Clauses& clauses,
                         std::size_t verb) {
  const TokenRange words = clauses[verb].range;
  if (is_finite(look, analysis, clauses, words)) return true;
  return clauses.is(verb - 1, Part::kVerb) && is_base_form_only(look, words.begin);
}

bool is_base_form_only(const Looker& look, std::uint32_t token) {
  return look.small_word_is(token, "pos.V") && !look.word_is(token, "pos.VN") &&
         !look.word_is(token, "pos.VG");
}

bool may_be_participle(const Looker& look, std::uint32_t token) {
  return look.word_is(token, "pos.VN") || look.form(token).folded.ends_with("ed");
}

bool may_be_gerund(const Looker& look, std::uint32_t token) {
  const Form& form = look.form(token);
  return form.is(Shape::kLower) && form.folded.ends_with("ing") &&
         (look.word_is(token, "pos.VG") || !look.word_is(token, "pos"));
}

}  // namespace figmine
