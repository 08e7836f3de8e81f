// cli/terminal: a full screen in the terminal, and the keys that are pressed there. However the program ends,
// by a signal too, the terminal is given back as it was found; only kill -9 takes it by surprise.
#pragma once

#include <string>
#include <vector>

#include "review/article_view.h"

namespace figmine::cli {

// One at a time in a process. Standard input and output must be terminals.
class Terminal {
 public:
  // Takes the screen; the destructor gives it back.
  Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal();

  [[nodiscard]] ViewSize size() const;
  // Lines from the top, none wider than the screen.
  void show(const std::vector<std::string>& lines);

  enum class Event {
    kKeys,    // bytes() has them
    kRedraw,  // another size, or the process was suspended and goes on
    kEnd,     // a signal asks for the end, or the terminal is gone
  };
  [[nodiscard]] Event wait();
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  [[nodiscard]] Event on_signal();
  [[nodiscard]] Event read_keys();
  std::string bytes_;
};

}  // namespace figmine::cli
