#!/bin/sh
# Looks at FILE before anything is built for it. Usage: FILE=path document.sh TARGET
set -eu

stop() {
    printf '%s\n' "$1" >&2
    exit 2
}

[ -n "${FILE:-}" ] || stop "Name the document to read: make $1 FILE=samples/documents/ubl-invoice.xml"
[ -e "$FILE" ] || stop "There is no file $FILE."
[ -f "$FILE" ] || stop "$FILE is no file: name one document."
[ -r "$FILE" ] || stop "You may not read $FILE."
