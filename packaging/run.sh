#!/bin/sh
# Starts Mingbai Ledger from a checkout: sh packaging/run.sh [arguments of mingbai]
# Without arguments it opens the window, or makes a sample month with pictures of the pages
# where there is no display.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/prepare.sh"

need_pins "$root/packaging/requirements.txt"

# Nothing, or a ledger alone, asks for the window.
wants_window() {
    case $#,${1:-} in
    0,* | 1,*.mingbai) true ;;
    *) false ;;
    esac
}

if wants_window "$@"; then
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        # Only the window needs Qt's libraries: every command works without them.
        need_qt window
    elif [ $# -eq 0 ]; then
        # Workbooks need no libraries of the system; pictures do, and are left out where there are none.
        (need_qt offscreen) || true
        set -- demo mingbai-demo
    fi
fi

PYTHONPATH=$root/desktop
export PYTHONPATH
exec "$python" -m mingbai "$@"
