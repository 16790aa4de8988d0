#include "native/commands/unpriced.hpp"

#include <algorithm>

#include "core/report/figures.hpp"
#include "native/io/files.hpp"
#include "native/io/programme.hpp"

namespace dealwright::native {
namespace {

bool is_left_out(const document::LibraryIndex& index, const std::string& book) {
  const auto kind = static_cast<std::size_t>(document::kind_index(document::type_of<model::Programme>(), "price_book"));
  if (kind >= index.ids.size()) return false;
  const auto at = index.ids[kind].find(book);
  return at != index.ids[kind].end() && at->second == document::LibraryIndex::unread;
}

}  // namespace

void tell_unpriced(const document::LibraryIndex& index, const Unpriced& deals, Diagnostics& found) {
  for (const auto& [book, count] : deals) {
    const std::string file = "price_book/" + book;
    const bool is_unusable = std::any_of(found.begin(), found.end(), [&](const Diagnostic& one) {
      return one.severity == Severity::error && one.file == file;
    });
    if (!is_unusable && !is_left_out(index, book)) continue;
    found.push_back(about_file("price_book.deals_unpriced", file,
                               report::counted(static_cast<long long>(count), "deal is", "deals are") +
                                   " not priced, as this price book has mistakes",
                               {}, Severity::info));
  }
}

}  // namespace dealwright::native
