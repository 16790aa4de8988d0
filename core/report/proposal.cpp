#include "core/report/proposal.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/document/writer.hpp"
#include "core/guardrails/users_priced.hpp"
#include "core/pricing/lines.hpp"
#include "core/pricing/sizing.hpp"
#include "core/report/boundary.hpp"
#include "core/report/figures.hpp"
#include "core/report/price_words.hpp"
#include "core/report/terms.hpp"

namespace dealwright::report {
namespace {

std::string remark_of(const pricing::Span& span) {
  if (span.waterfall.free) return "free";
  if (span.days > 0) return fmt::format("{} of {} days", span.days, span.of_days);
  return {};
}

// Spans with the same price, quantity and remark make one row: true-ups, which split spans and may stand outside the
// line's own months, are told apart from prices.
std::vector<ProposalPrice> prices_of(const model::PriceBook& book, const pricing::ActiveLine& active,
                                     const pricing::PricedLine& line, Decimal events) {
  std::vector<ProposalPrice> prices;
  for (const pricing::Span& span : line.spans) {
    if (active.monthly && (span.from_period < active.first || span.to_period > active.last)) continue;
    ProposalPrice next{span.from_period, span.to_period, quantity_words(book, active, span, events),
                       span.net_before_true_up, remark_of(span)};
    if (!prices.empty() && prices.back().price == next.price && prices.back().quantity == next.quantity &&
        prices.back().remark == next.remark && prices.back().to_month + 1 == next.from_month) {
      prices.back().to_month = next.to_month;
    } else {
      prices.push_back(std::move(next));
    }
  }
  return prices;
}

std::string minutes(int value) {
  if (value % 1440 == 0) return counted(value / 1440, "day", "days");
  if (value % 60 == 0) return counted(value / 60, "hour", "hours");
  return counted(value, "minute", "minutes");
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// Price of the first whole month in which something is charged and nothing is free.
std::optional<Money> month_price(const pricing::PricedDeal& priced) {
  for (const pricing::PeriodRow& row : priced.schedule) {
    std::int64_t sum = 0;
    bool plain = true;
    for (const pricing::PricedLine& line : priced.lines) {
      if (line.charge != model::Charge::monthly) continue;
      for (const pricing::Span& span : line.spans) {
        if (row.period < span.from_period || row.period > span.to_period) continue;
        plain = plain && remark_of(span).empty();
        sum += span.net_before_true_up.minor;
      }
    }
    if (plain && sum > 0) return Money{sum, priced.currency};
  }
  return std::nullopt;
}

// Each year's sum of prices and shortfalls, on the months they are billed for.
std::vector<ProposalYear> years_of(const pricing::PricedDeal& priced) {
  std::vector<ProposalYear> years;
  const std::size_t periods = priced.schedule.size();
  for (std::size_t from = 0; from < periods; from += 12) {
    const std::size_t to = std::min(from + 12, periods);
    std::int64_t sum = 0;
    for (const pricing::PricedLine& line : priced.lines) {
      for (const pricing::Span& span : line.spans) {
        const int first = std::max(span.from_period, static_cast<int>(from) + 1),
                  last = std::min(span.to_period, static_cast<int>(to));
        if (first <= last) sum += span.net.minor * (last - first + 1);
      }
    }
    years.push_back(
        {static_cast<int>(from / 12) + 1,
         fmt::format("{} to {}", priced.schedule[from].month.to_string(), priced.schedule[to - 1].month.to_string()),
         Money{sum, priced.currency}});
  }
  return years;
}

bool states_quantity(const std::vector<ProposalLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const ProposalLine& line) {
    return std::any_of(line.prices.begin(), line.prices.end(),
                       [](const ProposalPrice& price) { return !price.quantity.empty(); });
  });
}

// Whether another quantity changes a price.
bool follows_quantity(const std::vector<ProposalLine>& lines) {
  return states_quantity(lines) &&
         std::any_of(lines.begin(), lines.end(), [](const ProposalLine& line) { return !line.boundary.empty(); });
}

Table lines_of(const std::vector<ProposalLine>& lines, const Proposal& proposal, bool monthly) {
  Table table{fmt::format("{} ({})", monthly ? "Monthly services" : "One-off services", proposal.currency.code()),
              {{"Service"}, {"When"}},
              true};
  const bool quantities = states_quantity(lines);
  if (quantities) table.columns.push_back({"Quantity", true});
  table.columns.push_back({monthly ? "A month" : "Price", true});
  if (monthly) table.columns.push_back({"Over the term", true});
  Money sum{0, proposal.currency};
  for (const ProposalLine& line : lines) {
    for (std::size_t at = 0; at < line.prices.size(); ++at) {
      const ProposalPrice& price = line.prices[at];
      std::string when = months_words(price.from_month, price.to_month);
      if (!price.remark.empty()) when += ", " + price.remark;
      Row& row = table.add_row().add(at == 0 ? text_cell(line.name) : empty_cell()).text(when);
      if (quantities) row.text(price.quantity);
      row.money(price.price);
      if (monthly) row.add(at == 0 ? money_cell(line.total) : empty_cell());
    }
    sum.minor += line.total.minor;
  }
  // Only the last column is added up.
  const auto add_sum = [&](std::string_view label, Money value) {
    std::vector<Cell> row(table.columns.size(), empty_cell());
    row.front() = text_cell(label);
    row.back() = money_cell(value);
    table.rows.push_back({std::move(row)});
  };
  if (monthly && proposal.shortfall.minor != 0) {
    add_sum("Expected shortfall under the minimum commitment", proposal.shortfall);
    sum.minor += proposal.shortfall.minor;
  }
  add_sum("Total", sum);
  if (lines.empty()) table.rows.clear();
  return table;
}

Table boundaries_of(const Proposal& proposal) {
  Table table{fmt::format("What is included ({})", proposal.currency.code()), {{"Service"}, {"Boundary"}}};
  for (const auto* lines : {&proposal.monthly, &proposal.once}) {
    for (const ProposalLine& line : *lines) {
      if (!line.boundary.empty()) table.add_row().text(line.name).text(line.boundary);
    }
  }
  return table;
}

Table glance_of(const Proposal& proposal) {
  Table table{fmt::format("At a glance ({})", proposal.currency.code()), {{""}, {"", true}}};
  const auto add = [&](std::string_view label, Money value) { table.add_row().text(label).money(value); };
  if (proposal.first_month) add("First full month", *proposal.first_month);
  add("One-off", proposal.once_total);
  add(fmt::format("In total over {}", counted(proposal.term_months, "month", "months")), proposal.total);
  return table;
}

Table sums_of(const Proposal& proposal) {
  Table table{
      fmt::format("By year ({})", proposal.currency.code()), {{"Year", true}, {"Months"}, {"Price", true}}, true};
  for (const ProposalYear& year : proposal.years) {
    table.add_row().count(year.year).text(year.months).money(year.total);
  }
  table.add_row().blank().text("Total").money(proposal.total);
  return table;
}

Table levels_of(const Proposal& proposal) {
  Table table{"Service levels" + (proposal.service_tier.empty() ? "" : ": " + proposal.service_tier), {{""}, {""}}};
  for (const ServiceLevel& level : proposal.service_levels) table.add_row().text(level.name).text(level.value);
  return table;
}

std::vector<Table> tables_of(const Proposal& proposal) {
  return {glance_of(proposal),
          lines_of(proposal.monthly, proposal, true),
          lines_of(proposal.once, proposal, false),
          sums_of(proposal),
          boundaries_of(proposal),
          levels_of(proposal)};
}

}  // namespace

