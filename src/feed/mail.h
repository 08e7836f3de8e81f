// feed/mail: an e-mail (RFC 5322, MIME) -> its text as an article, and its attachments as files. Tested by
// tests/unit/feed_test.cc.
#pragma once

#include <memory>
#include <string>

#include "feed/container.h"

namespace figmine {

// First the mail's text: Subject is its title, Date its day; text/plain before text/html unless it is blank.
// Then each attachment, with the mail's day, and each mail in it ("mail.eml/attached-2.eml").
[[nodiscard]] std::unique_ptr<Container> open_mail(FileEntry file, const std::string& bytes);

}  // namespace figmine
