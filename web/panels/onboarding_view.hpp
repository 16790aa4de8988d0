#pragma once
// What the onboarding panel keeps between frames, beside the document.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/report/minutes.hpp"
#include "core/report/onboarding_tables.hpp"

namespace dealwright::web {

// The parts of an onboarding run, in the order of their tabs.
enum class OnboardingTab : std::uint8_t { board, checklist, agenda, timeline, minutes, document };
inline constexpr int onboarding_tabs = 6;

// What is being written down about the selected item.
enum class ItemForm : std::uint8_t { none, blocked, not_applicable, evidence, note };

struct OnboardingView {
  std::string run;           // id of the one that the rest belongs to
  std::string item;          // id of the selected one
  int row = 0;               // where it stands in the checklist
  std::string stage, track;  // ids of those that the checklist shows; "": all
  bool open_only = false;
  bool takes_focus = false;    // the next frame gives the keyboard to the checklist
  bool was_checklist = false;  // in the frame before

  ItemForm form = ItemForm::none;
  bool form_opens = false;  // in this frame: its first field gets the keyboard
  bool finishes = false;    // with the evidence the item is done
  std::string words;        // reason or evidence
  model::Note note;

  std::string workshop;  // id of the one whose agenda is shown; "": the first
  int told_over = -1;    // place of the agenda item whose time was said to be over; -1: none
  bool is_update_shown = false;
  int note_kind = -1;            // of the notes that are shown; -1: all
  std::string minutes_workshop;  // id of the one that is exported; "": all of them
  std::vector<bool> open_gates;  // as the last frame had them

  // Tables that are made of the run, and the state of the session that they are of.
  std::uint64_t tables_revision = 0;
  std::optional<report::OnboardingTables> tables;
  std::uint64_t minutes_revision = 0;
  report::Minutes minutes;

  // Begins anew where another run is looked at.
  void show(const std::string& id) {
    if (run == id) return;
    *this = OnboardingView();
    run = id;
  }
  void open_form(ItemForm which) {
    form = which;
    form_opens = true;
    finishes = false;
    words.clear();
  }
  void close_form() {
    form = ItemForm::none;
    takes_focus = true;
  }
};

}  // namespace dealwright::web
