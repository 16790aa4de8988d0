#include "web/panels/guardrails_panel.hpp"

#include <doctest/doctest.h>

#include "tests/web/panels/window.hpp"

namespace dealwright::web {
namespace {

TEST_CASE("a finding about one line or service line is explained for that alone") {
  tests::Work work(tests::bundle_with_violations());
  work.settle();
  Session& session = work.session;
  View view(session);
  std::string deal;
  Window window([&] {
    if (!deal.empty()) findings_card(view, *session.find<model::Deal>(deal), FindingsDetail::full);
  });
  int of_lines = 0, of_service_lines = 0;
  for (const auto& entry : session.documents(Kind::deal)) {
    for (const auto& finding : session.evaluation(entry.ref.id)->findings) {
      if (finding.bound.empty()) continue;
      CAPTURE(entry.ref.id + " " + finding.rule);
      deal = entry.ref.id;
      view.question.reset();
      window.frames(2);
      window.press(Role::button, finding.title.empty() ? finding.rule : finding.title);
      REQUIRE(view.question.has_value());
      const auto trees = session.explain(deal, view.question->of);
      if (!trees) continue;  // no derivation of that metric
      const bool is_line = finding.subject.starts_with("component ");
      const bool is_service_line = finding.subject.starts_with("service line ");
      CHECK(view.question->of.line.empty() == !(is_line || is_service_line));
      if (is_line) CHECK("component " + view.question->of.line == finding.subject);
      of_lines += is_line ? 1 : 0;
      of_service_lines += is_service_line ? 1 : 0;
    }
  }
  CHECK(of_lines > 0);
  CHECK(of_service_lines > 0);
}

}  // namespace
}  // namespace dealwright::web
