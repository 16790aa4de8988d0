#pragma once
// Documents as the page loads them: packed by web/shell/pack.mjs.

#include <string>
#include <string_view>

namespace dealwright::web {

// The JSON text again. Packed, the values behind one key stand together, which compresses better by an eighth: first comes the
// text itself with "$" for each value that is no object or array, then, behind a zero byte each, the values of each key, a line
// each, in the order in which the keys are met. Text that is not packed so gives another text, and nothing beyond its end is read.
std::string unpacked_documents(std::string_view packed);

}  // namespace dealwright::web
