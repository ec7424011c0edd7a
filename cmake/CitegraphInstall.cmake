# What `cmake --install` puts into place: the library and its headers, the CMake package, the pkg-config file.
include(CMakePackageConfigHelpers)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/citegraph)
install(TARGETS citegraph EXPORT citegraphTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT citegraph_runtime NAMELINK_COMPONENT citegraph_development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT citegraph_development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/citegraph DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT citegraph_development FILES_MATCHING PATTERN *.hpp)
install(EXPORT citegraphTargets NAMESPACE citegraph:: DESTINATION ${config_dir} COMPONENT citegraph_development)

# How a user of the static library finds what it was linked with, for CMake and for pkg-config.
set(CITEGRAPH_FIND_DEPENDENCIES "")
set(CITEGRAPH_PC_REQUIRES "")
get_target_property(linked citegraph LINK_LIBRARIES)
foreach(library IN LISTS linked)
  if(library STREQUAL "Threads::Threads")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  find_dependency(Threads)\n")
  elseif(library STREQUAL "PkgConfig::utf8proc")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  citegraph_find_module(utf8proc libutf8proc)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES libutf8proc)
  elseif(library STREQUAL "PkgConfig::libzip")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  citegraph_find_module(libzip libzip)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES libzip)
  elseif(library STREQUAL "PkgConfig::igraph")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  citegraph_find_module(igraph igraph)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES igraph)
  elseif(library STREQUAL "PkgConfig::poppler_cpp")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  citegraph_find_module(poppler_cpp poppler-cpp)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES poppler-cpp)
  elseif(library MATCHES "^pugixml(::.*)?$")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  find_dependency(pugixml)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES pugixml)
  elseif(library STREQUAL "simdjson::simdjson")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  find_dependency(simdjson)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES simdjson)
  elseif(library STREQUAL "EXPAT::EXPAT")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  find_dependency(EXPAT)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES expat)
  elseif(library STREQUAL "ZLIB::ZLIB")
    string(APPEND CITEGRAPH_FIND_DEPENDENCIES "  find_dependency(ZLIB)\n")
    list(APPEND CITEGRAPH_PC_REQUIRES zlib)
  else()
    message(FATAL_ERROR "cmake/CitegraphInstall.cmake does not say how users of the static library find ${library}")
  endif()
endforeach()
list(JOIN CITEGRAPH_PC_REQUIRES " " CITEGRAPH_PC_REQUIRES)

get_target_property(type citegraph TYPE)
if(type STREQUAL "STATIC_LIBRARY")
  set(CITEGRAPH_IS_STATIC TRUE)
  # Without a shared library next to it, every program links the static one, with or without --static.
  set(CITEGRAPH_PC_DEPENDENCIES "Requires: ${CITEGRAPH_PC_REQUIRES}\nLibs: -L\${libdir} -lcitegraph -pthread\nLibs.private: -lstdc++")
else()
  set(CITEGRAPH_IS_STATIC FALSE)
  set(CITEGRAPH_PC_DEPENDENCIES "Libs: -L\${libdir} -lcitegraph")
endif()

configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/citegraphConfig.cmake.in
  ${PROJECT_BINARY_DIR}/citegraphConfig.cmake INSTALL_DESTINATION ${config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/citegraphConfigVersion.cmake
  VERSION ${PROJECT_VERSION} COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/citegraphConfig.cmake ${PROJECT_BINARY_DIR}/citegraphConfigVersion.cmake
  DESTINATION ${config_dir} COMPONENT citegraph_development)

# The file finds its prefix from where it stands, so that it is right wherever the library is installed or moved to.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig OUTPUT_VARIABLE CITEGRAPH_PC_PREFIX)
configure_file(${PROJECT_SOURCE_DIR}/cmake/citegraph.pc.in ${PROJECT_BINARY_DIR}/citegraph.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/citegraph.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT citegraph_development)
