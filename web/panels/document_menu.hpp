#pragma once
// What can be done with a document as a whole.

#include "web/panels/view.hpp"

namespace dealwright::web {

// A button with its menu, and the question before a removal. It may change the documents: what was read of them before
// does not hold after it.
void document_menu(View& view, const DocumentRef& ref);

}  // namespace dealwright::web
