#pragma once
// What panels share: the work, what is looked at, and the question that the inspector answers.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/ratio.hpp"
#include "web/app/agenda_timer.hpp"
#include "web/app/session.hpp"
#include "web/panels/money_view.hpp"
#include "web/panels/onboarding_view.hpp"
#include "web/ui/theme.hpp"

namespace dealwright::web {

// The parts of a deal, in the order of their tabs.
enum class DealTab : std::uint8_t {
  deal,
  quote,
  schedule,
  margins,
  customer_return,
  partner_return,
  simulation,
  sensitivity,
  compare,
  guardrails,
  document
};
inline constexpr int deal_tabs = 11;

// What the content shows: the programme, what is wrong with it, or the selected document.
enum class Place : std::uint8_t { home, diagnostics, document };

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
  Place place = Place::home;
  std::string query;  // of the search
  DealTab tab = DealTab::deal;
  OnboardingTab onboarding_tab = OnboardingTab::board;
  OnboardingView onboarding;
  AgendaTimer timer;  // goes on while something else is looked at
  bool schedule_by_year = false;
  MoneyView money;
  std::string component;  // that the price book shows; "": the first
  std::optional<Question> question;
  std::optional<std::string> revealed;  // JSON Pointer of the field that the form shall bring into sight
  bool missing_controls_only = false;   // the controls that a customer's page shows
  bool review_shown = false;            // the sheet of a partner's quarterly review is open

  // An explanation of another deal's figure ends: it would stand beside figures that it does not explain.
  void open(const DocumentRef& ref) {
    session.select(ref);
    place = Place::document;
    if (question && ref.kind == Kind::deal && question->deal != ref.id) question.reset();
  }
  // The programme as a whole: also where another one was opened.
  void go_home() {
    place = Place::home;
    question.reset();
    component.clear();
  }
  void open(const DocumentRef& ref, DealTab at) {
    open(ref);
    tab = at;
  }
  // Opens the document at the field that a JSON Pointer leads to.
  void open_at(const DocumentRef& ref, std::string pointer) {
    open(ref, DealTab::document);
    onboarding_tab = OnboardingTab::document;
    revealed = std::move(pointer);
  }
  // What is selected and shown; none at home and on the page of diagnostics.
  std::optional<DocumentRef> shown() const {
    if (place != Place::document || session.document(session.selected()) == nullptr) return std::nullopt;
    return session.selected();
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

// A place in a document, as people name it: "line 19: Lines > orders > Discount", after the document's name where
// `named`.
std::string place_text(const Session& session, const DocumentRef& ref, std::string_view pointer, int line, bool named);
// 0.3521 -> "35.2 %"; "n/a" where it has no value.
std::string share_text(Ratio ratio);
// A change against what was before: "+1,200.00 EUR"; "" where nothing changed or the currencies differ.
std::string change_text(Money before, Money after);
// In the major unit, for charts alone.
double chart_value(Money money);
// In per cent, for charts alone; 0 where it has no value.
double chart_percent(Ratio share);

}  // namespace dealwright::web
