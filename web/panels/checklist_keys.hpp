#pragma once
// What keys and buttons of the checklist do to the selected item.

#include <imgui.h>

#include "web/panels/view.hpp"

namespace dealwright::web {

enum class ChecklistStep : std::uint8_t { none, forward, back, block, not_apply, evidence, note };

// The step of the key that was pressed in this frame; `owner` is the list that has the keyboard.
ChecklistStep pressed_step(ImGuiID owner);

// Takes a step, as one command, or opens the form that it asks for. The item's results end with it.
void take_step(View& view, const model::Onboarding& run, const onboarding::ItemResult& item, ChecklistStep step);

// Puts the item into a state, as one command that is named for it.
void put_state(View& view, const model::Onboarding& run, const onboarding::ItemResult& item, model::ItemState state,
               const std::string& reason = {}, const std::string& evidence = {});

}  // namespace dealwright::web
