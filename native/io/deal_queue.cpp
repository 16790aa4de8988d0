#include "native/io/deal_queue.hpp"

namespace dealwright::native {
namespace {

constexpr std::size_t files_of_a_batch = 32;

}  // namespace

bool DealQueue::next(DealBatch& batch) {
  const std::lock_guard lock(mutex_);
  batch.lines_of = nullptr;
  batch.files.clear();
  while (at_ < files_.size()) {
    const DealFile& file = files_[at_];
    if (!file.is_lines) {
      while (at_ < files_.size() && !files_[at_].is_lines && batch.files.size() < files_of_a_batch)
        batch.files.push_back(&files_[at_++]);
      return true;
    }
    if (!lines_) {
      lines_ = file.stream;
      if (!lines_) {
        std::optional<Diagnostic> failure;
        Descriptor descriptor = open_file(file.path, failure);
        if (failure) {
          diagnostics_.push_back(std::move(*failure));
          ++at_;
          continue;
        }
        lines_ = std::make_shared<LineReader>(std::move(descriptor), file.path);
      }
    }
    if (lines_->next(batch.block)) {
      batch.lines_of = &file;
      return true;
    }
    // What went wrong with a file on disk was told when its other documents were read; standard input is read once.
    if (file.stream)
      diagnostics_.insert(diagnostics_.end(), lines_->diagnostics().begin(), lines_->diagnostics().end());
    lines_.reset();
    ++at_;
  }
  return false;
}

}  // namespace dealwright::native
