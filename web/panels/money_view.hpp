#pragma once
// What the panels of money over time keep between frames, beside the documents.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/report/chart.hpp"
#include "core/report/review_sections.hpp"
#include "core/report/table.hpp"
#include "web/app/sensitivity_study.hpp"
#include "web/app/simulation_run.hpp"

namespace dealwright::web {

// Charts and tables of one document, and the state of the session that they are of.
struct MoneyPictures {
  std::string id;
  std::uint64_t state = 0;
  std::vector<report::Chart> charts;
  std::vector<report::Table> tables;
  std::vector<std::string> lines;
  std::vector<report::Section> sections;

  // Whether they have to be made anew, empty now.
  bool is_stale(const std::string& of, std::uint64_t now) {
    if (id == of && state == now) return false;
    *this = {of, now, {}, {}, {}, {}};
    return true;
  }
};

// The deals that one is compared with.
struct ComparedWith {
  std::string deal;
  std::vector<std::string> others;  // at most three
  int shown = 0;                    // of the others, whose differences are in sight
};

struct MoneyView {
  // The deal whose customer's baselines are entered before it has a return, and the frame in which it was last shown.
  struct Measuring {
    std::string deal;
    int frame = 0;
  };
  Measuring measuring;
  bool return_by_month = false;
  bool plan_by_month = false;
  int plan_year = 0;  // of the waterfall, counted from 0
  SimulationWish wish;
  TwoWayWish two_way;
  std::vector<ComparedWith> compared;  // of each deal for which it was asked
  MoneyPictures returns, partners, simulations, sensitivities, comparisons, plans, reviews;
};

}  // namespace dealwright::web
