#include "core/programme_checks.hpp"

#include <algorithm>
#include <string_view>

#include <doctest/doctest.h>

namespace dealwright {
namespace {

const Date today = *Date::parse("2026-06-01");

bool tells(const Diagnostics& found, std::string_view file, std::string_view code) {
  return std::any_of(found.begin(), found.end(),
                     [&](const Diagnostic& one) { return one.file == file && one.code == code; });
}

// A playbook with one mistake in each part, and documents that follow it with one mistake each.
model::Programme spoilt() {
  model::Programme out;
  model::Playbook& playbook = out.playbooks.emplace_back();
  playbook.id = "book";
  playbook.offer_models.resize(2);  // referral twice
  model::Template& onboarding = playbook.templates.emplace_back();
  onboarding.id = "start";
  onboarding.stages = {{"one", "One", "Go"}};
  onboarding.tracks = {{"all", "All"}};
  model::TemplateItem& first = onboarding.items.emplace_back();
  first.id = "a";
  first.stage = "one";
  first.track = "all";
  first.after = {"b"};
  onboarding.items.push_back(first);
  onboarding.items.back().id = "b";
  onboarding.items.back().after = {"a"};
  playbook.controls.emplace_back().id = "backup";
  model::Risk& risk = playbook.risks.emplace_back();
  risk.id = "leak";
  risk.when.push_back({model::FactSource::metric, "gros_margin", {}, Decimal::whole(1), {}});
  model::Partner& partner = out.partners.emplace_back();
  partner.id = "agency";
  partner.playbook = "book";
  playbook.duties.emplace_back().id = "invoices";
  partner.duties = {{"invoices", model::Party::partner, ""}, {"invoices", model::Party::provider, ""}};
  model::Customer& customer = out.customers.emplace_back();
  customer.id = "shop";
  customer.playbook = "book";
  customer.controls.push_back({"backup", model::ControlState::verified, "", "", {}});
  model::Onboarding& run = out.onboardings.emplace_back();
  run.id = "run";
  run.playbook = "book";
  run.template_id = "start";
  run.start = today;
  model::SuccessPlan& plan = out.success_plans.emplace_back();
  plan.id = "after";
  plan.customer = "shop";
  plan.targets = {{"hours", Decimal(), {}}};
  run.items.push_back({"c", model::ItemState::to_do, "", "", {}, {}, {}});
  return out;
}

TEST_CASE("each part of a playbook and each document that follows it is looked over") {
  const model::Programme programme = spoilt();
  const Diagnostics found = check_programme(programme, today);
  for (const Diagnostic& one : found) INFO(one.file << " " << one.code << " " << one.message);
  CHECK(tells(found, "playbook/book", "playbook.cycle"));
  const auto of = [&](std::string_view file) {
    return std::count_if(found.begin(), found.end(), [&](const Diagnostic& one) { return one.file == file; });
  };
  CHECK(of("playbook/book") >= 3);
  CHECK(std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.nearest == "gross_margin"; }));
  CHECK(of("partner/agency") == 1);
  CHECK(of("customer/shop") == 1);
  CHECK(of("onboarding/run") >= 1);
  CHECK(tells(found, "success_plan/after", "success.unknown_baseline"));
}

TEST_CASE("without a day no onboarding is looked over, and nothing is told of who follows no playbook") {
  model::Programme programme = spoilt();
  const Diagnostics undated = check_programme(programme, Date());
  CHECK(std::none_of(undated.begin(), undated.end(),
                     [](const Diagnostic& one) { return one.file.starts_with("onboarding/"); }));
  programme.playbooks.clear();  // named, but not there: told as a reference
  CHECK(check_programme(programme, today).empty());
}

}  // namespace
}  // namespace dealwright
