// feed/article: one article on its way in: bytes with what its container said of them. Made by feed/, taken
// by batch/, cli/ and server/.
#pragma once

#include <optional>
#include <string>

#include "figmine/figmine.h"

namespace figmine {

// Plain value, owns its bytes.
struct Article {
  std::string name;    // '/'-separated relative path, unique in a feed: "2026/a.txt", "pack.zip/b.html"
  std::string source;  // where it came from, for the record and for messages
  std::string bytes;
  Input input = Input::kAuto;
  std::string id;  // the container's own id; may be empty
};

// What `article` is extracted with; `base` holds what the user asked for, which outranks what a container
// says.
[[nodiscard]] ExtractOptions options_for(const Article& article, const ExtractOptions& base);

}  // namespace figmine
