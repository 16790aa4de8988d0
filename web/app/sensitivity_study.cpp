#include "web/app/sensitivity_study.hpp"

namespace dealwright::web {
namespace {

std::size_t find_input(const std::vector<StudiedInput>& inputs, const std::string& id) {
  std::size_t at = 0;
  while (at < inputs.size() && inputs[at].id != id) ++at;
  return at;
}

// The input that is wished for, else the first of the tornado; never `taken`.
std::size_t chosen(const SensitivityStudy& study, const std::string& wish, std::size_t taken) {
  const std::size_t wished = find_input(study.inputs, wish);
  if (wished != taken && wished < study.inputs.size() && study.inputs[wished].has_range) return wished;
  for (const roi::TornadoBar& bar : study.report.tornado.bars)
    if (const std::size_t at = find_input(study.inputs, bar.input); at != taken) return at;
  return study.inputs.size();
}

}  // namespace

SensitivityStudy sensitivity_study(const CaseStudy& study, const TwoWayWish& wish) {
  roi::CaseVariation variation(study.bound, study.monthly);
  SensitivityStudy out;
  out.wish = wish;
  for (const roi::VariedInput& input : variation.inputs())
    out.inputs.push_back({input.name, report::varied_words(study.bound, input), input.has_range()});
  report::SensitivityReport& report = out.report;
  report.currency = study.bound.currency;
  report.horizon_months = study.bound.horizon;
  report.tornado = roi::tornado(variation, out.told);
  roi::BreakEvenGoal goal;
  goal.npv = Money{0, report.currency};
  report.aim = report::aim_words(goal);
  for (std::size_t i = 0; i < out.inputs.size(); ++i) report.break_even.push_back(roi::break_even(variation, i, goal));
  out.rows = chosen(out, wish.rows, out.inputs.size());
  out.columns = chosen(out, wish.columns, out.rows);
  const auto name = [&](std::string& input) { input = out.inputs[find_input(out.inputs, input)].name; };
  if (out.rows < out.inputs.size() && out.columns < out.inputs.size()) {
    report.two_way = roi::two_way(variation, {out.inputs[out.rows].id, {}, wish.steps},
                                  {out.inputs[out.columns].id, {}, wish.steps}, out.told);
    if (report.two_way) {
      name(report.two_way->row_input);
      name(report.two_way->column_input);
    }
  }
  for (roi::TornadoBar& bar : report.tornado.bars) name(bar.input);
  for (roi::BreakEven& one : report.break_even) name(one.input);
  return out;
}

}  // namespace dealwright::web
