"""The command that compares two images."""

import click

from bench.images.image import Image, load, total

STEP_WIDTH = 90


@click.command()
@click.argument("old")
@click.argument("new")
def diff(old: str, new: str) -> None:
    """Print as Markdown the layers of the image NEW that a pull fetches after OLD."""
    references = old.strip(), new.strip()
    if not all(references):
        raise click.UsageError("Name both images: make image_diff OLD=reference NEW=reference.")
    try:
        print(markdown(*map(load, references)))
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from error


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
