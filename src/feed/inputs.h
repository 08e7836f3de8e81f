// feed/inputs: the files that the user's arguments name, folders walked through. Tested by
// tests/unit/feed_test.cc.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "feed/feed.h"
#include "feed/selection.h"

namespace figmine {

// The FileEntry of each file, given or found, in order; a FailedEntry for a folder that can't be read and, if
// names must be unique, for a file whose name an earlier one has.
[[nodiscard]] std::unique_ptr<Container> open_inputs(const std::vector<std::string>& inputs,
                                                     const FeedOptions& options, const Selection& selection,
                                                     ReadCount* count);

// Whether a file that was not given by itself is to be opened: its type is known, and it is selected or may
// hold what is.
[[nodiscard]] bool to_open(const std::string& name, const Selection& selection);

// The bytes of all files that would be opened; 0 where one of them is a stream.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<std::string>& inputs, const FeedOptions& options,
                                        const Selection& selection);

}  // namespace figmine
