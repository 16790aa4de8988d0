// What follows from playbooks: qualification, the way to a dedicated deployment, onboarding, advice and governance.
#include <algorithm>
#include <utility>

#include "core/evaluate.hpp"
#include "web/app/session.hpp"
#include "web/app/session_state.hpp"

namespace dealwright::web {
namespace {

template <class T>
bool has_id(const std::vector<T>& list, const std::string& id) {
  return std::any_of(list.begin(), list.end(), [&](const T& one) { return one.id == id; });
}

}  // namespace

const std::optional<qualification::TenancyResult>& Session::qualification(std::string_view customer) const {
  return state_->known(state_->qualified, customer, [&] { return state_->qualify(customer); });
}

std::optional<qualification::TenancyResult> Session::State::qualify(std::string_view customer) const {
  const std::size_t at = index_of(Kind::customer, customer);
  if (at == no_document || !checks.is_sound(Kind::customer, at)) return std::nullopt;
  const model::Customer& asked = programme.customers[at];
  const std::size_t book = index_of(Kind::playbook, asked.playbook);
  if (!asked.qualification || book == no_document || !checks.is_sound(Kind::playbook, book)) return std::nullopt;
  const model::Playbook& playbook = programme.playbooks[book];
  if (has_errors(qualification::check_playbook(playbook))) return std::nullopt;
  Diagnostics told;
  return qualification::qualify(playbook, asked, told);
}

const std::optional<report::OnboardingRun>& Session::onboarding(std::string_view run) const {
  return state_->known(state_->onboarded, run, [&] { return state_->onboard(run); });
}

std::optional<report::OnboardingRun> Session::State::onboard(std::string_view run) const {
  const std::size_t at = index_of(Kind::onboarding, run);
  if (at == no_document || !checks.is_sound(Kind::onboarding, at)) return std::nullopt;
  const std::size_t book = index_of(Kind::playbook, programme.onboardings[at].playbook);
  if (book == no_document || !checks.is_sound(Kind::playbook, book)) return std::nullopt;
  Diagnostics told;
  auto report = report::onboarding_report(programme, {std::string(run)}, today, "", told);
  if (report.runs.empty()) return std::nullopt;
  return std::move(report.runs.front());
}

const std::optional<qualification::MigrationResult>& Session::migration(std::string_view customer) const {
  return state_->known(state_->migrated, customer, [&] { return state_->migrate(customer); });
}

std::optional<qualification::MigrationResult> Session::State::migrate(std::string_view customer) {
  const auto tenancy = qualify(customer);
  if (!tenancy) return std::nullopt;
  const model::Customer& asked = programme.customers[index_of(Kind::customer, customer)];
  const model::Playbook& playbook = programme.playbooks[index_of(Kind::playbook, asked.playbook)];
  const auto book_of = [&](const model::Deal& deal) -> const pricing::Book* {
    const std::size_t partner = index_of(Kind::partner, deal.partner);
    const bool is_sound = checks.is_sound(Kind::deal, static_cast<std::size_t>(&deal - programme.deals.data())) &&
                          partner != no_document && checks.is_sound(Kind::partner, partner);
    return is_sound ? book(deal.price_book) : nullptr;
  };
  Diagnostics told;
  return qualification::migration(programme, playbook, asked, *tenancy, book_of, told);
}

model::Programme Session::State::documents_of(std::string_view id) const {
  model::Programme out;
  const auto take = [&](Kind kind, const auto& from, auto& to, const auto& belongs) {
    for (std::size_t at = 0; at < from.size(); ++at)
      if (belongs(from[at]) && checks.is_sound(kind, at)) to.push_back(from[at]);
  };
  take(Kind::playbook, programme.playbooks, out.playbooks, [](const model::Playbook&) { return true; });
  take(Kind::partner, programme.partners, out.partners,
       [&](const model::Partner& one) { return one.id == id && has_id(out.playbooks, one.playbook); });
  if (out.partners.empty()) return out;
  take(Kind::deal, programme.deals, out.deals, [&](const model::Deal& deal) { return deal.partner == id; });
  const auto is_sold = [&](const std::string& customer) {
    return std::any_of(out.deals.begin(), out.deals.end(), [&](const auto& deal) { return deal.customer == customer; });
  };
  take(Kind::customer, programme.customers, out.customers,
       [&](const model::Customer& one) { return one.partner == id || is_sold(one.id); });
  take(Kind::price_book, programme.price_books, out.price_books, [&](const model::PriceBook& book) {
    return std::any_of(out.deals.begin(), out.deals.end(),
                       [&](const model::Deal& deal) { return deal.price_book == book.id; });
  });
  take(Kind::onboarding, programme.onboardings, out.onboardings,
       [&](const model::Onboarding& run) { return run.partner == id || has_id(out.customers, run.customer); });
  return out;
}

std::optional<report::AdvisedPartner> Session::State::advise(std::string_view partner) const {
  Diagnostics told;
  auto report = report::advice_report(documents_of(partner), {std::string(partner)}, engine_version(), told);
  if (report.partners.empty()) return std::nullopt;
  return std::move(report.partners.front());
}

std::optional<report::GovernedPartner> Session::State::govern(std::string_view partner) const {
  Diagnostics told;
  const report::GovernanceRequest request{{std::string(partner)}, {}, true, today};
  auto report = report::governance_report(documents_of(partner), request, engine_version(), told);
  if (report.partners.empty()) return std::nullopt;
  return std::move(report.partners.front());
}

const std::optional<report::AdvisedPartner>& Session::advice(std::string_view partner) const {
  return state_->known(state_->advised, partner, [&] { return state_->advise(partner); });
}

const std::optional<report::GovernedPartner>& Session::governance(std::string_view partner) const {
  return state_->known(state_->governed, partner, [&] { return state_->govern(partner); });
}

std::string Session::review_markdown(std::string_view partner) const {
  const auto& one = governance(partner);
  if (!one) return {};
  return report::governance_markdown({engine_version(), state_->today, {*one}});
}

}  // namespace dealwright::web
