// feed/folder: the files in a folder and those below it. Tested by tests/unit/feed_test.cc.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "feed/container.h"
#include "feed/selection.h"

namespace figmine {

struct FolderOptions {
  const Selection* selection = nullptr;  // of paths below the root; folders that it excludes are not entered
  std::filesystem::path passed_over;     // a folder, in canonical form; may be empty
  ReadCount* count = nullptr;
};

// The regular files below `root` in the order of their paths, each with its path below `root` as its name.
// Hidden ones, stores of records and links to folders are passed over; a folder that can't be read is an
// error in its place. Holds the names of one folder a level.
[[nodiscard]] std::unique_ptr<Container> open_folder(const std::string& root, const FolderOptions& options);

}  // namespace figmine
