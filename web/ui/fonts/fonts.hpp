#pragma once
// The files of the two fonts, made by inter.py when the app is built.

#include <span>

namespace dealwright::web::ui {

// Latin, currency signs and arrows; digits of one width.
extern const std::span<const unsigned char> regular_font;
// Latin; what it lacks is taken from the regular one.
extern const std::span<const unsigned char> semibold_font;

}  // namespace dealwright::web::ui
