#include "document/bullets.h"

#include "base/ascii.h"

namespace figmine {

std::size_t bullet_size(std::string_view line) {
  for (const Bullet& bullet : kBullets) {
    if (line.starts_with(bullet.mark)) return line.size() > bullet.mark.size() ? bullet.mark.size() : 0;
  }
  for (const std::string_view dash : {"- ", "* ", "+ ", "– ", "— ", "-- "}) {
    if (line.starts_with(dash)) return dash.size();
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_digit(line[digits])) ++digits;
  if (digits > 0 && digits < 3 && (line.substr(digits, 2) == ". " || line.substr(digits, 2) == ") "))
    return digits + 2;
  // "1 - Begin with the customer"; not "10 - 20 guests"
  if (digits > 0 && digits < 3 && line.substr(digits, 3) == " - " && line.size() > digits + 3 &&
      is_upper(line[digits + 3]))
    return digits + 3;
  if (line.size() > 4 && line[0] == '(' && line[2] == ')' && line[3] == ' ') return 4;
  return 0;
}

}  // namespace figmine
