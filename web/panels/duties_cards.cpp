#include "web/panels/duties_cards.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "core/report/governance_tables.hpp"
#include "web/panels/word_choice.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

using governance::Holding;

// Leaves one entry of that id, held by the party, or none where there is no party.
template <class Holder>
void set_holder(std::vector<Holder>& entries, std::string Holder::*id, model::Party Holder::*party,
                const std::string& of, std::optional<model::Party> holds) {
  bool is_kept = false;
  std::vector<Holder> kept;
  for (Holder& entry : entries) {
    if (entry.*id == of) {
      if (!holds || is_kept) continue;
      entry.*party = *holds;
      is_kept = true;
    }
    kept.push_back(std::move(entry));
  }
  if (holds && !is_kept) {
    Holder& added = kept.emplace_back();
    added.*id = of;
    added.*party = *holds;
  }
  entries = std::move(kept);
}

std::string parties_text(const std::vector<model::Party>& parties) {
  std::string out;
  for (const model::Party party : parties) out += (out.empty() ? "" : ", ") + report::titled(report::word(party));
  return out;
}

// The choice of who holds it, in a cell. `nobody` is what the first choice says.
ui::FieldEdit party_choice(const std::string& label, std::string_view nobody, bool is_held_by_nobody, Holding holding,
                           const std::vector<model::Party>& parties, std::optional<model::Party>& chosen) {
  const std::string several = parties_text(parties);
  int selected = is_held_by_nobody ? 0 : holding == Holding::twice ? -1 : 1 + static_cast<int>(parties.front());
  const auto edit = word_choice({.label = label, .hint = several, .label_hidden = true},
                                document::type_of<model::Party>().choices, selected, nobody);
  chosen.reset();
  if (selected > 0) chosen = static_cast<model::Party>(selected - 1);
  return edit;
}

// Columns that there is room for.
struct ShownColumns {
  bool usual, note;
};

std::vector<ui::Column> columns_of(std::string_view what, std::string_view who, ShownColumns shown) {
  std::vector<ui::Column> columns{{.head = what, .weight = 1.4F, .wraps = true}, {.head = who, .width = 148}};
  if (shown.usual) columns.push_back({.head = "Usually", .width = 104});
  columns.push_back({.head = "Standing", .kind = ui::ColumnKind::other, .width = 216});
  if (shown.note) columns.push_back({.head = "Note", .weight = 1.6F, .wraps = true});
  return columns;
}

ShownColumns shown_here() {
  const float room = ImGui::GetContentRegionAvail().x;
  return {room >= 600, room >= 760};
}

void standing(ui::Table& table, const std::string& remark, ui::Tone tone) {
  if (remark.empty()) {
    table.quiet("as usual");
  } else {
    table.chip(remark, tone);
  }
}

ui::Tone tone_of(const governance::DutyResult& duty) {
  if (duty.channel_conflict || duty.holding == Holding::gap) return ui::Tone::negative;
  return duty.holding == Holding::twice ? ui::Tone::warning : ui::Tone::accent;
}

void layer_card(Edits<model::Partner>& edit, const governance::DutiesResult& duties, model::Layer layer) {
  std::vector<const governance::DutyResult*> rows;
  for (const auto& duty : duties.duties)
    if (duty.layer == layer) rows.push_back(&duty);
  if (rows.empty()) return;
  const ShownColumns shown = shown_here();
  const std::string title = "Duties: " + report::spaced(report::word(layer));
  const auto columns = columns_of("Duty", "Accountable", shown);
  ui::Card card(title, {.title = title, .flush = true});
  ui::Table table(title, columns);
  table.rows(static_cast<int>(rows.size()), [&](int i) {
    const auto& duty = *rows[static_cast<std::size_t>(i)];
    table.row(duty.duty);
    table.text(duty.name);
    table.cell();
    std::optional<model::Party> party;
    const auto chosen = party_choice("Accountable for " + duty.name, "Nobody", duty.holding == Holding::gap,
                                     duty.holding, duty.accountable, party);
    edit(chosen, "duty/" + duty.duty, party, [id = duty.duty](model::Partner& to, std::optional<model::Party> value) {
      set_holder(to.duties, &model::DutyHolder::duty, &model::DutyHolder::accountable, id, value);
    });
    if (shown.usual) table.quiet(report::spaced(report::word(duty.usual)));
    standing(table, report::duty_remark(duty), tone_of(duty));
    if (shown.note) table.quiet(duty.note);
  });
}

