#include "core/report/table.hpp"

#include <doctest/doctest.h>

#include "core/report/figures.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::report;

const Currency eur = *Currency::from_code("EUR");

TEST_CASE("widths in a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("") == 0);
  CHECK(display_width("Ä–€") == 3);
  CHECK(display_width("東京") == 4);       // East Asian wide, Unicode Standard Annex 11
  CHECK(display_width("e\xcc\x81") == 1);  // e and a combining acute
  CHECK(display_width("\xff") == 1);       // not UTF-8
}

TEST_CASE("nothing steers the terminal") {
  CHECK(printable("a\x1b[31mb") == "a?[31mb");
  CHECK(printable("a\nb\tc") == "a b c");
  CHECK(printable("a\xc2\x9b"
                  "b") == "a?b");  // C1 control
  CHECK(printable("a\xe2\x80\xae"
                  "b") == "a?b");             // right-to-left override
  CHECK(printable("\xff\xc0\x80") == "???");  // invalid, overlong
  CHECK(printable("\xed\xa0\x80") == "???");  // surrogate
  CHECK(printable("Ä東😀") == "Ä東😀");
}

Table example() {
  Table table{"Lines (EUR)", {{"Name", false, "name"}, {"Net", true, "net"}}, true};
  table.add_row().text("Platform").money({124950, eur});
  table.add_row().text("東京").money({-500, eur});
  table.add_row().text("Total").money({124450, eur});
  return table;
}

TEST_CASE("text: aligned, numbers to the right, totals ruled off") {
  CHECK(table_text(example()) ==
        "Lines (EUR)\n"
        "  Name           Net\n"
        "  Platform  1,249.50\n"
        "  東京         -5.00\n"
        "            --------\n"
        "  Total     1,244.50\n");
  CHECK(table_text(Table{"Nothing", {{"A", false, "a"}}}).empty());
}

TEST_CASE("text: cells of texts go on below where a line would be too long") {
  // 2 + 130 + 2 + 4 + 2 + 20 = 160 columns: the first gives up 20 and has 110, which 11 words of 9 and a space fill.
  std::string sentence;
  for (int i = 0; i < 13; ++i) sentence += i < 12 ? "nineteen! " : "nineteen!x";
  Table table{"", {{"A", false, "a"}, {"Net", true, "n"}, {"B", false, "b"}}};
  table.add_row().text(sentence).text("1.00").text(std::string(20, 'b'));
  const std::string text = table_text(table);
  std::string eleven;
  for (int i = 0; i < 11; ++i) eleven += i < 10 ? "nineteen! " : "nineteen!";
  CHECK(text == "  A" + std::string(109, ' ') + "   Net  B\n  " + eleven + "   1.00  " + std::string(20, 'b') +
                    "\n  nineteen! nineteen!x\n");
  CHECK(table_csv(table).find(sentence) != std::string::npos);
  CHECK(table_markdown(table).find(sentence) != std::string::npos);
  // A word that fits no line is broken: 400 letters in columns of 138.
  Table word{"", {{"A", false, "a"}}};
  word.add_row().text(std::string(400, 'w'));
  CHECK(table_text(word) ==
        "  A\n  " + std::string(138, 'w') + "\n  " + std::string(138, 'w') + "\n  " + std::string(124, 'w') + "\n");
}

TEST_CASE("Markdown: escaped, totals bold") {
  Table table = example();
  table.rows[0].cells[0] = text_cell("a|b *c* <d>\n");
  CHECK(table_markdown(table) ==
        "### Lines (EUR)\n\n"
        "| Name | Net |\n"
        "| --- | ---: |\n"
        "| a\\|b \\*c\\* \\<d\\>  | 1,249.50 |\n"
        "| 東京 | -5.00 |\n"
        "| **Total** | **1,244.50** |\n");
}

TEST_CASE("CSV: RFC 4180, plain numbers, no totals, no formulas") {
  Table table = example();
  table.rows[0].cells[0] = text_cell("say \"hi\", you");
  table.rows[1].cells[0] = text_cell("=cmd|'/C calc'!A0");
  CHECK(table_csv(table) == "name,net\r\n\"say \"\"hi\"\", you\",1249.50\r\n'=cmd|'/C calc'!A0,-5.00\r\n");
  for (const char* start : {"=", "+", "-", "@", "\t", "\r"})
    CHECK(csv_field(std::string(start) + "1", false).find('\'') != std::string::npos);
  CHECK(csv_field("-1", true) == "-1");
  CHECK(csv_field("line\nend", false) == "\"line\nend\"");
}

TEST_CASE("wrapping keeps words whole") {
  CHECK(wrapped("one two three", 9, 2) == "  one two\n  three\n");
  CHECK(wrapped("averyverylongword", 5, 0) == "averyverylongword\n");
  CHECK(wrapped("", 10, 2).empty());
  CHECK(wrapped("a\nb", 10, 0) == "a\nb\n");
}

TEST_CASE("figures") {
  CHECK(grouped("1234567.891") == "1,234,567.891");
  CHECK(grouped("-123") == "-123");
  CHECK(grouped("-1234") == "-1,234");
  CHECK(amount(Money{5, *Currency::from_code("KWD")}) == "0.005");
  CHECK(amount(Money{1234567, *Currency::from_code("JPY")}) == "1,234,567");
  CHECK(amount(Decimal::from_micro(20'000), eur) == "0.02");
  CHECK(percent(Decimal::from_micro(125'000)) == "12.5 %");
  CHECK(percent(Decimal()) == "0 %");
  CHECK(percent(Decimal::whole(1)) == "100 %");
  CHECK(counted(1, "month", "months") == "1 month");
  CHECK(counted(1200, "deal", "deals") == "1,200 deals");
  // A long exact value is cut, and says so.
  const Exact third = Exact::from(Decimal::from_micro(333'333)) * Exact::from(Decimal::from_micro(333'333));
  CHECK(amount(third, eur) == "0.11111088…");
}

}  // namespace
