#!/bin/sh
# Every check of the repository, as a machine runs them: sh packaging/test.sh [arguments of pytest]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/packaging/prepare.sh"

need_pins "$root/packaging/requirements.txt" "$root/packaging/requirements-dev.txt"
need_qt offscreen
need_screen

cd "$root"
PATH=$venv/bin:$PATH
PYTHONPATH=$root/desktop
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export PATH PYTHONPATH QT_QPA_PLATFORM

failed=
# All of them run even when one fails: two faults are better told at once.
check() {
    printf '\n== %s\n' "$1"
    shift
    "$@" || failed="$failed
  $*"
}

check 'Lint' ruff check
check 'Format' ruff format --check
check 'Types' mypy
check 'Imports look downstairs only' lint-imports
# Real keys meet a real screen, and a busy computer may miss one: a story that failed is told once more.
stories() {
    python -m pytest tests/stories/test_keys_*.py || python -m pytest --last-failed tests/stories/test_keys_*.py
}

if [ $# -gt 0 ]; then
    check 'Tests' python -m pytest "$@"
else
    # Two at once, a whole file each: twice as soon on the two cores the smallest machines have.
    check 'Tests' python -m pytest --numprocesses 2 --dist loadfile --ignore-glob='*/test_keys_*.py'
    check 'Stories with real keys' stories
fi

if [ -n "$failed" ]; then
    printf '\nFailed:%s\n' "$failed"
    exit 1
fi