void decisions_card(Edits<model::Partner>& edit, const governance::DutiesResult& duties) {
  if (duties.decisions.empty()) return;
  const ShownColumns shown = shown_here();
  const auto columns = columns_of("Decision", "Decides", shown);
  ui::Card card("decisions", {.title = "Decision rights", .flush = true});
  ui::Table table("Decision rights", columns);
  table.rows(static_cast<int>(duties.decisions.size()), [&](int i) {
    const auto& decision = duties.decisions[static_cast<std::size_t>(i)];
    table.row(decision.decision);
    table.text(decision.name);
    table.cell();
    std::optional<model::Party> party;
    const auto chosen = party_choice("Decides: " + decision.name, "Nobody named", decision.by_default, decision.holding,
                                     decision.decides, party);
    edit(chosen, "decision/" + decision.decision, party,
         [id = decision.decision](model::Partner& to, std::optional<model::Party> value) {
           set_holder(to.decisions, &model::DecisionHolder::decision, &model::DecisionHolder::decides, id, value);
         });
    if (shown.usual) table.quiet(report::spaced(report::word(decision.usual)));
    standing(table, report::decision_remark(decision),
             decision.by_default || decision.holding == Holding::twice ? ui::Tone::warning : ui::Tone::accent);
    if (shown.note) table.quiet(decision.note);
  });
}

}  // namespace

void ownership_card(Edits<model::Partner>& edit, const model::Partner& partner,
                    const governance::DutiesResult& duties) {
  ui::Card card("ownership", {.title = "Who answers for what", .detail = report::duties_text(duties.counts)});
  {
    ui::Columns columns("ownership", 3, 160);
    const auto holder = [&](const char* label, const char* help, model::Party model::Ownership::*of) {
      columns.next();
      model::Party party = partner.owns.*of;
      edit(word_choice({.label = label, .help = help}, party), label, party,
           [of](model::Partner& to, model::Party value) { to.owns.*of = value; });
    };
    holder("Brand", "Whose brand the customer sees.", &model::Ownership::brand);
    holder("Price", "Who sets the price that the customer pays.", &model::Ownership::price);
    holder("Relationship", "Who holds contract, invoice and renewal.", &model::Ownership::relationship);
  }
  for (const auto& conflict : duties.conflicts) {
    ui::chip("channel conflict", ui::Tone::negative);
    ui::beside();
    ui::paragraph(conflict.words);
  }
  // Neither the partner nor the provider, whose holding is a conflict.
  bool is_all_held = duties.conflicts.empty();
  for (const auto& duty : duties.duties) {
    const auto& parties = duty.accountable;
    const bool is_elsewhere = std::find(parties.begin(), parties.end(), model::Party::third_party) != parties.end();
    if (duty.protects == model::Owned::nothing || duty.channel_conflict) continue;
    if (duty.holding != Holding::gap && !is_elsewhere) continue;
    is_all_held = false;
    ui::remark(fmt::format("{} holds the duty \"{}\", which protects the partner's {}.",
                           is_elsewhere ? "A third party" : "Nobody", duty.name, report::word(duty.protects)));
  }
  if (is_all_held) ui::remark("Brand, price and relationship are the partner's.");
}

void duties_cards(Edits<model::Partner>& edit, const governance::DutiesResult& duties) {
  const auto& layers = document::type_of<model::Layer>().choices;
  for (std::size_t layer = 0; layer < layers.size(); ++layer)
    layer_card(edit, duties, static_cast<model::Layer>(layer));
  decisions_card(edit, duties);
}

}  // namespace dealwright::web
