#include "web/panels/app_window.hpp"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "core/report/figures.hpp"
#include "web/editor/form.hpp"
#include "web/panels/deal_panel.hpp"
#include "web/panels/diagnostics_panel.hpp"
#include "web/panels/document_menu.hpp"
#include "web/panels/guardrails_panel.hpp"
#include "web/panels/import_dialog.hpp"
#include "web/panels/margins_panel.hpp"
#include "web/panels/price_book_panel.hpp"
#include "web/panels/programme_panel.hpp"
#include "web/panels/quote_panel.hpp"
#include "web/panels/route.hpp"
#include "web/panels/schedule_panel.hpp"
#include "web/panels/sidebar.hpp"
#include "web/panels/why_panel.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/card.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
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
constexpr int tool_count = 5;  // of the header's buttons, without the rows' and a document's menu

constexpr std::array<int, 4> shortcuts{ImGuiMod_Ctrl | ImGuiKey_Z, ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z,
                                       ImGuiMod_Ctrl | ImGuiKey_Y, ImGuiMod_Ctrl | ImGuiKey_S};

std::string short_print(const std::string& fingerprint) {
  constexpr std::size_t shown = 12;
  return fingerprint.substr(0, shown);
}

std::string_view words_of(SaveState state) {
  switch (state) {
    case SaveState::saved:
      return "Saved in this browser";
    case SaveState::unsaved:
    case SaveState::saving:
      return "Saving…";
    case SaveState::failed:
      break;
  }
  return "Not saved";
}

}  // namespace

struct App::State {
  explicit State(Platform& with)
      : platform(with), session([this] { return platform.now(); }), ui(with, look_of(with.preferences())) {
    platform.take_shortcuts(shortcuts);
    platform.load_all();
  }

  Platform& platform;
  Session session;
  ui::Ui ui;
  View view{session};
  ImportDialog import;
  Form form;
  bool sidebar_open = false;  // on narrow windows
  bool files_over = false;
  bool update_ready = false;
  bool told_unsaved = false;
  std::string shown_address;
  std::string told_title;

  static ui::Look look_of(const Preferences& wishes) {
    ui::Look look;
    look.mode = wishes.dark ? ui::Mode::dark : ui::Mode::light;
    look.more_contrast = wishes.more_contrast;
    look.reduced_motion = wishes.reduced_motion;
    look.touch = wishes.touch;
    return look;
  }

  void take(Events events);
  void start(Loaded loaded);
  void take_shortcuts();
  void follow_address();
  void store();

  bool is_narrow() const;
  void header();
  void deal_header(const model::Deal& deal);
  void content();
  void document(const DocumentRef& ref);
  void fields(const DocumentRef& ref);
  void banners();
  void status();
  void drop_target() const;
  void draw();
  void tell_history(std::string_view what, const std::string& name);
};

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

