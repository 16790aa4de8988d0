#pragma once

#include <string>

namespace dealwright::tests {

// Figures over drawn cash flows, each as the bits of its double: elementary functions, rates, present values, payback,
// level payments, rates of return.
std::string cash_flow_figures();

}  // namespace dealwright::tests
