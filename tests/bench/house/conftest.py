"""Small source trees to measure."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bench.house.trees import Tree

TreeOf = Callable[[Mapping[str, str]], Tree]


@pytest.fixture
def tree_of(tmp_path: Path) -> TreeOf:
    """Make a tree of files, by their paths."""

    def make(files: Mapping[str, str]) -> Tree:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Tree("small", tmp_path)

    return make
