#pragma once
// Words for people, made of the names that documents state.

#include <string>
#include <string_view>

namespace dealwright {

// "managed_hosting" -> "managed hosting".
std::string spaced(std::string_view name);
// The same with a capital: "Managed hosting".
std::string titled(std::string_view name);

// Whether it has nothing but spaces, tabs and ends of lines.
bool is_blank(std::string_view text);

}  // namespace dealwright
