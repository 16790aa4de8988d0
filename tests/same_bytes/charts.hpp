#pragma once

#include <string>

namespace dealwright::tests {

// Fingerprints of charts of drawn growth plans as SVG and as the tables behind them, and of how drawn trials spread.
std::string charts_of();

}  // namespace dealwright::tests
