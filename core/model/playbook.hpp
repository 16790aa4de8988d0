#pragma once
// The playbook: what the programme's owner has laid down about selling, hosting and running the product.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "core/base/annotation.hpp"
#include "core/model/advice.hpp"
#include "core/model/automation.hpp"
#include "core/model/business_case.hpp"
#include "core/model/governance.hpp"
#include "core/model/onboarding.hpp"
#include "core/model/price_book.hpp"
#include "core/model/success.hpp"
#include "core/model/tenancy.hpp"

namespace dealwright::model {

struct Playbook {
  std::string id;
  std::string name;
  std::string note;
  std::vector<Capability> capabilities;
  std::vector<OfferModelRule> offer_models;
  std::vector<RevenueModelRule> revenue_models;
  std::vector<PartnerTypeRule> partner_types;
  TenancyRule tenancy;
  MigrationRule migration;
  std::vector<SharedLimit> shared_limits;
  std::vector<Criterion> criteria;
  std::vector<ServiceTier> service_tiers;
  std::vector<ReferenceArchitecture> architectures;
  std::vector<WorkCalendar> calendars;
  std::vector<OwnerRole> roles;
  std::vector<Template> templates;
  std::vector<Duty> duties;
  std::vector<DecisionRight> decision_rights;
  std::vector<Control> controls;
  std::vector<Risk> risks;
  std::vector<PolicyArea> policy_areas;
  std::vector<Baseline> baselines;
  std::vector<AdoptionRamp> adoption_ramps;
  std::vector<ValueDriver> value_drivers;
  std::vector<ProcessArea> process_areas;
  std::vector<Automation> automations;
  std::vector<SuccessPhase> success_phases;
  std::vector<HealthSignal> health_signals;
  std::vector<ExpansionTrigger> expansion_triggers;
  SuccessRule success;
  std::optional<Decimal> hours_per_ticket;
};
BOOST_DESCRIBE_STRUCT(Playbook, (),
                      (id, name, note, capabilities, offer_models, revenue_models, partner_types, tenancy, migration,
                       shared_limits, criteria, service_tiers, architectures, calendars, roles, templates, duties,
                       decision_rights, controls, risks, policy_areas, baselines, adoption_ramps, value_drivers,
                       process_areas, automations, success_phases, health_signals, expansion_triggers, success,
                       hours_per_ticket))
constexpr auto notes_of(const Playbook*) {
  return std::array{
      field("id", "Id", Unit::identifier).required(),
      field("name", "Name").required(),
      field("note", "Note").most(2000),
      field("capabilities", "Capabilities").most(100).help("What a partner is asked about itself."),
      field("offer_models", "Offer models").most(4),
      field("revenue_models", "Revenue models").most(6),
      field("partner_types", "Partner types").most(9),
      field("tenancy", "Tenancy"),
      field("migration", "Migration").help("From the shared platform to a dedicated deployment."),
      field("shared_limits", "Shared limits").most(50),
      field("criteria", "Criteria").most(50).help("What decides between shared and dedicated."),
      field("service_tiers", "Service tiers").most(50),
      field("architectures", "Reference architectures").most(50),
      field("calendars", "Calendars").most(100),
      field("roles", "Roles").most(100).help("Who owns items of onboarding."),
      field("templates", "Onboarding templates").most(100),
      field("duties", "Duties").most(100),
      field("decision_rights", "Decision rights").most(100),
      field("controls", "Controls").most(200),
      field("risks", "Risks").most(200),
      field("policy_areas", "Policy areas").most(20),
      field("baselines", "Baselines").most(100).help("What is measured at customers."),
      field("adoption_ramps", "Adoption ramps").most(50),
      field("value_drivers", "Value drivers").most(100).help("What customers gain by."),
      field("process_areas", "Process areas").most(50),
      field("automations", "Automations").most(100).help("What could be automated at customers."),
      field("success_phases", "Success phases").most(20),
      field("health_signals", "Health signals").most(50).help("What a customer's health is read from."),
      field("expansion_triggers", "Expansion triggers").most(50),
      field("success", "Success"),
      field("hours_per_ticket", "Hours per ticket", Unit::hours).range(0, 100).help("That support takes for one."),
  };
}

}  // namespace dealwright::model
