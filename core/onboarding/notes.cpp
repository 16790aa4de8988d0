// Notes, workshops, and what the run says of itself.

#include <fmt/format.h>

#include "core/onboarding/records.hpp"

namespace dealwright::onboarding {

namespace {

class NoteCheck {
 public:
  NoteCheck(const model::Template* onboarding, IdIndex& items, const model::Onboarding& run, Date today,
            Diagnostics& diagnostics)
      : template_(onboarding), items_(items), run_(run), today_(today), diagnostics_(diagnostics) {}

  void run() {
    if (template_ != nullptr && template_->onboards == model::Onboards::customer && run_.customer.empty())
      add(Severity::error, "onboarding.no_customer", "/customer",
          fmt::format("\"{}\" is a template for onboarding customers, and the run names none", template_->id),
          "the id of a customer");
    if (run_.target.is_stated() && run_.start.is_stated() && run_.target < run_.start)
      add(Severity::error, "onboarding.target_before_start", "/target",
          fmt::format("the run is to be complete on {}, before it starts", run_.target.to_string()),
          fmt::format("{} or later", run_.start.to_string()));
    for (std::size_t i = 0; i < run_.notes.size(); ++i) check_note(run_.notes[i], fmt::format("/notes/{}", i));
    check_agendas();
  }

 private:
  void add(Severity severity, const char* code, std::string pointer, std::string message, std::string expected) {
    diagnostics_.push_back(told(severity, code, std::move(pointer), std::move(message), std::move(expected)));
  }

  void check_note(const model::Note& note, const std::string& at) {
    if (note.kind == model::NoteKind::action && note.owner.empty())
      add(Severity::error, "onboarding.action_without_owner", at,
          fmt::format("nobody is named for the action \"{}\"", note.id), "\"owner\"");
    if (note.kind == model::NoteKind::action && !note.due.is_stated())
      add(Severity::error, "onboarding.action_without_due", at,
          fmt::format("the action \"{}\" has no day by which it is due", note.id), "\"due\"");
    if (note.kind == model::NoteKind::risk && (!note.likelihood || !note.impact))
      add(Severity::warning, "onboarding.risk_not_rated", at,
          fmt::format("the risk \"{}\" is not rated by {}", note.id,
                      note.likelihood ? "its impact"
                      : note.impact   ? "its likelihood"
                                      : "its likelihood and impact"),
          "\"likelihood\" and \"impact\", 1 to 5 each");
    if (note.on.is_stated() && run_.start.is_stated() && note.on < run_.start)
      add(Severity::warning, "onboarding.before_start", at + "/on",
          fmt::format("{} lies before the start of the run", note.on.to_string()),
          fmt::format("{} or later", run_.start.to_string()));
    if (note.on.is_stated() && today_.is_stated() && note.on > today_)
      add(Severity::warning, "onboarding.after_today", at + "/on",
          fmt::format("{} lies in the future", note.on.to_string()), fmt::format("{} or earlier", today_.to_string()));
    if (template_ == nullptr || note.item.empty() || items_.find(note.item) >= 0) return;
    add(Severity::warning, "onboarding.unknown_item", at + "/item",
        fmt::format("the note \"{}\" is about \"{}\", which version {} of \"{}\" does not have", note.id, note.item,
                    template_->version, template_->id),
        {});
    diagnostics_.back().nearest = items_.nearest(note.item);
  }

  // Workshops may lie ahead.
  void check_agendas() {
    if (template_ == nullptr) return;
    IdIndex tracks = index_of_ids(template_->tracks);
    for (std::size_t i = 0; i < run_.workshops.size(); ++i) {
      const auto& agenda = run_.workshops[i].agenda;
      for (std::size_t k = 0; k < agenda.size(); ++k) {
        if (agenda[k].track.empty() || tracks.find(agenda[k].track) >= 0) continue;
        add(Severity::error, "onboarding.unknown_track", fmt::format("/workshops/{}/agenda/{}/track", i, k),
            fmt::format("\"{}\" is not a track of the template \"{}\"", agenda[k].track, template_->id), {});
        diagnostics_.back().nearest = tracks.nearest(agenda[k].track);
      }
    }
  }

  const model::Template* template_;
  IdIndex& items_;
  const model::Onboarding& run_;
  Date today_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_notes(const model::Template* onboarding, IdIndex& items, const model::Onboarding& run, Date today,
                 Diagnostics& diagnostics) {
  NoteCheck(onboarding, items, run, today, diagnostics).run();
}

}  // namespace dealwright::onboarding
