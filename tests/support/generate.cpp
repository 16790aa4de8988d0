#include "tests/support/generate.hpp"

#include "tests/support/generate_parts.hpp"

namespace dealwright::tests {

namespace {

constexpr std::uint64_t books = 40;
constexpr std::uint64_t partners = 8;
constexpr std::uint64_t customers = 60;

}  // namespace

model::Programme generate_programme(Kind kind, std::uint64_t seed) {
  if (kind == Kind::realistic) return realistic_programme(seed);
  model::Programme programme;
  for (std::uint64_t index = 0; index < books; ++index) programme.price_books.push_back(adversarial_book(seed, index));
  for (std::uint64_t index = 0; index < partners; ++index)
    programme.partners.push_back(adversarial_partner(seed, index));
  for (std::uint64_t index = 0; index < customers; ++index) {
    programme.customers.push_back(adversarial_customer(seed, index));
  }
  return programme;
}

model::Deal generate_deal(Kind kind, const model::Programme& programme, std::uint64_t seed, std::uint64_t index) {
  return kind == Kind::realistic ? realistic_deal(programme, seed, index) : adversarial_deal(programme, seed, index);
}

}  // namespace dealwright::tests
