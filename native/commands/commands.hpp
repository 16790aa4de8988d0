#pragma once
// The commands of the runner. Each adds itself to the application; when it is called it sets `exit_code`.

#include <CLI/CLI.hpp>

namespace dealwright::native {

void add_check(CLI::App& application, int& exit_code);
void add_run(CLI::App& application, int& exit_code);
void add_quote(CLI::App& application, int& exit_code);
void add_explain(CLI::App& application, int& exit_code);
void add_solve(CLI::App& application, int& exit_code);
void add_simulate(CLI::App& application, int& exit_code);
void add_sensitivity(CLI::App& application, int& exit_code);
void add_compare(CLI::App& application, int& exit_code);
void add_qualify(CLI::App& application, int& exit_code);
void add_onboarding(CLI::App& application, int& exit_code);
void add_advise(CLI::App& application, int& exit_code);
void add_govern(CLI::App& application, int& exit_code);
void add_plan(CLI::App& application, int& exit_code);
void add_review(CLI::App& application, int& exit_code);
void add_schema(CLI::App& application, int& exit_code);
void add_fmt(CLI::App& application, int& exit_code);
void add_merge(CLI::App& application, int& exit_code);
void add_init(CLI::App& application, int& exit_code);
void add_serve(CLI::App& application, int& exit_code);

}  // namespace dealwright::native
