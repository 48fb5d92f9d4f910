"""Print the bytes by layer that a change makes a puller fetch, beside one venv and pip. Exit 1 over a budget."""

import sys

from bench.budgets import Budgets
from bench.changes import CHANGES
from bench.image_diff import shortened
from bench.image_sizes import sizes
from bench.images import Image
from bench.registry import registry
from bench.ways import WAYS, Figures, Moved, before, moved


def main() -> int:
    try:
        with registry() as address:
            figures, ours = _measure(address)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    _print_together(figures)
    broken = Budgets.load().broken(figures, ours)
    print("", *(broken or ["Every budget of infra/budgets.toml holds."]), sep="\n")
    return 1 if broken else 0


def _measure(address: str) -> tuple[Figures, list[Image]]:
    """Every change on every way; prints each as it is known, and the sizes of our images."""
    figures: Figures = {way.name: {} for way in WAYS}
    ours: list[Image] = []
    print("What a puller of the image before must fetch for the image after:")
    for way in WAYS:
        with before(way, address) as image:
            print(f"\n{way.name}: {image.size:,} bytes before", flush=True)
            for change in CHANGES:
                figures[way.name][change.name] = found = moved(way, change, image, address)
                _print_moved(change.name, found)
            if way.baked:
                ours.append(image)
                print(f"\nSizes, by layer, with the largest packages:\n{sizes(image, f'{address}/{way.name}')}")
    return figures, ours


def _print_moved(change: str, found: Moved) -> None:
    print(
        f"  {change:<24}{found.size:>12,} bytes in {len(found.layers)} layers, "
        f"{found.overhead:,} of manifest and configuration, {found.build:.1f} s to build, {found.pull:.2f} s to pull",
        flush=True,
    )
    for layer in found.layers:
        print(f"  {'':<24}{layer.size:>12,}   {shortened(layer.made_by)}")


def _print_together(figures: Figures) -> None:
    """The same in one table: bytes moved and seconds to build."""
    print(f"\n{'bytes moved | seconds to build':<32}" + "".join(f"{way.name:>22}" for way in WAYS))
    for change in CHANGES:
        cells = (figures[way.name][change.name] for way in WAYS)
        print(f"{change.name:<32}" + "".join(f"{cell.size:>13,} |{cell.build:6.1f}" for cell in cells))


if __name__ == "__main__":
    sys.exit(main())
