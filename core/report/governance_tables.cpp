#include "core/report/governance_tables.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/report/figures.hpp"

namespace dealwright::report {
namespace {

using governance::ControlCounts;
using governance::Holding;
using governance::RaisedRisk;

std::string parties_text(const std::vector<model::Party>& parties) {
  std::string out;
  for (const model::Party party : parties) out += (out.empty() ? "" : ", ") + spaced(word(party));
  return out.empty() ? "nobody" : out;
}

void add_remark(std::string& remarks, std::string_view remark) {
  if (!remarks.empty()) remarks += ", ";
  remarks += remark;
}

// Channel conflicts first, then gaps, then what is assigned twice, then the others.
int urgency(const governance::DutyResult& duty) {
  if (duty.channel_conflict) return 0;
  return duty.holding == Holding::gap ? 1 : duty.holding == Holding::twice ? 2 : 3;
}

Table conflicts_table(const governance::DutiesResult& duties) {
  Table table{"Channel conflicts", {{"Of", false, "of"}, {"What", false, "what"}}};
  for (const auto& conflict : duties.conflicts) table.add_row().text(word(conflict.of)).text(conflict.words);
  return table;
}

// What the counts of gaps, of double entries and of decisions without a name are about.
Table unsettled_table(const governance::DutiesResult& duties) {
  Table table{"To be settled",
              {{"Duty or decision", false, "what"}, {"", false, "remark"}, {"Usually", false, "usual"}}};
  for (const auto& duty : duties.duties) {
    if (duty.holding == Holding::held) continue;
    table.add_row().text(duty.name).text(duty_remark(duty)).text(spaced(word(duty.usual)));
  }
  for (const auto& decision : duties.decisions) {
    if (decision.holding == Holding::held) continue;
    table.add_row().text(decision.name).text(decision_remark(decision)).text(spaced(word(decision.usual)));
  }
  return table;
}

Table duties_table(const governance::DutiesResult& duties) {
  Table table{"Duties",
              {{"Duty", false, "duty"},
               {"Layer", false, "layer"},
               {"Accountable", false, "accountable"},
               {"Usually", false, "usual"},
               {"", false, "remark"},
               {"Note", false, "note"}}};
  for (int turn = 0; turn < 4; ++turn) {
    for (const auto& duty : duties.duties) {
      if (urgency(duty) != turn) continue;
      table.add_row()
          .text(duty.name)
          .text(spaced(word(duty.layer)))
          .text(parties_text(duty.accountable))
          .text(spaced(word(duty.usual)))
          .text(duty_remark(duty))
          .text(duty.note);
    }
  }
  return table;
}

Table decisions_table(const governance::DutiesResult& duties) {
  Table table{"Decision rights",
              {{"Decision", false, "decision"},
               {"Decides", false, "decides"},
               {"Usually", false, "usual"},
               {"", false, "remark"},
               {"Note", false, "note"}}};
  for (const auto& decision : duties.decisions) {
    table.add_row()
        .text(decision.name)
        .text(parties_text(decision.decides))
        .text(spaced(word(decision.usual)))
        .text(decision_remark(decision))
        .text(decision.note);
  }
  return table;
}

Table controls_table(const governance::ControlsResult& controls) {
  Table table{"Controls",
              {{"Control", false, "control"},
               {"Required by", false, "required_by"},
               {"Owner", false, "owner"},
               {"State", false, "state"},
               {"Evidence", false, "evidence"}}};
  for (const auto& row : controls.controls) {
    if (!row.required && !row.stated) continue;
    std::string reasons;
    for (const std::string& reason : row.required_by) reasons += (reasons.empty() ? "" : "; ") + reason;
    std::string owner = spaced(word(row.owner));
    if (!row.person.empty()) owner += ", " + row.person;
    std::string state = row.state ? spaced(word(*row.state)) : "";
    if (row.on.is_stated()) state += " on " + row.on.to_string();
    table.add_row()
        .text(row.name)
        .text(row.required ? reasons : "not required")
        .text(owner)
        .text(state)
        .text(row.evidence.empty() ? "asked: " + row.evidence_asked : row.evidence);
  }
  return table;
}

Table risks_table(const std::vector<RaisedRisk>& risks) {
  Table table{"Risks",
              {{"Risk", false, "risk"},
               {"Raised by", false, "raised_by"},
               {"Value", false, "value"},
               {"Deal", false, "deal"},
               {"Effect", false, "effect"},
               {"Mitigation", false, "mitigation"}}};
  for (const RaisedRisk& risk : risks) {
    // One line a trigger; what is of the risk stands in the first.
    for (std::size_t i = 0; i < risk.raised_by.size(); ++i) {
      const auto& trigger = risk.raised_by[i];
      table.add_row()
          .text(i == 0 ? risk.name : "")
          .text(trigger.condition)
          .text(trigger.value)
          .text(trigger.deal)
          .text(i == 0 ? risk.effect : "")
          .text(i == 0 ? risk.mitigation : "");
    }
  }
  return table;
}

Table margins_table(const governance::ReviewSheet& sheet) {
  Table table{"Margins, the least first",
              {{"Deal", false, "deal"}, {"Customer", false, "customer"}, {"Gross margin", true, "gross_margin"}}};
  for (const auto& deal : sheet.deals)
    table.add_row().text(deal.name.empty() ? deal.deal : deal.name).text(deal.customer).percent(deal.gross_margin);
  return table;
}

Table review_customers_table(const governance::ReviewSheet& sheet) {
  Table table{"Customers",
              {{"Customer", false, "customer"},
               {"Required", true, "required"},
               {"In place", true, "in_place"},
               {"Verified", true, "verified"},
               {"Risks", true, "risks"}}};
  for (const auto& customer : sheet.customers)
    table.add_row()
        .text(customer.name)
        .count(customer.controls.required)
        .count(customer.controls.in_place)
        .count(customer.controls.verified)
        .count(customer.risks);
  return table;
}

Table review_risks_table(const governance::ReviewSheet& sheet) {
  Table table{"Open risks", {{"Risk", false, "risk"}, {"Where", false, "where"}, {"Mitigation", false, "mitigation"}}};
  for (const auto& risk : sheet.risks) {
    std::string where = risk.of_partner ? "the partner itself" : "";
    for (const std::string& customer : risk.customers) add_remark(where, customer);
    table.add_row().text(risk.name).text(where).text(risk.mitigation);
  }
  return table;
}

Table onboarding_table(const governance::ReviewSheet& sheet) {
  Table table{"Onboarding",
              {{"Run", false, "run"},
               {"Ready", true, "ready"},
               {"Next gate", false, "gate"},
               {"Forecast", false, "forecast"},
               {"Certified", false, "certifications"}}};
  for (const auto& run : sheet.onboarding) {
    std::string certified;
    for (const std::string& name : run.certifications) add_remark(certified, name);
    table.add_row()
        .text(run.name)
        .percent(run.readiness)
        .text(run.gate.empty() ? "all passed" : run.gate)
        .text(run.forecast.is_stated() ? run.forecast.to_string() : "")
        .text(certified);
  }
  return table;
}

Table agenda_table(const governance::ReviewSheet& sheet) {
  Table table{"Agenda", {{"Area", false, "area"}, {"Question", false, "question"}}};
  for (const auto& area : sheet.areas) {
    if (area.questions.empty()) table.add_row().text(area.name).text("");
    for (std::size_t i = 0; i < area.questions.size(); ++i)
      table.add_row().text(i == 0 ? area.name : "").text(area.questions[i]);
  }
  return table;
}

}  // namespace

std::string duty_remark(const governance::DutyResult& duty) {
  std::string remark;
  if (duty.channel_conflict) add_remark(remark, fmt::format("channel conflict: {}", word(duty.protects)));
  if (duty.holding == Holding::gap) add_remark(remark, "gap");
  if (duty.holding == Holding::twice) add_remark(remark, "assigned twice");
  if (duty.differs && !duty.channel_conflict) add_remark(remark, "not as usual");
  return remark;
}

Table health_table(const std::optional<model::PartnerHealth>& health) {
  Table table{"Health", {{"Measure", false, "measure"}, {"Value", true, "value"}}};
  if (!health) return table;
  const auto add_days = [&](const char* name, const std::optional<int>& days) {
    if (days) table.add_row().text(name).text(counted(*days, "day", "days"));
  };
  const auto add_rate = [&](const char* name, const std::optional<Decimal>& rate) {
    if (rate) table.add_row().text(name).text(percent(*rate));
  };
  add_days("Time to first deal", health->days_to_first_deal);
  add_days("Time to first go-live", health->days_to_first_go_live);
  add_rate("Support quality", health->support_quality);
  add_rate("Renewal rate", health->renewal_rate);
  add_rate("Expansion revenue", health->expansion);
  return table;
}

std::string controls_text(const ControlCounts& counts) {
  return fmt::format("{} of {} controls in place, {} verified", counts.in_place, counts.required, counts.verified);
}

std::string standard_text(const governance::StandardResult& standard) {
  using governance::StandardVerdict;
  std::string text = fmt::format("{} of {} is standard; the aim is {} to {}", to_percent(standard.share), standard.name,
                                 percent(standard.from), percent(standard.to));
  const char* side = nullptr;
  if (standard.verdict == StandardVerdict::under) side = "under";
  if (standard.verdict == StandardVerdict::over) side = "over";
  if (standard.verdict == StandardVerdict::within) text += ", which it meets";
  if (side != nullptr) {
    std::string points = to_percent(standard.to_aim);
    if (points.ends_with(" %")) points.resize(points.size() - 2);
    text += fmt::format(", it lies {} points {}", points, side);
  }
  std::string bespoke;
  for (const auto& block : standard.blocks)
    if (block.is_bespoke) bespoke += (bespoke.empty() ? "" : ", ") + block.name;
  if (!bespoke.empty()) text += "; bespoke: " + bespoke;
  return text + ".";
}

std::string duties_text(const governance::DutyCounts& counts) {
  return fmt::format("{}: {}, {}, {} assigned twice, {} not as usual; {}.", counted(counts.duties, "duty", "duties"),
                     counted(counts.channel_conflicts, "channel conflict", "channel conflicts"),
                     counted(counts.gaps, "gap", "gaps"), counts.twice, counts.differ,
                     counts.decisions_by_default == 0
                         ? "every decision has a name"
                         : counted(counts.decisions_by_default, "decision without a name", "decisions without a name"));
}

std::string decision_remark(const governance::DecisionResult& decision) {
  std::string remark;
  if (decision.by_default) add_remark(remark, "nobody named");
  if (decision.holding == Holding::twice) add_remark(remark, "assigned twice");
  if (decision.differs) add_remark(remark, "not as usual");
  return remark;
}

std::vector<std::string> unknown_metrics_text(const GovernedCustomer& customer) {
  std::vector<std::string> lines;
  if (customer.deals.empty()) lines.emplace_back("It has no deal, so no metric of one is known.");
  for (const std::string& deal : customer.not_known)
    lines.push_back(fmt::format("Deal {} is not priced, so no metric of it is known.", deal));
  return lines;
}

Table governed_partners_table(const GovernanceReport& report) {
  Table table{"Partners",
              {{"Partner", false, "partner"},
               {"Conflicts", true, "channel_conflicts"},
               {"Gaps", true, "gaps"},
               {"Twice", true, "twice"},
               {"Customers", true, "customers"},
               {"Controls", true, "controls"},
               {"In place", true, "in_place"},
               {"Verified", true, "verified"},
               {"Risks", true, "risks"}}};
  for (const GovernedPartner& partner : report.partners) {
    ControlCounts counts;
    for (const GovernedCustomer& customer : partner.customers) {
      counts.required += customer.controls.counts.required;
      counts.in_place += customer.controls.counts.in_place;
      counts.verified += customer.controls.counts.verified;
    }
    const auto& duties = partner.duties.counts;
    table.add_row()
        .text(partner.name)
        .count(duties.channel_conflicts)
        .count(duties.gaps)
        .count(duties.twice)
        .count(static_cast<long long>(partner.customers.size()))
        .count(counts.required)
        .count(counts.in_place)
        .count(counts.verified)
        .count(governance::open_risks(partner.risks, partner.customers));
  }
  return table;
}

GovernanceSection partner_section(const GovernedPartner& partner) {
  return {partner.name,
          {duties_text(partner.duties.counts)},
          {conflicts_table(partner.duties), duties_table(partner.duties), decisions_table(partner.duties),
           health_table(partner.health), risks_table(partner.risks)}};
}

GovernanceSection customer_section(const GovernedPartner& partner, const GovernedCustomer& customer) {
  GovernanceSection section;
  section.head = fmt::format("{}, customer of {}", customer.name, partner.name);
  section.lines.push_back(fmt::format("{}; {} raised.", controls_text(customer.controls.counts),
                                      counted(static_cast<long long>(customer.risks.size()), "risk", "risks")));
  if (customer.standard) section.lines.push_back(standard_text(*customer.standard));
  for (std::string& line : unknown_metrics_text(customer)) section.lines.push_back(std::move(line));
  section.tables = {controls_table(customer.controls), risks_table(customer.risks)};
  return section;
}

GovernanceSection review_section(const GovernedPartner& partner) {
  const governance::ReviewSheet& sheet = *partner.review;
  GovernanceSection section;
  section.head = fmt::format("{}: quarterly review {}", sheet.name, sheet.quarter);
  section.lines.push_back(duties_text(sheet.duties));
  const auto kinds = static_cast<long long>(sheet.risks.size());
  section.lines.push_back(fmt::format("{}; {} open{}.", controls_text(sheet.controls),
                                      counted(sheet.open_risks, "risk", "risks"),
                                      kinds == sheet.open_risks ? "" : ", of " + counted(kinds, "kind", "kinds")));
  section.tables = {conflicts_table(partner.duties),
                    unsettled_table(partner.duties),
                    agenda_table(sheet),
                    margins_table(sheet),
                    health_table(sheet.health),
                    review_customers_table(sheet),
                    review_risks_table(sheet),
                    onboarding_table(sheet)};
  return section;
}

}  // namespace dealwright::report
