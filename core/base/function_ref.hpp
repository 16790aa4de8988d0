#pragma once
// A callable handed to a function that calls it before it returns.

#include <memory>
#include <type_traits>
#include <utility>

namespace dealwright {

template <class Signature>
class FunctionRef;

// Refers to a callable object without owning it, so it must not outlive the call that it is an argument of.
// std::function makes copying and destroying of each callable part of what a browser loads; this is two pointers.
template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
  template <class Callable>
  static constexpr bool is_taken =
      !std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef> &&
      !std::is_function_v<std::remove_reference_t<Callable>> && std::is_invocable_r_v<Result, Callable&, Arguments...>;

 public:
  // Not explicit: an argument is written as the callable itself. It is called as what it was, so that no const is lost.
  template <class Callable, class = std::enable_if_t<is_taken<Callable>>>
  FunctionRef(Callable&& callable)  // NOLINT(google-explicit-constructor)
      : callable_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),  // NOLINT(*-const-cast)
        call_([](void* object, Arguments... arguments) -> Result {
          return (*static_cast<std::remove_reference_t<Callable>*>(object))(std::forward<Arguments>(arguments)...);
        }) {}

  Result operator()(Arguments... arguments) const { return call_(callable_, std::forward<Arguments>(arguments)...); }

 private:
  void* callable_;
  Result (*call_)(void*, Arguments...);
};

}  // namespace dealwright
