"""The bytes that one image costs the owner of another, from manifests alone."""

from bench.images.diff import markdown
from bench.images.image import Image, Layer, repository_of

BASE = Layer("sha256:" + "a" * 64, 1_000_000, "RUN sync")
OLD_CODE = Layer("sha256:" + "b" * 64, 5_000, "COPY /code/ /")
NEW_CODE = Layer("sha256:" + "c" * 64, 6_000, "COPY /code/ /")
OLD = Image("r/a:1", "sha256:1", (BASE, OLD_CODE), 900)
NEW = Image("r/a:2", "sha256:2", (BASE, NEW_CODE, NEW_CODE), 950)


def test_a_layer_that_is_there_already_is_not_fetched_and_none_is_fetched_twice() -> None:
    assert NEW.missing_from(OLD) == (NEW_CODE,)
    assert NEW.size == 1_006_000


def test_the_table_names_every_layer_and_what_of_it_moves() -> None:
    text = markdown(OLD, NEW)
    assert "**6,000 bytes** in 1 of 3 layers (0.60% of 1,006,000), and 950 bytes" in text
    assert f"| `{'a' * 12}` | 1,000,000 | 0 | RUN sync |" in text
    assert f"| `{'c' * 12}` | 6,000 | 6,000 | COPY /code/ / |" in text


def test_the_same_image_costs_nothing() -> None:
    assert "**0 bytes** in 0 of 2 layers (0.00% of 1,005,000), and 0 bytes" in markdown(OLD, OLD)


def test_a_port_is_not_a_tag() -> None:
    assert repository_of("localhost:5000/a/b:1.0") == "localhost:5000/a/b"
    assert repository_of("localhost:5000/a/b") == "localhost:5000/a/b"
    assert repository_of(f"example.test/a@{BASE.digest}") == "example.test/a"
