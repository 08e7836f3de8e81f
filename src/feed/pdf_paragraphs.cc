// Pages of lines -> paragraphs: what is the page's and not the text's is left out, what a line's end has cut
// is put together.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "feed/pdf.h"

namespace figmine {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

using Lines = std::vector<std::string_view>;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

Lines split(std::string_view text, char separator) {
  Lines out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::vector<Lines> pages_of(std::string_view text) {
  std::vector<Lines> pages;
  for (const std::string_view page : split(text, '\f')) {
    Lines lines = split(page, '\n');
    for (std::string_view& line : lines) line = trimmed(line);
    if (std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return !line.empty(); }))
      pages.push_back(std::move(lines));
  }
  return pages;
}

// What the edge lines of several pages have in common: "Annual Report # of #" of "Annual Report 3 of 12"; of
// a bare number its distance from the page's, so that page numbers agree and a table's figures don't.
std::string edge_key(std::string_view line, std::size_t page) {
  std::string key;
  bool bare = true;
  long long number = -1;
  for (const char c : line) {
    if (is_digit(c)) {
      if (!key.ends_with('#')) key += '#';
      constexpr long long kMany = 100'000;
      if (bare && number < kMany) number = std::max(0LL, number) * 10 + (c - '0');
    } else {
      bare = bare && !is_lower(c) && !is_upper(c) && !is_high(c);
      key += c;
    }
  }
  if (bare && number >= 0) key += " at " + std::to_string(number - static_cast<long long>(page));
  return key;
}

// "Page 3", "Page 3 of 12": columns may put it into the middle.
bool names_page(std::string_view line) {
  const std::string key = edge_key(line, 0);
  return key == "Page #" || key == "Page # of #" || key == "page #" || key == "page # of #";
}

// The places of the first and last lines that are not empty, outermost first.
std::vector<std::size_t> edge_places(const Lines& page, bool top) {
  constexpr std::size_t kEdge = 3;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < page.size() && out.size() < kEdge; ++i) {
    const std::size_t place = top ? i : page.size() - 1 - i;
    if (!page[place].empty()) out.push_back(place);
  }
  return out;
}

void remove_edges(std::vector<Lines>& pages, bool top) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::set<std::string> keys;
    for (const std::size_t place : edge_places(pages[page], top))
      keys.insert(edge_key(pages[page][place], page));
    for (const std::string& key : keys) ++counts[key];
  }
  // A chapter's running head stands on some pages only.
  const std::size_t enough = std::clamp<std::size_t>((pages.size() + 1) / 2, 2, 3);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const std::size_t place : edge_places(pages[page], top)) {
      if (counts[edge_key(pages[page][place], page)] < enough) break;
      pages[page][place] = {};
    }
  }
}

// The letters, digits and inner marks that the text begins or ends with: "ship-" of "to ship-".
std::string_view last_word(std::string_view text) { return text.substr(text.find_last_of(" \t") + 1); }
std::string_view first_word(std::string_view text) {
  std::string_view word = text.substr(0, text.find_first_of(" \t"));
  while (!word.empty() && !is_lower(word.back()) && !is_upper(word.back()) && !is_digit(word.back()) &&
         !is_high(word.back()))
    word.remove_suffix(1);
  return word;
}

class Joiner {
 public:
  explicit Joiner(const std::vector<Lines>& pages) : pages_(pages) { survey(); }

  std::string run() {
    for (const Lines& page : pages_) {
      gap_ = true;
      new_page_ = true;
      for (const std::string_view line : page) {
        if (line.empty()) {
          gap_ = true;
        } else {
          add(line);
        }
      }
    }
    if (!out_.empty()) out_ += '\n';
    drop_soft_hyphens();
    return std::move(out_);
  }

