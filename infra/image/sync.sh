#!/bin/sh
# uv sync into the image's environment, inside a build step; arguments go to uv sync.
# Two builds give the same bytes. Only files of this step are compiled and dated, so that no file of a lower layer is copied.
set -eu
environment=/opt/invoicy
export UV_PROJECT_ENVIRONMENT=$environment
export UV_CACHE_DIR=/tmp/cache/uv           # a cache mount: in no layer
export UV_LINK_MODE=copy                    # the cache lies on another file system
export UV_NO_INSTALLER_METADATA=1           # no time and no path of the build in the layer
export UV_PYTHON=/usr/local/bin/python3.13
export UV_PYTHON_DOWNLOADS=never

touch /tmp/before
/tmp/uv sync --project /tmp/src --frozen --no-dev "$@"
rm -f "$environment/.lock" "$environment/.gitignore"

# uv's own --compile-bytecode would write every package of the environment again, those of lower layers too.
find "$environment/lib" -cnewer /tmp/before -name '*.py' \
    -exec "$environment/bin/python" -I /tmp/image/compile.py /tmp/cache/compiled {} +
find /opt -cnewer /tmp/before -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
