#pragma once
// The same work on several threads.

#include <exception>
#include <functional>

namespace dealwright::native {

// Threads to use where none are stated: one a processor.
int default_jobs();

// Calls work(0) ... work(jobs - 1), each on a thread of its own (the first on the caller's), and waits for all. Where
// the system gives fewer threads, the caller's does the other jobs after its own. The first exception of any is thrown
// again.
void in_parallel(int jobs, const std::function<void(int)>& work);

}  // namespace dealwright::native
