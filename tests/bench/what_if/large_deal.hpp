#pragma once
// The deal of the what-if measurements: 60 months, 30 lines.

#include <cstdint>

#include "core/model/programme.hpp"

namespace dealwright::tests {

// A realistic programme whose first book sells every component twice over, with one deal of `lines` lines over `months`
// months: ramps, discounts, a free month, a yearly uplift and a yearly commitment.
model::Programme large_deal(int months, int lines);

}  // namespace dealwright::tests
