// Arbitrary bytes read as every kind of document, alone and as a whole source, whose deals are then evaluated. Built by
// Clang with -fsanitize=fuzzer,address.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/document/model_types.hpp"
#include "core/document/references.hpp"
#include "core/document/writer.hpp"
#include "core/evaluate.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

void demand(bool holds) {
  if (!holds) std::abort();
}

// A good document, written, reads back the same; a bad one says why, where it stands in the text.
template <class T>
void read_as(Reader& reader, std::string_view text) {
  static T value;  // used again and again, as a stream of documents does
  Diagnostics diagnostics;
  const bool is_good = reader.read(text, value, diagnostics);
  demand(is_good == diagnostics.empty());
  for (const Diagnostic& diagnostic : diagnostics) demand(diagnostic.line >= 1 && diagnostic.column >= 1);
  const std::string canonical = write_canonical(value);
  if (!is_good) return;
  T again;
  demand(reader.read(canonical, again, diagnostics));
  demand(equal(type_of<T>(), &value, &again));
  demand(write_canonical(again) == canonical);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  static Reader reader;
  read_as<model::Brand>(reader, text);
  read_as<model::Partner>(reader, text);
  read_as<model::Customer>(reader, text);
  read_as<model::PriceBook>(reader, text);
  read_as<model::Guardrails>(reader, text);
  read_as<model::Deal>(reader, text);
  for (const char* name : {"fuzz.json", "fuzz.jsonl"}) {
    Library<model::Programme> library;
    Diagnostics diagnostics;
    const bool is_good = add_source(library, {name, text}, reader, diagnostics);
    demand(is_good == diagnostics.empty());
    check_references(library, diagnostics);
    const auto evaluation = evaluate(library.documents, {});
    demand(evaluation.deals.size() == library.documents.deals.size());
    const std::string bundle = write_bundle(library);
    Library<model::Programme> again;
    Diagnostics none;
    demand(add_source(again, {"bundle.json", bundle}, reader, none));
    demand(write_bundle(again) == bundle);
  }
  return 0;
}
