#pragma once
// The nearest valid name for a misspelt one.

#include <span>
#include <string_view>

namespace dealwright {

// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; letter case ignored), if
// it is at most a third of the longer name's length, at least 1; ties go to the earlier candidate. Else
// the first candidate that has the name among its words: "koti-living" for "koti", "case-1-fjordline-shared" for
// "fjordline". "" where none is near enough.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace dealwright
