#pragma once
// Text by a format of printf, for the page: the C library's own, with all the numbers that it writes, weighs more than
// what asks for it.

#include <cstdarg>
#include <string>

namespace dealwright::web {

// The text of `format` and its values. Known are %%, %s, %d, %u, %x and %X, the numbers as wide as is said before the
// letter, with spaces or, after a 0, with zeros; whatever else begins with % is copied as it is.
std::string formatted(const char* format, std::va_list values);

}  // namespace dealwright::web
