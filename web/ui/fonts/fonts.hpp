#pragma once
// The app's two fonts, made by inter.py when the app is built.

#include <span>

namespace dealwright::web::ui {

// What read_outlines() of outlines.hpp reads. The regular weight has Latin, currency signs and arrows; the semibold one
// has Latin, and what it lacks is taken from the regular one. Digits have one width.
extern const std::span<const unsigned char> stored_outlines;

// How far lines reach above and below (less than 0) their base, in font units.
extern const int font_ascent;
extern const int font_descent;

}  // namespace dealwright::web::ui
