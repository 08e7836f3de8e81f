// tests/support: what several test files need: the shipped rules, compiled once a process, and files'
// contents.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "figmine/figmine.h"

namespace figmine {

// The engine of the shipped rules.
inline const Engine& engine() {
  static const Result<Engine> made = Engine::create({});
  return made.value();
}

// The bytes of a file; empty when it can't be read.
inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace figmine