std::vector<ServiceLevel> service_levels_of(const model::ServiceTier& tier) {
  std::vector<ServiceLevel> levels{{"Availability target", percent(tier.uptime)}};
  const auto add_minutes = [&](const char* name, int value) {
    if (value > 0) levels.push_back({name, minutes(value)});
  };
  add_minutes("Most data lost after a failure", tier.rpo_minutes);
  add_minutes("Longest time to restore service", tier.rto_minutes);
  add_minutes("Response time", tier.response_minutes);
  add_minutes("Response time, critical", tier.critical_response_minutes);
  if (tier.page_time_ms > 0)
    levels.push_back(
        {"Page time, 95 of 100 requests", fmt::format("within {} ms", grouped(std::to_string(tier.page_time_ms)))});
  levels.push_back({"Backups a day", grouped(std::to_string(tier.backups_per_day))});
  if (tier.backup_retention_days > 0)
    levels.push_back({"Backups kept", counted(tier.backup_retention_days, "day", "days")});
  if (tier.restore_tests_per_year > 0)
    levels.push_back({"Restore tests a year", std::to_string(tier.restore_tests_per_year)});
  if (tier.capacity_reviews_per_year > 0)
    levels.push_back({"Capacity reviews a year", std::to_string(tier.capacity_reviews_per_year)});
  levels.push_back({"Support hours", spaced(word(tier.support_hours))});
  if (!tier.environments.empty()) levels.push_back({"Environments", joined(tier.environments)});
  if (!tier.isolation.empty()) levels.push_back({"Isolation", joined(tier.isolation)});
  return levels;
}

