#pragma once
// Hands the deals of files to threads, a batch at a time and in the order of the files.

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

#include "native/io/programme.hpp"

namespace dealwright::native {

// Either some lines of one file, or some whole files.
struct DealBatch {
  const DealFile* lines_of = nullptr;  // null: whole files
  LineBlock block;
  std::vector<const DealFile*> files;
};

class DealQueue {
 public:
  // `files` must outlive the queue.
  explicit DealQueue(const std::vector<DealFile>& files) : files_(files) {}

  // May be called from any thread; false where nothing is left.
  bool next(DealBatch& batch);
  // Of files that could not be read, once nothing is left.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  std::mutex mutex_;
  const std::vector<DealFile>& files_;
  std::size_t at_ = 0;
  std::shared_ptr<LineReader> lines_;  // of files_[at_], where it is being read
  Diagnostics diagnostics_;
};

}  // namespace dealwright::native
