#include "core/programme_checks.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/lookup.hpp"
#include "core/governance/check.hpp"
#include "core/governance/controls.hpp"
#include "core/governance/duties.hpp"
#include "core/governance/facts.hpp"
#include "core/governance/standard.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/onboarding/check.hpp"
#include "core/onboarding/readiness.hpp"
#include "core/portfolio/check.hpp"
#include "core/qualification/advice.hpp"
#include "core/qualification/migration.hpp"
#include "core/roi/automation.hpp"
#include "core/roi/bound_case.hpp"
#include "core/roi/partner_return.hpp"
#include "core/success/check.hpp"

namespace dealwright {
namespace {

void append(Diagnostics& to, Diagnostics from, const char* kind, const std::string& id) {
  for (Diagnostic& diagnostic : from) {
    diagnostic.file = std::string(kind) + "/" + id;
    to.push_back(std::move(diagnostic));
  }
}

Diagnostics check_partner(const model::Playbook& playbook, const model::Partner& partner) {
  Diagnostics found;
  qualification::advise(playbook, partner, found);
  const auto duties = governance::duties_of(playbook, partner, found);
  for (Diagnostic& diagnostic : governance::check_duties(duties, partner)) found.push_back(std::move(diagnostic));
  return found;
}

Diagnostics check_customer(const model::Playbook& playbook, const model::Customer& customer) {
  Diagnostics found;
  governance::Facts facts;
  governance::add_customer_facts(playbook, customer, std::nullopt, nullptr, facts);
  governance::controls_of(playbook, customer, facts, found);
  governance::standard_of(playbook, customer, found);
  return found;
}

}  // namespace

Diagnostics check_programme(const model::Programme& programme, Date today) {
  std::vector<std::string_view> metrics;
  for (const guardrails::Metric& metric : guardrails::metrics()) metrics.push_back(metric.id);
  Diagnostics out;
  for (const model::Playbook& playbook : programme.playbooks) {
    append(out, qualification::check_advice(playbook), "playbook", playbook.id);
    append(out, qualification::check_migration(programme, playbook), "playbook", playbook.id);
    append(out, onboarding::check_templates(playbook.templates, playbook.calendars), "playbook", playbook.id);
    append(out, governance::check_governance(playbook, metrics), "playbook", playbook.id);
    append(out, roi::check_value_drivers(playbook), "playbook", playbook.id);
    append(out, roi::check_automations(playbook), "playbook", playbook.id);
    append(out, success::check_rules(playbook), "playbook", playbook.id);
  }
  for (const model::Partner& partner : programme.partners) {
    append(out, roi::check_economics(partner), "partner", partner.id);
    if (const auto* const playbook = find_id(programme.playbooks, partner.playbook))
      append(out, check_partner(*playbook, partner), "partner", partner.id);
  }
  for (const model::Customer& customer : programme.customers) {
    if (const auto* const playbook = find_id(programme.playbooks, customer.playbook))
      append(out, check_customer(*playbook, customer), "customer", customer.id);
  }
  for (const model::Portfolio& plan : programme.portfolios)
    append(out, portfolio::check_portfolio(plan, find_id(programme.price_books, plan.price_book)), "portfolio",
           plan.id);
  // Deals are not looked at: what is told here stays while they are edited, and streams of them are read later.
  for (const model::SuccessPlan& plan : programme.success_plans) {
    const auto* const customer = find_id(programme.customers, plan.customer);
    if (customer == nullptr) continue;
    append(out,
           success::check_success(plan, *customer, nullptr, find_id(programme.playbooks, customer->playbook), today),
           "success_plan", plan.id);
  }
  for (const model::Onboarding& run : programme.onboardings) {
    const auto* const playbook = find_id(programme.playbooks, run.playbook);
    if (playbook == nullptr || !today.is_stated()) continue;
    Diagnostics found;
    onboarding::evaluate_run(*playbook, run, today, found);
    append(out, std::move(found), "onboarding", run.id);
  }
  return out;
}

}  // namespace dealwright
