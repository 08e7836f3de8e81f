// ruleset/toml: toml++ as this project uses it: errors are values. Tested by tests/unit/rules_test.cc and
// tests/fuzz/fuzz_rules.cc.
#pragma once

#define TOML_EXCEPTIONS 0
// toml++ 3.3 reports a key that begins wrongly ("[[&rule]]"), but asserts before that there is none.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>
