// The browser app: joins the page and the app.

#include "web/panels/app_window.hpp"
#include "web/platform/page/page.hpp"

int main() {
  using namespace dealwright::web;
  page::run_page([](page::PagePlatform& platform) -> std::function<void()> {
    auto* const app = new App(platform);  // lives as long as the page
    return [app] { app->frame(); };
  });
}
