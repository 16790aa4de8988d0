# Toolchain file for WebAssembly: hands over to the toolchain file of whichever Emscripten is on the path.
find_program(EMSCRIPTEN_COMPILER em++ HINTS $ENV{EMSDK}/upstream/emscripten REQUIRED)
file(REAL_PATH ${EMSCRIPTEN_COMPILER} emscripten_root)
cmake_path(GET emscripten_root PARENT_PATH emscripten_root)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# Emscripten 3.1.6 takes Node's own fetch for a browser's and then fails on file names.
set(CMAKE_CROSSCOMPILING_EMULATOR node;--no-experimental-fetch)
