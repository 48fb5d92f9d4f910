#!/bin/sh
# Installs the library with every extra in .venv: by uv if there is one, otherwise by the pip of a Python.
# No Python is ever downloaded. What cannot be done ends in one sentence and exit code 2.
set -eu
cd "$(dirname "$0")/../.."
. infra/start/finding.sh

requirements=infra/start/requirements.txt
stamp=.venv/library.stamp
state() { printf '%s\n' "$PWD" && cksum uv.lock shared/pyproject.toml "$requirements"; }

is_ready() { [ "$(cat "$stamp" 2>/dev/null)" = "$(state)" ] && is_new_enough .venv/bin/python; }

stop_without_python() {
    old=$(too_old_python)
    stop "Invoicy needs Python 3.11 or newer, and ${old:-no Python} is all that runs here: install one (Debian, Ubuntu: apt install python3 python3-venv; others: https://www.python.org/downloads) and run make again."
}

with_uv() { # UV PYTHON
    { is_new_enough .venv/bin/python || "$1" venv -q --clear --python "$2" .venv; } &&
        "$1" sync -q --frozen --inexact --package invoicy --all-extras
}

with_pip() { # PYTHON
    infra/start/pip.sh "$1" --require-hashes -r "$requirements" && infra/start/pip.sh "$1" --no-deps -e shared
}

is_ready && exit 0
need_writable_checkout
python=$(find_python)
uv=$(find_uv)
if [ -n "$uv" ]; then
    keep_cache_writable "$uv"
    [ -n "$python" ] || python=$("$uv" python find '>=3.11' 2>/dev/null) || stop_without_python
else
    [ -n "$python" ] || stop_without_python
    python=$(find_python can_make_environments)
    [ -n "$python" ] || stop "Python runs here, but neither pip, nor venv, nor uv $(least_uv) or newer: install one of them (Debian, Ubuntu: apt install python3-venv) and run make again."
fi
say "Installing $(grep -c == "$requirements") packages into .venv (at most 30 MB to download) ..."
if [ -n "$uv" ]; then
    with_uv "$uv" "$python"
else
    with_pip "$python"
fi >>"$log" 2>&1 || stop_with_reason
state >"$stamp"
