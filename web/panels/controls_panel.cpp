#include "web/panels/controls_panel.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "core/report/governance_tables.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/risks_card.hpp"
#include "web/panels/word_choice.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/table.hpp"
#include "web/ui/widgets/text.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

using governance::ControlResult;
using model::ControlState;
using model::ControlStatus;

// Of the partners that the customer is of, the first with a playbook; the first where none has one, "" where there is
// none.
std::string partner_shown(const Session& session, const std::vector<std::string>& partners) {
  for (const std::string& id : partners) {
    const auto* const partner = session.find<model::Partner>(id);
    if (partner != nullptr && session.find<model::Playbook>(partner->playbook) != nullptr) return id;
  }
  return partners.empty() ? "" : partners.front();
}

// What the customer states of a control, of which the first counts; null where it states nothing.
const ControlStatus* status_of(const model::Customer& customer, const std::string& control) {
  for (const ControlStatus& status : customer.controls)
    if (status.control == control) return &status;
  return nullptr;
}

ControlStatus& status_to_set(model::Customer& customer, const std::string& control) {
  for (ControlStatus& status : customer.controls)
    if (status.control == control) return status;
  ControlStatus& added = customer.controls.emplace_back();
  added.control = control;
  return added;
}

bool is_missing(const ControlResult& row) {
  return row.required && *row.state < ControlState::in_place;
}

// How the control counts, which is not always what is stated.
void standing_chip(ui::Table& table, const ControlResult& row, bool lacks_evidence) {
  if (!row.required) return table.chip("not required", ui::Tone::neutral);
  if (lacks_evidence) return table.chip("in place only", ui::Tone::warning);
  table.chip(report::spaced(report::word(*row.state)), *row.state == ControlState::missing   ? ui::Tone::negative
                                                       : *row.state == ControlState::planned ? ui::Tone::warning
                                                                                             : ui::Tone::positive);
}

// Columns that there is room for; a narrow window leaves the rest to the fields of the document.
struct ShownColumns {
  bool reason, evidence, person;
};

void control_row(Edits<model::Customer>& edit, const model::Customer& customer, const ControlResult& row, Date today,
                 ShownColumns shown, ui::Table& table) {
  const ControlStatus* const stated = status_of(customer, row.control);
  ControlState state = stated == nullptr ? ControlState::missing : stated->state;
  const bool lacks_evidence = stated != nullptr && row.state != stated->state;
  const std::string& id = row.control;
  table.row(id);
  table.text(row.name);
  if (shown.reason) {
    std::string reasons;
    for (const std::string& reason : row.required_by) reasons += (reasons.empty() ? "" : "; ") + reason;
    table.quiet(reasons);
  }
  table.cell();
  const auto chosen = word_choice({.label = "State of " + row.name, .label_hidden = true}, state);
  edit(chosen, id + "/state", state, [id, today](model::Customer& to, ControlState value) {
    ControlStatus& status = status_to_set(to, id);
    status.state = value;
    status.on = today;
  });
  if (shown.evidence) {
    table.cell();
    std::string evidence = row.evidence;
    const auto typed = ui::text_field(
        {.label = "Evidence of " + row.name, .hint = row.evidence_asked, .label_hidden = true}, evidence, 1000);
    edit(typed, id + "/evidence", evidence,
         [id](model::Customer& to, const std::string& value) { status_to_set(to, id).evidence = value; });
  }
  if (shown.person) {
    table.cell();
    std::string person = row.person;
    const std::string party = report::titled(report::word(row.owner));
    const auto typed =
        ui::text_field({.label = "Owner of " + row.name, .hint = party, .label_hidden = true}, person, 200);
    edit(typed, id + "/owner", person,
         [id](model::Customer& to, const std::string& value) { status_to_set(to, id).owner = value; });
  }
  standing_chip(table, row, lacks_evidence);
}

void controls_table(View& view, Edits<model::Customer>& edit, const model::Customer& customer,
                    const governance::ControlsResult& controls, Date today) {
  std::vector<const ControlResult*> rows;
  for (const ControlResult& row : controls.controls)
    if (view.missing_controls_only ? is_missing(row) : row.required || row.stated) rows.push_back(&row);
  const float room = ImGui::GetContentRegionAvail().x;
  const ShownColumns shown{room >= 800, room >= 560, room >= 680};
  std::vector<ui::Column> columns{{.head = "Control", .weight = 1.5F}};
  if (shown.reason) columns.push_back({.head = "Required by", .weight = 1.1F});
  columns.push_back({.head = "State", .width = 116});
  if (shown.evidence)
    columns.push_back({.head = "Evidence", .weight = 1.5F, .help = "Where it is shown; needed once it is verified"});
  if (shown.person) columns.push_back({.head = "Owner", .help = "The person; else the party that usually owns it"});
  columns.push_back({.head = "Counts as", .kind = ui::ColumnKind::other, .width = 124});
  ui::Table table("Controls", columns,
                  {.empty = view.missing_controls_only ? "Nothing is missing." : "No control is required."});
  table.rows(static_cast<int>(rows.size()),
             [&](int i) { control_row(edit, customer, *rows[static_cast<std::size_t>(i)], today, shown, table); });
}

