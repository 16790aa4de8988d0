// Every command with every option: its whole output against tests/golden, and a check that none is left out.

#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/runner.hpp"

namespace {

struct Case {
  std::string name;       // of the golden
  std::string arguments;  // OUT stands for a file in an empty folder, PROGRAMME, BROKEN and RUNS for folders here
  int exit_code;
  std::string input = {};
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"help", "--help", 0},
      {"version", "--version", 0},
      {"check-help", "check --help", 0},
      {"check", "check PROGRAMME --today 2026-02-01", 0},
      {"check-violation", "check PROGRAMME/violations --today 2026-02-01", 1},
      {"check-violation-one-file", "check PROGRAMME/violations/too-cheap.json --jobs 2", 1},
      {"check-violation-color", "check PROGRAMME/violations/too-cheap.json --color always", 1},
      {"check-violation-markdown", "check PROGRAMME/violations/too-cheap.json --format markdown", 1},
      {"check-violation-csv", "check PROGRAMME/violations/too-cheap.json --format csv", 1},
      {"check-violation-json", "check PROGRAMME/violations/too-cheap.json --format json --today 2026-02-01", 1},
      {"check-output", "check PROGRAMME --output OUT", 0},
      {"check-broken", "check BROKEN", 2},
      {"check-broken-json", "check BROKEN --format json --today 2026-02-01", 2},
      {"check-unknown-format", "check PROGRAMME --format xml", 2},
      {"check-bad-day", "check PROGRAMME --today 2026-02-30", 2},
      {"check-no-such-path", "check PROGRAMME tests/golden/absent.json", 2},
      {"run-help", "run --help", 0},
      {"run", "run PROGRAMME --today 2026-02-01 --jobs 2", 0},
      {"run-one", "run PROGRAMME --deal everything --by month", 0},
      {"run-violation", "run PROGRAMME/violations/too-cheap.json", 1},
      {"run-json", "run PROGRAMME --deal everything --format json --today 2026-02-01", 0},
      {"run-markdown", "run PROGRAMME --deal alpine-outdoor-growth --deal nordic-home-growth --format markdown", 0},
      {"run-csv-lines", "run PROGRAMME --format csv", 0},
      {"run-csv-schedule", "run PROGRAMME --format csv --table schedule --deal alpine-outdoor-growth", 0},
      {"run-csv-schedule-years", "run PROGRAMME --format csv --table schedule --by year", 0},
      {"run-csv-totals", "run PROGRAMME --format csv --table totals --color never", 0},
      {"run-csv-margins", "run PROGRAMME --format csv --table margins", 0},
      {"run-csv-findings", "run PROGRAMME/violations/too-cheap.json --format csv --table findings", 1},
      {"run-output", "run PROGRAMME --deal alpine-outdoor-growth --output OUT", 0},
      {"run-no-such-deal", "run PROGRAMME --deal everythin", 2},
      {"run-broken", "run BROKEN", 2},
      {"run-return", "run tests/golden/returning --deal mill-plain", 0},
      {"run-return-months", "run tests/golden/returning --deal mill-stated --by month --format markdown", 0},
      {"run-return-json", "run tests/golden/returning --deal mill-stated --format json --today 2026-02-01", 0},
      {"run-partner", "run tests/golden/migrating", 0},
      {"run-partner-months", "run tests/golden/migrating --deal mill-shared --by month --format markdown", 0},
      {"run-partner-json", "run tests/golden/migrating --deal mill-advice --format json --today 2026-02-01", 0},
      {"run-models", "run tests/golden/migrating --models", 0},
      {"run-models-markdown", "run tests/golden/migrating --models --deal mill-shared --format markdown", 0},
      {"run-models-json", "run tests/golden/migrating --models --deal mill-advice --format json", 0},
      {"run-models-csv", "run tests/golden/migrating --models --format csv", 2},
      {"run-models-none", "run PROGRAMME --models --deal everything", 2},
      {"run-return-csv", "run tests/golden/returning --format csv --table return", 0},
      {"run-return-charts", "run tests/golden/returning --deal mill-shaped --format markdown --charts OUT", 0},
      {"run-html", "run tests/golden/returning --deal mill-shaped --format html --today 2026-02-01", 0},
      {"run-idle-charts", "run PROGRAMME --charts OUT", 2},
      {"check-return-mistakes", "check tests/golden/misreturning --today 2026-02-01", 2},
      {"simulate-help", "simulate --help", 0},
      {"simulate", "simulate tests/golden/returning --deal mill-stated --jobs 1 --color never", 0},
      {"simulate-within",
       "simulate tests/golden/returning --deal mill-stated --trials 5000 --seed 7 --within 12 --format markdown", 0},
      {"simulate-json", "simulate tests/golden/returning --deal mill-stated --trials 2000 --jobs 2 --format json", 0},
      {"simulate-shapes", "simulate tests/golden/returning --deal mill-shaped --trials 20000", 0},
      {"simulate-html", "simulate tests/golden/returning --deal mill-shaped --trials 5000 --format html", 0},
      {"simulate-charts",
       "simulate tests/golden/returning --deal mill-shaped --trials 5000 --format markdown --charts OUT", 0},
      {"simulate-sure", "simulate tests/golden/returning --deal mill-sure --trials 50 --format html", 0},
      {"simulate-output", "simulate tests/golden/returning --deal mill-plain --trials 100 --output OUT", 0},
      {"simulate-no-case", "simulate PROGRAMME --deal everything", 2},
      {"simulate-after-horizon", "simulate tests/golden/returning --deal mill-stated --within 31", 2},
      {"simulate-mistakes", "simulate tests/golden/misreturning --deal mill-wrong", 2},
      {"sensitivity-help", "sensitivity --help", 0},
      {"sensitivity", "sensitivity tests/golden/returning --deal mill-stated --jobs 1 --color never", 0},
      {"sensitivity-all",
       "sensitivity tests/golden/returning --deal mill-stated --two-way reconciliation.improvement,fees --steps 4 "
       "--break-even all --discount 5%,15% --fees 0.8,1.2 --format markdown",
       0},
      {"sensitivity-stated",
       "sensitivity tests/golden/returning --deal mill-stated --two-way reconciliation.rate,discount_rate --rows "
       "20,30,40 --columns 5%,50% --break-even fees --roi 50%",
       0},
      {"sensitivity-npv",
       "sensitivity tests/golden/returning --deal mill-plain --break-even reconciliation.volume --npv 2500", 0},
      {"sensitivity-json",
       "sensitivity tests/golden/returning --deal mill-stated --break-even fees --payback 12 --format json", 0},
      {"sensitivity-html", "sensitivity tests/golden/returning --deal mill-stated --format html --output OUT", 0},
      {"sensitivity-no-case", "sensitivity PROGRAMME --deal everything", 2},
      {"sensitivity-unknown-input",
       "sensitivity tests/golden/returning --deal mill-stated --break-even reconciliation.improvment", 2},
      {"sensitivity-no-range",
       "sensitivity tests/golden/returning --deal mill-stated --two-way reconciliation.rate,fees", 2},
      {"sensitivity-grid-of-one",
       "sensitivity tests/golden/returning --deal mill-stated --two-way fees,discount_rate --steps 1", 2},
      {"compare-help", "compare --help", 0},
      {"compare", "compare mill-plain mill-stated tests/golden/returning --jobs 1 --color never", 0},
      {"compare-markdown", "compare mill-stated mill-plain tests/golden/returning --trials 2000 --format markdown", 0},
      {"compare-json", "compare mill-plain mill-stated tests/golden/returning --trials 0 --format json", 0},
      {"compare-html", "compare mill-plain mill-stated tests/golden/returning --format html --output OUT", 0},
      {"compare-no-case", "compare alpine-outdoor-growth nordic-home-growth PROGRAMME", 0},
      {"compare-unknown", "compare mill-plain mill-statd tests/golden/returning", 2},
      {"compare-one", "compare mill-plain tests/golden/returning", 2},
      {"solve-customer-npv",
       "solve mill-stated tests/golden/returning --metric customer_npv --target 12000 --lever deal_discount", 0},
      {"solve-customer-roi",
       "solve mill-stated tests/golden/returning --metric customer_roi --target 50% --lever deal_discount", 0},
      {"solve-customer-payback",
       "solve mill-stated tests/golden/returning --metric customer_payback_months --target 12 --lever deal_discount",
       0},
      {"quote-help", "quote --help", 0},
      {"quote", "quote everything PROGRAMME --today 2026-02-01", 0},
      {"quote-package", "quote nordic-home-growth PROGRAMME --today 2026-02-01 --jobs 1", 0},
      {"quote-file", "quote PROGRAMME/violations/too-cheap.json --today 2026-02-01 --color never", 0},
      {"quote-markdown", "quote everything PROGRAMME --today 2026-02-01 --format markdown", 0},
      {"quote-json", "quote everything PROGRAMME --today 2026-02-01 --format json", 0},
      {"quote-output", "quote alpine-outdoor-growth PROGRAMME --today 2026-02-01 --output OUT", 0},
      {"quote-no-such-deal", "quote everythink PROGRAMME", 2},
      {"explain-help", "explain --help", 0},
      {"explain-probability", "explain mill-shaped customer_npv_probability tests/golden/returning", 0},
      {"explain-tcv", "explain everything tcv PROGRAMME", 0},
      {"explain-net", "explain everything net PROGRAMME --line orders --period 8", 0},
      {"explain-cost", "explain everything cost PROGRAMME --line integrations --jobs 1", 0},
      {"explain-margin", "explain nordic-home-growth gross_margin PROGRAMME --depth 3", 0},
      {"explain-peak", "explain everything infrastructure_peak_cover PROGRAMME", 0},
      {"explain-payback", "explain everything payback_months PROGRAMME --depth 2", 0},
      {"explain-word", "explain everything partner_owns_brand PROGRAMME --color never", 0},
      {"explain-partner", "explain mill-shared partner_lifetime_margin tests/golden/migrating", 0},
      {"explain-markdown", "explain everything net PROGRAMME --line support --format markdown", 0},
      {"explain-json", "explain everything net PROGRAMME --line support --format json", 0},
      {"explain-output", "explain everything mrr_exit PROGRAMME --depth 2 --output OUT", 0},
      {"explain-no-such-metric", "explain everything gros_margin PROGRAMME", 2},
      {"explain-no-such-line", "explain everything net PROGRAMME --line order", 2},
      {"explain-bad-period", "explain everything net PROGRAMME --period 99", 2},
      {"qualify-help", "qualify --help", 0},
      {"qualify", "qualify tests/golden/qualified", 0},
      {"qualify-one", "qualify tests/golden/qualified --customer cellar --customer mill --color never --jobs 1", 0},
      {"qualify-markdown", "qualify tests/golden/qualified --customer atlas --format markdown", 0},
      {"qualify-json", "qualify tests/golden/qualified --customer forge --format json", 0},
      {"qualify-output", "qualify tests/golden/qualified --customer mill --output OUT", 0},
      {"qualify-migration", "qualify tests/golden/migrating", 0},
      {"qualify-migration-markdown", "qualify tests/golden/migrating --format markdown", 0},
      {"qualify-migration-json", "qualify tests/golden/migrating --format json", 0},
      {"qualify-wrong-answers", "qualify tests/golden/misqualified", 2},
      {"qualify-unknown", "qualify tests/golden/qualified --customer celar", 2},
      {"qualify-not-asked", "qualify PROGRAMME --customer nordic-home", 2},
      {"qualify-nobody", "qualify PROGRAMME", 2},
      {"advise-help", "advise --help", 0},
      {"advise", "advise tests/golden/governed --jobs 1 --color never", 0},
      {"advise-markdown", "advise tests/golden/governed --partner agency --format markdown", 0},
      {"advise-json", "advise tests/golden/governed --format json", 0},
      {"advise-output", "advise tests/golden/governed --output OUT", 0},
      {"advise-unknown", "advise tests/golden/governed --partner agencie", 2},
      {"govern-help", "govern --help", 0},
      {"govern", "govern tests/golden/governed --today 2026-06-01 --jobs 1 --color never", 0},
      {"govern-customer", "govern tests/golden/governed --customer shop --partner agency --today 2026-06-01", 0},
      {"govern-markdown", "govern tests/golden/governed --format markdown --today 2026-06-01", 0},
      {"govern-json", "govern tests/golden/governed --format json --today 2026-06-01", 0},
      {"govern-review", "govern tests/golden/governed --review --today 2026-06-01", 0},
      {"govern-output", "govern tests/golden/governed --review --today 2026-06-01 --output OUT", 0},
      {"govern-unknown", "govern tests/golden/governed --customer shopp --today 2026-06-01", 2},
      {"govern-review-of-customer", "govern tests/golden/governed --review --customer shop", 2},
      {"solve-help", "solve --help", 0},
      {"solve", "solve too-cheap PROGRAMME PROGRAMME/violations --today 2026-02-01", 1},
      {"solve-nothing", "solve alpine-outdoor-growth PROGRAMME --jobs 2", 0},
      {"solve-markdown", "solve too-cheap PROGRAMME/violations --format markdown --color never", 1},
      {"solve-json", "solve too-cheap PROGRAMME/violations --format json", 1},
      {"solve-goal", "solve nordic-home-growth PROGRAMME --metric gross_margin --target 45% --lever deal_discount", 0},
      {"solve-goal-line",
       "solve nordic-home-growth PROGRAMME --metric price --base cost --target 1.5 --lever line_price --line hosting",
       0},
      {"solve-goal-out-of-reach",
       "solve nordic-home-growth PROGRAMME --metric gross_margin --target 0.99 --lever deal_discount", 2},
      {"solve-goal-met", "solve nordic-home-growth PROGRAMME --metric tcv --target 85982.80 --lever deal_discount", 0},
      {"solve-goal-met-markdown",
       "solve nordic-home-growth PROGRAMME --metric tcv --target 85982.80 --lever deal_discount --format markdown", 0},
      {"solve-goal-needs-line",
       "solve nordic-home-growth PROGRAMME --metric component_margin --target 0.5 --lever line_price", 2},
      {"solve-output", "solve alpine-outdoor-growth PROGRAMME --output OUT", 0},
      {"onboarding-help", "onboarding --help", 0},
      {"onboarding", "onboarding RUNS --today 2026-03-02 --jobs 2", 0},
      {"onboarding-one", "onboarding RUNS --run north-onboarding --today 2026-03-02 --format markdown", 0},
      {"onboarding-json", "onboarding RUNS --run north-onboarding --today 2026-03-02 --format json", 0},
      {"onboarding-minutes", "onboarding RUNS --minutes --today 2026-03-02 --color never", 0},
      {"onboarding-minutes-html",
       "onboarding RUNS --minutes --workshop kick-off --run north-onboarding --today 2026-03-02 --format html --output "
       "OUT",
       0},
      {"onboarding-no-such-run", "onboarding RUNS --run north-onbording --today 2026-03-02", 2},
      {"onboarding-no-such-workshop", "onboarding RUNS --minutes --workshop kik-off --today 2026-03-02", 2},
      {"onboarding-idle-workshop", "onboarding RUNS --workshop kick-off", 2},
      {"onboarding-idle-format", "onboarding RUNS --format html", 2},
      {"onboarding-mistakes", "onboarding tests/golden/misonboarded --today 2026-03-02 --color never", 2},
      {"check-onboarding-mistakes", "check tests/golden/misonboarded --today 2026-03-02 --color never", 2},
      {"govern-mistakes", "govern tests/golden/misonboarded --today 2026-03-02 --color never", 0},
      {"plan-help", "plan --help", 0},
      {"plan", "plan tests/golden/planned --jobs 2 --color never", 0},
      {"plan-monthly", "plan tests/golden/planned --portfolio growth --monthly", 0},
      {"plan-json", "plan tests/golden/planned --portfolio small --monthly --format json", 0},
      {"plan-markdown", "plan tests/golden/planned --portfolio growth --format markdown", 0},
      {"plan-html", "plan tests/golden/planned --portfolio growth --format html --output OUT", 0},
      {"plan-charts", "plan tests/golden/planned --portfolio small --format markdown --charts OUT", 0},
      {"plan-unknown", "plan tests/golden/planned --portfolio grwth", 2},
      {"plan-none", "plan PROGRAMME", 2},
      {"plan-mistakes", "plan tests/golden/misplanned --color never", 2},
      {"check-plan-mistakes", "check tests/golden/misplanned --color never", 2},
      {"review-help", "review --help", 0},
      {"review", "review tests/golden/reviewed --today 2026-08-03 --jobs 2 --color never", 0},
      {"review-internal", "review tests/golden/reviewed --plan mill-success --internal --today 2026-08-03", 0},
      {"review-markdown", "review tests/golden/reviewed --plan mill-success --today 2026-08-03 --format markdown", 0},
      {"review-json", "review tests/golden/reviewed --plan mill-success --today 2026-08-03 --format json", 0},
      {"review-html", "review tests/golden/reviewed --plan mill-success --today 2026-08-03 --format html --output OUT",
       0},
      {"review-automation", "review tests/golden/reviewed --automation --customer mill", 0},
      {"review-automation-markdown", "review tests/golden/reviewed --automation --format markdown", 0},
      {"review-automation-json", "review tests/golden/reviewed --automation --format json", 0},
      {"review-unknown", "review tests/golden/reviewed --plan mill-succes --today 2026-08-03", 2},
      {"review-unknown-customer", "review tests/golden/reviewed --automation --customer mil", 2},
      {"review-none", "review PROGRAMME --today 2026-08-03", 2},
      {"review-idle-customer", "review tests/golden/reviewed --customer mill", 2},
      {"review-idle-internal", "review tests/golden/reviewed --automation --internal", 2},
      {"review-mistakes", "review tests/golden/misreviewed --today 2026-08-03 --color never", 2},
      {"check-review", "check tests/golden/reviewed --today 2026-08-03 --color never", 0},
      {"check-review-mistakes", "check tests/golden/misreviewed --today 2026-08-03 --color never", 2},
      {"run-automation", "run tests/golden/reviewed --deal mill-deal", 0},
      {"schema-help", "schema --help", 0},
      {"schema-deal", "schema deal --color never", 0},
      {"schema-output", "schema brand --output OUT", 0},
      {"schema-unknown", "schema contract", 2},
      {"fmt-help", "fmt --help", 0},
      {"fmt", "fmt PROGRAMME/partners/studio.json", 0},
      {"fmt-stdin", "fmt -", 0, R"({"kind":"brand","name":"B","dealwright":1,"id":"b"})"},
      {"fmt-check", "fmt --check PROGRAMME --color never", 0},
      {"fmt-output", "fmt PROGRAMME/brands/studio.json --output OUT", 0},
      {"fmt-write-stdin", "fmt --write -", 2, R"({"dealwright":1,"kind":"brand","id":"b","name":"B"})"},
      {"fmt-broken", "fmt --check BROKEN", 2},
      {"merge-help", "merge --help", 0},
      {"merge",
       "merge PROGRAMME/brands/studio.json PROGRAMME/brands/studio.json PROGRAMME/brands/studio.json --color never", 0},
      {"merge-output",
       "merge PROGRAMME/brands/studio.json PROGRAMME/brands/studio.json PROGRAMME/brands/studio.json --output OUT", 0},
      {"merge-unrelated",
       "merge PROGRAMME/brands/studio.json PROGRAMME/brands/studio.json PROGRAMME/partners/studio.json", 2},
      {"merge-unrelated-runs",
       "merge tests/golden/misonboarded/run.json tests/golden/misonboarded/lost.json "
       "tests/golden/misonboarded/run.json",
       2},
      {"init-help", "init --help", 0},
      {"init-existing", "init PROGRAMME --output OUT --color never", 2},
      {"serve-help", "serve --help", 0},
      {"serve-nowhere", "serve --port 0 --site PROGRAMME/nowhere --color never", 2},
      {"no-command", "", 2},
      {"unknown-command", "chek", 2},
      {"unknown-option", "check --fast", 2},
  };
  return all;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// The day of a report that was not told which day it is.
