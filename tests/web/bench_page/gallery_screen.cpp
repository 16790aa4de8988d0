#include "tests/web/bench_page/gallery_screen.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace dealwright::web {

namespace {

constexpr std::array<std::string_view, Gallery::pages> page_names{"fields", "actions", "data", "charts", "icons"};

bool says(std::string_view address, std::string_view word) {
  return ('/' + std::string(address) + '/').find('/' + std::string(word) + '/') != std::string::npos;
}

}  // namespace

GalleryScreen::GalleryScreen(Platform& platform) : platform_(platform), ui_(platform) {
  follow_address();
}

void GalleryScreen::follow_address() {
  const std::string address = platform_.address();
  ui::Look look;
  look.mode = says(address, "dark") ? ui::Mode::dark : ui::Mode::light;
  look.density = says(address, "compact") ? ui::Density::compact : ui::Density::comfortable;
  look.reduced_motion = platform_.preferences().reduced_motion;
  ui_.set_look(look);
  for (std::size_t i = 0; i < page_names.size(); ++i) {
    if (says(address, page_names[i])) gallery_.page = static_cast<int>(i);
  }
}

void GalleryScreen::frame() {
  Events events = platform_.take_events();
  if (events.address) follow_address();
  ui_.begin_frame(std::move(events.mirror));
  gallery_.draw();
  ui_.end_frame();
}

}  // namespace dealwright::web
