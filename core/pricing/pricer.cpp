#include "core/pricing/pricer.hpp"

#include <algorithm>

#include "core/pricing/commitment.hpp"
#include "core/pricing/month.hpp"
#include "core/pricing/schedule.hpp"
#include "core/pricing/sizing.hpp"
#include "core/pricing/spans.hpp"
#include "core/pricing/totals.hpp"

namespace dealwright::pricing {

namespace {

void too_large(Diagnostics& diagnostics, std::string pointer, const std::string& what) {
  Diagnostic diagnostic;
  diagnostic.code = "deal.too_large";
  diagnostic.pointer = std::move(pointer);
  diagnostic.message = what + " is beyond what can be computed exactly";
  diagnostic.expected = "amounts of at most 10,000,000,000,000 minor units a period, and rates with fewer decimals";
  diagnostics.push_back(std::move(diagnostic));
}

void too_large(Diagnostics& diagnostics, const ActiveLine& line, const std::string& what) {
  too_large(diagnostics, line.deal_line >= 0 ? "/lines/" + std::to_string(line.deal_line) : "/package",
            what + " of component \"" + line.component->id + "\"");
}

}  // namespace

struct Pricer::Workspace {
  std::vector<ActiveLine> lines;
  std::vector<int> order;
  std::vector<int> line_of_component;
  std::vector<Decimal> sizes;
  std::vector<MonthLine> month;
  MonthMemory memory;
  std::vector<std::int64_t> flows;
  std::vector<std::uint8_t> changes;    // changes[p]: period p may differ from p - 1
  std::vector<PricedLine> spare_lines;  // keep their memory between deals of different size

  void find_changes(const model::Deal& deal, int periods);
  void size_lines(std::vector<PricedLine>& out);
  void start_lines(const Context& context, PricedDeal& out);
  bool price_one_off(const MonthInputs& inputs, PricedDeal& out, Diagnostics& diagnostics);
  bool price_monthly(const MonthInputs& inputs, PricedDeal& out, Diagnostics& diagnostics);
  bool price_peak(const MonthInputs& inputs, PricedDeal& out, Diagnostics& diagnostics);
  bool price_view(const MonthInputs& inputs, const MonthView& view, Diagnostics& diagnostics);
};

void Pricer::Workspace::find_changes(const model::Deal& deal, int periods) {
  changes.assign(static_cast<std::size_t>(periods) + 2, 0);
  const auto mark = [&](int period) {
    if (period >= 1 && period <= periods) changes[static_cast<std::size_t>(period)] = 1;
  };
  mark(1);
  for (const auto& line : lines) {
    if (!line.monthly) continue;
    mark(line.first);
    mark(line.last + 1);
    if (line.line == nullptr) continue;
    for (const auto& segment : line.line->ramp) {
      mark(segment.from_month);
      if (segment.to_month) mark(*segment.to_month + 1);
    }
  }
  if (deal.uplift) {
    for (int period = 1 + deal.uplift->every_months; period <= periods; period += deal.uplift->every_months)
      mark(period);
  }
  if (deal.free_months) {
    mark(deal.free_months->from_month);
    mark(deal.free_months->from_month + deal.free_months->months);
  }
  if (periods != deal.term_months) {
    mark(2);
    mark(periods);
  }
}

void Pricer::Workspace::size_lines(std::vector<PricedLine>& out) {
  while (out.size() > lines.size()) {
    spare_lines.push_back(std::move(out.back()));
    out.pop_back();
  }
  while (out.size() < lines.size()) {
    if (spare_lines.empty()) {
      out.emplace_back();
    } else {
      out.push_back(std::move(spare_lines.back()));
      spare_lines.pop_back();
    }
  }
}

void Pricer::Workspace::start_lines(const Context& context, PricedDeal& out) {
  size_lines(out.lines);
  const Money none{0, out.currency};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& active = lines[i];
    auto& line = out.lines[i];
    line.component = active.component->id;
    const bool named = active.line != nullptr && !active.line->name.empty();
    line.name = named                            ? active.line->name
                : active.component->name.empty() ? active.component->id
                                                 : active.component->name;
    line.service_line = active.component->service_line;
    line.charge = active.component->charge;
    line.deal_line = active.deal_line;
    line.component_index = active.component_index;
    line.variant = active.variant;
    line.spans.clear();
    line.list_total = line.net_total = line.true_up_total = line.cost_total = line.peak_net = line.peak_cost = none;
    line.hours_total = Decimal();
  }
  month.resize(lines.size());
  for (auto& line : month) line.known = line.list_known = line.active = false;
  out.totals = Totals{};
  out.totals.mrr_start = out.totals.mrr_exit = none;
  put_in_order(lines, context.book, order, line_of_component);
}

bool Pricer::Workspace::price_view(const MonthInputs& inputs, const MonthView& view, Diagnostics& diagnostics) {
  const int failed = price_month(inputs, view, month, memory);
  if (failed >= 0)
    too_large(diagnostics, lines[static_cast<std::size_t>(failed)], view.one_off ? "the price" : "the monthly price");
  return failed < 0;
}

