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
check 'Tests' python -m pytest "$@"

if [ -n "$failed" ]; then
    printf '\nFailed:%s\n' "$failed"
    exit 1
fi
