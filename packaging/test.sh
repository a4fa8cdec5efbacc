#!/bin/sh
# Every check of the repository, as a machine runs them: sh packaging/test.sh [arguments of pytest]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/prepare.sh"

need_pins "$root/packaging/requirements.txt" "$root/packaging/requirements-dev.txt"
need_qt offscreen
need_screen
need_office

cd "$root"
PATH=$venv/bin:$PATH
PYTHONPATH=$root/desktop
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export PATH PYTHONPATH QT_QPA_PLATFORM
# Some environments forbid to keep what was compiled: each of hundreds of processes would compile the program anew.
unset PYTHONDONTWRITEBYTECODE

failed=
# All of them run even when one fails: two faults are better told at once.
check() {
    printf '\n== %s\n' "$1"
    shift
    "$@" || failed="$failed
  $*"
}

# Compiled once for all processes that run tests, on the core that the checks before them leave free.
[ $# -gt 0 ] || python -m pytest --collect-only --quiet >/dev/null 2>&1 &

check 'Lint' ruff check
check 'Format' ruff format --check
check 'Types' mypy
check 'Imports look downstairs only' lint-imports
wait
# Real keys meet a real screen, and a busy computer may miss one: a story that failed is told once more.
stories() {
    python -m pytest --numprocesses 2 --dist loadfile --deselect "$chinese" tests/stories/test_keys_*.py ||
        python -m pytest --last-failed --deselect "$chinese" tests/stories/test_keys_*.py
}
# Beside another screen that is just being read the input method takes no keys.
chinese=tests/stories/test_keys_chinese.py

if [ $# -gt 0 ]; then
    check 'Tests' python -m pytest "$@"
else
    # Three at once on the two cores the smallest machines have, a whole file each: a window that is waited for leaves
    # its own idle. In the order of the tests, where what takes long comes first; by itself the plug-in would leave
    # files of few tests for the end.
    check 'Tests' python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder \
        --ignore-glob='*/test_keys_*.py'
    check 'Typing Chinese' python -m pytest "$chinese"
    check 'Stories with real keys' stories
fi

if [ -n "$failed" ]; then
    printf '\nFailed:%s\n' "$failed"
    exit 1
fi
