#include "output/read_json.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <charconv>

#include "output/fields.h"

namespace figmine {
namespace {

namespace json = rapidjson;

constexpr std::size_t kMaxRecordBytes = std::size_t{1} << 30U;

std::string_view view(const json::Value& value) { return {value.GetString(), value.GetStringLength()}; }

// A literal that to_json writes: -?(0|[1-9][0-9]*)(.[0-9]+)?
bool is_plain_number(std::string_view text) {
  const auto digits = [&text] {
    const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(size);
    return taken;
  };
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::string_view whole = digits();
  if (whole.empty() || (whole.size() > 1 && whole.front() == '0')) return false;
  if (text.empty()) return true;
  if (text.front() != '.') return false;
  text.remove_prefix(1);
  return !digits().empty() && text.empty();
}

// An object that is being read, and which of its members were asked for.
struct Open {
  const json::Value* object = nullptr;
  std::string step;      // ".quantity" or "[3]": from the object around it
  std::size_t next = 0;  // members mostly stand in the order in which they are asked for
  std::size_t taken = 0;
};

// Reads what output/fields.h runs through. The first thing that is wrong is kept, and what follows is read in
// vain.
class ResultReader {
 public:
  ResultReader(DocumentResult& result, OffsetUnit unit) : result_(result), unit_(unit) {}

  std::optional<Diagnostic> read_record(const json::Value& value) {
    find_text(value);
    if (!problem_) read(value, "", result_);
    return problem_;
  }

  // The verbs of output/fields.h.
  void constant(std::string_view name, std::string_view wanted) {
    std::string found;
    text(name, found);
    if (!problem_ && found != wanted)
      fail(name, fmt::format("is \"{}\", this program reads \"{}\"", found, wanted));
  }
  void text(std::string_view name, std::string& out) {
    if (const json::Value* value = need(name)) set_text(name, *value, out);
  }
  void text_if(std::string_view name, std::string& out) {
    if (const json::Value* value = find(name)) set_text(name, *value, out);
  }
  void text_or_null(std::string_view name, std::optional<std::string>& out) {
    const json::Value* value = need(name);
    if (value != nullptr && !value->IsNull()) set_text(name, *value, out.emplace());
  }
  void choice(std::string_view name, std::string& out, names::List allowed) {
    text(name, out);
    check_choice(name, out, allowed);
  }
  void choice_if(std::string_view name, std::string& out, names::List allowed) {
    text_if(name, out);
    if (!out.empty()) check_choice(name, out, allowed);
  }
  void flag_if(std::string_view name, bool& out) { flag(name, out); }
  void flag_unless(std::string_view name, bool& out) { flag(name, out); }
  void number(std::string_view name, std::string& out) {
    if (const json::Value* value = need(name)) set_number(name, *value, out);
  }
  void number_if(std::string_view name, std::optional<std::string>& out) {
    if (const json::Value* value = find(name)) set_number(name, *value, out.emplace());
  }
  void count_if(std::string_view name, int& out) {
    if (const json::Value* value = find(name)) set_binary(name, *value, out);
  }
  void score(std::string_view name, double& out) {
    if (const json::Value* value = need(name)) set_binary(name, *value, out);
  }
  void fraction_if(std::string_view name, std::optional<std::pair<std::string, std::string>>& out) {
    const json::Value* value = find(name);
    if (value == nullptr) return;
    if (!value->IsArray() || value->Size() != 2) return fail(name, "is no pair of numbers");
    out.emplace();
    set_number(name, (*value)[0], out->first);
    set_number(name, (*value)[1], out->second);
  }
  void span(Span& out) {
    if (const json::Value* value = need("span")) read(*value, ".span", out);
  }
  void span_if(Span& out) {
    if (const json::Value* value = find("span")) read(*value, ".span", out);
  }
  void span_if(std::optional<Span>& out) {
    if (const json::Value* value = find("span")) read(*value, ".span", out.emplace());
  }
  void quote(std::string_view name, std::string& out, Span& place) {
    text(name, out);
    span(place);
    check_quote(name, out, place);
  }
  void sentence(std::string_view name, Span& place) {
    const json::Value* value = need(name);
    if (value == nullptr || !enter(*value, fmt::format(".{}", name))) return;
    const json::Value* given = find("text");
    span(place);
    std::string quoted;
    if (given != nullptr) {
      set_text("text", *given, quoted);
      check_quote("text", quoted, place);
    }
    leave();
  }
  void canonical_text(std::string_view name) { find(name); }  // read first of all, by find_text
  template <class T>
  void object(std::string_view name, T& out) {
    if (const json::Value* value = need(name)) read(*value, fmt::format(".{}", name), out);
  }
  template <class T>
  void object_if(std::string_view name, std::optional<T>& out) {
    if (const json::Value* value = find(name)) read(*value, fmt::format(".{}", name), out.emplace());
  }
  template <class T>
  void list(std::string_view name, std::vector<T>& out) {
    if (const json::Value* value = need(name)) set_list(name, *value, out);
  }
  template <class T>
  void list_if(std::string_view name, std::vector<T>& out) {
    if (const json::Value* value = find(name)) set_list(name, *value, out);
  }
  template <class T>
  void list_if_wanted(std::string_view name, std::vector<T>& out) {
    list_if(name, out);
  }
  void pairs_if(std::string_view name, std::vector<std::pair<std::string, std::string>>& out) {
    const json::Value* value = find(name);
    if (value == nullptr) return;
    if (!value->IsObject()) return fail(name, "is not an object");
    for (const auto& member : value->GetObject()) {
      out.emplace_back(view(member.name), "");
      set_text(name, member.value, out.back().second);
    }
  }

