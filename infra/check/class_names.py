"""Class names that two modules define, across the library and both clouds."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


def problems_in(library: Path, clouds: Sequence[Path]) -> Iterator[str]:
    """Yield a sentence for each class name that two modules define.

    Rooms of the same name do the same job in every cloud: their classes may share a name.
    """
    jobs: defaultdict[str, dict[str, Path]] = defaultdict(dict)
    for root in (library, *clouds):
        for path in sorted(root.rglob("*.py")):
            for name in _classes(path):
                jobs[name].setdefault(str(path), path.relative_to(root))
    for name, modules in sorted(jobs.items()):
        if len(modules) > 1 and not _are_twins(modules, clouds):
            yield f"{name} is a class in {' and in '.join(sorted(modules))}: give each its own name"


def _are_twins(modules: Mapping[str, Path], clouds: Sequence[Path]) -> bool:
    """Test that the modules are one room, at most once in each cloud."""
    owners = [cloud for cloud in clouds for module in modules if Path(module).is_relative_to(cloud)]
    rooms = {relative.parts[0].removesuffix(".py") for relative in modules.values()}
    return len(rooms) == 1 and len(owners) == len(modules) == len(set(owners))


def _classes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield node.name
