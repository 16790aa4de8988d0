#pragma once
// Draws the form of a document, or of a part of it, with the widgets, and makes each edit a command of the session.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/function_ref.hpp"
#include "web/app/session.hpp"
#include "web/editor/form_model.hpp"

namespace dealwright::web {

struct FormOptions {
  std::string_view root = {};                 // JSON Pointer; "": the document
  std::vector<std::string_view> fields = {};  // of the root, in their order; none: all
};

// Keeps what is open, and texts that are not values yet, for one place of the screen.
class Form {
 public:
  // Draws it in the current window. Returns whether the document was edited.
  bool draw(Session& session, const DocumentRef& ref, const FormOptions& options = {});
  // Opens all around the value at a pointer and brings it into sight at the next drawing.
  void reveal(std::string pointer);

 private:
  void make_rows(const Session& session, const FormOptions& options);
  // The run of plain fields that begins at a row; returns the row behind it.
  std::size_t draw_fields(Session& session, std::size_t at);
  std::size_t draw_elements(Session& session, std::size_t at);
  std::size_t draw_list(Session& session, std::size_t at);
  std::size_t draw_group(Session& session, std::size_t at);
  std::size_t draw_rows(Session& session, std::size_t at, int depth);
  void draw_field(Session& session, const FormRow& row, bool label_hidden);
  void draw_number(Session& session, const FormRow& row, bool label_hidden);
  void draw_text(Session& session, const FormRow& row, bool label_hidden);
  void draw_choice(Session& session, const FormRow& row, bool label_hidden);
  void draw_actions(Session& session, const FormRow& row);
  void follow_elements(const FormRow& row, FunctionRef<int(int)> place);
  void bring_into_sight(const FormRow& row) const;
  void set_open(const FormRow& row, bool open);
  void set_text(Session& session, const FormRow& row, const std::string& text, bool committed);
  void took(const FormRow& row, const EditResult& result);
  std::string_view problem_of(const FormRow& row) const;

  DocumentRef ref_;
  std::vector<FormRow> rows_;
  // What rows_ were made of.
  std::uint64_t revision_ = 0;
  std::string made_for_;
  bool is_stale_ = true;

  std::map<std::string, bool> open_;            // by "kind/id" and pointer, where it is not as suggested
  std::map<std::string, std::string> refused_;  // by pointer: why what was typed last is no value
  std::map<std::string, std::string> typed_;    // by pointer: ids, which are set when they are whole
  std::string revealed_;
  bool was_edited_ = false;
};

}  // namespace dealwright::web
