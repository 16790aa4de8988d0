#include "web/app/pointer.hpp"

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"

namespace dealwright::web {
namespace {

model::Deal deal() {
  model::Deal out;
  out.id = "a";
  out.lines.resize(2);
  out.lines[0].component = "orders";
  out.lines[1].component = "support";
  out.lines[1].quantity = Decimal::whole(7);
  return out;
}

const document::TypeInfo& type() {
  return document::type_of<model::Deal>();
}

TEST_CASE("a pointer leads to fields, elements, through optionals, and one past a list's end") {
  const model::Deal value = deal();
  const auto discount = find_place(type(), &value, "/lines/1/quantity");
  REQUIRE(discount);
  CHECK(discount.value == &*value.lines[1].quantity);
  CHECK(discount.type->kind == document::TypeKind::decimal);
  CHECK(discount.slot_type->kind == document::TypeKind::optional);
  CHECK(discount.owner == &value.lines[1]);
  CHECK_FALSE(discount.is_element());

  const auto empty = find_place(type(), &value, "/lines/0/quantity");
  REQUIRE(empty);
  CHECK(empty.value == nullptr);
  CHECK(empty.slot == &value.lines[0].quantity);

  const auto end = find_place(type(), &value, "/lines/2");
  REQUIRE(end);
  CHECK(end.is_end());
  CHECK(end.type->name == "line");

  CHECK(find_place(type(), &value, "").value == &value);
}

TEST_CASE("a pointer that leads nowhere is no place") {
  const model::Deal value = deal();
  for (const char* pointer : {"lines", "/line", "/lines/3", "/lines/-1", "/lines/01", "/lines/1x", "/lines/", "/id/0",
                              "/lines/2/component", "/commitment/amount", "/lines/99999999999999999999"}) {
    CAPTURE(pointer);
    CHECK_FALSE(find_place(type(), &value, pointer));
  }
}

TEST_CASE("editing fills the optionals on the way, but not the last one") {
  model::Deal value = deal();
  const auto amount = edit_place(type(), &value, "/commitment/amount");
  REQUIRE(amount);
  REQUIRE(value.commitment.has_value());
  CHECK(amount.value == &value.commitment->amount);
  REQUIRE(edit_place(type(), &value, "/uplift"));
  CHECK_FALSE(value.uplift.has_value());
}

TEST_CASE("pointers are made of escaped tokens") {
  CHECK(child_pointer("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(child_pointer("", std::size_t{3}) == "/3");
  CHECK(parent_pointer("/lines/3/discount") == "/lines/3");
  CHECK(parent_pointer("") == "");
}

TEST_CASE("labels name the way") {
  const model::Deal value = deal();
  CHECK(pointer_label(type(), &value, "/lines/1/discount") == "Lines > support > Discount");
  CHECK(pointer_label(type(), &value, "/discount") == "Deal discount");
  CHECK(pointer_label(type(), &value, "/lines/2") == "Lines > 3");
  CHECK(pointer_label(type(), &value, "/owns/price") == "Ownership > Price");
}

}  // namespace
}  // namespace dealwright::web
