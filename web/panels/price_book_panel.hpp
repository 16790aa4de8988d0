#pragma once
// A price book: its components, and the price of one of them over the quantity.

#include "web/panels/view.hpp"

namespace dealwright::web {

void price_book_panel(View& view, const model::PriceBook& book);

}  // namespace dealwright::web
