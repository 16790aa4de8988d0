// The pricer against the second implementation of docs/pricing.md, over generated deals.

#include "tests/pricing/reference/reference.hpp"

#include <cstdlib>
#include <map>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "core/pricing/pricer.hpp"
#include "tests/pricing/compare.hpp"
#include "tests/support/generate.hpp"

namespace dealwright::tests {

namespace {

// DEALWRIGHT_GENERATED_DEALS and DEALWRIGHT_SEED ask for more or other deals.
std::uint64_t asked(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

template <class T>
const T& by_id(const std::vector<T>& documents, const std::string& id) {
  for (const auto& document : documents) {
    if (document.id == id) return document;
  }
  FAIL("no document " << id);
  return documents.front();
}

std::string lines_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) text += to_line(diagnostic) + "\n";
  return text;
}

// The documents and the pricer's lines, for who must find out which of the two is wrong.
std::string evidence(const reference::Documents& documents, const pricing::PricedDeal& fast,
                     const std::string& difference) {
  std::string text =
      "deal: " + document::write_line(documents.deal) + "\ncustomer: " + document::write_line(documents.customer);
  for (const auto& line : fast.lines) {
    if (!difference.starts_with(line.component + ":")) continue;
    const auto& component = documents.book.components[static_cast<std::size_t>(line.component_index)];
    text += "\ncomponent: " + document::write_json(component, document::JsonStyle::line);
    text += "\npricer: " + document::write_json(line, document::JsonStyle::line);
  }
  return text;
}

// Prices deals of one kind both ways, up to the first that differs.
void check_deals(Kind kind, std::uint64_t seed, std::uint64_t deals) {
  const auto programme = generate_programme(kind, seed);
  std::map<std::string, pricing::Book> books;
  for (const auto& source : programme.price_books) {
    const auto& book = books.try_emplace(source.id, source).first->second;
    REQUIRE_MESSAGE(!has_errors(book.diagnostics()), source.id << ":\n" << lines_of(book.diagnostics()));
  }
  pricing::Pricer pricer;
  pricing::PricedDeal fast;
  std::uint64_t refused = 0;
  for (std::uint64_t index = 0; index < deals; ++index) {
    const auto deal = generate_deal(kind, programme, seed, index);
    const reference::Documents documents{by_id(programme.price_books, deal.price_book),
                                         by_id(programme.partners, deal.partner),
                                         by_id(programme.customers, deal.customer), deal};
    const auto slow = reference::price(documents);
    Diagnostics diagnostics;
    const bool priced =
        pricer.price({deal, documents.partner, documents.customer, books.at(deal.price_book)}, fast, diagnostics);
    if (!priced) {
      ++refused;
      INFO("deal: " << document::write_line(deal) << "\n" << lines_of(diagnostics));
      REQUIRE((slow.is_beyond_limits || slow.most_digits > 38));
      continue;
    }
    CHECK_FALSE(slow.is_beyond_limits);
    const auto difference = first_difference(fast, slow);
    REQUIRE_MESSAGE(difference.empty(), "deal " << index << " of seed " << seed << ": " << difference << "\n"
                                                << evidence(documents, fast, difference));
  }
  CHECK(refused * 100 <= deals);  // else the limits would hide what the test is for
}

TEST_CASE("the pricer and the reference agree on adversarial deals") {
  check_deals(Kind::adversarial, asked("DEALWRIGHT_SEED", 1), asked("DEALWRIGHT_GENERATED_DEALS", 3000));
}

TEST_CASE("the pricer and the reference agree on realistic deals") {
  check_deals(Kind::realistic, asked("DEALWRIGHT_SEED", 1), asked("DEALWRIGHT_GENERATED_DEALS", 3000) / 20);
}

}  // namespace

}  // namespace dealwright::tests
