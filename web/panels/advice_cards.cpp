#include "web/panels/advice_cards.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/report_table.hpp"
#include "web/panels/view.hpp"
#include "web/panels/word_choice.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using qualification::PartnerAdvice;
using qualification::Suitability;

// A model of either kind as it is drawn.
struct Scored {
  std::string name;
  const Suitability* suits;
};

std::vector<Scored> scored_offers(const PartnerAdvice& advice) {
  std::vector<Scored> rows;
  for (const auto& one : advice.offers) rows.push_back({report::offer_name(advice, one.model), &one.suits});
  return rows;
}

std::vector<Scored> scored_revenues(const PartnerAdvice& advice) {
  std::vector<Scored> rows;
  for (const auto& one : advice.revenues) rows.push_back({report::revenue_name(advice, one.model), &one.suits});
  return rows;
}

std::string score_of(const std::vector<Scored>& rows, std::string_view name) {
  for (const Scored& row : rows)
    if (row.name == name) return "suits by " + share_text(row.suits->score);
  return {};
}

void scores_card(std::string_view title, const std::vector<Scored>& rows) {
  ui::Card card(title, {.title = title, .level = "scores"});
  for (const Scored& row : rows) {
    const bool is_blocked = row.suits->blocked;
    const ui::Tone tone = is_blocked ? ui::Tone::warning : ui::Tone::accent;
    ui::fact(row.name, share_text(row.suits->score) + (is_blocked ? ", blocked" : ""),
             is_blocked ? tone : ui::Tone::neutral);
    ui::meter(row.name, static_cast<float>(chart_percent(row.suits->score) / 100), 1, tone);
  }
}

void set_level(model::Partner& partner, const std::string& capability, const std::optional<Decimal>& level) {
  auto& levels = partner.capabilities;
  if (!level) {
    std::erase_if(levels, [&](const model::CapabilityLevel& one) { return one.capability == capability; });
    return;
  }
  for (model::CapabilityLevel& one : levels) {
    if (one.capability != capability) continue;
    one.level = *level;
    return;
  }
  levels.push_back({capability, *level, ""});
}

const model::CapabilityLevel* level_of(const model::Partner& partner, const std::string& capability) {
  for (const model::CapabilityLevel& one : partner.capabilities)
    if (one.capability == capability) return &one;
  return nullptr;
}

template <class Rules>
bool looks_at(const Rules& rules, const std::string& capability) {
  return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
    return std::any_of(rule.reasons.begin(), rule.reasons.end(),
                       [&](const model::AdviceReason& reason) { return reason.capability == capability; });
  });
}

// A level in quarters, and the stated one where it lies between them.
void level_choice(Edits<model::Partner>& edit, const model::Capability& capability,
                  const model::CapabilityLevel* stated) {
  constexpr std::int64_t quarter = Decimal::scale / 4;
  std::vector<Decimal> levels;
  for (std::int64_t at = 0; at <= 4; ++at) levels.push_back(Decimal::from_micro(at * quarter));
  if (stated != nullptr && std::find(levels.begin(), levels.end(), stated->level) == levels.end()) {
    const auto above = std::find_if(levels.begin(), levels.end(), [&](Decimal one) { return one > stated->level; });
    levels.insert(above, stated->level);
  }
  std::vector<std::string> labels{"Not stated"};
  int selected = 0;
  for (const Decimal level : levels) {
    if (stated != nullptr && level == stated->level) selected = static_cast<int>(labels.size());
    labels.push_back(report::percent(level) + (level.is_zero()              ? ", not at all"
                                               : level == Decimal::whole(1) ? ", fully"
                                                                            : ""));
  }
  const std::vector<std::string_view> views(labels.begin(), labels.end());
  const auto chosen = ui::choice({.label = capability.name, .help = capability.question}, views, selected);
  std::optional<Decimal> level;
  if (selected > 0) level = levels[static_cast<std::size_t>(selected) - 1];
  edit(chosen, "capability/" + capability.id, level,
       [id = capability.id](model::Partner& to, const std::optional<Decimal>& value) { set_level(to, id, value); });
}

