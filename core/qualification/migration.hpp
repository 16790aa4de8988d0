#pragma once
// The way from the shared platform to a dedicated deployment: when growth makes it necessary, what changes for the
// customer and the partner, and what the move keeps (docs/qualification.md, "The migration path").

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "core/base/diagnostic.hpp"
#include "core/base/function_ref.hpp"
#include "core/base/money.hpp"
#include "core/base/ratio.hpp"
#include "core/model/programme.hpp"
#include "core/pricing/book.hpp"
#include "core/qualification/tenancy.hpp"

namespace dealwright::qualification {

// Months that are counted after the move where the deal's term has ended by then.
inline constexpr int months_after_term = 36;

enum class MigrationOutcome : std::uint8_t {
  moves,
  no_target,   // the playbook names no dedicated package, or the price book lacks it
  not_hosted,  // the deal charges nothing a month for platform, infrastructure or hosting then: nothing of it can move
  not_priced,  // its documents are absent or have mistakes, or the deal after the move cannot be priced
};
BOOST_DESCRIBE_ENUM(MigrationOutcome, moves, no_target, not_hosted, not_priced)

// One whole month: net before true-up and cost of the monthly lines.
struct MonthFigures {
  Money price;
  Money cost;
  Money gross_margin;
  Ratio margin;  // gross margin over price; no value where the price is not above zero
};
BOOST_DESCRIBE_STRUCT(MonthFigures, (), (price, cost, gross_margin, margin))

// A service line's part of the price a month.
struct ServiceLineStep {
  model::ServiceLine service_line = model::ServiceLine::platform;
  Money before;
  Money after;
};
BOOST_DESCRIBE_STRUCT(ServiceLineStep, (), (service_line, before, after))

// What the move of one deal changes. Money is in the deal's currency.
struct MigrationStep {
  MonthFigures before;     // the shared deal in the month of the crossing, at the grown quantities
  MonthFigures after;      // the moved deal in its first month, at the same quantities
  Money price_step;        // after less before, a month
  Ratio price_step_share;  // of the price before; no value where that is not above zero
  Money cost_step;
  std::vector<ServiceLineStep> service_lines;  // those with a price before or after, in the order of the word list
  std::optional<model::ServiceTier> tier_before;
  std::optional<model::ServiceTier> tier_after;
  std::optional<Money> fee;   // the fee component's net in the moved deal; absent where none can be charged
  Money move_cost;            // what that component costs the partner; zero without it
  int months = 0;             // of the moved deal, from the crossing on
  bool rest_of_term = false;  // they are what is left of the deal's term; false: it ended before, months_after_term
  Money margin_kept;          // gross margin of the moved deal over these months, the fee component left out
  Money value_kept;           // margin_kept + fee - move_cost
};
BOOST_DESCRIBE_STRUCT(MigrationStep, (),
                      (before, after, price_step, price_step_share, cost_step, service_lines, tier_before, tier_after,
                       fee, move_cost, months, rest_of_term, margin_kept, value_kept))

// What becomes of one shared deal at the crossing.
struct MigrationPath {
  std::string deal;
  std::string name;  // the deal's, or its id where it has none
  MigrationOutcome outcome = MigrationOutcome::not_priced;
  std::string reason;                    // why it does not move; "" where it does
  std::vector<std::string> left_behind;  // components of its monthly lines that are not offered in dedicated tenancy
  std::optional<MigrationStep> step;     // where it moves
};
BOOST_DESCRIBE_STRUCT(MigrationPath, (), (deal, name, outcome, reason, left_behind, step))

// Months are counted from 0, the first day of each deal, for which the profile holds as it does in its pricing.
struct MigrationResult {
  std::string customer;
  std::string limit;  // id of the shared limit that growth passes first; "" where none is within the horizon
  std::string limit_name;
  int horizon_months = 0;             // of the playbook
  std::optional<int> crossing_month;  // first month above the limit, 0: already now; absent: none within the horizon
  std::optional<int> begin_by_month;  // the latest in which the move may begin: lead_months before, not before 0
  std::vector<MigrationPath> paths;   // of the shared deals in the programme's order; none where no limit is passed
};
BOOST_DESCRIBE_STRUCT(MigrationResult, (),
                      (customer, limit, limit_name, horizon_months, crossing_month, begin_by_month, paths))

// The profile `months` (0 to 1200) later: orders, and every fact of a shared limit that grows, rise as grown() says;
// the others stay. Nothing where a number does not fit a decimal. The playbook must be without errors.
std::optional<model::Profile> grown_profile(const model::Playbook& playbook, const model::Profile& profile, int months);

// The shared deal as a contract of its own from the crossing in `month` (0 or more) on: see the docs for what is
// carried over. `fee` is the component that is sold with it, "" for none. `left_behind` gets the components that are
// not offered in dedicated tenancy. The price book must be usable and `deal` be priced from it.
model::Deal moved_deal(const model::Deal& deal, const model::Customer& customer, const pricing::Book& book,
                       const std::string& dedicated_package, const std::string& fee, int month,
                       std::vector<std::string>& left_behind);

// The code of what check_migration() tells.
inline constexpr const char* unknown_package = "playbook.unknown_package";

// A dedicated package that no price book of the programme has, a warning inside the playbook's document: a price book
// may well do without it, but then no customer of any can move. Nothing where the programme has no price book.
Diagnostics check_migration(const model::Programme& programme, const model::Playbook& playbook);

// The path of a customer that was qualified by the playbook with that result, for each of its shared deals in the
// programme. `book_of` gives a deal's compiled price book, null where the deal or what it refers to cannot be used.
// What the playbook asks for and a price book lacks, and what keeps a move from being priced, is appended to
// `diagnostics` once each, as warnings or infos with "kind/id" as the file; what check_migration() tells is left out.
MigrationResult migration(const model::Programme& programme, const model::Playbook& playbook,
                          const model::Customer& customer, const TenancyResult& tenancy,
                          FunctionRef<const pricing::Book*(const model::Deal&)> book_of, Diagnostics& diagnostics);

// The path of one shared deal of the customer at a crossing in `month` (0 or more). Nothing is told.
MigrationPath migration_path(const model::Playbook& playbook, const model::Customer& customer, int month,
                             const model::Deal& deal, const model::Partner& partner, const pricing::Book& book);

}  // namespace dealwright::qualification
