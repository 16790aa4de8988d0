#pragma once
// JSON text -> described struct, with every mistake of the text told at once.

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/document/locate.hpp"
#include "core/document/type.hpp"

namespace dealwright::document {

// Reads documents one after another and keeps its memory between them; one for each thread.
//
// The text is read where it stands: it needs neither padding nor a final NUL, and nothing outside of it is looked at.
// Only UTF-8 JSON is taken; numbers are read from their digits, also where they stand in a string.
class Reader {
 public:
  Reader();
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // Reads a document of that kind ("deal") into `out`, a value of `type`. What the text leaves out gets its default, in
  // place: texts and lists of `out` keep their memory. Appends every mistake to `diagnostics`, by position, and returns
  // whether there was none; if there was one, `out` holds what could be read. A text that is not JSON gives one
  // diagnostic for that, after those for what stands before it; where it is not UTF-8 or a string does not close,
  // nothing else of it is read. No more than most_diagnostics are given.
  bool read(std::string_view text, const TypeInfo& type, std::string_view kind, void* out, Diagnostics& diagnostics,
            const Origin& origin = {});

  template <class T>
  bool read(std::string_view text, T& out, Diagnostics& diagnostics, const Origin& origin = {}) {
    const auto& type = type_of<T>();
    return read(text, type, type.name, &out, diagnostics, origin);
  }

  // The same for a bundle: the root may also have "documents", a list of objects, of which only the places are given.
  bool read_bundle(std::string_view text, const TypeInfo& type, std::string_view kind, void* out,
                   std::vector<Span>& documents, Diagnostics& diagnostics, const Origin& origin = {});

  // The same for an object alone, without "dealwright" and "kind": a part of a document, the arguments of a request.
  bool read_object(std::string_view text, const TypeInfo& type, void* out, Diagnostics& diagnostics,
                   const Origin& origin = {});

  template <class T>
  bool read_object(std::string_view text, T& out, Diagnostics& diagnostics, const Origin& origin = {}) {
    return read_object(text, type_of<T>(), &out, diagnostics, origin);
  }

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// The kind that a text states ("deal"), without checking anything else; "" where it states none.
std::string_view peek_kind(std::string_view text);

}  // namespace dealwright::document
