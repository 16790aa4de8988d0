#pragma once
// A price book made ready for pricing: names resolved to indices, sizing and percentages in an order without forward
// references.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.hpp"
#include "core/base/exact.hpp"
#include "core/base/wide.hpp"
#include "core/model/customer.hpp"
#include "core/model/price_book.hpp"

namespace dealwright::pricing {

// A number of the customer's profile that sizing rules may name.
struct Fact {
  const char* name;
  Decimal model::Profile::*member;
};

// All numbers of the profile, in the order of its description.
const std::vector<Fact>& profile_facts();

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
  bool uses_money = false;  // sized, directly or through other meters, from the average order value
  bool uses_users = false;  // sized, directly or through other meters, from the number of users
};

struct ResolvedPrice {
  std::vector<int> of;  // components a percentage is taken of
  int events = -1;      // meter
};

struct ResolvedCost {
  int meter = -1;  // where it is not the component's own
  int role = -1;
};

struct ResolvedVariant {
  int service_tier = -1;
  ResolvedPrice price;
  ResolvedCost cost;
};

struct ResolvedComponent {
  int meter = -1;
  ResolvedPrice price;
  ResolvedCost cost;
  std::vector<ResolvedVariant> variants;
  int rank = 0;  // components that a percentage is taken of rank lower than the percentage
};

// A step of the volume discount.
struct VolumeStep {
  std::size_t index = 0;  // in the book's discounts
  Exact from;             // list price of a month, major units
  Decimal from_amount;
  Decimal rate;
  std::array<bool, model::service_line_count> means{};  // by service line
};

struct ResolvedPackage {
  int service_tier = -1;
  std::vector<int> components;
  std::vector<int> fair_use_meters;
};

// Refers to the PriceBook it was made from, which must outlive it and stay unchanged.
class Book {
 public:
  explicit Book(const model::PriceBook& source);

  const model::PriceBook& source() const { return *source_; }
  // Index in the book's list of that id, or -1.
  int component(std::string_view id) const { return find(component_ids_, id); }
  int meter(std::string_view id) const { return find(meter_ids_, id); }
  int service_tier(std::string_view id) const { return find(service_tier_ids_, id); }
  int package(std::string_view id) const { return find(package_ids_, id); }
  int role(std::string_view id) const { return find(role_ids_, id); }

  Rounding rounding() const {
    return source_->rounding == model::RoundingMode::half_even ? Rounding::half_even : Rounding::half_up;
  }
  const ResolvedMeter& resolved_meter(int index) const { return meters_[static_cast<std::size_t>(index)]; }
  const ResolvedComponent& resolved_component(int index) const { return components_[static_cast<std::size_t>(index)]; }
  const ResolvedPackage& resolved_package(int index) const { return packages_[static_cast<std::size_t>(index)]; }
  // In the order of the document.
  const std::vector<VolumeStep>& volume_steps() const { return volume_steps_; }
  // Meters in an order in which each comes after those that size it.
  const std::vector<int>& sizing_order() const { return sizing_order_; }
  // What keeps the book from being used: names that nothing bears, meters or percentages in a circle, tiers out of
  // order, a missing open tier, fields that the price model does not use, mixed charges in a percentage. Pointers are
  // within the price book's document; file and line are empty. A deal cannot be priced from a book with errors.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  bool usable() const { return diagnostics_.empty(); }

 private:
  struct Name {
    std::string_view id;
    int index;
  };
  using Index = std::vector<Name>;
  static int find(const Index& index, std::string_view id);
  template <class List>
  static Index index_of(const List& list);

  const model::PriceBook* source_;
  Index component_ids_, meter_ids_, service_tier_ids_, package_ids_, role_ids_;
  std::vector<ResolvedMeter> meters_;
  std::vector<ResolvedComponent> components_;
  std::vector<ResolvedPackage> packages_;
  std::vector<VolumeStep> volume_steps_;
  std::vector<int> sizing_order_;
  Diagnostics diagnostics_;

  void report(const char* code, std::string pointer, std::string message, std::string expected = {},
              std::string nearest = {});
  int resolve(const Index& index, const std::string& id, const char* what, const std::string& pointer);
  void resolve_terms(const std::vector<model::SizingTerm>& terms, const std::string& pointer,
                     std::vector<ResolvedTerm>& out);
  ResolvedPrice resolve_price(const model::Price& price, const model::Component& component, const std::string& pointer);
  ResolvedCost resolve_cost(const model::Cost& cost, const std::string& pointer);
  // `model` says which fields a tier is priced by.
  void check_tiers(const std::vector<model::Tier>& tiers, model::PriceModel model, const std::string& pointer);
  void check_percentage(const model::Price& price, const model::Component& component, const std::string& pointer);
  void resolve_meters();
  void resolve_components();
  void resolve_packages();
  void resolve_volume_steps();
  void order_sizing();
  void order_percentages();
};

}  // namespace dealwright::pricing
