#include "core/document/schema.hpp"

#include <map>

#include "core/base/words.hpp"
#include "core/document/limits.hpp"
#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"

namespace dealwright::document {
namespace {

constexpr std::string_view number_pattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";

std::string json_text(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

// A JSON object on one line, member by member.
class Object {
 public:
  Object& json(std::string_view name, std::string_view value) {
    text_ += text_.size() > 1 ? ", " : "";
    append_string(text_, name);
    text_ += ": ";
    text_ += value;
    return *this;
  }
  Object& text(std::string_view name, std::string_view value) { return json(name, json_text(value)); }
  bool is_empty() const { return text_.size() == 1; }
  std::string done() const { return text_ + "}"; }

 private:
  std::string text_ = "{";
};

// A JSON list on one line.
class List {
 public:
  List& json(std::string_view value) {
    text_ += text_.size() > 1 ? ", " : "";
    text_ += value;
    return *this;
  }
  List& text(std::string_view value) { return json(json_text(value)); }
  bool is_empty() const { return text_.size() == 1; }
  std::string done() const { return text_ + "]"; }

 private:
  std::string text_ = "[";
};

class Schema {
 public:
  // Members that every document has, then those of the type.
  std::string document(const TypeInfo& type, std::string_view kind, bool needs_version, Object schema) {
    Object properties;
    List required;
    properties.json("dealwright",
                    Object().json("const", std::to_string(format_version)).text("title", "Format version").done());
    properties.json("kind", Object().text("const", kind).done());
    if (needs_version) required.text("dealwright");
    required.text("kind");
    return object(type, schema, properties, required).done();
  }

  Object& object(const TypeInfo& type, Object& schema, Object& properties, List& required) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const FieldInfo& field = type.fields[i];
      properties.json(field.name, this->field(field, type));
      if ((type.required >> i & 1) != 0) required.text(field.name);
    }
    schema.text("type", "object").json("properties", properties.done());
    if (!required.is_empty()) schema.json("required", required.done());
    const List conditions = this->conditions(type);
    if (!conditions.is_empty()) schema.json("allOf", conditions.done());
    return schema.json("additionalProperties", "false");
  }

  std::string definitions() const {
    Object all;
    for (const auto& [name, text] : definitions_) all.json(name, text);
    return all.done();
  }

 private:
  std::string field(const FieldInfo& field, const TypeInfo& owner) {
    Object schema;
    if (field.note->label[0] != '\0') schema.text("title", field.note->label);
    if (field.note->help_text[0] != '\0') schema.text("description", field.note->help_text);
    value(field, *field.type, schema, false);
    const bool has_default = field.type->depth == 0 && field.type->kind != TypeKind::optional &&
                             field.type->kind != TypeKind::text && field.type->kind != TypeKind::date &&
                             field.type->kind != TypeKind::currency && !field.note->is_required &&
                             !field.needed.is_stated();
    if (has_default) {
      std::string text;
      append_value(text, field, field.in(owner.initial), {});
      schema.json("default", text);
    }
    return schema.done();
  }

