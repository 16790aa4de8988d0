#include "web/platform/page/renderer.hpp"

#include <cstddef>

#include "web/platform/page/calls.hpp"

namespace dealwright::web::page {

namespace {

// What graphics.js reads.
static_assert(sizeof(ImDrawIdx) == 2 && sizeof(ImDrawVert) == 20 && offsetof(ImDrawVert, uv) == 8 &&
              offsetof(ImDrawVert, col) == 16);

int number(const ImTextureData& texture) {
  return static_cast<int>(texture.TexID);
}

void forget(ImTextureData& texture) {
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

// Does what ImGui wants done with a texture.
void update(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) {
    texture.SetTexID(static_cast<ImTextureID>(page_make_texture(texture.Width, texture.Height, texture.GetPixels())));
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    for (const ImTextureRect& part : texture.Updates) {
      page_change_texture(number(texture), part.x, part.y, part.w, part.h, texture.GetPixelsAt(part.x, part.y),
                          texture.Width);
    }
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    page_drop_texture(number(texture));
    forget(texture);
  }
}

}  // namespace

bool open_device() {
  const int largest = page_open_device();
  ImGui::GetPlatformIO().Renderer_TextureMaxWidth = ImGui::GetPlatformIO().Renderer_TextureMaxHeight = largest;
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  return largest > 0;
}

void lose_device() {
  for (ImTextureData* const texture : ImGui::GetPlatformIO().Textures) {
    if (texture->TexID != ImTextureID_Invalid) forget(*texture);
  }
}

void paint(ImDrawData& frame, const ImVec4& back) {
  if (frame.Textures != nullptr) {
    for (ImTextureData* const texture : *frame.Textures) update(*texture);
  }
  const ImVec2 scale = frame.FramebufferScale;
  const int height = static_cast<int>(frame.DisplaySize.y * scale.y);
  page_begin_picture(frame.DisplaySize.x, frame.DisplaySize.y, static_cast<int>(frame.DisplaySize.x * scale.x), height,
                     back.x, back.y, back.z);
  for (const ImDrawList* const list : frame.CmdLists) {
    if (list->IdxBuffer.empty()) continue;  // no bytes would mean all bytes to the device
    page_take_mesh(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                   list->IdxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const ImVec4& clip = command.ClipRect;
      const float left = clip.x * scale.x, top = clip.y * scale.y, right = clip.z * scale.x, bottom = clip.w * scale.y;
      if (right <= left || bottom <= top) continue;
      page_draw(static_cast<int>(command.GetTexID()), static_cast<int>(left),
                static_cast<int>(static_cast<float>(height) - bottom), static_cast<int>(right - left),
                static_cast<int>(bottom - top), command.VtxOffset, command.IdxOffset, command.ElemCount);
    }
  }
}

}  // namespace dealwright::web::page
