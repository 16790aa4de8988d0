#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/limits.hpp"
#include "core/document/writer.hpp"

namespace dealwright::document {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
}

// Breaks one line of JSON where it is too long. Width is counted in characters.
class Layout {
 public:
  Layout(std::string_view line, std::string& out) : line_(line), out_(out) { measure(); }

  void value(std::size_t indent, std::size_t column, bool is_root) {
    const char open = line_[at_];
    if (open != '{' && open != '[') return scalar();
    const Container& container = containers_[next_];
    const std::size_t comma = container.end < line_.size() && line_[container.end] == ',' ? 1 : 0;
    const bool is_empty = container.end - at_ == 2;
    if (is_empty || (!is_root && column + container.width + comma <= most_columns)) {
      out_ += line_.substr(at_, container.end - at_);
      at_ = container.end;
      next_ = container.after;
      return;
    }
    const std::size_t end = container.end;
    ++next_;
    ++at_;
    out_ += open;
    while (true) {
      new_line(indent + 2);
      std::size_t begin = indent + 2;
      if (open == '{') begin += key();
      value(indent + 2, begin, false);
      if (line_[at_] != ',') break;
      out_ += ',';
      at_ += 2;  // ", "
    }
    new_line(indent);
    out_ += line_[at_];
    at_ = end;
  }

 private:
  // An object or list of the line, in the order in which they begin.
  struct Container {
    std::size_t end = 0;    // offset behind it
    std::size_t width = 0;  // in characters
    std::size_t after = 0;  // index of the first container behind it
  };

  void measure() {
    std::vector<std::size_t> open;
    std::size_t column = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < line_.size(); ++i) {
      const char c = line_[i];
      if (begins_character(c)) ++column;
      if (in_string) {
        if (c == '\\') {
          ++i;  // escaped characters are ASCII
          ++column;
        } else if (c == '"') {
          in_string = false;
        }
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        open.push_back(containers_.size());
        containers_.push_back({0, column - 1, 0});
      } else if (c == '}' || c == ']') {
        Container& container = containers_[open.back()];
        container.end = i + 1;
        container.width = column - container.width;
        container.after = containers_.size();
        open.pop_back();
      }
    }
  }

  void new_line(std::size_t indent) {
    out_ += '\n';
    out_.append(indent, ' ');
  }

  std::size_t string_end(std::size_t at) const {
    for (++at; line_[at] != '"'; ++at)
      if (line_[at] == '\\') ++at;
    return at + 1;
  }

  // Copies "name": and gives its width.
  std::size_t key() {
    const std::size_t end = string_end(at_) + 2;
    std::size_t width = 0;
    for (std::size_t i = at_; i < end; ++i) width += begins_character(line_[i]) ? std::size_t{1} : std::size_t{0};
    out_ += line_.substr(at_, end - at_);
    at_ = end;
    return width;
  }

  void scalar() {
    std::size_t end = at_;
    if (line_[at_] == '"') {
      end = string_end(at_);
    } else {
      while (end < line_.size() && line_[end] != ',' && line_[end] != '}' && line_[end] != ']') ++end;
    }
    out_ += line_.substr(at_, end - at_);
    at_ = end;
  }

  std::string_view line_;
  std::string& out_;
  std::vector<Container> containers_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
};

}  // namespace

std::string layout(std::string_view line) {
  std::string out;
  out.reserve(line.size() + line.size() / 2);
  Layout(line, out).value(0, 0, true);
  out += '\n';
  return out;
}

}  // namespace dealwright::document
