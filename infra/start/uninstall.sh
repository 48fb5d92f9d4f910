#!/bin/sh
# Removes the links that `make install` made, those into a checkout's .venv; needs no Python and no .venv.
set -eu
cd "$(dirname "$0")/../.."
. infra/start/finding.sh

is_of_a_checkout() { # TARGET of the link; of a checkout that was deleted only the name is left
    case $1 in */.venv/bin/invoicy) ;; *) return 1 ;; esac
    [ ! -e "$1" ] || [ -e "${1%/.venv/bin/invoicy}/infra/start/install.py" ]
}

removed=
for folder in "$HOME/.local/bin" "$HOME/bin" /usr/local/bin; do
    link=$folder/invoicy
    [ -L "$link" ] && is_of_a_checkout "$(readlink "$link")" || continue
    rm -f "$link" 2>/dev/null || stop "$link cannot be removed: you may not write to $folder."
    removed="$removed${removed:+ and }$link"
done
if [ -n "$removed" ]; then
    echo "Removed $removed."
else
    echo "Nothing to remove: no folder has a link that make install made."
fi
