#include "web/editor/form_model.hpp"

#include <set>

#include <doctest/doctest.h>

#include "tests/web/app/work.hpp"
#include "web/app/pointer.hpp"
#include "web/editor/form_edit.hpp"

namespace dealwright::web {
namespace {

using tests::Work;

constexpr const char* deal_id = "case-1-fjordline-dedicated";
const DocumentRef deal_ref{Kind::deal, deal_id};

constexpr auto all_open = [](const std::string&, bool) { return true; };
constexpr auto as_suggested = [](const std::string&, bool by_default) { return by_default; };

std::vector<FormRow> rows_of(const Work& work, const DocumentRef& ref, const IsOpen& is_open,
                             std::string_view root = "", const std::vector<std::string_view>& fields = {}) {
  const Diagnostics found = work.session.diagnostics(ref);
  return form_rows({work.session.programme(), ref, work.session.document(ref), found}, root, is_open, fields);
}

const FormRow* row(const std::vector<FormRow>& rows, std::string_view pointer) {
  for (const auto& one : rows) {
    if (one.pointer == pointer) return &one;
  }
  return nullptr;
}

TEST_CASE("a deal's fields have labels, units, bounds, help and values from their notes") {
  const Work work;
  const auto rows = rows_of(work, deal_ref, as_suggested);
  const FormRow& discount = *row(rows, "/discount");
  CHECK(discount.kind == RowKind::number);
  CHECK(discount.label == "Deal discount");
  CHECK(discount.help == "On every discountable line, after its own discount.");
  CHECK(discount.unit == Unit::rate);
  CHECK(discount.least == Decimal::whole(0));
  CHECK(discount.most == Decimal::whole(1));
  CHECK(discount.value == "0.05");
  const FormRow& term = *row(rows, "/term_months");
  CHECK(term.is_whole);
  CHECK(term.is_required);
  CHECK(term.unit_words == "months");
  CHECK(term.most == Decimal::whole(120));
  const FormRow& amount = *row(rows, "/discount_amount");
  CHECK(amount.unit_words == "EUR");
  CHECK(amount.value == "0.00");
  CHECK(row(rows, "/id")->kind == RowKind::identifier);
  CHECK(row(rows, "/note")->kind == RowKind::long_text);
  CHECK(row(rows, "/note")->most_bytes == 2000);
  CHECK(row(rows, "/start")->kind == RowKind::date);
  CHECK(row(rows, "/start")->value == "2027-02-01");
  CHECK(row(rows, "/currency")->kind == RowKind::currency);
  const FormRow& tenancy = *row(rows, "/tenancy");
  REQUIRE(tenancy.options.size() == 2);
  CHECK(tenancy.options[1].value == "dedicated");
  CHECK(tenancy.options[1].label == "Dedicated");
}

TEST_CASE("references are chosen from the programme and from the document that they lead to") {
  const Work work;
  const auto rows = rows_of(work, deal_ref, all_open);
  const FormRow& customer = *row(rows, "/customer");
  CHECK(customer.kind == RowKind::reference);
  CHECK(customer.options.size() == work.session.programme().customers.size());  // required: no "None"
  const auto& book = *work.session.find<model::PriceBook>("emea-2026");
  const FormRow& package = *row(rows, "/package");
  REQUIRE(package.options.size() == book.packages.size() + 1);
  CHECK(package.options[0].value == "");
  CHECK(package.options[0].label == "None");
  CHECK(row(rows, "/lines/0/component")->options.size() == book.components.size());
  // Within a price book references lead to the book itself.
  const auto of_book = rows_of(work, {Kind::price_book, "emea-2026"}, all_open);
  CHECK(row(of_book, "/components/0/meter")->options.size() == book.meters.size() + 1);
}

TEST_CASE("a reference that leads nowhere stays in sight and says so") {
  Work work;
  REQUIRE(work.session.edit_text(deal_ref, "/customer", "fjordlin"));
  const auto rows = rows_of(work, deal_ref, as_suggested);
  const FormRow& customer = *row(rows, "/customer");
  CHECK(customer.options.back().value == "fjordlin");
  CHECK(customer.problem.find("there is no customer \"fjordlin\"") == 0);
  CHECK(customer.problem.find("Did you mean \"fjordline\"?") != std::string::npos);
  CHECK(customer.severity == Severity::error);
}

TEST_CASE("fields that do not apply have no row, needed ones are required") {
  const Work work;
  const auto rows = rows_of(work, {Kind::price_book, "emea-2026"}, all_open);
  const auto& components = work.session.find<model::PriceBook>("emea-2026")->components;
  for (std::size_t at = 0; at < components.size(); ++at) {
    const std::string price = "/components/" + std::to_string(at) + "/price";
    CAPTURE(price);
    const model::PriceModel model = components[at].price.model;
    const bool is_tiered = model == model::PriceModel::graduated || model == model::PriceModel::volume ||
                           model == model::PriceModel::stairstep;
    const bool has_amount = model == model::PriceModel::flat || model == model::PriceModel::package;
    CHECK((row(rows, price + "/tiers") != nullptr) == (is_tiered || model == model::PriceModel::percentage));
    CHECK((row(rows, price + "/amount") != nullptr) == has_amount);
    if (has_amount) CHECK(row(rows, price + "/amount")->is_required);
    CHECK((row(rows, price + "/rate") != nullptr) == (model == model::PriceModel::percentage));
  }
}

TEST_CASE("every value of every shipped document has its row, and every row its place") {
  const Work work;
  std::set<RowKind> seen;
  std::size_t count = 0;
  for (std::size_t at = 0; at < kind_count; ++at) {
    for (const auto& entry : work.session.documents(static_cast<Kind>(at))) {
      const auto rows = rows_of(work, entry.ref, all_open);
      std::set<std::string> pointers;
      for (const auto& one : rows) {
        CAPTURE(one.pointer);
        seen.insert(one.kind);
        REQUIRE(pointers.insert(one.pointer).second);
        const auto place = find_place(kind_type(entry.ref.kind), work.session.document(entry.ref), one.pointer);
        REQUIRE(place);
        CHECK((place.value != nullptr) == one.is_stated);
        CHECK(one.label != "");
        ++count;
      }
    }
  }
  CHECK(seen.size() == 12);  // all kinds of rows
  CHECK(count > 5000);
}

TEST_CASE("groups and lists show what is in them while they are closed") {
  const Work work;
  const auto rows = rows_of(work, deal_ref, as_suggested);
  const FormRow& lines = *row(rows, "/lines");
  CHECK(lines.kind == RowKind::list);
  CHECK_FALSE(lines.is_open);
  CHECK(lines.count == 5);
  CHECK(lines.can_add);
  CHECK(lines.add_label == "Add line");
  CHECK(lines.summary ==
        "Workflow automation, Optimisation, by 4 hours, Move from the shared platform to an own deployment, …");
  CHECK(row(rows, "/lines/0") == nullptr);
  const FormRow& uplift = *row(rows, "/uplift");
  CHECK(uplift.kind == RowKind::group);
  CHECK(uplift.is_optional);
  CHECK(uplift.is_stated);
  CHECK(uplift.summary == "Rate 3 %");
  const FormRow& commitment = *row(rows, "/commitment");
  CHECK_FALSE(commitment.is_stated);
  CHECK(row(rows, "/commitment/amount") == nullptr);
  const auto open = rows_of(work, deal_ref, all_open);
  const FormRow& line = *row(open, "/lines/1");
  CHECK(line.is_element);
  CHECK(line.index == 1);
  CHECK(line.siblings == 5);
  CHECK(line.label == "Optimisation, by 4 hours");
  CHECK(line.summary == "Quantity 8");
  CHECK(line.depth == 1);
  CHECK(row(open, "/lines/1/discount")->depth == 2);
  CHECK(row(rows_of(work, {Kind::deal, "case-1-fjordline-success"}, all_open), "/lines/1/ramp/0")->label ==
        "Ramp segment 1");
}

TEST_CASE("a part of a document, and only some of its fields, can be shown") {
  const Work work;
  const auto line = rows_of(work, deal_ref, as_suggested, "/lines/0", {"quantity", "discount", "no_such"});
  REQUIRE(line.size() == 2);
  CHECK(line[0].pointer == "/lines/0/quantity");
  CHECK(line[1].pointer == "/lines/0/discount");
  CHECK(line[1].depth == 0);
  CHECK(rows_of(work, deal_ref, as_suggested, "/lines").size() == 5);
  CHECK(rows_of(work, deal_ref, as_suggested, "/lines/9").empty());
  CHECK(rows_of(work, deal_ref, as_suggested, "/nothing").empty());
  CHECK(rows_of(work, {Kind::deal, "none"}, as_suggested).empty());
}

TEST_CASE("what is missing stands at the field that is to state it, and is counted around it") {
  Work work;
  REQUIRE(work.session.edit<model::Deal>(deal_id, "", "", [](model::Deal& deal) { deal.lines.emplace_back(); }));
  const auto rows = rows_of(work, deal_ref, all_open);
  CHECK(row(rows, "/lines/5/component")->problem == "This is needed");
  CHECK(row(rows, "/lines")->problems == 1);
  CHECK(row(rows, "/lines")->has_errors);
  CHECK(row(rows, "/lines/5")->problems == 1);
  CHECK(row(rows, "/lines/4")->problems == 0);
  CHECK(row(rows, "/lines/5")->label == "Line 6");
}

TEST_CASE("elements are added so that they can stand, duplicated, moved and removed") {
  Work work;
  Session& session = work.session;
  const std::string before = session.export_bundle();
  const auto& lines = session.find<model::Deal>(deal_id)->lines;
  REQUIRE(add_element(session, deal_ref, "/lines"));
  REQUIRE(lines.size() == 6);
  CHECK(lines[5].component != "");
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [&](const model::Line& line) { return line.component == lines[5].component; }) == 1);
  CHECK(session.diagnostics(deal_ref).empty());
  const std::string moved = lines[5].component;
  REQUIRE(move_element(session, deal_ref, "/lines/5", 0));
  CHECK(lines[0].component == moved);
  REQUIRE(remove_element(session, deal_ref, "/lines/0"));
  CHECK(lines.size() == 5);
  REQUIRE(add_element(session, deal_ref, "/guardrails"));
  CHECK(session.find<model::Deal>(deal_id)->guardrails.size() == 1);

