#include "web/platform/formatted.hpp"

#include <cstddef>

namespace dealwright::web {

namespace {

struct NumberStyle {
  std::size_t width;
  char filler;
  char kind;  // d, u, x or X
};

void append(std::string& text, unsigned value, NumberStyle style) {
  const bool is_negative = style.kind == 'd' && static_cast<int>(value) < 0;
  if (is_negative) value = 0 - value;
  const unsigned base = style.kind == 'd' || style.kind == 'u' ? 10 : 16;
  const char* const digits = style.kind == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string reversed;
  do {
    reversed += digits[value % base];
    value /= base;
  } while (value != 0);
  if (style.filler == '0')
    while (reversed.size() + (is_negative ? 1 : 0) < style.width) reversed += '0';
  if (is_negative) reversed += '-';
  while (reversed.size() < style.width) reversed += ' ';
  text.append(reversed.rbegin(), reversed.rend());
}

}  // namespace

std::string formatted(const char* format, std::va_list values) {
  std::string text;
  for (; *format != '\0'; ++format) {
    if (*format == '%') {
      const char* at = format + 1;
      const char filler = *at == '0' ? '0' : ' ';
      std::size_t width = 0;
      for (; *at >= '0' && *at <= '9'; ++at) width = width * 10 + static_cast<std::size_t>(*at - '0');
      if (*at == 'd' || *at == 'u' || *at == 'x' || *at == 'X') {
        append(text, va_arg(values, unsigned), {width, filler, *at});
        format = at;
        continue;
      }
      if (*at == 's' && at == format + 1) {
        text += va_arg(values, const char*);
        format = at;
        continue;
      }
      if (*at == '%') format = at;
    }
    text += *format;
  }
  return text;
}

}  // namespace dealwright::web
