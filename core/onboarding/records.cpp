#include "core/onboarding/records.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace dealwright::onboarding {

namespace {

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

class RecordCheck {
 public:
  RecordCheck(const model::Onboarding& run, Date today, Diagnostics& diagnostics)
      : run_(run), today_(today), diagnostics_(diagnostics) {}

  ~RecordCheck() {
    if (after_today_ > 1)
      diagnostics_[first_after_today_].message +=
          after_today_ == 2 ? ", and 1 more day" : fmt::format(", and {} more days", after_today_ - 1);
  }
  RecordCheck(const RecordCheck&) = delete;
  RecordCheck& operator=(const RecordCheck&) = delete;

  void check(const model::ItemRecord& record, const model::TemplateItem* item, const std::string& at) {
    check_reason(record, at);
    check_day(record.started, at + "/started");
    check_day(record.finished, at + "/finished");
    const bool done = record.state == model::ItemState::done;
    if (record.started.is_stated() && record.finished.is_stated() && record.finished < record.started)
      add(Severity::error, "onboarding.finished_before_started", at + "/finished",
          fmt::format("\"{}\" was finished on {}, before it was started", record.item, record.finished.to_string()),
          fmt::format("{} or later", record.started.to_string()));
    if (record.finished.is_stated() && !done)
      add(Severity::error, "onboarding.finished_but_not_done", at + "/finished",
          fmt::format("\"{}\" has a day on which it was finished, but is {}", record.item, state_word(record)),
          "the state done, or no such day");
    // A record of no item of the template counts for nothing.
    if (done && item != nullptr && !record.finished.is_stated())
      add(Severity::warning, "onboarding.no_finish", at,
          fmt::format("\"{}\" is done, but not since when: it counts as finished before today", record.item),
          "\"finished\"");
    if (item != nullptr && lacks_evidence(*item, &record))
      add(Severity::error, "onboarding.no_evidence", at + "/evidence",
          fmt::format("\"{}\" is recorded as done without evidence, so it does not count as done", record.item),
          item->evidence);
  }

 private:
  static std::string state_word(const model::ItemRecord& record) {
    switch (record.state) {
      case model::ItemState::to_do:
        return "to do";
      case model::ItemState::in_progress:
        return "in progress";
      case model::ItemState::blocked:
        return "blocked";
      case model::ItemState::done:
        return "done";
      case model::ItemState::not_applicable:
        break;
    }
    return "not applicable";
  }

  void add(Severity severity, const char* code, std::string pointer, std::string message, std::string expected) {
    diagnostics_.push_back(told(severity, code, std::move(pointer), std::move(message), std::move(expected)));
  }

  void check_reason(const model::ItemRecord& record, const std::string& at) {
    if (!is_blank(record.reason)) return;
    if (record.state == model::ItemState::not_applicable)
      add(Severity::error, "onboarding.no_reason", at,
          fmt::format("\"{}\" is said not to apply without a reason", record.item), "\"reason\"");
    if (record.state == model::ItemState::blocked)
      add(Severity::warning, "onboarding.no_reason", at, fmt::format("\"{}\" is blocked without a reason", record.item),
          "\"reason\"");
  }

  void check_day(Date day, const std::string& at) {
    if (!day.is_stated()) return;
    if (run_.start.is_stated() && day < run_.start)
      add(Severity::warning, "onboarding.before_start", at,
          fmt::format("{} lies before the start of the run", day.to_string()),
          fmt::format("{} or later", run_.start.to_string()));
    if (!today_.is_stated() || day <= today_) return;
    // A run that is looked at on an earlier day would tell of nearly every day in it.
    if (++after_today_ == 1) {
      first_after_today_ = diagnostics_.size();
      add(Severity::warning, "onboarding.after_today", at, fmt::format("{} lies in the future", day.to_string()),
          fmt::format("{} or earlier", today_.to_string()));
    }
  }

