#pragma once
// Commands about one deal: which it is, the documents it refers to, its price.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "core/guardrails/background.hpp"
#include "core/pricing/pricer.hpp"
#include "native/commands/options.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {

struct DealOptions {
  CommonOptions common;
  std::string deal;                // id, or the file that holds it
  std::vector<std::string> paths;  // where an id is looked for; none: the programme around this folder
};

// DEAL and paths as positional arguments.
void add_deal(CLI::App& command, DealOptions& options);

// A priced deal with all it refers to. The programme it is from is kept beside it.
struct OneDeal {
  Programme programme;
  const model::Deal* deal = nullptr;
  const model::Partner* partner = nullptr;
  const model::Customer* customer = nullptr;
  const model::Brand* brand = nullptr;  // null where the partner names none
  std::unique_ptr<pricing::Book> book;
  pricing::PricedDeal priced;
  Diagnostics diagnostics;  // of everything that was read on the way

  pricing::Context context() const { return {*deal, *partner, *customer, *book}; }
  // `all` is of the programme's documents.
  guardrails::Background background(const guardrails::Backgrounds& all) const {
    const auto& documents = programme.library.documents;
    return all.of(static_cast<int>(partner - documents.partners.data()),
                  static_cast<int>(customer - documents.customers.data()));
  }
};

// Null `deal` in the result where there is none of that name or it cannot be priced: the diagnostics say why.
std::unique_ptr<OneDeal> find_deal(const DealOptions& options);

}  // namespace dealwright::native
