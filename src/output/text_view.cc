#include "output/text_view.h"

#include <fmt/format.h>

#include <vector>

#include "output/amount.h"

namespace figmine {
namespace {

constexpr std::string_view kMark = "\x1b[1;33m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";

std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += (byte < 0x20 && c != '\n') || byte == 0x7F ? ' ' : c;
  }
  return out;
}

std::string line_of(const Fact& fact) {
  std::vector<std::string> parts;
  parts.push_back((fact.measure ? fact.measure->text + ": " : std::string()) + amount_text(fact.quantity, Digits::kPlain));
  if (fact.subject) parts.push_back(fact.subject->name);
  if (fact.share_of) parts.push_back("of " + fact.share_of->text);
  if (fact.change)
    parts.push_back((fact.change->direction.empty() ? "changed" : fact.change->direction) + " (" +
                    fact.change->role + ")");
  if (fact.period) {
    const Period& p = *fact.period;
    parts.push_back(p.start == p.end ? p.start : p.start + "…" + p.end);
  }
  if (fact.status != "reported") parts.push_back(fact.status);
  if (fact.attribution) parts.push_back("says " + fact.attribution->speaker);
  if (!fact.claim) parts.push_back("no claim: " + fact.non_claim_class);
  return printable(fmt::format("{}", fmt::join(parts, " · ")));
}

}  // namespace

std::string to_text_view(const DocumentResult& result, const TextViewOptions& options) {
  std::string out;
  if (result.document.title) out += printable(*result.document.title) + "\n";
  const std::string published = result.document.published.value_or("date unknown");
  out += fmt::format("{} · {} · {} facts\n\n", printable(result.document.id), published, result.facts.size());
  std::uint32_t at = 0;
  std::vector<const Fact*> pending;
  const auto list_pending = [&] {
    for (const Fact* fact : pending)
      out += fmt::format("    {}› {}{}\n", options.colour ? kDim : "", line_of(*fact),
                         options.colour ? kPlain : "");
    pending.clear();
  };
  // A paragraph's facts follow it: at the next line end after the last of them.
  const auto copy_to = [&](std::uint32_t end) {
    while (at < end) {
      const std::size_t line_end = result.text.find('\n', at);
      if (line_end == std::string::npos || line_end >= end) {
        out += printable(slice(result.text, {at, end}));
        at = end;
        return;
      }
      out += printable(slice(result.text, {at, static_cast<std::uint32_t>(line_end)})) + "\n";
      at = static_cast<std::uint32_t>(line_end) + 1;
      list_pending();
    }
  };
  for (const Fact& fact : result.facts) {
    const Span span = fact.quantity.span;
    if (span.begin < at) {
      pending.push_back(&fact);
      continue;
    }
    copy_to(span.begin);
    out += options.colour ? std::string(kMark) : "[";
    out += printable(slice(result.text, span));
    out += options.colour ? std::string(kPlain) : "]";
    at = span.end;
    pending.push_back(&fact);
  }
  copy_to(static_cast<std::uint32_t>(result.text.size()));
  if (!out.ends_with('\n')) out += '\n';
  list_pending();
  for (const Warning& warning : result.warnings)
    out += fmt::format("warning: {}: {}\n", warning.code, printable(warning.message));
  return out;
}

}  // namespace figmine
