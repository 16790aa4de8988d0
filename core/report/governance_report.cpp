#include "core/report/governance_report.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/document/writer.hpp"
#include "core/governance/check.hpp"
#include "core/guardrails/metrics.hpp"
#include "core/onboarding/readiness.hpp"
#include "core/qualification/qualified.hpp"
#include "core/report/deal_metric_facts.hpp"
#include "core/report/governance_tables.hpp"

namespace dealwright::report {
namespace {

bool is_among(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const model::Playbook* playbook_of(const model::Programme& programme, const std::string& id) {
  for (const model::Playbook& playbook : programme.playbooks)
    if (playbook.id == id) return &playbook;
  return nullptr;
}

class Gathering {
 public:
  Gathering(const model::Programme& programme, const GovernanceRequest& request, Diagnostics& diagnostics)
      : programme_(programme), request_(request), diagnostics_(diagnostics) {
    std::vector<std::string_view> metrics;
    for (const auto& metric : guardrails::metrics()) metrics.push_back(metric.id);
    for (const model::Playbook& playbook : programme.playbooks)
      append(governance::check_governance(playbook, metrics), "playbook/" + playbook.id);
    deals_ = deal_metric_facts(programme, diagnostics);
    qualified_ = qualification::qualifications(programme);
  }

  std::vector<GovernedPartner> partners() {
    std::vector<GovernedPartner> all;
    for (const model::Partner& partner : programme_.partners) {
      if (!request_.partners.empty() && !is_among(request_.partners, partner.id)) continue;
      const model::Playbook* const playbook = playbook_of(programme_, partner.playbook);
      if (playbook == nullptr) continue;
      GovernedPartner one = govern(*playbook, partner);
      if (request_.customers.empty() || !one.customers.empty()) all.push_back(std::move(one));
    }
    return all;
  }

 private:
  void append(Diagnostics found, const std::string& file) {
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = file;
      diagnostics_.push_back(std::move(diagnostic));
    }
  }

  // Indices of the partner's deals with the customer.
  std::vector<std::size_t> deals_of(const model::Partner& partner, const model::Customer& customer) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < programme_.deals.size(); ++i) {
      const model::Deal& deal = programme_.deals[i];
      if (deal.partner == partner.id && deal.customer == customer.id) found.push_back(i);
    }
    return found;
  }

  GovernedPartner govern(const model::Playbook& playbook, const model::Partner& partner) {
    GovernedPartner one;
    one.name = partner.name;
    Diagnostics found;
    one.duties = governance::duties_of(playbook, partner, found);
    append(std::move(found), "partner/" + partner.id);
    one.health = partner.health;
    governance::Facts facts;
    governance::add_partner_facts(playbook, partner, facts);
    one.risks = governance::risks_of(playbook, facts);
    for (const model::Customer& customer : programme_.customers) {
      if (!request_.customers.empty() && !is_among(request_.customers, customer.id)) continue;
      const auto deals = deals_of(partner, customer);
      const bool is_its = customer.partner.empty() ? !deals.empty() : customer.partner == partner.id;
      if (!is_its) continue;
      const model::Playbook* const own = playbook_of(programme_, customer.playbook);
      one.customers.push_back(govern(own == nullptr ? playbook : *own, partner, customer, deals));
    }
    if (request_.review) one.review = review(playbook, partner, one);
    return one;
  }

  GovernedCustomer govern(const model::Playbook& playbook, const model::Partner& partner,
                          const model::Customer& customer, const std::vector<std::size_t>& deals) {
    GovernedCustomer one;
    one.customer = customer.id;
    one.name = customer.name;
    one.playbook = playbook.id;
    std::optional<model::Tenancy> sold;
    for (const std::size_t at : deals) {
      const model::Deal& deal = programme_.deals[at];
      if (sold != model::Tenancy::dedicated) sold = deal.tenancy;
      one.deals.push_back(deal.id);
      if (!deals_[at].priced) one.not_known.push_back(deal.id);
    }
    const qualification::TenancyResult* qualified = nullptr;
    for (const auto& result : qualified_)
      if (result.customer == customer.id) qualified = &result;
    governance::Facts facts;
    governance::add_customer_facts(playbook, customer, sold, qualified, facts);
    governance::add_partner_facts(playbook, partner, facts);
    for (const std::size_t at : deals) facts.insert(facts.end(), deals_[at].facts.begin(), deals_[at].facts.end());
    Diagnostics found;
    one.controls = governance::controls_of(playbook, customer, facts, found);
    governance::add_missing_controls(one.controls, facts);
    one.risks = governance::risks_of(playbook, facts);
    one.standard = governance::standard_of(playbook, customer, found);
    append(std::move(found), "customer/" + customer.id);
    return one;
  }

