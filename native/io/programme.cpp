#include "native/io/programme.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "core/document/limits.hpp"
#include "core/document/references.hpp"
#include "native/io/parallel.hpp"

namespace dealwright::native {
namespace {

constexpr std::size_t peeked_bytes = 4096;

// Standard input's texts are named so while they are read, for what reads lines knows them by their names' ends.
constexpr std::string_view lines_input = "standard input.jsonl";

// What one thread has read of a run of consecutive files.
struct Part {
  document::Library<model::Programme> library;
  std::vector<std::size_t> source_order;
  std::vector<DealFile> deal_files;
  Diagnostics diagnostics;
};

class PartReader {
 public:
  PartReader(Part& part, DealHandling handling) : part_(part), handling_(handling) {}

  void read(const InputFile& file, std::size_t order) {
    order_ = order;
    if (file.path == "-") {
      read_standard_input();
    } else if (is_lines_file(file.path)) {
      read_lines_file(file);
    } else {
      read_document(file);
    }
  }

 private:
  bool leaves_deals(FileRole role) const { return role == FileRole::reference || handling_ == DealHandling::stream; }

  void read_document(const InputFile& file) {
    if (leaves_deals(file.role)) {
      if (auto failure = read_start(file.path, peeked_bytes, text_)) {
        part_.diagnostics.push_back(std::move(*failure));
        return;
      }
      if (leave_deal(file)) return;
    }
    if (auto failure = read_file(file.path, document::most_bytes, text_)) {
      part_.diagnostics.push_back(std::move(*failure));
      return;
    }
    if (leaves_deals(file.role) && leave_deal(file)) return;
    add({file.path, std::move(text_)}, file.role);
  }

  // Whether text_ begins a deal, which is then listed or left out.
  bool leave_deal(const InputFile& file) {
    if (document::peek_kind(text_) != "deal") return false;
    if (file.role == FileRole::given) part_.deal_files.push_back({file.path, order_, false, nullptr});
    return true;
  }

  void read_lines_file(const InputFile& file) {
    std::optional<Diagnostic> failure;
    Descriptor descriptor = open_file(file.path, failure);
    if (failure) {
      part_.diagnostics.push_back(std::move(*failure));
      return;
    }
    LineReader lines(std::move(descriptor), file.path);
    read_lines(lines, file.role, file.path);
    take(lines.diagnostics());
    if (handling_ == DealHandling::stream && file.role == FileRole::given)
      part_.deal_files.push_back({file.path, order_, true, nullptr});
  }

  // Takes the lines that are to be read now as one text in which the others are blank, so that lines keep their
  // numbers.
  void read_lines(LineReader& lines, FileRole role, const std::string& path) {
    std::string kept;
    int next_line = 1;
    bool fits = true;
    for (LineBlock block; fits && lines.next(block);) {
      for_each_line(block.text, block.first_line, [&](std::string_view line, int number) {
        if (leaves_deals(role) && document::peek_kind(line) == "deal") return;
        keep_line(kept, next_line, line, number);
      });
      fits = kept.size() <= document::most_bytes;
    }
    finish_lines(std::move(kept), fits, role, path, path);
  }

  static void keep_line(std::string& kept, int& next_line, std::string_view line, int number) {
    kept.append(static_cast<std::size_t>(number - next_line), '\n');
    kept += line;
    kept += '\n';
    next_line = number + 1;
  }

  void finish_lines(std::string kept, bool fits, FileRole role, const std::string& path, const std::string& shown) {
    if (!fits) {
      Diagnostic diagnostic;
      diagnostic.code = "file.too_large";
      diagnostic.file = shown;
      diagnostic.message = "the file holds too much to keep in memory at once";
      diagnostic.expected = "at most 67,108,864 bytes of documents, deals not counted where they are only checked";
      part_.diagnostics.push_back(std::move(diagnostic));
    } else if (!kept.empty()) {
      add({path, std::move(kept)}, role);
    }
  }

  // One document over several lines, or a document a line: then the first line holds a whole object.
  void read_standard_input() {
    auto lines = std::make_shared<LineReader>(Descriptor(::dup(STDIN_FILENO)), display_name("-"));
    LineBlock block;
    if (!lines->next(block)) {
      Diagnostic diagnostic;
      diagnostic.code = "file.none";
      diagnostic.file = display_name("-");
      diagnostic.message = "there is no document";
      part_.diagnostics.push_back(std::move(diagnostic));
      take(lines->diagnostics());
      return;
    }
    if (holds_lines(block.text)) {
      read_input_lines(lines, std::move(block));
    } else {
      std::string text = std::move(block.text);
      bool fits = true;
      while (fits && lines->next(block)) {
        text += block.text;
        fits = text.size() <= document::most_bytes;
      }
      finish_lines(std::move(text), fits, FileRole::given, display_name("-"), display_name("-"));
    }
    take(lines->diagnostics());
  }

  static bool holds_lines(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    while (line.ends_with(' ') || line.ends_with('\r') || line.ends_with('\t')) line.remove_suffix(1);
    return line.starts_with('{') && line.ends_with('}');
  }

  // A stream is read once: its other documents must stand before its first deal where deals are streamed.
  void read_input_lines(const std::shared_ptr<LineReader>& lines, LineBlock block) {
    std::string kept;
    int next_line = 1;
    bool fits = true, at_deal = false;
    do {
      for_each_line(block.text, block.first_line, [&](std::string_view line, int number) {
        if (at_deal) return;
        if (handling_ == DealHandling::stream && document::peek_kind(line) == "deal") {
          at_deal = true;
          lines->put_back({block.text.substr(static_cast<std::size_t>(line.data() - block.text.data())), number});
          return;
        }
        keep_line(kept, next_line, line, number);
      });
      fits = kept.size() <= document::most_bytes;
    } while (fits && !at_deal && lines->next(block));
    finish_lines(std::move(kept), fits, FileRole::given, std::string(lines_input), display_name("-"));
    if (at_deal) part_.deal_files.push_back({display_name("-"), order_, true, lines});
  }

