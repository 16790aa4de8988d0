#pragma once
// Looks over price books for prices that surprise: what pricing accepts but a pricing owner would not want.

#include "core/base/diagnostic.hpp"
#include "core/pricing/book.hpp"

namespace dealwright::pricing {

// Warnings about one book, with pointers inside its document: quantities where buying more costs less (with the quantities and both
// prices), prices below cost at some quantity (the smallest such quantity), tiers that no quantity reaches, a priced meter
// that counts users (an error).
Diagnostics lint(const Book& book);

// Errors for books of one series whose validity overlaps, warnings for days between them that no book covers.
// The pointer is that of effective_from in the later book; `file` holds the later book's id for the caller to replace.
Diagnostics lint_validity(const std::vector<const model::PriceBook*>& books);

}  // namespace dealwright::pricing
