#include "core/base/diagnostic.hpp"

#include <doctest/doctest.h>

namespace {

using namespace dealwright;

Diagnostic sample() {
  Diagnostic diagnostic;
  diagnostic.code = "document.unknown_key";
  diagnostic.file = "deals/a.json";
  diagnostic.line = 12;
  diagnostic.column = 5;
  diagnostic.pointer = "/components/0";
  diagnostic.message = "\"servce_line\" is not a field of a component";
  diagnostic.expected = "one of id, service_line";
  diagnostic.nearest = "service_line";
  return diagnostic;
}

TEST_CASE("one line for a terminal") {
  Diagnostic diagnostic = sample();
  CHECK(to_line(diagnostic) ==
        "deals/a.json:12:5: error: \"servce_line\" is not a field of a component (expected one of id, service_line; "
        "did you "
        "mean \"service_line\"?) [document.unknown_key]");
  diagnostic.expected.clear();
  CHECK(to_line(diagnostic) ==
        "deals/a.json:12:5: error: \"servce_line\" is not a field of a component (did you mean \"service_line\"?) "
        "[document.unknown_key]");
  diagnostic.nearest.clear();
  diagnostic.severity = Severity::warning;
  diagnostic.column = 0;
  CHECK(to_line(diagnostic) ==
        "deals/a.json:12: warning: \"servce_line\" is not a field of a component [document.unknown_key]");
  diagnostic.expected = "service_line";
  diagnostic.severity = Severity::info;
  CHECK(to_line(diagnostic) ==
        "deals/a.json:12: info: \"servce_line\" is not a field of a component (expected service_line) "
        "[document.unknown_key]");
}

TEST_CASE("where the line is unknown the pointer says the place") {
  Diagnostic diagnostic;
  diagnostic.message = "no price book";
  CHECK(to_line(diagnostic) == "error: no price book");
  diagnostic.file = "a.json";
  CHECK(to_line(diagnostic) == "a.json: error: no price book");
  diagnostic.pointer = "/price_book";
  CHECK(to_line(diagnostic) == "a.json#/price_book: error: no price book");
  diagnostic.file.clear();
  CHECK(to_line(diagnostic) == "#/price_book: error: no price book");
  diagnostic.line = 3;
  diagnostic.column = 1;
  CHECK(to_line(diagnostic) == "3:1: error: no price book");
}

TEST_CASE("texts from documents neither end the line nor steer the terminal") {
  Diagnostic diagnostic = sample();
  diagnostic.file = "a\nb.json";
  diagnostic.message =
      "\x1b[31mred\r\n\x7f \xc2\x9b\xc3\xa9";  // escape, CR, LF, delete, C1 control, e with acute accent
  diagnostic.expected = std::string("a\0b", 3);
  diagnostic.nearest = "\xc2";
  CHECK(to_line(diagnostic) ==
        "a\\u000ab.json:12:5: error: \\u001b[31mred\\u000d\\u000a\\u007f \\u009b\xc3\xa9 (expected a\\u0000b; did you "
        "mean "
        "\"\xc2\"?) [document.unknown_key]");
}

TEST_CASE("the edges of the control characters") {
  Diagnostic diagnostic;
  diagnostic.message =
      "\x1f \xc2\x80\xc2\x9f\xc2\xa0~";  // U+001F, space, U+0080, U+009F, U+00A0 (no-break space), U+007E
  CHECK(to_line(diagnostic) == "error: \\u001f \\u0080\\u009f\xc2\xa0~");
}

TEST_CASE("the words of a diagnostic, without its place") {
  Diagnostic diagnostic;
  diagnostic.file = "a.json";
  diagnostic.message = "\"term\" is not a field of a deal";
  CHECK(to_words(diagnostic) == "\"term\" is not a field of a deal");
  diagnostic.expected = "a field";
  CHECK(to_words(diagnostic) == "\"term\" is not a field of a deal; expected a field");
  diagnostic.nearest = "term_months";
  CHECK(to_words(diagnostic) == "\"term\" is not a field of a deal; expected a field. Did you mean \"term_months\"?");
}

TEST_CASE("errors among diagnostics") {
  Diagnostic warning = sample();
  warning.severity = Severity::warning;
  Diagnostic info = sample();
  info.severity = Severity::info;
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning, info}));
  CHECK(has_errors({warning, sample(), info}));
}

}  // namespace
