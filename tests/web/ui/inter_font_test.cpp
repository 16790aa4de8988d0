// The app's own letters against the fonts they are made from. Figures of Inter 3.019 (Inter-Regular.otf,
// Inter-SemiBold.otf of Debian's fonts-inter) are what fontTools 4.38 says of them: advances of the glyph set, bounds
// of its ControlBoundsPen; digits are those of the feature tnum. They are in units of which there are 2816 to the em;
// ours has 500.

#include "web/ui/fonts/inter_font.hpp"

#include <cmath>
#include <string>

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "web/platform/null/null_platform.hpp"
#include "web/ui/fonts/rasterizer.hpp"
#include "web/ui/ui.hpp"

namespace dealwright::web::ui {
namespace {

constexpr double scale = 500.0 / 2816;

struct Figures {
  Weight weight;
  char32_t letter;
  int advance, left, bottom, right, top;
  std::size_t contours;
};

constexpr Figures figures[] = {
    {Weight::regular, U'A', 1904, 72, 0, 1832, 2048, 2},      {Weight::regular, U'Á', 1904, 72, 0, 1832, 2720, 3},
    {Weight::regular, U'g', 1716, 144, -608, 1500, 1556, 2},  {Weight::regular, U's', 1472, 148, -32, 1332, 1556, 1},
    {Weight::regular, U'm', 2448, 216, 0, 2232, 1556, 1},     {Weight::regular, U'ß', 1716, 248, 0, 1556, 2076, 1},
    {Weight::regular, U'ŵ', 2288, 96, 0, 2192, 2152, 2},      {Weight::regular, U'%', 2288, 236, -28, 2052, 2076, 5},
    {Weight::regular, U'€', 1872, 72, -28, 1704, 2076, 1},    {Weight::regular, U'−', 1856, 288, 688, 1568, 912, 1},
    {Weight::regular, U'|', 920, 360, -660, 560, 2708, 1},    {Weight::regular, U'8', 1824, 214, -28, 1608, 2076, 3},
    {Weight::semibold, U'A', 2038, 69, 0, 1970, 2048, 2},     {Weight::semibold, U'Á', 2038, 69, 0, 1970, 2707, 3},
    {Weight::semibold, U'g', 1761, 123, -608, 1575, 1556, 2}, {Weight::semibold, U's', 1546, 118, -30, 1433, 1556, 1},
    {Weight::semibold, U'm', 2528, 186, 0, 2346, 1556, 1},    {Weight::semibold, U'ß', 1818, 202, 0, 1688, 2076, 1},
    {Weight::semibold, U'ŵ', 2358, 69, 0, 2290, 2166, 2},     {Weight::semibold, U'%', 2376, 236, -57, 2143, 2105, 5},
    {Weight::semibold, U'€', 1912, 78, -28, 1754, 2076, 1},   {Weight::semibold, U'−', 1894, 267, 656, 1627, 970, 1},
    {Weight::semibold, U'|', 1008, 336, -660, 672, 2708, 1},  {Weight::semibold, U'8', 1888, 181, -28, 1705, 2076, 3},
};

const Glyph& glyph_of(Weight weight, char32_t letter) {
  const Glyph* const glyph = inter_outlines().find(weight, letter);
  REQUIRE(glyph != nullptr);
  return *glyph;
}

TEST_CASE("letters are as wide as Inter's and stand where they stand") {
  for (const Figures& inter : figures) {
    CAPTURE(static_cast<int>(inter.letter));
    CAPTURE(static_cast<int>(inter.weight));
    const Glyph& glyph = glyph_of(inter.weight, inter.letter);
    CHECK(std::abs(glyph.advance - inter.advance * scale) <= 0.5);
    CHECK(glyph.contours.size() == inter.contours);
    // Drawn one pixel to the unit. The steps of an outline are rounded one by one, and the remainders add up.
    constexpr double most = 5;
    const Drawing drawing = rasterize(inter_outlines(), glyph, 1, 1);
    CHECK(std::abs(drawing.left - inter.left * scale) <= most);
    CHECK(std::abs(drawing.left + drawing.width - inter.right * scale) <= most);
    CHECK(std::abs(-drawing.top - inter.top * scale) <= most);
    CHECK(std::abs(-drawing.top - drawing.height - inter.bottom * scale) <= most);
  }
}

TEST_CASE("digits are as wide as each other, in either weight") {
  for (const char32_t digit : U"0123456789") {
    if (digit == 0) break;
    CHECK(glyph_of(Weight::regular, digit).advance == 324);   // of 1824
    CHECK(glyph_of(Weight::semibold, digit).advance == 335);  // of 1888
  }
}

TEST_CASE("a bar covers its pixels whole, and those around it not at all") {
  // Four corners, of which two are 1280 and two 224 units apart.
  const Glyph& minus = glyph_of(Weight::regular, U'−');
  const Drawing plain = rasterize(inter_outlines(), minus, 1, 1);
  CHECK(plain.width == 227);
  CHECK(plain.height == 40);
  for (const unsigned char covered : plain.coverage) REQUIRE(covered == 255);
  // Twice as many columns, each the mean of two: half of the first and of the last falls beside the bar.
  const Drawing smooth = rasterize(inter_outlines(), minus, 1, 2);
  REQUIRE(smooth.width == 2 * 227 + 1);
  REQUIRE(smooth.coverage.size() == static_cast<std::size_t>(smooth.width) * 40);
  for (std::size_t at = 0; at < smooth.coverage.size(); ++at) {
    const std::size_t column = at % static_cast<std::size_t>(smooth.width);
    const bool edge = column == 0 || column == 2 * 227;
    REQUIRE(smooth.coverage[at] == (edge ? 127 : 255));
  }
}

TEST_CASE("a space has its width and nothing to see") {
  for (const Weight weight : {Weight::regular, Weight::semibold}) {
    const Glyph& space = glyph_of(weight, U' ');
    CHECK(std::abs(space.advance - (weight == Weight::regular ? 792 : 699) * scale) <= 0.5);
    CHECK(rasterize(inter_outlines(), space, 0.03F, 2).coverage.empty());
  }
}

TEST_CASE("shapes that letters share are stored once") {
  for (const Weight weight : {Weight::regular, Weight::semibold}) {
    const auto contours = [weight](char32_t letter) { return glyph_of(weight, letter).contours; };
    CHECK(contours(U'A')[0].shape == contours(U'Á')[0].shape);
    CHECK(contours(U'A')[1].shape == contours(U'Á')[1].shape);
    CHECK(contours(U'Ó')[2].shape == contours(U'Á')[2].shape);
  }
}

TEST_CASE("a weight says which letters it lacks") {
  CHECK(inter_outlines().find(Weight::regular, U'→') != nullptr);
  CHECK(inter_outlines().find(Weight::semibold, U'→') == nullptr);
  for (const Weight weight : {Weight::regular, Weight::semibold}) {
    for (const char32_t letter : {U'\0', U'\n', U'ŉ', U'Я', U'北', U'\uFFFD', U'\U0010FFFF'}) {
      CAPTURE(static_cast<int>(letter));
      CHECK(inter_outlines().find(weight, letter) == nullptr);
    }
  }
}

TEST_CASE("letters are taken from their weight, then from the regular one, then from the system") {
  NullPlatform platform{400, 300};
  Ui ui(platform, {});
  platform.frame([&] {
    ImFont* const semibold = ui.font(Type::title);
    REQUIRE(semibold != ui.font(Type::body));
    // Lines are 3408 units high, of which 2728 are above the base and 680 below.
    ImFontBaked* const baked = semibold->GetFontBaked(24);
    CHECK(baked->Ascent == 20);  // 19.2, up to the next pixel
    CHECK(baked->Descent == -5);
    CHECK(baked->FindGlyph(U'A')->AdvanceX == doctest::Approx(2038.0 / 3408 * 24).epsilon(0.002));
    CHECK(baked->FindGlyph(U'→')->AdvanceX == doctest::Approx(2688.0 / 3408 * 24).epsilon(0.002));
    CHECK(platform.drawn.empty());
    // Those of this platform are half as wide as high.
    CHECK(baked->FindGlyph(U'Я')->AdvanceX == 12);
    CHECK(platform.drawn == U"Я");
  });
}

}  // namespace
}  // namespace dealwright::web::ui
