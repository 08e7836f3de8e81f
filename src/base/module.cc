#include "base/module.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>

namespace figmine {
namespace {

namespace fs = std::filesystem;

// build/figmine has its modules in build/lib/figmine, bin/figmine and the programs in build/tests theirs in
// ../lib/figmine.
fs::path path_of(const std::string& file) {
  std::error_code code;
  const fs::path folder = fs::read_symlink("/proc/self/exe", code).parent_path();
  const fs::path beside = folder / "lib/figmine" / file;
  return fs::exists(beside, code) ? beside : folder.parent_path() / "lib/figmine" / file;
}

Diagnostic failure(const std::string& file) {
  const char* const reason = ::dlerror();
  return error(fmt::format("a part of figmine can't be loaded: {}", reason == nullptr ? file : reason),
               fmt::format("install figmine anew: {} belongs to it", file));
}

}  // namespace

Result<const void*> load_symbol(const std::string& name) {
  const std::string file = "figmine-" + name + ".so";
  void* const module = ::dlopen(path_of(file).c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) return failure(file);
  const void* const symbol = ::dlsym(module, ("figmine_" + name).c_str());
  if (symbol == nullptr) return failure(file);
  return symbol;
}

}  // namespace figmine
