#include "core/governance/standard.hpp"

#include <doctest/doctest.h>

#include "tests/governance/conditions.hpp"

namespace {

using namespace dealwright;
using namespace dealwright::governance;
using tests::small_playbook;

model::Customer customer(std::vector<std::string> bespoke) {
  model::Customer made;
  made.architecture = "stack";
  made.bespoke = std::move(bespoke);
  return made;
}

StandardResult standard(const model::Playbook& book, std::vector<std::string> bespoke) {
  Diagnostics diagnostics;
  const auto result = standard_of(book, customer(std::move(bespoke)), diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(result);
  return *result;
}

bool is_worth(Ratio ratio, std::int64_t numerator, std::int64_t denominator) {
  return ratio.has_value() && compare(ratio, Ratio{numerator, denominator}) == 0;
}

// Blocks of the weights 2, 1 and 3; the aim is 70 to 80 %.
TEST_CASE("the standard share by hand") {
  const auto book = small_playbook();
  const auto all = standard(book, {});
  CHECK(is_worth(all.share, 1, 1));
  CHECK(all.verdict == StandardVerdict::over);
  CHECK(is_worth(all.to_aim, 1, 5));
  const auto stock = standard(book, {"stock"});
  CHECK(is_worth(stock.share, 5, 6));
  CHECK(is_worth(stock.to_aim, 1, 30));  // 5/6 - 4/5
  const auto shop = standard(book, {"shop"});
  CHECK(is_worth(shop.share, 2, 3));
  CHECK(shop.verdict == StandardVerdict::under);
  CHECK(is_worth(shop.to_aim, 1, 30));  // 7/10 - 2/3
  CHECK(shop.name == "Standard stack");
  REQUIRE(shop.blocks.size() == 3);
  CHECK(shop.blocks[0].is_bespoke);
  CHECK(is_worth(shop.blocks[0].share, 1, 3));
  CHECK_FALSE(shop.blocks[1].is_bespoke);
}

TEST_CASE("the bounds of the aim belong to it") {
  auto book = small_playbook();
  // 3.5 of 5 is 70 %, 4 of 5 is 80 %.
  book.architectures[0].blocks = {{"shop", "", Decimal::from_micro(3'500'000)},
                                  {"stock", "", Decimal::from_micro(500'000)},
                                  {"finance", "", Decimal::whole(1)}};
  CHECK(standard(book, {"finance"}).verdict == StandardVerdict::within);
  CHECK(standard(book, {"stock", "finance"}).verdict == StandardVerdict::within);
  CHECK_FALSE(standard(book, {"finance"}).to_aim.has_value());
  book.architectures[0].blocks[0].weight = Decimal::from_micro(3'499'999);
  CHECK(standard(book, {"stock", "finance"}).verdict == StandardVerdict::under);
}

TEST_CASE("blocks without weight have no share") {
  auto book = small_playbook();
  for (auto& block : book.architectures[0].blocks) block.weight = Decimal();
  const auto result = standard(book, {"shop"});
  CHECK_FALSE(result.share.has_value());
  CHECK(result.verdict == StandardVerdict::no_value);
}

TEST_CASE("mistakes in what is bespoke") {
  const auto book = small_playbook();
  Diagnostics diagnostics;
  const auto result = standard_of(book, customer({"stokc", "stock", "stock"}), diagnostics);
  REQUIRE(result);
  CHECK(is_worth(result->share, 5, 6));
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].code == "customer.unknown_block");
  CHECK(diagnostics[0].pointer == "/bespoke/0");
  CHECK(diagnostics[0].nearest == "stock");
  CHECK(diagnostics[1].code == "customer.block_twice");
  CHECK(diagnostics[1].pointer == "/bespoke/2");

  diagnostics.clear();
  auto none = customer({"stock"});
  none.architecture = "";
  CHECK_FALSE(standard_of(book, none, diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "customer.bespoke_of_nothing");
}

}  // namespace
