#include "core/report/terms.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/stable_order.hpp"
#include "core/report/boundary.hpp"
#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

std::string billed(model::Billing billing) {
  switch (billing) {
    case model::Billing::monthly:
      return "Billed every month in advance";
    case model::Billing::quarterly:
      return "Billed every three months in advance";
    case model::Billing::annual:
      return "Billed every twelve months in advance";
    case model::Billing::prepaid:
      return "Billed in advance for the whole term";
  }
  return {};
}

std::string joined(const std::vector<model::ServiceLine>& service_lines) {
  std::string out;
  for (const model::ServiceLine line : service_lines) out += (out.empty() ? "" : ", ") + spaced(word(line));
  return out;
}

class Terms {
 public:
  explicit Terms(const TermsSources& sources)
      : sources_(sources),
        deal_(sources.deal),
        priced_(sources.priced),
        periods_(static_cast<int>(sources.priced.schedule.size())) {}

  std::vector<std::string> say() {
    add(term());
    add(billing());
    if (sources_.any_users) add("Any number of users.");
    if (sources_.quantities)
      add("Prices are for the quantities stated beside them; another quantity is charged as What is included says.");
    add(free_months());
    add(uplift());
    add(shared_discount());
    add(volume_discount());
    add(commitment());
    return std::move(terms_);
  }

 private:
  void add(std::string words) {
    if (!words.empty()) terms_.push_back(std::move(words));
  }

  bool has(model::Charge charge) const {
    return std::any_of(priced_.lines.begin(), priced_.lines.end(),
                       [&](const pricing::PricedLine& line) { return line.charge == charge; });
  }
  template <class Test>
  bool any_span(Test test) const {
    return std::any_of(priced_.lines.begin(), priced_.lines.end(), [&](const pricing::PricedLine& line) {
      return std::any_of(line.spans.begin(), line.spans.end(), test);
    });
  }
  std::string money(Decimal value) const {
    return fmt::format("{} {}", amount(value, deal_.currency), deal_.currency.code());
  }
  bool partial_months() const { return periods_ > deal_.term_months; }

  std::string term() const {
    const Date end = deal_.start.plus_months(deal_.term_months).plus_days(-1);
    std::string out = fmt::format("Term: {}, {} to {}.", counted(deal_.term_months, "month", "months"),
                                  deal_.start.to_string(), end.to_string());
    if (partial_months()) {
      out +=
          fmt::format(" Months are those of the calendar; months 1 and {} are partial and charged by days.", periods_);
    }
    return out;
  }

  std::string billing() const {
    const std::string payable =
        deal_.payment_days == 0 ? "payable on receipt" : "payable within " + counted(deal_.payment_days, "day", "days");
    if (!has(model::Charge::monthly)) return fmt::format("Billed in the month stated, {}.", payable);
    return fmt::format("{}{} {}.", billed(deal_.billing),
                       has(model::Charge::one_off) ? ", what is charged once in the month stated;" : ",", payable);
  }

  // The deal's free months that lie within the term; 0: none.
  int last_free() const {
    if (!deal_.free_months || deal_.free_months->months <= 0 || deal_.free_months->from_month > periods_) return 0;
    return std::min(deal_.free_months->from_month + deal_.free_months->months - 1, periods_);
  }

  std::string free_months() const {
    const int to = last_free();
    if (to == 0) return {};
    return fmt::format(
        "Free of charge in {}: {}.", months_words(deal_.free_months->from_month, to),
        deal_.free_months->service_lines.empty() ? "all monthly services" : joined(deal_.free_months->service_lines));
  }

  std::string uplift() const {
    if (!deal_.uplift || deal_.uplift->rate.is_zero()) return {};
    const model::Uplift& uplift = *deal_.uplift;
    const int first = uplift.every_months + 1;
    if (first > periods_) return {};
    const bool again = first + uplift.every_months <= periods_;
    std::string out = fmt::format(
        "Monthly prices{} rise by {} in month {}{}. Unit prices, fees and rates under What is included are those of "
        "month 1 and rise with them",
        uplift.service_lines.empty() ? "" : " for " + joined(uplift.service_lines), percent(uplift.rate), first,
        again ? fmt::format(" and every {} after it, each time on the price before",
                            counted(uplift.every_months, "month", "months"))
              : "");
    return out + (states_amounts() ? "; amounts off, least and greatest amounts stay." : ".");
  }

