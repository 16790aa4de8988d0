// dealwright quote: the customer's proposal in the partner's brand.

#include <memory>

#include "core/report/proposal.hpp"
#include "native/commands/commands.hpp"
#include "native/commands/one_deal.hpp"

namespace dealwright::native {
namespace {

int quote(const DealOptions& options) {
  const auto one = find_deal(options);
  std::string results;
  if (one->deal != nullptr) {
    const model::PriceBook& book = one->book->source();
    const report::Proposal proposal = report::make_proposal(
        {*one->deal, *one->customer, *one->partner, one->brand, book}, one->priced, options.common.date());
    const std::string& format = options.common.format;
    results = format == "json"       ? report::proposal_json(proposal)
              : format == "markdown" ? report::proposal_markdown(proposal)
                                     : report::proposal_text(proposal);
  }
  if (one->deal == nullptr) {
    write_diagnostics(one->diagnostics, options.common.color);
    return exit_bad_input;
  }
  return finish(options.common, results, one->diagnostics, exit_pass);
}

}  // namespace

void add_quote(CLI::App& application, int& exit_code) {
  const auto options = std::make_shared<DealOptions>();
  CLI::App* command =
      application.add_subcommand("quote", "The customer's proposal in the partner's brand: no cost, no margin");
  add_deal(*command, *options);
  add_format(*command, options->common, {"text", "markdown", "json"});
  add_output(*command, options->common);
  add_today(*command, options->common);
  add_jobs(*command, options->common);
  add_color(*command, options->common);
  add_example(*command, "dealwright quote case-1-fjordline-dedicated scenarios --format markdown --output proposal.md");
  command->callback([options, &exit_code] { exit_code = quote(*options); });
}

}  // namespace dealwright::native