void profile_card(Edits<model::Partner>& edit, const model::Partner& partner, const PartnerAdvice& advice) {
  ui::Card card("profile", {.title = "Profile", .level = "recommendation"});
  auto type = partner.type;
  edit(word_choice({.label = "Type"}, type), "type", type,
       [](model::Partner& to, model::PartnerType value) { to.type = value; });
  std::vector<std::string> names;
  for (std::size_t at = 0; at < document::type_of<model::OfferModel>().choices.size(); ++at)
    names.push_back(report::offer_name(advice, static_cast<model::OfferModel>(at)));
  const std::vector<std::string_view> views(names.begin(), names.end());
  int sells = static_cast<int>(partner.offer_model);
  const auto chosen = ui::choice({.label = "Sells"}, views, sells);
  edit(chosen, "offer_model", static_cast<model::OfferModel>(sells),
       [](model::Partner& to, model::OfferModel value) { to.offer_model = value; });
  for (const std::string& line : report::advice_remarks(advice)) ui::paragraph(line);
}

void recommendation_card(const report::AdvisedPartner& advised) {
  const PartnerAdvice& advice = advised.advice;
  ui::Card card("advice", {.title = "What suits it", .level = "recommendation"});
  const auto stat = [](std::string_view label, const std::string& name, const std::string& runner_up,
                       const std::vector<Scored>& rows) {
    std::string detail = score_of(rows, name);
    if (!runner_up.empty()) detail += fmt::format("; runner-up {}, {}", runner_up, score_of(rows, runner_up));
    ui::stat(label, name.empty() ? "None" : name, {.detail = detail, .type = ui::Type::title});
    ui::space_small();
  };
  const auto offer = [&](const auto& model) { return model ? report::offer_name(advice, *model) : std::string(); };
  const auto revenue = [&](const auto& model) { return model ? report::revenue_name(advice, *model) : std::string(); };
  ui::chip(advice.stated_agrees ? "sells what suits it" : "sells something else",
           advice.stated_agrees ? ui::Tone::positive : ui::Tone::warning);
  ui::space_small();
  stat("Offer model", offer(advice.recommended), offer(advice.runner_up), scored_offers(advice));
  if (advice.baseline) ui::quiet("For want of what the others demand.");
  stat("Revenue model", revenue(advice.recommended_revenue), revenue(advice.runner_up_revenue),
       scored_revenues(advice));
  if (!advice.next) return;
  ui::fact("Next model up", advice.next->name);
  for (const auto& missing : advice.next->missing)
    ui::fact("Lacks " + missing.name,
             fmt::format("{} of {}", missing.level ? report::percent(*missing.level) : "not stated",
                         report::percent(missing.demands)),
             ui::Tone::warning);
}

}  // namespace

void recommendation_cards(Edits<model::Partner>& edit, const model::Partner& partner,
                          const report::AdvisedPartner& advised) {
  ui::Columns columns("recommendation", 2, 300);
  columns.next();
  profile_card(edit, partner, advised.advice);
  columns.next();
  recommendation_card(advised);
}

void reasons_cards(const PartnerAdvice& advice) {
  {
    ui::Columns columns("scores", 2, 320);
    columns.next();
    scores_card("How offer models suit", scored_offers(advice));
    columns.next();
    scores_card("How revenue models suit", scored_revenues(advice));
  }
  const auto tables = report::advice_tables(advice);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    // Names of models are the playbook's: two tables may have one title.
    ImGui::PushID(static_cast<int>(i));
    report_card(tables[i]);
    ImGui::PopID();
  }
}

void capabilities_card(Edits<model::Partner>& edit, const model::Partner& partner, const model::Playbook& playbook,
                       const PartnerAdvice& advice) {
  ui::Card card("capabilities", {.title = "Capabilities", .detail = playbook.name});
  ui::Columns columns("capabilities", 2, 260);
  for (const model::Capability& capability : playbook.capabilities) {
    if (!looks_at(playbook.offer_models, capability.id) && !looks_at(playbook.revenue_models, capability.id)) continue;
    columns.next();
    ImGui::PushID(capability.id.c_str());
    const auto* const stated = level_of(partner, capability.id);
    level_choice(edit, capability, stated);
    if (stated != nullptr && !stated->note.empty()) ui::paragraph(stated->note);
    if (advice.next)
      for (const auto& missing : advice.next->missing)
        if (missing.capability == capability.id)
          ui::paragraph(fmt::format("Keeps it from {}, which demands {}.",
                                    report::offer_name(advice, advice.next->model), report::percent(missing.demands)),
                        ui::Type::body, ui::theme().text_of(ui::Tone::warning));
    ImGui::PopID();
    ui::space_small();
  }
}

}  // namespace dealwright::web
