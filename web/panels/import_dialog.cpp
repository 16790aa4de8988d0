#include "web/panels/import_dialog.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
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
    case ImportAction::keep_both:
      return "is kept beside it";
    case ImportAction::skip:
      break;
  }
  return "is left out";
}

void item_row(ImportItem& item) {
  ui::text(item.name, ui::Type::strong);
  ui::quiet(fmt::format("{} from {}: {}", kind_words(item.ref.kind), item.file, words_of(item.action)));
  for (const auto& difference : item.differences) ui::quiet(difference, ui::Type::caption);
  if (!item.is_conflict) return;
  static constexpr std::array<std::string_view, 3> labels{"Replace", "Keep both", "Leave out"};
  static constexpr std::array<ImportAction, 3> actions{ImportAction::replace, ImportAction::keep_both,
                                                       ImportAction::skip};
  int selected = 0;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    if (actions[i] == item.action) selected = static_cast<int>(i);
  }
  if (ui::segmented("What to do with " + item.name, labels, selected))
    item.action = actions[static_cast<std::size_t>(selected)];
}

}  // namespace

void ImportDialog::open(const Session& session, std::vector<FileIn> files) {
  problems_.clear();
  bundle_.clear();
  for (const auto& file : files) {
    if (!file.problem.empty()) problems_.push_back(file.name + ": " + file.problem);
  }
  std::erase_if(files, [](const FileIn& file) { return !file.problem.empty(); });
  plan_ = session.plan_import(files);
  if (plan_.holds_bundle && files.size() == 1) bundle_ = std::move(files.front().bytes);
  opening_ = true;
}

void ImportDialog::draw(Session& session, ui::Ui& ui) {
  if (opening_) ui::open_dialog(title);
  opening_ = false;
  ui::Dialog dialog(title, {.width = 560});
  if (!dialog) return;
  for (const auto& problem : problems_) ui::paragraph(problem, ui::Type::body, ui.theme().text_of(ui::Tone::negative));
  for (std::size_t i = 0; i < plan_.diagnostics.size() && i < most_shown; ++i)
    ui::paragraph(to_line(plan_.diagnostics[i]));
  if (plan_.diagnostics.size() > most_shown)
    ui::quiet(fmt::format("and {} more", plan_.diagnostics.size() - most_shown));
  for (std::size_t i = 0; i < plan_.items.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    item_row(plan_.items[i]);
    ui::space_small();
    ImGui::PopID();
  }
  if (plan_.is_empty()) ui::paragraph("Nothing in these files can be taken in. Your work stays as it is.");
  if (!bundle_.empty() && !plan_.is_empty() && ui::button("Open as a programme of its own")) {
    session.add_programme(plan_.header.name.empty() ? "Imported" : plan_.header.name, bundle_);
    dialog.close();
    return;
  }
  const std::string label =
      "Import " + report::counted(static_cast<long long>(plan_.items.size()), "document", "documents");
  if (!dialog.actions(label, ui::ButtonKind::primary, plan_.is_empty())) return;
  if (const auto result = session.apply_import(plan_)) {
    ui.toast("Imported " + report::counted(static_cast<long long>(plan_.items.size()), "document", "documents") + ".",
             ui::Tone::positive, {"Undo", [&session] { session.undo(); }});
  } else if (!result.refused.empty()) {
    ui.toast(to_line(result.refused.front()), ui::Tone::negative);
  }
}

}  // namespace dealwright::web
