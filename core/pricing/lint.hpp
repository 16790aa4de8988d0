#pragma once
// Looks over documents for what pricing accepts and no one would want: prices that surprise, days that no price book
// covers, costs that nothing uses.

#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/model/partner.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::pricing {

// Warnings about one usable book, with pointers inside its document:
// - price_book.cheaper_for_more: a quantity that costs less than a smaller one, with both quantities and prices;
// - price_book.below_cost: the smallest whole quantity whose price is under its wholesale cost, work and third-party
//   amount. Units that a boundary includes are left out on both sides: the package pays for them. Prices and costs that
//   follow different meters are not compared, nor are percentages;
// - price_book.tier_unreachable: a tier that no quantity falls in;
// - price_book.fair_use_idle: a boundary of a package for a meter that none of its components is priced by.
Diagnostics lint(const Book& book);

// Errors for books that end before they begin (price_book.validity_backwards), which are left out of what follows, and
// for books of one series whose days overlap (price_book.validity_overlap); warnings (price_book.validity_gap) for days
// between them that no book covers. `file` holds the id of the book, of two the later one's.
Diagnostics lint_validity(const std::vector<const model::PriceBook*>& books);

// Of a partner's costs of roles: warnings for roles that none of the books has (partner.unknown_role), errors for a
// role that has two costs in one currency (partner.role_twice). Pointers are inside the partner's document.
Diagnostics lint_roles(const model::Partner& partner, const std::vector<const model::PriceBook*>& books);

}  // namespace dealwright::pricing
