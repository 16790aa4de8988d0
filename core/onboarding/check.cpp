#include "core/onboarding/check.hpp"

#include <fmt/format.h>

#include "core/onboarding/calendar.hpp"
#include "core/onboarding/graph.hpp"
#include "core/onboarding/ids.hpp"

namespace dealwright::onboarding {

namespace {

class TemplateCheck {
 public:
  TemplateCheck(const model::Template& onboarding, const std::string& pointer, Diagnostics& diagnostics)
      : template_(onboarding),
        pointer_(pointer),
        diagnostics_(diagnostics),
        items_(index_of_ids(onboarding.items)),
        stages_(index_of_ids(onboarding.stages)),
        tracks_(index_of_ids(onboarding.tracks)) {}

  void run() {
    check_repeated(template_.stages, stages_, "stages", "stage");
    check_repeated(template_.tracks, tracks_, "tracks", "track");
    check_repeated(template_.items, items_, "items", "item");
    for (std::size_t i = 0; i < template_.items.size(); ++i)
      check_item(template_.items[i], fmt::format("{}/items/{}", pointer_, i));
    for (std::size_t i = 0; i < template_.certifications.size(); ++i)
      check_certification(template_.certifications[i], fmt::format("{}/certifications/{}", pointer_, i));
    check_cycles();
  }

 private:
  template <class List>
  void check_repeated(const List& list, const IdIndex& index, const char* name, const char* one) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const int first = index.find(list[i].id);
      if (first == static_cast<int>(i)) continue;
      diagnostics_.push_back(
          told(Severity::error, "playbook.repeated_id", fmt::format("{}/{}/{}/id", pointer_, name, i),
               fmt::format("\"{}\" is the id of {} {} already", list[i].id, one, first + 1), "an id of its own"));
    }
  }

  void unknown(const char* code, std::string at, const std::string& id, const char* what, IdIndex& known) {
    Diagnostic diagnostic =
        told(Severity::error, code, std::move(at),
             fmt::format("\"{}\" is not the id of {} of the template \"{}\"", id, what, template_.id));
    diagnostic.nearest = known.nearest(id);
    diagnostics_.push_back(std::move(diagnostic));
  }

  void check_item(const model::TemplateItem& item, const std::string& at) {
    if (stages_.find(item.stage) < 0) unknown("playbook.unknown_stage", at + "/stage", item.stage, "a stage", stages_);
    if (tracks_.find(item.track) < 0) unknown("playbook.unknown_track", at + "/track", item.track, "a track", tracks_);
    for (std::size_t k = 0; k < item.after.size(); ++k) {
      const std::string pointer = fmt::format("{}/after/{}", at, k);
      if (items_.find(item.after[k]) < 0)
        unknown("playbook.unknown_prerequisite", pointer, item.after[k], "an item", items_);
      for (std::size_t before = 0; before < k; ++before) {
        if (item.after[before] != item.after[k]) continue;
        diagnostics_.push_back(told(Severity::warning, "playbook.repeated_prerequisite", pointer,
                                    fmt::format("\"{}\" is stated above already", item.after[k]), "each item once"));
        break;
      }
    }
    if (!item.due || item.due->from != model::DueFrom::item) return;
    if (item.due->item == item.id) {
      diagnostics_.push_back(told(Severity::error, "playbook.due_by_itself", at + "/due/item",
                                  fmt::format("\"{}\" is due after its own end", item.id), "another item"));
    } else if (items_.find(item.due->item) < 0) {
      unknown("playbook.unknown_due_item", at + "/due/item", item.due->item, "an item", items_);
    }
  }

  void check_certification(const model::Certification& certification, const std::string& at) {
    if (stages_.find(certification.stage) < 0)
      unknown("playbook.unknown_stage", at + "/stage", certification.stage, "a stage", stages_);
    for (std::size_t k = 0; k < certification.items.size(); ++k)
      if (items_.find(certification.items[k]) < 0)
        unknown("playbook.unknown_item", fmt::format("{}/items/{}", at, k), certification.items[k], "an item", items_);
  }

  void check_cycles() {
    for (const std::vector<int>& cycle : cycles_of(graph_of(template_, items_))) {
      std::string path;
      for (const int item : cycle) path += (path.empty() ? "" : " -> ") + id_of(item);
      const model::TemplateItem& first = template_.items[static_cast<std::size_t>(cycle[0])];
      std::size_t k = 0;
      while (k + 1 < first.after.size() && items_.find(first.after[k]) != cycle[1]) ++k;
      diagnostics_.push_back(told(Severity::error, "playbook.cycle",
                                  fmt::format("{}/items/{}/after/{}", pointer_, cycle[0], k),
                                  fmt::format("none of these items can begin, each waits for the next: {}", path),
                                  "prerequisites that do not lead back"));
    }
  }

  const std::string& id_of(int item) const { return template_.items[static_cast<std::size_t>(item)].id; }

  const model::Template& template_;
  const std::string& pointer_;
  Diagnostics& diagnostics_;
  IdIndex items_;
  IdIndex stages_;
  IdIndex tracks_;
};

}  // namespace

void check_template(const model::Template& onboarding, const std::string& pointer, Diagnostics& diagnostics) {
  TemplateCheck(onboarding, pointer, diagnostics).run();
}

Diagnostics check_templates(std::span<const model::Template> templates,
                            std::span<const model::WorkCalendar> calendars) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < calendars.size(); ++i)
    check_calendar(calendars[i], fmt::format("/calendars/{}", i), diagnostics);
  for (std::size_t i = 0; i < templates.size(); ++i) {
    for (std::size_t before = 0; before < i; ++before) {
      if (templates[before].id != templates[i].id || templates[before].version != templates[i].version) continue;
      diagnostics.push_back(
          told(Severity::error, "playbook.repeated_version", fmt::format("/templates/{}/version", i),
               fmt::format("version {} of \"{}\" is stated above already", templates[i].version, templates[i].id),
               "a version of its own"));
      break;
    }
    check_template(templates[i], fmt::format("/templates/{}", i), diagnostics);
  }
  return diagnostics;
}

}  // namespace dealwright::onboarding
