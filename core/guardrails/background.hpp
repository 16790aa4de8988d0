#pragma once
// What the programme knows of a deal's partner and customer beyond their own documents.

#include <optional>
#include <span>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/onboarding/certified.hpp"
#include "core/qualification/score.hpp"

namespace dealwright::guardrails {

struct Background {
  std::optional<qualification::Verdict> qualified;                  // of the customer; none: it was not qualified
  std::optional<model::Complexity> complexity;                      // of a delivery to the customer; none: nothing says
  std::span<const onboarding::CertificationResult> certifications;  // of the partner; none: nothing certifies it
  const model::Playbook* playbook = nullptr;                        // of the customer; null: it names none
  std::optional<int> overcommitted;  // months in which people of the partner are, in its worst growth plan; none: it
                                     // has no plan that can be reckoned
};

// Months in which delivery or support of a growth plan is overcommitted; nothing where the plan is refused.
std::optional<int> months_overcommitted(const model::Portfolio& portfolio);

// Those of every partner and customer, found once. The programme must outlive it and stay unchanged.
class Backgrounds {
 public:
  // Appends what is wrong in customers' qualifications, with "kind/id" as the file.
  Backgrounds(const model::Programme& programme, Diagnostics& diagnostics);

  // By places in the programme's lists. Refers to this.
  Background of(int partner, int customer) const;

  // What the background is made of besides partner and customer themselves, by its place in the programme: the
  // customer's playbook (-1 where nothing follows from it), the partner's runs and its growth plans.
  int playbook_of_customer(int customer) const;
  std::span<const onboarding::CertifyingRun> runs_of_partner(int partner) const;
  // The partner's growth plans, by their places in the programme.
  std::span<const int> plans_of_partner(int partner) const;

 private:
  struct OfCustomer {
    std::optional<qualification::Verdict> qualified;
    std::optional<model::Complexity> complexity;
    int playbook = -1;
    const model::Playbook* named = nullptr;
  };
  struct OfPartner {
    std::vector<int> plans;
    std::optional<int> overcommitted;
  };
  void add_plans(const model::Programme& programme);

  std::vector<OfCustomer> customers_;
  std::vector<OfPartner> planned_;
  std::vector<onboarding::CertifiedPartner> partners_;
};

}  // namespace dealwright::guardrails
