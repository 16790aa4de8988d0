// What money does over time: the returns of a deal, trials of them, what they owe to their inputs and how deals differ
// in them, growth plans, customers after the sale.
#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/portfolio/check.hpp"
#include "web/app/session.hpp"
#include "web/app/session_state.hpp"

namespace dealwright::web {

const std::optional<CaseStudy>& Session::case_study(std::string_view deal) const {
  return state_->known(state_->studied, deal, [&] { return state_->study(deal); });
}

std::optional<CaseStudy> Session::State::study(std::string_view deal) {
  const std::size_t at = deal_index(deal);
  if (at == no_document || !checks.is_sound(Kind::deal, at) || !programme.deals[at].business_case) return std::nullopt;
  live.price(at);
  const model::Deal& document = programme.deals[at];
  const std::size_t customer = index_of(Kind::customer, document.customer);
  if (!live.of(at).evaluation.priced || customer == no_document || !checks.is_sound(Kind::customer, customer))
    return std::nullopt;
  const model::Customer& buyer = programme.customers[customer];
  const std::size_t book = index_of(Kind::playbook, buyer.playbook);
  const bool has_book = book != no_document && checks.is_sound(Kind::playbook, book);
  Diagnostics told_elsewhere;
  auto bound = roi::bind_case(document, buyer, has_book ? &programme.playbooks[book] : nullptr, told_elsewhere);
  if (!bound) return std::nullopt;
  auto monthly = roi::monthly_case(*bound, live.of(at).evaluation.pricing, told_elsewhere);
  if (!monthly) return std::nullopt;
  auto found = roi::customer_return(*bound, *monthly);
  return CaseStudy{std::move(*bound), std::move(*monthly), std::move(found)};
}

const SimulationRun* Session::simulate(std::string_view deal, const SimulationWish& wish, double seconds) {
  State& state = *state_;
  const auto& study = case_study(deal);
  if (!study || state.simulated_deal != deal) {
    state.simulation.clear();
    state.simulated_deal = deal;
  }
  if (!study) return nullptr;
  state.simulation.begin(*study, state.studied->revision, wish);
  state.simulation.work(*study, seconds, state.clock);
  return &state.simulation;
}

void Session::cancel_simulation() {
  if (const auto& study = case_study(state_->simulated_deal)) state_->simulation.cancel(*study);
}

const std::optional<SensitivityStudy>& Session::sensitivity(std::string_view deal, const TwoWayWish& wish) const {
  auto& last = state_->sensed;
  if (last && last->answer && !(last->answer->wish == wish)) last.reset();
  return state_->known(last, deal, [&] {
    const auto& study = case_study(deal);
    return study ? std::optional(sensitivity_study(*study, wish)) : std::nullopt;
  });
}

const ComparisonStudy& Session::comparison(std::span<const std::string> deals) const {
  std::string ids;
  for (const std::string& deal : deals) (ids += deal) += '\n';
  return *state_->known(state_->compared, ids, [&] { return std::optional(state_->compare(deals)); });
}

ComparisonStudy Session::State::compare(std::span<const std::string> deals) {
  ComparisonStudy study;
  std::vector<roi::Scenario> scenarios;
  for (const std::string& deal : deals) {
    const std::size_t at = deal_index(deal);
    const std::size_t customer =
        at == no_document ? no_document : index_of(Kind::customer, programme.deals[at].customer);
    bool is_sound =
        customer != no_document && checks.is_sound(Kind::deal, at) && checks.is_sound(Kind::customer, customer);
    if (is_sound) {
      live.price(at);
      is_sound = live.of(at).evaluation.priced;
    }
    if (!is_sound) {
      Diagnostic& missing = study.told.emplace_back();
      missing.code = "compare.not_priced";
      missing.file = to_string({Kind::deal, deal});
      missing.message = fmt::format("deal \"{}\" is not priced: its diagnostics say why", deal);
      continue;
    }
    const model::Customer& buyer = programme.customers[customer];
    const std::size_t book = index_of(Kind::playbook, buyer.playbook);
    const bool has_book = book != no_document && checks.is_sound(Kind::playbook, book);
    scenarios.push_back(
        {programme.deals[at], buyer, has_book ? &programme.playbooks[book] : nullptr, live.of(at).evaluation.pricing});
  }
  // As many trials as `dealwright compare` makes.
  if (scenarios.size() == deals.size())
    study.comparison = report::comparison(scenarios, SimulationRun::quick_trials, study.told);
  return study;
}

const std::optional<PlanStudy>& Session::plan(std::string_view portfolio) const {
  return state_->known(state_->planned, portfolio, [&] { return state_->plan(portfolio); });
}

std::optional<PlanStudy> Session::State::plan(std::string_view portfolio) const {
  const std::size_t at = index_of(Kind::portfolio, portfolio);
  if (at == no_document || !checks.is_sound(Kind::portfolio, at)) return std::nullopt;
  const model::Portfolio& document = programme.portfolios[at];
  PlanStudy study;
  // What is wrong before anything is computed is told with the document.
  if (has_errors(portfolio::check_portfolio(document, find_id(programme.price_books, document.price_book))))
    return study;
  auto found = portfolio::plan_of(document, study.told);
  if (found.has_value()) {
    study.plan = std::move(found).value();
  } else {
    study.told = found.diagnostics();
  }
  return study;
}

const std::optional<ReviewStudy>& Session::review(std::string_view plan) const {
  return state_->known(state_->reviewed, plan, [&] { return state_->review(plan); });
}

std::optional<ReviewStudy> Session::State::review(std::string_view id) const {
  const auto* const plan = sound<model::SuccessPlan>(id);
  const auto* const customer = plan == nullptr ? nullptr : sound<model::Customer>(plan->customer);
  const auto* const deal = plan == nullptr ? nullptr : sound<model::Deal>(plan->deal);
  if (customer == nullptr || deal == nullptr || sound<model::Playbook>(customer->playbook) == nullptr ||
      sound<model::Partner>(deal->partner) == nullptr || sound<model::PriceBook>(deal->price_book) == nullptr)
    return std::nullopt;
  ReviewStudy study;
  auto report = report::review_report(programme, {{std::string(id)}, true}, today, study.told);
  if (!report.reviews.empty()) study.review = std::move(report.reviews.front());
  return study;
}

const std::optional<ModelStudy>& Session::models(std::string_view deal) const {
  return state_->known(state_->modelled, deal, [&] { return state_->compare_models(deal); });
}

std::optional<ModelStudy> Session::State::compare_models(std::string_view id) {
  const auto* const deal = sound<model::Deal>(id);
  if (deal == nullptr) return std::nullopt;
  const std::size_t at = deal_index(id);
  live.price(at);
  const auto* const partner = sound<model::Partner>(deal->partner);
  const auto* const customer = sound<model::Customer>(deal->customer);
  if (partner == nullptr || customer == nullptr || !live.of(at).evaluation.priced) return std::nullopt;
  const auto* playbook = sound<model::Playbook>(partner->playbook);
  if (playbook == nullptr) playbook = sound<model::Playbook>(customer->playbook);
  if (playbook == nullptr) return std::nullopt;
  ModelStudy study;
  study.found = roi::compare_models(*deal, *partner, *playbook, live.of(at).evaluation.pricing, study.told);
  return study;
}

}  // namespace dealwright::web
