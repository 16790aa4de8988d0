#include "web/app/value_text.hpp"

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"

namespace dealwright::web {
namespace {

model::Deal deal() {
  model::Deal out;
  out.id = "a";
  out.currency = *Currency::from_code("EUR");
  out.lines.resize(2);
  out.lines[0].component = "orders";
  out.lines[1].component = "support";
  out.lines[1].price = Decimal::whole(7);
  return out;
}

// The diagnostics, after a check that a refused text changed nothing.
Diagnostics set(model::Deal& value, std::string_view pointer, std::string_view text) {
  const model::Deal before = value;
  Diagnostics wrong = set_from_text(Kind::deal, &value, pointer, text);
  if (!wrong.empty()) CHECK(equal(kind_type(Kind::deal), &before, &value));
  return wrong;
}

TEST_CASE("values of every form are set from the text of documents") {
  model::Deal value = deal();
  CHECK(set(value, "/discount", "0.08").empty());
  CHECK(value.discount == Decimal::from_micro(80'000));
  CHECK(set(value, "/term_months", "24").empty());
  CHECK(value.term_months == 24);
  CHECK(set(value, "/tenancy", "dedicated").empty());
  CHECK(value.tenancy == model::Tenancy::dedicated);
  CHECK(set(value, "/start", "2027-02-28").empty());
  CHECK(value.start.to_string() == "2027-02-28");
  CHECK(set(value, "/currency", "JPY").empty());
  CHECK(value.currency.code() == "JPY");
  CHECK(set(value, "/name", "Čaj \"&\" <b>").empty());
  CHECK(value.name == "Čaj \"&\" <b>");
  CHECK(set(value, "/lines/0/quantity", "12.5").empty());
  CHECK(value.lines[0].quantity == Decimal::from_micro(12'500'000));
  CHECK(set(value, "/lines/1/price", "").empty());
  CHECK_FALSE(value.lines[1].price.has_value());
  // "" is neither an id nor a day, but such fields may be left out.
  model::PriceBook book;
  book.series = "emea";
  book.effective_to = *Date::from(2026, 12, 31);
  CHECK(set_from_text(Kind::price_book, &book, "/series", "").empty());
  CHECK(set_from_text(Kind::price_book, &book, "/effective_to", "").empty());
  CHECK(book.series == "");
  CHECK_FALSE(book.effective_to.is_stated());
  CHECK_FALSE(set_from_text(Kind::price_book, &book, "/effective_from", "").empty());
  CHECK(set(value, "/owns/price", "provider").empty());
  CHECK(value.owns.price == model::Party::provider);
  CHECK(set(value, "/commitment/amount", "500.00").empty());
  REQUIRE(value.commitment.has_value());
  CHECK(value.commitment->amount == Decimal::whole(500));
}

TEST_CASE("objects and elements are set from JSON, and one past the end is added") {
  model::Deal value = deal();
  CHECK(set(value, "/lines/2", R"({"component": "project", "discount": 0.1})").empty());
  REQUIRE(value.lines.size() == 3);
  CHECK(value.lines[2].component == "project");
  CHECK(value.lines[2].discount == Decimal::from_micro(100'000));
  CHECK(value.lines[0].component == "orders");
  CHECK(set(value, "/commitment", R"({"amount": "12.00", "period": "month", "basis": "after_discount"})").empty());
  CHECK(value.commitment->amount == Decimal::whole(12));
  CHECK(set(value, "/guardrails/0", "margins").empty());
  CHECK(set(value, "/guardrails/1", "terms").empty());
  CHECK(set(value, "/guardrails/0", "discounts").empty());
  CHECK(value.guardrails == std::vector<std::string>{"discounts", "terms"});
}

TEST_CASE("what a document cannot state is refused in the reader's words") {
  model::Deal value = deal();
  struct Row {
    const char* pointer;
    const char* text;
    const char* code;
    const char* line;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"/discount", "1.5", "document.out_of_range", "\"discount\" is 1.5 (expected 0 to 1)"},
           {"/discount", "ten", "document.wrong_type", "\"discount\" is the text \"ten\" (expected a number"},
           {"/term_months", "12.5", "document.wrong_type", "\"term_months\" is 12.5 (expected a whole number)"},
           {"/term_months", "0", "document.out_of_range", "\"term_months\" is 0 (expected 1 to 120)"},
           {"/discount", "0.1234567", "document.places",
            "\"discount\" is 0.1234567 (expected at most 6 decimal places)"},
           {"/id", "Not An Id", "document.identifier", "\"id\" is \"Not An Id\""},
           {"/start", "2026-02-30", "document.date", "\"start\" is \"2026-02-30\""},
           {"/tenancy", "sharde", "document.choice", "did you mean \"shared\"?"},
           {"/currency", "EUX", "document.currency", "\"EUX\" is not a currency in use"},
           {"/lines/0/component", "", "document.empty", "\"component\" is empty"},
           {"/lines/0/quantity", "-1", "document.out_of_range", "\"quantity\" is -1 (expected at least 0)"},
           {"/lines/2", R"({"component": "x", "discont": 1})", "document.unknown_key", "did you mean \"discount\"?"},
           {"/lines/2", R"({"component": )", "document.syntax", ""},
           {"/lines/2", R"({}, {"a": 1)", "document.syntax", ""},
       }) {
    CAPTURE(std::string(row.pointer));
    CAPTURE(std::string(row.text));
    const Diagnostics wrong = set(value, row.pointer, row.text);
    REQUIRE_FALSE(wrong.empty());
    CHECK(wrong[0].code == row.code);
    CAPTURE(to_line(wrong[0]));
    CHECK(to_line(wrong[0]).find(row.line) != std::string::npos);
    if (wrong[0].code == std::string("document.out_of_range")) CHECK(wrong[0].pointer == row.pointer);
  }
}

TEST_CASE("a pointer that leads nowhere is refused") {
  model::Deal value = deal();
  for (const char* pointer : {"", "/nothing", "/lines/7/discount", "/lines/2/discount", "lines"}) {
    CAPTURE(pointer);
    const Diagnostics wrong = set(value, pointer, "1");
    REQUIRE_FALSE(wrong.empty());
    CHECK(wrong[0].code == "edit.pointer");
  }
}

TEST_CASE("edits are named by what differs, in people's units") {
  model::Deal before = deal(), after = deal();
  before.name = after.name = "Fjordline";
  CHECK(edit_name(Kind::deal, &before, &after) == "No change of Fjordline");
  after.discount = Decimal::from_micro(125'000);
  CHECK(edit_name(Kind::deal, &before, &after) == "Deal discount of Fjordline: 0 % -> 12.5 %");
  after = before;
  after.revenue_model = model::RevenueModel::fixed_scope;
  CHECK(edit_name(Kind::deal, &before, &after) == "Revenue model of Fjordline: blended -> fixed scope");
  after = before;
  after.lines[1].price = Decimal::whole(12000);
  CHECK(edit_name(Kind::deal, &before, &after) == "Line support > Agreed price of Fjordline: 7.00 -> 12,000.00");
  after = before;
  after.lines.pop_back();
  CHECK(edit_name(Kind::deal, &before, &after) == "Line support removed from Fjordline");
  after = before;
  after.discount = Decimal::from_micro(125'000);
  after.term_months = 24;
  CHECK(edit_name(Kind::deal, &before, &after) == "2 changes of Fjordline");
  after = before;
  after.note = std::string(500, 'x');
  CHECK(edit_name(Kind::deal, &before, &after).size() < 120);
}

}  // namespace
}  // namespace dealwright::web
