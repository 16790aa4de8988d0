#pragma once
// The one page of the program, for what the page's script calls.

#include <functional>

#include "web/platform/page/page_platform.hpp"

namespace dealwright::web::page {

// Made at the first call, kept to the end.
PagePlatform& the_platform();

// Opens the page; what `make` gives draws each of its frames. Ends the program where there is no graphics device.
void run_page(std::function<void()> (*make)(PagePlatform&));

}  // namespace dealwright::web::page
