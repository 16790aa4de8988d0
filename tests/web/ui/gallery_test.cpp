#include <string>

#include <doctest/doctest.h>

#include "tests/web/bench_page/gallery_screen.hpp"
#include "web/platform/null/null_platform.hpp"

namespace dealwright::web {
namespace {

TEST_CASE("every widget is drawn in every look without a complaint, and something of it is mirrored") {
  for (const std::string page : {"fields", "actions", "data", "charts", "icons"}) {
    for (const char* look : {"", "/dark", "/compact"}) {
      CAPTURE(page);
      CAPTURE(look);
      NullPlatform platform{1280, 1600};
      platform.set_address("gallery/" + page + look, false);
      GalleryScreen screen(platform);
      for (int at = 0; at < 3; ++at) platform.frame([&] { screen.frame(); });
      for (const std::string& complaint : platform.complaints) FAIL_CHECK(complaint);
      for (const std::string& forgotten : screen.ui().mirror().forgotten()) FAIL_CHECK(forgotten);
      // The heading, two switches of two and five tabs stand above every page.
      CHECK(platform.mirror.size() > 10);
    }
  }
}

}  // namespace
}  // namespace dealwright::web
