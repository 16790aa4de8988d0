#include "tests/pricing/reference/lines.hpp"

#include <algorithm>

namespace dealwright::reference {

const model::RampSegment* LineOfDeal::segment(int period) const {
  if (!line) return nullptr;
  for (const auto& segment : line->ramp) {
    if (segment.from_month <= period && (!segment.to_month || period <= *segment.to_month)) return &segment;
  }
  return nullptr;
}

namespace {

template <class T>
const T* find(const std::vector<T>& list, const std::string& id) {
  for (const auto& element : list) {
    if (element.id == id) return &element;
  }
  return nullptr;
}

// One that states both, else one that states only the tier, else one that states only the tenancy.
const model::Variant* variant_of(const model::Component& component, model::Tenancy tenancy, const std::string& tier) {
  for (const auto& variant : component.variants) {
    if (variant.tenancy == tenancy && !variant.service_tier.empty() && variant.service_tier == tier) return &variant;
  }
  for (const auto& variant : component.variants) {
    if (!variant.tenancy && !variant.service_tier.empty() && variant.service_tier == tier) return &variant;
  }
  for (const auto& variant : component.variants) {
    if (variant.tenancy == tenancy && variant.service_tier.empty()) return &variant;
  }
  return nullptr;
}

LineOfDeal make_line(const Documents& documents, const std::string& component_id, int last_period) {
  LineOfDeal made;
  made.component = find_component(documents.book, component_id);
  made.component_index = static_cast<int>(made.component - documents.book.components.data());
  made.variant = variant_of(*made.component, documents.deal.tenancy, service_tier_of(documents));
  if (made.variant) made.variant_index = static_cast<int>(made.variant - made.component->variants.data());
  made.last_period = last_period;
  for (const auto& line : documents.deal.lines) {
    if (line.component != component_id) continue;
    made.line = &line;
    made.deal_line = static_cast<int>(&line - documents.deal.lines.data());
    made.first_period = line.start_month;
    made.last_period = std::min(line.end_month.value_or(last_period), last_period);
  }
  if (!made.is_monthly()) made.last_period = made.first_period;
  return made;
}

}  // namespace

const model::Component* find_component(const model::PriceBook& book, const std::string& id) {
  return find(book.components, id);
}

const model::Meter* find_meter(const model::PriceBook& book, const std::string& id) {
  return find(book.meters, id);
}

const model::Package* package_of(const Documents& documents) {
  return documents.deal.package.empty() ? nullptr : find(documents.book.packages, documents.deal.package);
}

std::string service_tier_of(const Documents& documents) {
  if (!documents.deal.service_tier.empty()) return documents.deal.service_tier;
  const auto* package = package_of(documents);
  return package ? package->service_tier : "";
}

std::vector<LineOfDeal> lines_of(const Documents& documents, int last_period) {
  std::vector<LineOfDeal> lines;
  if (const auto* package = package_of(documents)) {
    for (const auto& id : package->components) {
      lines.push_back(make_line(documents, id, last_period));
      lines.back().from_package = true;
    }
  }
  for (const auto& line : documents.deal.lines) {
    const bool is_there = std::any_of(lines.begin(), lines.end(),
                                      [&](const LineOfDeal& other) { return other.component->id == line.component; });
    if (!is_there) lines.push_back(make_line(documents, line.component, last_period));
  }
  return lines;
}

}  // namespace dealwright::reference
