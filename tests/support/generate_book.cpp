#include <algorithm>
#include <string>

#include "tests/support/draw.hpp"
#include "tests/support/generate_parts.hpp"

namespace dealwright::tests {

namespace {

using namespace model;

constexpr int meter_count = 7;
const std::string money_meter = "m6";
constexpr Decimal least_rate = Decimal::from_micro(10);  // a percentage without a rate is a mistake

// What is drawn for one book.
class BookDraw {
 public:
  BookDraw(std::uint64_t seed, std::uint64_t index) : draw_(seed, 1'000'000'000 + index) {
    book_.id = "book-" + std::to_string(index);
    book_.name = "Book " + std::to_string(index);
    book_.currency = *Currency::from_code(adversarial_currencies[index % adversarial_currencies.size()]);
    book_.rounding = draw_.one_of({RoundingMode::half_up, RoundingMode::half_even});
    book_.effective_from = *Date::from(2020, 1, 1);
    backwards_ = draw_.chance(50);
  }

  PriceBook book() {
    add_meters();
    for (int role = 0; role < 3; ++role) {
      book_.roles.push_back({"role-" + std::to_string(role), "", money(150)});
    }
    add_service_tiers();
    const int components = draw_.number(8, 20);
    for (int number = 0; number < components; ++number) add_component(number);
    if (draw_.chance(50)) std::reverse(book_.components.begin(), book_.components.end());
    add_packages();
    add_discounts();
    return std::move(book_);
  }

