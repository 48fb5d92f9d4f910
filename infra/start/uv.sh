#!/bin/sh
# Runs uv with the arguments: the one on the PATH if it is new enough, else one of this checkout's own in .uv.
set -eu
cd "$(dirname "$0")/../.."
. infra/start/finding.sh

uv=$(find_uv)
if [ -z "$uv" ]; then
    need_writable_checkout
    python=$(find_python can_make_environments)
    [ -n "$python" ] || stop "uv is needed and no pip can install it here: install uv $(least_uv) or newer (https://docs.astral.sh/uv) and run make again."
    say "Installing uv into .uv (18 MB to download) ..."
    version=$(sed -n 's/^ARG UV_IMAGE=.*:\([0-9.]*\)$/\1/p' Dockerfile.base | head -n 1)
    infra/start/pip.sh "$python" --target .uv "uv==$version" >>"$log" 2>&1 || stop_with_reason
    uv=$PWD/.uv/bin/uv
fi
keep_cache_writable "$uv"
exec "$uv" "$@"
