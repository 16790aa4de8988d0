#pragma once
// What the app asks of the machine around it, and what the machine reports back. Implemented by the page and, for
// tests, by the null platform. Pointer, keys and text do not pass through here: the platform feeds them to ImGui.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "web/platform/mirror.hpp"

namespace dealwright::web {

// The largest file that is taken in, in bytes; the reader of documents has the same limit.
inline constexpr std::size_t most_file_bytes = std::size_t{64} << 20;

// What the person has asked of the system, where it matters to the app.
struct Preferences {
  bool dark = false;
  bool reduced_motion = false;
  bool more_contrast = false;
  bool touch = false;           // the main pointer is a finger
  bool mac = false;             // Command is the key of shortcuts
  std::string language = "en";  // BCP 47

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

// A file picked, dropped or pasted.
struct FileIn {
  std::string name;  // without folders
  std::string bytes;
  std::string problem;  // why it could not be read, as a sentence; "" where `bytes` are the file's
};

// The answer to a store() or erase(); they are answered in the order they were asked.
struct Stored {
  std::string key;
  std::string problem;  // as a sentence; "" where it was done
};

struct Record {
  std::string key;
  std::string bytes;
};

// The answer to load_all(): every record, by key in the order of its bytes.
struct Loaded {
  std::vector<Record> records;
  std::string problem;  // as a sentence; "" where all was read
};

enum class MirrorAction : std::uint8_t {
  focus,   // make it the item that keys go to
  press,   // as a click would
  change,  // `value` is its text from here on
};

// What somebody did to an element of the mirror.
struct MirrorEvent {
  std::uint32_t id = 0;
  MirrorAction action = MirrorAction::press;
  std::string value;  // of `change`
};

// All that happened since the last call of take_events().
struct Events {
  std::vector<FileIn> files;
  std::optional<bool> files_over;  // files are held over the page, or no longer
  std::vector<Stored> stored;
  std::optional<Loaded> loaded;
  std::vector<MirrorEvent> mirror;
  std::optional<std::string> address;  // the fragment without '#'; by back, forward or hand, never by set_address()
  std::optional<bool> visible;         // the page came to the front, or left it
  std::optional<std::string> pasted;   // text pasted while no text field was active
  std::optional<std::string> copy_problem;  // copy_text() was refused: a sentence
  bool preferences_changed = false;
  bool drawing_restored = false;  // the graphics device was lost and is back; nothing else is
  bool update_ready = false;      // a newer release is loaded; take_update() starts it
};

// A letter as the system draws it. Lengths are in pixels of the picture.
struct SystemGlyph {
  int width = 0;
  int height = 0;
  int left = 0;                         // of the picture, from the pen
  int top = 0;                          // of the picture, from the base line, downwards
  float advance = 0;                    // of the pen
  std::vector<unsigned char> coverage;  // width x height, 255 is covered
};

class Platform {
 public:
  virtual ~Platform() = default;

  // Seconds since some moment before the start; never goes back.
  virtual double now() const = 0;
  // The day where the person is.
  virtual Date today() const = 0;
  virtual const Preferences& preferences() const = 0;

  // Frames are drawn after input and events, a few each, and then none. Whoever needs another one says so in each frame
  // that needs it: the next one, or one at a moment of now().
  virtual void wake() = 0;
  virtual void wake_at(double seconds) = 0;

  // Call it at the start of each frame.
  virtual Events take_events() = 0;

  // The bytes of a file that ships with the app ("programme.json"); empty where there is none. Valid until the end.
  virtual std::string_view resource(std::string_view name) const = 0;

  // Draws a letter that the app's own fonts lack, `size` pixels high. False where the system draws none.
  virtual bool draw_glyph(char32_t letter, float size, bool bold, SystemGlyph& glyph) = 0;

  // Text of a Copy button. Ctrl+C in text fields needs no help.
  virtual void copy_text(std::string_view text) = 0;
  // Hands the person a file.
  virtual void save(std::string_view name, std::string_view bytes) = 0;
  // Opens the system's chooser; what is chosen comes as events, and nothing comes where the person changes their mind.
  // `accept`: suffixes and media types as in HTML, such as ".json,.jsonl".
  virtual void pick_files(std::string_view accept, bool multiple) = 0;

  // Records that outlive the page.
  virtual void store(std::string_view key, std::string_view bytes) = 0;
  virtual void erase(std::string_view key) = 0;
  virtual void load_all() = 0;

  // The fragment of the page's address, without '#'. `replace`: without a step in the history of the browser.
  virtual std::string address() const = 0;
  virtual void set_address(std::string_view fragment, bool replace) = 0;
  virtual void set_title(std::string_view title) = 0;

  // What the frame shows, at its end. Places are in CSS pixels from the corner of the canvas.
  virtual void show(std::span<const MirrorItem> items) = 0;
  // Read out by a screen reader: after what it is saying, or, where urgent, at once.
  virtual void announce(std::string_view text, bool urgent) = 0;

  // Shortcuts (ImGuiKeyChord) that the app takes from the browser; all others stay the browser's.
  virtual void take_shortcuts(std::span<const int> chords) = 0;
  // Starts the release that update_ready told of. Store the person's work first.
  virtual void take_update() = 0;
};

}  // namespace dealwright::web
