#pragma once
// The one page of the program, for what the page's script calls.

#include "web/platform/page/page_platform.hpp"

namespace dealwright::web::page {

// Made at the first call, kept to the end.
PagePlatform& the_platform();

}  // namespace dealwright::web::page
