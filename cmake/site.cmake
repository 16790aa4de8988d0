# The browser app as static files in build/site: WebAssembly, the page around it, icons and the shipped programme.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(BROTLI_PROGRAM brotli REQUIRED)

file(GLOB page_sources CONFIGURE_DEPENDS web/main.cpp web/platform/page/*.cpp)
file(GLOB page_libraries CONFIGURE_DEPENDS web/platform/page/*.js)
file(GLOB shell_files CONFIGURE_DEPENDS web/shell/*)
file(GLOB_RECURSE shipped_documents CONFIGURE_DEPENDS scenarios/*.json)

# What draws is small rather than fast; core, which computes, is compiled as everywhere.
target_compile_options(imgui PRIVATE -Os)
target_compile_options(dealwright_app PRIVATE -Os)

add_executable(dealwright_page ${page_sources})
set_target_properties(dealwright_page PROPERTIES OUTPUT_NAME dealwright LINK_DEPENDS "${page_libraries}")
target_compile_options(dealwright_page PRIVATE -Os)
target_link_libraries(dealwright_page PRIVATE dealwright_app dealwright_warnings)
# The page brings its own HTML, asks for no files, and its content security policy forbids evaluating text.
target_link_options(dealwright_page PRIVATE
  -Os -sENVIRONMENT=web -sFILESYSTEM=0 -sASSERTIONS=0 -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1
  -sMODULARIZE=1 -sEXPORT_NAME=createDealwright -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sTEXTDECODER=2
 -sINCOMING_MODULE_JS_API=[canvas,instantiateWasm,onAbort,print,printErr])
foreach(library IN LISTS page_libraries)
  target_link_options(dealwright_page PRIVATE "SHELL:--js-library ${library}")
endforeach()

set(site_parts ${PROJECT_BINARY_DIR}/site_parts)
add_custom_command(OUTPUT ${site_parts}/programme.json DEPENDS ${shipped_documents} web/shell/bundle.py
  COMMAND ${CMAKE_COMMAND} -E make_directory ${site_parts}
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/web/shell/bundle.py ${PROJECT_SOURCE_DIR}/scenarios ${site_parts}/programme.json
  VERBATIM)
set(icons ${site_parts}/icon.svg ${site_parts}/icon-192.png ${site_parts}/icon-512.png ${site_parts}/icon-maskable.png)
add_custom_command(OUTPUT ${icons} DEPENDS web/shell/icons.py
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/web/shell/icons.py ${site_parts}
  VERBATIM)

set(DEALWRIGHT_SITE ${PROJECT_SOURCE_DIR}/build/site CACHE PATH "Where the browser app is put together")
set(site_files $<TARGET_FILE_DIR:dealwright_page>/dealwright.js $<TARGET_FILE_DIR:dealwright_page>/dealwright.wasm
  ${site_parts}/programme.json ${icons})
add_custom_command(OUTPUT ${site_parts}/site.stamp DEPENDS dealwright_page ${site_parts}/programme.json ${icons} ${shell_files}
  COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/web/shell/site.py ${PROJECT_SOURCE_DIR}/web/shell ${DEALWRIGHT_SITE} ${site_files}
  COMMAND ${CMAKE_COMMAND} -E touch ${site_parts}/site.stamp
  VERBATIM)
add_custom_target(site ALL DEPENDS ${site_parts}/site.stamp)
