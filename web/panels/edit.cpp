#include "web/panels/edit.hpp"

#include "web/ui/ui.hpp"

namespace dealwright::web {

bool tell(const EditResult& result) {
  if (!result && !result.refused.empty()) {
    ui::current().toast(to_words(result.refused.front()), ui::Tone::warning);
  }
  return result.applied;
}

PendingEdits::~PendingEdits() {
  for (const Edit& one : edits_) {
    if (one.edit.changed)
      tell(session_.edit(ref_, {}, to_string(ref_) + "/" + one.key,
                         [&](void* document) { one.change->make(document); }));
    if (one.edit.committed) session_.end_edit();
  }
}

void PendingEdits::add(const ui::FieldEdit& edit, std::string_view key, std::unique_ptr<Change> change) {
  edits_.push_back({edit, std::string(key), std::move(change)});
}

}  // namespace dealwright::web
