# What travels inside the program (base/embedded.hpp): pages, regulations, bundled assets, demo geography.
find_program(NODE node REQUIRED)

file(GLOB asset_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/* ${CMAKE_SOURCE_DIR}/assets/*/*
     ${CMAKE_SOURCE_DIR}/package-lock.json)
add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/assets/manifest.json
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/assets/bundle.mjs ${CMAKE_BINARY_DIR}/assets
    DEPENDS ${asset_sources}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Bundling assets")

file(GLOB demo_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/cmake/geography.mjs ${CMAKE_SOURCE_DIR}/package-lock.json)
add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/geography/thai-binh.csv
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/cmake/geography.mjs ${CMAKE_BINARY_DIR}/geography
    DEPENDS ${demo_sources}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Reading the administrative units")

file(GLOB_RECURSE embedded_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.mustache ${CMAKE_SOURCE_DIR}/src/*.toml
     ${CMAKE_SOURCE_DIR}/src/*.sql ${CMAKE_SOURCE_DIR}/regulations/*.toml)
add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/embedded/embedded.S ${CMAKE_BINARY_DIR}/embedded/embedded.cpp
    COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/cmake/embed.mjs ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}
    DEPENDS ${embedded_sources} ${CMAKE_SOURCE_DIR}/cmake/embed.mjs ${CMAKE_BINARY_DIR}/assets/manifest.json
            ${CMAKE_BINARY_DIR}/geography/thai-binh.csv
    COMMENT "Embedding pages, regulations and assets")
add_library(embedded STATIC ${CMAKE_BINARY_DIR}/embedded/embedded.S ${CMAKE_BINARY_DIR}/embedded/embedded.cpp)
set_source_files_properties(${CMAKE_BINARY_DIR}/embedded/embedded.S PROPERTIES OBJECT_DEPENDS
    "${CMAKE_BINARY_DIR}/embedded/embedded.cpp;${embedded_sources}")
set_target_properties(embedded PROPERTIES ASM_COMPILER_LAUNCHER "")
target_include_directories(embedded PRIVATE ${CMAKE_SOURCE_DIR}/src)
