#pragma once
// Finding elements of a document's list by their ids, and telling of ids that lead nowhere.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/diagnostic.hpp"

namespace dealwright::onboarding {

// The ids of one list. The texts must outlive it.
class IdIndex {
 public:
  explicit IdIndex(std::vector<std::string_view> ids);

  // The first element of that id; -1 where there is none.
  int find(std::string_view id) const;
  // The nearest of the ids; "" where none is near. Also "" after a hundred questions: each compares with all ids, and a
  // list of thousands of unknown ids has another cause than misspelling.
  std::string nearest(std::string_view id);

 private:
  // Where the id is, or the free slot where it belongs.
  std::size_t slot_of(std::string_view id) const;

  std::vector<std::string_view> ids_;
  std::vector<int> slots_;  // by hash, open addressing; -1: free. At least half of them are free
  int asked_ = 0;
};

template <class List>
IdIndex index_of_ids(const List& list) {
  std::vector<std::string_view> ids;
  ids.reserve(list.size());
  for (const auto& one : list) ids.push_back(one.id);
  return IdIndex(std::move(ids));
}

Diagnostic told(Severity severity, const char* code, std::string pointer, std::string message,
                std::string expected = {});

}  // namespace dealwright::onboarding
