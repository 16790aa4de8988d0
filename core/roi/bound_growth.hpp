#pragma once
// How the drivers of a business case grow from year to year (docs/returns.md, "Growth").

#include "core/base/diagnostic.hpp"
#include "core/model/business_case.hpp"
#include "core/roi/bound_case.hpp"

namespace dealwright::roi {

// The parts of a stream with an adoption, by the likely growth.
void grow(const model::BusinessCase& stated, CaseStream& stream);

// Where growth has a range and something grows: an input for each year of the horizon after the first, behind all
// others. Appends what is wrong with the range.
void bind_growth(const model::BusinessCase& stated, BoundCase& bound, Diagnostics& diagnostics);

// The correlations of these inputs: rank r between neighbours, r^k between years k apart, but for pairs that the case
// states itself. By themselves they are always possible: 2 sin(pi / 6 r^k) is convex in k, so that Pólya's criterion
// holds ("Remarks on characteristic functions", 1949).
void correlate_growth(const model::BusinessCase& stated, BoundCase& bound);

}  // namespace dealwright::roi
