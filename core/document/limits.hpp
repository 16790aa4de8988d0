#pragma once
// How large a document may be. Past a limit is a diagnostic.

#include <cstddef>

namespace dealwright::document {

inline constexpr int format_version = 1;
inline constexpr std::size_t most_bytes = std::size_t{64} << 20;  // of one text
inline constexpr int most_depth = 64;                             // nested objects and lists
inline constexpr std::size_t most_text_bytes = 4096;              // of one text value without a limit of its own
inline constexpr std::size_t most_list_items = 10'000;            // of one list without a limit of its own
inline constexpr std::size_t most_diagnostics = 1000;             // of one document; the rest is only counted
inline constexpr std::size_t most_columns = 100;                  // of a line in canonical form

}  // namespace dealwright::document
