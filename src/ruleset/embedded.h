// ruleset/embedded: the rule files that are built into the library, so that one file runs anywhere. Made by
// tools/embed/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace figmine {

struct EmbeddedFile {
  std::string_view path;  // relative to the folder that was embedded: "en/numbers.toml"
  std::string_view content;
};

// All rule files, sorted by path. Valid for the life of the program.
[[nodiscard]] std::span<const EmbeddedFile> embedded_rules();

// One file: the image (ruleset/image.h) of all languages of the shipped rules.
[[nodiscard]] std::span<const EmbeddedFile> embedded_images();

}  // namespace figmine
