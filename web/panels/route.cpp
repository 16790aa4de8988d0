#include "web/panels/route.hpp"

#include <array>
#include <span>

#include "core/report/figures.hpp"

namespace dealwright::web {
namespace {

constexpr std::array<std::string_view, deal_tabs> deal_names{"deal",    "quote",      "schedule",   "margins",
                                                             "return",  "partner",    "simulation", "sensitivity",
                                                             "compare", "guardrails", "document"};
constexpr std::array<std::string_view, onboarding_tabs> onboarding_names{"board",    "checklist", "agenda",
                                                                         "timeline", "minutes",   "document"};

// The tabs of the documents of a kind, the first of which needs no name; none of most kinds.
std::span<const std::string_view> tab_names(Kind kind) {
  if (kind == Kind::deal) return deal_names;
  if (kind == Kind::onboarding) return onboarding_names;
  return {};
}
std::size_t tab_of(const View& view, Kind kind) {
  return kind == Kind::deal ? static_cast<std::size_t>(view.tab) : static_cast<std::size_t>(view.onboarding_tab);
}
void set_tab(View& view, Kind kind, std::size_t tab) {
  if (kind == Kind::deal) view.tab = static_cast<DealTab>(tab);
  if (kind == Kind::onboarding) view.onboarding_tab = static_cast<OnboardingTab>(tab);
}

}  // namespace

std::string address_of(const View& view) {
  if (view.place == Place::diagnostics) return "diagnostics";
  if (view.place == Place::home) return {};
  std::string address = to_string(view.session.selected());
  const Kind kind = view.session.selected().kind;
  const auto names = tab_names(kind);
  if (const std::size_t tab = tab_of(view, kind); !names.empty() && tab > 0) (address += '/') += names[tab];
  return address;
}

void go_to(View& view, std::string_view address) {
  view.place = address == "diagnostics" ? Place::diagnostics : Place::home;
  const auto first = address.find('/');
  if (view.place == Place::diagnostics || first == std::string_view::npos) return;
  const auto second = address.find('/', first + 1);
  const DocumentRef ref = parse_ref(address.substr(0, second));
  if (view.session.document(ref) == nullptr) return;
  view.open(ref);
  set_tab(view, ref.kind, 0);
  if (second == std::string_view::npos) return;
  const auto names = tab_names(ref.kind);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (address.substr(second + 1) == names[i]) set_tab(view, ref.kind, i);
  }
}

std::string title_of(const View& view) {
  if (view.place == Place::diagnostics) return "Diagnostics";
  const auto ref = view.shown();
  return ref ? document_name(ref->kind, view.session.document(*ref)) : view.session.open_name();
}

std::string titled_kind(Kind kind) {
  return report::titled(kind_name(kind));
}

}  // namespace dealwright::web
