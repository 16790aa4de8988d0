#pragma once
// What the fields of a form have in common: label above, help or problem below.

#include <string_view>

#include "web/ui/ui.hpp"

namespace dealwright::web::ui {

// The strings need to live only for the call.
struct Field {
  std::string_view label;          // its name; two fields of one place need different labels, or ImGui::PushID
  std::string_view help = {};      // below it
  std::string_view hint = {};      // within it while it is empty
  std::string_view unit = {};      // behind its text: "EUR", "%", "months"
  std::string_view problem = {};   // why its value cannot stay: below it, instead of the help
  Tone severity = Tone::negative;  // of the problem: negative or warning
  bool label_hidden = false;       // in tables and toolbars: only screen readers hear it
  bool required = false;
  bool disabled = false;
  bool takes_keyboard = false;  // in this frame
  bool right_aligned = false;   // number fields are, within tables
  float width = 0;              // CSS pixels; 0: all there is
};

// What happened to a field in this frame.
struct FieldEdit {
  bool changed = false;    // the value is another one
  bool committed = false;  // Enter, or the focus went on, after a change
  bool active = false;     // has the keyboard
  explicit operator bool() const { return changed; }
};

// For widgets of one's own in a form: draws the label; after the widget, field_end draws what stands below.
void field_begin(const Field& field);
void field_end(const Field& field);
// Only the words below, without the distance to the next field.
void field_notes(const Field& field);

// Width of a field here.
float field_width(const Field& field);

}  // namespace dealwright::web::ui
