// dealwright schema: the JSON Schema of a kind of document.

#include "core/document/schema.hpp"

#include <memory>

#include "core/document/collection.hpp"
#include "core/document/model_types.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"

namespace dealwright::native {
namespace {

struct SchemaOptions {
  CommonOptions common;
  std::string kind;
};

const document::TypeInfo& collection() {
  return document::type_of<model::Programme>();
}

std::vector<std::string> kinds() {
  std::vector<std::string> out;
  for (const auto& field : collection().fields) out.emplace_back(field.note->label);
  out.emplace_back("programme");
  return out;
}

std::string schema_of(const std::string& kind) {
  if (kind.empty() || kind == "programme") return document::write_bundle_schema(collection());
  const auto at = static_cast<std::size_t>(document::kind_index(collection(), kind));
  return document::write_schema(document::kind_type(collection(), at), kind);
}

}  // namespace

void add_schema(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<SchemaOptions>();
  CLI::App* command =
      application.add_subcommand("schema", "The JSON Schema of a kind of document, for editors and pipelines");
  command->add_option("kind", options->kind, "Kind of document; none: a programme with all of them")
      ->check(CLI::IsMember(kinds()));
  add_output(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright schema price_book --output price_book.schema.json");
  command->callback(
      [options, &exit_code] { exit_code = finish(options->common, schema_of(options->kind), {}, exit_pass); });
}

}  // namespace dealwright::native
