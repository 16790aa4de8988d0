// What is known of one partner of the open programme: advice and governance.
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
  auto& known = state_->advised;
  const std::uint64_t revision = state_->revision - state_->revisions_by_work;
  if (!known || known->revision != revision || known->partner != partner)
    known.emplace(State::Known<report::AdvisedPartner>{std::string(partner), revision, state_->advise(partner)});
  return known->answer;
}

const std::optional<report::GovernedPartner>& Session::governance(std::string_view partner) const {
  auto& known = state_->governed;
  const std::uint64_t revision = state_->revision - state_->revisions_by_work;
  if (!known || known->revision != revision || known->partner != partner)
    known.emplace(State::Known<report::GovernedPartner>{std::string(partner), revision, state_->govern(partner)});
  return known->answer;
}

std::string Session::review_markdown(std::string_view partner) const {
  const auto& one = governance(partner);
  if (!one) return {};
  return report::governance_markdown({engine_version(), state_->today, {*one}});
}

}  // namespace dealwright::web
