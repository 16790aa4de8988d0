#pragma once
// Every document by kind, and the search over them.

#include "web/panels/view.hpp"

namespace dealwright::web {

void sidebar(View& view);

}  // namespace dealwright::web
