#pragma once
// What is looked at as an address: "deal/case-1/quote", "price_book/emea", "diagnostics", "" for the programme.

#include <string>
#include <string_view>

#include "web/panels/view.hpp"

namespace dealwright::web {

std::string address_of(const View& view);
// Goes to what the address names; an address that names nothing leads to the programme.
void go_to(View& view, std::string_view address);
// The name of what is looked at.
std::string title_of(const View& view);
// "Price book".
std::string titled_kind(Kind kind);

}  // namespace dealwright::web
