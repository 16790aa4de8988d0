#pragma once
// Prices a deal: the whole of docs/pricing.md.

#include <memory>

#include "core/base/diagnostic.hpp"
#include "core/model/customer.hpp"
#include "core/model/deal.hpp"
#include "core/model/partner.hpp"
#include "core/pricing/book.hpp"
#include "core/pricing/result.hpp"

namespace dealwright::pricing {

// The documents a deal refers to.
struct Context {
  const model::Deal& deal;
  const model::Partner& partner;
  const model::Customer& customer;
  const Book& book;
};

// Holds working memory that is reused from deal to deal: pricing a stream of deals allocates nothing in the long run.
class Pricer {
 public:
  Pricer();
  ~Pricer();
  Pricer(const Pricer&) = delete;
  Pricer& operator=(const Pricer&) = delete;
  Pricer(Pricer&&) noexcept;
  Pricer& operator=(Pricer&&) noexcept;

  // Fills `out` (every field is set anew). Returns false where the deal cannot be priced, with the reasons appended to
  // `diagnostics`: pointers are within the deal's document, file and line are empty.
  bool price(const Context& context, PricedDeal& out, Diagnostics& diagnostics);

 private:
  struct Workspace;
  std::unique_ptr<Workspace> workspace_;
};

}  // namespace dealwright::pricing
