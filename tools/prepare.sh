# Sourced by ./run, ./test and .ci/run: makes .venv from a lock file and installs missing system packages.
# Usage: prepare LOCKFILE

need_system() {
    # file or command that shows a package is there, then the package
    local missing=()
    while read -r sign package; do
        case "$sign" in
            lib*) /sbin/ldconfig -p | grep -q "$sign" || missing+=("$package") ;;
            *) command -v "$sign" >/dev/null 2>&1 || missing+=("$package") ;;
        esac
    done <<LIST
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-image.so.0 libxcb-image0
libxcb-render-util.so.0 libxcb-render-util0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libthai.so.0 libthai0
pdftotext poppler-utils
gcc gcc
gcc libc6-dev
LIST
    python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" -ne 0 ]; then
        echo "Missing system packages: ${missing[*]} (install them as root with apt-get)" >&2
        return 0
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

prepare() {
    local lock="$1" stamp
    need_system || return 1
    stamp=".venv/.installed-$(basename "$lock")-$(sha256sum "$lock" | cut -c1-16)"
    if [ ! -e "$stamp" ]; then
        [ -x .venv/bin/python ] || python3 -m venv .venv || return 1
        .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$lock" || return 1
        touch "$stamp"
    fi
}