  governance::ReviewSheet review(const model::Playbook& playbook, const model::Partner& partner,
                                 const GovernedPartner& governed) {
    governance::ReviewFigures figures;
    figures.duties = governed.duties.counts;
    figures.partner_risks = governed.risks;
    for (const GovernedCustomer& customer : governed.customers) {
      figures.customers.push_back({customer.customer, customer.name, customer.controls.counts, customer.risks});
      for (std::size_t i = 0; i < programme_.deals.size(); ++i) {
        const model::Deal& deal = programme_.deals[i];
        if (deal.partner == partner.id && deal.customer == customer.customer && deals_[i].priced)
          figures.deals.push_back({deal.id, deal.name, customer.name, deals_[i].gross_margin});
      }
    }
    if (request_.today.is_stated()) add_onboarding(partner, governed, figures);
    return governance::review_of(playbook, partner, figures, request_.today);
  }

  // The partner's own runs and those of its customers that are told of.
  void add_onboarding(const model::Partner& partner, const GovernedPartner& governed,
                      governance::ReviewFigures& figures) {
    for (const model::Onboarding& run : programme_.onboardings) {
      const bool is_of_customer =
          std::any_of(governed.customers.begin(), governed.customers.end(),
                      [&](const GovernedCustomer& customer) { return customer.customer == run.customer; });
      if (run.customer.empty() ? run.partner != partner.id : !is_of_customer) continue;
      const model::Playbook* const playbook = playbook_of(programme_, run.playbook);
      if (playbook == nullptr) continue;
      Diagnostics found;
      const onboarding::RunResult result = onboarding::evaluate_run(*playbook, run, request_.today, found);
      // A run has sheets of its own for what is only surprising in it.
      std::erase_if(found, [](const Diagnostic& one) { return one.severity != Severity::error; });
      append(std::move(found), "onboarding/" + run.id);
      std::string gate;
      for (const auto& one : result.gates)
        if (gate.empty() && !one.open) gate = one.name;
      auto& told = figures.onboarding.emplace_back(
          governance::OnboardingFigures{run.id, run.name, result.ready.ready, gate, result.forecast_finish});
      for (const auto& one : result.certifications)
        if (one.held) told.certifications.push_back(one.name);
    }
  }

  const model::Programme& programme_;
  const GovernanceRequest& request_;
  Diagnostics& diagnostics_;
  std::vector<DealMetricFacts> deals_;  // as the programme's
  std::vector<qualification::TenancyResult> qualified_;
};

std::vector<GovernanceSection> sections_of(const GovernanceReport& report) {
  std::vector<GovernanceSection> sections;
  for (const GovernedPartner& partner : report.partners) {
    if (partner.review) {
      sections.push_back(review_section(partner));
      continue;
    }
    sections.push_back(partner_section(partner));
    for (const GovernedCustomer& customer : partner.customers) sections.push_back(customer_section(partner, customer));
  }
  return sections;
}

}  // namespace

GovernanceReport governance_report(const model::Programme& programme, const GovernanceRequest& request,
                                   std::string engine, Diagnostics& diagnostics) {
  GovernanceReport report;
  report.engine = std::move(engine);
  report.today = request.today;
  report.partners = Gathering(programme, request, diagnostics).partners();
  return report;
}

std::string governance_text(const GovernanceReport& report) {
  std::string out;
  if (report.partners.size() > 1) out += table_text(governed_partners_table(report));
  for (const GovernanceSection& section : sections_of(report)) {
    if (!out.empty()) out += '\n';
    out += printable(section.head) + '\n';
    for (const std::string& line : section.lines) out += wrapped(line, 100, 2);
    for (const Table& table : section.tables)
      if (!table.rows.empty()) out += table_text(table);
  }
  return out;
}

std::string governance_markdown(const GovernanceReport& report) {
  std::string out;
  if (report.partners.size() > 1) out += "## Partners\n\n" + table_markdown(governed_partners_table(report));
  for (const GovernanceSection& section : sections_of(report)) {
    if (!out.empty()) out += '\n';
    out += "## " + markdown_escaped(section.head) + "\n\n";
    for (const std::string& line : section.lines) out += "- " + markdown_escaped(line) + '\n';
    for (const Table& table : section.tables)
      if (!table.rows.empty()) out += '\n' + table_markdown(table);
  }
  return out;
}

std::string governance_json(const GovernanceReport& report) {
  return document::write_json(report);
}

}  // namespace dealwright::report
