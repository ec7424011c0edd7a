# The packages the project needs, by their Debian names, and how to get them. Sourced by examples/run.sh and tests/run.sh.
build_packages=(g++ cmake ninja-build pkg-config libboost-graph-dev libutf8proc-dev libpugixml-dev libsimdjson-dev libzip-dev libexpat1-dev zlib1g-dev nlohmann-json3-dev libxxhash-dev libcli11-dev libfmt-dev)
picture_packages=(graphviz)
test_packages=(libgtest-dev doxygen biber texlive-binaries texlive-base libxml2-utils bibutils pandoc python3-networkx python3-scipy)

# What reading PDF needs, and its tests; by option only (CITEGRAPH_WITH_PDF).
pdf_packages=(libpoppler-cpp-dev weasyprint fonts-liberation)

# Installs those of the given packages that are missing, with apt where there is one. Elsewhere it names them and goes on: they may be
# there under other names.
ensure_packages() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "No apt here. Needed are, by their Debian names: $*" >&2
    return 0
  fi
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi
  echo "Installing: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Not root and no sudo: please install ${missing[*]}" >&2
      return 0
    fi
    as_root=(sudo)
  fi
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq </dev/null || echo "apt-get update failed; trying with the old lists" >&2
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
    echo "apt-get could not install them; going on with what is there" >&2
}
