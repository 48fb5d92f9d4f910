#!/bin/sh
# Adds the packages of tests, checks and benches to .venv. A failure ends with a sentence and exit code 2.
set -eu
cd "$(dirname "$0")/../.."
. infra/start/finding.sh

need_writable_checkout
infra/start/uv.sh --version >/dev/null
say "Installing what tests and checks need into .venv (about 270 MB to download) ..."
infra/start/uv.sh sync -q --frozen --inexact --all-groups >>"$log" 2>&1 || stop_with_reason
touch .venv/ready
