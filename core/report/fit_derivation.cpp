#include "core/report/fit_derivation.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/guardrails/certification.hpp"
#include "core/onboarding/certified.hpp"
#include "core/onboarding/records.hpp"
#include "core/qualification/qualified.hpp"
#include "core/qualification/tenancy.hpp"
#include "core/report/figures.hpp"
#include "core/report/qualification_report.hpp"

namespace dealwright::report {
namespace {

Derivation at(std::string_view kind, const std::string& id, std::string pointer, Derivation node) {
  node.kind = kind;
  node.id = id;
  node.pointer = std::move(pointer);
  return node;
}

Derivation words_node(std::string label, std::string formula, std::string value, std::vector<Derivation> children) {
  const Step step = children.empty() ? Step::value : Step::rule;
  return node(step, std::move(label), std::move(formula), std::move(value), "", std::move(children));
}

Derivation of_metric(const Explainer& e, std::string_view id, std::string formula, std::vector<Derivation> children) {
  const guardrails::Metric& metric = *guardrails::find_metric(id);
  return words_node(std::string(metric.label), std::move(formula),
                    e.words(id, e.measured(id, guardrails::deal_subject())), std::move(children));
}

Derivation stated_tenancy(const model::Deal& deal) {
  return at("deal", deal.id, "/tenancy", fixed("Tenancy of the deal", "", spaced(word(deal.tenancy)), ""));
}

// Each criterion with its answer and what that adds to the score.
std::vector<Derivation> answers(const qualification::TenancyResult& result, const model::Customer& customer) {
  std::vector<Derivation> out;
  for (const auto& row : result.criteria) {
    const bool is_open = row.answer.empty();
    Derivation one = fixed(row.name,
                           row.forces_dedicated ? "forces dedicated"
                           : is_open            ? ""
                                                : "adds " + to_percent(row.contribution),
                           is_open ? "not answered" : row.words, "");
    const auto& given = customer.qualification->answers;
    const auto stated =
        std::find_if(given.begin(), given.end(), [&](const auto& answer) { return answer.criterion == row.criterion; });
    out.push_back(
        at("customer", customer.id,
           stated == given.end() ? "/profile" : fmt::format("/qualification/answers/{}", stated - given.begin()),
           std::move(one)));
  }
  return out;
}

const model::Playbook* playbook_of_customer(const Explainer& e) {
  return e.programme() == nullptr ? nullptr : find_id(e.programme()->playbooks, e.facts().context().customer.playbook);
}

std::string lacking(const onboarding::CertificationResult& one) {
  std::string out;
  for (const std::string& gate : one.closed_gates) out += fmt::format("{}the gate {}", out.empty() ? "" : ", ", gate);
  for (const std::string& item : one.missing) out += (out.empty() ? "" : ", ") + item;
  return out;
}

// The runs that certify the partner, each with its certifications.
std::vector<Derivation> runs_of(const model::Programme& programme, const onboarding::CertifiedPartner& partner) {
  std::vector<Derivation> out;
  auto next = partner.certifications.begin();
  for (const auto& place : partner.runs) {
    const auto& run = programme.onboardings[static_cast<std::size_t>(place.onboarding)];
    const auto& playbook = programme.playbooks[static_cast<std::size_t>(place.playbook)];
    Diagnostics told;
    const model::Template& used = *onboarding::template_of(playbook, run, told);
    std::vector<Derivation> certificates;
    int held = 0;
    for (std::size_t i = 0; i < used.certifications.size(); ++i) {
      const auto& one = *next++;
      std::string tenancies;
      for (const model::Tenancy tenancy : one.tenancies)
        tenancies += (tenancies.empty() ? "" : " and ") + spaced(word(tenancy));
      held += one.held ? 1 : 0;
      certificates.push_back(at("playbook", playbook.id,
                                fmt::format("/templates/{}/certifications/{}", &used - playbook.templates.data(), i),
                                fixed(one.name,
                                      fmt::format("up to {}, {}, a discount of {}", spaced(word(one.complexity)),
                                                  tenancies, percent(one.discount)),
                                      one.held ? "held" : "not held, lacks " + lacking(one), "")));
    }
    out.push_back(
        at("onboarding", run.id, "/items",
           words_node(run.name.empty() ? run.id : run.name, "what its records show",
                      fmt::format("{} of {} held", held, used.certifications.size()), std::move(certificates))));
  }
  return out;
}

}  // namespace

Derivation tenancy_fit(const Explainer& e) {
  const auto& context = e.facts().context();
  std::vector<Derivation> children{stated_tenancy(context.deal)};
  const model::Playbook* const playbook = playbook_of_customer(e);
  if (e.background().qualified && playbook != nullptr) {
    Diagnostics told;
    const auto result = qualification::qualify(*playbook, context.customer, told);
    children.push_back(at("customer", context.customer.id, "/qualification",
                          words_node("Verdict on the customer", verdict_reason(result),
                                     fmt::format("{}, score {}", word(result.verdict), score_text(result)),
                                     answers(result, context.customer))));
  }
  return at("deal", context.deal.id, "/tenancy",
            of_metric(e, "tenancy_fit", "the deal's tenancy against the verdict", std::move(children)));
}

Derivation delivery_complexity(const Explainer& e) {
  const auto& context = e.facts().context();
  const model::Playbook* const playbook = playbook_of_customer(e);
  const auto& complexity = e.background().complexity;
  std::vector<Derivation> children;
  if (playbook != nullptr && complexity) {
    const auto add = [&](std::string_view list, std::ptrdiff_t at_place, const std::string& name) {
      children.push_back(at("playbook", playbook->id, fmt::format("/{}/{}/complexity", list, at_place),
                            fixed(name, "", spaced(word(*complexity)), "")));
    };
    for (const auto& one : playbook->architectures)
      if (children.empty() && one.id == context.customer.architecture && one.complexity)
        add("architectures", &one - playbook->architectures.data(), "Reference architecture " + one.name);
    // The first of the least is reason enough.
    for (const auto& one : playbook->templates) {
      const bool is_of_segment = one.segments.empty() || std::find(one.segments.begin(), one.segments.end(),
                                                                   context.customer.segment) != one.segments.end();
      if (children.empty() && one.onboards == model::Onboards::customer && is_of_segment &&
          one.complexity == complexity)
        add("templates", &one - playbook->templates.data(), "Template for its segment, " + one.name);
    }
  }
  Derivation out = of_metric(e, "delivery_complexity", "", std::move(children));
  const bool by_segment = out.children.empty() || out.children[0].pointer.starts_with("/templates");
  out.formula = out.children.empty() ? "neither an architecture nor a template says"
                : by_segment         ? "the least of the templates for its segment"
                                     : "that of its architecture";
  return at("customer", context.customer.id, by_segment ? "/segment" : "/architecture", std::move(out));
}

Derivation certification_fit(const Explainer& e) {
  const auto& context = e.facts().context();
  std::vector<Derivation> children;
  if (e.programme() != nullptr && !e.background().certifications.empty()) {
    children = {delivery_complexity(e), stated_tenancy(context.deal), of_metric(e, "effective_discount", "", {})};
    const auto all = onboarding::certified_partners(*e.programme());
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (e.programme()->partners[i].id != context.partner.id) continue;
      auto runs = runs_of(*e.programme(), all[i]);
      children.insert(children.end(), std::make_move_iterator(runs.begin()), std::make_move_iterator(runs.end()));
    }
  }
  const char* const formula = children.empty() ? "nothing certifies the partner"
                                               : "the deal against what is held: complexity, tenancy, then discount";
  Derivation out = of_metric(e, "certification_fit", formula, std::move(children));
  const std::string_view pointer = guardrails::certification_pointer(e.measured_facts());
  return pointer.empty() ? out : at("deal", context.deal.id, std::string(pointer), std::move(out));
}

}  // namespace dealwright::report
