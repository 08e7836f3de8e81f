#include "match/annotation.h"

#include <fmt/format.h>

#include <utility>

namespace figmine {
namespace {

std::string duration_text(const Time& time) {
  constexpr std::string_view kUnits = "DWMQHY";
  const std::string count = time.count ? time.count->to_string() : "X";
  if (time.grain == Grain::kQuarter)
    return fmt::format("P{}M", (time.count.value_or(Decimal(0)) * Decimal(3)).to_string());
  if (time.grain == Grain::kHalf)
    return fmt::format("P{}M", (time.count.value_or(Decimal(0)) * Decimal(6)).to_string());
  return fmt::format("P{}{}", count, kUnits[static_cast<std::size_t>(time.grain)]);
}

std::string time_text(const Time& time) {
  if (time.kind == Time::Kind::kDuration || time.kind == Time::Kind::kSet) return duration_text(time);
  const std::string start = time.interval.start ? to_iso(*time.interval.start) : "";
  const std::string end = time.interval.end ? to_iso(*time.interval.end) : "";
  return time.kind == Time::Kind::kDate && start == end ? start : start + ".." + end;
}

}  // namespace

std::string to_text(const Value& value) {
  struct Printer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(bool b) const { return b ? "true" : "false"; }
    std::string operator()(const Decimal& d) const { return d.to_string(); }
    std::string operator()(const std::string& s) const { return s; }
    std::string operator()(const Time& t) const { return time_text(t); }
    std::string operator()(const Ratio& r) const { return r.numerator.str() + "/" + r.denominator.str(); }
    std::string operator()(const TokenRange& r) const { return fmt::format("[{},{})", r.begin, r.end); }
  };
  return std::visit(Printer{}, value);
}

const Annotation::Told Annotation::kNothing;

void Annotation::tell(Features features, std::vector<Capture> captures) {
  if (features.empty() && captures.empty()) return;
  told_ = std::make_unique<Told>(Told{std::move(features), std::move(captures)});
}

Annotation& Analysis::add(TypeId type, TokenRange tokens) {
  older_.push_back(
      std::exchange(newest_[tokens.begin - range.begin], static_cast<std::uint32_t>(annotations.size())));
  if (type / 64 >= types_.size()) types_.resize(type / 64 + 1, 0);
  types_[type / 64] |= std::uint64_t{1} << (type % 64);
  Annotation& annotation = annotations.emplace_back();
  annotation.type = type;
  annotation.range = tokens;
  return annotation;
}

std::uint32_t Analysis::find(TokenRange tokens, std::uint32_t type) const {
  if (tokens.empty() || tokens.begin < range.begin || tokens.end > range.end) return kNone;
  for (const std::uint32_t index : beginning_at(tokens.begin)) {
    if (annotations[index].range == tokens && (type == kNone || annotations[index].type == type))
      return index;
  }
  return kNone;
}

Value feature(const Program& program, const Annotation& annotation, Wanted name) {
  const std::uint32_t id = program.attributes.find(name);
  if (id == kNone) return {};
  for (const auto& [key, value] : annotation.features()) {
    if (key == id) return value;
  }
  if (annotation.row == kNone) return {};
  const std::string_view text = program.row_attribute(annotation.row, name);
  return text.empty() ? Value() : Value(std::string(text));
}

std::string feature_text(const Program& program, const Annotation& annotation, Wanted name) {
  return to_text(feature(program, annotation, name));
}

}  // namespace figmine
