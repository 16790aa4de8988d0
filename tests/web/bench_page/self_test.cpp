#include "tests/web/bench_page/self_test.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_internal.h>

namespace dealwright::web {

namespace {

constexpr std::size_t most_notes = 12;
constexpr int shortcut = ImGuiMod_Ctrl | ImGuiKey_K;

int grow(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
    auto& text = *static_cast<std::string*>(data->UserData);
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
  }
  return 0;
}

constexpr auto field_flags = ImGuiInputTextFlags_CallbackResize;

std::string held_keys() {
  std::string names;
  for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key) {
    const auto named = static_cast<ImGuiKey>(key);
    if (named >= ImGuiKey_MouseLeft || !ImGui::IsKeyDown(named)) continue;
    names += (names.empty() ? "" : " ") + std::string(ImGui::GetKeyName(named));
  }
  return names;
}

std::string outcome(const std::string& problem) {
  return problem.empty() ? "done" : problem;
}

}  // namespace

void SelfTest::note(std::string line) {
  notes_.push_back(std::move(line));
  if (notes_.size() > most_notes) notes_.erase(notes_.begin());
}

void SelfTest::take(Events events) {
  for (const FileIn& file : events.files) {
    note(file.problem.empty() ? fmt::format("file {}: {} bytes", file.name, file.bytes.size()) : file.problem);
  }
  if (events.files_over) note(*events.files_over ? "files over the page" : "files left");
  for (const Stored& stored : events.stored) note(fmt::format("stored {}: {}", stored.key, outcome(stored.problem)));
  if (events.loaded) {
    note(fmt::format("loaded {} records: {}", events.loaded->records.size(), outcome(events.loaded->problem)));
    for (const Record& record : events.loaded->records) note(fmt::format("record {}={}", record.key, record.bytes));
  }
  if (events.address) note("address " + *events.address);
  if (events.visible) note(*events.visible ? "page visible" : "page hidden");
  if (events.pasted) note("pasted " + *events.pasted);
  if (events.copy_problem) note("copy: " + *events.copy_problem);
  if (events.preferences_changed) note("preferences changed");
  if (events.drawing_restored) note("drawing restored");
  if (events.update_ready) note("update ready");
  activations_ = std::move(events.mirror);
}

// The item just drawn, told to the mirror.
MirrorItem& SelfTest::item(Role role, std::string name, std::string value) {
  MirrorItem item;
  item.role = role;
  item.name = std::move(name);
  item.value = std::move(value);
  // Texts have no id of their own.
  item.id = ImGui::GetItemID() != 0 ? ImGui::GetItemID() : ImGui::GetID(item.name.c_str());
  item.focused = ImGui::GetItemID() != 0 && (ImGui::IsItemFocused() || ImGui::IsItemActive());
  const ImVec2 from = ImGui::GetItemRectMin(), size = ImGui::GetItemRectSize();
  item.x = from.x;
  item.y = from.y;
  item.width = size.x;
  item.height = size.y;
  return items_.emplace_back(std::move(item));
}

// Whether the mirror pressed the item; carries out focus and change.
bool SelfTest::activated(const MirrorItem& item) {
  for (const MirrorEvent& event : activations_) {
    if (event.id != item.id) continue;
    const bool changed = event.action == MirrorAction::change;
    note(fmt::format("mirror {} {}", item.name,
                     changed                               ? "change " + event.value
                     : event.action == MirrorAction::focus ? "focus"
                                                           : "press"));
    if (event.action == MirrorAction::press) return true;
    if (event.action == MirrorAction::focus) {
      ImGui::SetNavCursorVisible(true);
      ImGui::FocusItem();
    }
  }
  return false;
}

void SelfTest::text_line(const char* name, const std::string& value) {
  ImGui::Text("%s: %s", name, value.c_str());
  item(Role::text, fmt::format("{}: {}", name, value));
}

void SelfTest::fields() {
  if (ImGui::InputText("Line", line_.data(), line_.size() + 1, field_flags, grow, &line_)) platform_.wake();
  activated(item(Role::textbox, "Line", line_));
  ImGui::InputTextMultiline("Text", text_.data(), text_.size() + 1, {300, 80}, field_flags, grow, &text_);
  MirrorItem& text = item(Role::textbox, "Text", text_);
  text.multiline = true;
  activated(text);
  ImGui::InputText("Whole", whole_.data(), whole_.size() + 1, field_flags | ImGuiInputTextFlags_CharsDecimal, grow,
                   &whole_);
  activated(item(Role::spinbutton, "Whole", whole_));
}

