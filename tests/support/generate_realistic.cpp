#include <algorithm>
#include <string>

#include "tests/support/draw.hpp"
#include "tests/support/generate_parts.hpp"

namespace dealwright::tests {

namespace {

using namespace model;

constexpr std::int64_t cent = Decimal::scale / 100;

// Prices are thought of in euro cents and stated in the book's currency.
class BookText {
 public:
  BookText(const char* code, std::int64_t numerator, std::int64_t denominator)
      : currency_(*Currency::from_code(code)), numerator_(numerator), denominator_(denominator) {
    book_.id = std::string("platform-") + code + "-2026";
    std::transform(book_.id.begin(), book_.id.end(), book_.id.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    book_.name = "Managed commerce platform 2026";
    book_.currency = currency_;
    book_.effective_from = *Date::from(2024, 1, 1);
  }

  PriceBook book() {
    add_meters();
    for (const auto& [id, cents] :
         {std::pair{"consultant", 6200}, {"engineer", 6800}, {"support", 4100}, {"success", 5400}}) {
      book_.roles.push_back({id, id, money(cents)});
    }
    add_service_tiers();
    add_recurring();
    add_projects();
    add_discounts();
    return std::move(book_);
  }

 private:
  Decimal money(std::int64_t cents) const {
    const std::int64_t per_minor = Decimal::scale / currency_.minor_per_major();
    const std::int64_t micro = cents * cent * numerator_ / denominator_;
    return Decimal::from_micro((micro + per_minor / 2) / per_minor * per_minor);
  }
  // Of a unit: in thousandths of a cent, at most 5 places.
  Decimal unit(std::int64_t milli_cents) const {
    return Decimal::from_micro(milli_cents * 10 * numerator_ / denominator_ / 10 * 10);
  }

  Meter& add_meter(const char* id, const char* counted, const char* fact, bool follows_peak) {
    Meter meter;
    meter.id = id;
    meter.name = id;
    meter.unit = counted;
    meter.follows_peak = follows_peak;
    meter.sizing = Sizing{};
    meter.sizing->terms.push_back({fact, Decimal::whole(1), Decimal::whole(1)});
    book_.meters.push_back(std::move(meter));
    return book_.meters.back();
  }

  void add_meters() {
    add_meter("orders", "order", "orders_per_month", true);
    add_meter("order_value", "money", "orders_per_month", true).money = true;
    book_.meters.back().sizing->terms.front().factor = unit(6'000'000);  // an average order of 60 euros
    add_meter("storage", "GB", "storage_gb", false).bills = MeterBills::last;
    add_meter("environments", "environment", "environments", false);
    add_meter("connectors", "connector", "integrations", false);
    add_meter("tickets", "ticket", "tickets_per_month", false);
    auto& cores = *add_meter("cores", "core", "orders_per_month", false).sizing;
    cores.base = Decimal::whole(2);
    cores.terms.front().per = Decimal::whole(4000);
    cores.at_peak = true;
    cores.step = Decimal::whole(2);
    cores.at_least = Decimal::whole(2);
    book_.meters.back().bills = MeterBills::peak;
  }

  void add_service_tiers() {
    for (const auto& [id, micro] : {std::pair{"standard", 995'000}, {"business", 999'000}, {"mission", 999'500}}) {
      ServiceTier tier;
      tier.id = id;
      tier.name = id;
      tier.uptime = Decimal::from_micro(micro);
      tier.environments = {"production", "staging"};
      book_.service_tiers.push_back(std::move(tier));
    }
  }

  Component& add(const char* id, ServiceLine service_line, const char* meter, PriceModel price_model) {
    Component component;
    component.id = id;
    component.name = id;
    component.service_line = service_line;
    component.meter = meter;
    component.price.model = price_model;
    book_.components.push_back(std::move(component));
    return book_.components.back();
  }

  Tier tier(std::int64_t up_to, std::int64_t unit_milli_cents, std::int64_t flat_cents) const {
    Tier tier;
    if (up_to != 0) tier.up_to = Decimal::whole(up_to);
    tier.unit = unit(unit_milli_cents);
    tier.flat = money(flat_cents);
    return tier;
  }

  void dedicated_costs_more(Component& component, std::int64_t cents, std::int64_t cost_cents) const {
    Variant variant;
    variant.tenancy = Tenancy::dedicated;
    variant.price = component.price;
    variant.price->amount = money(cents);
    variant.cost = component.cost;
    variant.cost->amount = money(cost_cents);
    component.variants.push_back(std::move(variant));
  }

  void add_recurring() {
    auto& platform = add("platform", ServiceLine::platform, "", PriceModel::flat);
    platform.price.amount = money(49'000);
    platform.cost.amount = money(18'000);
    dedicated_costs_more(platform, 89'000, 36'000);

    auto& orders = add("orders", ServiceLine::infrastructure, "orders", PriceModel::graduated);
    orders.included = Decimal::whole(2000);
    orders.price.tiers = {tier(20'000, 2'000, 0), tier(100'000, 1'400, 0), tier(0, 900, 0)};
    orders.cost.unit = unit(450);

    auto& storage = add("storage", ServiceLine::infrastructure, "storage", PriceModel::per_unit);
    storage.price.unit = unit(22'500);
    storage.cost.unit = unit(9'000);

    auto& compute = add("compute", ServiceLine::infrastructure, "cores", PriceModel::volume);
    compute.price.tiers = {tier(4, 3'900'000, 0), tier(16, 3'400'000, 0), tier(0, 2'900'000, 0)};
    compute.cost.unit = unit(1'700'000);

    auto& environments = add("environments", ServiceLine::managed_hosting, "environments", PriceModel::stairstep);
    environments.price.tiers = {tier(1, 0, 4'000), tier(3, 0, 11'000), tier(0, 0, 19'000)};
    environments.cost.unit = unit(1'500'000);

    auto& backup = add("backup", ServiceLine::managed_hosting, "", PriceModel::percentage);
    backup.price.rate = Decimal::from_micro(80'000);
    backup.price.of = {"platform", "compute", "storage"};
    backup.cost.third_party_rate = Decimal::from_micro(350'000);

    auto& hosting = add("hosting", ServiceLine::managed_hosting, "", PriceModel::flat);
    hosting.price.amount = money(42'000);
    hosting.cost.role = "engineer";
    hosting.cost.hours = Decimal::whole(3);
    dedicated_costs_more(hosting, 74'000, 0);

    auto& connectors = add("connectors", ServiceLine::platform, "connectors", PriceModel::package);
    connectors.price.amount = money(6'000);
    connectors.price.size = Decimal::whole(3);
    connectors.cost.unit = unit(800'000);

    auto& support = add("support", ServiceLine::support, "tickets", PriceModel::graduated);
    support.price.tiers = {tier(10, 4'500'000, 15'000), tier(0, 3'900'000, 0)};
    support.cost.role = "support";
    support.cost.hours_per_unit = Decimal::from_micro(500'000);

    auto& success = add("success", ServiceLine::customer_success, "", PriceModel::flat);
    success.price.amount = money(38'000);
    success.cost.role = "success";
    success.cost.hours = Decimal::whole(3);

    auto& automation = add("automation", ServiceLine::automation_ai, "orders", PriceModel::package);
    automation.price.amount = money(3'500);
    automation.price.size = Decimal::whole(1000);
    automation.cost.unit = unit(1'200);

    auto& payments = add("payments", ServiceLine::automation_ai, "order_value", PriceModel::percentage);
    payments.price.rate = Decimal::from_micro(3'000);
    payments.price.events = "orders";
    payments.price.event_fee = unit(1'000);
    payments.price.least = unit(500);
    payments.price.most = unit(90'000);
    payments.discountable = false;
    payments.cost.third_party_rate = Decimal::from_micro(400'000);
  }

  void add_projects() {
    auto& implementation = add("implementation", ServiceLine::implementation, "", PriceModel::flat);
    implementation.price.amount = money(98'000);  // a day
    implementation.cost.role = "consultant";
    implementation.cost.hours = Decimal::whole(8);
    implementation.delivery_months = 3;
    auto& migration = add("migration", ServiceLine::implementation, "", PriceModel::flat);
    migration.price.amount = money(420'000);
    migration.cost.role = "engineer";
    migration.cost.hours = Decimal::whole(30);
    migration.standard = false;
    auto& training = add("training", ServiceLine::implementation, "", PriceModel::flat);
    training.price.amount = money(120'000);
    training.cost.role = "consultant";
    training.cost.hours = Decimal::whole(10);
    for (auto& component : book_.components) {
      if (component.service_line == ServiceLine::implementation) component.charge = Charge::one_off;
    }
  }

  void add_discounts() {
    const auto add_step = [&](const char* id, DiscountKind kind, std::int64_t rate_micro) -> ProgrammeDiscount& {
      ProgrammeDiscount step;
      step.id = id;
      step.kind = kind;
      step.rate = Decimal::from_micro(rate_micro);
      book_.discounts.push_back(std::move(step));
      return book_.discounts.back();
    };
    add_step("term-24", DiscountKind::term, 30'000).from_months = 24;
    add_step("term-36", DiscountKind::term, 50'000).from_months = 36;
    add_step("annual", DiscountKind::prepay, 20'000).billing = Billing::annual;
    add_step("volume-2500", DiscountKind::volume, 20'000).from_amount = money(250'000);
    add_step("volume-6000", DiscountKind::volume, 40'000).from_amount = money(600'000);
  }

  Currency currency_;
  std::int64_t numerator_, denominator_;
  PriceBook book_;
};

Partner partner(std::uint64_t seed, std::uint64_t index) {
  Draw draw(seed, 2'000'000'000 + index);
  Partner partner;
  partner.id = "partner-" + std::to_string(index);
  partner.name = "Partner " + std::to_string(index);
  partner.type = static_cast<PartnerType>(index % 9);
  partner.country = draw.one_of({"DE", "AT", "NL", "US", "JP"});
  for (const char* currency : {"EUR", "USD"}) {
    partner.roles.push_back({"consultant", *Currency::from_code(currency), Decimal::whole(draw.whole(52, 74))});
  }
  return partner;
}

Customer customer(std::uint64_t seed, std::uint64_t index) {
  Draw draw(seed, 3'000'000'000 + index);
  Customer customer;
  customer.id = "customer-" + std::to_string(index);
  customer.name = "Customer " + std::to_string(index);
  customer.segment = static_cast<Segment>(index % 6);
  customer.country = draw.one_of({"DE", "AT", "NL", "US", "JP"});
  customer.currency = *Currency::from_code(draw.one_of({"EUR", "USD", "JPY"}));
  customer.partner = "partner-" + std::to_string(index % 10);
  auto& facts = customer.profile;
  facts.orders_per_month = Decimal::whole(draw.whole(10, 400) * 100);
  facts.peak_factor = Decimal::from_micro(draw.whole(10, 30) * 100'000);
  facts.integrations = Decimal::whole(draw.whole(1, 9));
  facts.storage_gb = Decimal::whole(draw.whole(20, 600));
  facts.environments = Decimal::whole(draw.whole(1, 4));
  facts.tickets_per_month = Decimal::whole(draw.whole(4, 30));
  return customer;
}

Rule rule(const char* id, const char* metric, std::optional<Decimal> min, std::optional<Decimal> max) {
  Rule rule;
  rule.id = id;
  rule.title = id;
  rule.metric = metric;
  rule.min = min;
  rule.max = max;
  rule.message = "{subject} is at {value}, and the bound is {bound}.";
  return rule;
}

Guardrails guardrails() {
  const auto hundredths = [](std::int64_t value) { return Decimal::from_micro(value * 10'000); };
  Guardrails guardrails;
  guardrails.id = "house-rules";
  guardrails.name = "House rules";
  auto& rules = guardrails.rules;
  rules.push_back(rule("margin-blended", "gross_margin", hundredths(20), {}));
  rules.back().ways_out = {{Lever::deal_discount, "Give less off the whole deal."}};
  rules.push_back(rule("margin-peak", "peak_margin", hundredths(10), {}));
  rules.push_back(rule("margin-service-line", "service_line_margin", hundredths(-50), {}));
  rules.push_back(rule("margin-component", "component_margin", hundredths(-200), {}));
  rules.push_back(rule("discount-deal", "effective_discount", {}, hundredths(35)));
  rules.back().by_role = {{"sales-director", {}, hundredths(45)}};
  rules.push_back(rule("discount-line", "line_discount", {}, hundredths(50)));
  rules.push_back(rule("floor-list", "price", hundredths(40), {}));
  rules.back().base = RuleBase::list;
  rules.push_back(rule("term-least", "term_months", Decimal::whole(12), {}));
  rules.push_back(rule("payment-days", "payment_days", {}, Decimal::whole(60)));
  rules.push_back(rule("free-months", "free_months", {}, Decimal::whole(3)));
  rules.push_back(rule("tcv-least", "tcv", Decimal::whole(1000), {}));
  Rule owns_brand = rule("brand", "partner_owns_brand", {}, {});
  owns_brand.one_of = {"true"};
  rules.push_back(std::move(owns_brand));
  return guardrails;
}

// Lines as a seller writes them: a name of its own, a quantity where one is agreed, seldom a discount.
Line line(Draw& draw, const Component& component) {
  Line line;
  line.component = component.id;
  line.name = component.name +
              " for the storefronts, marketplaces and warehouses of the group, as offered after the second workshop";
  const bool is_project = component.charge == Charge::one_off;
  if (component.id == "implementation") line.quantity = Decimal::whole(draw.whole(5, 40));
  if (component.id == "support") line.quantity = Decimal::whole(draw.whole(5, 25));
  if (component.id == "storage") {
    for (int reading = 0; reading < 3; ++reading) line.readings.push_back(Decimal::whole(draw.whole(40, 300)));
  }
  if (component.discountable && draw.chance(40)) line.discount = Decimal::from_micro(draw.whole(1, 10) * 10'000);
  if (component.id == "platform" && draw.chance(30)) line.discount_amount = Decimal::whole(draw.whole(5, 40));
  if (is_project) line.start_month = draw.number(1, 3);
  if (component.id == "orders" || component.id == "automation") {
    const std::int64_t start = draw.whole(20, 200) * 100;
    RampSegment first, second, third;
    first.from_month = 1, first.to_month = 6, first.quantity = Decimal::whole(start);
    second.from_month = 7, second.to_month = 18, second.quantity = Decimal::whole(start * 3 / 2);
    third.from_month = 19, third.quantity = Decimal::whole(start * 2);
    line.ramp = {first, second, third};
  }
  return line;
}

}  // namespace

model::Programme realistic_programme(std::uint64_t seed) {
  Programme programme;
  programme.price_books = {BookText("EUR", 1, 1).book(), BookText("USD", 11, 10).book(),
                           BookText("JPY", 160, 1).book()};
  for (std::uint64_t index = 0; index < 10; ++index) programme.partners.push_back(partner(seed, index));
  for (std::uint64_t index = 0; index < 60; ++index) programme.customers.push_back(customer(seed, index));
  programme.guardrails.push_back(guardrails());
  return programme;
}

model::Deal realistic_deal(const model::Programme& programme, std::uint64_t seed, std::uint64_t index) {
  Draw draw(seed, index);
  const auto& customer = draw.one_of(programme.customers);
  const auto book = std::find_if(programme.price_books.begin(), programme.price_books.end(),
                                 [&](const PriceBook& candidate) { return candidate.currency == customer.currency; });
  Deal deal;
  deal.id = "deal-" + std::to_string(index);
  deal.name = "Storefront, warehouse and finance on the managed platform";
  deal.note =
      "Agreed in the second workshop: start with two storefronts and one warehouse, add the marketplaces after the "
      "first "
      "season, move the accounting rules of the old system as they are. The customer's finance team signs off the "
      "opening "
      "balances; the integrator of the carriers stays in charge of its own interface. Review of volumes every quarter.";
  deal.partner = customer.partner;
  deal.customer = customer.id;
  deal.price_book = book->id;
  deal.currency = book->currency;
  deal.tenancy = draw.chance(25) ? Tenancy::dedicated : Tenancy::shared;
  deal.service_tier = draw.one_of({"standard", "business", "mission"});
  deal.start = Date::from(2026, 1, 1)->plus_days(draw.number(0, 360));
  deal.term_months = 36;
  if (draw.chance(30)) deal.alignment = Alignment::calendar;
  deal.billing = draw.one_of({Billing::monthly, Billing::quarterly, Billing::annual});
  deal.payment_days = draw.one_of({14, 30, 45});
  deal.discount = Decimal::from_micro(draw.whole(0, 8) * 10'000);
  if (draw.chance(40)) deal.free_months = FreeMonths{draw.number(1, 2), 1, {}};
  deal.uplift = Uplift{Decimal::from_micro(draw.whole(4, 12) * 5'000), 12, {}};
  if (draw.chance(30)) {
    deal.commitment =
        Commitment{Decimal::whole(draw.whole(8, 20) * 1000), CommitmentPeriod::year, CommitmentBasis::after_discount};
  }
  deal.approvals.push_back({"sales-director", "Regional sales director", deal.start});

  const int wanted = draw.number(8, 12);
  std::vector<bool> taken(book->components.size(), false);
  taken[0] = true;
  for (int lines = 1; lines < wanted;) {
    const auto number = static_cast<std::size_t>(draw.whole(1, static_cast<std::int64_t>(taken.size()) - 1));
    if (taken[number]) continue;
    taken[number] = true;
    ++lines;
  }
  for (std::size_t number = 0; number < taken.size(); ++number) {
    if (taken[number]) deal.lines.push_back(line(draw, book->components[number]));
  }
  return deal;
}

}  // namespace dealwright::tests
