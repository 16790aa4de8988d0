#pragma once
// Words of rules that no document of the programme has: a rule on a misspelt id would silently never apply.

#include "core/base/diagnostic.hpp"
#include "core/model/guardrails.hpp"
#include "core/model/programme.hpp"

namespace dealwright::guardrails {

// Warnings for ids in one_of (of rules and of their filters) that name no partner, customer, price book, component,
// service tier or package of the programme, and for currencies that do not exist. Pointers are within the guardrails
// document.
Diagnostics unknown_words(const model::Guardrails& document, const model::Programme& programme);

}  // namespace dealwright::guardrails
