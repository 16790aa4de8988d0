#pragma once
// A deal with everything it refers to, and its lines: section "Lines" of docs/pricing.md. All functions of the
// reference expect documents without errors.

#include <vector>

#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/partner.hpp"
#include "core/model/price_book.hpp"
#include "tests/pricing/reference/calendar.hpp"

namespace dealwright::reference {

struct Documents {
  const model::PriceBook& book;
  const model::Partner& partner;
  const model::Customer& customer;
  const model::Deal& deal;
};

struct LineOfDeal {
  const model::Component* component = nullptr;
  const model::Line* line = nullptr;  // none: the package's plain line
  const model::Variant* variant = nullptr;
  bool from_package = false;
  int component_index = -1;
  int deal_line = -1;
  int variant_index = -1;
  int first_period = 1;
  int last_period = 1;

  bool is_monthly() const { return component->charge == model::Charge::monthly; }
  bool is_active(int period) const { return first_period <= period && period <= last_period; }
  const model::Price& price() const { return variant && variant->price ? *variant->price : component->price; }
  const model::Cost& cost() const { return variant && variant->cost ? *variant->cost : component->cost; }
  bool is_percentage_of_components() const {
    return price().model == model::PriceModel::percentage && !price().of.empty();
  }
  // The ramp segment that covers a period, or none.
  const model::RampSegment* segment(int period) const;
};

const model::Component* find_component(const model::PriceBook& book, const std::string& id);
const model::Meter* find_meter(const model::PriceBook& book, const std::string& id);
const model::Package* package_of(const Documents& documents);
std::string service_tier_of(const Documents& documents);
std::vector<LineOfDeal> lines_of(const Documents& documents, int last_period);

}  // namespace dealwright::reference
