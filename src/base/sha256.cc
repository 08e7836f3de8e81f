#include "base/sha256.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace figmine {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Digest digest_of(const std::vector<std::string_view>& parts) {
  sha256_ctx context;
  sha256_init(&context);
  for (const std::string_view part : parts)
    sha256_update(&context, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
  Digest digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256_hex(const std::vector<std::string_view>& parts) {
  const Digest digest = digest_of(parts);
  std::string out;
  out.reserve(2 * digest.size());
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const std::uint8_t byte : digest) {
    out += kDigits[byte / 16];
    out += kDigits[byte % 16];
  }
  return out;
}

std::string sha256_base64(std::string_view text) {
  const Digest digest = digest_of({text});
  std::string out(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
  base64_encode_raw(out.data(), digest.size(), digest.data());
  return out;
}

}  // namespace figmine
