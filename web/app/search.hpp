#pragma once
// Finds documents by what they say: id, name, kind, and every text in them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "web/app/documents.hpp"

namespace dealwright::web {

struct SearchHit {
  DocumentRef ref;
  std::string name;
  int score = 0;        // greater is nearer
  std::string pointer;  // of the text that matched; "" where id, name or kind did
  std::string label;    // of that text: "Lines > 2 orders > Name"
  std::string excerpt;  // of that text, at most 80 characters
};

// Every word of the query must begin, or else stand inside, some word of the document; letters match in either case and
// without their accents. The nearest first: id and name before kind before other texts, whole words before beginnings
// before insides; equal ones deals first. An empty query finds nothing.
std::vector<SearchHit> search(const model::Programme& programme, std::string_view query, std::size_t most = 50);

// Lower case without accents: what is compared.
std::string folded(std::string_view text);

}  // namespace dealwright::web