void SelfTest::actions() {
  const auto button = [&](const char* label) {
    bool pressed = ImGui::Button(label);
    pressed = activated(item(Role::button, label)) || pressed;
    ImGui::SameLine();
    return pressed;
  };
  if (button("Count")) ++presses_;
  if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) ++secondary_;
  if (button("Copy")) platform_.copy_text("copied text");
  if (button("Save")) platform_.save("saved.txt", "saved bytes");
  if (button("Pick")) platform_.pick_files(".json,.txt", true);
  if (button("Store")) platform_.store("self-test", line_);
  if (button("Erase")) platform_.erase("self-test");
  if (button("Load")) platform_.load_all();
  if (button("Announce")) platform_.announce("announced text", false);
  if (button("Address")) platform_.set_address("platform/deeper", false);
  if (button("Update")) platform_.take_update();
  ImGui::NewLine();
  bool changed = ImGui::Checkbox("Tick", &checked_);
  MirrorItem& tick = item(Role::checkbox, "Tick");
  if (activated(tick)) {
    checked_ = !checked_;
    changed = true;
  }
  tick.checked = checked_ ? 1 : 0;
  if (changed) note(checked_ ? "ticked" : "not ticked");
}

void SelfTest::list() {
  if (ImGui::BeginChild("list", {0, 0}, ImGuiChildFlags_Borders)) {
    // The wheel moves by the step that ImGui takes for one unit.
    scroll_ = ImGui::GetScrollY();
    for (int row = 0; row < 300; ++row) {
      ImGui::Text("Row %d", row);
      if (ImGui::IsItemVisible()) item(Role::text, fmt::format("Row {}", row));
    }
  }
  ImGui::EndChild();
}

void SelfTest::frame() {
  take(platform_.take_events());
  items_.clear();
  const int chords[] = {shortcut};
  platform_.take_shortcuts(chords);
  platform_.set_title("Platform - Dealwright");

  const ImGuiViewport* viewport = ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(viewport->WorkPos);
  ImGui::SetNextWindowSize(viewport->WorkSize);
  ImGui::Begin("Platform", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  if (ImGui::Shortcut(shortcut)) ++shortcuts_;
  ImGui::TextUnformatted("What the platform delivers");
  item(Role::heading, "What the platform delivers").level = 1;
  fields();
  actions();

  const ImGuiIO& io = ImGui::GetIO();
  const Preferences& wishes = platform_.preferences();
  text_line("Presses", fmt::format("{} and {}", presses_, secondary_));
  text_line("Shortcuts", std::to_string(shortcuts_));
  text_line("Keys held", held_keys());
  text_line("Pointer", ImGui::IsMousePosValid() ? fmt::format("{} {}, buttons {}{}{}", std::lround(io.MousePos.x),
                                                              std::lround(io.MousePos.y), int{io.MouseDown[0]},
                                                              int{io.MouseDown[1]}, int{io.MouseDown[2]})
                                                : "none");
  text_line("Source", io.MouseSource == ImGuiMouseSource_TouchScreen ? "touch"
                      : io.MouseSource == ImGuiMouseSource_Pen       ? "pen"
                                                                     : "mouse");
  text_line("Scroll", std::to_string(std::lround(scroll_)));
  text_line("Size", fmt::format("{} x {} at {} %", std::lround(io.DisplaySize.x), std::lround(io.DisplaySize.y),
                                std::lround(io.DisplayFramebufferScale.x * 100)));
  text_line("Today", platform_.today().to_string());
  text_line("Preferences",
            fmt::format("{}{}{}{}{}{}", wishes.language, wishes.dark ? " dark" : " light",
                        wishes.reduced_motion ? " reduced-motion" : "", wishes.more_contrast ? " more-contrast" : "",
                        wishes.touch ? " touch" : "", wishes.mac ? " mac" : ""));
  text_line("Address", platform_.address());
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    ImGui::PushID(static_cast<int>(index));
    ImGui::TextUnformatted(notes_[index].c_str());
    item(Role::status, notes_[index]);
    ImGui::PopID();
  }
  list();
  ImGui::End();
  platform_.show(items_);
}

}  // namespace dealwright::web
