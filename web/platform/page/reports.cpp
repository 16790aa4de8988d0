// What the page's script calls: plain functions that hand on to the platform. Texts are valid during the call only.

#include <emscripten.h>

#include "web/platform/page/page.hpp"

namespace dealwright::web::page {

namespace {

PagePlatform& page() {
  return the_platform();
}

std::string_view view(const char* text, std::size_t length) {
  return {text, length};
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_frame() {
  page().frame();
}

EMSCRIPTEN_KEEPALIVE void app_frame_at_once() {
  page().frame_at_once();
}

EMSCRIPTEN_KEEPALIVE void app_resized(float width, float height, float density) {
  page().resized(width, height, density);
}

EMSCRIPTEN_KEEPALIVE void app_preferences(unsigned bits, const char* language, std::size_t length) {
  Preferences preferences;
  preferences.dark = (bits & 1) != 0;
  preferences.reduced_motion = (bits & 2) != 0;
  preferences.more_contrast = (bits & 4) != 0;
  preferences.touch = (bits & 8) != 0;
  preferences.mac = (bits & 16) != 0;
  preferences.language = view(language, length);
  page().set_preferences(preferences);
}

EMSCRIPTEN_KEEPALIVE void app_pointer(int kind, int phase, float x, float y, unsigned buttons, double time) {
  page().pointer(static_cast<PointerKind>(kind), static_cast<PointerPhase>(phase), x, y, buttons, time);
}

EMSCRIPTEN_KEEPALIVE void app_pointer_left() {
  page().pointer_left();
}

EMSCRIPTEN_KEEPALIVE void app_wheel(float x, float y, int unit, bool shift) {
  page().wheel(x, y, static_cast<WheelUnit>(unit), shift);
}

EMSCRIPTEN_KEEPALIVE bool app_key(const char* key, std::size_t key_length, const char* code, std::size_t code_length,
                                  bool down, unsigned modifiers) {
  return page().key(view(key, key_length), view(code, code_length), down, modifiers);
}

EMSCRIPTEN_KEEPALIVE void app_text(const char* text, std::size_t length) {
  page().text(view(text, length));
}

// The editing commands that keyboards on a screen send in place of keys.
EMSCRIPTEN_KEEPALIVE void app_edit(int command) {
  constexpr ImGuiKeyChord chords[] = {ImGuiKey_Backspace,
                                      ImGuiKey_Delete,
                                      ImGuiKey_Enter,
                                      ImGuiMod_Ctrl | ImGuiKey_Backspace,
                                      ImGuiMod_Ctrl | ImGuiKey_Delete,
                                      ImGuiMod_Ctrl | ImGuiKey_Z,
                                      ImGuiMod_Ctrl | ImGuiKey_Y};
  page().press(chords[command]);
}

EMSCRIPTEN_KEEPALIVE void app_focused(bool focused) {
  page().focused(focused);
}

// The text to copy, until the next call; its length goes to `length`.
EMSCRIPTEN_KEEPALIVE const char* app_copy(bool cut, std::size_t* length) {
  const std::string& text = page().copy(cut);
  *length = text.size();
  return text.data();
}

EMSCRIPTEN_KEEPALIVE void app_paste(const char* text, std::size_t length) {
  page().paste(view(text, length));
}

EMSCRIPTEN_KEEPALIVE void app_copy_problem(const char* problem, std::size_t length) {
  page().events().copy_problem = std::string(problem, length);
}

EMSCRIPTEN_KEEPALIVE void app_device(bool present) {
  page().device(present);
}

EMSCRIPTEN_KEEPALIVE void app_file(const char* name, std::size_t name_length, const char* bytes, std::size_t length,
                                   const char* problem, std::size_t problem_length) {
  page().events().files.push_back(
      {std::string(name, name_length), std::string(bytes, length), std::string(problem, problem_length)});
}

EMSCRIPTEN_KEEPALIVE void app_files_over(bool over) {
  page().events().files_over = over;
}

EMSCRIPTEN_KEEPALIVE void app_stored(const char* key, std::size_t key_length, const char* problem, std::size_t length) {
  page().events().stored.push_back({std::string(key, key_length), std::string(problem, length)});
}

// Begins the answer to load_all(); app_record() adds to it.
EMSCRIPTEN_KEEPALIVE void app_loaded(const char* problem, std::size_t length) {
  page().events().loaded = Loaded{{}, std::string(problem, length)};
}

EMSCRIPTEN_KEEPALIVE void app_record(const char* key, std::size_t key_length, const char* bytes, std::size_t length) {
  Events& events = page().events();
  if (events.loaded) events.loaded->records.push_back({std::string(key, key_length), std::string(bytes, length)});
}

EMSCRIPTEN_KEEPALIVE void app_mirror(std::uint32_t id, int action, const char* value, std::size_t length) {
  page().events().mirror.push_back({id, static_cast<MirrorAction>(action), std::string(value, length)});
  page().frame_at_once();
}

EMSCRIPTEN_KEEPALIVE void app_address(const char* text, std::size_t length) {
  page().events().address = std::string(text, length);
}

EMSCRIPTEN_KEEPALIVE void app_visible(bool visible) {
  page().events().visible = visible;
  // A page that goes may not come back: what is to be stored is stored in this call.
  if (!visible) page().frame_at_once();
}

EMSCRIPTEN_KEEPALIVE void app_update_ready() {
  page().events().update_ready = true;
}
}

}  // namespace dealwright::web::page
