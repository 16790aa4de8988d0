#include "core/document/type.hpp"

#include <boost/describe/class.hpp>
#include <doctest/doctest.h>

#include "core/document/model_types.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::document;

struct Inner {
  int number = 7;
  std::string word = "seven";
};
BOOST_DESCRIBE_STRUCT(Inner, (), (number, word))

struct Outer {
  bool flag = true;
  std::optional<Inner> maybe;
  std::vector<Inner> list;
  std::uint8_t small = 1;
  std::uint32_t wide = 1;
  std::int64_t widest = 1;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (flag, maybe, list, small, wide, widest))

TEST_CASE("the table of a struct") {
  const TypeInfo& type = type_of<Outer>();
  CHECK(&type == &type_of<Outer>());
  CHECK(type.kind == TypeKind::object);
  CHECK(type.name == "outer");
  CHECK(type.depth == 3);
  REQUIRE(type.fields.size() == 6);
  CHECK(type.fields[1].name == "maybe");
  CHECK(type.fields[1].type->kind == TypeKind::optional);
  CHECK(type.fields[1].type->element == &type_of<Inner>());
  CHECK(type.find("list") == 2);
  CHECK(type.find("list", 5) == 2);
  CHECK(type.find("lisp") == -1);
  CHECK(type.find("") == -1);
  Outer outer;
  for (const FieldInfo& field : type.fields) CHECK(equal(*field.type, field.in(&outer), field.in(type.initial)));
  CHECK(type.fields[2].in(static_cast<const void*>(&outer)) == &outer.list);
}

TEST_CASE("every field of a programme is found by its name from any place") {
  const auto check = [](const auto& self, const TypeInfo& type) -> void {
    if (type.element != nullptr) return self(self, *type.element);
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      for (std::size_t from = 0; from <= type.fields.size(); ++from)
        REQUIRE(type.find(type.fields[i].name, from) == static_cast<int>(i));
      self(self, *type.fields[i].type);
    }
  };
  check(check, type_of<model::Programme>());
}

TEST_CASE("every condition and reference of the model names what exists") {
  const TypeInfo& programme = type_of<model::Programme>();
  const auto kind = [&](std::string_view name) -> const TypeInfo* {
    for (const FieldInfo& field : programme.fields)
      if (name == field.note->label) return field.type->element;
    return nullptr;
  };
  const auto check = [&](const auto& self, const TypeInfo& type) -> void {
    if (type.element != nullptr) return self(self, *type.element);
    for (const FieldInfo& field : type.fields) {
      CAPTURE(type.name);
      CAPTURE(field.name);
      if (field.note->applies != nullptr) {
        CHECK(field.applies.is_stated());
        CHECK(field.applies.values != 0);
      }
      if (field.note->reference != nullptr) {
        const std::string_view reference = field.note->reference;
        const std::size_t dot = std::min(reference.find('.'), reference.size());
        const TypeInfo* const target = kind(reference.substr(0, dot));
        REQUIRE(target != nullptr);
        if (dot < reference.size()) CHECK(target->find(reference.substr(dot + 1)) >= 0);
      }
      self(self, *field.type);
    }
  };
  check(check, programme);
}

TEST_CASE("restoring, comparing and copying") {
  const TypeInfo& type = type_of<Outer>();
  Outer outer;
  outer.flag = false;
  outer.maybe.emplace().word = "other";
  outer.list.resize(3);
  outer.list[1].number = 8;
  Outer copy;
  CHECK_FALSE(equal(type, &outer, &copy));
  assign(type, &copy, &outer);
  CHECK(equal(type, &outer, &copy));
  CHECK(copy.list[1].number == 8);
  CHECK(copy.maybe->word == "other");
  copy.list[2].word = "x";
  CHECK_FALSE(equal(type, &outer, &copy));
  restore(type, &copy);
  CHECK(equal(type, &copy, type.initial));
  CHECK_FALSE(copy.maybe.has_value());
  assign(type, &outer, &copy);
  CHECK(outer.list.empty());
}

TEST_CASE("elements of lists move and go") {
  const TypeInfo& type = type_of<std::vector<Inner>>();
  std::vector<Inner> list(4);
  for (int i = 0; i < 4; ++i) list[static_cast<std::size_t>(i)].number = i;
  const auto order = [&] {
    std::string text;
    for (const Inner& item : list) text += std::to_string(item.number);
    return text;
  };
  move_item(type, &list, 0, 2);
  CHECK(order() == "1203");
  move_item(type, &list, 3, 0);
  CHECK(order() == "3120");
  erase_item(type, &list, 1);
  CHECK(order() == "320");
  erase_item(type, &list, 2);
  CHECK(order() == "32");
}

TEST_CASE("integers keep to their width") {
  Outer outer;
  const TypeInfo& type = type_of<Outer>();
  const TypeInfo& small = *type.fields[3].type;
  CHECK(set_integer(small, &outer.small, 255));
  CHECK(integer_at(small, &outer.small) == 255);
  CHECK_FALSE(set_integer(small, &outer.small, 256));
  CHECK_FALSE(set_integer(small, &outer.small, -1));
  CHECK(outer.small == 255);
  CHECK(set_integer(*type.fields[4].type, &outer.wide, 4'000'000'000));
  CHECK(integer_at(*type.fields[4].type, &outer.wide) == 4'000'000'000);
  CHECK(set_integer(*type.fields[5].type, &outer.widest, INT64_MIN));
  CHECK(outer.widest == INT64_MIN);
}

}  // namespace