std::string without_day(const std::string& text) {
  return std::regex_replace(text, std::regex("\"today\": \"[0-9-]+\""), "\"today\": \"DAY\"");
}

TEST_CASE("output of every command") {
  for (const Case& one : cases()) {
    CAPTURE(one.arguments);
    const std::string file = tests::scratch_folder() + "/report";
    std::string arguments = replaced(one.arguments, "PROGRAMME", "tests/golden/programme");
    arguments = replaced(arguments, "BROKEN", "tests/golden/broken");
    arguments = replaced(arguments, "RUNS", "tests/golden/onboarding");
    tests::Setting setting;
    setting.input = one.input;
    const tests::Outcome outcome = tests::run(replaced(arguments, "OUT", file), setting);
    CHECK(outcome.exit_code == one.exit_code);
    std::string text = "$ dealwright " + arguments + "\nexit code " + std::to_string(outcome.exit_code) + "\n";
    const bool dated = one.arguments.find("--today") != std::string::npos;
    const auto add = [&](const std::string& title, const std::string& content) {
      if (!content.empty())
        text += "--- " + title + "\n" + replaced(dated ? content : without_day(content), file, "OUT");
    };
    add("standard output", outcome.out);
    add("standard error", outcome.err);
    if (tests::exists(file)) add("file", tests::read_text(file));
    tests::check_golden(one.name + ".txt", text);
  }
}