  const model::Onboarding& run_;
  Date today_;
  Diagnostics& diagnostics_;
  int after_today_ = 0;  // days
  std::size_t first_after_today_ = 0;
};

}  // namespace

const model::Template* template_of(const model::Playbook& playbook, const model::Onboarding& run,
                                   Diagnostics& diagnostics) {
  const model::Template* newest = nullptr;
  for (const model::Template& one : playbook.templates) {
    if (one.id != run.template_id) continue;
    if (one.version == run.template_version) return &one;
    if (newest == nullptr || one.version > newest->version) newest = &one;
  }
  if (newest != nullptr) {
    diagnostics.push_back(told(Severity::warning, "onboarding.unknown_template_version", "/template_version",
                               fmt::format("the playbook has no version {} of \"{}\"; its newest, {}, is used",
                                           run.template_version, run.template_id, newest->version),
                               "a version of the playbook"));
    return newest;
  }
  Diagnostic diagnostic = told(
      Severity::error, "onboarding.unknown_template", "/template_id",
      fmt::format("the playbook \"{}\" has no template \"{}\", so no item is evaluated", playbook.id, run.template_id),
      "the id of one of its templates");
  diagnostic.nearest = index_of_ids(playbook.templates).nearest(run.template_id);
  diagnostics.push_back(std::move(diagnostic));
  return nullptr;
}

bool lacks_evidence(const model::TemplateItem& item, const model::ItemRecord* record) {
  return record != nullptr && record->state == model::ItemState::done && !is_blank(item.evidence) &&
         std::all_of(record->evidence.begin(), record->evidence.end(), is_blank);
}

Standing standing_of(const model::TemplateItem& item, const model::ItemRecord* record) {
  if (record == nullptr) return Standing::to_do;
  switch (record->state) {
    case model::ItemState::to_do:
      return Standing::to_do;
    case model::ItemState::in_progress:
      return Standing::in_progress;
    case model::ItemState::blocked:
      return Standing::blocked;
    case model::ItemState::done:
      return lacks_evidence(item, record) ? Standing::in_progress : Standing::done;
    case model::ItemState::not_applicable:
      break;
  }
  return Standing::not_applicable;
}

Records match_records(const model::Template* onboarding, IdIndex& items, const model::Onboarding& run, Date today,
                      Diagnostics& diagnostics) {
  Records records;
  if (onboarding != nullptr) records.of_item.resize(onboarding->items.size());
  std::vector<std::string_view> recorded;
  for (const model::ItemRecord& record : run.items) recorded.push_back(record.item);
  const IdIndex first(std::move(recorded));
  RecordCheck check(run, today, diagnostics);
  for (std::size_t i = 0; i < run.items.size(); ++i) {
    const model::ItemRecord& record = run.items[i];
    const std::string at = fmt::format("/items/{}", i);
    if (const int before = first.find(record.item); before != static_cast<int>(i)) {
      diagnostics.push_back(
          told(Severity::error, "onboarding.item_twice", at + "/item",
               fmt::format("\"{}\" is recorded already as number {}, which counts", record.item, before + 1),
               "one record of each item"));
      continue;
    }
    const int item = onboarding == nullptr ? -1 : items.find(record.item);
    check.check(record, item < 0 ? nullptr : &onboarding->items[static_cast<std::size_t>(item)], at);
    if (onboarding == nullptr) continue;
    if (item >= 0) {
      records.of_item[static_cast<std::size_t>(item)] = &record;
      continue;
    }
    records.missing.push_back(&record);
    Diagnostic diagnostic = told(Severity::warning, "onboarding.unknown_item", at + "/item",
                                 fmt::format("\"{}\" is recorded, but version {} of \"{}\" has no such item",
                                             record.item, onboarding->version, onboarding->id));
    diagnostic.nearest = items.nearest(record.item);
    diagnostics.push_back(std::move(diagnostic));
  }
  return records;
}

}  // namespace dealwright::onboarding
