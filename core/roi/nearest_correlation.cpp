#include "core/roi/nearest_correlation.hpp"

#include <algorithm>
#include <cmath>

namespace dealwright::roi {

namespace {

constexpr int most_steps = 1000;
constexpr double tolerance = 1e-12;

// The matrix without its negative eigenvalues.
SquareMatrix without_negative(const SquareMatrix& matrix) {
  const std::size_t size = matrix.size();
  const Eigen parts = eigen(matrix);
  SquareMatrix result(size);
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t column = row; column < size; ++column) {
      double sum = 0;
      for (std::size_t k = 0; k < size; ++k)
        if (parts.values[k] > 0) sum += parts.values[k] * parts.vectors.at(row, k) * parts.vectors.at(column, k);
      result.at(row, column) = sum;
      result.at(column, row) = sum;
    }
  }
  return result;
}

}  // namespace

SquareMatrix nearest_correlation(const SquareMatrix& matrix) {
  const std::size_t size = matrix.size();
  SquareMatrix nearest = matrix;
  SquareMatrix correction(size);
  for (int step = 0; step < most_steps; ++step) {
    SquareMatrix shifted(size);
    for (std::size_t row = 0; row < size; ++row)
      for (std::size_t column = 0; column < size; ++column)
        shifted.at(row, column) = nearest.at(row, column) - correction.at(row, column);
    const SquareMatrix projected = without_negative(shifted);
    double moved = 0;
    for (std::size_t row = 0; row < size; ++row) {
      for (std::size_t column = 0; column < size; ++column) {
        correction.at(row, column) = projected.at(row, column) - shifted.at(row, column);
        const double next = row == column ? 1 : projected.at(row, column);
        moved = std::max(moved, std::fabs(next - nearest.at(row, column)));
        nearest.at(row, column) = next;
      }
    }
    if (moved <= tolerance) break;
  }
  return nearest;
}

}  // namespace dealwright::roi
