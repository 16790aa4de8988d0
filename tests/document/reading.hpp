#pragma once
// Small documents as text, and what reading them says.

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "core/document/model_types.hpp"
#include "core/document/reader.hpp"

namespace dealwright::document_test {

using document::Origin;
using document::Reader;

struct Found {
  model::Customer customer;
  Diagnostics diagnostics;
  bool is_good = false;
};

inline Found read_customer(std::string_view text, const Origin& origin = {}) {
  Found found;
  Reader reader;
  found.is_good = reader.read(text, found.customer, found.diagnostics, origin);
  return found;
}

// A customer with these further members.
inline std::string customer_with(std::string_view members) {
  return R"({"dealwright": 1, "kind": "customer", "id": "acme", "name": "Acme", "segment": "b2b_wholesaler", "currency": "EUR", )"
         R"("profile": {})" +
         std::string(members) + "}";
}

// A price book with one component of this price.
inline std::string book_with_price(std::string_view price, std::string_view currency = "EUR") {
  return R"({"dealwright": 1, "kind": "price_book", "id": "b", "currency": ")" + std::string(currency) +
         R"(", "effective_from": "2026-01-01", "components": [{"id": "c", "service_line": "platform", "charge": "monthly", "price": )" +
         std::string(price) + "}]}";
}

inline Diagnostics read_book(std::string_view text) {
  model::PriceBook book;
  Diagnostics diagnostics;
  Reader reader;
  const bool is_good = reader.read(text, book, diagnostics);
  CHECK(is_good == diagnostics.empty());
  return diagnostics;
}

// "syntax missing": the codes without "document.".
inline std::string codes(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += (text.empty() ? "" : " ") + diagnostic.code.substr(9);
  return text;
}

}  // namespace dealwright::document_test
