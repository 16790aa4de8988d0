#include "web/panels/app_window.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <imgui.h>

#include "web/panels/app_state.hpp"
#include "web/panels/compare_panel.hpp"
#include "web/panels/controls_panel.hpp"
#include "web/panels/customer_panel.hpp"
#include "web/panels/deal_panel.hpp"
#include "web/panels/diagnostics_panel.hpp"
#include "web/panels/guardrails_panel.hpp"
#include "web/panels/margins_panel.hpp"
#include "web/panels/onboarding_panel.hpp"
#include "web/panels/partner_panel.hpp"
#include "web/panels/partner_return_panel.hpp"
#include "web/panels/plan_panel.hpp"
#include "web/panels/price_book_panel.hpp"
#include "web/panels/programme_panel.hpp"
#include "web/panels/quote_panel.hpp"
#include "web/panels/return_panel.hpp"
#include "web/panels/route.hpp"
#include "web/panels/schedule_panel.hpp"
#include "web/panels/sensitivity_panel.hpp"
#include "web/panels/sidebar.hpp"
#include "web/panels/simulation_panel.hpp"
#include "web/panels/success_panel.hpp"
#include "web/panels/why_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/text.hpp"

namespace dealwright::web {
namespace {

constexpr float sidebar_width = 272;
constexpr float inspector_width = 360;
constexpr float narrow = 900;  // below it the sidebar gives way to a button
constexpr float narrow_with_inspector = 1400;
constexpr double slice = 0.002;  // seconds of evaluation that follow a frame
constexpr float header_height = 56;
constexpr float status_height = 28;
constexpr std::array<int, 4> shortcuts{ImGuiMod_Ctrl | ImGuiKey_Z, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z,
                                       ImGuiMod_Ctrl | ImGuiKey_Y, ImGuiMod_Ctrl | ImGuiKey_S};

ui::Look look_of(const Preferences& wishes) {
  ui::Look look;
  look.mode = wishes.dark ? ui::Mode::dark : ui::Mode::light;
  look.more_contrast = wishes.more_contrast;
  look.reduced_motion = wishes.reduced_motion;
  look.touch = wishes.touch;
  return look;
}

}  // namespace

App::State::State(Platform& with)
    : platform(with), session([this] { return platform.now(); }), ui(with, look_of(with.preferences())) {
  platform.take_shortcuts(shortcuts);
  platform.load_all();
}

void App::State::start(Loaded loaded) {
  session.start(loaded.records, platform.resource("programme.json"), platform.today(), loaded.problem);
  if (!platform.address().empty()) go_to(view, platform.address());
  shown_address = address_of(view);
}

void App::State::take(Events events) {
  if (events.loaded) start(*std::move(events.loaded));
  for (const auto& stored : events.stored) session.storage_done(stored.key, stored.problem);
  if (events.visible && !*events.visible) session.hurry_storage();
  if (events.visible && *events.visible) session.set_today(platform.today());
  if (events.preferences_changed) {
    ui::Look look = look_of(platform.preferences());
    look.density = ui.theme().look.density;
    ui.set_look(look);
  }
  if (events.files_over) files_over = *events.files_over;
  if (events.copy_problem) ui.toast(*events.copy_problem, ui::Tone::warning);
  update_ready |= events.update_ready;
  if (!session.is_started()) return;
  if (!events.files.empty()) {
    import.open(session, std::move(events.files));
  }
  if (events.address) {
    go_to(view, *events.address);
    shown_address = address_of(view);
  }
}

void App::State::tell_history(std::string_view what, const std::string& name) {
  if (!name.empty()) platform.announce(fmt::format("{}: {}", what, name), false);
}

void App::State::hand_out() {
  platform.save(session.export_bundle_name(), session.export_bundle());
  session.handed_out();
}

void App::State::take_shortcuts() {
  const bool in_text = ImGui::GetIO().WantTextInput;
  const auto pressed = [](ImGuiKeyChord chord) { return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal); };
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_Z) && !in_text) tell_history("Undone", session.undo());
  const bool redo = pressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
  if ((pressed(ImGuiMod_Ctrl | ImGuiKey_Y) || redo) && !in_text) tell_history("Redone", session.redo());
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_S)) {
    hand_out();
    ui.toast("The programme was handed to you as " + session.export_bundle_name() + ".", ui::Tone::positive);
  }
}