  // Whether some price holds an amount that an uplift does not raise.
  bool states_amounts() const {
    return !deal_.discount_amount.is_zero() ||
           std::any_of(sources_.lines.begin(), sources_.lines.end(), [](const pricing::ActiveLine& line) {
             return line.component->minimum || line.component->maximum ||
                    (line.line != nullptr && !line.line->discount_amount.is_zero());
           });
  }

  std::string shared_discount() const {
    if (!any_span([](const pricing::Span& span) { return span.waterfall.deal_share.minor != 0; })) return {};
    const bool lost =
        any_span([](const pricing::Span& span) { return span.waterfall.free && span.waterfall.deal_share.minor != 0; });
    return fmt::format("The monthly prices hold a discount of {} a month, shared out by price{}.",
                       money(deal_.discount_amount),
                       lost ? "; services that are free in a month take their share too" : "");
  }

  // Steps that a line of the deal may reach, where one is reached: the customer loses it with the volume.
  std::string volume_discount() const {
    if (!any_span([](const pricing::Span& span) { return !span.waterfall.volume_rate.is_zero(); })) return {};
    std::vector<const model::ProgrammeDiscount*> steps;
    for (const model::ProgrammeDiscount& step : sources_.book.discounts) {
      const bool meant =
          step.kind == model::DiscountKind::volume &&
          std::any_of(sources_.lines.begin(), sources_.lines.end(), [&](const pricing::ActiveLine& line) {
            return line.monthly && line.component->discountable &&
                   pricing::means(step.service_lines, line.component->service_line);
          });
      if (meant) steps.push_back(&step);
    }
    sort_stably(steps, [](const auto* a, const auto* b) { return a->from_amount < b->from_amount; });
    std::string out;
    for (const auto* step : steps) {
      out += fmt::format("{}{} from {}{}", out.empty() ? "" : ", ", percent(step->rate), money(step->from_amount),
                         step->service_lines.empty() ? "" : " for " + joined(step->service_lines));
    }
    return fmt::format(
        "Monthly prices hold a volume discount that follows the month's list price of all monthly services: {}.", out);
  }

  std::string commitment() const {
    if (!deal_.commitment || deal_.commitment->amount.is_zero() || !has(model::Charge::monthly)) return {};
    const model::Commitment& commitment = *deal_.commitment;
    const bool yearly = commitment.period == model::CommitmentPeriod::year;
    const bool discounted = commitment.basis == model::CommitmentBasis::after_discount;
    const char* period = commitment.period == model::CommitmentPeriod::month ? "a month"
                         : yearly                                            ? "a year"
                                                                             : "over the term";
    std::string out = fmt::format(
        "Minimum commitment over the monthly services: {} {}, counted {}; a shortfall is billed at the end of its "
        "period.",
        money(commitment.amount), period, discounted ? "after discounts" : "at list price");
    if (discounted && last_free() > 0) out += " Months that are free count nothing towards it.";
    if (yearly && periods_ % 12 != 0) {
      out += fmt::format(" For the last {} it is {} of 12 parts.", counted(periods_ % 12, "month", "months"),
                         periods_ % 12);
    }
    if (partial_months() && commitment.period != model::CommitmentPeriod::term)
      out += " A partial month counts as a whole one in its amount.";
    return out;
  }

  const TermsSources& sources_;
  const model::Deal& deal_;
  const pricing::PricedDeal& priced_;
  int periods_;
  std::vector<std::string> terms_;
};

}  // namespace

std::vector<std::string> terms(const TermsSources& sources) {
  return Terms(sources).say();
}

}  // namespace dealwright::report
