#include "report/html.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/html_text.h"

namespace figmine {
namespace {

struct Mark {
  Span span;
  std::string name;  // "3v"
};

std::vector<Mark> marks_of(const DocumentResult& article, std::size_t first) {
  std::vector<Mark> out;
  for (std::size_t i = 0; i < article.facts.size(); ++i) {
    const Fact& fact = article.facts[i];
    const std::string number = std::to_string(first + i);
    const auto add = [&](Span span, char role) {
      if (!span.empty()) out.push_back({span, number + role});
    };
    add(fact.quantity.span, 'v');
    if (fact.measure) add(fact.measure->span, 'm');
    if (fact.subject) add(fact.subject->span, 's');
    if (fact.share_of) add(fact.share_of->span, 'w');
    if (fact.period) add(fact.period->span, 'p');
    if (fact.attribution) add(fact.attribution->span, 'k');
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  return out;
}

// One piece of text that the same marks cover.
std::string piece(std::string_view text, const std::vector<const Mark*>& covering) {
  if (covering.empty()) return html_text(text);
  std::string names;
  std::string id;
  for (const Mark* mark : covering) {
    names += (names.empty() ? "" : " ") + mark->name;
    if (mark->name.ends_with('v')) id = mark->name;
  }
  const std::string data = " data-r=\"" + names + "\"";
  if (id.empty()) return "<span" + data + ">" + html_text(text) + "</span>";
  return "<mark" + data + ">" + html_text(text) + "</mark>";
}

}  // namespace

std::string marked_text(const DocumentResult& article, std::size_t first) {
  const std::vector<Mark> marks = marks_of(article, first);
  std::set<std::uint32_t> cuts = {0, static_cast<std::uint32_t>(article.text.size())};
  for (const Mark& mark : marks) {
    cuts.insert(mark.span.begin);
    cuts.insert(mark.span.end);
  }
  for (std::size_t at = article.text.find('\n'); at != std::string::npos;
       at = article.text.find('\n', at + 1)) {
    cuts.insert(static_cast<std::uint32_t>(at));
    cuts.insert(static_cast<std::uint32_t>(at) + 1);
  }
  std::string out = "<p>";
  std::size_t next = 0;
  std::vector<const Mark*> open;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    const Span span{*cut, *std::next(cut)};
    std::erase_if(open, [&](const Mark* mark) { return mark->span.end <= span.begin; });
    for (; next < marks.size() && marks[next].span.begin <= span.begin; ++next) open.push_back(&marks[next]);
    const std::string_view text = slice(article.text, span);
    out += text == "\n" ? "</p>\n<p>" : piece(text, open);
  }
  return out + "</p>\n";
}

}  // namespace figmine