 private:
  // The usual length of a full line, and the words, to know which hyphens are the word's own.
  void survey() {
    std::vector<std::size_t> lengths;
    for (const Lines& page : pages_) {
      for (const std::string_view line : page) {
        if (line.empty()) continue;
        lengths.push_back(line.size());
        for (const std::string_view part : split(line, ' ')) {
          const std::string_view word = first_word(part);
          if (word.size() == part.size() || !part.substr(word.size()).starts_with('-')) words_.insert(word);
        }
      }
    }
    if (lengths.empty()) return;
    const auto full = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 8 / 10);
    std::nth_element(lengths.begin(), full, lengths.end());
    width_ = std::max(width_, *full);
  }

  void add(std::string_view line) {
    if (out_.empty()) {
      out_ = line;
    } else if (!goes_on(line)) {
      out_.append("\n\n").append(line);
    } else {
      join(line);
    }
    last_size_ = line.size();
    gap_ = false;
    new_page_ = false;
  }

  // Whether the line goes on with the paragraph before it.
  bool goes_on(std::string_view line) const {
    const bool lower = is_lower(line.front());
    if (new_page_) return lower && !ends_sentence();
    if (gap_ || starts_item(line)) return false;
    constexpr std::size_t kFull = 7;  // tenths of the width
    return lower || last_size_ * 10 >= width_ * kFull;
  }

  bool ends_sentence() const {
    return std::string_view(".!?:").find(out_.back()) != std::string_view::npos || out_.ends_with("”");
  }

  static bool starts_item(std::string_view line) {
    for (const std::string_view mark : {"• ", "- ", "– ", "* ", "▪ ", "● ", "o "}) {
      if (line.starts_with(mark)) return true;
    }
    return false;
  }

  void join(std::string_view line) {
    if (cut_by_hyphen(line)) {
      if (hyphen_is_the_lines(line)) out_.pop_back();
    } else if (!out_.ends_with(kSoftHyphen)) {
      out_ += ' ';
    }
    out_ += line;
  }

  void drop_soft_hyphens() {
    std::string kept;
    kept.reserve(out_.size());
    for (std::size_t at = 0; at < out_.size();) {
      const std::size_t end = std::min(out_.find(kSoftHyphen, at), out_.size());
      kept.append(out_, at, end - at);
      at = end + kSoftHyphen.size();
    }
    out_ = std::move(kept);
  }

  bool cut_by_hyphen(std::string_view line) const {
    const std::size_t size = out_.size();
    if (size < 2 || out_[size - 1] != '-') return false;
    const auto of_word = [](char c) { return is_lower(c) || is_upper(c) || is_digit(c) || is_high(c); };
    return of_word(out_[size - 2]) && of_word(line.front());
  }

  // "ship-" "ments" but not "year-on-" "year", "Asia-" "Pacific" or what the text writes with a hyphen
  // elsewhere.
  bool hyphen_is_the_lines(std::string_view line) const {
    const std::string_view left = last_word(out_);
    const std::string_view right = first_word(line);
    if (!is_lower(line.front()) || !(is_lower(left[left.size() - 2]) || is_high(left[left.size() - 2])))
      return false;
    const std::string with = std::string(left).append(right);
    const std::string without = std::string(left.substr(0, left.size() - 1)).append(right);
    if (words_.contains(without)) return true;
    return !words_.contains(with) && left.find('-') == left.size() - 1;
  }

  const std::vector<Lines>& pages_;
  std::unordered_set<std::string_view> words_;
  std::size_t width_ = 20;  // bytes of a full line; no column of prose is narrower
  std::string out_;
  std::size_t last_size_ = 0;
  bool gap_ = false;
  bool new_page_ = false;
};

}  // namespace

std::string paragraphs_of(std::string_view text) {
  std::vector<Lines> pages = pages_of(text);
  if (pages.size() > 1) {
    remove_edges(pages, true);
    remove_edges(pages, false);
  }
  for (Lines& page : pages) std::replace_if(page.begin(), page.end(), names_page, std::string_view());
  return Joiner(pages).run();
}

}  // namespace figmine
