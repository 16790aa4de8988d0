#include "core/document/scalars.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright::document;

TEST_CASE("identifiers") {
  for (const char* good : {"a", "emea-2026", "a_b.c", "0", "-"}) CHECK(is_identifier(good));
  for (const char* bad : {"", "A", "a b", "a/b", "\u00e9", "a\n"}) CHECK_FALSE(is_identifier(bad));
  CHECK(is_identifier(std::string(64, 'a')));
  CHECK_FALSE(is_identifier(std::string(65, 'a')));
}

TEST_CASE("colours") {
  for (const char* good : {"#000000", "#1a2B3c", "#ffffff"}) CHECK(is_colour(good));
  for (const char* bad : {"", "#fff", "000000", "#00000g", "#0000000", "red"}) CHECK_FALSE(is_colour(bad));
}

TEST_CASE("numbers as RFC 8259, section 6, has them") {
  for (const char* good : {"0", "-0", "1", "-12.50", "1e5", "1E+5", "0.1e-10", "100"}) CHECK(is_number(good));
  for (const char* bad : {"", "-", "01", "-01", "1.", ".5", "+1", "1e", "1e+", "0x1", "1 ", " 1", "1,0", "--1", "NaN"})
    CHECK_FALSE(is_number(bad));
}

TEST_CASE("escapes as RFC 8259, section 7, has them") {
  std::string out;
  std::size_t at = 99;
  CHECK(unescape("plain", out, at) == StringFault::none);
  CHECK(out == "plain");
  CHECK(unescape(R"(\"\\\/\n\r\t)", out, at) == StringFault::none);
  CHECK(out == "\"\\/\n\r\t");
  CHECK(unescape(R"(\u0041\u00e9\u20AC)", out, at) == StringFault::none);
  CHECK(out == "Aé€");
  CHECK(unescape(R"(x\uD834\uDD1Ey)", out, at) == StringFault::none);  // the RFC's own example: the G clef
  CHECK(out == "x\U0001D11Ey");

  CHECK(unescape(R"(ab\x)", out, at) == StringFault::bad_escape);
  CHECK(at == 2);
  CHECK(unescape("\\", out, at) == StringFault::bad_escape);
  CHECK(unescape(R"(\u12)", out, at) == StringFault::bad_escape);
  CHECK(unescape(R"(\u12g4)", out, at) == StringFault::bad_escape);
  CHECK(unescape(R"(\ud834)", out, at) == StringFault::lone_surrogate);
  CHECK(unescape(R"(\ud834x)", out, at) == StringFault::lone_surrogate);
  CHECK(unescape(R"(\ud834\u0041)", out, at) == StringFault::lone_surrogate);
  CHECK(unescape(R"(\udd1e)", out, at) == StringFault::lone_surrogate);
  CHECK(unescape(R"(\ud834\u12)", out, at) == StringFault::bad_escape);
  for (const char* control : {R"(\b)", R"(\f)", R"(\u0000)", R"(\u001b)", R"(\u007f)", R"(\u009b)"})
    CHECK(unescape(control, out, at) == StringFault::control_character);
}

}  // namespace
