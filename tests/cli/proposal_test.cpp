// What a customer must never read in a proposal.

#include <regex>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/programme.hpp"

namespace {

using nlohmann::json;

using tests::programme;

// Amounts as the formats write them: grouped for people, plain for programs.
std::set<std::string> amounts_of(const std::string& text) {
  std::set<std::string> out;
  const std::regex amount("[0-9][0-9,]*\\.[0-9]+");
  for (auto at = std::sregex_iterator(text.begin(), text.end(), amount); at != std::sregex_iterator(); ++at) {
    std::string digits = at->str();
    std::erase(digits, ',');
    out.insert(digits);
  }
  return out;
}

void collect_keys(const json& value, std::set<std::string>& keys) {
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) {
      keys.insert(key);
      collect_keys(inner, keys);
    }
  } else if (value.is_array()) {
    for (const auto& inner : value) collect_keys(inner, keys);
  }
}

// Amounts that only the partner knows, of one deal's Evaluation.
std::set<std::string> secrets_of(const json& deal) {
  std::set<std::string> secrets;
  const auto add = [&](const json& value) {
    // A zero or a round small amount says nothing.
    if (value.is_string() && value.get<std::string>().size() > 4) secrets.insert(value.get<std::string>());
  };
  for (const json& line : deal["pricing"]["lines"]) {
    add(line["cost_total"]);
    add(line["peak_cost"]);
    for (const json& span : line["spans"]) {
      for (const char* part : {"wholesale", "work", "third_party"}) add(span[part]);
    }
  }
  for (const json& row : deal["pricing"]["schedule"]) add(row["cost"]);
  for (const json& row : deal["pricing"]["service_lines"]) {
    add(row["cost"]);
    add(row["gross_margin"]);
  }
  const json& totals = deal["pricing"]["totals"];
  for (const char* key : {"cost_total", "gross_margin", "peak_cost", "margin", "peak_margin"}) add(totals[key]);
  return secrets;
}

// Amounts of list prices in a price book, which boundaries tell.
void collect_prices(const json& value, bool inside, std::set<std::string>& prices) {
  if (value.is_string() && inside) prices.insert(value.get<std::string>());
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) collect_prices(inner, inside || key == "price", prices);
  } else if (value.is_array()) {
    for (const auto& inner : value) collect_prices(inner, inside, prices);
  }
}

TEST_CASE("no cost, no margin, no key and no id of the inside is in a proposal") {
  const json evaluation = json::parse(tests::run("run " + programme + " --format json --today 2026-02-01").out);
  CHECK(evaluation["deals"].size() == 3);
  for (const json& deal : evaluation["deals"]) {
    const std::string id = deal["deal"];
    CAPTURE(id);
    const std::set<std::string> secrets = secrets_of(deal);
    CHECK(secrets.size() > 10);
    // What a customer may know: its own prices. An amount that is a price and happens to be a cost too is no secret.
    std::set<std::string> open;
    collect_prices(json::parse(tests::read_text(programme + "/price_books/" +
                                                deal["pricing"]["price_book"].get<std::string>() + ".json")),
                   false, open);
    for (const json& line : deal["pricing"]["lines"]) {
      open.insert(line["net_total"].get<std::string>());
      for (const json& span : line["spans"]) open.insert(span["net_before_true_up"].get<std::string>());
    }
    for (const char* format : {"text", "markdown", "json"}) {
      CAPTURE(std::string(format));
      const std::string proposal =
          tests::run("quote " + id + " " + programme + " --today 2026-02-01 --format " + format).out;
      CHECK(!proposal.empty());
      const std::set<std::string> shown = amounts_of(proposal);
      CHECK(shown.size() > 5);
      for (const std::string& secret : secrets) {
        if (open.count(secret) == 0) CHECK_MESSAGE(shown.count(secret) == 0, secret);
      }
      for (const char* word : {"cost", "margin", "wholesale", "guardrail", "approval", "sales_lead", "Ana Frei",
                               "standard-2026", "workshop-2026", "alpine-outdoor\"", "discount_amount", "component",
                               "integration-build", "project-management", "hourly"}) {
        CHECK_MESSAGE(proposal.find(word) == std::string::npos, word);
      }
    }
    const json proposal = json::parse(tests::run("quote " + id + " " + programme + " --format json").out);
    std::set<std::string> keys;
    collect_keys(proposal, keys);
    const std::set<std::string> known{
        "brand",        "contact",        "accent",     "logo",      "title",       "customer", "date",
        "currency",     "package",        "start",      "end",       "term_months", "monthly",  "once",
        "first_month",  "monthly_total",  "once_total", "shortfall", "total",       "years",    "terms",
        "service_tier", "service_levels", "legal",      "name",      "boundary",    "prices",   "from_month",
        "to_month",     "price",          "remark",     "year",      "months",      "value",    "quantity"};
    for (const std::string& key : keys) CHECK_MESSAGE(known.count(key) == 1, key);
  }
}

}  // namespace