 private:
  // One value at `step` from the open object.
  template <class T>
  void read(const json::Value& value, std::string step, T& out) {
    if (!enter(value, std::move(step))) return;
    fields(*this, out);
    leave();
  }
  void read(const json::Value& value, const std::string& step, std::string& out) {
    if (!value.IsString()) return fail_at(step, "is not a text");
    out = view(value);
  }
  void read(const json::Value& value, const std::string& step, Span& out) {
    if (!value.IsArray() || value.Size() != 2) return fail_at(step, "is no pair of offsets");
    const std::optional<std::uint32_t> begin = offset(value[0]);
    const std::optional<std::uint32_t> end = offset(value[1]);
    if (!begin || !end || *begin > *end) return fail_at(step, "does not lie in the text");
    out = {*begin, *end};
  }

  std::optional<std::uint32_t> offset(const json::Value& value) const {
    std::uint32_t out = 0;
    if (!value.IsString() || !parse(view(value), out)) return std::nullopt;
    return bytes_ ? bytes_->at(out) : out;
  }

  template <class T>
  static bool parse(std::string_view literal, T& out) {
    const auto [end, code] = std::from_chars(literal.data(), literal.data() + literal.size(), out);
    return code == std::errc() && end == literal.data() + literal.size();
  }

  // The canonical text comes first: all spans are counted in it.
  void find_text(const json::Value& record) {
    if (!record.IsObject()) return;
    const auto document = record.FindMember("document");
    if (document == record.MemberEnd() || !document->value.IsObject()) return;
    const auto text = document->value.FindMember("text");
    if (text == document->value.MemberEnd()) return;
    if (!text->value.IsString()) return fail_at("document.text", "is not a text");
    result_.text = view(text->value);
    bytes_.emplace(result_.text, unit_);
  }

  bool enter(const json::Value& value, std::string step) {
    if (!value.IsObject()) {
      fail_at(step, "is not an object");
      return false;
    }
    open_.push_back({&value, std::move(step)});
    return !problem_;
  }

  void leave() {
    const Open& done = open_.back();
    if (done.taken != done.object->MemberCount()) fail_at("", "has a field that is unknown or stands twice");
    open_.pop_back();
  }

  const json::Value* find(std::string_view name) {
    Open& open = open_.back();
    const auto members = open.object->GetObject();
    const auto begin = members.MemberBegin();
    const auto count = static_cast<std::size_t>(members.MemberEnd() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = (open.next + i) % count;
      const auto& member = *(begin + static_cast<std::ptrdiff_t>(at));
      if (view(member.name) != name) continue;
      open.next = at + 1;
      ++open.taken;
      return problem_ ? nullptr : &member.value;
    }
    return nullptr;
  }

  const json::Value* need(std::string_view name) {
    const json::Value* value = find(name);
    if (value == nullptr) fail(name, "is missing");
    return value;
  }

