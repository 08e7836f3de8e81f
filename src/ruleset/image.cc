#include "ruleset/image.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>
#include <unordered_map>

#include "ruleset/regex_table.h"

namespace figmine {
namespace {

constexpr char kMagic[8] = {'f', 'i', 'g', 'm', 'i', 'n', 'e', '\0'};
constexpr std::uint32_t kVersion = 5;  // goes up with every change of ruleset/program.h's records
constexpr std::size_t kAlignment = 8;

struct Header {
  char magic[sizeof kMagic];
  std::uint32_t version;
  std::uint32_t unused;
  std::uint64_t size;      // of the whole image
  std::uint64_t checksum;  // of what follows the header
};

struct Root {
  RelativeArray<Program> programs;
};

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  for (; !bytes.empty(); bytes.remove_prefix(std::min(sizeof sum, bytes.size()))) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), std::min(sizeof word, bytes.size()));
    sum = std::rotl((sum ^ word) * 0x9E3779B97F4A7C15ULL, 29);
  }
  return sum;
}

// A record in the image that is being written. It stays good while the image grows and moves.
template <class T>
struct Place {
  std::string* bytes;
  std::size_t offset;

  T* operator->() const { return reinterpret_cast<T*>(bytes->data() + offset); }
  template <class Field, class Record = T>
  Place<Field> of(Field Record::*member) const {
    const T* record = operator->();
    const auto* field = reinterpret_cast<const char*>(&(record->*member));
    return {bytes, offset + static_cast<std::size_t>(field - reinterpret_cast<const char*>(record))};
  }
};

class Writer {
 public:
  Result<std::string> run(std::span<const draft::Program> programs) {
    const Place<Header> header = allocate<Header>(1);
    const Place<Root> root = allocate<Root>(1);
    fill(root.of(&Root::programs), programs,
         [&](Place<Program> place, const draft::Program& program) { write_program(place, program); });
    if (bytes_.size() > std::numeric_limits<std::int32_t>::max())
      return error("the rules are too large", "a program's image must fit into 2 GB");
    std::memcpy(header->magic, kMagic, sizeof kMagic);
    header->version = kVersion;
    header->size = bytes_.size();
    header->checksum = checksum(std::string_view(bytes_).substr(sizeof(Header)));
    return std::move(bytes_);
  }

 private:
  // ------------------------------------------------------------ arrays and texts

  template <class T>
  Place<T> allocate(std::size_t count) {
    const std::size_t begin = (bytes_.size() + kAlignment - 1) / kAlignment * kAlignment;
    bytes_.resize(begin + count * sizeof(T));
    return {&bytes_, begin};
  }

  template <class T>
  static void point(Place<RelativeArray<T>> field, std::size_t target, std::size_t size) {
    const auto distance = static_cast<std::ptrdiff_t>(target) - static_cast<std::ptrdiff_t>(field.offset);
    field->set(static_cast<std::int32_t>(distance), static_cast<std::uint32_t>(size));
  }

  template <class T>
  Place<T> allocate_array(Place<RelativeArray<T>> field, std::size_t size) {
    const Place<T> first = allocate<T>(size);
    point(field, first.offset, size);
    return first;
  }

  // write(place, item) for each item.
  template <class T, class Items, class Write>
  void fill(Place<RelativeArray<T>> field, const Items& items, const Write& write) {
    Place<T> place = allocate_array(field, items.size());
    for (const auto& item : items) {
      write(place, item);
      place.offset += sizeof(T);
    }
  }

  // Records that are the same in the draft and in the image.
  template <class T>
  void copy(Place<RelativeArray<T>> field, const std::vector<T>& items) {
    static_assert(std::has_unique_object_representations_v<T>, "padding would make the bytes differ");
    const Place<T> first = allocate_array(field, items.size());
    if (!items.empty()) std::memcpy(bytes_.data() + first.offset, items.data(), items.size() * sizeof(T));
  }

  void write_text(Place<RelativeText> field, const std::string& text) {
    const auto [known, added] = texts_.try_emplace(text, bytes_.size());
    if (added) bytes_ += text;
    point(Place<RelativeArray<char>>{&bytes_, field.offset}, known->second, text.size());
  }

