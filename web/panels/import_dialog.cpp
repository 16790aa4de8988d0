#include "web/panels/import_dialog.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/panels/edit.hpp"
#include "web/panels/tell_done.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/dialog.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr const char* title = "Import documents";
constexpr std::size_t most_shown = 12;  // messages

std::string_view words_of(ImportAction action) {
  switch (action) {
    case ImportAction::add:
      return "new";
    case ImportAction::unchanged:
      return "the same as here";
    case ImportAction::replace:
      return "replaces the one here";
    case ImportAction::merge:
      return "becomes one with the one here";
    case ImportAction::keep_both:
      return "is kept beside it";
    case ImportAction::skip:
      break;
  }
  return "is left out";
}

constexpr std::array<ImportAction, 4> actions{ImportAction::replace, ImportAction::keep_both, ImportAction::skip,
                                              ImportAction::merge};

// What to do with conflicts; -1: not the same with all of them. Returns whether it was chosen.
bool action_row(const std::string& name, bool can_merge, int& selected) {
  static constexpr std::array<std::string_view, 4> labels{"Replace", "Keep both", "Leave out", "Merge"};
  return ui::segmented("What to do with " + name, std::span(labels).first(can_merge ? 4 : 3), selected);
}

int index_of(ImportAction action) {
  return static_cast<int>(std::find(actions.begin(), actions.end(), action) - actions.begin());
}

// What is wrong with a file, without the codes that the runner adds.
void say(const Diagnostic& diagnostic) {
  std::string words = diagnostic.file;
  if (diagnostic.line > 0) words += fmt::format(", line {}", diagnostic.line);
  words.append(": ").append(diagnostic.message);
  if (!diagnostic.nearest.empty()) words += fmt::format("; did you mean \"{}\"?", diagnostic.nearest);
  ui::paragraph(words);
}

// One choice for all where there is more than one.
void all_row(ImportPlan& plan) {
  int conflicts = 0, selected = -1;
  bool can_merge = true;
  for (const auto& item : plan.items) {
    if (!item.is_conflict) continue;
    can_merge &= item.merge.has_value();
    const int action = index_of(item.action);
    selected = ++conflicts == 1 || action == selected ? action : -1;
  }
  if (conflicts < 2) return;
  ui::text(fmt::format("All {} that differ from yours", conflicts), ui::Type::strong);
  if (action_row("all", can_merge, selected)) {
    for (auto& item : plan.items) {
      if (item.is_conflict) item.action = actions[static_cast<std::size_t>(selected)];
    }
  }
  ui::space_large();
}

// What was changed in both copies, each with the choice between them.
void merge_rows(RunMerge& merge) {
  ui::paragraph(merge.conflicts.empty() ? "Nothing was changed in both copies: what was done in either is kept."
                : merge.has_base        ? "Changed in both copies:"
                                        : "No former copy of it is known, so what differs is asked:");
  static constexpr std::array<std::string_view, 2> labels{"Mine", "Theirs"};
  for (RunConflict& one : merge.conflicts) {
    ImGui::PushID(one.pointer.c_str());
    for (const auto& conflict : one.conflicts) {
      ui::text(conflict.label);
      const auto shown = [](const std::string& value) { return value.empty() ? std::string("nothing") : value; };
      ui::quiet(fmt::format("mine: {}; theirs: {}", shown(conflict.ours), shown(conflict.theirs)), ui::Type::caption);
    }
    int selected = one.take_theirs ? 1 : 0;
    if (!one.can_choose) {
      ui::quiet("Both are kept.", ui::Type::caption);
    } else if (ui::segmented("Which to take for " + one.conflicts.front().label, labels, selected)) {
      one.take_theirs = selected == 1;
    }
    ImGui::PopID();
  }
}

void item_row(ImportItem& item) {
  ui::text(item.name, ui::Type::strong);
  ui::quiet(fmt::format("{} from {}: {}", kind_words(item.ref.kind), item.file, words_of(item.action)));
  if (item.action != ImportAction::merge)
    for (const auto& difference : item.differences) ui::quiet(difference, ui::Type::caption);
  if (!item.is_conflict) return;
  int selected = index_of(item.action);
  if (action_row(item.name, item.merge.has_value(), selected))
    item.action = actions[static_cast<std::size_t>(selected)];
  if (item.action == ImportAction::merge) merge_rows(*item.merge);
}

// What differs from what is here, in a height that leaves the buttons in sight; the rest is counted.
void item_list(std::vector<ImportItem>& items) {
  constexpr long long most_whole = 5;
  constexpr float height = 340;
  const auto same = std::count_if(items.begin(), items.end(),
                                  [](const ImportItem& item) { return item.action == ImportAction::unchanged; });
  const auto all = static_cast<long long>(items.size());
  if (same > 0) {
    ui::paragraph(same == all ? std::string("All of this is here already.")
                              : report::counted(same, "document is", "documents are") + " the same as here.");
  }
  if (same == all) return;
  std::optional<ui::Region> region;
  if (all - same > most_whole) region.emplace("Documents to import", ui::RegionOptions{.height = height});
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].action == ImportAction::unchanged) continue;
    ImGui::PushID(static_cast<int>(i));
    item_row(items[i]);
    ui::space_small();
    ImGui::PopID();
  }
}

}  // namespace

void ImportDialog::open(const Session& session, std::vector<FileIn> files) {
  const std::vector<ImportItem> before = files_.empty() ? std::vector<ImportItem>() : std::move(plan_.items);
  std::move(files.begin(), files.end(), std::back_inserter(files_));
  plan_ = session.plan_import(files_);
  // What was chosen for the first files holds: their documents stand first again.
  for (std::size_t i = 0; i < before.size() && i < plan_.items.size(); ++i) {
    if (plan_.items[i].is_conflict && plan_.items[i].ref == before[i].ref) plan_.items[i].action = before[i].action;
    if (plan_.items[i].merge && before[i].merge && plan_.items[i].ref == before[i].ref)
      plan_.items[i].merge = before[i].merge;
  }
  opening_ = true;
}

void ImportDialog::draw(View& view) {
  Session& session = view.session;
  if (opening_) ui::open_dialog(title);
  opening_ = false;
  ui::Dialog dialog(title, {.width = 560});
  if (!dialog) {
    files_.clear();
    return;
  }
  for (std::size_t i = 0; i < plan_.diagnostics.size() && i < most_shown; ++i) say(plan_.diagnostics[i]);
  if (plan_.diagnostics.size() > most_shown)
    ui::quiet(fmt::format("and {} more", plan_.diagnostics.size() - most_shown));
  const bool is_programme = plan_.holds_bundle && files_.size() == 1 && !plan_.is_empty();
  if (is_programme && ui::button("Open as a programme of its own") &&
      tell(session.add_programme(plan_.header.name.empty() ? "Imported" : plan_.header.name, files_.front().bytes))) {
    view.go_home();
    dialog.close();
    return;
  }
  if (is_programme) ui::space_large();
  all_row(plan_);
  item_list(plan_.items);
  if (plan_.is_empty()) ui::paragraph("Nothing in these files can be taken in. Your work stays as it is.");
  const std::string documents = report::counted(static_cast<long long>(plan_.taken()), "document", "documents");
  if (!dialog.actions("Import " + documents, ui::ButtonKind::primary, plan_.taken() == 0)) return;
  if (tell(session.apply_import(plan_))) tell_done(session, "Imported " + documents + ".");
}

}  // namespace dealwright::web
