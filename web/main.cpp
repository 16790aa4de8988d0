// The browser app: joins the page and the app.

#include "web/platform/page/calls.hpp"
#include "web/platform/page/page.hpp"
#include "web/platform/self_test.hpp"

namespace dealwright::web::page {

PagePlatform& the_platform() {
  // Never destroyed: a page has no end that it is told of.
  static auto* const platform = new PagePlatform;
  return *platform;
}

namespace {

// 1 where there is no graphics device.
int start() {
  PagePlatform& platform = the_platform();
  if (!platform.open()) return 1;
  page_start();
  // Lives as long as the page.
  auto* const screen = new SelfTest(platform);
  platform.run([screen] { screen->frame(); });
  return 0;
}

}  // namespace
}  // namespace dealwright::web::page

int main() {
  return dealwright::web::page::start();
}