void App::State::follow_address() {
  const std::string address = address_of(view);
  if (address != shown_address) {
    platform.set_address(address, false);
    shown_address = address;
  }
  const std::string title = title_of(view) + " - Dealwright";
  if (title != told_title) platform.set_title(title);
  told_title = title;
}

void App::State::store() {
  for (const auto& request : session.take_storage_requests()) {
    if (request.erase) {
      platform.erase(request.key);
    } else {
      platform.store(request.key, request.bytes);
    }
  }
}

// The sidebar gives way where it would leave the panel too little, beside an explanation too.
bool App::State::is_narrow() const {
  return ImGui::GetIO().DisplaySize.x < (view.question ? narrow_with_inspector : narrow);
}

void App::State::document(const DocumentRef& ref) {
  if (ref.kind == Kind::deal) {
    const auto* deal = session.find<model::Deal>(ref.id);
    if (deal == nullptr) return;
    deal_header(*deal);
    diagnostics_card(view, ref);
    // The document may move in memory with an edit, so each panel draws what it was given and no more.
    switch (view.tab) {
      case DealTab::deal:
        return deal_panel(view, *deal);
      case DealTab::quote:
        return quote_panel(view, *deal);
      case DealTab::schedule:
        return schedule_panel(view, *deal);
      case DealTab::margins:
        return margins_panel(view, *deal);
      case DealTab::customer_return:
        return return_panel(view, *deal);
      case DealTab::partner_return:
        return partner_return_panel(view, *deal);
      case DealTab::simulation:
        return simulation_panel(view, *deal);
      case DealTab::sensitivity:
        return sensitivity_panel(view, *deal);
      case DealTab::compare:
        return compare_panel(view, *deal);
      case DealTab::guardrails:
        return guardrails_panel(view, *deal);
      case DealTab::document:
        return fields(ref);
    }
    return;
  }
  if (ref.kind == Kind::onboarding) {
    const auto* run = session.find<model::Onboarding>(ref.id);
    if (run == nullptr) return;
    onboarding_header(view, *run);
    const bool is_led = view.onboarding_tab == OnboardingTab::checklist || view.onboarding_tab == OnboardingTab::agenda;
    // What is read from afar needs the room.
    if (!is_led) diagnostics_card(view, ref);
    return view.onboarding_tab == OnboardingTab::document ? fields(ref) : onboarding_panel(view, *run);
  }
  const void* found = session.document(ref);
  if (found == nullptr) return;
  ui::heading(document_name(ref.kind, found), 1);
  ui::quiet(titled_kind(ref.kind));
  ui::space_large();
  diagnostics_card(view, ref);
  if (ref.kind == Kind::price_book) {
    price_book_panel(view, *static_cast<const model::PriceBook*>(found));
  } else if (ref.kind == Kind::guardrails) {
    rules_card(view, *static_cast<const model::Guardrails*>(found));
  } else if (ref.kind == Kind::customer) {
    customer_panel(view, *static_cast<const model::Customer*>(found));
    if (const auto* customer = session.find<model::Customer>(ref.id)) controls_panel(view, *customer);
  } else if (ref.kind == Kind::partner) {
    partner_panel(view, *static_cast<const model::Partner*>(found));
  } else if (ref.kind == Kind::portfolio) {
    plan_panel(view, *static_cast<const model::Portfolio*>(found));
  } else if (ref.kind == Kind::success_plan) {
    success_panel(view, *static_cast<const model::SuccessPlan*>(found));
  }
  fields(ref);
}

// Everything that the document states.
void App::State::fields(const DocumentRef& ref) {
  if (view.revealed) form.reveal(*std::exchange(view.revealed, std::nullopt));
  ui::Card card("document", {.title = "All fields"});
  form.draw(session, ref);
}

