#!/bin/sh
# Sorts the code that sync.sh has just installed into one folder a layer, so that a change moves only its own part.
# Paths start at the root, because a folder that COPY has to make itself gets the time of the build.
set -eu
environment=opt/invoicy
site=$environment/lib/python3.13/site-packages
cd /

into() { # LAYER PATH...: moves what there is of the paths
    layer=/code/$1
    shift
    for path in "$@"; do
        [ -e "$path" ] || continue
        mkdir -p "$layer/${path%/*}"
        mv "$path" "$layer/$path"
    done
}

mkdir -p /code/data /code/formats /code/pages /code/rules /code/web /code/drawing /code/library /code/installed /code/adapters /code/function
into data "$site/invoicy/data"
into formats "$site/invoicy/formats" "$site/invoicy/model"
into pages "$site/invoicy/pages"
into rules "$site/invoicy/rules"
into web "$site/invoicy/web" "$site/invoicy/cli"
into drawing "$site/invoicy/drawing"
into library "$site/invoicy"
into installed "$site"/invoicy-*.dist-info "$environment/bin/invoicy"  # RECORD has every file's hash: moves with any

# The handlers of a function change often; its adapters, named after ports, rarely do.
for handler in bucket http messages archive backfill __main__; do
    into function "$site"/invoicy_*/"$handler.py" "$site"/invoicy_*/__pycache__/"$handler".*
done
into function "$site"/invoicy_*.dist-info
into adapters "$site"/invoicy_*
find /code -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
