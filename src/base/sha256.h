// base/sha256: SHA-256 (FIPS 180-4) through Nettle, for ids, for the hash of a rule set and for what a page
// may run. Tested by tests/unit/base_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace figmine {

// Lower-case hexadecimal digest (64 characters) of the parts, one after the other.
[[nodiscard]] std::string sha256_hex(const std::vector<std::string_view>& parts);

// The digest in base64 (RFC 4648, section 4; 44 characters).
[[nodiscard]] std::string sha256_base64(std::string_view text);

}  // namespace figmine
