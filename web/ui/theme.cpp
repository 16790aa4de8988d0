#include "web/ui/theme.hpp"

namespace dealwright::web::ui {

namespace {

constexpr std::size_t accent_tone = static_cast<std::size_t>(Tone::accent);

Colours light_colours() {
  Colours c{};
  c.canvas = rgb(0xF6F7F9);
  c.surface = rgb(0xFFFFFF);
  c.raised = rgb(0xFFFFFF);
  c.sunken = rgb(0xF1F3F6);
  c.hover = rgb(0xF4F5F8);
  c.pressed = rgb(0xE9ECF1);
  c.selected = rgb(0xEEF0FD);
  c.border = rgb(0xE4E7EC);
  c.border_strong = rgb(0xC9D0DA);
  c.text = rgb(0x171C26);
  c.text_quiet = rgb(0x535D6E);
  c.text_faint = rgb(0x646E7F);
  c.shadow = rgb(0x101828, 20);
  c.veil = rgb(0x10141C, 110);
  c.tone_text = {rgb(0x475162), rgb(0x3A49C9), rgb(0x0A6B43), rgb(0x83540A), rgb(0xB4232A)};
  c.tone_ground = {rgb(0xEFF1F4), rgb(0xEBEDFC), rgb(0xE2F4EA), rgb(0xFCF2DA), rgb(0xFCE9E9)};
  c.tone_fill = {rgb(0x8A94A6), rgb(0x4353D9), rgb(0x22A06B), rgb(0xD9920F), rgb(0xD63A41)};
  c.chart = {rgb(0x4353D9), rgb(0x22A699), rgb(0xE0A021), rgb(0x9B4DCA), rgb(0x7F8CA3), rgb(0xD95F78)};
  return c;
}

Colours dark_colours() {
  Colours c{};
  c.canvas = rgb(0x0E1116);
  c.surface = rgb(0x161A21);
  c.raised = rgb(0x1D222B);
  c.sunken = rgb(0x11141A);
  c.hover = rgb(0x1E232C);
  c.pressed = rgb(0x272D38);
  c.selected = rgb(0x20264A);
  c.border = rgb(0x272D37);
  c.border_strong = rgb(0x3D4553);
  c.text = rgb(0xE9ECF2);
  c.text_quiet = rgb(0xA6AFBD);
  c.text_faint = rgb(0x8E97A6);
  c.shadow = rgb(0x000000, 90);
  c.veil = rgb(0x05070A, 160);
  c.tone_text = {rgb(0xB4BCC9), rgb(0xA5B0FF), rgb(0x5BD19A), rgb(0xEBBE62), rgb(0xFF9393)};
  c.tone_ground = {rgb(0x242A34), rgb(0x232950), rgb(0x123226), rgb(0x35290F), rgb(0x3D1D20)};
  c.tone_fill = {rgb(0x6C7688), rgb(0x6474F2), rgb(0x2FA873), rgb(0xD59A2C), rgb(0xE2585C)};
  c.chart = {rgb(0x7C8AF7), rgb(0x35B8AB), rgb(0xE6B04A), rgb(0xBB80E0), rgb(0x8995AA), rgb(0xE87F95)};
  return c;
}

// The parts that follow the accent: of the app's own or of a brand.
void apply_accent(Colours& c, Colour accent, bool dark) {
  // A fill must stand out from the surface, and either white or near black must be readable on it.
  const Colour fill = readable_on(c.surface, accent, 3);
  const Colour ink = rgb(0x0B0E14);
  const bool white_ink = contrast(rgb(0xFFFFFF), fill) >= 4.5 || contrast(rgb(0xFFFFFF), fill) >= contrast(ink, fill);
  c.on_accent = white_ink ? rgb(0xFFFFFF) : ink;
  c.accent = readable_on(c.on_accent, fill);
  // Away from the words on it, so that they stay readable.
  const Colour away = white_ink ? rgb(0x000000) : rgb(0xFFFFFF);
  c.accent_hover = mixed(c.accent, away, 0.10F);
  c.accent_pressed = mixed(c.accent, away, 0.20F);
  c.focus = readable_on(c.surface, accent, 3);
  c.selected = mixed(c.surface, c.accent, dark ? 0.24F : 0.085F);
  c.tone_ground[accent_tone] = mixed(c.surface, c.accent, dark ? 0.27F : 0.11F);
  // The hardest ground first: what is readable there is readable on the surface.
  c.tone_text[accent_tone] = readable_on(c.tone_ground[accent_tone], accent, 4.8);
  c.tone_text[accent_tone] = readable_on(c.canvas, c.tone_text[accent_tone]);
  c.tone_fill[accent_tone] = fill;
  c.chart[0] = fill;
}

void raise_contrast(Colours& c, bool dark) {
  c.border = c.border_strong;
  c.border_strong = dark ? rgb(0x9AA4B5) : rgb(0x5F6A7B);
  c.text = dark ? rgb(0xFFFFFF) : rgb(0x000000);
  c.text_quiet = dark ? rgb(0xD5DBE5) : rgb(0x2C3442);
  c.text_faint = dark ? rgb(0xBAC2CE) : rgb(0x3F4856);
  for (std::size_t tone = 0; tone < tones; ++tone) {
    c.tone_text[tone] = readable_on(c.tone_ground[tone], c.tone_text[tone], 7);
  }
}

}  // namespace

Theme make_theme(const Look& look) {
  Theme theme;
  theme.look = look;
  const bool dark = look.mode == Mode::dark;
  theme.colours = dark ? dark_colours() : light_colours();
  apply_accent(theme.colours, look.accent, dark);
  if (look.more_contrast) raise_contrast(theme.colours, dark);
  if (look.density == Density::comfortable) {
    theme.control_height = 36;
    theme.row_height = 40;
    theme.card_padding = 20;
    theme.field_gap = 14;
    // Inter's line is 1.21 of its em: 14, 17, 22 and 34 stand for letters of 11.6, 14, 18 and 28 pixels.
    theme.type_size = {15, 17, 17, 18, 24, 34};
  } else {
    theme.control_height = 28;
    theme.row_height = 30;
    theme.card_padding = 14;
    theme.field_gap = 10;
    theme.type_size = {14, 16, 16, 16, 20, 28};
  }
  if (look.touch) {
    theme.control_height = 44;
    theme.row_height = 44;
  }
  return theme;
}

}  // namespace dealwright::web::ui
