# The app's fonts as C++, made from Debian's Inter (packages fonts-inter and python3-fonttools).
find_path(INTER_FOLDER Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
# The system's own Python is the one that sees Debian's packages.
find_program(FONT_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT FONT_PYTHON)
  find_program(FONT_PYTHON python3 REQUIRED)
endif()
if(NOT INTER_FOLDER)
  message(FATAL_ERROR "Inter is missing: install the package fonts-inter, or set INTER_FOLDER to where Inter-Regular.otf is.")
endif()

set(fonts_source ${PROJECT_BINARY_DIR}/fonts/inter.cpp)
file(GLOB fonts_scripts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/ui/fonts/*.py)
add_custom_command(OUTPUT ${fonts_source} DEPENDS ${fonts_scripts}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/fonts
  COMMAND ${FONT_PYTHON} -B ${PROJECT_SOURCE_DIR}/web/ui/fonts/inter.py ${INTER_FOLDER} ${fonts_source}
  VERBATIM)
