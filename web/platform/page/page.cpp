#include "web/platform/page/page.hpp"

#include <cstdlib>

#include "web/platform/page/calls.hpp"

namespace dealwright::web::page {

PagePlatform& the_platform() {
  // Never destroyed: a page has no end that it is told of.
  static auto* const platform = new PagePlatform;
  return *platform;
}

void run_page(std::function<void()> (*make)(PagePlatform&)) {
  PagePlatform& platform = the_platform();
  // The shell has asked for a device just before; it says so where the program ends without one.
  if (!platform.open()) std::abort();
  page_start();
  platform.run(make(platform));
}

}  // namespace dealwright::web::page
