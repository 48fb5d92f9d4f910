#!/bin/sh
# Sorts the code that sync.sh has just installed into one folder a layer, so that a change moves only its own part.
# Paths start at the root, because a folder that COPY has to make itself gets the time of the build.
set -eu
environment=opt/invoicy
site=$environment/lib/python3.13/site-packages
cd /

into() { # LAYER PATH...
    layer=/code/$1
    shift
    cp -a --parents "$@" "$layer"
}

out() { # LAYER LAYER PATH...: what there is of the paths, from the first layer to the second
    from=$1 layer=/code/$2
    shift 2
    for path in "$@"; do
        [ -e "/code/$from/$path" ] || continue
        mkdir -p "$layer/${path%/*}"
        mv "/code/$from/$path" "$layer/$path"
    done
}

mkdir -p /code/data /code/formats /code/pages /code/rules /code/library /code/installed /code/adapters /code/function
into library "$site/invoicy"
into installed "$site"/invoicy-*.dist-info "$environment/bin/invoicy"  # its RECORD has every file's hash, so it moves with any of them
for part in formats pages rules data; do
    out library "$part" "$site/invoicy/$part"
done
out library formats "$site/invoicy/model"

# A function's handlers are what changes; its adapters, named after ports, rarely do.
into adapters "$site"/invoicy_*
out adapters function "$site"/invoicy_*.dist-info
for handler in bucket http pubsub queue; do
    out adapters function "$site"/invoicy_*/"$handler.py" "$site"/invoicy_*/__pycache__/"$handler".*
done
find /code -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