Proposal make_proposal(const ProposalSources& sources, const pricing::PricedDeal& priced, Date today) {
  const model::Deal& deal = sources.deal;
  const model::PriceBook& book = sources.price_book;
  Proposal proposal;
  proposal.brand = sources.brand != nullptr ? sources.brand->name : sources.partner.name;
  if (sources.brand != nullptr) {
    proposal.contact = sources.brand->contact;
    proposal.accent = sources.brand->accent;
    proposal.logo = sources.brand->logo;
    proposal.legal = sources.brand->legal;
  }
  proposal.customer = sources.customer.name;
  proposal.title = deal.name.empty() ? "Proposal for " + sources.customer.name : deal.name;
  proposal.date = today;
  proposal.currency = priced.currency;
  proposal.start = deal.start;
  proposal.end = deal.start.plus_months(deal.term_months).plus_days(-1);
  proposal.term_months = deal.term_months;
  for (const model::Package& package : book.packages) {
    if (package.id == deal.package) proposal.package = package.name;
  }

  // The deal is priced, so that nothing is left to report.
  Diagnostics none;
  const pricing::Book resolved(book);
  std::vector<pricing::ActiveLine> active;
  pricing::resolve_lines({deal, sources.partner, sources.customer, resolved}, active, none);
  std::vector<Decimal> sizes;
  pricing::size_meters(resolved, sources.customer.profile, sizes);
  const guardrails::UsersPriced follows_users(resolved);
  bool any_users = true;

  Money monthly{0, priced.currency}, once{0, priced.currency}, shortfall{0, priced.currency};
  for (std::size_t at = 0; at < priced.lines.size(); ++at) {
    const pricing::PricedLine& line = priced.lines[at];
    const int events = active[at].resolved_price->events;
    any_users = any_users && !follows_users(line.component_index, line.variant);
    ProposalLine out;
    out.name = customer_name(line);
    out.boundary = boundary(book, priced.lines, line, active[at]);
    out.prices = prices_of(book, active[at], line, events < 0 ? Decimal() : sizes[static_cast<std::size_t>(events)]);
    out.total = Money{line.net_total.minor - line.true_up_total.minor, priced.currency};
    shortfall.minor += line.true_up_total.minor;
    const bool is_monthly = line.charge == model::Charge::monthly;
    (is_monthly ? monthly : once).minor += out.total.minor;
    (is_monthly ? proposal.monthly : proposal.once).push_back(std::move(out));
  }
  proposal.monthly_total = monthly;
  proposal.once_total = once;
  proposal.shortfall = shortfall;
  proposal.total = priced.totals.tcv;
  proposal.first_month = month_price(priced);
  proposal.years = years_of(priced);
  const bool quantities = follows_quantity(proposal.monthly) || follows_quantity(proposal.once);
  proposal.terms = terms({deal, book, priced, active, any_users, quantities});
  for (const model::ServiceTier& tier : book.service_tiers) {
    if (tier.id != priced.service_tier) continue;
    proposal.service_tier = tier.name.empty() ? "" : tier.name;
    proposal.service_levels = service_levels_of(tier);
  }
  return proposal;
}

std::string proposal_text(const Proposal& proposal) {
  std::string out = printable(proposal.brand) + '\n';
  if (!proposal.contact.empty()) out += printable(proposal.contact) + '\n';
  out += fmt::format("\n{}\nFor {}\n", printable(proposal.title), printable(proposal.customer));
  if (proposal.date.is_stated()) out += fmt::format("Date: {}\n", proposal.date.to_string());
  if (!proposal.package.empty()) out += fmt::format("Package: {}\n", printable(proposal.package));
  for (const Table& table : tables_of(proposal)) {
    if (!table.rows.empty()) out += '\n' + table_text(table);
  }
  out += "\nTerms\n";
  for (const std::string& term : proposal.terms) out += "  " + printable(term) + '\n';
  if (!proposal.legal.empty()) out += '\n' + wrapped(proposal.legal, 100, 0);
  return out;
}

std::string proposal_markdown(const Proposal& proposal) {
  std::string out = fmt::format("# {}\n\n", markdown_escaped(proposal.title));
  out += fmt::format("**{}**", markdown_escaped(proposal.brand));
  if (!proposal.contact.empty()) out += " · " + markdown_escaped(proposal.contact);
  out += fmt::format("\n\nFor {}\n", markdown_escaped(proposal.customer));
  if (proposal.date.is_stated()) out += fmt::format("\nDate: {}\n", proposal.date.to_string());
  if (!proposal.package.empty()) out += fmt::format("\nPackage: {}\n", markdown_escaped(proposal.package));
  for (const Table& table : tables_of(proposal)) {
    if (!table.rows.empty()) out += '\n' + table_markdown(table);
  }
  out += "\n### Terms\n\n";
  for (const std::string& term : proposal.terms) out += "- " + markdown_escaped(term) + '\n';
  if (!proposal.legal.empty()) out += "\n---\n\n" + markdown_escaped(proposal.legal) + '\n';
  return out;
}

std::string proposal_json(const Proposal& proposal) {
  return document::write_json(proposal);
}

}  // namespace dealwright::report
