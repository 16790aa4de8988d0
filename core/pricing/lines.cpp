#include "core/pricing/lines.hpp"

#include <algorithm>
#include <numeric>

#include "core/base/suggest.hpp"
#include "core/pricing/tiers.hpp"

namespace dealwright::pricing {

namespace {

using model::DiscountKind;
using model::ServiceLine;
using model::Tenancy;

const char* word(Tenancy tenancy) {
  return tenancy == Tenancy::shared ? "shared" : "dedicated";
}

bool offered(const std::vector<Tenancy>& tenancies, Tenancy tenancy) {
  return tenancies.empty() || std::find(tenancies.begin(), tenancies.end(), tenancy) != tenancies.end();
}

// Gathers what is wrong with one deal.
class Report {
 public:
  explicit Report(Diagnostics& diagnostics) : diagnostics_(diagnostics), before_(diagnostics.size()) {}
  void add(const char* code, std::string pointer, std::string message, std::string expected, std::string nearest = {}) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.pointer = std::move(pointer);
    diagnostic.message = std::move(message);
    diagnostic.expected = std::move(expected);
    diagnostic.nearest = std::move(nearest);
    diagnostics_.push_back(std::move(diagnostic));
  }
  template <class List>
  void unknown(const char* what, std::string pointer, const std::string& id, const List& list,
               const std::string& book) {
    std::vector<std::string_view> names;
    names.reserve(list.size());
    for (const auto& item : list) names.push_back(item.id);
    add("reference.unknown", std::move(pointer),
        "there is no " + std::string(what) + " \"" + id + "\" in price book \"" + book + "\"",
        "the id of a " + std::string(what), std::string(nearest_name(id, names)));
  }
  bool clean() const { return diagnostics_.size() == before_; }