  const DocumentRef book{Kind::price_book, "emea-2026"};
  const auto& components = session.find<model::PriceBook>("emea-2026")->components;
  const std::string first = components[0].id;
  REQUIRE(duplicate_element(session, book, "/components/0"));
  CHECK(components[1].id == first + "-2");
  REQUIRE(add_element(session, book, "/components"));
  CHECK(components.back().id == "component");
  REQUIRE(add_element(session, book, "/components/0/tenancies"));
  REQUIRE(add_element(session, book, "/components/0/tenancies"));
  CHECK(components[0].tenancies == std::vector{model::Tenancy::shared, model::Tenancy::dedicated});
  // A third would be more than the list takes.
  CHECK_FALSE(add_element(session, book, "/components/0/tenancies").applied);
  while (session.can_undo()) session.undo();
  CHECK(tests::difference(session.export_bundle(), before) == "");
}

TEST_CASE("optionals are switched on and off, and what leads nowhere is refused") {
  Work work;
  Session& session = work.session;
  REQUIRE(set_stated(session, deal_ref, "/commitment", true));
  REQUIRE(session.find<model::Deal>(deal_id)->commitment.has_value());
  CHECK(session.evaluation(deal_id)->priced);
  REQUIRE(set_stated(session, deal_ref, "/commitment", false));
  CHECK_FALSE(session.find<model::Deal>(deal_id)->commitment.has_value());
  CHECK(session.history().done() == 2);
  CHECK_FALSE(remove_element(session, deal_ref, "/nothing/0").applied);
  CHECK(remove_element(session, deal_ref, "/discount").applied);  // changes nothing: it is no element
  CHECK_FALSE(add_element(session, {Kind::deal, "none"}, "/lines").applied);
  CHECK(session.history().done() == 2);
}

}  // namespace
}  // namespace dealwright::web
