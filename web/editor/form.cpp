#include "web/editor/form.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <imgui.h>

#include "web/app/pointer.hpp"
#include "web/editor/form_edit.hpp"
#include "web/ui/widgets/button.hpp"
#include "web/ui/widgets/choice.hpp"
#include "web/ui/widgets/field.hpp"
#include "web/ui/widgets/item.hpp"
#include "web/ui/widgets/layout.hpp"
#include "web/ui/widgets/navigation.hpp"
#include "web/ui/widgets/number_field.hpp"
#include "web/ui/widgets/text_field.hpp"

namespace dealwright::web {
namespace {

constexpr float field_width = 240;  // CSS pixels; as many fields stand side by side as have room
constexpr float indent = 16;

// Ids of widgets within follow from the pointer.
class WithId {
 public:
  explicit WithId(const std::string& text) { ImGui::PushID(text.data(), text.data() + text.size()); }
  ~WithId() { ImGui::PopID(); }
  WithId(const WithId&) = delete;
  WithId& operator=(const WithId&) = delete;
};

bool is_group(const FormRow& row) {
  return row.kind == RowKind::group || row.kind == RowKind::list;
}

// A paragraph, and an element of its own, takes the whole width.
bool is_wide(const FormRow& row) {
  return row.kind == RowKind::long_text || row.is_element || is_group(row);
}

ui::Tone tone_of(Severity severity) {
  return severity == Severity::error     ? ui::Tone::negative
         : severity == Severity::warning ? ui::Tone::warning
                                         : ui::Tone::neutral;
}

ui::NumberRules rules_of(const FormRow& row) {
  ui::NumberRules rules;
  rules.least = row.least;
  rules.most = row.most;
  rules.optional = row.is_optional;
  if (row.is_whole) {
    rules.kind = ui::NumberKind::whole;
    rules.places = 0;
  } else if (row.unit == Unit::rate) {
    rules.kind = ui::NumberKind::rate;
  } else if (row.unit == Unit::money) {
    rules.kind = ui::NumberKind::money;
    rules.places = rules.shown_places = row.currency.digits();
  } else if (row.unit == Unit::unit_price) {
    rules.kind = ui::NumberKind::money;
    rules.shown_places = row.currency.digits();
  }
  return rules;
}

}  // namespace

void Form::reveal(std::string pointer) {
  revealed_ = std::move(pointer);
  is_stale_ = true;
}

void Form::bring_into_sight(const FormRow& row) const {
  if (row.pointer == revealed_ && !revealed_.empty()) ImGui::SetScrollHereY(0.25f);
}

void Form::make_rows(const Session& session, const FormOptions& options) {
  std::string made_for = to_string(ref_) + "#" + std::string(options.root);
  for (const std::string_view field : options.fields) (made_for += ',') += field;
  if (made_for != made_for_) {
    refused_.clear();
    typed_.clear();
  } else if (!is_stale_ && revision_ == session.revision()) {
    return;
  }
  made_for_ = std::move(made_for);
  revision_ = session.revision();
  is_stale_ = false;
  const std::string head = to_string(ref_) + "#";
  const Diagnostics diagnostics = session.diagnostics(ref_);
  rows_ = form_rows(
      {session.programme(), ref_, session.document(ref_), diagnostics}, options.root,
      [&](const std::string& pointer, bool by_default) {
        if (!revealed_.empty() && (revealed_ == pointer || revealed_.starts_with(pointer + "/"))) {
          open_[head + pointer] = true;
          return true;
        }
        const auto found = open_.find(head + pointer);
        return found != open_.end() ? found->second : by_default;
      },
      options.fields);
}

bool Form::draw(Session& session, const DocumentRef& ref, const FormOptions& options) {
  ref_ = ref;
  was_edited_ = false;
  make_rows(session, options);
  // An edit makes the rows anew in the next frame; these are drawn to their end.
  for (std::size_t at = 0; at < rows_.size();) at = draw_rows(session, at, rows_[at].depth);
  revealed_.clear();
  if (was_edited_) is_stale_ = true;
  return was_edited_;
}

// The rows of a depth and all below them, as far as the first that is not so deep.
std::size_t Form::draw_rows(Session& session, std::size_t at, int depth) {
  while (at < rows_.size() && rows_[at].depth >= depth) {
    const FormRow& row = rows_[at];
    if (row.kind == RowKind::list) {
      at = draw_list(session, at);
    } else if (row.kind == RowKind::group) {
      at = draw_group(session, at);
    } else if (row.is_element) {
      at = draw_elements(session, at);
    } else {
      at = draw_fields(session, at);
    }
    ui::space_small();
  }
  return at;
}

std::size_t Form::draw_fields(Session& session, std::size_t at) {
  const FormRow& first = rows_[at];
  const int side_by_side = is_wide(first) ? 1 : std::clamp(static_cast<int>(ui::room() / field_width), 1, 3);
  std::size_t end = at + 1;
  while (end < rows_.size() && end < at + static_cast<std::size_t>(side_by_side) && rows_[end].depth == first.depth &&
         !is_wide(rows_[end]))
    ++end;
  ui::Columns columns(first.pointer, side_by_side);
  for (; at < end; ++at) {
    columns.next();
    draw_field(session, rows_[at], false);
  }
  return end;
}

// One word or number of a list, with its buttons beside it.
std::size_t Form::draw_elements(Session& session, std::size_t at) {
  const FormRow& row = rows_[at];
  ui::Columns columns(row.pointer, {3, 1});
  columns.next();
  draw_field(session, row, true);
  columns.next();
  draw_actions(session, row);
  return at + 1;
}

void Form::set_open(const FormRow& row, bool open) {
  open_[to_string(ref_) + "#" + row.pointer] = open;
  is_stale_ = true;
}

std::size_t Form::draw_list(Session& session, std::size_t at) {
  const FormRow& row = rows_[at];
  bring_into_sight(row);
  const WithId id(row.pointer);
  const std::string count = std::to_string(row.count);
  bool open = row.is_open;
  ui::disclosure(row.label, open,
                 {.detail = row.is_open ? std::string_view() : std::string_view(row.summary),
                  .count = count,
                  .tone = row.problems == 0 ? ui::Tone::neutral
                          : row.has_errors  ? ui::Tone::negative
                                            : ui::Tone::warning});
  if (open != row.is_open) set_open(row, open);
  std::size_t next = at + 1;
  if (!row.is_open) return next;
  ImGui::Indent(indent);
  if (next < rows_.size() && rows_[next].depth > row.depth) next = draw_rows(session, next, row.depth + 1);
  if (ui::button(row.add_label, {.icon = ui::Icon::add, .disabled = !row.can_add, .small = true, .help = row.help})) {
    const EditResult result = add_element(session, ref_, row.pointer);
    took(row, result);
    if (result) open_[to_string(ref_) + "#" + child_pointer(row.pointer, row.count)] = true;
  }
  ImGui::Unindent(indent);
  return next;
}

std::size_t Form::draw_group(Session& session, std::size_t at) {
  const FormRow& row = rows_[at];
  bring_into_sight(row);
  const WithId id(row.pointer);
  bool is_open = row.is_open;
  if (row.is_optional) {
    bool stated = row.is_stated;
    if (ui::toggle(
            {.label = row.label, .help = row.help, .problem = problem_of(row), .severity = tone_of(row.severity)},
            stated)) {
      took(row, set_stated(session, ref_, row.pointer, stated));
    }
  } else {
    ui::disclosure(row.label, is_open,
                   {.detail = row.is_open ? std::string_view() : std::string_view(row.summary),
                    .tone = row.problems == 0 ? ui::Tone::neutral
                            : row.has_errors  ? ui::Tone::negative
                                              : ui::Tone::warning});
    if (is_open != row.is_open) set_open(row, is_open);
  }
  const std::size_t next = at + 1;
  if (!row.is_open) return next;
  ImGui::Indent(indent);
  if (row.is_element) draw_actions(session, row);
  const bool has_rows = next < rows_.size() && rows_[next].depth > row.depth;
  const std::size_t end = has_rows ? draw_rows(session, next, row.depth + 1) : next;
  ImGui::Unindent(indent);
  return end;
}

// What is kept of elements of a list goes where the elements go; `place` gives the new index of an old one, -1 for
// none.
void Form::follow_elements(const FormRow& row, FunctionRef<int(int)> place) {
  const std::string list = to_string(ref_) + "#" + std::string(parent_pointer(row.pointer)) + "/";
  std::map<std::string, bool> next;
  for (const auto& [key, open] : open_) {
    int index = 0;
    const char* const begin = key.data() + std::min(list.size(), key.size());
    const auto [end, error] = std::from_chars(begin, key.data() + key.size(), index);
    if (!key.starts_with(list) || error != std::errc()) {
      next[key] = open;
    } else if (const int to = place(index); to >= 0) {
      next[list + std::to_string(to) + std::string(end, key.data() + key.size())] = open;
    }
  }
  open_ = std::move(next);
  // What was refused or is being typed is of values that stand elsewhere now.
  refused_.clear();
  typed_.clear();
}

void Form::draw_actions(Session& session, const FormRow& row) {
  const WithId id(row.pointer);
  const bool is_large = is_group(row);
  const auto icon = [](ui::Icon sign, const char* name, bool disabled) {
    return ui::icon_button(sign, name, {.kind = ui::ButtonKind::quiet, .disabled = disabled, .small = true});
  };
  const std::string of = " " + row.label;
  const int here = static_cast<int>(row.index);
  const auto done = [&](const EditResult& result, FunctionRef<int(int)> place) {
    if (result) follow_elements(row, place);
    took(row, result);
  };
  const auto move = [&](int by) {
    done(move_element(session, ref_, row.pointer, row.index + static_cast<std::size_t>(by)), [&](int index) {
      return index == here ? here + by : index == here + by ? here : index;
    });
  };
  if (icon(ui::Icon::arrow_up, ("Move up" + of).c_str(), row.index == 0)) move(-1);
  ui::beside();
  if (icon(ui::Icon::arrow_down, ("Move down" + of).c_str(), row.index + 1 == row.siblings)) move(1);
  if (is_large) {
    ui::beside();
    if (icon(ui::Icon::copy, ("Duplicate" + of).c_str(), false))
      done(duplicate_element(session, ref_, row.pointer), [&](int index) { return index + (index > here ? 1 : 0); });
  }
  ui::beside();
  if (icon(ui::Icon::trash, ("Remove" + of).c_str(), false))
    done(remove_element(session, ref_, row.pointer),
         [&](int index) { return index == here ? -1 : index - (index > here ? 1 : 0); });
}

std::string_view Form::problem_of(const FormRow& row) const {
  const auto refused = refused_.find(row.pointer);
  return refused != refused_.end() ? std::string_view(refused->second) : std::string_view(row.problem);
}

void Form::took(const FormRow& row, const EditResult& result) {
  was_edited_ = was_edited_ || result.applied;
  is_stale_ = true;
  if (result) {
    refused_.erase(row.pointer);
    return;
  }
  refused_[row.pointer] = to_words(result.refused.front());
}

void Form::set_text(Session& session, const FormRow& row, const std::string& text, bool committed) {
  took(row, session.edit_text(ref_, row.pointer, text, row.pointer));
  if (committed) session.end_edit();
}

void Form::draw_field(Session& session, const FormRow& row, bool label_hidden) {
  bring_into_sight(row);
  const WithId id(row.pointer);
  switch (row.kind) {
    case RowKind::number:
      draw_number(session, row, label_hidden);
      return;
    case RowKind::toggle: {
      bool value = row.value == "true";
      if (ui::toggle(
              {.label = row.label, .help = row.help, .problem = problem_of(row), .severity = tone_of(row.severity)},
              value)) {
        set_text(session, row, value ? "true" : "false", true);
      }
      return;
    }
    case RowKind::choice:
    case RowKind::reference:
    case RowKind::currency:
      draw_choice(session, row, label_hidden);
      return;
    case RowKind::date: {
      Date day = Date::parse(row.value).value_or(Date());
      const auto edit = ui::date_field({.label = row.label,
                                        .help = row.help,
                                        .problem = problem_of(row),
                                        .severity = tone_of(row.severity),
                                        .label_hidden = label_hidden,
                                        .required = row.is_required},
                                       day, !row.is_required);
      if (edit.changed) set_text(session, row, day.to_string(), false);
      if (edit.committed) session.end_edit();
      return;
    }
    default:
      draw_text(session, row, label_hidden);
      return;
  }
}

void Form::draw_number(Session& session, const FormRow& row, bool label_hidden) {
  std::optional<Decimal> value;
  if (Decimal read; row.is_stated && Decimal::parse(row.value, read) == DecimalError::none) value = read;
  const auto edit = ui::number_field({.label = row.label,
                                      .help = row.help,
                                      .hint = row.is_optional ? std::string_view("not stated") : std::string_view(),
                                      .unit = row.unit == Unit::rate ? std::string_view("%") : row.unit_words,
                                      .problem = problem_of(row),
                                      .severity = tone_of(row.severity),
                                      .label_hidden = label_hidden,
                                      .required = row.is_required},
                                     value, rules_of(row));
  if (edit.changed) set_text(session, row, value ? value->to_string() : std::string(), false);
  if (edit.committed) session.end_edit();
}

void Form::draw_text(Session& session, const FormRow& row, bool label_hidden) {
  const ui::Field field{.label = row.label,
                        .help = row.help,
                        .hint = row.kind == RowKind::colour ? std::string_view("#1a2b3c") : std::string_view(),
                        .problem = problem_of(row),
                        .severity = tone_of(row.severity),
                        .label_hidden = label_hidden,
                        .required = row.is_required};
  std::string value = row.value;
  const auto edit = row.kind == RowKind::long_text ? ui::text_area(field, value, 3, row.most_bytes)
                                                   : ui::text_field(field, value, row.most_bytes);
  // What is half typed is not yet an id, a colour, or the text that must be there.
  const bool is_set_whole = row.kind == RowKind::identifier || row.kind == RowKind::colour || row.is_required;
  if (!is_set_whole) {
    if (edit.changed) set_text(session, row, value, false);
    if (edit.committed) session.end_edit();
    return;
  }
  if (edit.changed) typed_[row.pointer] = value;
  const auto typed = typed_.find(row.pointer);
  if (typed == typed_.end() || (!edit.committed && edit.active)) return;
  const std::string text = std::move(typed->second);
  typed_.erase(typed);
  if (!edit.committed) return;
  if (row.pointer == "/id") {
    const EditResult result = session.rename(ref_, text);
    took(row, result);
    return;
  }
  session.end_edit();
  set_text(session, row, text, true);
}

void Form::draw_choice(Session& session, const FormRow& row, bool label_hidden) {
  std::vector<ui::Option> options;
  options.reserve(row.options.size());
  int selected = -1;
  for (std::size_t at = 0; at < row.options.size(); ++at) {
    options.push_back({row.options[at].label, row.options[at].detail, false});
    if (row.options[at].value == row.value) selected = static_cast<int>(at);
  }
  const auto edit = ui::choice({.label = row.label,
                                .help = row.help,
                                .hint = "choose",
                                .problem = problem_of(row),
                                .severity = tone_of(row.severity),
                                .label_hidden = label_hidden,
                                .required = row.is_required},
                               options, selected);
  if (edit.changed && selected >= 0) {
    session.end_edit();
    set_text(session, row, row.options[static_cast<std::size_t>(selected)].value, true);
  }
}

}  // namespace dealwright::web
