#pragma once
// The tokens of a JSON text by a plain scan, for the browser: there simdjson would run its portable kernel, which is no
// faster, and bring along a reader that nobody calls.

#include <cstdint>
#include <string_view>
#include <vector>

namespace dealwright::document {

// Fills `offsets` with what TokenIndex::build() finds, the text's length last. False where build() says false.
bool plain_tokens(std::string_view text, std::vector<std::uint32_t>& offsets);

}  // namespace dealwright::document
