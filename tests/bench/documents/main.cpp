// Writes a realistic programme for whole-command measurements: programme.json (a bundle of all but the deals) and
// deals.jsonl. Usage: bench_documents FOLDER DEALS

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "tests/support/generate.hpp"

namespace {

bool write(std::FILE* file, const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), file) == text.size();
}

}  // namespace

int main(int count, char** arguments) {
  using namespace dealwright;
  std::uint64_t deals = 0;
  if (count != 3) return 2;
  const std::string_view number = arguments[2];
  if (std::from_chars(number.data(), number.data() + number.size(), deals).ec != std::errc{}) return 2;
  const std::string folder = arguments[1];

  document::Library<model::Programme> library;
  library.documents = tests::generate_programme(tests::Kind::realistic, 1);
  std::FILE* bundle = std::fopen((folder + "/programme.json").c_str(), "wb");
  std::FILE* lines = std::fopen((folder + "/deals.jsonl").c_str(), "wb");
  if (!bundle || !lines) {
    std::fprintf(stderr, "bench_documents: cannot write to %s\n", folder.c_str());
    return 2;
  }
  bool sound = write(bundle, document::write_bundle(library));
  for (std::uint64_t index = 0; index < deals && sound; ++index) {
    const auto deal = tests::generate_deal(tests::Kind::realistic, library.documents, 1, index);
    sound = write(lines, document::write_line(deal) + "\n");
  }
  const bool closed = std::fclose(bundle) == 0 && std::fclose(lines) == 0;
  return sound && closed ? 0 : 2;
}