void App::State::take_shortcuts() {
  const bool in_text = ImGui::GetIO().WantTextInput;
  const auto pressed = [](ImGuiKeyChord chord) { return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal); };
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_Z) && !in_text) tell_history("Undone", session.undo());
  const bool redo = pressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
  if ((pressed(ImGuiMod_Ctrl | ImGuiKey_Y) || redo) && !in_text) tell_history("Redone", session.redo());
  if (pressed(ImGuiMod_Ctrl | ImGuiKey_S)) {
    platform.save(session.export_bundle_name(), session.export_bundle());
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

void App::State::header() {
  if (is_narrow()) {
    if (ui::icon_button(ui::Icon::menu, "Documents")) sidebar_open = !sidebar_open;
    ui::beside();
  }
  const auto shown = view.shown();
  // Under a finger rows are as high as they are, and there is no room for one button more.
  const bool has_density = !ui::theme().look.touch;
  const float tools =
      static_cast<float>(tool_count + (has_density ? 1 : 0) + (shown ? 1 : 0)) * ui::theme().control_height;
  const std::string kind = shown ? titled_kind(shown->kind) : "";
  const std::string name = title_of(view);
  std::vector<std::string_view> parts{session.open_name()};
  if (shown) parts.push_back(kind);
  if (view.place != Place::home) parts.push_back(name);
  // Where the buttons take all the room, the title below says where one is.
  constexpr float least_trail = 200;
  if (ImGui::GetContentRegionAvail().x - tools >= least_trail && ui::breadcrumb(parts, tools) >= 0) view.go_home();

  ui::at_right(tools);
  const std::string undo_words = session.can_undo() ? fmt::format("Undo: {}", session.undo_name()) : "Nothing to undo";
  const std::string redo_words = session.can_redo() ? fmt::format("Redo: {}", session.redo_name()) : "Nothing to redo";
  if (ui::icon_button(
          ui::Icon::undo, "Undo",
          {.kind = ui::ButtonKind::quiet, .disabled = !session.can_undo(), .help = undo_words, .shortcut = "Ctrl+Z"}))
    tell_history("Undone", session.undo());
  ui::beside(0);
  if (ui::icon_button(
          ui::Icon::redo, "Redo",
          {.kind = ui::ButtonKind::quiet, .disabled = !session.can_redo(), .help = redo_words, .shortcut = "Ctrl+Y"}))
    tell_history("Redone", session.redo());
  ui::beside(0);
  if (ui::icon_button(ui::Icon::upload, "Import documents")) platform.pick_files(".json,.jsonl", true);
  ui::beside(0);
  if (ui::icon_button(ui::Icon::download, shown ? "Export this document" : "Export the programme")) {
    if (shown) {
      platform.save(session.export_name(*shown), session.export_document(*shown));
    } else {
      platform.save(session.export_bundle_name(), session.export_bundle());
    }
  }
  ui::beside(0);
  ui::Look look = ui.theme().look;
  const bool is_dark = look.mode == ui::Mode::dark;
  if (ui::icon_button(is_dark ? ui::Icon::sun : ui::Icon::moon, is_dark ? "Light colours" : "Dark colours")) {
    look.mode = is_dark ? ui::Mode::light : ui::Mode::dark;
    ui.set_look(look);
  }
  if (has_density) {
    ui::beside(0);
    const bool is_compact = look.density == ui::Density::compact;
    if (ui::icon_button(ui::Icon::table, is_compact ? "Comfortable rows" : "Compact rows")) {
      look.density = is_compact ? ui::Density::comfortable : ui::Density::compact;
      ui.set_look(look);
    }
  }
  if (!shown) return;
  ui::beside(0);
  document_menu(view, *shown);
}

void App::State::deal_header(const model::Deal& deal) {
  const auto* evaluation = session.evaluation(deal.id);
  const auto verdict = verdict_of(evaluation);
  ui::heading(deal.name.empty() ? deal.id : deal.name, 1);
  ui::chip(verdict.word, verdict.tone);
  ui::beside();
  const void* customer = session.document({Kind::customer, deal.customer});
  const void* partner = session.document({Kind::partner, deal.partner});
  ui::quiet(fmt::format("{} for {}", partner != nullptr ? document_name(Kind::partner, partner) : deal.partner,
                        customer != nullptr ? document_name(Kind::customer, customer) : deal.customer));
  ui::space_small();
  const std::string found =
      evaluation != nullptr && !evaluation->findings.empty() ? fmt::format("{}", evaluation->findings.size()) : "";
  const std::array<ui::Tab, deal_tabs> list{ui::Tab{.label = "Deal"},
                                            ui::Tab{.label = "Quote"},
                                            ui::Tab{.label = "Schedule"},
                                            ui::Tab{.label = "Margins"},
                                            ui::Tab{.label = "Guardrails", .count = found, .tone = verdict.tone},
                                            ui::Tab{.label = "All fields"}};
  int tab = static_cast<int>(view.tab);
  if (ui::tabs("Parts of the deal", list, tab)) view.tab = static_cast<DealTab>(tab);
  ui::space_large();
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
      case DealTab::guardrails:
        return guardrails_panel(view, *deal);
      case DealTab::document:
        return fields(ref);
    }
    return;
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
void App::State::banners() {
  const bool is_unsaved = session.save_state() == SaveState::failed;
  if (is_unsaved) {
    const std::string words = "Not saved. " + session.save_error();
    if (!told_unsaved) platform.announce(words, true);
    if (ui::banner(words, ui::Tone::negative, "Export the programme"))
      platform.save(session.export_bundle_name(), session.export_bundle());
    ui::space_large();
  }
  told_unsaved = is_unsaved;
  if (update_ready && ui::banner("A newer release is ready.", ui::Tone::accent, "Load it")) {
    session.hurry_storage();
    store();
    platform.take_update();
  }
  if (update_ready) ui::space_large();
}

void App::State::status() {
  const auto failed = session.save_state() == SaveState::failed;
  ui::text(words_of(session.save_state()), ui::Type::caption,
           failed ? ui.theme().text_of(ui::Tone::negative) : ui.theme().colours.text_quiet);
  const auto shown = view.shown();
  if (!shown || shown->kind != Kind::deal) return;
  const auto prints = session.fingerprints(shown->id);
  if (!prints) return;
  const std::string words =
      fmt::format("Fingerprint {} > {}", short_print(prints->inputs), short_print(prints->outputs));
  ui::at_right(ui::width_of(words, ui::Type::caption));
  ui::quiet(words, ui::Type::caption);
  ui::tooltip(fmt::format("SHA-256 of what goes in {} and of what comes out {}, as the runner prints them",
                          prints->inputs, prints->outputs));
}

// Over everything while files are held above the page.
void App::State::drop_target() const {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const ui::Theme& t = ui.theme();
  ImDrawList& over = *ImGui::GetForegroundDrawList();
  over.AddRectFilled({0, 0}, size, (t.colours.canvas & ~IM_COL32_A_MASK) | 0xD8U << IM_COL32_A_SHIFT);
  over.AddRect({8, 8}, {size.x - 8, size.y - 8}, t.colours.accent, 8, 0, 2);
  constexpr std::string_view words = "Drop documents or a bundle to import them";
  const ImVec2 extent = ImGui::CalcTextSize(words.data(), words.data() + words.size());
  over.AddText({(size.x - extent.x) / 2, (size.y - extent.y) / 2}, t.colours.text, words.data(),
               words.data() + words.size());
}

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
