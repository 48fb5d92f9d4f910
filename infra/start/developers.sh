#!/bin/sh
# Adds to .venv what tests, checks and benches need. What cannot be done ends in one sentence and exit code 2.
set -eu
cd "$(dirname "$0")/../.."
. infra/start/finding.sh

need_writable_checkout
infra/start/uv.sh --version >/dev/null
say "Installing what tests and checks need into .venv (about 270 MB to download) ..."
infra/start/uv.sh sync -q --frozen --inexact --all-groups >>"$log" 2>&1 || stop_with_reason
touch .venv/ready
