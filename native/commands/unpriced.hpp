#pragma once
// What is said of deals that have no price because their price book has mistakes.

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "core/base/diagnostic.hpp"
#include "core/document/collection.hpp"

namespace dealwright::native {

// How many deals were not priced, whatever the reason, by the id of their price book.
using Unpriced = std::map<std::string, std::size_t, std::less<>>;

// Adds to what Evaluator found, for each price book that was left out or cannot be used, how many deals that leaves
// unpriced.
void tell_unpriced(const document::LibraryIndex& index, const Unpriced& deals, Diagnostics& found);

}  // namespace dealwright::native
