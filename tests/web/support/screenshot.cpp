#include "tests/web/support/screenshot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fstream>

namespace dealwright::web {

namespace {

struct Colour4 {
  float r, g, b, a;
};

Colour4 unpack(ImU32 colour) {
  const auto channel = [colour](int shift) { return static_cast<float>((colour >> shift) & 0xFF) / 255; };
  return {channel(0), channel(8), channel(16), channel(24)};
}

// A texel's colour, between texels by weight, as a graphics device does.
class Sampler {
 public:
  explicit Sampler(const ImTextureData& texture) : texture_(texture) {}

  Colour4 at(float u, float v) const {
    const float x = u * static_cast<float>(texture_.Width) - 0.5F;
    const float y = v * static_cast<float>(texture_.Height) - 0.5F;
    const float left = std::floor(x);
    const float top = std::floor(y);
    const float fx = x - left;
    const float fy = y - top;
    const int ix = static_cast<int>(left);
    const int iy = static_cast<int>(top);
    Colour4 sum{0, 0, 0, 0};
    const auto add = [&](int dx, int dy, float weight) {
      if (weight <= 0) return;
      const Colour4 c = texel(ix + dx, iy + dy);
      sum = {sum.r + c.r * weight, sum.g + c.g * weight, sum.b + c.b * weight, sum.a + c.a * weight};
    };
    add(0, 0, (1 - fx) * (1 - fy));
    add(1, 0, fx * (1 - fy));
    add(0, 1, (1 - fx) * fy);
    add(1, 1, fx * fy);
    return sum;
  }

 private:
  Colour4 texel(int x, int y) const {
    x = std::clamp(x, 0, texture_.Width - 1);
    y = std::clamp(y, 0, texture_.Height - 1);
    const unsigned char* const texel = texture_.Pixels + (y * texture_.Width + x) * texture_.BytesPerPixel;
    const auto channel = [texel](int i) { return static_cast<float>(texel[i]) / 255; };
    if (texture_.Format == ImTextureFormat_Alpha8) return {1, 1, 1, channel(0)};
    return {channel(0), channel(1), channel(2), channel(3)};
  }

  const ImTextureData& texture_;
};

struct Corner {
  float x, y, u, v;
  Colour4 colour;
};

struct Clip {
  int left, top, right, bottom;
};

class Canvas {
 public:
  Canvas(int width, int height) : picture_{width, height, {}} {
    picture_.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  }

  // Pixels whose centres lie inside; of those on an edge that two triangles share, one triangle gets each.
  void fill(std::array<Corner, 3> c, const Sampler& sampler, const Clip& clip) {
    float area = edge(c[0], c[1], c[2].x, c[2].y);
    if (area < 0) {
      std::swap(c[1], c[2]);
      area = -area;
    }
    if (!(area > 0)) return;
    const auto [low_x, high_x] = std::minmax({c[0].x, c[1].x, c[2].x});
    const auto [low_y, high_y] = std::minmax({c[0].y, c[1].y, c[2].y});
    const int left = std::max(clip.left, static_cast<int>(std::floor(low_x)));
    const int right = std::min(clip.right, static_cast<int>(std::ceil(high_x)));
    const int top = std::max(clip.top, static_cast<int>(std::floor(low_y)));
    const int bottom = std::min(clip.bottom, static_cast<int>(std::ceil(high_y)));
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        const float px = static_cast<float>(x) + 0.5F;
        const float py = static_cast<float>(y) + 0.5F;
        const std::array<float, 3> w = {edge(c[1], c[2], px, py), edge(c[2], c[0], px, py), edge(c[0], c[1], px, py)};
        if (!inside(w[0], c[1], c[2]) || !inside(w[1], c[2], c[0]) || !inside(w[2], c[0], c[1])) continue;
        const auto mix = [&](float a, float b, float d) { return (a * w[0] + b * w[1] + d * w[2]) / area; };
        const Colour4 texel = sampler.at(mix(c[0].u, c[1].u, c[2].u), mix(c[0].v, c[1].v, c[2].v));
        blend(x, y,
              {texel.r * mix(c[0].colour.r, c[1].colour.r, c[2].colour.r),
               texel.g * mix(c[0].colour.g, c[1].colour.g, c[2].colour.g),
               texel.b * mix(c[0].colour.b, c[1].colour.b, c[2].colour.b),
               texel.a * mix(c[0].colour.a, c[1].colour.a, c[2].colour.a)});
      }
    }
  }

  Picture take() { return std::move(picture_); }

 private:
  static float edge(const Corner& a, const Corner& b, float x, float y) {
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  }
  static bool inside(float weight, const Corner& a, const Corner& b) {
    if (weight > 0) return true;
    if (weight < 0) return false;
    return b.y < a.y || (!(b.y > a.y) && b.x > a.x);
  }
  void blend(int x, int y, const Colour4& colour) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width) + static_cast<std::size_t>(x)) * 3;
    const std::array<float, 3> source = {colour.r, colour.g, colour.b};
    for (std::size_t i = 0; i < 3; ++i) {
      std::uint8_t& target = picture_.pixels[at + i];
      const float value = source[i] * 255 * colour.a + static_cast<float>(target) * (1 - colour.a);
      target = static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
    }
  }

  Picture picture_;
};