  void set_text(std::string_view name, const json::Value& value, std::string& out) {
    read(value, fmt::format(".{}", name), out);
  }

  void set_number(std::string_view name, const json::Value& value, std::string& out) {
    if (!value.IsString() || !is_plain_number(view(value))) return fail(name, "is no plain decimal number");
    out = view(value);
  }

  template <class T>
  void set_binary(std::string_view name, const json::Value& value, T& out) {
    if (!value.IsString() || !is_plain_number(view(value)) || !parse(view(value), out))
      fail(name, "is no such number");
  }

  void flag(std::string_view name, bool& out) {
    const json::Value* value = find(name);
    if (value == nullptr) return;
    if (!value->IsBool()) return fail(name, "is neither true nor false");
    out = value->GetBool();
  }

  template <class T>
  void set_list(std::string_view name, const json::Value& value, std::vector<T>& out) {
    if (!value.IsArray()) return fail(name, "is not an array");
    out.reserve(value.Size());
    for (json::SizeType i = 0; i < value.Size(); ++i)
      read(value[i], fmt::format(".{}[{}]", name, i), out.emplace_back());
  }

  void check_choice(std::string_view name, std::string_view value, names::List allowed) {
    if (problem_ || names::contains(allowed, value)) return;
    fail(name, fmt::format("is \"{}\"", value), fmt::format("it is one of: {}", fmt::join(allowed, ", ")));
  }

  void check_quote(std::string_view name, std::string_view quoted, Span place) {
    if (problem_ || !bytes_ || slice(result_.text, place) == quoted) return;
    fail(name, "is not what the text has at the span",
         "are the record's offsets counted in another unit (--offsets)?");
  }

  void fail(std::string_view name, std::string message, std::string hint = {}) {
    fail_at(fmt::format(".{}", name), std::move(message), std::move(hint));
  }

  void fail_at(std::string_view step, std::string message, std::string hint = {}) {
    if (problem_) return;
    std::string path;
    for (const Open& open : open_) path += open.step;
    path += step;
    if (path.starts_with('.')) path.erase(0, 1);
    problem_ =
        error(fmt::format("{} {}", path.empty() ? "the record" : path, std::move(message)), std::move(hint));
  }

  DocumentResult& result_;
  OffsetUnit unit_;
  std::optional<ByteOffsets> bytes_;
  std::vector<Open> open_;
  std::optional<Diagnostic> problem_;
};

Diagnostic bad_json(std::string_view text, const json::Document& parsed) {
  Diagnostic d = error(fmt::format("bad JSON: {}", json::GetParseError_En(parsed.GetParseError())));
  const std::string_view before = text.substr(0, parsed.GetErrorOffset());
  d.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  d.column = static_cast<int>(
                 std::count_if(line.begin(), line.end(),
                               [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; })) +
             1;
  return d;
}

// What error_json wrote in the place of a record.
std::optional<Diagnostic> told_failure(const json::Value& record) {
  if (!record.IsObject()) return std::nullopt;
  const auto failure = record.FindMember("error");
  if (failure == record.MemberEnd() || !failure->value.IsObject()) return std::nullopt;
  const auto member = [&](const char* name) -> std::string {
    const auto found = failure->value.FindMember(name);
    return found != failure->value.MemberEnd() && found->value.IsString() ? std::string(view(found->value))
                                                                          : std::string();
  };
  return error("the article could not be read: " + member("message"), member("hint"));
}

}  // namespace

Result<DocumentResult> from_json(std::string_view text, OffsetUnit offsets) {
  if (text.size() > kMaxRecordBytes) return error("the record is larger than a gigabyte");
  json::Document parsed;
  constexpr unsigned kFlags =
      json::kParseIterativeFlag | json::kParseNumbersAsStringsFlag | json::kParseValidateEncodingFlag;
  parsed.Parse<kFlags>(text.data(), text.size());
  if (parsed.HasParseError()) return bad_json(text, parsed);
  if (std::optional<Diagnostic> failure = told_failure(parsed)) return *failure;
  DocumentResult result;
  if (std::optional<Diagnostic> problem = ResultReader(result, offsets).read_record(parsed)) return *problem;
  return result;
}

}  // namespace figmine
