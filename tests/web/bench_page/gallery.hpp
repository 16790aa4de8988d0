#pragma once
// Every widget in every state, in either mode and density: where the look is judged, and what the tests compare.

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/date.hpp"
#include "core/base/decimal.hpp"
#include "web/ui/ui.hpp"
#include "web/ui/widgets/table.hpp"

namespace dealwright::web {

class Gallery {
 public:
  static constexpr std::string_view address = "gallery";
  enum Page : std::uint8_t { fields, actions, data, charts, icons };
  static constexpr int pages = 5;

  // Draws the whole window.
  void draw();

  int page = fields;

 private:
  void draw_head();
  void draw_fields();
  void draw_numbers();
  void draw_choices();
  void draw_buttons();
  void draw_navigation();
  void draw_feedback();
  void draw_stats();
  void draw_table();
  void draw_chips();
  void draw_time_charts();
  void draw_part_charts();
  void draw_icons();
  void draw_type();

  std::string name_ = "Fjordline Outdoor AS";
  std::string empty_;
  std::string notes_ = "Renews in October.\nWants one invoice a quarter.";
  std::string search_;
  std::string found_ = "hosting";
  Decimal amount_ = Decimal::from_micro(1'249'500'000);
  Decimal unit_price_ = Decimal::from_micro(12'000);
  Decimal rate_ = Decimal::from_micro(125'000);
  Decimal over_ = Decimal::from_micro(620'000);
  Decimal hours_ = Decimal::from_micro(7'500'000);
  std::optional<Decimal> unstated_;
  std::int64_t months_ = 36;
  Date start_ = *Date::from(2026, 7, 1);
  Date none_;
  int country_ = 3;
  int model_ = 1;
  int unchosen_ = -1;
  int tab_ = 0;
  int step_ = 2;
  int billing_ = 1;
  bool on_ = true;
  bool off_ = false;
  bool ticked_ = true;
  bool unticked_ = false;
  bool open_ = true;
  bool closed_ = false;
  int row_ = 1;
  ui::Sorting sorting_{4, true};
};

}  // namespace dealwright::web
