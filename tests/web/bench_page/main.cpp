// The page's test bench: in place of the app it shows what the platform delivers, or every widget, as the address says.
// A program of its own, so that people do not load it.

#include <imgui.h>

#include "tests/web/bench_page/gallery_screen.hpp"
#include "tests/web/bench_page/self_test.hpp"
#include "web/platform/page/page.hpp"
#include "web/ui/fonts/inter_font.hpp"

int main() {
  using namespace dealwright::web;
  page::run_page([](page::PagePlatform& platform) -> std::function<void()> {
    // What is shown lives as long as the page.
    if (platform.address().starts_with(Gallery::address)) {
      auto* const gallery = new GalleryScreen(platform);
      return [gallery] { gallery->frame(); };
    }
    // A page's ImGui has no font of its own.
    ui::add_inter_font(ui::Weight::regular);
    ImGui::GetStyle().FontSizeBase = 13;
    auto* const bench = new SelfTest(platform);
    return [bench] { bench->frame(); };
  });
}