 private:
  Diagnostics& diagnostics_;
  std::size_t before_;
};

std::string line_pointer(int deal_line, const char* field) {
  return "/lines/" + std::to_string(deal_line) + "/" + field;
}

void check_header(const Context& context, Report& report) {
  const auto& deal = context.deal;
  const auto& book = context.book.source();
  if (deal.currency != book.currency) {
    report.add("deal.currency", "/currency",
               "the deal is in " + std::string(deal.currency.code()) + " but price book \"" + book.id + "\" is in " +
                   std::string(book.currency.code()),
               std::string(book.currency.code()));
  }
  if (!deal.start.is_stated()) {
    report.add("deal.start", "/start", "the deal has no start", "the first day of the term");
  } else if (!deal.start.plus_months(deal.term_months).is_stated()) {
    report.add("deal.term_past_calendar", "/term_months", "the term ends after the year 2199",
               "a term that ends by 2199");
  }
  if (!deal.service_tier.empty()) {
    const int tier = context.book.service_tier(deal.service_tier);
    if (tier < 0) {
      report.unknown("service tier", "/service_tier", deal.service_tier, book.service_tiers, book.id);
    } else if (!offered(book.service_tiers[static_cast<std::size_t>(tier)].tenancies, deal.tenancy)) {
      report.add("deal.tier_tenancy", "/service_tier",
                 "service tier \"" + deal.service_tier + "\" is not offered in " + word(deal.tenancy) + " tenancy",
                 "a tier that is");
    }
  }
  if (!deal.package.empty()) {
    const int package = context.book.package(deal.package);
    if (package < 0) {
      report.unknown("package", "/package", deal.package, book.packages, book.id);
    } else {
      const auto& stated = book.packages[static_cast<std::size_t>(package)].tenancy;
      if (stated && *stated != deal.tenancy) {
        report.add("deal.package_tenancy", "/tenancy",
                   "package \"" + deal.package + "\" is for " + word(*stated) + " tenancy, the deal states " +
                       word(deal.tenancy),
                   word(*stated));
      }
    }
  }
  if (deal.package.empty() && deal.lines.empty()) {
    report.add("deal.nothing_sold", "", "the deal has neither a package nor lines", "\"package\" or at least one line");
  }
}

void check_ramp(const model::Line& line, int index, Report& report) {
  for (std::size_t i = 0; i < line.ramp.size(); ++i) {
    const auto& segment = line.ramp[i];
    const auto pointer = [&] { return line_pointer(index, "ramp/") + std::to_string(i); };
    const bool last = i + 1 == line.ramp.size();
    if (segment.to_month && *segment.to_month < segment.from_month) {
      report.add("deal.ramp_backwards", pointer() + "/to_month", "the segment ends before it begins",
                 "at least " + std::to_string(segment.from_month));
    }
    if (!last && !segment.to_month) {
      report.add("deal.ramp_overlap", pointer(), "only the last segment may be without an end", "to_month");
    }
    if (i == 0 || !line.ramp[i - 1].to_month) continue;
    const int wanted = *line.ramp[i - 1].to_month + 1;
    if (segment.from_month != wanted) {
      report.add(segment.from_month > wanted ? "deal.ramp_gap" : "deal.ramp_overlap", pointer() + "/from_month",
                 segment.from_month > wanted ? "there is a gap between this segment and the one before"
                                             : "the segment overlaps the one before",
                 std::to_string(wanted));
    }
  }
}

// The most specific variant for the tenancy and service tier: both stated, then tier, then tenancy.
int choose_variant(const model::Component& component, const ResolvedComponent& resolved, Tenancy tenancy,
                   int service_tier) {
  int best = -1;
  int best_rank = 0;
  for (std::size_t i = 0; i < component.variants.size(); ++i) {
    const auto& variant = component.variants[i];
    const bool states_tier = !variant.service_tier.empty();
    if (variant.tenancy && *variant.tenancy != tenancy) continue;
    if (states_tier && (service_tier < 0 || resolved.variants[i].service_tier != service_tier)) continue;
    const int rank = (states_tier ? 2 : 0) + (variant.tenancy ? 1 : 0);
    if (rank > best_rank) {
      best = static_cast<int>(i);
      best_rank = rank;
    }
  }
  return best;
}

// Whether the metered quantity moves the line's price or its cost.
bool follows_quantity(const ActiveLine& active) {
  const auto& cost = *active.cost;
  const bool costs = !cost.unit.is_zero() || !cost.hours_per_unit.is_zero() || !cost.tiers.empty();
  return (active.price->model != model::PriceModel::flat && !active.of_components) ||
         (costs && (active.resolved_cost->meter < 0 || active.resolved_cost->meter == active.meter));
}

bool states_quantity(const ActiveLine& active) {
  if (active.line == nullptr) return false;
  if (active.line->quantity || !active.line->readings.empty()) return true;
  for (int period = active.first; period <= active.last; ++period) {
    const auto* segment = ramp_segment(active, period);
    if (segment == nullptr || !segment->quantity) return false;
  }
  return true;
}

void check_line(const Context& context, const ActiveLine& active, Report& report) {
  const auto& component = *active.component;
  const auto& meters = context.book.source().meters;
  if (active.meter >= 0 && !meters[static_cast<std::size_t>(active.meter)].sizing && !states_quantity(active) &&
      follows_quantity(active)) {
    report.add("deal.quantity_missing",
               active.deal_line >= 0 ? "/lines/" + std::to_string(active.deal_line) : "/package",
               "meter \"" + component.meter + "\" of component \"" + component.id +
                   "\" has no sizing rule, and the deal does not state its quantity",
               active.deal_line >= 0 ? "\"quantity\", readings, or a ramp that states it for every month"
                                     : "a line of \"" + component.id + "\" with a quantity");
  }
  if (!offered(component.tenancies, context.deal.tenancy)) {
    const std::string pointer = active.deal_line >= 0 ? line_pointer(active.deal_line, "component") : "/package";
    report.add("deal.component_tenancy", pointer,
               "component \"" + component.id + "\" is not offered in " + word(context.deal.tenancy) + " tenancy",
               "a component that is");
  }
  if (active.line == nullptr) return;
  const auto& line = *active.line;
  const int index = active.deal_line;
  const int periods = period_count(context.deal);
  if (line.start_month > periods) {
    report.add("deal.line_after_term", line_pointer(index, "start_month"), "the line starts after the term has ended",
               "at most " + std::to_string(periods));
  }
  if (line.end_month && *line.end_month < line.start_month) {
    report.add("deal.line_backwards", line_pointer(index, "end_month"), "the line ends before it begins",
               "at least " + std::to_string(line.start_month));
  }
  if (!active.monthly && !line.ramp.empty()) {
    report.add("deal.ramp_on_one_off", line_pointer(index, "ramp"),
               "\"" + component.id + "\" is charged once, so it cannot ramp", "a monthly component");
  }
  if (!active.monthly && line.end_month) {
    report.add("deal.end_on_one_off", line_pointer(index, "end_month"),
               "\"" + component.id + "\" is charged once, so it has no last month", "only start_month");
  }
  check_ramp(line, index, report);
  if (line.quantity && !line.readings.empty()) {
    report.add("deal.quantity_and_readings", line_pointer(index, "readings"),
               "the line states a quantity, so its readings have no effect", "a quantity or readings");
  }
  if (!line.readings.empty() && active.meter < 0) {
    report.add("deal.readings_without_meter", line_pointer(index, "readings"),
               "component \"" + component.id + "\" has no meter that could be read", "\"quantity\"");
  }
  if (!line.readings.empty() && !line.quantity && !active.price->tiers.empty() &&
      active.price->model == model::PriceModel::percentage) {
    report.add("deal.readings_of_tiers", line_pointer(index, "readings"),
               "a tiered percentage is taken of the whole, so single readings cannot be priced", "\"quantity\"");
  }
  const bool agreed =
      line.price || std::any_of(line.ramp.begin(), line.ramp.end(), [](const auto& s) { return s.price.has_value(); });
  if (agreed && !takes_agreed_price(active.price->model)) {
    report.add("deal.agreed_price_model", line_pointer(index, line.price ? "price" : "ramp"),
               "component \"" + component.id + "\" has no single price that another could replace",
               "a discount, or a component with a flat, per-unit or package price");
  }
  const bool discounted = !line.discount.is_zero() || !line.discount_amount.is_zero() ||
                          std::any_of(line.ramp.begin(), line.ramp.end(),
                                      [](const auto& s) { return s.discount && !s.discount->is_zero(); });
  if (discounted && !component.discountable) {
    report.add("deal.not_discountable", line_pointer(index, "discount"),
               "component \"" + component.id + "\" takes no discount", "no discount on this line");
  }
}

// Needs the average order value of a customer in another currency?
bool needs_customer_currency(const ActiveLine& active, const Book& book) {
  const auto uses = [&](int meter) { return meter >= 0 && book.resolved_meter(meter).uses_money; };
  const bool own =
      uses(active.meter) && (active.line == nullptr || (!active.line->quantity && active.line->readings.empty()));
  return own || uses(active.resolved_cost->meter) || uses(active.resolved_price->events);
}

Decimal rate_in_force(const Context& context, DiscountKind kind, ServiceLine service_line) {
  const auto* step = step_in_force(context, kind, service_line);
  return step == nullptr ? Decimal() : step->rate;
}

Decimal hourly_cost(const Context& context, int role) {
  if (role < 0) return Decimal();
  const auto& stated = context.book.source().roles[static_cast<std::size_t>(role)];
  for (const auto& own : context.partner.roles) {
    if (own.currency == context.book.source().currency && own.role == stated.id) return own.hourly_cost;
  }
  return stated.hourly_cost;
}

Decimal included_units(const Context& context, const ActiveLine& active, int package) {
  if (package >= 0) {
    const auto& meters = context.book.resolved_package(package).fair_use_meters;
    for (std::size_t i = 0; i < meters.size(); ++i) {
      if (meters[i] != active.meter || active.meter < 0) continue;
      const auto& boundary = context.book.source().packages[static_cast<std::size_t>(package)].fair_use[i].included;
      return Decimal::divide(boundary, active.component->units_per).value_or(boundary);
    }
  }
  if (active.variant >= 0) {
    const auto& variant = active.component->variants[static_cast<std::size_t>(active.variant)];
    if (variant.included) return *variant.included;
  }
  return active.component->included;
}

ActiveLine make_line(const Context& context, int component_index, int deal_line, int service_tier, int package) {
  const auto& book = context.book;
  const auto& resolved = book.resolved_component(component_index);
  ActiveLine active;
  active.component_index = component_index;
  active.component = &book.source().components[static_cast<std::size_t>(component_index)];
  active.deal_line = deal_line;
  active.line = deal_line >= 0 ? &context.deal.lines[static_cast<std::size_t>(deal_line)] : nullptr;
  active.variant = choose_variant(*active.component, resolved, context.deal.tenancy, service_tier);
  active.price = &active.component->price;
  active.cost = &active.component->cost;
  active.resolved_price = &resolved.price;
  active.resolved_cost = &resolved.cost;
  if (active.variant >= 0) {
    const auto v = static_cast<std::size_t>(active.variant);
    const auto& variant = active.component->variants[v];
    if (variant.price) {
      active.price = &*variant.price;
      active.resolved_price = &resolved.variants[v].price;
    }
    if (variant.cost) {
      active.cost = &*variant.cost;
      active.resolved_cost = &resolved.variants[v].cost;
    }
  }
  active.meter = resolved.meter;
  active.rank = resolved.rank;
  active.included = included_units(context, active, package);
  active.monthly = active.component->charge == model::Charge::monthly;
  active.of_components = active.price->model == model::PriceModel::percentage && !active.price->of.empty();
  const int periods = period_count(context.deal);
  active.first = active.line != nullptr ? active.line->start_month : 1;
  active.last = active.line != nullptr && active.line->end_month ? std::min(*active.line->end_month, periods) : periods;
  const auto& deal = context.deal;
  const ServiceLine service_line = active.component->service_line;
  active.uplifted = active.monthly && deal.uplift && means(deal.uplift->service_lines, service_line);
  active.may_be_free = active.monthly && deal.free_months && means(deal.free_months->service_lines, service_line);
  if (active.monthly && active.component->discountable) {
    active.term_rate = rate_in_force(context, DiscountKind::term, service_line);
    active.prepay_rate = rate_in_force(context, DiscountKind::prepay, service_line);
  }
  const auto peaks = [&](int meter) {
    return meter >= 0 && book.source().meters[static_cast<std::size_t>(meter)].follows_peak;
  };
  active.follows_peak =
      peaks(active.meter) || peaks(active.resolved_cost->meter) || peaks(active.resolved_price->events);
  active.hourly_cost = hourly_cost(context, active.resolved_cost->role);
  return active;
}

}  // namespace

