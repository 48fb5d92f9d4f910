#!/bin/sh
# Runs `pip install` on .venv: by the pip of PYTHON, or by one that its ensurepip puts there. Usage: pip.sh PYTHON ARGUMENT...
set -eu
cd "$(dirname "$0")/../.."
. infra/start/finding.sh

export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
export PIP_NO_CACHE_DIR=1  # a copy of every wheel, for nobody
export PIP_RETRIES="${PIP_RETRIES:-1}" PIP_DEFAULT_TIMEOUT="${PIP_DEFAULT_TIMEOUT:-20}"
python=$1
shift

is_new_enough .venv/bin/python || "$python" -m venv --clear --without-pip .venv
if pip_reaches_other_environments "$python"; then
    exec "$python" -m pip --python .venv/bin/python install -q --no-compile "$@"
fi
.venv/bin/python -m pip --version || .venv/bin/python -m ensurepip
exec .venv/bin/python -m pip install -q --no-compile "$@"
