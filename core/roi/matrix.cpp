#include "core/roi/matrix.hpp"

#include <cmath>
#include <utility>

namespace dealwright::roi {

namespace {

constexpr double rank_tolerance = 1e-12;
// Its squares are sums of what the tolerance allows.
constexpr double column_tolerance = 1e-6;
constexpr int most_sweeps = 60;

// Makes the element at (p, q) 0.
void rotate(SquareMatrix& a, SquareMatrix& vectors, std::size_t p, std::size_t q) {
  const double off = a.at(p, q);
  const double theta = (a.at(q, q) - a.at(p, p)) / (2 * off);
  const double size = std::fabs(theta);
  const double tangent = size > 1e150 ? 0.5 / theta : std::copysign(1 / (size + std::sqrt(size * size + 1)), theta);
  const double cosine = 1 / std::sqrt(tangent * tangent + 1);
  const double sine = tangent * cosine;
  const auto turn = [&](double& x, double& y) {
    const double before = x;
    x = cosine * before - sine * y;
    y = sine * before + cosine * y;
  };
  for (std::size_t k = 0; k < a.size(); ++k) turn(a.at(k, p), a.at(k, q));
  for (std::size_t k = 0; k < a.size(); ++k) turn(a.at(p, k), a.at(q, k));
  for (std::size_t k = 0; k < a.size(); ++k) turn(vectors.at(k, p), vectors.at(k, q));
}

}  // namespace

SquareMatrix SquareMatrix::identity(std::size_t size) {
  SquareMatrix matrix(size);
  for (std::size_t i = 0; i < size; ++i) matrix.at(i, i) = 1;
  return matrix;
}

std::optional<SquareMatrix> cholesky(const SquareMatrix& matrix) {
  const std::size_t size = matrix.size();
  SquareMatrix root(size);
  for (std::size_t column = 0; column < size; ++column) {
    for (std::size_t row = column; row < size; ++row) {
      double rest = matrix.at(row, column);
      for (std::size_t k = 0; k < column; ++k) rest -= root.at(row, k) * root.at(column, k);
      if (row == column) {
        if (rest < -rank_tolerance) return std::nullopt;
        root.at(row, row) = rest > rank_tolerance ? std::sqrt(rest) : 0;
      } else if (root.at(column, column) > 0) {
        root.at(row, column) = rest / root.at(column, column);
      } else if (std::fabs(rest) > column_tolerance) {
        return std::nullopt;
      }
    }
  }
  return root;
}

Eigen eigen(SquareMatrix matrix) {
  const std::size_t size = matrix.size();
  SquareMatrix vectors = SquareMatrix::identity(size);
  for (std::size_t row = 0; row < size; ++row)
    for (std::size_t column = 0; column < row; ++column) matrix.at(row, column) = matrix.at(column, row);
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    double off = 0;
    double whole = 0;
    for (std::size_t p = 0; p < size; ++p) {
      whole += matrix.at(p, p) * matrix.at(p, p);
      for (std::size_t q = p + 1; q < size; ++q) off += matrix.at(p, q) * matrix.at(p, q);
    }
    if (off <= 1e-34 * (whole + off)) break;
    for (std::size_t p = 0; p < size; ++p)
      for (std::size_t q = p + 1; q < size; ++q)
        if (std::fabs(matrix.at(p, q)) > 1e-300) rotate(matrix, vectors, p, q);
  }
  Eigen result{{}, std::move(vectors)};
  for (std::size_t i = 0; i < size; ++i) result.values.push_back(matrix.at(i, i));
  return result;
}

}  // namespace dealwright::roi
