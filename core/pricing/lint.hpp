#pragma once
// Looks over price books for prices that surprise: what pricing accepts but a pricing owner would not want.

#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::pricing {

// Warnings about one usable book, with pointers inside its document:
// - price_book.cheaper_for_more: a quantity that costs less than a smaller one, with both quantities and prices;
// - price_book.below_cost: the smallest whole quantity whose price is under its wholesale cost, work and third-party
// amount. Units that
//   a boundary includes are left out on both sides: the package pays for them. Prices and costs that follow different
//   meters are not compared, nor are percentages;
// - price_book.tier_unreachable: a tier that no quantity falls in.
Diagnostics lint(const Book& book);

// Errors (price_book.validity_overlap) for books of one series whose days overlap, warnings (price_book.validity_gap)
// for days between them that no book covers. The pointer is that of effective_from in the later book; `file` holds the
// later book's id.
Diagnostics lint_validity(const std::vector<const model::PriceBook*>& books);

}  // namespace dealwright::pricing
