#pragma once
// The look of the app in tokens: colours, type, spacing, radii, density. Widgets take every measure from here.

#include <array>
#include <cstdint>

#include "web/ui/colour.hpp"

namespace dealwright::web::ui {

enum class Mode : std::uint8_t { light, dark };
enum class Density : std::uint8_t { comfortable, compact };

// What a figure, chip or message says besides its words; each tone has a sign of its own beside its colour.
enum class Tone : std::uint8_t { neutral, accent, positive, warning, negative };
inline constexpr int tones = 5;

// The type scale.
enum class Type : std::uint8_t {
  caption,  // heads of columns, axes, hints below fields
  body,
  strong,   // body in semibold: labels, selected words
  heading,  // of a card
  title,    // of a panel
  display,  // the one big figure
};
inline constexpr int types = 6;

struct Colours {
  // Grounds, from the back to the front.
  Colour canvas, surface, raised, sunken;
  Colour hover, pressed, selected;      // of rows, quiet buttons and options, on a surface
  Colour border, border_strong;         // between things; around fields
  Colour text, text_quiet, text_faint;  // text_faint: placeholders and what is disabled
  Colour accent, accent_hover, accent_pressed, on_accent;
  Colour focus;
  Colour shadow;
  Colour veil;                            // over what a dialog covers
  std::array<Colour, tones> tone_text;    // words and signs on a surface or on their own tone_ground
  std::array<Colour, tones> tone_ground;  // soft ground of chips and messages
  std::array<Colour, tones> tone_fill;    // bars and solid badges
  std::array<Colour, 6> chart;            // series, in this order; neighbours differ in lightness too
};

// The one scale of distances, in CSS pixels.
struct Spacing {
  float hair = 2, tight = 4, small = 8, medium = 12, large = 16, wide = 24, huge = 32;
};

// What a person or a brand chooses.
struct Look {
  Mode mode = Mode::light;
  Density density = Density::comfortable;
  Colour accent = rgb(0x4353D9);
  bool more_contrast = false;
  bool reduced_motion = false;
  bool touch = false;  // targets are at least 44 CSS pixels high

  friend bool operator==(const Look&, const Look&) = default;
};

struct Theme {
  Look look;
  Colours colours;
  Spacing space;
  float control_height = 0;  // of buttons and fields
  float row_height = 0;      // of tables and lists
  float card_padding = 0;
  float field_gap = 0;  // below a field of a form
  float field_radius = 6, card_radius = 10, chip_radius = 6;
  float border = 1;
  float focus_width = 2;
  std::array<float, types> type_size{};  // heights of lines in CSS pixels, as ImGui counts font sizes

  Colour text_of(Tone tone) const { return colours.tone_text[static_cast<std::size_t>(tone)]; }
  Colour ground_of(Tone tone) const { return colours.tone_ground[static_cast<std::size_t>(tone)]; }
  Colour fill_of(Tone tone) const { return colours.tone_fill[static_cast<std::size_t>(tone)]; }
  float size_of(Type type) const { return type_size[static_cast<std::size_t>(type)]; }
};

// Text reaches 4.5:1 on every ground it is drawn on, whatever the accent.
Theme make_theme(const Look& look);

}  // namespace dealwright::web::ui