void draw_command(Canvas& canvas, const ImDrawData& data, const ImDrawList& list, const ImDrawCmd& command) {
  const ImVec2 scale = data.FramebufferScale;
  const ImVec2 origin = data.DisplayPos;
  const float most_x = data.DisplaySize.x * scale.x;
  const float most_y = data.DisplaySize.y * scale.y;
  const auto pixel = [](float value, float most) { return static_cast<int>(std::clamp(value, 0.0F, most)); };
  const Clip clip = {pixel((command.ClipRect.x - origin.x) * scale.x, most_x),
                     pixel((command.ClipRect.y - origin.y) * scale.y, most_y),
                     pixel((command.ClipRect.z - origin.x) * scale.x, most_x),
                     pixel((command.ClipRect.w - origin.y) * scale.y, most_y)};
  const ImTextureData* const texture = command.TexRef._TexData;
  if (!texture || !texture->Pixels) return;
  const Sampler sampler(*texture);
  const auto corner = [&](unsigned int index) {
    const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(
        command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + index)])];
    return Corner{(vertex.pos.x - origin.x) * scale.x, (vertex.pos.y - origin.y) * scale.y, vertex.uv.x, vertex.uv.y,
                  unpack(vertex.col)};
  };
  for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
    canvas.fill({corner(i), corner(i + 1), corner(i + 2)}, sampler, clip);
  }
}

// The pieces that a PNG file is made of.
class Png {
 public:
  explicit Png(const std::string& path) : out_(path, std::ios::binary) { out_.write("\x89PNG\r\n\x1a\n", 8); }

  void chunk(const char* type, const std::vector<std::uint8_t>& data) {
    std::vector<std::uint8_t> whole(type, type + 4);
    whole.insert(whole.end(), data.begin(), data.end());
    put(number(static_cast<std::uint32_t>(data.size())));
    put(whole);
    put(number(checksum(whole)));
  }
  bool good() const { return out_.good(); }

  static std::vector<std::uint8_t> number(std::uint32_t value) {
    std::vector<std::uint8_t> bytes;
    for (const int shift : {24, 16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    return bytes;
  }

 private:
  static std::uint32_t checksum(const std::vector<std::uint8_t>& data) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const std::uint8_t byte : data) {
      crc ^= byte;
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320U : 0);
    }
    return ~crc;
  }
  void put(const std::vector<std::uint8_t>& bytes) {
    for (const std::uint8_t byte : bytes) out_.put(static_cast<char>(byte));
  }

  std::ofstream out_;
};

// Deflate's stored blocks, in zlib's envelope.
std::vector<std::uint8_t> stored(const std::vector<std::uint8_t>& data) {
  constexpr std::size_t most = 65535;
  std::vector<std::uint8_t> out = {0x78, 0x01};
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (std::size_t at = 0; at < data.size(); at += most) {
    const std::size_t size = std::min(most, data.size() - at);
    out.push_back(at + size == data.size() ? 1 : 0);
    for (const std::size_t field : {size, ~size}) {
      out.push_back(static_cast<std::uint8_t>(field & 0xFF));
      out.push_back(static_cast<std::uint8_t>((field >> 8) & 0xFF));
    }
    for (std::size_t i = at; i < at + size; ++i) {
      out.push_back(data[i]);
      a = (a + data[i]) % 65521;
      b = (b + a) % 65521;
    }
  }
  const auto sum = Png::number(b << 16 | a);
  out.insert(out.end(), sum.begin(), sum.end());
  return out;
}

}  // namespace

Picture take_picture(const ImDrawData& data) {
  const int width = static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x);
  const int height = static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y);
  Canvas canvas(width, height);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) draw_command(canvas, data, *list, command);
  }
  return canvas.take();
}

bool write_png(const Picture& picture, const std::string& path) {
  Png png(path);
  std::vector<std::uint8_t> head = Png::number(static_cast<std::uint32_t>(picture.width));
  const auto height = Png::number(static_cast<std::uint32_t>(picture.height));
  head.insert(head.end(), height.begin(), height.end());
  head.insert(head.end(), {8, 2, 0, 0, 0});
  png.chunk("IHDR", head);
  std::vector<std::uint8_t> lines;
  const auto stride = static_cast<std::ptrdiff_t>(picture.width) * 3;
  for (int y = 0; y < picture.height; ++y) {
    lines.push_back(0);
    const auto line = picture.pixels.begin() + y * stride;
    lines.insert(lines.end(), line, line + stride);
  }
  png.chunk("IDAT", stored(lines));
  png.chunk("IEND", {});
  return png.good();
}

}  // namespace dealwright::web
