#include "core/onboarding/update.hpp"

#include <algorithm>

#include "core/onboarding/ids.hpp"

namespace dealwright::onboarding {

namespace {

using model::DueRule;
using model::TemplateItem;

bool same(const std::optional<DueRule>& a, const std::optional<DueRule>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->from == b->from && a->date == b->date && a->item == b->item && a->days == b->days;
}

std::vector<std::string> changed_fields(const TemplateItem& from, const TemplateItem& to) {
  const struct {
    const char* name;
    bool same;
  } fields[] = {
      {"name", from.name == to.name},
      {"help", from.help == to.help},
      {"stage", from.stage == to.stage},
      {"track", from.track == to.track},
      {"owner", from.owner == to.owner},
      {"enables", from.enables == to.enables},
      {"days", from.days == to.days},
      {"evidence", from.evidence == to.evidence},
      {"mandatory", from.mandatory == to.mandatory},
      {"due", same(from.due, to.due)},
  };
  std::vector<std::string> changed;
  for (const auto& field : fields)
    if (!field.same) changed.emplace_back(field.name);
  return changed;
}

std::vector<std::string> not_in(const std::vector<std::string>& list, const std::vector<std::string>& other) {
  std::vector<std::string> left;
  for (const std::string& one : list)
    if (std::find(other.begin(), other.end(), one) == other.end()) left.push_back(one);
  return left;
}

// The first record of each item counts, as in an evaluation.
class Recorded {
 public:
  explicit Recorded(const model::Onboarding& run) : run_(run), index_(ids_of(run)) {}

  const model::ItemRecord* find(const std::string& item) const {
    const int at = index_.find(item);
    return at < 0 ? nullptr : &run_.items[static_cast<std::size_t>(at)];
  }
  std::optional<model::ItemState> state(const std::string& item) const {
    const model::ItemRecord* const record = find(item);
    if (record == nullptr) return std::nullopt;
    return record->state;
  }
  int notes(const std::string& item) const {
    return static_cast<int>(std::count_if(run_.notes.begin(), run_.notes.end(),
                                          [&](const model::Note& note) { return note.item == item; }));
  }

 private:
  static std::vector<std::string_view> ids_of(const model::Onboarding& run) {
    std::vector<std::string_view> ids;
    for (const model::ItemRecord& record : run.items) ids.push_back(record.item);
    return ids;
  }

  const model::Onboarding& run_;
  IdIndex index_;
};

}  // namespace

TemplateUpdate what_an_update_changes(const model::Template& from, const model::Template& to,
                                      const model::Onboarding& run) {
  TemplateUpdate update{to.id, from.version, to.version, {}, {}, {}};
  const IdIndex old_items = index_of_ids(from.items);
  const IdIndex new_items = index_of_ids(to.items);
  const Recorded recorded(run);
  for (const TemplateItem& item : from.items) {
    if (new_items.find(item.id) >= 0) continue;
    const model::ItemRecord* const record = recorded.find(item.id);
    update.removed.push_back({item.id, item.name, recorded.state(item.id),
                              record == nullptr ? 0 : static_cast<int>(record->evidence.size()),
                              recorded.notes(item.id)});
  }
  for (const TemplateItem& item : to.items) {
    const int at = old_items.find(item.id);
    if (at < 0) {
      update.added.push_back({item.id, item.name, item.stage, item.mandatory, recorded.state(item.id)});
      continue;
    }
    const TemplateItem& before = from.items[static_cast<std::size_t>(at)];
    ChangedItem changed{item.id,
                        item.name,
                        changed_fields(before, item),
                        not_in(item.after, before.after),
                        not_in(before.after, item.after),
                        recorded.state(item.id)};
    if (!changed.fields.empty() || !changed.prerequisites_added.empty() || !changed.prerequisites_removed.empty())
      update.changed.push_back(std::move(changed));
  }
  return update;
}

}  // namespace dealwright::onboarding
