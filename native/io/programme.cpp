#include "native/io/programme.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "core/base/suggest.hpp"
#include "core/document/limits.hpp"
#include "core/document/references.hpp"
#include "native/io/files.hpp"
#include "native/io/parallel.hpp"

namespace dealwright::native {
namespace {

constexpr std::size_t peeked_bytes = 4096;

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
    if (file.read_once) {
      read_stream(file);
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
    if (!read_lines(lines, file.role, file.path)) tell_none(file.path);
    take(lines.diagnostics());
    if (handling_ == DealHandling::stream && file.role == FileRole::given)
      part_.deal_files.push_back({file.path, order_, true, nullptr});
  }

  void tell_none(const std::string& path) {
    part_.diagnostics.push_back(about_file("file.none", display_name(path), "there is no document"));
  }

  // Takes the lines that are to be read now as one text in which the others are blank, so that lines keep their
  // numbers. Returns whether there was any line.
  bool read_lines(LineReader& lines, FileRole role, const std::string& path) {
    std::string kept;
    int next_line = 1;
    bool fits = true, is_any = false;
    for (LineBlock block; fits && lines.next(block);) {
      for_each_line(block.text, block.first_line, [&](std::string_view line, int number) {
        is_any = true;
        if (leaves_deals(role) && document::peek_kind(line) == "deal") return;
        keep_line(kept, next_line, line, number);
      });
      fits = kept.size() <= document::most_bytes;
    }
    add_kept({path, std::move(kept), true}, fits, role);
    return is_any || !lines.diagnostics().empty();
  }

  static void keep_line(std::string& kept, int& next_line, std::string_view line, int number) {
    kept.append(static_cast<std::size_t>(number - next_line), '\n');
    kept += line;
    kept += '\n';
    next_line = number + 1;
  }

  void add_kept(document::Source source, bool fits, FileRole role) {
    if (!fits) {
      part_.diagnostics.push_back(
          about_file("file.too_large", source.name, "the file holds too much to keep in memory at once",
                     "at most 67,108,864 bytes of documents, deals not counted where they are only checked"));
    } else if (!source.text.empty()) {
      add(std::move(source), role);
    }
  }

  // What can be read only once: one document over several lines, or a document a line; then its name says so, or the
  // first line holds a whole object.
  void read_stream(const InputFile& file) {
    std::optional<Diagnostic> failure;
    Descriptor descriptor = file.path == "-" ? Descriptor(::dup(STDIN_FILENO)) : open_file(file.path, failure);
    if (failure) {
      part_.diagnostics.push_back(std::move(*failure));
      return;
    }
    auto lines = std::make_shared<LineReader>(std::move(descriptor), display_name(file.path));
    LineBlock block;
    if (!lines->next(block)) {
      if (lines->diagnostics().empty()) tell_none(file.path);
    } else if (is_lines_file(file.path) || begins_with_line(block.text)) {
      read_stream_lines(lines, std::move(block), file);
    } else {
      std::string text = std::move(block.text);
      bool fits = true;
      while (fits && lines->next(block)) {
        text += block.text;
        fits = text.size() <= document::most_bytes;
      }
      add_kept({display_name(file.path), std::move(text)}, fits, file.role);
    }
    take(lines->diagnostics());
  }

  // Its other documents must stand before its first deal where deals are streamed.
  void read_stream_lines(const std::shared_ptr<LineReader>& lines, LineBlock block, const InputFile& file) {
    std::string kept;
    int next_line = 1;
    bool fits = true, at_deal = false, is_any = false;
    do {
      for_each_line(block.text, block.first_line, [&](std::string_view line, int number) {
        if (at_deal) return;
        is_any = true;
        if (leaves_deals(file.role) && document::peek_kind(line) == "deal") {
          if (file.role == FileRole::reference) return;
          at_deal = true;
          lines->put_back({block.text.substr(static_cast<std::size_t>(line.data() - block.text.data())), number});
          return;
        }
        keep_line(kept, next_line, line, number);
      });
      fits = kept.size() <= document::most_bytes;
    } while (fits && !at_deal && lines->next(block));
    if (!is_any) tell_none(file.path);
    add_kept({display_name(file.path), std::move(kept), true}, fits, file.role);
    if (at_deal) part_.deal_files.push_back({display_name(file.path), order_, true, lines});
  }

  void add(document::Source source, FileRole role) {
    const std::size_t sources_before = part_.library.sources.size();
    const std::size_t deals_before = part_.library.documents.deals.size();
    document::add_source(part_.library, std::move(source), reader_, part_.diagnostics);
    part_.source_order.resize(part_.source_order.size() + part_.library.sources.size() - sources_before, order_);
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

// Whether a document was left out of which it is not known which it is.
bool lacks_unknown(const Programme& programme) {
  return programme.library.has_unnamed ||
         std::any_of(programme.diagnostics.begin(), programme.diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.code.starts_with("file."); });
}

// Where references lead nowhere and a path lies in no programme, what they lead to may lie beside it.
void tell_rootless(const std::string& path, Diagnostics& told) {
  constexpr const char* code = "input.rootless";
  const auto has = [&](std::string_view wanted) {
    return std::any_of(told.begin(), told.end(), [&](const Diagnostic& one) { return one.code == wanted; });
  };
  if (path.empty() || !has(document::dangling_reference) || has(marks_no_root) || has(code)) return;
  told.push_back(about_file(code, path, "there is no programme.json around it, so no other documents were looked for",
                            "a path below a programme's root, or the paths of the other documents as well",
                            Severity::info));
}

// What refers to a deal cannot know here whether it is among those that were left out.
void forgive_deals(Diagnostics& told) {
  std::erase_if(told, [](const Diagnostic& one) {
    return one.code == document::dangling_reference && one.message.starts_with("there is no deal ");
  });
}

}  // namespace

Programme read_programme(const InputFiles& files, DealHandling handling, int jobs) {
  Programme programme;
  programme.diagnostics = files.diagnostics;
  programme.rootless = files.rootless;
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
  const auto leaves = [&](const InputFile& file) {
    return handling == DealHandling::stream || file.role == FileRole::reference;
  };
  if (std::any_of(files.files.begin(), files.files.end(), leaves)) forgive_deals(programme.diagnostics);
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
  const document::Position place = place_in(text, pointer, entry.start);
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

void add_found(const Programme& programme, Diagnostics& told, Diagnostics found) {
  place_diagnostics(programme.library, found);
  std::move(found.begin(), found.end(), std::back_inserter(told));
  document::drop_retold(told);
  if (lacks_unknown(programme)) document::merge_dangling(told);
  tell_rootless(programme.rootless, told);
}

bool is_known(const document::LibraryIndex& index, std::string_view kind, std::string_view id) {
  const auto at = static_cast<std::size_t>(document::kind_index(document::type_of<model::Programme>(), kind));
  return at < index.ids.size() && index.ids[at].find(id) != index.ids[at].end();
}

Diagnostic no_document(const document::LibraryIndex& index, std::string_view kind, std::string_view id,
                       std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = std::string(kind) + ".none";
  diagnostic.message = std::move(message);
  const auto at = static_cast<std::size_t>(document::kind_index(document::type_of<model::Programme>(), kind));
  std::vector<std::string_view> known;
  if (at < index.ids.size())
    for (const auto& [name, entry] : index.ids[at]) known.push_back(name);
  diagnostic.nearest = nearest_name(id, known);
  return diagnostic;
}

void sort_worst_first(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
}

}  // namespace dealwright::native