  void write_texts(Place<RelativeArray<RelativeText>> field, const std::vector<std::string>& texts) {
    fill(field, texts, [&](Place<RelativeText> place, const std::string& text) { write_text(place, text); });
  }

  // ------------------------------------------------------------ names and lexicons

  static std::size_t table_size(std::size_t entries) { return std::bit_ceil(entries * 2 + 1); }

  void write_names(Place<Names> place, const draft::Names& names) {
    write_texts(place.of(&Names::names), names.all());
    std::vector<std::uint32_t> slots(table_size(names.size()), kNone);
    for (std::uint32_t id = 0; id < names.size(); ++id) {
      std::size_t at = Wanted::hash_of(names.name(id)) & (slots.size() - 1);
      while (slots[at] != kNone) at = (at + 1) & (slots.size() - 1);
      slots[at] = id;
    }
    copy(place.of(&Names::slots), slots);
  }

  void write_edges(Place<LexiconEdges> place, const draft::LexiconTrie::Edges& edges) {
    std::vector<std::pair<std::uint64_t, draft::LexiconTrie::Edge>> sorted(edges.begin(), edges.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<LexiconEdge> slots(table_size(edges.size()));
    for (const auto& [key, edge] : sorted) {
      const auto from = static_cast<std::uint32_t>(key >> 32U);
      const auto word = static_cast<WordId>(key);
      std::size_t at = LexiconEdges::hash(from, word) & (slots.size() - 1);
      while (slots[at].from != kNone) at = (at + 1) & (slots.size() - 1);
      slots[at] = {from, word, edge.node, edge.glued_node};
    }
    copy(place.of(&LexiconEdges::slots), slots);
  }

  void write_lexicon(Place<LexiconTrie> place, const draft::LexiconTrie& trie) {
    write_edges(place.of(&LexiconTrie::edges), trie.edges);
    write_edges(place.of(&LexiconTrie::exact_edges), trie.exact_edges);
    fill(place.of(&LexiconTrie::entries), trie.entries,
         [&](Place<RelativeArray<LexiconEntry>> node, const std::vector<LexiconEntry>& entries) {
           fill(node, entries, [](Place<LexiconEntry> entry, const LexiconEntry& from) {
             entry->type = from.type;
             entry->row = from.row;
           });
         });
    std::vector<std::uint32_t> inner((trie.entries.size() + 31) / 32);
    for (const auto* edges : {&trie.edges, &trie.exact_edges}) {
      for (const auto& [key, edge] : *edges) {
        const std::uint64_t from = key >> 32U;
        inner[from / 32] |= 1U << (from % 32);
      }
    }
    copy(place.of(&LexiconTrie::inner), inner);
  }

  void write_row(Place<LexiconRow> place, const draft::LexiconRow& row) {
    place->source = row.source;
    place->line = row.line;
    fill(place.of(&LexiconRow::attributes), row.attributes,
         [&](Place<RowAttribute> attribute, const std::pair<AttributeId, std::string>& from) {
           attribute->attribute = from.first;
           write_text(attribute.of(&RowAttribute::value), from.second);
         });
  }

  // ------------------------------------------------------------ rules

  void write_expression(Place<Expression> place, const draft::Expression& expression) {
    place->kind = expression.kind;
    place->capture = expression.capture;
    place->attribute = expression.attribute;
    write_text(place.of(&Expression::text), expression.text);
    fill(
        place.of(&Expression::arguments), expression.arguments,
        [&](Place<Expression> argument, const draft::Expression& from) { write_expression(argument, from); });
  }

  void write_example(Place<Example> place, const draft::Example& example) {
    write_text(place.of(&Example::text), example.text);
    write_texts(place.of(&Example::expected), example.expected);
    place->fires = example.fires ? 1 : 0;
    place->line = example.line;
  }

  void write_rule(Place<Rule> place, const draft::Rule& rule) {
    write_text(place.of(&Rule::name), rule.name);
    write_text(place.of(&Rule::pattern), rule.pattern);
    place->source = rule.source;
    place->line = rule.line;
    place->start = rule.start;
    place->code_begin = rule.code_begin;
    place->code_end = rule.code_end;
    place->has_captures = rule.has_captures;
    place->every_end = rule.target != kNone && rule.target == rule.last_capture ? 1 : 0;
    place->look_ahead = rule.look_ahead;
    place->look_behind = rule.look_behind;
    place->emit = rule.emit;
    place->span_capture = rule.span_capture;
    place->target = rule.target;
    place->negative_ahead = rule.negative_ahead;
    place->negative_behind = rule.negative_behind;
    place->at_start = rule.at_start;
    place->at_end = rule.at_end;
    fill(place.of(&Rule::capture_types), rule.capture_types,
         [](Place<CaptureType> type, const std::pair<std::uint32_t, std::uint32_t>& from) {
           type->capture = from.first;
           type->type = from.second;
         });
    fill(place.of(&Rule::set), rule.set, [&](Place<Setter> setter, const draft::Setter& from) {
      setter->attribute = from.attribute;
      write_expression(setter.of(&Setter::expression), from.expression);
    });
    fill(place.of(&Rule::examples), rule.examples,
         [&](Place<Example> example, const draft::Example& from) { write_example(example, from); });
  }

  void write_layer(Place<Layer> place, const draft::Layer& layer, std::size_t types) {
    write_text(place.of(&Layer::name), layer.name);
    place->mode = layer.mode;
    fill(place.of(&Layer::rules), layer.rules,
         [&](Place<Rule> rule, const draft::Rule& from) { write_rule(rule, from); });
    copy(place.of(&Layer::atoms), layer.atoms);
    fill(place.of(&Layer::tests), layer.tests, [&](Place<Test> test, const draft::Test& from) {
      copy(test.of(&Test::all), from.all);
      copy(test.of(&Test::none), from.none);
    });
    copy(place.of(&Layer::code), layer.code);
    write_atom_index(place, layer, types);
    copy(place.of(&Layer::target_types), targets_of(layer));
  }

  void write_atom_index(Place<Layer> place, const draft::Layer& layer, std::size_t types) {
    std::vector<WordAtom> words;
    std::vector<std::uint32_t> shapes, regexes, marks(types * kMarkParts, kNone);
    place->glued = place->first = place->newline = kNone;
    for (std::uint32_t i = 0; i < layer.atoms.size(); ++i) {
      const Atom& atom = layer.atoms[i];
      if (atom.kind == AtomKind::kGlued) place->glued = i;
      if (atom.kind == AtomKind::kFirst) place->first = i;
      if (atom.kind == AtomKind::kNewline) place->newline = i;
      if (atom.kind == AtomKind::kWord) words.push_back({atom.id, i});
      if (atom.kind == AtomKind::kShape) shapes.push_back(i);
      if (atom.kind == AtomKind::kRegex) regexes.push_back(i);
      if (atom.kind == AtomKind::kMark) marks[atom.id * kMarkParts + static_cast<std::size_t>(atom.part)] = i;
    }
    std::sort(words.begin(), words.end(),
              [](const WordAtom& a, const WordAtom& b) { return a.word < b.word; });
    copy(place.of(&Layer::word_atoms), words);
    copy(place.of(&Layer::shape_atoms), shapes);
    copy(place.of(&Layer::regex_atoms), regexes);
    copy(place.of(&Layer::mark_atoms), marks);
  }

  // The types of the annotations that a layer's rules say something of; none where a rule emits annotations.
  static std::vector<std::uint32_t> targets_of(const draft::Layer& layer) {
    std::vector<std::uint32_t> targets;
    for (const draft::Rule& rule : layer.rules) {
      if (rule.emit != kNone) return {};
      const auto known = std::find_if(rule.capture_types.begin(), rule.capture_types.end(),
                                      [&](const auto& type) { return type.first == rule.target; });
      const std::uint32_t type = known == rule.capture_types.end() ? kNone : known->second;
      if (std::find(targets.begin(), targets.end(), type) == targets.end()) targets.push_back(type);
    }
    return targets;
  }

  void write_regex_table(Place<RegexTable> place, const draft::RegexTable& table) {
    std::vector<std::uint32_t> ascii;
    for (auto edge = table.edges.begin(); ascii.size() < RegexTable::kAscii;) {
      if (edge + 1 != table.edges.end() && (edge + 1)->code == ascii.size()) ++edge;
      ascii.push_back(edge->cls);
    }
    copy(place.of(&RegexTable::ascii), ascii);
    copy(place.of(&RegexTable::edges), table.edges);
    place->classes = table.classes;
    copy(place.of(&RegexTable::next), table.next);
    copy(place.of(&RegexTable::accepts), table.accepts);
    fill(place.of(&RegexTable::matched), table.matched,
         [&](Place<RelativeArray<std::uint32_t>> set, const std::vector<std::uint32_t>& from) {
           copy(set, from);
         });
    copy(place.of(&RegexTable::others), table.others);
  }

  // ------------------------------------------------------------ the whole

  void write_datelines(Place<Program> place, const draft::Program& program) {
    fill(place.of(&Program::datelines), program.datelines,
         [&](Place<DatelinePattern> dateline, const draft::Dateline& from) {
           write_text(dateline.of(&DatelinePattern::name), from.name);
           write_text(dateline.of(&DatelinePattern::pattern), from.pattern);
           fill(dateline.of(&DatelinePattern::needs), from.needs,
                [&](Place<RelativeArray<RelativeText>> group, const std::vector<std::string>& texts) {
                  write_texts(group, texts);
                });
           fill(dateline.of(&DatelinePattern::yes), from.yes,
                [&](Place<DatelineExample> example, const std::pair<std::string, std::string>& pair) {
                  write_text(example.of(&DatelineExample::text), pair.first);
                  write_text(example.of(&DatelineExample::expected), pair.second);
                });
           write_texts(dateline.of(&DatelinePattern::no), from.no);
         });
    fill(place.of(&Program::months), program.months,
         [&](Place<MonthName> month, const std::pair<std::string, int>& from) {
           write_text(month.of(&MonthName::name), from.first);
           month->number = from.second;
         });
  }

  void write_program(Place<Program> place, const draft::Program& program) {
    write_text(place.of(&Program::language), program.language);
    write_text(place.of(&Program::hash), program.hash);
    fill(place.of(&Program::sources), program.sources,
         [&](Place<Source> source, const std::string& path) { write_text(source.of(&Source::path), path); });
    write_names(place.of(&Program::types), program.types);
    write_names(place.of(&Program::attributes), program.attributes);
    write_names(place.of(&Program::captures), program.captures);
    write_names(place.of(&Program::words), program.words);
    write_names(place.of(&Program::exact_words), program.exact_words);
    fill(place.of(&Program::rows), program.rows,
         [&](Place<LexiconRow> row, const draft::LexiconRow& from) { write_row(row, from); });
    write_lexicon(place.of(&Program::lexicon), program.lexicon);
    write_texts(place.of(&Program::regexes), program.regexes);
    write_regex_table(place.of(&Program::regex_table), make_regex_table(program.regexes));
    fill(place.of(&Program::layers), program.layers, [&](Place<Layer> layer, const draft::Layer& from) {
      write_layer(layer, from, program.types.size());
    });
    write_datelines(place, program);
  }

  std::string bytes_;
  std::unordered_map<std::string, std::size_t> texts_;  // where each text lies
};

Diagnostic refusal(std::string what) {
  return error("this is no image of rules that this program can use: " + std::move(what));
}

}  // namespace

Result<std::string> write_image(std::span<const draft::Program> programs) { return Writer().run(programs); }

Result<std::span<const Program>> open_image(std::string_view image, ImageCheck check) {
  Header header;
  if (image.size() < sizeof header + sizeof(Root)) return refusal("it is cut short");
  std::memcpy(&header, image.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return refusal("it does not begin as one");
  if (header.version != kVersion) return refusal("its version is " + std::to_string(header.version));
  if (header.size != image.size()) return refusal("it is cut short");
  if (check == ImageCheck::kWhole && header.checksum != checksum(image.substr(sizeof header)))
    return refusal("its checksum is wrong");
  const auto* root = reinterpret_cast<const Root*>(image.data() + sizeof header);
  return std::span<const Program>(root->programs.data(), root->programs.size());
}

}  // namespace figmine
