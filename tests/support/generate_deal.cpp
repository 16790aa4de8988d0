#include <algorithm>
#include <string>

#include "tests/support/draw.hpp"
#include "tests/support/generate_parts.hpp"

namespace dealwright::tests {

namespace {

using namespace model;

// What is drawn for one deal.
class DealDraw {
 public:
  DealDraw(const Programme& programme, std::uint64_t seed, std::uint64_t index)
      : draw_(seed, index), programme_(programme), book_(draw_.one_of(programme.price_books)) {
    deal_.id = "deal-" + std::to_string(index);
  }

  Deal deal() {
    draw_parties();
    draw_terms();
    draw_offer();
    draw_lines();
    draw_deal_discounts();
    draw_time_conditions();
    draw_commitment();
    return std::move(deal_);
  }

 private:
  Decimal money(std::int64_t greatest) {
    return draw_.decimal(greatest, std::min(book_.currency.digits(), draw_.number(0, 3)));
  }
  Decimal quantity(std::int64_t greatest) {
    return draw_.chance(10) ? Decimal() : draw_.decimal(greatest, draw_.one_of({0, 0, 0, 1, 2, 6}));
  }
  // Often exactly at a bound that rules like to state.
  Decimal discount() {
    if (draw_.chance(30))
      return Decimal::from_micro(draw_.one_of<std::int64_t>({0, 100'000, 150'000, 200'000, 1'000'000}));
    return Decimal::from_micro(draw_.whole(0, 5000) * 100);
  }
  std::vector<ServiceLine> some_service_lines() {
    std::vector<ServiceLine> lines;
    if (draw_.chance(60)) return lines;
    for (int word = 0; word < 8; ++word) {
      if (draw_.chance(40)) lines.push_back(static_cast<ServiceLine>(word));
    }
    return lines;
  }

  void draw_parties() {
    deal_.price_book = book_.id;
    deal_.currency = book_.currency;
    deal_.partner = draw_.one_of(programme_.partners).id;
    std::vector<std::string> customers;
    for (const auto& customer : programme_.customers) {
      if (customer.currency == book_.currency) customers.push_back(customer.id);
    }
    deal_.customer = draw_.one_of(customers);
    deal_.tenancy = draw_.one_of({Tenancy::shared, Tenancy::dedicated});
    if (draw_.chance(60)) deal_.service_tier = draw_.one_of({"basic", "plus", "isolated"});
    if (deal_.service_tier == "isolated") deal_.tenancy = Tenancy::dedicated;
  }

  void draw_terms() {
    deal_.start = Date::from(2024, 1, 1)->plus_days(draw_.number(0, 1500));
    if (draw_.chance(25)) deal_.start = deal_.start.last_of_month();
    if (draw_.chance(15)) deal_.start = deal_.start.first_of_month();
    const int length = draw_.number(1, 100);
    deal_.term_months = length <= 30   ? draw_.number(1, 11)
                        : length <= 75 ? draw_.one_of({12, 12, 13, 18, 24})
                        : length <= 95 ? draw_.one_of({25, 36, 36, 48})
                                       : draw_.one_of({60, 120});
    deal_.alignment = draw_.one_of({Alignment::anniversary, Alignment::calendar});
    deal_.billing = draw_.one_of({Billing::monthly, Billing::quarterly, Billing::annual, Billing::prepaid});
  }

  bool is_offered(const Component& component) const {
    return component.tenancies.empty() || component.tenancies.front() == deal_.tenancy;
  }

  void draw_offer() {
    if (book_.packages.empty() || draw_.chance(45)) return;
    const auto& package = draw_.one_of(book_.packages);
    if (package.tenancy && *package.tenancy != deal_.tenancy) return;
    const bool all_offered = std::all_of(package.components.begin(), package.components.end(),
                                         [&](const std::string& id) { return is_offered(component(id)); });
    if (all_offered) package_ = &package;
    if (package_) deal_.package = package.id;
  }

  const Component& component(const std::string& id) const {
    return *std::find_if(book_.components.begin(), book_.components.end(),
                         [&](const Component& component) { return component.id == id; });
  }

  // The price that holds under the deal's tenancy and tier.
  const Price& price_of(const Component& component) const {
    const std::string tier = !deal_.service_tier.empty() ? deal_.service_tier : package_ ? package_->service_tier : "";
    const Variant* chosen = nullptr;
    int closeness = 0;
    for (const auto& variant : component.variants) {
      const bool fits_tenancy = !variant.tenancy || *variant.tenancy == deal_.tenancy;
      const bool fits_tier = variant.service_tier.empty() || variant.service_tier == tier;
      const int own = (variant.service_tier.empty() ? 0 : 2) + (variant.tenancy ? 1 : 0);
      if (!fits_tenancy || !fits_tier || own <= closeness) continue;
      chosen = &variant;
      closeness = own;
    }
    return chosen && chosen->price ? *chosen->price : component.price;
  }

  void draw_lines() {
    const int share = draw_.number(5, 60);
    for (const auto& component : book_.components) {
      if (is_offered(component) && draw_.chance(share)) deal_.lines.push_back(line(component));
    }
    if (deal_.lines.empty() && !package_) {
      for (const auto& component : book_.components) {
        if (!is_offered(component)) continue;
        deal_.lines.push_back(line(component));
        return;
      }
    }
  }

  static bool takes_agreed_price(const Price& price) {
    return price.model == PriceModel::flat || price.model == PriceModel::per_unit || price.model == PriceModel::package;
  }
  Decimal agreed_price(const Price& price) {
    return price.model == PriceModel::per_unit ? draw_.decimal(30, draw_.number(0, 5)) : money(900);
  }

  Line line(const Component& component) {
    const Price& price = price_of(component);
    Line line;
    line.component = component.id;
    const int how_much = draw_.number(1, 100);
    const bool by_tiers = price.model == PriceModel::percentage && !price.tiers.empty();
    if (how_much <= 40) line.quantity = quantity(draw_.one_of({5, 300, 4000}));
    if (!component.meter.empty() && !by_tiers && how_much > 40 && how_much <= 60) {
      const int readings = draw_.number(1, 12);
      for (int count = 0; count < readings; ++count) line.readings.push_back(quantity(500));
    }
    if (takes_agreed_price(price) && draw_.chance(25)) line.price = agreed_price(price);
    if (component.discountable) {
      if (draw_.chance(40)) line.discount = discount();
      if (draw_.chance(20)) line.discount_amount = money(80);
    }
    if (draw_.chance(30)) line.start_month = draw_.number(1, deal_.term_months);
    if (component.charge == Charge::monthly && draw_.chance(30)) line.end_month = draw_.number(line.start_month, 120);
    if (component.charge == Charge::monthly && draw_.chance(30)) draw_ramp(component, price, line);
    return line;
  }

  // Segments one after another; the line's own values hold before the first and after the last.
  void draw_ramp(const Component& component, const Price& price, Line& line) {
    const int last = std::min(line.end_month.value_or(deal_.term_months), deal_.term_months);
    int from = draw_.chance(70) ? line.start_month : draw_.number(line.start_month, last);
    const bool ends_early = draw_.chance(20);
    while (from <= last) {
      RampSegment segment;
      segment.from_month = from;
      const int to = draw_.number(from, last);
      if (to < last || ends_early) segment.to_month = to;
      if (to == last && line.end_month) segment.to_month = *line.end_month;
      if (draw_.chance(60)) segment.quantity = quantity(draw_.one_of({5, 300, 4000}));
      if (takes_agreed_price(price) && draw_.chance(30)) segment.price = agreed_price(price);
      if (component.discountable && draw_.chance(40)) segment.discount = discount();
      line.ramp.push_back(segment);
      if (ends_early && draw_.chance(50)) return;
      from = to + 1;
    }
  }

  void draw_deal_discounts() {
    if (draw_.chance(40)) deal_.discount = discount();
    if (draw_.chance(30)) deal_.discount_amount = money(draw_.one_of({30, 800}));
  }

  void draw_time_conditions() {
    if (draw_.chance(30)) {
      FreeMonths free;
      free.months = draw_.number(0, std::min(6, deal_.term_months));
      free.from_month = draw_.number(1, deal_.term_months);
      free.service_lines = some_service_lines();
      deal_.free_months = std::move(free);
    }
    if (draw_.chance(35)) {
      Uplift uplift;
      uplift.rate = draw_.decimal(1, draw_.one_of({1, 2, 2, 3}));
      uplift.every_months = deal_.term_months <= 6 ? draw_.number(1, 6) : draw_.one_of({6, 12, 12, 12, 24});
      uplift.service_lines = some_service_lines();
      deal_.uplift = std::move(uplift);
    }
  }

  void draw_commitment() {
    if (draw_.chance(60)) return;
    Commitment commitment;
    commitment.period = draw_.one_of({CommitmentPeriod::month, CommitmentPeriod::year, CommitmentPeriod::term});
    commitment.basis = draw_.one_of({CommitmentBasis::before_discount, CommitmentBasis::after_discount});
    const int months = commitment.period == CommitmentPeriod::month  ? 1
                       : commitment.period == CommitmentPeriod::year ? 12
                                                                     : deal_.term_months;
    commitment.amount = money(months * draw_.one_of({1000, 8000}));
    const auto is_monthly = [&](const std::string& id) { return component(id).charge == Charge::monthly; };
    bool has_monthly_line =
        package_ && std::any_of(package_->components.begin(), package_->components.end(), is_monthly);
    for (const auto& line : deal_.lines) has_monthly_line = has_monthly_line || is_monthly(line.component);
    if (has_monthly_line) deal_.commitment = commitment;
  }

  Draw draw_;
  const Programme& programme_;
  const PriceBook& book_;
  const Package* package_ = nullptr;
  Deal deal_;
};

}  // namespace

model::Partner adversarial_partner(std::uint64_t seed, std::uint64_t index) {
  Draw draw(seed, 2'000'000'000 + index);
  Partner partner;
  partner.id = "partner-" + std::to_string(index);
  partner.name = "Partner " + std::to_string(index);
  for (int role = 0; role < 3; ++role) {
    for (const char* currency : {"EUR", "JPY"}) {
      if (!draw.chance(50)) continue;
      partner.roles.push_back({"role-" + std::to_string(role), *Currency::from_code(currency), draw.decimal(200, 0)});
    }
  }
  return partner;
}

model::Customer adversarial_customer(std::uint64_t seed, std::uint64_t index) {
  Draw draw(seed, 3'000'000'000 + index);
  Customer customer;
  customer.id = "customer-" + std::to_string(index);
  customer.name = "Customer " + std::to_string(index);
  customer.currency = *Currency::from_code(adversarial_currencies[index % adversarial_currencies.size()]);
  auto& facts = customer.profile;
  facts.orders_per_month = draw.decimal(draw.one_of({50, 2000}), 0);
  facts.order_lines_per_order = draw.decimal(6, 2);
  facts.average_order_value = draw.decimal(300, 0);
  facts.peak_factor = Decimal::from_micro(Decimal::scale + draw.decimal(4, draw.number(0, 6)).micro());
  facts.growth_per_year = Decimal::from_micro(draw.decimal(2, 3).micro() - Decimal::scale);
  facts.products = draw.decimal(3000, 0);
  facts.sales_channels = draw.decimal(8, 0);
  facts.integrations = draw.decimal(12, 0);
  facts.warehouses = draw.decimal(5, 0);
  facts.legal_entities = draw.decimal(4, 0);
  facts.storage_gb = draw.decimal(800, 3);
  facts.traffic_gb = draw.decimal(900, 6);
  facts.environments = draw.decimal(4, 0);
  facts.concurrent_sessions = draw.decimal(120, 0);
  facts.compute_cores = draw.decimal(16, 0);
  facts.tickets_per_month = draw.decimal(60, 1);
  facts.recovery_point_minutes = draw.decimal(300, 0);
  facts.recovery_time_minutes = draw.decimal(600, 0);
  return customer;
}

model::Deal adversarial_deal(const model::Programme& programme, std::uint64_t seed, std::uint64_t index) {
  return DealDraw(programme, seed, index).deal();
}

}  // namespace dealwright::tests
