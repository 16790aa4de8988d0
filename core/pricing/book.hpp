#pragma once
// A price book made ready for pricing: names resolved to indices, sizing and percentages in an order without forward references.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/base/wide.hpp"
#include "core/model/customer.hpp"
#include "core/model/price_book.hpp"

namespace dealwright::pricing {

// A sizing term whose name is resolved.
struct ResolvedTerm {
  Decimal model::Profile::*fact = nullptr;  // a number of the profile, or
  int meter = -1;                           // another meter
  Decimal factor;
  Decimal per;
};

struct ResolvedMeter {
  std::vector<ResolvedTerm> terms;
  std::vector<ResolvedTerm> limit_terms;
};

// Refers to the PriceBook it was made from, which must outlive it and stay unchanged.
class Book {
 public:
  explicit Book(const model::PriceBook& source);

  const model::PriceBook& source() const { return *source_; }
  // Index in the book's list of that id, or -1.
  int component(std::string_view id) const;
  int meter(std::string_view id) const;
  int service_tier(std::string_view id) const;
  int package(std::string_view id) const;
  int role(std::string_view id) const;

  Rounding rounding() const;
  const ResolvedMeter& resolved_meter(int index) const { return meters_[static_cast<std::size_t>(index)]; }
  // Meters in an order in which each comes after those that size it.
  const std::vector<int>& sizing_order() const { return sizing_order_; }
  // Components in an order in which each comes after those it takes a percentage of.
  const std::vector<int>& pricing_order() const { return pricing_order_; }
  // What keeps the book from being used: unknown names in sizing rules, meters or percentages in a circle, tiers out of order,
  // a missing open tier, mixed charges in a percentage. Pointers are within the price book's document; file and line are empty.
  // A deal cannot be priced from a book with errors.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  struct Name {
    std::string_view id;
    int index;
  };
  using Index = std::vector<Name>;
  const model::PriceBook* source_;
  Index components_, meter_ids_, service_tiers_, packages_, roles_;
  std::vector<ResolvedMeter> meters_;
  std::vector<int> sizing_order_, pricing_order_;
  Diagnostics diagnostics_;

  void resolve_sizing();
  void order_percentages();
  void check_tiers();
};

}  // namespace dealwright::pricing
