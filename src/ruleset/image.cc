#include "ruleset/image.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace figmine {
namespace {

constexpr std::string_view kMagic = "figmine program 1\n";

// Whether a value is stored as its bytes: no pointer and no hole in it.
template <class T>
constexpr bool kPlain = std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T>;

// Found by argument-dependent lookup for our own types; these are not.
template <class Io, class A, class B>
void transfer(Io& io, std::pair<A, B>& pair);
template <class Io>
void transfer(Io& io, std::unordered_map<std::string, std::string>& settings);

class Writer {
 public:
  static constexpr bool kReads = false;
  std::string bytes;

  template <class T>
  void operator()(T& value) {
    if constexpr (kPlain<T>) {
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      transfer(*this, value);
    }
  }
  void operator()(std::string& text) {
    size(text.size());
    bytes += text;
  }
  template <class T>
  void operator()(std::vector<T>& list) {
    size(list.size());
    if constexpr (kPlain<T>) {
      bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    } else {
      for (T& item : list) (*this)(item);
    }
  }

 private:
  void size(std::uint64_t count) { bytes.append(reinterpret_cast<const char*>(&count), sizeof count); }
};

// After a failure every value read is empty.
class Reader {
 public:
  static constexpr bool kReads = true;
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  [[nodiscard]] bool done() const { return !failed_ && rest_.empty(); }

  template <class T>
  void operator()(T& value) {
    if constexpr (kPlain<T>) {
      copy(&value, sizeof value);
    } else {
      transfer(*this, value);
    }
  }
  void operator()(std::string& text) {
    const std::uint64_t count = size(1);
    text.assign(rest_.substr(0, count));
    rest_.remove_prefix(count);
  }
  template <class T>
  void operator()(std::vector<T>& list) {
    if constexpr (kPlain<T>) {
      list.resize(size(sizeof(T)));
      copy(list.data(), list.size() * sizeof(T));
    } else {
      list.resize(size(1));
      for (T& item : list) (*this)(item);
    }
  }

 private:
  void copy(void* to, std::size_t count) {
    if (count > rest_.size()) failed_ = true;
    if (failed_ || count == 0) return;
    std::memcpy(to, rest_.data(), count);
    rest_.remove_prefix(count);
  }
  // A count of items that take at least `least` bytes each; 0 where the image hasn't as many.
  std::uint64_t size(std::size_t least) {
    std::uint64_t count = 0;
    copy(&count, sizeof count);
    if (count > rest_.size() / least) failed_ = true;
    return failed_ ? 0 : count;
  }

  std::string_view rest_;
  bool failed_ = false;
};

template <class Io, class T>
requires requires(Io& io, T& value) { value.transfer(io); }
void transfer(Io& io, T& value) { value.transfer(io); }

template <class Io, class A, class B>
void transfer(Io& io, std::pair<A, B>& pair) {
  io(pair.first);
  io(pair.second);
}

template <class Io>
void transfer(Io& io, Source& source) {
  io(source.path);
}

template <class Io>
void transfer(Io& io, LexiconTrie& trie) {
  io(trie.edges);
  io(trie.exact_edges);
  io(trie.nodes);
  io(trie.entries);
}

template <class Io>
void transfer(Io& io, Decimal& number) {
  std::string literal;
  if constexpr (!Io::kReads) literal = number.to_string();
  io(literal);
  if constexpr (Io::kReads) number = Decimal::parse(literal).value_or(Decimal());
}

template <class Io>
void transfer(Io& io, Expression& expression) {
  io(expression.kind);
  io(expression.text);
  io(expression.capture);
  io(expression.attribute);
  if (expression.kind == Expression::Kind::kNumber) io(expression.number);
  io(expression.arguments);
}

template <class Io>
void transfer(Io& io, Setter& setter) {
  io(setter.attribute);
  io(setter.expression);
}

template <class Io>
void transfer(Io& io, Example& example) {
  io(example.text);
  io(example.expected);
  io(example.fires);
  io(example.line);
}

template <class Io>
void transfer(Io& io, Rule& rule) {
  io(rule.name);
  io(rule.source);
  io(rule.line);
  io(rule.pattern);
  for (std::uint32_t* number :
       {&rule.start, &rule.look_ahead, &rule.look_behind, &rule.emit, &rule.span_capture, &rule.target})
    io(*number);
  for (bool* flag : {&rule.negative_ahead, &rule.negative_behind, &rule.at_start, &rule.at_end}) io(*flag);
  io(rule.capture_types);
  io(rule.set);
  io(rule.examples);
}

template <class Io>
void transfer(Io& io, Atom& atom) {
  io(atom.kind);
  io(atom.id);
  io(atom.part);
}

template <class Io>
void transfer(Io& io, Test& test) {
  io(test.all);
  io(test.none);
}

template <class Io>
void transfer(Io& io, Instruction& instruction) {
  io(instruction.op);
  io(instruction.a);
  io(instruction.b);
}

template <class Io>
void transfer(Io& io, std::vector<bool>& flags) {
  std::vector<std::uint8_t> bytes(flags.begin(), flags.end());
  io(bytes);
  flags.assign(bytes.begin(), bytes.end());
}

template <class Io>
void transfer(Io& io, Layer& layer) {
  io(layer.name);
  io(layer.mode);
  io(layer.rules);
  io(layer.atoms);
  io(layer.tests);
  io(layer.code);
  transfer(io, layer.uses_type);
}

template <class Io>
void transfer(Io& io, std::unordered_map<std::string, std::string>& settings) {
  std::vector<std::pair<std::string, std::string>> list(settings.begin(), settings.end());
  std::sort(list.begin(), list.end());
  io(list);
  settings.insert(list.begin(), list.end());
}

template <class Io>
void transfer(Io& io, Program& program) {
  io(program.language);
  io(program.hash);
  io(program.sources);
  for (Names* names :
       {&program.types, &program.attributes, &program.captures, &program.words, &program.exact_words})
    io(*names);
  io(program.rows);
  io(program.lexicon);
  io(program.regex_texts);
  io(program.layers);
  io(program.settings);
}

}  // namespace

std::string to_image(const Program& program) {
  Writer writer;
  writer.bytes = kMagic;
  // The writer changes nothing; one function says the fields for both directions.
  writer(const_cast<Program&>(program));
  return std::move(writer.bytes);
}

Result<std::shared_ptr<const Program>> from_image(std::string_view image) {
  if (!image.starts_with(kMagic))
    return error("is no image of a program of this version", "build figmine anew");
  Reader reader(image.substr(kMagic.size()));
  auto program = std::make_shared<Program>();
  reader(*program);
  if (!reader.done()) return error("the image of the program is damaged", "build figmine anew");
  return std::shared_ptr<const Program>(std::move(program));
}

}  // namespace figmine
