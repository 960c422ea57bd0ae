# Shared by the commands of bin/: where things are, and how they speak. Sourced, never run.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
build=${PHUSA_BUILD:-$top/build}
case $build in /*) ;; *) build=$top/$build ;; esac
export PHUSA_BUILD=$build
export CCACHE_BASEDIR=$top # one cache for all build folders and clones

say() { printf '%s\n' "$*" >&2; }
fail() { say "$0: $*"; exit 1; }

# Two compilers at once need about 2 GB; a small machine with many cores is not drowned.
jobs() {
    local cores memory_gb
    cores=$(nproc)
    memory_gb=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)
    [ "$cores" -le $((memory_gb + 1)) ] || cores=$((memory_gb + 1))
    printf '%s\n' "${PHUSA_JOBS:-$cores}"
}

# configure: makes $build ready for ninja, once.
configure() {
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    [ -f "$build/build.ninja" ] && return
    cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "${launcher[@]}" >"$build.log" 2>&1 ||
        { cat "$build.log" >&2; rm -f "$build.log"; fail "cmake could not configure the build; see above"; }
    rm -f "$build.log"
}
