#include "core/document/schema.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/document/model_types.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;
using nlohmann::json;

json parsed(const std::string& text) {
  json value = json::parse(text, nullptr, false);
  REQUIRE_FALSE(value.is_discarded());
  return value;
}

// Every field of an object's table is a property of its schema, and what is required is required.
void check_object(const TypeInfo& type, const json& schema, const json& definitions) {
  CAPTURE(type.name);
  CHECK(schema["type"] == "object");
  CHECK(schema["additionalProperties"] == false);
  for (const FieldInfo& field : type.fields) {
    CAPTURE(field.name);
    REQUIRE(schema["properties"].contains(std::string(field.name)));
    const json& property = schema["properties"][std::string(field.name)];
    CHECK(property["title"] == field.note->label);
    if (field.note->is_required) {
      const json& required = schema["required"];
      CHECK(std::find(required.begin(), required.end(), field.name) != required.end());
    }
    const TypeInfo* inner = field.type;
    while (inner->element != nullptr) inner = inner->element;
    if (inner->kind != TypeKind::object && inner->kind != TypeKind::choice) continue;
    REQUIRE(definitions.contains(inner->name));
    if (inner->kind == TypeKind::object) check_object(*inner, definitions[inner->name], definitions);
    if (inner->kind == TypeKind::choice) CHECK(definitions[inner->name]["enum"].size() == inner->choices.size());
  }
}

TEST_CASE("the schema of every kind is JSON and names every field") {
  for (const FieldInfo& kind : type_of<model::Programme>().fields) {
    const TypeInfo& type = *kind.type->element;
    const json schema = parsed(write_schema(type, kind.note->label));
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema["$id"] == "https://dealwright.example/schema/1/" + std::string(kind.note->label) + ".json");
    CHECK(schema["properties"]["dealwright"]["const"] == 1);
    CHECK(schema["properties"]["kind"]["const"] == kind.note->label);
    check_object(type, schema, schema["$defs"]);
  }
}

TEST_CASE("single rules of a schema") {
  const json deal = parsed(write_schema<model::Deal>());
  CHECK(deal["properties"]["discount"]["type"] == json{"number", "string"});
  CHECK(deal["properties"]["discount"]["minimum"] == 0);
  CHECK(deal["properties"]["discount"]["maximum"] == 1);
  CHECK(deal["properties"]["lines"]["maxItems"] == 500);
  CHECK(deal["properties"]["lines"]["items"]["$ref"] == "#/$defs/line");
  CHECK(deal["properties"]["tenancy"]["$ref"] == "#/$defs/tenancy");
  CHECK(deal["$defs"]["tenancy"]["enum"] == json{"shared", "dedicated"});
  CHECK(deal["required"] == json{"dealwright", "kind", "id", "partner", "customer", "price_book", "currency", "tenancy",
                                 "start", "term_months"});

  const json book = parsed(write_schema<model::PriceBook>());
  const json& price = book["$defs"]["price"];
  const json belongs = {{"if", {{"properties", {{"model", {{"enum", {"percentage"}}}}}}, {"required", {"model"}}}},
                        {"else", {{"properties", {{"rate", false}}}}}};
  CHECK(std::find(price["allOf"].begin(), price["allOf"].end(), belongs) != price["allOf"].end());
  // "flat" is the default model, so an absent model means it.
  const json needed = {{"if", {{"properties", {{"model", {{"enum", {"flat", "package"}}}}}}}},
                       {"then", {{"required", {"amount"}}}}};
  CHECK(std::find(price["allOf"].begin(), price["allOf"].end(), needed) != price["allOf"].end());
}

TEST_CASE("the schema of a bundle has one shape a kind") {
  const json bundle = parsed(write_bundle_schema(type_of<model::Programme>()));
  CHECK(bundle["properties"]["documents"]["items"]["oneOf"].size() == 10);
  for (const FieldInfo& kind : type_of<model::Programme>().fields)
    check_object(*kind.type->element, bundle["$defs"][std::string(kind.note->label) + "_document"], bundle["$defs"]);
}

}  // namespace
