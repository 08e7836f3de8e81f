// feed/selection: which files are wanted, by globs over their '/'-separated path, and names that are safe to
// write under. Tested by tests/unit/feed_test.cc.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "figmine/result.h"

namespace figmine {

// The globs of --include and --exclude. `*` and `?` stay within a folder, `**` goes through any, `[a-z]` is a
// set and `{a,b}` a choice. A glob without '/' is looked for in every folder; what fits a folder's or an
// archive's path goes for all that is in it. Immutable.
class Selection {
 public:
  // Errors: a glob that can't be read.
  [[nodiscard]] static Result<Selection> create(const std::vector<std::string>& include,
                                                const std::vector<std::string>& exclude);

  // Whether a folder or archive is passed over with all that is in it.
  [[nodiscard]] bool excluded(std::string_view path) const;
  [[nodiscard]] bool wanted(std::string_view path) const;

 private:
  using Globs = std::vector<std::shared_ptr<const RE2>>;
  Globs include_;
  Globs exclude_;
};

// The path as one that leads nowhere but below its root: without "", "." and ".." parts and drive letters,
// in valid UTF-8 without control characters, each part no longer than a file's name may be. Empty where
// nothing is left.
[[nodiscard]] std::string safe_name(std::string_view path);

// A part of the path begins with a dot or is macOS's shadow folder of a zip archive.
[[nodiscard]] bool hidden(std::string_view path);

}  // namespace figmine
