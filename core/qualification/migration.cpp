#include "core/qualification/migration.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/base/suggest.hpp"
#include "core/pricing/pricer.hpp"
#include "core/qualification/growth.hpp"

namespace dealwright::qualification {
namespace {

using pricing::PricedDeal;
using pricing::PricedLine;
using pricing::Span;

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// --- The deals before and after --------------------------------------------------------------------------------------

// Whether the line's quantity follows from the profile, so that a stated one gives way to the grown one. One that is
// sized from order values of another currency cannot: pricing refuses it.
bool is_sized(const model::Deal& deal, const model::Customer& customer, const pricing::Book& book, int component) {
  const int meter = book.resolved_component(component).meter;
  if (meter < 0 || !book.source().meters[static_cast<std::size_t>(meter)].sizing) return false;
  return !book.resolved_meter(meter).uses_money || deal.currency == customer.currency;
}

// The deal without what belongs to its beginning: work that is charged once, free months, commitment, approvals. Lines
// that the profile sizes state no quantity. Its months are whole.
model::Deal running_deal(const model::Deal& deal, const model::Customer& customer, const pricing::Book& book) {
  model::Deal out = deal;
  out.alignment = model::Alignment::anniversary;
  out.free_months.reset();
  out.commitment.reset();
  out.approvals.clear();
  out.lines.clear();
  for (const model::Line& line : deal.lines) {
    const int component = book.component(line.component);
    if (component < 0 ||
        book.source().components[static_cast<std::size_t>(component)].charge == model::Charge::one_off) {
      continue;
    }
    model::Line& kept = out.lines.emplace_back(line);
    if (!is_sized(deal, customer, book, component)) continue;
    kept.quantity.reset();
    kept.readings.clear();
    for (model::RampSegment& segment : kept.ramp) segment.quantity.reset();
  }
  return out;
}

// A month of the deal's term as one of the contract that follows after `shift` months; what holds to the term's end
// holds to the end of that contract too.
std::optional<int> shifted_end(std::optional<int> month, int shift, int term_months) {
  if (!month || *month >= term_months) return std::nullopt;
  return *month - shift;
}

// Moves the line's months `shift` (less than the term) towards its start; false where it has ended by then.
bool shift_line(model::Line& line, int shift, int term_months) {
  if (line.end_month && *line.end_month <= shift) return false;
  line.start_month = std::max(1, line.start_month - shift);
  line.end_month = shifted_end(line.end_month, shift, term_months);
  std::erase_if(line.ramp, [&](const model::RampSegment& segment) {
    return segment.from_month > term_months || (segment.to_month && *segment.to_month <= shift);
  });
  for (model::RampSegment& segment : line.ramp) {
    segment.from_month = std::max(1, segment.from_month - shift);
    segment.to_month = shifted_end(segment.to_month, shift, term_months);
  }
  return true;
}

// The period of the deal that is in force in a month from its start: the last one where the term has ended.
int period_in_force(const model::Deal& deal, int month) {
  return std::min(month, deal.term_months - 1) + 1;
}

// --- Figures -----------------------------------------------------------------------------------------------------

using ServiceLineNets = std::array<std::int64_t, model::service_line_count>;

struct Month {
  MonthFigures figures;
  ServiceLineNets nets{};
  std::array<bool, model::service_line_count> charged{};  // service lines with a monthly line in force
};

Month month_of(const PricedDeal& priced, int period) {
  Month out;
  std::int64_t price = 0, cost = 0;
  for (const PricedLine& line : priced.lines) {
    if (line.charge != model::Charge::monthly) continue;
    const auto of = static_cast<std::size_t>(line.service_line);
    for (const Span& span : line.spans) {
      if (period < span.from_period || period > span.to_period) continue;
      price += span.net_before_true_up.minor;
      cost += span.cost_minor();
      out.nets[of] += span.net_before_true_up.minor;
      out.charged[of] = true;
    }
  }
  out.figures = {{price, priced.currency},
                 {cost, priced.currency},
                 {price - cost, priced.currency},
                 price > 0 ? Ratio{price - cost, price} : Ratio{}};
  return out;
}

bool is_hosting(const Month& month) {
  for (const auto line :
       {model::ServiceLine::platform, model::ServiceLine::infrastructure, model::ServiceLine::managed_hosting})
    if (month.charged[static_cast<std::size_t>(line)]) return true;
  return false;
}

std::optional<model::ServiceTier> tier_of(const PricedDeal& priced, const model::PriceBook& book) {
  const model::ServiceTier* const tier = find_id(book.service_tiers, priced.service_tier);
  return tier == nullptr ? std::nullopt : std::optional(*tier);
}

MigrationStep step_of(const Month& before, const Month& after, const PricedDeal& moved, const std::string& fee) {
  const Currency currency = moved.currency;
  MigrationStep step;
  step.before = before.figures;
  step.after = after.figures;
  const std::int64_t price_step = after.figures.price.minor - before.figures.price.minor;
  step.price_step = {price_step, currency};
  if (before.figures.price.minor > 0) step.price_step_share = {price_step, before.figures.price.minor};
  step.cost_step = {after.figures.cost.minor - before.figures.cost.minor, currency};
  for (std::size_t s = 0; s < model::service_line_count; ++s) {
    if (before.nets[s] == 0 && after.nets[s] == 0) continue;
    step.service_lines.push_back(
        {static_cast<model::ServiceLine>(s), {before.nets[s], currency}, {after.nets[s], currency}});
  }
  step.move_cost = {0, currency};
  for (const PricedLine& line : moved.lines) {
    if (fee.empty() || line.component != fee) continue;
    step.fee = line.net_total;
    step.move_cost = line.cost_total;
  }
  step.value_kept = moved.totals.gross_margin;
  step.margin_kept = {step.value_kept.minor - (step.fee ? step.fee->minor : 0) + step.move_cost.minor, currency};
  return step;
}

// --- The paths of a customer -------------------------------------------------------------------------------------

class Migration {
 public:
  // `is_sold`: some price book has the playbook's dedicated package.
  Migration(const model::Playbook& playbook, const model::Customer& customer, int month, bool is_sold,
            Diagnostics& diagnostics)
      : playbook_(playbook),
        customer_(customer),
        grown_(customer),
        month_(month),
        is_sold_(is_sold),
        diagnostics_(diagnostics) {
    const auto profile = grown_profile(playbook, customer.profile, month);
    fits_ = profile.has_value();
    if (profile) grown_.profile = *profile;
  }

