// dealwright sensitivity: what the return of a deal to its customer owes to each of its inputs.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/lookup.hpp"
#include "core/report/sensitivity_report.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"
#include "native/commands/options.hpp"

namespace dealwright::native {
namespace {

struct SensitivityOptions {
  DealOptions of;
  std::string two_way;
  std::string rows;
  std::string columns;
  int steps = 5;
  std::string break_even;
  std::string roi;
  int payback = 0;
  std::string npv;
  std::string discount;
  std::string fees;
};

// "0.35", "35%".
std::optional<Decimal> parse_number(std::string_view text) {
  const bool per_cent = text.ends_with('%');
  if (per_cent) text.remove_suffix(1);
  Decimal value;
  if (Decimal::parse(text, value) != DecimalError::none) return std::nullopt;
  return per_cent ? Decimal::divide(value, Decimal::whole(100)) : value;
}

// Numbers with commas between them; nothing where one is none.
std::optional<std::vector<Decimal>> parse_list(std::string_view text) {
  std::vector<Decimal> values;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const auto value = parse_number(text.substr(0, comma));
    if (!value) return std::nullopt;
    values.push_back(*value);
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return values;
}

std::string check_list(const std::string& text) {
  return parse_list(text) ? "" : "\"" + text + "\" is not numbers with commas between them, such as 0.1,0.2 or 10%,20%";
}

std::string check_range(const std::string& text) {
  const auto values = parse_list(text);
  return values && values->size() == 2 && values->front() >= Decimal() && values->front() <= values->back()
             ? ""
             : "\"" + text + "\" is not a low and a high number such as 8%,12%";
}

std::string check_number(const std::string& text) {
  return parse_number(text) ? "" : "\"" + text + "\" is not a number such as 0.5, 50% or 1200.00";
}

// Names may have commas of their own: the first split of which both sides are known, else the first.
std::pair<std::string, std::string> split(const std::string& text, const roi::CaseVariation& variation) {
  Diagnostics unknown;
  for (std::size_t at = text.find(','); at != std::string::npos; at = text.find(',', at + 1)) {
    const std::string first = text.substr(0, at), second = text.substr(at + 1);
    const std::size_t none = variation.inputs().size();
    if (variation.find(first, unknown) != none && variation.find(second, unknown) != none) return {first, second};
  }
  const std::size_t at = text.find(',');
  return {text.substr(0, at), at == std::string::npos ? "" : text.substr(at + 1)};
}

roi::VariedRanges ranges_of(const SensitivityOptions& options) {
  roi::VariedRanges ranges;
  if (const auto values = parse_list(options.discount); values && values->size() == 2) {
    ranges.discount_low = values->front();
    ranges.discount_high = values->back();
  }
  if (const auto values = parse_list(options.fees); values && values->size() == 2) {
    ranges.fees_low = values->front();
    ranges.fees_high = values->back();
  }
  return ranges;
}

std::optional<roi::BreakEvenGoal> goal_of(const SensitivityOptions& options, const roi::BoundCase& bound,
                                          Diagnostics& found) {
  roi::BreakEvenGoal goal;
  goal.npv = Money{0, bound.currency};
  if (options.payback > bound.horizon) {
    found.push_back(
        usage_mistake(fmt::format("--payback {} lies after the horizon of {} months", options.payback, bound.horizon)));
    return std::nullopt;
  }
  if (options.payback > 0) {
    goal.aim = roi::BreakEvenAim::payback;
    goal.months = options.payback;
  } else if (!options.roi.empty()) {
    goal.aim = roi::BreakEvenAim::roi;
    goal.roi = parse_number(options.roi).value_or(Decimal());
  } else if (!options.npv.empty()) {
    const auto amount = to_money(parse_number(options.npv).value_or(Decimal()), bound.currency);
    if (!amount) {
      found.push_back(usage_mistake(fmt::format("--npv {} is no amount of {}", options.npv, bound.currency.code())));
      return std::nullopt;
    }
    goal.npv = *amount;
  }
  return goal;
}

bool add_break_evens(const SensitivityOptions& options, const roi::BoundCase& bound, roi::CaseVariation& variation,
                     report::SensitivityReport& out, Diagnostics& found) {
  const auto goal = goal_of(options, bound, found);
  if (!goal) return false;
  out.aim = report::aim_words(*goal);
  if (options.break_even == "all") {
    for (std::size_t i = 0; i < variation.inputs().size(); ++i)
      out.break_even.push_back(roi::break_even(variation, i, *goal));
    return true;
  }
  const std::size_t input = variation.find(options.break_even, found);
  if (input == variation.inputs().size()) return false;
  out.break_even.push_back(roi::break_even(variation, input, *goal));
  if (out.break_even.back().status != roi::BreakEvenStatus::no_effect) return true;
  Diagnostic& idle = found.emplace_back();
  idle.code = "sensitivity.no_effect";
  idle.pointer = "/business_case";
  idle.message = fmt::format("input \"{}\" changes nothing: another factor of the same row is 0, or it never goes live",
                             options.break_even);
  idle.expected = "an input of a row that counts";
  return false;
}

std::optional<report::SensitivityReport> report_of(const OneDeal& one, const SensitivityOptions& options,
                                                   Diagnostics& found) {
  if (!one.deal->business_case) {
    Diagnostic& missing = found.emplace_back();
    missing.code = "case.none";
    missing.message = "the deal has no business case whose inputs could be moved";
    missing.expected = "\"business_case\"";
    return std::nullopt;
  }
  const auto bound = roi::bind_case(*one.deal, *one.customer,
                                    find_id(one.programme.library.documents.playbooks, one.customer->playbook), found);
  if (!bound) return std::nullopt;
  const auto monthly = roi::monthly_case(*bound, one.priced, found);
  if (!monthly) return std::nullopt;
  roi::CaseVariation variation(*bound, *monthly, ranges_of(options));
  report::SensitivityReport out;
  out.deal = one.deal->id;
  out.currency = bound->currency;
  out.horizon_months = bound->horizon;
  out.tornado = roi::tornado(variation, found);
  bool is_sound = true;
  if (!options.two_way.empty()) {
    const auto [first, second] = split(options.two_way, variation);
    out.two_way =
        roi::two_way(variation, {first, parse_list(options.rows).value_or(std::vector<Decimal>()), options.steps},
                     {second, parse_list(options.columns).value_or(std::vector<Decimal>()), options.steps}, found);
    is_sound = out.two_way.has_value();
  }
  if (!options.break_even.empty()) is_sound = add_break_evens(options, *bound, variation, out, found) && is_sound;
  return is_sound ? std::optional(std::move(out)) : std::nullopt;
}

std::string formatted(const report::SensitivityReport& report, const std::string& format) {
  if (format == "json") return report::sensitivity_json(report);
  if (format == "markdown") return report::sensitivity_markdown(report);
  return format == "html" ? report::sensitivity_html(report) : report::sensitivity_text(report);
}

int run(const SensitivityOptions& options) {
  const auto one = find_deal(options.of);
  if (one->deal == nullptr) return fail(options.of.common, one->diagnostics);
  Diagnostics found;
  const auto result = report_of(*one, options, found);
  for (Diagnostic& diagnostic : found)
    if (diagnostic.code != "usage") diagnostic.file = "deal/" + one->deal->id;
  add_found(one->programme, one->diagnostics, std::move(found));
  if (!result) return fail(options.of.common, one->diagnostics);
  return finish(options.of.common, formatted(*result, options.of.common.format), one->diagnostics, exit_pass);
}

}  // namespace

void add_sensitivity(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<SensitivityOptions>();
  CLI::App* command = application.add_subcommand(
      "sensitivity", "What the return of a deal to its customer owes to each input: tornado, tables, break-even");
  const auto add = [&](const char* name, std::string& value, const char* help, const char* type) {
    return command->add_option(name, value, help)->type_name(type);
  };
  command->add_option("paths", options->of.paths, "Files or folders; none: the programme around this folder");
  add("--deal", options->of.deal, "Id of a deal, or the file that holds it", "ID")->required();
  CLI::Option* table = add("--two-way", options->two_way, "A table of net present values over two inputs", "A,B");
  add("--rows", options->rows, "Values of A; none: from its low to its high", "X,X,...")
      ->check(CLI::Validator(check_list, ""))
      ->needs(table);
  add("--columns", options->columns, "Values of B; none: from its low to its high", "X,X,...")
      ->check(CLI::Validator(check_list, ""))
      ->needs(table);
  command->add_option("--steps", options->steps, "How many values from low to high")
      ->type_name("N")
      ->capture_default_str()
      ->needs(table);
  CLI::Option* even =
      add("--break-even", options->break_even,
          "Where the input must stand for the net present value to just reach 0; all: every input", "INPUT");
  CLI::Option* npv = add("--npv", options->npv, "That net present value instead of 0", "X");
  CLI::Option* roi = add("--roi", options->roi, "That return on investment instead: 0.5, 50%", "X");
  CLI::Option* payback = command->add_option("--payback", options->payback, "Payback within so many months instead");
  npv->check(CLI::Validator(check_number, ""))->needs(even)->excludes(roi)->excludes(payback);
  roi->check(CLI::Validator(check_number, ""))->needs(even)->excludes(payback);
  payback->type_name("MONTHS")->check(CLI::Range(1, 120))->needs(even);
  add("--discount", options->discount, "Discount rates a year to try; none: 2 points to either side", "LOW,HIGH")
      ->check(CLI::Validator(check_range, ""));
  add("--fees", options->fees, "Multiples of the fees to try; none: 90%,110%", "LOW,HIGH")
      ->check(CLI::Validator(check_range, ""));
  add_format(*command, options->of.common, {"text", "json", "markdown", "html"});
  add_output(*command, options->of.common);
  add_jobs(*command, options->of.common);
  add_color(*command, options->of.common);
  add_example(*command, "dealwright sensitivity scenarios --deal case-1-fjordline-dedicated --break-even all");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace dealwright::native
