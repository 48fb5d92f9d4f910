# shellcheck shell=sh
# Functions that find a Python and a uv which really run; sourced by the scripts beside this file.
# A name on the PATH may be a shim that runs nothing, so every candidate is started once.

export UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
log=.install.log

stop() { # SENTENCE: why nothing can be done, and the cure
    printf '%s\n' "$1" >&2
    exit 2
}

say() { printf '%s\n' "$1" >&2; }

need_writable_checkout() {
    [ -w . ] && { [ ! -e .venv ] || [ -w .venv ]; } ||
        stop "You may not write to $PWD, where Invoicy is installed: copy or clone it into a folder of your own and run make there."
    : >"$log"
}

on_path() { # NAME...: every file of the PATH with one of the names, the first name first
    for name; do
        printf '%s\n' "$PATH" | tr ':' '\n' | while IFS= read -r folder; do
            if [ -f "$folder/$name" ] && [ -x "$folder/$name" ]; then printf '%s\n' "$folder/$name"; fi
        done
    done
}

pythons() { # versions that every package has a wheel for come first; pyenv keeps some that it does not put on the PATH
    on_path python3.13 python3.12 python3.11 python3.14 python3 python
    for candidate in "${PYENV_ROOT:-${HOME:-}/.pyenv}"/versions/*/bin/python3; do
        if [ -x "$candidate" ]; then printf '%s\n' "$candidate"; fi
    done
}

is_new_enough() { # PYTHON
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' </dev/null >/dev/null 2>&1
}

pip_reaches_other_environments() { # PYTHON: since pip 22.3
    "$1" -m pip --python "$1" --version </dev/null >/dev/null 2>&1
}

can_make_environments() { # PYTHON
    "$1" -c 'import venv, ensurepip; ensurepip.version()' </dev/null >/dev/null 2>&1 ||
        { "$1" -c 'import venv' </dev/null >/dev/null 2>&1 && pip_reaches_other_environments "$1"; }
}

find_python() { # [TEST]: the first one that is new enough and passes the test
    pythons | while IFS= read -r candidate; do
        is_new_enough "$candidate" && "${1:-:}" "$candidate" || continue
        "$candidate" -c 'import sys; print(sys.executable)' </dev/null
        break
    done
}

too_old_python() { # "Python 3.10", the first of those that are too old
    pythons | while IFS= read -r candidate; do
        "$candidate" -c 'import sys; print("Python %d.%d" % sys.version_info[:2])' </dev/null 2>/dev/null && break || continue
    done
}

least_uv() { sed -n 's/^required-version = ">=\([0-9.]*\)".*/\1/p' pyproject.toml; }

is_least() { # VERSION LEAST: both are three numbers
    printf '%s %s\n' "$1" "$2" | awk '{
        split($1, given, "."); split($2, least, ".")
        for (part = 1; part <= 3; part++)
            if (given[part] + 0 != least[part] + 0) exit given[part] + 0 < least[part] + 0
    }'
}

version_of_uv() { "$1" --version </dev/null 2>/dev/null | sed -n 's/^uv \([0-9][0-9.]*\).*/\1/p'; }

find_uv() { # the first one that runs and is new enough: the user's, else the one that uv.sh has made
    { on_path uv; printf '%s\n' "$PWD/.uv/bin/uv"; } | while IFS= read -r candidate; do
        version=$(version_of_uv "$candidate")
        [ -n "$version" ] && is_least "$version" "$(least_uv)" || continue
        printf '%s\n' "$candidate"
        break
    done
}

keep_cache_writable() { # UV: where the home cannot be written, the cache is kept in the checkout
    cache=$("$1" cache dir 2>/dev/null) || cache=
    parent=$cache
    while [ -n "$parent" ] && [ ! -e "$parent" ]; do parent=${parent%/*}; done
    [ -n "$parent" ] && [ -w "$parent" ] || export UV_CACHE_DIR="$PWD/.uv/cache"
}

stop_with_reason() { # after a failed download or installation, from what the tool wrote to the log
    if grep -qiE 'no space left|disk quota' "$log"; then
        stop "The disk is full: free some space and run make again."
    elif grep -qiE 'certificate' "$log"; then
        stop "The certificate of the package index is not trusted here: set SSL_CERT_FILE to your network's certificates and run make again."
    elif grep -qiE 'name resolution|dns error|error sending request|connection|proxy|timed out|No matching distribution' "$log"; then
        stop "The package index cannot be reached: connect to the network (behind a proxy, set HTTPS_PROXY) and run make again."
    fi
    stop "The packages could not be installed: $PWD/$log says why."
}
