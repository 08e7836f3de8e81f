// match/time_functions: the functions of the rule language that name, move and divide times; rules/README.md
// lists them. Arguments that a function can't use give no value. Tested by tests/unit/times_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "match/annotation.h"

namespace figmine {

// What relative words are resolved against: the publication date, where it is known.
struct Now {
  std::optional<Day> reference;
};

using TimeFunction = Value (*)(const std::vector<Value>& arguments, const Now& now);

[[nodiscard]] const std::map<std::string_view, TimeFunction>& time_functions();

}  // namespace figmine
