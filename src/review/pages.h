// review/pages: the files of review/page/ that are built into the program. Made by tools/embed/embed.cmake.
#pragma once

#include <span>

#include "ruleset/embedded.h"

namespace figmine {

// Sorted by path, relative to review/page/. Valid for the life of the program.
[[nodiscard]] std::span<const EmbeddedFile> embedded_review_pages();

}  // namespace figmine
