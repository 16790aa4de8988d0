// What Dear ImGui prints into texts, without the C library's printf.

#include <cstdarg>
#include <cstddef>
#include <string>

#include <imgui_internal.h>

#include "web/platform/formatted.hpp"

namespace dealwright::web::page {

// Writes at most `size` bytes, the last of them zero, and returns how many stand before it; without `to`, how many
// there would be.
static int print(char* to, std::size_t size, const char* format, std::va_list values) {
  const std::string text = formatted(format, values);
  if (to == nullptr) return static_cast<int>(text.size());
  const std::size_t length = text.copy(to, size - 1);
  to[length] = '\0';
  return static_cast<int>(length);
}

}  // namespace dealwright::web::page

// The library leaves both to us (IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS).

int ImFormatStringV(char* to, std::size_t size, const char* format, std::va_list values) {
  return dealwright::web::page::print(to, size, format, values);
}

int ImFormatString(char* to, std::size_t size, const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  const int length = dealwright::web::page::print(to, size, format, values);
  va_end(values);
  return length;
}
