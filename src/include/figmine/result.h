// figmine/result.h: a value, or the diagnostics that say why there is none.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "figmine/diagnostic.h"

namespace figmine {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}                  // NOLINT(google-explicit-constructor)
  Result(Diagnostics problems) : state_(std::move(problems)) {}  // NOLINT(google-explicit-constructor)
  Result(Diagnostic problem)
      : state_(Diagnostics{std::move(problem)}) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // Only after ok().
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T value() && {
    return std::get<T>(std::move(state_));
  }  // no reference: none may outlive a Result
  // Only after !ok(); never empty.
  [[nodiscard]] const Diagnostics& errors() const { return std::get<Diagnostics>(state_); }

 private:
  std::variant<T, Diagnostics> state_;
};

// An error without a place.
[[nodiscard]] inline Diagnostic error(std::string message, std::string hint = {}) {
  Diagnostic d;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

}  // namespace figmine
