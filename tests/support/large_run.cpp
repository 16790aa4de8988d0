#include "tests/support/large_run.hpp"

#include <algorithm>
#include <string>

#include "tests/support/draw.hpp"

namespace dealwright::tests {

LargeRun::LargeRun() {
  Draw draw(20260601, 1);
  playbook.id = "large";
  playbook.name = "Large";
  for (const char* role : {"sales", "support", "cloud"}) playbook.roles.push_back({role, role});
  model::Template& onboarding = playbook.templates.emplace_back();
  onboarding.id = "partners";
  onboarding.name = "Partners";
  onboarding.version = 1;
  for (int i = 0; i < 4; ++i) onboarding.stages.push_back({"stage-" + std::to_string(i), "Stage", "Go?"});
  for (int i = 0; i < 5; ++i) onboarding.tracks.push_back({"track-" + std::to_string(i), "Track"});
  for (int i = 0; i < item_count; ++i) {
    model::TemplateItem& item = onboarding.items.emplace_back();
    item.id = "item-" + std::to_string(i);
    item.name = "Item " + std::to_string(i);
    item.stage = onboarding.stages[static_cast<std::size_t>(i * 4 / item_count)].id;
    item.track = onboarding.tracks[static_cast<std::size_t>(i % 5)].id;
    item.owner = playbook.roles[static_cast<std::size_t>(i % 3)].id;
    item.days = draw.number(0, 5);
    item.mandatory = i % 2 == 0;
    if (i >= item_count / 2) continue;
    model::ItemRecord& record = run.items.emplace_back();
    record.item = item.id;
    record.state = model::ItemState::done;
    record.started = *Date::parse("2026-02-02");
    record.finished = *Date::parse("2026-02-05");
  }
  // Each waits for some of the hundred before it, no two times for one.
  for (int made = 0; made < dependency_count;) {
    const int at = draw.number(1, item_count - 1);
    const std::string before = "item-" + std::to_string(draw.number(at < 100 ? 0 : at - 100, at - 1));
    auto& after = onboarding.items[static_cast<std::size_t>(at)].after;
    if (std::find(after.begin(), after.end(), before) != after.end()) continue;
    after.push_back(before);
    ++made;
  }
  onboarding.certifications.push_back({"all", "All", model::Complexity::complex, {}, {}, "stage-3", {}});
  run.id = "run";
  run.name = "Run";
  run.partner = "partner";
  run.playbook = playbook.id;
  run.template_id = onboarding.id;
  run.template_version = onboarding.version;
  run.start = *Date::parse("2026-02-02");
  for (const auto& role : playbook.roles) run.people.push_back({role.id, "Person of " + role.id, Decimal::whole(5)});
}

const LargeRun& large_run() {
  static const LargeRun large;
  return large;
}

}  // namespace dealwright::tests