bool means(const std::vector<ServiceLine>& service_lines, ServiceLine service_line) {
  return service_lines.empty() ||
         std::find(service_lines.begin(), service_lines.end(), service_line) != service_lines.end();
}

const model::ProgrammeDiscount* step_in_force(const Context& context, DiscountKind kind, ServiceLine service_line) {
  const model::ProgrammeDiscount* best = nullptr;
  for (const auto& step : context.book.source().discounts) {
    if (step.kind != kind || !means(step.service_lines, service_line)) continue;
    if (kind == DiscountKind::term) {
      if (step.from_months > context.deal.term_months) continue;
      if (best == nullptr || step.from_months > best->from_months) best = &step;
    } else {
      if (step.billing != context.deal.billing) continue;
      if (best == nullptr || step.rate > best->rate) best = &step;
    }
  }
  return best;
}

bool covers_free(const model::Deal& deal, int period) {
  return deal.free_months && period >= deal.free_months->from_month &&
         period < deal.free_months->from_month + deal.free_months->months;
}

int period_count(const model::Deal& deal) {
  const bool partial = deal.alignment == model::Alignment::calendar && deal.start.is_stated() && deal.start.day() != 1;
  return deal.term_months + (partial ? 1 : 0);
}

int service_tier_in_force(const model::Deal& deal, const Book& book) {
  if (!deal.service_tier.empty()) return book.service_tier(deal.service_tier);
  const int package = deal.package.empty() ? -1 : book.package(deal.package);
  return package < 0 ? -1 : book.resolved_package(package).service_tier;
}

