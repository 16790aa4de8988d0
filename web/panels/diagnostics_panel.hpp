#pragma once
// What is wrong in documents, in the words of the runner.

#include "web/panels/view.hpp"

namespace dealwright::web {

// Of one document, in a card; nothing where it has no diagnostics.
void diagnostics_card(View& view, const DocumentRef& ref);

// Of all documents, errors first.
void diagnostics_panel(View& view);

}  // namespace dealwright::web