  MigrationPath path(const model::Deal& deal, const model::Partner* partner, const pricing::Book* book) {
    MigrationPath out;
    out.deal = deal.id;
    out.name = deal.name.empty() ? deal.id : deal.name;
    if (partner == nullptr || book == nullptr || !book->usable() || !fits_) {
      out.reason = fits_ ? "the deal, its partner or its price book is missing or has mistakes"
                         : fmt::format("after {} months of growth a number of the profile is too large", month_);
      return out;
    }
    const model::Deal running = running_deal(deal, customer_, *book);
    if (running.package.empty() && running.lines.empty()) return not_hosted(std::move(out));
    const auto before = priced(running, *partner, *book, "before the move", out);
    if (!before) return out;
    const Month month_before = month_of(*before, period_in_force(deal, month_));
    if (!is_hosting(month_before)) return not_hosted(std::move(out));
    if (!has_target(book->source(), out)) return out;
    const std::string fee = fee_in(book->source());
    const model::Deal moved =
        moved_deal(deal, customer_, *book, playbook_.migration.dedicated_package, fee, month_, out.left_behind);
    const auto after = priced(moved, *partner, *book, "after the move", out);
    if (!after) return out;
    MigrationStep step = step_of(month_before, month_of(*after, 1), *after, fee);
    step.tier_before = tier_of(*before, book->source());
    step.tier_after = tier_of(*after, book->source());
    step.months = moved.term_months;
    step.rest_of_term = month_ < deal.term_months;
    out.outcome = MigrationOutcome::moves;
    out.step = std::move(step);
    return out;
  }

