#include "web/platform/null/null_platform.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <imgui_internal.h>

#include "web/platform/context.hpp"

namespace dealwright::web {

namespace {

constexpr double frame_seconds = 1.0 / 60;

// What a renderer does to textures, without one.
void serve_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

void note_complaint(ImGuiContext*, void* platform, const char* message) {
  static_cast<NullPlatform*>(platform)->complaints.emplace_back(message);
}

}  // namespace

NullPlatform::NullPlatform(float width, float height, float density) : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  configure_context(wishes);
  context_->ErrorCallback = note_complaint;
  context_->ErrorCallbackUserData = this;
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
  platform_io.Platform_ClipboardUserData = this;
  platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) {
    return static_cast<NullPlatform*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard.c_str();
  };
  platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    static_cast<NullPlatform*>(ImGui::GetPlatformIO().Platform_ClipboardUserData)->clipboard = text;
  };
  resize(width, height, density);
}

NullPlatform::~NullPlatform() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void NullPlatform::resize(float width, float height, float density) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
  frames_.input(time_);
}

void NullPlatform::frame(const std::function<void()>& draw) {
  time_ += frame_seconds;
  frames_.begin(time_);
  ImGui::GetIO().DeltaTime = static_cast<float>(frame_seconds);
  ImGui::NewFrame();
  draw();
  ImGui::Render();
  serve_textures();
}

int NullPlatform::settle(const std::function<void()>& draw, int most, double patience) {
  const double end = time_ + patience;
  int count = 0;
  while (count < most) {
    if (!frames_.wanted()) {
      if (frames_.alarm() > end) break;
      time_ = std::max(time_, frames_.alarm());
    }
    frame(draw);
    ++count;
  }
  return count;
}

void NullPlatform::move_pointer(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
  frames_.input(time_);
}

void NullPlatform::press_pointer(bool down, ImGuiMouseButton button) {
  ImGui::GetIO().AddMouseButtonEvent(button, down);
  frames_.input(time_);
}

void NullPlatform::wheel(float x, float y) {
  ImGui::GetIO().AddMouseWheelEvent(x, y);
  frames_.input(time_);
}

void NullPlatform::press_key(ImGuiKeyChord chord, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  for (const ImGuiKey modifier : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super}) {
    if (chord & modifier) io.AddKeyEvent(modifier, down);
  }
  io.AddKeyEvent(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_), down);
  frames_.input(time_);
}

void NullPlatform::type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  frames_.input(time_);
}

const MirrorItem* NullPlatform::find(Role role, std::string_view name) const {
  for (const MirrorItem& item : mirror) {
    if (item.role == role && item.name == name) return &item;
  }
  return nullptr;
}

void NullPlatform::activate(const MirrorItem& item, MirrorAction action, std::string value) {
  incoming.mirror.push_back({item.id, action, std::move(value)});
  frames_.input(time_);
}

std::string_view NullPlatform::resource(std::string_view name) const {
  const auto found = resources.find(name);
  return found == resources.end() ? std::string_view() : found->second;
}

// Every letter is a filled box, half as wide as it is high.
bool NullPlatform::draw_glyph(char32_t letter, float size, bool, SystemGlyph& glyph) {
  drawn += letter;
  glyph.height = static_cast<int>(size);
  glyph.width = glyph.height / 2;
  glyph.top = -glyph.height;
  glyph.advance = static_cast<float>(glyph.width);
  glyph.coverage.assign(static_cast<std::size_t>(glyph.width) * static_cast<std::size_t>(glyph.height), 255);
  return true;
}

void NullPlatform::copy_text(std::string_view text) {
  copied.emplace_back(text);
}

void NullPlatform::save(std::string_view name, std::string_view bytes) {
  saved.push_back({std::string(name), std::string(bytes)});
}

void NullPlatform::pick_files(std::string_view accept, bool multiple) {
  picks.push_back({std::string(accept), multiple});
}

void NullPlatform::store(std::string_view key, std::string_view bytes) {
  if (storage_problem.empty()) records.insert_or_assign(std::string(key), std::string(bytes));
  incoming.stored.push_back({std::string(key), storage_problem});
  frames_.input(time_);
}

void NullPlatform::erase(std::string_view key) {
  if (const auto found = records.find(key); storage_problem.empty() && found != records.end()) records.erase(found);
  incoming.stored.push_back({std::string(key), storage_problem});
  frames_.input(time_);
}

void NullPlatform::load_all() {
  Loaded loaded;
  loaded.problem = storage_problem;
  if (storage_problem.empty()) {
    for (const auto& [key, bytes] : records) loaded.records.push_back({key, bytes});
  }
  incoming.loaded = std::move(loaded);
  frames_.input(time_);
}

void NullPlatform::set_address(std::string_view text, bool replace) {
  if (fragment == text) return;
  if (!replace) history.push_back(fragment);
  fragment = text;
}

void NullPlatform::show(std::span<const MirrorItem> items) {
  mirror.assign(items.begin(), items.end());
  std::set<std::uint32_t> ids;
  for (const MirrorItem& item : items) {
    if (item.id == 0 || !ids.insert(item.id).second) {
      complaints.push_back("two items of the mirror share an id, or one has none: " + item.name);
    }
  }
}

void NullPlatform::announce(std::string_view text, bool urgent) {
  announced.push_back({std::string(text), urgent});
}

}  // namespace dealwright::web