void App::State::content() {
  banners();
  if (view.place == Place::diagnostics) {
    diagnostics_panel(view);
  } else if (const auto shown = view.shown()) {
    // What is typed belongs to its document: a field of the next one is another field, though it has the same label.
    ImGui::PushID(to_string(*shown).c_str());
    document(*shown);
    ImGui::PopID();
  } else {
    programme_panel(view);
  }
}

// What must not be missed: work that is not kept, and a newer release.
void App::State::draw() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                     ImGuiWindowFlags_NoNavFocus;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::Begin("Dealwright", nullptr, flags);
  ImGui::PopStyleVar(2);
  if (!session.is_started()) {
    ui::space(size.y / 3);
    ui::progress("Reading the programme", -1);
    ImGui::End();
    return;
  }
  const bool has_sidebar = !is_narrow() || sidebar_open;
  if (has_sidebar) {
    ui::Region region("Documents", {.width = sidebar_width,
                                    .padding = ui.theme().space.medium,
                                    .ground = ui.theme().colours.surface,
                                    .border_right = true});
    const std::string before = address_of(view);
    // It covers everything there, so it must let the person go without a choice too.
    if (is_narrow() &&
        (ui::icon_button(ui::Icon::close, "Close the list") || ImGui::IsKeyPressed(ImGuiKey_Escape, false)))
      sidebar_open = false;
    for (const auto& file : sidebar(view)) platform.save(file.name, file.bytes);
    if (before != address_of(view)) sidebar_open = false;
  }
  if (has_sidebar && is_narrow()) {
    ImGui::End();
    return;
  }
  if (has_sidebar) ui::beside(0);
  const float rest = size.x - (has_sidebar ? sidebar_width : 0);
  const bool has_inspector = view.question.has_value();
  const float inspector = has_inspector ? std::min(inspector_width, rest / 2) : 0;
  const float left = ImGui::GetCursorPosX();
  ImGui::BeginGroup();
  {
    ui::Region region("Tools", {.width = rest - inspector,
                                .height = header_height,
                                .padding = ui.theme().space.medium,
                                .ground = ui.theme().colours.surface,
                                .fixed = true});
    ImGui::SetCursorPosY((header_height - ui.theme().control_height) / 2);
    header();
  }
  // The three stand on each other without the distance between items.
  ImGui::SetCursorPos({left, header_height});
  {
    ui::Region region("Content", {.width = rest - inspector,
                                  .height = size.y - header_height - status_height,
                                  .padding = ui.theme().space.wide,
                                  .ground = ui.theme().colours.canvas});
    content();
  }
  ImGui::SetCursorPos({left, size.y - status_height});
  {
    ui::Region region("Status", {.width = rest - inspector,
                                 .height = status_height,
                                 .padding = ui.theme().space.medium,
                                 .ground = ui.theme().colours.surface,
                                 .fixed = true});
    ImGui::SetCursorPosY((status_height - ui.theme().size_of(ui::Type::caption)) / 2);
    status();
  }
  ImGui::EndGroup();
  if (has_inspector) {
    ui::beside(0);
    ui::Region region("Explanation", {.width = inspector,
                                      .padding = ui.theme().space.large,
                                      .ground = ui.theme().colours.surface,
                                      .border_left = true});
    why_panel(view);
  }
  if (files_over) drop_target();
  ImGui::End();
}

App::App(Platform& platform) : state_(std::make_unique<State>(platform)) {}
App::~App() = default;

Session& App::session() {
  return state_->session;
}
View& App::view() {
  return state_->view;
}

void App::frame() {
  State& s = *state_;
  Events events = s.platform.take_events();
  s.ui.begin_frame(std::move(events.mirror));
  s.take(std::move(events));
  if (s.session.is_started()) s.take_shortcuts();
  s.draw();
  if (s.session.is_started()) {
    s.import.draw(s.view);
    // What was worked out is drawn by the next frame, also where nothing is left to work on.
    const auto drawn = s.session.revision();
    s.session.work(slice);
    if (s.session.revision() != drawn) s.platform.wake();
    s.follow_address();
    s.store();
    const double next = s.session.next_wake();
    if (next < 1e9) s.platform.wake_at(next);
  }
  s.ui.end_frame();
}

}  // namespace dealwright::web
