"""Trees by a revision or a folder."""

from pathlib import Path

import pytest
from bench.house.trees import tree_of


def test_a_folder_is_measured_as_it_is(tmp_path: Path) -> None:
    with tree_of(str(tmp_path)) as tree:
        assert tree.library == tmp_path / "shared" / "invoicy"


def test_a_name_that_is_neither_folder_nor_revision_is_an_error() -> None:
    with pytest.raises(LookupError, match="neither a folder nor a revision"), tree_of("no-such-revision"):
        pass
