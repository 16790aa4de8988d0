#include "web/platform/formatted.hpp"

#include <cstdarg>
#include <cstdio>
#include <limits>
#include <string>

#include <doctest/doctest.h>

namespace {

// The same format and values written by the C library's printf and by ours.
struct Both {
  std::string library, ours;
};

[[gnu::format(printf, 1, 2)]] Both both(const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  std::va_list again;
  va_copy(again, values);
  char text[256];
  std::vsnprintf(text, sizeof text, format, values);
  va_end(values);
  const Both written{text, dealwright::web::formatted(format, again)};
  va_end(again);
  return written;
}

TEST_CASE("the formats that the page's libraries use are written as the C library writes them") {
  for (const Both& written :
       {// Names of Dear ImGui's windows within windows, and of its popups.
        both("%s/%s_%08X", "main", "list", 0xAB12U), both("%s/%s", "main", ""), both("%s/%08X", "main", ~0U),
        both("##Popup_%08x", 0xBEEFU), both("##Tooltip_%02d", 7),
        // Messages of its backend about shaders.
        both("ERROR: failed to compile %s! With GLSL: %s\n", "vertex shader", "#version 300 es\n"), both("%s\n", "log"),
        both("GL error 0x%x", 1282U),
        // Whatever numbers there are.
        both("%d %d %d", 0, -1, std::numeric_limits<int>::min()), both("%u", std::numeric_limits<unsigned>::max()),
        both("[%3d] [%3d] [%3d]", 5, -5, 12345), both("[%04d] [%04d] [%012X]", 42, -42, 0xF00U),
        both("100%% of %s", "all"), both("plain"), both("%s", "")})
    CHECK(written.ours == written.library);
}

std::string ours(const char* format, ...) {
  std::va_list values;
  va_start(values, format);
  std::string text = dealwright::web::formatted(format, values);
  va_end(values);
  return text;
}

TEST_CASE("what is not known is copied") {
  CHECK(ours("%.0f %5s %p %", 1.0, "a", nullptr) == "%.0f %5s %p %");
  CHECK(ours("100 % of %q") == "100 % of %q");
}

}  // namespace
