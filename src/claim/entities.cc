#include "claim/entities.h"

#include <algorithm>

#include "base/ascii.h"
#include "claim/entities/brackets.h"
#include "claim/entities/closing.h"
#include "claim/entities/common_words.h"
#include "claim/entities/headline_names.h"
#include "claim/entities/kinds.h"
#include "claim/entities/left_out_words.h"
#include "claim/entities/main_entity.h"
#include "claim/entities/non_names.h"
#include "claim/entities/phrases.h"
#include "claim/entities/possessive_names.h"
#include "claim/entities/roll.h"
#include "claim/entities/short_names.h"
#include "claim/entities/tickers.h"
#include "claim/entities/title.h"
#include "claim/entities/title_name.h"
#include "claim/entities/usual_names.h"

namespace figmine {

namespace {

// "Gold" is not Halden Mining, which is listed as GOLD; "Vexa" may be Vexa Group, which is listed as VEXA.
bool is_ticker_in_small(const Entity& entity, std::string_view text) {
  const bool word = text.size() > 1 && std::all_of(text.begin() + 1, text.end(), is_lower);  // not "VXAi"
  if (!word || fold(entity.name).starts_with(fold(text))) return false;
  return std::any_of(entity.ids.begin(), entity.ids.end(), [&](const auto& id) {
    return id.first == "ticker" && fold(id.second).ends_with(":" + fold(text));
  });
}

}  // namespace

bool Entities::names_main(Span span) const {
  const Entity* about = main();
  if (about == nullptr) return false;
  const std::vector<Span>& mentions = about->mentions;
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), span.begin,
                                      [](Span m, std::uint32_t begin) { return m.begin < begin; });
  return first != mentions.end() && first->begin < span.end;
}

const Entity* Entities::find(std::string_view text) const {
  const auto it = parts_.index.find(name_key(text));
  if (it == parts_.index.end()) return nullptr;
  const Entity& entity = parts_.list[it->second];
  return is_ticker_in_small(entity, text) ? nullptr : &entity;
}

bool Entities::Parts::is_coin(const Entity& entity) const {
  const bool shares = std::any_of(entity.ids.begin(), entity.ids.end(), [this](const auto& id) {
    return id.first == "ticker" && !coin_tickers.contains(id.second);
  });
  if (shares) return false;  // "Vexa (VXA)" may be told of as a coin is
  return symbols.contains(fold(entity.name)) ||
         std::any_of(entity.aliases.begin(), entity.aliases.end(),
                     [&](const std::string& alias) { return symbols.contains(fold(alias)); });
}

const Entity* Entities::main_place() const {
  const Entity* best = nullptr;
  for (const Entity& entity : parts_.list) {
    if (entity.type == "place" && (best == nullptr || entity.mentions.size() > best->mentions.size()))
      best = &entity;
  }
  return best;
}

std::string name_key(std::string_view name) {
  constexpr std::size_t kState = 4;  // ", co"
  std::string key = fold(name);
  const bool place = key.size() > kState && key.compare(key.size() - kState, 2, ", ") == 0;
  const auto last = key.end() - (place ? static_cast<std::ptrdiff_t>(kState) : 0);
  key.erase(std::remove(key.begin(), last, ','), last);
  return key;
}

bool is_listed(const Entity& entity) {
  return std::any_of(entity.ids.begin(), entity.ids.end(),
                     [](const auto& id) { return id.first == "ticker"; });
}

namespace entities {
namespace {

// The order of steps: the names of each sentence, then what they tell together.
class EntityReader {
 public:
  explicit EntityReader(const ClaimInput& input) : input_(input), look_(input), title_(input) {}

  Entities run() {
    for (std::size_t i = 0; i < input_.analyses.size(); ++i) read_sentence(i);
    possessive_names_.rename();
    left_out_words_.rename();
    ShortNames(input_.program, title_, roll_).bind();
    HeadlineNames(input_, look_, title_, roll_).enter();
    TitleName(input_, look_, title_, roll_).enter();
    Closing(look_, title_, roll_).weigh(input_.analyses);
    MainEntity(input_.program, title_, roll_).choose();
    UsualNames(input_.program, roll_).choose();
    roll_.parts.common = common_words_.acronyms();
    roll_.parts.small_words = common_words_.take_small_words();
    roll_.parts.told_late = is_told_late();
    return Entities(std::move(roll_.parts));
  }

 private:
  void read_sentence(std::size_t index) {
    const Analysis& a = input_.analyses[index];
    const bool title = look_.title_case(a);  // there capitals do not tell a name
    const bool below = input_.text.sentences[index].section != Section::kHeadline;
    const std::uint32_t phrase_type = input_.program.types.find("np");
    for (const Annotation& annotation : a.annotations) {
      if (annotation.type != phrase_type) continue;
      const Value core = feature(input_.program, annotation, "core");
      const auto* range = std::get_if<TokenRange>(&core);
      const bool told = range != nullptr && (look_.word_is(range->end - 1, "legal_form") ||
                                             (below && tickers_.has_ticker(a, range->end)));
      if (range == nullptr || (title && !told)) continue;
      read_phrase(a, look_.without_article(a, *range), index);
      const Value owner = feature(input_.program, annotation, "owner");
      const auto* other = std::get_if<TokenRange>(&owner);
      if (other != nullptr && !(look_.is_name(*range) && ends_in_place(*other)))
        read_phrase(a, look_.without_article(a, *other), index);
    }
  }

