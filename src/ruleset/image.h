// ruleset/image: a compiled program as bytes, so that a start of the program parses no rule file. The image
// of the shipped rules is made while building (tools/embed/make_image.cc) and built into the library;
// `--rules` compiles as ever. Tables are stored as they lie in memory: an image is for the machine and the
// build that made it. Tested by tests/unit/image_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "figmine/result.h"
#include "ruleset/program.h"

namespace figmine {

[[nodiscard]] std::string to_image(const Program& program);

// Errors: bytes that are no image of this version, or are cut short.
[[nodiscard]] Result<std::shared_ptr<const Program>> from_image(std::string_view image);

}  // namespace figmine
