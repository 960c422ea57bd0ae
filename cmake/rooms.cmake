# A room is a folder of src/ with its own include root, so that a forbidden #include does not compile.
#
#   add_room(NAME [SEES room...] [USES room...] [LIBRARIES lib...] [PROGRAM name])
#
# Sources are all *.cpp below the folder; *_test.cpp go into one test program per room, NAME_tests; *_bench.cpp into
# NAME_bench, where google-benchmark is installed.
# PROGRAM: main.cpp becomes that program.
find_package(GTest REQUIRED)
find_package(benchmark QUIET)
find_package(Threads REQUIRED)
include(GoogleTest)

function(add_room NAME)
    cmake_parse_arguments(ROOM "" "PROGRAM" "SEES;USES;LIBRARIES" ${ARGN})
    set(source ${CMAKE_SOURCE_DIR}/src/${NAME})
    # In the source tree, the same for every build folder, so that ccache serves them all.
    set(root ${CMAKE_SOURCE_DIR}/.rooms/${NAME})
    file(MAKE_DIRECTORY ${root})
    file(CREATE_LINK ${source} ${root}/${NAME} SYMBOLIC)

    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${source}/*.cpp)
    set(tests ${sources})
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    set(benches ${sources})
    list(FILTER benches INCLUDE REGEX "_bench\\.cpp$")
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$|_bench\\.cpp$|/main\\.cpp$")

    if(sources)
        add_library(${NAME} STATIC ${sources})
        set(reach PUBLIC)
        set(use PRIVATE)
    else()
        add_library(${NAME} INTERFACE)
        set(reach INTERFACE)
        set(use INTERFACE)
    endif()
    target_include_directories(${NAME} ${reach} ${root})
    target_link_libraries(${NAME} ${reach} ${ROOM_SEES} ${use} ${ROOM_USES} ${ROOM_LIBRARIES} Threads::Threads)

    if(ROOM_PROGRAM)
        add_executable(${ROOM_PROGRAM} ${source}/main.cpp)
        target_link_libraries(${ROOM_PROGRAM} PRIVATE ${NAME})
    endif()
    if(benches AND benchmark_FOUND)
        add_executable(${NAME}_bench ${benches})
        target_link_libraries(${NAME}_bench PRIVATE ${NAME} ${ROOM_USES} benchmark::benchmark)
    endif()
    if(tests)
        add_executable(${NAME}_tests ${tests})
        if(NAME STREQUAL domain OR domain IN_LIST ROOM_SEES)
            target_link_libraries(${NAME}_tests PRIVATE cast)
        endif()
        target_link_libraries(${NAME}_tests PRIVATE ${NAME} ${ROOM_USES} ${ROOM_LIBRARIES} GTest::gtest GTest::gmock GTest::gtest_main)
        # Tests run in the source tree. Its path is in no command line, so that ccache serves every clone.
        target_compile_definitions(${NAME}_tests PRIVATE PHUSA_SOURCE_DIR=".")
        gtest_discover_tests(${NAME}_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} DISCOVERY_TIMEOUT 60
                             PROPERTIES LABELS ${NAME} TIMEOUT 300)
    endif()
endfunction()

# The invented people and units that all tests share: tests/cast, included as "cast/cast.hpp".
function(add_cast)
    set(root ${CMAKE_SOURCE_DIR}/.rooms/cast)
    file(MAKE_DIRECTORY ${root})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/tests/cast ${root}/cast SYMBOLIC)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/cast/*.cpp)
    add_library(cast STATIC EXCLUDE_FROM_ALL ${sources})
    target_include_directories(cast PUBLIC ${root})
    target_link_libraries(cast PUBLIC domain)
endfunction()
