"""Circles and floors of imports between rooms."""

from bench.house.probes.imports import Rooms, circles_in, floors_of

TOWER: Rooms = {"roof": {"middle", "ground"}, "middle": {"ground"}, "ground": set()}
CIRCLE: Rooms = {"roof": {"left"}, "left": {"right"}, "right": {"left", "ground"}, "ground": set()}


def test_rooms_that_import_each_other_are_a_circle() -> None:
    assert circles_in(TOWER) == []
    assert circles_in(CIRCLE) == [["left", "right"]]


def test_a_circle_is_one_floor() -> None:
    assert floors_of(TOWER) == 3
    assert floors_of(CIRCLE) == 3
