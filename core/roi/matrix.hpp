#pragma once
// Small symmetric matrices: as many rows as a business case has correlated inputs.

#include <cstddef>
#include <optional>
#include <vector>

namespace dealwright::roi {

class SquareMatrix {
 public:
  explicit SquareMatrix(std::size_t size) : size_(size), values_(size * size) {}

  static SquareMatrix identity(std::size_t size);

  std::size_t size() const { return size_; }
  double& at(std::size_t row, std::size_t column) { return values_[row * size_ + column]; }
  double at(std::size_t row, std::size_t column) const { return values_[row * size_ + column]; }

 private:
  std::size_t size_;
  std::vector<double> values_;
};

// The lower triangle L of which L times its transpose is the symmetric matrix, by Cholesky's method (Golub and Van
// Loan, "Matrix computations", 4.2); nothing where there is none. A matrix without full rank has one too: what is below
// 1e-12 counts as 0.
std::optional<SquareMatrix> cholesky(const SquareMatrix& matrix);

// Eigenvalues in `values`, the eigenvectors beside each other in `vectors`, by Jacobi's cyclic method (Golub and Van
// Loan, 8.5.5), for the upper triangle of a symmetric matrix.
struct Eigen {
  std::vector<double> values;
  SquareMatrix vectors;
};
Eigen eigen(SquareMatrix matrix);

}  // namespace dealwright::roi
