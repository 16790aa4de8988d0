#pragma once
// The JSON Schema (draft 2020-12) of a kind of document, for editors and pipelines.

#include <string>
#include <string_view>

#include "core/document/type.hpp"

namespace dealwright::document {

// The schema in canonical layout; its $id is https://dealwright.example/schema/1/KIND.json.
std::string write_schema(const TypeInfo& type, std::string_view kind);

template <class T>
std::string write_schema() {
  return write_schema(type_of<T>(), type_of<T>().name);
}

// The schema of the bundle of all kinds of a collection.
std::string write_bundle_schema(const TypeInfo& collection);

}  // namespace dealwright::document
