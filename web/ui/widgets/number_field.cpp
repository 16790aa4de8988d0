#include "web/ui/widgets/number_field.hpp"

#include <algorithm>

#include "web/ui/widgets/input.hpp"

namespace dealwright::web::ui {

namespace {

// What one kind of value needs to be typed. `Read` has `problem`; the rest of it is the kind's own.
template <class Value, class Read>
struct Typed {
  FunctionRef<Read(std::string_view)> read;
  FunctionRef<Value(const Read&)> value;
  FunctionRef<std::string(const Value&, bool grouped)> show;
  FunctionRef<std::optional<Value>(const Value&, int)> step;
};

// One for all values that are typed: while it is edited the text is the person's; a text that is no value stays.
template <class Value, class Read>
FieldEdit typed_field(const Field& field, Value& value, const Typed<Value, Read>& typed, Role role) {
  FieldEdit edit;
  if (is_skipped()) return edit;
  Ui& ui = current();
  const ImGuiID id = ImGui::GetID(("##" + std::string(field.label)).c_str());
  const Ui::Draft* const kept = ui.find_draft(id);
  const bool was_active = ImGui::GetActiveID() == id;
  // Somebody else has set the value, such as undo: then what was typed is void.
  const bool overtaken = kept && !was_active && kept->shown != typed.show(value, false);
  std::string text;
  std::string problem;
  if (kept && !overtaken) {
    text = kept->text;
    problem = kept->problem;
  } else {
    text = typed.show(value, !was_active);
  }
  if (overtaken) ui.drop_draft(id);

  Field shown = field;
  if (!problem.empty()) {
    shown.problem = problem;
    shown.severity = Tone::negative;
  }
  InputOptions options;
  options.most_bytes = 64;
  options.role = role;
  const auto step = [&](std::string_view now, int direction) -> std::optional<std::string> {
    const Read read = typed.read(now);
    const auto next = typed.step(read.problem.empty() ? typed.value(read) : value, direction);
    if (!next) return std::nullopt;
    return typed.show(*next, false);
  };
  options.step = step;
  field_begin(shown);
  const Input in = input(shown, text, options, !shown.problem.empty());
  field_end(shown);
  edit.active = in.active;

  if (in.changed) {
    const Read read = typed.read(text);
    if (read.problem.empty()) {
      const Value next = typed.value(read);
      edit.changed = !(next == value);
      value = next;
    }
    Ui::Draft& draft = ui.draft(id);
    draft.text = text;
    draft.problem = read.problem;
    draft.editing |= edit.changed;
    draft.shown = typed.show(value, false);
  } else if (kept && !overtaken) {
    ui.draft(id);  // still in sight
  }
  if (in.ended) {
    const Ui::Draft* const draft = ui.find_draft(id);
    edit.committed = draft && draft->editing;
    // Only what is no value is kept beyond the edit.
    if (draft && draft->problem.empty()) ui.drop_draft(id);
    if (draft && !draft->problem.empty()) ui.draft(id).editing = false;
  }
  return edit;
}

NumberRules with_kind(NumberRules rules, NumberKind kind) {
  rules.kind = kind;
  return rules;
}

FieldEdit stated_field(const Field& field, Decimal& value, const NumberRules& rules) {
  std::optional<Decimal> number = value;
  const FieldEdit edit = number_field(field, number, rules);
  if (edit.changed && number) value = *number;
  return edit;
}

}  // namespace

FieldEdit number_field(const Field& field, std::optional<Decimal>& value, const NumberRules& rules) {
  Field shown = field;
  if (rules.kind == NumberKind::rate && shown.unit.empty()) shown.unit = "%";
  using Value = std::optional<Decimal>;
  const auto read = [&](std::string_view text) { return read_number(text, rules, shown.unit); };
  const auto read_value = [](const NumberRead& number) { return number.value; };
  const auto show = [&](const Value& number, bool grouped) { return number_text(number, rules, grouped); };
  const auto step_from = [&](const Value& number, int direction) -> std::optional<Value> {
    const Decimal step = rules.step.value_or(rules.kind == NumberKind::rate ? Decimal::from_micro(Decimal::scale / 100)
                                                                            : Decimal::whole(1));
    const Decimal from = number.value_or(rules.least.value_or(Decimal()));
    auto next = direction > 0 ? Decimal::add(from, step) : Decimal::subtract(from, step);
    if (!next) return std::nullopt;
    if (rules.most) next = std::min(*next, *rules.most);
    if (rules.least && *next < *rules.least) next = rules.least;
    if (rules.least && rules.least_excluded && *next == *rules.least) return std::nullopt;
    return Value(next);
  };
  return typed_field<Value, NumberRead>(shown, value, {read, read_value, show, step_from}, Role::spinbutton);
}

FieldEdit decimal_field(const Field& field, Decimal& value, NumberRules rules) {
  return stated_field(field, value, rules);
}

FieldEdit whole_field(const Field& field, std::int64_t& value, NumberRules rules) {
  Decimal number = Decimal::whole(value);
  const FieldEdit edit = stated_field(field, number, with_kind(rules, NumberKind::whole));
  value = number.micro() / Decimal::scale;
  return edit;
}

FieldEdit rate_field(const Field& field, Decimal& rate, NumberRules rules) {
  return stated_field(field, rate, with_kind(rules, NumberKind::rate));
}

FieldEdit money_field(const Field& field, Decimal& amount, Currency currency, NumberRules rules) {
  rules.kind = NumberKind::money;
  rules.shown_places = std::max(rules.shown_places, currency.digits());
  Field shown = field;
  if (shown.unit.empty()) shown.unit = currency.code();
  return stated_field(shown, amount, rules);
}

FieldEdit date_field(const Field& field, Date& value, bool optional) {
  Field shown = field;
  if (shown.hint.empty()) shown.hint = "YYYY-MM-DD";
  const auto read = [&](std::string_view text) { return read_date(text, optional); };
  const auto read_value = [](const DateRead& date) { return date.value; };
  const auto show = [](const Date& day, bool) { return day.to_string(); };
  const auto step_from = [](const Date& day, int direction) -> std::optional<Date> {
    if (!day.is_stated()) return std::nullopt;
    const Date next = day.plus_days(direction);
    if (!next.is_stated()) return std::nullopt;
    return next;
  };
  return typed_field<Date, DateRead>(shown, value, {read, read_value, show, step_from}, Role::textbox);
}

}  // namespace dealwright::web::ui
