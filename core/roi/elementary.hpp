#pragma once
// Exponentials, logarithms and powers whose last bit is the same everywhere: the standard library's differ between
// platforms, these are + - * / in a fixed order. They have names of their own, so that a missing include cannot fall
// back to the library.
//
// Arguments are finite. A result past the range of a double is the greatest finite one, of the right sign, or 0: never
// an infinity, never a NaN. Errors are stated in units in the last place (ulp) of a result that is no subnormal number.

namespace dealwright::roi {

// The greatest finite double, which stands for all that is greater.
inline constexpr double greatest_double = 0x1.fffffffffffffp+1023;

// e^x, to 0.7 ulp.
double exponential(double x);
// e^x - 1, to 1 ulp, also where x is close to 0.
double exponential_less_one(double x);

// The natural logarithm of x above 0, to 0.6 ulp; of anything else -greatest_double.
double logarithm(double x);
// That of 1 + x for x above -1, to 0.51 ulp, also where x is close to 0; of anything else -greatest_double.
double logarithm_of_one_plus(double x);

// base^exponent for a base above 0, to 0.7 ulp; 0 for any other base.
double real_power(double base, double exponent);

// base^exponent by repeated squaring (Knuth, "The Art of Computer Programming" 2, 4.6.3, algorithm A), of a negative
// exponent as 1 / base^-exponent. To |exponent| ulp, so that it is meant for small exponents; base^0 is 1 for every
// base, and a negative power of 0 is greatest_double.
double power(double base, int exponent);

}  // namespace dealwright::roi
