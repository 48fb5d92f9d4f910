"""Report the rooms of `invoicy.pages`, and the circles among the children of every package."""

import json
from collections.abc import Iterable
from graphlib import TopologicalSorter

import grimp

ROOTS = ("invoicy", "invoicy_aws", "invoicy_gcp")
_PAGES = "invoicy.pages"
Rooms = dict[str, set[str]]
"""By room, the rooms that it imports."""


def rooms_of(graph: grimp.ImportGraph, package: str) -> Rooms:
    children = graph.find_children(package)
    room = {module: child for child in children for module in (child, *graph.find_descendants(child))}
    imported = {child: set(_imports(graph, child, room)) for child in children}
    return {child: rooms - {child} for child, rooms in imported.items()}


def _imports(graph: grimp.ImportGraph, child: str, room: dict[str, str]) -> Iterable[str]:
    for module in (child, *graph.find_descendants(child)):
        for imported in graph.find_modules_directly_imported_by(module):
            if imported in room:
                yield room[imported]


def circles_in(rooms: Rooms) -> list[list[str]]:
    """Sets of rooms that reach each other, larger than one."""
    reached = {room: _reached(room, rooms) for room in rooms}
    circles = {frozenset(other for other in reached[room] if room in reached[other]) for room in rooms}
    return sorted(sorted(circle) for circle in circles if len(circle) > 1)


def floors_of(rooms: Rooms) -> int:
    """The longest chain of imports, every circle taken for one room."""
    circle_of = {room: circle[0] for circle in circles_in(rooms) for room in circle}
    condensed: Rooms = {}
    for room, imported in rooms.items():
        name = circle_of.get(room, room)
        condensed.setdefault(name, set()).update({circle_of.get(other, other) for other in imported} - {name})
    height: dict[str, int] = {}
    for room in TopologicalSorter(condensed).static_order():
        height[room] = 1 + max((height[other] for other in condensed[room]), default=0)
    return max(height.values(), default=0)


def _reached(room: str, rooms: Rooms) -> set[str]:
    reached: set[str] = set()
    pending = [room]
    while pending:
        new = rooms[pending.pop()] - reached
        reached |= new
        pending += new
    return reached


def main() -> None:
    graph = grimp.build_graph(*ROOTS, cache_dir=None)
    pages = rooms_of(graph, _PAGES)
    packages = sorted(module for module in graph.modules if graph.find_children(module))
    report = {
        "pages": {
            "rooms": len(pages),
            "arrows": sum(len(imported) for imported in pages.values()),
            "floors": floors_of(pages),
        },
        "circles": [circle for package in packages for circle in circles_in(rooms_of(graph, package))],
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