void put_in_order(std::span<const ActiveLine> lines, const Book& book, std::vector<int>& order,
                  std::vector<int>& line_of_component) {
  order.resize(lines.size());
  std::iota(order.begin(), order.end(), 0);
  const auto is_before = [&](int a, int b) {
    const auto& x = lines[static_cast<std::size_t>(a)];
    const auto& y = lines[static_cast<std::size_t>(b)];
    return x.of_components != y.of_components ? y.of_components : x.rank < y.rank;
  };
  // By insertion: a deal has few lines, mostly in the price book's order already, and this asks for no memory.
  for (std::size_t i = 1; i < order.size(); ++i)
    for (std::size_t at = i; at > 0 && is_before(order[at], order[at - 1]); --at) std::swap(order[at], order[at - 1]);
  line_of_component.assign(book.source().components.size(), -1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line_of_component[static_cast<std::size_t>(lines[i].component_index)] = static_cast<int>(i);
  }
}

const model::RampSegment* ramp_segment(const ActiveLine& active, int period) {
  if (active.line == nullptr) return nullptr;
  for (const auto& segment : active.line->ramp) {
    if (period >= segment.from_month && (!segment.to_month || period <= *segment.to_month)) return &segment;
  }
  return nullptr;
}

bool resolve_lines(const Context& context, std::vector<ActiveLine>& lines, Diagnostics& diagnostics) {
  lines.clear();
  Report report(diagnostics);
  const auto& deal = context.deal;
  const auto& book = context.book;
  if (!book.usable()) {
    report.add("deal.price_book_unusable", "/price_book",
               "price book \"" + book.source().id + "\" has errors of its own, so nothing can be priced from it",
               "a price book without errors");
    return false;
  }
  check_header(context, report);
  const int service_tier = service_tier_in_force(deal, book);
  const int package = deal.package.empty() ? -1 : book.package(deal.package);
  if (package >= 0) {
    for (const int component : book.resolved_package(package).components)
      lines.push_back(make_line(context, component, -1, service_tier, package));
  }
  const std::size_t brought = lines.size();
  for (std::size_t i = 0; i < deal.lines.size(); ++i) {
    const int deal_line = static_cast<int>(i);
    const int component = book.component(deal.lines[i].component);
    if (component < 0) {
      report.unknown("component", line_pointer(deal_line, "component"), deal.lines[i].component,
                     book.source().components, book.source().id);
      continue;
    }
    const auto same = std::find_if(lines.begin(), lines.end(),
                                   [&](const ActiveLine& line) { return line.component_index == component; });
    if (same != lines.end() && same->deal_line >= 0) {
      report.add("deal.component_twice", line_pointer(deal_line, "component"),
                 "component \"" + deal.lines[i].component + "\" stands in the deal twice",
                 "one line for each component");
      continue;
    }
    const bool in_package = same != lines.end() && static_cast<std::size_t>(same - lines.begin()) < brought;
    const ActiveLine made = make_line(context, component, deal_line, service_tier, in_package ? package : -1);
    if (in_package) {
      *same = made;
    } else {
      lines.push_back(made);
    }
  }
  if (lines.empty() && deal.lines.empty() && package >= 0) {
    report.add("deal.nothing_sold", "/package", "package \"" + deal.package + "\" holds no components",
               "a package with components, or at least one line");
  }
  bool other_currency = context.customer.currency != deal.currency;
  for (const auto& active : lines) {
    check_line(context, active, report);
    if (other_currency && needs_customer_currency(active, book)) {
      report.add("deal.customer_currency", "/customer",
                 "component \"" + active.component->id + "\" is sized from the order value, which customer \"" +
                     context.customer.id + "\" states in " + std::string(context.customer.currency.code()),
                 "a customer in " + std::string(deal.currency.code()) + ", or a quantity on the line");
      other_currency = false;
    }
  }
  return report.clean();
}

}  // namespace dealwright::pricing
