#pragma once
// Looks over a growth plan before it is computed.

#include "core/base/diagnostic.hpp"
#include "core/model/portfolio.hpp"
#include "core/model/price_book.hpp"

namespace dealwright::portfolio {

// What is wrong in a portfolio beyond what the reader tells; pointers are inside its document. Errors:
// portfolio.unknown_phase, portfolio.season (not twelve factors),
// portfolio.no_people (an empty list), portfolio.currency (another than the price book's). Warnings:
// portfolio.idle_row, portfolio.after_end (months past the end), portfolio.no_price, portfolio.no_team,
// portfolio.no_capacity, portfolio.gate_never_opens. `book` is the price book it names, or null.
Diagnostics check_portfolio(const model::Portfolio& portfolio, const model::PriceBook* book);

}  // namespace dealwright::portfolio
