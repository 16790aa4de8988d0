// The pricer against the second implementation of docs/pricing.md, over generated deals.

#include "tests/pricing/reference/reference.hpp"

#include <cstdlib>
#include <map>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "core/document/model_types.hpp"
#include "core/document/writer.hpp"
#include "core/pricing/pricer.hpp"
#include "tests/pricing/compare.hpp"
#include "tests/support/generate.hpp"

namespace dealwright::tests {

namespace {

// DEALWRIGHT_GENERATED_DEALS and DEALWRIGHT_SEED ask for more or other deals.
std::uint64_t asked(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

template <class T>
const T& by_id(const std::vector<T>& documents, const std::string& id) {
  for (const auto& document : documents) {
    if (document.id == id) return document;
  }
  FAIL("no document " << id);
  return documents.front();
}

std::string lines_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) text += to_line(diagnostic) + "\n";
  return text;
}

// The documents and the pricer's lines, for who must find out which of the two is wrong.
std::string evidence(const reference::Documents& documents, const pricing::PricedDeal& fast,
                     const std::string& difference) {
  std::string text =
      "deal: " + document::write_line(documents.deal) + "\ncustomer: " + document::write_line(documents.customer);
  for (const auto& line : fast.lines) {
    if (!difference.starts_with(line.component + ":")) continue;
    const auto& component = documents.book.components[static_cast<std::size_t>(line.component_index)];
    text += "\ncomponent: " + document::write_json(component, document::JsonStyle::line);
    text += "\npricer: " + document::write_json(line, document::JsonStyle::line);
  }
  return text;
}

// How often the deals reached what is rare: an equivalence over deals that never get there would show nothing.
struct Reached {
  std::map<std::string, int> times;

  void note(const reference::PricedDeal& deal) {
    times["payback inside the term"] += deal.totals.payback_month.value_or(0) > 0;
    times["no payback"] += !deal.totals.payback_month.has_value();
    times["peak above the last month"] += deal.totals.peak_net.minor > deal.totals.mrr_exit.minor;
    times["cost without revenue"] += deal.totals.tcv.minor == 0 && deal.totals.cost_total.minor > 0;
    for (const auto& line : deal.lines) {
      for (std::size_t index = 0; index < line.periods.size(); ++index) {
        note(line, line.periods[index], deal.periods[index]);
      }
    }
  }

 private:
  void note(const reference::PricedLine& line, const reference::LinePeriod& own, const reference::Period& period) {
    times["true-up on an inactive line"] += !own.stages.is_active && own.true_up > 0;
    if (!own.stages.is_active) return;
    const auto& component = *line.line.component;
    const auto& price = line.line.price();
    const auto& stages = own.stages;
    const bool is_percentage = price.model == model::PriceModel::percentage;
    times[fmt::format("price model {}", static_cast<int>(price.model))] += stages.list > 0;
    times["percentage of components"] += is_percentage && !price.of.empty() && stages.list > 0;
    times["percentage with tiers"] += is_percentage && !price.tiers.empty() && stages.list > 0;
    times["percentage with events"] += is_percentage && !price.events.empty() && stages.list > 0;
    times["percentage of readings"] += is_percentage && !stages.quantities.readings.empty() && stages.list > 0;
    times["nothing billable of something metered"] += stages.quantities.billable == 0 && stages.quantities.metered > 0;
    times["uplift"] += stages.after_uplift > stages.list;
    times["agreed price"] += stages.after_agreed != stages.after_uplift;
    times["term discount"] += stages.term_rate > 0;
    times["prepay discount"] += stages.prepay_rate > 0;
    times["volume discount"] += stages.volume_rate > 0;
    times["line discount"] += stages.after_line < stages.after_volume;
    times["share of the deal's discount"] += stages.deal_share > 0;
    times["free month"] += stages.is_free && stages.after_deal > 0;
    times["minimum"] += component.minimum && stages.after_bounds > stages.after_deal;
    times["maximum"] += component.maximum && !stages.is_free && stages.after_bounds < stages.after_deal;
    times["partial period"] += period.is_partial() && stages.list_minor > 0;
    times["true-up"] += own.true_up > 0;
    times["wholesale"] += own.cost.wholesale > 0;
    times["work"] += own.cost.work > 0;
    times["third party"] += own.cost.third_party > 0;
    times["variant"] += line.line.variant != nullptr;
    times["one-off over several months"] += !line.line.is_monthly() && component.delivery_months > 1;
    times["fair use of a package"] +=
        line.line.from_package && stages.quantities.included > included_outside_packages(line);
  }
  static reference::Rational included_outside_packages(const reference::PricedLine& line) {
    const auto* variant = line.line.variant;
    return reference::exact(variant && variant->included ? *variant->included : line.line.component->included);
  }
};

// Prices deals of one kind both ways, up to the first that differs.
Reached check_deals(Kind kind, std::uint64_t seed, std::uint64_t deals) {
  const auto programme = generate_programme(kind, seed);
  std::map<std::string, pricing::Book> books;
  for (const auto& source : programme.price_books) {
    const auto& book = books.try_emplace(source.id, source).first->second;
    REQUIRE_MESSAGE(!has_errors(book.diagnostics()), source.id << ":\n" << lines_of(book.diagnostics()));
  }
  pricing::Pricer pricer;
  pricing::PricedDeal fast;
  std::uint64_t refused = 0;
  Reached reached;
  for (std::uint64_t index = 0; index < deals; ++index) {
    const auto deal = generate_deal(kind, programme, seed, index);
    const reference::Documents documents{by_id(programme.price_books, deal.price_book),
                                         by_id(programme.partners, deal.partner),
                                         by_id(programme.customers, deal.customer), deal};
    const auto slow = reference::price(documents);
    Diagnostics diagnostics;
    const bool priced =
        pricer.price({deal, documents.partner, documents.customer, books.at(deal.price_book)}, fast, diagnostics);
    if (!priced) {
      ++refused;
      INFO("deal: " << document::write_line(deal) << "\n" << lines_of(diagnostics));
      REQUIRE((slow.is_beyond_limits || slow.most_digits > 38));
      continue;
    }
    CHECK_FALSE(slow.is_beyond_limits);
    reached.note(slow);
    const auto difference = first_difference(fast, slow);
    REQUIRE_MESSAGE(difference.empty(), "deal " << index << " of seed " << seed << ": " << difference << "\n"
                                                << evidence(documents, fast, difference));
  }
  CHECK(refused * 100 <= deals);  // else the limits would hide what the test is for
  return reached;
  return reached;
}

TEST_CASE("the pricer and the reference agree on adversarial deals") {
  const auto deals = asked("DEALWRIGHT_GENERATED_DEALS", 3000);
  const auto reached = check_deals(Kind::adversarial, asked("DEALWRIGHT_SEED", 1), deals);
  if (deals < 1000) return;
  for (const auto& entry : reached.times) CHECK_MESSAGE(entry.second >= 3, entry.first << ": " << entry.second);
}

TEST_CASE("the pricer and the reference agree on realistic deals") {
  check_deals(Kind::realistic, asked("DEALWRIGHT_SEED", 1), asked("DEALWRIGHT_GENERATED_DEALS", 3000) / 20);
}

}  // namespace

}  // namespace dealwright::tests