  void add(document::Source source, FileRole role) {
    const std::size_t sources_before = part_.library.sources.size();
    const std::size_t deals_before = part_.library.documents.deals.size();
    document::add_source(part_.library, std::move(source), reader_, part_.diagnostics);
    for (std::size_t at = sources_before; at < part_.library.sources.size(); ++at) {
      part_.source_order.push_back(order_);
      if (part_.library.sources[at].name == lines_input) part_.library.sources[at].name = display_name("-");
    }
    for (Diagnostic& diagnostic : part_.diagnostics) {
      if (diagnostic.file == lines_input) diagnostic.file = display_name("-");
    }
    if (role == FileRole::reference && part_.library.documents.deals.size() > deals_before) forget_deals(deals_before);
  }

  // Deals of a bundle that is only there for reference.
  void forget_deals(std::size_t from) {
    document::LibraryIndex& index = part_.library;
    const auto kind = static_cast<std::uint8_t>(document::kind_index(document::type_of<model::Programme>(), "deal"));
    part_.library.documents.deals.resize(from);
    std::vector<std::uint32_t> places(index.entries.size(), document::LibraryIndex::unread);
    std::vector<document::Entry> kept;
    for (std::size_t at = 0; at < index.entries.size(); ++at) {
      if (index.entries[at].kind == kind && index.entries[at].index >= from) continue;
      places[at] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(index.entries[at]);
    }
    index.entries = std::move(kept);
    for (auto& ids : index.ids) {
      for (auto at = ids.begin(); at != ids.end();) {
        const bool is_read = at->second != document::LibraryIndex::unread;
        if (is_read) at->second = places[at->second];
        at = is_read && at->second == document::LibraryIndex::unread ? ids.erase(at) : std::next(at);
      }
    }
  }

  void take(const Diagnostics& diagnostics) {
    part_.diagnostics.insert(part_.diagnostics.end(), diagnostics.begin(), diagnostics.end());
  }

  Part& part_;
  DealHandling handling_;
  document::Reader reader_;
  std::string text_;
  std::size_t order_ = 0;
};

}  // namespace

Programme read_programme(const InputFiles& files, DealHandling handling, int jobs) {
  Programme programme;
  programme.diagnostics = files.diagnostics;
  const std::size_t count = files.files.size();
  const std::size_t parts_count = std::clamp<std::size_t>(count / 8, 1, static_cast<std::size_t>(std::max(jobs, 1)));
  std::vector<Part> parts(parts_count);
  in_parallel(static_cast<int>(parts_count), [&](int job) {
    const auto at = static_cast<std::size_t>(job);
    PartReader reader(parts[at], handling);
    for (std::size_t file = count * at / parts_count; file < count * (at + 1) / parts_count; ++file)
      reader.read(files.files[file], file);
  });
  for (Part& part : parts) {
    std::move(part.diagnostics.begin(), part.diagnostics.end(), std::back_inserter(programme.diagnostics));
    document::append(programme.library, std::move(part.library), programme.diagnostics);
    programme.source_order.insert(programme.source_order.end(), part.source_order.begin(), part.source_order.end());
    std::move(part.deal_files.begin(), part.deal_files.end(), std::back_inserter(programme.deal_files));
  }
  document::check_references(programme.library, programme.diagnostics);
  return programme;
}

std::string display_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

document::Position place_in(std::string_view text, std::string_view pointer, document::Position start) {
  for (;;) {
    const document::Position inner = document::locate(text, pointer);
    if (inner.line > 0) return document::offset_by(inner, start);
    const auto slash = pointer.rfind('/');
    if (slash == std::string_view::npos) return start;
    pointer = pointer.substr(0, slash);
  }
}

std::optional<report::Place> place_of(const document::LibraryIndex& index, std::string_view kind, std::string_view id,
                                      std::string_view pointer) {
  const int at = document::kind_index(document::type_of<model::Programme>(), kind);
  if (at < 0 || static_cast<std::size_t>(at) >= index.ids.size()) return std::nullopt;
  const auto& ids = index.ids[static_cast<std::size_t>(at)];
  const auto found = ids.find(id);
  if (found == ids.end() || found->second == document::LibraryIndex::unread) return std::nullopt;
  const document::Entry& entry = index.entries[found->second];
  const document::Source& source = index.sources[entry.source];
  const std::string_view text = std::string_view(source.text).substr(entry.begin, entry.end - entry.begin);
  const document::Position place = place_in(text, pointer, document::position_at(source.text, entry.begin));
  return report::Place{source.name, place.line, place.column};
}

void place_diagnostics(const document::LibraryIndex& index, Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    const auto slash = diagnostic.file.find('/');
    if (diagnostic.line > 0 || slash == std::string::npos) continue;
    const auto place = place_of(index, std::string_view(diagnostic.file).substr(0, slash),
                                std::string_view(diagnostic.file).substr(slash + 1), diagnostic.pointer);
    if (!place) continue;
    diagnostic.file = place->file;
    diagnostic.line = place->line;
    diagnostic.column = place->column;
  }
}

void add_found(const document::LibraryIndex& index, Diagnostics& told, Diagnostics found) {
  place_diagnostics(index, found);
  std::move(found.begin(), found.end(), std::back_inserter(told));
  document::drop_retold(told);
}

void sort_worst_first(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
}

}  // namespace dealwright::native
