#include "web/panels/route.hpp"

#include <array>

#include "core/report/figures.hpp"

namespace dealwright::web {
namespace {

constexpr std::array<std::string_view, deal_tabs> tab_names{"deal",    "quote",      "schedule",
                                                            "margins", "guardrails", "document"};

}  // namespace

std::string address_of(const View& view) {
  if (view.place == Place::diagnostics) return "diagnostics";
  if (view.place == Place::home) return {};
  std::string address = to_string(view.session.selected());
  if (view.session.selected().kind == Kind::deal && view.tab != DealTab::deal) {
    (address += '/') += tab_names[static_cast<std::size_t>(view.tab)];
  }
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
  view.tab = DealTab::deal;
  if (second == std::string_view::npos) return;
  for (std::size_t i = 0; i < tab_names.size(); ++i) {
    if (address.substr(second + 1) == tab_names[i]) view.tab = static_cast<DealTab>(i);
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
