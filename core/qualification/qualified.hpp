#pragma once
// The customers of a programme and the playbooks they are qualified by.

#include <optional>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/model/programme.hpp"
#include "core/qualification/tenancy.hpp"

namespace dealwright::qualification {

// How the tenancy of a deal stands to its customer's qualification.
enum class TenancyFit : std::uint8_t {
  fits,           // it is what the customer is qualified for
  contradicts,    // it is the other one
  review,         // the customer lies in the review band
  open,           // answers that could decide are missing
  not_qualified,  // the customer was not asked
};
BOOST_DESCRIBE_ENUM(TenancyFit, fits, contradicts, review, open, not_qualified)

TenancyFit fit_of(std::optional<Verdict> verdict, model::Tenancy sold);

// The verdict on each customer, in the programme's order; none where the customer has no qualification, or its playbook
// is absent or has errors. Appends what is wrong, in playbooks once, with "kind/id" as the file.
std::vector<std::optional<Verdict>> verdicts(const model::Programme& programme, Diagnostics& diagnostics);

// The same with all that explains it; customers without a verdict are left out. Diagnostics are told by verdicts().
std::vector<TenancyResult> qualifications(const model::Programme& programme);

}  // namespace dealwright::qualification
