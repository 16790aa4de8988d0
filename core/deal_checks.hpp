#pragma once
// What is surprising in a deal though it can be priced.

#include "core/base/diagnostic.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/price_book.hpp"

namespace dealwright {

// Appends warnings with pointers inside the deal's document: a start outside the book's validity, free months and ramp
// segments after the term, a customer of another partner. The book must be the deal's.
void check_deal(const model::Deal& deal, const model::Customer& customer, const model::PriceBook& book,
                Diagnostics& diagnostics);

}  // namespace dealwright
