#pragma once
// A value between two ends, moved by pointer or by keys, that takes effect while it moves.

#include "core/base/decimal.hpp"
#include "web/ui/widgets/field.hpp"

namespace dealwright::web::ui {

struct SliderRange {
  Decimal least, most;  // most lies above least
  Decimal step = Decimal::whole(1);
  bool is_rate = false;  // 0.125 is shown as 12.5 per cent
};

// Left and down, right and up go a step, page up and page down ten, Home and End to the ends. `changed` with every
// step; `committed` when the pointer lets go, or the keyboard goes on.
FieldEdit slider(const Field& field, Decimal& value, const SliderRange& range);

}  // namespace dealwright::web::ui
