#include "native/io/parallel.hpp"

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace dealwright::native {

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
  for (int job = 1; job < jobs; ++job) threads.emplace_back(guarded, job);
  guarded(0);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace dealwright::native
