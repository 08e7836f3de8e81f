// ruleset/image: programs as one block of bytes without pointers, made from drafts and used in place. The
// shipped rules' image is made when the program is built and lies in the executable, so that a start reads
// and allocates nothing; docs/image.md tells more. Tested by tests/unit/image_test.cc.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "figmine/result.h"
#include "ruleset/draft.h"
#include "ruleset/program.h"

namespace figmine {

// The same drafts give the same bytes. Error: they do not fit into 2 GB.
[[nodiscard]] Result<std::string> write_image(std::span<const draft::Program> programs);

enum class ImageCheck {
  kHeader,  // for bytes that lie in the executable: nothing but the header is read
  kWhole    // the checksum of all bytes too
};

// The programs in the order in which they were written. They lie in the image: it must outlive them, and
// begin at an address that 8 divides. Error: no image, one of another version, cut short or changed.
[[nodiscard]] Result<std::span<const Program>> open_image(std::string_view image, ImageCheck check);

}  // namespace figmine
