#include "native/io/parallel.hpp"

#include <algorithm>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <sys/mman.h>

namespace dealwright::native {
namespace {

// Holds some address space while threads are started, so that their stacks leave it to the work where it is limited.
class KeptBack {
 public:
  KeptBack() : begin_(::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)) {}
  ~KeptBack() {
    if (succeeded()) ::munmap(begin_, size);
  }
  KeptBack(const KeptBack&) = delete;
  KeptBack& operator=(const KeptBack&) = delete;
  bool succeeded() const { return begin_ != MAP_FAILED; }

 private:
  static constexpr std::size_t size = std::size_t{32} << 20;
  void* begin_;
};

}  // namespace

int default_jobs() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 256);
}

void in_parallel(int jobs, const std::function<void(int)>& work) {
  std::exception_ptr failure;
  std::mutex mutex;
  const auto guarded = [&](int job) {
    try {
      work(job);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  threads.reserve(static_cast<std::size_t>(std::max(jobs, 1)));
  int started = 1;  // with the caller's own
  try {
    const KeptBack kept;
    for (; started < jobs && kept.succeeded(); ++started) threads.emplace_back(guarded, started);
  } catch (const std::system_error&) {
    // The system gives no more threads: the caller's takes the jobs that are left.
  }
  guarded(0);
  for (std::thread& thread : threads) thread.join();
  for (int job = started; job < jobs; ++job) guarded(job);
  if (failure) std::rethrow_exception(failure);
}

}  // namespace dealwright::native
