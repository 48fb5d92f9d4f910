"""Print as Markdown the layers that a puller of OLD fetches for NEW: `python -m bench.image_diff OLD NEW`."""

import sys

from bench.images import Image, load, total

STEP_WIDTH = 90


def main() -> int:
    old, new = (argument.strip() for argument in sys.argv[1:3]) if len(sys.argv) == 3 else ("", "")
    if not (old and new):
        print("usage: make image_diff OLD=reference NEW=reference", file=sys.stderr)
        return 2
    try:
        print(markdown(load(old), load(new)))
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def markdown(old: Image, new: Image) -> str:
    """A heading, a sentence and a table of the new image's layers, each moved or there already."""
    moved = new.missing_from(old)
    overhead = 0 if new.digest == old.digest else new.overhead
    share = total(moved) / new.size if new.size else 0
    summary = (
        f"**{total(moved):,} bytes** in {len(moved)} of {len(new.layers)} layers ({share:.2%} of {new.size:,}), "
        f"and {overhead:,} bytes of manifest and configuration."
    )
    lines = [
        f"### `{old.reference}` to `{new.reference}`",
        "",
        summary,
        "",
        "| layer | bytes | to fetch | made by |",
        "| --- | ---: | ---: | --- |",
    ]
    fetched = {layer.digest for layer in moved}
    for layer in new.layers:
        to_fetch = layer.size if layer.digest in fetched else 0
        step = layer.made_by.replace("|", "\\|")
        lines.append(f"| `{layer.digest[7:19]}` | {layer.size:,} | {to_fetch:,} | {shortened(step)} |")
        fetched.discard(layer.digest)
    return "\n".join(lines)


def shortened(step: str) -> str:
    return step if len(step) <= STEP_WIDTH else step[: STEP_WIDTH - 1] + "…"


if __name__ == "__main__":
    sys.exit(main())
