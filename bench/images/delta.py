"""The command that measures the bytes a change moves."""

import sys

import click

from bench.images.budgets import Budgets
from bench.images.changes import CHANGES
from bench.images.diff import shortened
from bench.images.image import Image
from bench.images.registry import registry
from bench.images.sizes import sizes
from bench.images.ways import WAYS, Figures, Moved, before, moved


@click.command()
def delta() -> None:
    """Print the bytes that a pull fetches after a change, by layer, beside images built with one venv and with pip.

    Builds and pushes images to a registry of its own. Exit code 1 over a budget of infra/budgets.toml.
    """
    try:
        with registry() as address:
            figures, images = _measure(address)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error
    _print_together(figures)
    broken = Budgets.load().broken(figures, images)
    print("", *(broken or ["Every budget of infra/budgets.toml holds."]), sep="\n")
    sys.exit(1 if broken else 0)


def _measure(address: str) -> tuple[Figures, list[Image]]:
    """Measure every change on every way; print each result at once, and the sizes of Invoicy's images."""
    figures: Figures = {way.name: {} for way in WAYS}
    baked: list[Image] = []
    print("Bytes that a pull of the image after the change fetches, if the image before it was pulled:")
    for way in WAYS:
        with before(way, address) as image:
            print(f"\n{way.name}: {image.size:,} bytes before", flush=True)
            for change in CHANGES:
                figures[way.name][change.name] = fetched = moved(way, change, image, address)
                _print_moved(change.name, fetched)
            if way.baked:
                baked.append(image)
                print(f"\nSizes, by layer, with the largest packages:\n{sizes(image, f'{address}/{way.name}')}")
    return figures, baked


def _print_moved(change: str, fetched: Moved) -> None:
    print(
        f"  {change:<24}{fetched.size:>12,} bytes in {len(fetched.layers)} layers, "
        f"{fetched.overhead:,} of manifest and configuration, "
        f"{fetched.build:.1f} s to build, {fetched.pull:.2f} s to pull",
        flush=True,
    )
    for layer in fetched.layers:
        print(f"  {'':<24}{layer.size:>12,}   {shortened(layer.made_by)}")


def _print_together(figures: Figures) -> None:
    """Print one table of all changes: bytes moved and seconds to build."""
    print(f"\n{'bytes moved | seconds to build':<32}" + "".join(f"{way.name:>22}" for way in WAYS))
    for change in CHANGES:
        cells = (figures[way.name][change.name] for way in WAYS)
        print(f"{change.name:<32}" + "".join(f"{cell.size:>13,} |{cell.build:6.1f}" for cell in cells))