void controls_card(View& view, const model::Customer& customer, const governance::ControlsResult& controls,
                   Date today) {
  const auto& counts = controls.counts;
  {
    ui::Columns columns("counts", 3, 120);
    const auto stat = [&](std::string_view label, int count, std::string_view detail, ui::Tone tone) {
      columns.next();
      ui::Card card(label, {.level = "controls", .name = label});
      ui::stat(label, fmt::format("{}", count), {.detail = detail, .tone = tone});
    };
    const std::string open = fmt::format("{} open", counts.required - counts.in_place);
    const bool is_done = counts.in_place == counts.required;
    stat("Required", counts.required, "controls", ui::Tone::neutral);
    stat("In place", counts.in_place, is_done ? std::string_view("none open") : std::string_view(open),
         is_done ? ui::Tone::positive : ui::Tone::warning);
    stat("Verified", counts.verified, "with evidence", ui::Tone::neutral);
  }
  Edits edit(view.session, customer);
  {
    constexpr std::string_view only = "Only what is missing";
    ui::Card card("controls", {.title = "Controls",
                               .detail = report::controls_text(counts),
                               .actions = [&] { ui::toggle({.label = only}, view.missing_controls_only); },
                               .actions_width = ui::width_of(only) + 48,
                               .flush = true});
    controls_table(view, edit, customer, controls, today);
  }
  std::string others;
  for (const ControlResult& row : controls.controls)
    if (!row.required && !row.stated) others += (others.empty() ? "Not required: " : ", ") + row.name;
  if (!others.empty() && !view.missing_controls_only) {
    ui::remark(others + ".");
    ui::space_large();
  }
}

void standard_card(const governance::StandardResult& standard) {
  using governance::StandardVerdict;
  const bool is_within = standard.verdict == StandardVerdict::within;
  const ui::Tone tone = is_within ? ui::Tone::positive : ui::Tone::warning;
  const std::string words = report::standard_text(standard);
  ui::Card card("standard", {.title = "Share that is standard", .detail = standard.name});
  ui::stat("Standard", share_text(standard.share),
           {.detail = fmt::format("aim {} to {}", report::percent(standard.from), report::percent(standard.to)),
            .tone = standard.verdict == StandardVerdict::no_value ? ui::Tone::neutral : tone});
  const auto part = [](double percent) { return static_cast<float>(percent / 100); };
  const auto bound = [&](Decimal rate) { return part(chart_percent({rate.micro(), Decimal::scale})); };
  ui::band_meter(words, part(chart_percent(standard.share)), bound(standard.from), bound(standard.to), tone);
  ui::paragraph(words);
}

// In place of the controls: what keeps them from being known, and what to do about it.
void nothing_known(View& view, const model::Customer& customer, const std::string& partner_id) {
  const auto* const partner = view.session.find<model::Partner>(partner_id);
  if (partner == nullptr) {
    ui::empty_state(
        ui::Icon::shield, "No controls yet",
        partner_id.empty()
            ? std::string("Controls and risks follow from its partner's playbook. Choose the partner.")
            : fmt::format("There is no partner \"{}\". Choose the one that has this customer.", partner_id));
    Edits edit(view.session, customer);
    std::vector<std::string_view> names;
    const auto& partners = view.session.programme().partners;
    for (const model::Partner& one : partners) names.push_back(document_name(Kind::partner, &one));
    int selected = -1;
    const auto chosen = ui::choice(
        {.label = "Partner", .hint = names.empty() ? "Add a partner first" : "Choose", .disabled = names.empty()},
        names, selected);
    const std::string id = selected < 0 ? "" : partners[static_cast<std::size_t>(selected)].id;
    edit(chosen, "partner", id, [](model::Customer& to, const std::string& value) { to.partner = value; });
    ui::space_large();
    return;
  }
  const bool is_governed = view.session.governance(partner_id).has_value();
  if (ui::empty_state(ui::Icon::shield, "No controls yet",
                      is_governed ? "The diagnostics above say what has to be mended first."
                                  : fmt::format("{} names no playbook that can be used: it says which controls are "
                                                "required. Choose one on the partner's page.",
                                                document_name(Kind::partner, partner)),
                      is_governed ? "" : "Open the partner"))
    view.open({Kind::partner, partner_id});
}

}  // namespace

void controls_panel(View& view, const model::Customer& customer) {
  ui::heading("Controls and risks");
  ui::space_small();
  const auto partners = report::partners_of(view.session.programme(), customer);
  const std::string partner = partner_shown(view.session, partners);
  const auto& governed = view.session.governance(partner);
  const report::GovernedCustomer* own = nullptr;
  if (governed)
    for (const auto& one : governed->customers)
      if (one.customer == customer.id) own = &one;
  if (own == nullptr) return nothing_known(view, customer, partner);
  if (partners.size() > 1) {
    ui::remark(fmt::format("As {} has it; {} have deals with this customer.", governed->name,
                           report::counted(std::ssize(partners), "partner", "partners")));
    ui::space_small();
  }
  {
    ui::Columns columns("governance", own->standard ? 2 : 1, 320);
    columns.next();
    risks_card(view, "Risks", own->risks, "No risk is raised by what is known.");
    for (const std::string& line : report::unknown_metrics_text(*own)) ui::remark(line);
    if (own->standard) {
      columns.next();
      standard_card(*own->standard);
    }
  }
  controls_card(view, customer, own->controls, governed->review ? governed->review->on : Date());
}

}  // namespace dealwright::web
