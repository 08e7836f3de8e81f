// feed/xml_items: the articles of RSS 0.9x-2.0 and 1.0, Atom (RFC 4287), NewsML-G2 and NITF, as HTML with
// what the XML says of them. No entity but XML's own five is ever expanded. Tested by
// tests/unit/feed_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "feed/container.h"

namespace figmine {

struct XmlFile {
  std::unique_ptr<Container> items;  // null where the file is neither a feed nor a news item
  std::string root;                  // local name of the outermost element
};

// The file is held whole until its last article is given. A document of one news item has the file's name;
// the items of others are numbered. Errors: not well-formed, with the line.
[[nodiscard]] Result<XmlFile> open_xml(FileEntry file, std::string_view bytes);

}  // namespace figmine
