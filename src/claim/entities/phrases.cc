#include "claim/entities/phrases.h"

namespace figmine::entities {

TokenRange Phrases::bare(const Analysis& a, TokenRange range) const {
  range = said_once(without_titles(without_lead(a, range)));
  while (!range.empty() && is_headline_verb(range)) --range.end;
  return range;
}

// "Halden Group" of "new Halden Group", and of "Joining Halden Group, Fors", where the sentence begins.
TokenRange Phrases::without_lead(const Analysis& a, TokenRange range) const {
  while (range.begin + 1 < range.end && look_.form(range.begin).is(Shape::kLower) &&
         look_.word_is(range.begin, "pos") && look_.form(range.begin + 1).is(Shape::kWordlike))
    ++range.begin;
  const bool opening = range.begin == a.range.begin && range.begin + 1 < range.end;
  const bool doing = opening && look_.word_is(range.begin, "pos.first.VG") &&
                     !look_.word_is(range.begin, "activity") && look_.form(range.begin + 1).is(Shape::kCap);
  return doing ? TokenRange{range.begin + 1, range.end} : range;
}

// "Lena Fors" of "Lena Fors Lena Fors", "Halden Pump Works" of "Halden Pump Works Halden Pump": lines that
// ran into each other.
TokenRange Phrases::said_once(TokenRange range) const {
  constexpr std::uint32_t kFewest = 2, kMost = 8;  // words
  for (std::uint32_t words = kFewest; words <= kMost && range.begin + words + kFewest <= range.end; ++words) {
    bool again = true;
    for (std::uint32_t token = range.begin + words; again && token < range.end; ++token)
      again = look_.form(token).folded == look_.form(token - words).folded;
    if (again) return {range.begin, range.begin + words};
  }
  return range;
}

TokenRange Phrases::title_within(TokenRange range) const {
  std::uint32_t begin = range.begin + 1;
  while (begin < range.end && !look_.word_is(begin, "person_title")) ++begin;
  std::uint32_t end = begin;
  bool office = false;
  for (; end < range.end; ++end) {
    const bool of_office = look_.word_is(end, "title.office") ||
                           (look_.word_is(end, "title.head") && look_.word_is(end - 1, "title.chief"));
    if (!look_.word_is(end, "person_title") && !look_.word_is(end, "title.field")) break;
    office = office || of_office;
  }
  constexpr std::uint32_t kNames = 2;                                    // "Lena Orth"
  const bool lone = end + 1 == range.end && !look_.word_is(end, "pos");  // "Tolvik Sisters Founder Stelia"
  const bool joint = begin > range.begin + 1 && look_.token_text(begin - 1) == "-";  // "Acme Co-Founder"
  if (joint) begin -= 2;
  return office && (lone || end + kNames <= range.end) ? TokenRange{begin, end} : TokenRange{};
}

// "CEO Lena Orth" names Lena Orth, "Acme CEO" names Acme; "CEO" alone names nobody.
TokenRange Phrases::without_titles(TokenRange range) const {
  while (!range.empty() && look_.word_is(range.begin, "person_title")) ++range.begin;
  if (!range.empty() && look_.word_is(range.end - 1, "title.office")) {
    while (!range.empty() && look_.word_is(range.end - 1, "person_title")) --range.end;
    const bool joint = range.end > range.begin + 1 && look_.token_text(range.end - 1) == "-";
    if (joint) range.end -= 2;  // "Acme Co-Founder"
  }
  return range;
}

// "Orvane Invests" of the heading "Orvane Invests in Two Plants", "Halden Pump Founded", which ran into the
// text; "Orvane Reports" may be a name.
bool Phrases::is_headline_verb(TokenRange range) const {
  const std::uint32_t last = range.end - 1;
  return range.end - range.begin > 1 &&
         ((look_.word_is(last, "headline.verb") && !look_.word_is(last, "pos.NS")) ||
          (look_.word_is(last, "origin.verb") && !look_.word_is(last, "legal_form") &&
           look_.form(last - 1).is(Shape::kWordlike)));
}

TokenRange Phrases::with_legal_form(const Analysis& a, TokenRange range) const {
  const bool lone = range.end - range.begin == 1 && look_.word_is(range.begin, "organization_word");
  if (!lone || range.begin < a.range.begin + 2 || look_.token_text(range.begin - 1) != "," ||
      look_.is_state(range.begin))
    return range;
  const Annotation* before = look_.ending_at(a, range.begin - 1, "np");
  if (before == nullptr) return range;
  const TokenRange words = look_.without_article(a, before->range);
  return look_.is_name(words) ? TokenRange{words.begin, range.end} : range;
}

TokenRange Phrases::leading_office(TokenRange range) const {
  const auto part = [&](std::uint32_t token) {
    return look_.form(token).is(Shape::kCap) || !look_.form(token).is(Shape::kWordlike) ||
           look_.small_word_is(token, "office.link") || look_.small_word_is(token, "article.definite") ||
           look_.small_word_is(token, "joint.and");
  };
  bool office = false;
  std::uint32_t end = range.begin;
  for (; end < range.end && part(end); ++end)
    office = office || (end > range.begin && look_.links_office(end));
  if (!office || end == range.end) return {};
  while (end > range.begin && !look_.form(end - 1).is(Shape::kCap)) --end;
  return {range.begin, end};
}

TokenRange Phrases::office_of(TokenRange name) const {
  constexpr std::uint32_t kWords = 2;
  for (std::uint32_t link = name.begin + kWords; link < name.end; ++link) {
    if (look_.links_office(link)) return {name.begin, link};
  }
  return {};
}

TokenRange Phrases::with_partners(const Analysis& a, TokenRange range) const {
  constexpr int kMost = 3;  // partners before
  bool joint = false;
  for (std::uint32_t token = range.begin; token < range.end; ++token)
    joint = joint || look_.token_text(token) == "&";
  if (!joint || !look_.word_is(range.end - 1, "partners.form")) return range;
  for (int i = 0; i < kMost && range.begin >= a.range.begin + 2; ++i) {
    const std::uint32_t partner = range.begin - 2;
    const Form& word = look_.form(partner);
    const bool surname = look_.token_text(range.begin - 1) == "," && word.is(Shape::kCap) &&
                         !look_.word_is(partner, "place") && !look_.word_is(partner, "pos.first.R") &&
                         !look_.in_dateline(partner);
    const bool alone = partner == a.range.begin || !look_.form(partner - 1).is(Shape::kCap);
    if (!surname || !alone) break;
    range.begin = partner;
  }
  return range;
}

}  // namespace figmine::entities
