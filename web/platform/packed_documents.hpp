#pragma once
// Documents as the page loads them: packed by web/shell/pack.mjs.

#include <string>
#include <string_view>

namespace dealwright::web {

// The JSON text again. Packed, what is alike stands together, which compresses better by a
// sixth. Parts end with a zero byte each. First come the keys, a line each. Then the text's frame: braces and brackets; for a key
// a byte from 128 on, which is 128 more than its number, behind a byte below 32 that counts as 128 each; "$" for a value in a
// list. A value behind a key goes without saying, and so do commas. Then come the values of each key, in the order in which keys
// are met that have some, a line each: behind a quotation mark texts without theirs, behind "=" any. Bytes that are not packed so
// give another text, and nothing beyond their end is read.
std::string unpacked_documents(std::string_view packed);

}  // namespace dealwright::web
