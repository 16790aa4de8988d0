#include "tests/pricing/reference/waterfall.hpp"

#include <algorithm>
#include <numeric>

namespace dealwright::reference {

namespace {

bool is_meant(const std::vector<model::ServiceLine>& meant, model::ServiceLine service_line) {
  return meant.empty() || std::find(meant.begin(), meant.end(), service_line) != meant.end();
}

// Step by step, each rounded half up to 9 places.
Rational compounded(const Rational& rate, int steps) {
  const Integer places = 1'000'000'000;
  Rational factor = 1;
  for (int step = 0; step < steps; ++step) {
    factor = Rational(to_whole(factor * (1 + rate) * places, model::RoundingMode::half_up), places);
  }
  return factor;
}

Rational uplift_factor(const Layout& layout, const LineOfDeal& line, int period) {
  const auto& uplift = layout.documents.deal.uplift;
  if (!uplift || !line.is_monthly() || !is_meant(uplift->service_lines, line.component->service_line)) return 1;
  return compounded(exact(uplift->rate), (period - 1) / uplift->every_months);
}

bool is_free(const Layout& layout, const LineOfDeal& line, int period) {
  const auto& free = layout.documents.deal.free_months;
  return free && line.is_monthly() && is_meant(free->service_lines, line.component->service_line) &&
         free->from_month <= period && period < free->from_month + free->months;
}

// The rate of the highest step that the deal reaches, of one kind.
Rational programme_rate(const Layout& layout, model::DiscountKind kind, model::ServiceLine service_line,
                        const Rational& monthly_list) {
  const auto& deal = layout.documents.deal;
  const model::ProgrammeDiscount* best = nullptr;
  for (const auto& step : layout.documents.book.discounts) {
    if (step.kind != kind || !is_meant(step.service_lines, service_line)) continue;
    switch (kind) {
      case model::DiscountKind::term:
        if (step.from_months <= deal.term_months && (!best || step.from_months > best->from_months)) best = &step;
        break;
      case model::DiscountKind::prepay:
        if (step.billing == deal.billing && (!best || step.rate > best->rate)) best = &step;
        break;
      case model::DiscountKind::volume:
        if (exact(step.from_amount) <= monthly_list && (!best || step.from_amount > best->from_amount)) best = &step;
        break;
    }
  }
  return best ? exact(best->rate) : Rational(0);
}

// Stages 1 to 6, of every line but a percentage of components.
void list_stages(const Layout& layout, const LineOfDeal& line, int period, View view, Stages& stages) {
  const auto& price = line.price();
  std::optional<Rational> events;
  if (!price.events.empty()) events = sized(layout.documents, price.events, view);
  std::optional<Decimal> agreed;
  if (line.line) agreed = line.line->price;
  if (const auto* segment = line.segment(period); segment && segment->price) agreed = segment->price;
  const Rational uplift = uplift_factor(layout, line, period);
  stages.list = list_price(price, stages.quantities, events, std::nullopt);
  stages.after_uplift = stages.list * uplift;
  stages.after_agreed =
      agreed ? Rational(list_price(price, stages.quantities, events, agreed) * uplift) : stages.after_uplift;
}

// Stages 8 to 10 without the share of the deal's discount amount.
void discount_stages(const Layout& layout, const LineOfDeal& line, int period, const Rational& monthly_list,
                     Stages& stages) {
  const auto& component = *line.component;
  if (line.is_monthly() && component.discountable) {
    stages.term_rate = programme_rate(layout, model::DiscountKind::term, component.service_line, monthly_list);
    stages.prepay_rate = programme_rate(layout, model::DiscountKind::prepay, component.service_line, monthly_list);
    stages.volume_rate = programme_rate(layout, model::DiscountKind::volume, component.service_line, monthly_list);
  }
  stages.after_term = stages.after_agreed * (1 - stages.term_rate);
  stages.after_prepay = stages.after_term * (1 - stages.prepay_rate);
  stages.after_volume = stages.after_prepay * (1 - stages.volume_rate);
  Rational off = 0;
  if (line.line && component.discountable) {
    stages.line_rate = exact(line.line->discount);
    off = exact(line.line->discount_amount);
    if (const auto* segment = line.segment(period); segment && segment->discount)
      stages.line_rate = exact(*segment->discount);
  }
  stages.after_line = std::max(Rational(0), Rational(stages.after_volume * (1 - stages.line_rate) - off));
  if (component.discountable) stages.deal_rate = exact(layout.documents.deal.discount);
  stages.after_deal = stages.after_line * (1 - stages.deal_rate);
}

void share_deal_discount(const Layout& layout, std::vector<Stages>& stages) {
  std::vector<std::size_t> sharers;
  std::vector<std::int64_t> weights;
  for (std::size_t index = 0; index < stages.size(); ++index) {
    const auto& line = layout.lines[index];
    if (!stages[index].is_active || !line.component->discountable || line.is_percentage_of_components()) continue;
    sharers.push_back(index);
    weights.push_back(to_minor(stages[index].after_deal, layout.digits, layout.rounding));
  }
  const auto wanted = to_minor(exact(layout.documents.deal.discount_amount), layout.digits, layout.rounding);
  const auto there = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  const auto parts = split(std::min(wanted, there), weights);
  for (std::size_t sharer = 0; sharer < sharers.size(); ++sharer) {
    auto& own = stages[sharers[sharer]];
    own.deal_share = parts[sharer];
    own.after_deal = std::max(Rational(0), Rational(own.after_deal - from_minor(parts[sharer], layout.digits)));
  }
}

// Stages 11 to 13.
void last_stages(const Layout& layout, const LineOfDeal& line, int period, View view, Stages& stages) {
  const auto& component = *line.component;
  stages.is_free = view == View::contract && is_free(layout, line, period);
  stages.after_bounds = stages.is_free ? Rational(0) : stages.after_deal;
  if (!stages.is_free && component.minimum)
    stages.after_bounds = std::max(stages.after_bounds, exact(*component.minimum));
  if (!stages.is_free && component.maximum)
    stages.after_bounds = std::min(stages.after_bounds, exact(*component.maximum));
  const Rational part = layout.part_of_month(line, period, view);
  stages.list_minor = to_minor(stages.after_uplift * part, layout.digits, layout.rounding);
  stages.net_before_true_up = to_minor(stages.after_bounds * part, layout.digits, layout.rounding);
}

// Of the lines given as active: first those that stand for themselves, then percentages, each after the lines it names.
void price_lines(const Layout& layout, const std::vector<int>& period_of_line, View view, std::vector<Stages>& stages) {
  const auto& lines = layout.lines;
  const auto each_active = [&](bool percentages, auto action) {
    for (std::size_t index = 0; index < lines.size(); ++index) {
      if (stages[index].is_active && lines[index].is_percentage_of_components() == percentages) action(index);
    }
  };

  Rational monthly_list = 0;
  each_active(false, [&](std::size_t index) {
    stages[index].quantities = quantities_of(layout.documents, lines[index], period_of_line[index], view);
    list_stages(layout, lines[index], period_of_line[index], view, stages[index]);
    if (lines[index].is_monthly()) monthly_list += stages[index].after_uplift;
  });
  each_active(false, [&](std::size_t index) {
    discount_stages(layout, lines[index], period_of_line[index], monthly_list, stages[index]);
  });
  const bool is_monthly = std::any_of(lines.begin(), lines.end(), [&](const LineOfDeal& line) {
    return line.is_monthly() && stages[static_cast<std::size_t>(&line - lines.data())].is_active;
  });
  if (is_monthly) share_deal_discount(layout, stages);
  each_active(
      false, [&](std::size_t index) { last_stages(layout, lines[index], period_of_line[index], view, stages[index]); });

  std::vector<bool> is_done(lines.size(), true);
  each_active(true, [&](std::size_t index) { is_done[index] = false; });
  while (std::find(is_done.begin(), is_done.end(), false) != is_done.end()) {
    each_active(true, [&](std::size_t index) {
      if (is_done[index]) return;
      const auto& price = lines[index].price();
      Rational base = 0;
      for (std::size_t other = 0; other < lines.size(); ++other) {
        const auto& id = lines[other].component->id;
        if (!stages[other].is_active || std::find(price.of.begin(), price.of.end(), id) == price.of.end()) continue;
        if (!is_done[other]) return;
        const auto net = to_minor(stages[other].after_bounds, layout.digits, layout.rounding);
        base += from_minor(net, layout.digits);
      }
      auto& own = stages[index];
      own.quantities = quantities_of(layout.documents, lines[index], period_of_line[index], view);
      own.list = exact(price.rate) * base;
      own.after_uplift = own.list * uplift_factor(layout, lines[index], period_of_line[index]);
      own.after_agreed = own.after_uplift;
      discount_stages(layout, lines[index], period_of_line[index], monthly_list, own);
      last_stages(layout, lines[index], period_of_line[index], view, own);
      is_done[index] = true;
    });
  }
}

}  // namespace

Rational Layout::part_of_month(const LineOfDeal& line, int period, View view) const {
  if (view != View::contract || !line.is_monthly()) return 1;
  const auto& own = periods[static_cast<std::size_t>(period - 1)];
  return Rational(own.days, own.of_days);
}

std::vector<Stages> price_monthly_lines(const Layout& layout, int period, View view) {
  std::vector<Stages> stages(layout.lines.size());
  for (std::size_t index = 0; index < stages.size(); ++index) {
    stages[index].is_active = layout.lines[index].is_monthly() && layout.lines[index].is_active(period);
  }
  price_lines(layout, std::vector<int>(stages.size(), period), view, stages);
  return stages;
}

std::vector<Stages> price_one_off_lines(const Layout& layout) {
  std::vector<Stages> stages(layout.lines.size());
  std::vector<int> starts;
  for (std::size_t index = 0; index < stages.size(); ++index) {
    stages[index].is_active = !layout.lines[index].is_monthly();
    starts.push_back(layout.lines[index].first_period);
  }
  price_lines(layout, starts, View::contract, stages);
  return stages;
}

CostParts cost_of(const Layout& layout, const LineOfDeal& line, const Stages& stages, int period, View view,
                  std::int64_t net) {
  const auto& cost = line.cost();
  const auto& documents = layout.documents;
  const bool own_meter = cost.meter.empty() || cost.meter == line.component->meter;
  const Rational m = own_meter ? stages.quantities.metered : sized(documents, cost.meter, view);
  const Rational& count = stages.quantities.count;
  const Rational part = layout.part_of_month(line, period, view);

  Rational hourly_cost = 0;
  for (const auto& role : documents.book.roles) {
    if (role.id == cost.role) hourly_cost = exact(role.hourly_cost);
  }
  for (const auto& role : documents.partner.roles) {
    if (role.role == cost.role && role.currency == documents.book.currency) hourly_cost = exact(role.hourly_cost);
  }
  Rational wholesale = exact(cost.amount) * count + exact(cost.unit) * m;
  if (!cost.tiers.empty()) wholesale += graduated(cost.tiers, m);
  const Rational hours = exact(cost.hours) * count + exact(cost.hours_per_unit) * m;
  const Rational third_party =
      exact(cost.third_party) * count * part + exact(cost.third_party_rate) * from_minor(net, layout.digits);

  CostParts parts;
  parts.wholesale = to_minor(wholesale * part, layout.digits, layout.rounding);
  parts.work = to_minor(hours * hourly_cost * part, layout.digits, layout.rounding);
  parts.third_party = to_minor(third_party, layout.digits, layout.rounding);
  parts.hours = to_decimal(hours * part);
  return parts;
}

std::int64_t third_party_share(const Layout& layout, const LineOfDeal& line, std::int64_t net) {
  return to_minor(exact(line.cost().third_party_rate) * from_minor(net, layout.digits), layout.digits, layout.rounding);
}

}  // namespace dealwright::reference
