#include "native/commands/one_deal.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

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
const model::Deal* choose(const Programme& programme, const std::string& name, bool by_file, Diagnostics& diagnostics) {
  const std::vector<model::Deal>& deals = programme.library.documents.deals;
  if (!by_file) {
    if (const model::Deal* found = of_id(deals, name)) return found;
    if (!is_known(programme.library, "deal", name))
      diagnostics.push_back(
          no_document(programme.library, "deal", name, fmt::format("there is no deal \"{}\" and no such file", name)));
    return nullptr;
  }
  if (deals.size() == 1) return &deals.front();
  const std::string file = display_name(name);
  const auto is_of_file = [&](const Diagnostic& one) { return one.severity == Severity::error && one.file == file; };
  if (deals.empty() && std::any_of(diagnostics.begin(), diagnostics.end(), is_of_file)) return nullptr;
  diagnostics.push_back(
      about_file("deal.none", file,
                 deals.empty() ? "the file holds no deal" : fmt::format("the file holds {} deals", deals.size()),
                 deals.empty() ? "a document of kind deal" : "the id of one of them, with the file behind it"));
  return nullptr;
}

// Prices the deal and fills in what it refers to; false where that cannot be.
bool price(const model::Deal& deal, OneDeal& one, Diagnostics& found) {
  const model::Programme& documents = one.programme.library.documents;
  one.partner = of_id(documents.partners, deal.partner);
  one.customer = of_id(documents.customers, deal.customer);
  const model::PriceBook* book = of_id(documents.price_books, deal.price_book);
  // What is missing is told as a reference that leads nowhere.
  if (one.partner == nullptr || one.customer == nullptr || book == nullptr) return false;
  one.brand = of_id(documents.brands, one.partner->brand);
  one.book = std::make_unique<pricing::Book>(*book);
  found = one.book->diagnostics();
  for (Diagnostic& diagnostic : found) diagnostic.file = "price_book/" + book->id;
  if (!found.empty()) return false;
  pricing::Pricer pricer;
  const bool is_priced = pricer.price({deal, *one.partner, *one.customer, *one.book}, one.priced, found);
  for (Diagnostic& diagnostic : found) diagnostic.file = "deal/" + deal.id;
  return is_priced;
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
  Diagnostics found;
  // Where there is nothing to look in, that is told.
  const model::Deal* deal =
      files.files.empty() ? nullptr : choose(one->programme, options.deal, by_file, one->diagnostics);
  if (deal != nullptr && price(*deal, *one, found)) one->deal = deal;
  add_found(one->programme, one->diagnostics, std::move(found));
  return one;
}

}  // namespace dealwright::native
