// server/pages: the files of server/page/ that are built into the program. Made by tools/embed/embed.cmake.
#pragma once

#include <span>

#include "ruleset/embedded.h"

namespace figmine {

// Sorted by path, relative to server/page/. Valid for the life of the program.
[[nodiscard]] std::span<const EmbeddedFile> embedded_server_pages();

}  // namespace figmine