 private:
  static MigrationPath not_hosted(MigrationPath out) {
    out.outcome = MigrationOutcome::not_hosted;
    out.reason = "by then the deal charges nothing a month for platform, infrastructure or hosting";
    return out;
  }

  std::optional<PricedDeal> priced(const model::Deal& deal, const model::Partner& partner, const pricing::Book& book,
                                   std::string_view when, MigrationPath& path) {
    PricedDeal out;
    Diagnostics found;
    if (pricer_.price({deal, partner, grown_, book}, out, found)) return out;
    path.reason = fmt::format("{} it cannot be priced: {}", when,
                              found.empty() ? "a number is too large" : to_words(found.front()));
    tell(Severity::warning, "migration.not_priced", "deal/" + deal.id, "",
         fmt::format("the move from the shared platform in month {} has no price: {}", month_, path.reason));
    return std::nullopt;
  }

  // Whether there is a package to move to.
  bool has_target(const model::PriceBook& book, MigrationPath& path) {
    const std::string& package = playbook_.migration.dedicated_package;
    if (!package.empty() && find_id(book.packages, package) != nullptr) return true;
    path.outcome = MigrationOutcome::no_target;
    if (package.empty()) {
      path.reason = fmt::format("playbook \"{}\" names no dedicated package to move to", playbook_.id);
      return false;
    }
    path.reason = fmt::format("price book \"{}\" has no package \"{}\" to move to", book.id, package);
    if (!is_sold_) return false;
    std::vector<std::string_view> names;
    for (const model::Package& one : book.packages) names.emplace_back(one.id);
    // A book may well sell another dedicated package, or none: nothing is wrong with it in itself.
    tell(Severity::info, "migration.no_package", "price_book/" + book.id, "/packages", path.reason,
         fmt::format("a package of that id, or another one under \"migration\" of playbook \"{}\"", playbook_.id),
         std::string(nearest_name(package, names)));
    return false;
  }

  // The component that the move is sold by; "" where there is none.
  std::string fee_in(const model::PriceBook& book) {
    const std::string& fee = playbook_.migration.fee;
    if (fee.empty()) return {};
    const model::Component* const component = find_id(book.components, fee);
    if (component != nullptr && component->charge == model::Charge::one_off) return fee;
    std::vector<std::string_view> names;
    for (const model::Component& one : book.components) names.emplace_back(one.id);
    tell(
        Severity::warning, "migration.no_fee", "price_book/" + book.id,
        component == nullptr ? "/components" : fmt::format("/components/{}/charge", component - book.components.data()),
        component == nullptr
            ? fmt::format("price book \"{}\" has no component \"{}\" to charge the move by", book.id, fee)
            : fmt::format("component \"{}\" is the migration fee but is charged every month", fee),
        component == nullptr ? "a component of that id that is charged once" : "\"one_off\"",
        component == nullptr ? std::string(nearest_name(fee, names)) : "");
    return {};
  }

  void tell(Severity severity, const char* code, std::string file, std::string pointer, std::string message,
            std::string expected = {}, std::string nearest = {}) {
    Diagnostic diagnostic{
        severity,          code, std::move(file), 0, 0, std::move(pointer), std::move(message), std::move(expected),
        std::move(nearest)};
    if (!holds(diagnostics_, diagnostic)) diagnostics_.push_back(std::move(diagnostic));
  }