// Commands and options are read from --help itself.
std::vector<std::string> commands() {
  const std::string help = tests::run("--help").out;
  const std::size_t list = help.find("Subcommands:");
  REQUIRE(list != std::string::npos);
  std::vector<std::string> out;
  std::istringstream lines(help.substr(list));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    if (line[2] != ' ') out.push_back(words_of(line).front());
  }
  return out;
}

TEST_CASE("no command and no option is left untested") {
  const std::vector<std::string> names = commands();
  CHECK(names.size() >= 8);
  for (const std::string& command : names) {
    CAPTURE(command);
    const tests::Outcome help = tests::run(command + " --help");
    CHECK(help.exit_code == 0);
    CHECK(help.out.find("Example:") != std::string::npos);
    std::set<std::string> used;
    for (const Case& one : cases()) {
      const auto words = words_of(one.arguments);
      if (!words.empty() && words.front() == command) used.insert(words.begin(), words.end());
    }
    // Written to files of their own, so that they are tested beside the files (tests/cli/fmt_init_test.cpp).
    if (command == "fmt") used.insert("--write");
    const std::regex option("^  (?:-\\w,)?(--[a-z-]+)");
    std::istringstream lines(help.out);
    int seen = 0;
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, option)) continue;
      ++seen;
      CHECK_MESSAGE(used.count(match[1]) == 1, match[1].str(), " of ", command, " has no case");
    }
    CHECK(seen >= 2);
  }
}

TEST_CASE("every example of --help runs") {
  // Examples name the shipped scenarios; whether a guardrail fails there is not this test's business.
  for (const std::string& command : commands()) {
    const std::string help = tests::run(command + " --help").out;
    std::istringstream lines(help.substr(help.find("Example:")));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      if (!line.starts_with("  dealwright ") || line.find("&&") != std::string::npos) continue;
      CAPTURE(line);
      std::string arguments = line.substr(std::string("  dealwright ").size());
      // One writes into the repository, the other goes on until it is ended (tests/cli/serve_test.cpp).
      if (arguments.find("--write") != std::string::npos || command == "serve") continue;
      const std::string file = tests::scratch_folder() + "/out";
      arguments = std::regex_replace(arguments, std::regex("--output \\S+"), "--output " + file);
      CHECK(tests::run(arguments).exit_code < 2);
    }
  }
}

}  // namespace
