#include "web/panels/compare_panel.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/comparison_report.hpp"
#include "core/report/comparison_tables.hpp"
#include "web/panels/chart_card.hpp"
#include "web/panels/report_table.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using report::ComparedDeal;

constexpr std::size_t most_others = report::most_compared - 1;

// How near a deal is to another one: of the same customer, in the same currency, of neither.
int distance(const model::Deal& from, const model::Deal& to) {
  if (from.currency.code() != to.currency.code()) return 2;
  return from.customer == to.customer ? 0 : 1;
}

// The other deals of the programme, the nearest first.
std::vector<const model::Deal*> candidates(const Session& session, const model::Deal& deal) {
  std::vector<const model::Deal*> found;
  for (int near = 0; near <= 2; ++near)
    for (const model::Deal& one : session.programme().deals)
      if (one.id != deal.id && distance(deal, one) == near) found.push_back(&one);
  return found;
}

// What was chosen for the deal; at first the nearest one of its customer. What is gone by now is left out.
ComparedWith& compared_with(View& view, const model::Deal& deal, const std::vector<const model::Deal*>& others) {
  auto& all = view.money.compared;
  for (ComparedWith& one : all) {
    if (one.deal != deal.id) continue;
    std::erase_if(one.others, [&](const std::string& id) { return view.session.find<model::Deal>(id) == nullptr; });
    return one;
  }
  ComparedWith& one = all.emplace_back();
  one.deal = deal.id;
  if (!others.empty() && distance(deal, *others.front()) == 0) one.others.push_back(others.front()->id);
  return one;
}

void choices_card(const model::Deal& deal, const std::vector<const model::Deal*>& others, ComparedWith& with) {
  static constexpr std::array<std::string_view, most_others> labels{"Compare with", "and with", "and also with"};
  ui::Card card("compare",
                {.title = "Deals side by side", .detail = "This deal is the base: differences are against it."});
  ui::Columns columns("choices", static_cast<int>(most_others), 240, ui::theme().space.medium);
  std::vector<std::string> chosen = with.others;
  for (std::size_t slot = 0; slot < std::min(with.others.size() + 1, most_others); ++slot) {
    columns.next();
    const std::string own = slot < with.others.size() ? with.others[slot] : std::string();
    std::vector<ui::Option> options{{.label = "No deal"}};
    int selected = own.empty() ? -1 : 0;
    for (const model::Deal* one : others) {
      if (one->id == own) selected = static_cast<int>(options.size());
      const bool is_taken = one->id != own && std::find(chosen.begin(), chosen.end(), one->id) != chosen.end();
      const int far = distance(deal, *one);
      const std::string_view detail = far == 0 ? "same customer" : far == 1 ? one->id : one->currency.code();
      options.push_back({document_name(Kind::deal, one), detail, is_taken});
    }
    if (!ui::choice({.label = labels[slot], .hint = "Choose a deal"}, options, selected)) continue;
    if (slot == chosen.size()) chosen.emplace_back();
    chosen[slot] = selected > 0 ? others[static_cast<std::size_t>(selected) - 1]->id : std::string();
  }
  std::erase(chosen, std::string());
  with.others = std::move(chosen);
}

// Why there is no comparison, and what to do about it.
void problems(const Diagnostics& told, const model::Deal& deal, ComparedWith& with) {
  for (const Diagnostic& one : told) {
    const DocumentRef ref = parse_ref(one.file);
    const bool is_other = ref.id != deal.id;
    const bool is_currency = one.code == "compare.currency";
    const std::string words = is_currency ? fmt::format("{}. Choose deals in {}.", one.message, deal.currency.code())
                                          : to_words(one) + (is_other ? ". Mend it, or leave it out." : ".");
    ImGui::PushID(one.file.c_str());
    if (ui::banner(words, ui::Tone::warning, is_other ? "Leave it out" : "")) std::erase(with.others, ref.id);
    ImGui::PopID();
    ui::space_small();
  }
}

// What keeps the comparison from being whole, each with the way out of it.
void notes(View& view, const report::Comparison& found) {
  for (const std::string& note : found.notes) ui::remark(note);
  for (const ComparedDeal& one : found.deals) {
    if (one.customer_return) continue;
    ImGui::PushID(one.id.c_str());
    if (ui::link("Start a business case for " + one.id)) view.open({Kind::deal, one.id}, DealTab::customer_return);
    ImGui::PopID();
  }
  if (!found.notes.empty()) ui::space_small();
}

}  // namespace

void compare_panel(View& view, const model::Deal& deal) {
  const auto others = candidates(view.session, deal);
  if (others.empty()) {
    ui::empty_state(ui::Icon::chart, "Nothing to compare with", "The programme has no other deal. Duplicate this one.");
    return;
  }
  ComparedWith& with = compared_with(view, deal, others);
  choices_card(deal, others, with);
  if (with.others.empty()) {
    ui::empty_state(ui::Icon::chart, "Nothing compared yet",
                    "Choose a deal above: what the partner and the customer get stands side by side, and what makes "
                    "them differ.");
    return;
  }
  std::vector<std::string> ids{deal.id};
  ids.insert(ids.end(), with.others.begin(), with.others.end());
  const ComparisonStudy& study = view.session.comparison(ids);
  if (!study.comparison) return problems(study.told, deal, with);
  const report::Comparison& found = *study.comparison;
  with.shown = std::clamp(with.shown, 0, static_cast<int>(with.others.size()) - 1);
  const ComparedDeal& base = found.deals.front();
  const ComparedDeal& other = found.deals[static_cast<std::size_t>(with.shown) + 1];
  MoneyPictures& pictures = view.money.comparisons;
  std::string key;
  for (const std::string& id : ids) (key += id) += '\n';
  if (pictures.is_stale(key,
                        view.session.revision() * report::most_compared + static_cast<std::uint64_t>(with.shown))) {
    pictures.charts = {report::difference_chart(base, other)};
    pictures.tables = report::difference_tables(base, other);
    pictures.tables.insert(pictures.tables.begin(), report::side_by_side_table(found));
  }
  notes(view, found);
  report_card(pictures.tables.front());
  const std::vector<std::string_view> names(with.others.begin(), with.others.end());
  if (names.size() > 1) {
    if (ui::segmented_width(names) <= ImGui::GetContentRegionAvail().x) {
      ui::segmented("Differences to", names, with.shown);
    } else {
      ui::choice({.label = "Differences to"}, names, with.shown);
    }
    ui::space_small();
  }
  if (other.attribution) chart_card(pictures.charts.front(), {.file = deal.id + "-to-" + other.id, .height = 300});
  for (std::size_t i = 1; i < pictures.tables.size(); ++i) report_card(pictures.tables[i]);
}

}  // namespace dealwright::web
