#include "web/platform/page/page.hpp"

#include "web/platform/page/calls.hpp"

namespace dealwright::web::page {

PagePlatform& the_platform() {
  // Never destroyed: a page has no end that it is told of.
  static auto* const platform = new PagePlatform;
  return *platform;
}

int run_page(std::function<void()> (*make)(PagePlatform&)) {
  PagePlatform& platform = the_platform();
  if (!platform.open()) return 1;
  page_start();
  platform.run(make(platform));
  return 0;
}

}  // namespace dealwright::web::page
