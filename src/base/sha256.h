// base/sha256: SHA-256 (FIPS 180-4) through OpenSSL, for ids and for the hash of a rule set. Tested by
// tests/unit/base_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace figmine {

// Lower-case hexadecimal digest (64 characters) of the parts, one after the other.
[[nodiscard]] std::string sha256_hex(const std::vector<std::string_view>& parts);

}  // namespace figmine
