#include "ruleset/needed_texts.h"

#include <re2/filtered_re2.h>

#include <algorithm>

namespace figmine {
namespace {

constexpr int kShortest = 2;  // characters of a text: "20" of a year

// What RE2 knows of the texts that an expression needs.
class Filter {
 public:
  explicit Filter(const std::string& expression) : filter_(kShortest) {
    int id = 0;
    if (filter_.Add(expression, RE2::Quiet, &id) == RE2::NoError) filter_.Compile(&texts_);
  }

  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }

  // Whether nothing matches where all texts but these are.
  [[nodiscard]] bool needs_one_of(const std::vector<int>& numbers) const {
    std::vector<int> others;
    for (int i = 0; i < static_cast<int>(texts_.size()); ++i) {
      if (std::find(numbers.begin(), numbers.end(), i) == numbers.end()) others.push_back(i);
    }
    std::vector<int> matching;
    filter_.AllPotentials(others, &matching);
    return matching.empty();
  }

 private:
  re2::FilteredRE2 filter_;
  std::vector<std::string> texts_;
};

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::vector<std::vector<std::string>> needed_texts(const std::string& expression) {
  const Filter filter(expression);
  std::vector<std::vector<std::string>> groups;
  std::vector<int> left(filter.texts().size());  // in no group yet
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = static_cast<int>(i);
  while (!left.empty() && filter.needs_one_of(left)) {
    std::vector<int> group = left;  // as few of them as are needed
    for (const int number : left) {
      std::vector<int> fewer = group;
      fewer.erase(std::find(fewer.begin(), fewer.end(), number));
      if (filter.needs_one_of(fewer)) group = std::move(fewer);
    }
    std::vector<std::string> texts;
    for (const int number : group) {
      texts.push_back(filter.texts()[static_cast<std::size_t>(number)]);
      left.erase(std::find(left.begin(), left.end(), number));
    }
    if (texts.empty()) break;  // it matches nothing at all
    if (std::all_of(texts.begin(), texts.end(), is_ascii)) groups.push_back(std::move(texts));
  }
  return groups;
}

std::string folded_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t size = 1;
    if (text.front() >= 'A' && text.front() <= 'Z') {
      out += static_cast<char>(text.front() - 'A' + 'a');
    } else if (text.starts_with("\u017F")) {
      out += 's';
      size = 2;
    } else if (text.starts_with("\u212A")) {
      out += 'k';
      size = 3;
    } else {
      out += text.front();
    }
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace figmine
