#include "text/figures.h"

#include "base/ascii.h"
#include "figmine/span.h"

namespace figmine {
namespace {

constexpr std::array<std::string_view, 4> kCurrencies = {"$", "€", "£", "¥"};
constexpr std::array<std::string_view, 5> kDashes = {"--", "-", "–", "—", "−"};

// The bytes that a figure may begin with: most places of a text are dismissed by one look.
constexpr std::array<bool, 256> opening_bytes() {
  std::array<bool, 256> opens{};
  const auto allow = [&](char c) { opens[static_cast<unsigned char>(c)] = true; };
  for (char c = '0'; c <= '9'; ++c) allow(c);
  allow('(');
  allow('+');
  for (const std::string_view mark : kCurrencies) allow(mark.front());
  for (const std::string_view mark : kDashes) allow(mark.front());
  return opens;
}
constexpr std::array<bool, 256> kOpens = opening_bytes();

}  // namespace

template <std::size_t n>
std::uint32_t FigureReader::skip_one(std::uint32_t at, const std::array<std::string_view, n>& marks) const {
  for (const std::string_view mark : marks) {
    if (slice(text_, {at, end_}).starts_with(mark)) return at + static_cast<std::uint32_t>(mark.size());
  }
  return at;
}

std::uint32_t FigureReader::end_of_figure(std::uint32_t at) const {
  if (at >= end_ || !kOpens[static_cast<unsigned char>(text_[at])]) return at;
  std::uint32_t i = skip_gaps(skip_one(at, kCurrencies));
  const bool bracket = i < end_ && text_[i] == '(';
  if (bracket) i = skip_gaps(skip_one(skip_gaps(i + 1), kCurrencies));
  const std::uint32_t sign = skip_one(i, kDashes);
  if (sign > i && !bracket && (sign == end_ || is_gap(text_[sign]))) return stands_apart(at) ? sign : at;
  if (i < end_ && text_[i] == '+') ++i;
  const std::uint32_t digits = sign > i ? sign : i;
  std::uint32_t end = end_of_number(digits);
  if (end == digits) return at;
  end = end_of_percent(end);
  if (bracket) {
    end = skip_gaps(end);
    if (end >= end_ || text_[end] != ')') return at;
    end = end_of_percent(end + 1);
  }
  return runs_on(end) ? at : end;
}

bool FigureReader::shows_as_figure(std::uint32_t begin, std::uint32_t end) const {
  return slice(text_, {begin, end}).find_first_of(",.$(") != std::string_view::npos;
}

bool FigureReader::is_year(std::uint32_t at) const {
  const std::string_view four = text_.substr(at, 4);
  return at + 4 <= end_ && (four.starts_with("19") || four.starts_with("20")) && is_digit(four[2]) &&
         is_digit(four[3]);
}

bool FigureReader::is_year_alone(std::uint32_t at) const {
  return is_year(at) && (!is_digit_at(at + 4) || (is_year(at + 4) && !is_digit_at(at + 8)));
}

std::uint32_t FigureReader::skip_gaps(std::uint32_t at) const {
  while (at < end_ && is_gap(text_[at])) ++at;
  return at;
}

bool FigureReader::is_digit_at(std::uint32_t at) const { return at < end_ && is_digit(text_[at]); }

bool FigureReader::stands_apart(std::uint32_t at) const {
  return at == 0 || is_gap(text_[at - 1]) || text_[at] != '-';
}

std::uint32_t FigureReader::end_of_digits(std::uint32_t at) const {
  while (is_digit_at(at)) ++at;
  return at;
}

// Groups of three part figures that ran together: "42,556,75744,460,091" is two.
std::uint32_t FigureReader::end_of_number(std::uint32_t at) const {
  std::uint32_t end = end_of_digits(at);
  if (end == at) return at;
  if (end - at == 8 && is_year(at) && is_year(at + 4)) return at + 4;
  const bool day = end - at <= 2 && end < end_ && text_[end] == ',' && is_year_alone(end + 1);
  while (end - at <= 3 + 4 * 4 && !day && is_group(end)) end += 4;
  if (end < end_ && text_[end] == '.' && is_digit_at(end + 1)) end = end_of_digits(end + 1);
  return end;
}

bool FigureReader::is_group(std::uint32_t comma) const {
  return comma < end_ && text_[comma] == ',' && is_digit_at(comma + 1) && is_digit_at(comma + 2) &&
         is_digit_at(comma + 3);
}

std::uint32_t FigureReader::end_of_percent(std::uint32_t at) const {
  const std::uint32_t next = skip_gaps(at);
  return next < end_ && text_[next] == '%' ? next + 1 : at;
}

// "3-year", "10K", "5th", "31, 2025": no figure of a row.
bool FigureReader::runs_on(std::uint32_t end) const {
  if (end >= end_ || is_gap(text_[end]) || is_digit(text_[end])) return false;
  if (is_upper(text_[end])) {
    std::uint32_t word = end;
    while (word < end_ && is_letter(text_[word])) ++word;
    return word - end < 3;
  }
  if (text_[end] == '-') return end + 1 < end_ && !is_gap(text_[end + 1]);
  return text_[end] != '(' && text_[end] != '$' && text_[end] != '+' && text_[end] != '*';
}

}  // namespace figmine
