#pragma once
// The correlation matrix that is nearest to one that no numbers can have.

#include "core/roi/matrix.hpp"

namespace dealwright::roi {

// The nearest symmetric matrix with a unit diagonal and no negative eigenvalue, in the sum of squared differences: by
// alternating projections with Dykstra's correction (Higham, "Computing the nearest correlation matrix: a problem from
// finance", IMA Journal of Numerical Analysis 22, 2002, algorithm 3.3). To 1e-10 an element; at most 1,000 steps are
// taken, after which the result may still be that far from it that cholesky() refuses it.
SquareMatrix nearest_correlation(const SquareMatrix& matrix);

}  // namespace dealwright::roi
