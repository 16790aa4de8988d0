#pragma once
// What panels share: the work, what is looked at, and the question that the inspector answers.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/ratio.hpp"
#include "web/app/session.hpp"
#include "web/ui/theme.hpp"

namespace dealwright::web {

// The parts of a deal, in the order of their tabs.
enum class DealTab : std::uint8_t { deal, quote, schedule, margins, guardrails, document };
inline constexpr int deal_tabs = 6;

// A figure that somebody asked about.
struct Question {
  std::string deal;
  std::string title;
  report::ExplainQuestion of;

  bool is(std::string_view deal_id, const report::ExplainQuestion& question) const {
    return deal == deal_id && of.metric == question.metric && of.line == question.line && of.period == question.period;
  }
};

struct View {
  explicit View(Session& of) : session(of) {}

  Session& session;
  bool at_home = true;  // the programme, instead of the selected document
  bool at_diagnostics = false;
  std::string query;  // of the search
  DealTab tab = DealTab::deal;
  bool schedule_by_year = false;
  std::string component;  // that the price book shows; "": the first
  std::optional<Question> question;

  void open(const DocumentRef& ref) {
    session.select(ref);
    at_home = at_diagnostics = false;
  }
  void open(const DocumentRef& ref, DealTab at) {
    open(ref);
    tab = at;
  }
  void ask(std::string deal, std::string title, std::string metric, std::string line = {},
           std::optional<int> period = std::nullopt) {
    question = Question{std::move(deal), std::move(title), {std::move(metric), std::move(line), period}};
  }
};

// "fails", "1 warning", "passes", "not priced", with the tone that goes with it.
struct Verdict {
  std::string word;
  ui::Tone tone = ui::Tone::neutral;
};
Verdict verdict_of(const report::DealEvaluation* evaluation);

// 0.3521 -> "35.2 %"; "n/a" where it has no value.
std::string share_text(Ratio ratio);
// A change against what was before: "+1,200.00 EUR"; "" where nothing changed or the currencies differ.
std::string change_text(Money before, Money after);
// In the major unit, for charts alone.
double chart_value(Money money);

}  // namespace dealwright::web
