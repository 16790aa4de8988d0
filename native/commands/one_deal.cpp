#include "native/commands/one_deal.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "core/base/suggest.hpp"

namespace dealwright::native {
namespace {

bool is_file(const std::string& path) {
  struct stat info {};
  return path == "-" || (::stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode));
}

template <class T>
const T* of_id(const std::vector<T>& list, const std::string& id) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const T& one) { return one.id == id; });
  return at == list.end() ? nullptr : &*at;
}

// The deal of the id, or the only one of the file.
const model::Deal* choose(const std::vector<model::Deal>& deals, const std::string& name, bool by_file,
                          bool file_is_read, Diagnostics& diagnostics) {
  if (!by_file) {
    if (const model::Deal* found = of_id(deals, name)) return found;
    std::vector<std::string_view> ids;
    ids.reserve(deals.size());
    for (const model::Deal& deal : deals) ids.push_back(deal.id);
    Diagnostic diagnostic = usage_mistake(fmt::format("there is no deal \"{}\" and no such file", name));
    diagnostic.code = "deal.none";
    diagnostic.nearest = nearest_name(name, ids);
    diagnostics.push_back(std::move(diagnostic));
    return nullptr;
  }
  if (deals.size() == 1) return &deals.front();
  if (deals.empty() && !file_is_read) return nullptr;  // its mistakes are told already
  Diagnostic diagnostic;
  diagnostic.code = "deal.none";
  diagnostic.file = display_name(name);
  diagnostic.message = deals.empty() ? "the file holds no deal" : fmt::format("the file holds {} deals", deals.size());
  diagnostic.expected = deals.empty() ? "a document of kind deal" : "the id of one of them, with the file behind it";
  diagnostics.push_back(std::move(diagnostic));
  return nullptr;
}

}  // namespace

void add_deal(CLI::App& command, DealOptions& options) {
  command.add_option("deal", options.deal, "Id of a deal, or the file that holds it")->required();
  command.add_option("paths", options.paths, "Where the id is looked for; none: the programme around this folder");
}

std::unique_ptr<OneDeal> find_deal(const DealOptions& options) {
  auto one = std::make_unique<OneDeal>();
  const bool by_file = is_file(options.deal);
  std::vector<std::string> paths = options.paths;
  if (by_file) paths.insert(paths.begin(), options.deal);
  InputFiles files = find_input_files(paths);
  if (by_file) {
    // Only the file itself brings deals.
    for (std::size_t at = 1; at < files.files.size(); ++at) files.files[at].role = FileRole::reference;
  }
  one->programme = read_programme(files, DealHandling::keep, options.common.threads());
  one->diagnostics = one->programme.diagnostics;
  const model::Programme& documents = one->programme.library.documents;
  const bool file_is_read = !has_errors(one->diagnostics);
  const model::Deal* deal = choose(documents.deals, options.deal, by_file, file_is_read, one->diagnostics);
  if (deal == nullptr) return one;

  one->partner = of_id(documents.partners, deal->partner);
  one->customer = of_id(documents.customers, deal->customer);
  const model::PriceBook* book = of_id(documents.price_books, deal->price_book);
  // What is missing is told as a reference that leads nowhere.
  if (one->partner == nullptr || one->customer == nullptr || book == nullptr) return one;
  one->brand = of_id(documents.brands, one->partner->brand);
  one->book = std::make_unique<pricing::Book>(*book);
  Diagnostics found = one->book->diagnostics();
  for (Diagnostic& diagnostic : found) diagnostic.file = "price_book/" + book->id;
  pricing::Pricer pricer;
  Diagnostics of_deal;
  const bool priced =
      found.empty() && pricer.price({*deal, *one->partner, *one->customer, *one->book}, one->priced, of_deal);
  for (Diagnostic& diagnostic : of_deal) {
    diagnostic.file = "deal/" + deal->id;
    found.push_back(std::move(diagnostic));
  }
  add_found(one->programme.library, one->diagnostics, std::move(found));
  if (priced) one->deal = deal;
  return one;
}

}  // namespace dealwright::native
