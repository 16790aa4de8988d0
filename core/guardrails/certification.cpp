#include "core/guardrails/certification.hpp"

#include <algorithm>
#include <vector>

#include "core/base/words.hpp"
#include "core/document/type.hpp"
#include "core/guardrails/phrases.hpp"

namespace dealwright::guardrails {
namespace {

using onboarding::CertificationResult;

constexpr std::size_t most_named = 4;

bool reaches(const CertificationResult& one, model::Complexity complexity) {
  return one.complexity >= complexity;
}

bool has_tenancy(const CertificationResult& one, const Facts& facts) {
  return std::find(one.tenancies.begin(), one.tenancies.end(), facts.context.deal.tenancy) != one.tenancies.end();
}

bool allows_discount(const CertificationResult& one, const Facts& facts) {
  const Value given = discount_given(facts);
  return given.is_missing() || compare(given, one.discount) <= 0;
}

std::size_t lacks(const CertificationResult& one) {
  return one.missing.size() + one.closed_gates.size();
}

template <class E>
std::string in_words(E value) {
  return spaced(document::type_of<E>().choices[static_cast<std::size_t>(value)]);
}

// "item \"A\"", "items \"A\", \"B\" and 3 more"
std::string listed(const char* what, const std::vector<std::string>& ids) {
  std::string text = what;
  if (ids.size() > 1) text += 's';
  for (std::size_t i = 0; i < ids.size() && i < most_named; ++i) (text += i == 0 ? " \"" : ", \"") += ids[i] + "\"";
  if (ids.size() > most_named) text += " and " + std::to_string(ids.size() - most_named) + " more";
  return text;
}

std::string beyond_words(const Facts& facts, CertificationFit fit) {
  const auto& background = facts.background;
  const std::string& partner = facts.context.partner.name;
  const model::Complexity complexity = background.complexity.value_or(model::Complexity::small);
  // The most of those that are held and reach in what was asked before.
  model::Complexity most_complexity = model::Complexity::small;
  Decimal most_discount;
  for (const auto& one : background.certifications) {
    if (!one.held) continue;
    most_complexity = std::max(most_complexity, one.complexity);
    if (reaches(one, complexity) && has_tenancy(one, facts) && most_discount < one.discount)
      most_discount = one.discount;
  }
  switch (fit) {
    case CertificationFit::covered:
      break;
    case CertificationFit::not_certified:
      return partner + " holds no certification yet.";
    case CertificationFit::complexity_unknown:
      return "Nothing says how complex the delivery is: the customer states no reference architecture with a "
             "complexity, and no template is for its segment.";
    case CertificationFit::beyond_complexity:
      return "The delivery's complexity is " + in_words(complexity) + ", and " + partner + " is certified up to " +
             in_words(most_complexity) + ".";
    case CertificationFit::beyond_tenancy:
      return "The tenancy is " + in_words(facts.context.deal.tenancy) + ", for which " + partner +
             " is not certified where the delivery's complexity is " + in_words(complexity) + ".";
    case CertificationFit::beyond_discount: {
      const Metric& metric = *find_metric("effective_discount");
      const Currency currency = facts.priced.currency;
      return "The discount is " + value_text(metric, discount_given(facts), currency, most_discount) + ", and " +
             partner + " is certified for at most " + bound_text(metric, most_discount, currency) + ".";
    }
  }
  return {};
}

}  // namespace

std::optional<CertificationFit> certification_fit_of(const Facts& facts) {
  const auto& background = facts.background;
  if (background.certifications.empty()) return std::nullopt;
  bool is_held = false, is_reached = false, is_tenant = false;
  for (const auto& one : background.certifications) {
    is_held = is_held || one.held;
    if (!one.held || !background.complexity || !reaches(one, *background.complexity)) continue;
    is_reached = true;
    if (!has_tenancy(one, facts)) continue;
    is_tenant = true;
    if (allows_discount(one, facts)) return CertificationFit::covered;
  }
  if (!is_held) return CertificationFit::not_certified;
  if (!background.complexity) return CertificationFit::complexity_unknown;
  if (!is_reached) return CertificationFit::beyond_complexity;
  return is_tenant ? CertificationFit::beyond_discount : CertificationFit::beyond_tenancy;
}

std::string certification_words(const Facts& facts) {
  const auto fit = certification_fit_of(facts);
  if (!fit || *fit == CertificationFit::covered) return {};
  std::string text = beyond_words(facts, *fit);
  if (!facts.background.complexity) return text;
  const CertificationResult* nearest = nullptr;
  for (const auto& one : facts.background.certifications) {
    if (one.held || !reaches(one, *facts.background.complexity) || !has_tenancy(one, facts) ||
        !allows_discount(one, facts))
      continue;
    if (nearest == nullptr || lacks(one) < lacks(*nearest)) nearest = &one;
  }
  if (nearest == nullptr) return text + " None of its certifications would cover the deal.";
  text += " \"" + nearest->name + "\" would cover the deal; it lacks ";
  if (!nearest->closed_gates.empty()) text += listed("the gate", nearest->closed_gates);
  if (!nearest->closed_gates.empty() && !nearest->missing.empty()) text += " and ";
  if (!nearest->missing.empty()) text += listed("the item", nearest->missing);
  return text + ".";
}

std::string_view certification_pointer(const Facts& facts) {
  switch (certification_fit_of(facts).value_or(CertificationFit::covered)) {
    case CertificationFit::not_certified:
      return "/partner";
    case CertificationFit::complexity_unknown:
    case CertificationFit::beyond_complexity:
      return "/customer";
    case CertificationFit::beyond_tenancy:
      return "/tenancy";
    case CertificationFit::covered:
    case CertificationFit::beyond_discount:
      break;
  }
  return {};
}

}  // namespace dealwright::guardrails
