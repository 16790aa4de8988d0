// dealwright govern: duties, decision rights, controls and risks of partners and their customers, and the sheet of the
// quarterly review.

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "core/evaluate.hpp"
#include "core/report/governance_report.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

struct GovernOptions {
  CommonOptions common;
  std::vector<std::string> paths;
  std::vector<std::string> partners;
  std::vector<std::string> customers;
  bool review = false;
};

Diagnostic not_governed(const char* code, std::string message, std::string expected) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.expected = std::move(expected);
  return diagnostic;
}

// The partner that the customer names, or else those that have deals with it: "\"a\", \"b\"".
std::string partners_of(const model::Programme& programme, const std::string& customer) {
  std::vector<std::string> ids;
  for (const model::Customer& one : programme.customers)
    if (one.id == customer && !one.partner.empty()) ids = {one.partner};
  if (ids.empty()) {
    for (const model::Deal& deal : programme.deals)
      if (deal.customer == customer && std::find(ids.begin(), ids.end(), deal.partner) == ids.end())
        ids.push_back(deal.partner);
  }
  std::string out;
  for (const std::string& id : ids) out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", id);
  return out;
}

// What stands in the way of telling of the partners and customers that were asked for.
void look_for(const GovernOptions& options, const report::GovernanceReport& report, Programme& programme) {
  const auto has_partner = [&](const std::string& id) {
    return std::any_of(report.partners.begin(), report.partners.end(),
                       [&](const auto& one) { return one.duties.partner == id; });
  };
  const auto has_customer = [&](const std::string& id) {
    return std::any_of(report.partners.begin(), report.partners.end(), [&](const auto& one) {
      return std::any_of(one.customers.begin(), one.customers.end(),
                         [&](const auto& customer) { return customer.customer == id; });
    });
  };
  Diagnostics& told = programme.diagnostics;
  for (const std::string& id : options.partners) {
    if (!is_known(programme.library, "partner", id)) {
      told.push_back(no_document(programme.library, "partner", id, fmt::format("there is no partner \"{}\"", id)));
    } else if (!has_partner(id)) {
      const bool by_customer = !options.customers.empty();
      told.push_back(not_governed(
          "partner.not_governed",
          by_customer ? fmt::format("partner \"{}\" has none of the customers, or names no playbook that is there", id)
                      : fmt::format("partner \"{}\" names no playbook that it can be governed by", id),
          by_customer ? "a partner of one of the customers" : "\"playbook\" in its document"));
    }
  }
  for (const std::string& id : options.customers) {
    if (!is_known(programme.library, "customer", id)) {
      told.push_back(no_document(programme.library, "customer", id, fmt::format("there is no customer \"{}\"", id)));
    } else if (!has_customer(id)) {
      const std::string partners = partners_of(programme.library.documents, id);
      if (partners.empty()) {
        told.push_back(not_governed("customer.not_governed",
                                    fmt::format("customer \"{}\" names no partner and has no deal", id),
                                    "\"partner\" in its document, of a partner that states \"playbook\""));
        continue;
      }
      const bool is_asked = options.partners.empty();
      told.push_back(not_governed(
          "customer.not_governed", fmt::format("customer \"{}\" is of partner {}", id, partners),
          is_asked ? "a partner that states \"playbook\"" : "that partner, or a customer of those asked for"));
    }
  }
}

int govern(const GovernOptions& options) {
  Programme programme = read_programme(find_input_files(options.paths), DealHandling::keep, options.common.threads());
  report::GovernanceRequest request{options.partners, options.customers, options.review, options.common.date()};
  Diagnostics found;
  const report::GovernanceReport report =
      report::governance_report(programme.library.documents, request, engine_version(), found);
  add_found(programme, programme.diagnostics, std::move(found));
  if (!programme.library.sources.empty()) look_for(options, report, programme);
  sort_worst_first(programme.diagnostics);
  const std::string& format = options.common.format;
  if (report.partners.empty() && format != "json") {
    if (!has_errors(programme.diagnostics)) {
      Diagnostic none = usage_mistake("no partner is governed");
      none.expected = "partners that state \"playbook\"";
      programme.diagnostics.push_back(std::move(none));
    }
    return fail(options.common, programme.diagnostics);
  }
  return finish(options.common,
                format == "json"       ? report::governance_json(report)
                : format == "markdown" ? report::governance_markdown(report)
                                       : report::governance_text(report),
                programme.diagnostics, exit_pass);
}

}  // namespace

void add_govern(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<GovernOptions>();
  CLI::App* command = application.add_subcommand(
      "govern", "Duties, decision rights, controls and risks of partners and their customers");
  command->add_option("paths", options->paths,
                      "Files or folders; - is standard input; none: the programme around this folder");
  const auto add_ids = [&](const char* name, std::vector<std::string>& ids, const char* help) {
    return command->add_option(name, ids, help)
        ->type_name("ID")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  };
  add_ids("--partner", options->partners, "Only the partner of this id; may be repeated");
  CLI::Option* customer =
      add_ids("--customer", options->customers, "Only the customer of this id, with its partner; may be repeated");
  command->add_flag("--review", options->review, "The sheet of the quarterly review instead, over all customers")
      ->excludes(customer);
  add_format(*command, options->common, {"text", "json", "markdown"});
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright govern scenarios --partner northbeam --review --today 2026-11-22");
  command->callback([options, &exit_code] { exit_code = govern(*options); });
}

}  // namespace dealwright::native
