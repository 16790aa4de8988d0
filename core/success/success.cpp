#include "core/success/success.hpp"

#include "core/success/parts.hpp"

namespace dealwright::success {

namespace {

void set_backlog(const Setting& setting, SuccessResult& out) {
  for (const model::BacklogItem& item : setting.of.plan.backlog) {
    if (item.state == model::BacklogState::done) ++out.backlog_done;
    if (item.state == model::BacklogState::done || item.state == model::BacklogState::dropped) continue;
    const bool overdue = item.due && *item.due < setting.today;
    out.overdue += overdue ? 1 : 0;
    out.backlog.push_back({item.name, item.owner, item.state, item.due, overdue});
  }
}

}  // namespace

std::optional<Decimal> actual_of(const model::SuccessQuarter& quarter, const std::string& baseline) {
  for (const model::QuarterActual& one : quarter.actuals)
    if (one.baseline == baseline) return one.value;
  return std::nullopt;
}

SuccessResult success_of(const Sources& sources, Date today, Diagnostics& diagnostics) {
  Setting setting{sources, today, {}};
  SuccessResult out;
  out.plan = sources.plan.id;
  out.go_live = sources.plan.go_live;
  out.live = out.go_live && *out.go_live <= today;
  for (const model::SuccessQuarter& quarter : sources.plan.quarters) {
    if (quarter.from > today) continue;
    setting.quarters.push_back(&quarter);
    out.quarters.push_back(quarter.from);
  }
  set_phases(setting, out);
  set_targets(setting, out);
  set_value(setting, out, diagnostics);
  set_health(setting, out);
  set_renewal(setting, out);
  set_expansion(setting, out);
  set_backlog(setting, out);
  return out;
}

}  // namespace dealwright::success
