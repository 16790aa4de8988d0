// ImGui needs sscanf once, for the number in "#version 300 es"; its other calls read settings files, of which the page
// keeps none (io.IniFilename is null). The library's own, with all that it reads, weighs more than any window of ImGui.

#include <cstdarg>
#include <cstdlib>

namespace dealwright::web::page {

// Reads what stands literally in `format`, and then one whole number.
extern "C" int sscanf(const char* text, const char* format, ...) {
  for (; *format != '%'; ++text, ++format) {
    if (*format == '\0' || *format != *text) return 0;
  }
  std::va_list values;
  va_start(values, format);
  *va_arg(values, int*) = static_cast<int>(std::strtol(text, nullptr, 10));
  va_end(values);
  return 1;
}

}  // namespace dealwright::web::page
