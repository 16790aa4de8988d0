# The browser app as static files in build/site: WebAssembly, the page around it, icons and the shipped programme.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(BROTLI_PROGRAM brotli REQUIRED)

file(GLOB page_sources CONFIGURE_DEPENDS web/platform/page/*.cpp)
file(GLOB page_libraries CONFIGURE_DEPENDS web/platform/page/*.js)
file(GLOB shell_files CONFIGURE_DEPENDS web/shell/*)
file(GLOB_RECURSE shipped_documents CONFIGURE_DEPENDS scenarios/*.json)

add_library(dealwright_page OBJECT ${page_sources})
target_link_libraries(dealwright_page PUBLIC dealwright_app PRIVATE dealwright_warnings)

set(site_parts ${PROJECT_BINARY_DIR}/site_parts)
add_custom_command(OUTPUT ${site_parts}/programme.json DEPENDS ${shipped_documents} web/shell/bundle.py
  COMMAND ${CMAKE_COMMAND} -E make_directory ${site_parts}
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/web/shell/bundle.py ${PROJECT_SOURCE_DIR}/scenarios ${site_parts}/programme.json
  VERBATIM)
set(icons ${site_parts}/icon.svg ${site_parts}/icon-192.png ${site_parts}/icon-512.png ${site_parts}/icon-maskable.png)
add_custom_command(OUTPUT ${icons} DEPENDS web/shell/icons.py
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/web/shell/icons.py ${site_parts}
  VERBATIM)

# page_site(name folder sources...): a program of the page, and the site around it.
function(page_site name folder)
  add_executable(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME dealwright RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${name}
    LINK_DEPENDS "${page_libraries}")
  target_link_libraries(${name} PRIVATE dealwright_page dealwright_app dealwright_warnings)
  # The page brings its own HTML, asks for no files, and its content security policy forbids evaluating text.
  target_link_options(${name} PRIVATE
    -Oz -sENVIRONMENT=web -sFILESYSTEM=0 -sASSERTIONS=0 -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sMODULARIZE=1 -sEXPORT_NAME=createDealwright -sTEXTDECODER=2
    -sINCOMING_MODULE_JS_API=[canvas,instantiateWasm,onAbort,printErr])
  foreach(library IN LISTS page_libraries)
    target_link_options(${name} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
  set(files ${PROJECT_BINARY_DIR}/${name}/dealwright.js ${PROJECT_BINARY_DIR}/${name}/dealwright.wasm
    ${site_parts}/programme.json ${icons})
  add_custom_command(OUTPUT ${site_parts}/${name}.stamp
    DEPENDS ${name} ${site_parts}/programme.json ${icons} ${shell_files}
    COMMAND Python3::Interpreter -B ${PROJECT_SOURCE_DIR}/web/shell/site.py ${PROJECT_SOURCE_DIR}/web/shell ${folder} ${files}
    COMMAND ${CMAKE_COMMAND} -E touch ${site_parts}/${name}.stamp
    VERBATIM)
  add_custom_target(${name}_site ALL DEPENDS ${site_parts}/${name}.stamp)
endfunction()

set(DEALWRIGHT_SITE ${PROJECT_SOURCE_DIR}/build/site CACHE PATH "Where the browser app is put together")
page_site(app_page ${DEALWRIGHT_SITE} web/main.cpp)
# Thirty kilobytes of the page for a minute of the build. A function with one caller goes into it only where it is small: the
# numbers of a large function's locals take two bytes and repeat less. JavaScript's sine and cosine draw round corners as well as
# libm's; no result is computed with either.
target_link_options(app_page PRIVATE -sJS_MATH=1
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=12,--traps-never-happen,--merge-similar-functions,--flatten,--rereloop,-Oz,--always-inline-max-function-size=5,-Oz)
add_custom_target(site DEPENDS app_page_site)