bool Pricer::Workspace::price_one_off(const MonthInputs& inputs, PricedDeal& out, Diagnostics& diagnostics) {
  if (std::all_of(lines.begin(), lines.end(), [](const ActiveLine& line) { return line.monthly; })) return true;
  MonthView view;
  view.one_off = true;
  if (!price_view(inputs, view, diagnostics)) return false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!month[i].active) continue;
    append_span(out.lines[i], lines[i].first, lines[i].first, Proration{}, month[i], out.currency.digits(),
                inputs.context.book.rounding());
  }
  return true;
}

bool Pricer::Workspace::price_monthly(const MonthInputs& inputs, PricedDeal& out, Diagnostics& diagnostics) {
  const auto& deal = inputs.context.deal;
  const int periods = static_cast<int>(out.schedule.size());
  const int digits = out.currency.digits();
  const Rounding mode = inputs.context.book.rounding();
  find_changes(deal, periods);
  for (int from = 1; from <= periods;) {
    int to = from;
    while (to < periods && changes[static_cast<std::size_t>(to) + 1] == 0) ++to;
    MonthView view;
    view.period = from;
    if (!price_view(inputs, view, diagnostics)) return false;
    const Proration proration = proration_of(deal, out.schedule, from);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (month[i].active) append_span(out.lines[i], from, to, proration, month[i], digits, mode);
    }
    if (from == 1 && !covers_free(deal, 1)) out.totals.mrr_start.minor = monthly_net(month);
    if (to == periods && !covers_free(deal, periods)) out.totals.mrr_exit.minor = monthly_net(month);
    from = to + 1;
  }
  MonthView view;
  view.ignore_free = true;
  if (covers_free(deal, 1)) {
    if (!price_view(inputs, view, diagnostics)) return false;
    out.totals.mrr_start.minor = monthly_net(month);
  }
  if (covers_free(deal, periods)) {
    view.period = periods;
    if (!price_view(inputs, view, diagnostics)) return false;
    out.totals.mrr_exit.minor = monthly_net(month);
  }
  return true;
}

bool Pricer::Workspace::price_peak(const MonthInputs& inputs, PricedDeal& out, Diagnostics& diagnostics) {
  MonthView view;
  view.period = static_cast<int>(out.schedule.size());
  view.peak = true;
  view.ignore_free = true;
  if (!price_view(inputs, view, diagnostics)) return false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!month[i].active) continue;
    out.lines[i].peak_net.minor = month[i].net;
    const Span& last = out.lines[i].spans.back();
    if (!lines[i].follows_peak && last.to_period == view.period && last.days == 0 &&
        last.net == out.lines[i].peak_net) {
      out.lines[i].peak_cost.minor = last.cost_minor();  // peak trading changes nothing
      continue;
    }
    const auto cost = cost_of(lines[i], month[i].cost, month[i].net, Proration{}, out.currency.digits(),
                              inputs.context.book.rounding());
    if (!cost) {
      too_large(diagnostics, lines[i], "the cost at peak");
      return false;
    }
    out.lines[i].peak_cost.minor = cost->total();
  }
  return true;
}

Pricer::Pricer() : workspace_(std::make_unique<Workspace>()) {}
Pricer::~Pricer() = default;
Pricer::Pricer(Pricer&&) noexcept = default;
Pricer& Pricer::operator=(Pricer&&) noexcept = default;

bool Pricer::price(const Context& context, PricedDeal& out, Diagnostics& diagnostics) {
  auto& work = *workspace_;
  const auto& deal = context.deal;
  const auto& book = context.book;
  out.deal = deal.id;
  out.partner = deal.partner;
  out.customer = deal.customer;
  out.price_book = deal.price_book;
  out.currency = book.source().currency;
  out.tenancy = deal.tenancy;
  out.service_tier.clear();
  out.service_lines.clear();
  out.schedule.clear();
  if (!resolve_lines(context, work.lines, diagnostics)) {
    work.lines.clear();
    work.start_lines(context, out);
    return false;
  }
  const int tier = service_tier_in_force(deal, book);
  if (tier >= 0) out.service_tier = book.source().service_tiers[static_cast<std::size_t>(tier)].id;
  work.start_lines(context, out);
  const int unsized = size_meters(book, context.customer.profile, work.sizes);
  if (unsized >= 0) {
    too_large(diagnostics, "/customer",
              "the quantity of meter \"" + book.source().meters[static_cast<std::size_t>(unsized)].id + "\"");
    return false;
  }
  lay_out_periods(deal, out.currency, out.schedule);
  const MonthInputs inputs{context, work.lines, work.order, work.line_of_component, work.sizes};
  if (!work.price_one_off(inputs, out, diagnostics) || !work.price_monthly(inputs, out, diagnostics)) return false;
  const int digits = out.currency.digits();
  if (!add_true_ups(deal, static_cast<int>(out.schedule.size()), digits, book.rounding(), work.lines, out.lines,
                    work.memory.weights, work.memory.shares)) {
    too_large(diagnostics, "/commitment/amount", "the commitment of a period");
    return false;
  }
  for (std::size_t i = 0; i < work.lines.size(); ++i) {
    if (!complete_line(out.lines[i], work.lines[i], work.sizes, digits, book.rounding())) {
      too_large(diagnostics, work.lines[i], "the cost");
      return false;
    }
  }
  if (!work.price_peak(inputs, out, diagnostics)) return false;
  fill_schedule(deal, work.lines, out.lines, out.schedule);
  add_up(deal, book.rounding(), work.lines, out);
  find_payback(out, work.flows);
  return true;
}

}  // namespace dealwright::pricing