  const model::Playbook& playbook_;
  const model::Customer& customer_;
  model::Customer grown_;  // the customer at the crossing
  bool fits_ = true;
  int month_;
  bool is_sold_;
  Diagnostics& diagnostics_;
  pricing::Pricer pricer_;
};

}  // namespace

std::optional<model::Profile> grown_profile(const model::Playbook& playbook, const model::Profile& profile,
                                            int months) {
  model::Profile out = profile;
  for (const pricing::Fact& fact : pricing::profile_facts()) {
    bool grows = fact.member == &model::Profile::orders_per_month;
    for (const model::SharedLimit& limit : playbook.shared_limits)
      grows = grows || (limit.grows && limit.fact == fact.name);
    if (!grows) continue;
    const auto value = grown(profile.*(fact.member), profile.growth_per_year, months);
    if (!value) return std::nullopt;
    out.*(fact.member) = *value;
  }
  return out;
}

model::Deal moved_deal(const model::Deal& deal, const model::Customer& customer, const pricing::Book& book,
                       const std::string& dedicated_package, const std::string& fee, int month,
                       std::vector<std::string>& left_behind) {
  const model::Package* const shared = find_id(book.source().packages, deal.package);
  const model::Package* const dedicated = find_id(book.source().packages, dedicated_package);
  model::Deal out = running_deal(deal, customer, book);
  out.tenancy = model::Tenancy::dedicated;
  out.package = dedicated_package;
  out.service_tier.clear();
  out.start = deal.start.plus_months(month);
  out.term_months = month < deal.term_months ? deal.term_months - month : months_after_term;
  const int shift = period_in_force(deal, month) - 1;
  std::erase_if(out.lines, [&](model::Line& line) {
    if (!shift_line(line, shift, deal.term_months)) return true;
    const bool is_brought = dedicated != nullptr && holds(dedicated->components, line.component);
    if (!is_brought) {
      if (shared != nullptr && holds(shared->components, line.component)) return true;
      const auto& tenancies = find_id(book.source().components, line.component)->tenancies;
      if (!tenancies.empty() && !holds(tenancies, model::Tenancy::dedicated)) {
        left_behind.push_back(line.component);
        return true;
      }
    }
    if (is_brought) {
      // What was agreed for the shared platform is no price of a deployment of its own.
      line.price.reset();
      for (model::RampSegment& segment : line.ramp) segment.price.reset();
    }
    return false;
  });
  if (!fee.empty()) out.lines.emplace_back().component = fee;
  return out;
}

Diagnostics check_migration(const model::Programme& programme, const model::Playbook& playbook) {
  const std::string& package = playbook.migration.dedicated_package;
  if (package.empty() || programme.price_books.empty()) return {};
  std::vector<std::string_view> names;
  for (const model::PriceBook& book : programme.price_books)
    for (const model::Package& one : book.packages) names.emplace_back(one.id);
  if (holds(names, std::string_view(package))) return {};
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = unknown_package;
  diagnostic.pointer = "/migration/dedicated_package";
  diagnostic.message = fmt::format("no price book of this programme has a package \"{}\" to move to", package);
  diagnostic.nearest = nearest_name(package, names);
  return {std::move(diagnostic)};
}

MigrationResult migration(const model::Programme& programme, const model::Playbook& playbook,
                          const model::Customer& customer, const TenancyResult& tenancy,
                          FunctionRef<const pricing::Book*(const model::Deal&)> book_of, Diagnostics& diagnostics) {
  MigrationResult result;
  result.customer = customer.id;
  result.horizon_months = playbook.tenancy.horizon_months;
  result.limit = tenancy.first_limit;
  result.crossing_month = tenancy.first_limit_month;
  if (!result.crossing_month) return result;
  for (const LimitUse& use : tenancy.limits)
    if (use.limit == result.limit) result.limit_name = use.name;
  result.begin_by_month = std::max(0, *result.crossing_month - playbook.migration.lead_months);
  const bool is_sold = check_migration(programme, playbook).empty();
  Migration moves(playbook, customer, *result.crossing_month, is_sold, diagnostics);
  for (const model::Deal& deal : programme.deals) {
    if (deal.customer != customer.id || deal.tenancy != model::Tenancy::shared) continue;
    result.paths.push_back(moves.path(deal, find_id(programme.partners, deal.partner), book_of(deal)));
  }
  return result;
}

MigrationPath migration_path(const model::Playbook& playbook, const model::Customer& customer, int month,
                             const model::Deal& deal, const model::Partner& partner, const pricing::Book& book) {
  Diagnostics untold;
  return Migration(playbook, customer, month, false, untold).path(deal, &partner, &book);
}

}  // namespace dealwright::qualification
