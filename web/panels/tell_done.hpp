#pragma once
// News of what was done, with the way back.

#include <string_view>

#include "web/app/session.hpp"

namespace dealwright::web {

// Says what the last command did. Its "Undo" takes back that command and no other.
void tell_done(Session& session, std::string_view words);

}  // namespace dealwright::web
