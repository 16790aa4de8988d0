#pragma once
// Which components price users (docs/guardrails.md, "When a line prices users").

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/pricing/book.hpp"

namespace dealwright::guardrails {

// Whether the price of a component, in one of its variants (-1: its own), follows a quantity that counts users.
bool prices_users(const pricing::Book& book, int component, int variant);

// The answer for every component and variant of a book, found once.
class UsersPriced {
 public:
  explicit UsersPriced(const pricing::Book& book);
  bool operator()(int component, int variant) const {
    const auto& of_component = answers_[static_cast<std::size_t>(component)];
    return of_component[static_cast<std::size_t>(std::ptrdiff_t{variant} + 1)];
  }

 private:
  std::vector<std::vector<bool>> answers_;
};

}  // namespace dealwright::guardrails
