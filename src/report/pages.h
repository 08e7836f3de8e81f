// report/pages: the files of report/page/ that are built into the program. Made by tools/embed/embed.cmake.
#pragma once

#include <span>

#include "ruleset/embedded.h"

namespace figmine {

// Sorted by path, relative to report/page/. Valid for the life of the program.
[[nodiscard]] std::span<const EmbeddedFile> embedded_report_pages();

}  // namespace figmine