 private:
  // An amount of money: seldom nothing, never with more places than the currency.
  Decimal money(std::int64_t greatest) {
    return draw_.chance(8) ? Decimal() : draw_.decimal(greatest, std::min(book_.currency.digits(), draw_.number(0, 3)));
  }
  Decimal unit_price(std::int64_t greatest) { return draw_.decimal(greatest, draw_.number(0, 5)); }
  Decimal rate() {
    return draw_.chance(10) ? draw_.one_of({Decimal(), Decimal::whole(1)}) : draw_.decimal(1, draw_.number(1, 4));
  }
  Decimal quantity(std::int64_t greatest) { return draw_.decimal(greatest, draw_.one_of({0, 0, 0, 1, 2, 6})); }
  Decimal positive(std::int64_t greatest) {
    const Decimal value = quantity(greatest);
    return value.micro() < Decimal::scale / 10 ? draw_.one_of({Decimal::from_micro(500'000), Decimal::whole(1)})
                                               : value;
  }

  // Meters refer to those of a smaller number only, so they cannot stand in a circle; the list holds them in either
  // order.
  void add_meters() {
    for (int number = 0; number < meter_count; ++number) {
      Meter meter;
      meter.id = "m" + std::to_string(number);
      meter.unit = "piece";
      meter.bills = draw_.one_of({MeterBills::sum, MeterBills::last, MeterBills::peak});
      meter.follows_peak = draw_.chance(40);
      meter.money = meter.id == money_meter;
      meter.sizing = sizing(number);
      book_.meters.push_back(std::move(meter));
    }
    if (backwards_) std::reverse(book_.meters.begin(), book_.meters.end());
  }

  SizingTerm term(int meters_before) {
    SizingTerm term;
    const bool names_meter = meters_before > 0 && draw_.chance(30);
    term.of =
        names_meter
            ? "m" + std::to_string(draw_.number(0, meters_before - 1))
            : draw_.one_of({"orders_per_month", "order_lines_per_order", "average_order_value", "peak_factor",
                            "growth_per_year", "products", "sales_channels", "integrations", "warehouses",
                            "legal_entities", "storage_gb", "traffic_gb", "environments", "concurrent_sessions",
                            "compute_cores", "tickets_per_month", "recovery_point_minutes", "recovery_time_minutes"});
    if (draw_.chance(60)) term.factor = draw_.decimal(3, draw_.number(0, 4));
    if (draw_.chance(8)) term.factor = Decimal::from_micro(-term.factor.micro());
    if (draw_.chance(50)) term.per = positive(draw_.one_of({3, 100}));
    return term;
  }

  Sizing sizing(int number) {
    Sizing sizing;
    if (draw_.chance(50)) sizing.base = quantity(20);
    const int terms = draw_.number(0, 3);
    for (int count = 0; count < terms; ++count) sizing.terms.push_back(term(number));
    sizing.at_peak = draw_.chance(25);
    if (draw_.chance(25)) sizing.limit_base = quantity(2000);
    if (draw_.chance(15)) sizing.limit_terms.push_back(term(number));
    if (draw_.chance(30)) sizing.step = positive(10);
    if (draw_.chance(20)) sizing.at_least = quantity(5);
    return sizing;
  }

  void add_service_tiers() {
    for (const char* id : {"basic", "plus", "isolated"}) {
      ServiceTier tier;
      tier.id = id;
      tier.uptime = Decimal::from_micro(999'000);
      if (tier.id == "isolated") tier.tenancies = {Tenancy::dedicated};
      book_.service_tiers.push_back(std::move(tier));
    }
  }

  std::vector<Tier> tiers(PriceModel model) {
    std::vector<Tier> tiers;
    const int bounded = draw_.number(0, 4);
    std::int64_t bound = 0;
    for (int number = 0; number <= bounded; ++number) {
      Tier tier;
      if (number < bounded) {
        bound += draw_.chance(3) ? 1 : positive(draw_.one_of({2, 50, 1000})).micro();
        tier.up_to = Decimal::from_micro(bound);
      }
      if (model == PriceModel::percentage) {
        tier.rate = draw_.decimal(1, draw_.number(1, 4));
      } else if (model != PriceModel::stairstep) {
        tier.unit = unit_price(20);
        if (draw_.chance(20)) tier.block = positive(10);
      }
      if (model == PriceModel::stairstep || draw_.chance(30)) tier.flat = money(200);
      tiers.push_back(tier);
    }
    return tiers;
  }

  // Components of a smaller number than `number` and of its charge.
  std::vector<std::string> some_components(int number, Charge charge) {
    std::vector<std::string> ids;
    for (const auto& component : book_.components) {
      if (component.charge == charge && draw_.chance(40)) ids.push_back(component.id);
    }
    return number == 0 ? std::vector<std::string>{} : ids;
  }

  Price price(int number, Charge charge, bool counts_money) {
    Price price;
    price.model = draw_.one_of({PriceModel::flat, PriceModel::per_unit, PriceModel::graduated, PriceModel::volume,
                                PriceModel::stairstep, PriceModel::package, PriceModel::percentage});
    if (counts_money && draw_.chance(70)) price.model = PriceModel::percentage;
    switch (price.model) {
      case PriceModel::flat:
        price.amount = money(900);
        break;
      case PriceModel::per_unit:
        price.unit = unit_price(30);
        break;
      case PriceModel::graduated:
      case PriceModel::volume:
      case PriceModel::stairstep:
        price.tiers = tiers(price.model);
        price.flat_at_zero = draw_.one_of({FlatAtZero::charge, FlatAtZero::skip});
        break;
      case PriceModel::package:
        price.amount = money(60);
        price.size = positive(500);
        break;
      case PriceModel::percentage:
        if (!counts_money) price.of = some_components(number, charge);
        if (!counts_money && price.of.empty()) {
          price.model = PriceModel::flat;
          price.amount = money(900);
        } else if (counts_money) {
          metered_percentage(price);
        } else {
          price.rate = std::max(rate(), least_rate);
        }
        break;
    }
    return price;
  }

  void metered_percentage(Price& price) {
    if (draw_.chance(40)) {
      price.tiers = tiers(PriceModel::percentage);
    } else {
      price.rate = std::max(draw_.decimal(1, draw_.number(2, 5)), least_rate);
    }
    if (draw_.chance(60)) {
      price.events = draw_.one_of({"m0", "m1", "m2"});
      price.event_fee = unit_price(1);
      if (draw_.chance(50)) price.least = unit_price(1);
      if (draw_.chance(50)) price.most = Decimal::from_micro(unit_price(3).micro() + Decimal::scale);
    }
  }

  Cost cost() {
    Cost cost;
    if (draw_.chance(40)) cost.amount = money(300);
    if (draw_.chance(40)) cost.unit = unit_price(5);
    if (draw_.chance(15)) cost.tiers = tiers(PriceModel::graduated);
    if (draw_.chance(20)) cost.meter = "m" + std::to_string(draw_.number(0, meter_count - 1));
    if (draw_.chance(40)) {
      cost.role = book_.roles[static_cast<std::size_t>(draw_.number(0, 2))].id;
      cost.hours = draw_.decimal(12, draw_.number(0, 2));
      if (draw_.chance(40)) cost.hours_per_unit = draw_.decimal(1, draw_.number(1, 6));
    }
    if (draw_.chance(25)) cost.third_party = money(80);
    if (draw_.chance(25)) cost.third_party_rate = draw_.decimal(1, draw_.number(1, 3));
    return cost;
  }

  void add_component(int number) {
    Component component;
    component.id = "c" + std::to_string(number);
    component.name = "Component " + std::to_string(number);
    component.service_line = static_cast<ServiceLine>(draw_.number(0, 7));
    component.charge = draw_.chance(25) ? Charge::one_off : Charge::monthly;
    if (draw_.chance(65)) component.meter = "m" + std::to_string(draw_.number(0, meter_count - 1));
    if (draw_.chance(20)) component.units_per = positive(1000);
    if (draw_.chance(30)) component.unit_rounding = UnitRounding::up;
    if (draw_.chance(30)) component.included = quantity(50);
    if (draw_.chance(15)) component.minimum = money(100);
    if (draw_.chance(15)) component.maximum = Decimal::from_micro(money(1400).micro() + 100 * Decimal::scale);
    component.discountable = draw_.chance(80);
    component.standard = draw_.chance(70);
    if (component.charge == Charge::one_off) component.delivery_months = draw_.number(1, 7);
    if (draw_.chance(10)) component.tenancies = {draw_.one_of({Tenancy::shared, Tenancy::dedicated})};
    const bool counts_money = component.meter == money_meter;
    component.price = price(number, component.charge, counts_money);
    component.cost = cost();
    const int variants = draw_.chance(35) ? draw_.number(1, 4) : 0;
    for (int count = 0; count < variants; ++count) add_variant(number, component);
    book_.components.push_back(std::move(component));
  }

  // No two variants of a component say the same of tenancy and tier.
  void add_variant(int number, Component& component) {
    Variant variant;
    if (draw_.chance(60)) variant.tenancy = draw_.one_of({Tenancy::shared, Tenancy::dedicated});
    if (!variant.tenancy || draw_.chance(50)) variant.service_tier = draw_.one_of({"basic", "plus", "isolated"});
    if (variant.tenancy == Tenancy::shared && variant.service_tier == "isolated") variant.tenancy = Tenancy::dedicated;
    for (const auto& other : component.variants) {
      if (other.tenancy == variant.tenancy && other.service_tier == variant.service_tier) return;
    }
    if (draw_.chance(60)) variant.price = price(number, component.charge, component.meter == money_meter);
    if (draw_.chance(40)) variant.cost = cost();
    if (draw_.chance(40)) variant.included = quantity(80);
    component.variants.push_back(std::move(variant));
  }

  void add_packages() {
    for (int number = 0; number < 3; ++number) {
      Package package;
      package.id = "p" + std::to_string(number);
      if (draw_.chance(50)) package.tenancy = draw_.one_of({Tenancy::shared, Tenancy::dedicated});
      if (draw_.chance(50)) package.service_tier = draw_.one_of({"basic", "plus"});
      for (const auto& component : book_.components) {
        const bool offered =
            component.tenancies.empty() || (package.tenancy && component.tenancies.front() == *package.tenancy);
        if (offered && draw_.chance(40)) package.components.push_back(component.id);
      }
      if (package.components.empty()) continue;
      for (const auto& meter : book_.meters) {
        if (draw_.chance(30)) package.fair_use.push_back({meter.id, quantity(300)});
      }
      book_.packages.push_back(std::move(package));
    }
  }

  void add_discounts() {
    const int steps = draw_.number(0, 8);
    for (int number = 0; number < steps; ++number) {
      ProgrammeDiscount step;
      step.id = "d" + std::to_string(number);
      step.kind = draw_.one_of({DiscountKind::term, DiscountKind::prepay, DiscountKind::volume});
      if (step.kind == DiscountKind::term) step.from_months = draw_.one_of({0, 1, 12, 12, 24, 36});
      if (step.kind == DiscountKind::prepay)
        step.billing = draw_.one_of({Billing::monthly, Billing::annual, Billing::prepaid});
      if (step.kind == DiscountKind::volume) step.from_amount = money(draw_.one_of({500, 5000}));
      step.rate = draw_.decimal(1, 2);
      const int meant = draw_.chance(40) ? draw_.number(1, 3) : 0;
      for (int count = 0; count < meant; ++count) {
        const auto service_line = static_cast<ServiceLine>(draw_.number(0, 7));
        auto& lines = step.service_lines;
        if (std::find(lines.begin(), lines.end(), service_line) == lines.end()) lines.push_back(service_line);
      }
      book_.discounts.push_back(std::move(step));
    }
  }

  Draw draw_;
  PriceBook book_;
  bool backwards_ = false;
};

}  // namespace

model::PriceBook adversarial_book(std::uint64_t seed, std::uint64_t index) {
  return BookDraw(seed, index).book();
}

}  // namespace dealwright::tests
