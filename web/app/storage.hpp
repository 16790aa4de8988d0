#pragma once
// The saved form of a person's work: every programme as one bundle text in canonical form under a key of its own, and
// one small text that says which there are and which was open. Browser storage is a cache of it that may fail.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"

namespace dealwright::web {

// Keys carry the version of the form: what another version wrote is left alone.
inline constexpr std::string_view overview_key = "dealwright/1/programmes";
inline constexpr std::string_view programme_key_prefix = "dealwright/1/programme/";
inline constexpr std::string_view copies_key_prefix = "dealwright/1/copies/";  // of its runs, by the same end
inline constexpr std::string_view kept_key_prefix = "dealwright/1/kept/";      // what could not be read, byte for byte

// A programme as the overview lists it.
struct SavedProgramme {
  std::string id;    // the end of its key: letters, digits and "-"
  std::string name;  // as people read it
};
BOOST_DESCRIBE_STRUCT(SavedProgramme, (), (id, name))
constexpr auto notes_of(const SavedProgramme*) {
  return std::array{field("id", "Id", Unit::identifier).required(), field("name", "Name").most(200)};
}

struct Overview {
  std::string open;  // id of the programme that was open
  std::vector<SavedProgramme> programmes;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (open, programmes))
constexpr auto notes_of(const Overview*) {
  return std::array{field("open", "Open"), field("programmes", "Programmes").most(1000)};
}

// What the platform is to do: store the bytes under the key, or erase the key.
struct StorageRequest {
  std::string key;
  std::string bytes;
  bool erase = false;
};

enum class SaveState : std::uint8_t { saved, unsaved, saving, failed };

// When what is written. It holds only keys; the bytes are made when they are due.
class Autosave {
 public:
  // Seconds from an edit to its saving: after the last of a run of edits, but no later than `longest` after the first.
  static constexpr double pause = 0.3;
  static constexpr double longest = 0.8;
  // Seconds to the next attempt after a failure; doubles up to the greatest.
  static constexpr double first_retry = 2.0;
  static constexpr double greatest_retry = 60.0;

  void changed(const std::string& key, double now, bool erase = false);
  // The keys that are due, to be written now; each is in flight until done() is called for it.
  struct Due {
    std::string key;
    bool erase = false;
  };
  std::vector<Due> take_due(double now);
  // The platform's answer; `error` is "" where it was stored. What failed is due again later.
  void done(const std::string& key, const std::string& error, double now);
  // All that is not saved is due now: the page is being hidden.
  void hurry(double now);

  SaveState state() const;
  // Why the last attempt failed; "" where it did not.
  const std::string& error() const { return error_; }
  // When something is due, in the time of `now`; infinity where nothing is.
  double next_due() const;

 private:
  struct Item {
    double first_change = 0;
    double due = 0;
    double retry = 0;  // 0: the last attempt did not fail
    bool is_changed = false;
    bool is_in_flight = false;
    bool erase = false;
  };
  std::map<std::string, Item> items_;
  std::string error_;
};

}  // namespace dealwright::web
