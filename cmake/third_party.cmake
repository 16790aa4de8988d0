# Third-party code, always as system headers so that our warnings stay about our code.

# Headers come from a folder of links to just these libraries: a cross-compiler must never see the rest of /usr/include.
set(staging ${PROJECT_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${staging})
foreach(header IN ITEMS boost/describe.hpp nlohmann/json.hpp fmt/format.h doctest/doctest.h)
  string(REGEX REPLACE "/.*" "" library ${header})
  find_path(${library}_include_dir ${header} PATHS /usr/include /usr/local/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  file(CREATE_LINK ${${library}_include_dir}/${library} ${staging}/${library} SYMBOLIC)
endforeach()

add_library(third_party_headers INTERFACE)
target_include_directories(third_party_headers SYSTEM INTERFACE ${staging})
if(EMSCRIPTEN)
  # Without floating point, 128-bit integers and locales, which a page would load for nothing.
  target_compile_definitions(third_party_headers INTERFACE FMT_HEADER_ONLY "FMT_STATIC_THOUSANDS_SEPARATOR=','"
    FMT_USE_FLOAT=0 FMT_USE_DOUBLE=0 FMT_USE_LONG_DOUBLE=0 FMT_USE_FLOAT128=0 FMT_USE_INT128=0)
  target_compile_options(third_party_headers INTERFACE "SHELL:-include ${PROJECT_SOURCE_DIR}/cmake/no_floating_point.hpp")
else()
  find_package(fmt REQUIRED)
  target_link_libraries(third_party_headers INTERFACE fmt::fmt)
endif()

include(FetchContent)

# simdjson is compiled from the same sources in every native build. `make setup` puts them into build/third_party; where they
# are absent (no apt) CMake fetches the same release. The browser has a plain scan of its own.
if(NOT EMSCRIPTEN)
set(simdjson_unpacked ${PROJECT_SOURCE_DIR}/build/third_party/simdjson-3.0.1)
if(NOT FETCHCONTENT_SOURCE_DIR_SIMDJSON AND EXISTS ${simdjson_unpacked}/src/simdjson.cpp)
  set(FETCHCONTENT_SOURCE_DIR_SIMDJSON ${simdjson_unpacked})
endif()
FetchContent_Declare(simdjson GIT_REPOSITORY https://github.com/simdjson/simdjson.git GIT_TAG v3.0.1 GIT_SHALLOW ON)
FetchContent_GetProperties(simdjson)
if(NOT simdjson_POPULATED)
  FetchContent_Populate(simdjson)
endif()
add_library(simdjson STATIC ${simdjson_SOURCE_DIR}/src/simdjson.cpp)
target_include_directories(simdjson PRIVATE ${simdjson_SOURCE_DIR}/src)
target_include_directories(simdjson SYSTEM PUBLIC ${simdjson_SOURCE_DIR}/include)
target_link_libraries(simdjson PRIVATE dealwright_options)
if(DEALWRIGHT_SANITIZE)
  # Reads past what we hand over are of interest here; its own arithmetic is not, and takes three times as long to compile.
  set_source_files_properties(${simdjson_SOURCE_DIR}/src/simdjson.cpp PROPERTIES COMPILE_OPTIONS -fno-sanitize=undefined)
endif()
endif()

# Dear ImGui, from the same sources in every build. The hooks tell which items a frame holds and where they stand, from which
# the page is given its accessible twin; the engine that they are made for is no part of this.
set(imgui_unpacked ${PROJECT_SOURCE_DIR}/build/third_party/imgui-1.92.2b+ds)
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI AND EXISTS ${imgui_unpacked}/imgui.cpp)
  set(FETCHCONTENT_SOURCE_DIR_IMGUI ${imgui_unpacked})
endif()
FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # v1.92.2b
FetchContent_GetProperties(imgui)
if(NOT imgui_POPULATED)
  FetchContent_Populate(imgui)
endif()
if(EMSCRIPTEN)
  set(narrow_imgui ${PROJECT_SOURCE_DIR}/web/shell/narrow_imgui.py)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${narrow_imgui})
  execute_process(COMMAND python3 -B ${narrow_imgui} ${imgui_SOURCE_DIR} ${PROJECT_BINARY_DIR}/imgui COMMAND_ERROR_IS_FATAL ANY)
  set(imgui_SOURCE_DIR ${PROJECT_BINARY_DIR}/imgui)
endif()
add_library(imgui STATIC ${imgui_SOURCE_DIR}/imgui.cpp ${imgui_SOURCE_DIR}/imgui_draw.cpp ${imgui_SOURCE_DIR}/imgui_tables.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC
  IMGUI_ENABLE_TEST_ENGINE IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_USE_WCHAR32)
target_link_libraries(imgui PUBLIC dealwright_options)
if(EMSCRIPTEN)
  # Natively they help to find mistakes; a page would load them for nothing.
  target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT
    PRIVATE IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS)
  # What it would say of mistakes, nobody is told: there is no log, no tooltip and no callback for it.
  target_compile_options(imgui PRIVATE "-DIM_ASSERT_USER_ERROR(expected,message)=static_cast<void>(0)")
endif()
