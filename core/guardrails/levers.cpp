#include "core/guardrails/levers.hpp"

#include <algorithm>

#include "core/document/type.hpp"
#include "core/pricing/tiers.hpp"

namespace dealwright::guardrails {
namespace {

using model::Lever;

constexpr std::int64_t most_growth =
    1000;  // quantities, prices and commitments rise to at most so many times the present one

Decimal minor_unit(Currency currency) {
  return Decimal::from_micro(Decimal::scale / currency.minor_per_major());
}

Decimal times_most_growth(Decimal value) {
  const std::int64_t most = INT64_MAX / most_growth;
  return Decimal::from_micro(std::min(value.micro(), most) * most_growth);
}

// Four digits finer than the size of the price, between 0.000001 and one minor unit.
Decimal unit_price_step(Decimal price, Currency currency) {
  std::int64_t step = 1;
  while (step * 100'000 <= price.micro() && step * 10 <= minor_unit(currency).micro()) step *= 10;
  return Decimal::from_micro(step);
}

Place number(Lever lever, Field field, Decimal present, Decimal step, Decimal low, Decimal high) {
  Place place;
  place.lever = lever;
  place.field = field;
  place.is_number = true;
  place.present = present;
  place.step = step;
  place.low = low;
  place.high = high;
  return place;
}

Place rate(Lever lever, Field field, Decimal present) {
  return number(lever, field, present, Decimal::from_micro(100), {}, Decimal::whole(1));
}

Place count(Lever lever, Field field, int present, int low, int high) {
  return number(lever, field, Decimal::whole(present), Decimal::whole(1), Decimal::whole(low), Decimal::whole(high));
}

Place amount(Lever lever, Field field, Decimal present, Currency currency) {
  return number(lever, field, present, minor_unit(currency), {}, times_most_growth(present));
}

// Gathers the places of one line.
class LinePlaces {
 public:
  LinePlaces(const pricing::Context& context, const pricing::PricedLine& priced, std::vector<Place>& out)
      : context_(context),
        priced_(priced),
        out_(out),
        component_(context.book.source().components[static_cast<std::size_t>(priced.component_index)]),
        line_(priced.deal_line >= 0 ? &context.deal.lines[static_cast<std::size_t>(priced.deal_line)] : nullptr) {}

  void discounts() {
    if (!component_.discountable) return;
    add(rate(Lever::line_discount, Field::line_discount, line_ != nullptr ? line_->discount : Decimal()),
        line_ != nullptr);
    if (line_ == nullptr) return;
    if (!line_->discount_amount.is_zero()) {
      add(amount(Lever::line_discount, Field::line_discount_amount, line_->discount_amount, context_.deal.currency),
          true);
    }
    for (int i = 0; i < static_cast<int>(line_->ramp.size()); ++i) {
      const auto& discount = segment(i).discount;
      if (discount) add(rate(Lever::line_discount, Field::line_discount, *discount), true, i);
    }
  }

  void prices() {
    const model::Price& price = price_in_force();
    if (!pricing::takes_agreed_price(price.model)) return;
    const bool by_unit = price.model == model::PriceModel::per_unit;
    const Decimal list = by_unit ? price.unit : price.amount;
    const auto place = [&](Decimal present) {
      const Decimal size = std::max(present, list);
      const Currency currency = context_.deal.currency;
      const Decimal step = by_unit ? unit_price_step(size, currency) : minor_unit(currency);
      return number(Lever::line_price, Field::line_price, present, step, {}, times_most_growth(size));
    };
    const bool stated = line_ != nullptr && line_->price;
    add(place(stated ? *line_->price : list), stated);
    for (int i = 0; line_ != nullptr && i < static_cast<int>(line_->ramp.size()); ++i) {
      if (segment(i).price) add(place(*segment(i).price), true, i);
    }
  }

  void quantities() {
    const model::Price& price = price_in_force();
    const bool of_components = price.model == model::PriceModel::percentage && !price.of.empty();
    if (of_components || priced_.spans.empty() || (line_ != nullptr && !line_->readings.empty())) return;
    Decimal step = Decimal::whole(1);
    const int meter = context_.book.resolved_component(priced_.component_index).meter;
    if (meter >= 0) {
      const auto& sizing = context_.book.source().meters[static_cast<std::size_t>(meter)].sizing;
      if (sizing && sizing->step) step = *sizing->step;
    }
    const auto place = [&](Decimal present) {
      return number(Lever::quantity, Field::line_quantity, present, step, {},
                    times_most_growth(std::max(present, Decimal::whole(1))));
    };
    const bool stated = line_ != nullptr && line_->quantity;
    add(place(stated ? *line_->quantity : priced_.spans.front().waterfall.metered), stated);
    for (int i = 0; line_ != nullptr && i < static_cast<int>(line_->ramp.size()); ++i) {
      if (segment(i).quantity) add(place(*segment(i).quantity), true, i);
    }
  }

  void removal() {
    if (line_ == nullptr || context_.deal.lines.size() + package_components().size() < 2) return;
    const auto& brought = package_components();
    if (std::find(brought.begin(), brought.end(), component_.id) != brought.end()) return;
    Place place;
    place.lever = Lever::remove_line;
    place.field = Field::line;
    add(std::move(place), true);
  }

 private:
  const pricing::Context& context_;
  const pricing::PricedLine& priced_;
  std::vector<Place>& out_;
  const model::Component& component_;
  const model::Line* line_;

  const model::RampSegment& segment(int index) const { return line_->ramp[static_cast<std::size_t>(index)]; }

  const model::Price& price_in_force() const {
    if (priced_.variant < 0) return component_.price;
    const auto& variant = component_.variants[static_cast<std::size_t>(priced_.variant)];
    return variant.price ? *variant.price : component_.price;
  }

  const std::vector<std::string>& package_components() const {
    static const std::vector<std::string> none;
    const int package = context_.book.package(context_.deal.package);
    return package < 0 ? none : context_.book.source().packages[static_cast<std::size_t>(package)].components;
  }

  void add(Place place, bool stated, int segment_index = -1) {
    place.component = component_.id;
    place.line = line_ != nullptr ? priced_.deal_line : static_cast<int>(context_.deal.lines.size());
    place.segment = segment_index;
    place.stated = stated;
    out_.push_back(std::move(place));
  }
};

void add_words(std::vector<Place>& out, Lever lever, Field field, std::string_view present,
               std::vector<std::string> words) {
  Place place;
  place.lever = lever;
  place.field = field;
  place.present_word = present;
  std::erase(words, place.present_word);
  place.words = std::move(words);
  if (!place.words.empty()) out.push_back(std::move(place));
}

template <class E>
void add_choice(std::vector<Place>& out, Lever lever, Field field, E present) {
  const auto choices = document::type_of<E>().choices;
  add_words(out, lever, field, choices[static_cast<std::size_t>(present)], {choices.begin(), choices.end()});
}

void add_duties(std::vector<Place>& out, const model::Ownership& owns) {
  const auto parties = document::type_of<model::Party>().choices;
  const auto add = [&](Field field, model::Party party) {
    if (party != model::Party::partner) {
      add_words(out, Lever::duty, field, parties[static_cast<std::size_t>(party)], {"partner"});
    }
  };
  add(Field::owns_brand, owns.brand);
  add(Field::owns_price, owns.price);
  add(Field::owns_relationship, owns.relationship);
}

void add_commitment(std::vector<Place>& out, const pricing::Context& context, const pricing::PricedDeal& priced) {
  const auto& commitment = context.deal.commitment;
  if (commitment) {
    Place place = amount(Lever::commitment, Field::commitment, commitment->amount, context.deal.currency);
    place.high = std::max(place.high, Decimal::whole(most_growth));
    out.push_back(std::move(place));
    return;
  }
  const std::int64_t largest = std::max({priced.totals.tcv.minor, priced.totals.cost_total.minor, std::int64_t{100}});
  const std::int64_t micro_per_minor = minor_unit(context.deal.currency).micro();
  const auto present = Decimal::from_micro(std::min(largest, INT64_MAX / micro_per_minor) * micro_per_minor);
  Place place = amount(Lever::commitment, Field::commitment, {}, context.deal.currency);
  place.high = times_most_growth(present);
  place.stated = false;
  out.push_back(std::move(place));
}

bool belongs(const pricing::PricedDeal& priced, Subject subject, int line) {
  if (subject.line >= 0) return subject.line == line;
  return subject.service_line < 0 || line_subject(priced, line).service_line == subject.service_line;
}

}  // namespace

bool changes_price(Field field) {
  return field != Field::payment_days && field != Field::owns_brand && field != Field::owns_price &&
         field != Field::owns_relationship;
}

std::vector<Place> places_of(Lever lever, const pricing::Context& context, const pricing::PricedDeal& priced,
                             Subject subject) {
  const model::Deal& deal = context.deal;
  std::vector<Place> out;
  const auto for_lines = [&](auto gather) {
    for (int i = 0; i < static_cast<int>(priced.lines.size()); ++i) {
      if (!belongs(priced, subject, i)) continue;
      LinePlaces places(context, priced.lines[static_cast<std::size_t>(i)], out);
      gather(places);
    }
  };
  switch (lever) {
    case Lever::deal_discount:
      out.push_back(rate(lever, Field::deal_discount, deal.discount));
      if (!deal.discount_amount.is_zero()) {
        out.push_back(amount(lever, Field::deal_discount_amount, deal.discount_amount, deal.currency));
      }
      break;
    case Lever::line_discount:
      for_lines([](LinePlaces& places) { places.discounts(); });
      break;
    case Lever::line_price:
      for_lines([](LinePlaces& places) { places.prices(); });
      break;
    case Lever::quantity:
      for_lines([](LinePlaces& places) { places.quantities(); });
      break;
    case Lever::remove_line:
      for_lines([](LinePlaces& places) { places.removal(); });
      break;
    case Lever::term_months:
      out.push_back(count(lever, Field::term_months, deal.term_months, 1, 120));
      break;
    case Lever::payment_days:
      out.push_back(count(lever, Field::payment_days, deal.payment_days, 0, 365));
      break;
    case Lever::free_months:
      if (deal.free_months) out.push_back(count(lever, Field::free_months, deal.free_months->months, 0, 120));
      break;
    case Lever::commitment:
      add_commitment(out, context, priced);
      break;
    case Lever::tenancy:
      add_choice(out, lever, Field::tenancy, deal.tenancy);
      break;
    case Lever::billing:
      add_choice(out, lever, Field::billing, deal.billing);
      break;
    case Lever::service_tier: {
      std::vector<std::string> tiers;
      for (const auto& tier : context.book.source().service_tiers) tiers.push_back(tier.id);
      add_words(out, lever, Field::service_tier, priced.service_tier, std::move(tiers));
      break;
    }
    case Lever::duty:
      add_duties(out, deal.owns);
      break;
  }
  return out;
}

}  // namespace dealwright::guardrails
