#pragma once
// An onboarding run as it is led: its name, how far it is, its parts in tabs.

#include "web/panels/view.hpp"

namespace dealwright::web {

void onboarding_header(View& view, const model::Onboarding& run);
// The part that the tab names; OnboardingTab::document is drawn by who draws the fields of documents.
void onboarding_panel(View& view, const model::Onboarding& run);

// Shows the checklist at an item.
void open_item(View& view, const std::string& item);
// The item of that id; null where the run has none.
const onboarding::ItemResult* find_item(const onboarding::RunResult& result, std::string_view id);
// "Monitoring, Sandbox"; ids that are no item's stand as they are.
std::string item_names(const onboarding::RunResult& result, const std::vector<std::string>& ids);
ui::Tone tone_of(onboarding::Standing standing);
// What the run's template says of the item; null where it has none of that id.
const model::TemplateItem* template_item(const View& view, const model::Onboarding& run, std::string_view item);
// The template that the run follows; null where it is absent.
const model::Template* run_template(const View& view, const model::Onboarding& run);

}  // namespace dealwright::web
