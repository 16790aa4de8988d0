#include "core/document/writer.hpp"

#include <array>
#include <charconv>

#include "core/document/limits.hpp"

namespace dealwright::document {
namespace {

enum class Form { document, result };

class Writer {
 public:
  Writer(std::string& out, Form form) : out_(out), form_(form) {}

  void object(const TypeInfo& type, const void* value, Currency currency) {
    out_ += '{';
    fields(type, value, currency, false);
    out_ += '}';
  }

  void fields(const TypeInfo& type, const void* value, Currency currency, bool follows) {
    if (type.currency >= 0) currency = as<Currency>(type.fields[static_cast<std::size_t>(type.currency)].in(value));
    for (const FieldInfo& field : type.fields) {
      if (!is_written(field, type, value)) continue;
      if (follows) out_ += ", ";
      follows = true;
      out_ += '"';
      out_ += field.name;
      out_ += "\": ";
      this->value(field, *field.type, field.in(value), currency);
    }
  }

  void value(const FieldInfo& field, const TypeInfo& type, const void* value, Currency currency) {
    switch (type.kind) {
      case TypeKind::boolean:
        out_ += as<bool>(value) ? "true" : "false";
        break;
      case TypeKind::integer:
        integer(type, value);
        break;
      case TypeKind::decimal:
        decimal(*field.note, as<Decimal>(value), currency);
        break;
      case TypeKind::text:
        append_string(out_, as<std::string>(value));
        break;
      case TypeKind::date:
        as<Date>(value).is_stated() ? word(as<Date>(value).to_string()) : nothing();
        break;
      case TypeKind::month:
        word(as<Month>(value).to_string());
        break;
      case TypeKind::currency:
        as<Currency>(value).is_stated() ? word(as<Currency>(value).code()) : nothing();
        break;
      case TypeKind::money:
        word(to_string(as<Money>(value)));
        break;
      case TypeKind::exact:
        word(as<Exact>(value).to_string());
        break;
      case TypeKind::ratio:
        as<Ratio>(value).has_value() ? word(to_string(as<Ratio>(value))) : nothing();
        break;
      case TypeKind::choice:
        word(type.choices[choice_at(value)]);
        break;
      case TypeKind::object:
        object(type, value, currency);
        break;
      case TypeKind::list: {
        const std::size_t size = type.list.size(value);
        out_ += '[';
        for (std::size_t i = 0; i < size; ++i) {
          if (i > 0) out_ += ", ";
          this->value(field, *type.element, list_item(type, value, i), currency);
        }
        out_ += ']';
        break;
      }
      case TypeKind::optional:
        if (const void* const inner = type.optional.get(value)) {
          this->value(field, *type.element, inner, currency);
        } else {
          nothing();
        }
        break;
    }
  }

 private:
  static bool states_nothing(const TypeInfo& type, const void* value) {
    switch (type.kind) {
      case TypeKind::text:
        return as<std::string>(value).empty();
      case TypeKind::date:
        return !as<Date>(value).is_stated();
      case TypeKind::currency:
        return !as<Currency>(value).is_stated();
      case TypeKind::optional:
        return type.optional.get(value) == nullptr;
      default:
        return false;
    }
  }

  bool is_written(const FieldInfo& field, const TypeInfo& owner, const void* object) const {
    if (form_ == Form::result)
      return field.type->kind != TypeKind::optional || !states_nothing(*field.type, field.in(object));
    const bool is_asked_for =
        field.note->is_required || (field.needed.is_stated() && holds(field.needed, owner, object));
    if (is_asked_for) return !states_nothing(*field.type, field.in(object));
    return !is_initial(field, owner, object);
  }

  void word(std::string_view text) {
    out_ += '"';
    out_ += text;
    out_ += '"';
  }

  void nothing() { out_ += "null"; }

  void integer(const TypeInfo& type, const void* value) {
    std::array<char, 24> digits;
    char* const end = digits.data() + digits.size();
    const bool is_wide = !type.is_signed && type.size == 8;
    const auto done = is_wide ? std::to_chars(digits.data(), end, as<std::uint64_t>(value))
                              : std::to_chars(digits.data(), end, integer_at(type, value));
    out_.append(digits.data(), done.ptr);
  }

  void decimal(const FieldNote& note, Decimal value, Currency currency) {
    if (note.unit_kind == Unit::money || note.unit_kind == Unit::unit_price) {
      word(value.to_string(currency.digits()));
    } else {
      out_ += value.to_string();
    }
  }

  std::string& out_;
  Form form_;
};

}  // namespace

void append_string(std::string& out, std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[c >> 4];
        out += hex[c & 15];
    }
  }
  out += text.substr(plain);
  out += '"';
}

void append_value(std::string& out, const FieldInfo& field, const void* value, Currency currency) {
  Writer(out, Form::document).value(field, *field.type, value, currency);
}

void append_document(std::string& out, const TypeInfo& type, const void* value, std::string_view kind) {
  out += '{';
  if (!kind.empty()) {
    out += "\"kind\": ";
    append_string(out, kind);
  }
  Writer(out, Form::document).fields(type, value, {}, !kind.empty());
  out += '}';
}

std::string write_line(const TypeInfo& type, const void* value, std::string_view kind) {
  std::string out;
  out.reserve(1024);
  out += "{\"dealwright\": " + std::to_string(format_version) + ", \"kind\": ";
  append_string(out, kind);
  Writer(out, Form::document).fields(type, value, {}, true);
  out += '}';
  return out;
}

std::string write_canonical(const TypeInfo& type, const void* value, std::string_view kind) {
  return layout(write_line(type, value, kind));
}

void append_json(std::string& out, const TypeInfo& type, const void* value) {
  FieldNote bare{};
  FieldInfo root;
  root.note = &bare;
  root.type = &type;
  Writer(out, Form::result).value(root, type, value, {});
}

std::string write_json(const TypeInfo& type, const void* value, JsonStyle style) {
  std::string out;
  out.reserve(4096);
  append_json(out, type, value);
  return style == JsonStyle::line ? out : layout(out);
}

}  // namespace dealwright::document
