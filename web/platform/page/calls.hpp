#pragma once
// What the page's script does for the app. Each is written in one of the .js files of this folder; texts go by address
// and length in bytes of UTF-8.

#include <cstddef>
#include <cstdint>

namespace dealwright::web::page {

extern "C" {
// start.js: events, frames, size
void page_start();
void page_request_frame();  // at the browser's next convenience
void page_request_frame_at(
    double delay);  // milliseconds from here; in place of the one asked for before; negative: none
void page_fit();    // gives the canvas the size it was last told of
void page_cursor(int imgui_cursor);
int page_today();  // year * 10000 + month * 100 + day
void page_count_frame(double drawn);
std::size_t page_resource_size(const char* name, std::size_t length);
void page_resource_bytes(const char* name, std::size_t length, char* out);
std::size_t page_address_size();
void page_address_bytes(char* out);
void page_set_address(const char* text, std::size_t length, bool replace);
void page_set_title(const char* text, std::size_t length);
void page_take_update();

// graphics.js
int page_open_device();  // gives the length of the longest side of a texture, in pixels; 0 where there is no device
int page_make_texture(int width, int height, const void* pixels);  // of 4 bytes a pixel; gives its number
void page_change_texture(int texture, int left, int top, int width, int height, const void* pixels,
                         int row);  // `row`: pixels from one line to the next
void page_drop_texture(int texture);
// A picture of that many points, drawn with that many pixels.
void page_begin_picture(float width, float height, int pixels_wide, int pixels_high, float red, float green,
                        float blue);
void page_take_mesh(const void* vertices, int vertex_bytes, const void* indices, int index_bytes);
// Triangles of the mesh, within a rectangle of pixels counted from the lower left.
void page_draw(int texture, int left, int bottom, int width, int height, unsigned first_vertex, unsigned first_index,
               unsigned indices);

// glyph.js: draws a letter and keeps its picture; `box` is filled with width, height, left, top and advance.
void page_draw_glyph(unsigned letter, float size, bool bold, float* box);
// The kept picture's coverage, a byte a pixel.
void page_glyph_coverage(unsigned char* out);

// text.js: the text element, the clipboard
// `id` 0: no text field is active. The place is the caret's, in CSS pixels.
void page_set_text(std::uint32_t id, bool multiline, const char* text, std::size_t length, int begin, int end, int x,
                   int y, int line_height);
void page_copy(const char* text, std::size_t length);

// files.js
void page_save(const char* name, std::size_t name_length, const char* bytes, std::size_t length);
void page_pick(const char* accept, std::size_t length, bool multiple);

// storage.js
void page_store(const char* key, std::size_t key_length, const char* bytes, std::size_t length);
void page_erase(const char* key, std::size_t key_length);
void page_load_all();

// mirror.js
// `words`: 7 per item, see mirror.js; `texts`: three per item, each ended by a zero byte.
void page_show(const std::uint32_t* words, std::size_t items, const char* texts, std::size_t length, bool at_once);
void page_announce(const char* text, std::size_t length, bool urgent);
}

}  // namespace dealwright::web::page
