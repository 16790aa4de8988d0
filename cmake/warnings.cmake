# Warnings for our own code only; every one of them is an error.
add_library(dealwright_warnings INTERFACE)
target_compile_options(dealwright_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wcast-align -Wcast-qual -Wconversion -Wdouble-promotion -Wextra-semi -Wfloat-equal -Wformat=2
  -Wimplicit-fallthrough -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wshadow
  -Wsign-conversion -Wundef -Wunused
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches;-Wduplicated-cond;-Wlogical-op>)

# GCC 12 sees overlapping copies in `"text" + string` where there are none (its bug 105329, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(dealwright_warnings INTERFACE -Wno-restrict)
endif()
