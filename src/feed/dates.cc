#include "feed/dates.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "base/calendar.h"

namespace figmine {
namespace {

struct DateFreer {
  void operator()(GDateTime* date) const { g_date_time_unref(date); }
};

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> mail_day(std::string_view date) {
  constexpr std::size_t kLongest = 100;
  if (date.size() > kLongest) return std::nullopt;
  const std::unique_ptr<GDateTime, DateFreer> read(
      g_mime_utils_header_decode_date(std::string(date).c_str()));
  if (!read) return std::nullopt;
  const auto day = make_day(g_date_time_get_year(read.get()), g_date_time_get_month(read.get()),
                            g_date_time_get_day_of_month(read.get()));
  return day ? std::optional(to_iso(*day)) : std::nullopt;
}

}  // namespace

std::optional<std::string> day_of(std::string_view date) {
  date.remove_prefix(std::min(date.find_first_not_of(" \t\r\n"), date.size()));
  if (const auto day = parse_iso_date(date.substr(0, 10))) return to_iso(*day);
  if (date.size() >= 8 && digits(date.substr(0, 8))) {
    const std::string iso = std::string(date.substr(0, 4))
                                .append("-")
                                .append(date.substr(4, 2))
                                .append("-")
                                .append(date.substr(6, 2));
    if (parse_iso_date(iso)) return iso;
  }
  return mail_day(date);
}

}  // namespace figmine
