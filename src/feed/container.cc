#include "feed/container.h"

#include <fmt/format.h>

namespace figmine {

std::optional<Diagnostic> Expansion::add(std::uint64_t bytes, const FeedLimits& limits) {
  out += bytes;
  const std::uint64_t in = size ? *size : read != nullptr ? read->current.load() : 0;
  if (out <= limits.expansion_free_bytes + in * limits.expansion) return std::nullopt;
  exhausted = true;
  return error(fmt::format("expands to more than {} times its size", limits.expansion),
               "if this is no attack, unpack the archive and give the folder");
}

std::string numbered(const std::string& name, std::uint64_t number) {
  return fmt::format("{}/{:06}", name, number);
}

}  // namespace figmine