  void value(const FieldInfo& field, const TypeInfo& type, Object& schema, bool in_list) {
    const FieldNote& note = *field.note;
    switch (type.kind) {
      case TypeKind::boolean:
        schema.text("type", "boolean");
        break;
      case TypeKind::integer:
        number("integer", note, schema);
        break;
      case TypeKind::decimal:
        number("number", note, schema);
        break;
      case TypeKind::text:
        text(note, schema, in_list);
        break;
      case TypeKind::date:
        schema.text("type", "string").text("format", "date").text("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        break;
      case TypeKind::month:
        schema.text("type", "string").text("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
        break;
      case TypeKind::currency:
        schema.text("$ref", reference_to_currency());
        break;
      case TypeKind::choice:
      case TypeKind::object:
        schema.text("$ref", reference_to(type));
        break;
      case TypeKind::list: {
        Object items;
        value(field, *type.element, items, true);
        const std::size_t most = note.most_items > 0 ? static_cast<std::size_t>(note.most_items) : most_list_items;
        schema.text("type", "array").json("maxItems", std::to_string(most)).json("items", items.done());
        break;
      }
      case TypeKind::optional:
        value(field, *type.element, schema, in_list);
        break;
      case TypeKind::money:
      case TypeKind::exact:
      case TypeKind::ratio:
        schema.json("not", "{}");
        break;
    }
  }

  // A JSON number, or its digits in a string; bounds are said of the number only.
  static void number(std::string_view type, const FieldNote& note, Object& schema) {
    schema.json("type", List().text(type).text("string").done()).text("pattern", number_pattern);
    if (note.has_min) schema.json("minimum", Decimal::from_micro(note.min_micro).to_string());
    if (note.has_max) schema.json("maximum", Decimal::from_micro(note.max_micro).to_string());
  }

  static void text(const FieldNote& note, Object& schema, bool in_list) {
    schema.text("type", "string");
    if (note.unit_kind == Unit::identifier) {
      schema.text("pattern", "^[a-z0-9._-]{1,64}$");
    } else if (note.unit_kind == Unit::colour) {
      schema.text("pattern", "^#[0-9a-fA-F]{6}$");
    } else {
      if (note.is_required && !in_list) schema.json("minLength", "1");
      const std::size_t most =
          note.most_items > 0 && !in_list ? static_cast<std::size_t>(note.most_items) : most_text_bytes;
      schema.json("maxLength", std::to_string(most));
    }
  }

  std::string reference_to(const TypeInfo& type) {
    if (definitions_.count(type.name) == 0) {
      definitions_[type.name];
      Object schema;
      schema.text("title", titled(type.name));
      if (type.kind == TypeKind::choice) {
        List names;
        for (const std::string_view name : type.choices) names.text(name);
        schema.json("enum", names.done());
      } else {
        Object properties;
        List required;
        object(type, schema, properties, required);
      }
      definitions_[type.name] = schema.done();
    }
    return "#/$defs/" + type.name;
  }

  std::string reference_to_currency() {
    std::string& definition = definitions_["currency"];
    if (definition.empty()) {
      List codes;
      for (const CurrencyInfo& row : Currency::all()) codes.text(row.code);
      definition = Object().text("title", "ISO 4217 currency code").json("enum", codes.done()).done();
    }
    return "#/$defs/currency";
  }

  // What a field's conditions ask of its siblings.
  static List conditions(const TypeInfo& type) {
    List all;
    for (const FieldInfo& field : type.fields) {
      if (field.applies.is_stated())
        all.json(Object()
                     .json("if", holds_where(type, field.applies))
                     .json("else", Object().json("properties", Object().json(field.name, "false").done()).done())
                     .done());
      if (field.needed.is_stated())
        all.json(Object()
                     .json("if", holds_where(type, field.needed))
                     .json("then", Object().json("required", List().text(field.name).done()).done())
                     .done());
    }
    return all;
  }

  static std::string holds_where(const TypeInfo& type, const SiblingCondition& condition) {
    const FieldInfo& sibling = type.fields[static_cast<std::size_t>(condition.sibling)];
    List values;
    for (std::uint8_t value = 0; value < 64; ++value) {
      if ((condition.values >> value & 1) == 0) continue;
      if (sibling.type->kind == TypeKind::boolean) {
        values.json(value != 0 ? "true" : "false");
      } else {
        values.text(sibling.type->choices[value]);
      }
    }
    Object schema;
    schema.json("properties", Object().json(sibling.name, Object().json("enum", values.done()).done()).done());
    if (!holds(condition, type, type.initial)) schema.json("required", List().text(sibling.name).done());
    return schema.done();
  }

  std::map<std::string, std::string> definitions_;
};

Object opening(std::string_view kind, std::string_view title) {
  Object schema;
  schema.text("$schema", "https://json-schema.org/draft/2020-12/schema");
  schema.text("$id", "https://dealwright.example/schema/1/" + std::string(kind) + ".json");
  schema.text("title", title);
  return schema;
}

// A finished object with one more member.
std::string with_member(std::string object, std::string_view name, std::string_view value) {
  object.pop_back();
  return object + ", \"" + std::string(name) + "\": " + std::string(value) + "}";
}

}  // namespace

std::string write_schema(const TypeInfo& type, std::string_view kind) {
  Schema schema;
  const std::string document = schema.document(type, kind, true, opening(kind, titled(kind)));
  return layout(with_member(document, "$defs", schema.definitions()));
}

std::string write_bundle_schema(const TypeInfo& collection) {
  Schema schema;
  List kinds;
  Object documents;
  for (const FieldInfo& field : collection.fields) {
    const std::string name = std::string(field.note->label) + "_document";
    documents.json(name, schema.document(*field.type->element, field.note->label, false,
                                         Object().text("title", titled(field.note->label))));
    kinds.json(Object().text("$ref", "#/$defs/" + name).done());
  }
  Object properties;
  List required;
  properties.json("dealwright", Object().json("const", std::to_string(format_version)).done());
  properties.json("kind", Object().text("const", "programme").done());
  properties.json("documents",
                  Object().text("type", "array").json("items", Object().json("oneOf", kinds.done()).done()).done());
  required.text("dealwright").text("kind");
  Object root = opening("programme", "Programme");
  schema.object(type_of<model::ProgrammeHeader>(), root, properties, required);
  std::string definitions = documents.done();
  const std::string others = schema.definitions();
  definitions.pop_back();
  definitions += ", " + others.substr(1);
  return layout(with_member(root.done(), "$defs", definitions));
}

}  // namespace dealwright::document
