# How every translation unit is compiled, ours and third-party: language, arithmetic, sanitizers, WebAssembly features.
add_library(dealwright_options INTERFACE)
target_compile_features(dealwright_options INTERFACE cxx_std_20)

# Native and WebAssembly must give the same bytes, so no multiplication may be fused with an addition.
target_compile_options(dealwright_options INTERFACE -ffp-contract=off)

option(DEALWRIGHT_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
if(DEALWRIGHT_SANITIZE)
  set(sanitizer_flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(dealwright_options INTERFACE ${sanitizer_flags})
  target_compile_definitions(dealwright_options INTERFACE _GLIBCXX_ASSERTIONS)
  target_link_options(dealwright_options INTERFACE ${sanitizer_flags})
endif()

option(DEALWRIGHT_FUZZ "Let the fuzzer see which code an input reaches" OFF)
if(DEALWRIGHT_FUZZ)
  target_compile_options(dealwright_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
  # What a page loads is small before it is fast: optimised for size, and as a whole when it is linked (-flto), which leaves out
  # a twentieth and is as fast as -O2 without. Nothing of ours throws, and unwinding would be a quarter of the code; the tests'
  # framework throws, so their programs have the property THROWS.
  set(exceptions $<IF:$<BOOL:$<TARGET_PROPERTY:THROWS>>,-fwasm-exceptions,-fno-exceptions>)
  target_compile_options(dealwright_options INTERFACE
    -Oz -flto ${exceptions} -fno-rtti -fno-threadsafe-statics -mnontrapping-fptoint -msign-ext -mbulk-memory)
  target_link_options(dealwright_options INTERFACE -flto ${exceptions})
endif()