  // "east China's Hubei Province", "Germany's Ferralia": the country tells where the name is, no more.
  bool ends_in_place(TokenRange range) const {
    return input_.program.lookup("place", look_.form(range.end - 1).folded) != kNone;
  }

  void read_phrase(const Analysis& a, TokenRange range, std::size_t sentence) {
    if (range.empty()) return;
    const TokenRange office = look_.is_name(range) ? TokenRange{} : phrases_.leading_office(range);
    if (!office.empty()) range = office;
    const bool named = look_.is_name(range);
    if (named) range = phrases_.with_legal_form(a, range);
    if (const TokenRange title = phrases_.title_within(range); !title.empty()) {
      read_phrase(a, {range.begin, title.begin}, sentence);  // "Acme Inc chief executive Lena Orth"
      return read_phrase(a, {title.end, range.end}, sentence);
    }
    if (!named) return;
    range = phrases_.bare(a, range);
    if (range.empty() || non_names_.holds(a, range)) return;
    if (range.end - range.begin == 1 && common_words_.excludes(a, range.begin)) return;
    const std::size_t entity = enter(a, phrases_.with_partners(a, range), sentence);
    roll_.alias(entity, look_.text_of(range));  // "Orth & Keller LLP" of "Fors, Orth & Keller LLP"
    if (const TokenRange bare = phrases_.office_of(range); !bare.empty())
      roll_.alias(entity, look_.text_of(bare));
  }

  std::size_t enter(const Analysis& a, TokenRange range, std::size_t sentence) {
    constexpr int kInLede = 3, kElsewhere = 1, kOpening = 8;  // weights
    const std::string name = look_.text_of(range);
    const std::string kind = kinds_.of(a, range);
    const std::size_t entity = roll_.add(name, kind);
    if (kind == "organization") common_words_.note_firm(range);
    if (kind == "person" && kinds_.is_told_person(a, range)) roll_.speakers.insert(entity);
    ++roll_.surface[fold(name)];
    roll_.parts.list[entity].mentions.push_back(look_.span_of(range));
    roll_.weight[entity] += sentence < end_of_lede_ ? kInLede : kElsewhere;
    if (is_byline(a, range)) ++roll_.bylines[entity];
    if (kinds_.is_known_coin(a, range)) roll_.parts.symbols.insert(fold(name));
    if (opens_article(a, range)) roll_.anchor(entity, kOpening);
    const bool located =
        range.begin > a.range.begin && look_.small_word_is(range.begin - 1, "preposition.place");
    if (located) roll_.located.insert(entity);
    possessive_names_.note(a, range, entity);
    left_out_words_.note(a, range, entity);
    brackets_.read(a, range, entity);
    return entity;
  }

  // "Lena Fors/The Tolvik Courier.": whom a reporter writes for.
  bool is_byline(const Analysis& a, TokenRange range) const {
    const bool article =
        range.begin > a.range.begin + 1 && look_.word_is(range.begin - 1, "article.definite");
    const std::uint32_t begin = article ? range.begin - 1 : range.begin;
    return begin > a.range.begin + 1 && look_.token_text(begin - 1) == "/" &&
           look_.form(begin - 2).is(Shape::kCap) && range.end + 1 >= a.range.end;
  }

  // Whether neither the title nor the first sentences name the main entity.
  bool is_told_late() const {
    constexpr std::size_t kHead = 4;  // sentences
    const Entities::Parts& parts = roll_.parts;
    if (parts.main >= parts.list.size() || title_.names(parts.list[parts.main])) return false;
    const std::vector<Sentence>& sentences = input_.text.sentences;
    const std::size_t end = sentences.empty() ? 0 : sentences[std::min(kHead, sentences.size()) - 1].span.end;
    const std::vector<Span>& mentions = parts.list[parts.main].mentions;
    return std::none_of(mentions.begin(), mentions.end(), [&](Span mention) { return mention.begin < end; });
  }

  // The first words after the dateline: whom a release tells of.
  bool opens_article(const Analysis& a, TokenRange range) const {
    std::uint32_t token = range.begin;
    while (token > a.range.begin && !look_.form(token - 1).is(Shape::kWordlike)) --token;
    return token > a.range.begin && look_.in_dateline(token - 1);
  }

  // What stands first: the headline with the lines below it, and the text's first two sentences.
  static std::size_t end_of_lede(const std::vector<Sentence>& sentences) {
    constexpr std::size_t kFewest = 3;  // sentences
    constexpr std::size_t kMost = 8;
    const auto lede = std::ranges::find(sentences, Section::kLede, &Sentence::section);
    const auto place = static_cast<std::size_t>(lede - sentences.begin());
    return lede == sentences.end() ? kFewest : std::clamp(place + 2, kFewest, kMost);
  }

  const ClaimInput& input_;
  const std::size_t end_of_lede_ = end_of_lede(input_.text.sentences);
  Looker look_;
  Title title_;
  Roll roll_;
  Tickers tickers_{look_};
  CommonWords common_words_{input_, look_, title_, tickers_};
  Phrases phrases_{look_};
  NonNames non_names_{look_, tickers_};
  Kinds kinds_{look_, title_};
  PossessiveNames possessive_names_{look_, roll_};
  LeftOutWords left_out_words_{look_, title_, roll_};
  Brackets brackets_{input_, look_, title_, tickers_, roll_};
};

}  // namespace
}  // namespace entities

Entities read_entities(const ClaimInput& input) { return entities::EntityReader(input).run(); }

}  // namespace figmine
