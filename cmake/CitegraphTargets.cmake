# The layers, left to right: each sees only those before it.
set(CITEGRAPH_LAYERS text work bibliography document reference citation graph export)

add_library(citegraph_build_flags INTERFACE)
target_compile_features(citegraph_build_flags INTERFACE cxx_std_20)
target_compile_options(citegraph_build_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms in concatenations of std::string: GCC bug 105651.
  target_compile_options(citegraph_build_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
if(CMAKE_UNITY_BUILD)
  # What one source keeps to itself is in sight of the next one.
  target_compile_options(citegraph_build_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-shadow>
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-subobject-linkage>)
endif()
if(CITEGRAPH_WERROR)
  target_compile_options(citegraph_build_flags INTERFACE -Werror)
endif()
if(CITEGRAPH_SANITIZE)
  target_compile_options(citegraph_build_flags INTERFACE -fsanitize=${CITEGRAPH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(citegraph_build_flags INTERFACE -fsanitize=${CITEGRAPH_SANITIZE})
endif()
if(CITEGRAPH_BUILD_FUZZERS)
  target_compile_options(citegraph_build_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(citegraph_build_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# citegraph_layer(NAME SOURCES... [LIBRARIES ...]): one layer as an object library. Linking it also links the layers to its left.
function(citegraph_layer name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_library(citegraph_${name} OBJECT ${arg_SOURCES})
  set_target_properties(citegraph_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON CXX_EXTENSIONS OFF)
  target_include_directories(citegraph_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(citegraph_${name} PRIVATE citegraph_build_flags ${arg_LIBRARIES})
endfunction()

# The objects of a layer and of all layers to its left, with what they need.
function(citegraph_link_layers target last)
  foreach(layer IN LISTS CITEGRAPH_LAYERS)
    target_link_libraries(${target} PRIVATE citegraph_${layer})
    if(layer STREQUAL last)
      break()
    endif()
  endforeach()
  target_link_libraries(${target} PRIVATE citegraph_build_flags PkgConfig::utf8proc PkgConfig::libzip nlohmann_json::nlohmann_json pugixml::pugixml
    simdjson::simdjson EXPAT::EXPAT ZLIB::ZLIB ${CITEGRAPH_IGRAPH_LIBRARIES} ${CITEGRAPH_PDF_LIBRARIES} Threads::Threads)
endfunction()

# citegraph_discover_tests(PROGRAM PREFIX PROPERTIES...): each test of a GoogleTest program as one of ctest's. Under a
# sanitizer starting a program takes longer than most tests: there each program is one.
function(citegraph_discover_tests program prefix)
  if(CITEGRAPH_SANITIZE)
    add_test(NAME ${prefix} COMMAND ${program})
    set_tests_properties(${prefix} PROPERTIES ${ARGN} TIMEOUT 1500)
  else()
    gtest_discover_tests(${program} TEST_PREFIX ${prefix}. DISCOVERY_TIMEOUT 120 PROPERTIES ${ARGN})
  endif()
endfunction()

# citegraph_test(LAYER SOURCES...): the tests of one layer, linked with nothing to its right.
function(citegraph_test layer)
  add_executable(test_${layer} ${ARGN})
  citegraph_link_layers(test_${layer} ${layer})
  target_include_directories(test_${layer} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${layer} PRIVATE CITEGRAPH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(test_${layer} PRIVATE GTest::gtest GTest::gtest_main)
  citegraph_discover_tests(test_${layer} ${layer} TIMEOUT 300)
endfunction()
