// feed/archive: the entries of .zip and .tar files, and the contents of compressed ones, by libarchive, as
// streams. Tested by tests/unit/feed_test.cc.
#pragma once

#include <memory>

#include "feed/container.h"

namespace figmine {

// The regular files of a zip or tar archive (compressed by gzip or zstd, or not) in its order. Hidden ones
// and links are left out. Errors become entries in their place: what is encrypted or damaged, a second entry
// of a name, and what exceeds the limits.
[[nodiscard]] std::unique_ptr<Container> open_archive(FileEntry file, std::unique_ptr<ByteStream> bytes,
                                                      const FeedLimits& limits);

// What gzip or zstd data expand to, however often they were compressed. Errors when read: damaged or cut
// short, beyond the limits.
[[nodiscard]] std::unique_ptr<ByteStream> expand(std::unique_ptr<ByteStream> bytes,
                                                 std::shared_ptr<Expansion> expansion,
                                                 const FeedLimits& limits);

}  // namespace figmine
