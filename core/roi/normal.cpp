#include "core/roi/normal.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/roi/elementary.hpp"

namespace dealwright::roi {

namespace {

constexpr double reciprocal_root_of_two_pi = 0.39894228040143267794;

// From the highest power to the constant.
template <std::size_t size>
double polynomial(const double (&coefficients)[size], double x) {
  double sum = coefficients[0];
  for (std::size_t i = 1; i < size; ++i) sum = sum * x + coefficients[i];
  return sum;
}

// e^(-x^2 / 2). The square of x rounded to sixteenths is exact, so that the rounding of x^2 does not grow with it.
double bell(double x) {
  const double coarse = std::trunc(x * 16) / 16;
  return exponential(-coarse * coarse * 0.5) * exponential(-(x - coarse) * (x + coarse) * 0.5);
}

// P(X > x) for x above 0.66291.
double upper_tail(double x) {
  if (x > 38) return 0;
  if (x <= 5.656854249492380195) {
    constexpr double numerator[] = {1.0765576773720192317e-8, 3.9894151208813466764e-1, 8.8831497943883759412,
                                    9.3506656132177855979e1,  5.9727027639480026226e2,  2.4945375852903726711e3,
                                    6.8481904505362823326e3,  1.1602651437647350124e4,  9.8427148383839780218e3};
    constexpr double denominator[] = {1.0,
                                      2.2266688044328115691e1,
                                      2.3538790178262499861e2,
                                      1.5193775994075548050e3,
                                      6.4855582982667607550e3,
                                      1.8615571640885098091e4,
                                      3.4900952721145977266e4,
                                      3.8912003286093271411e4,
                                      1.9685429676859990727e4};
    return bell(x) * (polynomial(numerator, x) / polynomial(denominator, x));
  }
  constexpr double numerator[] = {2.307344176494017303e-2, 2.1589853405795699e-1,   1.274011611602473639e-1,
                                  2.2235277870649807e-2,   1.421619193227893466e-3, 2.9112874951168792e-5};
  constexpr double denominator[] = {1.0,
                                    1.28426009614491121,
                                    4.68238212480865118e-1,
                                    6.59881378689285515e-2,
                                    3.78239633202758244e-3,
                                    7.29751555083966205e-5};
  const double square = 1 / (x * x);
  const double series = square * (polynomial(numerator, square) / polynomial(denominator, square));
  return bell(x) * ((reciprocal_root_of_two_pi - series) / x);
}

}  // namespace

double normal_density(double x) {
  if (x < -37.5 || x > 37.5) return 0;
  return reciprocal_root_of_two_pi * bell(x);
}

double normal_distribution(double x) {
  if (x > 0.66291) return 1 - upper_tail(x);
  if (x < -0.66291) return upper_tail(-x);
  constexpr double numerator[] = {6.5682337918207449113e-2, 2.2352520354606839287, 1.6102823106855587881e2,
                                  1.0676894854603709582e3, 1.8154981253343561249e4};
  constexpr double denominator[] = {1.0, 4.7202581904688241870e1, 9.7609855173777669322e2, 1.0260932208618978205e4,
                                    4.5507789335026729956e4};
  const double square = x * x;
  return 0.5 + x * (polynomial(numerator, square) / polynomial(denominator, square));
}

double normal_quantile(double probability) {
  const double p = std::min(std::max(probability, 0x1p-1022), 1 - 0x1p-53);
  const double offset = p - 0.5;
  if (std::fabs(offset) <= 0.425) {
    constexpr double numerator[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
                                    4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
                                    1.3314166789178437745e+2, 3.3871328727963666080e+0};
    constexpr double denominator[] = {
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0};
    const double square = 0.180625 - offset * offset;
    return offset * (polynomial(numerator, square) / polynomial(denominator, square));
  }
  const double root = std::sqrt(-logarithm(offset < 0 ? p : 1 - p));
  double quantile = 0;
  if (root <= 5) {
    constexpr double numerator[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                                    1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                                    4.63033784615654529590e+0, 1.42343711074968357734e+0};
    constexpr double denominator[] = {
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0};
    quantile = polynomial(numerator, root - 1.6) / polynomial(denominator, root - 1.6);
  } else {
    constexpr double numerator[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                                    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                                    5.46378491116411436990e+0, 6.65790464350110377720e+0};
    constexpr double denominator[] = {
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2,  1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0};
    quantile = polynomial(numerator, root - 5) / polynomial(denominator, root - 5);
  }
  return offset < 0 ? -quantile : quantile;
}

}  // namespace dealwright::roi
