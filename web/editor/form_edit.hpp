#pragma once
// What a form does to its document, each a command of the session's history.

#include <cstddef>
#include <string>
#include <string_view>

#include "web/app/session.hpp"

namespace dealwright::web {

// Adds an element of its defaults at the end of a list: with an id of its own where it has one, and the first reference
// that the list does not hold yet where it must have one.
EditResult add_element(Session& session, const DocumentRef& ref, std::string_view list);
EditResult duplicate_element(Session& session, const DocumentRef& ref, std::string_view element);
EditResult remove_element(Session& session, const DocumentRef& ref, std::string_view element);
// To another index of its list.
EditResult move_element(Session& session, const DocumentRef& ref, std::string_view element, std::size_t to);
// States an optional with its defaults, or states it no more.
EditResult set_stated(Session& session, const DocumentRef& ref, std::string_view pointer, bool is_stated);

}  // namespace dealwright::web
