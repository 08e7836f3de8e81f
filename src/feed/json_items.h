// feed/json_items: the articles of JSON Lines, and of a JSON file that holds one object or an array of them.
// They are cut apart here and read by document/jsonl. Tested by tests/unit/feed_test.cc.
#pragma once

#include <memory>

#include "feed/container.h"

namespace figmine {

// A line an article, blank lines apart; constant memory.
[[nodiscard]] std::unique_ptr<Container> open_json_lines(FileEntry file, std::unique_ptr<ByteStream> bytes,
                                                         const FeedLimits& limits);

// {"text": …}, [{…}, …] or objects one after the other; constant memory. A single object has the file's name.
[[nodiscard]] std::unique_ptr<Container> open_json(FileEntry file, std::unique_ptr<ByteStream> bytes,
                                                   const FeedLimits& limits);

// Whether a file that is called .json begins like one that holds articles: many hold something else.
[[nodiscard]] bool holds_articles(std::string_view head);

}  // namespace figmine
